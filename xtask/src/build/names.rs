//! Gives what the wasm and its glue call each other by the shortest names there are.
//!
//! wasm-bindgen's own end in the sixteen digits of a hash, and stand in both files; no compression
//! helps with that.

use std::collections::{BTreeMap, BTreeSet};

use anyhow::{Context, Result, bail};
use serde::Deserialize;

/// What the glue reads every export from.
const EXPORTS: &str = "wasm.";
/// What stands before an import's name where the glue defines it.
const DEFINITION: &str = "export function ";
/// What wasm-opt calls the one module of all imports.
pub(super) const MODULE: &str = "a";

/// The new names, as wasm-opt prints them when it has given them to the wasm.
#[derive(Deserialize)]
pub(super) struct Names {
    /// The module, the old name and the new one of each import.
    imports: Vec<(String, String, String)>,
    /// The old name and the new one of each export.
    exports: Vec<(String, String)>,
}

impl Names {
    /// Reads what wasm-opt printed.
    pub(super) fn read(printed: &str) -> Result<Self> {
        serde_json::from_str(printed).context("wasm-opt does not tell its new names as it did")
    }

    /// The glue with the new names.
    ///
    /// # Errors
    ///
    /// When the glue has a name that wasm-opt does not know, or wasm-opt one that the glue lacks.
    pub(super) fn put_into(&self, glue: &str) -> Result<String> {
        let modules: BTreeSet<_> = self.imports.iter().map(|(module, ..)| module).collect();
        if modules.len() != 1 {
            bail!("the wasm imports from {} modules, and not from the glue alone", modules.len());
        }
        self.put_imports(&self.put_exports(glue)?)
    }

    fn put_exports(&self, glue: &str) -> Result<String> {
        let names: BTreeMap<_, _> =
            self.exports.iter().map(|(old, new)| (old.as_str(), new)).collect();
        let mut renamed = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(at) = rest.find(EXPORTS) {
            let (before, after) = rest.split_at(at + EXPORTS.len());
            let (name, after) = after.split_at(after.find(ends_name).unwrap_or(after.len()));
            renamed.push_str(before);
            match names.get(name) {
                // As in `xwasm.name`, or at the end of a sentence.
                _ if !rest[..at].ends_with(ends_name) => renamed.push_str(name),
                Some(new) => renamed.push_str(new),
                None => bail!("the glue uses wasm.{name}, which the wasm does not export"),
            }
            rest = after;
        }
        renamed.push_str(rest);
        Ok(renamed)
    }

    fn put_imports(&self, glue: &str) -> Result<String> {
        let mut names: BTreeMap<_, _> =
            self.imports.iter().map(|(_, old, new)| (old.as_str(), new)).collect();
        let mut renamed = String::with_capacity(glue.len());
        let mut rest = glue;
        while let Some(at) = rest.find(DEFINITION) {
            let (before, after) = rest.split_at(at + DEFINITION.len());
            let (name, after) = after.split_at(after.find(ends_name).unwrap_or(after.len()));
            renamed.push_str(before);
            // What wasm-opt found unused it names no more.
            renamed.push_str(names.remove(name).map_or(name, String::as_str));
            rest = after;
        }
        renamed.push_str(rest);
        match names.keys().next() {
            Some(name) => bail!("the wasm imports {name}, which the glue does not define"),
            None => Ok(renamed),
        }
    }
}

/// Whether a character is no part of a name.
fn ends_name(character: char) -> bool {
    !(character.is_ascii_alphanumeric() || matches!(character, '_' | '$'))
}

#[cfg(test)]
mod tests {
    use super::*;

    const PRINTED: &str = r#"{
        "imports": [["./x_bg.js", "__wbg_log_1f", "a"], ["./x_bg.js", "__wbg_log_1f2", "b"]],
        "exports": [["show", "c"], ["show_all", "d"]]
    }"#;
    const GLUE: &str = r"
        export function __wbg_log_1f(it) { log(wasm.show(it)); }
        export function __wbg_log_1f2() { return show; }
        export function other() { return mywasm.show + wasm.show_all; }";

    fn error(glue: &str) -> Result<String> {
        let renamed = Names::read(PRINTED)?.put_into(glue);
        Ok(renamed.err().map(|it| it.to_string()).unwrap_or_default())
    }

    #[test]
    fn whole_names_are_replaced_where_they_name_an_import_or_an_export() -> Result<()> {
        let renamed = Names::read(PRINTED)?.put_into(GLUE)?;
        let expected = r"
        export function a(it) { log(wasm.c(it)); }
        export function b() { return show; }
        export function other() { return mywasm.show + wasm.d; }";
        assert_eq!(renamed, expected);
        Ok(())
    }

    #[test]
    fn a_name_that_only_one_side_knows_is_an_error() -> Result<()> {
        let check = |glue: String, expected| -> Result<()> {
            assert_eq!(error(&glue)?, expected);
            Ok(())
        };
        check(
            GLUE.replace("wasm.show(", "wasm.hide("),
            "the glue uses wasm.hide, which the wasm does not export",
        )?;
        check(
            GLUE.replace("__wbg_log_1f2", "another"),
            "the wasm imports __wbg_log_1f2, which the glue does not define",
        )
    }
}
