//! The software bill of materials (CycloneDX): what is compiled into the files that a page loads.
//!
//! That is the crates of the program and the tone linter, without what only takes part in compiling
//! them, and Rust's standard library. The scripts are all of this project.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};
use semver::Version;
use serde_json::{Value, json};
use xshell::cmd;

use crate::project::{Project, WASM};

/// The packages that are compiled to what a page loads.
const PROGRAMS: [&str; 2] = ["good-sport-embed", "good-sport-linter"];

/// A crate, by its name and version.
type Crate = (String, String);

/// Writes the bill.
pub(super) fn write(project: &Project, version: &Version, folder: &Path) -> Result<()> {
    let shell = &project.shell;
    let metadata =
        cmd!(shell, "cargo metadata --locked --format-version 1 --filter-platform {WASM}");
    let metadata: Value = serde_json::from_str(&metadata.quiet().read()?)?;
    let rust = cmd!(shell, "rustc --version --verbose").quiet().read()?;
    let rust = rust.lines().find_map(|it| it.strip_prefix("release: "));
    let lock = fs::read_to_string(project.path("Cargo.lock"))?;
    let bill = Bill {
        shipped: shipped(project)?,
        packages: packages(&metadata)?,
        hashes: hashes(&lock)?,
        rust: rust.context("rustc has no version")?,
    };
    // That of the commit, so that two builds of it give the same bytes.
    let moment = cmd!(shell, "git log -1 --format=%cI").quiet().read()?;
    let mut text = serde_json::to_vec_pretty(&bill.document(version, &moment, &metadata)?)?;
    text.push(b'\n');
    Ok(fs::write(folder.join(super::BILL), text)?)
}

/// The crates whose code is in a program.
fn shipped(project: &Project) -> Result<BTreeSet<Crate>> {
    let mut shipped = BTreeSet::new();
    // One by one: together they would have the features of both.
    for program in PROGRAMS {
        let what = ["--locked", "--edges=normal,no-proc-macro", "--prefix=none", "--format={p}"];
        let tree = cmd!(project.shell, "cargo tree -p {program} --target {WASM} {what...}");
        for line in tree.quiet().read()?.lines() {
            let mut words = line.split(' ');
            let (name, version) = (words.next(), words.next().and_then(|it| it.strip_prefix('v')));
            let (name, version) = name.zip(version).with_context(|| line.to_owned())?;
            shipped.insert((name.to_owned(), version.to_owned()));
        }
    }
    Ok(shipped)
}

/// The packages that Cargo knows, by crate.
fn packages(metadata: &Value) -> Result<BTreeMap<Crate, &Value>> {
    let packages = metadata["packages"].as_array().context("cargo metadata has no packages")?;
    packages.iter().map(|it| Ok((crate_of(it)?, it))).collect()
}

/// The SHA-256 of the crates that come from the registry.
fn hashes(lock: &str) -> Result<BTreeMap<Crate, String>> {
    let lock: toml::Table = toml::from_str(lock)?;
    let packages = lock["package"].as_array().context("Cargo.lock has no packages")?;
    let hash = |it: &toml::Value| {
        let text = |key| Some(it.get(key)?.as_str()?.to_owned());
        Some(((text("name")?, text("version")?), text("checksum")?))
    };
    Ok(packages.iter().filter_map(hash).collect())
}

fn crate_of(package: &Value) -> Result<Crate> {
    let text = |key: &str| package[key].as_str().map(str::to_owned);
    text("name").zip(text("version")).context("a package without a name")
}

/// The name of a component within the bill, and everywhere.
fn url((name, version): &Crate) -> String {
    format!("pkg:cargo/{name}@{version}")
}

struct Bill<'a> {
    shipped: BTreeSet<Crate>,
    packages: BTreeMap<Crate, &'a Value>,
    hashes: BTreeMap<Crate, String>,
    rust: &'a str,
}

