//! Compiles the library to WebAssembly and makes it small.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result};
use wasm_bindgen_cli_support::Bindgen;
use xshell::cmd;

use super::Quality;
use super::patches::{self, Names};
use crate::project::{Project, WASM};

/// 64 KiB: the linker's own 1 MiB is memory that each page would pay for and never use.
const STACK: &str = "-Clink-arg=-zstack-size=65536";

/// Features that the program may use beyond the first version of WebAssembly. Never all: then
/// wasm-opt writes imports in a form that most browsers refuse.
const FEATURES: [&str; 6] = [
    "--enable-bulk-memory",
    "--enable-reference-types",
    "--enable-multivalue",
    "--enable-mutable-globals",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
];

/// Passes that make the wasm small after Brotli, by trial: a function that is taken into its only caller,
/// or a value that is kept to be used twice, saves less than it costs in odd numbers of locals.
const PASSES: [&str; 4] =
    ["-Oz", "--converge", "--one-caller-inline-max-function-size=20", "--skip-pass=local-cse"];

/// Passes that give both sides the shortest names, and drop what no browser reads.
const NAMES: [&str; 3] =
    ["--minify-imports-and-exports-and-modules", "--strip-producers", "--strip-target-features"];

/// The name of wasm-bindgen's module.
const BINDGEN_MODULE: &str = "./good_sport_bg.js";

/// What is compiled from one package, in both forms.
pub(super) struct Program {
    /// As WebAssembly.
    pub(super) wasm: Wasm,
    /// The same where WebAssembly is refused, if it can be made.
    pub(super) fallback: Option<Fallback>,
}

/// A package that is compiled to a program.
#[derive(Clone, Copy)]
struct Package {
    /// Its name, with which the names of its files begin.
    name: &'static str,
    /// Whether it asks what things of the page are.
    meets_page: bool,
}

const EMBED: Package = Package { name: "good-sport-embed", meets_page: true };
const LINTER: Package = Package { name: "good-sport-linter", meets_page: false };

/// A program as WebAssembly: its bytes, and the JavaScript that lets it reach the page.
pub(super) struct Wasm {
    /// The file with the bytes.
    pub(super) path: PathBuf,
    /// The bytes.
    pub(super) bytes: Vec<u8>,
    /// The module that lets it reach the page, and starts it with `begin`.
    pub(super) glue: PathBuf,
    /// The name of that module in the program.
    pub(super) module: &'static str,
}

/// The program as plain JavaScript.
pub(super) struct Fallback {
    /// The module with the program.
    pub(super) program: PathBuf,
    /// The module that lets it reach the page, and starts it with `begin`; the program imports it
    /// as [`Names::MODULE`].
    pub(super) glue: PathBuf,
}

/// The programs that are compiled from the library.
pub(super) struct Programs {
    /// The program.
    pub(super) program: Program,
    /// The tone linter.
    pub(super) linter: Program,
}

/// A way to compile the program.
#[derive(Clone, Copy)]
struct Kind {
    /// The folder for what is compiled: what has other flags would be compiled anew each time.
    folder: &'static str,
    /// Whether it is optimized, the standard library is compiled with it, for size, and a panic is a
    /// trap that says nothing: nobody would hear it, and all that it could say weighs a fifth of the
    /// program.
    is_small: bool,
    /// Whether it keeps to the first version of WebAssembly, which can be written as JavaScript.
    is_first: bool,
}

/// As soon as possible.
const QUICK: Kind = Kind { folder: "wasm", is_small: false, is_first: false };
/// As it is published.
const SMALL: Kind = Kind { folder: "wasm-small", is_small: true, is_first: false };
/// For the fallback build. It needs a standard library without what WebAssembly has learned since
/// its first version, and so one that is compiled here.
const FALLBACK: Kind = Kind { folder: "wasm-fallback", is_small: true, is_first: true };

/// Options of Cargo and of the compiler for a small program.
const SMALL_STD: [&str; 2] =
    ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];
const SMALL_FLAGS: [&str; 4] =
    ["-Zunstable-options", "-Cpanic=immediate-abort", "-Zlocation-detail=none", "-Zfmt-debug=none"];

/// Compiles the library to all that is made of it.
pub(super) fn compile(project: &Project, quality: Quality, folder: &Path) -> Result<Programs> {
    let compiler = Compiler { project, folder };
    let forms = |package| -> Result<_> {
        if quality == Quality::Quick {
            return Ok(Program { wasm: compiler.bind(package, QUICK)?, fallback: None });
        }
        let wasm = compiler.compile(package, SMALL)?;
        Ok(Program { wasm, fallback: Some(compiler.fallback(package)?) })
    };
    Ok(Programs { program: forms(EMBED)?, linter: forms(LINTER)? })
}

/// Compiles the library with the settings of one build.
struct Compiler<'a> {
    project: &'a Project,
    /// For what lies between the steps.
    folder: &'a Path,
}

