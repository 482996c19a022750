//! Mail links: the letter as a `mailto:` link (RFC 6068), or a link to the compose page of a webmail.
//!
//! No service documents its link; these are the forms that they took in 2026. A link to a service
//! holds the letter, so the service's address bar, history and logs hold it too: say so beside it,
//! and give it `rel="noopener noreferrer"`.

use super::{crlf, one_line};
use crate::model::letter::Letter;
use crate::model::truncation::shortened;

/// The longest `mailto:` link, in characters, that every common browser and mail program takes.
/// RFC 6068 has no limit, but some of them cut or drop a link of 2,000.
pub const MAILTO_LIMIT: usize = 1_900;

/// The longest link to a mail service, in characters.
///
/// Outlook is known to take about 2,048, and to answer "bad request" from 2,100. The others take
/// more, but a way through their sign-in may not, so there is one limit for all.
pub const WEBMAIL_LIMIT: usize = 2_048;

/// What comes before the body in a link.
const BODY: &str = "&body=";

/// A mail program or webmail that opens a new message from a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Webmail {
    /// The visitor's own mail program.
    App,
    /// Google's service. In Safari on a phone its link ends in the inbox, without a message.
    Gmail,
    /// Microsoft's for everybody.
    Outlook,
    /// Microsoft's for firms and schools, which is at another address. For a visitor who must
    /// first sign in, either of the two may show `+` for each space; no encoding helps.
    Office,
    /// Yahoo's.
    Yahoo,
}

/// A link that opens a new message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Link {
    /// The link.
    pub href: String,
    /// Whether it holds the body. When it would be too long it has the subject alone, and the
    /// body must be copied.
    pub whole: bool,
}

impl Webmail {
    /// The services, the most used first.
    pub const SERVICES: [Self; 4] = [Self::Gmail, Self::Outlook, Self::Office, Self::Yahoo];

    /// Where a new message is made, without a letter.
    #[must_use]
    pub const fn address(self) -> &'static str {
        match self {
            Self::App => "mailto:",
            Self::Gmail => "https://mail.google.com/mail/",
            Self::Outlook => "https://outlook.live.com/mail/0/deeplink/compose",
            Self::Office => "https://outlook.office.com/mail/deeplink/compose",
            Self::Yahoo => "https://compose.mail.yahoo.com/",
        }
    }

    /// Whether it is a page of the web.
    #[must_use]
    pub const fn is_service(self) -> bool {
        !matches!(self, Self::App)
    }

    /// The link for a letter, with no recipient: the visitor picks that in the message. A letter that
    /// is too long is left out, and so is the end of a subject that is too long by itself.
    ///
    /// ```
    /// use good_sport::model::{Letter, Webmail};
    ///
    /// let letter = Letter { subject: "Q&A".into(), body: "Hi,\nbye".into() };
    /// let link = Webmail::App.link(&letter);
    /// assert_eq!(link.href, "mailto:?subject=Q%26A&body=Hi%2C%0D%0Abye");
    /// assert!(link.whole);
    /// ```
    #[must_use]
    pub fn link(self, letter: &Letter) -> Link {
        let whole = self.holds(letter);
        let mut href = self.start();
        let subject = one_line(&letter.subject);
        if whole {
            push_encoded(&mut href, &subject);
            href.push_str(BODY);
            push_encoded(&mut href, &crlf(&letter.body));
        } else {
            let room = self.limit() - href.len();
            push_encoded(&mut href, &shortened(&subject, room, encoded_len));
        }
        Link { href, whole }
    }

    /// Whether its link can hold the body of this letter.
    #[must_use]
    pub fn holds(self, letter: &Letter) -> bool {
        let encoded = |text: &str| text.chars().map(encoded_len).sum::<usize>();
        // This is asked with every key, also in a letter of 100,000 characters.
        letter.body.len() <= self.limit()
            && self.start().len()
                + encoded(&one_line(&letter.subject))
                + BODY.len()
                + encoded(&crlf(&letter.body))
                <= self.limit()
    }

    /// What its link begins with.
    fn start(self) -> String {
        // Outlook knows these keys in lower case only.
        let subject = if self == Self::Gmail { "?view=cm&fs=1&su=" } else { "?subject=" };
        [self.address(), subject].concat()
    }

    /// The longest link that it takes, in characters.
    const fn limit(self) -> usize {
        if self.is_service() { WEBMAIL_LIMIT } else { MAILTO_LIMIT }
    }

    /// Its name in the event for the page: the service, but not whether a firm runs it.
    #[must_use]
    pub fn channel(self) -> &'static str {
        match self {
            Self::App => "mailto",
            Self::Gmail => "gmail",
            Self::Outlook | Self::Office => "outlook",
            Self::Yahoo => "yahoo",
        }
    }
}

/// Whether a byte is unreserved in RFC 3986.
fn is_unreserved(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || b"-._~".contains(&byte)
}

/// Encodes all but unreserved bytes, a space as `%20`.
fn push_encoded(href: &mut String, text: &str) {
    for byte in text.bytes() {
        if is_unreserved(byte) {
            href.push(char::from(byte));
        } else {
            href.push('%');
            for digit in [byte >> 4, byte & 15] {
                href.push(char::from(b"0123456789ABCDEF"[usize::from(digit)]));
            }
        }
    }
}

/// The length of a character when it is encoded.
fn encoded_len(letter: char) -> usize {
    if u8::try_from(letter).is_ok_and(is_unreserved) { 1 } else { 3 * letter.len_utf8() }
}
