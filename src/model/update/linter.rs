//! Updates by the tone linter: it is asked, and answers; a finding is located, its suggestion applied, or
//! it is dismissed.

use crate::content::{Field, Severity};
use crate::model::copy::CopyTarget;
use crate::model::draft::Draft;
use crate::model::effect::Effect;
use crate::model::linter::{Finding, utf16};
use crate::model::linting::{LintRequest, LintTarget, RejectionRequest};
use crate::model::message::LinterMessage;
use crate::model::notice::Notice;
use crate::model::state::State;
use crate::model::undo::UndoScope;

impl State {
    pub(super) fn update_linter(&mut self, message: LinterMessage) -> Vec<Effect> {
        match message {
            LinterMessage::Located(target, index) => {
                let field = match target {
                    LintTarget::Letter => CopyTarget::Letter,
                    LintTarget::Note(voice) => CopyTarget::Note(voice),
                };
                let found = self.finding(target, index);
                let select =
                    found.map(|it| Effect::Select(field, utf16(&self.text_of(target), &it.span)));
                return select.into_iter().collect();
            }
            LinterMessage::AppliedSuggestion(target, index) => {
                return self.apply_suggestion(target, index);
            }
            LinterMessage::Dismissed(target, index) => return self.dismiss(target, index),
            LinterMessage::Pasted => self.has_pasted = true,
            LinterMessage::Linted(request, findings) => match request.target {
                LintTarget::Letter => self.letter_linting.answer(request, findings),
                LintTarget::Note(_) => self.note_linting.answer(request, findings),
            },
            LinterMessage::ReadRejection(request, told) => {
                self.rejection_reading.answer(request, told);
            }
        }
        Vec::new()
    }

    /// What is to be asked of the linter after something has happened. What the form makes of words
    /// that were typed into it was read before: it is asked about what somebody wrote or pasted.
    pub(super) fn sync_linter(&mut self) -> Vec<Effect> {
        let is_own = || Field::TEXTS.into_iter().any(|it| !self.details.get(it).is_empty());
        let letter = self.is_edited() || self.has_pasted && is_own();
        let letter = letter.then(|| self.lint_request(LintTarget::Letter));
        let note = self
            .people
            .open()
            .filter(|voice| self.people.get(*voice).is_some_and(|it| it.draft != Draft::Composed));
        let note = note.map(|voice| self.lint_request(LintTarget::Note(voice)));
        let rejection = (!self.rejection.trim().is_empty()).then(|| RejectionRequest {
            tag: self.language.tag.to_string(),
            text: self.rejection.clone(),
        });
        let lints = [self.letter_linting.request(letter), self.note_linting.request(note)];
        let mut effects: Vec<_> = lints.into_iter().flatten().map(Effect::Lint).collect();
        effects.extend(self.rejection_reading.request(rejection).map(Effect::ReadRejection));
        effects
    }

    fn lint_request(&self, target: LintTarget) -> Box<LintRequest> {
        let details = match target {
            LintTarget::Letter => None,
            LintTarget::Note(voice) => self.people.get(voice).map(|it| it.details(&self.details)),
        };
        Box::new(LintRequest {
            target,
            tag: self.language.tag.to_string(),
            text: self.text_of(target),
            details: details.unwrap_or_else(|| self.details.clone()),
        })
    }

    fn finding(&self, target: LintTarget, index: usize) -> Option<Finding> {
        self.findings_in(target)?.into_iter().nth(index)
    }

    /// Puts the suggestion of a finding into its text, where it has one.
    fn apply_suggestion(&mut self, target: LintTarget, index: usize) -> Vec<Effect> {
        let Some(Finding { span, suggestion: Some(suggestion), .. }) = self.finding(target, index)
        else {
            return Vec::new();
        };
        let mut text = self.text_of(target);
        text.replace_range(span, &suggestion);
        let mut effects = match target {
            LintTarget::Letter => self.replace_body(text),
            LintTarget::Note(voice) => {
                let change = |it: &mut Self| it.edit_note(voice, text);
                self.replace(UndoScope::People, Notice::NoteReplaced, change)
            }
        };
        effects.push(self.focus_finding(target, index));
        effects
    }

    fn replace_body(&mut self, body: String) -> Vec<Effect> {
        if self.draft == Draft::Composed {
            // Undo shall bring these words back, and not what the form makes of them by then.
            let letter = self.composed();
            self.draft = Draft::Edited { over: letter.clone(), letter };
        }
        let mut letter = self.letter();
        letter.body = body;
        self.replace(UndoScope::Letter, Notice::Replaced, |it| it.edit(letter))
    }

    /// Hides a finding for as long as its text has its words.
    fn dismiss(&mut self, target: LintTarget, index: usize) -> Vec<Effect> {
        let Some(Finding { id, span, .. }) = self.finding(target, index) else {
            return Vec::new();
        };
        let dismissed = (id, self.text_of(target)[span].to_owned());
        let scope = match target {
            LintTarget::Letter => UndoScope::Letter,
            LintTarget::Note(_) => UndoScope::People,
        };
        let change = |it: &mut Self| it.dismissed.push(dismissed);
        let mut effects = self.replace(scope, Notice::Dismissed, change);
        effects.push(self.focus_finding(target, index));
        effects
    }

    /// Focuses the finding that took the place of one that is gone, else the button that undoes it.
    fn focus_finding(&self, target: LintTarget, index: usize) -> Effect {
        let findings = self.findings_in(target).unwrap_or_default();
        let is_shown = |it: &&Finding| it.severity != Severity::Info;
        let before = findings.iter().take(index).filter(is_shown).count();
        let list = match target {
            LintTarget::Letter => ".letter > .review > .findings",
            LintTarget::Note(_) => ".person .findings",
        };
        let selector = if findings.iter().filter(is_shown).count() > before {
            // To format the number would be 1 kB of wasm.
            [list, " > li:first-child", &" + li".repeat(before), " > [part=button]"].concat()
        } else {
            "#undo".to_owned()
        };
        Effect::Focus(selector)
    }
}
