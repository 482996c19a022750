//! What a visitor may be made to load: each budget with what is spent of it.

/// What one file weighs, in bytes.
#[derive(Clone, Default)]
pub(super) struct Sizes {
    /// The file's name.
    pub(super) name: String,
    /// As it is, after gzip, and after Brotli.
    pub(super) bytes: [usize; 3],
}

/// A number of bytes after Brotli that some files must not pass together.
struct Budget {
    /// What a visitor gets for it.
    what: &'static str,
    /// How the names of the files begin; each stands for one file.
    files: &'static [&'static str],
    /// What the files may weigh together, with the standard library compiled for size.
    bytes: usize,
    /// The same with the toolchain's own library.
    bytes_stable: usize,
}

const BUDGETS: [Budget; 4] = [
    Budget {
        what: "the tag's script, all that a page pays until the widget comes near",
        files: &["good-sport.js"],
        bytes: 4_200,
        bytes_stable: 4_200,
    },
    Budget {
        what: "until the form is painted and takes text",
        files: &["good-sport.en.js"],
        bytes: 14_850,
        bytes_stable: 14_850,
    },
    Budget {
        what: "everything, until the last feature works",
        files: &[
            "good-sport.js",
            "good-sport.shell.en.",
            "good-sport.words.en.",
            "good-sport.program.",
        ],
        bytes: 140_800,
        bytes_stable: 156_000,
    },
    Budget {
        what: "another language for the letter",
        files: &["good-sport.words.en-GB."],
        bytes: 20_800,
        bytes_stable: 20_800,
    },
];

/// What is spent of a budget.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Spent {
    /// What a visitor gets for it.
    pub(crate) what: &'static str,
    /// What the files weigh, in bytes after Brotli.
    pub(crate) bytes: usize,
    /// What they may weigh.
    pub(crate) budget: usize,
}

impl Spent {
    /// Whether it is more than there was to spend.
    pub(crate) fn is_too_much(&self) -> bool {
        self.bytes > self.budget
    }
}

/// What these files spend of each budget.
pub(super) fn spent(files: &[Sizes], is_stable: bool) -> Vec<Spent> {
    let weight = |name: &&str| {
        let file = files.iter().find(|it| it.name.starts_with(*name));
        // A file that is missing is not free: it must not pass for one that weighs nothing.
        file.map_or(usize::MAX / 16, |it| it.bytes[2])
    };
    BUDGETS
        .iter()
        .map(|it| Spent {
            what: it.what,
            bytes: it.files.iter().map(weight).sum(),
            budget: if is_stable { it.bytes_stable } else { it.bytes },
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn files(weights: [usize; 6]) -> Vec<Sizes> {
        let names = [
            "good-sport.js",
            "good-sport.en.js",
            "good-sport.shell.en.0a.js",
            "good-sport.words.en.1b.js",
            "good-sport.words.en-GB.2c.js",
            "good-sport.program.3d.js",
        ];
        names
            .iter()
            .zip(weights)
            .map(|(name, weight)| Sizes {
                name: (*name).to_owned(),
                bytes: [weight * 4, weight * 2, weight],
            })
            .collect()
    }

    #[test]
    fn files_that_are_loaded_together_are_added_up() {
        let spent = spent(&files([1, 20, 300, 4_000, 50_000, 600_000]), false);
        let bytes: Vec<_> = spent.iter().map(|it| it.bytes).collect();
        assert_eq!(bytes, [1, 20, 604_301, 50_000]);
        let too_much: Vec<_> = spent.iter().map(Spent::is_too_much).collect();
        assert_eq!(too_much, [false, false, true, true]);
    }

    #[test]
    fn a_missing_file_is_not_a_small_one() {
        assert!(spent(&files([1; 6])[..5], true)[2].is_too_much());
    }

    #[test]
    fn the_plain_toolchain_may_make_a_larger_program() {
        let files = files([1; 6]);
        assert!(spent(&files, true)[2].budget > spent(&files, false)[2].budget);
    }
}
