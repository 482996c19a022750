//! A program that the tests start, and that ends with them.

use std::fs::{self, File};
use std::io::{BufRead as _, BufReader};
use std::net::TcpListener;
use std::os::unix::process::CommandExt as _;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError, mpsc};
use std::thread;
use std::time::Duration;

use anyhow::{Context as _, Result, ensure};
use rustix::process::{Pid, Signal, kill_process};
use tokio::net::TcpStream;
use tokio::signal::unix::{SignalKind, signal};
use tokio::time::{Instant, interval};

/// How long a program may take to end when it is asked to.
const GRACE: Duration = Duration::from_secs(5);

/// How long a program may take to listen.
const PATIENCE: Duration = Duration::from_secs(20);

/// The programs that run.
static RUNNING: Mutex<Vec<Pid>> = Mutex::new(Vec::new());

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

    /// Starts a program that writes what it says to a file.
    ///
    /// # Errors
    ///
    /// When it cannot be started, or the file not be made.
    pub fn start_with_log(command: &mut Command, log: &Path) -> Result<Self> {
        let file = File::create(log)?;
        command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
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
        // A group of its own: an interrupt at the keyboard ends it by `end_when_interrupted`.
        let child = command.process_group(0).spawn();
        let child = child.with_context(|| {
            let name = command.get_program();
            format!("{} does not start", name.display())
        })?;
        running().push(Pid::from_child(&child));
        Ok(Self(child))
    }

    /// Waits until something listens on a port that the program was told to serve.
    ///
    /// # Errors
    ///
    /// When the program ends, or takes too long.
    pub async fn listens(&mut self, port: u16) -> Result<()> {
        let start = Instant::now();
        let mut pace = interval(Duration::from_millis(20));
        while TcpStream::connect(("127.0.0.1", port)).await.is_err() {
            ensure!(matches!(self.0.try_wait(), Ok(None)), "ended at once");
            ensure!(start.elapsed() < PATIENCE, "does not listen");
            pace.tick().await;
        }
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        let pid = Pid::from_child(&self.0);
        let tree = tree(pid);
        // What has already ended cannot be ended again, and need not be.
        let _ = kill_process(pid, Signal::TERM);
        let (tell, told) = mpsc::channel();
        let child = &mut self.0;
        thread::scope(|scope| {
            scope.spawn(move || tell.send(child.wait()));
            let _ = told.recv_timeout(GRACE);
            // A driver that ends does not always end its browser.
            end(&tree);
        });
        running().retain(|it| *it != pid);
    }
}

/// When this process is told to end, ends all programs with it.
///
/// # Errors
///
/// When the system does not tell of signals.
pub async fn end_when_interrupted() -> Result<()> {
    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    tokio::select! {
        _ = interrupt.recv() => {}
        _ = terminate.recv() => {}
    }
    for pid in running().iter() {
        end(&tree(*pid));
    }
    // As a shell has it for a program that was interrupted.
    std::process::exit(130);
}

fn running() -> MutexGuard<'static, Vec<Pid>> {
    RUNNING.lock().unwrap_or_else(PoisonError::into_inner)
}

fn end(tree: &[Pid]) {
    for pid in tree {
        let _ = kill_process(*pid, Signal::KILL);
    }
}

/// A process, and all that it and those have started.
fn tree(root: Pid) -> Vec<Pid> {
    let processes = fs::read_dir("/proc").into_iter().flatten().filter_map(Result::ok);
    let parents: Vec<(Pid, Pid)> = processes
        .filter_map(|process| {
            let stat = fs::read_to_string(process.path().join("stat")).ok()?;
            // The name before it, in parentheses, may hold spaces.
            let parent = stat.rsplit_once(')')?.1.split_whitespace().nth(1)?.parse().ok()?;
            let pid = process.file_name().to_str()?.parse().ok()?;
            Some((Pid::from_raw(pid)?, Pid::from_raw(parent)?))
        })
        .collect();
    let mut tree = vec![root];
    let mut seen = 0;
    while let Some(parent) = tree.get(seen).copied() {
        tree.extend(parents.iter().filter(|it| it.1 == parent).map(|it| it.0));
        seen += 1;
    }
    tree
}

/// A port that nothing listens on.
///
/// # Errors
///
/// When the machine has none left.
pub fn free_port() -> Result<u16> {
    Ok(TcpListener::bind("127.0.0.1:0")?.local_addr()?.port())
}
