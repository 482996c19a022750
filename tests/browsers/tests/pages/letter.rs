//! The letter: whole from the start, in step with the form, and the visitor's own once edited.

use std::slice;

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, NOTICE, SUBJECT};
use serde_json::json;
use thirtyfour::Key;

use crate::mail::HOSTILE;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(empty_form_yields_a_complete_letter);
    suite.add(every_field_appears_in_the_letter);
    suite.add(every_choice_changes_the_letter);
    suite.add(stated_facts_change_the_letter_and_withdrawn_ones_restore_it);
    suite.add(another_wording_changes_a_letter_that_is_not_edited);
    suite.add(referrer_reaches_the_letter);
    suite.add(automated_rejections_need_no_reply);
    suite.add(edited_letter_is_never_overwritten);
    suite.add(undo_restores_an_edited_letter);
    suite.add(undo_keeps_later_edits);
    suite.add(native_undo_covers_replacements);
    suite.add(failed_language_load_is_announced_and_reverted);
    suite.add(starting_over_restores_the_initial_letter);
    suite.add(details_property_reads_and_writes_the_form);
    suite.add(reset_method_restores_the_attributes);
    suite.add(text_is_never_parsed_as_html);
}

async fn empty_form_yields_a_complete_letter(visit: &Visit) -> Result<()> {
    let widget = visit.open("two.html").await?;
    let remove = "for (const name of ['company', 'role']) element.removeAttribute(name);";
    widget.run::<()>(remove, &[]).await?;
    widget.until("the letter names nobody", "!element.letter.body.includes('Acme')", &[]).await?;
    let letter = widget.letter().await?;
    for text in [&letter.subject, &letter.body, &letter.html] {
        for gap in ["[", "]", "{", "}", "undefined", "null", "  "] {
            assert!(!text.contains(gap), "{gap:?} in {text}");
        }
        assert!(!text.trim().is_empty());
    }
    assert!(letter.body.split("\n\n").count() >= 4, "{}", letter.body);
    Ok(())
}

async fn every_field_appears_in_the_letter(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let fields = [
        ("input[name=company]", "Globex"),
        ("input[name=role]", "Master Baker"),
        ("input[name=recipient]", "Ms. Rivera"),
        ("input[name=sender]", "Sam Lee"),
        ("textarea[name=highlight]", "the walk through the mill"),
    ];
    for (field, text) in fields {
        widget.write(field, text).await?;
        widget.reads(text).await?;
    }
    for (field, text) in fields {
        assert!(widget.body().await?.contains(text), "{field} is lost");
    }
    let before = widget.body().await?;
    widget.select("situation", "paused").await?;
    let changed = "root.querySelector('textarea[name=body]').value !== args[0]";
    widget.until("the situation is seen", changed, &[before.into()]).await?;
    let before = widget.body().await?;
    widget.choose("tone", "formal").await?;
    widget.until("the tone is seen", changed, &[before.into()]).await?;
    let before = widget.body().await?;
    widget.choose("length", "short").await?;
    widget.until("the length is seen", changed, &[before.into()]).await?;
    let letter = widget.letter().await?;
    assert_eq!(letter.body, widget.body().await?);
    assert_eq!(letter.subject, widget.value(SUBJECT).await?);
    assert!(letter.subject.contains("Master Baker"), "{}", letter.subject);
    assert_eq!(letter.lang, "en");
    Ok(())
}

