//! What is typed stays with the visitor, whatever else the page has that looks at it.

use std::fs;

use anyhow::{Result, ensure};
use browsers::project;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, MAIL, Widget};
use serde_json::Value;

use crate::mail::OPENED;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(no_attribute_contains_typed_text);
    suite.add(session_recorder_captures_no_typed_text);
    suite.add(autocapture_captures_no_typed_text);
    suite.add(every_control_has_a_unique_id);
}

/// Texts that nothing but the visitor's own fields may hold; each is typed into another one.
const SECRET: &str = "zyxq";

const FIELDS: [&str; 7] =
    ["company", "role", "recipient", "sender", "highlight", "referrer", "private"];

/// A whole visit in which all that can be typed in is, and all that can be pressed.
async fn whole_visit(visit: &Visit, widget: Widget<'_>) -> Result<()> {
    visit.run::<()>(OPENED, &[]).await?;
    widget.unfold("more").await?;
    widget.choose("also", "referral").await?;
    widget.shows("[name=referrer]").await?;
    for field in FIELDS {
        widget.fill(&format!("[name={field}]"), &format!("{SECRET}{field}")).await?;
    }
    for panel in ["paste", "channels", "people", "reminders", "replies"] {
        widget.unfold(panel).await?;
    }
    let pasted = format!("We have chosen somebody else.\n\nBest regards,\nMaria {SECRET}pasted");
    widget.fill("[name=rejection]", &pasted).await?;
    widget.shows(".hints").await?;
    for person in ["one", "two"] {
        widget.click("[name=add-person]").await?;
        for field in ["name", "address", "detail"] {
            let name = format!("[name=person-{field}]");
            if widget.count(&name).await? > 0 {
                widget.fill(&name, &format!("{SECRET}{person}{field}")).await?;
            }
        }
        widget.fill("[name=note]", &format!("{SECRET}{person}note")).await?;
        widget.is_read().await?;
    }
    widget.fill("[name=subject]", &format!("{SECRET}subject")).await?;
    let body = format!(
        "{SECRET}body. Please reconsider, {SECRET}. I deserve more, {SECRET}. [Your {SECRET} Name]"
    );
    widget.fill(BODY, &body).await?;
    widget.shows("[name=where]").await?;
    for pressed in [
        "[name=where]",
        "[name=copy-subject]",
        COPY,
        MAIL,
        "[name=copy-note]",
        "[name=copy-message]",
        "#copy-hello-1",
        "#copy-reply-0",
    ] {
        widget.click(pressed).await?;
        visit.drawn().await?;
    }
    let seen = "return root.textContent.includes(args[0]);";
    ensure!(widget.run::<bool>(seen, &[SECRET.into()]).await?, "nothing typed is quoted");
    Ok(())
}

async fn no_attribute_contains_typed_text(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let told = "const all = [...document.querySelectorAll('*'), ...root.querySelectorAll('*')];\
        return all.flatMap((it) => [...it.attributes]\
          .filter(({ value }) => value.includes(args[0]))\
          .map(({ name, value }) => `${it.localName}.${it.className} ${name}: ${value}`));";
    whole_visit(visit, widget).await?;
    assert_eq!(widget.run::<Vec<String>>(told, &[SECRET.into()]).await?, [""; 0]);
    widget.click("[name=start-over]").await?;
    widget.shows("[name=undo]").await?;
    assert_eq!(widget.run::<Vec<String>>(told, &[SECRET.into()]).await?, [""; 0]);
    widget.click("[name=undo]").await?;
    visit.drawn().await?;
    assert_eq!(widget.run::<Vec<String>>(told, &[SECRET.into()]).await?, [""; 0]);
    Ok(())
}

/// Opens the page with what records it begun before the widget is there.
async fn open<'a>(visit: &'a Visit, begin: &str) -> Result<Widget<'a>> {
    ensure!(
        project::frameworks()?.join("recorders.js").is_file(),
        "the pages of frameworks are missing: `node tests/frameworks/build.mjs target/frameworks`"
    );
    let page = fs::read_to_string(project::hosts()?.join("element.html"))?;
    let head = format!("<script src=\"recorders.js\"></script><script>{begin}</script></head>");
    visit.site().put("own.html", "text/html", page.replace("</head>", &head));
    visit.open("own.html").await
}

/// All that was recorded.
async fn recorded(visit: &Visit) -> Result<String> {
    visit.drawn().await?;
    visit.run("return JSON.stringify(window.recorded);", &[]).await
}

async fn session_recorder_captures_no_typed_text(visit: &Visit) -> Result<()> {
    for options in ["{}", "{ maskAllInputs: true }"] {
        let begin = format!(
            "window.recorded = [];\
             addEventListener('DOMContentLoaded', () =>\
               rrweb.record({{ emit: (it) => recorded.push(it), ...{options} }}));"
        );
        let widget = open(visit, &begin).await?;
        whole_visit(visit, widget).await?;
        visit.run::<()>("document.querySelector('#start').textContent = 'Begin';", &[]).await?;
        let recorded = recorded(visit).await?;
        assert!(recorded.contains("Begin"), "the page is not recorded");
        assert!(recorded.contains("good-sport"), "the element is not recorded");
        assert_eq!(around(&recorded), None, "with {options}");
    }
    Ok(())
}

/// The first secret with what stands around it.
fn around(recorded: &str) -> Option<String> {
    let at = recorded.find(SECRET)?;
    let before: String = recorded[..at].chars().rev().take(200).collect();
    let after: String = recorded[at..].chars().take(60).collect();
    Some(before.chars().rev().chain(after.chars()).collect())
}

async fn autocapture_captures_no_typed_text(visit: &Visit) -> Result<()> {
    let begin = "window.recorded = [];\
        posthog.init('phc_x', {\
          api_host: location.origin, autocapture: true, disable_session_recording: true,\
          advanced_disable_flags: true, opt_out_useragent_filter: true, persistence: 'memory',\
          before_send: (it) => { recorded.push(it); return null; },\
        });";
    let widget = open(visit, begin).await?;
    whole_visit(visit, widget).await?;
    for pressed in [BODY, "[name=highlight]", "[name=person]", "[part~=item] input"] {
        widget.click(pressed).await?;
    }
    visit.find("#start").await?.click().await?;
    let told = "return window.recorded.filter((it) => it.event === '$autocapture').length > 0;";
    visit.until("a click in the page is captured", told, &[]).await?;
    assert_eq!(around(&recorded(visit).await?), None);
    Ok(())
}

async fn every_control_has_a_unique_id(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    whole_visit(visit, widget).await?;
    let told = "const all = [...root.querySelectorAll('input, select, textarea, button, a, summary')];\
        const seen = new Set();\
        return all.filter(({ id, name, type }) => !id || seen.size === seen.add(id).size\
            || (name && type !== 'radio' && type !== 'checkbox' && !id.startsWith(name.split('-')[0])))\
          .map((it) => it.cloneNode().outerHTML);";
    assert_eq!(widget.run::<Vec<String>>(told, &[]).await?, [""; 0]);
    let lost: Value = widget
        .run(
            "return [...root.querySelectorAll('label[for]')].filter((it) => !it.control).length;",
            &[],
        )
        .await?;
    assert_eq!(lost, 0, "labels of nothing");
    Ok(())
}
