//! How a query is answered: first as it was typed, then by what else it may mean.

use super::alarm::alarm;
use super::close::close;
use super::exact::{exact, split};
use super::hits::{Results, results};
use super::index::Index;
use super::left_out::left_out;
use super::near::{kindred, near};
use super::pass::{Answer, Held, Pass};
use super::phrases::phrases;
use super::query::{Query, Token, tokens};
use super::rank::Order;
use super::readings::{FORM, KINDRED, Readings, Way};
use super::signs::signs;
use std::collections::BTreeSet;

/// With fewer hits than this, what was typed may have meant something else.
const ENOUGH: usize = 5;

/// With more words than this, those that are known are not taken for slips: nobody misspells so many
/// into other words.
const MENDED_MAX: usize = 3;

/// One reading of the whole query, with what it found.
pub(super) struct Round {
    pub(super) tokens: Vec<Token>,
    pub(super) readings: Readings,
    pub(super) answers: Vec<Answer>,
    /// Of names with letters left out, the places of the letters.
    pub(super) letters: Vec<Vec<usize>>,
    /// Of pages whose items answer together, these items.
    pub(super) signs: Vec<Vec<u32>>,
}

impl Round {
    fn new(tokens: Vec<Token>, readings: Readings) -> Self {
        Self { tokens, readings, answers: Vec::new(), letters: Vec::new(), signs: Vec::new() }
    }
}

impl Index {
    /// Returns the hits of a query, the best first. The same query gives the same order. What is
    /// found by other words than those typed says so, and stands below what was typed.
    pub fn search(&self, query: &Query) -> Results {
        let tokens = tokens(&query.typed);
        if tokens.is_empty() {
            return Results::default();
        }
        let alarm = alarm(self, &tokens);
        let rounds = self.rounds(query, tokens);
        let mut results = results(self, query, &rounds, alarm);
        if results.hits.is_empty()
            && let Some(round) = rounds.first()
        {
            results.close = close(self, &round.tokens);
        }
        results
    }

    fn rounds(&self, query: &Query, tokens: Vec<Token>) -> Vec<Round> {
        let readings = exact(self, &tokens);
        let mut first = Round::new(tokens, readings);
        first.answers = Pass::new(self, query, &first.tokens, &first.readings).answers(false);
        let exact_hits = first.answers.iter().filter(|answer| answer.exact()).count();
        if query.exact || exact_hits >= ENOUGH {
            return vec![first];
        }
        let unknown: Vec<usize> =
            (0..first.tokens.len()).filter(|n| !self.knows(&first.readings, *n)).collect();
        self.widen(query, &mut first, &unknown);
        let mut rounds = vec![first];
        if exact_hits == 0 {
            rounds.extend(self.split(query, &rounds[0], &unknown));
        }
        for tokens in phrases(self, &rounds[0].tokens) {
            rounds.extend(self.other(query, tokens, KINDRED));
        }
        if !unknown.is_empty() {
            let (answers, letters) = left_out(self, query, &rounds[0].tokens);
            rounds[0].answers.extend(answers);
            rounds[0].letters = letters;
        }
        rounds
    }

    /// Adds what is kindred and near, and then what holds most of the words.
    fn widen(&self, query: &Query, round: &mut Round, unknown: &[usize]) {
        kindred(self, &round.tokens, &mut round.readings);
        for n in unknown {
            near(self, *n, &round.tokens[*n], &mut round.readings);
        }
        self.answer(query, round);
        // A word that is known may still be a slip for another one, but only where no name has it.
        let few = round.tokens.iter().filter(|token| token.needed).count() <= MENDED_MAX;
        if few && !round.answers.iter().any(Answer::named) {
            for (n, token) in round.tokens.iter().enumerate() {
                if !unknown.contains(&n) && token.needed {
                    near(self, n, token, &mut round.readings);
                }
            }
            self.answer(query, round);
        }
    }

    /// Finds what holds all words, or together does, and where that is little, what holds most.
    fn answer(&self, query: &Query, round: &mut Round) {
        let pass = Pass::new(self, query, &round.tokens, &round.readings);
        let mut answers = pass.answers(true);
        let (all, signs) = signs(&pass, &answers);
        answers.extend(all);
        if answers.iter().filter(|answer| answer.without == 0).count() >= ENOUGH {
            answers.retain(|answer| answer.without == 0);
        }
        (round.answers, round.signs) = (answers, signs);
    }

    /// Reads a word that nothing is known of as two words without a blank between them.
    fn split(&self, query: &Query, first: &Round, unknown: &[usize]) -> Option<Round> {
        let (at, (one, other)) = unknown.iter().find_map(|n| {
            let begins = first.readings.token(*n).any(|(_, read)| read.way == Way::Start);
            let split = if begins { None } else { split(self, &first.tokens[*n]) };
            Some((*n, split?))
        })?;
        let mut tokens = first.tokens.clone();
        let open = tokens[at].open;
        tokens[at] = Token { text: one, open: false, needed: true };
        tokens.insert(at + 1, Token { text: other, open, needed: true });
        tokens.truncate(super::query::WORDS_MAX);
        let mut round = self.other(query, tokens, FORM)?;
        // The blank was left out between neighbours.
        round.answers.retain(|answer| {
            matches!(answer.held, Held::Name(_)) && answer.key.order() == Order::Adjacent
        });
        Some(round)
    }

    /// Searches for other words than those typed. None if they find nothing.
    fn other(&self, query: &Query, tokens: Vec<Token>, cost: u8) -> Option<Round> {
        let readings = exact(self, &tokens);
        let mut answers = Pass::new(self, query, &tokens, &readings).answers(false);
        for answer in &mut answers {
            answer.key = answer.key.dearer(cost);
        }
        (!answers.is_empty()).then(|| Round { answers, ..Round::new(tokens, readings) })
    }
}

/// Returns the best answer of each record with its round, the best first.
pub(super) fn ranked(rounds: &[Round]) -> Vec<(usize, Answer)> {
    let mut ranked: Vec<(usize, Answer)> = rounds
        .iter()
        .enumerate()
        .flat_map(|(n, round)| round.answers.iter().map(move |answer| (n, *answer)))
        .collect();
    // Records are in the order of their pages, so that ties never flicker.
    let order = |(n, answer): &(usize, Answer)| (std::cmp::Reverse(answer.key), answer.record, *n);
    ranked.sort_unstable_by_key(order);
    let mut seen = BTreeSet::new();
    ranked.retain(|(_, answer)| seen.insert(answer.record));
    ranked
}
