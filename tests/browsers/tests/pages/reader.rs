//! The second reader: what it points out where the visitor sees it, and what a page hears of it.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY};
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(what_hurts_is_pointed_out_and_taken_out_with_one_tap);
    suite.add(a_finding_shows_its_words_in_the_letter);
    suite.add(what_is_put_aside_stays_away_and_copying_never_waits);
    suite.add(a_page_reads_the_findings_in_units_of_javascript);
    suite.add(a_rejection_is_read_and_only_suggests);
}

const LETTER: &str = "Dear Dana,\n\nThank you for the tour. Please reconsider your decision. \
                      I wish you all the best 👋 and thank you, [Your name]";

async fn what_hurts_is_pointed_out_and_taken_out_with_one_tap(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    assert_eq!(widget.count(".findings > li").await?, 0);
    widget.fill(BODY, LETTER).await?;
    widget.shows("[data-severity=stop] [name=fix]").await?;
    widget.click("[data-severity=stop] [name=fix]").await?;
    let gone = "!root.querySelector(args[0]).value.includes('reconsider')";
    widget.until("it is taken out", gone, &[BODY.into()]).await?;
    assert!(widget.body().await?.contains("for the tour. I wish you"), "the rest stands");
    widget.click("[name=undo]").await?;
    widget.reads("Please reconsider your decision.").await
}

async fn a_finding_shows_its_words_in_the_letter(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.fill(BODY, LETTER).await?;
    widget.shows(".findings > li:last-child .quote").await?;
    widget.click(".findings > li:last-child .quote").await?;
    let selected = "(() => { const it = root.querySelector(args[0]);\
        return root.activeElement === it\
            && it.value.slice(it.selectionStart, it.selectionEnd) === '[Your name]'; })()";
    widget.until("the words are selected", selected, &[BODY.into()]).await
}

async fn what_is_put_aside_stays_away_and_copying_never_waits(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.fill(BODY, "Dear [name], thank you.").await?;
    widget.shows(".findings > li").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    widget.click("[name=dismiss]").await?;
    widget.lacks(".findings > li").await?;
    widget.fill(BODY, "Dear [name], thank you again.").await?;
    visit.drawn().await?;
    assert_eq!(widget.count(".findings > li").await?, 0);
    Ok(())
}

async fn a_page_reads_the_findings_in_units_of_javascript(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    assert_eq!(widget.run::<Value>("return element.findings;", &[]).await?, json!([]));
    widget.fill(BODY, "👋 [Company] was kind.").await?;
    let findings: Value = widget.run("return element.findings;", &[]).await?;
    assert_eq!(findings[0]["id"], json!("placeholder"));
    assert_eq!((&findings[0]["start"], &findings[0]["end"]), (&json!(3), &json!(12)));
    assert_eq!(findings[0]["severity"], json!("stop"));
    assert_eq!(findings[0]["fix"], json!("Acme"));
    assert!(findings[0]["why"].as_str().is_some_and(|it| it.ends_with('.')), "{findings}");
    Ok(())
}

async fn a_rejection_is_read_and_only_suggests(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.click("#paste").await?;
    widget.shows("[name=rejection]").await?;
    let theirs = "The role is on hold and will not be filled.\n\nKind regards,\nDana Rivera";
    widget.fill("[name=rejection]", theirs).await?;
    widget.shows("[name=hint-situation]").await?;
    assert_eq!(widget.value("[name=situation]").await?, "interview", "nothing happens by itself");
    widget.click("[name=hint-situation]").await?;
    widget.reads("will not be filled").await?;
    widget.click("[name=hint-name]").await?;
    widget.reads("Dear Dana Rivera,").await
}
