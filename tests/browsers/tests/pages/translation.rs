//! Page translators take texts out of the page and put their own in their place, over and over.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::{PATIENCE, Visit};
use browsers::widget::{BODY, COPY, SUBJECT, Widget};
use serde_json::{Value, json};
use tokio::time::Instant;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(text_updates_after_page_translation);
    suite.add(journey_survives_page_translation);
    suite.add(language_change_after_page_translation);
    suite.add(letter_is_marked_notranslate);
}

/// Replaces every text as translators do, now and whenever one comes: by a `font` in a `font`, which
/// holds the text in brackets. What is not to be translated stays, as they have it.
const TRANSLATE: &str = "const replace = (node) => {\
      const { parentElement: parent } = node;\
      if (!/\\p{L}|\\d/u.test(node.data) || !parent) return;\
      if (parent.closest('[translate=no], [translate=yes], .root, style')?.translate === false) return;\
      if (parent.closest('textarea, style') || node.data.startsWith('⟦')) return;\
      const font = document.createElement('font');\
      font.append(document.createElement('font'));\
      font.firstChild.textContent = `⟦${node.data}⟧`;\
      node.replaceWith(font);\
    };\
    const all = () => {\
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);\
      const nodes = [];\
      while (walker.nextNode()) nodes.push(walker.currentNode);\
      nodes.forEach(replace);\
    };\
    all();\
    new MutationObserver(all).observe(root, { childList: true, characterData: true, subtree: true });";

/// All that is read in the widget, without the marks of the translator, part by part.
const READ: &str = "const words = (it) => it.textContent.replace(/[⟦⟧]/g, '').replace(/\\s+/g, ' ').trim();\
    return [...root.querySelectorAll('.root :is(label, legend, button, summary, p, option, h2, h3, a)')]\
      .map((it) => [it.localName, it.id || it.htmlFor || it.className, words(it)].join(' '));";

async fn read(visit: &Visit, widget: Widget<'_>) -> Result<Vec<String>> {
    visit.drawn().await?;
    widget.run(READ, &[]).await
}

/// The steps of a visitor, and of the page.
const STEPS: &[(&str, &str)] = &[
    ("fills in the company", "fill('[name=company]', 'Globex');"),
    ("ticks an item", "root.querySelector('[part~=item] input').click();"),
    ("copies the subject", "root.querySelector('[name=copy-subject]').click();"),
    ("chooses another situation", "fill('[name=situation]', 'ghosted');"),
    ("chooses one more", "fill('[name=situation]', 'cancelled');"),
    ("unfolds what few need", "unfold('more');"),
    ("states what asks for other things", "root.querySelector('#also-kept').click();"),
    ("states what asks for a name", "root.querySelector('#also-referral').click();"),
    ("names them", "fill('[name=referrer]', 'Kim Poe');"),
    ("says how far it went", "fill('[name=stage]', 'application');"),
    ("says how they heard", "fill('[name=channel]', 'automated');"),
    ("wants another wording", "root.querySelector('[name=another-wording]').click();"),
    (
        "writes what is flagged",
        "fill('[name=body]', 'You made a mistake. I deserve an explanation ASAP. It is unfair.');",
    ),
    (
        "goes on",
        "fill('[name=body]', 'Thanks. You made a mistake, and you will regret it. [Name]');",
    ),
    ("takes the fix", "root.querySelector('[name=fix]')?.click();"),
    ("leaves another", "root.querySelector('[name=dismiss]')?.click();"),
    ("changes the tone", "root.querySelector('#tone-formal').click();"),
    ("takes the new text", "root.querySelector('[name=use-new]')?.click();"),
    ("undoes that", "root.querySelector('[name=undo]')?.click();"),
    ("unfolds the notes", "unfold('people');"),
    ("adds a person", "root.querySelector('[name=add-person]').click();"),
    ("names them", "fill('[name=person-name]', 'Ada Lovelace');"),
    ("adds another", "root.querySelector('[name=add-person]').click();"),
    ("names them, too", "fill('[name=person-name]', 'Grace Hopper');"),
    (
        "says what they are",
        "fill('[name=person-kind]', root.querySelector('[name=person-kind] option:last-child').value);",
    ),
    ("goes back to the first", "root.querySelector('[name=person]').click();"),
    ("removes them", "root.querySelector('[name=remove-person]').click();"),
    ("undoes that, too", "root.querySelector('[name=undo]')?.click();"),
    ("unfolds where to paste", "unfold('paste');"),
    (
        "pastes",
        "fill('[name=rejection]', 'We have decided to put this role on hold.\\n\\nBest,\\nMaria Silva');",
    ),
    ("pastes something else", "fill('[name=rejection]', 'The weather is fine.');"),
    ("unfolds the channels", "unfold('channels');"),
    ("unfolds the reminders", "unfold('reminders');"),
    ("unfolds the replies", "unfold('replies');"),
    ("writes in another language", "fill('[name=letter-lang]', 'en-GB');"),
    ("keeps the draft", "root.querySelector('[name=keep]').click();"),
    ("starts over", "root.querySelector('[name=start-over]').click();"),
    ("wants it back", "root.querySelector('[name=undo]')?.click();"),
];

async fn take(widget: Widget<'_>, step: &str) -> Result<()> {
    let hands = "const fill = (css, value) => {\
          const field = root.querySelector(css);\
          field.value = value;\
          for (const type of ['input', 'change'])\
            field.dispatchEvent(new Event(type, { bubbles: true }));\
        };\
        const unfold = (name) => root.querySelector(`#${name}`).click();";
    widget.run::<()>(&format!("{hands} {step}"), &[]).await
}

