//! Linting: what is asked of the tone linter about a text, and its answer, which outlives small edits.
//!
//! The linter need not be there: it is asked by an effect, and answers by a message when it has read.

use std::ops::Range;

use super::details::Details;
use super::linter::Finding;

/// A text that the tone linter reads.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum LintTarget {
    /// The body of the letter.
    Letter,
    /// The note to one of the people, by the number of its voice.
    Note(u8),
}

/// A request to lint a text. The answer carries it back, so that one for an older text is known.
#[derive(Debug, Clone, PartialEq)]
pub struct LintRequest {
    /// Which text it is.
    pub target: LintTarget,
    /// The tag of its language.
    pub tag: String,
    /// The text.
    pub text: String,
    /// The form that goes with it.
    pub details: Details,
}

/// A request to read the pasted rejection.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RejectionRequest {
    /// The tag of the language whose patterns read it.
    pub tag: String,
    /// The message.
    pub text: String,
}

/// A request that was made last, and the answer that came last.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Asked<R, A> {
    requested: Option<R>,
    answered: Option<(R, A)>,
}

impl<R, A> Default for Asked<R, A> {
    fn default() -> Self {
        Self { requested: None, answered: None }
    }
}

impl<R: Clone + PartialEq, A> Asked<R, A> {
    /// What is to be requested, where that is not what was requested last: so one that failed is not
    /// made again before something has changed.
    pub(super) fn request(&mut self, wanted: Option<R>) -> Option<R> {
        if self.requested == wanted {
            return None;
        }
        if wanted.is_none() {
            self.answered = None;
        }
        self.requested.clone_from(&wanted);
        wanted
    }

    /// Takes an answer, unless something else was requested meanwhile.
    pub(super) fn answer(&mut self, request: R, answer: Option<A>) {
        if self.requested.as_ref() == Some(&request) {
            self.answered = answer.map(|it| (request, it));
        }
    }

    /// The last answer, and what it is for.
    pub(super) fn answered(&self) -> Option<&(R, A)> {
        self.answered.as_ref()
    }
}

/// Findings in a text as it was, in the text as it is now: those beside an edit keep their words, one
/// around it has the new ones, and one that it cuts into is gone.
pub(super) fn carried(findings: &[Finding], from: &str, to: &str) -> Vec<Finding> {
    let changed = changed(from, to);
    let carry = |finding: &Finding| {
        let mut finding = finding.clone();
        let span = &mut finding.span;
        let was_empty = span.start == span.end;
        let moved = |at: usize| at + to.len() - from.len();
        if span.start >= changed.end && span.end > changed.start {
            *span = moved(span.start)..moved(span.end);
        } else if span.start <= changed.start && changed.end <= span.end {
            span.end = moved(span.end);
        } else if span.end > changed.start {
            return None;
        }
        (was_empty || span.start < span.end).then_some(finding)
    };
    findings.iter().filter_map(carry).collect()
}

/// The part of a text that another one has changed.
fn changed(from: &str, to: &str) -> Range<usize> {
    let alike = |(one, other): &(u8, u8)| one == other;
    let mut start = from.bytes().zip(to.bytes()).take_while(alike).count();
    while !from.is_char_boundary(start) {
        start -= 1;
    }
    let most = from.len().min(to.len()) - start;
    let ends = from.bytes().rev().zip(to.bytes().rev()).take(most);
    let mut end = from.len() - ends.take_while(alike).count();
    while !from.is_char_boundary(end) {
        end += 1;
    }
    start..end
}
