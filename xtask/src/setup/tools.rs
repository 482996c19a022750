//! All that building, testing and measuring rely on and Cargo does not bring: programs, packages of
//! the system, folders of npm packages. Who needs each, which versions fit, how it is installed, and
//! what to say when it cannot be.

use std::fmt;

use engines::{Engine, Program};

use super::Task;
use super::version::Fits;

/// A tool that some commands need.
pub(super) struct Tool {
    /// What a person knows it by.
    pub(super) name: &'static str,
    /// The commands that need it.
    needed_by: &'static [Task],
    /// Whether only Linux has it.
    only_on_linux: bool,
    /// What becomes of the command where it is missing and cannot be installed.
    pub(super) without: Without,
    /// How to see whether it is there.
    pub(super) probe: Probe,
    /// How to install it.
    pub(super) remedy: Installer,
    /// About how long that takes on two cores.
    pub(super) minutes: u32,
    /// What to say when it cannot be installed.
    pub(super) otherwise: &'static str,
}

impl Tool {
    /// Whether the task needs it, on a system such as this.
    pub(super) fn is_needed_by(&self, task: Task) -> bool {
        self.needed_by.contains(&task) && (cfg!(target_os = "linux") || !self.only_on_linux)
    }
}

impl fmt::Display for Tool {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}

/// What becomes of a command that needs a tool and does not get it.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Without {
    /// It stops.
    Stop,
    /// It does without, and says what that costs.
    GoOn,
    /// The tests go on in the other engines, and say so; what measures this one stops.
    Skip(Engine),
    /// The tests that are about it are left out by name; the others go on.
    LeaveOut,
}

