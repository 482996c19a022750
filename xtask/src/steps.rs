//! Steps of a longer piece of work: each is announced, timed, and named when it fails.

use std::fmt::Display;
use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use humantime::format_duration;
use xshell::Cmd;

/// Runs a step.
///
/// It writes to standard error, so that standard output holds just what the step itself says.
///
/// # Errors
///
/// Whatever the step returned, with its title before it.
pub(crate) fn step(title: &str, action: impl FnOnce() -> Result<()>) -> Result<()> {
    eprintln!("{title} ...");
    let start = now();
    action().with_context(|| format!("{title}: failed after {}", since(start)))?;
    eprintln!("{title}: done in {}", since(start));
    Ok(())
}

/// Runs a program as a step.
///
/// # Errors
///
/// When the program fails.
pub(crate) fn run(title: &str, command: Cmd<'_>) -> Result<()> {
    step(title, || Ok(command.quiet().run()?))
}

/// The time, for saying how long something took.
#[expect(clippy::disallowed_methods, reason = "only the widget must not ask for the time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// The time that has passed, as a person would say it.
pub(crate) fn since(start: Instant) -> impl Display {
    format_duration(Duration::from_secs(start.elapsed().as_secs()))
}
