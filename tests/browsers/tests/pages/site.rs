//! The page that shows the widget, with the snippet builder: its snippets work where they are pasted.

use std::collections::BTreeSet;
use std::fs;

use anyhow::{Context as _, Result};
use browsers::project;
use browsers::site::header::CONTENT_SECURITY_POLICY;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::COPY;
use serde_json::{Value, json};
use thirtyfour::Key;

use crate::placing::put_page;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(site_embeds_the_widget_by_the_tag_that_it_shows);
    suite.add(site_works_under_the_policy_of_the_readme);
    suite.add(site_offers_all_that_the_api_has);
    suite.add(site_has_a_snippet_for_every_kind_of_site);
    suite.add(site_snippets_of_html_work_where_they_are_pasted);
    suite.add(site_offers_no_cdn_for_frames);
    suite.add(site_snippet_of_a_fixed_version_has_its_integrity);
    suite.add(site_links_for_emails_fill_in_the_form);
    suite.add(site_preview_follows_what_is_chosen);
    suite.add(site_log_shows_events_without_what_was_typed);
    suite.add(site_works_by_keyboard);
    suite.add(site_passes_axe_in_light_and_dark);
    suite.add(site_causes_no_layout_shift);
    suite.add(site_is_offered_in_each_language);
    suite.add(site_passes_axe_in_each_language);
    suite.add(site_fits_a_phone_in_each_language);
}

/// Opens the page in English.
async fn open(visit: &Visit) -> Result<()> {
    open_page(visit, "index.html").await
}

/// Opens a page as it is built, with a record of what goes wrong in it.
async fn open_page(visit: &Visit, name: &str) -> Result<()> {
    let page = fs::read_to_string(project::dist()?.join(name))?;
    let page = page.replacen("<head>", "<head><script src=\"record.js\"></script>", 1);
    visit.site().put(&format!("/{name}"), "text/html", page);
    visit.go(name).await?;
    visit.until("the form is there", "return document.querySelector('#option-company');", &[]).await
}

/// Asserts that nothing went wrong in the page and nothing was said.
async fn is_quiet(visit: &Visit) -> Result<()> {
    let record = visit.record().await?;
    assert_eq!((record.errors, record.console, record.violations), (vec![], vec![], vec![]));
    Ok(())
}

/// Writes or chooses a value in a control of the builder.
async fn choose(visit: &Visit, name: &str, value: &str) -> Result<()> {
    let set = "const control = document.querySelector(`#builder [name=\"${arguments[0]}\"]`);\
        control.value = arguments[1];\
        control.dispatchEvent(new Event('input', { bubbles: true }));";
    visit.run(set, &[name.into(), value.into()]).await
}

/// Presses a control, wherever it has stuck while the page was scrolled.
async fn press(visit: &Visit, selector: &str) -> Result<()> {
    visit.run("document.querySelector(arguments[0]).click();", &[selector.into()]).await
}

/// The snippets, in the order of the page.
async fn snippets(visit: &Visit) -> Result<Vec<String>> {
    let texts =
        "return [...document.querySelectorAll('#snippets code')].map((it) => it.textContent);";
    visit.run(texts, &[]).await
}

/// The first snippet.
async fn snippet(visit: &Visit) -> Result<String> {
    snippets(visit).await?.into_iter().next().context("there is no snippet")
}

/// The kinds of sites that are offered.
async fn kinds(visit: &Visit) -> Result<Vec<String>> {
    visit
        .run("return [...document.querySelectorAll('#kind option')].map((it) => it.value);", &[])
        .await
}

async fn site_embeds_the_widget_by_the_tag_that_it_shows(visit: &Visit) -> Result<()> {
    open(visit).await?;
    let same = "const tag = document.querySelector('.stage script');\
        return tag.outerHTML.replace(' async=\"\"', ' async') === document.querySelector('#tag').textContent;";
    assert!(visit.run::<bool>(same, &[]).await?, "another tag is shown");
    let widget = visit.widget(0);
    widget.come_to().await?;
    widget.ready().await?;
    widget.reads("Acme").await?;
    is_quiet(visit).await
}

async fn site_works_under_the_policy_of_the_readme(visit: &Visit) -> Result<()> {
    let page = fs::read_to_string(project::root()?.join("docs/security.md"))?;
    let policy = page.split_once("| on your own origin | `").context("no policy")?.1;
    let policy = policy.split('`').next().unwrap_or_default();
    // The icon, and the page of the preview.
    let policy = format!("{policy}; img-src data:; frame-src 'self'");
    visit.site().set_header(CONTENT_SECURITY_POLICY, &policy);
    open(visit).await?;
    choose(visit, "company", "Globex").await?;
    choose(visit, "--good-sport-accent", "rgb(1, 2, 3)").await?;
    visit.until("the preview follows", FOLLOWS, &[]).await?;
    is_quiet(visit).await
}

