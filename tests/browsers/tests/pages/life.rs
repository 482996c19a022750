//! The element in the hands of scripts: made, moved, copied, taken out and put back.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, ITEMS, Widget};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(an_element_made_by_a_script_works);
    suite.add(a_moved_element_keeps_its_words);
    suite.add(an_element_put_back_keeps_its_words);
    suite.add(an_element_that_is_moved_a_hundred_times_works);
    suite.add(a_clone_is_a_widget_of_its_own);
    suite.add(details_set_before_the_script_came_are_kept);
    suite.add(an_element_taken_out_before_it_works_does_no_harm);
    suite.add(a_widget_that_is_gone_leaves_its_place_to_the_next);
}

/// Leaves something of every kind in the widget.
async fn use_it(widget: Widget<'_>) -> Result<()> {
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.choose("tone", "formal").await?;
    widget.write(BODY, "My own words.").await?;
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

async fn an_element_made_by_a_script_works(visit: &Visit) -> Result<()> {
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

async fn a_moved_element_keeps_its_words(visit: &Visit) -> Result<()> {
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

async fn an_element_put_back_keeps_its_words(visit: &Visit) -> Result<()> {
    let widget = visit.open("moved.html").await?;
    use_it(widget).await?;
    widget.run::<()>("window.out = element; element.remove();", &[]).await?;
    visit.drawn().await?;
    visit.run::<()>("document.querySelector('#there').append(window.out);", &[]).await?;
    is_as_it_was(visit, visit.widget(0)).await
}

async fn an_element_that_is_moved_a_hundred_times_works(visit: &Visit) -> Result<()> {
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

async fn a_clone_is_a_widget_of_its_own(visit: &Visit) -> Result<()> {
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

async fn details_set_before_the_script_came_are_kept(visit: &Visit) -> Result<()> {
    let widget = visit.open("upgrade.html").await?;
    widget.reads("Globex").await?;
    widget.reads("the tour").await?;
    assert_eq!(widget.value("input[name=company]").await?, "Globex");
    let own = "return Object.hasOwn(element, 'details');";
    assert!(!widget.run::<bool>(own, &[]).await?, "the property hides the element's own");
    Ok(())
}

async fn an_element_taken_out_before_it_works_does_no_harm(visit: &Visit) -> Result<()> {
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

async fn a_widget_that_is_gone_leaves_its_place_to_the_next(visit: &Visit) -> Result<()> {
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
