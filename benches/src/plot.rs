//! The picture of the figures for `docs/performance.md`: bars that read well on light and on dark.

use svg::Document;
use svg::node::element::{Group, Rectangle, Style, Text, Title};

use crate::condition::Condition;
use crate::page::Place;
use crate::results::Results;
use crate::sample::Metric;
use crate::table::number;
use crate::variant::{Kind, VARIANTS, Variant};

const WIDTH: f64 = 760.0;
/// Where the bars begin, after the names.
const START: f64 = 190.0;
/// The room after the longest bar, for its figure.
const AFTER: f64 = 110.0;
const BAR: f64 = 16.0;
const STEP: f64 = 24.0;
const HEAD: f64 = 34.0;
const GAP: f64 = 26.0;

/// GitHub shows the picture on its own light and dark, of which the picture hears by the media query.
const STYLE: &str = "
  text { font: 13px system-ui, sans-serif; fill: #24221f }
  .head { font-weight: 600; font-size: 15px }
  .widget { fill: #14767c } .peer { fill: #8d867b } .scale { fill: #c9c2b5 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ece8e1 }
    .widget { fill: #5bbcb8 } .peer { fill: #97907f } .scale { fill: #5d574d }
  }
";

/// A group of bars.
struct Panel {
    title: &'static str,
    metric: Metric,
    unit: &'static str,
}

const PANELS: [Panel; 3] = [
    Panel { title: "Bytes until everything works", metric: Metric::Bytes, unit: "B" },
    Panel { title: "Until the widget is first painted", metric: Metric::Paint, unit: "ms" },
    Panel { title: "Until what is typed reaches the letter", metric: Metric::Live, unit: "ms" },
];

/// The picture of what was measured on a slow phone.
pub(crate) fn plot(results: &Results, runs: u32) -> String {
    let condition = Condition::SlowPhone;
    let how = format!("{condition}, compressed with Brotli, medians of {runs} visits in Chromium.");
    let what = "This widget, the same by hand in Preact and in Svelte, and widgets of others.";
    let mut document = Document::new()
        .set("role", "img")
        .add(Title::new(format!("{what} {how}")))
        .add(Style::new(STYLE))
        .add(text(0.0, BAR, "note", what))
        .add(text(0.0, BAR + STEP, "note", &how));
    let mut top = BAR + STEP + GAP;
    for panel in PANELS {
        let (group, height) = bars(results, condition, &panel);
        document = document.add(group.set("transform", format!("translate(0 {top})")));
        top += height + GAP;
    }
    let document = document.set("viewBox", (0.0, 0.0, WIDTH, top)).set("width", WIDTH);
    format!("{document}\n")
}

/// The bars of a panel, and how high they are together.
fn bars(results: &Results, condition: Condition, panel: &Panel) -> (Group, f64) {
    let median = |it: &Variant| results.median(condition, Place::Near, it, panel.metric);
    let values: Vec<_> = VARIANTS.iter().filter_map(|it| Some((it, median(it)?))).collect();
    let longest = values.iter().map(|it| it.1).fold(1.0, f64::max);
    let mut group = Group::new().add(text(0.0, BAR, "head", panel.title));
    let mut top = HEAD;
    for (variant, value) in values {
        let length = (value / longest * (WIDTH - START - AFTER)).round();
        let figure = format!("{} {}", number(value, 0), panel.unit);
        let bar = Rectangle::new()
            .set("class", class(variant))
            .set("x", START)
            .set("y", top)
            .set("width", length)
            .set("height", BAR);
        let line = top + BAR - 3.0;
        group = group.add(text(0.0, line, "name", variant.name)).add(bar).add(text(
            START + length + 8.0,
            line,
            "figure",
            &figure,
        ));
        top += STEP;
    }
    (group, top)
}

fn class(variant: &Variant) -> &'static str {
    match variant.kind {
        Kind::Widget => "widget",
        Kind::Peer => "peer",
        Kind::Scale => "scale",
    }
}

fn text(x: f64, y: f64, class: &str, words: &str) -> Text {
    Text::new(words).set("class", class).set("x", x).set("y", y)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::results::tests::example;

    #[test]
    fn the_longest_bar_leaves_room_for_its_figure_and_the_others_are_in_proportion() {
        let picture = plot(&example(), 7);
        let longest = WIDTH - START - AFTER;
        let widths: Vec<_> = picture.lines().filter(|it| it.contains("<rect")).collect();
        let has = |index: usize, width: f64| {
            widths.get(index).is_some_and(|it| it.contains(&format!("width=\"{width}\"")))
        };
        // The example has no paint; the bars of the bytes come before those of the times.
        assert_eq!(widths.len(), 6, "{picture}");
        assert!(has(0, longest), "{picture}");
        assert!(has(1, (longest * 1_000.0 / 1_210.0).round()), "{picture}");
    }
}
