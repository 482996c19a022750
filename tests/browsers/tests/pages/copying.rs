//! Copying by real clicks, and pasting by real keys into the page around the widget.

use anyhow::Result;
use browsers::site::header::HeaderName;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, SUBJECT};
use serde_json::json;
use thirtyfour::Key;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(copied_letter_pastes_as_plain_text);
    suite.add(copied_letter_pastes_as_rich_text);
    suite.add(copies_the_edited_letter);
    suite.add(copies_the_subject_alone);
    suite.add(multiple_widgets_copy_independently);
    suite.add(copy_method_works_within_a_user_activation);
    suite.add(copying_keeps_focus_and_announces_the_result);
    suite.add(copies_by_exec_command_without_the_clipboard_api);
    suite.add(copies_in_a_same_origin_iframe);
    suite.add(copies_in_a_cross_origin_iframe);
    suite.add(copies_in_a_cross_origin_iframe_with_clipboard_permission);
    suite.add(copies_in_a_sandboxed_iframe);
    suite.add(copies_in_a_sandboxed_iframe_with_allow_same_origin);
    suite.add(copies_where_permissions_policy_blocks_the_clipboard);
    suite.add(copies_in_an_insecure_context);
    suite.add(falls_back_from_a_broken_clipboard_api);
    suite.add(hanging_clipboard_api_is_tried_last_from_then_on);
    suite.add(copy_promise_settles_when_the_clipboard_hangs);
    suite.add(pending_copy_does_not_steal_the_selection);
    suite.add(copied_html_has_lang_and_dir);
    suite.add(selects_the_letter_when_copying_is_impossible);
}

/// Whether all of the letter is selected.
const SELECTED: &str = "const { name, selectionStart, selectionEnd, value } = root.activeElement;\
    return name === 'body' && selectionStart === 0 && selectionEnd === value.length;";

/// The text that a paste puts into the page's own plain field.
async fn pasted(visit: &Visit) -> Result<String> {
    let field = visit.find("#plain").await?;
    field.clear().await?;
    field.click().await?;
    visit.press_with(Key::Control, "v").await?;
    let plain = "return document.querySelector('#plain').value;";
    visit.until("the paste arrives", plain, &[]).await?;
    visit.run(plain, &[]).await
}

async fn copied_letter_pastes_as_plain_text(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.write("textarea[name=highlight]", "the walk & the <mill>").await?;
    widget.reads("<mill>").await?;
    widget.click(COPY).await?;
    let told = visit.hear("good-sport-copy", 1).await?;
    assert_eq!(told, json!({ "as": "rich", "what": "letter" }));
    assert_eq!(pasted(visit).await?, widget.letter().await?.body);
    Ok(())
}

async fn copied_letter_pastes_as_rich_text(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    visit.find("#rich").await?.click().await?;
    visit.press_with(Key::Control, "v").await?;
    let arrived = "return document.querySelector('#rich').innerText.includes('Acme');";
    visit.until("the paste arrives", arrived, &[]).await?;
    // A paste melts the first and the last paragraph into the line that it is pasted into.
    let paragraphs: usize =
        visit.run("return document.querySelectorAll('#rich p').length;", &[]).await?;
    let text: String = visit.run("return document.querySelector('#rich').innerText;", &[]).await?;
    let body = widget.letter().await?.body;
    assert!(paragraphs + 2 >= body.split("\n\n").count(), "only {paragraphs} paragraphs");
    let lines = |text: &str| -> Vec<String> {
        text.lines().map(|it| it.trim().to_owned()).filter(|it| !it.is_empty()).collect()
    };
    assert_eq!(lines(&text), lines(&body));
    Ok(())
}

async fn copies_the_edited_letter(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write(BODY, "Dear all,\n\nmy own words.\nSam").await?;
    widget.choose("tone", "formal").await?;
    widget.shows("button[name=use-new]").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    assert_eq!(pasted(visit).await?, "Dear all,\n\nmy own words.\nSam");
    Ok(())
}

