//! The states in which the widget is looked at, each reached from the one before.

use std::fmt;

use anyhow::Result;

use crate::visit::Visit;
use crate::widget::{BODY, COPY, Widget};

/// The values of the form when it is filled.
pub const FILLED: [(&str, &str); 5] = [
    ("company", "Northwind"),
    ("role", "Data analyst"),
    ("recipient", "Ms. Rivera"),
    ("sender", "Sam Lee"),
    ("highlight", "the talk about the forecasting team"),
];

/// A state of the widget.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// As it comes.
    Untouched,
    /// With every field filled.
    Filled,
    /// With an edited letter and a form that was changed since, so that it offers the new text.
    Edited,
    /// With the letter copied.
    Copied,
}

impl fmt::Display for State {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(match self {
            Self::Untouched => "untouched",
            Self::Filled => "filled",
            Self::Edited => "edited",
            Self::Copied => "copied",
        })
    }
}

impl State {
    /// All states, in the order in which they are reached.
    pub const ALL: [Self; 4] = [Self::Untouched, Self::Filled, Self::Edited, Self::Copied];

    /// Takes the widget here from the state before.
    ///
    /// # Errors
    ///
    /// When it cannot be taken there.
    pub async fn enter(self, visit: &Visit, widget: Widget<'_>) -> Result<()> {
        match self {
            Self::Untouched => {}
            Self::Filled => {
                for (name, text) in FILLED {
                    widget.fill(&format!("[name={name}]"), text).await?;
                }
            }
            Self::Edited => {
                let body = widget.body().await?;
                widget.fill(BODY, &format!("{body}\n\nPS: My own words.")).await?;
                widget.choose("tone", "formal").await?;
                widget.shows("button[name=use-new]").await?;
            }
            Self::Copied => {
                widget.click(COPY).await?;
                visit.hear("good-sport-copy", 1).await?;
            }
        }
        visit.drawn().await
    }
}
