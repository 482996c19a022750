//! What a server sends with each file, in each encoding, and with none.

use std::fs;
use std::path::Path;

use anyhow::{Context as _, Result, ensure};
use browsers::project;
use integrations::{Server, in_chromium, main_job};
use reqwest::header::{
    ACCEPT_ENCODING, ACCESS_CONTROL_ALLOW_ORIGIN, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_LENGTH,
    CONTENT_SECURITY_POLICY, CONTENT_TYPE, ETAG, HeaderMap, HeaderName, IF_NONE_MATCH, RANGE, VARY,
    X_CONTENT_TYPE_OPTIONS, X_FRAME_OPTIONS,
};
use reqwest::{Client, Method, Response, StatusCode};

use crate::servers::{FRAMERS, Kind};
use crate::versions::has_hash;

const FOREVER: &str = "public, max-age=31536000, immutable";
const SHORTLY: &str = "public, max-age=300";
const EMBEDDER_POLICY: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The encodings that a client takes, with the one that it gets and how the name of that file ends.
const ENCODINGS: [(&str, Option<&str>, &str); 4] = [
    ("gzip, deflate, br, zstd", Some("br"), ".br"),
    ("gzip", Some("gzip"), ".gz"),
    ("identity", None, ""),
    ("br;q=0, gzip;q=0", None, ""),
];

#[tokio::test]
async fn nginx_sends_each_file_with_its_headers() -> Result<()> {
    check(Kind::Nginx).await
}

#[tokio::test]
async fn caddy_sends_each_file_with_its_headers() -> Result<()> {
    check(Kind::Caddy).await
}

#[tokio::test]
async fn widget_works_from_either_server_on_a_page_of_another_origin() -> Result<()> {
    let dist = project::dist()?;
    let servers =
        [Kind::Nginx.serve("page", &dist).await?, Kind::Caddy.serve("page", &dist).await?];
    in_chromium(async |visit| {
        // A page that isolates itself takes only what is meant for other origins.
        let policy = HeaderName::from_static("cross-origin-embedder-policy");
        visit.site().set_header(policy, "require-corp");
        for server in &servers {
            for folder in ["", "/nested"] {
                let script = server.address(&format!("{folder}/good-sport.js"));
                let page = format!(
                    "<!doctype html><title>Page</title><body><script src={script}></script>"
                );
                visit.site().put("serving.html", "text/html", page);
                main_job(visit, &visit.site().page("serving.html")).await?;
            }
        }
        Ok(())
    })
    .await
}

async fn check(kind: Kind) -> Result<()> {
    let dist = project::dist()?;
    ensure!(
        dist.join("good-sport.js.br").is_file(),
        "a quick build has no compressed files: build it with `cargo xtask build`"
    );
    let server = kind.serve("headers", &dist).await?;
    for entry in fs::read_dir(&dist)? {
        let path = entry?.path();
        let name = path.file_name().context("a file without a name")?.to_string_lossy();
        let is_compressed = path.extension().is_some_and(|it| it == "br" || it == "gz");
        if path.is_dir() || is_compressed {
            continue;
        }
        for folder in ["", "/nested"] {
            let address = server.address(&format!("{folder}/{name}"));
            file(&address, &path).await.with_context(|| format!("{kind:?}: {address}"))?;
        }
    }
    framers(&server).await.with_context(|| format!("{kind:?}"))?;
    for name in ["good-sport.shell.en.0123456789.js", "good-sport.xx.js"] {
        missing(&server, name).await.with_context(|| format!("{kind:?}: {name}"))?;
    }
    Ok(())
}

async fn ask(method: Method, address: &str, headers: &[(HeaderName, &str)]) -> Result<Response> {
    let mut request = Client::new().request(method, address);
    for (name, value) in headers {
        request = request.header(name, *value);
    }
    Ok(request.send().await?)
}

