//! Two origins that serve the pages and the widget, and remember what they were asked for.

use std::path::PathBuf;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::{Body, to_bytes};
use axum::extract::{Request, State};
pub use axum::http::header;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_LENGTH, CONTENT_TYPE,
};
use axum::http::{HeaderName, HeaderValue, StatusCode};
use axum::middleware::{self, Next};
use axum::response::{IntoResponse as _, Response};
use tokio::net::TcpListener;
use tokio::sync::{Notify, watch};
use tokio::task::JoinHandle;
use tokio::time::timeout;
use tower_http::services::ServeDir;

use crate::project;
use crate::visit::PATIENCE;

/// The name in pages and policies for the origin that is not the page's.
const CDN: &str = "https://cdn.example";

/// The name of this machine for browsers that are told so; they trust the number.
pub(crate) const INSECURE: &str = "insecure.test";

/// A request that reached one of the two origins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// Whether it reached the page's own origin, and not the other one.
    pub of_page: bool,
    /// The method and the path with its query.
    pub what: String,
    /// The answers.
    pub status: StatusCode,
}

/// An answer in place of a file.
#[derive(Debug, Clone)]
struct Put {
    part: String,
    kind: &'static str,
    contents: Vec<u8>,
}

/// The state that the two listeners share.
#[derive(Debug, Default)]
struct Log {
    asked: Mutex<Vec<Asked>>,
    refused: Mutex<Option<String>>,
    put: Mutex<Vec<Put>>,
    headers: Mutex<Vec<(HeaderName, String)>>,
    held: watch::Sender<Option<String>>,
    answered: Notify,
}

/// A web site with fresh origins, so that no test finds what another has stored or cached.
#[derive(Debug)]
pub struct Site {
    page: String,
    other: String,
    log: Arc<Log>,
    servers: [JoinHandle<()>; 2],
}

impl Site {
    /// Serves the host pages, those of frameworks, the Yew application, and the built widget, all on
    /// both origins.
    ///
    /// # Errors
    ///
    /// When there is nothing to serve.
    pub async fn start() -> Result<Self> {
        let folders =
            [project::hosts()?, project::frameworks()?, project::dist()?, project::yew_app()?];
        let log = Arc::new(Log::default());
        let listener = |other: Option<&str>| {
            let other = other.map(Arc::from);
            Listener { other, log: Arc::clone(&log) }
        };
        let (other, second) = serve(&folders, listener(None)).await?;
        let (page, first) = serve(&folders, listener(Some(&other))).await?;
        Ok(Self { page, other, log, servers: [first, second] })
    }

    /// The address of a host page, with what stands after its name.
    #[must_use]
    pub fn page(&self, path: &str) -> String {
        format!("{}/{path}", self.page)
    }

    /// The address of a host page that no browser trusts: its connection might be listened to.
    #[must_use]
    pub fn insecure_page(&self, path: &str) -> String {
        self.page(path).replace("127.0.0.1", INSECURE)
    }

    /// The origin that is not the page's.
    #[must_use]
    pub fn other_origin(&self) -> &str {
        &self.other
    }

    /// All that was asked for until now.
    #[must_use]
    pub fn asked(&self) -> Vec<Asked> {
        lock(&self.log.asked).clone()
    }

    /// Waits until a path that has this in it has been answered.
    ///
    /// # Errors
    ///
    /// When nobody asks for it.
    pub async fn is_asked_for(&self, part: &str) -> Result<()> {
        let asked = async {
            while !self.asked().iter().any(|it| it.what.contains(part)) {
                self.log.answered.notified().await;
            }
        };
        timeout(PATIENCE, asked).await.with_context(|| format!("nobody asks for {part}"))
    }

    /// From now on serves nothing whose path has this in it.
    pub fn refuse(&self, part: &str) {
        *lock(&self.log.refused) = Some(part.to_owned());
    }

    /// From now on serves this in place of whatever has this in its path.
    pub fn put(&self, part: &str, kind: &'static str, contents: impl Into<Vec<u8>>) {
        let put = Put { part: part.to_owned(), kind, contents: contents.into() };
        lock(&self.log.put).insert(0, put);
    }