async fn copies_the_subject_alone(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.click("button[name=copy-subject]").await?;
    let told = visit.hear("good-sport-copy", 1).await?;
    assert_eq!(told, json!({ "as": "plain", "what": "subject" }));
    assert_eq!(pasted(visit).await?, widget.value(SUBJECT).await?);
    Ok(())
}

async fn multiple_widgets_copy_independently(visit: &Visit) -> Result<()> {
    let first = visit.open("two.html").await?;
    let second = visit.widget(1);
    second.ready().await?;
    first.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    second.click(COPY).await?;
    visit.hear("good-sport-copy", 2).await?;
    assert_eq!(pasted(visit).await?, second.letter().await?.body);
    Ok(())
}

async fn copy_method_works_within_a_user_activation(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.find("#copy").await?.click().await?;
    visit.until("it is copied", "return window.copied;", &[]).await?;
    assert_eq!(visit.run::<String>("return window.copied;", &[]).await?, "rich");
    assert_eq!(pasted(visit).await?, widget.letter().await?.body);
    Ok(())
}

async fn copying_keeps_focus_and_announces_the_result(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let regions = "[role=status], [role=alert], [role=log], [aria-live]";
    assert_eq!(widget.count(regions).await?, 1, "one live region");
    assert_eq!(widget.count("[role=status]").await?, 1);
    let label = "return root.querySelector(args[0]).innerText.trim();";
    let before: String = widget.run(label, &[COPY.into()]).await?;
    widget.click(COPY).await?;
    widget
        .until("it says so", "root.querySelector('[role=status]').textContent.trim()", &[])
        .await?;
    widget
        .until(
            "the label tells",
            "root.querySelector(args[0]).innerText.trim() !== args[1]",
            &[COPY.into(), before.as_str().into()],
        )
        .await?;
    let focused = "return root.activeElement === root.querySelector(args[0]);";
    assert!(widget.run::<bool>(focused, &[COPY.into()]).await?, "the focus is elsewhere");
    // A visitor who looks again finds the button as it was.
    let back = "root.querySelector(args[0]).innerText.trim() === args[1]";
    widget.until("the label is back", back, &[COPY.into(), before.into()]).await
}

async fn copies_by_exec_command_without_the_clipboard_api(visit: &Visit) -> Result<()> {
    let widget = visit.open("no-clipboard.html").await?;
    widget.click(COPY).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["as"], "rich");
    let focus = "return root.activeElement?.getAttribute('part');";
    let on_button: String = widget.run(focus, &[]).await?;
    assert_eq!(on_button, "button copy");
    assert_eq!(pasted(visit).await?, widget.letter().await?.body);
    // The page's own button asks: the focus goes back to it.
    visit.find("#copy").await?.click().await?;
    visit.hear("good-sport-copy", 2).await?;
    let focus = "return document.activeElement.id;";
    assert_eq!(visit.run::<String>(focus, &[]).await?, "copy");
    Ok(())
}

/// Copies from the widget of a frame with these attributes, and pastes into the page around it.
async fn copies_from_a_frame(visit: &Visit, attributes: &str) -> Result<()> {
    let page = format!(
        "<!doctype html><title>A frame</title><link rel=icon href=data:,>\
         <script src=record.js></script><textarea id=plain></textarea>\
         <iframe {attributes} width=600 height=600></iframe>"
    );
    visit.site().put("own.html", "text/html", page);
    visit.go("own.html").await?;
    visit.find("iframe").await?.enter_frame().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.reads("Sam Lee").await?;
    widget.click(COPY).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["as"], "rich");
    let body = widget.letter().await?.body;
    visit.session().enter_default_frame().await?;
    assert_eq!(pasted(visit).await?, body);
    Ok(())
}

async fn copies_in_a_same_origin_iframe(visit: &Visit) -> Result<()> {
    copies_from_a_frame(visit, "src=element.html").await
}

async fn copies_in_a_cross_origin_iframe(visit: &Visit) -> Result<()> {
    copies_from_a_frame(visit, "src=https://cdn.example/element.html").await
}

