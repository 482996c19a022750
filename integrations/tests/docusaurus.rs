//! The widget in a site of Docusaurus: its server draws the pages, and React takes them over.

use std::process::Command;

use anyhow::{Result, ensure};
use browsers::visit::Visit;
use integrations::{Server, follow, in_chromium, main_job, run, says_nothing, site};

/// The site as it is built, and the real server of it.
async fn serve() -> Result<Server> {
    let folder = site("docusaurus", "static")?;
    let docusaurus = |command: &str| {
        let mut made = Command::new("node");
        made.arg("node_modules/@docusaurus/core/bin/docusaurus.mjs").arg(command);
        made.current_dir(&folder);
        made
    };
    run(docusaurus("build").env("DOCUSAURUS_IGNORE_SSG_WARNINGS", "true"))?;
    Server::start(&folder.join("serve.log"), |port| {
        let mut serve = docusaurus("serve");
        serve.args(["--no-open", "--host", "127.0.0.1", "--port", &port.to_string()]);
        serve
    })
    .await
}

/// Waits until React has taken over the page.
async fn is_hydrated(visit: &Visit) -> Result<()> {
    let hydrated = "return document.documentElement.dataset.hasHydrated === 'true';";
    visit.until("the page is hydrated", hydrated, &[]).await
}

#[tokio::test]
async fn docusaurus_publishes_the_widget() -> Result<()> {
    let server = serve().await?;
    in_chromium(async |visit| {
        let widget = main_job(visit, &server.address("/after")).await?;
        is_hydrated(visit).await?;
        // What was typed survives another color mode, which draws the page anew.
        visit.find("button[class*=toggleButton]").await?.click().await?;
        assert_eq!(widget.value("input[name=company]").await?, "Northwind");
        follow(visit, "After a call", "Globex").await?;
        visit.run::<()>("history.back();", &[]).await?;
        follow(visit, "After a call", "Globex").await?;
        is_quiet(visit).await
    })
    .await?;
    in_chromium(async |visit| {
        let widget = main_job(visit, &server.address("/tag")).await?;
        is_hydrated(visit).await?;
        let place = "return element.previousElementSibling.localName === 'script'\
            && element.parentElement.matches('.markdown');";
        assert!(widget.run::<bool>(place, &[]).await?, "it stands elsewhere");
        is_quiet(visit).await
    })
    .await
}

/// Fails when React or the widget has complained.
async fn is_quiet(visit: &Visit) -> Result<()> {
    says_nothing(visit).await?;
    let console = visit.record().await?.console;
    ensure!(console.is_empty(), "lines in the console: {console:#?}");
    Ok(())
}
