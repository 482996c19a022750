//! The attributes: set by a page from the start, and changed later.

use std::sync::Arc;

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, ITEMS, MAIL, Widget};
use serde_json::json;
use thirtyfour::cdp::Cdp;

pub(crate) fn add(suite: &mut Suite) {
    suite.add(attributes_prefill_the_form);
    suite.add(attribute_changes_are_live);
    suite.add(typed_values_override_attributes);
    suite.add(unknown_attribute_value_warns_once_and_falls_back);
    suite.add(situation_attribute_states_facts);
    suite.add(ignored_facts_warn_once);
    suite.add(seed_attribute_picks_the_wording);
    suite.add(hide_attribute_hides_sections);
    suite.add(heading_level_attribute_sets_the_outline);
    suite.add(inherits_the_nearest_lang);
    suite.add(lang_attribute_overrides_the_page);
    suite.add(prefills_from_the_fragment_only_when_opted_in);
    suite.add(tolerates_any_url_fragment);
    suite.add(theme_follows_color_scheme_or_attribute);
    suite.add(theme_follows_color_scheme_changes);
    suite.add(theme_follows_the_background_of_a_page_without_a_color_scheme);
    suite.add(theme_of_a_page_without_a_color_scheme_is_not_the_visitors);
    suite.add(truncates_and_sanitizes_attribute_values);
    suite.add(form_stays_in_the_language_of_the_widget);
    suite.add(widget_and_letter_may_be_in_any_two_languages);
}

async fn set(widget: Widget<'_>, name: &str, value: &str) -> Result<()> {
    widget.run("element.setAttribute(args[0], args[1]);", &[name.into(), value.into()]).await
}

async fn attributes_prefill_the_form(visit: &Visit) -> Result<()> {
    let widget = visit.open("attributes.html").await?;
    let expected = json!({
        "company": "Acme", "role": "Data analyst", "recipient": "Ms. Rivera", "sender": "Sam Lee",
        "situation": "paused final email referral", "tone": "classic", "length": "short",
        "highlight": "", "referrer": "",
    });
    assert_eq!(widget.details().await?, expected);
    widget.unfold("more").await?;
    for (name, fact) in [("situation", "paused"), ("stage", "final"), ("channel", "email")] {
        assert_eq!(widget.value(&format!("select[name={name}]")).await?, fact);
    }
    assert!(widget.is_ticked("input[name=also][value=referral]").await?);
    assert!(widget.is_ticked("input[name=length][value=short]").await?);
    for text in ["Ms. Rivera", "Sam Lee"] {
        widget.reads(text).await?;
    }
    Ok(())
}

async fn attribute_changes_are_live(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    set(widget, "company", "Globex").await?;
    widget.reads("Globex").await?;
    assert_eq!(widget.value("input[name=company]").await?, "Globex");
    set(widget, "tone", "formal").await?;
    widget.until("the tone is seen", "root.querySelector('[value=formal]').checked", &[]).await?;
    widget.run::<()>("element.removeAttribute('company');", &[]).await?;
    widget.until("it is gone", "!element.letter.body.includes('Globex')", &[]).await
}

async fn typed_values_override_attributes(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.write("input[name=company]", "Initech").await?;
    set(widget, "company", "Globex").await?;
    set(widget, "role", "Baker").await?;
    widget.reads("Baker").await?;
    assert_eq!(widget.value("input[name=company]").await?, "Initech");
    assert!(widget.body().await?.contains("Initech"));
    Ok(())
}

async fn unknown_attribute_value_warns_once_and_falls_back(visit: &Visit) -> Result<()> {
    let widget = visit.open("attributes.html").await?;
    assert!(widget.is_ticked("input[name=tone][value=classic]").await?);
    widget.write("input[name=company]", "Globex").await?;
    visit.drawn().await?;
    let console = visit.record().await?.console;
    assert_eq!(console.len(), 1, "{console:#?}");
    for word in ["warn", "tone", "shouting", "warm", "formal", "classic"] {
        assert!(console[0].contains(word), "{word} is not in {}", console[0]);
    }
    Ok(())
}

/// The facts as the form shows them.
const STATED: &str = "[...root.querySelectorAll(\
    '[name=situation], [name=stage], [name=channel], [name=also]:checked',\
  )].map((it) => it.value).join(' ')";

