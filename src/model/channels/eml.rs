//! The letter as an `.eml` file (RFC 5322): a draft for a mail program, however long the letter is.

use super::{crlf, one_line};
use crate::model::letter::Letter;
use crate::model::text::floor_char_boundary;

/// How many bytes of a subject one encoded word holds: 52 characters of base64. RFC 2047 allows a
/// word of 75 characters, but also a line of no more than 76, and the first begins with `Subject: `.
const WORD_BYTES: usize = 39;

/// How many bytes of a body one line holds: the 76 characters of base64 that RFC 2045 allows.
const LINE_BYTES: usize = 57;

/// The content of an `.eml` file of the letter: a message of RFC 5322 and MIME, in ASCII.
///
/// `X-Unsent` makes Thunderbird and classic Outlook open it for writing; others show it as if it
/// had arrived. What only the sender's own program knows (`From`, `Date`, `Message-ID`) is left to
/// it, and the visitor picks the recipient there. Nothing in a letter can add a header: subject and
/// body are both base64.
///
/// ```
/// use good_sport::model::{Letter, eml};
///
/// let letter = Letter { subject: "Thank you".into(), body: "Hi,\nbye".into() };
/// let expected = "X-Unsent: 1\r\n\
///     Subject: =?UTF-8?B?VGhhbmsgeW91?=\r\n\
///     MIME-Version: 1.0\r\n\
///     Content-Type: text/plain; charset=utf-8\r\n\
///     Content-Transfer-Encoding: base64\r\n\
///     \r\n\
///     SGksDQpieWU=\r\n";
/// assert_eq!(eml(&letter), expected);
/// ```
#[must_use]
pub fn eml(letter: &Letter) -> String {
    let mut file = String::from("X-Unsent: 1\r\nSubject: ");
    push_words(&mut file, &one_line(&letter.subject));
    file.push_str(
        "\r\nMIME-Version: 1.0\r\n\
        Content-Type: text/plain; charset=utf-8\r\n\
        Content-Transfer-Encoding: base64\r\n\r\n",
    );
    for line in crlf(&letter.body).as_bytes().chunks(LINE_BYTES) {
        push_base64(&mut file, line);
        file.push_str("\r\n");
    }
    file
}

/// A header's value as the encoded words of RFC 2047, each a line of its own. Plain words are
/// encoded too: they are rare, since a subject has a dash, and spaces at their ends would be lost.
fn push_words(file: &mut String, mut text: &str) {
    while !text.is_empty() {
        let (word, rest) = text.split_at(floor_char_boundary(text, WORD_BYTES));
        file.push_str("=?UTF-8?B?");
        push_base64(file, word.as_bytes());
        file.push_str("?=");
        if !rest.is_empty() {
            file.push_str("\r\n ");
        }
        text = rest;
    }
}

fn push_base64(file: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for three in bytes.chunks(3) {
        let byte = |at: usize| three.get(at).map_or(0, |it| u32::from(*it));
        let bits = byte(0) << 16 | byte(1) << 8 | byte(2);
        for at in 0..4 {
            let digit = DIGITS[(bits >> (18 - 6 * at) & 63) as usize];
            file.push(if at <= three.len() { char::from(digit) } else { '=' });
        }
    }
}
