//! The prerendered shell, while the program is held back: whatever is done in it stays, and no letter
//! is shown or copied that the program would not write.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, FORM, ITEMS, MAIL, PRIVATE, SUBJECT, Widget};
use serde_json::{Value, json};
use thirtyfour::Key;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(hand_over_keeps_input);
    suite.add(shell_letter_follows_the_form);
    suite.add(hand_over_keeps_the_caret);
    suite.add(hand_over_keeps_typing);
    suite.add(hand_over_waits_for_ime_composition);
    suite.add(hand_over_waits_for_an_open_select);
    suite.add(hand_over_waits_for_a_held_button);
    suite.add(shell_copies_the_visible_letter);
    suite.add(shell_never_shows_a_wrong_letter);
    suite.add(shell_letter_equals_program_letter);
    suite.add(shell_letter_equals_program_letter_in_french);
    suite.add(shell_letter_equals_program_letter_in_japanese);
    suite.add(shell_letter_equals_program_letter_in_arabic);
    suite.add(random_wording_survives_the_hand_over);
    suite.add(facts_of_the_shell_reach_the_letter);
    suite.add(early_press_for_another_wording_is_heeded);
    suite.add(hand_over_keeps_private_text);
    suite.add(hidden_form_values_reach_the_letter);
    suite.add(early_copy_waits_for_the_right_letter);
    suite.add(expired_user_activation_asks_for_another_press);
    suite.add(early_mailto_click_opens_the_right_letter);
    suite.add(hand_over_keeps_focus);
    suite.add(later_input_cancels_queued_presses);
    suite.add(double_press_on_a_panel_closes_it);
    suite.add(queued_press_runs_after_hand_over);
    suite.add(shell_matches_the_program_layout);
    suite.add(shell_respects_the_hide_attribute);
    suite.add(shell_edits_and_copies_without_the_program);
    suite.add(shell_has_a_truthful_letter_for_every_choice);
    suite.add(retries_loading_the_program);
    suite.add(fallback_letter_without_any_file);
}

/// A page that adds the script when it is there.
const PAGE: &str = "after-load.html";

const COMPANY: &str = "input[name=company]";
const SENDER: &str = "input[name=sender]";

/// A page on which the shell is there, and the program waits.
async fn shell(visit: &Visit) -> Result<Widget<'_>> {
    visit.site().hold(visit.engine().program());
    visit.go(PAGE).await?;
    let widget = visit.widget(0);
    widget.until("the script has run", "root", &[]).await?;
    widget.shows(FORM).await?;
    visit.drawn().await?;
    Ok(widget)
}

/// Lets the program come, and waits until it has taken over.
async fn program(visit: &Visit, widget: Widget<'_>) -> Result<()> {
    assert!(visit.heard("good-sport-ready").await?.is_empty(), "it was there all the time");
    visit.site().release();
    widget.ready().await
}

async fn hand_over_keeps_input(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.write(SENDER, "Sam Lee").await?;
    widget.write("textarea[name=highlight]", "the walk").await?;
    widget.choose("tone", "formal").await?;
    widget.select("situation", "paused").await?;
    widget.select("stage", "final").await?;
    widget.write(SUBJECT, "About Thursday").await?;
    widget.write(BODY, "My own words.").await?;
    widget.click(ITEMS).await?;
    program(visit, widget).await?;
    widget.reads("My own words.").await?;
    assert_eq!(widget.value(SUBJECT).await?, "About Thursday");
    let details = widget.details().await?;
    let held = ["sender", "highlight", "tone", "situation"].map(|it| details[it].clone());
    assert_eq!(held, ["Sam Lee", "the walk", "formal", "paused final email"].map(|it| json!(it)));
    assert!(widget.is_ticked(ITEMS).await?);
    assert_eq!(widget.count("[part~=root]").await?, 1);
    Ok(())
}

