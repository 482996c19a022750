//! The table of what each file weighs, as it is printed at the end of a build.

use std::fmt::Write as _;

/// What one file weighs, in bytes.
#[derive(Clone, Default)]
pub(super) struct Sizes {
    /// The file's name.
    pub(super) name: String,
    /// As it is, after gzip, and after Brotli.
    pub(super) bytes: [usize; 3],
}

/// A line for each file, and one for all of them.
pub(super) fn table(files: &[Sizes]) -> String {
    let mut total = Sizes { name: "total".to_owned(), ..Sizes::default() };
    for file in files {
        for (sum, bytes) in total.bytes.iter_mut().zip(file.bytes) {
            *sum += bytes;
        }
    }
    let rows = || files.iter().chain([&total]);
    let width = rows().map(|row| row.name.len()).max().unwrap_or_default();
    let mut text = format!("{:width$} {:>11} {:>11} {:>11}\n", "file", "raw", "gzip", "brotli");
    for row in rows() {
        let [raw, gzip, brotli] = row.bytes.map(separated);
        // Writing to a `String` cannot fail.
        let _ = writeln!(text, "{:width$} {raw:>11} {gzip:>11} {brotli:>11}", row.name);
    }
    text
}

/// A number with a comma between its thousands.
fn separated(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_are_separated() {
        let check = |number, expected| assert_eq!(separated(number), expected);
        check(0, "0");
        check(999, "999");
        check(1_000, "1,000");
        check(123_456, "123,456");
        check(1_234_567, "1,234,567");
    }

    #[test]
    fn numbers_stand_to_the_right_and_are_added_up() {
        let file = |name: &str, bytes| Sizes { name: name.to_owned(), bytes };
        let text = table(&[file("good-sport.js", [2_500, 1_200, 999]), file("a.js", [1, 2, 3])]);
        assert_eq!(
            text,
            "\
file                  raw        gzip      brotli
good-sport.js       2,500       1,200         999
a.js                    1           2           3
total               2,501       1,202       1,002
"
        );
    }
}
