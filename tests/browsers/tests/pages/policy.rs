//! The promises of policy: no request, no cookie, no need of a weaker policy, no exception.

use std::fs;

use anyhow::{Context as _, Result};
use browsers::project;
use browsers::site::header::CONTENT_SECURITY_POLICY;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, ITEMS, VERDICT, Widget};
use serde_json::Value;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(no_network_requests_after_ready);
    suite.add(only_a_language_change_and_an_edit_make_requests);
    suite.add(sets_no_cookies);
    suite.add(events_contain_no_personal_data);
    suite.add(works_under_documented_csps);
    suite.add(fallback_build_runs_without_wasm_unsafe_eval);
    suite.add(fallback_build_runs_without_web_assembly);
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
    widget.select("stage", "final").await?;
    widget.unfold("more").await?;
    widget.choose("also", "referral").await?;
    widget.write("input[name=referrer]", "Kim Poe").await?;
    widget.click("button[name=another-wording]").await?;
    widget.click(ITEMS).await?;
    widget.write("textarea[name=private]", "It was a waste of my time.").await?;
    widget.click(COPY).await?;
    widget
        .until("it is copied", "root.querySelector('[role=status]').textContent.trim()", &[])
        .await?;
    widget.click("button[name=copy-subject]").await?;
    widget.write(BODY, "My own words.").await?;
    widget.shows(VERDICT).await?;
    widget.choose("tone", "classic").await?;
    widget.click("button[name=use-new]").await?;
    widget.click("button[name=undo]").await?;
    widget.click("button[name=start-over]").await
}

async fn no_network_requests_after_ready(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let before = visit.site().asked();
    assert!(before.iter().all(|it| it.of_page && it.status.is_success()), "{before:#?}");
    use_it(widget).await?;
    visit.drawn().await?;
    let mut after = visit.site().asked();
    let more: Vec<_> = after.split_off(before.len()).into_iter().map(|it| it.what).collect();
    assert_eq!(after, before);
    // An edit is linted; only that.
    let is_linter = |it: &String| ["linter", "rules.en"].iter().any(|file| it.contains(file));
    assert!(more.len() == 2 && more.iter().all(is_linter), "{more:#?}");
    let entries = "return performance.getEntriesByType('resource').map((it) => it.name)\
        .filter((it) => !it.startsWith(location.origin) && !it.startsWith('data:'));";
    let elsewhere: Vec<String> = visit.run(entries, &[]).await?;
    assert_eq!(elsewhere, [""; 0]);
    Ok(())
}

async fn only_a_language_change_and_an_edit_make_requests(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let before = visit.site().asked().len();
    widget.run::<()>("element.setAttribute('letter-lang', 'en-GB');", &[]).await?;
    widget.until("the letter is British", "element.letter.lang === 'en-GB'", &[]).await?;
    assert_eq!(visit.site().asked().len(), before + 1);
    widget.fill(BODY, "My own words.").await?;
    widget.shows(VERDICT).await?;
    assert_eq!(visit.site().asked().len(), before + 3);
    Ok(())
}

async fn sets_no_cookies(visit: &Visit) -> Result<()> {
    // Sites on other ports of this machine share its cookies.
    visit.go("bare.html").await?;
    visit.session().delete_all_cookies().await?;
    let widget = visit.open("element.html").await?;
    widget.write("input[name=company]", "Globex").await?;
    let cookies = visit.session().get_all_cookies().await?;
    assert!(cookies.is_empty(), "{cookies:?}");
    Ok(())
}

async fn events_contain_no_personal_data(visit: &Visit) -> Result<()> {
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

/// The policies that the documentation gives, by what each is for.
fn policies() -> Result<Vec<(String, String)>> {
    let page = fs::read_to_string(project::root()?.join("docs/security.md"))?;
    let table =
        page.split("<!-- policies -->").nth(1).context("docs/security.md has no policies")?;
    let rows = table.lines().filter_map(|line| {
        let (purpose, policy) = line.strip_prefix("| ")?.split_once(" | `default-src")?;
        Some((purpose.to_owned(), format!("default-src{}", policy.strip_suffix("` |")?)))
    });
    Ok(rows.collect())
}

async fn works_under_documented_csps(visit: &Visit) -> Result<()> {
    let policies = policies()?;
    assert_eq!(policies.len(), 5);
    for (purpose, policy) in policies {
        visit.site().set_header(CONTENT_SECURITY_POLICY, &policy);
        let page =
            if policy.contains("https://cdn.example") { "policy-cdn.html" } else { "policy.html" };
        let widget = visit.open(page).await.with_context(|| purpose.clone())?;
        if policy.contains("'self'") && !policy.contains("https:") {
            use_it(widget).await.with_context(|| purpose.clone())?;
        } else {
            // What differs is only where the files are.
            widget.write(BODY, "My own words.").await?;
            widget.shows(VERDICT).await?;
            widget.click(COPY).await?;
            visit.hear("good-sport-copy", 1).await?;
        }
        let mut violations = visit.record().await?.violations;
        // What a browser asks for by itself.
        violations.retain(|it| !it.contains("/favicon.ico"));
        if !policy.contains("'wasm-unsafe-eval'") {
            // The one that tells that it may not: browsers have no other way to ask.
            violations.retain(|it| !it.contains("wasm-eval"));
        }
        assert_eq!(violations, [""; 0], "{purpose}: {policy}");
    }
    Ok(())
}

async fn fallback_build_runs_without_wasm_unsafe_eval(visit: &Visit) -> Result<()> {
    let widget = visit.open("no-wasm.html").await?;
    use_it(widget).await?;
    let record = visit.record().await?;
    assert_eq!(record.console, [""; 0]);
    assert_eq!(record.errors, [""; 0]);
    assert!(visit.site().asked().iter().any(|it| it.what.contains("fallback")));
    assert!(!visit.site().asked().iter().any(|it| it.what.contains("program")));
    Ok(())
}

async fn fallback_build_runs_without_web_assembly(visit: &Visit) -> Result<()> {
    let widget = visit.open("deleted-wasm.html").await?;
    use_it(widget).await?;
    assert_eq!(visit.record().await?.console, [""; 0]);
    assert!(visit.site().asked().iter().any(|it| it.what.contains("fallback")));
    Ok(())
}
