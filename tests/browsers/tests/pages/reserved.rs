//! The height that the docs tell pages to reserve, in the typefaces that systems have.

use std::sync::{Mutex, PoisonError};
use std::{env, fs};

use anyhow::{Context as _, Result, bail, ensure};
use browsers::project;
use browsers::suite::Suite;
use browsers::visit::Visit;
use serde_json::{Value, json};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(documented_reserve_fits_any_typeface);
    suite.add(reserved_tag_height_prevents_layout_shift);
    suite.add(reserved_element_height_prevents_layout_shift);
}

/// The typefaces that set-up installs, from wide to narrow, each with one of the same width.
const FONTS: [&str; 4] =
    ["DejaVu Sans, Verdana", "Noto Sans, Segoe UI", "Liberation Sans, Arial", "system-ui"];

/// The width of the column on the narrowest phone that pages are made for.
const NARROWEST: u32 = 328;
/// The width of a column in which the widget is as wide as it grows.
const USUAL: u32 = 1_280;
/// The numbers there are multiples of it.
const STEP: u32 = 50;
/// How much may stay empty in one engine, for another or another's typefaces.
const SPARE: u32 = 250;

/// How many letters are looked at for the longest one.
const LETTERS: u32 = 150;
/// A line of a letter, in case another one of about its length breaks into one more.
const LINE: u32 = 24;

/// The page of the docs.
const PAGE: &str = "docs/embedding.md";

/// One test at a time reads or writes it.
static DOCS: Mutex<()> = Mutex::new(());

/// Its rules for the height to reserve.
struct Reserve {
    text: String,
}

impl Reserve {
    fn read() -> Result<Self> {
        Ok(Self { text: fs::read_to_string(project::root()?.join(PAGE))? })
    }

    fn between(&self, start: &str, end: &str) -> Result<&str> {
        let (_, rest) = self.text.split_once(start).with_context(|| format!("no {start:?}"))?;
        Ok(rest.split_once(end).with_context(|| format!("no {end:?} after {start:?}"))?.0)
    }

    /// The rules for the element, as they stand there.
    fn rules(&self) -> Result<&str> {
        self.between("For the element:\n\n```css\n", "```")
    }

    /// The style of the tag, as it stands there: one for all widths.
    fn style(&self) -> Result<&str> {
        self.between("async style=\"", "\"")
    }

    /// The widths of columns that each rule for the element is for, from the first rule on.
    fn widths(&self) -> Result<Vec<(u32, u32)>> {
        let lines = self.rules()?.split("(max-width: ").skip(1);
        let lines = lines.map(|it| it.split("px").next().unwrap_or_default().parse::<u32>());
        let lines = lines.collect::<Result<Vec<_>, _>>()?;
        let to = [USUAL].into_iter().chain(lines.iter().copied());
        let from = lines.iter().map(|it| it + 1).chain([NARROWEST]);
        Ok(from.zip(to).collect())
    }
}

/// The first number of pixels after `min-height` in a text.
fn height(text: &str) -> Result<u32> {
    let number = text.split("min-height: ").nth(1).and_then(|it| it.split("px").next());
    Ok(number.context("no min-height")?.parse()?)
}

/// Chooses the longest letter, since a visit's own seed may pick it.
async fn lengthen(visit: &Visit) -> Result<()> {
    let lengthen = "let longest = { length: 0, seed: 0 };\
        for (let seed = 0; seed < args[0]; seed += 1) {\
          element.setAttribute('seed', seed);\
          for (const _ of [1, 2]) await new Promise(requestAnimationFrame);\
          const { length } = element.letter.body;\
          if (length > longest.length) longest = { length, seed };\
        }\
        element.setAttribute('seed', longest.seed);";
    visit.widget(0).run_async::<()>(lengthen, &[LETTERS.into()]).await
}

