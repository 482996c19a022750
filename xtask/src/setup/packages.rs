//! How this machine's operating system is told to install a package.

use std::env;
use std::io::{IsTerminal as _, stdin};
use std::process::Command;

use super::tools::Installer;
use crate::process::read;

/// What this machine can be told to install.
pub(super) struct System {
    has_apt: bool,
    may_install: bool,
    has_rustup: bool,
}

impl System {
    /// Finds out what there is.
    pub(super) fn here() -> Self {
        let path = env::var_os("PATH").unwrap_or_default();
        let has = |program| engines::find(program, &path).is_some();
        Self {
            has_apt: has("apt-get"),
            may_install: is_root() || has("sudo"),
            has_rustup: has("rustup"),
        }
    }

    /// Whether `rustup` looks after the toolchain.
    pub(super) fn has_rustup(&self) -> bool {
        self.has_rustup
    }

    /// Whether set-up may install packages of the system itself.
    ///
    /// That is where apt is: what has not been tried should not be run on a machine of others, and
    /// what they call the packages is for them to say.
    pub(super) fn installs_packages(&self) -> bool {
        self.has_apt && self.may_install
    }

    /// What to type, where that is known.
    pub(super) fn advice(&self, remedy: &Installer) -> String {
        match remedy {
            Installer::Apt(packages) if self.has_apt => {
                format!(" Try `sudo apt-get install {}`.", packages.join(" "))
            }
            Installer::Apt(_)
            | Installer::Rustup(_)
            | Installer::Npm(_)
            | Installer::Cargo { .. } => String::new(),
        }
    }
}

/// `apt-get` with the rights that it needs.
pub(super) fn apt_get() -> Command {
    let quiet = "DEBIAN_FRONTEND=noninteractive";
    let mut command = if is_root() {
        Command::new("env")
    } else {
        let mut command = Command::new("sudo");
        // Where nobody can type a password, sudo is to fail and not to wait.
        if !stdin().is_terminal() {
            command.arg("-n");
        }
        command.arg("env");
        command
    };
    command.args([quiet, "apt-get"]);
    command
}

fn is_root() -> bool {
    read(Command::new("id").arg("-u")).is_ok_and(|id| id.trim() == "0")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packages_are_installed_only_by_apt_and_only_with_the_right_to() {
        let check = |has_apt, may_install, expected| {
            let system = System { has_apt, may_install, has_rustup: false };
            assert_eq!(system.installs_packages(), expected);
        };
        check(true, true, true);
        check(true, false, false);
        check(false, true, false);
    }

    #[test]
    fn a_person_is_told_what_to_type_where_that_is_known() {
        let advice = |has_apt, remedy| {
            System { has_apt, may_install: false, has_rustup: false }.advice(&remedy)
        };
        let driver = Installer::Apt(&["driver", "display"]);
        assert_eq!(advice(true, driver), " Try `sudo apt-get install driver display`.");
        assert_eq!(advice(false, Installer::Apt(&["driver"])), "");
        assert_eq!(advice(true, Installer::Npm("xtask")), "");
    }
}
