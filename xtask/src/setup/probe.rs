//! Looks whether a tool is there, in a version that fits.

use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use engines::Engine;
use semver::Version;
use xshell::cmd;

use super::tool::Probe;
use crate::project::Project;

/// Why a tool cannot be used: it is not there, or in a version that does not fit, which is a mistake
/// and no absence.
pub(super) struct Missing(pub(super) Option<Version>);

impl fmt::Display for Missing {
    /// A note on what there is in its place.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.as_ref().map_or(Ok(()), |version| write!(f, " (here it is {version})"))
    }
}

/// Looks for a tool; says why it cannot be used, if it cannot.
pub(super) fn probe(probe: &Probe, project: &Project) -> Option<Missing> {
    let is_there = match probe {
        Probe::Program { program, version: None, major_version_of: None } => {
            find(program, project).is_some()
        }
        Probe::Program { program, version, major_version_of } => {
            let Some(found) = ask_version(program, project) else { return Some(Missing(None)) };
            let other = major_version_of.as_ref().map(|it| ask_version(it, project));
            let fits = version.as_ref().is_none_or(|it| it.matches(&found))
                && other.is_none_or(|it| it.is_some_and(|it| it.major == found.major));
            return (!fits).then_some(Missing(Some(found)));
        }
        Probe::Fonts(families) => families.iter().all(|it| {
            let found = cmd!(project.shell, "fc-list {it} family").quiet().read();
            found.is_ok_and(|it| !it.is_empty())
        }),
        Probe::Files(files) => files.iter().all(|it| it.is_file()),
        Probe::Npm(folder) => npm_packages_are_new(&project.path(folder)),
        Probe::Pip(folder) => python_packages_are_new(&project.path(folder)),
        Probe::RustSources => rust_has("src/rust/library/Cargo.lock", project),
        Probe::RustTarget(target) => rust_has(&format!("{target}/lib"), project),
    };
    (!is_there).then_some(Missing(None))
}

/// A program of an engine by what it is called there, else the one of this name.
fn find(name: &str, project: &Project) -> Option<PathBuf> {
    let program = Engine::ALL.iter().flat_map(|it| it.programs()).find(|it| it.name == name);
    program.map_or_else(|| project.find(name), |it| it.find(&project.search_path()))
}

fn ask_version(name: &str, project: &Project) -> Option<Version> {
    let program = find(name, project)?;
    let answer = cmd!(project.shell, "{program} --version").quiet().ignore_stderr().read().ok()?;
    read_version(&answer)
}

/// The first version in a text. Those of browsers have a fourth number, which does not matter.
fn read_version(text: &str) -> Option<Version> {
    text.split(|it: char| !it.is_ascii_digit() && it != '.').find_map(|word| {
        let mut numbers = word.split('.').map(|it| it.parse().ok());
        let [major, minor] = [numbers.next()??, numbers.next()??];
        Some(Version::new(major, minor, numbers.next().flatten().unwrap_or_default()))
    })
}

/// Whether the toolchain that compiles this has a file or a folder.
fn rust_has(path: &str, project: &Project) -> bool {
    let sysroot = cmd!(project.shell, "rustc --print sysroot").quiet().read();
    sysroot.is_ok_and(|it| Path::new(&it).join("lib/rustlib").join(path).exists())
}

/// When a file or a folder was changed last.
fn changed(path: &Path) -> Option<SystemTime> {
    fs::metadata(path).ok()?.modified().ok()
}

/// Whether npm's record of what it installed is no older than the lock file.
fn npm_packages_are_new(folder: &Path) -> bool {
    let installed = changed(&folder.join("node_modules/.package-lock.json"));
    installed.is_some_and(|it| Some(it) >= changed(&folder.join("package-lock.json")))
}

/// Whether the folder that pip installs into is no older than the list of packages.
fn python_packages_are_new(folder: &Path) -> bool {
    let installed = changed(&folder.join("packages"));
    installed.is_some_and(|it| Some(it) >= changed(&folder.join("requirements.txt")))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_where_the_tools_write_them() {
        let check = |text, numbers: Option<[u64; 3]>| {
            let expected = numbers.map(|[major, minor, patch]| Version::new(major, minor, patch));
            assert_eq!(read_version(text), expected, "{text}");
        };
        check("trunk 0.21.14\n", Some([0, 21, 14]));
        check("v20.20.2\n", Some([20, 20, 2]));
        check("ChromeDriver 156.0.8078.80 (abc-refs/branch@{#1})\n", Some([156, 0, 8078]));
        check("Mozilla Firefox 153.0.1esr\n", Some([153, 0, 1]));
        check("Google Chrome for Testing 128.0.6613.84 \n", Some([128, 0, 6613]));
        check("built 2026 by hand", None);
        check("command not found", None);
        check("v1..2", None);
    }
}
