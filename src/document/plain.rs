//! Plain text: what `show` prints, what pipes and printers get.

use super::block::{BlockKind, Document};
use super::wrap::wrap;
use crate::model::clean;

/// Returns the document as lines of at most `width` columns, each ended by a line feed. Only web
/// addresses may be longer.
pub fn render(document: &Document, width: usize) -> String {
    let mut text = String::new();
    for line in wrap(document, width) {
        let Some(block) = document.blocks.get(line.block) else { continue };
        // A web address is printed whole, ready to be copied, however long it is.
        let web = block.kind == BlockKind::Web && !line.range.is_empty();
        if web && line.range.start > 0 {
            continue;
        }
        let words = if web { Some(block.text.as_str()) } else { block.text.get(line.range) };
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            text.extend(std::iter::repeat_n(' ', line.indent));
            text.push_str(&clean(words));
        }
        text.push('\n');
    }
    text
}
