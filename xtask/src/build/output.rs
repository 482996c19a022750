//! The files of a build: hashed, compressed, and put in their place all at once.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use brotli::CompressorWriter;
use flate2::{Compression, GzBuilder};
use sha2::{Digest, Sha256, Sha384};
use tempfile::TempDir;

use super::budget::Sizes;

const BROTLI_BUFFER_BYTES: usize = 4096;
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 24;

/// How much of a hash is enough to tell the builds of one file apart.
const SHORT_LENGTH: usize = 10;

/// The SHA-256 in base64, as the tag's script compares it.
pub(super) fn hash(contents: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(contents))
}

/// The beginning of a hash, for a file's name; the tag's script makes the same of it.
pub(super) fn short(hash: &str) -> String {
    hash[..SHORT_LENGTH].replace(['+', '/'], "-")
}

/// Whether a file's name ends with its hash, so that it never has another content.
pub(crate) fn has_hash(name: &str, contents: &[u8]) -> bool {
    name.ends_with(&format!(".{}.js", short(&hash(contents))))
}

/// The value of the `integrity` attribute for this file.
pub(super) fn integrity(contents: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(contents)))
}

/// The files of a build, by name.
pub(super) type Files = BTreeMap<String, Vec<u8>>;

/// Adds the file that says what each of the others hashes to.
pub(super) fn add_integrity(files: &mut Files) -> Result<()> {
    let hashes: BTreeMap<_, _> = files.iter().map(|(name, it)| (name, integrity(it))).collect();
    let mut json = serde_json::to_vec_pretty(&hashes)?;
    json.push(b'\n');
    files.insert("sri.json".to_owned(), json);
    Ok(())
}

/// Adds what each file is when compressed, for servers that send what lies beside it; gives what
/// each weighs.
pub(super) fn compress(files: &mut Files) -> Result<Vec<Sizes>> {
    let mut sizes = Vec::new();
    for (name, contents) in files.clone() {
        let [gzip, brotli] = [gzip(&contents)?, brotli(&contents)?];
        let bytes = [contents.len(), gzip.len(), brotli.len()];
        files.extend([(format!("{name}.gz"), gzip), (format!("{name}.br"), brotli)]);
        sizes.push(Sizes { name, bytes });
    }
    Ok(sizes)
}

/// Writes the files into a folder that exists.
pub(super) fn write(files: &Files, folder: &Path) -> Result<()> {
    for (name, contents) in files {
        let path = folder.join(name);
        fs::write(&path, contents).with_context(|| format!("cannot write {}", path.display()))?;
    }
    Ok(())
}

/// Makes the folder anew with just these files; when that fails it is left as it was.
pub(super) fn replace(files: &Files, folder: &Path) -> Result<()> {
    // Beside the folder, since a rename cannot leave a disk, and of this build alone.
    let beside = folder.parent().context("the folder lies in no other")?;
    let partial = TempDir::with_prefix_in("dist.partial", beside)?;
    // A temporary folder is for its owner alone; what is published is for everybody.
    let [new, old] = ["new", "old"].map(|it| partial.path().join(it));
    fs::create_dir(&new)?;
    write(files, &new)?;
    if folder.exists() {
        fs::rename(folder, old)?;
    }
    fs::rename(new, folder).with_context(|| format!("cannot make {}", folder.display()))
}

fn gzip(contents: &[u8]) -> Result<Vec<u8>> {
    // Without a name and a time, so that two builds give the same bytes.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(contents)?;
    Ok(encoder.finish()?)
}

fn brotli(contents: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let mut encoder =
        CompressorWriter::new(&mut compressed, BROTLI_BUFFER_BYTES, BROTLI_QUALITY, BROTLI_WINDOW);
    encoder.write_all(contents)?;
    drop(encoder);
    Ok(compressed)
}

#[cfg(test)]
mod tests {
    use super::*;

    // Both expected values were made with `openssl dgst -binary`, `-sha256` or `-sha384`, and
    // `base64`.

    #[test]
    fn a_name_has_the_beginning_of_the_hash() {
        let hash = hash(b"abc");
        assert_eq!(hash, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(short(&hash), "ungWv48Bz-");
        assert!(has_hash("good-sport.words.en.ungWv48Bz-.js", b"abc"));
        assert!(!has_hash("good-sport.words.en.ungWv48Bz-.js", b"abd"));
    }

    #[test]
    fn integrity_is_written_as_a_tag_wants_it() {
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }
}
