//! Plain text: what `show` prints, what pipes and printers get.

use super::block::Document;
use super::wrap::wrap;
use crate::model::clean;

/// Returns the document as lines of at most `width` columns, each ended by a line feed.
pub fn render(document: &Document, width: usize) -> String {
    let mut text = String::new();
    for line in wrap(document, width) {
        let words = document.blocks.get(line.block).and_then(|block| block.text.get(line.range));
        if let Some(words) = words.filter(|words| !words.is_empty()) {
            text.extend(std::iter::repeat_n(' ', line.indent));
            text.push_str(&clean(words));
        }
        text.push('\n');
    }
    text
}