/// Whether the preview, which is come to, shows the company that was chosen.
const FOLLOWS: &str = "const frame = document.querySelector('#preview');\
    const widget = frame.contentDocument?.querySelector('good-sport');\
    (widget ?? frame).scrollIntoView({ block: 'center' });\
    return widget?.letter?.body.includes('Globex');";

/// The names of a list of the manifest.
fn declared(list: &str) -> Result<BTreeSet<String>> {
    let manifest = fs::read_to_string(project::dist()?.join("custom-elements.json"))?;
    let manifest: Value = serde_json::from_str(&manifest)?;
    let entries = manifest["modules"][0]["declarations"][0][list].as_array().cloned();
    let names = entries.context("no such list")?.into_iter();
    Ok(names.filter_map(|it| it["name"].as_str().map(str::to_owned)).collect())
}

async fn site_offers_all_that_the_api_has(visit: &Visit) -> Result<()> {
    open(visit).await?;
    let names =
        "return [...document.querySelectorAll('#builder details [name]')].map((it) => it.name);";
    let offered: BTreeSet<String> = visit.run(names, &[]).await?;
    let known = [declared("attributes")?, declared("cssProperties")?];
    assert_eq!(offered, known.into_iter().flatten().collect());
    // The control, or the group that it is in, is described by the line of help.
    let helpless = "return [...document.querySelectorAll('#builder details [name]')].filter((it) => {\
          const described = it.closest('[aria-describedby]');\
          return !document.getElementById(described?.getAttribute('aria-describedby'))?.textContent;\
        }).map((it) => it.name);";
    assert_eq!(visit.run::<Vec<String>>(helpless, &[]).await?, [""; 0]);
    let values = "return ['hide', 'situation'].map((name) => [...document.querySelectorAll(\
          `#builder option[value]:not([value=\"\"]), #builder input`)]\
        .filter((it) => (it.closest('select') ?? it).name === name).length);";
    assert_eq!(visit.run::<[usize; 2]>(values, &[]).await?, [9, 20]);
    Ok(())
}

async fn site_has_a_snippet_for_every_kind_of_site(visit: &Visit) -> Result<()> {
    open(visit).await?;
    choose(visit, "company", "Smith & \"Sons\"").await?;
    let mut seen = BTreeSet::new();
    for kind in kinds(visit).await? {
        choose(visit, "kind", &kind).await?;
        let all = snippets(visit).await?.join("\n");
        assert!(["Smith", "Sons"].iter().all(|it| all.contains(it)), "{kind}: {all}");
        assert!(!all.contains("\"Smith & \"Sons\"\""), "{kind}: {all}");
        let place: String =
            visit.run("return document.querySelector('#where').textContent;", &[]).await?;
        assert!(place.ends_with('.'), "{kind} has no place");
        assert!(seen.insert((all, place)), "{kind} is like another");
    }
    assert_eq!(seen.len(), 17);
    is_quiet(visit).await
}

/// The kinds of sites that take HTML with a script.
const HTML: [&str; 4] = ["html", "ghost", "squarespace", "webflow"];

async fn site_snippets_of_html_work_where_they_are_pasted(visit: &Visit) -> Result<()> {
    for kind in HTML {
        open(visit).await?;
        choose(visit, "kind", kind).await?;
        choose(visit, "host", "here").await?;
        choose(visit, "version", "fixed").await?;
        choose(visit, "company", "Smith & \"Sons\"").await?;
        choose(visit, "role", "<Baker>").await?;
        choose(visit, "tone", "formal").await?;
        choose(visit, "seed", "7").await?;
        choose(visit, "--good-sport-accent", "rgb(1, 2, 3)").await?;
        let mut pasted = snippets(visit).await?;
        if kind == "html" || kind == "ghost" {
            pasted[1] = format!("<style>{}</style>", pasted[1]);
        }
        put_page(visit, "", &pasted.join("\n"));
        let widget = visit.open("own.html").await?;
        widget.reads("Smith & \"Sons\"").await.with_context(|| pasted.join("\n"))?;
        let details = widget.details().await?;
        assert_eq!([&details["role"], &details["tone"]], ["<Baker>", "formal"], "{kind}");
        let accent = "return getComputedStyle(root.querySelector('[part~=copy]')).backgroundColor;";
        assert_eq!(widget.run::<String>(accent, &[]).await?, "rgb(1, 2, 3)", "{kind}");
        is_quiet(visit).await.with_context(|| kind)?;
    }
    Ok(())
}

