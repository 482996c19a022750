//! The stored draft, as far as this widget knows of it.

/// The draft that is stored on the device, as far as it is known.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct StoredDraft {
    /// The key that it is stored under, from when the widget is shown: a page that changes the
    /// element later must not have one job's draft replace another's.
    pub(super) key: Option<String>,
    /// The stored text, as far as it is known.
    pub(super) text: Option<String>,
    /// The draft of this widget when the two were last the same: the base of a three-way merge.
    pub(super) base: Option<String>,
    /// Whether it is removed as soon as its key is known.
    pub(super) is_forgotten: bool,
}