async fn shell_letter_follows_the_form(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.write(COMPANY, "Globex").await?;
    widget.write(SENDER, "Sam Lee").await?;
    widget.write("input[name=recipient]", "Ms. Rivera").await?;
    widget.write("input[name=role]", "Data analyst").await?;
    let before = [widget.value(SUBJECT).await?, widget.body().await?];
    for text in ["Globex", "Sam Lee", "Dear Ms. Rivera,", "Data analyst"] {
        assert!(before[1].contains(text), "{text} is not in {}", before[1]);
    }
    program(visit, widget).await?;
    widget.reads("Globex").await?;
    assert_eq!([widget.value(SUBJECT).await?, widget.body().await?], before);
    Ok(())
}

/// The name of what has the focus, and where the caret is.
async fn caret(widget: Widget<'_>) -> Result<(String, usize, usize)> {
    let caret = "const { name, selectionStart, selectionEnd } = root.activeElement;\
        return [name, selectionStart, selectionEnd];";
    widget.run(caret, &[]).await
}

async fn hand_over_keeps_the_caret(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.write(COMPANY, "Initech").await?;
    visit.press_with(Key::Shift, Key::Left + Key::Left).await?;
    let before = caret(widget).await?;
    assert_eq!(before, ("company".to_owned(), 5, 7));
    program(visit, widget).await?;
    assert_eq!(caret(widget).await?, before);
    visit.press("rode").await?;
    widget.reads("Initerode").await
}

async fn hand_over_keeps_typing(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.click(BODY).await?;
    visit.press_with(Key::Control, "a").await?;
    let text = "Dear all, thank you for a good day. I will be back.";
    let (before, after) = text.split_at(20);
    visit.press(before).await?;
    visit.site().release();
    for letter in after.chars() {
        visit.press(letter.to_string()).await?;
    }
    widget.ready().await?;
    assert_eq!(widget.body().await?, text);
    assert_eq!(widget.letter().await?.body, text);
    Ok(())
}

/// Lets the program come, waits until nothing but the visitor holds it, and sees that it waits.
async fn waits(visit: &Visit) -> Result<()> {
    visit.site().release();
    visit.until("the program is compiled", "return window.compiled;", &[]).await?;
    visit.drawn().await?;
    assert!(visit.heard("good-sport-ready").await?.is_empty(), "it did not wait");
    Ok(())
}

async fn hand_over_waits_for_ime_composition(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.click(SENDER).await?;
    // As an input method does; no driver has one in all engines.
    let compose = "const field = root.querySelector(args[0]);\
        const tell = (type, Kind) =>\
          field.dispatchEvent(new Kind(type, { bubbles: true, composed: true }));\
        if (args[1]) tell('compositionstart', CompositionEvent);\
        field.value = args[2];\
        tell('input', InputEvent);\
        if (!args[1]) tell('compositionend', CompositionEvent);";
    widget.run::<()>(compose, &[SENDER.into(), true.into(), "たろ".into()]).await?;
    waits(visit).await?;
    widget.run::<()>(compose, &[SENDER.into(), false.into(), "太郎".into()]).await?;
    widget.ready().await?;
    widget.reads("太郎").await?;
    assert_eq!(caret(widget).await?.0, "sender");
    Ok(())
}

async fn hand_over_waits_for_an_open_select(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.run::<()>("root.querySelector('[name=situation]').focus();", &[]).await?;
    waits(visit).await?;
    widget.run::<()>("root.querySelector('[name=situation]').blur();", &[]).await?;
    widget.ready().await
}

async fn hand_over_waits_for_a_held_button(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    let hands = || visit.session().action_chain();
    widget
        .reach(COPY, async |button| {
            hands().move_to_element_center(button).click_and_hold().perform().await
        })
        .await?;
    waits(visit).await?;
    hands().release().perform().await?;
    visit.hear("good-sport-copy", 1).await?;
    widget.ready().await
}