/// How high the widget is in columns of these widths in all typefaces; the highest comes last.
async fn heights(visit: &Visit, (from, to): (u32, u32)) -> Result<Vec<(u32, String)>> {
    let mut heights = Vec::new();
    let widths = [from, u32::midpoint(from, to), to];
    for (width, font) in widths.iter().flat_map(|width| FONTS.map(|font| (width, font))) {
        let set = "const column = document.querySelector('#column');\
            column.style.width = `${arguments[0]}px`;\
            column.style.setProperty('--good-sport-font', arguments[1]);";
        visit.run::<()>(set, &[json!(width), json!(font)]).await?;
        visit.drawn().await?;
        let height = "return Math.ceil(root.firstChild.getBoundingClientRect().height);";
        let height: u32 = visit.widget(0).run(height, &[]).await?;
        heights.push((height + LINE, format!("{width} px wide in {font}")));
    }
    heights.sort();
    Ok(heights)
}

/// Compares the number in a line of the docs with what is needed, or writes what is needed there.
fn compare(line: &str, needed: &[(u32, String)]) -> Result<()> {
    let (needed, which) = needed.last().context("no heights")?;
    let free = height(line)?;
    if *needed <= free && free <= needed + SPARE {
        return Ok(());
    }
    let better = needed.next_multiple_of(STEP);
    if env::var_os("UPDATE").is_some() {
        let new = line.replace(&format!("{free}px"), &format!("{better}px"));
        let text = Reserve::read()?.text.replacen(line, &new, 1);
        return Ok(fs::write(project::root()?.join(PAGE), text)?);
    }
    bail!(
        "`{line}` in {PAGE} should say {better}px: the widget is {needed} px high, {which}; \
         UPDATE=1 writes it"
    );
}

async fn documented_reserve_fits_any_typeface(visit: &Visit) -> Result<()> {
    visit.open("widths.html").await?;
    lengthen(visit).await?;
    let mut all = Vec::new();
    for (index, widths) in Reserve::read()?.widths()?.into_iter().enumerate() {
        let needed = heights(visit, widths).await?;
        let _alone = DOCS.lock().unwrap_or_else(PoisonError::into_inner);
        let reserve = Reserve::read()?;
        compare(reserve.rules()?.lines().nth(index + 1).context("a rule is gone")?, &needed)?;
        all.extend(needed);
    }
    all.sort();
    let _alone = DOCS.lock().unwrap_or_else(PoisonError::into_inner);
    compare(Reserve::read()?.style()?, &all)
}

/// All places in which the paragraph after the widget was seen.
async fn places(visit: &Visit) -> Result<Vec<f64>> {
    visit.run("return [...places];", &[]).await
}

/// Opens a page with what the docs say put in, in each typeface, on a wide and a narrow page.
async fn nothing_moves(visit: &Visit, page: &str, mark: &str, said: &str) -> Result<()> {
    let text = fs::read_to_string(project::hosts()?.join(page))?;
    ensure!(text.contains(mark), "{page} has no place for what the docs say");
    let sizes: [Value; 2] = [json!([1_280, 900]), json!([390, 844])];
    for (font, size) in FONTS.into_iter().flat_map(|font| sizes.iter().map(move |it| (font, it))) {
        let put = text.replace(mark, said).replace("/* the typeface */", font);
        visit.site().put("own.html", "text/html", put);
        let frame = format!(
            "<!doctype html><title>A page with a page of any width</title><link rel=icon href=data:,>\
             <script src=record.js></script><iframe src=own.html width={} height={}></iframe>",
            size[0], size[1]
        );
        visit.site().put("frame-of-own", "text/html", frame);
        visit.go("frame-of-own.html").await?;
        visit.session().enter_frame(0).await?;
        let widget = visit.widget(0);
        widget.ready().await?;
        let places = places(visit).await?;
        assert_eq!(places.len(), 1, "{places:?} in {font} at {size}");
        visit.session().enter_default_frame().await?;
    }
    Ok(())
}

async fn reserved_tag_height_prevents_layout_shift(visit: &Visit) -> Result<()> {
    let reserve = Reserve::read()?;
    nothing_moves(visit, "reserved.html", "display: inline", reserve.style()?).await
}

async fn reserved_element_height_prevents_layout_shift(visit: &Visit) -> Result<()> {
    let reserve = Reserve::read()?;
    let mark = "/* the documented rules */";
    nothing_moves(visit, "reserved-element.html", mark, reserve.rules()?).await
}
