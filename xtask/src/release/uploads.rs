//! What is uploaded where, in which order, with the checksum of each file.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use sha2::{Digest, Sha256};

use super::{BILL, files};
use crate::build::has_hash;
use crate::project::Project;

/// A file for `sha256sum --check`, at the top of the checkout.
const SUMS: &str = "SHA256SUMS";
/// The list: a destination and a file on each line, in the order of the uploads.
const LIST: &str = "uploads.txt";

/// The files of a web server: those with a hash come first, since a page that can get the new loader
/// must find what that loads.
fn in_order(files: Vec<PathBuf>) -> Result<Vec<PathBuf>> {
    let (mut first, mut last) = (Vec::new(), Vec::new());
    for path in files {
        let name = path.display().to_string();
        let plain = name.trim_end_matches(".br").trim_end_matches(".gz");
        let is_first = has_hash(plain, &fs::read(plain)?);
        if is_first { first.push(path) } else { last.push(path) }
    }
    Ok([first, last].concat())
}

/// Writes the list and the checksums into the folder of the release; `packages` are those for
/// registries, each with the name of its registry.
pub(super) fn write(
    project: &Project,
    packages: Vec<(&'static str, PathBuf)>,
    folder: &Path,
) -> Result<()> {
    let server = in_order(files(&project.dist())?)?.into_iter().map(|it| ("web-server", it));
    let others = [BILL, SUMS].map(|it| ("release", folder.join(it)));
    let (mut list, mut sums) = (String::new(), String::new());
    for (destination, path) in server.chain(packages).chain(others) {
        let name = path.strip_prefix(&project.root).unwrap_or(&path).display();
        writeln!(list, "{destination} {name}")?;
        if !path.ends_with(SUMS) {
            let contents = fs::read(&path).with_context(|| path.display().to_string())?;
            writeln!(sums, "{:x}  {name}", Sha256::digest(contents))?;
        }
    }
    fs::write(folder.join(LIST), list)?;
    Ok(fs::write(folder.join(SUMS), sums)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_with_a_hash_come_before_what_loads_them() -> Result<()> {
        let folder = tempfile::tempdir()?;
        let names = ["good-sport.js", "good-sport.js.br", "good-sport.words.en.ungWv48Bz-.js"];
        for name in names {
            fs::write(folder.path().join(name), "abc")?;
        }
        fs::write(folder.path().join("good-sport.words.en.ungWv48Bz-.js.gz"), "compressed")?;
        let files = in_order(files(folder.path())?)?;
        let ordered: Vec<_> = files.iter().filter_map(|it| it.file_name()?.to_str()).collect();
        let [loader, compressed, words] = names;
        let gzip = "good-sport.words.en.ungWv48Bz-.js.gz";
        assert_eq!(ordered, [words, gzip, loader, compressed]);
        Ok(())
    }
}
