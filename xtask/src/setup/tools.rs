//! The tools: all that building, testing and measuring rely on and Cargo does not bring, with who
//! needs each, which versions fit, and how it is installed.

use std::fmt;

use engines::{Engine, Program};

use super::Task;
use super::installer::Installer;
use super::version::Fits;

/// A tool that some commands need.
pub(super) struct Tool {
    /// What a person knows it by.
    pub(super) name: &'static str,
    /// The commands that need it.
    needed_by: &'static [Task],
    /// How much they need it.
    pub(super) requirement: Requirement,
    /// How to see whether it is there.
    pub(super) probe: Probe,
    /// How to install it.
    pub(super) installer: Installer,
}

impl Tool {
    /// Whether the task needs it, on a system such as this: typefaces and `WebKitGTK` are
    /// for Linux.
    pub(super) fn is_needed_by(&self, task: Task) -> bool {
        let is_for_linux = matches!(self.probe, Probe::Presence(_) | Probe::Fonts(_));
        self.needed_by.contains(&task) && (cfg!(target_os = "linux") || !is_for_linux)
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// How much a command needs a tool.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Requirement {
    /// Without it the command stops.
    Required,
    /// Without it the command goes on, and says what that costs.
    Recommended,
    /// Without it the tests go on in the other engines, and say so; what measures this one stops.
    Of(Engine),
    /// Without it the tests that are about it are left out by name.
    OfSomeTests,
}

impl Requirement {
    /// Whether the task goes on without the tool.
    pub(super) fn is_dispensable(self, task: Task) -> bool {
        match self {
            Self::Required => false,
            Self::Recommended => true,
            Self::Of(_) | Self::OfSomeTests => task == Task::Test && !engines::needs_all(),
        }
    }
}

/// How to see whether a tool is there.
pub(super) enum Probe {
    /// Asks a program, which has one of these names, for its version.
    Program { names: &'static [&'static str], question: &'static [&'static str], fits: Fits },
    /// Looks for a program that does not tell its version.
    Presence(Program),
    /// Asks fontconfig whether it has these families.
    Fonts(&'static [&'static str]),
    /// Looks for files.
    Files(&'static [&'static str]),
    /// Looks for the standard library of a target.
    RustTarget(&'static str),
    /// Looks for the sources of the standard library.
    RustSources,
    /// Looks whether the npm packages of a folder are those of its lock file.
    NpmPackages(&'static str),
}

const CHROMIUM_BENCH: Task = Task::Bench(Engine::Chromium);
const FIREFOX_BENCH: Task = Task::Bench(Engine::Firefox);
const WEBKIT_BENCH: Task = Task::Bench(Engine::WebKit);
const BENCH: &[Task] = &[CHROMIUM_BENCH, FIREFOX_BENCH, WEBKIT_BENCH];
const ALL: &[Task] = &[
    Task::Build,
    Task::StableBuild,
    Task::Rebuild,
    Task::Serve,
    Task::Test,
    CHROMIUM_BENCH,
    FIREFOX_BENCH,
    WEBKIT_BENCH,
];
/// All but the quick builds.
const FULL: &[Task] = &[Task::Build, Task::Test, CHROMIUM_BENCH, FIREFOX_BENCH, WEBKIT_BENCH];
const TEST: &[Task] = &[Task::Test];
const TEST_AND_BENCH: &[Task] = &[Task::Test, CHROMIUM_BENCH, FIREFOX_BENCH, WEBKIT_BENCH];
const OF_CHROMIUM: &[Task] = &[Task::Test, CHROMIUM_BENCH];
const OF_FIREFOX: &[Task] = &[Task::Test, FIREFOX_BENCH];
const OF_WEBKIT: &[Task] = &[Task::Test, WEBKIT_BENCH];

/// The typefaces that the pages are tried in: wide, narrow, and what most pages have.
const FONTS: &[&str] = &["DejaVu Sans", "Liberation Sans", "Noto Sans"];

/// All tools, in the order in which a person reads of them, and in which they are installed.
pub(super) const TOOLS: &[Tool] = &[
    tool(
        "Rust's standard library for wasm32-unknown-unknown",
        ALL,
        Requirement::Required,
        Probe::RustTarget("wasm32-unknown-unknown"),
        Installer::Rustup(&["target", "add", "wasm32-unknown-unknown"]),
    ),
    tool(
        "the sources of Rust's standard library",
        FULL,
        Requirement::Recommended,
        Probe::RustSources,
        Installer::Rustup(&["component", "add", "rust-src"]),
    ),
    tool(
        "Clippy",
        TEST,
        Requirement::Required,
        cargo(&["clippy", "--version"]),
        Installer::Rustup(&["component", "add", "clippy"]),
    ),
    tool(
        "rustfmt",
        TEST,
        Requirement::Required,
        cargo(&["fmt", "--version"]),
        Installer::Rustup(&["component", "add", "rustfmt"]),
    ),
    tool(
        "Node.js 18 or newer",
        ALL,
        Requirement::Required,
        program(&["node"], Fits::AtLeast(&[18])),
        Installer::Apt(&["nodejs"]),
    ),
    tool(
        "npm, which comes with Node.js or beside it",
        ALL,
        Requirement::Required,
        program(&["npm"], Fits::Any),
        Installer::Apt(&["npm"]),
    ),
    tool(
        "the npm packages of xtask/package-lock.json",
        ALL,
        Requirement::Required,
        Probe::NpmPackages("xtask"),
        Installer::Npm("xtask"),
    ),
    tool(
        "Node.js 20.19 or newer, for what bundles the peers and the frameworks",
        TEST_AND_BENCH,
        Requirement::Required,
        program(&["node"], Fits::AtLeast(&[20, 19])),
        Installer::Apt(&["nodejs"]),
    ),
    tool(
        "the npm packages of tests/frameworks/package-lock.json",
        TEST,
        Requirement::Required,
        Probe::NpmPackages("tests/frameworks"),
        Installer::Npm("tests/frameworks"),
    ),
    tool(
        "the npm packages of benches/package-lock.json",
        BENCH,
        Requirement::Required,
        Probe::NpmPackages("benches"),
        Installer::Npm("benches"),
    ),
    tool(
        "trunk 0.21.14",
        &[Task::Serve],
        Requirement::Required,
        program(&["trunk"], Fits::Series(&[0, 21, 14])),
        Installer::Cargo("trunk", "0.21.14"),
    ),
    tool(
        "the typefaces DejaVu Sans, Liberation Sans and Noto Sans, and fontconfig",
        TEST,
        Requirement::Required,
        Probe::Fonts(FONTS),
        Installer::Apt(&["fontconfig", "fonts-dejavu-core", "fonts-liberation", "fonts-noto-core"]),
    ),
    tool(
        "prototype.js 1.7 and MooTools 1.4 in /usr/share/javascript; no registry has them",
        TEST,
        Requirement::OfSomeTests,
        Probe::Files(&[
            "/usr/share/javascript/mootools/mootools.js",
            "/usr/share/javascript/prototype/prototype.js",
        ]),
        Installer::Apt(&["libjs-mootools", "libjs-prototype"]),
    ),
    tool(
        "Chromium or Google Chrome",
        OF_CHROMIUM,
        Requirement::Of(Engine::Chromium),
        program(engines::CHROMIUM.files, Fits::Any),
        Installer::Apt(&["chromium"]),
    ),
    tool(
        "chromedriver of the same major version as Chromium",
        OF_CHROMIUM,
        Requirement::Of(Engine::Chromium),
        program(engines::CHROMEDRIVER.files, Fits::SameMajorAs(engines::CHROMIUM.files)),
        Installer::Apt(&["chromium-driver"]),
    ),
    tool(
        "Firefox",
        OF_FIREFOX,
        Requirement::Of(Engine::Firefox),
        program(engines::FIREFOX.files, Fits::Any),
        Installer::Apt(&["firefox-esr"]),
    ),
    tool(
        "geckodriver 0.37",
        OF_FIREFOX,
        Requirement::Of(Engine::Firefox),
        program(engines::GECKODRIVER.files, Fits::Series(&[0, 37])),
        Installer::Cargo("geckodriver", "0.37.1"),
    ),
    tool(
        "MiniBrowser of webkit2gtk-4.1",
        OF_WEBKIT,
        Requirement::Of(Engine::WebKit),
        Probe::Presence(engines::MINI_BROWSER),
        Installer::Apt(&["libwebkit2gtk-4.1-0"]),
    ),
    tool(
        "WebKitWebDriver, the WebDriver of WebKitGTK",
        OF_WEBKIT,
        Requirement::Of(Engine::WebKit),
        Probe::Presence(engines::WEBKIT_DRIVER),
        Installer::Apt(&["webkit2gtk-driver"]),
    ),
    tool(
        "Xvfb, the display without a screen",
        OF_WEBKIT,
        Requirement::Of(Engine::WebKit),
        Probe::Presence(engines::XVFB),
        Installer::Apt(&["xvfb"]),
    ),
];

const fn tool(
    name: &'static str,
    needed_by: &'static [Task],
    requirement: Requirement,
    probe: Probe,
    installer: Installer,
) -> Tool {
    Tool { name, needed_by, requirement, probe, installer }
}

/// A program that tells its version as most do.
const fn program(names: &'static [&'static str], fits: Fits) -> Probe {
    Probe::Program { names, question: &["--version"], fits }
}