async fn site_offers_no_cdn_for_frames(visit: &Visit) -> Result<()> {
    open(visit).await?;
    choose(visit, "host", "cdn").await?;
    for kind in ["frame", "wix"] {
        choose(visit, "kind", kind).await?;
        choose(visit, "folder", "https://careers.example/widget").await?;
        let snippet = snippet(visit).await?;
        assert!(snippet.contains("https://careers.example/widget/good-sport.html"), "{snippet}");
        let shown = "return document.querySelector('#folder').checkVisibility();";
        assert!(visit.run::<bool>(shown, &[]).await?, "no address to type for {kind}");
    }
    is_quiet(visit).await
}

async fn site_snippet_of_a_fixed_version_has_its_integrity(visit: &Visit) -> Result<()> {
    open(visit).await?;
    choose(visit, "host", "cdn").await?;
    assert!(!snippet(visit).await?.contains("integrity"), "of a version that is not fixed");
    choose(visit, "version", "fixed").await?;
    for (script, lang, file) in [
        ("good-sport.js", "", "good-sport.js"),
        ("good-sport.en.js", "", "good-sport.en.js"),
        ("good-sport.en.js", "en-GB", "good-sport.en-GB.js"),
        ("good-sport.en.one.js", "en-GB", "good-sport.en-GB.one.js"),
    ] {
        choose(visit, "script", script).await?;
        choose(visit, "lang", lang).await?;
        let found = snippet(visit).await?;
        let hash = "const bytes = await (await fetch(arguments[0])).arrayBuffer();\
            const hash = new Uint8Array(await crypto.subtle.digest('SHA-384', bytes));\
            return btoa(String.fromCharCode(...hash));";
        // The page's own policy lets it fetch nothing.
        visit.go("bare.html").await?;
        let hash: String = visit.run_async(hash, &[file.into()]).await?;
        assert!(found.contains(&format!("integrity=\"sha384-{hash}\"")), "{file}: {found}");
        assert!(
            found.contains(&format!("/dist/{file}\"")) && found.contains("crossorigin"),
            "{found}"
        );
        open(visit).await?;
        choose(visit, "host", "cdn").await?;
        choose(visit, "version", "fixed").await?;
    }
    Ok(())
}

async fn site_links_for_emails_fill_in_the_form(visit: &Visit) -> Result<()> {
    open(visit).await?;
    choose(visit, "kind", "email").await?;
    choose(visit, "page", &visit.site().page("own.html")).await?;
    choose(visit, "system", "SmartRecruiters").await?;
    choose(visit, "company", "Smith & Sons").await?;
    press(visit, "[name=person]").await?;
    let link = snippet(visit).await?;
    let open_fields =
        "&recipient=[m_employee_first_name] [m_employee_last_name]&role=[m_job_title]";
    assert!(
        link.ends_with(&format!("#good-sport?company=Smith%20%26%20Sons{open_fields}")),
        "{link}"
    );
    // As the system fills it in: nothing is encoded.
    let sent = link.replace("[m_job_title]", "R&D Engineer, C# (50%)");
    let sent = sent.replace("[m_employee_first_name] [m_employee_last_name]", "Dana Rivera");
    let widget = "<good-sport prefill=fragment></good-sport><script src=good-sport.js></script>";
    put_page(visit, "", widget);
    visit.session().goto(&sent).await?;
    let widget = visit.widget(0);
    widget.come_to().await?;
    widget.ready().await?;
    let details = widget.details().await?;
    let told = ["company", "recipient", "role"].map(|it| details[it].clone());
    assert_eq!(json!(told), json!(["Smith & Sons", "Dana Rivera", "R&D Engineer, C# (50%)"]));
    is_quiet(visit).await
}

