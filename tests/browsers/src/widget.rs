//! A widget in a page, as the visitor's hands and eyes have it.

mod hands;

use anyhow::Result;
use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::visit::Visit;

/// Variables of every function body: the widget's element, or the one that the component draws, its
/// shadow root, and what it was given.
const HERE: &str = "const [number, ...args] = arguments;\
    const find = () => document.querySelectorAll('good-sport, .good-sport')[number];\
    const element = find();\
    const root = element?.shadowRoot;";

/// Waits until it works. Nobody clicks on what has not been drawn and may still find its place; and
/// meanwhile a page may have put another element in its place.
const READY: &str = "let it;\
    do {\
      it = find();\
      await it?.ready;\
      for (const _ of [1, 2]) await new Promise(requestAnimationFrame);\
    } while (!it?.ready || it !== find());";

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

    /// The result of a function body, which knows `element`, `root` and `args`.
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
        self.run_async(READY, &[]).await
    }

    /// Scrolls to it, and waits until it works.
    ///
    /// # Errors
    ///
    /// When it cannot work.
    pub async fn come_to(&self) -> Result<()> {
        // A tag inserts it only once the page's framework has taken over.
        self.until("the widget is there", "element", &[]).await?;
        self.run::<()>("element.scrollIntoView();", &[]).await?;
        self.ready().await
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

    /// Waits until the tone linter has read what was edited, whose findings move what is below them.
    ///
    /// # Errors
    ///
    /// When it never does.
    pub async fn is_read(&self) -> Result<()> {
        self.lacks(".verdict:empty").await
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

    /// The value of a field.
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

    /// The property `details` of the element: the form as it stands.
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

/// The verdict of the tone linter, once it has read a text.
pub const VERDICT: &str = ".verdict > span";

/// The button that copies the letter.
pub const COPY: &str = "[part~=copy]";

/// The link that opens a mail program.
pub const MAIL: &str = "a[href^='mailto:']";

/// The line that says what happened.
pub const NOTICE: &str = "[part~=notice]";

/// The text for the visitor's eyes only, which is folded away.
pub const PRIVATE: &str = "textarea[name=private]";

/// The boxes of the checklist.
pub const ITEMS: &str = "[part~=item] input[type=checkbox]";
