//! The look, as far as it can be measured: accessibility, widths, sizes, and whose styles hold.

use std::fs;
use std::sync::Arc;

use anyhow::Result;
use browsers::project;
use browsers::states::{FILLED, State};
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, Widget};
use serde_json::{Value, json};
use thirtyfour::cdp::Cdp;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(axe_passes_in_light_theme);
    suite.add(axe_passes_in_dark_theme);
    suite.add(accent_colors_keep_contrast);
    suite.add(no_overflow_at_any_width);
    suite.add(any_size_of_letters_fits);
    suite.add(nothing_overlaps_in_any_language);
    suite.add(first_view_of_a_phone_shows_fields_and_letter);
    suite.add(touch_targets_are_large_enough);
    suite.add(text_areas_grow_with_content);
    suite.add(text_areas_grow_without_field_sizing);
    suite.add(works_in_rtl_pages);
    suite.add(hidden_attribute_collapses_the_element);
    suite.add(paired_fields_align_when_labels_wrap);
    suite.add(no_button_of_the_letter_stands_alone);
    suite.add(focus_ring_is_visible_in_forced_colors);
    suite.add(undo_is_scrolled_into_view_after_starting_over);
}

const WIDTHS: [u32; 5] = [240, 360, 630, 768, 1600];

/// Without the time that a color takes to change, in which its contrast is not yet right.
const STILL: &str = "const sheet = new CSSStyleSheet();\
    sheet.replaceSync('*, *::before, *::after { transition: none !important; }');\
    root.adoptedStyleSheets.push(sheet);";

async fn axe_is_content(widget: Widget<'_>, state: State) -> Result<()> {
    let check = "const { violations } = await axe.run(element, { resultTypes: ['violations'] });\
        return violations.map(({ id, help, nodes }) => ({\
          id, help, where: nodes.map((it) => [it.target.flat().at(-1), it.failureSummary]),\
        }));";
    let violations: Vec<Value> = widget.run_async(check, &[]).await?;
    assert!(violations.is_empty(), "{state}: {violations:#?}");
    Ok(())
}

async fn axe(visit: &Visit, theme: &str) -> Result<()> {
    // The element's attribute `role` is one of a job, and would be taken for one of ARIA.
    let widget = visit.open("widths.html").await?;
    let set = "element.setAttribute('theme', args[0]);\
        document.documentElement.style.colorScheme = args[0];";
    widget.run::<()>(set, &[theme.into()]).await?;
    widget.run::<()>(STILL, &[]).await?;
    visit.run::<()>(&fs::read_to_string(project::axe()?)?, &[]).await?;
    visit.drawn().await?;
    for state in State::ALL {
        state.enter(visit, widget).await?;
        axe_is_content(widget, state).await?;
    }
    Ok(())
}

async fn axe_passes_in_light_theme(visit: &Visit) -> Result<()> {
    axe(visit, "light").await
}

async fn axe_passes_in_dark_theme(visit: &Visit) -> Result<()> {
    axe(visit, "dark").await
}

/// The parts that reach out of the widget, and the widget itself where it scrolls sideways.
const STICKING_OUT: &str = "const box = element.getBoundingClientRect();\
    const out = [...root.querySelectorAll('*')].filter((it) => {\
      const { left, right, width, height } = it.getBoundingClientRect();\
      return width > 1 && height > 1 && (left < box.left - 1 || right > box.right + 1);\
    });\
    if (element.scrollWidth > element.clientWidth) out.push(element);\
    return out.map((it) => `${it.cloneNode().outerHTML} ${it.textContent.slice(0, 40)} ${JSON.stringify(it.getBoundingClientRect())} in ${box.width}`);";

async fn fits(visit: &Visit, widget: Widget<'_>, state: &str) -> Result<()> {
    for width in WIDTHS {
        let resize = "document.querySelector('#column').style.width = `${args[0]}px`;";
        widget.run::<()>(resize, &[width.into()]).await?;
        visit.drawn().await?;
        let out: Vec<String> = widget.run(STICKING_OUT, &[]).await?;
        assert_eq!(out, [""; 0], "{state}, {width} px wide");
    }
    Ok(())
}