async fn situation_attribute_states_facts(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    widget.unfold("more").await?;
    let mut letters = vec![widget.body().await?];
    for (given, stated) in [
        ("final", "chosen final email"),
        ("feedback agency   paused", "paused interview agency feedback"),
        ("again phone insider task screen", "insider screen phone task again"),
        ("", "chosen interview email"),
    ] {
        set(widget, "situation", given).await?;
        assert_eq!(widget.details().await?["situation"], stated);
        let seen = format!("{STATED} === args[0]");
        widget.until(&format!("{given:?} is seen"), &seen, &[stated.into()]).await?;
        letters.push(widget.letter().await?.body);
    }
    assert_eq!(letters.first(), letters.last());
    letters.pop();
    letters.sort_unstable();
    letters.dedup();
    assert_eq!(letters.len(), 4, "some facts give the same letter");
    assert_eq!(visit.record().await?.console, [""; 0]);
    Ok(())
}

async fn ignored_facts_warn_once(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    for (number, given, ignored, stated) in [
        (1, "final zany task", "zany", "chosen final email task"),
        (2, "phone paused email", "email", "paused interview phone"),
    ] {
        set(widget, "situation", given).await?;
        assert_eq!(widget.details().await?["situation"], stated);
        widget.fill("input[name=sender]", given).await?;
        let console = visit.record().await?.console;
        assert_eq!(console.len(), number, "{console:#?}");
        let told = &console[number - 1];
        for word in ["warn", "situation", ignored, "chosen", "screen", "agency", "referral"] {
            assert!(told.contains(word), "{word} is not in {told}");
        }
    }
    Ok(())
}

async fn seed_attribute_picks_the_wording(visit: &Visit) -> Result<()> {
    let widget = visit.open("two.html").await?;
    let other = visit.widget(1);
    other.ready().await?;
    set(other, "company", "Acme").await?;
    let mut letters = Vec::new();
    for seed in ["0", "1", "2", "3", "4294967295"] {
        set(widget, "seed", seed).await?;
        set(other, "seed", seed).await?;
        let letter = widget.letter().await?;
        assert_eq!(other.letter().await?, letter, "with the seed {seed}");
        letters.push(letter.body);
    }
    letters.dedup();
    assert!(letters.len() > 3, "{letters:#?}");
    assert_eq!(visit.record().await?.console, [""; 0]);
    // What is no seed counts as none: the visit's own.
    widget.run::<()>("element.removeAttribute('seed');", &[]).await?;
    let own = widget.letter().await?;
    set(widget, "seed", "seven").await?;
    assert_eq!(widget.letter().await?, own);
    let console = visit.record().await?.console;
    assert_eq!(console.len(), 1, "{console:#?}");
    for word in ["warn", "seed", "seven", "4294967295"] {
        assert!(console[0].contains(word), "{word} is not in {}", console[0]);
    }
    Ok(())
}

async fn hide_attribute_hides_sections(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    for part in [ITEMS, "h2", "form", MAIL, "input[name=keep]"] {
        assert!(widget.count(part).await? > 0, "{part}");
    }
    set(widget, "hide", "checklist heading").await?;
    widget.lacks(ITEMS).await?;
    widget.lacks("h2").await?;
    set(widget, "hide", "form mail keep").await?;
    widget.lacks("form").await?;
    widget.lacks(MAIL).await?;
    widget.lacks("input[name=keep]").await?;
    widget.shows(ITEMS).await?;
    widget.shows(BODY).await?;
    widget.run::<()>("element.removeAttribute('hide');", &[]).await?;
    widget.shows("form").await
}

async fn heading_level_attribute_sets_the_outline(visit: &Visit) -> Result<()> {
    let widget = visit.open("attributes.html").await?;
    let levels = "return [...root.querySelectorAll('h1, h2, h3, h4, h5, h6')]\
        .map((it) => it.localName);";
    let at_four: Vec<String> = widget.run(levels, &[]).await?;
    assert_eq!(at_four[0], "h4");
    assert!(at_four[1..].iter().all(|it| it == "h5"), "{at_four:?}");
    widget.run::<()>("element.removeAttribute('heading-level');", &[]).await?;
    widget.shows("h2").await?;
    set(widget, "heading-level", "6").await?;
    widget.shows("h6").await?;
    widget.lacks("h2").await
}

