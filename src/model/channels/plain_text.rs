//! The letter as a plain text file.

use super::{crlf, one_line};
use crate::model::letter::Letter;

/// The content of a `.txt` file of the letter: the subject on the first line, an empty line, the body.
/// Lines end as on Windows, which all others read too.
///
/// ```
/// use good_sport::model::{Letter, plain};
///
/// let letter = Letter { subject: "Thank you".into(), body: "Hi,\nbye".into() };
/// assert_eq!(plain(&letter), "Thank you\r\n\r\nHi,\r\nbye");
/// ```
#[must_use]
pub fn plain(letter: &Letter) -> String {
    let mut file = one_line(&letter.subject);
    file.push_str("\r\n\r\n");
    file.push_str(&crlf(&letter.body));
    file
}
