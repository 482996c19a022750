//! Hashes that tell whether a file is the one that was built.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// How much of a hash is enough to tell the builds of one file apart.
const SHORT_LENGTH: usize = 10;

/// The SHA-256 in base64, as the tag's script compares it.
pub(super) fn hash(contents: &[u8]) -> String {
    STANDARD.encode(Sha256::digest(contents))
}

/// The beginning of a hash, for a file's name; the tag's script makes the same of it.
pub(super) fn short(hash: &str) -> String {
    hash[..SHORT_LENGTH].replace(['+', '/'], "-")
}

/// What the `integrity` attribute of a tag holds for this file.
pub(super) fn integrity(contents: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(contents)))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Both expected values were made with `openssl dgst -binary`, `-sha256` or `-sha384`, and `base64`.

    #[test]
    fn a_name_has_the_beginning_of_the_hash() {
        let hash = hash(b"abc");
        assert_eq!(hash, "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0=");
        assert_eq!(short(&hash), "ungWv48Bz-");
    }

    #[test]
    fn integrity_is_written_as_a_tag_wants_it() {
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }
}
