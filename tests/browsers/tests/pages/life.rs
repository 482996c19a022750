//! The element in the hands of scripts: made, moved, copied, taken out and put back.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, ITEMS, PRIVATE, Widget};
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(element_created_by_script_works);
    suite.add(moved_element_keeps_its_text);
    suite.add(reinserted_element_keeps_its_text);
    suite.add(element_survives_a_hundred_moves);
    suite.add(cloned_element_is_independent);
    suite.add(properties_set_before_upgrade_are_kept);
    suite.add(element_removed_while_loading_is_safe);
    suite.add(removed_widget_is_recycled);
    suite.add(removed_widgets_do_not_leak);
    suite.add(fifty_widgets_on_one_page);
    suite.add(adopted_element_keeps_its_text);
    suite.add(survives_the_back_forward_cache);
    suite.add(survives_view_transitions);
}

/// Leaves something of every kind in the widget.
async fn use_it(widget: Widget<'_>) -> Result<()> {
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.choose("tone", "formal").await?;
    widget.write(BODY, "My own words.").await?;
    widget.write(PRIVATE, "It was a waste of my time.").await?;
    widget.click(ITEMS).await
}

async fn is_as_it_was(visit: &Visit, widget: Widget<'_>) -> Result<()> {
    widget.ready().await?;
    widget.shows(BODY).await?;
    widget.reads("My own words.").await?;
    visit.drawn().await?;
    assert_eq!(widget.value("input[name=sender]").await?, "Sam Lee");
    assert!(widget.is_ticked("input[name=tone][value=formal]").await?);
    assert!(widget.is_ticked(ITEMS).await?);
    assert_eq!(widget.value(PRIVATE).await?, "It was a waste of my time.");
    assert_eq!(widget.count("[part~=root]").await?, 1);
    // It still listens, and once.
    let before = visit.heard("good-sport-copy").await?.len();
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", before + 1).await?;
    visit.drawn().await?;
    assert_eq!(visit.heard("good-sport-copy").await?.len(), before + 1);
    widget.write("input[name=company]", "Globex").await?;
    assert_eq!(widget.details().await?["company"], "Globex");
    Ok(())
}

async fn element_created_by_script_works(visit: &Visit) -> Result<()> {
    visit.open("moved.html").await?;
    let script = "const made = document.createElement('good-sport');\
        made.setAttribute('company', 'Initech');\
        made.details = { sender: 'Kim' };\
        document.querySelector('#there').append(made);";
    visit.run::<()>(script, &[]).await?;
    let made = visit.widget(1);
    made.come_to().await?;
    made.reads("Initech").await?;
    made.reads("Kim").await?;
    use_it(made).await?;
    is_as_it_was(visit, made).await
}

async fn moved_element_keeps_its_text(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    widget.run::<()>("document.querySelector('#there').append(element);", &[]).await?;
    is_as_it_was(visit, widget).await?;
    // As a list that is sorted anew.
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    let sort = "const list = document.querySelector('#here');\
        list.append(...[...list.children].reverse());";
    visit.run::<()>(sort, &[]).await?;
    is_as_it_was(visit, widget).await
}

async fn reinserted_element_keeps_its_text(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    widget.run::<()>("window.out = element; element.remove();", &[]).await?;
    visit.drawn().await?;
    visit.run::<()>("document.querySelector('#there').append(window.out);", &[]).await?;
    is_as_it_was(visit, visit.widget(0)).await
}

async fn element_survives_a_hundred_moves(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    let move_it = "for (let i = 0; i < 50; i += 1) {\
          document.querySelector('#there').append(element);\
          if (i % 5 === 0) await new Promise(requestAnimationFrame);\
          element.remove();\
          if (i % 7 === 0) await new Promise(requestAnimationFrame);\
          document.querySelector('#row').append(element);\
        }";
    widget.run_async::<()>(move_it, &[]).await?;
    is_as_it_was(visit, widget).await
}

async fn cloned_element_is_independent(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    let clone = "document.querySelector('#there').append(element.cloneNode(true));";
    widget.run::<()>(clone, &[]).await?;
    let clone = visit.widget(1);
    clone.come_to().await?;
    clone.reads("Acme").await?;
    assert_eq!(clone.value("input[name=sender]").await?, "");
    is_as_it_was(visit, widget).await
}

async fn properties_set_before_upgrade_are_kept(visit: &Visit) -> Result<()> {
    let widget = visit.open("upgrade.html").await?;
    widget.reads("Globex").await?;
    widget.reads("the tour").await?;
    assert_eq!(widget.value("input[name=company]").await?, "Globex");
    let own = "return Object.hasOwn(element, 'details');";
    assert!(!widget.run::<bool>(own, &[]).await?, "the property hides the element's own");
    Ok(())
}

async fn element_removed_while_loading_is_safe(visit: &Visit) -> Result<()> {
    visit.go("late.html").await?;
    let taken = "window.out = document.querySelector('good-sport');\
        const takeOut = () => window.out.remove();\
        document.addEventListener('load', takeOut, { capture: true, once: true });\
        load();";
    visit.run::<()>(taken, &[]).await?;
    visit.until("it is out", "return !window.out.isConnected;", &[]).await?;
    visit.drawn().await?;
    visit.run::<()>("document.body.append(window.out);", &[]).await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.reads("Acme").await
}

