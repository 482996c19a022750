//! Where the widget stands, however its script comes.

use std::fs;

use anyhow::{Context as _, Result};
use browsers::project;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::Widget;
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(tag_inserts_the_widget_in_place);
    suite.add(existing_element_suppresses_insertion);
    suite.add(tag_in_head_serves_the_element_in_body);
    suite.add(duplicate_script_inserts_no_second_widget);
    suite.add(late_script_causes_no_layout_shift);
    suite.add(cross_origin_script_works);
    suite.add(tag_manager_injection_works);
    suite.add(document_write_works);
    suite.add(script_before_body_works);
    suite.add(first_of_two_versions_wins);
    suite.add(subresource_integrity_is_enforced);
    suite.add(works_in_an_iframe);
    suite.add(works_in_legacy_doctypes);
    suite.add(widgets_keep_separate_state);
    suite.add(two_tags_insert_two_widgets);
    suite.add(first_of_equal_tags_has_the_widget);
    suite.add(module_inserts_a_widget_for_each_tag);
    suite.add(fitted_frame_has_the_height_of_the_widget);
    suite.add(keeps_a_distance_from_what_follows);
    suite.add(place_off_inserts_nothing);
    suite.add(later_element_replaces_the_inserted_one);
    suite.add(unclosed_element_does_not_swallow_the_page);
    suite.add(unclosed_element_does_not_swallow_the_page_on_failure);
    suite.add(fallback_content_is_replaced_when_ready);
    suite.add(finds_files_after_script_optimizers);
    suite.add(logs_the_url_it_tried);
    suite.add(single_file_build_survives_inlining_and_minifiers);
    suite.add(corrupted_file_is_detected);
    suite.add(fallback_content_stays_on_failure);
}

async fn widgets(visit: &Visit) -> Result<usize> {
    visit.run("return document.querySelectorAll('good-sport').length;", &[]).await
}

async fn tag_inserts_the_widget_in_place(visit: &Visit) -> Result<()> {
    let widget = visit.open("tag-in-place.html").await?;
    let between = "return element.matches('#before ~ good-sport')\
        && !!element.parentElement.querySelector('good-sport ~ #after');";
    assert!(widget.run::<bool>(between, &[]).await?, "it stands elsewhere");
    assert_eq!(widget.value("input[name=company]").await?, "Acme");
    widget.reads("Acme").await?;
    assert_eq!(widgets(visit).await?, 1);
    let told = visit.hear("good-sport-ready", 1).await?;
    assert_eq!(told["lang"], "en");
    assert!(told["version"].is_string());
    Ok(())
}

async fn existing_element_suppresses_insertion(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    assert_eq!(widget.value("input[name=role]").await?, "Data analyst");
    widget.reads("Data analyst").await?;
    assert_eq!(widgets(visit).await?, 1);
    Ok(())
}

async fn tag_in_head_serves_the_element_in_body(visit: &Visit) -> Result<()> {
    let widget = visit.open("head.html").await?;
    assert_eq!(widget.value("input[name=company]").await?, "Acme");
    assert_eq!(widgets(visit).await?, 1);
    Ok(())
}

async fn duplicate_script_inserts_no_second_widget(visit: &Visit) -> Result<()> {
    let widget = visit.open("twice.html").await?;
    let loaded = "return document.readyState === 'complete';";
    visit.until("all scripts have run", loaded, &[]).await?;
    visit.drawn().await?;
    assert_eq!(widgets(visit).await?, 1);
    assert_eq!(widget.count("[part~=root]").await?, 1);
    assert_eq!(visit.heard("good-sport-ready").await?.len(), 1);
    let console = visit.record().await?.console;
    assert!(console.len() == 1 && console[0].contains("attributes"), "{console:?}");
    Ok(())
}

async fn late_script_causes_no_layout_shift(visit: &Visit) -> Result<()> {
    visit.go("late.html").await?;
    // All that belongs to the page: its elements without the widget, and its globals.
    let elements = "const copy = document.documentElement.cloneNode(true);\
        for (const it of copy.querySelectorAll('good-sport, script')) it.remove();\
        return copy.outerHTML;";
    let before: String = visit.run(elements, &[]).await?;
    visit.run::<()>("window.known = new Set(Object.getOwnPropertyNames(window));", &[]).await?;
    visit.run::<()>("known.add('known'); load();", &[]).await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.reads("Acme").await?;
    assert_eq!(visit.run::<String>(elements, &[]).await?, before);
    let names = "return Object.getOwnPropertyNames(window).filter((it) => !known.has(it));";
    assert_eq!(visit.run::<Vec<String>>(names, &[]).await?, [""; 0], "new globals");
    Ok(())
}

