//! The channels that few people need, and the dates on which to write again: what each hands over,
//! and where it is not offered.

use std::fs;

use anyhow::Result;
use browsers::project;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, Widget};
use serde_json::json;
use url::Url;

use crate::mail::{OPENED, is_told_what_to_do, last_opened};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(webmail_compose_links_hold_only_the_letter);
    suite.add(overlong_webmail_letter_is_copied_in_the_same_click);
    suite.add(downloads_eml_draft_and_text_file);
    suite.add(touch_devices_get_web_share_instead_of_webmail);
    suite.add(reports_a_failed_download);
    suite.add(reports_a_failed_share_and_ticks_nothing);
    suite.add(canceled_share_is_silent);
    suite.add(short_message_is_copied_as_a_note);
    suite.add(fully_sandboxed_iframe_degrades_gracefully);
    suite.add(downloads_reminders_as_one_icalendar_file);
    suite.add(downloads_one_reminder_alone);
    suite.add(texts_for_later_are_copied);
    suite.add(hide_attribute_hides_channels_and_reminders);
    suite.add(axe_passes_with_all_panels_open);
    suite.add(open_panels_do_not_overflow_narrow_containers);
}

const GMAIL: &str = "a[href^='https://mail.google.com/']";

async fn unfolded<'a>(visit: &'a Visit, page: &str) -> Result<Widget<'a>> {
    let widget = visit.open(page).await?;
    widget.unfold("channels").await?;
    widget.shows("[name=save-text]").await?;
    Ok(widget)
}

/// Keeps what is saved, and saves nothing.
const KEEP: &str = "window.saved = [];\
    const make = URL.createObjectURL;\
    URL.createObjectURL = (blob) => {\
      window.saved.push({ type: blob.type, text: blob.text() });\
      return make.call(URL, blob);\
    };\
    HTMLAnchorElement.prototype.click = function () { window.saved.at(-1).name = this.download; };";

/// The name, the type and the text of the file of this number.
async fn saved(visit: &Visit, number: usize) -> Result<[String; 3]> {
    let file =
        "const { name, type, text } = window.saved[args[0]]; return [name, type, await text];";
    visit.widget(0).run_async(file, &[number.into()]).await
}

