//! A site under Debian's `WordPress` with a database of its own, and the plugin installed.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context as _, Result, ensure};
use browsers::project;
use integrations::{Server, run, scratch};

const WORDPRESS: &str = "/usr/share/wordpress";
/// Beside this file.
const FILES: [&str; 2] = ["wp-config.php", "router.php"];

/// A running site.
pub(crate) struct Site {
    folder: PathBuf,
    database_port: u16,
    pub(crate) web: Server,
    _database: Server,
}

impl Site {
    /// Installs `WordPress` with the users `admin` and `author`, whose passwords are their names.
    pub(crate) async fn start() -> Result<Self> {
        let scratch = scratch("wordpress")?;
        let folder = scratch.join("site");
        lay_out(&folder)?;
        let mut database_port = 0;
        let log = scratch.join("database.log");
        let database = Server::start(&log, |port| {
            database_port = port;
            database(&scratch.join("database"), port)
        });
        let database = database.await?;
        let log = scratch.join("web.log");
        let web = Server::start(&log, |port| {
            let mut php = Command::new("php");
            php.arg("-S").arg(format!("127.0.0.1:{port}")).arg("-t").arg(&folder);
            php.arg(folder.join("router.php")).current_dir(&folder);
            // The editor asks for several things at once.
            php.env("PHP_CLI_SERVER_WORKERS", "4").env("DATABASE_PORT", database_port.to_string());
            php
        });
        let site = Self { web: web.await?, folder, database_port, _database: database };
        site.install()?;
        Ok(site)
    }

    fn install(&self) -> Result<()> {
        run(self.command().arg(CREATE))?;
        run(self.command().arg(INSTALL))?;
        Ok(())
    }

    fn command(&self) -> Command {
        let mut php = Command::new("php");
        php.current_dir(&self.folder).env("DATABASE_PORT", self.database_port.to_string());
        php.arg("-r");
        php
    }

    /// Runs a script inside `WordPress`, as its own pages do; gives what it prints.
    pub(crate) fn php(&self, script: &str) -> Result<String> {
        run(self.command().arg(format!("{LOAD} {script}")))
    }

    /// Publishes a post as one of the users; gives its address.
    pub(crate) fn publish(&self, user: &str, title: &str, content: &str) -> Result<String> {
        let user = format!("wp_set_current_user( get_user_by( 'login', '{user}' )->ID );");
        let post = format!("'post_title' => '{title}', 'post_content' => wp_slash( '{content}' )");
        let post = format!("wp_insert_post( array( {post}, 'post_status' => 'publish' ) )");
        let path =
            self.php(&format!("{user} echo wp_make_link_relative( get_permalink( {post} ) );"))?;
        Ok(self.web.address(&path))
    }

    /// Installs and activates the plugin as an administrator who uploads its archive.
    pub(crate) fn add_plugin(&self) -> Result<()> {
        let archive = project::root()?.join("target/package/good-sport-wordpress.zip");
        ensure!(archive.is_file(), "{} is made by `cargo xtask test`", archive.display());
        let upload = format!("$done = $upgrader->install( '{}' );", archive.display());
        self.php(&format!("{UPGRADER} {upload} {ACTIVATE}"))?;
        Ok(())
    }

    /// What is stored of the post of this title.
    pub(crate) fn content(&self, title: &str) -> Result<String> {
        let post = format!("get_page_by_path( sanitize_title( '{title}' ), OBJECT, 'post' )");
        self.php(&format!("echo {post}->post_content;"))
    }

    /// Fails when the plugin made `WordPress` complain.
    pub(crate) fn complained_of_nothing(&self) -> Result<()> {
        let log = self.folder.join("wp-content/debug.log");
        let log = if log.exists() { fs::read_to_string(log)? } else { String::new() };
        let lines: Vec<_> = log.lines().filter(|it| it.contains("good-sport")).collect();
        ensure!(lines.is_empty(), "WordPress complains: {lines:#?}");
        Ok(())
    }

    /// The folder of the plugin.
    pub(crate) fn plugin(&self) -> PathBuf {
        self.folder.join("wp-content/plugins/good-sport")
    }
}

const CREATE: &str = "$port = (int) getenv( 'DATABASE_PORT' );
    ( new mysqli( '127.0.0.1', 'root', '', '', $port ) )->query( 'CREATE DATABASE wordpress' );";

const INSTALL: &str = "define( 'WP_INSTALLING', true );
    require 'wp-load.php';
    require 'wp-admin/includes/upgrade.php';
    wp_install( 'Careers at Acme', 'admin', 'admin@example.org', true, '', 'admin' );
    $author = wp_insert_user(
        array( 'user_login' => 'author', 'user_pass' => 'author', 'role' => 'author' )
    );
    // Pictures of these would be loaded from elsewhere.
    $editor = array( 'core/edit-post' => array( 'welcomeGuide' => false ) );
    update_user_meta( $author, 'wp_persisted_preferences', $editor );
    update_option( 'show_avatars', false );
    update_option( 'permalink_structure', '/%postname%/' );
    flush_rewrite_rules();";

const UPGRADER: &str = "require 'wp-admin/includes/class-wp-upgrader.php';
    $upgrader = new Plugin_Upgrader( new Automatic_Upgrader_Skin );";

const ACTIVATE: &str =
    "$done = true === $done ? activate_plugin( 'good-sport/good-sport.php' ) : $done;
    if ( $done ) { var_dump( $done ); exit( 1 ); }";

const LOAD: &str = "require 'wp-load.php'; require_once 'wp-admin/includes/admin.php';";

/// A database without users, for this machine alone.
fn database(folder: &Path, port: u16) -> Command {
    let mut command = Command::new("mariadbd");
    command.args(["--no-defaults", "--skip-grant-tables", "--bind-address=127.0.0.1"]);
    // A path of a socket must be short; this one lies in the folder.
    command.args(["--socket=socket", "--innodb-log-file-size=8M"]);
    // Root must say that it means it; others are only warned.
    command.arg("--user=root");
    command.arg(format!("--port={port}")).arg(format!("--datadir={}", folder.display()));
    command
}

/// The files of the site.
fn lay_out(folder: &Path) -> Result<()> {
    let root = project::root()?;
    let here = root.join("integrations/tests/wordpress");
    fs::create_dir(folder.with_file_name("database"))?;
    run(Command::new("cp").args(["-rL", WORDPRESS]).arg(folder)).context("WordPress")?;
    for name in FILES {
        fs::copy(here.join(name), folder.join(name))?;
    }
    let content = folder.join("wp-content");
    for folder in ["mu-plugins", "cache"] {
        fs::create_dir_all(content.join(folder))?;
    }
    fs::copy(here.join("optimizer.php"), content.join("mu-plugins/optimizer.php"))?;
    let script = fs::read_to_string(project::dist()?.join("good-sport.js"))?;
    let [joined, minified] = ["joined.js", "minified.js"].map(|it| content.join("cache").join(it));
    fs::write(&joined, format!("window.theme = {{}};\n{script}\nwindow.analytics = [];\n"))?;
    let mut esbuild = Command::new(root.join("xtask/node_modules/.bin/esbuild"));
    run(esbuild.arg("--minify").arg(joined).arg(format!("--outfile={}", minified.display())))?;
    Ok(())
}