async fn shell_copies_the_visible_letter(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.write(SENDER, "Sam Lee").await?;
    widget.click(COPY).await?;
    let told = visit.hear("good-sport-copy", 1).await?;
    assert_eq!(told, json!({ "as": "plain", "what": "letter" }));
    let said = "root.querySelector('[role=status]').textContent.includes('copied')";
    widget.until("it says so", said, &[]).await?;
    let letter = widget.body().await?;
    assert!(letter.ends_with("Sam Lee"));
    let field = visit.find("#plain").await?;
    field.click().await?;
    visit.press_with(Key::Control, "v").await?;
    let pasted = "return document.querySelector('#plain').value === arguments[0];";
    visit.until("it is pasted", &pasted.replace("arguments", "args"), &[letter.into()]).await?;
    program(visit, widget).await?;
    let ticked = "input[name=thanked]";
    widget
        .until("the box is ticked", "root.querySelector(args[0]).checked", &[ticked.into()])
        .await?;
    assert_eq!(visit.heard("good-sport-copy").await?.len(), 1);
    Ok(())
}

/// Opens a page whose element has these attributes, with the program held back.
async fn shell_with<'a>(visit: &'a Visit, attributes: &Value) -> Result<Widget<'a>> {
    visit.site().hold(visit.engine().program());
    visit.go("late.html").await?;
    let arrange = "const element = document.querySelector('good-sport');\
        element.replaceChildren();\
        for (const [name, value] of Object.entries(args[0])) element.setAttribute(name, value);\
        load();";
    let arrange = format!("const args = arguments; {arrange}");
    visit.run::<()>(&arrange, std::slice::from_ref(attributes)).await?;
    let widget = visit.widget(0);
    widget.until("the script has run", "root", &[]).await?;
    widget.shows(BODY).await?;
    visit.drawn().await?;
    Ok(widget)
}

/// The subject and the text that are seen, and whether the letter is said to be on its way.
async fn seen(widget: Widget<'_>) -> Result<(String, String, bool)> {
    let seen = "const value = (name) => root.querySelector(`[name=${name}]`).value;\
        return [value('subject'), value('body'), root.querySelector('.sheet').ariaBusy === 'true'];";
    widget.run(seen, &[]).await
}

async fn shell_never_shows_a_wrong_letter(visit: &Visit) -> Result<()> {
    for attributes in [
        json!({ "situation": "cancelled", "tone": "formal" }),
        json!({ "length": "short" }),
        json!({ "situation": "final" }),
        json!({ "situation": "phone feedback" }),
        json!({ "situation": "again" }),
        json!({ "hide": "form", "company": "Acme Inc." }),
        json!({ "hide": "form", "situation": "paused" }),
        json!({ "hide": "form", "tone": "formal" }),
        json!({ "letter-lang": "en-GB" }),
        json!({ "company": "\u{202e}emcA" }),
        json!({ "company": "x".repeat(300) }),
        json!({ "company": "{{company}}" }),
        json!({ "company": "undefined", "role": "null" }),
        json!({ "company": "Acme Inc.", "recipient": "Dear Dana" }),
        json!({ "recipient": "jobs@acme.example" }),
        json!({ "role": "the analyst role" }),
        json!({ "company": "Ac\u{7}me\nBcc: x" }),
    ] {
        let widget = shell_with(visit, &attributes).await?;
        let pending = (String::new(), String::new(), true);
        assert_eq!(seen(widget).await?, pending, "{attributes}");
        program(visit, widget).await?;
        let (subject, body, is_busy) = seen(widget).await?;
        assert!(!subject.is_empty() && body.len() > 100 && !is_busy, "{attributes}: {body}");
    }
    Ok(())
}

/// Values as people have them, for each field of the form.
const VALUES: [&str; 40] = [
    "Acme",
    "Globex & Sons",
    "O'Brien",
    "O’Brien Ltd",
    "Müller-Lüdenscheidt",
    "Ms. Rivera",
    "3M",
    "7-Eleven",
    "株式会社",
    "Доктор Иванов",
    "Acme Inc.",
    "Yahoo!",
    "C#",
    "  Acme  ",
    "Ac  me",
    "the Body Shop",
    "A Level Maths Teacher",
    "Dear Dana",
    "To Kit-fong",
    "dana@acme.example",
    "Role",
    "analyst role",
    "Position",
    ", Acme;",
    "…",
    "-",
    "Acme, Inc",
    "Head of R&D",
    "null",
    "Nan Goldin",
    "{{company}}",
    "*|NAME|*",
    "e\u{301}lan",
    "د. محمد",
    "Acme (US)",
    "J. R. R. Tolkien",
    "analyste",
    "Économiste",
    "Œnologue",
    "hôte",
];

