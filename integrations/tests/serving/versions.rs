//! Two versions of the widget: the built one, and one that differs from it as the next build would.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Result, bail};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use browsers::project;
use sha2::{Digest, Sha256};

/// The version of the widget that was built.
pub(crate) const BUILT: &str = env!("CARGO_PKG_VERSION");
/// That of the other.
pub(crate) const NEXT: &str = "99.0.0";

/// The kinds of files with a hash, each after those whose hashes it holds.
const KINDS: [&str; 7] =
    ["linter", "linter-fallback", "rules", "program", "fallback", "shell", "words"];

/// The files of a version, by name.
pub(crate) type Version = BTreeMap<String, String>;

/// Whether a file has a hash in its name; the others are loaders.
pub(crate) fn is_hashed(name: &str) -> bool {
    KINDS.iter().any(|it| name.starts_with(&format!("good-sport.{it}.")))
}

/// The scripts as they were built, without those that hold everything.
pub(crate) fn built() -> Result<Version> {
    let mut version = Version::new();
    for entry in fs::read_dir(project::dist()?)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        let is_ours = name.starts_with("good-sport.") && name.ends_with(".js");
        if is_ours && !name.ends_with(".one.js") {
            version.insert(name, fs::read_to_string(entry.path())?);
        }
    }
    Ok(version)
}

/// Another version, made of the built one as the build makes files: what has other bytes has another
/// hash, thus another name, and other bytes in whatever loads it.
pub(crate) fn next() -> Result<Version> {
    let mut version = built()?;
    for kind in KINDS {
        let prefix = format!("good-sport.{kind}.");
        let names: Vec<_> = version.keys().filter(|it| it.starts_with(&prefix)).cloned().collect();
        for name in names {
            let text = version.remove(&name).unwrap_or_default();
            // By now it may have the hashes of other files of the next version.
            let old = hash_in(&name, &version)?;
            let text = text + "\n// The next version.";
            let new = hash(text.as_bytes());
            version.insert(name.replace(&short(&old), &short(&new)), text);
            for other in version.values_mut() {
                *other = other.replace(&old, &new);
            }
        }
    }
    for loader in version.values_mut() {
        *loader = loader.replace(&format!("\"{BUILT}\""), &format!("\"{NEXT}\""));
    }
    Ok(version)
}

/// The hash of a file, as those that load it have it: the one that its name begins with.
fn hash_in(name: &str, version: &Version) -> Result<String> {
    let short = name.trim_end_matches(".js").rsplit('.').next().unwrap_or_default();
    for text in version.values() {
        for quoted in text.split('"').filter(|it| it.len() == 44 && it.ends_with('=')) {
            if self::short(quoted) == short {
                return Ok(quoted.to_owned());
            }
        }
    }
    bail!("nothing loads {name}")
}

/// Whether the end of a file's name is the hash of its content.
pub(crate) fn has_hash(path: &Path, contents: &[u8]) -> bool {
    path.to_string_lossy().ends_with(&format!(".{}.js", short(&hash(contents))))
}

fn hash(contents: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(contents))
}

fn short(hash: &str) -> String {
    hash[..10].replace(['+', '/'], "-")
}
