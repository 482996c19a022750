//! A page's own styles and markup: nothing of them comes in, and nothing goes out.

use std::fs;
use std::io::Cursor;

use anyhow::{Context as _, Result, ensure};
use browsers::project;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, Widget};
use png::{Decoder, Transformations};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(isolated_from_popular_stylesheets);
    suite.add(isolated_from_hostile_css);
    suite.add(isolated_from_quirks_mode_and_xhtml);
    suite.add(independent_of_the_page_encoding);
    suite.add(works_with_css_zoom);
    suite.add(works_with_css_transforms);
    suite.add(has_sensible_width_in_any_layout);
    suite.add(does_not_restyle_the_page);
    suite.add(custom_properties_and_parts_apply);
    suite.add(tolerates_nodes_injected_by_extensions);
    suite.add(tolerates_fields_wrapped_by_extensions);
    suite.add(editable_under_user_select_none);
}

/// Rules that no page would have all at once. The element's own box, which is where the page puts it
/// and how large, is the page's.
const WORST: &[(&str, &str)] = &[
    (
        "everything important",
        "* { background: lime !important; border: 7px solid red !important;\
         border-radius: 20px !important; box-sizing: border-box !important;\
         color: red !important; columns: 2 !important; cursor: wait !important;\
         font: italic 900 30px/3 fantasy !important; hyphens: auto !important;\
         letter-spacing: 0.3em !important; list-style: square inside !important;\
         padding: 20px !important; quotes: '<' '>' !important; tab-size: 1 !important;\
         text-align: center !important; text-decoration: underline wavy red !important;\
         text-indent: 50px !important; text-shadow: 2px 2px red !important;\
         text-transform: uppercase !important; transition: all 9s !important;\
         user-select: none !important; vertical-align: super !important;\
         white-space: nowrap !important; word-break: break-all !important;\
         word-spacing: 1em !important }",
    ),
    ("everything unset", "* { all: unset }"),
    ("everything unset, importantly", "*:not(script, style, head) { all: unset !important }"),
    ("a small root", "html { font-size: 62.5% }"),
    ("a large root", "html { font-size: 200% } body { font-size: 3rem; line-height: 3 }"),
    (
        "controls of a theme",
        "button, input, select, textarea, label { all: unset !important;\
         display: none !important; appearance: none !important; width: 1px !important }",
    ),
    (
        "things before and after",
        "*::before, *::after { content: 'theirs' !important;\
         display: block !important } *::first-line { font-size: 40px; color: red }\
         *::first-letter { font-size: 60px; float: left }",
    ),
    ("from right to left", "html { direction: rtl } * { unicode-bidi: bidi-override }"),
    ("from top to bottom", "html { writing-mode: vertical-rl; text-orientation: upright }"),
    ("from top to bottom, leftwards", "* { writing-mode: vertical-lr !important }"),
    ("a page of columns", "body { columns: 3; text-indent: 4em; hyphens: auto }"),
    ("an element of any kind", "good-sport { display: inline }"),
    ("an element as a flex box", "good-sport { display: flex }"),
    ("an element as a grid", "good-sport { display: grid; place-items: center }"),
];

/// Those of the widget as it comes.
const PARTS: [&str; 16] = [
    "root",
    "heading",
    "form",
    "field",
    "label",
    "input",
    "letter",
    "subject",
    "body",
    "review",
    "checklist",
    "item",
    "actions",
    "button",
    "copy",
    "notice",
];

/// The look of every element of the widget: its place, and of the first of each kind and class every
/// computed property.
const LOOK: &str = "const all = [...root.querySelectorAll('.root, .root *')];\
    const start = all[0].getBoundingClientRect();\
    const kinds = new Set();\
    const look = all.map((it) => {\
      const { x, y, width, height } = it.getBoundingClientRect();\
      const box = [x - start.x, y - start.y, width, height].map((it) => it.toFixed(2));\
      if (!it.getClientRects().length) box.length = 0;\
      const name = `${it.localName}.${it.className}`;\
      const style = getComputedStyle(it);\
      const isFirst = kinds.size < kinds.add(name).size;\
      return [name, box.join(' '), ...(isFirst ? [...style] : [])\
        .filter((it) => !it.startsWith('--')).map((it) => `${it}: ${style.getPropertyValue(it)}`)];\
    });";