async fn webmail_compose_links_hold_only_the_letter(visit: &Visit) -> Result<()> {
    let widget = unfolded(visit, "element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
    let link: [String; 4] = widget
        .run(
            "const { href, target, rel, referrerPolicy } = root.querySelector(args[0]);\
            return [href, target, rel, referrerPolicy];",
            &[GMAIL.into()],
        )
        .await?;
    let constant = "https://mail.google.com/mail/";
    assert_eq!(link, [constant, "_blank", "noopener noreferrer", "no-referrer"]);
    let letter = widget.letter().await?;
    for (number, (start, key, channel)) in (1..).zip([
        ("https://mail.google.com/", "su", "gmail"),
        ("https://outlook.live.com/", "subject", "outlook"),
        ("https://outlook.office.com/", "subject", "outlook"),
        ("https://compose.mail.yahoo.com/", "subject", "yahoo"),
    ]) {
        widget.click(&format!("a[href^='{start}']")).await?;
        let told = visit.hear("good-sport-send", number).await?;
        assert_eq!(told, json!({ "channel": channel }));
        let [href, target, rel] = last_opened(widget).await?;
        assert_eq!([&*target, &*rel], ["_blank", "noopener noreferrer"]);
        assert!(href.starts_with(start), "{href}");
        let url = Url::parse(&href)?;
        let held = |key: &str| url.query_pairs().find(|it| it.0 == key).map(|it| it.1.into_owned());
        assert_eq!(held(key).as_ref(), Some(&letter.subject));
        assert_eq!(held("body"), Some(letter.body.replace('\n', "\r\n")));
        is_told_what_to_do(visit, widget).await?;
    }
    Ok(())
}

async fn overlong_webmail_letter_is_copied_in_the_same_click(visit: &Visit) -> Result<()> {
    let widget = unfolded(visit, "element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
    let says = "root.querySelector('.mail').textContent === args[0]";
    widget.until("the link opens the letter", says, &["Open in mail app".into()]).await?;
    widget.fill(BODY, &"long ".repeat(500)).await?;
    widget.until("the link also copies", says, &["Copy and open mail app".into()]).await?;
    let explained = "root.textContent.includes('too long for these links')";
    widget.until("the visitor knows before the click", explained, &[]).await?;
    widget.click(GMAIL).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["what"], "letter");
    let told = "root.querySelector('[role=status]').textContent.includes('too long')";
    widget.until("the visitor is told", told, &[]).await?;
    assert!(!last_opened(widget).await?[0].contains("body="));
    Ok(())
}

async fn downloads_eml_draft_and_text_file(visit: &Visit) -> Result<()> {
    let widget = unfolded(visit, "element.html").await?;
    visit.run::<()>(KEEP, &[]).await?;
    let letter = widget.letter().await?;
    widget.click("[name=save-text]").await?;
    let [name, kind, text] = saved(visit, 0).await?;
    assert_eq!((name.as_str(), kind.as_str()), ("thank-you.txt", "text/plain"));
    assert_eq!(text, format!("{}\n\n{}", letter.subject, letter.body).replace('\n', "\r\n"));
    assert_eq!(visit.heard("good-sport-send").await?, [json!(null); 0], "it was kept, not sent");
    widget.click("[name=save-draft]").await?;
    assert_eq!(visit.hear("good-sport-send", 1).await?, json!({ "channel": "eml" }));
    let [name, kind, text] = saved(visit, 1).await?;
    assert_eq!((name.as_str(), kind.as_str()), ("thank-you.eml", "message/rfc822"));
    assert!(text.starts_with("X-Unsent: 1\r\nSubject: =?UTF-8?B?"), "{text}");
    is_told_what_to_do(visit, widget).await
}

async fn reports_a_failed_download(visit: &Visit) -> Result<()> {
    let widget = unfolded(visit, "element.html").await?;
    let refuse = "URL.createObjectURL = () => { throw new Error('refused'); };";
    visit.run::<()>(refuse, &[]).await?;
    let failed = "root.querySelector('[role=status]').textContent.includes('didn’t work')";
    let other = "root.querySelector('[role=status]').textContent.includes(args[0])";
    widget.click("[name=save-text]").await?;
    widget.until("the visitor is told", failed, &[]).await?;
    widget.until("what to do instead", other, &["Copy the letter".into()]).await?;
    widget.unfold("reminders").await?;
    widget.shows("[name=save-reminders]").await?;
    widget.click("[name=save-reminders]").await?;
    widget.until("what to do instead", other, &["calendar".into()]).await?;
    assert_eq!(widget.count("[part~=item] :checked").await?, 0);
    Ok(())
}

async fn touch_devices_get_web_share_instead_of_webmail(visit: &Visit) -> Result<()> {
    let widget = unfolded(visit, "touch.html").await?;
    assert_eq!(widget.count("a[target=_blank], [name=save-draft]").await?, 0);
    let letter = widget.letter().await?;
    widget.click("[name=share]").await?;
    assert_eq!(visit.hear("good-sport-send", 1).await?, json!({ "channel": "share" }));
    let shared: serde_json::Value = visit.run("return window.shared;", &[]).await?;
    assert_eq!(shared, json!({ "title": letter.subject, "text": letter.body }));
    widget.until("it is ticked", "root.querySelector('[part~=item] :checked')", &[]).await
}

async fn canceled_share_is_silent(visit: &Visit) -> Result<()> {
    let widget = unfolded(visit, "touch.html").await?;
    visit.run::<()>("window.refuses = 'AbortError';", &[]).await?;
    widget.click("[name=share]").await?;
    visit.until("it was asked", "return window.shared;", &[]).await?;
    visit.drawn().await?;
    assert_eq!(visit.heard("good-sport-send").await?, [json!(null); 0]);
    assert_eq!(visit.record().await?.errors, [""; 0]);
    let said: String =
        widget.run("return root.querySelector('[role=status]').textContent;", &[]).await?;
    assert_eq!(said, "");
    Ok(())
}

async fn reports_a_failed_share_and_ticks_nothing(visit: &Visit) -> Result<()> {
    for why in ["NotAllowedError", "DataError", "TypeError"] {
        let widget = unfolded(visit, "touch.html").await?;
        visit.run::<()>("window.refuses = arguments[0];", &[why.into()]).await?;
        widget.click("[name=share]").await?;
        let told = "root.querySelector('[role=status]').textContent.includes('Copy the letter')";
        widget.until("the visitor is told", told, &[]).await?;
        assert_eq!(visit.heard("good-sport-send").await?, [json!(null); 0]);
        assert_eq!(widget.count("[part~=item] :checked").await?, 0);
    }
    Ok(())
}

async fn short_message_is_copied_as_a_note(visit: &Visit) -> Result<()> {
    let widget = unfolded(visit, "element.html").await?;
    let short = widget.value("[name=message]").await?;
    assert!(short.len() <= 200 && short.contains("Acme"), "{short}");
    widget.choose("short-message", "long").await?;
    let other = "root.querySelector('[name=message]').value.length > args[0]";
    widget.until("it says more", other, &[short.len().into()]).await?;
    let long = widget.value("[name=message]").await?;
    widget.click("[name=copy-message]").await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?, json!({ "as": "plain", "what": "note" }));
    let field = visit.find("#plain").await?;
    field.click().await?;
    visit.press_with(thirtyfour::Key::Control, "v").await?;
    let plain = "return document.querySelector('#plain').value;";
    visit.until("the paste arrives", plain, &[]).await?;
    assert_eq!(visit.run::<String>(plain, &[]).await?, long);
    Ok(())
}

