//! A second try for a test that failed, in case the machine was at fault and not the widget.
//!
//! As the `retries` of nextest and of Playwright; what passes only then is told as flaky.

use std::fmt;
use std::sync::{Mutex, PoisonError};

/// How many tests of a run get a second try. Where more fail, the run fails whatever came of it.
const MOST: usize = 3;

/// The second tries of a run.
#[derive(Debug, Default)]
pub(crate) struct Retries(Mutex<Vec<Retry>>);

#[derive(Debug)]
struct Retry {
    test: String,
    /// The message of the first failure.
    first: String,
    passed: bool,
}

impl Retries {
    /// Tries a test, and once more if it fails while there are second tries left.
    pub(crate) fn run(
        &self,
        test: &str,
        mut attempt: impl FnMut() -> Result<(), String>,
    ) -> Result<(), String> {
        let Err(first) = attempt() else { return Ok(()) };
        let Some(index) = self.begin(test, &first) else { return Err(first) };
        let second = attempt();
        self.lock()[index].passed = second.is_ok();
        second.map_err(|second| format!("{first}\n\nand when it was tried again: {second}"))
    }

    /// The place of a second try, if there is one left.
    fn begin(&self, test: &str, first: &str) -> Option<usize> {
        let mut retries = self.lock();
        if retries.len() == MOST {
            return None;
        }
        retries.push(Retry { test: test.to_owned(), first: first.to_owned(), passed: false });
        Some(retries.len() - 1)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<Retry>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl fmt::Display for Retries {
    /// The tests that passed at their second try, each with what its first failed with.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for it in self.lock().iter().filter(|it| it.passed) {
            writeln!(
                f,
                "{} is flaky: it passed when it was tried again, after {}",
                it.test, it.first
            )?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The outcome of a test that fails this often, and the number of its tries.
    fn check(retries: &Retries, failures: usize) -> (Result<(), String>, usize) {
        let mut tries = 0;
        let outcome = retries.run("webkit::copies", || {
            tries += 1;
            if tries > failures { Ok(()) } else { Err(format!("failure {tries}")) }
        });
        (outcome, tries)
    }

    #[test]
    fn a_test_that_passes_at_its_second_try_passes_and_is_told_as_flaky() {
        let retries = Retries::default();
        assert_eq!(check(&retries, 0), (Ok(()), 1));
        assert_eq!(retries.to_string(), "");
        assert_eq!(check(&retries, 1), (Ok(()), 2));
        let flaky = "webkit::copies is flaky: it passed when it was tried again, after failure 1\n";
        assert_eq!(retries.to_string(), flaky);
    }

    #[test]
    fn a_test_that_fails_twice_fails_with_both_messages() {
        let retries = Retries::default();
        let both = "failure 1\n\nand when it was tried again: failure 2";
        assert_eq!(check(&retries, 2), (Err(both.to_owned()), 2));
        assert_eq!(retries.to_string(), "");
    }

    #[test]
    fn the_fourth_test_that_fails_is_not_tried_again() {
        let retries = Retries::default();
        for _ in 0..MOST {
            assert_eq!(check(&retries, 1), (Ok(()), 2));
        }
        assert_eq!(check(&retries, 1), (Err("failure 1".to_owned()), 1));
        assert_eq!(retries.to_string().lines().count(), MOST);
    }
}
