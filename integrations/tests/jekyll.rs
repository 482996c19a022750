//! The include under Debian's Jekyll, in its theme minima.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Result, ensure};
use browsers::project;
use browsers::visit::Visit;
use integrations::{Server, copy, in_chromium, main_job, says_nothing, scratch};

const COMPANY: &str = "Smith & “Sons” <Ltd>";

#[tokio::test]
async fn include_works_in_minima() -> Result<()> {
    let site = site("jekyll")?;
    copy(&project::dist()?, &site.join("good-sport"))?;
    let server = serve(&site).await?;
    in_chromium(async |visit| {
        main_job(visit, &server.address("/first/")).await?;
        what_follows_keeps_its_distance(visit).await?;
        main_job(visit, &server.address("/second/")).await?;
        visit.go_to(&server.address("/letters/")).await?;
        for (number, company) in [COMPANY, "Acme"].into_iter().enumerate() {
            visit.widget(number).come_to().await?;
            visit.widget(number).reads(company).await?;
        }
        says_nothing(visit).await?;
        visit.go_to(&server.address("/without/")).await?;
        let page: String = visit.run("return document.documentElement.outerHTML;", &[]).await?;
        ensure!(!page.contains("good-sport"), "a page without a widget loads it: {page}");
        Ok(())
    })
    .await
}

#[tokio::test]
async fn include_works_with_files_elsewhere_and_below_a_path() -> Result<()> {
    let site = site("jekyll-elsewhere")?;
    in_chromium(async |visit| {
        let base = visit.site().other_origin();
        let config = site.join("_config.yml");
        let old = fs::read_to_string(&config)?;
        fs::write(config, format!("{old}baseurl: /blog\ngood_sport: {{ base: \"{base}/\" }}\n"))?;
        let server = serve(&site).await?;
        main_job(visit, &server.address("/blog/first/")).await?;
        Ok(())
    })
    .await
}

async fn what_follows_keeps_its_distance(visit: &Visit) -> Result<()> {
    let distance = "const below = [...document.querySelectorAll('p')]
          .find((it) => it.textContent.includes('This stands below'));
        const { bottom } = document.querySelector('good-sport').getBoundingClientRect();
        return below.getBoundingClientRect().top - bottom;";
    let distance: f64 = visit.run(distance, &[]).await?;
    ensure!((15.0..50.0).contains(&distance), "{distance} pixels below the widget");
    Ok(())
}

/// The posts of the test with the include, without the widget.
fn site(name: &str) -> Result<PathBuf> {
    let site = scratch(name)?.join("site");
    let root = project::root()?;
    copy(&root.join("integrations/tests/jekyll/site"), &site)?;
    copy(&root.join("integrations/jekyll/_includes"), &site.join("_includes"))?;
    Ok(site)
}

async fn serve(site: &Path) -> Result<Server> {
    let log = site.with_file_name("server.log");
    let command = |port| {
        let mut jekyll = Command::new("jekyll");
        jekyll.args(["serve", "--host", "127.0.0.1", "--no-watch", "--port"]);
        jekyll.arg(format!("{port}")).current_dir(site);
        jekyll
    };
    Server::start(&log, command).await
}
