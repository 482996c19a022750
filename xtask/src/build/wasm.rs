//! Compiles the library to WebAssembly and makes it small.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::Quality;
use super::glue;
use super::names::{MODULE, Names};
use crate::process::{read, run};
use crate::project::Project;
use crate::setup::Toolbox;
use crate::toolchain::Toolchain;

const TARGET: &str = "wasm32-unknown-unknown";

/// 64 KiB: the linker's own 1 MiB is memory that each page would pay for and never use.
const STACK: &str = "-Clink-arg=-zstack-size=65536";

/// What the program may use beyond the first version of WebAssembly. Never all features: then wasm-opt writes imports in a form that most browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// What makes the wasm small after Brotli, by trial: a function that is taken into its only caller,
/// or a value that is kept to be used twice, saves less than it costs in odd numbers of locals.
const PASSES: [&str; 4] =
    ["-Oz", "--converge", "--one-caller-inline-max-function-size=20", "--skip-pass=local-cse"];

/// The program: its bytes, and the JavaScript that lets it reach the page.
pub(super) struct Wasm {
    /// The file with the bytes.
    pub(super) path: PathBuf,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
    /// The module that lets it reach the page, and starts it with `begin`.
    pub(super) glue: PathBuf,
    /// What the program calls that module.
    pub(super) module: &'static str,
}

/// The program as plain JavaScript.
pub(super) struct Fallback {
    /// The module with the program.
    pub(super) program: PathBuf,
    /// The module that lets it reach the page, and starts it with `begin`; the program imports it
    /// as [`MODULE`].
    pub(super) glue: PathBuf,
}

/// What is compiled from the library.
pub(super) struct Programs {
    /// The program as WebAssembly.
    pub(super) wasm: Wasm,
    /// The same where WebAssembly is refused, if it can be made.
    pub(super) fallback: Option<Fallback>,
    /// Whether it holds the toolchain's own standard library.
    pub(super) is_stable: bool,
}

/// Where the program's standard library comes from.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Library {
    /// It is compiled with the program, for size, and a panic is a trap that says nothing: nobody
    /// would hear it, and all that it could say weighs a fifth of the program.
    Compiled,
    /// It is the toolchain's own.
    Ready,
}

impl Library {
    /// The better one that this machine can do; says so where that is not the best there is.
    fn choose(quality: Quality, toolchain: &Toolchain) -> Self {
        match quality {
            Quality::Stable | Quality::Quick => Self::Ready,
            Quality::Full if toolchain.has_sources() => Self::Compiled,
            Quality::Full => {
                eprintln!(
                    "NOTE: building with `--stable`, which makes a larger program: the sources of \
                     Rust's standard library are not here (`rustup component add rust-src`)."
                );
                Self::Ready
            }
        }
    }

    /// What Cargo is told.
    const fn arguments(self) -> &'static [&'static str] {
        match self {
            Self::Compiled => {
                &["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"]
            }
            Self::Ready => &[],
        }
    }

    /// What the compiler is told.
    const fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Compiled => &[
                STACK,
                "-Zunstable-options",
                "-Cpanic=immediate-abort",
                "-Zlocation-detail=none",
                "-Zfmt-debug=none",
            ],
            Self::Ready => &[STACK],
        }
    }
}

/// How much of WebAssembly is used.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dialect {
    /// What browsers have known for years.
    Current,
    /// Its first version, which can be written as JavaScript.
    First,
}

impl Dialect {
    /// The folder for what is compiled: what has other flags would be compiled anew each time.
    const fn folder(self, library: Library) -> &'static str {
        match (self, library) {
            (Self::Current, Library::Compiled) => "wasm-small",
            (Self::Current, Library::Ready) => "wasm",
            (Self::First, _) => "wasm-fallback",
        }
    }

    /// What the compiler is told.
    const fn flags(self) -> &'static [&'static str] {
        match self {
            Self::Current => &[],
            Self::First => &["-Ctarget-cpu=mvp"],
        }
    }

    /// What the optimiser is told.
    const fn features(self) -> &'static [&'static str] {
        match self {
            Self::Current => &FEATURES,
            Self::First => &["--mvp-features"],
        }
    }
}

/// Compiles the library to all that is made of it.
///
/// The fallback build needs a standard library without what WebAssembly has learned since its first
/// version, and so one that is compiled here.
pub(super) fn compile(
    project: &Project,
    toolbox: &Toolbox,
    quality: Quality,
    folder: &Path,
) -> Result<Programs> {
    let toolchain = Toolchain::of(project)?;
    let library = Library::choose(quality, &toolchain);
    let compiler = Compiler { project, toolbox, quality, folder, toolchain, library };
    let is_stable = library == Library::Ready;
    let wasm = compiler.compile(Dialect::Current)?;
    let fallback = match library {
        Library::Compiled => Some(compiler.fallback()?),
        Library::Ready => None,
    };
    Ok(Programs { wasm, fallback, is_stable })
}

/// Compiles the library with the settings of one build.
struct Compiler<'a> {
    project: &'a Project,
    toolbox: &'a Toolbox,
    quality: Quality,
    folder: &'a Path,
    toolchain: Toolchain,
    library: Library,
}

