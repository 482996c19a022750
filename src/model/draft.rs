//! The draft: the letter as composed, or as the visitor edited it, which nothing overwrites.

use super::letter::Letter;

/// Who has the last word on the letter.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Draft {
    /// The form: the letter follows every change of it.
    #[default]
    Composed,
    /// The visitor: the letter stands as edited.
    Edited {
        /// The letter in the visitor's words.
        letter: Letter,
        /// What the form made when the visitor last saw it and kept to these words. When it
        /// makes something else, there is a new text to offer.
        over: Letter,
    },
}

impl Draft {
    /// The letter to show and to copy, given what the form makes.
    #[must_use]
    pub fn letter(&self, composed: Letter) -> Letter {
        match self {
            Self::Composed => composed,
            Self::Edited { letter, .. } => letter.clone(),
        }
    }

    /// Takes the visitor's words, without overrides of the direction, which may be pasted with others
    /// and turn what follows them. Words that are those of the form follow the form again.
    pub fn edit(&mut self, mut letter: Letter, composed: Letter) {
        for text in [&mut letter.subject, &mut letter.body] {
            text.retain(|it| !matches!(it, '\u{202d}' | '\u{202e}'));
        }
        *self = match self {
            _ if letter == composed => Self::Composed,
            Self::Composed => Self::Edited { letter, over: composed },
            Self::Edited { over, .. } => Self::Edited { letter, over: over.clone() },
        };
    }

    /// Whether the form makes something else than when the letter was edited.
    #[must_use]
    pub fn has_offer(&self, composed: &Letter) -> bool {
        matches!(self, Self::Edited { over, .. } if over != composed)
    }
}
