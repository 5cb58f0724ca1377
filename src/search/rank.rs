//! The order of hits: one number, so that any two can be compared and no order depends on luck.

use super::entry::Role;
use crate::model::Kind;

/// Everything that decides where a hit stands, the most telling first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Rank {
    /// How much of what was typed was found, from 0 to 15; 15 is all of it.
    pub(super) share: u8,
    /// What the readings cost together, in quarters of a slip of spelling.
    pub(super) cost: u8,
    /// Whose name the typed words are as a whole.
    pub(super) equal: Equal,
    /// Whether the words stand in names, not in the name of the page or in a text.
    pub(super) named: bool,
    /// Whether a name begins with the typed words.
    pub(super) begins: bool,
    /// Whether every word was typed to its end.
    pub(super) whole: bool,
    /// Where the words stand.
    pub(super) place: Place,
    pub(super) kind: Kind,
    /// How the words stand beside each other in the name.
    pub(super) order: Order,
    /// The share of the name that was typed, from 0 to 15.
    pub(super) cover: u8,
    /// How often it is pointed to.
    pub(super) weight: u32,
    /// The length of the title, in letters.
    pub(super) length: usize,
}

/// Whose name is equal to what was typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Equal {
    /// None.
    No,
    /// Every word of a name was begun, or typed in another order, and nothing else was.
    Begun,
    /// An everyday word of a whole page.
    PageWord,
    /// An everyday word or brand of an item.
    ItemWord,
    /// A proper name.
    Name,
}

/// Where the words of a query stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Place {
    /// Some in the text.
    Text,
    /// Some only in the name of the condition, or in several names.
    Around,
    /// In an everyday word of a whole page, or of an item that is often one.
    PageWord,
    /// In an everyday word or brand of an item.
    ItemWord,
    /// In another proper name.
    Name,
    /// In the title.
    Title,
}

impl Place {
    /// Returns the place of a name by its role.
    pub(super) fn of(role: Role, kind: Kind) -> Self {
        match role {
            Role::Title => Self::Title,
            Role::Name => Self::Name,
            Role::Word if is_page(kind) || often_a_page(kind) => Self::PageWord,
            Role::Word => Self::ItemWord,
        }
    }

    /// Returns whose name is equal, if a name at this place is.
    pub(super) fn equal(self) -> Equal {
        match self {
            Self::Title | Self::Name => Equal::Name,
            Self::ItemWord => Equal::ItemWord,
            Self::PageWord => Equal::PageWord,
            Self::Text | Self::Around => Equal::No,
        }
    }
}

/// How the words of a query stand beside each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Order {
    /// In another order.
    Any,
    /// In the order typed, with words between them.
    Kept,
    /// Side by side.
    Adjacent,
}

/// Returns whether something is a whole page or a part of one, not an item.
pub(super) fn is_page(kind: Kind) -> bool {
    matches!(kind, Kind::Condition | Kind::Section)
}

/// Returns whether an item of a kind is often a condition with a page of its own, which comes first: a
/// cause, a type, what a condition leads to, or the sign of an emergency that another page is about.
fn often_a_page(kind: Kind) -> bool {
    matches!(kind, Kind::Cause | Kind::Type | Kind::Complication | Kind::RedFlag)
}

/// Conditions before symptoms and treatments, these before tips, these before the rest.
fn kind_weight(kind: Kind) -> u64 {
    match kind {
        Kind::Condition | Kind::Section => 4,
        Kind::Symptom | Kind::Treatment | Kind::RedFlag => 3,
        Kind::Coping | Kind::Alternative => 2,
        Kind::Type | Kind::Cause | Kind::Complication | Kind::Test | Kind::Support => 1,
        Kind::Fact | Kind::Source | Kind::Disagreement | Kind::Term => 0,
    }
}

impl Rank {
    /// Returns the place in the order: a greater number stands higher.
    pub(super) fn key(&self) -> Key {
        // What a word means stands behind everything that has the word in its name, and before what
        // only mentions it.
        let explains = self.kind == Kind::Term;
        // Of a charity or a footnote, the first word alone says little.
        let telling = !matches!(self.kind, Kind::Support | Kind::Source | Kind::Disagreement);
        let begins = self.begins && telling && !explains;
        let equal = if explains { Equal::No } else { self.equal };
        let place = if explains { Place::Text } else { self.place };
        // Small numbers count one by one, great ones by how often they double.
        let weight =
            if self.weight < 16 { self.weight } else { (12 + self.weight.ilog2()).min(31) };
        let brevity = 63 - self.length.min(63) as u64;
        [
            (SHARE_BITS, u64::from(self.share)),
            (COST_BITS, COST_MAX - u64::from(self.cost).min(COST_MAX)),
            (3, equal as u64),
            (1, u64::from(self.named)),
            (1, u64::from(begins)),
            (1, u64::from(self.whole)),
            (3, place as u64),
            (3, kind_weight(self.kind)),
            (2, self.order as u64),
            (4, u64::from(self.cover)),
            (5, u64::from(weight)),
            (6, brevity),
        ]
        .into_iter()
        .fold(Key(0), |Key(key), (bits, value)| Key(key << bits | value))
    }
}