/// Has another wording for each value, anywhere among all that there are.
async fn fill_in(widget: Widget<'_>, field: &str, (number, value): (u32, &str)) -> Result<()> {
    let seed = number.wrapping_mul(2_654_435_761).to_string();
    widget.run::<()>("element.setAttribute('seed', args[0]);", &[seed.into()]).await?;
    widget.fill(field, value).await
}

async fn shell_letter_equals_program_letter(visit: &Visit) -> Result<()> {
    let widget = shell_with(visit, &json!({ "company": "" })).await?;
    letters_are_equal(visit, widget, &VALUES, 50).await
}

async fn shell_letter_equals_program_letter_in_french(visit: &Visit) -> Result<()> {
    // Its words elide.
    letters_are_equal_in(visit, "fr", ["analyste", "d’analyste"]).await
}

async fn shell_letter_equals_program_letter_in_japanese(visit: &Visit) -> Result<()> {
    letters_are_equal_in(visit, "ja", ["アナリスト", "アナリストの"]).await
}

async fn shell_letter_equals_program_letter_in_arabic(visit: &Visit) -> Result<()> {
    letters_are_equal_in(visit, "ar", ["Analyst", "\u{2068}Analyst\u{2069}"]).await
}

/// The same in another language, where the shell makes this of a role.
async fn letters_are_equal_in(visit: &Visit, tag: &str, [role, said]: [&str; 2]) -> Result<()> {
    // A seed of its own would pick a wording that may not name the role so.
    let widget = shell_with(visit, &json!({ "company": "", "lang": tag, "seed": "0" })).await?;
    widget.fill("input[name=role]", role).await?;
    let (_, body, is_busy) = seen(widget).await?;
    assert!(!is_busy && body.contains(said), "{body}");
    widget.fill("input[name=role]", "").await?;
    let values = ["Acme", role, "Économiste", "田中様", "田中 健", "Acme Inc.", "منصور", "hôte"];
    letters_are_equal(visit, widget, &values, 12).await
}

/// Whether the shell shows the program's letter for each value, where it shows any; at least so many.
async fn letters_are_equal(
    visit: &Visit,
    widget: Widget<'_>,
    values: &[&str],
    least: usize,
) -> Result<()> {
    let fields = ["company", "role", "recipient", "sender"];
    let mut letters = Vec::new();
    let mut seeds = 0..;
    for field in fields.map(|it| format!("input[name={it}]")) {
        for value in seeds.by_ref().zip(values.iter().copied()) {
            fill_in(widget, &field, value).await?;
            letters.push(seen(widget).await?);
        }
        widget.fill(&field, "").await?;
    }
    let sure = letters.iter().filter(|it| !it.2).count();
    assert!(sure > least, "only {sure} of {} letters are shown at once", letters.len());
    program(visit, widget).await?;
    let mut letters = letters.into_iter();
    let mut seeds = 0..;
    for field in fields.map(|it| format!("input[name={it}]")) {
        for value in seeds.by_ref().zip(values.iter().copied()) {
            fill_in(widget, &field, value).await?;
            let (subject, body, is_busy) = letters.next().unwrap_or_default();
            if !is_busy {
                assert_eq!(seen(widget).await?, (subject, body, false), "{field} {value:?}");
            }
        }
        widget.fill(&field, "").await?;
    }
    Ok(())
}

