//! One module for each language, with its words as the library wrote them.

use std::collections::BTreeMap;

use anyhow::Result;
use good_sport::content::WORDS;

/// The text of the module of each language, by its tag.
///
/// # Errors
///
/// None that a text could cause.
pub(super) fn modules() -> Result<BTreeMap<&'static str, Vec<u8>>> {
    let mut modules = BTreeMap::new();
    for &(tag, words) in WORDS {
        // JSON's strings are strings of JavaScript too.
        let text = serde_json::to_string(words)?;
        modules.insert(tag, format!("export default{text}").into_bytes());
    }
    Ok(modules)
}
