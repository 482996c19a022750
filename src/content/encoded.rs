//! Serialization of words, linter data and findings: the format that the build, the program and the
//! linter write for each other.
//!
//! The values of all fields in the order of their declaration, each ended by a character that no
//! words have, a list behind its length. A general format would cost three times as much wasm.

use std::ops::Range;
use std::str::Split;

/// Ends a value.
const END: char = '\u{1f}';

/// The last value of what is serialized: without it a text is of another build.
const LAST: &str = "end";

/// Serializes a value, for [`decode`] to read.
pub(crate) fn encode<'t>(value: &impl Encode<'t>) -> String {
    let mut text = String::new();
    value.write(&mut text);
    text + LAST
}

/// Deserializes a value; `None` when the text is of another build.
pub(crate) fn decode<'t, T: Encode<'t>>(text: &'t str) -> Option<T> {
    let mut values = text.split(END);
    let value = T::read(&mut values);
    (values.next() == Some(LAST) && values.next().is_none()).then_some(value)
}

/// A value that can be written into a text and read from one.
pub(crate) trait Encode<'t> {
    fn write(&self, text: &mut String);
    fn read(text: &mut Split<'t, char>) -> Self;
}

/// Declares a struct that is read from a table of a language file, with its encoder and decoder: a
/// field is listed once.
macro_rules! table {
    (
        $(#[$meta:meta])*
        pub struct $name:ident {
            $($(#[$field_meta:meta])* pub $field:ident: $type:ty,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, serde::Deserialize)]
        #[serde(deny_unknown_fields)]
        pub struct $name {
            $($(#[$field_meta])* pub $field: $type,)*
        }

        $crate::content::encoded::record!($name, 'static { $($field),* });
    };
}

/// Gives a struct its encoder, and its decoder for a text of this lifetime.
macro_rules! record {
    ($(<$any:lifetime>)? $name:ident, $lifetime:lifetime { $($field:ident),* }) => {
        impl $(<$any>)? $crate::content::encoded::Encode<$lifetime> for $name {
            fn write(&self, text: &mut String) {
                $($crate::content::encoded::Encode::write(&self.$field, text);)*
            }

            fn read(text: &mut std::str::Split<$lifetime, char>) -> Self {
                Self { $($field: $crate::content::encoded::Encode::read(text),)* }
            }
        }
    };
}

/// Declares an enum of names that are read from a language file: the name of each is listed once.
macro_rules! names {
    (
        $(#[$meta:meta])*
        pub enum $type:ident {
            $($(#[$variant_meta:meta])* $variant:ident = $name:literal,)*
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Deserialize)]
        pub enum $type {
            $($(#[$variant_meta])* #[serde(rename = $name)] $variant,)*
        }

        impl $type {
            /// All of them, in the order of their declaration.
            pub const ALL: [Self; [$($name),*].len()] = [$(Self::$variant),*];

            /// Its name, in language files, pages and forms.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }
        }

        impl<'t> $crate::content::encoded::Encode<'t> for $type {
            fn write(&self, text: &mut String) {
                $crate::content::encoded::Encode::write(&self.name().to_owned(), text);
            }

            fn read(text: &mut std::str::Split<'t, char>) -> Self {
                let name = text.next().unwrap_or_default();
                Self::ALL.into_iter().find(|it| it.name() == name).unwrap_or(Self::ALL[0])
            }
        }
    };
}

pub(crate) use record;
pub(super) use {names, table};

impl<'t> Encode<'t> for String {
    fn write(&self, text: &mut String) {
        // What somebody pastes may have it.
        text.extend(self.split(END));
        text.push(END);
    }

    fn read(text: &mut Split<'t, char>) -> Self {
        text.next().unwrap_or_default().to_owned()
    }
}

impl<'t> Encode<'t> for bool {
    fn write(&self, text: &mut String) {
        text.push_str(if *self { "1" } else { "" });
        text.push(END);
    }

    fn read(text: &mut Split<'t, char>) -> Self {
        text.next() == Some("1")
    }
}

impl<'t> Encode<'t> for u8 {
    fn write(&self, text: &mut String) {
        self.to_string().write(text);
    }

    fn read(text: &mut Split<'t, char>) -> Self {
        text.next().and_then(|it| it.parse().ok()).unwrap_or_default()
    }
}

impl<'t> Encode<'t> for usize {
    fn write(&self, text: &mut String) {
        self.to_string().write(text);
    }

    fn read(text: &mut Split<'t, char>) -> Self {
        text.next().and_then(|it| it.parse().ok()).unwrap_or_default()
    }
}

impl<'t> Encode<'t> for Range<usize> {
    fn write(&self, text: &mut String) {
        self.start.write(text);
        self.end.write(text);
    }

    fn read(text: &mut Split<'t, char>) -> Self {
        usize::read(text)..usize::read(text)
    }
}

impl<'t, T: Encode<'t>> Encode<'t> for Vec<T> {
    fn write(&self, text: &mut String) {
        self.len().to_string().write(text);
        for value in self {
            value.write(text);
        }
    }

    fn read(text: &mut Split<'t, char>) -> Self {
        let length = text.next().and_then(|it| it.parse().ok()).unwrap_or(0_u16);
        (0..length).map(|_| T::read(text)).collect()
    }
}

impl<'t, T: Encode<'t>> Encode<'t> for Option<T> {
    fn write(&self, text: &mut String) {
        self.is_some().write(text);
        if let Some(value) = self {
            value.write(text);
        }
    }

    fn read(text: &mut Split<'t, char>) -> Self {
        bool::read(text).then(|| T::read(text))
    }
}

impl<'t, A: Encode<'t>, B: Encode<'t>> Encode<'t> for (A, B) {
    fn write(&self, text: &mut String) {
        self.0.write(text);
        self.1.write(text);
    }

    fn read(text: &mut Split<'t, char>) -> Self {
        (A::read(text), B::read(text))
    }
}