async fn random_wording_survives_the_hand_over(visit: &Visit) -> Result<()> {
    const COUNT: usize = 6;
    visit.site().hold(visit.engine().program());
    visit.go("late.html").await?;
    let arrange = "const element = document.querySelector('good-sport');\
        element.replaceChildren();\
        element.setAttribute('loading', 'eager');\
        for (let left = arguments[0] - 1; left; left -= 1) element.after(element.cloneNode());\
        load();";
    visit.run::<()>(arrange, &[COUNT.into()]).await?;
    let mut letters = Vec::new();
    for number in 0..COUNT {
        let widget = visit.widget(number);
        widget.until("the script has run", "root", &[]).await?;
        widget.shows(BODY).await?;
        let (_, body, is_busy) = seen(widget).await?;
        assert!(body.contains("Acme") && !is_busy, "{body}");
        letters.push(body);
    }
    program(visit, visit.widget(0)).await?;
    for (number, letter) in letters.iter().enumerate() {
        let widget = visit.widget(number);
        widget.ready().await?;
        assert_eq!(widget.body().await?, *letter);
    }
    letters.sort_unstable();
    letters.dedup();
    assert!(letters.len() > 1, "all have the same wording: {letters:?}");
    Ok(())
}

async fn facts_of_the_shell_reach_the_letter(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    let first = seen(widget).await?;
    for (name, fact, default) in
        [("situation", "cancelled", "chosen"), ("stage", "application", "interview")]
    {
        widget.select(name, fact).await?;
        assert_eq!(seen(widget).await?, (String::new(), String::new(), true), "{fact}");
        widget.select(name, default).await?;
        assert_eq!(seen(widget).await?, first, "{default}");
    }
    widget.select("situation", "cancelled").await?;
    widget.select("stage", "application").await?;
    program(visit, widget).await?;
    assert_eq!(widget.details().await?["situation"], "cancelled application email");
    let (_, body, is_busy) = seen(widget).await?;
    assert!(body.contains("Acme") && body != first.1 && !is_busy, "{body}");
    assert_eq!(widget.letter().await?.body, body);
    Ok(())
}

async fn early_press_for_another_wording_is_heeded(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    let before = widget.body().await?;
    widget.click("button[name=another-wording]").await?;
    program(visit, widget).await?;
    let changed = "root.querySelector(args[0]).value !== args[1]";
    widget.until("the wording is another", changed, &[BODY.into(), before.into()]).await?;
    widget.reads("Acme").await
}

async fn hand_over_keeps_private_text(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.write(PRIVATE, "It was a waste of my time.").await?;
    assert!(!widget.body().await?.contains("waste"));
    program(visit, widget).await?;
    assert_eq!(widget.value(PRIVATE).await?, "It was a waste of my time.");
    let focused = "return root.activeElement?.name === 'private';";
    assert!(widget.run::<bool>(focused, &[]).await?, "it lost the focus");
    assert!(!widget.letter().await?.body.contains("waste"));
    Ok(())
}

async fn hidden_form_values_reach_the_letter(visit: &Visit) -> Result<()> {
    let given = json!({ "hide": "form", "company": "Globex", "role": "Baker" });
    let widget = shell_with(visit, &given).await?;
    let before = seen(widget).await?;
    assert!(before.1.contains("Globex") && before.1.contains("Baker"), "{before:?}");
    program(visit, widget).await?;
    assert_eq!(seen(widget).await?, before);
    Ok(())
}

async fn early_copy_waits_for_the_right_letter(visit: &Visit) -> Result<()> {
    let given = json!({ "situation": "cancelled", "tone": "formal", "seed": "0" });
    let widget = shell_with(visit, &given).await?;
    widget.click(COPY).await?;
    visit.drawn().await?;
    assert!(visit.heard("good-sport-copy").await?.is_empty(), "it copied what was not right");
    let spy = "window.texts = [];\
        addEventListener('copy', (event) => texts.push(event.clipboardData.getData('text/plain')));\
        const { clipboard } = navigator;\
        if (clipboard) {\
          clipboard.write = async ([item]) =>\
            texts.push(await (await item.getType('text/plain')).text());\
          clipboard.writeText = async (text) => texts.push(text);\
        }";
    visit.run::<()>(spy, &[]).await?;
    program(visit, widget).await?;
    visit.hear("good-sport-copy", 1).await?;
    let texts: Vec<String> = visit.run("return texts;", &[]).await?;
    assert_eq!(texts, [widget.body().await?]);
    assert!(!texts[0].contains("right person"), "{}", texts[0]);
    Ok(())
}

