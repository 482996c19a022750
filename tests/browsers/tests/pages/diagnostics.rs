//! The report to the publisher of what the widget found on the page.

use anyhow::Result;
use browsers::engine::Engine;
use browsers::site::header::CONTENT_SECURITY_POLICY;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{COPY, Widget};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(diagnostics_report_what_the_widget_found);
    suite.add(diagnostics_come_when_the_address_changes);
    suite.add(diagnostics_name_files_that_do_not_load);
    suite.add(diagnostics_name_the_folder_where_nothing_loads);
    suite.add(diagnostics_name_the_policy);
    suite.add(diagnostics_name_two_versions);
    suite.add(diagnostics_can_be_copied);
}

/// What opens the report.
const ASKED: &str = "#good-sport-diagnostics";

/// The report.
const FIELD: &str = "aside textarea";

/// Opens a page that asks for the report.
async fn open<'a>(visit: &'a Visit, page: &str) -> Result<Widget<'a>> {
    // An address that differs by its fragment alone is the same page.
    visit.session().goto("about:blank").await?;
    visit.go(&format!("{page}{ASKED}")).await?;
    Ok(visit.widget(0))
}

/// Waits until a line of the report begins like this.
async fn says(widget: Widget<'_>, line: &str) -> Result<()> {
    let held =
        "root?.querySelector(args[0])?.value.split('\\n').some((it) => it.startsWith(args[1]))";
    let what = format!("a line is {line:?}");
    let told = widget.until(&what, held, &[FIELD.into(), line.into()]).await;
    let Err(error) = told else { return Ok(()) };
    Err(error.context(widget.value(FIELD).await?))
}

async fn diagnostics_report_what_the_widget_found(visit: &Visit) -> Result<()> {
    let widget = open(visit, "element.html").await?;
    for line in [
        "ok    State: the widget works.",
        "ok    Version: 0.1.0.",
        "ok    File shell.en: loaded from http://",
        "ok    File program: loaded from http://",
        "ok    File words.en: loaded from http://",
        "ok    Language: en, from <html lang=\"en\">; the letter: en.",
        "fix   Size: ",
        "ok    Color scheme: ",
        "ok    Clipboard: allowed.",
        "ok    Storage: possible",
    ] {
        says(widget, line).await?;
    }
    let script = format!("ok    Script: {}, not pinned", visit.site().page("good-sport.js"));
    says(widget, &script).await?;
    // The visitor's part goes on as ever.
    widget.ready().await?;
    widget.write("input[name=sender]", "Sam Lee").await?;
    widget.reads("Sam Lee").await?;
    assert_eq!(widget.count("aside").await?, 1);
    assert!(!widget.value(FIELD).await?.contains("Sam Lee"));
    Ok(())
}

async fn diagnostics_come_when_the_address_changes(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    assert!(!visit.site().asked().iter().any(|it| it.what.contains("diagnostics")));
    let before = visit.site().asked().len();
    for hash in [ASKED, "#other", ASKED] {
        visit.run::<()>("location.hash = arguments[0];", &[hash.into()]).await?;
        visit.drawn().await?;
    }
    says(widget, "ok    State: the widget works.").await?;
    assert_eq!(widget.count("aside").await?, 1);
    let asked: Vec<_> = visit.site().asked().split_off(before);
    assert!(asked.iter().all(|it| it.what.contains("good-sport.diagnostics.")), "{asked:?}");
    Ok(())
}

async fn diagnostics_name_files_that_do_not_load(visit: &Visit) -> Result<()> {
    visit.site().refuse("good-sport.shell.");
    let widget = open(visit, "element.html").await?;
    says(widget, "fix   File shell.en: load").await?;
    says(widget, "fix   State: the widget does not work (load). http://").await?;
    says(widget, "ok    File program: loaded").await?;
    visit.run("record.errors.length = 0;", &[]).await
}

async fn diagnostics_name_the_folder_where_nothing_loads(visit: &Visit) -> Result<()> {
    for kind in ["shell", "diagnostics"] {
        visit.site().put(&format!("good-sport.{kind}."), "text/plain", "It is somewhere else.");
    }
    let widget = open(visit, "element.html").await?;
    let told = "/good-sport\\.diagnostics\\.\\S+ did not come/.test(root?.textContent)";
    widget.until("there is the address that was tried", told, &[]).await
}

async fn diagnostics_name_the_policy(visit: &Visit) -> Result<()> {
    let policy = "script-src 'self'; style-src 'self'; require-trusted-types-for 'script'; \
        trusted-types 'none'";
    visit.site().set_header(CONTENT_SECURITY_POLICY, policy);
    let widget = open(visit, "policy.html").await?;
    says(widget, "note  Build: JavaScript, with all features").await?;
    if visit.engine() == Engine::Chromium {
        // Others do not tell what was refused before somebody asked.
        says(widget, "note  The page's policy was in the way: script-src refused wasm-eval.")
            .await?;
    }
    let mut violations = visit.record().await?.violations;
    violations.retain(|it| !it.contains("favicon") && !it.contains("wasm-eval"));
    assert_eq!(violations, [""; 0]);
    Ok(())
}

async fn diagnostics_name_two_versions(visit: &Visit) -> Result<()> {
    visit.go("late.html").await?;
    let other = "customElements.get('good-sport') ?? load();";
    visit.run::<()>(other, &[]).await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    visit.run::<()>("customElements.get('good-sport').isShared = true;", &[]).await?;
    visit.run::<()>("location.hash = arguments[0];", &[ASKED.into()]).await?;
    says(widget, "fix   Version: 0.1.0, and another one on the same page").await
}

async fn diagnostics_can_be_copied(visit: &Visit) -> Result<()> {
    let widget = open(visit, "element.html").await?;
    says(widget, "ok    State: the widget works.").await?;
    // What is still drawn would move the button.
    widget.ready().await?;
    widget.click("aside button").await?;
    let done = "root.querySelector('aside button').textContent !== 'Copy report'";
    widget.until("it is copied", done, &[]).await?;
    visit.find("#plain").await?.click().await?;
    visit.press_with(thirtyfour::Key::Control, "v").await?;
    let pasted =
        "return document.querySelector('#plain').value.includes('State: the widget works');";
    visit.until("the paste arrives", pasted, &[]).await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await.map(drop)
}
