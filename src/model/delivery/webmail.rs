//! The links that open a letter in a mail service's own page.
//!
//! No service documents its link; these are the forms that they took in 2026. A link holds the
//! letter, so the service's address bar, history and logs hold it too: say so beside it, and give
//! it `rel="noopener noreferrer"`.

use super::link;
use crate::model::letter::Letter;

/// The longest link to a mail service, in characters.
///
/// Outlook is known to take about 2,048, and to answer "bad request" from 2,100. The others take
/// more, but a way through their sign-in may not, so there is one limit for all.
pub const WEBMAIL_LIMIT: usize = 2_048;

/// A mail service that opens a new message from a link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Webmail {
    /// Google's. In Safari on a phone its link ends in the inbox, without a message.
    Gmail,
    /// Microsoft's for everybody.
    Outlook,
    /// Microsoft's for firms and schools, which is at another address. For a visitor who must
    /// first sign in, either of the two may show `+` for each space; no encoding helps.
    Office,
    /// Yahoo's.
    Yahoo,
}

/// A link that opens a new message in a mail service.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WebmailLink {
    /// The link.
    pub href: String,
    /// Whether it holds the body. When it would be longer than [`WEBMAIL_LIMIT`] it has the
    /// subject alone, and the body must be copied.
    pub whole: bool,
}

impl Webmail {
    /// All of them, the most used first.
    pub const ALL: [Self; 4] = [Self::Gmail, Self::Outlook, Self::Office, Self::Yahoo];

    /// The link for a letter, with no recipient: the visitor picks that in the message.
    ///
    /// ```
    /// use good_sport::model::{Letter, Webmail};
    ///
    /// let letter = Letter { subject: "Q&A".into(), body: "Hi,\nbye".into() };
    /// let link = Webmail::Yahoo.link(&letter);
    /// let expected = "https://compose.mail.yahoo.com/?subject=Q%26A&body=Hi%2C%0D%0Abye";
    /// assert_eq!((link.href.as_str(), link.whole), (expected, true));
    /// ```
    #[must_use]
    pub fn link(self, letter: &Letter) -> WebmailLink {
        // Outlook knows these keys in lower case only.
        let start = match self {
            Self::Gmail => "https://mail.google.com/mail/?view=cm&fs=1&su=",
            Self::Outlook => "https://outlook.live.com/mail/0/deeplink/compose?subject=",
            Self::Office => "https://outlook.office.com/mail/deeplink/compose?subject=",
            Self::Yahoo => "https://compose.mail.yahoo.com/?subject=",
        };
        let (href, whole) = link(start, letter, WEBMAIL_LIMIT);
        WebmailLink { href, whole }
    }

    /// What the service is called. What stands in brackets is English.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Gmail => "Gmail",
            Self::Outlook => "Outlook",
            Self::Office => "Outlook (work or school)",
            Self::Yahoo => "Yahoo Mail",
        }
    }

    /// What a page is told was opened: the service, but not whether a firm runs it.
    #[must_use]
    pub fn channel(self) -> &'static str {
        match self {
            Self::Gmail => "gmail",
            Self::Outlook | Self::Office => "outlook",
            Self::Yahoo => "yahoo",
        }
    }
}
