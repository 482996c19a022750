//! A running browser with its driver.

use std::process::Command;
use std::sync::Arc;

use anyhow::{Context as _, Result, ensure};
use tempfile::TempDir;
use thirtyfour::WebDriver;
use thirtyfour::session::handle::SessionHandle;

use crate::engine::Engine;
use crate::program::{Program, free_port};
use crate::project;

/// A browser that is driven; the fields end in this order.
#[derive(Debug)]
pub struct Browser {
    session: WebDriver,
    _driver: Program,
    _display: Option<Program>,
    _profile: TempDir,
}

impl Browser {
    /// Starts a browser with nothing in its profile.
    ///
    /// # Errors
    ///
    /// When a program is missing or does not come up.
    pub async fn start(engine: Engine) -> Result<Self> {
        let profile = tempfile::tempdir()?;
        let port = free_port()?;
        let mut command = engine.driver(port)?;
        let display = if engine.needs_display() {
            let (display, name) = display()?;
            command.env("DISPLAY", name);
            Some(display)
        } else {
            None
        };
        let mut driver = Program::start(&mut command)?;
        driver.listens(port).await.with_context(|| format!("the driver of {engine}"))?;
        let capabilities = engine.capabilities(profile.path())?;
        let session = WebDriver::new(format!("http://127.0.0.1:{port}"), capabilities).await;
        let session = session.with_context(|| format!("{engine} does not start"))?;
        if let Some(before_all) = engine.before_all()? {
            session.cdp().page().add_script_to_evaluate_on_new_document(before_all).await?;
        }
        Ok(Self { session, _driver: driver, _display: display, _profile: profile })
    }

    /// The session that drives it.
    #[must_use]
    pub fn session(&self) -> &Arc<SessionHandle> {
        self.session.handle()
    }

    /// Closes it.
    ///
    /// # Errors
    ///
    /// When it does not answer; it is ended all the same.
    pub async fn close(self) -> Result<()> {
        Ok(self.session.quit().await?)
    }
}

/// A display that nobody sees, and its name.
fn display() -> Result<(Program, String)> {
    let mut command = Command::new(project::program(engines::XVFB)?);
    // It finds a free number by itself, and says which.
    command.args(["-displayfd", "1", "-screen", "0", "1280x1000x24", "-nolisten", "tcp"]);
    let (program, number) = Program::start_and_hear(&mut command)?;
    ensure!(!number.is_empty(), "Xvfb found no display");
    Ok((program, format!(":{number}")))
}
