//! Real web servers with the snippets, each serving a folder at `/` and again below `/nested/`.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::Result;
use browsers::project;
use integrations::{Server, scratch};

/// Says which sites may show the page for frames, as the README of each server has it.
pub(crate) const FRAMERS: &str = "frame-ancestors https://careers.example";

/// A kind of server.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Kind {
    Nginx,
    Caddy,
}

impl Kind {
    /// Starts one for a folder; `test` names what it writes elsewhere.
    pub(crate) async fn serve(self, test: &str, folder: &Path) -> Result<Server> {
        let scratch = scratch(&format!("{test}-{self:?}"))?;
        let log = scratch.join("log");
        let config = scratch.join("config");
        let contents = |port| match self {
            Self::Nginx => nginx(port, folder, &scratch),
            Self::Caddy => caddy(port, folder),
        };
        Server::start(&log, |port| {
            fs::write(&config, contents(port)).unwrap();
            self.command(&config, &scratch)
        })
        .await
    }

    fn command(self, config: &Path, scratch: &Path) -> Command {
        match self {
            Self::Nginx => {
                // Debian keeps it from the search path of all but root.
                let mut nginx = Command::new("/usr/sbin/nginx");
                nginx.args(["-e", "stderr", "-c"]).arg(config);
                nginx
            }
            Self::Caddy => {
                let mut caddy = Command::new("caddy");
                caddy.args(["run", "--adapter", "caddyfile", "--config"]).arg(config);
                // It keeps its last configuration there.
                caddy.env("XDG_CONFIG_HOME", scratch).env("XDG_DATA_HOME", scratch);
                caddy
            }
        }
    }
}

/// The snippet of a platform.
fn snippet(path: &str) -> String {
    project::root().unwrap().join("integrations").join(path).display().to_string()
}

fn nginx(port: u16, folder: &Path, scratch: &Path) -> String {
    let snippet = snippet("nginx/good-sport.conf");
    let (folder, scratch) = (folder.display(), scratch.display());
    let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
        .map(|it| format!("    {it}_temp_path {scratch}/{it};\n"))
        .concat();
    // The user is for a folder that only the one who tests may read; others than root cannot change it.
    format!(
        "user root;
daemon off;
worker_processes 1;
error_log stderr;
pid {scratch}/pid;
include /etc/nginx/modules-enabled/*.conf;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
{temporary}
    server {{
        listen 127.0.0.1:{port};
        root {folder};
        include {snippet};
        location = /good-sport.html {{
            include {snippet};
            add_header Content-Security-Policy \"{FRAMERS}\" always;
        }}
        location /nested/ {{
            alias {folder}/;
            include {snippet};
        }}
    }}
}}
"
    )
}

fn caddy(port: u16, folder: &Path) -> String {
    let snippet = snippet("caddy/good-sport.caddy");
    let folder = folder.display();
    format!(
        "{{
	admin off
	auto_https off
}}
http://127.0.0.1:{port} {{
	bind 127.0.0.1
	root * {folder}
	header /good-sport.html Content-Security-Policy \"{FRAMERS}\"
	handle_path /nested/* {{
		import {snippet}
	}}
	handle {{
		import {snippet}
	}}
}}
"
    )
}
