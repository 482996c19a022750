//! The browser engines that the widget is tested in: their programs, and where each is found.
//!
//! Set-up, the tests and the bench ask here and nowhere else, so that they agree on what is there.

use std::env;
use std::ffi::OsStr;
use std::fmt;
use std::path::{Path, PathBuf};
use std::str::FromStr;

/// A browser engine.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Engine {
    /// Chromium's.
    Chromium,
    /// Firefox's.
    Firefox,
    /// That of Safari, as `WebKitGTK` has it.
    WebKit,
}

impl Engine {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Chromium, Self::Firefox, Self::WebKit];

    /// The programs that it is driven with.
    #[must_use]
    pub fn programs(self) -> &'static [Program] {
        match self {
            Self::Chromium => &[CHROMIUM, CHROMEDRIVER],
            Self::Firefox => &[FIREFOX, GECKODRIVER],
            Self::WebKit => &[MINI_BROWSER, WEBKIT_DRIVER, XVFB],
        }
    }

    /// The first of its programs that is on no folder of the `PATH` that is given.
    #[must_use]
    pub fn missing(self, path: &OsStr) -> Option<Program> {
        self.programs().iter().find(|it| it.find(path).is_none()).copied()
    }

    /// Why it is skipped on a machine with this `PATH`, if it is.
    #[must_use]
    pub fn skipped(self, path: &OsStr) -> Option<String> {
        self.missing(path).map(|it| format!("{self}: skipped, {} is not installed", it.name))
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

impl FromStr for Engine {
    type Err = String;

    fn from_str(name: &str) -> Result<Self, String> {
        let found = Self::ALL.into_iter().find(|it| it.to_string() == name);
        found.ok_or_else(|| {
            format!("the engines are {}", Self::ALL.map(|it| it.to_string()).join(", "))
        })
    }
}

/// Whether this run is one that must leave no engine out: continuous integration says so.
#[must_use]
pub fn needs_all() -> bool {
    env::var_os("CI").is_some_and(|it| !it.is_empty() && it != "false")
}

/// A program, and what its file may be called.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Program {
    /// The name by which a person knows it.
    pub name: &'static str,
    /// The names that it has on the `PATH`, and whole paths, in which a `*` is any one folder.
    pub files: &'static [&'static str],
}

/// The browser of Chromium's engine.
pub const CHROMIUM: Program = Program {
    name: "Chromium",
    files: &[
        "chromium",
        "chromium-browser",
        "google-chrome",
        "google-chrome-stable",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
    ],
};

/// The programs that drive Chromium.
pub const CHROMEDRIVER: Program = Program { name: "chromedriver", files: &["chromedriver"] };

/// The browser of Firefox's engine.
pub const FIREFOX: Program = Program {
    name: "Firefox",
    files: &["firefox", "firefox-esr", "/Applications/Firefox.app/Contents/MacOS/firefox"],
};

/// The programs that drive Firefox.
pub const GECKODRIVER: Program = Program { name: "geckodriver", files: &["geckodriver"] };

/// The browser of `WebKitGTK`, in the places that Debian, Fedora and Arch have for it.
pub const MINI_BROWSER: Program = Program {
    name: "MiniBrowser",
    files: &[
        "/usr/lib/*/webkit2gtk-4.1/MiniBrowser",
        "/usr/libexec/webkit2gtk-4.1/MiniBrowser",
        "/usr/lib/webkit2gtk-4.1/MiniBrowser",
    ],
};

/// The programs that drive the browser of `WebKitGTK`.
pub const WEBKIT_DRIVER: Program = Program { name: "WebKitWebDriver", files: &["WebKitWebDriver"] };

/// The display without a screen that it is shown on.
pub const XVFB: Program = Program { name: "Xvfb", files: &["Xvfb"] };

impl Program {
    /// Its file: the first name that is there, in the first folder of the `PATH` that has it, else
    /// where set-up compiles tools.
    #[must_use]
    pub fn find(&self, path: &OsStr) -> Option<PathBuf> {
        let compiled = tools().map(|it| format!("{}/*/bin", it.display())).unwrap_or_default();
        let compiled = |name: &&str| find(&format!("{compiled}/{name}"), path);
        let named = || self.files.iter().find_map(|name| find(name, path));
        named().or_else(|| self.files.iter().filter(|it| !it.contains('/')).find_map(compiled))
    }
}

/// Where set-up keeps the tools that it compiled: for this person, whatever the checkout.
#[must_use]
pub fn tools() -> Option<PathBuf> {
    let named = env::var_os("XDG_CACHE_HOME").map(PathBuf::from).filter(|it| it.is_absolute());
    let usual = || {
        let folder = if cfg!(target_os = "macos") { "Library/Caches" } else { ".cache" };
        env::home_dir().map(|home| home.join(folder))
    };
    Some(named.or_else(usual)?.join("good-sport").join("tools"))
}

/// The file of this name in the first folder of the `PATH` that has it; a whole path is itself.
#[must_use]
pub fn find(name: &str, path: &OsStr) -> Option<PathBuf> {
    if let Some((before, after)) = name.split_once("*/") {
        let folders = Path::new(before).read_dir().ok()?;
        let files = folders.filter_map(Result::ok).map(|folder| folder.path().join(after));
        return files.into_iter().find(|it| it.is_file());
    }
    // Cargo's own programs are found even by a shell that does not know of them. A whole path
    // stands for itself, whatever it is joined to.
    let cargo = env::home_dir().map(|home| home.join(".cargo/bin"));
    let mut places = env::split_paths(path).chain(cargo).map(|folder| folder.join(name));
    places.find(|it| it.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::fs;

    #[test]
    fn a_program_is_found_by_any_of_its_names_and_places() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().as_os_str();
        let file = folder.path().join("no-such-browser-esr");
        let program = Program { name: "none", files: &["no-such-browser", "no-such-browser-esr"] };
        assert_eq!(program.find(path), None);
        fs::write(&file, "")?;
        assert_eq!(program.find(path), Some(file.clone()));
        assert_eq!(find(&file.to_string_lossy(), OsStr::new("/")), Some(file.clone()));
        let any = format!("{}/*/here/it", folder.path().display());
        assert_eq!(find(&any, path), None);
        let deep = folder.path().join("x86_64/here");
        fs::create_dir_all(&deep)?;
        fs::write(deep.join("it"), "")?;
        assert_eq!(find(&any, path), Some(deep.join("it")));
        Ok(())
    }

    #[test]
    fn an_engine_without_its_programs_is_skipped_by_name() {
        let skipped = Engine::WebKit.skipped(OsStr::new("/no/such/folder"));
        let skipped = skipped.unwrap_or_default();
        assert!(skipped.starts_with("webkit: skipped, "), "{skipped}");
        assert!(skipped.ends_with(" is not installed"), "{skipped}");
    }
}
