//! The language that the page is in around an element, and those that the visitor prefers.

use wasm_bindgen::JsCast;
use web_sys::{Element, Node, ShadowRoot};

use super::window;

/// The language tags that are wanted at an element, the most wanted first: that of the nearest element
/// around it with a `lang`, across shadow roots, then those of the browser.
pub(crate) fn preferred_languages(element: &Element) -> Vec<String> {
    let own = window().map(|it| it.navigator().languages().iter().collect::<Vec<_>>());
    let own = own.unwrap_or_default().into_iter().filter_map(|it| it.as_string());
    around(element).into_iter().chain(own).collect()
}

fn around(element: &Element) -> Option<String> {
    let mut node: Node = element.clone().into();
    loop {
        let lang = node.dyn_ref::<Element>().and_then(|it| it.get_attribute("lang"));
        if let Some(lang) = lang.filter(|it| !it.is_empty()) {
            return Some(lang);
        }
        let host = |it: &Node| it.dyn_ref::<ShadowRoot>().map(|it| it.host().into());
        node = node.parent_node().or_else(|| host(&node))?;
    }
}
