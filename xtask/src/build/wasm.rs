//! Compiles the library to WebAssembly and makes it small.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::Quality;
use super::names::Names;
use crate::process::{read, run};
use crate::project::Project;
use crate::setup::Toolbox;
use crate::toolchain::Toolchain;

const TARGET: &str = "wasm32-unknown-unknown";

/// 64 KiB: the linker's own 1 MiB is memory that each page would pay for and never use.
const STACK: &str = "-Clink-arg=-zstack-size=65536";

/// Never all features: then wasm-opt writes imports in a form that most browsers refuse.
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
    /// The module that wasm-bindgen writes.
    pub(super) glue: PathBuf,
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

    /// The folder for what is compiled: what has other flags would be compiled anew each time.
    const fn folder(self) -> &'static str {
        match self {
            Self::Compiled => "wasm-small",
            Self::Ready => "wasm",
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

/// Compiles the library, in its own folder, since its flags differ from those of all other builds.
pub(super) fn compile(project: &Project, toolbox: &Toolbox, quality: Quality) -> Result<Wasm> {
    let toolchain = Toolchain::of(project)?;
    let library = Library::choose(quality, &toolchain);
    let target = project.target(library.folder());
    let flags: Vec<_> = library.flags().iter().map(|&it| it.to_owned()).collect();
    let flags = [flags, names_of_folders(project, &toolchain)].concat();
    let mut cargo = toolbox.command("cargo");
    cargo
        .current_dir(project.root())
        .args(["rustc", "-p", "good-sport", "--lib", "--target", TARGET, "--target-dir"])
        .arg(&target)
        // The manifest also asks for a crate of Rust, and beside that Cargo optimises nothing
        // across crates, whatever the profile says.
        .args(["--crate-type", "cdylib"])
        .args(library.arguments())
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    if library == Library::Compiled {
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
    let compiled = target.join(TARGET).join(profile).join("good_sport.wasm");
    let bound = bind(&compiled, &target.join("glue"), library == Library::Ready)?;
    if quality == Quality::Quick {
        return Ok(bound);
    }
    optimise(project, toolbox, &bound)
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

/// Writes the JavaScript side, and the wasm that goes with it.
fn bind(compiled: &Path, folder: &Path, is_stable: bool) -> Result<Wasm> {
    Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .typescript(false)
        // The page gives the bytes; a default address would need `import.meta`.
        .omit_default_module_path(true)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate(folder)
        .context("wasm-bindgen failed")?;
    let path = folder.join("good_sport_bg.wasm");
    let bytes = super::read(&path)?;
    Ok(Wasm { path, bytes, glue: folder.join("good_sport.js"), is_stable })
}

/// Makes both sides smaller: the wasm's code, then the names that they call each other by.
fn optimise(project: &Project, toolbox: &Toolbox, bound: &Wasm) -> Result<Wasm> {
    let wasm_opt = |input: &Path, output: &Path, passes: &[&str]| {
        let mut command = toolbox.command(project.npm_tool("wasm-opt"));
        command.arg(input).args(FEATURES).args(passes).arg("--output").arg(output);
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
    let text = fs::read_to_string(&bound.glue)
        .with_context(|| format!("cannot read {}", bound.glue.display()))?;
    // Beside the other, whose snippets it uses.
    let glue = bound.glue.with_file_name("good_sport_named.js");
    fs::write(&glue, names.put_into(&text)?)
        .with_context(|| format!("cannot write {}", glue.display()))?;
    Ok(Wasm { bytes: super::read(&path)?, path, glue, is_stable: bound.is_stable })
}
