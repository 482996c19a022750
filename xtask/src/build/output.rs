//! The files of a build: compressed, hashed, and put in their place all at once.

use std::collections::BTreeMap;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use flate2::{Compression, GzBuilder};

use super::budget::Sizes;
use super::integrity::integrity;

const BROTLI_BUFFER_BYTES: usize = 4096;
const BROTLI_QUALITY: u32 = 11;
const BROTLI_WINDOW: u32 = 24;

/// The files of a build, by name, each with the compressed forms that stand beside it.
pub(super) struct Output {
    files: BTreeMap<String, Vec<u8>>,
    compressed: BTreeMap<String, Compressed>,
}

struct Compressed {
    gzip: Vec<u8>,
    brotli: Vec<u8>,
}

impl Output {
    /// These files, and nothing beside them yet.
    pub(super) fn new(files: BTreeMap<String, Vec<u8>>) -> Self {
        Self { files, compressed: BTreeMap::new() }
    }

    /// Adds the file that says what each of the others hashes to.
    pub(super) fn add_integrity(&mut self) -> Result<()> {
        let hashes: BTreeMap<_, _> =
            self.files.iter().map(|(name, contents)| (name, integrity(contents))).collect();
        let mut json = serde_json::to_vec_pretty(&hashes)?;
        json.push(b'\n');
        self.files.insert("sri.json".to_owned(), json);
        Ok(())
    }

    /// Compresses each file, for servers that send what lies beside it.
    pub(super) fn compress(&mut self) -> Result<()> {
        for (name, contents) in &self.files {
            let compressed = Compressed { gzip: gzip(contents)?, brotli: brotli(contents)? };
            self.compressed.insert(name.clone(), compressed);
        }
        Ok(())
    }

    /// What each file weighs; as much as it is where it was not compressed.
    pub(super) fn sizes(&self) -> Vec<Sizes> {
        let sizes = |(name, contents): (&String, &Vec<u8>)| {
            let raw = contents.len();
            let compressed = self.compressed.get(name);
            let [gzip, brotli] = compressed.map_or([raw; 2], |it| [it.gzip.len(), it.brotli.len()]);
            Sizes { name: name.clone(), bytes: [raw, gzip, brotli] }
        };
        self.files.iter().map(sizes).collect()
    }

    /// Writes the files into a folder that exists.
    pub(super) fn write(&self, folder: &Path) -> Result<()> {
        let write = |name: &str, contents: &[u8]| {
            let path = folder.join(name);
            fs::write(&path, contents).with_context(|| format!("cannot write {}", path.display()))
        };
        for (name, contents) in &self.files {
            write(name, contents)?;
        }
        for (name, compressed) in &self.compressed {
            write(&format!("{name}.gz"), &compressed.gzip)?;
            write(&format!("{name}.br"), &compressed.brotli)?;
        }
        Ok(())
    }

    /// Makes the folder anew with just these files; when that fails it is left as it was.
    pub(super) fn replace(&self, folder: &Path) -> Result<()> {
        // Beside the folder, since a rename cannot leave a disk.
        let partial = Partial(folder.with_extension("partial"));
        partial.remove()?;
        fs::create_dir(&partial.0)
            .with_context(|| format!("cannot make {}", partial.0.display()))?;
        self.write(&partial.0)?;
        remove(folder)?;
        fs::rename(&partial.0, folder).with_context(|| format!("cannot make {}", folder.display()))
    }
}

/// A folder that is gone when the work is over, well or badly.
struct Partial(PathBuf);

impl Partial {
    fn remove(&self) -> Result<()> {
        remove(&self.0)
    }
}

impl Drop for Partial {
    fn drop(&mut self) {
        // What cannot be removed now is removed by the next build, which says so if it cannot.
        let _ = self.remove();
    }
}

fn remove(folder: &Path) -> Result<()> {
    if folder.exists() {
        fs::remove_dir_all(folder)
            .with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    Ok(())
}

fn gzip(contents: &[u8]) -> Result<Vec<u8>> {
    // Without a name and a time, so that two builds give the same bytes.
    let mut encoder = GzBuilder::new().write(Vec::new(), Compression::best());
    encoder.write_all(contents)?;
    Ok(encoder.finish()?)
}

fn brotli(contents: &[u8]) -> Result<Vec<u8>> {
    let mut compressed = Vec::new();
    let mut encoder = brotli::CompressorWriter::new(
        &mut compressed,
        BROTLI_BUFFER_BYTES,
        BROTLI_QUALITY,
        BROTLI_WINDOW,
    );
    encoder.write_all(contents)?;
    encoder.flush()?;
    drop(encoder);
    Ok(compressed)
}
