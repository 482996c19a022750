//! The notes to the people one met: one after the other, and who is done.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::Widget;
use serde_json::json;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(each_person_gets_a_different_note);
    suite.add(added_person_gets_the_focus_on_the_name);
    suite.add(undo_restores_a_removed_note);
    suite.add(undo_restores_a_replaced_note);
    suite.add(hide_attribute_hides_people);
}

/// Adds someone, who is open then.
pub(crate) async fn meet(widget: Widget<'_>, name: &str, kind: &str) -> Result<()> {
    widget.click("[name=add-person]").await?;
    let empty = "root.querySelector('[name=person-name]')?.value === ''";
    widget.until("somebody is added", empty, &[]).await?;
    widget.write("[name=person-name]", name).await?;
    widget.select("person-kind", kind).await
}

/// Unfolds the people.
pub(crate) async fn unfold(widget: Widget<'_>) -> Result<()> {
    widget.unfold("people").await?;
    widget.shows("[name=add-person]").await
}

/// Copies the note that is open.
pub(crate) async fn copy_note(visit: &Visit, widget: Widget<'_>, before: usize) -> Result<String> {
    let note = widget.value("[name=note]").await?;
    widget.click("[name=copy-note]").await?;
    let told = visit.hear("good-sport-copy", before + 1).await?;
    assert_eq!(told["what"], json!("note"));
    Ok(note)
}

async fn each_person_gets_a_different_note(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    unfold(widget).await?;
    meet(widget, "Dana Rivera", "interviewer").await?;
    meet(widget, "Tom Okafor", "referrer").await?;
    let second = copy_note(visit, widget, 0).await?;
    assert!(second.contains(" Tom Okafor,\n\n"), "{second}");
    widget.click("[name=next-person]").await?;
    let is_first = "root.querySelector('[name=note]')?.value.includes(' Dana Rivera,\\n\\n')";
    widget.until("the next is open", is_first, &[]).await?;
    let first = copy_note(visit, widget, 1).await?;
    assert_ne!(first.lines().nth(2), second.lines().nth(2));
    let done = "root.querySelectorAll('.person .check').length >= 2";
    widget.until("both are done", done, &[]).await?;
    assert_eq!(widget.count("[name=next-person]").await?, 0, "nobody is left");
    assert!(widget.body().await?.starts_with("Hello,"), "the letter is another");
    Ok(())
}

async fn added_person_gets_the_focus_on_the_name(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    unfold(widget).await?;
    widget.click("[name=add-person]").await?;
    let focused = "root.activeElement?.name === 'person-name'";
    widget.until("the name has the focus", focused, &[]).await?;
    visit.press("Dana").await?;
    let greets = "root.querySelector('[name=note]').value.includes(' Dana,\\n\\n')";
    widget.until("the note greets her", greets, &[]).await
}

async fn undo_restores_a_removed_note(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    unfold(widget).await?;
    meet(widget, "Dana", "hiring").await?;
    widget.fill("[name=note]", "In my own words.").await?;
    widget.click("[name=remove-person]").await?;
    widget.lacks("[name=person]").await?;
    widget.click("[name=undo]").await?;
    widget.shows("[name=note]").await?;
    assert_eq!(widget.value("[name=note]").await?, "In my own words.");
    Ok(())
}

async fn hide_attribute_hides_people(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.shows("#people").await?;
    widget.run::<()>("element.setAttribute('hide', 'people');", &[]).await?;
    widget.lacks("#people").await
}

async fn undo_restores_a_replaced_note(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    unfold(widget).await?;
    meet(widget, "Dana", "hiring").await?;
    widget.fill("[name=note]", "In my own words.").await?;
    widget.write("[name=person-address]", "Ms. Rivera").await?;
    widget.click("[name=use-new-note]").await?;
    let undoes = "root.activeElement?.name === 'undo' && root.activeElement.closest('details')";
    widget.until("it can be undone there", undoes, &[]).await?;
    assert_eq!(widget.count("[name=undo]").await?, 1);
    widget.click("[name=undo]").await?;
    let back = "root.querySelector('[name=note]').value === 'In my own words.'";
    widget.until("the note is back", back, &[]).await?;
    // The page is held where it is scrolled to until the next frame.
    visit.drawn().await?;
    widget.click("[name=remove-person]").await?;
    widget.until("the focus stays", "root.activeElement?.name === 'add-person'", &[]).await
}
