//! Drawings: an element, and the Yew application that draws one widget after the other in it.

use std::rc::Rc;

use web_sys::Element;
use yew::{AppHandle, Renderer};

use super::{Runtime, Widget, WidgetProps};
use crate::effects::Host;

/// An element, and what draws in it.
///
/// Yew never lets go of what it hears events by, nor of the element that it hears them at. So the
/// drawing of a widget that is gone is kept for the next one.
pub struct Drawing<H: Host> {
    root: Element,
    app: Option<AppHandle<Widget<H>>>,
}

impl<H: Host> Drawing<H> {
    /// A drawing in an element that nothing draws in yet.
    #[must_use]
    pub fn new(root: Element) -> Self {
        Self { root, app: None }
    }

    /// Its element.
    #[must_use]
    pub fn root(&self) -> &Element {
        &self.root
    }

    /// Draws a widget.
    pub fn draw(&mut self, runtime: Rc<Runtime<H>>) {
        let props = WidgetProps { runtime: Some(runtime) };
        if let Some(app) = &mut self.app {
            app.update(props);
        } else {
            let renderer = Renderer::with_root_and_props(self.root.clone(), props);
            self.app = Some(renderer.render());
        }
    }

    /// Lets go of the widget, and takes the element out of the page.
    pub fn clear(&mut self) {
        self.root.remove();
        if let Some(app) = &mut self.app {
            app.update(WidgetProps { runtime: None });
        }
    }
}
