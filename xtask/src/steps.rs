//! Announces the steps of a longer piece of work, and says which of them failed.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};
use humantime::format_duration;
use xshell::Cmd;

/// One step: what it is called, and what it does.
pub(crate) struct Step<'a>(String, Box<dyn FnOnce() -> Result<()> + 'a>);

impl<'a> Step<'a> {
    /// A step that does something.
    pub(crate) fn new(title: impl Into<String>, action: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self(title.into(), Box::new(action))
    }

    /// A step that runs a program.
    pub(crate) fn run(title: impl Into<String>, command: Cmd<'a>) -> Self {
        Self::new(title, move || Ok(command.quiet().run()?))
    }
}

/// Runs the steps in order, up to the first that fails.
///
/// It writes to standard error, so that standard output holds just what the steps themselves say.
///
/// # Errors
///
/// Whatever the failed step returned, with its number and title before it.
pub(crate) fn run(steps: Vec<Step<'_>>) -> Result<()> {
    let count = steps.len();
    for (index, Step(title, action)) in steps.into_iter().enumerate() {
        let step = format!("[{}/{count}] {title}", index + 1);
        eprintln!("{step}");
        let start = now();
        action().with_context(|| format!("{step}: failed after {}", since(start)))?;
        eprintln!("{step}: done in {}", since(start));
    }
    Ok(())
}

/// The time, for saying how long something took.
#[expect(clippy::disallowed_methods, reason = "only the widget must not ask for the time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// The time that has passed, as a person would say it.
pub(crate) fn since(start: Instant) -> impl std::fmt::Display {
    format_duration(Duration::from_secs(start.elapsed().as_secs()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_failure_stops_the_work_and_is_named() {
        let mut reached = false;
        let outcome = run(vec![
            Step::new("first", || Ok(())),
            Step::new("second", || anyhow::bail!("no ink")),
            Step::new("third", || {
                reached = true;
                Ok(())
            }),
        ]);
        let message = outcome.err().map(|error| format!("{error:#}")).unwrap_or_default();
        assert_eq!(message, "[2/3] second: failed after 0s: no ink");
        assert!(!reached);
    }
}