async fn expired_user_activation_asks_for_another_press(visit: &Visit) -> Result<()> {
    let widget = shell_with(visit, &json!({ "situation": "cancelled" })).await?;
    widget.click(COPY).await?;
    // As it is when the program comes more than a few seconds after the press.
    let over =
        "Object.defineProperty(navigator, 'userActivation', { value: { isActive: false } });";
    visit.run::<()>(over, &[]).await?;
    program(visit, widget).await?;
    let said = "root.querySelector('[role=status]').textContent.includes('once more')";
    widget.until("it says so", said, &[]).await?;
    assert!(visit.heard("good-sport-copy").await?.is_empty());
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    Ok(())
}

async fn early_mailto_click_opens_the_right_letter(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.write(SENDER, "Sam & Lee").await?;
    // The browser must not leave for a mail program.
    let stay = "window.opened = [];\
        HTMLAnchorElement.prototype.click = function () { opened.push(this.href); };\
        addEventListener('click', (event) => event.preventDefault());";
    visit.run::<()>(stay, &[]).await?;
    widget.click(MAIL).await?;
    assert!(visit.heard("good-sport-send").await?.is_empty(), "nothing is ready");
    // What asks another element to be clicked is no longer that of the page.
    let click = "HTMLElement.prototype.click";
    let press = format!(
        "const {{ click }} = HTMLElement.prototype;\
         HTMLAnchorElement.prototype.click = function () {{\
           if (this.isConnected) click.call(this); else opened.push(this.href);\
         }}; return typeof {click};"
    );
    visit.run::<String>(&press, &[]).await?;
    program(visit, widget).await?;
    assert_eq!(visit.hear("good-sport-send", 1).await?, json!({ "channel": "mailto" }));
    let opened: Vec<String> = visit.run("return opened;", &[]).await?;
    assert_eq!(opened.len(), 1, "{opened:?}");
    assert!(opened[0].ends_with("Sam%20%26%20Lee"), "{}", opened[0]);
    Ok(())
}

async fn hand_over_keeps_focus(visit: &Visit) -> Result<()> {
    for control in [
        "mail",
        "copy",
        "copy-subject",
        "start-over",
        "paste",
        "people",
        "keep",
        "tone-warm",
        "another-wording",
        "more",
        "highlight",
        "situation",
    ] {
        let widget = shell(visit).await?;
        widget.run::<()>("root.getElementById(args[0]).focus();", &[control.into()]).await?;
        visit.site().release();
        if control == "situation" {
            // A list that has the focus may be open, and waits.
            continue;
        }
        widget.ready().await?;
        let focused: String = widget.run("return root.activeElement?.id ?? '';", &[]).await?;
        assert_eq!(focused, control);
    }
    Ok(())
}

async fn later_input_cancels_queued_presses(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.click("button[name=start-over]").await?;
    widget.write(BODY, "My own words.").await?;
    program(visit, widget).await?;
    assert_eq!(widget.body().await?, "My own words.");
    Ok(())
}

async fn double_press_on_a_panel_closes_it(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.click("summary#people").await?;
    widget.click("summary#people").await?;
    widget.click("summary#paste").await?;
    program(visit, widget).await?;
    widget.shows("[data-panel=paste][open]").await?;
    assert_eq!(widget.count("[data-panel=people][open]").await?, 0);
    Ok(())
}

