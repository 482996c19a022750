//! Reads versions out of what tools say of themselves, and tells which of them fit.

use std::fmt;

/// A version as the numbers between its dots.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub(super) struct Version(Vec<u64>);

impl Version {
    /// The first version in a text: digits, a dot, digits.
    pub(super) fn find(text: &str) -> Option<Self> {
        text.split(|it: char| it.is_whitespace() || "(),/".contains(it)).find_map(|word| {
            let word = word.trim_start_matches('v');
            let end = word.find(|it: char| !it.is_ascii_digit() && it != '.').unwrap_or(word.len());
            let numbers: Option<Vec<u64>> =
                word[..end].split('.').map(|number| number.parse().ok()).collect();
            numbers.filter(|numbers| numbers.len() > 1).map(Self)
        })
    }

    /// The number before the first dot.
    pub(super) fn major(&self) -> u64 {
        self.0[0]
    }

    fn begins_with(&self, numbers: &[u64]) -> bool {
        self.0.starts_with(numbers)
    }
}

impl fmt::Display for Version {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let numbers: Vec<_> = self.0.iter().map(u64::to_string).collect();
        f.write_str(&numbers.join("."))
    }
}

/// Which versions of a tool will do.
#[derive(Clone, Copy)]
pub(super) enum Fits {
    /// Whichever there is.
    Any,
    /// The first numbers are these.
    Series(&'static [u64]),
    /// These or higher.
    AtLeast(&'static [u64]),
    /// The first number is that of another program, the first of these names that is there.
    SameMajorAs(&'static [&'static str]),
}

impl Fits {
    /// Whether this version will do; `other` is what the other program has, if there is one.
    pub(super) fn accepts(self, version: &Version, other: Option<&Version>) -> bool {
        match self {
            Self::Any => true,
            Self::Series(numbers) => version.begins_with(numbers),
            Self::AtLeast(numbers) => version.0.as_slice() >= numbers,
            Self::SameMajorAs(_) => other.is_some_and(|other| other.major() == version.major()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn version(numbers: &[u64]) -> Version {
        Version(numbers.to_vec())
    }

    #[test]
    fn versions_are_found_where_the_tools_write_them() {
        let check = |text, numbers: &[u64]| {
            assert_eq!(Version::find(text), Some(version(numbers)), "{text}");
        };
        check("trunk 0.21.14\n", &[0, 21, 14]);
        check("v20.20.2\n", &[20, 20, 2]);
        check("ChromeDriver 156.0.8078.80 (abc-refs/branch@{#1})\n", &[156, 0, 8078, 80]);
        check(
            "Chromium 156.0.8078.80 built on Debian GNU/Linux 12 (bookworm)\n",
            &[156, 0, 8078, 80],
        );
        check("Mozilla Firefox 153.0.1esr\n", &[153, 0, 1]);
        check("wasm-bindgen-test-runner 0.2.130\n", &[0, 2, 130]);
        check("clippy 0.1.95 (59807616e1 2026-04-14)\n", &[0, 1, 95]);
        check("Google Chrome for Testing 128.0.6613.84 \n", &[128, 0, 6613, 84]);
        check("wasm-pack 0.15.1-rc1\n", &[0, 15, 1]);
    }

    #[test]
    fn a_text_without_a_version_has_none() {
        let check = |text| assert_eq!(Version::find(text), None, "{text}");
        check("");
        check("command not found");
        check("built 2026 by hand");
        check("v1..2");
        check("…");
    }

    #[test]
    fn a_series_is_told_by_its_first_numbers() {
        let series = Fits::Series(&[0, 15]);
        assert!(series.accepts(&version(&[0, 15, 1]), None));
        assert!(!series.accepts(&version(&[0, 150]), None));
        assert!(!series.accepts(&version(&[0, 14, 15]), None));
        assert!(!Fits::Series(&[0, 2, 130]).accepts(&version(&[0, 2, 13]), None));
    }

    #[test]
    fn the_least_version_is_compared_by_numbers_and_not_by_letters() {
        let least = Fits::AtLeast(&[18]);
        assert!(least.accepts(&version(&[18, 0, 0]), None));
        assert!(least.accepts(&version(&[100, 1]), None));
        assert!(!least.accepts(&version(&[9, 9]), None));
    }

    #[test]
    fn a_driver_must_be_of_its_browsers_major_version() {
        let same = Fits::SameMajorAs(&["browser"]);
        let driver = version(&[156, 0]);
        assert!(same.accepts(&driver, Some(&version(&[156, 9]))));
        assert!(!same.accepts(&driver, Some(&version(&[157, 0]))));
        assert!(!same.accepts(&driver, None));
    }
}