/// Keeps the look as the one that is right.
async fn remember(widget: Widget<'_>) -> Result<()> {
    widget.run(&format!("{LOOK} window.remembered = look;"), &[]).await
}

/// The first of what looks otherwise than what was remembered.
async fn differences(widget: Widget<'_>) -> Result<Vec<String>> {
    let compare = "const found = [];\
        look.forEach((it, at) => it.forEach((value, of) => {\
          const right = remembered[at]?.[of];\
          if (value !== right && found.length < 9) found.push(`${it[0]}: ${value}, not ${right}`);\
        }));\
        if (look.length !== remembered.length) found.push(`${look.length} elements`);\
        return found;";
    widget.run(&format!("{LOOK} {compare}"), &[]).await
}

/// A screenshot of the window, as a PNG file.
async fn picture(visit: &Visit) -> Result<Vec<u8>> {
    visit.drawn().await?;
    Ok(visit.session().screenshot_as_png().await?)
}

/// Sees that the window shows the same picture as before.
async fn shows(visit: &Visit, right: &[u8], name: &str) -> Result<()> {
    let found = picture(visit).await?;
    if found == right {
        return Ok(());
    }
    let (found, right) = (pixels(&found)?, pixels(right)?);
    ensure!(found.len() == right.len(), "the picture has another size: {name}");
    // WebKit draws the edges of letters a little otherwise each time.
    let differ = found.iter().zip(right).filter(|(a, b)| a.abs_diff(*b) > 64).count();
    ensure!(differ < 100, "the picture differs in {differ} places: {name}");
    Ok(())
}

fn pixels(png: &[u8]) -> Result<Vec<u8>> {
    let mut decoder = Decoder::new(Cursor::new(png));
    decoder.set_transformations(Transformations::normalize_to_color8());
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().context("a picture without a size")?];
    reader.next_frame(&mut pixels)?;
    Ok(pixels)
}

/// Opens a page with these contents of its own.
async fn open<'a>(
    visit: &'a Visit,
    kind: &'static str,
    page: impl Into<Vec<u8>>,
) -> Result<Widget<'a>> {
    visit.site().put("own.html", kind, page);
    let widget = visit.open("own.html").await?;
    // Nothing that moves or blinks.
    let still = "const sheet = new CSSStyleSheet();\
        sheet.replaceSync('*, ::before, ::after { transition: none !important;\
          caret-color: transparent !important; }');\
        root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];\
        element.setAttribute('theme', 'light');";
    // In one theme: else it is as dark as what the style sheet of a page puts behind it.
    widget.run::<()>(still, &[]).await?;
    Ok(widget)
}

/// The page that the others here are made of.
fn bare() -> Result<String> {
    Ok(fs::read_to_string(project::hosts()?.join("bare.html"))?)
}

async fn open_bare(visit: &Visit) -> Result<Widget<'_>> {
    open(visit, "text/html", bare()?).await
}

/// Puts rules into the page, in place of those before.
async fn rules(visit: &Visit, rules: &str) -> Result<()> {
    let put = "document.querySelector('#rules')?.remove();\
        const style = document.createElement('style');\
        style.id = 'rules';\
        style.textContent = arguments[0];\
        document.head.append(style);";
    visit.run(put, &[rules.into()]).await
}

