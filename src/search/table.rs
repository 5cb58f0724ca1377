//! Flat arrays in one run of bytes: written once, read in place.
//!
//! An index is loaded without being rebuilt: opening it reads a few lengths, and every number and
//! every word is read where it lies. Bytes that are not an index are refused; bytes that were
//! changed afterwards can give wrong answers, but never a panic.

use std::borrow::Cow;
use std::ops::Range;

/// The first bytes of every index, with the version of the form.
const MARK: &[u8; 8] = b"RBINDEX1";

/// The arrays, in the order in which they lie. `At` arrays hold where each list of another array
/// begins, and one end more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    WordText,
    WordTextAt,
    WordLetters,
    /// Records that hold a word in a name: four times the place of each, two more if a proper name
    /// holds it, one more if a name begins with it.
    Named,
    NamedAt,
    /// Records that hold a word in their text.
    Told,
    ToldAt,
    /// Sound keys of words, sorted, with the words of each.
    SoundText,
    SoundTextAt,
    SoundLetters,
    SoundWords,
    SoundWordsAt,
    /// Hashes of forms, sorted, and the words they belong to.
    FormHash,
    FormWord,
    StemHash,
    StemWord,
    /// Words that stand for a word: everyday ones for medical ones and back.
    Paired,
    PairedAt,
    NameText,
    NameTextAt,
    NameWords,
    NameWordsAt,
    NameLetters,
    NameRole,
    NameRecord,
    RecordKind,
    RecordNamesAt,
    RecordOf,
    RecordOfAt,
    RecordAddress,
    RecordAddressAt,
    RecordPlace,
    RecordCount,
    RecordWeight,
    RecordUrgent,
    /// Everyday phrases, sorted, each with the medical ones it stands for.
    PhraseText,
    PhraseTextAt,
    /// Phrases that name an emergency.
    AlarmText,
    AlarmTextAt,
}

impl Part {
    const COUNT: usize = Self::AlarmTextAt as usize + 1;
}

/// Collects arrays and lays them in a row.
pub(super) struct Writer {
    parts: Vec<Vec<u8>>,
}

impl Writer {
    pub(super) fn new() -> Self {
        Self { parts: vec![Vec::new(); Part::COUNT] }
    }

    /// Adds numbers to an array.
    pub(super) fn numbers(&mut self, part: Part, numbers: impl IntoIterator<Item = u32>) {
        let bytes = &mut self.parts[part as usize];
        for number in numbers {
            bytes.extend(number.to_le_bytes());
        }
    }

    /// Writes lists one behind the other, and where each begins.
    pub(super) fn lists(
        &mut self,
        part: Part,
        at: Part,
        lists: impl IntoIterator<Item = Vec<u32>>,
    ) {
        let mut end = 0;
        self.numbers(at, [0]);
        for list in lists {
            end += number(list.len());
            self.numbers(part, list);
            self.numbers(at, [end]);
        }
    }

    /// Writes texts one behind the other, and where each begins.
    pub(super) fn texts<T: AsRef<str>>(
        &mut self,
        part: Part,
        at: Part,
        texts: impl IntoIterator<Item = T>,
    ) {
        let mut end = 0;
        self.numbers(at, [0]);
        for text in texts {
            let text = text.as_ref();
            end += number(text.len());
            self.parts[part as usize].extend(text.as_bytes());
            self.numbers(at, [end]);
        }
    }

    /// Returns all arrays in a row: the mark, where each ends, the arrays.
    pub(super) fn finish(self) -> Table {
        let mut bytes = MARK.to_vec();
        let mut end = 0;
        for part in &self.parts {
            end += number(part.len());
            bytes.extend(end.to_le_bytes());
        }
        let mut parts = [const { 0..0 }; Part::COUNT];
        for (range, part) in parts.iter_mut().zip(self.parts) {
            let start = bytes.len();
            bytes.extend(part);
            *range = start..bytes.len();
        }
        Table { bytes: Cow::Owned(bytes), parts }
    }
}

/// Returns a count as it is stored. No library comes near four thousand million of anything.
pub(super) fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}

/// Arrays that are read where they lie.
pub(super) struct Table {
    bytes: Cow<'static, [u8]>,
    parts: [Range<usize>; Part::COUNT],
}

impl Table {
    /// Opens arrays that were written by [`Writer::finish`]; none if the bytes are something else.
    pub(super) fn open(bytes: Cow<'static, [u8]>) -> Option<Self> {
        let rest = bytes.strip_prefix(MARK)?;
        let (ends, content) = rest.split_at_checked(4 * Part::COUNT)?;
        let base = bytes.len() - content.len();
        let mut parts = [const { 0..0 }; Part::COUNT];
        let mut start = base;
        for (part, end) in parts.iter_mut().zip(ends.chunks_exact(4)) {
            let end = base.checked_add(wide(end)? as usize)?;
            if end < start || end > bytes.len() {
                return None;
            }
            *part = start..end;
            start = end;
        }
        (start == bytes.len()).then_some(Self { bytes, parts })
    }