async fn shell_has_a_truthful_letter_for_every_choice(visit: &Visit) -> Result<()> {
    visit.site().refuse(visit.engine().program());
    visit.go(PAGE).await?;
    let widget = visit.widget(0);
    visit.hear("good-sport-error", 1).await?;
    let first = widget.body().await?;
    assert!(first.contains("right person"), "{first}");
    widget.select("situation", "ghosted").await?;
    let said = "root.querySelector('textarea[name=body]').value.startsWith('Dear hiring team')\
        && !root.querySelector('textarea[name=body]').value.includes('right person')";
    widget.until("the letter is true", said, &[]).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    Ok(())
}

async fn queued_press_runs_after_hand_over(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    widget.write(SENDER, "Sam Lee").await?;
    widget.click("button[name=start-over]").await?;
    program(visit, widget).await?;
    widget.shows("button[name=undo]").await?;
    assert_eq!(widget.value(SENDER).await?, "");
    Ok(())
}

async fn shell_matches_the_program_layout(visit: &Visit) -> Result<()> {
    let widget = shell(visit).await?;
    let places = "return [...root.querySelectorAll('[part]')].map((it) => {\
          const { x, y, width, height } = it.getBoundingClientRect();\
          return [it.getAttribute('part'), x, y + scrollY, width, height].join(' ');\
        });";
    let before: Vec<String> = widget.run(places, &[]).await?;
    program(visit, widget).await?;
    let after: Vec<String> = widget.run(places, &[]).await?;
    assert_eq!(before, after);
    Ok(())
}

async fn shell_respects_the_hide_attribute(visit: &Visit) -> Result<()> {
    visit.site().hold(visit.engine().program());
    visit.go("late.html").await?;
    let arrange = "const element = document.querySelector('good-sport');\
        element.replaceChildren();\
        element.setAttribute('hide', 'checklist mail');\
        element.setAttribute('heading-level', '4');\
        element.setAttribute('tone', 'formal');\
        load();";
    visit.run::<()>(arrange, &[]).await?;
    let widget = visit.widget(0);
    widget.until("the script has run", "root", &[]).await?;
    widget.shows(FORM).await?;
    let seen = async || -> Result<Vec<usize>> {
        let mut counts = Vec::new();
        for it in ["[part~=checklist]", MAIL, "h4", "h5", "[value=formal]:checked"] {
            counts.push(widget.count(it).await?);
        }
        Ok(counts)
    };
    let before = seen().await?;
    assert_eq!(before[..2], [0, 0]);
    program(visit, widget).await?;
    assert_eq!(seen().await?, before);
    Ok(())
}

async fn shell_edits_and_copies_without_the_program(visit: &Visit) -> Result<()> {
    visit.site().refuse(visit.engine().program());
    visit.go(PAGE).await?;
    let widget = visit.widget(0);
    assert_eq!(visit.hear("good-sport-error", 1).await?["code"], "load");
    let said = "root.querySelector('[role=status]').textContent.includes('isn’t working')";
    widget.until("it says so", said, &[]).await?;
    widget.write(SENDER, "Sam Lee").await?;
    widget.reads("Sam Lee").await?;
    widget.write(BODY, "My own words.").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    assert_eq!(visit.heard("good-sport-error").await?.len(), 1, "it was said again");
    Ok(())
}

async fn retries_loading_the_program(visit: &Visit) -> Result<()> {
    visit.site().refuse(visit.engine().program());
    visit.go(PAGE).await?;
    let widget = visit.widget(0);
    visit.hear("good-sport-error", 1).await?;
    visit.site().release();
    widget.click(COMPANY).await?;
    widget.ready().await?;
    widget.write(COMPANY, "Globex").await?;
    widget.reads("Globex").await
}

async fn fallback_letter_without_any_file(visit: &Visit) -> Result<()> {
    visit.site().refuse("shell");
    visit.go(PAGE).await?;
    let widget = visit.widget(0);
    visit.hear("good-sport-error", 1).await?;
    let letter = "const { innerText, lang } = root.firstElementChild; return [innerText, lang];";
    let (text, language): (String, String) = widget.run(letter, &[]).await?;
    assert!(text.starts_with("Dear hiring team,\n\n"), "{text}");
    assert_eq!(language, "en");
    Ok(())
}
