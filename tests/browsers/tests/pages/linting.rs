//! When the tone linter is loaded, and what a visitor has without it.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, VERDICT, Widget};
use serde_json::{Value, json};

use crate::people;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(linter_is_loaded_once_by_the_first_edit);
    suite.add(linter_is_loaded_by_an_edited_note);
    suite.add(linter_is_loaded_by_a_paste);
    suite.add(linter_that_does_not_come_stops_nothing_and_is_tried_again);
    suite.add(message_that_cannot_be_read_stops_nothing_and_is_tried_again);
    suite.add(linter_moves_nothing_with_its_verdict);
    suite.add(linter_of_another_build_is_not_run);
    suite.add(key_in_a_long_text_is_not_held_up);
}

/// The kinds of the linter's files that were asked for, in order, beside those of the program.
fn asked(visit: &Visit) -> Vec<String> {
    let asked = visit.site().asked().into_iter().map(|it| it.what);
    let files = asked.filter_map(|it| it.strip_prefix("GET /good-sport.").map(str::to_owned));
    let mut kinds: Vec<_> = files
        .filter(|it| it.starts_with("linter") || it.starts_with("rules"))
        .map(|it| it.split(['.', '-']).next().unwrap_or_default().to_owned())
        .collect();
    kinds.sort();
    kinds
}

/// Where the linter's file is, which every test here may be without.
const LINTER: &str = "/good-sport.linter";
const LETTER: &str = "Dear Dana,\n\nThank you for the tour. Please reconsider your decision.";

/// Sees that the form is filled in, and the linter not asked for by that.
async fn nothing_is_loaded_before(visit: &Visit, widget: Widget<'_>) -> Result<()> {
    widget.write("input[name=company]", "Globex").await?;
    widget.reads("Globex").await?;
    widget.select("situation", "paused").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    idle(visit).await?;
    assert_eq!(asked(visit), [""; 0]);
    assert_eq!(widget.run::<Value>("return element.findings;", &[]).await?, json!([]));
    assert_eq!(widget.count(VERDICT).await?, 0);
    Ok(())
}

/// Waits until the page has nothing left to do.
async fn idle(visit: &Visit) -> Result<()> {
    let idle = "await new Promise((done) => window.requestIdleCallback?.(done, { timeout: 500 }) ?? setTimeout(done));";
    visit.run_async::<()>(idle, &[]).await?;
    visit.drawn().await
}

async fn linter_is_loaded_once_by_the_first_edit(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    nothing_is_loaded_before(visit, widget).await?;
    widget.fill(BODY, LETTER).await?;
    widget.shows(".findings > [data-severity=stop]").await?;
    widget.fill(BODY, "Dear Dana,\n\nThank you for the tour.").await?;
    widget.lacks(".findings > li").await?;
    widget.shows(VERDICT).await?;
    assert_eq!(asked(visit), ["linter", "rules"]);
    Ok(())
}

async fn linter_is_loaded_by_an_edited_note(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    nothing_is_loaded_before(visit, widget).await?;
    people::unfold(widget).await?;
    people::meet(widget, "Dana", "interviewer").await?;
    idle(visit).await?;
    assert_eq!(asked(visit), [""; 0]);
    widget.fill("[name=note]", "Hi Dana,\n\nThank you. Please reconsider. Bye.").await?;
    widget.shows(".person .findings [name=fix]").await?;
    widget.click(".person .findings [name=fix]").await?;
    let taken = "root.querySelector('[name=note]').value === 'Hi Dana,\\n\\nThank you. Bye.'";
    widget.until("it is taken out", taken, &[]).await?;
    assert_eq!(asked(visit), ["linter", "rules"]);
    Ok(())
}

async fn linter_is_loaded_by_a_paste(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    nothing_is_loaded_before(visit, widget).await?;
    let paste = "root.querySelector('[name=role]')\
        .dispatchEvent(new ClipboardEvent('paste', { bubbles: true, composed: true }));";
    widget.run::<()>(paste, &[]).await?;
    visit.site().is_asked_for(LINTER).await?;
    visit.site().is_asked_for("/good-sport.rules.en.").await?;
    assert_eq!(asked(visit), ["linter", "rules"]);
    Ok(())
}

