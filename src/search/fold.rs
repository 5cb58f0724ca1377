//! Folding: how text is compared, whatever its case, accents and signs.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text in its folded form, with the way back to the letters it came from.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folded {
    /// A blank, then words parted by single blanks: what begins a word follows a blank.
    pub text: String,
    /// For each byte of `text`, the letter of the original, counted from 0.
    from: Vec<u32>,
}

impl Folded {
    /// Folds a text: decomposed, without accents and apostrophes, in small letters, every other
    /// sign a blank. `ß`, `æ`, `œ`, `ø` and `ł` become the letters they are typed as.
    pub fn of(text: &str) -> Self {
        let mut folded = Self { text: " ".to_owned(), from: vec![0] };
        folded.text.reserve(text.len());
        folded.from.reserve(text.len());
        for (place, c) in text.chars().enumerate() {
            let place = u32::try_from(place).unwrap_or(u32::MAX);
            // Nearly all text is ASCII, which needs no decomposition.
            if c.is_ascii() {
                folded.letter(c, place);
            } else {
                for part in std::iter::once(c).nfd().filter(|part| !is_combining_mark(*part)) {
                    folded.letter(part, place);
                }
            }
        }
        if folded.text.len() > 1 && folded.text.ends_with(' ') {
            folded.text.pop();
            folded.from.pop();
        }
        folded
    }

    /// Adds a decomposed letter.
    fn letter(&mut self, letter: char, place: u32) {
        match letter {
            'a'..='z' | '0'..='9' => {
                self.text.push(letter);
                self.from.push(place);
            }
            'A'..='Z' => {
                self.text.push(letter.to_ascii_lowercase());
                self.from.push(place);
            }
            'ß' => self.push("ss", place),
            'æ' | 'Æ' => self.push("ae", place),
            'œ' | 'Œ' => self.push("oe", place),
            'ø' | 'Ø' => self.push("o", place),
            'ł' | 'Ł' => self.push("l", place),
            '\'' | '’' | '‘' | 'ʼ' => {}
            _ if letter.is_alphanumeric() => {
                for small in letter.to_lowercase().filter(|small| !is_combining_mark(*small)) {
                    self.push(small.encode_utf8(&mut [0; 4]), place);
                }
            }
            _ if self.text.ends_with(' ') => {}
            _ => self.push(" ", place),
        }
    }

    fn push(&mut self, text: &str, place: u32) {
        self.text.push_str(text);
        self.from.extend(std::iter::repeat_n(place, text.len()));
    }

    /// Returns the letters of the original that a part of the folded text came from, as a range
    /// counted in characters.
    pub fn letters(&self, start: usize, end: usize) -> Option<std::ops::Range<usize>> {
        let first = *self.from.get(start)?;
        let last = *self.from.get(end.checked_sub(1)?)?;
        Some(first as usize..last as usize + 1)
    }

    /// Returns the folded words.
    pub fn words(&self) -> impl Iterator<Item = &str> {
        self.text.split(' ').filter(|word| !word.is_empty())
    }

    /// Returns the places, as bytes of `text`, where a word begins with the given letters.
    pub fn starts<'a>(&'a self, word: &'a str) -> impl Iterator<Item = usize> + 'a {
        self.text.match_indices(word).map(|(at, _)| at).filter(|at| {
            at.checked_sub(1).and_then(|before| self.text.as_bytes().get(before)) == Some(&b' ')
        })
    }

    /// Returns whether a word begins with the given letters.
    pub fn has_start(&self, word: &str) -> bool {
        self.starts(word).next().is_some()
    }

    /// Returns whether a whole word is the given one.
    pub fn has_word(&self, word: &str) -> bool {
        self.words().any(|own| own == word)
    }
}

/// Returns the folded words of a text, parted by single blanks.
pub fn fold(text: &str) -> String {
    Folded::of(text).text.split_off(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_hyphens_and_apostrophes_do_not_count() {
        assert_eq!(fold("Guillain-Barré"), "guillain barre");
        assert_eq!(fold("Writer's CRAMP"), "writers cramp");
        assert_eq!(fold("e\u{301}"), fold("é"));
        assert_eq!(fold("Weiß & Müller"), "weiss muller");
        assert_eq!(fold(" ... "), "");
    }

    #[test]
    fn a_match_leads_back_to_the_letters_it_came_from() {
        let folded = Folded::of("Die Ménière’s");
        let at = folded.starts("menieres").next().unwrap();
        assert_eq!(folded.letters(at, at + "menieres".len()), Some(4..13));
        assert_eq!(folded.starts("eniere").next(), None);
    }
}
