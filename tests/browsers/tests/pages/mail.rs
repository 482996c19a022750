//! The link that opens a mail program.

use std::borrow::Cow;
use std::sync::Arc;

use anyhow::{Context as _, Result};
use browsers::site::header;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, MAIL, SUBJECT, Widget};
use serde_json::json;
use thirtyfour::Key;
use thirtyfour::cdp::Cdp;
use url::Url;

/// Texts that want to be more than text.
pub(crate) const HOSTILE: [&str; 9] = [
    "&cc=x@y.z&bcc=x@y.z",
    "?body=other#fragment",
    "100% %0A%0D%20 +1",
    "a&b=c;d,e/f\\g\"h'i`j",
    "\u{1f642} \u{1f469}\u{200d}\u{1f4bb} Zo\u{eb} \u{2067}txt\u{2069}",
    "two\nlines\n\nand a third",
    "</script><img src=x onerror=\"record.errors.push('run')\"><b>",
    "</textarea><script>record.errors.push('run')</script>",
    "{company} [role] ${sender} $& $1",
];

pub(crate) fn add(suite: &mut Suite) {
    suite.add(mailto_link_has_only_subject_and_body);
    suite.add(overlong_letter_is_left_out_of_the_mailto_link);
    suite.add(long_subject_is_truncated_in_the_mailto_link);
    suite.add(opening_the_mail_app_fires_send_and_ticks_nothing);
    suite.add(mailto_link_works_with_any_pointer_or_key);
    suite.add(no_href_contains_letter_text);
    suite.add(reports_a_mail_app_that_does_not_open);
    suite.add(iframe_survives_a_mailto_click);
    suite.add(sandboxed_iframe_survives_a_mailto_click);
    suite.add(iframe_under_frame_src_self_survives_a_mailto_click);
    suite.add(iframe_survives_a_webmail_protocol_handler);
}

/// Keeps what is opened, and opens nothing: a new message is a link that is never in the page.
pub(crate) const OPENED: &str = "window.opened = [];\
    const click = HTMLAnchorElement.prototype.click;\
    HTMLAnchorElement.prototype.click = function () {\
      if (this.isConnected) click.call(this);\
      else window.opened.push([this.getAttribute('href'), this.target, this.rel]);\
    };";

/// The address, the target and the relation of what was opened last.
pub(crate) async fn last_opened(widget: Widget<'_>) -> Result<[String; 3]> {
    widget.run("return window.opened.at(-1);", &[]).await
}

/// The link as a mail program reads it: its address, then its fields.
async fn opened(widget: Widget<'_>) -> Result<(String, Vec<(String, String)>)> {
    widget.run::<()>("root.querySelector(args[0]).click();", &[MAIL.into()]).await?;
    let [href, ..] = last_opened(widget).await?;
    let link = Url::parse(&href).context(href)?;
    assert_eq!(link.fragment(), None);
    let fields = link.query_pairs().map(|(name, value)| (name.into_owned(), value.into_owned()));
    Ok((link.path().to_owned(), fields.collect()))
}

