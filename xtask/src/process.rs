//! Runs other programs, and says in one sentence how one of them failed.

use std::fs::File;
use std::io::ErrorKind;
use std::path::Path;
use std::process::{Command, Stdio};

use anyhow::{Context, Result, bail};

/// How many of the last lines of a log are worth showing.
const TAIL_LINES: usize = 20;

/// Runs a program that may write to the terminal, and waits for its success.
///
/// # Errors
///
/// When the program cannot be started, or ends with anything but success.
pub(crate) fn run(command: &mut Command) -> Result<()> {
    let status = command.stdin(Stdio::null()).status();
    let status = status.map_err(|error| not_started(command, &error))?;
    if !status.success() {
        bail!("`{}` ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a program and gives what it writes to standard output and, after it, standard error.
///
/// # Errors
///
/// When the program cannot be started, or ends with anything but success; the message then holds
/// what the program said.
pub(crate) fn read(command: &mut Command) -> Result<String> {
    let output = command.stdin(Stdio::null()).output();
    let output = output.map_err(|error| not_started(command, &error))?;
    let said =
        [output.stdout, output.stderr].map(|bytes| String::from_utf8_lossy(&bytes).into_owned());
    if !output.status.success() {
        let said = said.join("");
        bail!("`{}` ended with {}\n{}", shown(command), output.status, said.trim());
    }
    Ok(said.join("\n"))
}

/// Runs a program whose words go to a file, of which only the end is shown, and only on failure.
///
/// # Errors
///
/// When the program cannot be started, or ends with anything but success; the message then names
/// the file and shows its last lines.
pub(crate) fn run_logged(command: &mut Command, log: &Path) -> Result<()> {
    let file = File::options().create(true).append(true).open(log);
    let file = file.with_context(|| format!("cannot write {}", log.display()))?;
    command.stdin(Stdio::null()).stdout(file.try_clone()?).stderr(file);
    let status = command.status().map_err(|error| not_started(command, &error))?;
    if status.success() {
        return Ok(());
    }
    let text = std::fs::read(log).unwrap_or_default();
    bail!(
        "`{}` ended with {status}; the whole log is {}, and its last lines are:\n{}",
        shown(command),
        log.display(),
        last_lines(&String::from_utf8_lossy(&text))
    );
}

fn last_lines(text: &str) -> String {
    let lines: Vec<_> = text.lines().collect();
    let from = lines.len().saturating_sub(TAIL_LINES);
    format!("    {}", lines[from..].join("\n    "))
}

fn not_started(command: &Command, error: &std::io::Error) -> anyhow::Error {
    let program = command.get_program().display();
    match error.kind() {
        ErrorKind::NotFound => anyhow::anyhow!("there is no `{program}` on this machine's PATH"),
        _ => anyhow::anyhow!("`{program}` cannot be started: {error}"),
    }
}

/// The command as a person would type it: the program without its folder, and its arguments.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program());
    let name = program.file_name().unwrap_or(program.as_os_str());
    std::iter::once(name)
        .chain(command.get_args())
        .map(|word| word.to_string_lossy())
        .collect::<Vec<_>>()
        .join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_missing_program_is_named() {
        let failure = run(&mut Command::new("no-such-program-anywhere"));
        let message = failure.err().map(|error| error.to_string());
        assert_eq!(
            message.as_deref(),
            Some("there is no `no-such-program-anywhere` on this machine's PATH")
        );
    }

    #[test]
    fn a_failure_shows_the_command_without_the_folder_of_its_program() {
        let mut command = Command::new("/some/folder/cargo");
        command.args(["fmt", "--check"]);
        assert_eq!(shown(&command), "cargo fmt --check");
    }

    #[test]
    fn only_the_end_of_a_long_log_is_shown() {
        let lines: Vec<_> = (0..100).map(|number: u32| number.to_string()).collect();
        let shown = last_lines(&lines.join("\n"));
        assert_eq!(shown.lines().count(), TAIL_LINES);
        assert!(shown.starts_with("    80\n") && shown.ends_with("    99"), "{shown}");
    }
}
