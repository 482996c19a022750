//! The test runner of wasm-bindgen, as a program of this workspace: `cargo install` would compile
//! anew what the build has compiled already.

use std::env;

use anyhow::Result;

fn main() -> Result<()> {
    wasm_bindgen_cli::wasm_bindgen_test_runner::run_cli_with_args(env::args_os())
}
