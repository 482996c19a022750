//! What the widget does not do: ask the network, set cookies, need more of a policy, throw.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, ITEMS, Widget};
use serde_json::Value;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(nothing_is_asked_of_the_network_once_it_works);
    suite.add(another_language_is_the_one_thing_it_fetches);
    suite.add(it_sets_no_cookie);
    suite.add(its_events_hold_nothing_that_was_typed);
    suite.add(it_works_under_the_strictest_policy);
    suite.add(a_page_that_refuses_web_assembly_is_told_and_keeps_its_own_words);
}

/// All that a visitor may do.
async fn use_it(widget: Widget<'_>) -> Result<()> {
    for (name, text) in
        [("company", "Globex"), ("role", "Baker"), ("recipient", "Ms. Rivera"), ("sender", "Sam")]
    {
        widget.write(&format!("input[name={name}]"), text).await?;
    }
    widget.write("textarea[name=highlight]", "the walk through the mill").await?;
    widget.reads("the walk through the mill").await?;
    widget.choose("tone", "formal").await?;
    widget.choose("length", "short").await?;
    widget.select("situation", "final").await?;
    widget.click(ITEMS).await?;
    widget.click(COPY).await?;
    widget
        .until("it is copied", "root.querySelector('[role=status]').textContent.trim()", &[])
        .await?;
    widget.click("button[name=copy-subject]").await?;
    widget.write(BODY, "My own words.").await?;
    widget.choose("tone", "classic").await?;
    widget.click("button[name=use-new]").await?;
    widget.click("button[name=undo]").await?;
    widget.click("button[name=start-over]").await
}

async fn nothing_is_asked_of_the_network_once_it_works(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let before = visit.site().asked();
    assert!(before.iter().all(|it| it.of_page && it.status.is_success()), "{before:#?}");
    use_it(widget).await?;
    visit.drawn().await?;
    assert_eq!(visit.site().asked(), before);
    let entries = "return performance.getEntriesByType('resource').map((it) => it.name)\
        .filter((it) => !it.startsWith(location.origin) && !it.startsWith('data:'));";
    let elsewhere: Vec<String> = visit.run(entries, &[]).await?;
    assert_eq!(elsewhere, [""; 0]);
    Ok(())
}

async fn another_language_is_the_one_thing_it_fetches(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let before = visit.site().asked().len();
    widget.run::<()>("element.setAttribute('letter-lang', 'en-GB');", &[]).await?;
    widget.until("the letter is British", "element.letter.lang === 'en-GB'", &[]).await?;
    assert_eq!(visit.site().asked().len(), before + 1);
    Ok(())
}

async fn it_sets_no_cookie(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=company]", "Globex").await?;
    let cookies = visit.session().get_all_cookies().await?;
    assert!(cookies.is_empty(), "{cookies:?}");
    Ok(())
}

async fn its_events_hold_nothing_that_was_typed(visit: &Visit) -> Result<()> {
    use_it(visit.open("element.html").await?).await?;
    let events = visit.record().await?.events;
    assert!(events.iter().any(|it| it.name == "good-sport-copy"));
    for event in events {
        let words = event.detail.as_object().into_iter().flat_map(|it| it.values());
        for word in words.filter_map(Value::as_str) {
            let typed = ["Globex", "Baker", "Rivera", "Sam", "mill", "own words", "Dear"];
            assert!(!typed.iter().any(|it| word.contains(it)), "{event:?} tells {word}");
        }
    }
    Ok(())
}

async fn it_works_under_the_strictest_policy(visit: &Visit) -> Result<()> {
    let widget = visit.open("csp.html").await?;
    use_it(widget).await?;
    assert_eq!(visit.record().await?.violations, [""; 0]);
    Ok(())
}

async fn a_page_that_refuses_web_assembly_is_told_and_keeps_its_own_words(
    visit: &Visit,
) -> Result<()> {
    visit.go("no-wasm.html").await?;
    let widget = visit.widget(0);
    widget.until("the script has run", "element.ready", &[]).await?;
    let refused = "return element.ready.then(() => 'ready', (error) => error.code);";
    assert_eq!(widget.run_async::<String>(refused, &[]).await?, "load");
    assert_eq!(visit.hear("good-sport-error", 1).await?["code"], "load");
    let child = "return element.firstElementChild.checkVisibility() && element.letter === null;";
    assert!(widget.run::<bool>(child, &[]).await?);
    assert_eq!(visit.record().await?.errors, [""; 0]);
    Ok(())
}