impl Compiler<'_> {
    fn compile(&self, dialect: Dialect) -> Result<Wasm> {
        let Self { project, toolbox, quality, folder, toolchain, library } = self;
        let target = project.target(dialect.folder(*library));
        let flags = library.flags().iter().chain(dialect.flags());
        let flags: Vec<_> = flags.map(|&it| it.to_owned()).collect();
        let flags = [flags, names_of_folders(project, toolchain)].concat();
        let mut cargo = toolbox.command("cargo");
        cargo
            .current_dir(project.root())
            .args(["rustc", "-p", "good-sport-embed", "--lib", "--target", TARGET, "--target-dir"])
            .arg(&target)
            // The manifest also asks for a crate of Rust, and beside that Cargo optimises nothing
            // across crates, whatever the profile says.
            .args(["--crate-type", "cdylib"])
            .args(library.arguments())
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        if *library == Library::Compiled {
            // These flags are not stable; the toolchain file says for which compiler they are meant.
            cargo.env("RUSTC_BOOTSTRAP", "1");
        }
        let profile = match quality {
            Quality::Full | Quality::Stable => {
                cargo.arg("--release");
                "release"
            }
            Quality::Quick => "debug",
        };
        run(&mut cargo)?;
        let compiled = target.join(TARGET).join(profile).join("good_sport_embed.wasm");
        let bound = bind(&compiled, &folder.join(dialect.folder(*library)), dialect)?;
        if *quality == Quality::Quick {
            return Ok(bound);
        }
        optimise(project, toolbox, &bound, dialect.features())
    }

    /// Compiles to WebAssembly as it was at first, and that to JavaScript.
    fn fallback(&self) -> Result<Fallback> {
        let wasm = self.compile(Dialect::First)?;
        let program = wasm.path.with_file_name("good_sport_fallback.js");
        let mut wasm2js = self.toolbox.command(self.project.npm_tool("wasm2js"));
        run(wasm2js.arg(&wasm.path).arg("-Oz").arg("--output").arg(&program))?;
        Ok(Fallback { program, glue: wasm.glue })
    }
}

/// Names for the folders of this machine, so that a checkout gives the same bytes wherever it lies.
fn names_of_folders(project: &Project, toolchain: &Toolchain) -> Vec<String> {
    let name =
        |folder: &Path, name: &str| format!("--remap-path-prefix={}={name}", folder.display());
    let mut names = vec![
        name(project.root(), "good-sport"),
        name(&toolchain.sources(), &toolchain.name_of_sources()),
    ];
    names.extend(crate_folders().iter().map(|folder| name(folder, "crates")));
    names
}

/// Where Cargo unpacks the sources of crates: a folder for each registry, named after it.
fn crate_folders() -> Vec<PathBuf> {
    let named = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = named.or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let Some(entries) = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()) else {
        return Vec::new();
    };
    let mut folders: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
    // The order in which a disk lists them must not change the flags, and so what is compiled anew.
    folders.sort();
    folders
}

/// What wasm-bindgen calls its module.
const BINDGEN_MODULE: &str = "./good_sport_bg.js";
/// What wasm-bindgen has its module call first, if there is anything to do.
const START: &str = "wasm.__wbindgen_start();";

/// Writes the JavaScript side, and the wasm that goes with it.
fn bind(compiled: &Path, folder: &Path, dialect: Dialect) -> Result<Wasm> {
    Bindgen::new()
        .input_path(compiled)
        .out_name("good_sport")
        // The program's own file reads the bytes and starts them: it guards what is called.
        .bundler(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen failed")?;
    let path = folder.join("good_sport_bg.wasm");
    let bytes = super::read(&path)?;
    let start = if read_text(&folder.join("good_sport.js"))?.contains(START) { START } else { "" };
    let glue = folder.join("good_sport_begun.js");
    let mut text = read_text(&folder.join("good_sport_bg.js"))?;
    text = glue::without_page_classes(&text)?;
    if dialect == Dialect::First {
        text = glue::with_fresh_views(&text)?;
    }
    write(&glue, &format!("{text}\nexport function begin() {{ {start} }}\n"))?;
    Ok(Wasm { path, bytes, glue, module: BINDGEN_MODULE })
}

/// Makes both sides smaller: the wasm's code, then the names that they call each other by.
fn optimise(project: &Project, toolbox: &Toolbox, bound: &Wasm, features: &[&str]) -> Result<Wasm> {
    let wasm_opt = |input: &Path, output: &Path, passes: &[&str]| {
        let mut command = toolbox.command(project.npm_tool("wasm-opt"));
        command.arg(input).args(features).args(passes).arg("--output").arg(output);
        command
    };
    let small = bound.path.with_file_name("good_sport_small.wasm");
    run(&mut wasm_opt(&bound.path, &small, &PASSES))?;
    let path = bound.path.with_file_name("good_sport_named.wasm");
    let passes = [
        "--minify-imports-and-exports-and-modules",
        "--strip-producers",
        "--strip-target-features",
    ];
    let names = Names::read(&read(&mut wasm_opt(&small, &path, &passes))?)?;
    // Beside the other, whose snippets it uses.
    let glue = bound.glue.with_file_name("good_sport_named.js");
    write(&glue, &names.put_into(&read_text(&bound.glue)?)?)?;
    Ok(Wasm { bytes: super::read(&path)?, path, glue, module: MODULE })
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}
