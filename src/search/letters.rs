//! The letters of a word as bits: which words can at all be near which.

/// The bit of a word that carries no meaning of its own.
pub(super) const STOP: u32 = 1 << 31;

/// The bit of a word that is listed as a misspelling.
pub(super) const MISSPELT: u32 = 1 << 30;

/// Returns one bit for each letter of a folded word: 26 for `a` to `z`, four for all others.
pub(super) fn letters(word: &str) -> u32 {
    word.bytes().fold(0, |bits, byte| {
        let bit = match byte {
            b'a'..=b'z' => byte - b'a',
            _ => 26 + byte % 4,
        };
        bits | 1 << bit
    })
}

/// Returns how many letters of the first set are missing in the second: one slip of spelling can
/// account for one of them.
pub(super) fn missing(of: u32, within: u32) -> u32 {
    (of & !within).count_ones()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slip_accounts_for_one_missing_letter() {
        assert_eq!(missing(letters("botulinim"), letters("botulinum")), 0);
        assert_eq!(missing(letters("botulinum"), letters("botulini")), 1);
        assert_eq!(missing(letters("dyt1"), letters("dyt6")), 1);
    }
}
