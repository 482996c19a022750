//! Three people from the news to the last step, each as a visitor would go it.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY};
use serde_json::json;

use crate::people::{copy_note, meet, unfold};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(journey_of_a_finalist_with_four_interviewers);
    suite.add(journey_of_a_ghosted_junior_on_a_phone);
    suite.add(journey_of_an_internal_candidate);
}

/// A narrow phone, in pixels of its own.
const PHONE: (u32, u32) = (400, 820);

async fn journey_of_a_finalist_with_four_interviewers(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    // What they wrote says how it ended and whom to write to.
    widget.click("#paste").await?;
    let theirs = "Dear Ada, we have chosen another candidate. You were one of our final two, and \
                  it was very close.\n\nWarm regards,\nDana Rivera";
    widget.shows("[name=rejection]").await?;
    widget.fill("[name=rejection]", theirs).await?;
    widget.click("[name=hint-situation]").await?;
    widget.click("[name=hint-name]").await?;
    widget.reads("Dear Dana Rivera,").await?;
    widget.reads("final round").await?;
    widget.write("input[name=sender]", "Ada Lovelace").await?;
    widget.fill("textarea[name=highlight]", "the walk along the old mill").await?;
    widget.reads("appreciated the walk along the old mill.").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;

    unfold(widget).await?;
    let mut notes = vec![widget.body().await?];
    let people = [("Tom Okafor", "interviewer"), ("Mei Lin", "interviewer"), ("Ines", "recruiter")];
    for (name, kind) in people.into_iter().chain([("Bo", "hiring")]) {
        meet(widget, name, kind).await?;
        let before = notes.len();
        notes.push(copy_note(visit, widget, before).await?);
    }
    for (index, note) in notes.iter().enumerate() {
        let thanks = |it: &String| it.split("\n\n").nth(1).map(str::to_owned);
        let others = notes[..index].iter().filter(|it| thanks(it) == thanks(note));
        assert_eq!(others.count(), 0, "{note}");
        assert!(note.ends_with("Ada Lovelace"), "{note}");
    }
    assert_eq!(widget.count(".person .aside .check").await?, 4, "all are done");
    Ok(())
}

async fn journey_of_a_ghosted_junior_on_a_phone(visit: &Visit) -> Result<()> {
    let (width, height) = PHONE;
    visit.session().set_window_rect(0, 0, width, height).await?;
    let widget = visit.open("touch.html").await?;
    widget.select("situation", "ghosted").await?;
    widget.reads("However the search turns out").await?;
    // The first try was written in anger.
    let own = widget.body().await?;
    widget.fill(BODY, &format!("{own}\n\nIt was a waste of my time.")).await?;
    widget.shows("[data-severity=stop]").await?;
    widget.click("[data-severity=stop] [name=fix]").await?;
    widget.lacks(".findings > li").await?;
    assert!(!widget.body().await?.contains("waste"));
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    let closed = "root.querySelector('[part~=item] input[name=closed]').checked";
    widget.until("the loop is closed", closed, &[]).await?;
    let fits = "document.documentElement.scrollWidth <= innerWidth";
    widget.until("nothing hangs over the edge", fits, &[]).await?;
    visit.session().set_window_rect(0, 0, 1_280, 900).await?;
    Ok(())
}

async fn journey_of_an_internal_candidate(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.select("situation", "insider").await?;
    widget.unfold("more").await?;
    widget.choose("also", "internal").await?;
    widget.reads("help in any way I can").await?;
    widget.choose("length", "short").await?;
    widget.reads("for next time").await?;
    widget.shows("[part~=item] input[name=committed]").await?;
    widget.lacks("[part~=item] input[name=ahead]").await?;
    widget.click("[part~=item] input[name=committed]").await?;
    assert_eq!(visit.hear("good-sport-check", 1).await?["done"], json!(1));
    widget.click(COPY).await?;
    let told = visit.hear("good-sport-copy", 1).await?;
    assert_eq!(told["what"], json!("letter"));
    Ok(())
}
