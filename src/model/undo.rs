//! The undo history: one step, which the next replacement takes the place of.

/// A replacement that can be undone.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct UndoStep {
    /// All that the visitor did, as it was saved before the replacement.
    pub(super) before: String,
    /// The same after it.
    pub(super) after: String,
    /// The state that was replaced.
    pub(super) scope: UndoScope,
}

/// The scope of a replacement.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum UndoScope {
    /// The letter, or all of the visitor's work.
    Letter,
    /// The people one met.
    People,
    /// The draft, which another tab or widget has stored.
    StoredDraft,
}

impl UndoStep {
    /// The step for a replacement that follows on another.
    pub(super) fn new(scope: UndoScope, before: String, after: String, last: Option<Self>) -> Self {
        match last {
            // What others store step by step is one replacement, as long as nothing is done here.
            Some(Self { before: first, after: last, scope: UndoScope::StoredDraft })
                if scope == UndoScope::StoredDraft && last == before =>
            {
                Self { before: first, after, scope }
            }
            _ => Self { before, after, scope },
        }
    }
}
