//! The component in a Yew application, where nothing of the custom element is loaded.

use std::fs;

use anyhow::{Context as _, Result};
use browsers::project;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, MAIL, SUBJECT, VERDICT, Widget};
use thirtyfour::Key;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(the_component_needs_no_script_of_the_custom_element);
    suite.add(two_components_write_two_letters);
    suite.add(the_component_copies_the_letter);
    suite.add(the_component_keeps_a_draft);
    suite.add(the_component_opens_mail_links_and_saves_files);
    suite.add(styles_of_the_application_and_the_component_do_not_meet);
    suite.add(properties_of_the_component_are_live);
    suite.add(an_unmounted_component_leaves_its_place_to_the_next);
    suite.add(keys_typed_in_the_component_are_no_shortcuts_of_the_application);
    suite.add(a_long_letter_in_the_component_is_shown_whole);
    suite.add(the_component_lints_an_edited_letter);
}

const SENDER: &str = "input[name=sender]";
const KEEP: &str = "input[name=keep]";

const PAGE: &str = "yew-app/index.html";

/// Opens the application, whose page the tests have noticed by a script of their own.
async fn open(visit: &Visit) -> Result<Widget<'_>> {
    let page = fs::read_to_string(project::yew_app()?.join("index.html"));
    let page = page.context("build examples/yew-app, as `cargo xtask test` does")?;
    let noticed = page.replace("<head>", "<head><script src=\"/record.js\"></script>");
    visit.site().put(PAGE, "text/html", noticed);
    visit.go(PAGE).await?;
    shown(visit, 0).await
}

async fn shown(visit: &Visit, number: usize) -> Result<Widget<'_>> {
    let widget = visit.widget(number);
    widget.until("it is drawn", "root?.querySelector(args[0])", &[BODY.into()]).await?;
    visit.drawn().await?;
    Ok(widget)
}

async fn the_component_needs_no_script_of_the_custom_element(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    widget.reads("Acme").await?;
    let asked = visit.site().asked();
    let is_ours = |what: &str| what.contains("good-sport");
    assert!(!asked.iter().any(|it| is_ours(&it.what)), "{asked:?}");
    assert!(!visit.run::<bool>("return !!customElements.get('good-sport');", &[]).await?);
    Ok(())
}

async fn the_component_lints_an_edited_letter(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    assert_eq!(widget.count(VERDICT).await?, 0);
    widget.fill(BODY, "Thank you for the tour. Please reconsider your decision.").await?;
    widget.shows(".findings > [data-severity=stop] [name=fix]").await?;
    widget.click(".findings > [data-severity=stop] [name=fix]").await?;
    widget.lacks(".findings > [data-severity=stop]").await?;
    assert_eq!(widget.value(BODY).await?, "Thank you for the tour.");
    Ok(())
}

async fn two_components_write_two_letters(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    let other = shown(visit, 1).await?;
    widget.write(SENDER, "Sam Lee").await?;
    widget.reads("Sam Lee").await?;
    widget.choose("tone", "warm").await?;
    other.reads("Initech").await?;
    assert!(!other.body().await?.contains("Sam Lee"));
    assert!(other.is_ticked("input[name=tone][value=formal]").await?);
    assert_eq!(other.count("h3[part=heading]").await?, 1);
    other.write(BODY, "My own words.").await?;
    widget.reads("Sam Lee").await?;
    Ok(())
}

async fn the_component_copies_the_letter(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    widget.write(SENDER, "Sam Lee").await?;
    widget.reads("Sam Lee").await?;
    widget.click(COPY).await?;
    let counted = "return document.querySelector('#copies').textContent === '1';";
    visit.until("the application hears of it", counted, &[]).await?;
    visit.find("#notes").await?.click().await?;
    visit.press_with(Key::Control, "v").await?;
    let notes = "return document.querySelector('#notes').value;";
    visit.until("the paste arrives", notes, &[]).await?;
    assert_eq!(visit.run::<String>(notes, &[]).await?, widget.body().await?);
    Ok(())
}

async fn the_component_keeps_a_draft(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    widget.write(SENDER, "Sam Lee").await?;
    assert_eq!(visit.run::<usize>("return localStorage.length;", &[]).await?, 0);
    widget.click(KEEP).await?;
    widget.write(SUBJECT, "My own subject").await?;
    let kept = "return Object.values(localStorage).some((it) => it.includes('My own subject'));";
    visit.until("the draft is kept", kept, &[]).await?;
    visit.session().refresh().await?;
    let widget = shown(visit, 0).await?;
    assert_eq!(widget.value(SENDER).await?, "Sam Lee");
    assert_eq!(widget.value(SUBJECT).await?, "My own subject");
    // That one is for another company.
    let other = shown(visit, 1).await?;
    assert_eq!(other.value(SENDER).await?, "");
    widget.click(KEEP).await?;
    visit.until("it is forgotten", "return localStorage.length === 0;", &[]).await
}

