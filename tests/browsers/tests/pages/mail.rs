//! The link that opens a mail program.

use std::borrow::Cow;

use anyhow::{Context as _, Result};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, MAIL, Widget};
use serde_json::json;
use url::Url;

/// Texts that want to be more than text.
pub(crate) const HOSTILE: [&str; 9] = [
    "&cc=x@y.z&bcc=x@y.z",
    "?body=other#fragment",
    "100% %0A%0D%20 +1",
    "a&b=c;d,e/f\\g\"h'i`j",
    "\u{1f642} \u{1f469}\u{200d}\u{1f4bb} Zo\u{eb} \u{202e}txt",
    "two\nlines\n\nand a third",
    "</script><img src=x onerror=\"record.errors.push('run')\"><b>",
    "</textarea><script>record.errors.push('run')</script>",
    "{company} [role] ${sender} $& $1",
];

pub(crate) fn add(suite: &mut Suite) {
    suite.add(the_mail_link_has_the_subject_and_the_body_and_nothing_else);
    suite.add(a_long_letter_is_left_out_of_the_mail_link);
    suite.add(opening_the_mail_program_is_told_to_the_page);
}

/// What a mail program reads from the link: its address, then its fields.
async fn opened(widget: Widget<'_>) -> Result<(String, Vec<(String, String)>)> {
    let href: String =
        widget.run("return root.querySelector(args[0]).href;", &[MAIL.into()]).await?;
    let link = Url::parse(&href).context(href)?;
    assert_eq!(link.fragment(), None);
    let fields = link.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned()));
    Ok((link.path().to_owned(), fields.collect()))
}

async fn the_mail_link_has_the_subject_and_the_body_and_nothing_else(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    for text in ["", "Acme"].into_iter().chain(HOSTILE) {
        for field in ["company", "role", "recipient", "sender", "highlight"] {
            widget.fill(&format!("[name={field}]"), text).await?;
        }
        let letter = widget.letter().await?;
        let (to, fields) = opened(widget).await?;
        assert_eq!(to, "", "{text}");
        let expected = [("subject", letter.subject), ("body", lines(&letter.body))];
        assert_eq!(fields, expected.map(|(name, value)| (name.to_owned(), value)), "{text}");
    }
    for text in HOSTILE {
        widget.fill("[name=subject]", text).await?;
        widget.fill(BODY, text).await?;
        let (to, fields) = opened(widget).await?;
        assert_eq!(to, "", "{text}");
        let subject = widget.letter().await?.subject;
        let expected = [("subject", subject), ("body", lines(text))];
        assert_eq!(fields, expected.map(|(name, value)| (name.to_owned(), value)), "{text}");
    }
    Ok(())
}

/// As a mail has them.
fn lines(text: &str) -> String {
    let text: Cow<'_, str> =
        if text.contains('\r') { text.replace('\r', "").into() } else { text.into() };
    text.replace('\n', "\r\n")
}

async fn a_long_letter_is_left_out_of_the_mail_link(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let count = "return root.querySelector(args[0]).getAttribute('href').length;";
    widget.fill(BODY, "").await?;
    let empty: usize = widget.run(count, &[MAIL.into()]).await?;
    let (_, fields) = opened(widget).await?;
    let subject = fields.into_iter().find(|(name, _)| name == "subject");
    // A space is three characters of a link.
    let spaces = (1_900 - empty) / 3;
    let rest = (1_900 - empty) % 3;
    let longest = format!("{}{}", " ".repeat(spaces), "a".repeat(rest));
    widget.fill(BODY, &longest).await?;
    assert_eq!(widget.run::<usize>(count, &[MAIL.into()]).await?, 1_900);
    widget.fill(BODY, &format!("{longest}a")).await?;
    let (_, fields) = opened(widget).await?;
    assert_eq!(fields, Vec::from_iter(subject));
    Ok(())
}

async fn opening_the_mail_program_is_told_to_the_page(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.click(MAIL).await?;
    let told = visit.hear("good-sport-send", 1).await?;
    assert_eq!(told, json!({ "channel": "mailto" }));
    Ok(())
}
