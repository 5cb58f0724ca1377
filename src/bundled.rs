//! What the program carries: the pages of `data/`, checked and encoded by the build.

use crate::library::{Library, PackError};

/// The pack that the build script made.
static PACK: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/bundled.pack"));

/// Opens the bundled library. Reads its table of contents only.
///
/// # Errors
///
/// Returns an error only if the program file itself was damaged.
pub fn bundled() -> Result<Library, PackError> {
    Library::open(PACK)
}
