//! On paper: the letter and the checklist, on one page where they fit, and nothing else.

use std::sync::Arc;

use anyhow::{Context as _, Result};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, SUBJECT};
use lopdf::Document;
use serde_json::json;
use thirtyfour::cdp::Cdp;
use thirtyfour::common::print::{PrintPage, PrintParameters};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(prints_letter_and_checklist_on_one_page);
    suite.add(prints_long_letters_across_pages);
    suite.add(printing_restores_the_dom);
    suite.add(prints_black_on_white);
}

/// The two sizes of paper, in centimeters.
const PAPERS: [(f64, f64); 2] = [(21.0, 29.7), (21.59, 27.94)];

async fn print(visit: &Visit, (width, height): (f64, f64)) -> Result<Document> {
    let page = PrintPage { width, height };
    let parameters = PrintParameters { page, background: true, ..PrintParameters::default() };
    let file = visit.session().print_page(parameters).await?;
    Document::load_mem(&file).context("no PDF came")
}

/// The text of each page, as its readers find it.
fn pages(document: &Document) -> Result<Vec<String>> {
    let numbers = document.get_pages().into_keys();
    numbers.map(|it| Ok(document.extract_text(&[it])?)).collect()
}

async fn prints_letter_and_checklist_on_one_page(visit: &Visit) -> Result<()> {
    let widget = visit.open("print.html").await?;
    widget.fill("textarea[name=highlight]", "the walk along the old mill").await?;
    widget.reads("the old mill").await?;
    for paper in PAPERS {
        let pages = print(visit, paper).await?.get_pages().len();
        assert_eq!(pages, 1, "on {} cm by {} cm", paper.0, paper.1);
    }
    Ok(())
}

/// A letter of so many words, each of them another, and some in a paragraph.
fn letter(words: usize) -> String {
    let words: Vec<_> = (0..words).map(|it| format!("word{it:04}")).collect();
    words.chunks(40).map(|it| it.join(" ")).collect::<Vec<_>>().join("\n\n")
}

async fn prints_long_letters_across_pages(visit: &Visit) -> Result<()> {
    let widget = visit.open("print.html").await?;
    widget.fill(SUBJECT, &format!("A subject {}to its end", "that goes on ".repeat(12))).await?;
    for words in [10, 192, 250, 400, 1_000] {
        widget.fill(BODY, &letter(words)).await?;
        for paper in PAPERS {
            let pages = pages(&print(visit, paper).await?)?;
            let on = format!("{words} words on {} cm by {} cm", paper.0, paper.1);
            assert!(pages[0].contains("word0000"), "the first page has no letter: {on}");
            assert!(pages[0].contains("to its end"), "the subject is cut: {on}");
            assert!(pages.iter().all(|it| !it.trim().is_empty()), "a page is empty: {on}");
            // What a page's end cuts in two would be missing, or stand on both.
            let text = pages.join(" ");
            // Firefox says nothing of where one line ends and the next begins.
            let found: Vec<_> =
                text.match_indices("word").map(|(at, _)| &text[at..at + 8]).collect();
            assert_eq!(found, letter(words).split_whitespace().collect::<Vec<_>>(), "{on}");
        }
    }
    Ok(())
}

async fn printing_restores_the_dom(visit: &Visit) -> Result<()> {
    let widget = visit.open("print.html").await?;
    widget.fill(BODY, "My own words.").await?;
    print(visit, PAPERS[0]).await?;
    let text = "return root.textContent.includes('My own words.');";
    assert!(!widget.run::<bool>(text, &[]).await?, "the letter stands in the page as text");
    assert_eq!(widget.count(".printed").await?, 0);
    assert_eq!(widget.body().await?, "My own words.");
    Ok(())
}

/// Pages that want it dark, each in another way.
const DARK: [&str; 4] = [
    "",
    "html { background: #000; print-color-adjust: exact; -webkit-print-color-adjust: exact }",
    "good-sport { --good-sport-text: #eee; --good-sport-muted: #ccc; --good-sport-surface: #000 }",
    "good-sport { --good-sport-accent: #ff0; --good-sport-border: #fff; color-scheme: dark }",
];

async fn prints_black_on_white(visit: &Visit) -> Result<()> {
    let widget = visit.open("print.html").await?;
    widget.fill(BODY, "My own words.").await?;
    let show_as = async |media: &str| {
        let media = json!({ "media": media });
        Cdp::new(Arc::clone(visit.session())).send_raw("Emulation.setEmulatedMedia", media).await
    };
    show_as("print").await?;
    let find = "document.querySelector('#dark')?.remove();\
        const style = Object.assign(document.createElement('style'), { id: 'dark' });\
        style.textContent = args[0];\
        document.head.append(style);\
        element.setAttribute('theme', 'dark');\
        window.dispatchEvent(new Event('beforeprint'));\
        root.querySelector('textarea[name=body]').focus();\
        const paper = getComputedStyle(root.querySelector('.root'));\
        const bad = [paper.backgroundColor, paper.printColorAdjust]\
          .filter((it) => it !== 'rgb(255, 255, 255)' && it !== 'exact');\
        for (const it of root.querySelectorAll('.root *')) {\
          if (!it.checkVisibility()) continue;\
          const { color, backgroundColor, caretColor, outlineStyle } = getComputedStyle(it);\
          const [light] = color.match(/\\d+/g);\
          if (light > 0x55) bad.push(`${it.className} is ${color}`);\
          if (backgroundColor !== 'rgba(0, 0, 0, 0)' && it.localName !== 'input')\
            bad.push(`${it.className} is on ${backgroundColor}`);\
          if (outlineStyle !== 'none') bad.push(`${it.className} has a ring`);\
          if (it.matches('textarea, [type=text]')) bad.push(`${it.name} is printed as a field`);\
        }\
        window.dispatchEvent(new Event('afterprint'));\
        return bad;";
    for dark in DARK {
        let bad: Vec<String> = widget.run(find, &[dark.into()]).await?;
        assert_eq!(bad, [""; 0], "in a page with {dark:?}");
    }
    // The browser is the next test's, too.
    show_as("").await?;
    Ok(())
}
