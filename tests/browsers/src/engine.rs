//! The three browser engines, one of them in three ways, and what each needs to be driven.

use std::fmt;
use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use serde_json::{Value, json};
use thirtyfour::Capabilities;

use crate::project;
use crate::site::INSECURE;

/// A browser engine.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Engine {
    /// Chromium's, driven by chromedriver.
    Chromium,
    /// Firefox's, driven by geckodriver.
    Firefox,
    /// `WebKitGTK`'s, driven by `WebKitWebDriver` in a virtual display.
    WebKit,
    /// Chromium's, without WebAssembly in any page.
    Fallback,
    /// Chromium's, in pages whose scripts have replaced much of what browsers bring.
    Hostile,
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Chromium | Self::Firefox | Self::WebKit => self.installed().fmt(f),
            Self::Fallback => f.write_str("fallback"),
            Self::Hostile => f.write_str("hostile"),
        }
    }
}

impl Engine {
    /// The programs that are installed of it.
    #[must_use]
    pub fn installed(self) -> engines::Engine {
        match self {
            Self::Chromium | Self::Fallback | Self::Hostile => engines::Engine::Chromium,
            Self::Firefox => engines::Engine::Firefox,
            Self::WebKit => engines::Engine::WebKit,
        }
    }

    /// All engines, the fallback build, and the one among hostile scripts.
    pub const ALL: [Self; 5] =
        [Self::Chromium, Self::Firefox, Self::WebKit, Self::Fallback, Self::Hostile];

    /// How the name of the program's file goes on that it gets.
    #[must_use]
    pub fn program(self) -> &'static str {
        if self == Self::Fallback { "fallback" } else { "program" }
    }

    /// The script that runs in every page before the page's own.
    ///
    /// # Errors
    ///
    /// When it cannot be read.
    pub fn before_all(self) -> Result<Option<String>> {
        Ok(match self {
            Self::Chromium | Self::Firefox | Self::WebKit => None,
            Self::Fallback => Some("delete globalThis.WebAssembly;".to_owned()),
            Self::Hostile => {
                Some(fs::read_to_string(project::hosts()?.join("hostile-globals.js"))?)
            }
        })
    }

    /// Whether it can only be shown on a display.
    #[must_use]
    pub fn needs_display(self) -> bool {
        self == Self::WebKit
    }

    /// The command that starts its driver, to listen on a port.
    ///
    /// # Errors
    ///
    /// When the driver is not installed.
    pub fn driver(self, port: u16) -> Result<Command> {
        let driver = match self {
            Self::Chromium | Self::Fallback | Self::Hostile => engines::CHROMEDRIVER,
            Self::Firefox => engines::GECKODRIVER,
            Self::WebKit => engines::WEBKIT_DRIVER,
        };
        let mut command = Command::new(project::program(driver)?);
        command.arg(format!("--port={port}"));
        match self {
            Self::Chromium | Self::Fallback | Self::Hostile => {}
            // Its second port has a default, which two at a time would fight for.
            Self::Firefox => {
                command.arg("--websocket-port=0");
            }
            Self::WebKit => {
                command.env("GDK_BACKEND", "x11").env("NO_AT_BRIDGE", "1");
                // A virtual display has no graphics card: to paint without one takes a quarter less
                // time than to have one emulated.
                command.env("WEBKIT_SKIA_ENABLE_CPU_RENDERING", "1");
                if is_root() {
                    command.env("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
                }
            }
        }
        Ok(command)
    }

    /// The capabilities for its driver: a fresh browser whose files are in `profile`.
    ///
    /// # Errors
    ///
    /// When the browser is not installed.
    pub fn capabilities(self, profile: &Path) -> Result<Capabilities> {
        let mut capabilities = Capabilities::new();
        capabilities.set("timeouts", json!({ "script": 30_000, "pageLoad": 60_000 }))?;
        let (name, options) = match self {
            Self::Chromium | Self::Fallback | Self::Hostile => {
                ("goog:chromeOptions", chromium(profile)?)
            }
            Self::Firefox => ("moz:firefoxOptions", firefox()?),
            Self::WebKit => ("webkitgtk:browserOptions", webkit()?),
        };
        capabilities.set(name, options)?;
        Ok(capabilities)
    }
}

fn chromium(profile: &Path) -> Result<Value> {
    let mut args = vec![
        "--headless".to_owned(),
        "--disable-gpu".to_owned(),
        "--disable-quic".to_owned(),
        "--no-first-run".to_owned(),
        "--disable-background-networking".to_owned(),
        "--disable-component-update".to_owned(),
        "--disable-sync".to_owned(),
        "--disable-dev-shm-usage".to_owned(),
        // A scroll bar beside the page would show in pictures.
        "--hide-scrollbars".to_owned(),
        format!("--host-resolver-rules=MAP {INSECURE} 127.0.0.1"),
        "--window-size=1280,900".to_owned(),
        format!("--user-data-dir={}", profile.display()),
    ];
    // Chromium's sandbox refuses to run as root.
    if is_root() {
        args.push("--no-sandbox".to_owned());
    }
    let binary = project::program(engines::CHROMIUM)?;
    Ok(json!({ "binary": binary, "args": args }))
}

fn firefox() -> Result<Value> {
    let binary = project::program(engines::FIREFOX)?;
    let args = ["-headless", "--width=1280", "--height=900"];
    let names = json!({ "network.dns.localDomains": INSECURE });
    Ok(json!({ "binary": binary, "args": args, "prefs": names }))
}

fn webkit() -> Result<Value> {
    let binary = project::program(engines::MINI_BROWSER)?;
    Ok(json!({ "binary": binary, "args": ["--automation", "--geometry=1280x900"] }))
}

fn is_root() -> bool {
    rustix::process::geteuid().is_root()
}
