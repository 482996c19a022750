//! The widget in a site of `MkDocs` with Material, whose instant navigation replaces what is in a page.

use std::process::Command;

use anyhow::Result;
use browsers::project;
use browsers::visit::Visit;
use integrations::{Server, follow, in_chromium, main_job, says_nothing, shipped, site};

/// The real server of the site, which builds it.
async fn serve() -> Result<Server> {
    let folder = site("mkdocs", "docs")?;
    shipped("mkdocs/good_sport.py", &folder.join("good_sport.py"))?;
    let packages = project::root()?.join("integrations/tests/mkdocs/packages");
    Server::start(&folder.join("serve.log"), |port| {
        let mut serve = Command::new("python3");
        serve.args(["-m", "mkdocs", "serve", "--no-livereload", "--dev-addr"]);
        serve.arg(format!("127.0.0.1:{port}"));
        serve.env("PYTHONPATH", packages).current_dir(&folder);
        serve
    })
    .await
}

/// Waits until the page has no widget.
async fn has_none(visit: &Visit) -> Result<()> {
    let none = "return document.querySelector('h1').textContent.startsWith('Careers')\
        && !document.querySelector('good-sport');";
    visit.until("there is no widget", none, &[]).await
}

#[tokio::test]
async fn mkdocs_publishes_the_widget() -> Result<()> {
    let server = serve().await?;
    in_chromium(async |visit| {
        main_job(visit, &server.address("/tag/")).await?;
        let widget = follow(visit, "After an interview", "Acme").await?;
        widget.write("input[name=company]", "Northwind").await?;
        // What was typed survives a link within the page, and another palette.
        visit.find("article a[href$='#below']").await?.click().await?;
        visit.run::<()>("document.querySelector('label[for=__palette_1]').click();", &[]).await?;
        visit.drawn().await?;
        assert_eq!(widget.value("input[name=company]").await?, "Northwind");
        let widget = follow(visit, "After a call", "Globex").await?;
        let hidden = "return [...document.querySelectorAll('article p')]\
            .filter((it) => it.checkVisibility()).map((it) => it.textContent);";
        assert_eq!(widget.run::<Vec<String>>(hidden, &[]).await?, ["We wish you well."]);
        follow(visit, "By a tag", "Initech").await?;
        visit
            .run::<()>("document.querySelector('.md-header__button.md-logo').click();", &[])
            .await?;
        has_none(visit).await?;
        follow(visit, "After an interview", "Acme").await?;
        says_nothing(visit).await
    })
    .await
}
