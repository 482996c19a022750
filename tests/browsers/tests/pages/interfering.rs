//! Pages whose scripts get in the way of what a visitor does.

use std::time::Duration;

use anyhow::{Context as _, Result};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, Widget};
use thirtyfour::error::WebDriverResult;
use thirtyfour::{Key, WebElement};

use crate::placing::put_page;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(editable_despite_selection_blockers);
    suite.add(editable_despite_capturing_mousedown_blockers);
    suite.add(selectable_despite_capturing_selectstart_blockers);
    suite.add(escape_does_not_close_a_dialog_with_unsaved_text);
    suite.add(reentrant_event_listeners_are_safe);
    suite.add(reentrant_event_listeners_are_safe_during_draft_restore);
    suite.add(tolerates_replaced_globals);
}

const ELEMENT: &str = "<good-sport company=Acme loading=eager></good-sport>";
const SCRIPT: &str = "<script src=good-sport.js async></script>";

/// A click by the pointer where a part is, whatever comes of it.
async fn click_at(visit: &Visit, widget: Widget<'_>, selector: &str) -> Result<()> {
    let at_once = Some(Duration::ZERO);
    widget
        .reach(selector, async |part| {
            let hands = visit.session().action_chain_with_delay(at_once, at_once);
            hands.move_to_element_center(part).click().perform().await
        })
        .await
}

/// Where the text of a text area begins, from its middle.
async fn first_line(area: &WebElement) -> WebDriverResult<(i64, i64)> {
    let size = area.rect().await?;
    #[expect(clippy::cast_possible_truncation, reason = "a text area is smaller than that")]
    Ok(((20.0 - size.width / 2.0) as i64, (12.0 - size.height / 2.0) as i64))
}

async fn is_usable(visit: &Visit, widget: Widget<'_>) -> Result<()> {
    for (field, text) in
        [("[name=company]", "Globex"), ("[name=highlight]", "the mill"), (BODY, "Hello.")]
    {
        visit.run::<()>("document.activeElement?.blur();", &[]).await?;
        click_at(visit, widget, field).await?;
        visit.press_with(Key::Control, "a").await?;
        visit.press(text).await?;
        let holds = "root.querySelector(args[0]).value === args[1]";
        widget.until("it is typed", holds, &[field.into(), text.into()]).await?;
    }
    click_at(visit, widget, "[name=situation]").await?;
    let focused = "root.activeElement?.name === 'situation'";
    widget.until("the list has the focus", focused, &[]).await?;
    visit.press(Key::Escape).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    Ok(())
}

/// Whether such scripts let an event alone; from outside, the target of one in the widget is its element.
const IS_FIELD: &str = "const field = (event) => /^(TEXT|TEXTAREA|INPUT|PASSWORD|SELECT|OPTION|EMBED)$/\
    .test(event.target.nodeName);";

async fn editable_despite_selection_blockers(visit: &Visit) -> Result<()> {
    let forbid = format!(
        "<script>{IS_FIELD}\
         document.onmousedown = document.onselectstart = (event) => field(event);\
         document.oncontextmenu = document.ondragstart = () => false;\
         for (const type of ['mousedown', 'selectstart', 'contextmenu', 'touchstart'])\
           document.addEventListener(type, (event) => field(event) || event.preventDefault(), {{ passive: false }});\
         addEventListener('touchend', (event) => field(event) || getSelection().empty());\
         addEventListener('mouseup', (event) => field(event) || getSelection().empty());\
         </script><style>* {{ -webkit-user-select: none; user-select: none }}</style>"
    );
    put_page(visit, &forbid, &format!("{ELEMENT}{SCRIPT}"));
    let widget = visit.open("own.html").await?;
    is_usable(visit, widget).await?;
    // A double click still marks a word.
    widget.fill(BODY, "Thanks").await?;
    widget
        .reach(BODY, async |area| {
            let (x, y) = first_line(area).await?;
            let hands = visit.session().action_chain();
            hands.move_to_element_with_offset(area, x, y).double_click().perform().await
        })
        .await?;
    let marked = "const { selectionStart, selectionEnd } = root.querySelector(args[0]);\
        return selectionEnd - selectionStart;";
    assert_eq!(widget.run::<usize>(marked, &[BODY.into()]).await?, 6);
    Ok(())
}

