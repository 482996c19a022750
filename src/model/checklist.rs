//! Checklist state: the ticks of the visitor, and those that a copy earned.

use crate::content::{Item, TickedBy};

/// The ticks. The visitor's word on an item always stands over what was ticked by itself.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash)]
pub struct Checklist {
    /// Items that the visitor ticked or unticked, by their `id`.
    set: Vec<(String, bool)>,
    /// Whether the letter was seen to go out of the widget: it was copied or shared.
    copied: bool,
    /// Whether the letter that went out asks one question at most.
    one_question: bool,
}

impl Checklist {
    /// Whether an item is ticked.
    #[must_use]
    pub fn is_ticked(&self, item: &Item) -> bool {
        let set = self.set.iter().find(|(id, _)| *id == item.id);
        set.map_or_else(
            || match item.ticked_by {
                None => false,
                Some(TickedBy::Copied) => self.copied,
                Some(TickedBy::OneQuestion) => self.one_question,
            },
            |(_, ticked)| *ticked,
        )
    }

    /// Takes the visitor's word on an item.
    pub fn set(&mut self, id: &str, ticked: bool) {
        self.set.retain(|(it, _)| it != id);
        self.set.push((id.to_owned(), ticked));
    }

    /// Notes that a letter with so many questions went out.
    pub fn sent(&mut self, questions: usize) {
        self.copied = true;
        self.one_question = questions <= 1;
    }

    /// The items that the visitor ticked or unticked, in the order in which that happened.
    #[must_use]
    pub fn choices(&self) -> &[(String, bool)] {
        &self.set
    }

    /// Whether the letter went out, and whether it then asked one question at most.
    #[must_use]
    pub const fn earned(&self) -> (bool, bool) {
        (self.copied, self.one_question)
    }

    /// How many of these items are ticked, and how many there are.
    pub fn progress<'a>(&self, items: impl Iterator<Item = &'a Item>) -> (usize, usize) {
        items.fold((0, 0), |(done, total), it| (done + usize::from(self.is_ticked(it)), total + 1))
    }
}