async fn cross_origin_script_works(visit: &Visit) -> Result<()> {
    let widget = visit.open("cross-origin.html").await?;
    widget.reads("Acme").await?;
    let asked = visit.site().asked();
    let widgets: Vec<_> = asked.iter().filter(|it| it.what.contains("/good-sport")).collect();
    assert!(widgets.iter().all(|it| !it.of_page), "the page's own site was asked: {asked:#?}");
    assert!(!widgets.is_empty());
    Ok(())
}

/// Serves a page with this in its head and this in its body, as `own.html`.
pub(crate) fn put_page(visit: &Visit, head: &str, body: &str) {
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>A page</title>\
         <link rel=icon href=data:,><script src=record.js></script>{head}<body>{body}\n</html>\n"
    );
    visit.site().put("own.html", "text/html", page);
}

/// Opens a page with this in its head and this in its body, and finds its one widget.
async fn open_with<'a>(visit: &'a Visit, head: &str, body: &str) -> Result<Widget<'a>> {
    put_page(visit, head, body);
    let widget = visit.open("own.html").await?;
    widget.reads("Acme").await?;
    assert_eq!(widgets(visit).await?, 1);
    Ok(widget)
}

async fn tag_manager_injection_works(visit: &Visit) -> Result<()> {
    let inject = "<script>(function (page, kind) {\
        var first = page.getElementsByTagName(kind)[0];\
        var made = page.createElement(kind);\
        made.async = true;\
        made.src = 'good-sport.js?id=1';\
        first.parentNode.insertBefore(made, first);\
        })(document, 'script')</script>";
    open_with(visit, inject, "<p>Before.</p><good-sport company=Acme></good-sport>").await?;
    let late = "<main id=main><script>addEventListener('load', () => setTimeout(() => {\
        const made = document.createElement('script');\
        made.src = 'good-sport.js';\
        made.dataset.company = 'Acme';\
        document.querySelector('#main').append(made);\
        }))</script></main><p>After.</p>";
    let widget = open_with(visit, "", late).await?;
    assert!(widget.run::<bool>("return element.parentElement.id === 'main';", &[]).await?);
    Ok(())
}

async fn document_write_works(visit: &Visit) -> Result<()> {
    let write = "<div id=place><script>\
        document.write('<script src=good-sport.js data-company=Acme><' + '/script>');\
        </script></div>";
    let widget = open_with(visit, "", write).await?;
    assert!(widget.run::<bool>("return element.parentElement.id === 'place';", &[]).await?);
    Ok(())
}

async fn script_before_body_works(visit: &Visit) -> Result<()> {
    let script = "<script src=good-sport.js data-company=Globex></script>";
    open_with(visit, script, "<good-sport company=Acme></good-sport>").await?;
    Ok(())
}

async fn first_of_two_versions_wins(visit: &Visit) -> Result<()> {
    let script = fs::read_to_string(project::dist()?.join("good-sport.js"))?;
    let told = visit_version(visit).await?;
    let newer = script.replace(&told, "99.0.0");
    assert_ne!(newer, script, "the script does not hold its version");
    visit.site().put("newer.js", "text/javascript", newer);
    let tags = "<script src=good-sport.js data-company=Acme></script>\
        <script src=newer.js data-place=off></script>\
        <script src=newer.js?again data-place=off style=\"display: block; min-height: 9px\"></script>";
    open_with(visit, "", tags).await?;
    assert_eq!(visit.hear("good-sport-ready", 1).await?["version"], told);
    let console = visit.record().await?.console;
    assert_eq!(console.len(), 1, "{console:?}");
    assert!(console[0].contains(&told) && console[0].contains("99.0.0"), "{console:?}");
    Ok(())
}

/// The version that the widget tells.
async fn visit_version(visit: &Visit) -> Result<String> {
    visit.open("element.html").await?;
    let told = visit.hear("good-sport-ready", 1).await?;
    Ok(told["version"].as_str().context("no version")?.to_owned())
}

