//! Patches: every change to text that wasm-bindgen, esbuild or `wasm2js` generated, each with what
//! it is for, the upstream that makes it necessary, and what it saves.
//!
//! A patch stops the build where upstream writes another text than it is for. Savings are of the
//! program's file after Brotli, which then had 104,650 bytes.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use anyhow::{Context, Result, ensure};
use regex::Regex;
use serde::Deserialize;

/// Replaces a text that must stand there just once.
fn replace(text: &str, old: &str, new: &str) -> Result<String> {
    let count = text.matches(old).count();
    ensure!(count == 1, "upstream has changed: {count} times, and not once, it has {old}");
    Ok(text.replace(old, new))
}

/// How the glue asks what something is, by classes that a page may have replaced by its own, and how
/// the thing itself tells.
const CLASSES: [(&str, &str); 4] = [
    ("IT instanceof Element;", "IT.nodeType === 1;"),
    ("IT instanceof ShadowRoot;", "IT.nodeType === 11;"),
    ("IT instanceof Window;", "IT.window === IT;"),
    ("Array.from(IT)", "[...IT]"),
];
/// The name of a thing of the page's in the glue, with and without references in its WebAssembly.
const THINGS: [&str; 2] = ["arg0", "getObject(arg0)"];

/// The glue for a page that has other classes in place of the browser's: the widget must show
/// something usable there, too. <https://github.com/ruffle-rs/ruffle/issues/2156>
///
/// # Errors
///
/// When the glue asks in another way, or for another class.
pub(super) fn without_page_classes(glue: &str) -> Result<String> {
    let thing = THINGS[usize::from(glue.contains(THINGS[1]))];
    let mut glue = glue.to_owned();
    for (old, new) in CLASSES {
        glue = replace(&glue, &old.replace("IT", thing), &new.replace("IT", thing))?;
    }
    // A debug build also looks for errors, to show where they are from.
    let others = glue.replace("val instanceof Error", "");
    ensure!(!others.contains(" instanceof "), "the glue asks for a class that is not known here");
    Ok(glue)
}

/// How the glue asks whether its views of the memory are still of use, and how it must ask where the
/// memory is a buffer of JavaScript.
const VIEWS: [(&str, &str); 2] = [
    (
        "cachedDataViewMemory0.buffer.detached === true || (cachedDataViewMemory0.buffer.detached \
         === undefined && cachedDataViewMemory0.buffer !== wasm.memory.buffer)",
        "cachedDataViewMemory0.buffer !== wasm.memory.buffer",
    ),
    (
        "cachedUint8ArrayMemory0.byteLength === 0",
        "cachedUint8ArrayMemory0.buffer !== wasm.memory.buffer",
    ),
];

/// The glue for the fallback build, whose memory leaves its old buffer as it was when it grows:
/// without this it would go on reading there.
/// <https://github.com/WebAssembly/binaryen/blob/main/src/wasm2js.h>
///
/// # Errors
///
/// When the glue asks in another way.
pub(super) fn with_fresh_views(glue: &str) -> Result<String> {
    VIEWS.iter().try_fold(glue.to_owned(), |glue, (old, new)| replace(&glue, old, new))
}

/// The first call of wasm-bindgen's own module, if there is anything to do.
const START: &str = "wasm.__wbindgen_start();";

/// The glue with a function that starts the program. wasm-bindgen starts it in a module that loads
/// the WebAssembly itself, which only bundlers can do; the program's file does so when it is wanted.
/// <https://wasm-bindgen.github.io/wasm-bindgen/reference/deployment.html#bundlers>
pub(super) fn with_start(glue: &str, bundler_module: &str) -> String {
    let start = if bundler_module.contains(START) { START } else { "" };
    format!("{glue}\nexport function begin() {{ {start} }}\n")
}

/// The shortest names for what the wasm and its glue call each other by, as wasm-opt prints them
/// when it has given them to the wasm.
#[derive(Deserialize)]
pub(super) struct Names {
    /// The module, the old name and the new one of each import.
    imports: Vec<(String, String, String)>,
    /// The old name and the new one of each export.
    exports: Vec<(String, String)>,
}

impl Names {
    /// The name that wasm-opt gives to the one module of all imports.
    pub(super) const MODULE: &str = "a";