async fn inherits_the_nearest_lang(visit: &Visit) -> Result<()> {
    let widget = visit.open("language.html").await?;
    assert_eq!(widget.letter().await?.lang, "en-GB");
    // The other one has the language only outside the shadow tree that it stands in.
    let deep = "const other = document.querySelector('#deep').shadowRoot.firstChild;\
        await other.ready; return other.letter.lang;";
    assert_eq!(visit.run_async::<String>(deep, &[]).await?, "en-GB");
    assert_eq!(visit.hear("good-sport-ready", 2).await?["lang"], "en-GB");
    Ok(())
}

async fn lang_attribute_overrides_the_page(visit: &Visit) -> Result<()> {
    let widget = visit.open("language.html").await?;
    set(widget, "letter-lang", "en").await?;
    widget.until("the letter is American", "element.letter.lang === 'en'", &[]).await?;
    set(widget, "lang", "en").await?;
    let english = "root.querySelector('[part~=root]').lang === 'en'";
    widget.until("it is in American English", english, &[]).await?;
    widget.run::<()>("element.removeAttribute('letter-lang');", &[]).await?;
    set(widget, "lang", "en-GB").await?;
    widget.until("the letter is British", "element.letter.lang === 'en-GB'", &[]).await
}

async fn prefills_from_the_fragment_only_when_opted_in(visit: &Visit) -> Result<()> {
    let fragment =
        "#good-sport?company=Globex%20%26%20Co&role=Baker&situation=feedback%20final&sender=Eve";
    let widget = visit.open(&format!("fragment.html{fragment}")).await?;
    widget.reads("Globex & Co").await?;
    let details = widget.details().await?;
    assert_eq!(details["role"], "Baker");
    assert_eq!(details["situation"], "chosen final email feedback");
    assert_eq!(details["sender"], "", "a link cannot sign for the visitor");
    let other = visit.widget(1);
    other.ready().await?;
    assert_eq!(other.details().await?["company"], "Acme");
    Ok(())
}

async fn tolerates_any_url_fragment(visit: &Visit) -> Result<()> {
    visit.open("fragment.html").await?;
    // Addresses as a link may hold them, whole, cut off and spoilt, each for a widget of its own.
    let odd = "const pieces = ['company=', 'role=', '&', '=', '%', '%2', '%00', '%E2%82', '%0D%0ABcc:',\
          '+', '#', '?', 'recipient=Ms.%20Rivera', 'situation=final', 'situation=zany', '<b>', '\\u{1F600}',\
          'sender=No', '__proto__=x', 'A'.repeat(500), '\\u202e', '%u0041'];\
        let seed = 1;\
        const next = (below) => (seed = (seed * 48271) % 2147483647) % below;\
        const bad = [];\
        for (let left = 30; left; left -= 1) {\
          let hash = '#good-sport?';\
          for (let more = next(8); more; more -= 1) hash += pieces[next(pieces.length)];\
          history.replaceState(null, '', hash);\
          const made = document.createElement('good-sport');\
          made.setAttribute('prefill', 'fragment');\
          made.setAttribute('loading', 'eager');\
          document.body.append(made);\
          await made.ready;\
          const { company, role, recipient, sender, situation } = made.details;\
          for (const it of [company, role, recipient, sender]) {\
            if (it.length > 400 || /[\\x00-\\x1f]/.test(it)) bad.push(`${hash}: ${it}`);\
          }\
          if (sender) bad.push(`${hash}: ${sender}`);\
          if (!['interview', 'final'].some((it) => situation === `chosen ${it} email`)) bad.push(`${hash}: ${situation}`);\
          if (made.shadowRoot.querySelector('b')) bad.push(`${hash}: markup`);\
          made.remove();\
        }\
        return bad;";
    assert_eq!(visit.run_async::<Vec<String>>(odd, &[]).await?, [""; 0]);
    Ok(())
}