    /// Returns the bytes of all arrays.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.bytes
    }

    fn part(&self, part: Part) -> &[u8] {
        self.bytes.get(self.parts[part as usize].clone()).unwrap_or_default()
    }

    /// Returns how many numbers an array holds.
    pub(super) fn length(&self, part: Part) -> usize {
        self.parts[part as usize].len() / 4
    }

    /// Returns how many lists or texts an `At` array parts.
    pub(super) fn count(&self, at: Part) -> usize {
        self.length(at).saturating_sub(1)
    }

    /// Returns a number, 0 where there is none.
    pub(super) fn number(&self, part: Part, place: u32) -> u32 {
        let at = place as usize * 4;
        self.part(part).get(at..at + 4).and_then(wide).unwrap_or_default()
    }

    /// Returns the numbers of an array from one place to another.
    pub(super) fn numbers(
        &self,
        part: Part,
        places: Range<u32>,
    ) -> impl Iterator<Item = u32> + Clone + '_ {
        let bytes = self.part(part);
        let range = places.start as usize * 4..places.end as usize * 4;
        bytes.get(range).unwrap_or_default().chunks_exact(4).filter_map(wide)
    }

    /// Returns all numbers of an array.
    pub(super) fn all(&self, part: Part) -> impl Iterator<Item = u32> + '_ {
        self.part(part).chunks_exact(4).filter_map(wide)
    }

    /// Returns where a list lies in its array.
    pub(super) fn range(&self, at: Part, place: u32) -> Range<u32> {
        self.number(at, place)..self.number(at, place + 1)
    }

    /// Returns a list.
    pub(super) fn list(
        &self,
        part: Part,
        at: Part,
        place: u32,
    ) -> impl Iterator<Item = u32> + Clone + '_ {
        self.numbers(part, self.range(at, place))
    }

    /// Returns the bytes of a text.
    pub(super) fn text_bytes(&self, part: Part, at: Part, place: u32) -> &[u8] {
        let range = self.range(at, place);
        self.part(part).get(range.start as usize..range.end as usize).unwrap_or_default()
    }

    /// Returns a text.
    pub(super) fn text(&self, part: Part, at: Part, place: u32) -> &str {
        std::str::from_utf8(self.text_bytes(part, at, place)).unwrap_or_default()
    }

    /// Returns the first place of a sorted run whose text is not less than the given one.
    pub(super) fn first_text(&self, part: Part, at: Part, text: &str) -> u32 {
        let (mut low, mut high) = (0, number(self.count(at)));
        while low < high {
            let middle = low.midpoint(high);
            if self.text_bytes(part, at, middle) < text.as_bytes() {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Returns the first place, from one on, of a sorted run whose text does not begin with the given
    /// one.
    pub(super) fn first_text_past(&self, part: Part, at: Part, start: &str, from: u32) -> u32 {
        let (mut low, mut high) = (from, number(self.count(at)));
        while low < high {
            let middle = low.midpoint(high);
            if self.text_bytes(part, at, middle).starts_with(start.as_bytes()) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }

    /// Returns the first place of a sorted array whose number is not less than the given one.
    pub(super) fn first_number(&self, part: Part, wanted: u32) -> u32 {
        let (mut low, mut high) = (0, number(self.length(part)));
        while low < high {
            let middle = low.midpoint(high);
            if self.number(part, middle) < wanted {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        low
    }
}

fn wide(bytes: &[u8]) -> Option<u32> {
    bytes.first_chunk::<4>().map(|bytes| u32::from_le_bytes(*bytes))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written() -> Vec<u8> {
        let mut writer = Writer::new();
        writer.texts(Part::WordText, Part::WordTextAt, ["ab", "", "cde"]);
        writer.lists(Part::Named, Part::NamedAt, [vec![7, 8], vec![], vec![9]]);
        writer.numbers(Part::WordLetters, [3, 5, 5, 9]);
        writer.finish().bytes().to_vec()
    }

    #[test]
    fn what_was_written_is_read_where_it_lies() {
        let table = Table::open(Cow::Owned(written())).unwrap();
        assert_eq!(table.count(Part::WordTextAt), 3);
        assert_eq!(table.text(Part::WordText, Part::WordTextAt, 2), "cde");
        assert_eq!(table.list(Part::Named, Part::NamedAt, 0).collect::<Vec<_>>(), [7, 8]);
        assert_eq!(table.first_number(Part::WordLetters, 5), 1);
        assert_eq!(table.text(Part::WordText, Part::WordTextAt, 99), "");
    }

    #[test]
    fn bytes_that_are_no_index_are_refused() {
        let whole = written();
        for length in 0..whole.len() {
            assert!(Table::open(Cow::Owned(whole[..length].to_vec())).is_none(), "{length}");
        }
        let mut other = whole;
        other[0] = b'X';
        assert!(Table::open(Cow::Owned(other)).is_none());
    }
}
