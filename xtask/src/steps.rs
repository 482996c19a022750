//! Announces the steps of a longer piece of work, and says which of them failed.

use std::time::{Duration, Instant};

use anyhow::{Context, Result};

/// One step: what it is called, and what it does.
pub(crate) struct Step<'a> {
    /// A few words for the line that announces it.
    pub(crate) title: String,
    /// Does it.
    pub(crate) action: Box<dyn FnOnce() -> Result<()> + 'a>,
}

impl<'a> Step<'a> {
    /// A step called `title` that does `action`.
    pub(crate) fn new(title: impl Into<String>, action: impl FnOnce() -> Result<()> + 'a) -> Self {
        Self { title: title.into(), action: Box::new(action) }
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
    for (index, Step { title, action }) in steps.into_iter().enumerate() {
        let place = format!("[{}/{count}]", index + 1);
        eprintln!("{place} {title}");
        let start = now();
        action().with_context(|| {
            format!("{place} {title}: failed after {}", format_duration(start.elapsed()))
        })?;
        eprintln!("{place} {title}: done in {}", format_duration(start.elapsed()));
    }
    Ok(())
}

/// The time, for saying how long something took.
#[expect(clippy::disallowed_methods, reason = "only the widget must not ask for the time")]
pub(crate) fn now() -> Instant {
    Instant::now()
}

/// A duration as a person would say it.
pub(crate) fn format_duration(duration: Duration) -> String {
    match duration.as_secs() {
        seconds @ 0..10 => format!("{seconds}.{} s", duration.subsec_millis() / 100),
        seconds @ 10..60 => format!("{seconds} s"),
        seconds => format!("{} min {} s", seconds / 60, seconds % 60),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn durations_are_said_in_the_unit_that_suits_them() {
        let check = |millis, expected| {
            assert_eq!(format_duration(Duration::from_millis(millis)), expected, "{millis}");
        };
        check(0, "0.0 s");
        check(1_290, "1.2 s");
        check(59_999, "59 s");
        check(60_000, "1 min 0 s");
        check(754_000, "12 min 34 s");
    }

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
        assert!(message.starts_with("[2/3] second: failed after"), "{message}");
        assert!(message.ends_with("no ink"), "{message}");
        assert!(!reached);
    }
}