async fn mailto_link_has_only_subject_and_body(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
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

async fn overlong_letter_is_left_out_of_the_mailto_link(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
    widget.fill(BODY, "").await?;
    let (_, fields) = opened(widget).await?;
    let empty = last_opened(widget).await?[0].len();
    let subject = fields.into_iter().find(|(name, _)| name == "subject");
    // A space is three characters of a link.
    let spaces = (1_900 - empty) / 3;
    let rest = (1_900 - empty) % 3;
    let longest = format!("{}{}", " ".repeat(spaces), "a".repeat(rest));
    widget.fill(BODY, &longest).await?;
    opened(widget).await?;
    assert_eq!(last_opened(widget).await?[0].len(), 1_900);
    widget.fill(BODY, &format!("{longest}a")).await?;
    let (_, fields) = opened(widget).await?;
    assert_eq!(fields, Vec::from_iter(subject));
    Ok(())
}

async fn long_subject_is_truncated_in_the_mailto_link(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
    for text in [
        "Senior analyst ".repeat(14),
        "職".repeat(200),
        "\u{1f469}\u{1f3fd}\u{200d}\u{1f4bb}a".repeat(40),
    ] {
        widget.fill("[name=role]", &text).await?;
        widget.fill("[name=sender]", &text).await?;
        let composed = widget.value(SUBJECT).await?;
        assert!(composed.starts_with("Thank you") && composed.ends_with('…'), "{composed}");
        assert!(composed.chars().count() <= 100, "{composed}");
        widget.fill(BODY, &"long ".repeat(500)).await?;
        let (_, fields) = opened(widget).await?;
        assert_eq!(fields, [("subject".to_owned(), composed)]);
        // The visitor's own is theirs; the link has as much of it as there is room for.
        let own = text.repeat(20);
        widget.fill(SUBJECT, &own).await?;
        let (_, fields) = opened(widget).await?;
        assert!(last_opened(widget).await?[0].len() <= 1_900);
        let [(_, cut)] = &fields[..] else { panic!("{fields:?}") };
        assert!(own.starts_with(cut.strip_suffix('…').unwrap_or("?")), "{cut}");
        assert_eq!(widget.value(SUBJECT).await?, own);
        assert_eq!(widget.letter().await?.subject, own);
        widget.run::<()>("element.reset();", &[]).await?;
        visit.drawn().await?;
    }
    Ok(())
}

async fn opening_the_mail_app_fires_send_and_ticks_nothing(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
    widget.click(MAIL).await?;
    let told = visit.hear("good-sport-send", 1).await?;
    assert_eq!(told, json!({ "channel": "mailto" }));
    let [href, target, _] = last_opened(widget).await?;
    assert!(href.starts_with("mailto:?subject=Thank%20you"), "{href}");
    assert_eq!(target, "", "it leaves the page where it is");
    is_told_what_to_do(visit, widget).await
}

/// Sees that the visitor is told what to do if nothing happened, can do it, and that nothing is ticked.
pub(crate) async fn is_told_what_to_do(visit: &Visit, widget: Widget<'_>) -> Result<()> {
    let told = "root.querySelector('[role=status]').textContent.includes('copy the letter')";
    widget.until("the visitor is told what to do", told, &[]).await?;
    assert!(widget.reach(COPY, async |button| button.is_clickable().await).await?);
    assert_eq!(widget.count("[part~=item] :checked").await?, 0, "nobody knows whether it opened");
    let told = visit.heard("good-sport-check").await?;
    assert!(told.iter().all(|it| it["done"] == 0), "{told:?}");
    Ok(())
}

async fn mailto_link_works_with_any_pointer_or_key(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
    let press = "const event = new MouseEvent(args[1],\
          { bubbles: true, cancelable: true, composed: true, ...args[2] });\
        return !root.querySelector(args[0]).dispatchEvent(event);";
    let mut presses = 0;
    for (event, how, opens) in [
        ("click", json!({}), true),
        ("click", json!({ "ctrlKey": true }), true),
        ("click", json!({ "metaKey": true }), true),
        ("click", json!({ "shiftKey": true }), true),
        ("auxclick", json!({ "button": 1 }), true),
        // The browser's own menu.
        ("auxclick", json!({ "button": 2 }), false),
    ] {
        let args = [MAIL.into(), event.into(), how.clone()];
        assert_eq!(widget.run::<bool>(press, &args).await?, opens, "{event} {how}");
        presses += usize::from(opens);
        assert_eq!(widget.run::<usize>("return window.opened.length;", &[]).await?, presses);
    }
    widget.run::<()>("root.querySelector(args[0]).focus();", &[MAIL.into()]).await?;
    visit.press(Key::Enter).await?;
    widget.until("a key opens it too", "window.opened.length > args[0]", &[presses.into()]).await
}

async fn no_href_contains_letter_text(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
    widget.write("input[name=sender]", "Zebulon Quux").await?;
    widget.fill(BODY, "Zebulon was here").await?;
    widget.unfold("channels").await?;
    widget.shows("[name=save-text]").await?;
    let held = "return [...root.querySelectorAll('a')].flatMap((it) => [...it.attributes])\
        .map((it) => it.value).filter((it) => /Zebulon|[?#]|%/.test(it));";
    assert_eq!(widget.run::<Vec<String>>(held, &[]).await?, [""; 0]);
    widget.click(MAIL).await?;
    visit.hear("good-sport-send", 1).await?;
    assert!(last_opened(widget).await?[0].contains("Zebulon%20was%20here"));
    visit.drawn().await?;
    assert_eq!(widget.run::<Vec<String>>(held, &[]).await?, [""; 0]);
    Ok(())
}

async fn reports_a_mail_app_that_does_not_open(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let refuse = "HTMLAnchorElement.prototype.click = () => { throw new Error('refused'); };";
    visit.run::<()>(refuse, &[]).await?;
    widget.click(MAIL).await?;
    let told = "root.querySelector('[role=status]').textContent.includes('didn’t work')";
    widget.until("the visitor is told", told, &[]).await?;
    assert_eq!(widget.count("[part~=item] :checked").await?, 0);
    Ok(())
}

/// Presses the mail link of a widget in a frame with these attributes, and sees that the frame still
/// shows the widget with the visitor's words; the site is asked for what is `opened` beside it.
pub(crate) async fn keeps_the_letter(
    visit: &Visit,
    attributes: &str,
    opened: Option<&str>,
) -> Result<()> {
    let page = format!(
        "<!doctype html><title>A frame</title><link rel=icon href=data:,>\
         <script src=record.js></script>\
         <iframe {attributes} width=600 height=600></iframe>"
    );
    visit.site().put("own.html", "text/html", page);
    visit.go("own.html").await?;
    let first = visit.session().window().await?;
    visit.find("iframe").await?.enter_frame().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.fill(BODY, "My own words.").await?;
    widget.click(MAIL).await?;
    visit.hear("good-sport-send", 1).await?;
    is_told_what_to_do(visit, widget).await?;
    // A frame that goes elsewhere has gone before another file has come, to it and to the page.
    visit.site().put("another.js", "text/javascript", "");
    let another = "const script = document.createElement('script');\
        script.src = new URL('another.js', location);\
        const loaded = new Promise((resolve) => script.addEventListener('load', resolve));\
        document.body.append(script);\
        await loaded;\
        script.remove();";
    visit.run_async::<()>(another, &[]).await?;
    visit.session().enter_default_frame().await?;
    visit.run_async::<()>(another, &[]).await?;
    visit.find("iframe").await?.enter_frame().await?;
    assert_eq!(widget.body().await?, "My own words.");
    assert_eq!(widget.value("input[name=sender]").await?, "Sam Lee");
    if let Some(opened) = opened {
        visit.site().is_asked_for(opened).await?;
    }
    for window in visit.session().windows().await? {
        if window != first {
            visit.session().switch_to_window(window).await?;
            visit.session().close_window().await?;
        }
    }
    Ok(visit.session().switch_to_window(first).await?)
}

async fn iframe_survives_a_mailto_click(visit: &Visit) -> Result<()> {
    keeps_the_letter(visit, "src=attributes.html", None).await
}

async fn sandboxed_iframe_survives_a_mailto_click(visit: &Visit) -> Result<()> {
    let sandboxed = "sandbox='allow-scripts allow-same-origin allow-forms' src=attributes.html";
    keeps_the_letter(visit, sandboxed, None).await?;
    keeps_the_letter(visit, "sandbox=allow-scripts src=https://cdn.example/attributes.html", None)
        .await
}

async fn iframe_under_frame_src_self_survives_a_mailto_click(visit: &Visit) -> Result<()> {
    visit.site().set_header(header::CONTENT_SECURITY_POLICY, "frame-src 'self'");
    keeps_the_letter(visit, "src=attributes.html", None).await
}

async fn iframe_survives_a_webmail_protocol_handler(visit: &Visit) -> Result<()> {
    let mailer = "<!doctype html><title>A web mailer</title><link rel=icon href=data:,><script src=record.js></script>\
        <button>Open mail links here</button><script>\
          const change = (call) => navigator[call]('mailto', `${location.origin}/compose?mail=%s`);\
          document.querySelector('button').onclick = () => change('registerProtocolHandler');\
        </script>";
    visit.site().put("compose", "text/html", mailer);
    visit.go("compose").await?;
    // The browser would ask the visitor.
    let mode = json!({ "mode": "autoAccept" });
    let cdp = Cdp::new(Arc::clone(visit.session()));
    cdp.send_raw("Page.setRPHRegistrationMode", mode).await?;
    visit.find("button").await?.click().await?;
    keeps_the_letter(visit, "src=attributes.html", Some("compose?mail=mailto")).await?;
    // The browser is the next test's too.
    visit.go("compose").await?;
    visit.run("change('unregisterProtocolHandler');", &[]).await
}
