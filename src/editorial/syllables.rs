//! Syllables of English words, by rule.

/// Returns how many syllables a word has, at least 1. Letters only are looked at.
///
/// Groups of vowels are counted, with the silent endings `-e`, `-es`, `-ed` taken off and the
/// common splits `-ia-`, `-io-`, `-ua-` put in. Against the dictionaries that readability tools
/// use it counts a little high on long medical words, which keeps a limit on the safe side.
pub(super) fn syllables(word: &str) -> usize {
    let word: Vec<u8> =
        word.bytes().map(|b| b.to_ascii_lowercase()).filter(u8::is_ascii_lowercase).collect();
    // An ending with a syllable of its own leaves a stem whose last e may be silent: move-ment.
    for ending in [b"ment".as_slice(), b"ments", b"less", b"ful", b"ly"] {
        if let Some(stem) = word.strip_suffix(ending).filter(|stem| stem.ends_with(b"e")) {
            return of_letters(stem) + 1;
        }
    }
    of_letters(&word)
}

fn of_letters(word: &[u8]) -> usize {
    if word.len() <= 3 {
        return 1;
    }
    let vowel = |b: u8| matches!(b, b'a' | b'e' | b'i' | b'o' | b'u' | b'y');
    let mut count = 0;
    let mut inside = false;
    for b in word {
        if vowel(*b) && !inside {
            count += 1;
        }
        inside = vowel(*b);
    }
    count += splits(word) + usize::from(count > 1 && word.ends_with(b"ea"));
    count -= usize::from(count > 1 && silent_ending(word, vowel));
    count.max(1)
}

/// Counts pairs of vowels that are said apart: `media`, `radio`, `gradual`.
fn splits(word: &[u8]) -> usize {
    word.windows(3)
        .filter(|part| {
            let apart = matches!(&part[1..], b"ia" | b"io" | b"eo" | b"ua" | b"iu");
            // After these, the pair is one sound: -tion, -cial, question, pigeon, people.
            apart && !matches!(part[0], b't' | b's' | b'c' | b'g' | b'x' | b'q' | b'p')
        })
        .count()
        .min(1)
}

fn silent_ending(word: &[u8], vowel: impl Fn(u8) -> bool) -> bool {
    match word {
        [.., a, b'l', b'e'] | [.., a, b'l', b'e', b's'] => vowel(*a),
        [.., a, b'e'] => !vowel(*a),
        [.., a, b'e', b'd'] => !matches!(a, b't' | b'd') && !vowel(*a),
        [.., a, b'e', b's'] => !vowel(*a) && !matches!(a, b's' | b'x' | b'z' | b'h' | b'c' | b'g'),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::syllables;

    #[test]
    fn common_words_are_counted_as_they_are_said() {
        for (word, count) in [
            ("neck", 1),
            ("muscle", 2),
            ("muscles", 2),
            ("tightened", 2),
            ("twisted", 2),
            ("spaces", 2),
            ("doctor", 2),
            ("movement", 2),
            ("injection", 3),
            ("dystonia", 4),
            ("radio", 3),
            ("whole", 1),
            ("people", 2),
            ("area", 3),
            ("the", 1),
            ("medicine", 3),
            ("voice", 1),
            ("emergency", 4),
        ] {
            assert_eq!(syllables(word), count, "{word}");
        }
    }
}