async fn every_choice_changes_the_letter(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.unfold("more").await?;
    // A short one does not say that the news came by itself.
    let all = "const values = (css) => [...root.querySelectorAll(css)].map((it) => it.value);\
        const facts = [...root.querySelectorAll('select:not([name=letter-lang]) option')]\
          .filter((it) => it.parentElement.name !== 'ask' && !it.selected).map((it) => it.value);\
        const letters = [];\
        element.details = { referrer: 'Kim Poe' };\
        for (const situation of ['', ...facts, ...values('[name=also]')])\
          for (const tone of values('input[name=tone]'))\
            for (const length of values('input[name=length]')) {\
              if (situation === 'automated' && length === 'short') continue;\
              element.details = { situation, tone, length };\
              letters.push([element.letter.body, [situation, tone, length].join(' ')]);\
            }\
        return letters;";
    let mut letters: Vec<(String, String)> = widget.run(all, &[]).await?;
    assert!(letters.len() > 17 * 3 * 2, "only {} choices", letters.len());
    letters.sort_unstable();
    let same = letters.windows(2).filter(|it| it[0].0 == it[1].0);
    let same: Vec<_> = same.map(|it| [&it[0].1, &it[1].1]).collect();
    assert_eq!(same, [[""; 2]; 0], "these give the same letter");
    Ok(())
}

/// The body of the letter is another than before.
const CHANGED: &str = "root.querySelector('textarea[name=body]').value !== args[0]";

async fn stated_facts_change_the_letter_and_withdrawn_ones_restore_it(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.unfold("more").await?;
    let first = widget.body().await?;
    for (name, fact, default) in [
        ("situation", "rescinded", "chosen"),
        ("stage", "screen", "interview"),
        ("channel", "automated", "email"),
    ] {
        widget.select(name, fact).await?;
        widget.until(&format!("{fact} is seen"), CHANGED, &[first.clone().into()]).await?;
        widget.select(name, default).await?;
        widget.reads(&first).await?;
    }
    for fact in ["feedback", "task", "internal"] {
        let check_box = format!("input[name=also][value={fact}]");
        widget.choose("also", fact).await?;
        widget.until(&format!("{fact} is seen"), CHANGED, &[first.clone().into()]).await?;
        widget.click(&check_box).await?;
        widget.reads(&first).await?;
        assert!(!widget.is_ticked(&check_box).await?);
    }
    assert_eq!(widget.details().await?["situation"], "chosen interview email");
    Ok(())
}

async fn another_wording_changes_a_letter_that_is_not_edited(visit: &Visit) -> Result<()> {
    const ANOTHER: &str = "button[name=another-wording]";
    let widget = visit.open("element.html").await?;
    let first = widget.letter().await?;
    let mut before = String::new();
    for _ in 0..3 {
        before = widget.body().await?;
        widget.click(ANOTHER).await?;
        widget.until("the wording is another", CHANGED, &[before.as_str().into()]).await?;
    }
    let letter = widget.letter().await?;
    assert_eq!(letter.body, widget.body().await?);
    assert_eq!(letter.subject, first.subject);
    assert!(letter.body.contains("Acme"), "{}", letter.body);
    assert_eq!(widget.count("button[name=use-new]").await?, 0);
    widget.click("button[name=undo]").await?;
    widget.until("the wording is another", CHANGED, &[letter.body.into()]).await?;
    assert_eq!(widget.body().await?, before, "the last wording is back");
    widget.write(BODY, "My own words.").await?;
    widget.lacks(ANOTHER).await?;
    widget.click("button[name=start-over]").await?;
    widget.shows(ANOTHER).await?;
    assert_eq!(widget.letter().await?, first);
    Ok(())
}

async fn referrer_reaches_the_letter(visit: &Visit) -> Result<()> {
    const REFERRER: &str = "input[name=referrer]";
    let widget = visit.open("element.html").await?;
    widget.unfold("more").await?;
    assert_eq!(widget.count(REFERRER).await?, 0);
    widget.choose("also", "referral").await?;
    widget.shows(REFERRER).await?;
    widget.write(REFERRER, "Kim Poe").await?;
    widget.reads("Kim Poe").await?;
    assert_eq!(widget.details().await?["referrer"], "Kim Poe");
    widget.click("input[name=also][value=referral]").await?;
    widget.lacks(REFERRER).await?;
    widget.until("the name is gone", "!element.letter.body.includes('Kim')", &[]).await
}

