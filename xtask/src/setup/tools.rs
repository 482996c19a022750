//! The tools: who needs them, which versions fit, how they are installed, and what to say when
//! they cannot be.

use std::fmt;

use super::Task;
use super::packages::Packages;
use super::version::Fits;
use crate::bench::Engine;

/// A tool that some commands need.
pub(super) struct Tool {
    /// What a person knows it by.
    name: &'static str,
    /// The commands that need it.
    needed_by: &'static [Task],
    /// Whether only Linux has it.
    only_on_linux: bool,
    /// Whether the commands can do without, and then say what that costs.
    pub(super) optional: bool,
    /// How to see whether it is there.
    pub(super) probe: Probe,
    /// How to install it.
    pub(super) remedy: Remedy,
    /// About how long that takes on two cores.
    pub(super) minutes: u32,
    /// What to say when it cannot be installed.
    pub(super) otherwise: &'static str,
}

impl Tool {
    /// Whether the task needs it, on a system such as this.
    pub(super) fn is_needed_by(&self, task: Task) -> bool {
        self.needed_by.contains(&task) && (cfg!(target_os = "linux") || !self.only_on_linux)
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// How to see whether a tool is there.
pub(super) enum Probe {
    /// Asks a program, which has one of these names, for its version.
    Program { names: &'static [&'static str], question: &'static [&'static str], fits: Fits },
    /// Looks for a program that does not tell its version.
    Presence(&'static str),
    /// Looks for the standard library of a target.
    RustTarget(&'static str),
    /// Looks for the sources of the standard library.
    RustSources,
    /// Looks whether the npm packages of a folder are those of its lock file.
    NpmPackages(&'static str),
}

/// How to install a tool.
pub(super) enum Remedy {
    /// `rustup` with these arguments.
    Rustup(&'static [&'static str]),
    /// A package of the operating system.
    System(Packages),
    /// The packages of the npm lock file in a folder.
    Npm(&'static str),
    /// `cargo install`, into a folder of our own.
    Cargo { package: &'static str, version: &'static str, locked: bool },
}

const CHROMIUM_BENCH: Task = Task::Bench(Engine::Chromium);
const FIREFOX_BENCH: Task = Task::Bench(Engine::Firefox);
const WEBKIT_BENCH: Task = Task::Bench(Engine::WebKit);
const BENCH: &[Task] = &[CHROMIUM_BENCH, FIREFOX_BENCH, WEBKIT_BENCH];
const ALL: &[Task] = &[
    Task::Build,
    Task::PlainBuild,
    Task::Rebuild,
    Task::Serve,
    Task::Test,
    CHROMIUM_BENCH,
    FIREFOX_BENCH,
    WEBKIT_BENCH,
];
const CHROMIUM: &[&str] = &[
    "chromium",
    "chromium-browser",
    "google-chrome",
    "google-chrome-stable",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
];
const FIREFOX: &[&str] =
    &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"];

const BY_CARGO: &str =
    "`cargo install` could not compile it; see that crates.io can be reached and try again.";
const BY_NPM: &str = "See that the npm registry can be reached and try again.";
const BY_RUSTUP: &str =
    "Install Rust through rustup, which fetches it, or your system's package for it.";

/// All tools, in the order in which a person reads of them.
pub(super) const TOOLS: &[Tool] = &[
    Tool {
        name: "Rust's standard library for wasm32-unknown-unknown",
        needed_by: ALL,
        only_on_linux: false,
        optional: false,
        probe: Probe::RustTarget("wasm32-unknown-unknown"),
        remedy: Remedy::Rustup(&["target", "add", "wasm32-unknown-unknown"]),
        minutes: 1,
        otherwise: BY_RUSTUP,
    },
    Tool {
        name: "the sources of Rust's standard library",
        needed_by: &[Task::Build, Task::Test, CHROMIUM_BENCH, FIREFOX_BENCH, WEBKIT_BENCH],
        only_on_linux: false,
        optional: true,
        probe: Probe::RustSources,
        remedy: Remedy::Rustup(&["component", "add", "rust-src"]),
        minutes: 1,
        otherwise: BY_RUSTUP,
    },
    Tool {
        name: "Clippy",
        needed_by: &[Task::Test],
        only_on_linux: false,
        optional: false,
        probe: Probe::Program {
            names: &["cargo"],
            question: &["clippy", "--version"],
            fits: Fits::Any,
        },
        remedy: Remedy::Rustup(&["component", "add", "clippy"]),
        minutes: 1,
        otherwise: BY_RUSTUP,
    },
    Tool {
        name: "rustfmt",
        needed_by: &[Task::Test],
        only_on_linux: false,
        optional: false,
        probe: Probe::Program {
            names: &["cargo"],
            question: &["fmt", "--version"],
            fits: Fits::Any,
        },
        remedy: Remedy::Rustup(&["component", "add", "rustfmt"]),
        minutes: 1,
        otherwise: BY_RUSTUP,
    },
    Tool {
        name: "Node.js 18 or newer",
        needed_by: ALL,
        only_on_linux: false,
        optional: false,
        probe: program(&["node"], Fits::AtLeast(&[18])),
        remedy: Remedy::System(Packages::same("nodejs").brew("node")),
        minutes: 1,
        otherwise: "Install Node.js, version 18 or newer.",
    },
    Tool {
        name: "npm",
        needed_by: ALL,
        only_on_linux: false,
        optional: false,
        probe: program(&["npm"], Fits::Any),
        remedy: Remedy::System(Packages::same("npm").brew("node")),
        minutes: 1,
        otherwise: "Install npm, which comes with Node.js or stands beside it.",
    },
    Tool {
        name: "the npm packages of xtask/package-lock.json",
        needed_by: ALL,
        only_on_linux: false,
        optional: false,
        probe: Probe::NpmPackages("xtask"),
        remedy: Remedy::Npm("xtask"),
        minutes: 1,
        otherwise: BY_NPM,
    },
    Tool {
        name: "Node.js 20.19 or newer",
        needed_by: &[Task::Test, CHROMIUM_BENCH, FIREFOX_BENCH, WEBKIT_BENCH],
        only_on_linux: false,
        optional: false,
        probe: program(&["node"], Fits::AtLeast(&[20, 19])),
        remedy: Remedy::System(Packages::same("nodejs").brew("node")),
        minutes: 1,
        otherwise: "Install Node.js, version 20.19 or newer: what bundles the peers and the frameworks needs it.",
    },
    Tool {
        name: "the npm packages of tests/frameworks/package-lock.json",
        needed_by: &[Task::Test],
        only_on_linux: false,
        optional: false,
        probe: Probe::NpmPackages("tests/frameworks"),
        remedy: Remedy::Npm("tests/frameworks"),
        minutes: 1,
        otherwise: BY_NPM,
    },
    Tool {
        name: "the npm packages of benches/package-lock.json",
        needed_by: BENCH,
        only_on_linux: false,
        optional: false,
        probe: Probe::NpmPackages("benches"),
        remedy: Remedy::Npm("benches"),
        minutes: 1,
        otherwise: BY_NPM,
    },
    Tool {
        name: "trunk 0.21.14",
        needed_by: &[Task::Serve],
        only_on_linux: false,
        optional: false,
        probe: program(&["trunk"], Fits::Series(&[0, 21, 14])),
        remedy: Remedy::Cargo { package: "trunk", version: "0.21.14", locked: true },
        minutes: 10,
        otherwise: BY_CARGO,
    },
    Tool {
        name: "wasm-bindgen-cli 0.2.130",
        needed_by: &[Task::Test],
        only_on_linux: false,
        optional: false,
        // wasm-pack asks for this one, and runs the test runner that lies beside it.
        probe: program(&["wasm-bindgen"], Fits::Series(&[0, 2, 130])),
        remedy: Remedy::Cargo { package: "wasm-bindgen-cli", version: "0.2.130", locked: false },
        minutes: 3,
        otherwise: BY_CARGO,
    },
    Tool {
        name: "wasm-pack 0.15",
        needed_by: &[Task::Test],
        only_on_linux: false,
        optional: false,
        probe: program(&["wasm-pack"], Fits::Series(&[0, 15])),
        remedy: Remedy::Cargo { package: "wasm-pack", version: "0.15.1", locked: true },
        minutes: 3,
        otherwise: BY_CARGO,
    },
    Tool {
        name: "cargo-deny 0.20",
        needed_by: &[Task::Test],
        only_on_linux: false,
        optional: false,
        probe: program(&["cargo-deny"], Fits::Series(&[0, 20])),
        remedy: Remedy::Cargo { package: "cargo-deny", version: "0.20.2", locked: true },
        minutes: 6,
        otherwise: BY_CARGO,
    },
    Tool {
        name: "geckodriver 0.37",
        needed_by: &[Task::Test, FIREFOX_BENCH],
        only_on_linux: false,
        optional: false,
        probe: program(&["geckodriver"], Fits::Series(&[0, 37])),
        remedy: Remedy::Cargo { package: "geckodriver", version: "0.37.1", locked: true },
        minutes: 2,
        otherwise: BY_CARGO,
    },
    Tool {
        name: "Chromium",
        needed_by: &[Task::Test, CHROMIUM_BENCH],
        only_on_linux: false,
        optional: false,
        probe: program(CHROMIUM, Fits::Any),
        remedy: Remedy::System(Packages::same("chromium").ubuntu("chromium-browser")),
        minutes: 2,
        otherwise: "Install Chromium or Google Chrome.",
    },
    Tool {
        name: "chromedriver of Chromium's version",
        needed_by: &[Task::Test, CHROMIUM_BENCH],
        only_on_linux: false,
        optional: false,
        probe: program(&["chromedriver"], Fits::SameMajorAs(CHROMIUM)),
        remedy: Remedy::System(
            Packages::same("chromedriver")
                .debian("chromium-driver")
                .ubuntu("chromium-chromedriver")
                // Arch's package of the browser holds its driver.
                .arch("chromium"),
        ),
        minutes: 1,
        otherwise: "Install the chromedriver of the same major version as Chromium.",
    },
    Tool {
        name: "Firefox",
        needed_by: &[Task::Test, FIREFOX_BENCH],
        only_on_linux: false,
        optional: false,
        probe: program(FIREFOX, Fits::Any),
        remedy: Remedy::System(Packages::same("firefox").debian("firefox-esr")),
        minutes: 1,
        otherwise: "Install Firefox.",
    },
    Tool {
        name: "WebKitWebDriver",
        needed_by: &[Task::Test, WEBKIT_BENCH],
        only_on_linux: true,
        optional: false,
        probe: Probe::Presence("WebKitWebDriver"),
        remedy: Remedy::System(
            Packages::same("webkit2gtk-driver").fedora("webkitgtk6.0").arch("webkitgtk-6.0"),
        ),
        minutes: 1,
        otherwise: "Install the WebDriver of WebKitGTK.",
    },
    Tool {
        name: "Xvfb",
        needed_by: &[Task::Test, WEBKIT_BENCH],
        only_on_linux: true,
        optional: false,
        probe: Probe::Presence("Xvfb"),
        remedy: Remedy::System(
            Packages::same("xvfb").fedora("xorg-x11-server-Xvfb").arch("xorg-server-xvfb"),
        ),
        minutes: 1,
        otherwise: "Install Xvfb, the display without a screen.",
    },
];

/// A program that tells its version as most do.
const fn program(names: &'static [&'static str], fits: Fits) -> Probe {
    Probe::Program { names, question: &["--version"], fits }
}
