//! How a word sounds: words that are said alike have the same key, however they are spelt.
//!
//! Six in ten questions about health hold a slip of spelling, and most slips keep the sound. The
//! rules are those of English spelling for Greek and Latin words.

/// Returns the key of a folded word. Every run of vowels is an `a`, so that what stays is the
/// consonants as they are said and where the vowels stand between them.
pub(super) fn sound(word: &str) -> String {
    let letters: Vec<char> = word.chars().collect();
    let mut key = Key(String::with_capacity(letters.len()));
    let mut at = match letters.as_slice() {
        // The first letter is silent.
        ['p', 's' | 'n' | 't', ..] | ['g' | 'k' | 'm', 'n', ..] | ['w', 'r', ..] => 1,
        ['x', ..] => {
            key.push('s');
            1
        }
        _ => 0,
    };
    while let Some(rest) = letters.get(at..).filter(|rest| !rest.is_empty()) {
        at += key.hear(rest, at > 0);
    }
    let mut key = key.0;
    if key.len() > 1 && key.ends_with('a') {
        key.pop();
    }
    key
}

struct Key(String);

impl Key {
    fn push(&mut self, sound: char) {
        if !self.0.ends_with(sound) {
            self.0.push(sound);
        }
    }

    /// Adds the sound at the start of the letters, and returns how many letters it takes.
    fn hear(&mut self, letters: &[char], inside: bool) -> usize {
        let (sounds, taken) = match letters {
            ['t' | 's', 'i', 'o', 'n', ..] | ['s', 'h', 'u', 'n'] | ['c', 'i', 'a', 'n']
                if inside =>
            {
                ("san", 4)
            }
            ['p', 'h', ..] => ("f", 2),
            ['r', 'h', ..] => ("r", 2),
            ['t', 'h', ..] => ("t", 2),
            ['s', 'c', 'h', ..] => ("sk", 3),
            ['s', 'c', 'e' | 'i' | 'y', ..] => ("s", 2),
            ['c', 'h' | 'k', ..] => ("k", 2),
            ['c', 'e' | 'i' | 'y', ..] | ['z', ..] => ("s", 1),
            ['c' | 'q', ..] => ("k", 1),
            ['d', 'g', ..] => ("j", 2),
            ['g', 'h', ..] => ("", 2),
            ['g', 'm'] | ['h', ..] if inside => ("", 1),
            ['g', 'e' | 'i' | 'y', ..] => ("j", 1),
            ['x', ..] => ("ks", 1),
            ['v', ..] => ("f", 1),
            ['w', ..] if self.0.ends_with('a') => ("", 1),
            ['a' | 'e' | 'i' | 'o' | 'u' | 'y', ..] => ("a", 1),
            [other, ..] => {
                self.push(*other);
                return 1;
            }
            [] => return 1,
        };
        for sound in sounds.chars() {
            self.push(sound);
        }
        taken
    }
}

#[cfg(test)]
mod tests {
    use super::sound;

    #[test]
    fn words_that_are_said_alike_have_one_key() {
        for (typed, right) in [
            ("flem", "phlegm"),
            ("newmonia", "pneumonia"),
            ("seizor", "seizure"),
            ("sayatica", "sciatica"),
            ("quatipine", "quetiapine"),
            ("blefarospasm", "blepharospasm"),
            ("distonia", "dystonia"),
            ("torticolis", "torticollis"),
            ("diahrea", "diarrhea"),
            ("injecshun", "injection"),
        ] {
            assert_eq!(sound(typed), sound(right), "{typed}");
        }
    }

    #[test]
    fn words_that_are_said_otherwise_have_other_keys() {
        for (one, other) in
            [("dystonia", "dysphonia"), ("hypotonia", "hypertonia"), ("neck", "nose")]
        {
            assert_ne!(sound(one), sound(other));
        }
    }
}
