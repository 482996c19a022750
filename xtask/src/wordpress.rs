//! Packs the plugin for `WordPress`, as its directory and its page of plugins take it.

use std::fs::{self, File};
use std::io::Write as _;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, ensure};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::project::Project;

/// The name of the plugin, and of its folder.
const NAME: &str = "good-sport";
/// The folder of what is written by hand for the plugin, and what of it is in the plugin.
const WRITTEN: &str = "integrations/wordpress";
const FILES: [&str; 5] =
    ["block.json", "editor.asset.php", "editor.js", "good-sport.php", "readme.txt"];
/// What the scripts of the plugin are made from: its directory wants what can be read beside what cannot.
const SOURCES: [&str; 9] = [
    "CONTRIBUTING.md",
    "Cargo.lock",
    "Cargo.toml",
    "README.md",
    "build.rs",
    "embed",
    "src",
    "styles",
    "xtask",
];

/// Packs the plugin with `dist/`, which must be there, into `target/package`; gives the path of the archive.
///
/// # Errors
///
/// When something is missing, or the archive cannot be written.
pub(crate) fn package(project: &Project) -> Result<PathBuf> {
    let mut files: Vec<_> =
        FILES.iter().map(|it| (project.path(WRITTEN).join(it), (*it).to_owned())).collect();
    files.push((project.path("LICENSE-MIT"), "LICENSE.txt".to_owned()));
    for file in below(&project.dist())? {
        let name = file.strip_prefix(project.dist())?.to_string_lossy().into_owned();
        if is_loaded(&name) {
            files.push((file, format!("dist/{name}")));
        }
    }
    ensure!(files.iter().any(|it| it.1 == "dist/good-sport.js"), "build the widget first");
    for file in
        SOURCES.iter().map(|it| below(&project.path(it))).collect::<Result<Vec<_>>>()?.concat()
    {
        let name = file.strip_prefix(&project.root)?.to_string_lossy().into_owned();
        files.push((file, format!("source/{name}")));
    }
    let folder = project.path("target/package");
    fs::create_dir_all(&folder)?;
    let archive = folder.join(format!("{NAME}-wordpress.zip"));
    write(&archive, &files)?;
    println!("{}", archive.display());
    Ok(archive)
}

/// Whether a page of a site may load the file: not the ones that have everything or a language inside.
fn is_loaded(name: &str) -> bool {
    match name.split('.').collect::<Vec<_>>()[..] {
        ["good-sport", _, "one", "js"] => false,
        ["good-sport", "css" | "js"] | ["good-sport", _, _, .., "js"] => true,
        _ => false,
    }
}

/// The file, or the files below the folder, but for what is installed there.
fn below(path: &Path) -> Result<Vec<PathBuf>> {
    if path.is_file() {
        return Ok(vec![path.to_owned()]);
    }
    let entries = fs::read_dir(path).with_context(|| format!("there is no {}", path.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let entry = entry?;
        if entry.file_name() != "node_modules" {
            files.extend(below(&entry.path())?);
        }
    }
    Ok(files)
}

/// Writes the archive, the same for the same files.
fn write(archive: &Path, files: &[(PathBuf, String)]) -> Result<()> {
    let mut files = files.to_vec();
    files.sort_by(|one, other| one.1.cmp(&other.1));
    let mut zip = ZipWriter::new(File::create(archive)?);
    // Without the time, and with the rights that a plugin needs.
    let options = SimpleFileOptions::default()
        .last_modified_time(zip::DateTime::default())
        .unix_permissions(0o644);
    for (path, name) in files {
        zip.start_file(format!("{NAME}/{name}"), options)?;
        zip.write_all(&fs::read(&path).with_context(|| format!("no {}", path.display()))?)?;
    }
    zip.finish()?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn plugin_has_what_a_page_loads() {
        let are = |names: [&str; 3]| names.map(is_loaded);
        assert_eq!(
            are(["good-sport.js", "good-sport.css", "good-sport.program.x-Y.js"]),
            [true; 3]
        );
        assert_eq!(
            are(["good-sport.en.js", "good-sport.en.one.js", "good-sport.d.ts"]),
            [false; 3]
        );
        assert_eq!(are(["good-sport.js.br", "good-sport.css.gz", "site.js"]), [false; 3]);
    }
}
