//! A link that fills in the form: `#good-sport?company=Acme` behind the address of a page.

use anyhow::{Context as _, Result};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::Widget;
use serde_json::{Value, json};

use crate::placing::put_page;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(fragment_link_scrolls_to_a_prefilled_widget);
    suite.add(parses_fragment_links_mangled_by_mailers);
    suite.add(fragment_link_survives_client_side_routers);
    suite.add(hashchange_prefills_again);
    suite.add(fragment_is_a_valid_selector_for_page_scripts);
}

const ELEMENT: &str = "<good-sport company=Acme prefill=fragment></good-sport>";
const SCRIPT: &str = "<script src=good-sport.js></script>";

async fn is_in_view(visit: &Visit) -> Result<()> {
    let top = "const { top } = document.querySelector('good-sport').getBoundingClientRect();\
        return Math.abs(top) < innerHeight / 2;";
    visit.until("the widget is in view", top, &[]).await
}

/// Opens the page behind a link, afresh.
async fn follow<'a>(visit: &'a Visit, fragment: &str) -> Result<Widget<'a>> {
    // An address that differs by its fragment alone is the same page.
    visit.session().goto("about:blank").await?;
    visit.open(&format!("own.html{fragment}")).await
}

async fn fragment_link_scrolls_to_a_prefilled_widget(visit: &Visit) -> Result<()> {
    for body in [
        format!("<p style='height: 5000px'>Jobs</p>{ELEMENT}{SCRIPT}"),
        format!(
            "{SCRIPT}<p style='height: 5000px'>Jobs</p>{ELEMENT}<p style='height: 3000px'>End</p>"
        ),
        "<p style='height: 5000px'>Jobs</p>\
         <script src=good-sport.js async data-company=Acme data-prefill=fragment></script>"
            .to_owned(),
    ] {
        put_page(visit, "", &body);
        let widget = follow(visit, "#good-sport?company=Globex&recipient=Ms.%20Rivera").await?;
        widget.reads("Dear Ms. Rivera").await?;
        widget.reads("Globex").await?;
        is_in_view(visit).await.with_context(|| body.clone())?;
        // Who comes back to the page finds it filled in as before.
        visit.session().refresh().await?;
        let widget = visit.widget(0);
        widget.come_to().await?;
        widget.reads("Globex").await?;
    }
    Ok(())
}

async fn parses_fragment_links_mangled_by_mailers(visit: &Visit) -> Result<()> {
    put_page(visit, "", &format!("{ELEMENT}{SCRIPT}"));
    let given = |company: &str, role: &str| json!([company, role]);
    for (fragment, expected) in [
        ("#good-sport?company=Globex&role=Baker", given("Globex", "Baker")),
        ("#good-sport?company=Globex&amp;role=Baker", given("Globex", "Baker")),
        (
            "#good-sport?company=Globex%26Co&amp;role=Head+of+Data",
            given("Globex&Co", "Head of Data"),
        ),
        ("#good-sport?role=Baker&utm_source=x&company=Globex", given("Globex", "Baker")),
        ("#good-sport?company=Globex&role=R&D & Sales", given("Globex", "R&D & Sales")),
        ("#good-sport%3Fcompany%3DGlobex%26role%3DBaker", given("Globex", "Baker")),
        ("#%23good-sport?company=Globex&role=Baker", given("Globex", "Baker")),
        ("#good-sport?company=Globex&role=Baker:~:text=Jobs", given("Globex", "Baker")),
        ("#Good-Sport?company=Globex", given("Globex", "")),
        ("#good-sport?company={{company}}&role=*|ROLE|*", given("", "")),
        ("#good-sport?company=%7B%7Bcompany%7D%7D", given("", "")),
        ("#good-sport?company=%E2%80%AEGlobex", given("Globex", "")),
        ("#good-sports?company=Globex", given("Acme", "")),
        ("#jobs", given("Acme", "")),
    ] {
        let widget = follow(visit, fragment).await?;
        let details = widget.details().await?;
        let found = json!([details["company"], details["role"]]);
        assert_eq!(found, expected, "{fragment}");
    }
    Ok(())
}

async fn fragment_link_survives_client_side_routers(visit: &Visit) -> Result<()> {
    let router = "<script>history.replaceState({ key: 1 }, '', location.pathname);</script>";
    put_page(visit, SCRIPT, &format!("<p style='height: 3000px'>Jobs</p>{router}{ELEMENT}"));
    let widget = follow(visit, "#good-sport?company=Globex").await?;
    widget.reads("Globex").await?;
    is_in_view(visit).await?;
    // On another page of such a site the link means nothing.
    let next = "history.pushState(null, '', '/jobs/2');\
        document.querySelector('good-sport').remove();\
        const made = document.createElement('good-sport');\
        made.setAttribute('prefill', 'fragment');\
        document.body.append(made);";
    visit.run::<()>(next, &[]).await?;
    let widget = visit.widget(0);
    widget.come_to().await?;
    assert_eq!(widget.details().await?["company"], "");
    Ok(())
}

async fn hashchange_prefills_again(visit: &Visit) -> Result<()> {
    put_page(visit, "", &format!("{SCRIPT}<p style='height: 3000px'>Jobs</p>{ELEMENT}"));
    // It is far below and waits.
    visit.go("own.html").await?;
    let widget = visit.widget(0);
    visit.run::<()>("location.hash = '#good-sport?company=Globex';", &[]).await?;
    widget.ready().await?;
    widget.reads("Globex").await?;
    is_in_view(visit).await?;
    visit.run::<()>("scrollTo(0, 0); location.hash = '#good-sport?company=Initech';", &[]).await?;
    widget.reads("Initech").await?;
    is_in_view(visit).await
}

async fn fragment_is_a_valid_selector_for_page_scripts(visit: &Visit) -> Result<()> {
    // As themes do with jQuery, which reads the fragment as a selector.
    let theme = "<button id=menu>Menu</button><script>\
        document.addEventListener('DOMContentLoaded', () => {\
          if (location.hash) window.top_ = document.querySelector(location.hash).offsetTop;\
          document.querySelector('#menu').onclick = () => { window.opened = true; };\
        });</script>";
    put_page(visit, "", &format!("<p style='height: 3000px'>Jobs</p>{ELEMENT}{SCRIPT}{theme}"));
    let widget = follow(visit, "#good-sport?company=Globex").await?;
    widget.reads("Globex").await?;
    let works = "document.querySelector('#menu').click(); return [window.opened, location.hash];";
    assert_eq!(visit.run::<Value>(works, &[]).await?, json!([true, "#good-sport"]));
    Ok(())
}
