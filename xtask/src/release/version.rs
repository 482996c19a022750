//! The version of a release: that it is a new one, and that the changelog says what is in it.

use std::fs;

use anyhow::{Context, Result, bail, ensure};
use regex::Regex;
use semver::{Version, VersionReq};
use xshell::cmd;

use crate::project::Project;

/// Pages that tell how to depend on the library.
const PAGES: [&str; 2] = ["README.md", "src/lib.rs"];

/// Checks the version against tags, changelog and documentation.
pub(super) fn check(project: &Project, version: &Version, notes: &mut Vec<String>) -> Result<()> {
    let shell = &project.shell;
    let is_tagged = tags(project, &["--points-at", "HEAD"])?.contains(&tag(version));
    let exists = tags(project, &[])?.contains(&tag(version));
    ensure!(is_tagged || !exists, "{version} has been released: raise it in Cargo.toml");
    cmd!(shell, "cargo metadata --locked --no-deps --format-version 1")
        .quiet()
        .ignore_stdout()
        .run()?;
    for page in PAGES {
        let text = fs::read_to_string(project.path(page))?;
        requirements(&text, version).with_context(|| page.to_owned())?;
    }
    let changelog = fs::read_to_string(project.path("CHANGELOG.md"))?;
    let state = changelog_of(&changelog, version).context("CHANGELOG.md")?;
    if state == State::Unreleased {
        let wanted = format!("`## {version} - DATE`");
        ensure!(!is_tagged, "CHANGELOG.md: the heading \"Unreleased\" becomes {wanted} first");
        notes.push(format!("before the tag, \"Unreleased\" in CHANGELOG.md becomes {wanted}"));
    }
    let manifest = fs::read_to_string(project.path("Cargo.toml"))?;
    if !manifest.contains("\nrepository") {
        notes.push(
            "Cargo.toml has no `repository`: links of the README lead nowhere elsewhere".into(),
        );
    }
    Ok(())
}

/// The tag of the last version before this one, if there is any.
pub(super) fn last(project: &Project, version: &Version) -> Result<Option<String>> {
    let tags = tags(project, &["--merged", "HEAD"])?;
    let versions = tags.iter().filter_map(|it| Version::parse(it.strip_prefix('v')?).ok());
    Ok(versions.filter(|it| it < version).max().map(|it| tag(&it)))
}

fn tag(version: &Version) -> String {
    format!("v{version}")
}

fn tags(project: &Project, which: &[&str]) -> Result<Vec<String>> {
    let tags = cmd!(project.shell, "git tag --list v* {which...}").quiet().read()?;
    Ok(tags.lines().map(str::to_owned).collect())
}

/// Checks that whoever depends on the library as a page says gets this version.
fn requirements(text: &str, version: &Version) -> Result<()> {
    let pattern = Regex::new(r#"good-sport = (?:\{ version = )?"([^"]+)""#)?;
    for found in pattern.captures_iter(text) {
        let requirement = VersionReq::parse(&found[1])?;
        ensure!(requirement.matches(version), "{} does not allow {version}", &found[0]);
    }
    Ok(())
}

/// Where a version stands in the changelog.
#[derive(Debug, PartialEq, Eq)]
enum State {
    /// Under its number and day.
    Dated,
    /// Under "Unreleased".
    Unreleased,
}

/// Where the changelog has the changes of a version, which are its newest.
fn changelog_of(text: &str, version: &Version) -> Result<State> {
    let mut sections = text.split("\n## ").skip(1).filter_map(|it| it.split_once('\n'));
    let is_empty = |changes: &str| !changes.lines().any(|it| it.starts_with("- "));
    let mut newest = sections.next().context("it has no section")?;
    if newest.0 == "Unreleased" {
        if !is_empty(newest.1) {
            return Ok(State::Unreleased);
        }
        newest = sections.next().context("nothing has changed")?;
    }
    let (heading, changes) = newest;
    let dated = Regex::new(r"^(\S+) - \d{4}-\d{2}-\d{2}$")?;
    match dated.captures(heading) {
        Some(it) if it[1] == version.to_string() => {}
        _ => bail!("its newest section is {heading:?}, not that of {version}"),
    }
    ensure!(!is_empty(changes), "the section of {version} has no changes");
    Ok(State::Dated)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<State, &str>) {
        let state = changelog_of(&format!("# Changelog\n\n{text}"), &Version::new(1, 2, 0));
        assert_eq!(state.map_err(|it| it.to_string()), expected.map_err(str::to_owned), "{text}");
    }

    #[test]
    fn newest_section_of_the_changelog_is_that_of_the_version() {
        let old = "## 1.1.0 - 2026-01-02\n\n- An old change.\n";
        check(&format!("## 1.2.0 - 2026-02-03\n\n- A change.\n\n{old}"), Ok(State::Dated));
        check(
            &format!("## Unreleased\n\n### Added\n\n- A change.\n\n{old}"),
            Ok(State::Unreleased),
        );
        check("## Unreleased\n\n## 1.2.0 - 2026-02-03\n\n- A change.\n", Ok(State::Dated));
        let other = "its newest section is \"1.1.0 - 2026-01-02\", not that of 1.2.0";
        check(old, Err(other));
        check(&format!("## Unreleased\n\n{old}"), Err(other));
        let undated = "its newest section is \"1.2.0\", not that of 1.2.0";
        check("## 1.2.0\n\n- A change.\n", Err(undated));
        check("## 1.2.0 - 2026-02-03\n\n", Err("the section of 1.2.0 has no changes"));
        check("", Err("it has no section"));
    }

    #[test]
    fn documented_requirements_allow_the_version() -> Result<()> {
        let version = Version::new(0, 2, 1);
        requirements("good-sport = \"0.2\"\ngood-sport = { version = \"0.2\", x }", &version)?;
        let error = requirements("good-sport = \"0.1\"", &version).err().map(|it| it.to_string());
        assert_eq!(error.as_deref(), Some("good-sport = \"0.1\" does not allow 0.2.1"));
        Ok(())
    }
}