async fn fully_sandboxed_iframe_degrades_gracefully(visit: &Visit) -> Result<()> {
    visit.go("sandbox.html").await?;
    visit.find("iframe").await?.enter_frame().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.unfold("channels").await?;
    widget.shows("[name=save-text]").await?;
    widget.click("[name=save-text]").await?;
    widget.click("[name=save-draft]").await?;
    visit.hear("good-sport-send", 1).await?;
    assert_eq!(visit.record().await?.errors, [""; 0]);
    is_told_what_to_do(visit, widget).await
}

async fn downloads_reminders_as_one_icalendar_file(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(KEEP, &[]).await?;
    widget.unfold("reminders").await?;
    widget.shows("[name=reminder]").await?;
    widget.click("li:nth-child(2) > label > [name=reminder]").await?;
    widget.click("[name=save-reminders]").await?;
    assert_eq!(visit.hear("good-sport-remind", 1).await?, json!({ "months": 1 }));
    assert_eq!(visit.hear("good-sport-remind", 2).await?, json!({ "months": 6 }));
    let [name, kind, text] = saved(visit, 0).await?;
    assert_eq!((name.as_str(), kind.as_str()), ("say-hello.ics", "text/calendar"));
    assert!(text.contains("SUMMARY:Say hello to the team at Acme\r\n"), "{text}");
    // The page's clock and the visitor's day are the same one.
    let made: String =
        visit.run("return new Date().toISOString().slice(0, 10).replaceAll('-', '');", &[]).await?;
    assert!(text.contains(&format!("DTSTAMP:{made}T")), "{made}: {text}");
    assert!(!widget.is_ticked("[name=ahead]").await?, "nobody knows whether the file came");
    let told = "root.querySelector('[role=status]').textContent.includes('by hand')";
    widget.until("the visitor is told what to do", told, &[]).await
}

