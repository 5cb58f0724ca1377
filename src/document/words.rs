//! Small words around numbers and lists, the same in every front end.

/// Returns a number with its noun: `1 symptom`, `3 symptoms`, `no symptoms`.
pub fn count(number: usize, one: &str, many: &str) -> String {
    match number {
        0 => format!("no {many}"),
        1 => format!("1 {one}"),
        _ => format!("{number} {many}"),
    }
}

/// Returns words as a list that a voice reads well: `a`, `a and b`, `a, b and c`.
pub fn and_list<T: AsRef<str>>(words: &[T]) -> String {
    match words {
        [] => String::new(),
        [one] => one.as_ref().to_owned(),
        [most @ .., last] => {
            let most: Vec<&str> = most.iter().map(AsRef::as_ref).collect();
            format!("{} and {}", most.join(", "), last.as_ref())
        }
    }
}

/// Returns the words for the numbers of sources: `Source 1`, `Sources 1 and 4`.
pub fn numbers(sources: &[usize]) -> String {
    let words: Vec<String> = sources.iter().map(ToString::to_string).collect();
    let noun = if sources.len() == 1 { "Source" } else { "Sources" };
    format!("{noun} {}", and_list(&words))
}

/// What is said wherever a search ends without a hit.
pub const NOT_FINDING: &str = "Try fewer or other words. Not finding something here does not mean it is not real or not serious.";

/// Returns the sentence for a search without a hit in so many conditions.
pub fn nothing_found(typed: &str, conditions: usize) -> String {
    let typed = crate::model::clean(typed.trim());
    format!("Nothing found for \"{typed}\" in {}.", count(conditions, "condition", "conditions"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_numbers_are_said_in_words() {
        assert_eq!(count(0, "item", "items"), "no items");
        assert_eq!(count(1, "item", "items"), "1 item");
        assert_eq!(and_list(&["a", "b", "c"]), "a, b and c");
        assert_eq!(numbers(&[1, 4]), "Sources 1 and 4");
        assert_eq!(numbers(&[2]), "Source 2");
    }
}
