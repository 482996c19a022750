//! What the visitor reads of a choice: in the language of the widget, which need not be the letter's.

use crate::content::{Choice, Fact, Length, PersonKind, Reply, Text, Tone};

/// Something of a language that has an `id` and a label.
pub(super) trait Named: 'static {
    /// Its name, which is the same in every language.
    fn id(&self) -> &Text;
    /// What the visitor reads.
    fn label(&self) -> &Text;
}

macro_rules! named {
    ($($type:ty),*) => {
        $(impl Named for $type {
            fn id(&self) -> &Text {
                &self.id
            }

            fn label(&self) -> &Text {
                &self.label
            }
        })*
    };
}

named!(Choice, Fact, Length, PersonKind, Reply, Tone);

/// The label of a choice of the letter's language, in the widget's own language where that has it.
pub(super) fn named<T: Named>(own: &'static [T], choice: &'static T) -> &'static str {
    own.iter().find(|it| it.id() == choice.id()).unwrap_or(choice).label()
}