async fn no_overflow_at_any_width(visit: &Visit) -> Result<()> {
    let widget = visit.open("widths.html").await?;
    for state in State::ALL {
        state.enter(visit, widget).await?;
        fits(visit, widget, &state.to_string()).await?;
    }
    let long = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    for (name, _) in FILLED {
        widget.fill(&format!("[name={name}]"), long).await?;
    }
    fits(visit, widget, "with long names").await
}

async fn any_size_of_letters_fits(visit: &Visit) -> Result<()> {
    let widget = visit.open("widths.html").await?;
    for panel in ["paste", "more", "channels", "reminders"] {
        widget.click(&format!("summary#{panel}")).await?;
    }
    // What stands beside or over its own box, and words that go on in the next line. WebKit has an
    // empty box at the end of a line for a word that begins the next.
    let bad = "const bad = [...root.querySelectorAll('.segment, .chip, button, summary, legend, label')]\
          .filter((it) => it.checkVisibility() && it.scrollWidth > it.clientWidth + 1 && it.clientWidth > 1)\
          .map((it) => it.cloneNode().outerHTML);\
        const range = document.createRange();\
        const walker = document.createTreeWalker(root.querySelector('.root'), NodeFilter.SHOW_TEXT);\
        while (walker.nextNode()) {\
          const { currentNode: text } = walker;\
          if (!text.parentElement.checkVisibility() || text.parentElement.matches('option, textarea')) continue;\
          for (const { 0: word, index } of text.data.matchAll(/[^\\s\\-–\u{2026}]+/gu)) {\
            range.setStart(text, index);\
            range.setEnd(text, index + word.length);\
            const tops = [...range.getClientRects()].filter((it) => it.width > 0).map((it) => it.top);\
            if (Math.max(...tops) - Math.min(...tops) > 4) bad.push(word);\
          }\
        }\
        return bad;";
    for size in [12, 17, 24, 32] {
        let set = "element.style.setProperty('--good-sport-font-size', `${args[0]}px`);";
        widget.run::<()>(set, &[size.into()]).await?;
        fits(visit, widget, &format!("in letters of {size} px")).await?;
        for width in WIDTHS {
            let resize = "document.querySelector('#column').style.width = `${args[0]}px`;";
            widget.run::<()>(resize, &[width.into()]).await?;
            visit.drawn().await?;
            let bad: Vec<String> = widget.run(bad, &[]).await?;
            assert_eq!(bad, [""; 0], "in letters of {size} px, {width} px wide");
        }
    }
    Ok(())
}

async fn nothing_overlaps_in_any_language(visit: &Visit) -> Result<()> {
    let widget = visit.open("widths.html").await?;
    let tags =
        "return [...root.querySelectorAll('[name=letter-lang] option')].map((it) => it.value);";
    let tags: Vec<String> = widget.run(tags, &[]).await?;
    // A reason's line begins behind what it is for, and what is chosen ends before its arrow.
    let bad = "const range = document.createRange();\
        const isBeside = (one, two) => one.right <= two.left || two.right <= one.left\
          || one.bottom <= two.top || two.bottom <= one.top;\
        const items = [...root.querySelectorAll('.item')].filter((it) => {\
          range.selectNodeContents(it.querySelector('.what'));\
          const why = it.querySelector('summary').getBoundingClientRect();\
          return ![...range.getClientRects()].every((rect) => isBeside(rect, why));\
        });\
        const selects = [...root.querySelectorAll('select')].filter((it) => {\
          const { paddingInlineEnd, backgroundPosition } = getComputedStyle(it);\
          const arrow = Math.max(...backgroundPosition.match(/\\d+(?=px)/g).map(Number)) + 5;\
          return parseFloat(paddingInlineEnd) < arrow;\
        });\
        return [...items, ...selects].map((it) => it.textContent);";
    for tag in tags {
        widget.run::<()>("element.setAttribute('lang', args[0]);", &[tag.as_str().into()]).await?;
        let speaks = "root.querySelector('[part=root]').lang === args[0]";
        widget.until("the widget speaks the language", speaks, &[tag.as_str().into()]).await?;
        fits(visit, widget, &format!("in {tag}")).await?;
        for width in [320, 360, 1100] {
            let resize = "document.querySelector('#column').style.width = `${args[0]}px`;";
            widget.run::<()>(resize, &[width.into()]).await?;
            visit.drawn().await?;
            let bad: Vec<String> = widget.run(bad, &[]).await?;
            assert_eq!(bad, [""; 0], "in {tag}, {width} px wide");
        }
    }
    Ok(())
}

