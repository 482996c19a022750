//! Changes in the JavaScript that wasm-bindgen generates; each fails the build when it finds another.

use anyhow::{Result, ensure};

/// Replaces each of some texts, which must stand there just once.
fn replaced(glue: &str, changes: &[(&str, &str)]) -> Result<String> {
    let mut glue = glue.to_owned();
    for (old, new) in changes {
        ensure!(glue.matches(old).count() == 1, "the glue has not just one: {old}");
        glue = glue.replace(old, new);
    }
    Ok(glue)
}

/// How the glue asks what something is, by classes that a page may have replaced by its own, and how
/// the thing itself tells: <https://github.com/ruffle-rs/ruffle/issues/2156>.
const CLASSES: [(&str, &str); 4] = [
    ("IT instanceof Element;", "IT.nodeType === 1;"),
    ("IT instanceof ShadowRoot;", "IT.nodeType === 11;"),
    ("IT instanceof Window;", "IT.window === IT;"),
    ("Array.from(IT)", "[...IT]"),
];
/// What the glue calls a thing of the page's, with and without references in its WebAssembly.
const THINGS: [&str; 2] = ["arg0", "getObject(arg0)"];

/// The glue for a page that has other classes in place of the browser's.
///
/// # Errors
///
/// When the glue asks in another way, or for another class.
pub(super) fn without_page_classes(glue: &str) -> Result<String> {
    let thing = THINGS[usize::from(glue.contains(THINGS[1]))];
    let named = CLASSES.map(|(old, new)| [old, new].map(|it| it.replace("IT", thing)));
    let changes = named.each_ref().map(|[old, new]| (old.as_str(), new.as_str()));
    let glue = replaced(glue, &changes)?;
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

/// The glue for a memory that, when it grows, leaves its old buffer as it was.
///
/// # Errors
///
/// When the glue asks in another way.
pub(super) fn with_fresh_views(glue: &str) -> Result<String> {
    replaced(glue, &VIEWS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_is_not_there_just_once_stops_the_build() {
        let check = |glue: &str| assert!(replaced(glue, &[("old", "new")]).is_err(), "{glue}");
        check("");
        check("old old");
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
}