/// Sees that nothing has gone wrong that the page could notice.
async fn is_sound(visit: &Visit, step: &str) -> Result<()> {
    let record = visit.record().await?;
    assert_eq!(record.errors, [""; 0], "when the visitor {step}");
    assert!(
        record.events.iter().all(|it| it.name != "good-sport-error"),
        "when the visitor {step}"
    );
    Ok(())
}

async fn journey_survives_page_translation(visit: &Visit) -> Result<()> {
    // The same visit without a translator says what is to be read after each step.
    let mut right = Vec::new();
    let widget = visit.open("element.html").await?;
    for (_, step) in STEPS {
        take(widget, step).await?;
        right.push(settled(visit, widget, step).await?);
    }
    visit.run::<()>("localStorage.clear();", &[]).await?;
    let widget = visit.open("element.html").await?;
    widget.run::<()>(TRANSLATE, &[]).await?;
    for ((name, step), right) in STEPS.iter().zip(right) {
        take(widget, step).await?;
        let mut found = settled(visit, widget, step).await?;
        // On a busy machine the linter may take longer than in the first visit.
        let start = Instant::now();
        while found != right && start.elapsed() < PATIENCE {
            found = settled(visit, widget, step).await?;
        }
        is_sound(visit, name).await?;
        assert_eq!(found, right, "after the visitor {name}");
    }
    Ok(())
}

/// The texts once a step is done, which may have to wait for a file or the clipboard.
async fn settled(visit: &Visit, widget: Widget<'_>, step: &str) -> Result<Vec<String>> {
    if step.contains("letter-lang") {
        widget.until("the letter is in it", "element.letter.lang === 'en-GB'", &[]).await?;
    }
    if step.contains("copy-subject") {
        visit.hear("good-sport-copy", 1).await?;
    }
    // What the tone linter says comes later, when the page is idle.
    widget.is_read().await?;
    let idle = "for (let turn = 0; turn < 5; turn += 1) {\
          await new Promise((done) => window.requestIdleCallback?.(done, { timeout: 200 }) ?? setTimeout(done));\
          await new Promise(requestAnimationFrame);\
        }";
    let mut before = read(visit, widget).await?;
    loop {
        visit.run_async::<()>(idle, &[]).await?;
        let after = read(visit, widget).await?;
        if after == before {
            return Ok(after);
        }
        before = after;
    }
}

async fn text_updates_after_page_translation(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.run::<()>(TRANSLATE, &[]).await?;
    let glued = "return /[.:]\\p{L}/u.test(root.querySelector('.review').textContent.replace(/[⟦⟧]/g, ''));";
    assert!(!widget.run::<bool>(glued, &[]).await?, "two sentences have no space between them");
    let words = "root.querySelector('.review').textContent.includes(args[0])";
    widget.fill(BODY, "Thank you for the time.").await?;
    widget.until("the words are counted", words, &["5 ".into()]).await?;
    widget.fill(BODY, "Thank you for the time you took.").await?;
    widget.until("they are counted again", words, &["7 ".into()]).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    let notice = "root.querySelector('[role=status]').textContent.length > 5";
    widget.until("the notice says so", notice, &[]).await?;
    // A label beside a box is the one that it had in the page's own language.
    let item = "const box = root.querySelector('[part~=item] input');\
        return [box.name, box.labels[0].textContent.replace(/[⟦⟧]/g, '')];";
    let before: Value = widget.run(item, &[]).await?;
    widget.select("situation", "ghosted").await?;
    widget.select("situation", "chosen").await?;
    assert_eq!(widget.run::<Value>(item, &[]).await?, before);
    is_sound(visit, "does all this").await
}

async fn language_change_after_page_translation(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.run::<()>(TRANSLATE, &[]).await?;
    widget.fill("[name=sender]", "Sam Lee").await?;
    widget.fill(SUBJECT, "My subject").await?;
    widget.fill(BODY, "My own words.").await?;
    for language in ["en-GB", "en"] {
        let change = "element.setAttribute('lang', args[0]);";
        widget.run::<()>(change, &[language.into()]).await?;
        let has_lang = "root.querySelector('.root').lang === args[0]";
        widget.until("it is in this language", has_lang, &[language.into()]).await?;
        let held = "const held = (name) => root.querySelector(`[name=${name}]`).value;\
            return [held('company'), held('sender'), held('subject'), held('body')];";
        let held: Value = widget.run(held, &[]).await?;
        assert_eq!(held, json!(["Acme", "Sam Lee", "My subject", "My own words."]));
    }
    is_sound(visit, "sees another language").await
}

async fn letter_is_marked_notranslate(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    for step in [
        "unfold('channels');",
        "unfold('people');",
        "root.querySelector('[name=add-person]').click();",
        "unfold('reminders');",
        "unfold('replies');",
    ] {
        take(widget, step).await?;
        visit.drawn().await?;
    }
    widget.fill(BODY, "You made a mistake.").await?;
    let translated = "return [...root.querySelectorAll('[part~=body], [name=message], .said, .quote')]\
        .filter((it) => it.translate || !it.closest('.notranslate')).map((it) => it.className || it.name);";
    assert_eq!(widget.run::<Vec<String>>(translated, &[]).await?, [""; 0]);
    assert!(widget.count("[name=message]").await? + widget.count(".said").await? == 2);
    // What stands beside it is the widget's.
    let label = "return root.querySelector('.subject label').translate;";
    assert!(widget.run::<bool>(label, &[]).await?);
    Ok(())
}