async fn subresource_integrity_is_enforced(visit: &Visit) -> Result<()> {
    let hashes = fs::read_to_string(project::dist()?.join("sri.json"))?;
    let hashes: Value = serde_json::from_str(&hashes)?;
    let hash = hashes["good-sport.js"].as_str().context("no hash")?;
    let tag = |hash: &str| {
        format!(
            "<script src=https://cdn.example/good-sport.js async crossorigin \
             integrity=\"{hash}\" data-company=Acme></script>"
        )
    };
    open_with(visit, "", &tag(hash)).await?;
    let other = hashes["good-sport.en.js"].as_str().context("no hash")?;
    let page = format!("<!doctype html><script src=record.js></script><body>{}", tag(other));
    visit.site().put("own.html", "text/html", page);
    visit.go("own.html").await?;
    let loaded = "return document.readyState === 'complete';";
    visit.until("the page is complete", loaded, &[]).await?;
    assert!(visit.run::<bool>("return !customElements.get('good-sport');", &[]).await?);
    let errors: Vec<String> = visit.run("return record.errors.splice(0);", &[]).await?;
    assert!(errors.len() == 1 && errors[0].starts_with("not loaded"), "{errors:?}");
    Ok(())
}

async fn works_in_an_iframe(visit: &Visit) -> Result<()> {
    visit.go("frame.html").await?;
    visit.find("iframe").await?.enter_frame().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.reads("Globex").await
}

async fn works_in_legacy_doctypes(visit: &Visit) -> Result<()> {
    let widget = visit.open("quirks.html").await?;
    widget.reads("Acme").await
}

async fn widgets_keep_separate_state(visit: &Visit) -> Result<()> {
    let first = visit.open("two.html").await?;
    let second = visit.widget(1);
    second.ready().await?;
    first.write("input[name=sender]", "Sam Lee").await?;
    first.choose("tone", "formal").await?;
    first.reads("Sam Lee").await?;
    assert_eq!(first.details().await?["company"], "Acme");
    let other = second.details().await?;
    let held = [&other["company"], &other["sender"], &other["tone"]];
    assert_eq!(held, [&json!("Globex"), &json!(""), &json!("classic")]);
    assert!(!second.body().await?.contains("Sam Lee"));
    Ok(())
}

/// The companies that the widgets of a page are filled with, in their order.
async fn companies(visit: &Visit) -> Result<Vec<String>> {
    let companies = "return [...document.querySelectorAll('good-sport')]\
        .map((it) => it.getAttribute('company') ?? '');";
    visit.run(companies, &[]).await
}

async fn is_loaded(visit: &Visit) -> Result<()> {
    visit.until("the page is loaded", "return document.readyState === 'complete';", &[]).await?;
    visit.drawn().await
}

async fn two_tags_insert_two_widgets(visit: &Visit) -> Result<()> {
    let tag =
        |company: &str| format!("<script src=good-sport.js async data-company={company}></script>");
    let page = format!("<article>A{}</article><article>B{}</article>", tag("Acme"), tag("Globex"));
    put_page(visit, "", &page);
    visit.go("own.html").await?;
    visit
        .until("there are two", "return document.querySelectorAll('good-sport').length === 2;", &[])
        .await?;
    let mut found = companies(visit).await?;
    found.sort();
    assert_eq!(found, ["Acme", "Globex"]);
    for number in 0..2 {
        let widget = visit.widget(number);
        widget.come_to().await?;
        widget.reads(&companies(visit).await?[number]).await?;
    }
    assert_eq!(visit.record().await?.console, [""; 0]);
    // The same twice is a mistake, and somebody should hear of it.
    put_page(visit, "", &format!("<p>A{}</p><p>B{}</p>", tag("Acme"), tag("Acme")));
    visit.open("own.html").await?;
    is_loaded(visit).await?;
    assert_eq!(companies(visit).await?, ["Acme"]);
    let console = visit.record().await?.console;
    assert!(console.len() == 1 && console[0].contains("<good-sport>"), "{console:?}");
    Ok(())
}

async fn first_of_equal_tags_has_the_widget(visit: &Visit) -> Result<()> {
    let tag = "<script src=good-sport.js data-company=Acme></script>";
    let widget = open_with(visit, "", &format!("<p id=a>A</p><p id=b>B{tag}</p>")).await?;
    let late = "const tag = document.createElement('script');\
        tag.src = 'good-sport.js?late';\
        tag.dataset.company = 'Acme';\
        document.querySelector('#a').append(tag);";
    visit.run::<()>(late, &[]).await?;
    widget.until("it has moved", "element.parentElement.id === 'a'", &[]).await?;
    widget.ready().await?;
    assert_eq!(widgets(visit).await?, 1);
    let console = visit.record().await?.console;
    assert!(console.len() == 1 && console[0].contains("attributes"), "{console:?}");
    Ok(())
}