async fn isolated_from_popular_stylesheets(visit: &Visit) -> Result<()> {
    let folder = project::frameworks()?.join("stylesheets");
    let mut names: Vec<_> = fs::read_dir(&folder)?
        .map(|it| Ok(it?.file_name().to_string_lossy().into_owned()))
        .collect::<Result<_>>()?;
    names.sort();
    ensure!(names.len() >= 20, "too few stylesheets in {}", folder.display());
    let widget = open_bare(visit).await?;
    remember(widget).await?;
    let right = picture(visit).await?;
    for name in names {
        let load = "const link = document.createElement('link');\
            link.rel = 'stylesheet';\
            link.href = `stylesheets/${arguments[0]}`;\
            document.querySelector('link[rel=stylesheet]')?.remove();\
            document.head.append(link);\
            return new Promise((resolve, reject) => {\
              link.onload = () => resolve();\
              link.onerror = reject;\
            });";
        visit.run_async::<()>(load, &[name.as_str().into()]).await?;
        assert_eq!(differences(widget).await?, [""; 0], "under {name}");
        shows(visit, &right, &name).await?;
    }
    Ok(())
}

async fn isolated_from_hostile_css(visit: &Visit) -> Result<()> {
    let widget = open_bare(visit).await?;
    remember(widget).await?;
    let right = picture(visit).await?;
    for (name, worst) in WORST {
        rules(visit, worst).await?;
        assert_eq!(differences(widget).await?, [""; 0], "under {name}");
        shows(visit, &right, name).await?;
    }
    Ok(())
}

/// Sees that a page shows the same picture as the bare one.
async fn is_the_same(
    visit: &Visit,
    name: &str,
    kind: &'static str,
    page: Vec<u8>,
    right: &[u8],
) -> Result<()> {
    open(visit, kind, page).await.with_context(|| name.to_owned())?;
    shows(visit, right, name).await
}

async fn isolated_from_quirks_mode_and_xhtml(visit: &Visit) -> Result<()> {
    open_bare(visit).await?;
    let right = picture(visit).await?;
    let page = bare()?;
    let doctype = |public: &str| page.replace("<!doctype html>", public);
    let xml = doctype("<!DOCTYPE html>")
        .replace("<html", "<html xmlns=\"http://www.w3.org/1999/xhtml\"")
        .replace("async", "async=\"\"")
        .replace("charset=\"utf-8\">", "charset=\"utf-8\"/>")
        .replace("href=\"data:,\">", "href=\"data:,\"/>")
        .replace("value=\"theirs\">", "value=\"theirs\"/>");
    let frameset = doctype("<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.01 Frameset//EN\">")
        .replace(
            "<body>",
            "<BODY BGCOLOR=yellow TEXT=red LINK=lime MARGINWIDTH=0><BASEFONT SIZE=7><CENTER>\
             <FONT FACE=fantasy COLOR=red SIZE=7><TABLE WIDTH=100% BORDER=9><TR>\
             <TD ALIGN=center NOWRAP>",
        )
        .replace("</body>", "</TABLE></FONT></CENTER></BODY>");
    let transitional = doctype(
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 Transitional//EN\" \
         \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd\">",
    );
    let pages = [
        ("no doctype", "text/html", doctype("")),
        ("the age of framesets", "text/html", frameset),
        ("transitional markup", "text/html", transitional),
        ("XHTML", "application/xhtml+xml", xml),
        ("right to left", "text/html", page.replace("<html", "<html dir=\"rtl\"")),
    ];
    for (name, kind, page) in pages {
        is_the_same(visit, name, kind, page.into_bytes(), &right).await?;
    }
    Ok(())
}

async fn independent_of_the_page_encoding(visit: &Visit) -> Result<()> {
    open_bare(visit).await?;
    let right = picture(visit).await?;
    for (script, encoding) in [
        ("good-sport.js", "windows-1252"),
        ("good-sport.js", "UTF-16LE"),
        ("good-sport.en.js", "Shift_JIS"),
        ("good-sport.en.one.js", "windows-1252"),
        ("good-sport.en.one.js", "UTF-16LE"),
    ] {
        let page = bare()?
            .replace("<meta charset=\"utf-8\">", "")
            .replace("src=\"record.js\"", "src=\"record.js\" charset=\"utf-8\"")
            .replace("good-sport.js", script);
        let (kind, page) = match encoding {
            "UTF-16LE" => (
                "text/html; charset=UTF-16LE",
                page.encode_utf16().flat_map(u16::to_le_bytes).collect(),
            ),
            "Shift_JIS" => ("text/html; charset=Shift_JIS", page.into_bytes()),
            _ => ("text/html; charset=windows-1252", page.into_bytes()),
        };
        is_the_same(visit, &format!("{encoding} with {script}"), kind, page, &right).await?;
        assert_eq!(visit.run::<String>("return document.characterSet;", &[]).await?, encoding);
    }
    Ok(())
}

