//! Loading: which file comes when, and that nothing moves meanwhile.

use std::fs;

use anyhow::{Context as _, Result};
use browsers::engine::Engine;
use browsers::project;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, FORM, VERDICT};

use crate::reserved;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(far_offscreen_widget_loads_nothing);
    suite.add(near_offscreen_widget_loads_only_the_shell);
    suite.add(eager_loading_loads_everything_at_once);
    suite.add(save_data_defers_the_program_to_first_interaction);
    suite.add(speculative_prerendering_loads_nothing);
    suite.add(language_bundle_inlines_the_shell);
    suite.add(single_file_build_needs_no_other_request);
    suite.add(single_file_build_works_from_file_urls);
    suite.add(scripts_decode_in_legacy_encodings);
    reserved::add(suite);
}

/// The files that the default tag loads, by the time that everything works.
const EVERYTHING: [&str; 4] = ["js", "program", "shell", "words"];

/// The kinds of the widget's files that were asked for, in the order of the alphabet; the fallback
/// program counts as the program.
fn kinds(visit: &Visit) -> Vec<String> {
    let asked = visit.site().asked().into_iter();
    let files = asked.filter_map(|it| it.what.strip_prefix("GET /good-sport.").map(str::to_owned));
    let mut kinds: Vec<_> = files
        .map(|it| it.split('.').next().unwrap_or_default().replace("fallback", "program"))
        .collect();
    kinds.sort();
    kinds
}

async fn script_has_run(visit: &Visit) -> Result<()> {
    let defined = "return customElements.get('good-sport');";
    visit.until("the script has run", defined, &[]).await?;
    // What it would load at once is asked for before the next frame is drawn.
    visit.drawn().await
}

async fn far_offscreen_widget_loads_nothing(visit: &Visit) -> Result<()> {
    visit.go("lazy.html").await?;
    script_has_run(visit).await?;
    assert_eq!(kinds(visit), ["js"]);
    let widget = visit.widget(0);
    widget.come_to().await?;
    widget.reads("Acme").await?;
    assert_eq!(kinds(visit), EVERYTHING);
    Ok(())
}

async fn near_offscreen_widget_loads_only_the_shell(visit: &Visit) -> Result<()> {
    visit.go("near.html").await?;
    let widget = visit.widget(0);
    widget.shows(FORM).await?;
    visit.drawn().await?;
    assert_eq!(kinds(visit), ["js", "shell"]);
    widget.come_to().await?;
    assert_eq!(kinds(visit), EVERYTHING);
    Ok(())
}

async fn eager_loading_loads_everything_at_once(visit: &Visit) -> Result<()> {
    visit.site().hold("shell");
    visit.go("eager.html").await?;
    // The others wait neither for the shell nor for being seen.
    visit.site().is_asked_for(visit.engine().program()).await?;
    visit.site().is_asked_for("words").await?;
    visit.site().release();
    visit.widget(0).ready().await
}

async fn save_data_defers_the_program_to_first_interaction(visit: &Visit) -> Result<()> {
    visit.go("saver.html").await?;
    let widget = visit.widget(0);
    widget.shows(FORM).await?;
    // The page has nothing left to do, and still nothing more is asked for.
    let idle = "await new Promise((done) => (window.requestIdleCallback ?? setTimeout)(done));";
    visit.run_async::<()>(idle, &[]).await?;
    visit.drawn().await?;
    assert_eq!(kinds(visit), ["js", "shell"]);
    widget.click("input[name=company]").await?;
    widget.ready().await?;
    assert_eq!(kinds(visit), EVERYTHING);
    Ok(())
}

async fn speculative_prerendering_loads_nothing(visit: &Visit) -> Result<()> {
    visit.go("prerendered.html").await?;
    script_has_run(visit).await?;
    assert_eq!(kinds(visit), ["js"]);
    visit.run::<()>("show();", &[]).await?;
    visit.widget(0).ready().await
}

async fn language_bundle_inlines_the_shell(visit: &Visit) -> Result<()> {
    visit.site().hold(visit.engine().program());
    visit.go("english.html").await?;
    let widget = visit.widget(0);
    widget.until("the script has run", "root", &[]).await?;
    widget.shows(FORM).await?;
    visit.site().release();
    widget.ready().await?;
    widget.reads("Acme").await?;
    assert_eq!(kinds(visit), ["en", "program", "words"]);
    Ok(())
}

/// Opens a page that is not in UTF-8, and reads what is the first to be spoilt by that.
async fn is_read_rightly(visit: &Visit, page: &str) -> Result<()> {
    let widget = visit.open(page).await?;
    let encoding: String = visit.run("return document.characterSet;", &[]).await?;
    assert_eq!(encoding, "windows-1252");
    let words = widget.run::<String>("return root.textContent;", &[]).await?;
    assert!(words.contains("A good sport’s checklist"), "{words}");
    widget.write("input[name=company]", "Globex").await?;
    widget.reads("Globex").await
}

async fn single_file_build_needs_no_other_request(visit: &Visit) -> Result<()> {
    is_read_rightly(visit, "one-file.html").await?;
    let widget = visit.widget(0);
    widget.fill(BODY, "My own words.").await?;
    widget.shows(VERDICT).await?;
    // The file holds WebAssembly, and the fallback builds stand beside it.
    let is_fallback = visit.engine() == Engine::Fallback;
    let fallbacks = ["linter-program", "program"].into_iter().filter(|_| is_fallback);
    assert_eq!(kinds(visit), ["en"].into_iter().chain(fallbacks).collect::<Vec<_>>());
    Ok(())
}

async fn single_file_build_works_from_file_urls(visit: &Visit) -> Result<()> {
    let folder = tempfile::tempdir()?;
    for file in [project::hosts()?.join("record.js"), project::dist()?.join("good-sport.en.one.js")]
    {
        fs::copy(&file, folder.path().join(file.file_name().context("a file without a name")?))?;
    }
    let page = folder.path().join("page.html");
    fs::write(
        &page,
        "<!doctype html><title>A page on disk</title><script src=record.js></script>\
         <body><script src=good-sport.en.one.js data-company=Acme></script>",
    )?;
    visit.session().goto(format!("file://{}", page.display())).await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.reads("Sam Lee").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    Ok(())
}

async fn scripts_decode_in_legacy_encodings(visit: &Visit) -> Result<()> {
    is_read_rightly(visit, "encoding.html").await
}
