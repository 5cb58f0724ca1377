//! Markdown, in the common core that every reader of it knows.

use super::block::{Block, BlockKind, Document, Role};
use crate::model::clean;

/// Returns the document as `CommonMark`.
pub fn render(document: &Document) -> String {
    let mut text = String::new();
    let mut above: Option<&Block> = None;
    // What belongs to an entry of a list stands below its first letter, behind number and stop.
    let mut entry = 0;
    for block in &document.blocks {
        // Lines of one item stay in its list entry; everything else is parted by an empty line.
        if above.is_some() {
            text.push_str("\n\n");
        }
        let inside = block.item.is_some()
            && !matches!(block.kind, BlockKind::Item { .. } | BlockKind::Group);
        if let BlockKind::Item { number, .. } = block.kind {
            entry = number.to_string().len() + 2;
        }
        if inside {
            text.extend(std::iter::repeat_n(' ', entry));
        }
        match block.kind {
            BlockKind::Title => text.push_str("# "),
            BlockKind::Section => text.push_str("## "),
            BlockKind::Group => text.push_str("### "),
            BlockKind::Choice | BlockKind::Link if block.item.is_none() => text.push_str("- "),
            BlockKind::Notice => text.push_str("> "),
            _ => {}
        }
        write(block, &mut text);
        above = Some(block);
    }
    text.push('\n');
    text
}

fn write(block: &Block, text: &mut String) {
    if block.kind == BlockKind::Web {
        text.push('<');
        text.push_str(&clean(&block.text));
        text.push('>');
        return;
    }
    for (role, piece) in block.pieces(0..block.text.len()) {
        let strong = matches!(role, Role::Name | Role::Label | Role::Alert);
        if strong {
            text.push_str("**");
        }
        escape(&clean(piece), text);
        if strong {
            text.push_str("**");
        }
    }
}

/// Puts a backslash before every letter that Markdown could take for a sign.
fn escape(piece: &str, text: &mut String) {
    for c in piece.chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '~' | '&') {
            text.push('\\');
        }
        text.push(c);
    }
}
