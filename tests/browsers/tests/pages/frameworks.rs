//! Pages that are drawn by the frameworks of others, each in its own way.

use anyhow::{Context as _, Result};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, Widget};
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(works_in_react);
    suite.add(hydration_keeps_the_widget_of_a_tag);
    suite.add(works_in_vue);
    suite.add(works_in_svelte);
    suite.add(works_in_angular);
    suite.add(works_in_solid);
    suite.add(works_in_lit);
    suite.add(works_in_alpine);
    suite.add(survives_htmx_navigation);
    suite.add(survives_turbo_navigation);
    suite.add(survives_astro_view_transitions);
}

async fn works_in_react(visit: &Visit) -> Result<()> {
    renders(visit, "react").await
}

async fn hydration_keeps_the_widget_of_a_tag(visit: &Visit) -> Result<()> {
    visit.go("hydrated.html").await?;
    visit
        .until("the tag's script has run", "return customElements.get('good-sport');", &[])
        .await?;
    visit.drawn().await?;
    visit.run_async::<()>("await window.hydrate();", &[]).await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.reads("Acme").await?;
    let between = "return element.matches('#before ~ good-sport')\
        && !!element.parentElement.querySelector('good-sport ~ #after');";
    assert!(widget.run::<bool>(between, &[]).await?, "it stands elsewhere");
    let count = "return document.querySelectorAll('good-sport').length;";
    assert_eq!(visit.run::<usize>(count, &[]).await?, 1);
    let record = visit.record().await?;
    assert_eq!(record.console, [""; 0]);
    assert_eq!(record.errors, [""; 0]);
    Ok(())
}

async fn works_in_vue(visit: &Visit) -> Result<()> {
    renders(visit, "vue").await
}

async fn works_in_svelte(visit: &Visit) -> Result<()> {
    renders(visit, "svelte").await
}

async fn works_in_angular(visit: &Visit) -> Result<()> {
    renders(visit, "angular").await
}

async fn works_in_solid(visit: &Visit) -> Result<()> {
    renders(visit, "solid").await
}

async fn works_in_lit(visit: &Visit) -> Result<()> {
    renders(visit, "lit").await
}

async fn works_in_alpine(visit: &Visit) -> Result<()> {
    renders(visit, "alpine").await
}

async fn survives_htmx_navigation(visit: &Visit) -> Result<()> {
    navigates(visit, "htmx").await
}

async fn survives_turbo_navigation(visit: &Visit) -> Result<()> {
    navigates(visit, "turbo").await
}

async fn survives_astro_view_transitions(visit: &Visit) -> Result<()> {
    navigates(visit, "astro").await
}

/// Has the page do something, and waits for it.
async fn host<T: serde::de::DeserializeOwned>(
    visit: &Visit,
    what: &str,
    args: &[Value],
) -> Result<T> {
    let call = format!("const host = await window.hostReady; {what}");
    visit.run_async(&call, args).await.with_context(|| what.to_owned())
}

/// Has the page draw these widgets, and finds them in the order in which they stand.
async fn render<const COUNT: usize>(
    visit: &Visit,
    list: [Value; COUNT],
    portal: bool,
) -> Result<[Widget<'_>; COUNT]> {
    let list = json!({ "widgets": list.to_vec(), "portal": portal });
    host::<()>(visit, "await host.render(arguments[0]);", &[list]).await?;
    let widgets: [Widget<'_>; COUNT] = std::array::from_fn(|it| visit.widget(it));
    for it in widgets {
        it.come_to().await?;
        it.ready().await?;
    }
    Ok(widgets)
}

async fn renders(visit: &Visit, name: &str) -> Result<()> {
    visit.go(&format!("{name}.html")).await?;
    let widget = |key: &str, company: &str| json!({ "key": key, "company": company });
    let second = json!({ "key": "b", "company": "Beta", "details": { "role": "Baker" } });
    let three = [widget("a", "Alpha"), second, widget("c", "Gamma")];
    let [alpha, beta, _] = render(visit, three, false).await?;
    alpha.write(BODY, "My own words.").await?;
    assert_eq!(beta.details().await?["role"], "Baker");
    beta.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    assert_eq!(visit.run::<Vec<String>>("return window.heard;", &[]).await?, ["b"]);

    visit.run::<()>("window.kept = document.querySelector('#a');", &[]).await?;
    let [gamma, alpha] = render(visit, [widget("c", "Delta"), widget("a", "Alpha")], false).await?;
    gamma.reads("Delta").await?;
    assert!(alpha.run::<bool>("return element === window.kept;", &[]).await?, "it is another one");
    assert_eq!(alpha.value(BODY).await?, "My own words.");
    assert_eq!(alpha.letter().await?.body, "My own words.");

    if host(visit, "return host.portals;", &[]).await? {
        let [there] = render(visit, [widget("p", "Portal")], true).await?;
        there.reads("Portal").await?;
        let place = "return !!element.closest('#portal');";
        assert!(there.run::<bool>(place, &[]).await?);
    }
    render(visit, [], false).await?;
    let [again] = render(visit, [widget("a", "Omega")], false).await?;
    again.reads("Omega").await
}

/// The widget that the navigation keeps, and the one of the page.
async fn both(visit: &Visit) -> Result<[Widget<'_>; 2]> {
    let kept = "return document.querySelector('good-sport').id === 'kept' ? 0 : 1;";
    let kept: usize = visit.run(kept, &[]).await?;
    let both = [kept, 1 - kept].map(|it| visit.widget(it));
    for it in both {
        it.come_to().await?;
        it.ready().await?;
    }
    Ok(both)
}

async fn navigates(visit: &Visit, name: &str) -> Result<()> {
    visit.go(&format!("{name}.html")).await?;
    let [kept, own] = both(visit).await?;
    own.reads("First").await?;
    kept.write(BODY, "My own words.").await?;
    for (call, company) in [("await host.go();", "Second"), ("await host.back();", "First")] {
        host::<()>(visit, call, &[]).await?;
        let [kept, own] = both(visit).await?;
        own.reads(company).await?;
        assert_eq!(kept.value(BODY).await?, "My own words.", "after {call}");
    }
    Ok(())
}
