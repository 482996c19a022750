//! Variants: the widget in its forms, its peers by hand, and widgets that others publish.

/// Why something is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// This project's widget.
    Widget,
    /// The same widget by hand in another framework.
    Peer,
    /// Another project's widget, as a scale for what sites accept.
    Scale,
}

/// Something that a page embeds by one tag.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Variant {
    /// Its name in the tables.
    pub(crate) name: &'static str,
    /// Why it is measured.
    pub(crate) kind: Kind,
    /// The script of its tag.
    pub(crate) script: &'static str,
    /// The element that it puts into the page.
    pub(crate) element: &'static str,
    /// A selector of what is there when the element has been painted, unless that takes its own server.
    pub(crate) part: Option<&'static str>,
}

/// The tag for any language.
pub(crate) const ANY_LANGUAGE: Variant = widget("good-sport.js");
/// The tag for a page in English.
pub(crate) const ENGLISH: Variant = widget("good-sport.en.js");
/// The same with everything in one file.
pub(crate) const ONE_FILE: Variant = widget("good-sport.en.one.js");
/// The peer that all ratios are to.
pub(crate) const PREACT: Variant = peer("Preact", "preact.js");
/// The other peer.
pub(crate) const SVELTE: Variant = peer("Svelte", "svelte.js");

/// All variants, in the order of the tables.
pub(crate) const VARIANTS: [Variant; 9] = [
    ANY_LANGUAGE,
    ENGLISH,
    ONE_FILE,
    PREACT,
    SVELTE,
    scale("giscus", "giscus.js", "giscus-widget", None),
    scale("emoji-picker-element", "emoji-picker-element.js", "emoji-picker", Some("input.search")),
    scale("altcha", "altcha.js", "altcha-widget", Some("input[type=checkbox]")),
    scale("pagefind", "pagefind.js", "#search", Some("input")),
];

impl Variant {
    /// Whether it has the form and the letter.
    pub(crate) fn has_form(&self) -> bool {
        self.kind != Kind::Scale
    }
}

const fn widget(script: &'static str) -> Variant {
    form(script, Kind::Widget, script)
}

const fn peer(name: &'static str, script: &'static str) -> Variant {
    form(name, Kind::Peer, script)
}

const fn form(name: &'static str, kind: Kind, script: &'static str) -> Variant {
    Variant { name, kind, script, element: "good-sport", part: Some("input[name=company]") }
}

const fn scale(
    name: &'static str,
    script: &'static str,
    element: &'static str,
    part: Option<&'static str>,
) -> Variant {
    Variant { name, kind: Kind::Scale, script, element, part }
}