async fn copies_in_a_cross_origin_iframe_with_clipboard_permission(visit: &Visit) -> Result<()> {
    let attributes = "src=https://cdn.example/element.html allow=clipboard-write";
    copies_from_a_frame(visit, attributes).await
}

async fn copies_in_a_sandboxed_iframe(visit: &Visit) -> Result<()> {
    let attributes = "src=https://cdn.example/element.html sandbox=allow-scripts";
    copies_from_a_frame(visit, attributes).await
}

async fn copies_in_a_sandboxed_iframe_with_allow_same_origin(visit: &Visit) -> Result<()> {
    copies_from_a_frame(visit, "src=element.html sandbox='allow-scripts allow-same-origin'").await
}

async fn copies_where_permissions_policy_blocks_the_clipboard(visit: &Visit) -> Result<()> {
    visit.site().set_header(HeaderName::from_static("permissions-policy"), "clipboard-write=()");
    let widget = visit.open("element.html").await?;
    widget.click(COPY).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["as"], "rich");
    assert_eq!(pasted(visit).await?, widget.letter().await?.body);
    Ok(())
}

async fn copies_in_an_insecure_context(visit: &Visit) -> Result<()> {
    visit.session().goto(visit.site().insecure_page("element.html")).await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    assert!(!visit.run::<bool>("return isSecureContext;", &[]).await?);
    widget.click(COPY).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["as"], "rich");
    assert_eq!(pasted(visit).await?, widget.letter().await?.body);
    Ok(())
}

async fn selects_the_letter_when_copying_is_impossible(visit: &Visit) -> Result<()> {
    let widget = visit.open("no-clipboard.html").await?;
    visit.run::<()>("document.execCommand = () => { throw new Error('refused'); };", &[]).await?;
    widget.click(COPY).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["as"], "manual");
    assert!(widget.run::<bool>(SELECTED, &[]).await?, "the letter is not selected");
    let told = "root.querySelector('[role=status]').textContent.includes('Ctrl+C')";
    widget.until("the visitor is told", told, &[]).await
}

/// Puts a clipboard into the page, made by an expression; `later` answers after so many milliseconds,
/// and the page knows by `settled` when.
fn clipboard(expression: &str) -> String {
    format!(
        "const never = () => new Promise(() => {{}});\
         const later = (end) => () => window.settled = new Promise((resolve, reject) => {{\
           setTimeout(() => (end === 'resolves' ? resolve() : reject(new Error('late'))), 4000);\
         }});\
         const keep = async (text) => {{ window.kept = text; }};\
         const refuse = async () => {{ throw new Error('refused'); }};\
         const getter = {expression};\
         Object.defineProperty(Navigator.prototype, 'clipboard', {{ get: getter }});\
         addEventListener('click', () => {{ window.began = Date.now(); }}, true);\
         document.addEventListener('good-sport-copy', () => {{\
           window.took ??= Date.now() - window.began;\
         }});"
    )
}

/// Clipboards that do not do what they should, and how the letter is copied at last, where that does
/// not depend on the engine.
const CLIPBOARDS: [(&str, Option<&str>); 11] = [
    ("() => ({ write: never, writeText: never })", None),
    ("() => ({ write: later('rejects'), writeText: never })", None),
    ("() => ({ write: later('resolves'), writeText: later('resolves') })", None),
    ("() => ({ write: never, writeText: refuse })", None),
    ("() => ({ write: never, writeText: keep })", Some("plain")),
    ("() => ({ write: refuse, writeText: keep })", Some("plain")),
    ("() => ({ write() { throw new Error(); }, writeText: keep })", Some("plain")),
    (
        "(window.ClipboardItem = undefined, () => ({ write: refuse, writeText: keep }))",
        Some("plain"),
    ),
    (
        "(window.ClipboardItem = class { constructor() { throw new Error(); } },\
         () => ({ write: refuse, writeText: keep }))",
        Some("plain"),
    ),
    ("() => { throw new Error('no clipboard'); }", Some("rich")),
    ("() => ({})", Some("rich")),
];