async fn the_component_opens_mail_links_and_saves_files(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    let record = "window.links = [];\
        HTMLAnchorElement.prototype.click = function () {\
          const { href, target, download, rel } = this;\
          window.links.push(`${href} ${target} ${download} ${rel}`);\
        };";
    visit.run::<()>(record, &[]).await?;
    widget.click(MAIL).await?;
    widget.unfold("channels").await?;
    widget.click("[name=save-text]").await?;
    visit.until("both are followed", "return window.links.length === 2;", &[]).await?;
    let links: Vec<String> = visit.run("return window.links;", &[]).await?;
    assert!(links[0].starts_with("mailto:?subject="), "{links:?}");
    assert!(links[0].ends_with("   noopener noreferrer"), "{links:?}");
    assert!(links[1].starts_with("blob:") && links[1].contains(".txt"), "{links:?}");
    Ok(())
}

async fn styles_of_the_application_and_the_component_do_not_meet(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    let dashed = "return getComputedStyle(document.querySelector(args[0])).borderTopStyle\
        === 'dashed';";
    visit.until("the application has its styles", dashed, &["#notes".into()]).await?;
    let own = "const style = (it) => getComputedStyle(root.querySelector(it));\
        return [style(args[0]).borderTopStyle, style(args[1]).borderTopStyle,\
          style(args[1]).backgroundColor, style('.root').display];";
    let own: Vec<String> = widget.run(own, &[SENDER.into(), COPY.into()]).await?;
    assert_eq!(own, ["solid", "solid", "rgb(122, 46, 93)", "block"]);
    let around = "return [getComputedStyle(document.querySelector('#rename')).fontSize,\
        getComputedStyle(document.querySelector('h1')).fontWeight];";
    assert_eq!(visit.run::<Vec<String>>(around, &[]).await?, ["32px", "700"]);
    Ok(())
}

async fn properties_of_the_component_are_live(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    widget.write(SENDER, "Sam Lee").await?;
    visit.find("#rename").await?.click().await?;
    widget.reads("Globex").await?;
    assert!(widget.body().await?.ends_with("Sam Lee"));
    Ok(())
}

async fn an_unmounted_component_leaves_its_place_to_the_next(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    shown(visit, 1).await?.write(SENDER, "Sam Lee").await?;
    let count = "return document.querySelectorAll('.good-sport').length === args[0];";
    visit.find("#toggle").await?.click().await?;
    visit.until("it is gone", count, &[1.into()]).await?;
    visit.find("#toggle").await?.click().await?;
    let other = shown(visit, 1).await?;
    other.reads("Initech").await?;
    assert_eq!(other.value(SENDER).await?, "");
    other.write(SENDER, "Kim").await?;
    other.reads("Kim").await?;
    assert!(!widget.body().await?.contains("Kim"));
    Ok(())
}

async fn keys_typed_in_the_component_are_no_shortcuts_of_the_application(
    visit: &Visit,
) -> Result<()> {
    let widget = open(visit).await?;
    shown(visit, 1).await?;
    let record = "window.keys = [];\
        for (const type of ['keydown', 'input', 'paste'])\
          document.addEventListener(type, ({ type }) => window.keys.push(type));";
    visit.run::<()>(record, &[]).await?;
    widget.write(SENDER, "R2D2").await?;
    widget.reads("R2D2").await?;
    visit.drawn().await?;
    assert_eq!(visit.run::<Vec<String>>("return window.keys;", &[]).await?, [""; 0]);
    let count = "return document.querySelectorAll('.good-sport').length === args[0];";
    assert!(visit.run::<bool>(&count.replace("args", "arguments"), &[2.into()]).await?);
    // Outside of the widget it is one.
    visit.find("#notes").await?.click().await?;
    visit.press("2").await?;
    visit.until("the shortcut works", count, &[1.into()]).await
}

async fn a_long_letter_in_the_component_is_shown_whole(visit: &Visit) -> Result<()> {
    let widget = open(visit).await?;
    widget.fill(BODY, &"A line.\n".repeat(60)).await?;
    let whole = "(({ scrollHeight, clientHeight }) => scrollHeight <= clientHeight + 1)\
        (root.querySelector(args[0]))";
    widget.until("the area is as high as its text", whole, &[BODY.into()]).await
}