async fn linter_that_does_not_come_stops_nothing_and_is_tried_again(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.site().refuse(LINTER);
    let own = widget.body().await?;
    widget.fill(BODY, LETTER).await?;
    visit.site().is_asked_for(LINTER).await?;
    idle(visit).await?;
    assert_eq!(widget.count(VERDICT).await?, 0);
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    widget.click("button[name=start-over]").await?;
    widget.reads(&own).await?;
    widget.click("button[name=undo]").await?;
    widget.reads("Please reconsider").await?;
    let record = visit.record().await?;
    assert_eq!(
        (record.errors.len(), record.events.iter().any(|it| it.name == "good-sport-error")),
        (0, false)
    );
    visit.site().release();
    // One edit follows another, with a pause in which the linter may read; one of the later ones has it.
    let edited = "(() => { const field = root.querySelector(args[0]);\
        if (Date.now() > (window.pausedUntil ?? 0)) {\
            window.pausedUntil = Date.now() + 1000;\
            field.value += ' And on.';\
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));\
        }\
        return root.querySelector('.findings > li'); })()";
    widget.until("a later edit has it", edited, &[BODY.into()]).await?;
    let tries = visit.site().asked().iter().filter(|it| it.what.contains(LINTER)).count();
    assert!(tries <= 4, "it was asked for {tries} times");
    Ok(())
}

async fn message_that_cannot_be_read_stops_nothing_and_is_tried_again(visit: &Visit) -> Result<()> {
    const READER: &str = "/good-sport.rejections.en.";
    const HINT: &str = "[name=hint-situation]";
    let widget = visit.open("element.html").await?;
    visit.site().refuse(READER);
    widget.click("#paste").await?;
    widget.shows("[name=rejection]").await?;
    widget.fill("[name=rejection]", "The role is on hold.").await?;
    visit.site().is_asked_for(READER).await?;
    idle(visit).await?;
    assert_eq!(widget.count(HINT).await?, 0);
    // The linter, which has come, goes on.
    widget.fill(BODY, LETTER).await?;
    widget.shows(".findings > [data-severity=stop]").await?;
    let record = visit.record().await?;
    assert_eq!(
        (record.errors.len(), record.events.iter().any(|it| it.name == "good-sport-error")),
        (0, false)
    );
    visit.site().release();
    widget.fill("[name=rejection]", "The role is on hold and will not be filled.").await?;
    widget.shows(HINT).await
}

async fn linter_moves_nothing_with_its_verdict(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    // Where the next button is, from the edit on; the first place is that without a verdict.
    let record = "const field = root.querySelector(args[0]);\
        const places = (window.places = []);\
        const look = () => {\
          places.push([root.querySelector(args[1]).offsetTop, !!root.querySelector(args[2])]);\
          requestAnimationFrame(look);\
        };\
        field.addEventListener('input', () => requestAnimationFrame(look), { once: true });";
    widget.run::<()>(record, &[BODY.into(), COPY.into(), VERDICT.into()]).await?;
    widget.fill(BODY, "Dear Dana,\n\nThank you for the tour.").await?;
    widget.shows(VERDICT).await?;
    visit.drawn().await?;
    let places: Vec<(f64, bool)> = visit.run("return window.places;", &[]).await?;
    assert!(!places[0].1 && places.iter().any(|it| it.1), "{places:?}");
    assert!(places.iter().all(|it| (it.0 - places[0].0).abs() < 1.0), "{places:?}");
    Ok(())
}

async fn linter_of_another_build_is_not_run(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let other = "globalThis.exchanged = true; export default '';";
    visit.site().put(LINTER, "text/javascript", other);
    widget.fill(BODY, LETTER).await?;
    visit.site().is_asked_for(LINTER).await?;
    idle(visit).await?;
    assert!(!visit.run::<bool>("return Boolean(window.exchanged);", &[]).await?);
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    assert_eq!(widget.count(VERDICT).await?, 0);
    Ok(())
}

/// The most that a key may take of the page's time in a long text, in milliseconds: many times what it
/// takes, since the program under test may be one that was not optimized, on a machine that is busy.
const KEY_MILLIS: u32 = 400;

async fn key_in_a_long_text_is_not_held_up(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.fill(BODY, &LETTER.repeat(1_500)).await?;
    widget.shows(VERDICT).await?;
    let keys = "const field = root.querySelector(args[0]);\
        const times = [];\
        for (let key = 0; key < 5; key += 1) {\
            const start = Date.now();\
            field.value += '.';\
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));\
            for (let turn = 0; turn < 9; turn += 1) await undefined;\
            times.push(Date.now() - start);\
        }\
        return Math.min(...times);";
    let least: u32 = widget.run_async(keys, &[BODY.into()]).await?;
    assert!(least < KEY_MILLIS, "a key takes {least} ms");
    Ok(())
}
