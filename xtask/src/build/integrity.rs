//! Hashes that tell whether a file is the one that was built.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest, Sha256, Sha384};

/// How many hexadecimal digits are enough to tell the builds of one file apart.
const SHORT_LENGTH: usize = 10;

/// The first digits of the SHA-256, for a file's name.
pub(super) fn short_hash(contents: &[u8]) -> String {
    let mut digits = format!("{:x}", Sha256::digest(contents));
    digits.truncate(SHORT_LENGTH);
    digits
}

/// What the `integrity` attribute of a tag holds for this file.
pub(super) fn integrity(contents: &[u8]) -> String {
    format!("sha384-{}", STANDARD.encode(Sha384::digest(contents)))
}

#[cfg(test)]
mod tests {
    use super::*;

    // Both expected values were made with `sha256sum` and `openssl dgst -sha384 -binary | base64`.

    #[test]
    fn a_short_hash_is_the_beginning_of_the_sha_256() {
        assert_eq!(short_hash(b"abc"), "ba7816bf8f");
    }

    #[test]
    fn integrity_is_written_as_a_tag_wants_it() {
        assert_eq!(
            integrity(b"abc"),
            "sha384-ywB1P0WjXou1oD1pmsZQBycsMqsO3tFjGotgWkP/W+2AhgcroefMI1i67KE0yCWn"
        );
    }
}