async fn editable_despite_capturing_mousedown_blockers(visit: &Visit) -> Result<()> {
    let forbid = format!(
        "<script>{IS_FIELD}\
         addEventListener('mousedown', (event) => field(event) || event.preventDefault(), true);\
         </script>"
    );
    put_page(visit, &forbid, &format!("{ELEMENT}{SCRIPT}"));
    let widget = visit.open("own.html").await?;
    is_usable(visit, widget).await
}

async fn selectable_despite_capturing_selectstart_blockers(visit: &Visit) -> Result<()> {
    let forbid = format!(
        "<script>{IS_FIELD}\
         for (const type of ['selectstart', 'contextmenu', 'dragstart'])\
           document.addEventListener(type, (event) => field(event) || event.preventDefault(), true);\
         </script>"
    );
    put_page(visit, &forbid, &format!("<p id=own>Jobs at Acme</p>{ELEMENT}{SCRIPT}"));
    let widget = visit.open("own.html").await?;
    widget.fill(BODY, "Thank you for the talk, and for the time that you took.").await?;
    widget
        .reach(BODY, async |area| {
            let (x, y) = first_line(area).await?;
            let hands = visit.session().action_chain();
            let pressed = hands.move_to_element_with_offset(area, x, y).click_and_hold();
            pressed.move_by_offset(80, 0).move_by_offset(80, 0).release().perform().await
        })
        .await?;
    let marked = "const { selectionStart, selectionEnd } = root.querySelector(args[0]);\
        return selectionEnd - selectionStart;";
    let marked: usize = widget.run(marked, &[BODY.into()]).await?;
    assert!(marked > 10, "{marked} characters are marked");
    // What the page forbids in itself stays forbidden.
    let own = "const event = document.createEvent('Event');\
        event.initEvent('selectstart', true, true);\
        return !document.querySelector('#own').dispatchEvent(event);";
    assert!(visit.run::<bool>(own, &[]).await?, "the page's own text can be marked");
    Ok(())
}

async fn escape_does_not_close_a_dialog_with_unsaved_text(visit: &Visit) -> Result<()> {
    let page = format!(
        "<dialog><button id=first>x</button>{ELEMENT}</dialog>{SCRIPT}<script>\
         const dialog = document.querySelector('dialog');\
         dialog.showModal();\
         addEventListener('keydown', (event) => event.key === 'Escape' && (window.escaped = true));\
         </script>"
    );
    put_page(visit, "", &page);
    let widget = visit.open("own.html").await?;
    let is_open = "return document.querySelector('dialog').open;";
    widget.write(BODY, "My own words.").await?;
    visit.press(Key::Escape).await?;
    visit.drawn().await?;
    assert!(visit.run::<bool>(is_open, &[]).await?, "it closed over words");
    assert!(!visit.run::<bool>("return !!window.escaped;", &[]).await?, "the page heard of it");
    assert_eq!(widget.body().await?, "My own words.");
    // Outside a text it means what the page means by it.
    visit.run::<()>("document.querySelector('#first').focus();", &[]).await?;
    visit.press(Key::Escape).await?;
    visit.until("it closes", "return !document.querySelector('dialog').open;", &[]).await?;
    // And where nobody has typed.
    let widget = visit.open("own.html").await?;
    widget.click("input[name=company]").await?;
    visit.press(Key::Escape).await?;
    visit.until("it closes", "return !document.querySelector('dialog').open;", &[]).await
}

async fn reentrant_event_listeners_are_safe(visit: &Visit) -> Result<()> {
    for call in [
        "element.setAttribute('company', 'Globex ' + count)",
        "element.details = { sender: 'Sam ' + count }",
        "element.reset()",
        "element.copy().catch(() => {})",
        "element.remove(), document.body.append(element)",
        "element.setAttribute('lang', count % 2 ? 'en-GB' : 'en')",
        "element.findings, element.letter, element.details",
        "element.setAttribute('hide', count % 2 ? 'form' : '')",
    ] {
        let page = format!(
            "<script>let count = 0;\
             for (const name of ['ready', 'copy', 'send', 'remind', 'check', 'error'])\
               document.addEventListener('good-sport-' + name, ({{ target: element }}) => {{\
                 if (count++ < 8) {{ {call}; }}\
               }});</script>"
        );
        put_page(visit, &page, &format!("{ELEMENT}<good-sport company=Acme></good-sport>{SCRIPT}"));
        let widget = visit.open("own.html").await?;
        // What the page does may put the other widget first, and that draws its shell only then. The
        // form may be hidden.
        let choose = "(() => {\
            const list = root?.querySelector('[name=situation]');\
            if (list) list.value = 'ghosted';\
            const change = document.createEvent('Event');\
            change.initEvent('change', true, false);\
            list?.dispatchEvent(change);\
            const box = root?.querySelector('[part~=item] input');\
            box?.click();\
            return box;\
            })()";
        widget.until("there is a widget to choose and tick in", choose, &[]).await?;
        widget.click(COPY).await?;
        widget.ready().await?;
        visit.widget(1).come_to().await?;
        let works =
            "element.details = { highlight: 'the mill' }; return element.details.highlight;";
        assert_eq!(visit.widget(1).run::<String>(works, &[]).await?, "the mill", "{call}");
        assert!(visit.heard("good-sport-error").await?.is_empty(), "{call}");
    }
    Ok(())
}