/// Checks all that a server answers when it is asked for a file.
async fn file(address: &str, path: &Path) -> Result<()> {
    let plain = fs::read(path)?;
    let cache = if has_hash(&path.to_string_lossy(), &plain) { FOREVER } else { SHORTLY };
    for (accepted, encoding, suffix) in ENCODINGS {
        let response = ask(Method::GET, address, &[(ACCEPT_ENCODING, accepted)]).await?;
        assert_eq!(response.status(), StatusCode::OK, "{accepted}");
        let headers = response.headers().clone();
        assert_eq!(value(&headers, &CONTENT_ENCODING), encoding, "{accepted}");
        assert_eq!(value(&headers, &CACHE_CONTROL), Some(cache));
        assert_eq!(value(&headers, &VARY), Some("Accept-Encoding"), "{accepted}");
        for_any_page(&headers);
        media_type(path, &headers);
        let sent = fs::read(format!("{}{suffix}", path.display()))?;
        assert_eq!(response.bytes().await?, sent, "{accepted}");

        let etag = value(&headers, &ETAG).context("no ETag")?;
        let again = [(ACCEPT_ENCODING, accepted), (IF_NONE_MATCH, etag)];
        let again = ask(Method::GET, address, &again).await?;
        assert_eq!(again.status(), StatusCode::NOT_MODIFIED, "{accepted}");
        assert_eq!(value(again.headers(), &CACHE_CONTROL), Some(cache));

        let head = ask(Method::HEAD, address, &[(ACCEPT_ENCODING, accepted)]).await?;
        assert_eq!(value(head.headers(), &CONTENT_ENCODING), encoding, "{accepted}");
        for name in [CACHE_CONTROL, CONTENT_TYPE, ETAG] {
            assert_eq!(head.headers().get(&name), headers.get(&name), "{accepted}: {name}");
        }
        assert!(head.bytes().await?.is_empty());
    }
    let range = ask(Method::GET, address, &[(ACCEPT_ENCODING, "identity"), (RANGE, "bytes=9-18")]);
    let range = range.await?;
    assert_eq!(range.status(), StatusCode::PARTIAL_CONTENT);
    assert_eq!(value(range.headers(), &CONTENT_LENGTH), Some("10"));
    assert_eq!(range.bytes().await?, plain[9..19]);
    Ok(())
}

/// Checks that a publisher can say which sites may show the page for frames.
async fn framers(server: &Server) -> Result<()> {
    let response = ask(Method::GET, &server.address("/good-sport.html"), &[]).await?;
    assert_eq!(value(response.headers(), &CONTENT_SECURITY_POLICY), Some(FRAMERS));
    assert_eq!(value(response.headers(), &X_FRAME_OPTIONS), None);
    for_any_page(response.headers());
    Ok(())
}

/// Checks the answer for a file that is not there, which may come at any moment: no cache keeps it.
async fn missing(server: &Server, name: &str) -> Result<()> {
    let response = ask(Method::GET, &server.address(&format!("/{name}")), &[]).await?;
    assert_eq!(response.status(), StatusCode::NOT_FOUND);
    assert_eq!(value(response.headers(), &CACHE_CONTROL), None);
    for_any_page(response.headers());
    Ok(())
}

fn value<'a>(headers: &'a HeaderMap, name: &HeaderName) -> Option<&'a str> {
    assert!(headers.get_all(name).iter().count() < 2, "{name} comes twice");
    headers.get(name).map(|it| it.to_str().unwrap())
}

fn for_any_page(headers: &HeaderMap) {
    assert_eq!(value(headers, &ACCESS_CONTROL_ALLOW_ORIGIN), Some("*"));
    assert_eq!(value(headers, &EMBEDDER_POLICY), Some("cross-origin"));
    assert_eq!(value(headers, &X_CONTENT_TYPE_OPTIONS), Some("nosniff"));
}

fn media_type(path: &Path, headers: &HeaderMap) {
    let allowed: &[_] = match path.extension().and_then(|it| it.to_str()) {
        Some("js") => &["text/javascript; charset=utf-8", "application/javascript; charset=utf-8"],
        Some("css") => &["text/css; charset=utf-8"],
        Some("html") => &["text/html; charset=utf-8"],
        Some("json") => &["application/json", "application/json; charset=utf-8"],
        // No page loads it.
        _ => return,
    };
    let sent = value(headers, &CONTENT_TYPE).unwrap();
    assert!(allowed.contains(&sent), "{sent}");
}