impl Compiler<'_> {
    fn compile(&self, package: Package, kind: Kind) -> Result<Wasm> {
        let bound = self.bind(package, kind)?;
        self.optimize(&bound, kind)
    }

    /// Lets Cargo compile, and gives the file that it wrote.
    fn cargo(&self, package: Package, kind: Kind, target: &Path) -> Result<PathBuf> {
        let (profile, folder) =
            if kind.is_small { ("release", "release") } else { ("dev", "debug") };
        let small: &[_] = if kind.is_small { &SMALL_FLAGS } else { &[] };
        let first: &[_] = if kind.is_first { &["-Ctarget-cpu=mvp"] } else { &[] };
        let flags = [&[STACK], small, first].concat().into_iter().map(str::to_owned);
        let flags: Vec<_> = flags.chain(names_of_folders(self.project)).collect();
        // The manifest also asks for a crate of Rust, and beside that Cargo optimizes nothing across
        // crates, whatever the profile says.
        let what = ["-p", package.name, "--lib", "--crate-type", "cdylib"];
        let shell = &self.project.shell;
        let mut cargo = cmd!(shell, "cargo rustc {what...} --profile {profile} --target {WASM}")
            .arg("--target-dir")
            .arg(target)
            .env_remove("RUSTFLAGS")
            .env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
        if kind.is_small {
            // These flags are not stable; the toolchain file says for which compiler they are meant.
            cargo = cargo.args(SMALL_STD).env("RUSTC_BOOTSTRAP", "1");
        }
        cargo.quiet().run()?;
        let file = format!("{}.wasm", package.name.replace('-', "_"));
        Ok(target.join(WASM).join(folder).join(file))
    }

    /// Writes the JavaScript side, and the wasm that goes with it.
    fn bind(&self, package: Package, kind: Kind) -> Result<Wasm> {
        let target = self.project.target(kind.folder);
        fs::create_dir_all(&target)?;
        // Cargo lets go of its folder when it has written the file, and another build could write
        // it anew before it is read.
        let lock = fs::File::create(target.join(".xtask-lock"))?;
        lock.lock()?;
        let compiled = self.cargo(package, kind, &target)?;
        let folder = self.folder.join(kind.folder).join(package.name);
        Bindgen::new()
            .input_path(compiled)
            .out_name("good_sport")
            // The program's own file reads the bytes and starts them: it guards what is called.
            .bundler(true)?
            .typescript(false)
            .remove_name_section(true)
            .remove_producers_section(true)
            .generate(&folder)
            .context("wasm-bindgen failed")?;
        lock.unlock()?;
        let path = folder.join("good_sport_bg.wasm");
        let mut text = read_text(&folder.join("good_sport_bg.js"))?;
        if package.meets_page {
            text = patches::without_page_classes(&text)?;
        }
        if kind.is_first {
            text = patches::with_fresh_views(&text)?;
        }
        text = patches::with_start(&text, &read_text(&folder.join("good_sport.js"))?);
        let glue = folder.join("good_sport_begun.js");
        fs::write(&glue, text)?;
        Ok(Wasm { bytes: fs::read(&path)?, path, glue, module: BINDGEN_MODULE })
    }

    /// Makes both sides smaller: the wasm's code, then the names that they call each other by.
    fn optimize(&self, bound: &Wasm, kind: Kind) -> Result<Wasm> {
        let shell = &self.project.shell;
        let wasm_opt = self.project.npm_tool("wasm-opt");
        let features: &[_] = if kind.is_first { &["--mvp-features"] } else { &FEATURES };
        let [input, small, path] = ["bg", "small", "named"]
            .map(|it| bound.path.with_file_name(format!("good_sport_{it}.wasm")));
        cmd!(shell, "{wasm_opt} {input} {features...} {PASSES...} --output {small}")
            .quiet()
            .run()?;
        let names = cmd!(shell, "{wasm_opt} {small} {features...} {NAMES...} --output {path}");
        // Beside the other, whose snippets it uses.
        let glue = bound.glue.with_file_name("good_sport_named.js");
        fs::write(&glue, Names::give(&names.quiet().read()?, &read_text(&bound.glue)?)?)?;
        Ok(Wasm { bytes: fs::read(&path)?, path, glue, module: Names::MODULE })
    }

    /// Compiles to WebAssembly as it was at first, and that to JavaScript.
    fn fallback(&self, package: Package) -> Result<Fallback> {
        let Wasm { path, glue, .. } = self.compile(package, FALLBACK)?;
        let program = path.with_file_name("good_sport_fallback.js");
        let wasm2js = self.project.npm_tool("wasm2js");
        cmd!(self.project.shell, "{wasm2js} {path} -Oz --output {program}").quiet().run()?;
        Ok(Fallback { program, glue })
    }
}

/// Names for the folders of this machine, so that a checkout gives the same bytes wherever it lies.
fn names_of_folders(project: &Project) -> Vec<String> {
    let cargo = env::var_os("CARGO_HOME").map(PathBuf::from);
    let cargo = cargo.or_else(|| env::home_dir().map(|it| it.join(".cargo")));
    let crates = cargo.map(|it| (it.join("registry/src"), "crates"));
    let folders = [(project.root.clone(), "good-sport")].into_iter().chain(crates);
    folders.map(|(it, name)| format!("--remap-path-prefix={}={name}", it.display())).collect()
}

fn read_text(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}
