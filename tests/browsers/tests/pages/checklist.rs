//! The checklist: what ticks itself, and that the visitor's word stands.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{COPY, ITEMS, MAIL, Widget};
use serde_json::json;

use crate::mail::OPENED;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(copying_ticks_two_checklist_items);
    suite.add(manually_unticked_item_stays_unticked);
    suite.add(unobservable_outcomes_tick_nothing);
    suite.add(checklist_changes_fire_check_events);
    suite.add(checklist_follows_the_situation_and_remembers_ticks);
    suite.add(ticks_persist_with_the_draft);
}

/// How many items there are from the start.
const ALL: usize = 9;

const TICKED: &str = "[...root.querySelectorAll(args[0])].map((it) => it.checked)";

async fn ticks(widget: Widget<'_>) -> Result<Vec<bool>> {
    widget.run(&format!("return {TICKED};"), &[ITEMS.into()]).await
}

async fn ticked(widget: Widget<'_>, count: usize) -> Result<()> {
    let expression = format!("{TICKED}.filter(Boolean).length === args[1]");
    widget.until(&format!("{count} are ticked"), &expression, &[ITEMS.into(), count.into()]).await
}

/// Clicks the item of this number.
async fn click(widget: Widget<'_>, number: usize) -> Result<()> {
    widget.click(&format!(":nth-child({} of [part~=item]) input", number + 1)).await
}

async fn copying_ticks_two_checklist_items(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    assert_eq!(ticks(widget).await?, [false; ALL]);
    widget.click(COPY).await?;
    ticked(widget, 2).await
}

async fn manually_unticked_item_stays_unticked(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.click(COPY).await?;
    ticked(widget, 2).await?;
    let first = ticks(widget).await?.iter().position(|it| *it).unwrap_or_default();
    click(widget, first).await?;
    ticked(widget, 1).await?;
    widget.choose("tone", "formal").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 2).await?;
    visit.drawn().await?;
    assert!(!ticks(widget).await?[first], "it was ticked again");
    Ok(())
}

async fn unobservable_outcomes_tick_nothing(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(OPENED, &[]).await?;
    for panel in ["#channels", "#reminders"] {
        widget.click(panel).await?;
    }
    widget.shows("[name=save-reminders]").await?;
    let presses = [MAIL, "a[target=_blank]", "[name=save-draft]", "[name=save-text]"];
    for part in presses.into_iter().chain(["[name=save-reminders]", "[name=copy-subject]"]) {
        widget.click(part).await?;
    }
    visit.hear("good-sport-remind", 3).await?;
    visit.hear("good-sport-send", 3).await?;
    visit.hear("good-sport-copy", 1).await?;
    visit.drawn().await?;
    assert_eq!(ticks(widget).await?, [false; ALL]);
    assert_eq!(visit.heard("good-sport-check").await?, [json!(null); 0]);
    Ok(())
}

async fn checklist_changes_fire_check_events(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    click(widget, 0).await?;
    assert_eq!(visit.hear("good-sport-check", 1).await?, json!({ "done": 1, "total": ALL }));
    click(widget, ALL - 1).await?;
    assert_eq!(visit.hear("good-sport-check", 2).await?, json!({ "done": 2, "total": ALL }));
    click(widget, 0).await?;
    assert_eq!(visit.hear("good-sport-check", 3).await?, json!({ "done": 1, "total": ALL }));
    visit.drawn().await?;
    let mut left = [false; ALL];
    left[ALL - 1] = true;
    assert_eq!(ticks(widget).await?, left);
    Ok(())
}

async fn checklist_follows_the_situation_and_remembers_ticks(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.click("[part~=item] input[name=wished]").await?;
    widget.select("situation", "ghosted").await?;
    widget.shows("[part~=item] input[name=closed]").await?;
    widget.lacks("[part~=item] input[name=asked]").await?;
    assert!(widget.is_ticked("[part~=item] input[name=wished]").await?);
    widget.click(COPY).await?;
    let ticked = "root.querySelector('[part~=item] input[name=closed]').checked";
    widget.until("the note ticks its item", ticked, &[]).await?;
    widget.select("situation", "chosen").await?;
    widget.shows("[part~=item] input[name=asked]").await?;
    assert!(widget.is_ticked("[part~=item] input[name=thanked]").await?);
    Ok(())
}

async fn ticks_persist_with_the_draft(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.click("[name=keep]").await?;
    widget.click("[part~=item] input[name=sting]").await?;
    widget.click(COPY).await?;
    ticked(widget, 3).await?;
    let widget = visit.open("element.html").await?;
    ticked(widget, 3).await?;
    assert!(widget.is_ticked("[part~=item] input[name=sting]").await?);
    Ok(())
}
