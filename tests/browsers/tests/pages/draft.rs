//! The draft: kept on the device when the visitor asks for it, and never before.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, ITEMS, NOTICE, PRIVATE, SUBJECT, Widget};
use thirtyfour::Key;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(stores_nothing_before_opt_in);
    suite.add(stored_draft_survives_a_reload);
    suite.add(stored_draft_keeps_its_wording);
    suite.add(private_text_is_never_stored_or_copied);
    suite.add(unticking_deletes_the_stored_draft);
    suite.add(starting_over_deletes_the_stored_draft);
    suite.add(works_without_storage_access);
    suite.add(storage_attribute_disables_persistence);
    suite.add(tabs_share_one_draft_and_its_deletion);
    suite.add(widgets_with_the_same_key_share_one_draft);
    suite.add(reports_quota_errors_and_stays_unticked);
    suite.add(reports_failed_deletion_and_stays_ticked);
    suite.add(writes_storage_only_on_change);
    suite.add(tolerates_page_code_in_any_event);
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

async fn stores_nothing_before_opt_in(visit: &Visit) -> Result<()> {
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

async fn stored_draft_survives_a_reload(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.write("textarea[name=highlight]", "the mill").await?;
    widget.choose("tone", "formal").await?;
    widget.select("stage", "final").await?;
    widget.unfold("more").await?;
    widget.choose("also", "task").await?;
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
    assert_eq!(widget.value("select[name=stage]").await?, "final");
    widget.unfold("more").await?;
    assert!(widget.is_ticked("input[name=also][value=task]").await?);
    assert!(widget.is_ticked("input[name=tone][value=formal]").await?);
    assert!(widget.is_ticked("[part~=item]:last-child input").await?);
    assert!(widget.is_ticked(KEEP).await?);
    Ok(())
}

async fn stored_draft_keeps_its_wording(visit: &Visit) -> Result<()> {
    // Its wording is picked by chance.
    let mut widget = visit.open("two.html").await?;
    widget.click("button[name=another-wording]").await?;
    // Another letter may be higher, and moves what is clicked next.
    visit.drawn().await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    let letter = widget.letter().await?;
    // By chance alone it would hardly be the same three times.
    for _ in 0..3 {
        widget = reloaded(visit).await?;
        assert_eq!(widget.letter().await?, letter);
        assert_eq!(widget.body().await?, letter.body);
    }
    Ok(())
}

async fn private_text_is_never_stored_or_copied(visit: &Visit) -> Result<()> {
    const SECRET: &str = "a waste of my time";
    let widget = visit.open("element.html").await?;
    widget.write(PRIVATE, &format!("It was {SECRET}.")).await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    let leaks = "const { subject, body, html } = element.letter;\
        const { highlight, sender } = element.details;\
        const texts = [subject, body, html, highlight, sender];\
        for (const it of [localStorage, sessionStorage])\
          for (let at = 0; at < it.length; at += 1) texts.push(it.getItem(it.key(at)));\
        for (const it of root.querySelectorAll('textarea, input'))\
          if (it.name !== 'private') texts.push(it.value);\
        const found = [];\
        for (const it of texts) if (it.indexOf(args[0]) >= 0) found.push(it);\
        return found;";
    assert_eq!(widget.run::<Vec<String>>(leaks, &[SECRET.into()]).await?, [""; 0]);
    let hear = "window.copies = [];\
        addEventListener('copy', (event) => {\
          copies.push(event.clipboardData.getData('text/plain'));\
        });\
        if (navigator.clipboard) {\
          navigator.clipboard.write = async ([item]) => {\
            for (const type of item.types) copies.push(await (await item.getType(type)).text());\
          };\
          navigator.clipboard.writeText = async (text) => { copies.push(text); };\
        }";
    visit.run::<()>(hear, &[]).await?;
    for panel in ["channels", "reminders", "replies"] {
        widget.click(&format!("summary#{panel}")).await?;
    }
    let buttons = [COPY, "#copy-subject", "#copy-message", "#copy-hello-1", "#copy-reply-0"];
    for (number, copy) in (1..).zip(buttons) {
        widget.click(copy).await?;
        visit.hear("good-sport-copy", number).await?;
    }
    let copied: Vec<String> = visit.run("return window.copies;", &[]).await?;
    assert!(copied.len() >= buttons.len(), "{copied:?}");
    assert!(!copied.iter().any(|it| it.contains(SECRET)), "{copied:?}");
    assert_eq!(widget.run::<Vec<String>>(leaks, &[SECRET.into()]).await?, [""; 0]);
    let widget = reloaded(visit).await?;
    assert_eq!(widget.value("input[name=sender]").await?, "Sam Lee");
    assert_eq!(widget.value(PRIVATE).await?, "");
    Ok(())
}

async fn unticking_deletes_the_stored_draft(visit: &Visit) -> Result<()> {
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

async fn starting_over_deletes_the_stored_draft(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    widget.click("button[name=start-over]").await?;
    visit.until("it is forgotten", "return localStorage.length === 0;", &[]).await?;
    assert_eq!(reloaded(visit).await?.value("input[name=sender]").await?, "");
    Ok(())
}

async fn works_without_storage_access(visit: &Visit) -> Result<()> {
    let widget = visit.open("no-storage.html").await?;
    widget.click(KEEP).await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.reads("Globex").await?;
    widget.click(KEEP).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    Ok(())
}

async fn storage_attribute_disables_persistence(visit: &Visit) -> Result<()> {
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

/// Writes into a field of the widget in a frame of the page, as a paste would.
async fn fill_in_frame(visit: &Visit, selector: &str, text: &str) -> Result<()> {
    let fill = "const inner = document.querySelector('iframe').contentDocument;\
        const field = inner.querySelector('good-sport').shadowRoot.querySelector(arguments[0]);\
        field.value = arguments[1];\
        field.dispatchEvent(new inner.defaultView.InputEvent('input', { bubbles: true }));";
    visit.run(fill, &[selector.into(), text.into()]).await
}

/// Waits until an expression is true of the shadow root in a frame of the page.
async fn until_in_frame(visit: &Visit, what: &str, expression: &str) -> Result<()> {
    let body = "const inner = document.querySelector('iframe').contentDocument;\
        const root = inner?.querySelector('good-sport')?.shadowRoot;";
    visit.until(what, &format!("{body} return root && {expression};"), &[]).await
}

/// Another document of the same site hears of what is kept as another tab does.
async fn tabs_share_one_draft_and_its_deletion(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let frame = "const frame = document.createElement('iframe');\
        Object.assign(frame, { src: location.href, width: 700, height: 1600 });\
        document.body.prepend(frame);";
    visit.run::<()>(frame, &[]).await?;
    until_in_frame(visit, "the frame has a widget", "root.host.letter").await?;
    // It was there before anything was kept.
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    widget.fill(BODY, "My own words.").await?;
    let taken = "root.querySelector('[name=body]').value === 'My own words.'\
        && root.querySelector('[name=keep]').checked";
    until_in_frame(visit, "the frame has the draft", taken).await?;
    fill_in_frame(visit, "[name=company]", "Globex").await?;
    let added = "root.querySelector('[name=company]').value === 'Globex'";
    widget.until("the page has what was added", added, &[]).await?;
    assert_eq!(widget.body().await?, "My own words.");

    widget.click(KEEP).await?;
    let unticked = "!root.querySelector('[name=keep]').checked";
    until_in_frame(visit, "the frame has forgotten it", unticked).await?;
    fill_in_frame(visit, "[name=company]", "Hooli").await?;
    assert_eq!(stored(visit).await?, 0);
    until_in_frame(visit, "its words stand", "root.host.letter.body === 'My own words.'").await
}

async fn widgets_with_the_same_key_share_one_draft(visit: &Visit) -> Result<()> {
    let one = visit.open("element.html").await?;
    let copy = "element.after(Object.assign(element.cloneNode(), { id: 'other' }));";
    one.run::<()>(copy, &[]).await?;
    let other = visit.widget(1);
    other.come_to().await?;
    other.fill(BODY, "The other one's words.").await?;
    one.fill(BODY, "My own words.").await?;
    kept(visit, one, "My own words.").await?;
    assert!(other.is_ticked(KEEP).await?, "what is kept is kept for both");
    assert_eq!(other.body().await?, "The other one's words.");
    other.click("[name=undo]").await?;
    other.reads("My own words.").await?;
    // By the key, since a click so soon would make the one before a double click.
    visit.press(Key::Enter).await?;
    one.reads("The other one's words.").await?;
    one.click("[name=undo]").await?;
    one.reads("My own words.").await?;
    // One that is gone writes no more.
    other.click(COPY).await?;
    other.run::<()>("element.remove();", &[]).await?;
    one.click(KEEP).await?;
    assert_eq!(stored(visit).await?, 0);
    Ok(())
}

async fn says(widget: Widget<'_>, part: &str) -> Result<()> {
    let told = "root.querySelector(args[0]).textContent.includes(args[1])";
    widget.until(&format!("it says {part:?}"), told, &[NOTICE.into(), part.into()]).await
}

async fn reports_quota_errors_and_stays_unticked(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let full = "Storage.prototype.setItem = () => { throw new DOMException('full'); };";
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    visit.run::<()>(full, &[]).await?;
    widget.fill(BODY, "Too much.").await?;
    says(widget, "can’t be saved").await?;
    assert!(!widget.is_ticked(KEEP).await?);
    assert_eq!(stored(visit).await?, 0);
    widget.click(KEEP).await?;
    says(widget, "can’t be saved").await?;
    assert!(!widget.is_ticked(KEEP).await?);
    assert_eq!(widget.body().await?, "Too much.");
    Ok(())
}

async fn reports_failed_deletion_and_stays_ticked(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    kept(visit, widget, "Sam Lee").await?;
    let stuck = "Storage.prototype.removeItem = () => { throw new DOMException('no'); };";
    visit.run::<()>(stuck, &[]).await?;
    for button in [KEEP, "button[name=start-over]"] {
        widget.click(button).await?;
        says(widget, "still saved").await?;
        assert!(widget.is_ticked(KEEP).await?);
    }
    Ok(())
}

async fn writes_storage_only_on_change(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.fill(BODY, "My own words.").await?;
    kept(visit, widget, "My own words.").await?;
    let count = "window.writes = 0;\
        const { setItem } = Storage.prototype;\
        Storage.prototype.setItem = function (...given) {\
          window.writes += 1;\
          return setItem.apply(this, given);\
        };";
    visit.run::<()>(count, &[]).await?;
    widget.click("#people").await?;
    widget.click("[name=copy-subject]").await?;
    visit.hear("good-sport-copy", 1).await?;
    widget.click("#people").await?;
    visit.drawn().await?;
    assert_eq!(visit.run::<usize>("return window.writes;", &[]).await?, 0);
    widget.fill(BODY, "My own words, too.").await?;
    assert_eq!(visit.run::<usize>("return window.writes;", &[]).await?, 1);
    Ok(())
}

async fn tolerates_page_code_in_any_event(visit: &Visit) -> Result<()> {
    const ACTS: [&str; 7] = [
        "it.setAttribute('company', 'Globex')",
        "it.setAttribute('storage', 'off')",
        "it.details = { sender: 'Kim', situation: 'final' }",
        "it.copy().catch(() => {})",
        "it.reset()",
        "it.parentNode.append(it)",
        "(it.remove(), document.querySelector('main').append(it))",
    ];
    for act in ACTS {
        let widget = visit.open("element.html").await?;
        widget.fill(BODY, "My own words.").await?;
        widget.click(ITEMS).await?;
        kept(visit, widget, "My own words.").await?;
        let again = format!(
            "window.acts = 0;\
             for (const name of ['ready', 'check', 'copy', 'send', 'error'])\
               document.addEventListener('good-sport-' + name, ({{ target: it }}) => {{\
                 if ((window.acts += 1) < 20) {act};\
               }});\
             const copies = [1, 2].map(() => element.cloneNode());\
             element.remove();\
             for (const it of copies) document.querySelector('main').appendChild(it);"
        );
        widget.run::<()>(&again, &[]).await?;
        for number in [0, 1] {
            let widget = visit.widget(number);
            widget.come_to().await?;
            widget.click(ITEMS).await?;
            widget.click(COPY).await?;
        }
        visit.until("the page has acted", "return window.acts > 3;", &[]).await?;
        for number in [0, 1] {
            let widget = visit.widget(number);
            widget.ready().await?;
            widget.fill("input[name=sender]", "Ada").await?;
            assert_eq!(widget.details().await?["sender"], "Ada", "{act}");
        }
        let record = visit.record().await?;
        assert!(record.errors.is_empty(), "{act}: {:?}", record.errors);
        let failed = record.events.iter().find(|it| it.name == "good-sport-error");
        assert!(failed.is_none(), "{act}: {failed:?}");
        visit.run::<()>("localStorage.clear();", &[]).await?;
    }
    Ok(())
}
