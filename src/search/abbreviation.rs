//! Abbreviations made of beginnings of words: "wcramp" for writer's cramp.

use super::fuzzy::LETTERS_MIN;

/// A word of a name.
#[derive(Clone, Copy)]
pub(super) struct Word<'a> {
    /// Where it begins in the folded name, in bytes.
    pub(super) start: usize,
    pub(super) text: &'a [u8],
    /// Whether it carries no meaning of its own.
    pub(super) stop: bool,
}

/// Returns the places of a typed word's letters, if it is made of beginnings of a name's words in
/// their order, from the first word on, and whether of all of them. Words without meaning may be
/// passed over. Of a typed word of up to three letters each letter must begin a word.
pub(super) fn beginnings(typed: &str, words: &[Word<'_>]) -> Option<(Vec<usize>, bool)> {
    let longest = if typed.len() < LETTERS_MIN { 1 } else { typed.len() };
    let mut at = Vec::new();
    let used = take(typed.as_bytes(), words, longest, &mut at)?;
    let all = words.get(used..).unwrap_or_default().iter().all(|word| word.stop);
    // One letter a word is an abbreviation only of a whole name.
    let lone = |at: &[usize]| at.chunk_by(|a, b| a + 1 == *b).any(|chunk| chunk.len() == 1);
    // One word alone is a beginning, which the word index finds.
    (used > 1 && (all || !lone(&at))).then_some((at, all))
}

/// Takes beginnings of words until the letters are used up, and returns how many words were needed.
fn take(letters: &[u8], words: &[Word<'_>], longest: usize, at: &mut Vec<usize>) -> Option<usize> {
    if letters.is_empty() {
        return Some(0);
    }
    let (word, rest) = words.split_first()?;
    let longest_here = if word.stop { 1 } else { longest };
    let same = letters.iter().zip(word.text).take_while(|(a, b)| a == b).count();
    // Longer beginnings first; a shorter one may leave letters that the next word needs.
    for length in (1..=same.min(longest_here)).rev() {
        let before = at.len();
        at.extend(word.start..word.start + length);
        if let Some(used) = take(letters.get(length..)?, rest, longest, at) {
            return Some(used + 1);
        }
        at.truncate(before);
    }
    if word.stop { take(letters, rest, longest, at).map(|used| used + 1) } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(typed: &str, name: &str) -> Option<bool> {
        let mut start = 0;
        let words: Vec<Word<'_>> = name
            .split(' ')
            .map(|word| {
                let at = start;
                start += word.len() + 1;
                Word { start: at, text: word.as_bytes(), stop: word == "of" }
            })
            .collect();
        beginnings(typed, &words).map(|(_, all)| all)
    }

    #[test]
    fn beginnings_of_words_make_an_abbreviation() {
        for (typed, name, all) in [
            ("wcramp", "writers cramp", true),
            ("palede", "palpebral edema", true),
            ("rls", "restless legs syndrome", true),
            ("lossp", "loss of speech", true),
            ("botinj", "botulinum injection for the neck", false),
        ] {
            assert_eq!(read(typed, name), Some(all), "{typed}");
        }
        for (typed, name) in
            [("rests", "restless legs"), ("cramp", "writers cramp"), ("relesy", "restless legs")]
        {
            assert_eq!(read(typed, name), None, "{typed}");
        }
    }
}
