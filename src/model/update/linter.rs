//! Updates by the tone linter: a finding is located, its suggestion applied, or it is dismissed.

use crate::content::Severity;
use crate::model::draft::Draft;
use crate::model::effect::Effect;
use crate::model::linter::{Finding, utf16};
use crate::model::message::LinterMessage;
use crate::model::notice::Notice;
use crate::model::state::State;
use crate::model::undo::UndoScope;

impl State {
    pub(super) fn update_linter(&mut self, message: LinterMessage) -> Vec<Effect> {
        match message {
            LinterMessage::Located(index) => {
                let body = self.letter().body;
                let found = self.findings().into_iter().nth(index);
                let select = found.map(|it| Effect::Select(utf16(&body, &it.span)));
                select.into_iter().collect()
            }
            LinterMessage::AppliedSuggestion(index) => self.apply_suggestion(index),
            LinterMessage::Dismissed(index) => self.dismiss(index),
        }
    }

    /// Puts the suggestion of a finding into the letter, where it has one.
    fn apply_suggestion(&mut self, index: usize) -> Vec<Effect> {
        let found = self.findings().into_iter().nth(index);
        let Some(Finding { span, suggestion: Some(suggestion), .. }) = found else {
            return Vec::new();
        };
        if self.draft == Draft::Composed {
            // Undo shall bring these words back, and not what the form makes of them by then.
            let letter = self.composed();
            self.draft = Draft::Edited { over: letter.clone(), letter };
        }
        let mut letter = self.letter();
        letter.body.replace_range(span, &suggestion);
        let change = |it: &mut Self| it.edit(letter);
        let mut effects = self.replace(UndoScope::Letter, Notice::Replaced, change);
        effects.push(self.focus_finding(index));
        effects
    }

    /// Hides a finding for as long as the letter has its words.
    fn dismiss(&mut self, index: usize) -> Vec<Effect> {
        let body = self.letter().body;
        let found = self.findings().into_iter().nth(index);
        let Some(Finding { rule, span, .. }) = found else { return Vec::new() };
        let dismissed = (rule.id.clone(), body[span].to_owned());
        let change = |it: &mut Self| it.dismissed.push(dismissed);
        let mut effects = self.replace(UndoScope::Letter, Notice::Dismissed, change);
        effects.push(self.focus_finding(index));
        effects
    }

    /// Focuses the finding that took the place of one that is gone, else the button that undoes it.
    fn focus_finding(&self, index: usize) -> Effect {
        let findings = self.findings();
        let is_shown = |it: &&Finding| it.rule.severity != Severity::Info;
        let before = findings.iter().take(index).filter(is_shown).count();
        let selector = if findings.iter().filter(is_shown).count() > before {
            // To format the number would be 1 kB of wasm.
            [".findings > li:first-child", &" + li".repeat(before), " > [part=button]"].concat()
        } else {
            "#undo".to_owned()
        };
        Effect::Focus(selector)
    }
}
