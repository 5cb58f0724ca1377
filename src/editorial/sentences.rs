//! Sentences and paragraphs with their places.

use std::ops::Range;

/// Returns the byte ranges of the sentences of a text. A sentence ends at a full stop, a question
/// mark, an exclamation mark or a colon before a blank, and at an empty line.
pub(super) fn sentences(text: &str) -> Vec<Range<usize>> {
    let mut found = Vec::new();
    let mut start = 0;
    let bytes = text.as_bytes();
    let mut end_at = |start: &mut usize, end: usize| {
        let part = text.get(*start..end).unwrap_or_default();
        if part.chars().any(char::is_alphanumeric) {
            let lead = part.len() - part.trim_start().len();
            found.push(*start + lead..*start + part.trim_end().len());
        }
        *start = end;
    };
    for (at, byte) in bytes.iter().enumerate() {
        let next = bytes.get(at + 1);
        let blank = next.is_none_or(u8::is_ascii_whitespace);
        let empty_line = *byte == b'\n' && next == Some(&b'\n');
        if (matches!(byte, b'.' | b'?' | b'!' | b':') && blank) || empty_line {
            end_at(&mut start, at + 1);
        }
    }
    end_at(&mut start, text.len());
    found
}

/// Returns the byte ranges of the paragraphs of a text, which empty lines part.
pub(super) fn paragraphs(text: &str) -> Vec<Range<usize>> {
    let mut at = 0;
    text.split("\n\n")
        .map(|part| {
            let range = at..at + part.len();
            at = range.end + 2;
            range
        })
        .filter(|range| text.get(range.clone()).is_some_and(|part| !part.trim().is_empty()))
        .collect()
}

/// Returns the words of a text in small letters, without the marks around them.
pub(super) fn words(text: &str) -> Vec<String> {
    text.split(|c: char| !(c.is_alphanumeric() || c == '\'' || c == '-'))
        .filter(|word| word.chars().any(char::is_alphanumeric))
        .map(str::to_lowercase)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sentences_and_paragraphs_end_where_a_reader_ends_them() {
        let text = "Rest. Take 2.5 steps? Yes!\n\nThen walk";
        let parts = |ranges: Vec<Range<usize>>| -> Vec<&str> {
            ranges.into_iter().map(|range| text.get(range).unwrap()).collect()
        };
        assert_eq!(parts(sentences(text)), ["Rest.", "Take 2.5 steps?", "Yes!", "Then walk"]);
        assert_eq!(paragraphs(text).len(), 2);
        assert_eq!(words("It's long-term, (yes)."), ["it's", "long-term", "yes"]);
    }
}