async fn site_preview_follows_what_is_chosen(visit: &Visit) -> Result<()> {
    open(visit).await?;
    choose(visit, "company", "Globex").await?;
    choose(visit, "--good-sport-radius", "3px").await?;
    visit.until("the preview follows", FOLLOWS, &[]).await?;
    for (page, background) in [
        ("dark", "rgb(18, 19, 22)"),
        ("styled", "rgb(253, 241, 227)"),
        ("light", "rgb(255, 255, 255)"),
    ] {
        press(visit, &format!("#preview-choices [value={page}]")).await?;
        let color = "const root = document.querySelector('#preview').contentDocument.documentElement;\
            return getComputedStyle(root).backgroundColor;";
        assert_eq!(visit.run::<String>(color, &[]).await?, background);
    }
    let inside = "const frame = document.querySelector('#preview');\
        const room = document.querySelector('#preview-room').getBoundingClientRect();\
        const box = frame.getBoundingClientRect();\
        return [frame.contentWindow.innerWidth, box.width <= room.width && box.height <= room.height + 1];";
    for (width, pixels) in [("desktop", 1200), ("phone", 390)] {
        press(visit, &format!("#preview-choices [value={width}]")).await?;
        visit.drawn().await?;
        assert_eq!(visit.run::<Value>(inside, &[]).await?, json!([pixels, true]));
    }
    is_quiet(visit).await
}

async fn site_log_shows_events_without_what_was_typed(visit: &Visit) -> Result<()> {
    open(visit).await?;
    let widget = visit.widget(0);
    widget.come_to().await?;
    widget.ready().await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.write("input[name=sender]", "Samantha").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    let log: String = visit.run("return document.querySelector('#log').textContent;", &[]).await?;
    assert!(log.contains("good-sport-copy {\"as\":\"rich\",\"what\":\"letter\"}"), "{log}");
    assert!(!log.contains("Globex") && !log.contains("Samantha"), "{log}");
    is_quiet(visit).await
}

async fn site_works_by_keyboard(visit: &Visit) -> Result<()> {
    open(visit).await?;
    visit.run::<()>("document.querySelector('#kind').focus();", &[]).await?;
    visit.press(Key::Tab).await?;
    visit.press(Key::Tab).await?;
    visit.press("https://jobs.example/files").await?;
    assert!(snippet(visit).await?.contains("\"https://jobs.example/files/good-sport.js\""));
    // The copy button is reached by going on, keeps the focus, and says what it did.
    visit.run::<()>("document.querySelector('#snippets button').focus();", &[]).await?;
    visit.press(Key::Enter).await?;
    visit
        .until(
            "it is copied",
            "return document.querySelector('#said').textContent === 'Copied.';",
            &[],
        )
        .await?;
    let focused = "return document.activeElement.matches('#snippets button:first-of-type');";
    assert!(visit.run::<bool>(focused, &[]).await?);
    let reset = "const button = document.querySelector('#builder [type=reset]'); button.focus();";
    visit.run::<()>(reset, &[]).await?;
    visit.press(Key::Enter).await?;
    let fresh =
        "return document.querySelector('#snippets code').textContent.includes('YOUR-SITE');";
    visit.until("the form is as at first", fresh, &[]).await?;
    is_quiet(visit).await
}

async fn site_passes_axe_in_light_and_dark(visit: &Visit) -> Result<()> {
    open(visit).await?;
    visit.widget(0).come_to().await?;
    visit.widget(0).ready().await?;
    // Without the time that a color takes to change, in which its contrast is not yet right.
    let still = "const sheet = new CSSStyleSheet();\
        sheet.replaceSync('*, *::before, *::after { transition: none !important; }');\
        for (const it of [document, document.querySelector('good-sport').shadowRoot])\
          it.adoptedStyleSheets.push(sheet);";
    visit.run::<()>(still, &[]).await?;
    visit.run::<()>(&fs::read_to_string(project::axe()?)?, &[]).await?;
    for kind in ["html", "email"] {
        choose(visit, "kind", kind).await?;
        for scheme in ["light", "dark"] {
            let prepare = "document.documentElement.style.colorScheme = arguments[0];\
                for (const it of document.querySelectorAll('details')) it.open = true;";
            visit.run::<()>(prepare, &[scheme.into()]).await?;
            visit.drawn().await?;
            let violations = axe(visit).await?;
            assert!(violations.is_empty(), "{kind}, {scheme}: {violations:#?}");
        }
    }
    Ok(())
}

