//! Two versions of the widget: the built one, and one that differs from it as the next build would.

use std::collections::BTreeMap;
use std::fs;

use anyhow::{Context as _, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browsers::project;
use sha2::{Digest, Sha256};

/// The version of the widget that was built.
pub(crate) const BUILT: &str = env!("CARGO_PKG_VERSION");
/// That of the other.
pub(crate) const NEXT: &str = "99.0.0";

/// The files of a version, by name.
pub(crate) type Version = BTreeMap<String, String>;

/// The scripts as they were built, without those that hold everything.
pub(crate) fn built() -> Result<Version> {
    let mut version = Version::new();
    for entry in fs::read_dir(project::dist()?)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_script = entry.path().extension().is_some_and(|it| it == "js");
        if is_script && name.starts_with("good-sport.") && !name.ends_with(".one.js") {
            version.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(version)
}

/// Another version, made of the built one as the build makes files: what has other bytes has another
/// hash, thus another name, and other bytes in whatever loads it.
pub(crate) fn next() -> Result<Version> {
    let mut version = built()?;
    let hashed = version.iter().filter(|(name, text)| has_hash(name, text.as_bytes()));
    let mut olds: BTreeMap<_, _> =
        hashed.map(|(name, text)| (name.clone(), hash(text.as_bytes()))).collect();
    while !olds.is_empty() {
        // What loads others has their hashes, so that it changes after them.
        let loads_none = |name: &String| {
            let mut others = olds.iter().filter(|(other, _)| *other != name);
            others.all(|(_, hash)| !version[name].contains(hash))
        };
        let name = olds.keys().find(|it| loads_none(it)).cloned();
        let name = name.context("files load each other in a circle")?;
        let old = olds.remove(&name).unwrap_or_default();
        let text = version.remove(&name).unwrap_or_default() + "\n// The next version.";
        let new = hash(text.as_bytes());
        version.insert(name.replace(&short(&old), &short(&new)), text);
        for other in version.values_mut() {
            *other = other.replace(&old, &new);
        }
    }
    for loader in version.values_mut() {
        *loader = loader.replace(&format!("\"{BUILT}\""), &format!("\"{NEXT}\""));
    }
    Ok(version)
}

/// Whether the end of a file's name is the hash of its content.
pub(crate) fn has_hash(name: &str, contents: &[u8]) -> bool {
    name.ends_with(&format!(".{}.js", short(&hash(contents))))
}

fn hash(contents: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(contents))
}

fn short(hash: &str) -> String {
    hash[..10].replace(['+', '/'], "-")
}
