//! Rolling a version out and back under visitors who have files of the other in their cache.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;

use anyhow::Result;
use browsers::visit::Visit;
use integrations::{Server, in_chromium, says_nothing, scratch};
use thirtyfour::cdp::Cdp;

use crate::servers::Kind;
use crate::versions::{BUILT, NEXT, Version, built, has_hash, next};

/// A page whose widget is too far below to be loaded, so that it has the loader alone.
const PAGE: &str = "page.html";

/// A server, with the two versions that it may have.
struct Cdn {
    folder: PathBuf,
    server: Server,
    built: Version,
    next: Version,
}

impl Cdn {
    /// Starts a server without files; `test` names its folder.
    async fn start(test: &str) -> Result<Self> {
        let folder = scratch(test)?;
        let server = Kind::Nginx.serve(test, &folder).await?;
        Ok(Self { folder, server, built: built()?, next: next()? })
    }

    /// Uploads the files with a hash, which no other version has.
    fn upload_files(&self, version: &Version) -> Result<()> {
        self.upload(version.iter().filter(is_hashed))
    }

    /// Uploads the files that keep their names, in place of those of the other version.
    fn upload_loaders(&self, version: &Version) -> Result<()> {
        self.upload(version.iter().filter(|it| !is_hashed(it)))
    }

    /// Uploads a version in the order in which a publisher has to.
    fn publish(&self, version: &Version) -> Result<()> {
        self.upload_files(version)?;
        self.upload_loaders(version)
    }

    fn upload<'a>(&self, files: impl Iterator<Item = (&'a String, &'a String)>) -> Result<()> {
        for (name, text) in files {
            fs::write(self.folder.join(name), text)?;
        }
        Ok(())
    }

    /// Removes the files with a hash.
    fn remove_files(&self, version: &Version) -> Result<()> {
        for (name, _) in version.iter().filter(is_hashed) {
            fs::remove_file(self.folder.join(name))?;
        }
        Ok(())
    }

    /// Opens the page, and waits until the loader has run.
    async fn open(&self, visit: &Visit) -> Result<()> {
        let script = self.server.address("/good-sport.js");
        let page = format!(
            "<!doctype html><title>Page</title><div style='height: 9000px'></div>\
             <good-sport></good-sport><script src={script}></script>"
        );
        visit.site().put(PAGE, "text/html", page);
        visit.go(PAGE).await?;
        let is_there = "return customElements.get('good-sport');";
        visit.until("the loader has run", is_there, &[]).await
    }
}

fn is_hashed((name, text): &(&String, &String)) -> bool {
    has_hash(name, text.as_bytes())
}

/// Comes to the widget of the open page, which is of this version and works.
async fn works(visit: &Visit, version: &str) -> Result<()> {
    visit.widget(0).come_to().await?;
    assert_eq!(visit.hear("good-sport-ready", 1).await?["version"], version);
    visit.widget(0).write("input[name=company]", "Northwind").await?;
    visit.widget(0).reads("Northwind").await?;
    says_nothing(visit).await
}

/// Comes to the widget of the open page, whose files are not there: it is the fallback letter,
/// and the page hears why.
async fn gives_the_letter(visit: &Visit) -> Result<()> {
    visit.run::<()>("document.querySelector('good-sport').scrollIntoView();", &[]).await?;
    let error = visit.hear("good-sport-error", 1).await?;
    assert_eq!(error["code"], "load");
    let message = error["message"].as_str().unwrap_or_default();
    assert!(message.contains("of the same version as good-sport.js"), "{message}");
    let letter = "return document.querySelector('good-sport').shadowRoot.querySelector('pre')\
        ?.checkVisibility();";
    visit.until("there is a letter", letter, &[]).await
}

/// Lets what the browser may reuse without asking become too old.
async fn cache_expires(visit: &Visit) -> Result<()> {
    Ok(Cdp::new(Arc::clone(visit.session())).network().clear_browser_cache().await?)
}

#[tokio::test]
async fn visitors_of_both_versions_are_served_while_both_have_their_files() -> Result<()> {
    let cdn = Cdn::start("rolled-out").await?;
    in_chromium(async |visit| {
        cdn.publish(&cdn.built)?;
        cdn.open(visit).await?;
        // Rolled out while the page is open.
        cdn.publish(&cdn.next)?;
        works(visit, BUILT).await?;
        // Another page gets the old loader from the cache, which then is too old.
        cdn.open(visit).await?;
        works(visit, BUILT).await?;
        cache_expires(visit).await?;
        cdn.open(visit).await?;
        // Rolled back while the page is open.
        cdn.upload_loaders(&cdn.built)?;
        works(visit, NEXT).await?;
        cdn.open(visit).await?;
        works(visit, NEXT).await?;
        cache_expires(visit).await?;
        cdn.open(visit).await?;
        works(visit, BUILT).await
    })
    .await
}

#[tokio::test]
async fn old_loader_without_its_files_gives_a_letter_until_it_expires() -> Result<()> {
    let cdn = Cdn::start("removed").await?;
    in_chromium(async |visit| {
        cdn.publish(&cdn.built)?;
        cdn.open(visit).await?;
        cdn.publish(&cdn.next)?;
        cdn.remove_files(&cdn.built)?;
        gives_the_letter(visit).await?;
        cdn.open(visit).await?;
        gives_the_letter(visit).await?;
        cache_expires(visit).await?;
        cdn.open(visit).await?;
        works(visit, NEXT).await
    })
    .await
}

#[tokio::test]
async fn new_loader_before_its_files_gives_a_letter_until_they_come() -> Result<()> {
    let cdn = Cdn::start("too-early").await?;
    in_chromium(async |visit| {
        cdn.upload_files(&cdn.built)?;
        cdn.upload_loaders(&cdn.next)?;
        cdn.open(visit).await?;
        gives_the_letter(visit).await?;
        // No cache has kept that they were not there.
        cdn.upload_files(&cdn.next)?;
        visit.widget(0).click("pre").await?;
        visit.widget(0).ready().await?;
        assert_eq!(visit.hear("good-sport-ready", 1).await?["version"], NEXT);
        cdn.open(visit).await?;
        works(visit, NEXT).await
    })
    .await
}
