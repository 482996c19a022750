//! Serves the demonstration page, through Trunk, on a free port of this machine.

use std::net::{Ipv4Addr, TcpListener};
use std::ops::RangeInclusive;

use anyhow::{Context, Result, bail};
use xshell::cmd;

use crate::project::Project;

const PORTS: RangeInclusive<u16> = 8080..=8099;

/// Serves the page until this program is told to end.
///
/// # Errors
///
/// When no port is free, or the server cannot be started or fails.
pub(crate) fn serve(project: &Project, port: Option<u16>) -> Result<()> {
    let port = choose(port)?.to_string();
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

fn choose(wanted: Option<u16>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
    if let Some(port) = wanted {
        if !is_free(&port) {
            bail!("port {port} is taken by another program; choose another with `--port`");
        }
        return Ok(port);
    }
    let (first, last) = PORTS.into_inner();
    PORTS.clone().find(is_free).with_context(|| {
        format!("no port from {first} to {last} is free; choose another with `--port`")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_that_was_asked_for_is_an_error_that_names_it() -> Result<()> {
        let taken = TcpListener::bind((Ipv4Addr::LOCALHOST, 0))?;
        let port = taken.local_addr()?.port();
        let message = choose(Some(port)).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains(&format!("port {port} is taken")), "{message}");
        Ok(())
    }
}
