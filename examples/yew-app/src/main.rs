//! A small Yew application with the widget in it, for two applications of one visitor.

use good_sport::component::GoodSport;
use good_sport::model::Event;
use yew::{Callback, Html, KeyboardEvent, Renderer, component, html, use_state};

#[component]
fn App() -> Html {
    let company = use_state(|| "Acme");
    let copies = use_state(|| 0);
    let shows_second = use_state(|| true);

    let rename = {
        let company = company.clone();
        Callback::from(move |_| company.set("Globex"))
    };
    let toggle = {
        let shows_second = shows_second.clone();
        Callback::from(move |()| shows_second.set(!*shows_second))
    };
    // A shortcut of the application: what is typed in the widget never sets it off.
    let press = {
        let toggle = toggle.clone();
        Callback::from(move |event: KeyboardEvent| {
            if event.key() == "2" {
                toggle.emit(());
            }
        })
    };
    let hear = {
        let copies = copies.clone();
        Callback::from(move |event| {
            if matches!(event, Event::Copied(..)) {
                copies.set(*copies + 1);
            }
        })
    };
    html! {
        <main onkeydown={press}>
            <h1>{ "Your applications" }</h1>
            <p>
                <button id="rename" onclick={rename}>{ "Acme was renamed" }</button>
                <button id="toggle" onclick={toggle.reform(|_| ())}>{ "The second one" }</button>
                { " Copied so far: " }<output id="copies">{ *copies }</output>
            </p>
            <p><textarea id="notes" aria-label="Notes" /></p>
            <GoodSport company={*company} on_event={hear} />
            if *shows_second {
                <GoodSport company="Initech" role="Data analyst" tone="formal" heading_level="3" />
            }
        </main>
    }
}

fn main() {
    Renderer::<App>::new().render();
}