    /// From now on serves the pages with this header, instead of another of that name.
    pub fn set_header(&self, name: HeaderName, value: &str) {
        let mut headers = lock(&self.log.headers);
        headers.retain(|(it, _)| *it != name);
        headers.push((name, value.to_owned()));
    }

    /// From now on keeps whoever asks for a path that has this in it waiting.
    pub fn hold(&self, part: &str) {
        self.log.held.send_replace(Some(part.to_owned()));
    }

    /// Serves what was held, and whatever is asked for from now on.
    pub fn release(&self) {
        self.log.held.send_replace(None);
        *lock(&self.log.refused) = None;
        lock(&self.log.put).clear();
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
    /// The other origin, if this one is the page's.
    other: Option<Arc<str>>,
    log: Arc<Log>,
}

async fn serve(folders: &[PathBuf; 4], listener: Listener) -> Result<(String, JoinHandle<()>)> {
    let socket = TcpListener::bind("127.0.0.1:0").await?;
    let origin = format!("http://{}", socket.local_addr()?);
    let [hosts, frameworks, dist, yew_app] = folders;
    let widget = ServeDir::new(dist).precompressed_br().precompressed_gzip();
    let frameworks = ServeDir::new(frameworks).fallback(widget);
    let pages = ServeDir::new(hosts).fallback(frameworks);
    let router = Router::new()
        .nest_service("/yew-app", ServeDir::new(yew_app))
        .fallback_service(pages)
        .layer(middleware::from_fn_with_state(listener, remember));
    // The server ends when the site is dropped, and has no other end to tell of.
    let server = tokio::spawn(async move { _ = axum::serve(socket, router).await });
    Ok((origin, server))
}

async fn remember(State(listener): State<Listener>, request: Request, next: Next) -> Response {
    let what = format!("{} {}", request.method(), request.uri());
    let is_free = |held: &Option<String>| held.as_ref().is_none_or(|it| !what.contains(it));
    // The sender lives as long as the log, which is here.
    let _ = listener.log.held.subscribe().wait_for(is_free).await;
    let log = &listener.log;
    let refused = lock(&log.refused).as_ref().is_some_and(|it| what.contains(it));
    let put = lock(&log.put).iter().find(|it| what.contains(&it.part)).cloned();
    let headers = lock(&log.headers).clone();
    let mut response = match put {
        _ if refused => StatusCode::NOT_FOUND.into_response(),
        Some(it) => ([(CONTENT_TYPE, it.kind)], it.contents).into_response(),
        None => next.run(request).await,
    };
    if let Some(other) = &listener.other {
        response = of_page(response, other, headers).await;
    } else {
        // As the hosts of widgets do, and as a module from another origin needs.
        let anyone = HeaderValue::from_static("*");
        response.headers_mut().insert(ACCESS_CONTROL_ALLOW_ORIGIN, anyone);
    }
    response.headers_mut().insert(CACHE_CONTROL, HeaderValue::from_static("no-cache"));
    let status = response.status();
    let of_page = listener.other.is_some();
    lock(&log.asked).push(Asked { of_page, what, status });
    log.answered.notify_one();
    response
}

/// Puts in where the other origin is, and the headers.
async fn of_page(response: Response, other: &str, headers: Vec<(HeaderName, String)>) -> Response {
    let (mut head, body) = response.into_parts();
    for (name, value) in headers {
        head.headers.extend(HeaderValue::from_str(&value.replace(CDN, other)).map(|it| (name, it)));
    }
    let is_html = head.headers.get(CONTENT_TYPE).is_some_and(|it| it == "text/html");
    if !is_html {
        return Response::from_parts(head, body);
    }
    // The pages lie on this machine's disk, and are small.
    let page = to_bytes(body, usize::MAX).await.unwrap_or_default();
    let Ok(text) = std::str::from_utf8(&page) else {
        return Response::from_parts(head, Body::from(page));
    };
    head.headers.remove(CONTENT_LENGTH);
    Response::from_parts(head, Body::from(text.replace(CDN, other)))
}

/// A test that fails meanwhile must not hide what was asked for.
fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