async fn site_causes_no_layout_shift(visit: &Visit) -> Result<()> {
    open(visit).await?;
    let places = "return [...document.querySelectorAll('#events, #snippet, #emails')]\
        .map((it) => Math.round(it.getBoundingClientRect().top + scrollY));";
    // As it is before the tag has run.
    let hide = "const widget = document.querySelector('.stage good-sport');\
        if (widget) widget.hidden = arguments[0];";
    visit.run::<()>(hide, &[true.into()]).await?;
    let before: Value = visit.run(places, &[]).await?;
    visit.run::<()>(hide, &[false.into()]).await?;
    let widget = visit.widget(0);
    widget.come_to().await?;
    widget.ready().await?;
    visit.drawn().await?;
    assert_eq!(visit.run::<Value>(places, &[]).await?, before);
    let wide = "return document.documentElement.scrollWidth - innerWidth;";
    assert!(visit.run::<i64>(wide, &[]).await? <= 0, "it is wider than the window");
    Ok(())
}

/// The other languages of the page, as it offers them.
async fn languages(visit: &Visit) -> Result<Vec<String>> {
    open(visit).await?;
    let tags = "return [...document.querySelectorAll('[hreflang]:not([aria-current=page])')]\
        .map((it) => it.hreflang);";
    visit.run(tags, &[]).await
}

async fn site_is_offered_in_each_language(visit: &Visit) -> Result<()> {
    let tags = languages(visit).await?;
    assert!(tags.len() > 5, "{tags:?}");
    for tag in tags {
        open(visit).await?;
        let link = format!("a[hreflang={tag}]");
        let name = "return document.querySelector(arguments[0]).getAttribute('href');";
        let name: String = visit.run(name, &[link.into()]).await?;
        open_page(visit, &name).await?;
        let current = "const { lang, dir } = document.documentElement;\
            return [lang, document.querySelector('[aria-current=page]').hreflang, dir];";
        let direction = if tag == "ar" { "rtl" } else { "ltr" };
        assert_eq!(visit.run::<[String; 3]>(current, &[]).await?, [&tag, &tag, direction]);
        for kind in kinds(visit).await? {
            choose(visit, "kind", &kind).await?;
            let left = visit.run::<Vec<String>>(ENGLISH, &[]).await?;
            assert!(left.is_empty(), "{tag}, {kind}: {left:#?}");
        }
        let widget = visit.widget(0);
        widget.come_to().await?;
        widget.ready().await?;
        assert_eq!(widget.letter().await?.lang, tag);
        is_quiet(visit).await?;
    }
    Ok(())
}

/// Those texts of the page that are English still, though there is a translation.
const ENGLISH: &str = "const texts = JSON.parse(document.querySelector('#texts').textContent);\
    const isOther = (it) => it.closest('[lang]:not(html), code, script, good-sport');\
    const left = [];\
    const nodes = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT);\
    while (nodes.nextNode()) {\
      const text = nodes.currentNode.data.trim().replace(/\\s+/g, ' ');\
      if (isOther(nodes.currentNode.parentElement)) continue;\
      if (Object.hasOwn(texts, text) && texts[text] !== text) left.push(text);\
    }\
    return left;";

async fn site_passes_axe_in_each_language(visit: &Visit) -> Result<()> {
    for tag in languages(visit).await? {
        open_page(visit, &format!("index.{tag}.html")).await?;
        visit.run::<()>(&fs::read_to_string(project::axe()?)?, &[]).await?;
        let violations = axe(visit).await?;
        assert!(violations.is_empty(), "{tag}: {violations:#?}");
    }
    Ok(())
}

/// What is not accessible.
async fn axe(visit: &Visit) -> Result<Vec<Value>> {
    let check = "const { violations } = await axe.run(document, { resultTypes: ['violations'] });\
        return violations.map(({ id, help, nodes }) => ({\
          id, help, where: nodes.map((it) => [it.target.flat().at(-1), it.failureSummary]),\
        }));";
    visit.run_async(check, &[]).await
}

async fn site_fits_a_phone_in_each_language(visit: &Visit) -> Result<()> {
    let others = languages(visit).await?.into_iter().map(|tag| format!("index.{tag}.html"));
    for name in others.chain(["index.html".to_owned()]) {
        let phone = format!(
            "<!doctype html><script src=record.js></script><iframe src={name} width=360 height=740></iframe>"
        );
        visit.site().put("/phone.html", "text/html", phone);
        visit.go("phone.html").await?;
        let shown = "const page = document.querySelector('iframe').contentDocument;\
            for (const it of page.querySelectorAll('details')) it.open = true;\
            return page.querySelector('#option-company');";
        visit.until("the form is there", shown, &[]).await?;
        let fits = "const { contentWindow, contentDocument } = document.querySelector('iframe');\
            return contentDocument.documentElement.scrollWidth <= contentWindow.innerWidth;";
        visit.until(&format!("{name} fits"), fits, &[]).await?;
    }
    Ok(())
}