async fn first_view_of_a_phone_shows_fields_and_letter(visit: &Visit) -> Result<()> {
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Phone</title>\
        <script src=\"record.js\"></script><body style=\"margin: 0\">\
        <iframe id=phone src=\"widths.html\" style=\"width: 360px; height: 740px; border: 0\"></iframe>";
    visit.site().put("own.html", "text/html", page);
    visit.go("own.html").await?;
    visit.find("#phone").await?.enter_frame().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    let seen = "return [...root.querySelectorAll('.fields input, [name=subject]')].filter((it) =>\
          it.getBoundingClientRect().bottom <= innerHeight).map((it) => it.name);";
    let seen: Vec<String> = widget.run(seen, &[]).await?;
    assert_eq!(seen, ["company", "role", "recipient", "sender", "subject"]);
    let lines = "const body = root.querySelector('[name=body]');\
        return (innerHeight - body.getBoundingClientRect().top) / parseFloat(getComputedStyle(body).lineHeight);";
    let lines: f64 = widget.run(lines, &[]).await?;
    assert!(lines >= 2.0, "{lines} lines of the letter are seen");
    visit.session().enter_default_frame().await?;
    Ok(())
}

async fn touch_targets_are_large_enough(visit: &Visit) -> Result<()> {
    let widget = visit.open("widths.html").await?;
    State::Edited.enter(visit, widget).await?;
    // A box or a radio button is as large as it and its label are together.
    let small = "const size = (it) => {\
          const all = [it, ...(it.matches('[type=radio], [type=checkbox]') ? it.labels : [])];\
          const boxes = all.map((it) => it.getBoundingClientRect());\
          return ['width', 'height'].map((side) => Math.max(...boxes.map((it) => it[side])));\
        };\
        return [...root.querySelectorAll('input, select, textarea, button, a, summary')]\
          .filter((it) => it.checkVisibility() && Math.min(...size(it)) < 24)\
          .map((it) => `${it.cloneNode().outerHTML} ${size(it)}`);";
    let tiny = "return [...root.querySelectorAll('input:not([type=radio], [type=checkbox]), \
          select, textarea')]\
          .filter((it) => parseFloat(getComputedStyle(it).fontSize) < 16)\
          .map((it) => `${it.cloneNode().outerHTML} ${getComputedStyle(it).fontSize}`);";
    for width in WIDTHS {
        let resize = "document.querySelector('#column').style.width = `${args[0]}px`;";
        widget.run::<()>(resize, &[width.into()]).await?;
        visit.drawn().await?;
        let small: Vec<String> = widget.run(small, &[]).await?;
        assert_eq!(small, [""; 0], "under 24 px in {width} px");
        // Below it a phone zooms in as soon as a field is touched.
        let tiny: Vec<String> = widget.run(tiny, &[]).await?;
        assert_eq!(tiny, [""; 0], "text under 16 px in {width} px");
    }
    Ok(())
}

