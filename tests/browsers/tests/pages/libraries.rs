//! Libraries that reach into what browsers bring, as they are published.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::COPY;
use serde_json::json;

pub(crate) fn add(suite: &mut Suite) {
    suite.add_beside("prototype", works_beside_prototype);
    suite.add_beside("mootools", works_beside_mootools);
    suite.add(works_beside_jquery);
    suite.add(works_beside_zone_js);
    suite.add(works_beside_core_js);
    suite.add(works_beside_dark_reader);
}

/// Has a whole visit on a page that loads a library before all else, and then runs a script.
async fn beside(visit: &Visit, library: &str, script: &str) -> Result<()> {
    let page = format!(
        "<!doctype html><html lang=en><meta charset=utf-8><title>{library}</title>\
         <link rel=icon href=data:,><script src=libraries/{library}.js></script>\
         <script src=record.js></script><body><good-sport company=Acme seed=0></good-sport>\
         <script src=good-sport.js async></script><script>{script}</script>"
    );
    visit.site().put("own.html", "text/html", page);
    let widget = visit.open("own.html").await?;
    widget.reads("Acme").await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.select("stage", "final").await?;
    widget.choose("tone", "formal").await?;
    widget.reads("Globex").await?;
    widget.unfold("people").await?;
    widget.click("[part~=item] input").await?;
    assert_eq!(visit.hear("good-sport-check", 1).await?["done"], json!(1));
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    widget.run::<()>("element.remove(); document.body.append(element);", &[]).await?;
    widget.come_to().await?;
    widget.reads("Globex").await?;
    assert!(visit.heard("good-sport-error").await?.is_empty());
    assert_eq!(visit.record().await?.console, [""; 0]);
    Ok(())
}

async fn works_beside_prototype(visit: &Visit) -> Result<()> {
    beside(visit, "prototype", "").await
}

async fn works_beside_mootools(visit: &Visit) -> Result<()> {
    beside(visit, "mootools", "").await
}

async fn works_beside_jquery(visit: &Visit) -> Result<()> {
    // As themes do to the links of a menu, and to all that can be typed in.
    let theme = "jQuery(($) => {\
        $('body *').on('click keydown input', () => {});\
        $('input, textarea, select, good-sport').addClass('form-control').prop('title', 'A field');\
        $(document).on('click', 'a, button', () => {});\
        });";
    beside(visit, "jquery", theme).await
}

async fn works_beside_zone_js(visit: &Visit) -> Result<()> {
    beside(visit, "zone", "").await
}

async fn works_beside_core_js(visit: &Visit) -> Result<()> {
    beside(visit, "core-js", "").await
}

async fn works_beside_dark_reader(visit: &Visit) -> Result<()> {
    let enable = "DarkReader.enable({ brightness: 100, contrast: 90 });";
    beside(visit, "darkreader", enable).await
}
