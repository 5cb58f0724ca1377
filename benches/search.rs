//! Search: how good it is, and the time of every key, on the shelf and at the size of thousands of
//! diseases, beside other matchers.
//!
//! Run with `cargo bench --bench search`. Times are of the processor, of one thread, in
//! milliseconds; budgets are 1.5 and 5 for 99 of 100 keys, 2 and 5 until the index is ready. With
//! `MISSED=1` it also prints the queries of which the first hit was not right.

#![expect(clippy::print_stdout, clippy::unwrap_used, reason = "a benchmark prints, and may fail")]

#[path = "../tests/search/hpo.rs"]
mod hpo;
#[path = "../tests/search/scale.rs"]
mod scale;
#[path = "../tests/search/score.rs"]
mod score;

use fuzzy_matcher::FuzzyMatcher;
use fuzzy_matcher::skim::SkimMatcherV2;
use rarebook::search::{Entry, Index, Query, entries, fold};
use std::borrow::Cow;
use std::hint::black_box;

/// Of so many keys, the other matchers get one: they are slower.
const ONE_OF: usize = 20;

/// How often an index is opened.
const OPENINGS: usize = 101;

fn main() {
    let library = rarebook::bundled().unwrap();
    let shelf = entries(&library);
    let queries = include_str!("../tests/search/human.tsv").lines().skip(1);
    let typed: Vec<String> =
        queries.filter_map(|line| line.split('\t').next()).map(str::to_owned).collect();
    measure("the shelf", &Index::of(&library), &shelf, &typed);
    let Some(scale) = scale::read() else {
        println!("skipped: ../shared/data/hpo is not on this machine");
        return;
    };
    let show = std::env::var_os("MISSED").is_some();
    let scores = scale.scores(&mut |asked, results| {
        if show {
            let titles = results.hits.iter().take(3).map(|hit| hit.title.as_str());
            println!("{}: {}: {}", asked.class, asked.query, titles.collect::<Vec<_>>().join("; "));
        }
    });
    println!("\n{}", score::table(&scores));
    println!("{} pairs of a disease and a symptom", scale.pairs);
    let typed: Vec<String> = scale.asked.iter().map(|asked| asked.query.clone()).collect();
    measure("thousands of diseases", &scale.index, &scale.entries, &typed);
}

/// Prints the times of an index and of other matchers over the same names.
fn measure(name: &str, index: &Index, entries: &[Entry], typed: &[String]) {
    let bytes: &'static [u8] = Box::leak(index.bytes().to_vec().into_boxed_slice());
    let opened: Vec<f64> = (0..OPENINGS)
        .map(|_| time(|| drop(black_box(Index::open(Cow::Borrowed(bytes))))))
        .collect();
    let keys = keys(typed);
    println!(
        "\n{name}: {} entries, {} keys, index of {} bytes",
        entries.len(),
        keys.len(),
        bytes.len()
    );
    println!("index ready: {:.3} ms (median of {OPENINGS})", percentile(&mut opened.clone(), 0.5));
    println!("| matcher | p50 | p99 | most |\n| --- | --- | --- | --- |");
    row("rarebook", &keys, 1, |key| drop(black_box(index.search(&Query::new(key)))));
    let mut names: Vec<String> = entries
        .iter()
        .flat_map(|entry| std::iter::once(&entry.title).chain(&entry.names).chain(&entry.words))
        .map(|name| fold(name))
        .collect();
    names.sort_unstable();
    names.dedup();
    let skim = SkimMatcherV2::default();
    row("fuzzy-matcher, word by word", &keys, ONE_OF, |key| {
        let words: Vec<&str> = key.split_whitespace().collect();
        let found = names
            .iter()
            .filter(|name| words.iter().all(|word| skim.fuzzy_match(name, word).is_some()))
            .count();
        black_box(found);
    });
    let mut nucleo = nucleo_matcher::Matcher::new(nucleo_matcher::Config::DEFAULT);
    row("nucleo-matcher", &keys, ONE_OF, |key| {
        use nucleo_matcher::pattern::{CaseMatching, Normalization, Pattern};
        let pattern = Pattern::parse(key, CaseMatching::Ignore, Normalization::Smart);
        black_box(pattern.match_list(&names, &mut nucleo).len());
    });
    row("frizbee, typos by length", &keys, ONE_OF, |key| {
        let typos = match key.len() {
            0..=3 => 0,
            4..=7 => 1,
            8..=12 => 2,
            _ => 3,
        };
        let config = frizbee::Config::default().max_typos(Some(typos));
        black_box(frizbee::Matcher::new(key, &config).match_list(&names).len());
    });
}

/// Returns what stands in the field after each key.
fn keys(typed: &[String]) -> Vec<String> {
    typed
        .iter()
        .flat_map(|typed| {
            let ends = typed.char_indices().map(|(at, c)| at + c.len_utf8());
            ends.filter_map(|end| typed.get(..end)).map(str::to_owned)
        })
        .collect()
}

/// Prints a row of the table: the times of some of the keys.
fn row(name: &str, keys: &[String], one_of: usize, mut search: impl FnMut(&str)) {
    let mut times: Vec<f64> = keys.iter().step_by(one_of).map(|key| time(|| search(key))).collect();
    let [half, most_keys, most] = [0.5, 0.99, 1.0].map(|share| percentile(&mut times, share));
    println!("| {name} | {half:.3} | {most_keys:.3} | {most:.3} |");
}

fn percentile(times: &mut [f64], share: f64) -> f64 {
    times.sort_by(f64::total_cmp);
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        clippy::cast_precision_loss,
        reason = "a place in a list"
    )]
    let place = ((times.len() - 1) as f64 * share).round() as usize;
    times[place]
}

/// Returns the processor time that something takes, in milliseconds.
fn time(work: impl FnOnce()) -> f64 {
    let start = processor();
    work();
    processor() - start
}

/// Returns the processor time of this thread so far, in milliseconds.
fn processor() -> f64 {
    let now = rustix::time::clock_gettime(rustix::time::ClockId::ThreadCPUTime);
    #[expect(clippy::cast_precision_loss, reason = "seconds of a run are few")]
    let time = now.tv_sec as f64 * 1e3 + now.tv_nsec as f64 / 1e6;
    time
}