async fn removed_widget_is_recycled(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    // What is drawn in cannot be freed, so that it must not become more.
    let places = "const places = new Set([root.firstChild]);\
        for (let left = 5; left; left -= 1) {\
          document.querySelector('good-sport').remove();\
          await new Promise(requestAnimationFrame);\
          const next = document.createElement('good-sport');\
          next.setAttribute('company', `Company ${left}`);\
          next.setAttribute('loading', 'eager');\
          document.querySelector('#here').append(next);\
          await next.ready;\
          places.add(next.shadowRoot.firstChild);\
        }\
        return places.size;";
    assert_eq!(widget.run_async::<usize>(places, &[]).await?, 1);
    widget.reads("Company 1").await?;
    assert_eq!(widget.value("input[name=sender]").await?, "");
    assert!(!widget.is_ticked(ITEMS).await?);
    use_it(widget).await?;
    is_as_it_was(visit, widget).await
}

/// The memory of the page when nothing is left to collect: nodes, listeners, and bytes.
async fn held(visit: &Visit) -> Result<[f64; 3]> {
    let cdp = Cdp::new(Arc::clone(visit.session()));
    // What the first collection frees may have held something itself.
    for _ in 0..3 {
        cdp.send_raw("HeapProfiler.collectGarbage", json!({})).await?;
    }
    let counted = cdp.send_raw("Memory.getDOMCounters", json!({})).await?;
    let heap = cdp.send_raw("Runtime.getHeapUsage", json!({})).await?;
    let number = |from: &Value, name| from[name].as_f64().with_context(|| format!("no {name}"));
    Ok([
        number(&counted, "nodes")?,
        number(&counted, "jsEventListeners")?,
        number(&heap, "usedSize")?,
    ])
}

async fn removed_widgets_do_not_leak(visit: &Visit) -> Result<()> {
    visit.open("moved.html").await?;
    let mount = "for (let left = 25; left; left -= 1) {\
          const made = document.createElement('good-sport');\
          made.setAttribute('loading', 'eager');\
          document.querySelector('#there').append(made);\
          await made.ready;\
          made.details = { company: `Company ${left}` };\
          made.remove();\
          await new Promise(requestAnimationFrame);\
        }";
    let mut course = Vec::new();
    // The first ones leave what the next ones use.
    for _ in 0..5 {
        visit.run_async::<()>(mount, &[]).await?;
        course.push(held(visit).await?);
    }
    let [first, middle, last] = [course[0], course[2], course[4]];
    assert!(last[0] <= first[0], "nodes, every 25 widgets: {course:?}");
    assert!(last[1] <= first[1], "listeners, every 25 widgets: {course:?}");
    // The engine compiles what runs often, and drops it again. A widget holds more than 13 KiB, so
    // that those that stayed would show.
    let most = 50.0 * 8.0 * 1024.0;
    assert!(last[2] - middle[2] < most, "bytes, every 25 widgets: {course:?}");
    Ok(())
}

async fn fifty_widgets_on_one_page(visit: &Visit) -> Result<()> {
    visit.open("moved.html").await?;
    let make = "const made = [...new Array(49).keys()].map((number) => {\
          const it = document.createElement('good-sport');\
          it.setAttribute('company', `Company ${number}`);\
          it.setAttribute('loading', 'eager');\
          return it;\
        });\
        for (const it of made) document.querySelector('#there').appendChild(it);\
        await Promise.all(made.map((it) => it.ready));\
        made[20].details = { company: 'Globex' };\
        await new Promise(requestAnimationFrame);\
        return made.map((it) => it.letter.body.match(/Company \\d+|Globex/)[0]);";
    let companies: Vec<String> = visit.run_async(make, &[]).await?;
    let expected = |number| match number {
        20 => "Globex".to_owned(),
        _ => format!("Company {number}"),
    };
    assert_eq!(companies, (0..49).map(expected).collect::<Vec<_>>());
    for number in [0, 25, 49] {
        use_it(visit.widget(number)).await?;
        is_as_it_was(visit, visit.widget(number)).await?;
    }
    Ok(())
}

async fn adopted_element_keeps_its_text(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    let adopt = "const frame = document.createElement('iframe');\
        frame.srcdoc = '<body>';\
        document.querySelector('#there').append(frame);\
        await new Promise((resolve) => (frame.onload = resolve));\
        window.kept = element;\
        const { background } = getComputedStyle(root.querySelector('.root'));\
        frame.contentDocument.body.append(frame.contentDocument.adoptNode(element));\
        await new Promise(requestAnimationFrame);\
        const inner = frame.contentWindow.getComputedStyle(root.querySelector('.root'));\
        if (inner.background !== background) throw new Error(inner.background);\
        return [root.querySelector('textarea[name=body]').value, element.letter.body];";
    let words: Vec<String> = widget.run_async(adopt, &[]).await?;
    assert_eq!(words, ["My own words."; 2]);
    visit.run::<()>("document.querySelector('#here').append(window.kept);", &[]).await?;
    is_as_it_was(visit, visit.widget(0)).await
}

async fn survives_the_back_forward_cache(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    let watch = "addEventListener('pageshow', (event) => (window.isBack = event.persisted));";
    visit.run::<()>(watch, &[]).await?;
    visit.go("bare.html").await?;
    visit.session().back().await?;
    visit.until("the page is back", "return window.isBack;", &[]).await?;
    is_as_it_was(visit, visit.widget(0)).await
}

async fn survives_view_transitions(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    let transition = "element.style.viewTransitionName = 'widget';\
        const there = document.querySelector('#there');\
        await document.startViewTransition(() => there.append(element)).finished;";
    widget.run_async::<()>(transition, &[]).await?;
    is_as_it_was(visit, widget).await
}
