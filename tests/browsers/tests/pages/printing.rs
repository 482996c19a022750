//! On paper: the letter and the checklist on one page, and nothing else.

use anyhow::{Context as _, Result};
use browsers::suite::Suite;
use browsers::visit::Visit;
use lopdf::Document;
use thirtyfour::common::print::{PrintPage, PrintParameters};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(the_letter_and_the_checklist_fill_one_page);
}

/// The two sizes of paper, in centimeters.
const PAPERS: [(f64, f64); 2] = [(21.0, 29.7), (21.59, 27.94)];

async fn the_letter_and_the_checklist_fill_one_page(visit: &Visit) -> Result<()> {
    let widget = visit.open("print.html").await?;
    widget.fill("textarea[name=highlight]", "the walk along the old mill").await?;
    widget.reads("the old mill").await?;
    for (width, height) in PAPERS {
        let page = PrintPage { width, height };
        let parameters = PrintParameters { page, ..PrintParameters::default() };
        let file = visit.session().print_page(parameters).await?;
        let document = Document::load_mem(&file).context("no PDF came")?;
        assert_eq!(document.get_pages().len(), 1, "on {width} cm by {height} cm");
    }
    Ok(())
}
