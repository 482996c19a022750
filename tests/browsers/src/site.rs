//! Two origins that serve the pages and the widget, and remember what they were asked for.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::Result;
use axum::Router;
use axum::extract::{Request, State};
use axum::http::header::{ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL};
use axum::http::{HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::Response;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tower_http::services::ServeDir;

use crate::project;

/// A request that reached one of the two origins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Whether it reached the page's own origin, and not the other one.
    pub of_page: bool,
    /// The method and the path with its query.
    pub what: String,
    /// What was answered.
    pub status: StatusCode,
}

type Log = Arc<Mutex<Vec<Asked>>>;

/// A web site with fresh origins, so that no test finds what another has stored or cached.
#[derive(Debug)]
pub struct Site {
    page: String,
    other: String,
    asked: Log,
    servers: [JoinHandle<()>; 2],
}

impl Site {
    /// Serves the host pages and the built widget, both on both origins.
    ///
    /// # Errors
    ///
    /// When there is nothing to serve.
    pub async fn start() -> Result<Self> {
        let (hosts, dist) = (project::hosts()?, project::dist()?);
        let asked = Log::default();
        let (page, first) =
            serve(&hosts, &dist, Listener { of_page: true, log: asked.clone() }).await?;
        let (other, second) =
            serve(&hosts, &dist, Listener { of_page: false, log: asked.clone() }).await?;
        Ok(Self { page, other, asked, servers: [first, second] })
    }

    /// The address of a host page, with what stands after its name.
    #[must_use]
    pub fn page(&self, path: &str) -> String {
        format!("{}/{path}", self.page)
    }

    /// The origin that is not the page's.
    #[must_use]
    pub fn other_origin(&self) -> &str {
        &self.other
    }

    /// All that was asked for until now.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.asked).clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        for server in &self.servers {
            server.abort();
        }
    }
}

#[derive(Clone)]
struct Listener {
    of_page: bool,
    log: Log,
}

async fn serve(hosts: &Path, dist: &Path, listener: Listener) -> Result<(String, JoinHandle<()>)> {
    let socket = TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}", socket.local_addr()?);
    let widget = ServeDir::new(PathBuf::from(dist)).precompressed_br().precompressed_gzip();
    let pages = ServeDir::new(PathBuf::from(hosts)).fallback(widget);
    let router = Router::new()
        .fallback_service(pages)
        .layer(middleware::from_fn_with_state(listener, remember));
    // The server ends when the site is dropped, and has no other end to tell of.
    let server = tokio::spawn(async move { _ = axum::serve(socket, router).await });
    Ok((origin, server))
}

async fn remember(State(listener): State<Listener>, request: Request, next: Next) -> Response {
    let what = format!("{} {}", request.method(), request.uri());
    let mut response = next.run(request).await;
    // As the hosts of widgets do, and as a module from another origin needs.
    response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let status = response.status();
    lock(&listener.log).push(Asked { of_page: listener.of_page, what, status });
    response
}

/// A test that fails meanwhile must not hide what was asked for.
fn lock(log: &Log) -> MutexGuard<'_, Vec<Asked>> {
    log.lock().unwrap_or_else(PoisonError::into_inner)
}
