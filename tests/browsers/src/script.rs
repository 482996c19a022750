//! Runs pieces of script in the page that a session shows.

use std::sync::Arc;

use anyhow::{Context as _, Result, bail};
use serde::de::DeserializeOwned;
use serde_json::Value;
use thirtyfour::session::handle::SessionHandle;

/// The result of a function body that may `await`; its `arguments` are `args`.
///
/// # Errors
///
/// When it throws, or gives another type.
pub async fn run_async<T: DeserializeOwned>(
    session: &Arc<SessionHandle>,
    body: &str,
    args: &[Value],
) -> Result<T> {
    let script = format!(
        "const done = arguments[arguments.length - 1];\n\
         (async () => {{ {body} }})().then(\n\
           (value) => done({{ value: value ?? null }}),\n\
           (error) => done({{ error: String(error) }}),\n\
         );"
    );
    let given = session.execute_async(script, args).await;
    let mut given: Value = given.with_context(|| body.to_owned())?.convert()?;
    if let Some(error) = given.get("error") {
        bail!("{error} in {body}");
    }
    let value = given.get_mut("value").map(Value::take).unwrap_or_default();
    read(value).with_context(|| body.to_owned())
}

/// Properties that the scripts of the hostile column add to every object, and drivers read with it.
const ADDED: [&str; 2] = ["extend", "isEmpty"];

/// The result of a script, as a test reads it.
///
/// # Errors
///
/// When it is of another type.
pub fn read<T: DeserializeOwned>(mut value: Value) -> Result<T> {
    take_out(&mut value);
    Ok(serde_json::from_value(value)?)
}

fn take_out(value: &mut Value) {
    match value {
        Value::Object(entries) => {
            entries.retain(|name, _| !ADDED.contains(&name.as_str()));
            entries.values_mut().for_each(take_out);
        }
        Value::Array(items) => items.iter_mut().for_each(take_out),
        Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_) => {}
    }
}
