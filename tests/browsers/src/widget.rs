//! A widget in a page, as the visitor's hands and eyes have it.

use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};
use thirtyfour::{Key, WebElement};

use crate::visit::Visit;

/// What every function body may use: the widget's element, or the one that the component draws, its
/// shadow root, and what it was given.
const HERE: &str = "const [number, ...args] = arguments;\
    const element = document.querySelectorAll('good-sport, .good-sport')[number];\
    const root = element?.shadowRoot;";

/// Opens what a part of the widget is folded away in, and scrolls to it, as a visitor would.
const UNFOLD: &str = "const part = root.querySelector(args[0]);\
    const own = part?.localName === 'summary' ? part.parentElement : part;\
    for (let it = own; (it = it?.parentElement);)\
      if (it.localName === 'details' && !it.open) it.querySelector('summary').click();\
    part?.scrollIntoView({ block: 'center', behavior: 'instant' });";

/// How often the browser may draw until what is scrolled to is in its place.
const FRAMES: usize = 10;

/// A letter as the element tells it.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
pub struct Letter {
    /// Its subject.
    pub subject: String,
    /// Its plain text.
    pub body: String,
    /// Its rich text.
    pub html: String,
    /// Its language.
    pub lang: String,
}

/// One of the widgets of a page.
#[derive(Debug, Clone, Copy)]
pub struct Widget<'a> {
    visit: &'a Visit,
    number: usize,
}

impl<'a> Widget<'a> {
    pub(crate) fn new(visit: &'a Visit, number: usize) -> Self {
        Self { visit, number }
    }

    fn args(&self, args: &[Value]) -> Vec<Value> {
        [&[self.number.into()], args].concat()
    }

    /// What a function body gives; it knows `element`, `root` and `args`.
    ///
    /// # Errors
    ///
    /// When it throws, or gives another type.
    pub async fn run<T: DeserializeOwned>(&self, body: &str, args: &[Value]) -> Result<T> {
        self.visit.run(&format!("{HERE} {body}"), &self.args(args)).await
    }

    /// As [`Widget::run`], for a body that may `await`.
    ///
    /// # Errors
    ///
    /// When it throws, or gives another type.
    pub async fn run_async<T: DeserializeOwned>(&self, body: &str, args: &[Value]) -> Result<T> {
        self.visit.run_async(&format!("{HERE} {body}"), &self.args(args)).await
    }

    /// Waits until an expression is true.
    ///
    /// # Errors
    ///
    /// When it never is.
    pub async fn until(&self, what: &str, expression: &str, args: &[Value]) -> Result<()> {
        self.visit.until(what, &format!("{HERE} return {expression};"), &self.args(args)).await
    }

    /// Waits until it works, and is seen.
    ///
    /// # Errors
    ///
    /// When it cannot work.
    pub async fn ready(&self) -> Result<()> {
        self.until("the widget is there", "element?.ready", &[]).await?;
        self.run_async::<()>("await element.ready;", &[]).await?;
        // Nobody clicks on what has not been drawn, and may still find its place.
        self.visit.drawn().await
    }

    /// Scrolls to it, and waits until it works.
    ///
    /// # Errors
    ///
    /// When it cannot work.
    pub async fn come_to(&self) -> Result<()> {
        self.run::<()>("element.scrollIntoView();", &[]).await?;
        self.ready().await
    }

    /// One of its parts, unfolded and scrolled into view.
    ///
    /// # Errors
    ///
    /// When there is none.
    pub async fn find(&self, selector: &str) -> Result<WebElement> {
        self.bring(selector, "return part;").await
    }

    async fn bring(&self, selector: &str, body: &str) -> Result<WebElement> {
        let script = format!("{HERE} {UNFOLD} {body}");
        let found = self.visit.session().execute(script, self.args(&[selector.into()])).await;
        let found = found.with_context(|| selector.to_owned())?;
        found.element().with_context(|| format!("there is no {selector}"))
    }