async fn downloads_one_reminder_alone(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(KEEP, &[]).await?;
    widget.unfold("reminders").await?;
    widget.shows("#save-reminder-3").await?;
    // Whether it is among those of the whole file makes no difference.
    widget.click("#reminder-3").await?;
    widget.click("#save-reminder-3").await?;
    assert_eq!(visit.hear("good-sport-remind", 1).await?, json!({ "months": 3 }));
    let [name, kind, text] = saved(visit, 0).await?;
    assert_eq!((name.as_str(), kind.as_str()), ("say-hello.ics", "text/calendar"));
    assert_eq!(text.matches("BEGIN:VEVENT").count(), 1, "{text}");
    visit.drawn().await?;
    assert_eq!(visit.heard("good-sport-remind").await?.len(), 1);
    Ok(())
}

async fn texts_for_later_are_copied(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    for (number, (panel, text)) in [
        ("reminders", "hello-1"),
        ("reminders", "hello-6"),
        ("replies", "reply-0"),
        ("replies", "reply-2"),
    ]
    .into_iter()
    .enumerate()
    {
        if widget.count(&format!("#{text}")).await? == 0 {
            widget.click(&format!("summary#{panel}")).await?;
            widget.shows(&format!("#{text}")).await?;
        }
        let words = widget.value(&format!("#{text}")).await?;
        assert!(words.len() > 40, "{words:?}");
        widget.click(&format!("#copy-{text}")).await?;
        let told = visit.hear("good-sport-copy", number + 1).await?;
        assert_eq!(told, json!({ "as": "plain", "what": "note" }));
        let field = visit.find("#plain").await?;
        field.clear().await?;
        field.click().await?;
        visit.press_with(thirtyfour::Key::Control, "v").await?;
        let pasted = "return document.querySelector('#plain').value === args[0];";
        visit.until("the paste arrives", pasted, &[words.into()]).await?;
    }
    // They are no letter that is on its way.
    assert_eq!(widget.count("[part~=item] input:checked").await?, 0);
    Ok(())
}

async fn hide_attribute_hides_channels_and_reminders(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    assert_eq!(widget.count("#channels, #reminders, #replies").await?, 3);
    widget.run::<()>("element.setAttribute('hide', 'channels reminders');", &[]).await?;
    widget.lacks("#channels, #reminders, #replies").await
}

/// Unfolds what is not unfolded with the channels.
async fn unfold_the_rest(widget: Widget<'_>) -> Result<()> {
    for panel in ["paste", "people", "reminders", "replies", "more"] {
        widget.unfold(panel).await?;
    }
    widget.choose("also", "referral").await?;
    widget.shows("[name=referrer]").await?;
    let reasons = "for (const it of root.querySelectorAll('.reason')) it.open = true;";
    widget.run(reasons, &[]).await
}

async fn axe_passes_with_all_panels_open(visit: &Visit) -> Result<()> {
    // The element's attribute `role` is one of a job, and would be taken for one of ARIA.
    let widget = unfolded(visit, "widths.html").await?;
    unfold_the_rest(widget).await?;
    visit.run::<()>(&fs::read_to_string(project::axe()?)?, &[]).await?;
    visit.drawn().await?;
    let check = "const { violations } = await axe.run(element, { resultTypes: ['violations'] });\
        return violations.map(({ id, nodes }) => [id, ...nodes.map((it) => it.html)].join(' '));";
    assert_eq!(widget.run_async::<Vec<String>>(check, &[]).await?, [""; 0]);
    Ok(())
}

async fn open_panels_do_not_overflow_narrow_containers(visit: &Visit) -> Result<()> {
    let widget = unfolded(visit, "widths.html").await?;
    unfold_the_rest(widget).await?;
    visit.run::<()>("document.querySelector('#column').style.width = '280px';", &[]).await?;
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    widget.fill("[name=company]", long).await?;
    let out = "const { left, right } = element.getBoundingClientRect();\
        return [...root.querySelectorAll('.stack *')].filter((it) => {\
          const box = it.getBoundingClientRect();\
          return box.width > 1 && (box.left < left - 1 || box.right > right + 1);\
        }).map((it) => it.outerHTML);";
    assert_eq!(widget.run::<Vec<String>>(out, &[]).await?, [""; 0]);
    Ok(())
}