/// Uses the widget on a page with these rules.
async fn works_under(visit: &Visit, rule: &str) -> Result<()> {
    let widget = visit.open("element.html").await?;
    rules(visit, rule).await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.reads("Globex").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    let sticks_out = "const { scrollWidth, clientWidth } = root.querySelector('.root');\
        return scrollWidth - clientWidth;";
    ensure!(widget.run::<i32>(sticks_out, &[]).await? == 0, "something sticks out");
    Ok(())
}

async fn works_with_css_zoom(visit: &Visit) -> Result<()> {
    for rule in ["body { zoom: 1.5 }", "html { zoom: 0.8 }", "good-sport { zoom: 2 }"] {
        works_under(visit, rule).await.context(rule)?;
    }
    Ok(())
}

async fn works_with_css_transforms(visit: &Visit) -> Result<()> {
    for rule in [
        "body { transform: scale(0.7) rotate(2deg); transform-origin: 0 0 }",
        "main { transform: perspective(900px) rotateY(5deg); will-change: transform }",
        "main { filter: blur(0); contain: paint; overflow: auto; height: 700px }",
    ] {
        works_under(visit, rule).await.context(rule)?;
    }
    Ok(())
}

async fn has_sensible_width_in_any_layout(visit: &Visit) -> Result<()> {
    let page = r#"<!doctype html><html lang=en><meta charset=utf-8><title>Places</title>
        <link rel="icon" href="data:,"><script src="record.js"></script>
        <div id="outer" style="width: 800px"><div id="inner"><good-sport></good-sport></div></div>
        <script src="good-sport.js" async></script>"#;
    let widget = open(visit, "text/html", page).await?;
    for place in [
        "#inner { display: flex; justify-content: center }",
        "#inner { display: flex; flex-direction: column; align-items: center }",
        "#inner { display: inline-flex }",
        "#inner { display: grid; justify-content: center }",
        "#inner { display: grid; grid-template-columns: 1fr }",
        "#inner { display: table }",
        "#inner { display: table-cell }",
        "#inner { width: fit-content; margin: auto }",
        "#outer { position: relative } #inner { position: absolute }",
        "#inner { float: left }",
        "#inner { text-align: center } good-sport { display: inline-block }",
        "good-sport { float: right }",
        "#outer { position: relative } good-sport { position: absolute }",
        "good-sport { width: fit-content; margin: 0 auto }",
        "good-sport { display: inline }",
    ] {
        rules(visit, place).await?;
        let width = "return root.querySelector('.root').getBoundingClientRect().width;";
        let width: f64 = widget.run(width, &[]).await?;
        assert!((790.0..=801.0).contains(&width), "{width} px wide: {place}");
    }
    Ok(())
}

