//! The draft: kept on the device when the visitor asks for it, and never before.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, ITEMS, SUBJECT, Widget};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(nothing_is_kept_until_the_visitor_asks);
    suite.add(a_kept_draft_is_back_after_a_reload);
    suite.add(unticking_forgets_the_draft);
    suite.add(starting_over_forgets_the_draft);
    suite.add(a_browser_that_refuses_storage_changes_nothing);
    suite.add(a_page_can_forbid_keeping);
}

const KEEP: &str = "input[name=keep]";

async fn stored(visit: &Visit) -> Result<usize> {
    visit.drawn().await?;
    visit.run("return localStorage.length + sessionStorage.length;", &[]).await
}

async fn kept(visit: &Visit, widget: Widget<'_>, text: &str) -> Result<()> {
    widget.click(KEEP).await?;
    let kept = "return Object.values(localStorage).some((it) => it.includes(args[0]));";
    visit.until("the draft is kept", kept, &[text.into()]).await
}

async fn reloaded(visit: &Visit) -> Result<Widget<'_>> {
    visit.session().refresh().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    Ok(widget)
}

async fn nothing_is_kept_until_the_visitor_asks(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    assert!(!widget.is_ticked(KEEP).await?);
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.write(BODY, "My own words.").await?;
    widget.click(ITEMS).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    assert_eq!(stored(visit).await?, 0);
    let databases = "return (await indexedDB.databases()).length;";
    assert_eq!(visit.run_async::<usize>(databases, &[]).await?, 0);
    let widget = reloaded(visit).await?;
    assert_eq!(widget.value("input[name=sender]").await?, "");
    Ok(())
}

async fn a_kept_draft_is_back_after_a_reload(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.write("textarea[name=highlight]", "the mill").await?;
    widget.choose("tone", "formal").await?;
    widget.select("situation", "final").await?;
    kept(visit, widget, "Sam Lee").await?;
    // What comes after the tick is kept as well.
    widget.write(SUBJECT, "My own subject").await?;
    widget.write(BODY, "My own words.\n\nSam").await?;
    widget.click("[part~=item]:last-child input").await?;
    let told = "return Object.values(localStorage).some((it) => it.includes('My own words.'));";
    visit.until("the letter is kept", told, &[]).await?;
    let details = widget.details().await?;

    let widget = reloaded(visit).await?;
    widget.reads("My own words.\n\nSam").await?;
    assert_eq!(widget.value(SUBJECT).await?, "My own subject");
    assert_eq!(widget.details().await?, details);
    assert_eq!(widget.value("input[name=sender]").await?, "Sam Lee");
    assert_eq!(widget.value("select[name=situation]").await?, "final");
    assert!(widget.is_ticked("input[name=tone][value=formal]").await?);
    assert!(widget.is_ticked("[part~=item]:last-child input").await?);
    assert!(widget.is_ticked(KEEP).await?);
    Ok(())
}

async fn unticking_forgets_the_draft(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    widget.click(KEEP).await?;
    visit.until("it is forgotten", "return localStorage.length === 0;", &[]).await?;
    widget.write("input[name=sender]", "Kim").await?;
    assert_eq!(stored(visit).await?, 0);
    assert_eq!(reloaded(visit).await?.value("input[name=sender]").await?, "");
    Ok(())
}

async fn starting_over_forgets_the_draft(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    widget.click("button[name=start-over]").await?;
    visit.until("it is forgotten", "return localStorage.length === 0;", &[]).await?;
    assert_eq!(reloaded(visit).await?.value("input[name=sender]").await?, "");
    Ok(())
}

async fn a_browser_that_refuses_storage_changes_nothing(visit: &Visit) -> Result<()> {
    let widget = visit.open("no-storage.html").await?;
    widget.click(KEEP).await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.reads("Globex").await?;
    widget.click(KEEP).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    Ok(())
}

async fn a_page_can_forbid_keeping(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    visit
        .run::<()>("document.querySelector('good-sport').setAttribute('storage', 'off');", &[])
        .await?;
    widget.lacks(KEEP).await?;
    let widget = visit.open("attributes.html").await?;
    assert_eq!(widget.count(KEEP).await?, 0);
    Ok(())
}
