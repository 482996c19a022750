//! Compiles the library to WebAssembly and makes it small.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;

use super::Quality;
use crate::process::{read, run};
use crate::project::Project;
use crate::setup::Toolbox;

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

/// The program: its bytes, and the JavaScript that lets it reach the page.
pub(super) struct Wasm {
    /// The file with the bytes.
    pub(super) path: PathBuf,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
    /// The module that wasm-bindgen writes.
    pub(super) glue: PathBuf,
}

/// Compiles the library, in its own folder, since its flags differ from those of all other builds.
pub(super) fn compile(project: &Project, toolbox: &Toolbox, quality: Quality) -> Result<Wasm> {
    let target = project.target("wasm");
    let mut cargo = toolbox.command("cargo");
    cargo
        .current_dir(project.root())
        .args(["build", "-p", "good-sport", "--lib", "--target", TARGET, "--target-dir"])
        .arg(&target)
        .env_remove("RUSTFLAGS")
        .env("CARGO_ENCODED_RUSTFLAGS", flags(project, toolbox)?.join("\u{1f}"));
    let profile = match quality {
        Quality::Full => {
            cargo.arg("--release");
            "release"
        }
        Quality::Quick => "debug",
    };
    run(&mut cargo)?;
    let compiled = target.join(TARGET).join(profile).join("good_sport.wasm");
    let bound = bind(&compiled, &target.join("glue"))?;
    if quality == Quality::Quick {
        return Ok(bound);
    }
    optimise(project, toolbox, bound)
}

/// What the compiler is told besides the profile: the stack, and names for the folders of this
/// machine, so that a checkout gives the same bytes wherever it lies.
fn flags(project: &Project, toolbox: &Toolbox) -> Result<Vec<String>> {
    let sysroot =
        read(toolbox.command("rustc").current_dir(project.root()).args(["--print", "sysroot"]))?;
    let version = read(toolbox.command("rustc").current_dir(project.root()).arg("-vV"))?;
    let commit = version
        .lines()
        .find_map(|line| line.strip_prefix("commit-hash: "))
        .context("rustc does not say which commit it was built from")?;
    let root = project.root().display();
    let sysroot = sysroot.trim();
    let mut flags = vec![
        STACK.to_owned(),
        format!("--remap-path-prefix={root}=good-sport"),
        // The name that the standard library has for itself where its sources are not installed.
        format!("--remap-path-prefix={sysroot}/lib/rustlib/src/rust=/rustc/{commit}"),
    ];
    for folder in crate_folders() {
        flags.push(format!("--remap-path-prefix={}=crates", folder.display()));
    }
    Ok(flags)
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
fn bind(compiled: &Path, folder: &Path) -> Result<Wasm> {
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
    Ok(Wasm { path, bytes, glue: folder.join("good_sport.js") })
}

fn optimise(project: &Project, toolbox: &Toolbox, bound: Wasm) -> Result<Wasm> {
    let path = bound.path.with_file_name("good_sport_small.wasm");
    run(toolbox
        .command(project.npm_tool("wasm-opt"))
        .arg(&bound.path)
        .args(FEATURES)
        .args(["-Oz", "--converge", "--strip-producers", "--strip-target-features", "--output"])
        .arg(&path))?;
    let bytes = fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
    Ok(Wasm { path, bytes, ..bound })
}
