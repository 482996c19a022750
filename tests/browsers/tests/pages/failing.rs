//! Failures: what a visitor has then, and what the page is told.

use anyhow::Result;
use browsers::site::header::CONTENT_SECURITY_POLICY;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY};
use serde_json::Value;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(panic_keeps_the_text_editable);
    suite.add(promises_settle_after_a_panic);
    suite.add(error_code_policy_for_a_csp_violation);
    suite.add(error_code_offline);
    suite.add(error_code_browser_for_unsupported_browsers);
    suite.add(integrity_mismatch_blocks_execution);
}

async fn panic_keeps_the_text_editable(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.write(BODY, "My own words.").await?;
    // A page that breaks what every program draws with.
    let sabotage =
        "Node.prototype.insertBefore = () => { throw new Error('broken by the page'); };";
    visit.run::<()>(sabotage, &[]).await?;
    widget.select("situation", "ghosted").await?;
    widget.choose("tone", "formal").await?;
    assert_eq!(visit.hear("good-sport-error", 1).await?["code"], "panic");
    let said = "root.querySelector('[role=status]').textContent.includes('isn’t working')";
    widget.until("it says so", said, &[]).await?;
    assert_eq!(widget.value("input[name=company]").await?, "Globex");
    assert_eq!(widget.value(BODY).await?, "My own words.");
    widget.write(BODY, "My last words.").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    assert_eq!(widget.value(BODY).await?, "My last words.");
    // What nobody can use any more does not look as if one could.
    let dead = "const own = (it) => ['subject', 'body'].includes(it.name) || it.id.startsWith('copy');\
        const all = root.querySelectorAll('button, a, summary, select, input, textarea');\
        return [...all].filter((it) => !own(it) && !it.inert).map((it) => it.outerHTML);";
    assert_eq!(widget.run::<Vec<String>>(dead, &[]).await?, [""; 0]);
    assert!(widget.run::<bool>("return element.letter === null;", &[]).await?);
    assert_eq!(visit.heard("good-sport-error").await?.len(), 1, "it was said again");
    Ok(())
}

async fn promises_settle_after_a_panic(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write(BODY, "My own words.").await?;
    let sabotage = "window.insertBefore = Node.prototype.insertBefore;\
        Node.prototype.insertBefore = () => { throw new Error('broken by the page'); };";
    visit.run::<()>(sabotage, &[]).await?;
    widget.select("situation", "ghosted").await?;
    assert_eq!(visit.hear("good-sport-error", 1).await?["code"], "panic");
    visit.run::<()>("Node.prototype.insertBefore = window.insertBefore;", &[]).await?;
    let code = "return element.ready.then(() => 'ready', (error) => error.code);";
    assert_eq!(widget.run_async::<String>(code, &[]).await?, "panic");
    let copied = "return element.copy();";
    let how: String = widget.run_async(copied, &[]).await?;
    assert!(["plain", "manual"].contains(&how.as_str()), "{how}");
    // The next one has no program either, and says why.
    let other = "const made = document.createElement('good-sport');\
        made.setAttribute('loading', 'eager');\
        document.body.append(made);\
        return made.ready.then(() => 'ready', (error) => error.code);";
    assert_eq!(visit.run_async::<String>(other, &[]).await?, "panic");
    visit.widget(1).shows(COPY).await
}

/// The letter that the tag's script carries.
async fn gives_the_letter(visit: &Visit, code: &str) -> Result<()> {
    assert_eq!(visit.hear("good-sport-error", 1).await?["code"], code);
    let widget = visit.widget(0);
    widget.until("there is a letter", "root.querySelector('pre')?.checkVisibility()", &[]).await?;
    let refused = "return element.ready.then(() => 'ready', (error) => error.code);";
    assert_eq!(widget.run_async::<String>(refused, &[]).await?, code);
    assert_eq!(visit.record().await?.console.len(), 1);
    Ok(())
}

async fn error_code_policy_for_a_csp_violation(visit: &Visit) -> Result<()> {
    let [script, record] = ["good-sport.js", "record.js"].map(|it| visit.site().page(it));
    visit.site().set_header(CONTENT_SECURITY_POLICY, &format!("script-src {script} {record}"));
    visit.go("policy.html").await?;
    gives_the_letter(visit, "policy").await
}

async fn error_code_offline(visit: &Visit) -> Result<()> {
    visit.go("late.html").await?;
    visit.site().refuse("shell");
    let offline = "document.querySelector('good-sport').replaceChildren();\
        Object.defineProperty(navigator, 'onLine', { value: false }); load();";
    visit.run::<()>(offline, &[]).await?;
    gives_the_letter(visit, "offline").await
}

async fn error_code_browser_for_unsupported_browsers(visit: &Visit) -> Result<()> {
    visit.go("late.html").await?;
    visit
        .run::<()>(
            "document.querySelector('good-sport').replaceChildren();\
        delete CSSStyleSheet.prototype.replaceSync; load();",
            &[],
        )
        .await?;
    gives_the_letter(visit, "browser").await
}

/// Serves another script in place of a file; gives the code of the error, and whether it ran.
async fn exchange(visit: &Visit, part: &str) -> Result<(Value, bool)> {
    visit.site().put(part, "text/javascript", "globalThis.exchanged = true; export default '';");
    visit.go("eager.html").await?;
    let code = visit.hear("good-sport-error", 1).await?["code"].clone();
    let ran = visit.run("return Boolean(window.exchanged);", &[]).await?;
    Ok((code, ran))
}

async fn integrity_mismatch_blocks_execution(visit: &Visit) -> Result<()> {
    for part in [visit.engine().program(), "words", "shell"] {
        // The letter by hand, where there is no shell, must not stop what is still on its way.
        if part == "shell" {
            visit.site().hold(visit.engine().program());
        }
        let (code, ran) = exchange(visit, part).await?;
        assert_eq!(code, "load", "{part}");
        assert!(!ran, "{part} was run");
        // The next try gets what was built.
        visit.site().release();
        let widget = visit.widget(0);
        widget.click(if part == "shell" { "pre" } else { "input[name=company]" }).await?;
        widget.ready().await?;
    }
    Ok(())
}
