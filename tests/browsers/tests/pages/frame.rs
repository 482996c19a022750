//! The page for frames, which has nothing but the widget.

use std::fs;

use anyhow::{Context as _, Result};
use browsers::project;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, Widget};
use serde_json::json;
use thirtyfour::By;

use crate::mail::{is_told_what_to_do, keeps_the_letter};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(frame_page_takes_attributes_from_its_address);
    suite.add(frame_page_is_filled_in_by_a_link);
    suite.add(frame_page_refuses_connections);
    suite.add(frames_follow_the_height_of_their_widgets);
    suite.add(frame_whose_top_is_out_of_view_has_the_widget);
    suite.add(frame_of_a_fixed_height_scrolls);
    suite.add(frame_takes_the_color_scheme_of_its_place);
    suite.add(frame_takes_the_theme_of_its_address);
    suite.add(frame_page_survives_a_mailto_click);
    suite.add(sandboxed_frame_page_loses_nothing_silently);
    suite.add(frame_page_without_scripts_has_a_letter);
    suite.add(frame_page_without_files_has_a_letter);
    suite.add(frame_page_works_from_file_urls);
}

/// The page, with the record of what happens in it.
fn page() -> Result<String> {
    let page = fs::read_to_string(project::dist()?.join("good-sport.html"))?;
    let (head, rest) = page.split_once("<noscript>").context("the page has another form")?;
    Ok(format!("{head}<script src=record.js></script><noscript>{rest}"))
}

fn serve(visit: &Visit) -> Result<()> {
    visit.site().put("good-sport.html", "text/html", page()?);
    Ok(())
}

/// Opens the page alone, with what stands behind its name.
async fn open<'a>(visit: &'a Visit, given: &str) -> Result<Widget<'a>> {
    serve(visit)?;
    visit.open(&format!("good-sport.html{given}")).await
}

/// Opens a page around this, and enters its first frame.
async fn enter<'a>(visit: &'a Visit, content: &str) -> Result<Widget<'a>> {
    around(visit, content).await?;
    visit.find("iframe").await?.enter_frame().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    Ok(widget)
}

async fn around(visit: &Visit, content: &str) -> Result<()> {
    serve(visit)?;
    let page = format!(
        "<!doctype html><html lang=en><title>A page with frames</title><link rel=icon href=data:,>\
         <script src=record.js></script><body>{content}"
    );
    visit.site().put("around", "text/html", page);
    visit.go("around.html").await
}

async fn frame_page_takes_attributes_from_its_address(visit: &Visit) -> Result<()> {
    let given = "?company=R%26D+Acme&role=Data+analyst&recipient=&situation=final+phone\
        &heading-level=3&hide=people+checklist&lang=en-GB&theme=dark&other=1";
    let widget = open(visit, given).await?;
    let details = widget.details().await?;
    assert_eq!(details["company"], "R&D Acme");
    assert_eq!(details["role"], "Data analyst");
    assert_eq!(widget.letter().await?.lang, "en-GB");
    let attributes = "return element.getAttributeNames().filter((it) => it !== 'id').sort();";
    assert_eq!(
        widget.run::<Vec<String>>(attributes, &[]).await?,
        ["company", "data-role", "heading-level", "hide", "lang", "prefill", "situation", "theme"]
    );
    assert_eq!((widget.count("h3").await?, widget.count("[part~=item]").await?), (1, 0));
    let root = "const { lang } = document.documentElement;\
        return `${lang} ${getComputedStyle(document.documentElement).colorScheme}`;";
    assert_eq!(visit.run::<String>(root, &[]).await?, "en-GB dark");
    Ok(())
}

async fn frame_page_is_filled_in_by_a_link(visit: &Visit) -> Result<()> {
    let widget = open(visit, "#good-sport?company=Acme&role=Baker").await?;
    let details = widget.details().await?;
    assert_eq!((&details["company"], &details["role"]), (&json!("Acme"), &json!("Baker")));
    let asked = visit.site().asked();
    assert!(!asked.iter().any(|it| it.what.contains("Acme")), "{asked:?}");
    Ok(())
}

