//! The ways out: a link that opens a mail program, and the letter as HTML for rich copying.

use super::letter::Letter;

/// The longest `mailto:` link, in characters, that every common browser and mail program takes.
/// RFC 6068 has no limit, but some of them cut or drop a link of 2,000.
pub const MAILTO_LIMIT: usize = 1_900;

/// A link that opens a mail program.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Mailto {
    /// The link.
    pub href: String,
    /// Whether it holds the body. When it would be too long it has the subject alone, and the
    /// body must be copied.
    pub whole: bool,
}

impl Mailto {
    /// The link for a letter, with no recipient: the visitor picks that in the mail program.
    ///
    /// ```
    /// use good_sport::model::{Letter, Mailto};
    ///
    /// let letter = Letter { subject: "Q&A".into(), body: "Hi,\nbye".into() };
    /// assert_eq!(Mailto::new(&letter).href, "mailto:?subject=Q%26A&body=Hi%2C%0D%0Abye");
    /// ```
    #[must_use]
    pub fn new(letter: &Letter) -> Self {
        let mut href = String::from("mailto:?subject=");
        push_encoded(&mut href, &one_line(&letter.subject));
        let subject_only = href.len();
        href.push_str("&body=");
        for (index, line) in lines(&letter.body).enumerate() {
            if index > 0 {
                href.push_str("%0D%0A");
            }
            push_encoded(&mut href, line);
        }
        let whole = href.len() <= MAILTO_LIMIT;
        if !whole {
            href.truncate(subject_only);
        }
        Self { href, whole }
    }
}

/// What RFC 3986 calls unreserved stays; all else is encoded, a space as `%20`.
fn push_encoded(href: &mut String, text: &str) {
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
            href.push(char::from(byte));
        } else {
            href.push('%');
            for digit in [byte >> 4, byte & 15] {
                href.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
    }
}

/// The body as HTML: a `<p>` for each paragraph, a `<br>` for each line, and all else as text.
///
/// ```
/// use good_sport::model::html;
///
/// assert_eq!(html("Hi <b>,\n\nA\nB"), "<p>Hi &lt;b&gt;,</p><p>A<br>B</p>");
/// ```
#[must_use]
pub fn html(body: &str) -> String {
    let mut html = String::new();
    for paragraph in lines(body).collect::<Vec<_>>().split(|line| line.is_empty()) {
        for (index, line) in paragraph.iter().enumerate() {
            html.push_str(if index == 0 { "<p>" } else { "<br>" });
            for letter in line.chars() {
                match letter {
                    '&' => html.push_str("&amp;"),
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    '"' => html.push_str("&quot;"),
                    _ => html.push(letter),
                }
            }
        }
        if !paragraph.is_empty() {
            html.push_str("</p>");
        }
    }
    html
}

/// A text as a header can hold it: on one line.
#[must_use]
pub fn one_line(text: &str) -> String {
    text.chars().map(|it| if it.is_control() { ' ' } else { it }).collect()
}

/// The lines of a text, however they end.
fn lines(text: &str) -> impl Iterator<Item = &str> {
    text.split('\n').flat_map(|line| line.strip_suffix('\r').unwrap_or(line).split('\r'))
}
