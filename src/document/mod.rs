//! The one text model behind every output: blocks of words with roles, never colours.
//!
//! Entry points: [`Composer`] makes documents out of the library; [`wrap`] breaks them into lines
//! of any width; [`plain`], [`markdown`] and [`html`] write them. The panes and the linear mode
//! dress the same blocks, so that every front end says the same words for one address. Nothing
//! here prints, and nothing here knows a colour or a key.

mod block;
mod compose;
mod heard;
pub mod html;
pub mod markdown;
pub mod plain;
mod words;
pub mod wrap;

pub use block::{Block, BlockKind, Document, Door, Role, Span, Target};
pub use compose::Composer;
pub use heard::{Listing, heard, link, placed, sentence};
pub use words::{NOT_FINDING, and_list, count, nothing_found, numbers};