    /// How many parts there are like this.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn count(&self, selector: &str) -> Result<usize> {
        self.run("return root.querySelectorAll(args[0]).length;", &[selector.into()]).await
    }

    /// Waits until there is a part like this.
    ///
    /// # Errors
    ///
    /// When there never is.
    pub async fn shows(&self, selector: &str) -> Result<()> {
        let what = format!("there is a {selector}");
        self.until(&what, "root.querySelector(args[0])", &[selector.into()]).await
    }

    /// Waits until there is no part like this.
    ///
    /// # Errors
    ///
    /// When there always is.
    pub async fn lacks(&self, selector: &str) -> Result<()> {
        let what = format!("there is no {selector}");
        self.until(&what, "!root.querySelector(args[0])", &[selector.into()]).await
    }

    /// Clicks a part, where nothing else covers it.
    ///
    /// # Errors
    ///
    /// When it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Result<()> {
        let hit = "const part = root.querySelector(args[0]);\
            const { x, y, width, height } = part.getBoundingClientRect();\
            const hit = root.elementFromPoint(x + width / 2, y + height / 2);\
            return part === hit || part.contains(hit) ? '' : (hit?.outerHTML ?? 'nothing');";
        let mut other = String::new();
        for _ in 0..FRAMES {
            self.find(selector).await?;
            other = self.run(hit, &[selector.into()]).await?;
            // It may still be on its way into view.
            if other.is_empty() {
                break;
            }
            self.visit.drawn().await?;
        }
        ensure!(other.is_empty(), "{selector} cannot be clicked; there is {other}");
        self.point(selector, "return part;").await.with_context(|| selector.to_owned())
    }

    /// A click by the pointer on what a body makes of a part: `WebKitGTK` finds that its own click
    /// of a field in a shadow root is caught by the root's host.
    async fn point(&self, selector: &str, body: &str) -> Result<()> {
        let at_once = Some(Duration::ZERO);
        loop {
            let part = self.bring(selector, body).await?;
            let chain = self.visit.session().action_chain_with_delay(at_once, at_once);
            match chain.move_to_element_center(&part).click().perform().await {
                // Firefox may still be scrolling to a field that was just written.
                Err(error) if is_out_of_sight(&error) => self.visit.drawn().await?,
                done => return Ok(done?),
            }
        }
    }

    /// Replaces what a field holds, by keys.
    ///
    /// # Errors
    ///
    /// When it cannot be typed in.
    pub async fn write(&self, selector: &str, text: &str) -> Result<()> {
        self.click(selector).await?;
        self.visit.press_with(Key::Control, "a").await?;
        self.visit.press(Key::Delete).await?;
        self.visit.press(text).await?;
        let told = "root.querySelector(args[0]).value === args[1]";
        let written = self.until("it is written", told, &[selector.into(), text.into()]).await;
        let Err(error) = written else { return Ok(()) };
        let held = self.value(selector).await?;
        Err(error.context(format!("{selector} holds {held:?} instead of {text:?}")))
    }

    /// Replaces what a field holds, as a paste would; for text that drivers cannot type.
    ///
    /// # Errors
    ///
    /// When there is no such field.
    pub async fn fill(&self, selector: &str, text: &str) -> Result<()> {
        let fill = "const field = root.querySelector(args[0]);\
            field.focus();\
            field.value = args[1];\
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
        self.run::<()>(fill, &[selector.into(), text.into()]).await?;
        self.visit.drawn().await
    }

    /// Chooses one of a few, by its label.
    ///
    /// # Errors
    ///
    /// When there is no such choice.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        let radio = format!("input[name={name}][value={value}]");
        self.point(&radio, "return part.labels[0];").await?;
        let told = "root.querySelector(args[0]).checked";
        self.until(&format!("{value} is chosen"), told, &[radio.into()]).await
    }

    /// Chooses from a list.
    ///
    /// # Errors
    ///
    /// When there is no such choice.
    pub async fn select(&self, name: &str, value: &str) -> Result<()> {
        let option = format!("select[name={name}] option[value={value}]");
        self.find(&option).await?.click().await?;
        let told = "root.querySelector(args[0]).value === args[1]";
        let list = format!("select[name={name}]");
        self.until(&format!("{value} is chosen"), told, &[list.into(), value.into()]).await
    }

    /// What a field holds.
    ///
    /// # Errors
    ///
    /// When there is no such field.
    pub async fn value(&self, selector: &str) -> Result<String> {
        self.run("return root.querySelector(args[0]).value;", &[selector.into()]).await
    }

    /// Whether a box is ticked.
    ///
    /// # Errors
    ///
    /// When there is no such box.
    pub async fn is_ticked(&self, selector: &str) -> Result<bool> {
        self.run("return root.querySelector(args[0]).checked;", &[selector.into()]).await
    }

    /// The letter as the element tells it.
    ///
    /// # Errors
    ///
    /// When there is none yet.
    pub async fn letter(&self) -> Result<Letter> {
        self.run("return element.letter;", &[]).await
    }

    /// The text of the letter as it is seen.
    ///
    /// # Errors
    ///
    /// When it is not there.
    pub async fn body(&self) -> Result<String> {
        self.value(BODY).await
    }

    /// Waits until the letter that is seen holds a text.
    ///
    /// # Errors
    ///
    /// When it never does.
    pub async fn reads(&self, text: &str) -> Result<()> {
        let held = "root.querySelector('textarea[name=body]').value.includes(args[0])";
        self.until(&format!("the letter holds {text:?}"), held, &[text.into()]).await
    }

    /// What is asked of the element by its properties: the form as it stands.
    ///
    /// # Errors
    ///
    /// When the page is gone.
    pub async fn details(&self) -> Result<Value> {
        self.run("return element.details;", &[]).await
    }
}

/// The form.
pub const FORM: &str = "[part~=form]";

/// The text of the letter.
pub const BODY: &str = "textarea[name=body]";

/// The subject of the letter.
pub const SUBJECT: &str = "input[name=subject]";

/// The button that copies the letter.
pub const COPY: &str = "[part~=copy]";

/// The link that opens a mail program.
pub const MAIL: &str = "a[href^='mailto:']";

/// The line that says what happened.
pub const NOTICE: &str = "[part~=notice]";

/// The boxes of the checklist.
pub const ITEMS: &str = "[part~=item] input[type=checkbox]";

fn is_out_of_sight(error: &WebDriverError) -> bool {
    matches!(error.as_inner(), WebDriverErrorInner::MoveTargetOutOfBounds(_))
}
