//! The hands of a visitor, which point, click, type and choose.
//!
//! A widget may be drawn anew, or scroll, between the search for a part and what is done to it; on a
//! slow machine it often is. So each of these looks for its part again until it reached it.

use std::time::Duration;

use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::Value;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner, WebDriverResult};
use thirtyfour::{Key, WebElement};
use tokio::time::Instant;

use super::{HERE, Widget};
use crate::visit::PATIENCE;

/// Opens what a part of the widget is folded away in, and scrolls to it, as a visitor would.
const UNFOLD: &str = "const part = root?.querySelector(args[0]);\
    const own = part?.localName === 'summary' ? part.parentElement : part;\
    for (let it = own; (it = it?.parentElement);)\
      if (it.localName === 'details' && !it.open) it.querySelector('summary').click();\
    part?.scrollIntoView({ block: 'center', behavior: 'instant' });";

/// A part, or what covers it.
const UNCOVERED: &str = "if (!it) return null;\
    const { x, y, width, height } = it.getBoundingClientRect();\
    const hit = root.elementFromPoint(x + width / 2, y + height / 2);\
    return it === hit || it.contains(hit) ? it : (hit?.outerHTML ?? 'nothing');";

impl Widget<'_> {
    /// Does something to a part, unfolded and scrolled into view.
    ///
    /// # Errors
    ///
    /// When there is none, or it fails.
    pub async fn reach<T>(
        &self,
        selector: &str,
        act: impl AsyncFn(&WebElement) -> WebDriverResult<T>,
    ) -> Result<T> {
        self.reach_by(selector, "return part;", act).await
    }

    /// Does something to what a body makes of a part; when it gives a text, that is in the way.
    async fn reach_by<T>(
        &self,
        selector: &str,
        body: &str,
        act: impl AsyncFn(&WebElement) -> WebDriverResult<T>,
    ) -> Result<T> {
        let script = format!("{HERE} {UNFOLD} {body}");
        let start = Instant::now();
        loop {
            let error = match self.try_reach(&script, selector, &act).await {
                Ok(Ok(done)) => return Ok(done),
                Ok(Err(hindrance)) => anyhow!(hindrance),
                Err(error) if is_elsewhere(&error) => error.into(),
                Err(error) => return Err(error).with_context(|| selector.to_owned()),
            };
            if start.elapsed() > PATIENCE {
                return Err(error.context(format!("{selector} cannot be reached")));
            }
            self.visit.drawn().await?;
        }
    }

    /// The outcome, or the obstacle.
    async fn try_reach<T>(
        &self,
        script: &str,
        selector: &str,
        act: impl AsyncFn(&WebElement) -> WebDriverResult<T>,
    ) -> WebDriverResult<Result<T, String>> {
        let args = self.args(&[selector.into()]);
        let found = self.visit.session().execute(script, args).await?;
        match found.json() {
            Value::Null => Ok(Err("there is none".to_owned())),
            Value::String(other) => Ok(Err(format!("there is {other}"))),
            _ => act(&found.element()?).await.map(Ok),
        }
    }

    /// Clicks a part, where nothing else covers it.
    ///
    /// # Errors
    ///
    /// When it cannot be clicked.
    pub async fn click(&self, selector: &str) -> Result<()> {
        self.point(selector, &format!("const it = part; {UNCOVERED}")).await
    }

    /// A click by the pointer on what a body makes of a part: `WebKitGTK` finds that its own click
    /// of a field in a shadow root is caught by the root's host.
    async fn point(&self, selector: &str, body: &str) -> Result<()> {
        let at_once = Some(Duration::ZERO);
        self.reach_by(selector, body, async |part| {
            let hands = self.visit.session().action_chain_with_delay(at_once, at_once);
            hands.move_to_element_center(part).click().perform().await
        })
        .await
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
        self.shows(selector).await?;
        let fill = "const field = root.querySelector(args[0]);\
            field.focus();\
            field.value = args[1];\
            field.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));";
        self.run::<()>(fill, &[selector.into(), text.into()]).await?;
        self.visit.drawn().await
    }

    /// Unfolds a panel, unless it is unfolded.
    ///
    /// # Errors
    ///
    /// When there is no such panel.
    pub async fn unfold(&self, panel: &str) -> Result<()> {
        let unfolded = format!("[data-panel={panel}][open]");
        let start = Instant::now();
        while self.count(&unfolded).await? == 0 {
            ensure!(start.elapsed() < PATIENCE, "{panel} cannot be unfolded");
            // What comes above it meanwhile moves it from under the pointer.
            self.click(&format!("summary#{panel}")).await?;
            self.visit.drawn().await?;
        }
        Ok(())
    }

    /// Chooses one of a few, or states one fact more, by its label.
    ///
    /// # Errors
    ///
    /// When there is no such choice.
    pub async fn choose(&self, name: &str, value: &str) -> Result<()> {
        let radio = format!("input[name={name}][value={value}]");
        self.point(&radio, "return part?.labels[0];").await?;
        let told = "root.querySelector(args[0]).checked";
        self.until(&format!("{value} is chosen"), told, &[radio.into()]).await
    }

    /// Chooses from a list.
    ///
    /// # Errors
    ///
    /// When there is no such choice.
    pub async fn select(&self, name: &str, value: &str) -> Result<()> {
        let list = format!("select[name={name}]");
        // WebKitGTK's driver scrolls to the option, which has no box, and so leaves the list where it
        // was: https://www.w3.org/TR/webdriver2/#element-click scrolls to the list.
        let show = "root.querySelector(args[0])?.scrollIntoView({ block: 'center' });";
        self.run::<()>(show, &[list.as_str().into()]).await?;
        let option = format!("{list} option[value={value}]");
        self.reach(&option, async |option| option.click().await).await?;
        // ChromeDriver tells of the choice by `change` alone; from a hand an `input` comes before it.
        // Pages have classes of their own by the name of `Event`.
        let tell = "const event = document.createEvent('Event');\
            event.initEvent('input', true, false);\
            root.querySelector(args[0])?.dispatchEvent(event);";
        self.run::<()>(tell, &[list.as_str().into()]).await?;
        let told = "root.querySelector(args[0]).value === args[1]";
        self.until(&format!("{value} is chosen"), told, &[list.into(), value.into()]).await
    }
}

/// Whether a part is no longer where it was found: it was drawn anew, or, as in Firefox, is still
/// scrolling into view.
fn is_elsewhere(error: &WebDriverError) -> bool {
    matches!(
        error.as_inner(),
        WebDriverErrorInner::MoveTargetOutOfBounds(_)
            | WebDriverErrorInner::NoSuchElement(_)
            | WebDriverErrorInner::StaleElementReference(_)
    )
}
