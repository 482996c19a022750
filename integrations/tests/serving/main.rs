//! The widget from real web servers, with the snippets that publishers use: the headers of each kind
//! of file, and rolling a version out and back.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod headers;
mod rolling;
mod servers;
mod versions;
