//! Looks whether a tool is there, in a version that fits.

use std::env;
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::SystemTime;

use super::Task;
use super::installer::{Installer, install_root};
use super::tools::{Probe, Requirement, Tool};
use super::version::{Fits, Version};
use crate::process::read;
use crate::project::Project;
use crate::toolchain::Toolchain;

/// What came of looking for a tool.
pub(super) enum Found {
    /// It is there and fits; in this folder, unless the system finds it by itself.
    Fitting(Option<PathBuf>),
    /// It is there in a version that does not fit.
    Unfitting(Version),
    /// It is not there.
    Nothing,
}

impl Found {
    /// Whether the tool can be used.
    pub(super) fn fits(&self) -> bool {
        matches!(self, Self::Fitting(_))
    }

    /// Whether the task goes on without it. Another version is a mistake, and not an absence.
    pub(super) fn is_dispensable(&self, requirement: Requirement, task: Task) -> bool {
        let is_absent = matches!(self, Self::Nothing) || requirement == Requirement::Recommended;
        is_absent && requirement.is_dispensable(task)
    }

    /// The folder to look for it in.
    pub(super) fn folder(self) -> Option<PathBuf> {
        match self {
            Self::Fitting(folder) => folder,
            Self::Unfitting(_) | Self::Nothing => None,
        }
    }

    /// A note on what there is in its place.
    pub(super) fn instead(&self) -> String {
        match self {
            Self::Unfitting(version) => format!(" (here it is {version})"),
            Self::Fitting(_) | Self::Nothing => String::new(),
        }
    }
}

/// Looks for a tool where the system would, then where set-up installs.
pub(super) fn probe(tool: &Tool, project: &Project, cache: &Path) -> Found {
    let present = |is_there: bool| if is_there { Found::Fitting(None) } else { Found::Nothing };
    match &tool.probe {
        Probe::Program { names, question, fits } => {
            let installed = match tool.installer {
                Installer::Cargo(package, version) => {
                    Some(install_root(package, version, cache).join("bin"))
                }
                _ => None,
            };
            program(project, names, question, *fits, installed.as_ref())
        }
        Probe::Presence(program) => present(program.find(&path()).is_some()),
        Probe::Fonts(families) => present(families.iter().all(|it| has_font(it))),
        Probe::Files(files) => present(files.iter().all(|it| Path::new(it).is_file())),
        Probe::RustTarget(target) => present(has_target(project, target)),
        Probe::RustSources => present(Toolchain::of(project).is_ok_and(|it| it.has_sources())),
        Probe::NpmPackages(folder) => present(npm_packages_are_new(&project.path(folder))),
    }
}

fn program(
    project: &Project,
    names: &[&str],
    question: &[&str],
    fits: Fits,
    installed: Option<&PathBuf>,
) -> Found {
    let other = match fits {
        Fits::SameMajorAs(names) => names
            .iter()
            .find_map(|name| version(project, &engines::find(name, &path())?, &["--version"])),
        Fits::Any | Fits::Series(_) | Fits::AtLeast(_) => None,
    };
    let mut found = Found::Nothing;
    for name in names {
        let places = [
            engines::find(name, &path()).map(|program| (program, None)),
            installed.map(|folder| (folder.join(name), Some(folder.clone()))),
        ];
        for (program, folder) in places.into_iter().flatten() {
            match version(project, &program, question) {
                Some(version) if fits.accepts(&version, other.as_ref()) => {
                    return Found::Fitting(folder);
                }
                Some(version) => found = Found::Unfitting(version),
                None => {}
            }
        }
    }
    found
}

fn version(project: &Project, program: &Path, question: &[&str]) -> Option<Version> {
    // In the checkout, whose toolchain file says which Rust is meant.
    let answer = read(Command::new(program).current_dir(project.root()).args(question)).ok()?;
    Version::find(&answer)
}

fn path() -> OsString {
    env::var_os("PATH").unwrap_or_default()
}

/// Whether fontconfig has a family; of one that it has not, it names the nearest.
fn has_font(family: &str) -> bool {
    let nearest = read(Command::new("fc-match").args(["--format=%{family}", family]));
    nearest.is_ok_and(|it| it.split(',').any(|name| name.trim() == family))
}

fn has_target(project: &Project, target: &str) -> bool {
    let mut rustc = Command::new("rustc");
    rustc.current_dir(project.root()).args(["--print", "target-libdir", "--target", target]);
    read(&mut rustc).is_ok_and(|folder| Path::new(folder.trim()).is_dir())
}

/// Whether npm's record of what it installed is no older than the lock file.
fn npm_packages_are_new(folder: &Path) -> bool {
    let changed = |name: &str| -> Option<SystemTime> {
        fs::metadata(folder.join(name)).ok()?.modified().ok()
    };
    let installed = changed("node_modules/.package-lock.json");
    installed.is_some_and(|installed| Some(installed) >= changed("package-lock.json"))
}
