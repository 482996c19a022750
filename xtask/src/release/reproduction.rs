//! A second build, in a fresh checkout in another folder, which must give the same bytes.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use semver::Version;
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use xshell::cmd;

use super::{files, library};
use crate::project::Project;

/// The files of a folder, by name, with their hashes.
type Hashes = BTreeMap<String, Vec<u8>>;

/// Builds what is committed from nothing, and compares it with what has been built here.
pub(super) fn check(project: &Project, version: &Version) -> Result<()> {
    let root = &project.root;
    let checkout = TempDir::with_prefix_in("checkout", project.target(""))?;
    let other = checkout.path();
    let shell = &project.shell;
    cmd!(shell, "git clone --quiet {root} {other}").quiet().run()?;
    let _folder = shell.push_dir(other);
    // What has been compiled here must not count as a second build.
    let build = cmd!(shell, "cargo xtask build").env_remove("CARGO_TARGET_DIR");
    build.quiet().ignore_stdout().run()?;
    let package = cmd!(shell, "cargo package --quiet --no-verify --locked -p good-sport");
    package.env("CARGO_TARGET_DIR", "target").quiet().run()?;
    let [ours, theirs] = [root, other].map(|it| hashes(&it.join("dist")));
    compare(&ours?, &theirs?)?;
    let library = library(version);
    let [ours, theirs] = [project.target(&library), other.join("target").join(&library)]
        .map(|it| fs::read(&it).with_context(|| it.display().to_string()));
    ensure!(ours? == theirs?, "the package of the library is not the same");
    Ok(())
}

fn hashes(folder: &Path) -> Result<Hashes> {
    let hash = |path: &PathBuf| {
        let name = path.strip_prefix(folder)?.display().to_string();
        Ok((name, Sha256::digest(fs::read(path)?).to_vec()))
    };
    files(folder)?.iter().map(hash).collect()
}

/// Fails when a file is on one side alone, or differs.
fn compare(ours: &Hashes, theirs: &Hashes) -> Result<()> {
    let names = ours.keys().chain(theirs.keys());
    let mut different: Vec<_> = names.filter(|it| ours.get(*it) != theirs.get(*it)).collect();
    different.sort();
    different.dedup();
    ensure!(different.is_empty(), "two builds differ in {different:#?}");
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_that_differ_or_are_missing_are_named() {
        let files = |all: &[(&str, u8)]| -> Hashes {
            all.iter().map(|(name, byte)| ((*name).to_owned(), vec![*byte])).collect()
        };
        let ours = files(&[("a", 1), ("b", 1), ("c", 1)]);
        assert!(compare(&ours, &ours).is_ok());
        let error = compare(&ours, &files(&[("a", 1), ("b", 2), ("d", 1)]));
        let error = error.err().map(|it| it.to_string()).unwrap_or_default();
        assert!(!error.contains("\"a\""), "{error}");
        assert!(["b", "c", "d"].iter().all(|it| error.contains(it)), "{error}");
    }
}