async fn theme_follows_color_scheme_or_attribute(visit: &Visit) -> Result<()> {
    visit.open("dark.html").await?;
    let ink = "const ink = getComputedStyle(root.querySelector('input[name=company]'));\
        const sheet = getComputedStyle(root.querySelector('[part~=letter]'));\
        return [ink.color, sheet.backgroundColor];";
    let mut inks: Vec<[String; 2]> = Vec::new();
    for number in 0..3 {
        let widget = visit.widget(number);
        widget.ready().await?;
        inks.push(widget.run(ink, &[]).await?);
    }
    let [auto, dark, light] = inks.as_slice() else { unreachable!("there are three") };
    assert_eq!(auto, dark, "it does not follow the page");
    assert_ne!(light[0], dark[0]);
    assert_ne!(light[1], dark[1]);
    let widget = visit.widget(0);
    set(widget, "theme", "light").await?;
    let same = format!("(() => {{ {ink} }})().join() === args[0]");
    widget.until("it turns light", &same, &[light.join(",").into()]).await?;
    widget.run::<()>("element.removeAttribute('theme');", &[]).await?;
    widget.until("it is dark again", &same, &[dark.join(",").into()]).await?;
    let page = "document.documentElement.style.colorScheme = 'light';";
    visit.run::<()>(page, &[]).await?;
    widget.until("it follows the page", &same, &[light.join(",").into()]).await
}

async fn theme_follows_color_scheme_changes(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let surface = "getComputedStyle(root.querySelector('.root')).backgroundColor";
    let own: String = widget.run(&format!("return {surface};"), &[]).await?;
    let says = |scheme: &str| format!("document.documentElement.style.colorScheme = '{scheme}';");
    let is = format!("{surface} === args[0]");
    let is_other = format!("{surface} !== args[0]");
    visit.run::<()>(&says("dark"), &[]).await?;
    widget.until("it turns dark", &is_other, &[own.as_str().into()]).await?;
    visit.run::<()>(&says("light"), &[]).await?;
    widget.until("it turns light", &is, &[own.as_str().into()]).await?;
    visit.run::<()>(&says("dark"), &[]).await?;
    widget.until("it turns dark again", &is_other, &[own.as_str().into()]).await?;
    visit.run::<()>(&says(""), &[]).await?;
    widget.until("it is the visitor's", &is, &[own.as_str().into()]).await
}

async fn theme_follows_the_background_of_a_page_without_a_color_scheme(
    visit: &Visit,
) -> Result<()> {
    let widget = visit.open("element.html").await?;
    let surface = "getComputedStyle(root.querySelector('.root')).backgroundColor";
    let light: String = widget.run(&format!("return {surface};"), &[]).await?;
    let light = [light.as_str().into()];
    let [is_light, is_dark] = ["===", "!=="].map(|it| format!("{surface} {it} args[0]"));
    let page =
        async |says: &str| visit.run::<()>(&format!("document.body.style = '{says}';"), &[]).await;
    for dark in [
        "background: #14171a; color: #e8e8e8",
        "background: rgb(20 20 30 / 0.9); color: white",
        "background: oklch(0.25 0.02 260); color: oklch(0.95 0 0)",
        "background: lab(15 0 0); color: color(srgb 0.9 0.9 0.9)",
        "background: linear-gradient(#000, #223); color: #eee",
        "background: #000; color: #fff; transition: background-color 0.2s, color 0.2s",
    ] {
        page(dark).await?;
        widget.until(&format!("it is dark on {dark}"), &is_dark, &light).await?;
        for bright in [
            "background: #fff; color: #111",
            "color: #222",
            "background: color(display-p3 0.9 0.9 1); color: #333",
        ] {
            page(bright).await?;
            widget.until(&format!("it is light on {bright}"), &is_light, &light).await?;
        }
    }
    // A page that turns back before the widget's transition has made a step.
    let back = "const { style } = element.ownerDocument.body;\
        root.addEventListener('transitionrun', () => {\
          if (style.color === 'white') style.cssText = 'background: #fff; color: black';\
        });\
        style.cssText = 'background: #000; color: white';";
    widget.run::<()>(back, &[]).await?;
    widget
        .until("it has turned", "element.ownerDocument.body.style.color === 'black'", &[])
        .await?;
    widget.until("it is light again", &is_light, &light).await?;
    // What is nearest counts, also after a move, and a theme that the page chooses.
    page("background: #000; color: #fff").await?;
    widget.until("it is dark", &is_dark, &light).await?;
    // In a task of the page's own: in one of the driver's, WebKit runs microtasks in the middle of it.
    let moves = "setTimeout(() => {\
          const box = document.createElement('div');\
          box.style = 'background: #fafafa; color: #111';\
          const element = document.querySelector('good-sport');\
          element.replaceWith(box);\
          box.append(element);\
        });";
    visit.run::<()>(moves, &[]).await?;
    widget.until("it has moved to light ground", &is_light, &light).await?;
    set(widget, "theme", "dark").await?;
    widget.until("the page chose", &is_dark, &light).await
}