async fn module_inserts_a_widget_for_each_tag(visit: &Visit) -> Result<()> {
    let script = built("good-sport.js")?;
    visit.site().put("/w.js", "text/javascript", script);
    let tag = |kind: &str, company: &str| {
        format!("<script {kind}=good-sport.js data-company={company}></script>")
    };
    let evaluating = evaluating("/w.js");
    // What is run once for all, and what is run for each without a word on which it is for.
    for (kind, run) in [
        ("type=module src", String::new()),
        ("type=text/plain data-src", format!("{evaluating}{evaluating}")),
    ] {
        let page = format!("<p>A{}</p><p>B{}</p>{run}", tag(kind, "Acme"), tag(kind, "Globex"));
        put_page(visit, "", &page);
        visit.go("own.html").await?;
        let both = "return document.querySelectorAll('script + good-sport').length === 2;";
        visit.until("there are two", both, &[]).await?;
        is_loaded(visit).await?;
        assert_eq!(companies(visit).await?, ["Acme", "Globex"], "{kind}");
        assert_eq!(visit.record().await?.console, [""; 0], "{kind}");
    }
    Ok(())
}

/// A page as the preview of the editor of `WordPress` puts it into a frame without a height: its script sees
/// changes of the page's own elements.
const FITTED: &str = "<body><script>\
    const tell = () => parent.postMessage(document.body.getBoundingClientRect().height, '*');\
    new MutationObserver(tell).observe(document.body,\
      { attributes: true, characterData: true, childList: true, subtree: true });\
    document.body.style.position = 'absolute';\
    document.body.style.width = '100%';\
    tell();\
    addEventListener('load', tell);\
    </script><script src=https://cdn.example/good-sport.js data-company=Acme></script>";

async fn fitted_frame_has_the_height_of_the_widget(visit: &Visit) -> Result<()> {
    let page = format!(
        "<script>addEventListener('message', ({{ data }}) => {{\
           document.querySelector('iframe').height = Math.ceil(data);\
         }});</script>\
         <iframe sandbox=allow-scripts width=800 height=0 srcdoc=\"{FITTED}\"></iframe>"
    );
    put_page(visit, "", &page);
    visit.go("own.html").await?;
    visit.until("it is seen", "return document.querySelector('iframe').height > 900;", &[]).await?;
    visit.find("iframe").await?.enter_frame().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    let fits = "element.getBoundingClientRect().bottom <= innerHeight";
    widget.until("all of it is seen", fits, &[]).await?;
    Ok(visit.session().enter_default_frame().await?)
}

async fn keeps_a_distance_from_what_follows(visit: &Visit) -> Result<()> {
    // As Jekyll's and Docusaurus's themes have it, whose texts have a margin below alone.
    let theme = "<style>p, footer { margin: 0 0 15px; }</style>";
    let element = "<p>Before.</p><good-sport company=Acme></good-sport><footer>After.</footer>\
        <script src=good-sport.js></script>";
    let gap = "return document.querySelector('footer').getBoundingClientRect().top\
        - element.getBoundingClientRect().bottom;";
    for (own, distance) in [("", 16.0), ("<style>good-sport { margin: 0; }</style>", 0.0)] {
        let widget = open_with(visit, &format!("{theme}{own}"), element).await?;
        assert!((widget.run::<f64>(gap, &[]).await? - distance).abs() < 0.5, "{own}");
    }
    Ok(())
}

async fn place_off_inserts_nothing(visit: &Visit) -> Result<()> {
    let head = "<script src=good-sport.js data-company=Acme></script>";
    let body = "<script src=good-sport.js data-place=off data-company=Acme></script>";
    for (head, body) in [(head, ""), ("", body)] {
        put_page(visit, head, body);
        visit.go("own.html").await?;
        is_loaded(visit).await?;
        visit.until("it is defined", "return customElements.get('good-sport');", &[]).await?;
        assert_eq!(companies(visit).await?, [""; 0]);
        assert_eq!(visit.record().await?.console, [""; 0]);
        visit.run::<()>("document.body.append(document.createElement('good-sport'));", &[]).await?;
        visit.widget(0).ready().await?;
    }
    Ok(())
}

