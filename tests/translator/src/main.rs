//! Starts a language file, and checks one: `cargo xtask language`.

mod check;
mod draft;
mod missing;
mod review;
mod spelling;

use std::path::{Path, PathBuf};

use anyhow::Result;
use clap::{Parser, Subcommand};

/// Starts a language file, and checks one.
#[derive(Parser)]
#[command(name = "cargo xtask language", bin_name = "cargo xtask language")]
struct Arguments {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Creates a draft of a language from English, with its norms to fill in.
    New {
        /// The BCP 47 tag of the language, such as `it` or `pt-BR`.
        tag: String,
    },
    /// Prints what is missing or wrong in a language, its spelling, and its letters; writes a review sheet.
    Check {
        /// The tag of the language; a draft is taken before one that is in the build.
        tag: String,
        /// Prints a few letters and notes as chance fills in the form, in place of all of them.
        #[arg(long, value_name = "SEED")]
        sample: Option<u32>,
    },
}

fn main() -> Result<()> {
    let project = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let folders = Folders {
        languages: project.join("src/content/languages"),
        drafts: project.join("src/content/languages/drafts"),
        review: project.join("target/languages"),
    };
    match Arguments::parse().command {
        Command::New { tag } => draft::create(&folders, &tag),
        Command::Check { tag, sample } => check::check(&folders, &tag, sample),
    }
}

/// Where language files stand.
struct Folders {
    /// The languages of the build.
    languages: PathBuf,
    /// Languages that are being written, which the build does not read.
    drafts: PathBuf,
    /// What reviewers get.
    review: PathBuf,
}
