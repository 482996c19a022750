//! The letter as HTML, for a mail program that takes a rich copy.

use super::lines;

/// The body as HTML: a `<p>` for each paragraph, a `<br>` for each line, and all else as text.
///
/// ```
/// use good_sport::model::html;
///
/// assert_eq!(html("Hi <b>,\n\nA\nB"), "<p>Hi &lt;b&gt;,</p><p>A<br>B</p>");
/// ```
#[must_use]
pub fn html(body: &str) -> String {
    let mut html = String::new();
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
    html
}
