//! What a typed line asks for.

/// A command of the linear mode.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Command {
    /// An empty line: more of the text, if there is more.
    More,
    /// A number: choose from the list, or read an item.
    Choose(usize),
    /// Back one step.
    Back,
    /// Forward again one step.
    Forward,
    /// The list again.
    List,
    /// The last answer again.
    Repeat,
    /// The next item or section.
    Next,
    /// The previous item or section.
    Previous,
    /// The section after the one the reader is in, from an item too.
    NextSection,
    /// The section before it.
    PreviousSection,
    /// The related conditions, to choose from.
    Related,
    /// Follow a link, or go to an address.
    Go(String),
    /// Search everything.
    Search(String),
    /// The last words again, exactly as typed, or not.
    Exact,
    /// Where else a result stands.
    Also(usize),
    /// Only one kind of results.
    Kind(String),
    /// The words that are explained.
    Glossary,
    /// The files of the reader's own, read again.
    ReadAgain,
    /// The first page.
    Home,
    /// The sources of what was read.
    Sources,
    /// Where the text comes from.
    About,
    /// What can be typed.
    Help,
    /// Leave.
    Quit,
    /// Something else.
    Unknown(String),
}

/// The commands as the help says them.
pub(super) const HELP: &[&str] = &[
    "A number chooses from the last list, or reads the item with that number.",
    "Enter alone goes on with a long text.",
    "s and words searches everything, for example: s neck pain.",
    "k and a kind shows only that kind of results, for example: k treatment. k alone shows all.",
    "e searches the last words exactly as typed. x and a number says where else a result stands.",
    "n is the next item or section. p is the previous one. nn and pp go by sections from anywhere.",
    "b goes back. f goes forward again.",
    "l says the list again. r repeats the last answer.",
    "g and a number follows a link. g and an address goes there, for example: g dystonia/causes.",
    "t lists related conditions. o reads the sources of the page. v lists medical words that are explained.",
    "i goes to the first list. a says where the text comes from. u reads your own files again.",
    "h is this help. q leaves.",
];

impl Command {
    /// Reads a typed line. Capitals do not matter, and whole words work as well as letters.
    pub(super) fn read(line: &str) -> Self {
        let line = line.trim();
        let (word, rest) = line.split_once(char::is_whitespace).unwrap_or((line, ""));
        let rest = rest.trim().to_owned();
        match word.to_lowercase().as_str() {
            "" | "m" | "more" => Self::More,
            "b" | "back" => Self::Back,
            "f" | "forward" => Self::Forward,
            "l" | "list" => Self::List,
            "r" | "repeat" => Self::Repeat,
            "n" | "next" => Self::Next,
            "p" | "previous" => Self::Previous,
            "nn" => Self::NextSection,
            "pp" => Self::PreviousSection,
            "t" | "related" => Self::Related,
            "i" | "home" => Self::Home,
            "u" | "update" => Self::ReadAgain,
            "v" | "words" => Self::Glossary,
            "o" | "sources" => Self::Sources,
            "a" | "about" => Self::About,
            "h" | "help" | "?" => Self::Help,
            "q" | "quit" | "exit" => Self::Quit,
            "s" | "search" | "/" => Self::Search(rest),
            "k" | "kind" => Self::Kind(rest),
            "e" | "exact" if rest.is_empty() => Self::Exact,
            "x" | "also" => {
                rest.parse().map_or_else(|_| Self::Unknown(line.to_owned()), Self::Also)
            }
            "g" | "go" => Self::Go(rest),
            number if rest.is_empty() => number
                .trim_end_matches('.')
                .parse()
                .map_or_else(|_| Self::Unknown(line.to_owned()), Self::Choose),
            _ => Self::Unknown(line.to_owned()),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_words_and_numbers_are_understood() {
        assert_eq!(Command::read(" 3. "), Command::Choose(3));
        assert_eq!(Command::read("S neck  pain"), Command::Search("neck  pain".to_owned()));
        assert_eq!(Command::read("Back"), Command::Back);
        assert_eq!(Command::read(""), Command::More);
        assert_eq!(Command::read("3 4"), Command::Unknown("3 4".to_owned()));
        assert_eq!(Command::read("xyz"), Command::Unknown("xyz".to_owned()));
    }
}
