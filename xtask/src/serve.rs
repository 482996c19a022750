//! Serves the demonstration page, through Trunk, on a free port of this machine.

use std::net::{Ipv4Addr, TcpListener};

use anyhow::{Context, Result};
use xshell::cmd;

use crate::project::Project;

/// Serves the page until this program is told to end.
///
/// # Errors
///
/// When no port is free, or the server cannot be started or fails.
pub(crate) fn serve(project: &Project) -> Result<()> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    let port = (8080..8100).find(is_free).context("no port from 8080 to 8099 is free")?;
    let port = port.to_string();
    eprintln!("Building the page; then it is at\n\n    http://{}:{port}/\n", Ipv4Addr::LOCALHOST);
    // Of Trunk's own words only the errors matter, and not where in Trunk they came from.
    let server = cmd!(project.shell, "trunk --log error serve --port {port}")
        .env("RUST_BACKTRACE", "0")
        .env_remove("RUST_LIB_BACKTRACE")
        // Asking whether there is a newer Trunk would send a request to the world.
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk stops at `NO_COLOR=1`, as nearly everybody writes it.
        .env_remove("NO_COLOR");
    become_(server.into())
}

/// Runs the server in place of this program, so that what ends the one ends the other.
#[cfg(unix)]
fn become_(mut server: std::process::Command) -> Result<()> {
    Err(std::os::unix::process::CommandExt::exec(&mut server)).context("`trunk` cannot be started")
}

#[cfg(not(unix))]
fn become_(mut server: std::process::Command) -> Result<()> {
    server.status().context("`trunk` cannot be started")?;
    Ok(())
}