async fn later_element_replaces_the_inserted_one(visit: &Visit) -> Result<()> {
    let tag = "<script src=good-sport.js data-company=Acme></script><main></main>";
    open_with(visit, "", tag).await?;
    let add = "const made = document.createElement('good-sport');\
        made.setAttribute('company', 'Globex');\
        document.querySelector('main').append(made);";
    visit.run::<()>(add, &[]).await?;
    assert_eq!(companies(visit).await?, ["Globex"]);
    visit.widget(0).ready().await?;
    // What somebody has used stays.
    let widget = open_with(visit, "", tag).await?;
    widget.write("input[name=sender]", "Sam").await?;
    visit.run::<()>(add, &[]).await?;
    assert_eq!(companies(visit).await?, ["Acme", "Globex"]);
    assert_eq!(widget.value("input[name=sender]").await?, "Sam");
    Ok(())
}

async fn hides_nothing(visit: &Visit, is_refused: bool) -> Result<()> {
    let after = "<p id=after>Apply by Friday</p><footer>Imprint</footer>";
    let script = "<script src=good-sport.js async></script>";
    let element = "<good-sport company=\"Acme\" />";
    let bodies = [
        format!("<h1>Jobs</h1>{element}{after}{script}"),
        format!("{script}<article>{element}{after}</article><aside>Aside</aside>"),
        format!("<main><div>{element}<h2>Next</h2>{after}</div></main>{script}"),
        format!("{script}<h1>Jobs</h1>{element}<p id=after>Apply by Friday</p>"),
        format!(
            "{element}<p id=after>Apply by Friday</p><good-sport company=\"Globex\"></good-sport>{script}"
        ),
    ];
    if is_refused {
        visit.site().refuse(visit.engine().program());
    }
    for body in &bodies {
        put_page(visit, "", body);
        visit.go("own.html").await?;
        if is_refused {
            visit.hear("good-sport-error", 1).await?;
        } else {
            visit.widget(0).ready().await?;
        }
        let seen = "const after = document.querySelector('#after');\
                const { height, top } = after.getBoundingClientRect();\
                const root = document.querySelector('good-sport').shadowRoot.querySelector('[part~=root]');\
                return after.checkVisibility() && height > 0\
                  && top >= root.getBoundingClientRect().bottom;";
        assert!(visit.run::<bool>(seen, &[]).await?, "{body}");
        let console = visit.record().await?.console;
        let told = console.iter().filter(|it| it.contains("</good-sport>")).count();
        assert_eq!(told, 1, "{body}: {console:?}");
    }
    Ok(())
}

async fn unclosed_element_does_not_swallow_the_page(visit: &Visit) -> Result<()> {
    hides_nothing(visit, false).await
}

async fn unclosed_element_does_not_swallow_the_page_on_failure(visit: &Visit) -> Result<()> {
    hides_nothing(visit, true).await
}

async fn fallback_content_is_replaced_when_ready(visit: &Visit) -> Result<()> {
    let meantime =
        "<good-sport company=Acme><p>Thank them.</p><p>Ask for feedback.</p></good-sport>";
    let script = "<script src=good-sport.js async></script>";
    for body in [
        format!("{meantime}{script}"),
        format!("<main>{meantime}</main>{script}"),
        format!("<main><p>Before.</p>{meantime}\n<footer>After</footer></main>{script}"),
    ] {
        let widget = open_with(visit, "", &body).await?;
        let hidden = "return [...element.children].every((it) => !it.getClientRects().length);";
        assert!(widget.run::<bool>(hidden, &[]).await?, "{body}");
        assert_eq!(visit.record().await?.console, [""; 0], "{body}");
    }
    Ok(())
}

/// The text of a built file.
fn built(name: &str) -> Result<String> {
    Ok(fs::read_to_string(project::dist()?.join(name))?)
}

/// A script that evaluates the text of another, as those do that delay scripts.
fn evaluating(path: &str) -> String {
    format!("<script>fetch('{path}').then((it) => it.text()).then((it) => (0, eval)(it));</script>")
}

