//! HTML: one file with its style inside, for browsers, readers and printers.
//!
//! Landmarks and headings follow the document: `main`, one `section` with a heading for each
//! section, one `article` with a heading for each item. No script, no address is fetched.

use super::block::{Block, BlockKind, Document, Role, Target};
use crate::model::{Address, SectionId, WordSet, clean, slug};

const STYLE: &str = include_str!("style.css");

/// Returns the document as one HTML file.
pub fn render(document: &Document) -> String {
    let whole = document.blocks.iter().any(|block| block.kind == BlockKind::Section);
    let mut page = Page { whole, ..Page::default() };
    for block in &document.blocks {
        page.block(block);
    }
    page.close_down_to(0);
    let mut title = String::new();
    escape(&document.title, &mut title);
    let Page { contents, body, .. } = page;
    let nav = if contents.is_empty() {
        String::new()
    } else {
        format!("<nav aria-label=\"Sections\">\n<ol>\n{contents}</ol>\n</nav>\n")
    };
    let (head, rest) = body.split_once("</h1>\n").unwrap_or(("", &body));
    format!(
        "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>{title}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n\
         <header>\n{head}</h1>\n</header>\n{nav}<main>\n{rest}</main>\n</body>\n</html>\n"
    )
}

/// An element that is open, from the outside in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Open {
    Section,
    Group,
    Article,
    List,
}

impl Open {
    fn end(self) -> &'static str {
        match self {
            Self::Section | Self::Group => "</section>\n",
            Self::Article => "</article>\n",
            Self::List => "</ul>\n",
        }
    }
}

/// The file while it is written.
#[derive(Default)]
struct Page {
    contents: String,
    body: String,
    open: Vec<Open>,
    headings: usize,
    /// Whether the document holds all sections, so that links between them lead somewhere.
    whole: bool,
}

impl Page {
    fn block(&mut self, block: &Block) {
        let listed = matches!(block.kind, BlockKind::Choice | BlockKind::Link);
        if !listed {
            self.close(Open::List);
        }
        if block.item.is_none() && block.kind != BlockKind::Group {
            self.close(Open::Article);
        }
        match block.kind {
            BlockKind::Title => self.line("h1", block),
            BlockKind::Section => {
                self.close_down_to(0);
                self.headed(Open::Section, block);
            }
            BlockKind::Group => {
                self.close(Open::Article);
                self.close(Open::Group);
                self.headed(Open::Group, block);
            }
            BlockKind::Item { number, .. } => {
                self.close(Open::Article);
                let level = self.level() + 1;
                let part = self.prefix();
                self.body.push_str(&format!("<article id=\"{part}{number}\">\n"));
                self.open.push(Open::Article);
                self.line(&format!("h{level}"), block);
            }
            BlockKind::Notice => {
                self.body.push_str("<p class=\"notice\" role=\"note\">");
                match (&block.target, self.whole) {
                    (Some(Target::Place(Address { section: Some(section), .. })), true) => {
                        self.body.push_str(&format!("<a href=\"#{}\">", section.word()));
                        self.words(block);
                        self.body.push_str("</a>");
                    }
                    _ => self.words(block),
                }
                self.body.push_str("</p>\n");
            }
            BlockKind::Web => {
                let mut url = String::new();
                escape(&block.text, &mut url);
                self.body.push_str(&format!("<p><a href=\"{url}\">{url}</a></p>\n"));
            }
            BlockKind::Choice | BlockKind::Link => {
                if self.open.last() != Some(&Open::List) {
                    self.body.push_str("<ul>\n");
                    self.open.push(Open::List);
                }
                self.line("li", block);
            }
            BlockKind::Explained => {
                self.body.push_str("<p class=\"explained\">");
                self.words(block);
                self.body.push_str("</p>\n");
            }
            BlockKind::Sources if self.whole => self.sources(block),
            BlockKind::Paragraph | BlockKind::SayIt | BlockKind::Facts | BlockKind::Sources => {
                self.line("p", block);
            }
        }
    }

    /// Writes the numbers of sources, each with a link to its source.
    fn sources(&mut self, block: &Block) {
        self.body.push_str("<p>");
        let section = SectionId::Sources.index() + 1;
        for word in block.text.split_inclusive(' ') {
            let digits = word.trim_end_matches([' ', ',', '.']);
            if digits.parse::<usize>().is_ok() {
                let rest = word.get(digits.len()..).unwrap_or_default();
                let link = format!("<a href=\"#item-{section}-{digits}\">{digits}</a>{rest}");
                self.body.push_str(&link);
            } else {
                escape(word, &mut self.body);
            }
        }
        self.body.push_str("</p>\n");
    }

    /// Opens a section with its heading and notes it in the contents.
    fn headed(&mut self, open: Open, block: &Block) {
        self.headings += 1;
        let id = match &block.target {
            Some(Target::Place(address)) => {
                address.section.map(|section| section.word().to_owned())
            }
            _ => None,
        }
        .unwrap_or_else(|| format!("part-{}-{}", self.headings, slug(&block.text)));
        let level = self.level() + 1;
        let mut words = String::new();
        escape(&block.text, &mut words);
        if open == Open::Section {
            self.contents.push_str(&format!("<li><a href=\"#{id}\">{words}</a></li>\n"));
        }
        self.body.push_str(&format!(
            "<section aria-labelledby=\"{id}\">\n<h{level} id=\"{id}\">{words}</h{level}>\n"
        ));
        self.open.push(open);
    }

    /// Returns the level of the heading that new content stands under.
    fn level(&self) -> usize {
        1 + self.open.iter().filter(|open| **open != Open::List).count()
    }

    /// Returns what makes the ids of items unique: the section that is open, if there is one.
    fn prefix(&self) -> String {
        format!("item-{}-", self.contents.matches("<li>").count())
    }

    fn line(&mut self, element: &str, block: &Block) {
        self.body.push_str(&format!("<{element}>"));
        self.words(block);
        self.body.push_str(&format!("</{element}>\n"));
    }

    fn words(&mut self, block: &Block) {
        for (role, piece) in block.pieces(0..block.text.len()) {
            let strong = matches!(role, Role::Label | Role::Alert);
            if strong {
                self.body.push_str("<strong>");
            }
            escape(piece, &mut self.body);
            if strong {
                self.body.push_str("</strong>");
            }
        }
    }

    /// Closes an element and everything inside it, if it is open.
    fn close(&mut self, what: Open) {
        if let Some(place) = self.open.iter().position(|open| *open == what) {
            self.close_down_to(place);
        }
    }

    fn close_down_to(&mut self, place: usize) {
        while self.open.len() > place {
            if let Some(open) = self.open.pop() {
                self.body.push_str(open.end());
            }
        }
    }
}

fn escape(text: &str, out: &mut String) {
    for c in clean(text).chars() {
        match c {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            _ => out.push(c),
        }
    }
}
