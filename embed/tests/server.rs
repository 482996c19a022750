//! The component on a server, which renders the element that the browser then fills.
#![cfg(not(target_arch = "wasm32"))]

use good_sport::component::GoodSport;
use yew::{Html, LocalServerRenderer, component, html};

#[component]
fn Page() -> Html {
    html! { <GoodSport company="Acme" /> }
}

#[test]
fn component_renders_its_element_on_a_server() {
    let renderer = LocalServerRenderer::<Page>::new().hydratable(false);
    let page = pollster::block_on(renderer.render());
    assert_eq!(page, "<div class=\"good-sport\"></div>");
}