async fn frame_page_refuses_connections(visit: &Visit) -> Result<()> {
    let widget = open(visit, "?company=Acme").await?;
    widget.write(BODY, "My own words.").await?;
    widget.is_read().await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    let record = visit.record().await?;
    assert_eq!((record.violations, record.errors), (vec![], vec![]));
    let fetched = "return fetch('good-sport.js').then(() => 'sent', () => 'refused');";
    assert_eq!(visit.run_async::<String>(fetched, &[]).await?, "refused");
    let told = "return record.violations.some((it) => it.startsWith('connect-src'));";
    visit.until("the policy refuses it", told, &[]).await?;
    let other = format!("{}/another.js", visit.site().other_origin());
    let loaded = "return import(arguments[0]).then(() => 'run', () => 'refused');";
    assert_eq!(visit.run_async::<String>(loaded, &[other.into()]).await?, "refused");
    let told = "return record.violations.some((it) => it.startsWith('script-src'));";
    visit.until("the policy refuses a script from elsewhere", told, &[]).await
}

/// The documented snippet.
fn snippet() -> Result<String> {
    let page = fs::read_to_string(project::root()?.join("docs/embedding.md"))?;
    let (_, rest) = page.split_once("<!-- frame -->\n```html\n").context("there is no snippet")?;
    Ok(rest.split_once("```").context("the snippet has no end")?.0.to_owned())
}

/// Whether a frame is as high as what is in it, and the height that its page was told last.
const FOLLOWS: &str = "const frame = document.querySelectorAll('iframe')[args[0]];\
    return heights.length > 0 && frame.clientHeight === heights.findLast(\
      ([source]) => source === frame.contentWindow)?.[1];";

async fn frames_follow_the_height_of_their_widgets(visit: &Visit) -> Result<()> {
    let snippet = snippet()?;
    let hears = "<script>window.heights = [];\
        addEventListener('message', ({ data, source }) => heights.push([source, data.height]));\
        </script>";
    let other = "<iframe src=https://cdn.example/good-sport.html?hide=people+checklist \
        width=400 height=200></iframe>";
    around(visit, &format!("{hears}{snippet}{other}")).await?;
    for number in [0, 1] {
        let frame = visit.session().find_all(By::Css("iframe")).await?.remove(number);
        frame.scroll_into_view().await?;
        frame.enter_frame().await?;
        visit.widget(0).ready().await.with_context(|| format!("frame {number}"))?;
        visit.session().enter_default_frame().await?;
        visit.until("the frame is as high as its widget", FOLLOWS, &[number.into()]).await?;
        visit.session().enter_frame(u16::try_from(number)?).await?;
        let widget = visit.widget(0);
        widget.fill(BODY, &"A line of my own.\n".repeat(60)).await?;
        visit.drawn().await?;
        let fits = "return innerHeight >= document.documentElement.scrollHeight\
            && innerWidth === document.documentElement.clientWidth;";
        visit.until("nothing is cut off, and there is no scroll bar", fits, &[]).await?;
        visit.session().enter_default_frame().await?;
    }
    let [one, two] = [0, 1].map(|it| json!(it));
    visit.until("the first follows still", FOLLOWS, &[one]).await?;
    visit.until("the second follows still", FOLLOWS, &[two]).await?;
    let count: usize = visit.run("return heights.length;", &[]).await?;
    assert!(count < 40, "{count} messages: the heights do not settle");
    Ok(())
}

/// In a frame of another origin a browser sees no further than the frame is seen.
async fn frame_whose_top_is_out_of_view_has_the_widget(visit: &Visit) -> Result<()> {
    let below = "<iframe src=https://cdn.example/good-sport.html width=400 height=4000></iframe>\
        <script>scrollTo(0, 1500);</script>";
    enter(visit, below).await?;
    Ok(())
}

async fn frame_of_a_fixed_height_scrolls(visit: &Visit) -> Result<()> {
    let frame = "<iframe src=good-sport.html width=500 height=400></iframe>";
    enter(visit, frame).await?;
    let scrolls = "const root = document.documentElement;\
        return getComputedStyle(root).overflowY !== 'hidden' && root.scrollHeight > 1000;";
    visit.until("there is a scroll bar", scrolls, &[]).await
}