impl Without {
    /// Whether the task goes on.
    pub(super) fn goes_on(self, task: Task) -> bool {
        match self {
            Self::Stop => false,
            Self::GoOn => true,
            Self::Skip(_) | Self::LeaveOut => task == Task::Test && !engines::needs_all(),
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

/// How to install a tool.
pub(super) enum Installer {
    /// `rustup` with these arguments.
    Rustup(&'static [&'static str]),
    /// Packages of the operating system, by the names that Debian has for them.
    Apt(&'static [&'static str]),
    /// The packages of the npm lock file in a folder.
    Npm(&'static str),
    /// `cargo install`, into a folder of our own.
    Cargo { package: &'static str, version: &'static str, locked: bool },
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
const BY_CARGO: &str =
    "`cargo install` could not compile it; see that crates.io can be reached and try again.";
const BY_NPM: &str = "See that the npm registry can be reached and try again.";
const BY_RUSTUP: &str =
    "Install Rust through rustup, which fetches it, or your system's package for it.";

/// The typefaces that the pages are tried in: wide, narrow, and what most pages have.
pub(super) const FONTS: &[&str] = &["DejaVu Sans", "Liberation Sans", "Noto Sans"];

/// All tools, in the order in which a person reads of them.
pub(super) const TOOLS: &[Tool] = &[
    Tool {
        name: "Rust's standard library for wasm32-unknown-unknown",
        needed_by: ALL,
        only_on_linux: false,
        without: Without::Stop,
        probe: Probe::RustTarget("wasm32-unknown-unknown"),
        remedy: Installer::Rustup(&["target", "add", "wasm32-unknown-unknown"]),
        minutes: 1,
        otherwise: BY_RUSTUP,
    },
    Tool {
        name: "the sources of Rust's standard library",
        needed_by: &[Task::Build, Task::Test, CHROMIUM_BENCH, FIREFOX_BENCH, WEBKIT_BENCH],
        only_on_linux: false,
        without: Without::GoOn,
        probe: Probe::RustSources,
        remedy: Installer::Rustup(&["component", "add", "rust-src"]),
        minutes: 1,
        otherwise: BY_RUSTUP,
    },
    Tool {
        name: "Clippy",
        needed_by: &[Task::Test],
        only_on_linux: false,
        without: Without::Stop,
        probe: Probe::Program {
            names: &["cargo"],
            question: &["clippy", "--version"],
            fits: Fits::Any,
        },
        remedy: Installer::Rustup(&["component", "add", "clippy"]),
        minutes: 1,
        otherwise: BY_RUSTUP,
    },
    Tool {
        name: "rustfmt",
        needed_by: &[Task::Test],
        only_on_linux: false,
        without: Without::Stop,
        probe: Probe::Program {
            names: &["cargo"],
            question: &["fmt", "--version"],
            fits: Fits::Any,
        },
        remedy: Installer::Rustup(&["component", "add", "rustfmt"]),
        minutes: 1,
        otherwise: BY_RUSTUP,
    },
    Tool {
        name: "Node.js 18 or newer",
        needed_by: ALL,
        only_on_linux: false,
        without: Without::Stop,
        probe: program(&["node"], Fits::AtLeast(&[18])),
        remedy: Installer::Apt(&["nodejs"]),
        minutes: 1,
        otherwise: "Install Node.js, version 18 or newer.",
    },
    Tool {
        name: "npm",
        needed_by: ALL,
        only_on_linux: false,
        without: Without::Stop,
        probe: program(&["npm"], Fits::Any),
        remedy: Installer::Apt(&["npm"]),
        minutes: 1,
        otherwise: "Install npm, which comes with Node.js or stands beside it.",
    },
    Tool {
        name: "the npm packages of xtask/package-lock.json",
        needed_by: ALL,
        only_on_linux: false,
        without: Without::Stop,
        probe: Probe::NpmPackages("xtask"),
        remedy: Installer::Npm("xtask"),
        minutes: 1,
        otherwise: BY_NPM,
    },
    Tool {
        name: "Node.js 20.19 or newer",
        needed_by: &[Task::Test, CHROMIUM_BENCH, FIREFOX_BENCH, WEBKIT_BENCH],
        only_on_linux: false,
        without: Without::Stop,
        probe: program(&["node"], Fits::AtLeast(&[20, 19])),
        remedy: Installer::Apt(&["nodejs"]),
        minutes: 1,
        otherwise: "Install Node.js, version 20.19 or newer: what bundles the peers and the frameworks needs it.",
    },
    Tool {
        name: "the npm packages of tests/frameworks/package-lock.json",
        needed_by: &[Task::Test],
        only_on_linux: false,
        without: Without::Stop,
        probe: Probe::NpmPackages("tests/frameworks"),
        remedy: Installer::Npm("tests/frameworks"),
        minutes: 1,
        otherwise: BY_NPM,
    },
    Tool {
        name: "the npm packages of benches/package-lock.json",
        needed_by: BENCH,
        only_on_linux: false,
        without: Without::Stop,
        probe: Probe::NpmPackages("benches"),
        remedy: Installer::Npm("benches"),
        minutes: 1,
        otherwise: BY_NPM,
    },
    Tool {
        name: "trunk 0.21.14",
        needed_by: &[Task::Serve],
        only_on_linux: false,
        without: Without::Stop,
        probe: program(&["trunk"], Fits::Series(&[0, 21, 14])),
        remedy: Installer::Cargo { package: "trunk", version: "0.21.14", locked: true },
        minutes: 10,
        otherwise: BY_CARGO,
    },
    Tool {
        name: "the typefaces DejaVu Sans, Liberation Sans and Noto Sans",
        needed_by: &[Task::Test],
        only_on_linux: true,
        without: Without::Stop,
        probe: Probe::Fonts(FONTS),
        remedy: Installer::Apt(&[
            "fontconfig",
            "fonts-dejavu-core",
            "fonts-liberation",
            "fonts-noto-core",
        ]),
        minutes: 1,
        otherwise: "Install the three, and fontconfig.",
    },
    Tool {
        name: "Prototype and MooTools, as old pages have them",
        needed_by: &[Task::Test],
        only_on_linux: false,
        without: Without::LeaveOut,
        probe: Probe::Files(&[
            "/usr/share/javascript/mootools/mootools.js",
            "/usr/share/javascript/prototype/prototype.js",
        ]),
        remedy: Installer::Apt(&["libjs-mootools", "libjs-prototype"]),
        minutes: 1,
        otherwise: "Put prototype.js 1.7 and MooTools 1.4 into /usr/share/javascript; no registry has them.",
    },
    Tool {
        name: "Chromium",
        needed_by: &[Task::Test, CHROMIUM_BENCH],
        only_on_linux: false,
        without: Without::Skip(Engine::Chromium),
        probe: program(engines::CHROMIUM.files, Fits::Any),
        remedy: Installer::Apt(&["chromium"]),
        minutes: 2,
        otherwise: "Install Chromium or Google Chrome.",
    },
    Tool {
        name: "chromedriver of Chromium's version",
        needed_by: &[Task::Test, CHROMIUM_BENCH],
        only_on_linux: false,
        without: Without::Skip(Engine::Chromium),
        probe: program(engines::CHROMEDRIVER.files, Fits::SameMajorAs(engines::CHROMIUM.files)),
        remedy: Installer::Apt(&["chromium-driver"]),
        minutes: 1,
        otherwise: "Install the chromedriver of the same major version as Chromium.",
    },
    Tool {
        name: "Firefox",
        needed_by: &[Task::Test, FIREFOX_BENCH],
        only_on_linux: false,
        without: Without::Skip(Engine::Firefox),
        probe: program(engines::FIREFOX.files, Fits::Any),
        remedy: Installer::Apt(&["firefox-esr"]),
        minutes: 1,
        otherwise: "Install Firefox.",
    },
    Tool {
        name: "geckodriver 0.37",
        needed_by: &[Task::Test, FIREFOX_BENCH],
        only_on_linux: false,
        without: Without::Skip(Engine::Firefox),
        probe: program(engines::GECKODRIVER.files, Fits::Series(&[0, 37])),
        remedy: Installer::Cargo { package: "geckodriver", version: "0.37.1", locked: true },
        minutes: 2,
        otherwise: BY_CARGO,
    },
    Tool {
        name: "WebKitGTK's MiniBrowser",
        needed_by: &[Task::Test, WEBKIT_BENCH],
        only_on_linux: true,
        without: Without::Skip(Engine::WebKit),
        probe: Probe::Presence(engines::MINI_BROWSER),
        remedy: Installer::Apt(&["libwebkit2gtk-4.1-0"]),
        minutes: 1,
        otherwise: "Install MiniBrowser of webkit2gtk-4.1.",
    },
    Tool {
        name: "WebKitWebDriver",
        needed_by: &[Task::Test, WEBKIT_BENCH],
        only_on_linux: true,
        without: Without::Skip(Engine::WebKit),
        probe: Probe::Presence(engines::WEBKIT_DRIVER),
        remedy: Installer::Apt(&["webkit2gtk-driver"]),
        minutes: 1,
        otherwise: "Install the WebDriver of WebKitGTK.",
    },
    Tool {
        name: "Xvfb",
        needed_by: &[Task::Test, WEBKIT_BENCH],
        only_on_linux: true,
        without: Without::Skip(Engine::WebKit),
        probe: Probe::Presence(engines::XVFB),
        remedy: Installer::Apt(&["xvfb"]),
        minutes: 1,
        otherwise: "Install Xvfb, the display without a screen.",
    },
];

/// A program that tells its version as most do.
const fn program(names: &'static [&'static str], fits: Fits) -> Probe {
    Probe::Program { names, question: &["--version"], fits }
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
                let without = tool.map(|it| it.without);
                assert_eq!(without, Some(Without::Skip(engine)), "{}", program.name);
            }
        }
    }
}
