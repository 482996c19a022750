//! The custom element `<good-sport>`: the bindings that its scripts in `js` call, and its prerendered shell.
//!
//! ```text
//! page --tag--> loader --near the viewport--> shell --seen or touched--> program and words
//!     --first edit or paste--> linter and rules
//! ```
//!
//! One folder of `js` for each file that a page downloads:
//!
//! - `loader`: the script of the tag. It defines the element, which waits until it comes near.
//! - `shell`: the widget from then on. It paints the prerendered form, starts the program, and hands
//!   the one over to the other.
//! - `program`: the compiled library with its bindings, as WebAssembly or as plain JavaScript.
//! - `linter`: the tone linter, which is a package of its own (`embed/linter`), in the same forms.
//!
//! It never decides what a letter says: that is the library's.

pub mod bindings;
mod host;
#[cfg(not(target_arch = "wasm32"))]
pub mod shell;
