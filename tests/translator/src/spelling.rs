//! Spelling, by hunspell, where it and the dictionary of a language are installed.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::process::{Command, Stdio};

use anyhow::{Context as _, Result, anyhow, ensure};
use good_sport::content::Language;
use toml::{Table, Value};
use translator::samples::Sample;

/// Tables of what visitors do not read: patterns and word lists.
const UNREAD: [&str; 6] = ["linter", "rejection", "habits", "highlight", "echoes", "tag"];
/// Names within the others.
const NAMES: [&str; 4] = ["id", "group", "like", "silences"];

/// Words that the dictionary does not have; one line that says so where there is none.
pub(crate) fn unknown(language: &Language, text: &str) -> Result<Vec<String>> {
    let Some(dictionary) = dictionary(&language.tag) else {
        return Ok(vec![format!("not checked: no dictionary for {} in hunspell", language.tag)]);
    };
    let mut words = String::new();
    let mut file: Table = toml::from_str(text)?;
    file.retain(|key, _| !UNREAD.contains(&key));
    gather(&Value::Table(file), &mut words);
    let known: BTreeSet<_> = known(language);
    let mut hunspell = Command::new("hunspell")
        .args(["-d", &dictionary, "-i", "utf-8", "-l"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("hunspell")?;
    let mut input = hunspell.stdin.take().context("hunspell takes no text")?;
    let writer = std::thread::spawn(move || input.write_all(words.as_bytes()));
    let output = hunspell.wait_with_output()?;
    ensure!(output.status.success(), "hunspell: {}", output.status);
    writer.join().map_err(|_| anyhow!("the text was not handed over"))??;
    let found: BTreeSet<_> =
        String::from_utf8_lossy(&output.stdout).lines().map(str::to_owned).collect();
    // A word at the end of a line keeps its full stop, as an abbreviation would.
    Ok(found.into_iter().filter(|it| !known.contains(it.trim_end_matches('.'))).collect())
}

/// Names, which no dictionary has: those of the languages, of services, and of the sample.
fn known(language: &Language) -> BTreeSet<String> {
    let sample = Sample::of(language);
    let names = language.all.iter().map(|(_, name)| name.as_str());
    let services = [
        "Gmail", "Outlook", "Yahoo", "LinkedIn", "Mail", "Premium", "Ctrl", "Mac", "Dana", "Rivera",
    ];
    names
        .chain(services)
        .chain(sample.recipients.iter().map(String::as_str))
        .chain(sample.spelled.iter().map(String::as_str))
        .flat_map(|it| it.split([' ', '(', ')']))
        .map(str::to_owned)
        .collect()
}

/// The dictionary for a language tag, of those that hunspell lists.
fn dictionary(tag: &str) -> Option<String> {
    let output = Command::new("hunspell").arg("-D").stdin(Stdio::null()).output().ok()?;
    let list = String::from_utf8_lossy(&output.stderr).into_owned();
    let names = list.lines().filter_map(|it| it.rsplit('/').next());
    let tag = tag.replace('-', "_");
    let with_region = format!("{tag}_");
    let mut fitting: Vec<_> =
        names.filter(|it| **it == *tag || it.starts_with(&with_region)).collect();
    // Where there are several: the one of the country that the language is named after, else American.
    fitting.sort_by_key(|it| {
        let country = it.strip_prefix(&with_region).unwrap_or_default();
        (country != tag.to_uppercase(), country != "US", *it)
    });
    fitting.first().map(|it| (*it).to_owned())
}

/// All texts that visitors read, without the names in braces.
fn gather(value: &Value, words: &mut String) {
    match value {
        Value::Table(table) => {
            for (_, value) in table.iter().filter(|(key, _)| !NAMES.contains(&key.as_str())) {
                gather(value, words);
            }
        }
        Value::Array(values) => values.iter().for_each(|it| gather(it, words)),
        Value::String(text)
            if text.contains([' ', '.']) || text.starts_with(char::is_uppercase) =>
        {
            let mut rest = text.as_str();
            while let Some((before, after)) = rest.split_once('{') {
                words.push_str(before);
                rest = after.split_once('}').map_or("", |(_, it)| it);
            }
            words.push_str(rest);
            words.push('\n');
        }
        _ => {}
    }
}
