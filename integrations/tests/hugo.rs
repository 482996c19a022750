//! The shortcode under Debian's Hugo, copied into a site and as a theme component.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use browsers::project;
use browsers::visit::Visit;
use integrations::{Server, copy, in_chromium, main_job, run, says_nothing, scratch};

const COMPANY: &str = "Smith & “Sons” <Ltd>";

#[tokio::test]
async fn shortcode_works_when_it_is_copied() -> Result<()> {
    let site = site("hugo-copied")?;
    copy(&project::root()?.join("integrations/hugo/layouts"), &site)?;
    copy(&project::dist()?, &site.join("static/good-sport"))?;
    let server = serve(&site, &[]).await?;
    in_chromium(async |visit| {
        main_job(visit, &server.address("/posts/first/")).await?;
        let violations = visit.record().await?.violations;
        ensure!(violations.is_empty(), "against the policy: {violations:#?}");
        main_job(visit, &server.address("/posts/second/")).await?;
        list_has_a_widget_for_each_post(visit, &server.address("/posts/")).await?;
        visit.go_to(&server.address("/posts/without/")).await?;
        let page: String = visit.run("return document.documentElement.outerHTML;", &[]).await?;
        ensure!(!page.contains("good-sport"), "a page without a widget loads it: {page}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn theme_component_works_with_files_elsewhere_and_minified() -> Result<()> {
    let site = site("hugo-component")?;
    copy(&project::root()?.join("integrations/hugo"), &site.join("themes/good-sport"))?;
    in_chromium(async |visit| {
        // One policy cannot know the address of the other origin.
        let page = site.join("layouts/_default/baseof.html");
        fs::write(&page, fs::read_to_string(&page)?.replace("'self'", "'self' http:"))?;
        let base = visit.site().other_origin();
        let config = format!("theme = [\"good-sport\"]\n[params.goodSport]\nbase = \"{base}\"\n");
        fs::write(site.join("config.toml"), config)?;
        let server = serve(&site, &["--minify"]).await?;
        main_job(visit, &server.address("/posts/first/")).await?;
        Ok(())
    })
    .await
}

#[test]
fn attribute_that_is_none_fails_the_build() -> Result<()> {
    let site = site("hugo-wrong")?;
    copy(&project::root()?.join("integrations/hugo/layouts"), &site)?;
    let post = "A post.\n\n{{< good-sport onclick=\"alert(1)\" >}}";
    fs::write(site.join("content/posts/first.md"), post)?;
    let built = run(Command::new("hugo").arg("--source").arg(&site));
    let error = built.err().map(|it| it.to_string()).unwrap_or_default();
    ensure!(error.contains("first.md:3:1\": good-sport has no attribute \"onclick\""), "{error}");
    Ok(())
}

/// The posts of the test, without the widget.
fn site(name: &str) -> Result<PathBuf> {
    let scratch = scratch(name)?;
    copy(&project::root()?.join("integrations/tests/hugo/site"), &scratch)?;
    Ok(scratch.join("site"))
}

async fn serve(site: &Path, options: &[&str]) -> Result<Server> {
    let log = site.with_file_name("server.log");
    let command = |port| {
        let mut hugo = Command::new("hugo");
        hugo.args(["server", "--disableLiveReload", "--port"]).arg(format!("{port}"));
        hugo.arg("--source").arg(site).args(options);
        hugo
    };
    Server::start(&log, command).await
}

async fn list_has_a_widget_for_each_post(visit: &Visit, list: &str) -> Result<()> {
    visit.go_to(list).await?;
    for (number, company) in [COMPANY, "Acme"].into_iter().enumerate() {
        visit.widget(number).come_to().await?;
        visit.widget(number).reads(company).await?;
    }
    says_nothing(visit).await
}
