//! Dialogs that hold the focus, as libraries have them, with the widget inside.

use anyhow::{Context as _, Result, ensure};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, Widget};
use thirtyfour::Key;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(works_in_a_native_dialog);
    suite.add(works_in_focus_trap);
    suite.add(works_in_a11y_dialog);
    suite.add(works_in_micromodal);
    suite.add(works_in_a_jquery_ui_dialog);
    suite.add(works_in_a_mui_modal);
    suite.add(works_in_a_react_aria_focus_scope);
    suite.add(works_in_a_fluent_dialog);
}

async fn works_in_a_native_dialog(visit: &Visit) -> Result<()> {
    holds(visit, "native").await
}

async fn works_in_focus_trap(visit: &Visit) -> Result<()> {
    holds(visit, "focus-trap").await
}

async fn works_in_a11y_dialog(visit: &Visit) -> Result<()> {
    holds(visit, "a11y-dialog").await
}

async fn works_in_micromodal(visit: &Visit) -> Result<()> {
    holds(visit, "micromodal").await
}

async fn works_in_a_jquery_ui_dialog(visit: &Visit) -> Result<()> {
    holds(visit, "jquery-ui").await
}

async fn works_in_a_mui_modal(visit: &Visit) -> Result<()> {
    holds(visit, "mui").await
}

async fn works_in_a_react_aria_focus_scope(visit: &Visit) -> Result<()> {
    holds(visit, "react-aria").await
}

async fn works_in_a_fluent_dialog(visit: &Visit) -> Result<()> {
    holds(visit, "fluent").await
}

/// Notes what gets the focus from now on, in the page and in the widget: of a change within a shadow
/// root nobody outside is told.
async fn watch(visit: &Visit) -> Result<()> {
    let watch = "window.focused = [];\
        const note = (part) => focused.push(part.id || `${part.name} ${part.localName}`);\
        const element = document.querySelector('good-sport');\
        window.watching ??= [document, element.shadowRoot].map((root) =>\
          root.addEventListener('focusin', ({ target }) => {\
            if (target !== element) note(target);\
          }));";
    visit.run(watch, &[]).await
}

/// The elements that get the focus when Tab is pressed this often.
async fn tabbed(visit: &Visit, count: usize, back: bool) -> Result<Vec<String>> {
    watch(visit).await?;
    let mut keys = visit.session().action_chain();
    for _ in 0..count {
        keys = if back {
            keys.key_down(Key::Shift).send_keys(Key::Tab).key_up(Key::Shift)
        } else {
            keys.send_keys(Key::Tab)
        };
    }
    keys.perform().await?;
    visit.drawn().await?;
    visit.run("return focused;", &[]).await
}

/// The elements that Tab visits from the first field to the end of the widget, without a dialog around it.
async fn order(visit: &Visit) -> Result<Vec<String>> {
    let widget = visit.open("element.html").await?;
    widget.click("input[name=company]").await?;
    // More often than there are controls; what is beyond the page does not matter.
    let mut order = tabbed(visit, 40, false).await?;
    let end = order.iter().position(|it| it == "end");
    order.truncate(end.with_context(|| format!("Tab never leaves the widget: {order:?}"))?);
    ensure!(order.len() > 10, "Tab skips the widget's controls: {order:?}");
    Ok(order)
}

async fn type_in<'a>(visit: &'a Visit, name: &str) -> Result<Widget<'a>> {
    visit.go(&format!("dialog-{name}.html")).await?;
    visit.run_async::<()>("window.host = await window.hostReady;", &[]).await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.reads("Globex").await?;
    Ok(widget)
}

async fn holds(visit: &Visit, name: &str) -> Result<()> {
    let order = order(visit).await?;
    let widget = type_in(visit, name).await?;
    let forth = tabbed(visit, order.len() + 1, false).await?;
    ensure!(
        forth[..order.len().min(forth.len())] == order,
        "Tab visits {forth:#?}, not {order:#?}"
    );
    let last = forth.last().context("nothing has the focus")?;
    ensure!(last == "after", "Tab goes on to {last}");
    let back = tabbed(visit, order.len() + 1, true).await?;
    let mut expected = order.clone();
    expected.reverse();
    ensure!(back[..order.len().min(back.len())] == expected, "back: {back:#?}, not {expected:#?}");

    widget.click(BODY).await?;
    visit.press(" My own words.").await?;
    visit.press(Key::Escape).await?;
    visit.drawn().await?;
    assert!(visit.run::<bool>("return host.isOpen();", &[]).await?, "Escape closed it");
    widget.reads("My own words.").await
}
