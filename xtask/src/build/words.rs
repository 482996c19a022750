//! One module for each language, with its words as the library wrote them.

use anyhow::Result;
use good_sport::content::WORDS;

/// The languages' tags, each with the text of its module.
///
/// # Errors
///
/// None that a text could cause.
pub(super) fn modules() -> Result<Vec<(&'static str, Vec<u8>)>> {
    let mut modules = Vec::new();
    for &(tag, words) in WORDS {
        // JSON's strings are strings of JavaScript too.
        let text = serde_json::to_string(words)?;
        modules.push((tag, format!("export default{text}").into_bytes()));
    }
    Ok(modules)
}