    /// The glue with the names, which saves 1.9 kB: wasm-bindgen's own end in the sixteen digits of
    /// a hash, and stand in both files. Emscripten does the same with its glue.
    /// <https://github.com/emscripten-core/emscripten/pull/7431>
    ///
    /// # Errors
    ///
    /// When wasm-opt does not print names, or knows others than the glue.
    pub(super) fn give(printed: &str, glue: &str) -> Result<String> {
        let Self { imports, exports } = serde_json::from_str(printed)
            .context("wasm-opt does not tell its new names as it did")?;
        let exports: BTreeMap<_, _> = exports.into_iter().collect();
        let mut glue = glue.to_owned();
        for (module, old, new) in &imports {
            ensure!(*module == imports[0].0, "the wasm imports from {module}, too");
            // What wasm-opt found unused it names no more.
            let [old, new] = [old, new].map(|it| format!("export function {it}("));
            glue = replace(&glue, &old, &new)?;
        }
        let export = Regex::new(r"\bwasm\.([\w$]+)")?;
        for name in export.captures_iter(&glue).map(|it| it.extract::<1>().1[0]) {
            ensure!(exports.contains_key(name), "the wasm does not export {name}");
        }
        let renamed = export
            .replace_all(&glue, |it: &regex::Captures<'_>| format!("wasm.{}", exports[&it[1]]));
        Ok(renamed.into_owned())
    }
}

/// Stands in a bundle where [`template`] goes.
const PLACEHOLDER: &str = "good-sport-bytes";

/// A module whose default export [`fill`] finds in a bundle.
pub(super) fn placeholder() -> String {
    format!("export default \"{PLACEHOLDER}\";")
}

/// Puts the bytes where the placeholder stands, which saves 5.0 kB: esbuild writes zeros and some
/// other bytes as escapes, and cannot be told otherwise: <https://esbuild.github.io/api/#charset>.
///
/// # Errors
///
/// When the placeholder does not stand there just once.
pub(super) fn fill(script: &str, bytes: &[u8]) -> Result<String> {
    let quoted = ['"', '\'', '`'].map(|quote| format!("{quote}{PLACEHOLDER}{quote}"));
    let found = quoted.iter().find(|it| script.contains(*it)).unwrap_or(&quoted[0]);
    replace(script, found, &template(bytes))
}

/// A template literal, in backquotes, whose characters are the bytes as U+0000 to U+00FF; for a
/// script that is read as UTF-8.
///
/// After Brotli a program in this form weighs 2 % more than its bytes; base64 is 30 % more.
fn template(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len() * 5 / 4);
    text.push('`');
    for (index, &byte) in bytes.iter().enumerate() {
        match byte {
            b'`' | b'\\' => text.push('\\'),
            // Only before a brace does a dollar begin a substitution.
            b'$' if bytes.get(index + 1) == Some(&b'{') => text.push('\\'),
            _ => {}
        }
        match byte {
            // A bare carriage return in a template literal is read as a line feed.
            b'\r' => text.push_str("\\r"),
            byte => text.push(char::from(byte)),
        }
    }
    text.push('`');
    text
}

/// The tag's script, in which only strings have control characters and what HTML could take for the
/// beginning of a comment or a script, with these as escapes: filters and editors drop the former,
/// and a page may hold the script itself. esbuild escapes neither.
/// <https://github.com/evanw/esbuild/issues/545>
pub(super) fn visible(script: &str) -> String {
    let mut text = String::with_capacity(script.len());
    for character in script.chars() {
        if character.is_control() && character != '\n' {
            // Writing to a `String` cannot fail.
            let _ = write!(text, "\\x{:02x}", u32::from(character));
        } else {
            text.push(character);
        }
    }
    text.replace("<!--", "\\x3c!--").replace("<script", "\\x3cscript")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(outcome: Result<String>) -> String {
        outcome.err().map(|it| it.to_string()).unwrap_or_default()
    }

    #[test]
    fn a_text_that_is_not_there_just_once_stops_the_build() {
        let check = |text: &str| assert!(replace(text, "old", "new").is_err(), "{text}");
        check("");
        check("old old");
        for (old, _) in VIEWS {
            assert!(with_fresh_views(old).is_err());
        }
    }

    #[test]
    fn a_class_that_is_not_known_stops_the_build() -> Result<()> {
        for thing in THINGS {
            let known = CLASSES.map(|(old, _)| old.replace("IT", thing)).join("\n");
            assert!(!without_page_classes(&known)?.contains("instanceof"), "{thing}");
            assert!(without_page_classes(&format!("{known} it instanceof Text")).is_err());
        }
        Ok(())
    }

    const PRINTED: &str = r#"{
        "imports": [["./x_bg.js", "__wbg_log_1f", "a"], ["./x_bg.js", "__wbg_log_1f2", "b"]],
        "exports": [["show", "c"], ["show_all", "d"]]
    }"#;
    const GLUE: &str = r"
        export function __wbg_log_1f(it) { log(wasm.show(it)); }
        export function __wbg_log_1f2() { return show; }
        export function other() { return mywasm.show + wasm.show_all; }";

    #[test]
    fn whole_names_are_replaced_where_they_name_an_import_or_an_export() -> Result<()> {
        let expected = r"
        export function a(it) { log(wasm.c(it)); }
        export function b() { return show; }
        export function other() { return mywasm.show + wasm.d; }";
        assert_eq!(Names::give(PRINTED, GLUE)?, expected);
        Ok(())
    }

    #[test]
    fn a_name_that_only_one_side_knows_is_an_error() {
        let unknown = error(Names::give(PRINTED, &GLUE.replace("wasm.show(", "wasm.hide(")));
        assert_eq!(unknown, "the wasm does not export hide");
        let unknown = error(Names::give(PRINTED, &GLUE.replace("__wbg_log_1f2", "another")));
        assert!(unknown.ends_with("export function __wbg_log_1f2("), "{unknown}");
    }

    #[test]
    fn a_bundle_that_lost_the_bytes_or_doubled_them_is_refused() -> Result<()> {
        assert_eq!(fill("run(\"good-sport-bytes\");", b"x")?, "run(`x`);");
        assert_eq!(fill("run(`good-sport-bytes`);", b"x")?, "run(`x`);");
        assert!(fill("run();", b"x").is_err());
        assert!(fill("run('good-sport-bytes', 'good-sport-bytes');", b"x").is_err());
        Ok(())
    }

    #[test]
    fn bytes_that_mean_something_in_a_template_literal_are_escaped() {
        // Every build has a JavaScript engine compare the whole program.
        assert_eq!(template(b"a\0\n$\xff"), "`a\0\n$\u{ff}`");
        assert_eq!(template(b"`\\\r${"), r"`\`\\\r\${`");
    }

    #[test]
    fn the_tags_script_can_stand_in_any_page() {
        assert_eq!(visible("a\n'\x01\t\x7f'"), "a\n'\\x01\\x09\\x7f'");
        assert_eq!(visible("'<!--<script>'"), "'\\x3c!--\\x3cscript>'");
    }
}