async fn does_not_restyle_the_page(visit: &Visit) -> Result<()> {
    let page = bare()?.replace(r#"<script src="good-sport.js" async></script>"#, "");
    visit.site().put("own.html", "text/html", page);
    visit.go("own.html").await?;
    let look = "window.look = () => [...document.querySelectorAll('html, body, body *:not(#place *, #place)')].map((it) => {\
          const { x, y, width, height } = it.getBoundingClientRect();\
          const style = getComputedStyle(it);\
          const box = [x + scrollX, y + scrollY, width, height].map((it) => it.toFixed(2));\
          if (!it.getClientRects().length) box.length = 0;\
          return [it.localName, ...box, ...[...it.attributes].map((it) => it.value),\
            ...[...style].map((name) => `${name}: ${style.getPropertyValue(name)}`)];\
        }).concat([Object.keys(window).filter((it) => !/^(ret_|se_)/.test(it)), [document.adoptedStyleSheets.length]]);\
        window.before = null;\
        window.before = look();";
    visit.run::<()>(look, &[]).await?;
    let load = "const script = document.createElement('script');\
        script.src = 'good-sport.js';\
        script.onload = () => script.remove();\
        document.head.append(script);";
    visit.run::<()>(load, &[]).await?;
    let widget = visit.widget(0);
    widget.until("the script has run", "root", &[]).await?;
    widget.ready().await?;
    widget.write("input[name=company]", "Globex").await?;
    widget.select("situation", "ghosted").await?;
    let changed = "const found = [];\
        look().forEach((it, at) => it.forEach((value, of) => {\
          const right = before[at]?.[of];\
          if (value !== right && found.length < 9) found.push(`${it[0]}: ${value}, not ${right}`);\
        }));\
        return found;";
    assert_eq!(visit.run::<Vec<String>>(changed, &[]).await?, [""; 0]);
    Ok(())
}

/// The names in the first column of a table of the README.
fn listed(table: &str) -> Result<Vec<String>> {
    let readme = fs::read_to_string(project::root()?.join("README.md"))?;
    let table = readme.split(&format!("<!-- {table} -->")).nth(1).context("no such table")?;
    let rows = table.lines().filter_map(|line| line.strip_prefix("| `")?.split('`').next());
    Ok(rows.filter(|it| it.starts_with("--")).map(str::to_owned).collect())
}

async fn custom_properties_and_parts_apply(visit: &Visit) -> Result<()> {
    let widget = open_bare(visit).await?;
    remember(widget).await?;
    let tokens = listed("tokens")?;
    assert_eq!(tokens.len(), 11);
    for token in tokens {
        let value = match token.rsplit('-').next() {
            Some("font") => "fantasy",
            Some("radius" | "size" | "space") => "21px",
            Some("width") => "500px",
            _ => "#123456",
        };
        rules(visit, &format!("good-sport {{ {token}: {value} }}")).await?;
        assert_ne!(differences(widget).await?, [""; 0], "{token} changes nothing");
    }
    for part in PARTS {
        rules(visit, &format!("good-sport::part({part}) {{ outline: 3px solid red }}")).await?;
        let outlined = "return [...root.querySelectorAll(`[part~=${args[0]}]`)]\
            .map((it) => getComputedStyle(it).outlineWidth);";
        let outlined: Vec<String> = widget.run(outlined, &[part.into()]).await?;
        assert!(!outlined.is_empty(), "there is no part {part}");
        assert!(outlined.iter().all(|it| it == "3px"), "{part}: {outlined:?}");
    }
    Ok(())
}

/// Puts nodes of an extension before and after every field, as those for grammar and for passwords
/// do, and gives them.
const FOREIGN: &str = "const kinds = ['grammarly-extension', 'div', 'span', 'p', 'ul', 'button', 'input',\
      'textarea', 'select', 'svg', 'label', 'fieldset'];\
    const make = (kind) => {\
      const it = document.createElement(kind);\
      it.className = 'foreign';\
      if (kind === 'div' || kind === 'span') it.textContent = 'theirs';\
      return it;\
    };\
    for (const field of root.querySelectorAll('textarea, input[type=text], select')) {\
      if (field.matches('.foreign')) continue;\
      for (const kind of kinds) {\
        if (field.previousElementSibling?.matches('.foreign') === undefined || kind !== 'label')\
          field.before(make(kind));\
        field.after(make(kind));\
      }\
    }\
    for (const area of root.querySelectorAll('.grow')) {\
      area.before(make('div'));\
      area.after(make('div'));\
    }";

async fn tolerates_nodes_injected_by_extensions(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let panels = ["more", "paste", "channels", "people", "reminders"];
    for panel in panels {
        widget.click(&format!("summary#{panel}")).await?;
    }
    widget.click("[name=add-person]").await?;
    widget.shows("[name=note]").await?;
    widget.run::<()>(FOREIGN, &[]).await?;
    // No rule of the widget is for any of them.
    let styled = "const rules = (list) => [...list].flatMap((it) => [\
          ...(it.selectorText ? [it.selectorText] : []), ...(it.cssRules ? rules(it.cssRules) : []),\
        ]);\
        const all = new Set(root.adoptedStyleSheets.flatMap((it) => rules(it.cssRules)));\
        return [...all].filter((it) =>\
          [...root.querySelectorAll('.foreign')].some((node) => node.matches(it)));";
    assert_eq!(widget.run::<Vec<String>>(styled, &[]).await?, [""; 0]);
    // All that is drawn goes on, and they stay.
    let count = widget.count(".foreign").await?;
    widget.fill("[name=company]", "Globex").await?;
    widget.reads("Globex").await?;
    widget.choose("also", "kept").await?;
    widget.fill("[name=rejection]", "We put the role on hold.\n\nBest,\nMaria Silva").await?;
    widget.fill("[name=note]", "My own note.").await?;
    widget.fill(BODY, "You made a mistake. I deserve more.").await?;
    widget.shows("[name=where]").await?;
    assert!(widget.count(".foreign").await? >= count - 24, "they are gone");
    widget.click("[name=add-person]").await?;
    widget.fill("[name=person-name]", "Grace").await?;
    widget.click("[name=remove-person]").await?;
    for panel in panels {
        widget.click(&format!("summary#{panel}")).await?;
    }
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    let record = visit.record().await?;
    assert_eq!(record.errors, [""; 0]);
    assert!(record.events.iter().all(|it| it.name != "good-sport-error"));
    Ok(())
}

async fn tolerates_fields_wrapped_by_extensions(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let panels = ["more", "paste", "people"];
    for panel in panels {
        widget.click(&format!("summary#{panel}")).await?;
    }
    widget.click("[name=add-person]").await?;
    widget.shows("[name=note]").await?;
    // As password managers and grammar checkers do.
    let wrap = "for (const field of root.querySelectorAll('input[type=text], textarea, select')) {\
          const wrapper = document.createElement('foreign-wrapper');\
          field.replaceWith(wrapper);\
          wrapper.append(field);\
        }";
    widget.run::<()>(wrap, &[]).await?;
    widget.fill("[name=company]", "Globex").await?;
    widget.reads("Globex").await?;
    widget.choose("also", "kept").await?;
    widget.fill("[name=note]", "My own note.").await?;
    widget.fill(BODY, "You made a mistake. I deserve more.").await?;
    widget.shows("[name=where]").await?;
    widget.click("[name=fix]").await?;
    widget.click("[name=undo]").await?;
    widget.click("[name=remove-person]").await?;
    widget.run::<()>("element.setAttribute('lang', 'en-GB');", &[]).await?;
    widget.shows("[part=root][lang=en-GB]").await?;
    for panel in panels {
        widget.click(&format!("summary#{panel}")).await?;
    }
    widget.click("[name=start-over]").await?;
    widget.reads("Acme").await?;
    widget.click(COPY).await?;
    visit.hear("good-sport-copy", 1).await?;
    assert_eq!(visit.record().await?.errors, [""; 0]);
    assert!(visit.heard("good-sport-error").await?.is_empty());
    Ok(())
}

async fn editable_under_user_select_none(visit: &Visit) -> Result<()> {
    for rule in [
        "body { user-select: none; -webkit-user-select: none; -webkit-touch-callout: none }",
        "* { user-select: none !important; -webkit-user-select: none !important }",
        "good-sport { user-select: none; -webkit-user-select: none }",
    ] {
        let widget = open_bare(visit).await?;
        rules(visit, rule).await?;
        let stuck = "return [...root.querySelectorAll('.root, .root :is(input, textarea, p, label)')]\
            .map((it) => getComputedStyle(it)).map((it) => it.webkitUserSelect ?? it.userSelect)\
            .filter((it) => it === 'none');";
        assert_eq!(widget.run::<Vec<String>>(stuck, &[]).await?, [""; 0], "under {rule}");
        widget.write("[name=company]", "Globex").await?;
        widget.write(BODY, "My own words.").await?;
    }
    Ok(())
}