/// Sees that the areas hide nothing of their text, and have no more room than before.
async fn grows(widget: Widget<'_>) -> Result<()> {
    let areas = [BODY, "textarea[name=highlight]"];
    let height = "return root.querySelector(args[0]).offsetHeight;";
    let is_fit = "[...root.querySelectorAll('.grow textarea')]\
        .every((it) => it.scrollHeight - it.clientHeight <= 1)";
    let long = "a line that is long enough to be two or three of them\n".repeat(30);
    for area in areas {
        widget.fill(area, "One line.").await?;
        let one: f64 = widget.run(height, &[area.into()]).await?;
        widget.fill(area, &long).await?;
        widget.until("the long text is shown", is_fit, &[]).await?;
        let full: f64 = widget.run(height, &[area.into()]).await?;
        assert!(full > 10.0 * one, "{area} is {full} px high, and {one} px with one line");
        for width in [240, 360, 1280] {
            let resize = "document.querySelector('#column').style.width = `${args[0]}px`;";
            widget.run::<()>(resize, &[width.into()]).await?;
            widget.until(&format!("it is shown in {width} px"), is_fit, &[]).await?;
        }
        let larger = "element.style.setProperty('--good-sport-font-size', args[0]);";
        widget.run::<()>(larger, &["25px".into()]).await?;
        widget.until("it is shown in larger letters", is_fit, &[]).await?;
        widget.run::<()>(larger, &["15px".into()]).await?;
        widget.fill(area, "One line.").await?;
        let shrunk: f64 = widget.run(height, &[area.into()]).await?;
        assert!((shrunk - one).abs() <= 1.0, "{area} was {one} px high and is {shrunk}");
    }
    Ok(())
}

async fn text_areas_grow_with_content(visit: &Visit) -> Result<()> {
    let widget = visit.open("widths.html").await?;
    grows(widget).await
}

async fn text_areas_grow_without_field_sizing(visit: &Visit) -> Result<()> {
    let page = fs::read_to_string(project::hosts()?.join("widths.html"))?;
    let older = "<script>\
        const supports = CSS.supports.bind(CSS);\
        CSS.supports = (...it) => it[0] !== 'field-sizing' && supports(...it);\
        </script><script src=\"record.js\">";
    visit.site().put("own.html", "text/html", page.replace("<script src=\"record.js\">", older));
    visit.go("own.html").await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    let fixed = "const sheet = new CSSStyleSheet();\
        sheet.replaceSync('textarea { field-sizing: fixed !important }');\
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];";
    widget.run::<()>(fixed, &[]).await?;
    grows(widget).await
}

async fn works_in_rtl_pages(visit: &Visit) -> Result<()> {
    let widget = visit.open("rtl.html").await?;
    State::Filled.enter(visit, widget).await?;
    fits(visit, widget, "in a page from right to left").await?;
    // English runs from left to right there, too.
    let direction = "return getComputedStyle(root.querySelector('textarea[name=body]')).direction;";
    assert_eq!(widget.run::<String>(direction, &[]).await?, "ltr");
    // In a language from right to left the mark of a folded panel points to the left.
    let mark = "const folded = root.querySelector('[data-panel]:not([open]) > summary');\
        const turned = () => new DOMMatrix(getComputedStyle(folded, '::before').transform).a > 0;\
        const own = root.querySelector('[part~=root]');\
        const before = turned();\
        own.dir = 'rtl';\
        const after = turned();\
        own.dir = 'ltr';\
        return [before, after];";
    assert_eq!(widget.run::<[bool; 2]>(mark, &[]).await?, [true, false]);
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    Ok(())
}