async fn frame_takes_the_color_scheme_of_its_place(visit: &Visit) -> Result<()> {
    has_surface(visit, "color-scheme: dark", "", DARK).await?;
    has_surface(visit, "color-scheme: light", "", LIGHT).await
}

async fn frame_takes_the_theme_of_its_address(visit: &Visit) -> Result<()> {
    has_surface(visit, "", "?theme=dark", DARK).await?;
    has_surface(visit, "color-scheme: dark", "?theme=light", LIGHT).await
}

/// The surface of the widget, in both themes.
const DARK: &str = "rgb(28, 27, 25)";
const LIGHT: &str = "rgb(250, 248, 244)";

/// Sees the color of a widget in a frame with this style and this in its address.
async fn has_surface(visit: &Visit, style: &str, query: &str, expected: &str) -> Result<()> {
    let frame = format!(
        "<iframe src=good-sport.html{query} style='{style}' width=500 height=400></iframe>"
    );
    let widget = enter(visit, &frame).await?;
    let color = "return getComputedStyle(root.querySelector('.root')).backgroundColor;";
    let color: String = widget.run(color, &[]).await?;
    assert_eq!(color, expected, "{style} {query}");
    Ok(())
}

async fn frame_page_survives_a_mailto_click(visit: &Visit) -> Result<()> {
    serve(visit)?;
    keeps_the_letter(visit, "src=good-sport.html?company=Acme", None).await?;
    let sandboxed = "sandbox='allow-scripts allow-popups' src=https://cdn.example/good-sport.html";
    keeps_the_letter(visit, sandboxed, None).await
}

async fn sandboxed_frame_page_loses_nothing_silently(visit: &Visit) -> Result<()> {
    // A page without an origin, on a server that lets no other one in.
    let frame = "<iframe sandbox=allow-scripts src=good-sport.html?company=Acme width=600 \
        height=600></iframe>";
    let widget = enter(visit, frame).await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.reads("Sam Lee").await?;
    widget.unfold("channels").await?;
    widget.shows("[name=save-text]").await?;
    widget.click("[name=save-draft]").await?;
    visit.hear("good-sport-send", 1).await?;
    is_told_what_to_do(visit, widget).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    widget.click("[name=keep]").await?;
    let told = "root.querySelector('[role=status]').textContent.includes('can’t be saved here')";
    widget.until("the visitor is told that no draft is kept", told, &[]).await?;
    assert!(!widget.is_ticked("[name=keep]").await?);
    assert_eq!(widget.value("input[name=sender]").await?, "Sam Lee");
    let record = visit.record().await?;
    assert_eq!((record.violations, record.errors), (vec![], vec![]));
    Ok(())
}

async fn frame_page_without_scripts_has_a_letter(visit: &Visit) -> Result<()> {
    around(visit, "<iframe sandbox src=good-sport.html width=600 height=400></iframe>").await?;
    visit.find("iframe").await?.enter_frame().await?;
    let letter = visit.find("noscript").await?.prop("innerText").await?.unwrap_or_default();
    assert!(letter.starts_with("Dear hiring team,\n\nThank you"), "{letter}");
    Ok(visit.session().enter_default_frame().await?)
}

async fn frame_page_without_files_has_a_letter(visit: &Visit) -> Result<()> {
    serve(visit)?;
    visit.site().refuse("good-sport.en.js");
    visit.go("good-sport.html").await?;
    let letter = "return document.querySelector('good-sport').innerText;";
    visit.until("there is a letter", letter, &[]).await?;
    let letter: String = visit.run(letter, &[]).await?;
    // The one of the script that is missing.
    visit.run::<()>("record.errors.length -= 1;", &[]).await?;
    assert!(letter.starts_with("Dear hiring team,\n\nThank you"), "{letter}");
    Ok(())
}

async fn frame_page_works_from_file_urls(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    for (from, file) in
        [(project::hosts()?, "record.js"), (project::dist()?, "good-sport.en.one.js")]
    {
        fs::copy(from.join(file), folder.path().join(file))?;
    }
    let file = folder.path().join("good-sport.html");
    fs::write(&file, page()?)?;
    let address = format!("file://{}?company=Acme&lang=en", file.display());
    visit.session().goto(address).await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.reads("Sam Lee").await?;
    widget.reads("Acme").await
}