async fn automated_rejections_need_no_reply(visit: &Visit) -> Result<()> {
    const HINT: &str = "[...root.querySelectorAll('[part~=form] [role=status]')]\
        .some((it) => it.textContent.includes('doesn’t need a reply'))";
    let widget = visit.open("element.html").await?;
    widget.unfold("more").await?;
    widget.select("channel", "automated").await?;
    assert!(!widget.run::<bool>(&format!("return {HINT};"), &[]).await?, "they met");
    widget.select("stage", "application").await?;
    widget.until("it says so", HINT, &[]).await?;
    widget.select("channel", "email").await?;
    widget.until("somebody wrote", &format!("!{HINT}"), &[]).await
}

async fn edited_letter_is_never_overwritten(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write(BODY, "Dear all,\n\nmy own words.").await?;
    assert_eq!(widget.count("button[name=use-new]").await?, 0);
    widget.write("input[name=company]", "Globex").await?;
    widget.choose("tone", "formal").await?;
    widget.choose("length", "short").await?;
    widget.select("stage", "final").await?;
    widget.unfold("more").await?;
    widget.choose("also", "task").await?;
    widget.run::<()>("element.setAttribute('role', 'Baker');", &[]).await?;
    widget.shows("button[name=use-new]").await?;
    assert_eq!(widget.body().await?, "Dear all,\n\nmy own words.");
    assert_eq!(widget.letter().await?.body, "Dear all,\n\nmy own words.");
    Ok(())
}

async fn undo_restores_an_edited_letter(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write(BODY, "My own words.").await?;
    widget.write(SUBJECT, "My own subject").await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.shows("button[name=use-new]").await?;
    assert_eq!(widget.count("button[name=undo]").await?, 0);
    widget.click("button[name=use-new]").await?;
    widget.reads("Globex").await?;
    widget.lacks("button[name=use-new]").await?;
    widget.click("button[name=undo]").await?;
    widget.reads("My own words.").await?;
    assert_eq!(widget.value(SUBJECT).await?, "My own subject");
    Ok(())
}

async fn starting_over_restores_the_initial_letter(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let first = widget.letter().await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.choose("tone", "warm").await?;
    widget.write(BODY, "My own words.").await?;
    widget.click("button[name=start-over]").await?;
    widget.reads("Acme").await?;
    assert_eq!(widget.letter().await?, first);
    assert_eq!(widget.value("input[name=company]").await?, "Acme");
    Ok(())
}

async fn details_property_reads_and_writes_the_form(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let details = json!({
        "company": "Globex", "role": "Baker", "recipient": "Ms. Rivera", "sender": "Sam Lee",
        "situation": "cancelled final phone referral", "tone": "warm", "length": "short",
        "highlight": "the mill", "referrer": "Kim Poe",
    });
    let fill = "element.details = args[0];";
    widget.run::<()>(fill, slice::from_ref(&details)).await?;
    assert_eq!(widget.details().await?, details);
    widget
        .until("the form shows it", "root.querySelector('[name=company]').value === 'Globex'", &[])
        .await?;
    assert_eq!(widget.value("select[name=situation]").await?, "cancelled");
    widget.unfold("more").await?;
    assert_eq!(widget.value("select[name=stage]").await?, "final");
    assert_eq!(widget.value("select[name=channel]").await?, "phone");
    assert_eq!(widget.value("input[name=referrer]").await?, "Kim Poe");
    assert!(widget.is_ticked("input[name=tone][value=warm]").await?);
    assert!(widget.is_ticked("input[name=length][value=short]").await?);
    widget.run::<()>(fill, &[json!({ "sender": "Kim" })]).await?;
    assert_eq!(widget.details().await?["company"], "Globex", "keys that are missing stay");
    widget.reads("Kim").await
}

async fn reset_method_restores_the_attributes(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let first = widget.letter().await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.click("input[name=keep]").await?;
    visit.until("the draft is kept", "return localStorage.length > 0;", &[]).await?;
    widget.run::<()>("element.reset();", &[]).await?;
    widget.until("the field is empty", "!root.querySelector('[name=sender]').value", &[]).await?;
    assert_eq!(widget.letter().await?, first);
    assert_eq!(visit.run::<usize>("return localStorage.length;", &[]).await?, 0);
    Ok(())
}

