//! What an operating system calls a package, and how it is told to install one.

use std::fs;
use std::io::{IsTerminal as _, stdin};
use std::process::Command;

use super::tools::Remedy;
use crate::process::read;

/// The name of one thing in each system's packages.
#[derive(Clone, Copy)]
pub(super) struct Packages {
    debian: &'static str,
    ubuntu: &'static str,
    fedora: &'static str,
    arch: &'static str,
    brew: &'static str,
}

impl Packages {
    /// The same name everywhere.
    pub(super) const fn same(name: &'static str) -> Self {
        Self { debian: name, ubuntu: name, fedora: name, arch: name, brew: name }
    }

    /// Another name on Debian.
    pub(super) const fn debian(self, name: &'static str) -> Self {
        Self { debian: name, ..self }
    }

    /// Another name on Ubuntu.
    pub(super) const fn ubuntu(self, name: &'static str) -> Self {
        Self { ubuntu: name, ..self }
    }

    /// Another name on Fedora.
    pub(super) const fn fedora(self, name: &'static str) -> Self {
        Self { fedora: name, ..self }
    }

    /// Another name on Arch.
    pub(super) const fn arch(self, name: &'static str) -> Self {
        Self { arch: name, ..self }
    }

    /// Another name in Homebrew.
    pub(super) const fn brew(self, name: &'static str) -> Self {
        Self { brew: name, ..self }
    }
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Manager {
    Debian,
    Ubuntu,
    Fedora,
    Arch,
    Brew,
}

impl Manager {
    fn name_of(self, packages: &Packages) -> &'static str {
        match self {
            Self::Debian => packages.debian,
            Self::Ubuntu => packages.ubuntu,
            Self::Fedora => packages.fedora,
            Self::Arch => packages.arch,
            Self::Brew => packages.brew,
        }
    }

    fn command(self) -> &'static str {
        match self {
            Self::Debian | Self::Ubuntu => "sudo apt-get install",
            Self::Fedora => "sudo dnf install",
            Self::Arch => "sudo pacman -S",
            Self::Brew => "brew install",
        }
    }
}

/// This machine's operating system, as far as its packages go.
pub(super) struct System {
    manager: Option<Manager>,
    may_install: bool,
    has_rustup: bool,
}

impl System {
    /// Finds out what there is.
    pub(super) fn here() -> Self {
        let has = |program| which::which(program).is_ok();
        let manager = if has("apt-get") {
            let release = fs::read_to_string("/etc/os-release").unwrap_or_default();
            Some(if is_ubuntu(&release) { Manager::Ubuntu } else { Manager::Debian })
        } else if has("dnf") {
            Some(Manager::Fedora)
        } else if has("pacman") {
            Some(Manager::Arch)
        } else {
            has("brew").then_some(Manager::Brew)
        };
        Self { manager, may_install: is_root() || has("sudo"), has_rustup: has("rustup") }
    }

    /// Whether `rustup` looks after the toolchain.
    pub(super) fn has_rustup(&self) -> bool {
        self.has_rustup
    }

    /// The name of the package, where set-up may install it itself.
    ///
    /// That is where apt is: the packages of others are named to the person instead, for what has
    /// not been tried should not be run on a machine of theirs.
    pub(super) fn installable(&self, packages: &Packages) -> Option<&'static str> {
        let manager = self.manager.filter(|it| matches!(it, Manager::Debian | Manager::Ubuntu))?;
        self.may_install.then(|| manager.name_of(packages))
    }

    /// What to type, where that is known.
    pub(super) fn advice(&self, remedy: &Remedy) -> String {
        match (self.manager, remedy) {
            (Some(manager), Remedy::System(packages)) => {
                format!(" Try `{} {}`.", manager.command(), manager.name_of(packages))
            }
            _ => String::new(),
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

fn is_ubuntu(release: &str) -> bool {
    release
        .lines()
        .filter(|line| line.starts_with("ID=") || line.starts_with("ID_LIKE="))
        .any(|line| line.contains("ubuntu"))
}

#[cfg(test)]
mod tests {
    use super::*;

    const DRIVER: Packages = Packages::same("driver").ubuntu("ubuntu-driver").fedora("rpm-driver");

    fn system(manager: Option<Manager>, may_install: bool) -> System {
        System { manager, may_install, has_rustup: false }
    }

    #[test]
    fn packages_are_installed_only_by_apt_and_only_with_the_right_to() {
        let check = |manager, may_install, expected| {
            assert_eq!(system(manager, may_install).installable(&DRIVER), expected, "{manager:?}");
        };
        check(Some(Manager::Debian), true, Some("driver"));
        check(Some(Manager::Ubuntu), true, Some("ubuntu-driver"));
        check(Some(Manager::Debian), false, None);
        check(Some(Manager::Fedora), true, None);
        check(None, true, None);
    }

    #[test]
    fn a_person_is_told_what_to_type_where_that_is_known() {
        let remedy = Remedy::System(DRIVER);
        let advice = |manager| system(manager, false).advice(&remedy);
        assert_eq!(advice(Some(Manager::Fedora)), " Try `sudo dnf install rpm-driver`.");
        assert_eq!(advice(Some(Manager::Brew)), " Try `brew install driver`.");
        assert_eq!(advice(None), "");
        assert_eq!(system(Some(Manager::Arch), true).advice(&Remedy::Npm("xtask")), "");
    }

    #[test]
    fn ubuntu_and_what_derives_from_it_are_told_from_debian() {
        assert!(is_ubuntu("NAME=\"Ubuntu\"\nID=ubuntu\nID_LIKE=debian\n"));
        assert!(is_ubuntu("ID=linuxmint\nID_LIKE=\"ubuntu debian\"\n"));
        assert!(!is_ubuntu("ID=debian\nHOME_URL=\"https://not-ubuntu.example/\"\n"));
    }
}