async fn accent_colors_keep_contrast(visit: &Visit) -> Result<()> {
    // The contrast of what stands on what, as it is painted, for each of so many accents.
    let contrast = "const canvas = new OffscreenCanvas(1, 1);\
        const context = canvas.getContext('2d', { willReadFrequently: true });\
        const luminance = (color) => {\
          context.fillStyle = color;\
          context.fillRect(0, 0, 1, 1);\
          const [r, g, b] = [...context.getImageData(0, 0, 1, 1).data].map((it) =>\
            it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4);\
          return 0.2126 * r + 0.7152 * g + 0.0722 * b;\
        };\
        const contrast = (one, other) => {\
          const [less, more] = [luminance(one), luminance(other)].sort((a, b) => a - b);\
          return (more + 0.05) / (less + 0.05);\
        };\
        const [stage, own, probe] = Array.from({ length: 3 }, () => document.createElement('div'));\
        stage.className = 'stage';\
        own.className = 'root';\
        root.append(stage);\
        stage.append(own);\
        own.append(probe);\
        const color = (name) => {\
          if (!getComputedStyle(own).getPropertyValue(`--${name}`)) throw new Error(name);\
          probe.style.color = `var(--${name})`;\
          return getComputedStyle(probe).color;\
        };\
        const pairs = [['on-accent', 'accent', 4.5], ['on-accent', 'accent-hover', 4.5],\
          ['text', 'accent-tint', 4.5], ['accent-outline', 'surface', 3],\
          ['accent-outline', 'paper', 3],\
          ['text', 'surface', 4.5], ['text', 'paper', 4.5], ['muted', 'surface', 4.5],\
          ['muted', 'paper', 4.5], ['outline', 'surface', 3]];\
        const bad = [];\
        let seed = 1;\
        for (const theme of ['light', 'dark']) {\
          element.setAttribute('theme', theme);\
          for (let left = 1000; left; left -= 1) {\
            seed = (seed * 48271) % 2147483647;\
            const accent = `#${(seed % 0x1000000).toString(16).padStart(6, '0')}`;\
            stage.style.setProperty('--good-sport-accent', accent);\
            for (const [on, below, least] of left > 999 ? pairs : pairs.slice(0, 5)) {\
              const found = contrast(color(on), color(below));\
              if (found < least) bad.push(`${found} of ${on} on ${below}: ${accent}, ${theme}`);\
            }\
          }\
        }\
        stage.remove();\
        return bad.slice(0, 9);";
    let widget = visit.open("element.html").await?;
    assert_eq!(widget.run::<Vec<String>>(contrast, &[]).await?, [""; 0]);
    Ok(())
}

async fn hidden_attribute_collapses_the_element(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.run::<()>("element.hidden = true;", &[]).await?;
    let height = "return element.getBoundingClientRect().height;";
    assert!(widget.run::<f64>(height, &[]).await?.abs() < f64::EPSILON);
    widget.run::<()>("element.hidden = false;", &[]).await?;
    assert!(widget.run::<f64>(height, &[]).await? > 100.0);
    Ok(())
}

async fn paired_fields_align_when_labels_wrap(visit: &Visit) -> Result<()> {
    let widget = visit.open("widths.html").await?;
    widget.unfold("people").await?;
    widget.click("[name=add-person]").await?;
    // In another language a label may be long, whichever it is.
    let lines = "const askew = [];\
        for (const label of root.querySelectorAll('.fields label')) {\
          const before = label.textContent;\
          label.textContent = 'A label that goes on for more than a line, as many do';\
          const inputs = [...label.closest('.fields').querySelectorAll('input')];\
          for (let at = 0; at + 1 < inputs.length; at += 2) {\
            const [one, other] = [0, 1].map((it) => inputs[at + it].getBoundingClientRect());\
            if (one.left !== other.left && ['top', 'bottom'].some((it) => Math.abs(one[it] - other[it]) > 0.5))\
              askew.push(`${inputs[at].name} beside ${inputs[at + 1].name} under ${before}`);\
          }\
          label.textContent = before;\
        }\
        return askew;";
    for width in WIDTHS {
        let resize = "document.querySelector('#column').style.width = `${args[0]}px`;";
        widget.run::<()>(resize, &[width.into()]).await?;
        visit.drawn().await?;
        assert_eq!(widget.run::<Vec<String>>(lines, &[]).await?, [""; 0], "in {width} px");
    }
    Ok(())
}