async fn falls_back_from_a_broken_clipboard_api(visit: &Visit) -> Result<()> {
    for (expression, expected) in CLIPBOARDS {
        let widget = visit.open("element.html").await?;
        visit.run::<()>(&clipboard(expression), &[]).await?;
        widget.click(COPY).await?;
        let told = visit.hear("good-sport-copy", 1).await?;
        let took: f64 = visit.run("return window.took;", &[]).await?;
        assert!(took < 3_000.0, "{expression} took {took} ms");
        let how = told["as"].as_str().unwrap_or_default();
        assert!(expected.is_none_or(|it| it == how), "{expression}: {how}");
        let body = widget.letter().await?.body;
        let (said, ticks) = if how == "manual" { ("Ctrl+C", 0) } else { ("copied", 2) };
        let says = "root.querySelector('[role=status]').textContent.includes(args[0])";
        widget.until("the visitor is told", says, &[said.into()]).await?;
        assert_eq!(widget.count("[part~=item] :checked").await?, ticks, "{expression}");
        match how {
            "manual" => assert!(widget.run::<bool>(SELECTED, &[]).await?, "{expression}"),
            "plain" => assert_eq!(visit.run::<String>("return window.kept;", &[]).await?, body),
            _ => assert_eq!(pasted(visit).await?, body, "{expression}"),
        }
        // Whatever the clipboard says later is heard by nobody.
        visit.run_async::<()>("await window.settled?.catch(() => {});", &[]).await?;
        visit.drawn().await?;
        assert_eq!(visit.heard("good-sport-copy").await?.len(), 1, "{expression}");
        assert_eq!(visit.record().await?.errors, [""; 0], "{expression}");
    }
    Ok(())
}

async fn hanging_clipboard_api_is_tried_last_from_then_on(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(&clipboard("() => ({ write: never, writeText: never })"), &[]).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    widget.click(COPY).await?;
    assert_eq!(visit.hear("good-sport-copy", 2).await?["as"], "rich");
    assert_eq!(pasted(visit).await?, widget.letter().await?.body);
    Ok(())
}

async fn copy_promise_settles_when_the_clipboard_hangs(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(&clipboard("() => ({ write: never, writeText: never })"), &[]).await?;
    visit.run::<()>("document.execCommand = () => false;", &[]).await?;
    let copied: String = widget.run_async("return element.copy();", &[]).await?;
    assert_eq!(copied, "manual");
    assert_eq!(visit.heard("good-sport-copy").await?.len(), 1);
    Ok(())
}

async fn pending_copy_does_not_steal_the_selection(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    visit.run::<()>(&clipboard("() => ({ write: never, writeText: never })"), &[]).await?;
    let field = "textarea[name=highlight]";
    let turn = "element.copy(); root.querySelector(args[0]).focus();";
    widget.run::<()>(turn, &[field.into()]).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["as"], "manual");
    visit.press("the walk").await?;
    assert_eq!(widget.value(field).await?, "the walk");
    widget.reads("the walk.").await?;
    widget.reads("Hello,").await
}

async fn copied_html_has_lang_and_dir(visit: &Visit) -> Result<()> {
    let widget = visit.open("no-clipboard.html").await?;
    let hear = "document.addEventListener('paste', (event) => {\
        window.html = event.clipboardData.getData('text/html');\
        }, true);";
    visit.run::<()>(hear, &[]).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    visit.find("#rich").await?.click().await?;
    visit.press_with(Key::Control, "v").await?;
    visit.until("it is pasted", "return window.html;", &[]).await?;
    let outermost = "const page = new DOMParser().parseFromString(window.html, 'text/html');\
        const { lang, dir } = page.body.firstElementChild;\
        return [lang, dir];";
    assert_eq!(visit.run::<[String; 2]>(outermost, &[]).await?, ["en", "ltr"]);
    let letter = widget.letter().await?;
    assert!(letter.html.starts_with("<div lang=\"en\" dir=\"ltr\"><p>"), "{}", letter.html);
    Ok(())
}
