//! Headings: the widget's own, and one for each of its parts.

use yew::Html;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VTag};

use crate::model::State;

/// The widget's own heading.
pub(super) fn heading(state: &State, content: Html) -> Html {
    const ATTRIBUTES: &[(&str, AttributeOrProperty)] = &[
        ("class", AttributeOrProperty::Static("heading")),
        ("part", AttributeOrProperty::Static("heading")),
    ];
    element(state.settings().heading_level, ATTRIBUTES, content)
}

/// The heading of a part of the widget, one level below its own.
pub(super) fn title(state: &State, content: Html) -> Html {
    let level = state.settings().heading_level + 1;
    element(level, &[("class", AttributeOrProperty::Static("title"))], content)
}

fn element(
    level: u8,
    attributes: &'static [(&'static str, AttributeOrProperty)],
    content: Html,
) -> Html {
    const TAGS: [&str; 6] = ["h1", "h2", "h3", "h4", "h5", "h6"];
    let mut heading = VTag::new(TAGS[usize::from(level.clamp(1, 6)) - 1]);
    // Attributes that could grow, and children one by one, would cost 1 kB of program.
    heading.set_attributes(Attributes::Static(attributes));
    if let Some(children) = heading.children_mut() {
        *children = content;
    }
    heading.into()
}
