//! The letter as HTML.

use good_sport::model::html;
use proptest::prelude::*;

use super::{language, text};

proptest! {
    #[test]
    fn html_holds_no_tag_but_paragraphs_and_line_breaks(body in text()) {
        let html = html(&body, language());
        let html = html.strip_prefix("<div lang=\"en\" dir=\"ltr\">").unwrap();
        let html = html.strip_suffix("</div>").unwrap();
        for tag in html.split('<').skip(1) {
            prop_assert!(["p>", "/p>", "br>"].iter().any(|it| tag.starts_with(it)), "{}", html);
        }
        let read = html.replace("</p>", "\n").replace("<p>", "").replace("<br>", "\n")
            .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&");
        let words = |text: &str| text.split(['\n', '\r']).filter(|it| !it.is_empty()).map(str::to_owned).collect::<Vec<_>>();
        prop_assert_eq!(words(&read), words(&body));
    }
}

#[test]
fn html_says_its_language_and_its_direction() {
    let mut hebrew = language().clone();
    hebrew.tag = "he".into();
    hebrew.right_to_left = true;
    assert_eq!(html("שלום", &hebrew), "<div lang=\"he\" dir=\"rtl\"><p>שלום</p></div>");
}