impl Bill<'_> {
    fn document(&self, version: &Version, moment: &str, metadata: &Value) -> Result<Value> {
        let components = self.shipped.iter().map(|it| self.component(it));
        let components = components.chain([Ok(self.standard_library())]);
        let root = format!("good-sport@{version}");
        let programs = self.shipped.iter().filter(|it| PROGRAMS.contains(&&*it.0));
        let mut dependencies = vec![json!({
            "ref": root,
            "dependsOn": programs.map(url).collect::<Vec<_>>(),
        })];
        dependencies.extend(self.dependencies(metadata)?);
        Ok(json!({
            "$schema": "http://cyclonedx.org/schema/bom-1.6.schema.json",
            "bomFormat": "CycloneDX",
            "specVersion": "1.6",
            "version": 1,
            "metadata": {
                "timestamp": moment,
                "component": {
                    "type": "application",
                    "bom-ref": root,
                    "name": "good-sport",
                    "version": version.to_string(),
                    "licenses": [{ "expression": env!("CARGO_PKG_LICENSE") }],
                },
            },
            "components": components.collect::<Result<Vec<_>>>()?,
            "dependencies": dependencies,
        }))
    }

    fn component(&self, name: &Crate) -> Result<Value> {
        let package = self.packages.get(name).with_context(|| format!("no package {name:?}"))?;
        let license = package["license"].as_str();
        // Older crates have a slash for "or".
        let license = license
            .with_context(|| format!("{name:?} has no license"))?
            .replace(" / ", "/")
            .replace('/', " OR ");
        let mut component = json!({
            "type": "library",
            "bom-ref": url(name),
            "name": name.0,
            "version": name.1,
            "purl": url(name),
            "licenses": [{ "expression": license }],
        });
        if let Some(hash) = self.hashes.get(name) {
            component["hashes"] = json!([{ "alg": "SHA-256", "content": hash }]);
        }
        Ok(component)
    }

    fn standard_library(&self) -> Value {
        json!({
            "type": "library",
            "bom-ref": format!("rust-std@{}", self.rust),
            "name": "std",
            "description": "The standard library of Rust",
            "version": self.rust,
            "licenses": [{ "expression": "MIT OR Apache-2.0" }],
        })
    }

    /// What each crate uses of the others.
    fn dependencies(&self, metadata: &Value) -> Result<Vec<Value>> {
        let by_id: BTreeMap<_, _> =
            self.packages.iter().map(|(name, it)| (it["id"].as_str(), name)).collect();
        let nodes =
            metadata["resolve"]["nodes"].as_array().context("cargo metadata has no nodes")?;
        let shipped =
            |id: &Value| by_id.get(&id.as_str()).copied().filter(|it| self.shipped.contains(*it));
        let mut dependencies = Vec::new();
        for node in nodes {
            let Some(name) = shipped(&node["id"]) else { continue };
            let uses = node["deps"].as_array().context("a node without dependencies")?;
            let normal = |it: &&Value| {
                let kinds = it["dep_kinds"].as_array();
                kinds.is_some_and(|kinds| kinds.iter().any(|it| it["kind"].is_null()))
            };
            let uses: BTreeSet<_> =
                uses.iter().filter(normal).filter_map(|it| shipped(&it["pkg"])).map(url).collect();
            dependencies.push(json!({ "ref": url(name), "dependsOn": uses }));
        }
        ensure!(dependencies.len() == self.shipped.len(), "Cargo does not know all crates");
        Ok(dependencies)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bill_has_what_ships_and_nothing_that_only_compiles_it() -> Result<()> {
        let folder = tempfile::tempdir()?;
        write(&Project::new()?, &Version::new(1, 2, 3), folder.path())?;
        let bill: Value =
            serde_json::from_str(&fs::read_to_string(folder.path().join(super::super::BILL))?)?;
        let components = bill["components"].as_array().context("no components")?;
        let names: Vec<_> = components.iter().filter_map(|it| it["name"].as_str()).collect();
        assert!(["good-sport", "yew", "web-sys", "std"].iter().all(|it| names.contains(it)));
        assert!(!["syn", "wasm-bindgen-macro", "toml"].iter().any(|it| names.contains(it)));
        let known: BTreeSet<_> = components.iter().map(|it| it["bom-ref"].as_str()).collect();
        assert_eq!(known.len(), components.len());
        for it in components {
            let name = it["name"].as_str().unwrap_or_default();
            let is_of_registry = name != "std" && !name.starts_with("good-sport");
            assert_eq!(it["hashes"].is_array(), is_of_registry, "{it}");
            assert!(it["licenses"][0]["expression"].is_string(), "{it}");
        }
        let dependencies = bill["dependencies"].as_array().context("no dependencies")?;
        for it in dependencies.iter().filter_map(|it| it["dependsOn"].as_array()).flatten() {
            assert!(known.contains(&it.as_str()), "{it} is no component");
        }
        Ok(())
    }
}
