//! The widget in a site of Astro, whose router goes from page to page without leaving one.

use std::process::Command;

use anyhow::Result;
use integrations::{Server, follow, in_chromium, main_job, run, says_nothing, shipped, site};

/// The site as it is built, and the real server of it.
async fn serve() -> Result<Server> {
    let folder = site("astro", "public")?;
    shipped("astro/GoodSport.astro", &folder.join("src/components/GoodSport.astro"))?;
    let astro = |command: &str| {
        let mut made = Command::new("node");
        made.args(["node_modules/astro/astro.js", command]);
        made.env("ASTRO_TELEMETRY_DISABLED", "1").current_dir(&folder);
        made
    };
    run(&mut astro("build"))?;
    Server::start(&folder.join("preview.log"), |port| {
        let mut preview = astro("preview");
        preview.args(["--host", "127.0.0.1", "--port", &port.to_string()]);
        preview
    })
    .await
}

#[tokio::test]
async fn astro_publishes_the_widget() -> Result<()> {
    let server = serve().await?;
    in_chromium(async |visit| {
        main_job(visit, &server.address("/after/")).await?;
        follow(visit, "After a call", "Globex").await?;
        follow(visit, "By a tag", "Initech").await?;
        follow(visit, "After an interview", "Acme").await?;
        says_nothing(visit).await
    })
    .await?;
    in_chromium(async |visit| {
        main_job(visit, &server.address("/tag/")).await?;
        follow(visit, "After a call", "Globex").await?;
        says_nothing(visit).await
    })
    .await
}