async fn reentrant_event_listeners_are_safe_during_draft_restore(visit: &Visit) -> Result<()> {
    for call in [
        "element.setAttribute('company', 'Globex ' + count)",
        "element.details = { sender: 'Sam ' + count }",
        "element.copy().catch(() => {})",
        "element.remove(), document.body.append(element)",
        "element.reset()",
    ] {
        let listens = format!(
            "<script>let count = 0;\
             for (const name of ['ready', 'check'])\
               document.addEventListener('good-sport-' + name, ({{ target: element }}) => {{\
                 if (location.search && count++ < 8) {{ {call}; }}\
               }});</script>"
        );
        put_page(visit, &listens, &format!("{ELEMENT}{SCRIPT}"));
        let widget = visit.open("own.html").await?;
        widget.run::<()>("root.querySelector('[part~=item] input').click();", &[]).await?;
        widget.run::<()>("root.querySelector('[name=keep]').click();", &[]).await?;
        let kept = "return Object.keys(localStorage).some((it) => it.startsWith('good-sport'));";
        visit.until("the draft is kept", kept, &[]).await?;
        let widget = visit.open("own.html?again").await?;
        visit.hear("good-sport-check", 1).await.with_context(|| call.to_owned())?;
        widget.write("[name=highlight]", "the mill").await.with_context(|| call.to_owned())?;
        widget.reads("the mill").await?;
        assert!(visit.heard("good-sport-error").await?.is_empty(), "{call}");
        visit.run::<()>("localStorage.clear();", &[]).await?;
    }
    Ok(())
}

async fn tolerates_replaced_globals(visit: &Visit) -> Result<()> {
    // And what the other cases among such scripts need for themselves: `var URL = "…"`, a class `Map` of
    // a page with maps, and polyfills that look for an element in the document alone.
    let head = "<script>\
        for (const name of ['Map', 'Set', 'Node', 'Storage', 'File', 'ClipboardItem', 'URLSearchParams'])\
          window[name] = function () {};\
        var URL = 'https://shop.example/';\
        Element.prototype.matches = function (rule) {\
          return [...document.querySelectorAll(rule)].indexOf(this) >= 0; };\
        Element.prototype.closest = () => null;\
        Array.prototype.at = function (index) { return this[index]; };\
        </script><script src=hostile-globals.js></script>";
    put_page(visit, head, &format!("{ELEMENT}{SCRIPT}"));
    visit.site().hold(visit.engine().program());
    visit.go("own.html").await?;
    let widget = visit.widget(0);
    widget.shows(BODY).await?;
    widget.write("[name=company]", "Globex").await?;
    widget.reads("Globex").await?;
    widget.select("situation", "ghosted").await?;
    visit.site().release();
    widget.ready().await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    widget.write(BODY, "You owe me an explanation. Thank you all the same.").await?;
    widget.click("[name=fix]").await?;
    widget.click("summary#people").await?;
    widget.click("[name=add-person]").await?;
    widget.click("[part~=item] input").await?;
    widget.click("[name=keep]").await?;
    widget.click("[name=start-over]").await?;
    let works = "element.remove(); document.body.appendChild(element);\
        element.details = { sender: 'Sam' }; return element.ready.then(() => element.details.sender);";
    assert_eq!(widget.run_async::<String>(works, &[]).await?, "Sam");
    assert!(visit.heard("good-sport-error").await?.is_empty());
    assert_eq!(visit.record().await?.console, [""; 0]);
    Ok(())
}
