//! The tone linter: its findings as the visitor sees them, and as a page reads them.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY};
use serde_json::{Value, json};
use thirtyfour::Key;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(finding_is_fixed_with_one_click);
    suite.add(finding_selects_its_span);
    suite.add(dismissed_finding_stays_away_and_never_blocks_copying);
    suite.add(findings_property_uses_utf16_offsets);
    suite.add(double_click_acts_on_one_finding);
    suite.add(focus_moves_to_the_next_finding_then_to_undo);
    suite.add(dismissing_one_finding_can_be_undone);
    suite.add(pasted_rejection_only_suggests);
}

const LETTER: &str = "Dear Dana,\n\nThank you for the tour. Please reconsider your decision. \
                      I wish you all the best 👋 and thank you, [Your name]";

async fn finding_is_fixed_with_one_click(visit: &Visit) -> Result<()> {
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

async fn finding_selects_its_span(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.fill(BODY, LETTER).await?;
    widget.shows(".findings > li:last-child .quote").await?;
    widget.click(".findings > li:last-child .quote").await?;
    let selected = "(() => { const it = root.querySelector(args[0]);\
        return root.activeElement === it\
            && it.value.slice(it.selectionStart, it.selectionEnd) === '[Your name]'; })()";
    widget.until("the words are selected", selected, &[BODY.into()]).await
}

async fn dismissed_finding_stays_away_and_never_blocks_copying(visit: &Visit) -> Result<()> {
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

async fn findings_property_uses_utf16_offsets(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    assert_eq!(widget.run::<Value>("return element.findings;", &[]).await?, json!([]));
    widget.fill(BODY, "👋 [Company] was kind.").await?;
    widget.until("it is read", "element.findings.length", &[]).await?;
    let findings: Value = widget.run("return element.findings;", &[]).await?;
    assert_eq!(findings[0]["id"], json!("placeholder"));
    assert_eq!((&findings[0]["start"], &findings[0]["end"]), (&json!(3), &json!(12)));
    assert_eq!(findings[0]["severity"], json!("stop"));
    assert_eq!(findings[0]["fix"], json!("Acme"));
    assert!(findings[0]["why"].as_str().is_some_and(|it| it.ends_with('.')), "{findings}");
    Ok(())
}

async fn pasted_rejection_only_suggests(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.click("#paste").await?;
    widget.shows("[name=rejection]").await?;
    let theirs = "The role is on hold and will not be filled.\n\nKind regards,\nDana Rivera";
    widget.fill("[name=rejection]", theirs).await?;
    widget.shows("[name=hint-situation]").await?;
    assert_eq!(widget.value("[name=situation]").await?, "chosen", "nothing happens by itself");
    widget.click("[name=hint-situation]").await?;
    let stated = "root.querySelector('[name=situation]').value === 'paused'";
    widget.until("the hint is taken", stated, &[]).await?;
    widget.click("[name=hint-name]").await?;
    widget.reads("Dear Dana Rivera,").await
}

const THREE: &str = "Dear [name], I met [person] and [else]. Thank you.";

async fn double_click_acts_on_one_finding(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    for button in ["fix", "dismiss"] {
        widget.fill(BODY, LETTER).await?;
        widget.shows("[name=dismiss]").await?;
        let before = widget.count("[name=dismiss]").await?;
        let hands = || visit.session().action_chain();
        widget
            .reach(&format!("[name={button}]"), async |part| {
                hands().double_click_element(part).perform().await
            })
            .await?;
        visit.drawn().await?;
        assert_eq!(widget.count("[name=dismiss]").await?, before - 1, "{button}");
        widget.click("button[name=start-over]").await?;
    }
    Ok(())
}

async fn focus_moves_to_the_next_finding_then_to_undo(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.fill(BODY, THREE).await?;
    let focused = "root.activeElement?.name === args[0]";
    for left in (0..3).rev() {
        let before = "root.querySelectorAll('[name=dismiss]').length === args[0]";
        widget.until("the findings are shown", before, &[json!(left + 1)]).await?;
        if left == 2 {
            widget.click("[name=dismiss]").await?;
        } else {
            visit.press(Key::Enter).await?;
        }
        widget.until("one is gone", before, &[left.into()]).await?;
        let name: String = widget.run("return root.activeElement?.name ?? '';", &[]).await?;
        assert!(
            if left > 0 { name == "fix" || name == "dismiss" } else { name == "undo" },
            "{name}"
        );
    }
    visit.press(Key::Enter).await?;
    widget.shows("[name=dismiss]").await?;
    widget.until("the undoing keeps the focus", focused, &["undo".into()]).await
}

async fn dismissing_one_finding_can_be_undone(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.fill(BODY, THREE).await?;
    widget.shows(".findings > li:nth-child(3)").await?;
    widget.click(".findings > li:nth-child(2) [name=dismiss]").await?;
    widget.lacks(".findings > li:nth-child(3)").await?;
    let quotes = "[...root.querySelectorAll('.quote')].map((it) => it.textContent).join()";
    widget.until("the others stay", &format!("{quotes} === '[name],[else]'"), &[]).await?;
    widget.click("[name=undo]").await?;
    widget.shows(".findings > li:nth-child(3)").await
}