/// A part of Cargo that is installed by itself.
const fn cargo(question: &'static [&'static str]) -> Probe {
    Probe::Program { names: &["cargo"], question, fits: Fits::Any }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;
    use std::fs;
    use std::path::{Path, PathBuf};

    /// What comes with Rust, which runs this, or with any system that Rust runs on.
    const GIVEN: [&str; 6] = ["cargo", "env", "id", "rustc", "rustup", "sudo"];

    fn root() -> PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
    }

    /// The files below a folder, but for what is installed or made.
    fn files(folder: &Path) -> Vec<PathBuf> {
        let made = ["target", "node_modules", "dist", ".git"];
        let entries = fs::read_dir(folder).into_iter().flatten().filter_map(Result::ok);
        let entries = entries.filter(|it| !made.iter().any(|name| it.file_name() == *name));
        entries
            .map(|it| it.path())
            .flat_map(|it| if it.is_dir() { files(&it) } else { vec![it] })
            .collect()
    }

    #[test]
    fn every_folder_of_npm_packages_is_listed() {
        let is_lock = |it: &PathBuf| it.file_name().is_some_and(|it| it == "package-lock.json");
        let root = root();
        let there: BTreeSet<_> = files(&root)
            .into_iter()
            .filter(is_lock)
            .filter_map(|it| Some(it.parent()?.strip_prefix(&root).ok()?.to_owned()))
            .collect();
        let listed: BTreeSet<_> = TOOLS
            .iter()
            .filter_map(|tool| match tool.probe {
                Probe::NpmPackages(folder) => Some(PathBuf::from(folder)),
                _ => None,
            })
            .collect();
        assert_eq!(there, listed);
    }

    #[test]
    fn every_program_that_is_started_by_its_name_is_listed() {
        let listed: BTreeSet<_> = TOOLS
            .iter()
            .flat_map(|tool| match &tool.probe {
                Probe::Program { names, .. } => names.to_vec(),
                Probe::Presence(program) => program.files.to_vec(),
                Probe::Fonts(_) => vec!["fc-match"],
                _ => Vec::new(),
            })
            .chain(GIVEN)
            .collect();
        let sources = ["xtask/src", "tests/browsers", "benches/src"].map(|it| root().join(it));
        for file in sources.iter().flat_map(|it| files(it)) {
            let text = fs::read_to_string(&file).unwrap_or_default();
            let starts = ["Command::new(\"", ".command(\""].map(|it| text.split(it).skip(1));
            for start in starts.into_iter().flatten() {
                let name = start.split('"').next().unwrap_or_default();
                let is_known =
                    listed.contains(name) || name.contains('/') || name.contains("no-such");
                assert!(is_known, "{name} in {} is no tool of set-up", file.display());
            }
        }
    }

    #[test]
    fn every_program_of_every_engine_is_installed_or_skips_that_engine() {
        for engine in Engine::ALL {
            for program in engine.programs() {
                let tool = TOOLS.iter().find(|tool| match &tool.probe {
                    Probe::Program { names, .. } => *names == program.files,
                    Probe::Presence(it) => it == program,
                    _ => false,
                });
                let requirement = tool.map(|it| it.requirement);
                assert_eq!(requirement, Some(Requirement::Of(engine)), "{}", program.name);
            }
        }
    }
}