const SHARE_BITS: u32 = 4;
const COST_BITS: u32 = 7;
const COST_MAX: u64 = (1 << COST_BITS) - 1;

/// Bits of a key behind its parts.
const EQUAL_AT: u32 = 26;
const ORDER_AT: u32 = 15;
const COVER_AT: u32 = 11;

/// Bits of a key behind its share and its cost.
const REST_BITS: u32 = 29;

/// The place of a record in the order, as one number: a greater one stands higher.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Key(pub(super) u64);

impl Key {
    /// Returns what the readings cost together.
    pub(super) fn cost(self) -> u8 {
        u8::try_from(COST_MAX - (self.0 >> REST_BITS & COST_MAX)).unwrap_or(u8::MAX)
    }

    /// Returns whose name is equal to what was typed.
    pub(super) fn equal(self) -> Equal {
        match self.0 >> EQUAL_AT & 7 {
            4 => Equal::Name,
            3 => Equal::ItemWord,
            2 => Equal::PageWord,
            1 => Equal::Begun,
            _ => Equal::No,
        }
    }

    /// Returns the share of the name that was typed, from 0 to 15.
    pub(super) fn cover(self) -> u64 {
        self.0 >> COVER_AT & 15
    }

    /// Returns how the words stand beside each other.
    pub(super) fn order(self) -> Order {
        match self.0 >> ORDER_AT & 3 {
            2 => Order::Adjacent,
            1 => Order::Kept,
            _ => Order::Any,
        }
    }

    /// Returns share and cost alone: how well a record answers, whatever it is.
    pub(super) fn level(self) -> u64 {
        self.0 >> REST_BITS
    }

    /// Returns the key with a greater cost.
    pub(super) fn dearer(self, by: u8) -> Self {
        let more = u64::from(by).min(COST_MAX - u64::from(self.cost()));
        Self(self.0 - (more << REST_BITS))
    }
}

/// The share of a query that was found whole.
pub(super) const ALL: u8 = 15;

#[cfg(test)]
mod tests {
    use super::*;

    const PLAIN: Rank = Rank {
        share: ALL,
        cost: 0,
        equal: Equal::No,
        named: true,
        begins: false,
        whole: true,
        place: Place::Title,
        kind: Kind::Symptom,
        order: Order::Any,
        cover: 5,
        weight: 0,
        length: 20,
    };

    #[test]
    fn a_key_gives_back_what_it_was_made_of() {
        let rank = Rank { cost: 25, equal: Equal::ItemWord, order: Order::Kept, cover: 9, ..PLAIN };
        let key = rank.key();
        assert_eq!((key.cost(), key.equal()), (25, Equal::ItemWord));
        assert_eq!((key.order(), key.cover()), (Order::Kept, 9));
        assert_eq!(key.dearer(6), Rank { cost: 31, ..rank }.key());
    }

    #[test]
    fn what_is_more_telling_outweighs_all_that_follows() {
        let better = Rank {
            kind: Kind::Condition,
            order: Order::Adjacent,
            cover: 15,
            weight: 999,
            length: 1,
            ..PLAIN
        };
        for (higher, lower) in [
            (PLAIN, Rank { share: 14, equal: Equal::Name, ..better }),
            (PLAIN, Rank { cost: 4, equal: Equal::Name, begins: true, ..better }),
            (Rank { equal: Equal::Name, ..PLAIN }, Rank { begins: true, ..better }),
            (PLAIN, Rank { named: false, place: Place::Around, ..better }),
            (Rank { begins: true, ..PLAIN }, better),
            (PLAIN, Rank { whole: false, ..better }),
            (PLAIN, Rank { place: Place::ItemWord, ..better }),
            (Rank { kind: Kind::Condition, ..PLAIN }, Rank { kind: Kind::Coping, ..better }),
            (Rank { length: 19, ..PLAIN }, PLAIN),
        ] {
            assert!(higher.key() > lower.key(), "{higher:?} stands before {lower:?}");
        }
    }
}
