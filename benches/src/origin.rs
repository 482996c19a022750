//! A web server that holds all its files compressed, and counts what it sends.

use std::collections::HashMap;
use std::io::Write as _;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use anyhow::{Context as _, Result};
use axum::Router;
use axum::body::Bytes;
use axum::extract::State;
use axum::http::header::{
    ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE,
};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use tokio::net::TcpListener;
use tokio::task::JoinHandle;

const BUFFER_BYTES: usize = 4096;
const QUALITY: u32 = 11;
const WINDOW: u32 = 24;

/// Files by name, compressed alike whoever made them.
#[derive(Debug, Default)]
pub(crate) struct Files(HashMap<String, Bytes>);

impl Files {
    /// Adds a file.
    ///
    /// # Errors
    ///
    /// When it cannot be compressed.
    pub(crate) fn add(&mut self, name: String, contents: &[u8]) -> Result<()> {
        let mut compressed = Vec::new();
        let mut encoder =
            brotli::CompressorWriter::new(&mut compressed, BUFFER_BYTES, QUALITY, WINDOW);
        encoder.write_all(contents)?;
        encoder.flush()?;
        drop(encoder);
        self.0.insert(name, compressed.into());
        Ok(())
    }

    /// Adds the scripts of a folder.
    ///
    /// # Errors
    ///
    /// When they cannot be read.
    pub(crate) fn add_scripts(&mut self, folder: &Path) -> Result<()> {
        let entries = folder.read_dir().with_context(|| folder.display().to_string())?;
        for entry in entries {
            let path = entry?.path();
            let name = path.file_name().and_then(|it| it.to_str());
            if let Some(name) = name.filter(|_| path.extension().is_some_and(|it| it == "js")) {
                self.add(name.to_owned(), &std::fs::read(&path)?)?;
            }
        }
        Ok(())
    }

    /// Whether there is a file of this name.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.0.contains_key(name)
    }
}

/// The answer to one request: the file, and the bytes of its body.
pub(crate) type Sent = (String, usize);

/// A running server.
#[derive(Debug)]
pub(crate) struct Origin {
    url: String,
    shared: Arc<Shared>,
    server: JoinHandle<()>,
}

#[derive(Debug)]
struct Shared {
    files: Files,
    sent: Mutex<Vec<Sent>>,
}

impl Origin {
    /// Serves the files on a port of their own.
    ///
    /// # Errors
    ///
    /// When no port is free.
    pub(crate) async fn start(files: Files) -> Result<Self> {
        let socket = TcpListener::bind("127.0.0.1:0").await?;
        let url = format!("http://{}", socket.local_addr()?);
        let shared = Arc::new(Shared { files, sent: Mutex::default() });
        let router = Router::new().fallback(answer).with_state(Arc::clone(&shared));
        // The server ends when the origin is dropped, and has no other end to tell of.
        let server = tokio::spawn(async move { _ = axum::serve(socket, router).await });
        Ok(Self { url, shared, server })
    }

    /// Its address, without a path.
    pub(crate) fn url(&self) -> &str {
        &self.url
    }

    /// The answers since this was last asked.
    pub(crate) fn take_sent(&self) -> Vec<Sent> {
        std::mem::take(&mut lock(&self.shared.sent))
    }
}

impl Drop for Origin {
    fn drop(&mut self) {
        self.server.abort();
    }
}

async fn answer(State(shared): State<Arc<Shared>>, uri: Uri) -> Response {
    let name = uri.path().trim_start_matches('/');
    let file = shared.files.0.get(name).cloned();
    lock(&shared.sent).push((name.to_owned(), file.as_ref().map_or(0, Bytes::len)));
    let Some(file) = file else { return StatusCode::NOT_FOUND.into_response() };
    let headers = [
        (CONTENT_TYPE, kind(name)),
        (CONTENT_ENCODING, "br"),
        (CACHE_CONTROL, "public, max-age=31536000, immutable"),
        (ACCESS_CONTROL_ALLOW_ORIGIN, "*"),
    ];
    (headers, file).into_response()
}

fn kind(name: &str) -> &'static str {
    match name.rsplit_once('.') {
        Some((_, "js")) => "text/javascript",
        Some((_, "json")) => "application/json",
        _ => "text/html",
    }
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}
