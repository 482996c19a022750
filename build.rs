//! Turns the language files into the words and the linter data that programs read, and stops at a mistake in one.

/// The same types that the library has, without the words that are only written here.
#[path = "src/content"]
#[allow(dead_code, unreachable_pub, reason = "written for the library, of which this uses a part")]
mod content {
    pub mod check;
    pub mod checklist;
    pub mod encoded;
    pub mod facts;
    pub mod field;
    pub mod habits;
    pub mod labels;
    pub mod language;
    pub mod letter;
    pub mod linter;
    pub mod map;
    pub mod people;
    pub mod rejection;
    pub mod reminder;
    pub mod source;
    pub mod text;
}

use std::env;
use std::fmt::Write as _;
use std::fs;
use std::path::Path;
use std::process::ExitCode;

use content::source::Sources;

const FOLDER: &str = "src/content/languages";
const STYLES: &str = "styles";

fn main() -> ExitCode {
    println!("cargo::rerun-if-changed=src/content");
    println!("cargo::rerun-if-changed={STYLES}");
    match compile().and_then(|()| join_styles()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(reason) => {
            for line in reason.lines() {
                println!("cargo::error={line}");
            }
            ExitCode::FAILURE
        }
    }
}

fn compile() -> Result<(), String> {
    let languages = Sources::read_folder(Path::new(FOLDER))?.languages()?;
    let words: Vec<_> = languages.iter().map(|(it, ..)| (it.tag.as_str(), it.encode())).collect();
    let linters: Vec<_> =
        languages.iter().map(|(_, it, _)| (it.tag.as_str(), it.encode())).collect();
    let rejections: Vec<_> =
        languages.iter().map(|(_, _, it)| (it.tag.as_str(), it.encode())).collect();
    write("WORDS", "Language", "words", &words)?;
    write("LINTERS", "LinterData", "linter", &linters)?;
    write("REJECTIONS", "RejectionData", "rejection", &rejections)
}

/// Writes a text for each language, and the list of them.
fn write(name: &str, of: &str, ending: &str, texts: &[(&str, String)]) -> Result<(), String> {
    let folder = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    let folder = Path::new(&folder);
    let mut list = format!(
        "/// The [`{of}`] of every language, by tag, in the form that [`{of}::decode`] reads.\n\
         pub const {name}: &[(&str, &str)] = &[\n"
    );
    for (tag, text) in texts {
        let file = format!("{tag}.{ending}");
        let _ =
            writeln!(list, "    ({tag:?}, include_str!(concat!(env!(\"OUT_DIR\"), \"/{file}\"))),");
        fs::write(folder.join(file), text).map_err(|error| error.to_string())?;
    }
    list.push_str("];\n");
    fs::write(folder.join(format!("{ending}.rs")), list).map_err(|error| error.to_string())
}

/// Joins the style sheets as `index.css` imports them: a constructed sheet may import none.
fn join_styles() -> Result<(), String> {
    let read = |name: &str| {
        let file = format!("{STYLES}/{name}");
        fs::read_to_string(&file).map_err(|error| format!("{file}: {error}"))
    };
    let mut joined = String::new();
    for line in read("index.css")?.lines() {
        match line.strip_prefix("@import \"./").and_then(|it| it.split_once("\" layer(")) {
            Some((name, layer)) => {
                let layer = layer.trim_end_matches(");");
                let _ = writeln!(joined, "@layer {layer} {{\n{}}}", read(name)?);
            }
            None if line.contains("@import") => {
                return Err(format!("{STYLES}/index.css: {line}: another form of import"));
            }
            None => joined.push_str(line),
        }
    }
    let folder = env::var("OUT_DIR").map_err(|error| error.to_string())?;
    fs::write(Path::new(&folder).join("styles.css"), joined).map_err(|error| error.to_string())
}