async fn no_button_of_the_letter_stands_alone(visit: &Visit) -> Result<()> {
    let widget = visit.open("widths.html").await?;
    // Buttons in one row overlap in height; the quiet ones are as high as the others or lower.
    let rows = "const rows = [];\
        for (const it of root.querySelector('#copy').parentElement.children) {\
          const { top, bottom } = it.getBoundingClientRect();\
          const row = rows.find((row) => top < row.bottom && row.top < bottom);\
          if (row) row.names.push(it.id);\
          else rows.push({ top, bottom, names: [it.id] });\
        }\
        return rows.filter((row) => row.names.length < 2).map((row) => row.names[0]);";
    for width in [360, 600, 680, 768, 840, 920, 1000, 1030, 1280] {
        let resize = "document.querySelector('#column').style.width = `${args[0]}px`;";
        widget.run::<()>(resize, &[width.into()]).await?;
        visit.drawn().await?;
        assert_eq!(widget.run::<Vec<String>>(rows, &[]).await?, [""; 0], "in {width} px");
    }
    Ok(())
}

async fn focus_ring_is_visible_in_forced_colors(visit: &Visit) -> Result<()> {
    for scheme in ["light", "dark"] {
        let media = json!({ "features": [
            { "name": "forced-colors", "value": "active" },
            { "name": "prefers-color-scheme", "value": scheme },
        ] });
        Cdp::new(Arc::clone(visit.session())).send_raw("Emulation.setEmulatedMedia", media).await?;
        let widget = visit.open("widths.html").await?;
        widget.run::<()>(STILL, &[]).await?;
        widget.unfold("more").await?;
        // The ring of a segment lies on it; any other lies on what is behind the widget.
        let bad = "const luminance = (color) => {\
              const [r, g, b] = color.match(/[\\d.]+/g).map((it) =>\
                it / 255 <= 0.04045 ? it / 255 / 12.92 : ((it / 255 + 0.055) / 1.055) ** 2.4);\
              return 0.2126 * r + 0.7152 * g + 0.0722 * b;\
            };\
            const bad = [];\
            for (const it of root.querySelectorAll('input, select, textarea, button, summary, a')) {\
              if (!it.checkVisibility()) continue;\
              it.focus({ focusVisible: true });\
              const segment = it.closest('.segment');\
              const ringed = segment ?? it.closest('.sheet, .chip') ?? it;\
              const ground = segment ?? root.querySelector('.root');\
              const { outlineColor, outlineStyle } = getComputedStyle(ringed);\
              const pair = [outlineColor, getComputedStyle(ground).backgroundColor];\
              if (pair[1] === 'rgba(0, 0, 0, 0)') pair[1] = getComputedStyle(segment.parentElement).backgroundColor;\
              const [less, more] = pair.map(luminance).sort((a, b) => a - b);\
              const contrast = (more + 0.05) / (less + 0.05);\
              if (outlineStyle === 'none' || contrast < 3)\
                bad.push(`${it.id}: ${contrast.toFixed(2)}, ${outlineStyle} ${pair}`);\
            }\
            return bad;";
        assert_eq!(widget.run::<Vec<String>>(bad, &[]).await?, [""; 0], "{scheme}");
    }
    Ok(())
}

async fn undo_is_scrolled_into_view_after_starting_over(visit: &Visit) -> Result<()> {
    let page = "<!doctype html><html lang=en><meta charset=utf-8><title>Phone</title>\
        <script src=\"record.js\"></script><body style=\"margin: 0\">\
        <iframe id=phone src=\"widths.html\" style=\"width: 360px; height: 640px; border: 0\"></iframe>";
    visit.site().put("own.html", "text/html", page);
    visit.go("own.html").await?;
    let frame = visit.find("#phone").await?;
    frame.enter_frame().await?;
    let widget = visit.widget(0);
    widget.ready().await?;
    widget.fill("[name=company]", "Globex").await?;
    widget.fill(BODY, "My own words.").await?;
    widget.click("[name=start-over]").await?;
    widget.shows("[name=undo]").await?;
    let seen = "[root.querySelector('[name=undo]'), root.querySelector('[role=status]')].every((it) => {\
          const { top, bottom } = it.getBoundingClientRect();\
          return top >= 0 && bottom <= innerHeight;\
        })";
    widget.until("undo and what happened are in sight", seen, &[]).await?;
    visit.session().enter_default_frame().await?;
    Ok(())
}
