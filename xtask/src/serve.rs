//! Serves the demonstration page, through Trunk, on a free port of this machine.

use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::process::Stdio;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::sleep;
use std::time::Duration;

use anyhow::{Context, Result, bail};

use crate::project::Project;
use crate::setup::Toolbox;

const FIRST_PORT: u16 = 8080;
const LAST_PORT: u16 = 8099;
const PAUSE: Duration = Duration::from_millis(100);

/// Serves the page until the server ends or this program is told to end.
///
/// # Errors
///
/// When no port is free, or the server cannot be started or fails.
pub(crate) fn serve(project: &Project, toolbox: &Toolbox, port: Option<u16>) -> Result<()> {
    let port = choose(port)?;
    eprintln!("Building the page; its address follows when it can be opened.");
    let mut server = toolbox
        .command("trunk")
        .current_dir(project.root())
        // Of Trunk's own words only the errors matter, and not where in Trunk they came from.
        .args(["--log", "error", "serve", "--port", &port.to_string()])
        .env("RUST_BACKTRACE", "0")
        .env_remove("RUST_LIB_BACKTRACE")
        // Asking whether there is a newer Trunk would send a request to the world.
        .env("TRUNK_SKIP_VERSION_CHECK", "true")
        // Trunk stops at `NO_COLOR=1`, as nearly everybody writes it.
        .env_remove("NO_COLOR")
        .stdin(Stdio::null())
        .spawn()
        .context("`trunk` cannot be started")?;
    let stopped = Arc::new(AtomicBool::new(false));
    let stop = Arc::clone(&stopped);
    ctrlc::set_handler(move || stop.store(true, Ordering::Relaxed))?;
    let mut announced = false;
    loop {
        if stopped.load(Ordering::Relaxed) {
            server.kill()?;
            server.wait()?;
            return Ok(());
        }
        if let Some(status) = server.try_wait()? {
            bail!("`trunk serve` ended with {status}; its words above say why");
        }
        if !announced && TcpStream::connect(address(port)).is_ok() {
            announced = true;
            eprintln!("\n    good-sport is at http://{}/\n", address(port));
        }
        sleep(PAUSE);
    }
}

fn address(port: u16) -> SocketAddr {
    (Ipv4Addr::LOCALHOST, port).into()
}

fn choose(wanted: Option<u16>) -> Result<u16> {
    let is_free = |port: &u16| TcpListener::bind(address(*port)).is_ok();
    if let Some(port) = wanted {
        if !is_free(&port) {
            bail!("port {port} is taken by another program; choose another with `--port`");
        }
        return Ok(port);
    }
    let Some(port) = (FIRST_PORT..=LAST_PORT).find(is_free) else {
        bail!("no port from {FIRST_PORT} to {LAST_PORT} is free; choose another with `--port`");
    };
    if port != FIRST_PORT {
        eprintln!("Port {FIRST_PORT} is taken by another program, so this uses {port}.");
    }
    Ok(port)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_taken_port_that_was_asked_for_is_an_error_that_names_it() -> Result<()> {
        let taken = TcpListener::bind(address(0))?;
        let port = taken.local_addr()?.port();
        let message = choose(Some(port)).err().map(|error| error.to_string()).unwrap_or_default();
        assert!(message.contains(&format!("port {port} is taken")), "{message}");
        Ok(())
    }
}
