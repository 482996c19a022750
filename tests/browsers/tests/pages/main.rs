//! Every promise that can be seen from a page, tested in every engine.

use std::process::ExitCode;

use anyhow::Result;
use browsers::suite::{Exception, Suite};

mod attributes;
mod checklist;
mod copying;
mod draft;
mod keys;
mod letter;
mod life;
mod loading;
mod look;
mod mail;
mod placing;
mod policy;
mod shell;
mod ways;

/// What an engine cannot be driven to.
const EXCEPTIONS: &[Exception] = &[];

fn main() -> Result<ExitCode> {
    let mut suite = Suite::new(EXCEPTIONS)?;
    placing::add(&mut suite);
    loading::add(&mut suite);
    shell::add(&mut suite);
    policy::add(&mut suite);
    letter::add(&mut suite);
    copying::add(&mut suite);
    mail::add(&mut suite);
    ways::add(&mut suite);
    checklist::add(&mut suite);
    draft::add(&mut suite);
    life::add(&mut suite);
    attributes::add(&mut suite);
    keys::add(&mut suite);
    look::add(&mut suite);
    suite.run()
}