async fn finds_files_after_script_optimizers(visit: &Visit) -> Result<()> {
    let script = built("good-sport.js")?;
    let bundle = format!("/*a*/var A=1;\n{script}\n;var B=2;");
    visit.site().put("/joined.js", "text/javascript", bundle);
    visit.site().put("/w.js", "text/javascript", script.clone());
    visit.site().put("/cache/min/1/good-sport.js", "text/javascript", script.clone());
    let element = "<good-sport company=Acme loading=eager></good-sport>";
    for body in [
        // Renamed, with the widget's words on the tag.
        "<script src=/w.js data-company=Acme></script>".to_owned(),
        // Delayed under another name of the attribute, and evaluated.
        format!("<script type=text/plain data-src=/good-sport.js data-company=Acme></script>{}", evaluating("/good-sport.js")),
        format!("<script type=text/rocketscript data-rocketsrc=/good-sport.js data-company=Acme></script>{}", evaluating("/w.js")),
        format!("<script type=text/rocketscript data-rocketsrc=/w.js data-company=Acme></script>{}", evaluating("/w.js")),
        // Joined with others, from where its files are.
        format!("{element}<script src=/joined.js defer></script>"),
        // Inlined.
        format!("<script data-company=Acme>{script}</script>"),
        format!("{element}<script>{script}</script>"),
        // Copied elsewhere, with a word on where the files are.
        format!("{element}<script src=/cache/min/1/good-sport.js?ver=9 data-base=/></script>"),
        "<good-sport company=Acme loading=eager data-base=/></good-sport><script src=/cache/min/1/good-sport.js></script>".to_owned(),
    ] {
        let name = body.replace(&script, "…");
        open_with(visit, "", &body).await.with_context(|| name.clone())?;
        assert_eq!(visit.record().await?.console, [""; 0], "{name}");
    }
    Ok(())
}

async fn logs_the_url_it_tried(visit: &Visit) -> Result<()> {
    let script = built("good-sport.js")?;
    visit.site().put("/cache/min/1/good-sport.js", "text/javascript", script.clone());
    visit.site().put("/cache/joined.js", "text/javascript", format!("var A=1;\n{script}"));
    let element = "<good-sport company=Acme loading=eager></good-sport>";
    for path in ["/cache/min/1/good-sport.js?ver=9", "/cache/joined.js"] {
        put_page(visit, "", &format!("{element}<script src={path} defer></script>"));
        visit.go("own.html").await?;
        assert_eq!(visit.hear("good-sport-error", 1).await?["code"], "load");
        let widget = visit.widget(0);
        widget
            .until("there is a letter", "root.querySelector('pre')?.checkVisibility()", &[])
            .await?;
        let console = visit.record().await?.console;
        assert_eq!(console.len(), 1, "{console:?}");
        for part in ["/cache/", "data-base", "exclude", "version"] {
            assert!(console[0].contains(part), "{part}: {console:?}");
        }
    }
    Ok(())
}

async fn single_file_build_survives_inlining_and_minifiers(visit: &Visit) -> Result<()> {
    let script = built("good-sport.en.one.js")?;
    let spoilt: String = script
        .trim_start_matches('\u{feff}')
        .chars()
        .filter(|it| !(matches!(it, '\n' | ' '..='~')))
        .collect();
    assert_eq!(spoilt, "", "a filter or an editor would change it");
    for end in ["</script", "<!--"] {
        assert!(!script.to_ascii_lowercase().contains(end), "{end}");
    }
    let element = "<good-sport company=Acme loading=eager></good-sport>";
    open_with(visit, "", &format!("{element}<script>{script}</script>")).await?;
    Ok(())
}

async fn corrupted_file_is_detected(visit: &Visit) -> Result<()> {
    let script = built("good-sport.en.one.js")?;
    // What takes white space out of everything.
    visit.site().put("/one.js", "text/javascript", script.replace("  ", " "));
    let body = "<good-sport company=Acme loading=eager></good-sport><script src=/one.js></script>";
    put_page(visit, "", body);
    visit.go("own.html").await?;
    assert_eq!(visit.hear("good-sport-error", 1).await?["code"], "load");
    let console = visit.record().await?.console;
    assert!(console.len() == 1 && console[0].contains("changed on its way"), "{console:?}");
    let widget = visit.widget(0);
    widget.shows("textarea[name=body]").await?;
    assert!(widget.body().await?.contains("Acme"));
    Ok(())
}

async fn fallback_content_stays_on_failure(visit: &Visit) -> Result<()> {
    visit.site().refuse(visit.engine().program());
    visit.go("late.html").await?;
    visit.run::<()>("load();", &[]).await?;
    let told = visit.hear("good-sport-error", 1).await?;
    assert!(told["code"].is_string() && told["message"].is_string(), "{told}");
    let widget = visit.widget(0);
    let refused = "return element.ready.then(() => null, (error) => error.code);";
    assert_eq!(widget.run_async::<Value>(refused, &[]).await?, told["code"]);
    let seen = "const inside = element.querySelector('p');\
        return inside.checkVisibility() && inside.getBoundingClientRect().height > 0;";
    assert!(widget.run::<bool>(seen, &[]).await?, "it is hidden");
    assert_eq!(widget.run::<Value>("return element.letter;", &[]).await?, Value::Null);
    Ok(())
}
