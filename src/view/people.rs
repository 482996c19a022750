//! The people panel: a line for each person one met, and the note to the one that is open.

use yew::{Callback, Event, Html, InputEvent, MouseEvent, html};

use super::named::named;
use super::{
    Send, actions, button, chosen, linter, live, panel, sends, sends_once, sheet, text, value,
};
use crate::content::Language;
use crate::model::{
    CopyMessage, CopyTarget, Message, Notice, PEOPLE_LIMIT, Panel, PeopleMessage, Person,
    PersonField, State, join, numbered,
};

/// Draws the panel.
pub(super) fn people(state: &State, own: &'static Language, send: &Send) -> Html {
    panel(state, send, Panel::People, &own.labels.people, || list(state, own, send))
}

fn list(state: &State, own: &'static Language, send: &Send) -> Html {
    let (people, labels) = (state.people().all(), &own.labels);
    html! {
        <div class="notes">
            <p class="aside">{ text(&labels.people_intro) }</p>
            <ul>
                { for people.iter().map(|it| person(state, it, own, send)) }
            </ul>
            if people.len() < PEOPLE_LIMIT {
                { button("add-person", &labels.add_person, meets(send, PeopleMessage::Added)) }
            }
            if state.undoes_people() {
                { linter::undo(labels, send) }
            }
        </div>
    }
}

fn meets(send: &Send, meeting: PeopleMessage) -> Callback<MouseEvent> {
    sends(send, Message::People(meeting))
}

/// A person's line, and below it, while it is open, what is known of them and their note.
fn person(state: &State, person: &Person, own: &'static Language, send: &Send) -> Html {
    let (voice, labels) = (person.voice, &own.labels);
    let is_open = state.people().open() == Some(voice);
    let kind = named(&own.people, state.language().person(person.get(PersonField::Kind)));
    let name = match person.get(PersonField::Name) {
        "" => labels.person.to_string(),
        name => join([name, kind].into_iter(), &labels.list_separator),
    };
    let toggle = PeopleMessage::Opened((!is_open).then_some(voice));
    html! {
        <li class="person" key={voice}>
            <button type="button" class="line" id={numbered("person", voice.into())} name="person"
                aria-expanded={if is_open { "true" } else { "false" }} onclick={meets(send, toggle)}>
                { live(&name) }
                if person.is_done {
                    <span class="aside">{ actions::check_mark() }{ text(&labels.done_person) }</span>
                }
            </button>
            if is_open {
                { open(state, person, own, send) }
            }
        </li>
    }
}

fn open(state: &State, person: &Person, own: &'static Language, send: &Send) -> Html {
    let (voice, labels) = (person.voice, &own.labels);
    let words = state.note(person).body;
    let edited = send.reform(move |event: InputEvent| {
        Message::People(PeopleMessage::Edited(voice, value(event.as_ref())))
    });
    let copied = state.notice() == Some(Notice::Copied(CopyTarget::Note(voice)));
    html! {
        <>
            <div class="fields">
                { line(person, PersonField::Name, &labels.person_name, "", send) }
                { line(person, PersonField::Address, &labels.person_address, &labels.person_address_hint, send) }
            </div>
            { kinds(state, person, own, send) }
            { line(person, PersonField::Detail, &labels.person_detail, "", send) }
            { sheet(state, "note", &labels.note, words.clone(), Some(edited)) }
            { linter::note(state, voice, &words, labels, send) }
            <div class="actions">
                <button type="button" part="button" class="primary" id="copy-note" name="copy-note"
                    onclick={sends(send, Message::Copy(CopyMessage::Requested(CopyTarget::Note(voice))))}>
                    { actions::turning(copied, &labels.copy_note, &labels.copied) }
                </button>
                if state.has_offer_for(person) {
                    { button("use-new-note", &labels.use_new, sends_once(send, Message::People(PeopleMessage::AcceptedNewText(voice)))) }
                }
                if let Some(next) = state.people().next(voice) {
                    { button("next-person", &labels.next_person, meets(send, PeopleMessage::Opened(Some(next)))) }
                }
                <button type="button" part="button" class="plain" id="remove-person" name="remove-person"
                    onclick={sends_once(send, Message::People(PeopleMessage::Removed(voice)))}>
                    { text(&labels.remove_person) }
                </button>
            </div>
        </>
    }
}

/// Sends what is written about a person.
fn wrote<E: AsRef<Event> + 'static>(send: &Send, voice: u8, about: PersonField) -> Callback<E> {
    send.reform(move |event: E| {
        Message::People(PeopleMessage::Wrote(voice, about, value(event.as_ref())))
    })
}

fn line(
    person: &Person,
    about: PersonField,
    label: &'static str,
    hint: &'static str,
    send: &Send,
) -> Html {
    let name = about.name();
    html! {
        <div part="field" class="field">
            <label part="label" for={name}>{ text(label) }</label>
            <input part="input" id={name} {name} type="text" value={person.get(about).to_owned()}
                autocomplete="off" autocapitalize="words" enterkeyhint="next"
                aria-describedby={(!hint.is_empty()).then_some("person-hint")}
                oninput={wrote(send, person.voice, about)} />
            if !hint.is_empty() {
                <p class="hint" id="person-hint">{ text(hint) }</p>
            }
        </div>
    }
}

fn kinds(state: &State, person: &Person, own: &'static Language, send: &Send) -> Html {
    let kinds = &state.language().people;
    let now = &state.language().person(person.get(PersonField::Kind)).id;
    let name = PersonField::Kind.name();
    html! {
        <div part="field" class="field">
            <label part="label" for={name}>{ text(&own.labels.person_kind) }</label>
            <select part="input" id={name} {name} ~value={chosen(now)} key={state.language().tag.as_str()}
                onchange={wrote(send, person.voice, PersonField::Kind)}>
                { for kinds.iter().map(|it| html! {
                    <option key={it.id.as_str()} value={it.id.as_str()} selected={it.id == *now}>{ text(named(&own.people, it)) }</option>
                }) }
            </select>
        </div>
    }
}