async fn theme_of_a_page_without_a_color_scheme_is_not_the_visitors(visit: &Visit) -> Result<()> {
    let prefer = async |scheme: &str| {
        let media = json!({ "features": [{ "name": "prefers-color-scheme", "value": scheme }] });
        Cdp::new(Arc::clone(visit.session())).send_raw("Emulation.setEmulatedMedia", media).await
    };
    let surface = "getComputedStyle(root.querySelector('.root')).backgroundColor";
    let widget = visit.open("element.html").await?;
    let light: String = widget.run(&format!("return {surface};"), &[]).await?;
    prefer("dark").await?;
    // A page that leaves it to the visitor says so.
    let page = "document.documentElement.style.colorScheme = 'light dark';";
    visit.run::<()>(page, &[]).await?;
    let is_other = format!("{surface} !== args[0]");
    widget.until("it turns dark", &is_other, &[light.as_str().into()]).await?;
    visit.run::<()>("document.documentElement.style.colorScheme = '';", &[]).await?;
    let is_same = format!("{surface} === args[0]");
    widget.until("it is as light as the page", &is_same, &[light.as_str().into()]).await?;
    prefer("").await?;
    Ok(())
}

async fn truncates_and_sanitizes_attribute_values(visit: &Visit) -> Result<()> {
    let widget = visit.open("element.html").await?;
    set(widget, "company", &"x".repeat(300)).await?;
    let held = "element.details.company === 'x'.repeat(200)";
    widget.until("it is cut at 200 characters", held, &[]).await?;
    set(widget, "company", "Ac\u{0}me\u{7}\u{1b} Inc").await?;
    widget.until("only letters are left", "element.details.company === 'Acme Inc'", &[]).await
}

async fn widget_and_letter_may_be_in_any_two_languages(visit: &Visit) -> Result<()> {
    let widget = visit.open("language.html").await?;
    set(widget, "lang", "de").await?;
    let label = "root.querySelector('label[for=company]').textContent";
    let german = format!("{label} === 'Unternehmen'");
    widget.until("the form is German", &german, &[]).await?;
    widget.fill("[name=company]", "Globex").await?;
    let tags =
        "return [...root.querySelectorAll('[name=letter-lang] option')].map((it) => it.value);";
    let tags: Vec<String> = widget.run(tags, &[]).await?;
    assert!(tags.len() > 4, "{tags:?}");
    for tag in tags {
        widget.select("letter-lang", &tag).await?;
        let written = "element.letter.lang === args[0]";
        widget.until(&format!("the letter is in {tag}"), written, &[tag.as_str().into()]).await?;
        let letter = widget.letter().await?;
        assert!(letter.html.contains(&format!("lang=\"{tag}\"")), "{}", letter.html);
        // The form says "Wörter", so that it has to count words.
        let counted = "parseInt(root.querySelector('.review').textContent) < 130\
            && root.querySelector('.review').textContent.includes('Wörter: eine gute Länge.')";
        widget.until(&format!("words are counted in {tag}"), counted, &[]).await?;
        assert_eq!(widget.value("[name=company]").await?, "Globex", "{tag}");
        widget.until("the form is still German", &german, &[]).await?;
    }
    Ok(())
}

async fn form_stays_in_the_language_of_the_widget(visit: &Visit) -> Result<()> {
    let widget = visit.open("language.html").await?;
    let outcome = "root.querySelector('[name=situation] [value=cancelled]').textContent";
    let british = format!("{outcome} === 'The role was cancelled'");
    widget.until("the form is British", &british, &[]).await?;
    widget.fill("[name=company]", "Globex").await?;
    widget.select("letter-lang", "en").await?;
    widget.until("the letter is American", "element.letter.lang === 'en'", &[]).await?;
    widget.reads("Globex").await?;
    let after: String = widget.run(&format!("return {outcome};"), &[]).await?;
    assert_eq!(after, "The role was cancelled");
    Ok(())
}
