//! The letter as HTML, for a rich copy.

use super::lines;
use crate::content::Language;

/// The body as HTML: a `<p>` for each paragraph, a `<br>` for each line, and all else as text; around
/// it the language and the direction, which the mail that it is pasted into may not share.
///
/// ```
/// use good_sport::content::Language;
/// use good_sport::model::html;
///
/// let language = Language::best_for(["en"]);
/// let expected = "<div lang=\"en\" dir=\"ltr\"><p>Hi &lt;b&gt;,</p><p>A<br>B</p></div>";
/// assert_eq!(html("Hi <b>,\n\nA\nB", language), expected);
/// ```
#[must_use]
pub fn html(body: &str, language: &Language) -> String {
    let mut html = String::from("<div lang=\"");
    html.push_str(&language.tag);
    html.push_str("\" dir=\"");
    html.push_str(language.direction());
    html.push_str("\">");
    for paragraph in lines(body).collect::<Vec<_>>().split(|line| line.is_empty()) {
        for (index, line) in paragraph.iter().enumerate() {
            html.push_str(if index == 0 { "<p>" } else { "<br>" });
            for letter in line.chars() {
                match letter {
                    '&' => html.push_str("&amp;"),
                    '<' => html.push_str("&lt;"),
                    '>' => html.push_str("&gt;"),
                    '"' => html.push_str("&quot;"),
                    _ => html.push(letter),
                }
            }
        }
        if !paragraph.is_empty() {
            html.push_str("</p>");
        }
    }
    html.push_str("</div>");
    html
}
