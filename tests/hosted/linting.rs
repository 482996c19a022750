//! The tone linter of a host without a browser: it answers at once.

use std::sync::LazyLock;

use good_sport::content::{LINTERS, LinterData, RejectionData};
use good_sport::model::{Effect, Linter, LinterMessage, Message, State, Told};

static READERS: LazyLock<Vec<Linter>> = LazyLock::new(|| {
    LINTERS.iter().filter_map(|(tag, _)| LinterData::for_tag(tag).map(Linter::new)).collect()
});

/// Lets something happen, and the linter answer what it is asked; gives the other effects.
pub(crate) fn happens(state: &mut State, message: Message) -> Vec<Effect> {
    let mut others = Vec::new();
    for effect in state.update(message) {
        match answer(effect) {
            Ok(message) => others.extend(happens(state, message)),
            Err(other) => others.push(other),
        }
    }
    others
}

/// The answer to an effect that is for the linter; else the effect.
pub(crate) fn answer(effect: Effect) -> Result<Message, Effect> {
    Ok(Message::Linter(match effect {
        Effect::Lint(request) => {
            let linter = READERS.iter().find(|it| it.data().tag == request.tag);
            let found = linter.map(|it| it.read(&request.text, &request.details));
            LinterMessage::Linted(request, found)
        }
        Effect::ReadRejection(request) => {
            let data = RejectionData::for_tag(&request.tag).zip(LinterData::for_tag(&request.tag));
            let told = data.map(|(it, linter)| Told::read(&request.text, it, linter));
            LinterMessage::ReadRejection(request, told)
        }
        other => return Err(other),
    }))
}
