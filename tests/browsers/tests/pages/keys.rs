//! The keyboard: for the widget alone while it is typed in, and enough for the whole job.

use anyhow::{Result, bail};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, Widget};
use thirtyfour::Key;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(typed_keys_do_not_trigger_page_shortcuts);
    suite.add(operable_by_keyboard_alone);
    suite.add(every_control_has_a_visible_label);
}

async fn typed_keys_do_not_trigger_page_shortcuts(visit: &Visit) -> Result<()> {
    let widget = visit.open("shortcuts.html").await?;
    for field in ["input[name=company]", "textarea[name=highlight]", BODY] {
        widget.write(field, "s/? jk").await?;
    }
    assert_eq!(
        visit.run::<String>("return document.activeElement.localName;", &[]).await?,
        "good-sport"
    );
    let keys = visit.record().await?.keys;
    assert!(keys.iter().all(|it| it == "Tab" || it == "Escape"), "{keys:?}");
    Ok(())
}

/// Goes on by Tab until a part has the focus.
async fn tab_to(visit: &Visit, widget: Widget<'_>, part: &str) -> Result<()> {
    let mut passed = Vec::new();
    // More steps than the widget has controls.
    for _ in 0..60 {
        visit.press(Key::Tab).await?;
        let script = "return !!root.activeElement?.matches(args[0]);";
        if widget.run::<bool>(script, &[part.into()]).await? {
            return Ok(());
        }
        let script = "const it = root.activeElement ?? document.activeElement;\
            return it.cloneNode().outerHTML;";
        passed.push(widget.run::<String>(script, &[]).await?);
    }
    bail!("Tab does not come to {part}: {passed:#?}")
}

async fn operable_by_keyboard_alone(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.run::<()>("document.querySelector('#start').focus();", &[]).await?;
    tab_to(visit, widget, "[name=situation]").await?;
    tab_to(visit, widget, "[name=stage]").await?;
    let fields = [("recipient", "Ms. Rivera"), ("sender", "Sam Lee"), ("highlight", "the mill")];
    for (name, text) in fields {
        tab_to(visit, widget, &format!("[name={name}]")).await?;
        visit.press(text).await?;
        widget.reads(text).await?;
    }
    tab_to(visit, widget, BODY).await?;
    tab_to(visit, widget, COPY).await?;
    visit.press(Key::Enter).await?;
    visit.hear("good-sport-copy", 1).await?;
    tab_to(visit, widget, "button[name=copy-subject]").await?;
    visit.press(Key::Space).await?;
    visit.hear("good-sport-copy", 2).await?;
    tab_to(visit, widget, "[name=tone]").await?;
    visit.press(Key::Right).await?;
    widget.until("the tone is another", "element.details.tone === 'warm'", &[]).await?;
    tab_to(visit, widget, "summary#more").await?;
    visit.press(Key::Enter).await?;
    widget.shows("[name=also]").await?;
    tab_to(visit, widget, "[name=also]").await?;
    visit.press(Key::Space).await?;
    let stated =
        "element.details.situation === `chosen interview email ${root.activeElement.value}`";
    widget.until("it is stated", stated, &[]).await?;
    tab_to(visit, widget, "[part~=item] input").await?;
    visit.press(Key::Space).await?;
    widget.until("it is ticked", "root.activeElement.checked", &[]).await?;
    tab_to(visit, widget, "[name=start-over]").await?;
    // And there is a way out.
    visit.press(Key::Tab).await?;
    let end = "return document.activeElement.id === 'end';";
    visit.until("the focus leaves the widget", end, &[]).await
}

async fn every_control_has_a_visible_label(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let unfold = "for (const it of root.querySelectorAll('.reason')) it.open = true;";
    widget.run::<()>(unfold, &[]).await?;
    // The list of languages names itself by what it shows.
    let nameless = "const seen = (it) => it.innerText.trim() && it.checkVisibility();\
        const named = (it) => it.matches('button, a') ? seen(it) : [...it.labels].some(seen);\
        return [...root.querySelectorAll('input, select, textarea, button, a')]\
          .filter((it) => it.name !== 'letter-lang' && !named(it))\
          .map((it) => it.cloneNode().outerHTML);";
    assert_eq!(widget.run::<Vec<String>>(nameless, &[]).await?, [""; 0]);
    Ok(())
}
