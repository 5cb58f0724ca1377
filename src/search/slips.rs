//! Slips of spelling: how many letters were left out, added, changed or swapped between two words.
//!
//! The distance is that of optimal string alignment (a swap of two neighbours is one slip), found
//! by bits: H. Hyyrö, "A Bit-Vector Algorithm for Computing Levenshtein and Damerau Edit
//! Distances", Nordic Journal of Computing 10, 2003.

/// The longest word that is compared, in letters.
const LETTERS_MAX: usize = 64;

/// A typed word, made ready to be compared with many others.
pub(super) struct Typed {
    length: usize,
    /// For each ASCII letter, the places where it stands.
    places: [u64; 128],
}

/// How far a typed word is from another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Slips {
    /// From the whole other word.
    pub(super) whole: usize,
    /// From the nearest beginning of the other word.
    pub(super) beginning: usize,
}

impl Typed {
    /// Makes a word ready; none for words in other scripts than ASCII and for very long ones.
    pub(super) fn new(word: &str) -> Option<Self> {
        if !word.is_ascii() || word.is_empty() || word.len() > LETTERS_MAX {
            return None;
        }
        let mut places = [0; 128];
        for (at, letter) in word.bytes().enumerate() {
            places[usize::from(letter)] |= 1 << at;
        }
        Some(Self { length: word.len(), places })
    }

    /// Returns how far the typed word is from another one.
    pub(super) fn slips(&self, other: &[u8]) -> Slips {
        let last = 1_u64 << (self.length - 1);
        let mut positive = u64::MAX;
        let mut negative = 0_u64;
        let mut diagonal = 0_u64;
        let mut before = 0_u64;
        let mut distance = self.length;
        let mut beginning = self.length;
        for letter in other {
            let here = self.places.get(usize::from(*letter)).copied().unwrap_or_default();
            let swapped = ((!diagonal & here) << 1) & before;
            diagonal =
                ((here & positive).wrapping_add(positive) ^ positive) | here | negative | swapped;
            let up = negative | !(diagonal | positive);
            let down = diagonal & positive;
            if up & last != 0 {
                distance += 1;
            }
            if down & last != 0 {
                distance -= 1;
            }
            let up = (up << 1) | 1;
            positive = (down << 1) | !(diagonal | up);
            negative = up & diagonal;
            before = here;
            beginning = beginning.min(distance);
        }
        Slips { whole: distance, beginning }
    }
}

/// Returns how many slips a word of some length may hold as a whole and as a beginning. Short words
/// have too many near ones, and a digit tells types and genes apart.
pub(super) fn allowed(word: &str) -> Slips {
    if word.bytes().any(|byte| byte.is_ascii_digit()) {
        return Slips { whole: 0, beginning: 0 };
    }
    let (whole, beginning) = match word.chars().count() {
        0..=3 => (0, 0),
        4..=7 => (1, 1),
        8..=12 => (2, 2),
        _ => (3, 2),
    };
    Slips { whole, beginning }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn slips(typed: &str, other: &str) -> (usize, usize) {
        let slips = Typed::new(typed).unwrap().slips(other.as_bytes());
        (slips.whole, slips.beginning)
    }

    #[test]
    fn left_out_added_changed_and_swapped_letters_are_one_slip_each() {
        for typed in ["botulnum", "bootulinum", "botulinim", "botulnium"] {
            assert_eq!(slips(typed, "botulinum").0, 1, "{typed}");
        }
        assert_eq!(slips("botlui", "botulinum"), (4, 1), "while it is typed");
    }

    proptest! {
        #[test]
        fn distances_are_those_of_the_textbook(typed in "[a-e]{1,12}", other in "[a-e]{0,12}") {
            let (whole, beginning) = slips(&typed, &other);
            prop_assert_eq!(whole, strsim::osa_distance(&typed, &other));
            let starts = (0..=other.len()).filter_map(|end| other.get(..end));
            let nearest = starts.map(|start| strsim::osa_distance(&typed, start));
            prop_assert_eq!(beginning, nearest.min().unwrap());
        }
    }
}
