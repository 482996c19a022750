//! The licenses and the sources of the packages that this project is made of.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

use std::process::Command;

use serde_json::Value;
use spdx::{Expression, LicenseReq, Licensee, ParseMode};

/// The licences that ask for no more than their text.
const LICENSES: [&str; 4] = ["MIT", "Apache-2.0", "Apache-2.0 WITH LLVM-exception", "Unicode-3.0"];

/// What goes into the program, or takes part in compiling it, on any system.
const OF_THE_PROGRAM: [&str; 12] = [
    "tree",
    "-pgood-sport",
    "-pgood-sport-embed",
    "-pgood-sport-linter",
    "--locked",
    "--edges=normal,build",
    "--all-features",
    "--target=all",
    "--prefix=none",
    "--format={l}|{p}",
    "--color=never",
    "--quiet",
];

/// What Cargo says of this workspace.
fn cargo(arguments: &[&str]) -> String {
    let output = Command::new(env!("CARGO")).args(arguments).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn every_license_asks_for_no_more_than_its_text() {
    let allowed = LICENSES.map(|it| Licensee::parse(it).unwrap());
    let is_allowed = |it: &LicenseReq| allowed.iter().any(|licensee| licensee.satisfies(it));
    let tree = cargo(&OF_THE_PROGRAM);
    assert!(tree.lines().count() > 50, "packages are missing: {tree}");
    for (license, package) in tree.lines().filter_map(|it| it.split_once('|')) {
        let expression = Expression::parse_mode(license, ParseMode::LAX);
        let is_fine = expression.is_ok_and(|it| it.evaluate(is_allowed));
        assert!(is_fine, "{package} has the license {license:?}");
    }
}

#[test]
fn every_package_is_from_crates_io() {
    let lock = include_str!("../../Cargo.lock");
    let crates_io = "source = \"registry+https://github.com/rust-lang/crates.io-index\"";
    for source in lock.lines().filter(|it| it.starts_with("source = ")) {
        assert_eq!(source, crates_io);
    }
}

#[test]
fn every_dependency_of_the_workspace_has_a_version_requirement() {
    let metadata = cargo(&["metadata", "--format-version=1", "--locked", "--no-deps"]);
    let metadata: Value = serde_json::from_str(&metadata).unwrap();
    for package in metadata["packages"].as_array().unwrap() {
        for dependency in package["dependencies"].as_array().unwrap() {
            let is_fine = dependency["path"].is_string() || dependency["req"] != "*";
            assert!(is_fine, "{} takes any version of {}", package["name"], dependency["name"]);
        }
    }
}