async fn text_is_never_parsed_as_html(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let elements = "return root.querySelectorAll('img, script, b').length\
        + document.querySelectorAll('img, b').length;";
    // What the rich text holds, once a mail program has read it.
    let rich = "return [...new DOMParser().parseFromString(element.letter.html, 'text/html')\
        .body.querySelectorAll('*')].map((it) => it.localName)\
        .filter((it) => !['div', 'p', 'br'].includes(it));";
    for text in HOSTILE {
        for field in ["company", "role", "recipient", "sender", "highlight", "subject", "body"] {
            widget.fill(&format!("[name={field}]"), text).await?;
        }
        let held = widget.value(BODY).await?;
        assert_eq!(held, widget.letter().await?.body);
        assert_eq!(widget.run::<usize>(elements, &[]).await?, 0, "{text} became markup");
        assert_eq!(widget.run::<Vec<String>>(rich, &[]).await?, [""; 0], "{text}");
        widget.click("button[name=start-over]").await?;
    }
    Ok(())
}

async fn undo_keeps_later_edits(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write(BODY, "My own words.").await?;
    widget.click("button[name=start-over]").await?;
    widget.reads("Acme").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    // An offer hides nothing.
    widget.write(BODY, "Other words.").await?;
    widget.choose("tone", "formal").await?;
    widget.shows("button[name=use-new]").await?;
    widget.click("button[name=undo]").await?;
    widget.reads("My own words.").await?;
    assert_eq!(widget.value("input[name=sender]").await?, "Sam Lee");
    // By the key, since a click so soon would make the one before a double click.
    visit.press(Key::Enter).await?;
    widget.reads("Other words.").await
}

async fn failed_language_load_is_announced_and_reverted(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.site().refuse("words.en-GB");
    widget.select("letter-lang", "en-GB").await?;
    let said = "root.querySelector(args[0]).textContent.includes('couldn’t be loaded')";
    widget.until("it is said", said, &[NOTICE.into()]).await?;
    assert_eq!(widget.value("select[name=letter-lang]").await?, "en");
    assert_eq!(widget.letter().await?.lang, "en");
    // It goes on with the one it has when it is put back.
    widget.write("input[name=sender]", "Sam Lee").await?;
    let put_back = "element.remove(); setTimeout(() => document.body.append(element), 50);";
    widget.run::<()>(put_back, &[]).await?;
    widget.until("it is back", "element?.letter?.body.endsWith('Sam Lee')", &[]).await
}

async fn native_undo_covers_replacements(visit: &Visit) -> Result<()> {
    const WORDS: &str = "Dear Dana. Please reconsider your decision. Thank you.";
    for button in ["fix", "use-new", "start-over"] {
        let widget = visit.open("element.html").await?;
        let composed = widget.body().await?;
        widget.write(BODY, WORDS).await?;
        if button == "use-new" {
            widget.choose("tone", "formal").await?;
        }
        widget.click(&format!("[name={button}]")).await?;
        let changed = "root.querySelector(args[0]).value !== args[1]";
        widget.until("it is replaced", changed, &[BODY.into(), WORDS.into()]).await?;
        let replaced = widget.body().await?;
        let is_whole = ["Dear ", "Hello,"].iter().any(|it| replaced.starts_with(it));
        assert!(is_whole, "{replaced:?}");
        widget.run::<()>("root.querySelector(args[0]).focus();", &[BODY.into()]).await?;
        visit.press_with(Key::Control, "z").await?;
        widget.until("it is undone", changed, &[BODY.into(), replaced.clone().into()]).await?;
        assert_eq!(widget.body().await?, WORDS, "{button}");
        for _ in 0..3 {
            visit.press_with(Key::Control, "z").await?;
            visit.drawn().await?;
            let body = widget.body().await?;
            let is_sane = WORDS.starts_with(&body) || body == composed;
            assert!(is_sane, "{button}: {body:?}");
            assert_eq!(widget.letter().await?.body, body, "what is shown is what is copied");
        }
    }
    Ok(())
}
