//! A program that the tests start, and that ends with them.

use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result};
use rustix::process::{Pid, Signal, kill_process_group};

/// How long a program may take to end when it is asked to.
const GRACE: Duration = Duration::from_secs(5);

/// A running program; it and all that it started end when this is dropped.
#[derive(Debug)]
pub struct Program(Child);

impl Program {
    /// Starts a program that says nothing here.
    ///
    /// # Errors
    ///
    /// When it cannot be started.
    pub fn start(command: &mut Command) -> Result<Self> {
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        Self::spawn(command)
    }

    /// Starts a program and waits for the first line that it prints.
    ///
    /// # Errors
    ///
    /// When it cannot be started, or ends without a word.
    pub fn start_and_hear(command: &mut Command) -> Result<(Self, String)> {
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut program = Self::spawn(command)?;
        let output = program.0.stdout.take().context("a program without output")?;
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line)?;
        Ok((program, line.trim().to_owned()))
    }

    fn spawn(command: &mut Command) -> Result<Self> {
        // A group of its own, so that what it starts can be ended with it.
        let child = command.process_group(0).spawn();
        let name = command.get_program().to_owned();
        Ok(Self(child.with_context(|| format!("{} does not start", name.display()))?))
    }

    /// Whether it still runs.
    pub fn is_running(&mut self) -> bool {
        matches!(self.0.try_wait(), Ok(None))
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let group = Pid::from_child(&self.0);
        // What has already ended cannot be ended again, and need not be.
        let _ = kill_process_group(group, Signal::TERM);
        let (tell, told) = mpsc::channel();
        let child = &mut self.0;
        thread::scope(|scope| {
            scope.spawn(move || tell.send(child.wait()));
            // The group outlives its first process when a browser hangs.
            let _ = told.recv_timeout(GRACE);
            let _ = kill_process_group(group, Signal::KILL);
        });
    }
}

/// A port that nothing listens on.
///
/// # Errors
///
/// When the machine has none left.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
