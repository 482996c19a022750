//! Visits in scripts other than Latin: Arabic, from right to left, and Japanese, without spaces.

use anyhow::Result;
use browsers::suite::Suite;
use browsers::visit::Visit;
use browsers::widget::{BODY, COPY, MAIL, Widget};
use serde_json::json;

use crate::mail::{OPENED, last_opened};

pub(crate) fn add(suite: &mut Suite) {
    suite.add(visit_in_arabic_from_form_to_copy);
    suite.add(visit_in_arabic_with_a_hurtful_sentence);
    suite.add(visit_in_arabic_to_the_mail_app);
    suite.add(visit_in_japanese_from_form_to_copy);
    suite.add(visit_in_japanese_with_a_hurtful_sentence);
    suite.add(visit_in_japanese_to_the_mail_app);
}

/// A widget that speaks and writes this language.
async fn opened<'v>(visit: &'v Visit, tag: &str) -> Result<Widget<'v>> {
    let widget = visit.open("widths.html").await?;
    widget.run::<()>("element.setAttribute('lang', args[0]);", &[tag.into()]).await?;
    let speaks = "root.querySelector('[part=root]').lang === args[0]";
    widget.until("the widget speaks the language", speaks, &[tag.into()]).await?;
    Ok(widget)
}

/// Fills in a field and waits until the letter has this.
async fn says(widget: Widget<'_>, field: &str, typed: &str, expected: &str) -> Result<()> {
    widget.fill(&format!("input[name={field}]"), typed).await?;
    widget.reads(expected).await
}

/// The letter that was copied is the one that is seen, and its HTML says how it is read.
async fn is_copied(visit: &Visit, widget: Widget<'_>, [tag, dir]: [&str; 2]) -> Result<()> {
    widget.click(COPY).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["what"], "letter");
    let letter = widget.letter().await?;
    assert_eq!(letter.body, widget.body().await?);
    assert!(letter.html.contains(&format!("lang=\"{tag}\"")), "{}", letter.html);
    assert!(letter.html.contains(&format!("dir=\"{dir}\"")), "{}", letter.html);
    Ok(())
}

async fn visit_in_arabic_from_form_to_copy(visit: &Visit) -> Result<()> {
    let widget = opened(visit, "ar").await?;
    let is_mirrored = "getComputedStyle(root.querySelector('.desk')).direction === 'rtl'\
        && root.querySelector('#company').getBoundingClientRect().left\
          > root.querySelector('.sheet').getBoundingClientRect().left";
    visit.run::<()>("document.querySelector('#column').style.width = '1000px';", &[]).await?;
    widget.until("the form is on the right", is_mirrored, &[]).await?;
    // A Latin name is isolated: its marks would be drawn on the wrong side.
    says(widget, "company", "Acme (EU)", "\u{2068}Acme (EU)\u{2069}").await?;
    says(widget, "role", "محلل بيانات", "وظيفة \u{2068}محلل بيانات\u{2069}").await?;
    says(widget, "recipient", "السيدة منصور", "\u{2068}السيدة منصور\u{2069} المحترمة،").await?;
    says(widget, "sender", "سامي", "\u{2068}سامي\u{2069}").await?;
    is_copied(visit, widget, ["ar", "rtl"]).await
}

async fn visit_in_arabic_with_a_hurtful_sentence(visit: &Visit) -> Result<()> {
    let widget = opened(visit, "ar").await?;
    is_pointed_out(widget, "هذا القرار غير عادل.", " ").await
}

async fn visit_in_arabic_to_the_mail_app(visit: &Visit) -> Result<()> {
    let widget = opened(visit, "ar").await?;
    is_mailed(visit, widget).await
}

async fn visit_in_japanese_from_form_to_copy(visit: &Visit) -> Result<()> {
    let widget = opened(visit, "ja").await?;
    says(widget, "company", "株式会社青空", "株式会社青空\n").await?;
    // What honors a name is the letter's own.
    for typed in ["田中", "田中様", "田中さん"] {
        says(widget, "recipient", typed, "株式会社青空\n田中様\n\n").await?;
    }
    says(widget, "sender", "佐藤 健", "佐藤 健です。").await?;
    // A typed sentence becomes the name of what it tells of, unless it has a topic of its own.
    widget.fill("[name=highlight]", "皆様が丁寧に説明してくださいました").await?;
    widget.reads("皆様が丁寧に説明してくださったこと").await?;
    widget.fill("[name=highlight]", "面接の雰囲気は和やかでした").await?;
    widget.reads("面接の雰囲気は和やかでした。").await?;
    let body = widget.body().await?;
    assert!(!body.contains("。 "), "a space between two sentences: {body}");
    let counted = "root.querySelector('.review').textContent.startsWith(args[0])";
    let length = body.chars().filter(|it| !it.is_whitespace()).count();
    widget.until("it counts characters", counted, &[format!("{length}文字：").into()]).await?;
    is_copied(visit, widget, ["ja", "ltr"]).await
}

async fn visit_in_japanese_with_a_hurtful_sentence(visit: &Visit) -> Result<()> {
    let widget = opened(visit, "ja").await?;
    is_pointed_out(widget, "正直に申し上げて、今回の結果には納得できません。", "").await
}

async fn visit_in_japanese_to_the_mail_app(visit: &Visit) -> Result<()> {
    let widget = opened(visit, "ja").await?;
    is_mailed(visit, widget).await
}

/// A sentence that hurts is pointed out behind another, taken out alone, and comes back.
async fn is_pointed_out(widget: Widget<'_>, sentence: &str, space: &str) -> Result<()> {
    let own = widget.body().await?;
    let end = own.rfind("\n\n").unwrap_or(own.len());
    let edited = format!("{}{space}{sentence}{}", &own[..end], &own[end..]);
    widget.fill(BODY, &edited).await?;
    let found = "element.findings.find((it) => it.severity === 'stop')";
    widget.until("it is found", found, &[]).await?;
    let quoted = format!(
        "const {{ start, end }} = {found};\
        return root.querySelector('[name=body]').value.slice(start, end).trim();"
    );
    assert_eq!(widget.run::<String>(&quoted, &[]).await?, sentence);
    widget.click("[data-severity=stop] [name=fix]").await?;
    let gone = "!root.querySelector('[name=body]').value.includes(args[0])";
    widget.until("it is taken out", gone, &[sentence.into()]).await?;
    assert_eq!(widget.body().await?, own);
    widget.click("[name=undo]").await?;
    widget.reads(sentence).await
}

/// A letter that no link holds is copied in the click that opens the mail program, which says so.
async fn is_mailed(visit: &Visit, widget: Widget<'_>) -> Result<()> {
    visit.run::<()>(OPENED, &[]).await?;
    widget.fill(BODY, "1").await?;
    let label: String = widget.run("return root.querySelector('.mail').textContent;", &[]).await?;
    // Each of these letters takes six or nine characters of a link.
    widget.fill(BODY, &"面接لقاء".repeat(60)).await?;
    let is_other = "root.querySelector('.mail').textContent !== args[0]";
    widget.until("the link says that it copies", is_other, &[label.into()]).await?;
    widget.click(MAIL).await?;
    assert_eq!(visit.hear("good-sport-copy", 1).await?["what"], "letter");
    assert_eq!(visit.hear("good-sport-send", 1).await?, json!({ "channel": "mailto" }));
    assert!(!last_opened(widget).await?[0].contains("body="));
    Ok(())
}
