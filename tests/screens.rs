//! Whole screens: keys in, the grid with its looks and its cursor out.

use crate::shelf::invented;
use crossterm::event::{KeyCode, KeyEvent, KeyModifiers};
use insta::assert_snapshot;
use rarebook::library::Library;
use rarebook::tui::keymap::{Context, action, bindings, shown_key};
use rarebook::tui::{Action, App, Colours, Effect, Options, ThemeName, update, view};
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier};

/// The panes on an invented library, without a terminal.
pub(crate) struct Screen {
    pub(crate) app: App<'static>,
    size: (u16, u16),
    pub(crate) last: Effect,
}

impl Screen {
    fn new(width: u16, height: u16) -> Self {
        Self::with(
            width,
            height,
            &Options { mouse: true, colours: Colours::All, ..Options::default() },
        )
    }

    fn at(width: u16, height: u16, address: &str) -> Self {
        let start = Some(address.parse().unwrap());
        Self::with(
            width,
            height,
            &Options { mouse: true, colours: Colours::All, start, ..Options::default() },
        )
    }

    pub(crate) fn with(width: u16, height: u16, options: &Options) -> Self {
        let library: &'static Library = Box::leak(Box::new(invented()));
        let app = App::new(library, options, (width, height));
        Self { app, size: (width, height), last: Effect::Draw }
    }

    /// Presses keys as they are written in documents: `/head<enter><down>`.
    pub(crate) fn press(mut self, keys: &str) -> Self {
        for key in keys_of(keys) {
            if let Some(action) = action(self.app.context(), key) {
                self.last = update(&mut self.app, action);
            }
        }
        self
    }

    fn act(mut self, action: Action) -> Self {
        self.last = update(&mut self.app, action);
        self
    }

    fn resize(mut self, width: u16, height: u16) -> Self {
        self.size = (width, height);
        self.act(Action::Resize { width, height })
    }

    pub(crate) fn drawn(&self) -> (Buffer, Position) {
        let mut buffer = Buffer::empty(Rect::new(0, 0, self.size.0, self.size.1));
        let cursor = view(&self.app, &mut buffer);
        (buffer, cursor)
    }

    pub(crate) fn rows(&self) -> Vec<String> {
        let (buffer, _) = self.drawn();
        (0..self.size.1).map(|y| row(&buffer, y)).collect()
    }

    pub(crate) fn text(&self) -> String {
        self.rows().join("\n")
    }

    /// Returns the row with the cursor.
    pub(crate) fn cursor_row(&self) -> String {
        let (buffer, cursor) = self.drawn();
        row(&buffer, cursor.y)
    }

    /// Returns the grid, then a line for each run of cells with a look, then the cursor.
    pub(crate) fn snapshot(&self) -> String {
        let (buffer, cursor) = self.drawn();
        let mut text = self.text();
        text.push_str("\n---\n");
        for y in 0..self.size.1 {
            let mut x = 0;
            while x < self.size.0 {
                let look = look(&buffer, x, y);
                let start = x;
                while x < self.size.0 && self::look(&buffer, x, y) == look {
                    x += 1;
                }
                if !look.is_empty() {
                    text.push_str(&format!("{y}:{start}..{x} {look}\n"));
                }
            }
        }
        text.push_str(&format!("cursor {}:{}", cursor.y, cursor.x));
        text
    }
}

fn row(buffer: &Buffer, y: u16) -> String {
    let row: String = (0..buffer.area.width).map(|x| buffer[(x, y)].symbol()).collect();
    row.trim_end().to_owned()
}

fn look(buffer: &Buffer, x: u16, y: u16) -> String {
    let cell = &buffer[(x, y)];
    let mut words: Vec<String> = Vec::new();
    for (modifier, word) in [
        (Modifier::BOLD, "bold"),
        (Modifier::UNDERLINED, "underlined"),
        (Modifier::REVERSED, "reversed"),
        (Modifier::DIM, "dim"),
    ] {
        if cell.modifier.contains(modifier) {
            words.push(word.to_owned());
        }
    }
    if cell.fg != Color::Reset || cell.bg != Color::Reset {
        words.push(format!("{:?} on {:?}", cell.fg, cell.bg));
    }
    words.join(" ")
}

fn keys_of(keys: &str) -> Vec<KeyEvent> {
    let mut found = Vec::new();
    let mut rest = keys;
    while let Some(first) = rest.chars().next() {
        let named = rest
            .strip_prefix('<')
            .and_then(|rest| rest.split_once('>'))
            .filter(|(name, _)| name.len() > 1);
        if let Some((name, after)) = named {
            found.push(named_key(name));
            rest = after;
        } else {
            let modifiers =
                if first.is_uppercase() { KeyModifiers::SHIFT } else { KeyModifiers::NONE };
            found.push(KeyEvent::new(KeyCode::Char(first), modifiers));
            rest = rest.get(first.len_utf8()..).unwrap();
        }
    }
    found
}

fn named_key(name: &str) -> KeyEvent {
    if let Some(letter) = name.strip_prefix("ctrl-") {
        return KeyEvent::new(KeyCode::Char(letter.chars().next().unwrap()), KeyModifiers::CONTROL);
    }
    let code = match name {
        "enter" => KeyCode::Enter,
        "esc" => KeyCode::Esc,
        "up" => KeyCode::Up,
        "down" => KeyCode::Down,
        "left" => KeyCode::Left,
        "right" => KeyCode::Right,
        "tab" => KeyCode::Tab,
        "backtab" => KeyCode::BackTab,
        "backspace" => KeyCode::Backspace,
        "home" => KeyCode::Home,
        "end" => KeyCode::End,
        "pagedown" => KeyCode::PageDown,
        "pageup" => KeyCode::PageUp,
        "space" => KeyCode::Char(' '),
        "f1" => KeyCode::F(1),
        "f5" => KeyCode::F(5),
        "f9" => KeyCode::F(9),
        other => panic!("no key {other}"),
    };
    KeyEvent::new(code, KeyModifiers::NONE)
}

#[test]
fn home_says_what_it_is_and_where_to_go() {
    assert_snapshot!(Screen::new(80, 24).snapshot());
    assert_snapshot!("home_40x12", Screen::new(40, 12).snapshot());
    assert_snapshot!("home_120x30", Screen::new(120, 30).snapshot());
}

#[test]
fn a_section_stands_beside_the_lists_that_fit() {
    assert_snapshot!("section_80x24", Screen::at(80, 24, "marl-syndrome/treatment").snapshot());
    assert_snapshot!("section_40x12", Screen::at(40, 12, "marl-syndrome/treatment").snapshot());
    assert_snapshot!("section_120x30", Screen::at(120, 30, "marl-syndrome/treatment").snapshot());
}

#[test]
fn red_flags_stand_first_the_most_pressing_on_top() {
    assert_snapshot!(Screen::at(80, 24, "marl-syndrome/get-help").snapshot());
}

#[test]
fn search_shows_hits_in_groups_while_typing() {
    assert_snapshot!("search_80x24", Screen::new(80, 24).press("/hand").snapshot());
    assert_snapshot!("search_40x12", Screen::new(40, 12).press("/hand").snapshot());
    assert_snapshot!("search_120x30", Screen::new(120, 30).press("/hand<down><down>").snapshot());
}

#[test]
fn a_search_for_nothing_known_says_so_honestly() {
    assert_snapshot!(Screen::new(80, 24).press("/xylograph").snapshot());
}

#[test]
fn enter_lands_on_the_hit_in_its_place_marked() {
    let screen = Screen::new(80, 24).press("/marlbane<enter>");
    assert!(screen.cursor_row().contains("1. Marlbane injections"), "{}", screen.text());
    assert!(screen.text().contains("match 1 of"), "{}", screen.text());
    assert_snapshot!(screen.snapshot());
}

#[test]
fn a_brand_that_only_search_knows_marks_the_name_of_its_item() {
    let screen = Screen::new(80, 24).press("/clayex<enter>");
    assert!(screen.cursor_row().contains("Marlbane injections"), "{}", screen.text());
    let (buffer, cursor) = screen.drawn();
    let marked = (0..80)
        .any(|x| buffer[(x, cursor.y)].modifier.contains(Modifier::BOLD | Modifier::UNDERLINED));
    assert!(marked, "{}", screen.snapshot());
}

#[test]
fn a_slip_of_spelling_lands_on_the_item_and_says_what_was_searched_for() {
    let screen = Screen::new(80, 24).press("/marlbnae");
    assert!(screen.rows()[0].contains("for \"marlbane\""), "{}", screen.text());
    let screen = screen.press("<enter>");
    assert!(screen.cursor_row().contains("1. Marlbane injections"), "{}", screen.text());
    assert!(screen.text().contains("match 1 of"), "{}", screen.text());
}

#[test]
fn backspace_after_enter_returns_to_the_same_line_of_the_results() {
    let screen = Screen::new(80, 24).press("/hand<down><down>");
    let line = screen.cursor_row();
    let screen = screen.press("<enter><down><backspace>");
    assert_eq!(screen.cursor_row(), line);
}

#[test]
fn backspace_in_an_empty_field_closes_what_no_other_plain_key_would() {
    let home = Screen::new(80, 24).text();
    assert_eq!(Screen::new(80, 24).press("/<backspace>").text(), home);
    assert_eq!(Screen::new(80, 24).press("?x<backspace><backspace>").text(), home);
    let page = Screen::at(80, 24, "marl-syndrome/causes");
    assert_eq!(
        Screen::at(80, 24, "marl-syndrome/causes").press("f<backspace>").text(),
        page.text()
    );
}

#[test]
fn a_kind_shown_alone_is_a_step_to_come_back_from() {
    let screen = Screen::new(80, 20).press("/hand<down><up><enter>");
    assert!(screen.text().contains("[Treatments 3]"), "{}", screen.text());
    let screen = screen.press("b");
    assert!(screen.text().contains("[All 15]") && screen.cursor_row().contains("Treatments 3"));
    let screen = Screen::new(80, 24).press("/hand<tab><tab>");
    let row = screen.rows()[3].clone();
    assert_eq!(
        screen.press("<down>ib").rows()[3],
        row,
        "the kind is kept when the reader comes back"
    );
}

#[test]
fn the_list_of_conditions_is_there_again_after_going_back() {
    let screen = Screen::new(80, 24).press("c<down>");
    let row = screen.cursor_row();
    assert_eq!(screen.press("<enter>b").cursor_row(), row);
}

#[test]
fn lists_open_on_their_first_row_where_all_of_it_fits() {
    let screen = Screen::at(80, 24, "quill-fever").press("c");
    assert!(screen.text().contains("Left marl") && screen.cursor_row().contains("Quill fever"));
    let screen = Screen::at(40, 14, "marl-syndrome/support").press("s");
    assert!(
        screen.text().contains("Get help") && screen.cursor_row().contains("Support"),
        "{}",
        screen.text()
    );
}

#[test]
fn the_end_of_a_page_fills_the_screen() {
    let screen = Screen::at(80, 24, "marl-syndrome").press("G");
    let filled = screen.rows()[2..20].iter().filter(|row| row.len() > 24).count();
    assert!(filled > 8, "{}", screen.text());
}

#[test]
fn left_and_right_open_no_pane_that_is_not_on_the_screen() {
    for keys in ["<left>", "<right>"] {
        assert_eq!(Screen::new(80, 24).press(keys).text(), Screen::new(80, 24).text());
        let screen = Screen::at(40, 12, "marl-syndrome/causes");
        assert_eq!(Screen::at(40, 12, "marl-syndrome/causes").press(keys).text(), screen.text());
    }
}

#[test]
fn all_the_sources_of_a_line_are_marked_and_can_be_walked() {
    let screen = Screen::at(80, 24, "marl-syndrome/treatment").press("<down><down><down>");
    assert!(screen.cursor_row().contains("Sources 1 and 2."), "{}", screen.text());
    let screen = screen.press("<enter>");
    assert!(screen.text().contains("match 1 of 2"), "{}", screen.text());
    assert!(screen.press("n").cursor_row().contains("2. Hands and tides"));
}

#[test]
fn next_and_previous_match_go_round_and_say_so() {
    let screen = Screen::at(80, 24, "marl-syndrome/symptoms").press("fhand<enter>");
    assert!(screen.text().contains("match 1 of"));
    let screen = screen.press("N");
    assert!(screen.text().contains("From the end again."), "{}", screen.text());
    let screen = screen.press("n");
    assert!(screen.text().contains("From the top again."), "{}", screen.text());
}

#[test]
fn finding_what_is_not_on_the_page_says_so() {
    let screen = Screen::at(80, 24, "marl-syndrome/causes").press("fzebra<enter>");
    assert!(screen.text().contains("\"zebra\" is not on this page."), "{}", screen.text());
}

#[test]
fn tab_walks_the_kinds_of_results() {
    let screen = Screen::new(80, 24).press("/hand<tab>");
    assert!(!screen.rows()[3].contains("[All"), "{}", screen.text());
    assert!(
        screen.text().contains("[All 1") || screen.rows()[3].contains('['),
        "{}",
        screen.text()
    );
}

#[test]
fn opening_the_row_of_more_shows_all_of_a_kind() {
    let mut screen = Screen::new(80, 24).press("/hand<down>");
    while !screen.cursor_row().contains(" more") {
        screen = screen.press("<down>");
    }
    let screen = screen.press("<enter>");
    assert!(
        screen.text().contains("[Symptoms 5]") && !screen.text().contains(" more"),
        "{}",
        screen.text()
    );
}

#[test]
fn links_lead_to_other_conditions_and_back_to_the_same_row() {
    let screen = Screen::at(80, 24, "marl-syndrome").press("r");
    let row = screen.cursor_row();
    assert!(row.contains("See also: Left marl"), "{}", screen.text());
    let screen = screen.press("<enter>");
    assert!(screen.rows()[0].contains("Left marl > Overview"), "{}", screen.text());
    assert_eq!(screen.press("b").cursor_row(), row);
}

#[test]
fn forward_undoes_back() {
    let screen = Screen::at(80, 24, "marl-syndrome").press("5b");
    assert!(screen.rows()[0].contains("Overview"));
    assert!(screen.press("L").rows()[0].contains("Complications"));
}

#[test]
fn sources_open_by_number() {
    let screen = Screen::at(80, 24, "marl-syndrome/causes");
    let screen = screen.press("<end>");
    assert!(screen.cursor_row().contains("Source 1."), "{}", screen.text());
    let screen = screen.press("<enter>");
    assert!(screen.cursor_row().contains("1. Atlas of invented hands"), "{}", screen.text());
}

#[test]
fn every_section_opens_by_its_key() {
    for (key, title) in [
        ("1", "Overview"),
        ("2", "When to get help"),
        ("3", "Symptoms"),
        ("4", "Causes"),
        ("5", "Complications"),
        ("6", "Diagnosis"),
        ("7", "Treatment"),
        ("8", "Coping"),
        ("9", "Alternative treatments"),
        ("0", "Support"),
        ("-", "Sources"),
    ] {
        let screen = Screen::at(80, 24, "marl-syndrome/causes").press(key);
        assert!(
            screen.rows()[0].contains(&format!("Marl syndrome > {title}")),
            "{key}: {}",
            screen.text()
        );
    }
}

#[test]
fn an_empty_section_says_that_no_source_was_found() {
    assert!(
        Screen::at(80, 24, "quill-fever/alternative").text().contains("No good source was found")
    );
}

#[test]
fn down_moves_the_cursor_by_exactly_one_row_on_the_page_and_in_lists() {
    for (screen, steps) in [
        (Screen::at(80, 24, "marl-syndrome/symptoms"), 15),
        (Screen::at(80, 24, "marl-syndrome/symptoms").press("s"), 8),
        (Screen::new(80, 24), 6),
        (Screen::new(80, 24).press("/hand<down>"), 9),
    ] {
        let mut screen = screen;
        for _ in 0..steps {
            let before = screen.drawn().1;
            screen = screen.press("<down>");
            let after = screen.drawn().1;
            assert_eq!(after.y, before.y + 1, "{}", screen.text());
        }
    }
}

#[test]
fn left_and_right_move_between_panes_and_never_open_or_change_a_page() {
    let screen = Screen::at(80, 24, "marl-syndrome/symptoms");
    let (header, body) = (screen.rows()[0].clone(), screen.rows()[2..20].to_vec());
    for keys in ["<left>", "<left><left>", "<left><right>", "<right>", "<left><down><right>"] {
        let screen = Screen::at(80, 24, "marl-syndrome/symptoms").press(keys);
        assert_eq!(screen.rows()[0], header, "{keys}");
        assert_eq!(screen.rows()[2..20], body, "{keys}");
    }
}

#[test]
fn the_lists_open_by_letters_and_tab_goes_round() {
    let screen = Screen::at(80, 24, "marl-syndrome").press("c");
    assert!(screen.cursor_row().contains("Marl syndrome"), "{}", screen.text());
    assert_snapshot!("conditions_beside_the_page", screen.snapshot());
    let screen = screen.press("<up><enter>");
    assert!(screen.rows()[0].contains("Left marl > Overview"), "{}", screen.text());
    let screen = Screen::at(40, 12, "marl-syndrome").press("s");
    assert!(screen.cursor_row().contains("Overview"));
    assert_snapshot!("sections_alone_40x12", screen.snapshot());
}

#[test]
fn the_help_lists_every_command_and_runs_the_chosen_one() {
    let screen = Screen::new(80, 200).press("?");
    let text = screen.text();
    for binding in bindings() {
        assert!(text.contains(binding.about), "{}", binding.about);
        for key in binding.keys {
            assert!(text.contains(&shown_key(key)), "{key}");
        }
    }
    let screen = Screen::at(80, 24, "marl-syndrome").press("?symptoms<enter>");
    assert!(screen.rows()[0].contains("> Symptoms"), "{}", screen.text());
    assert_snapshot!("help_80x24", Screen::new(80, 24).press("?").snapshot());
}

#[test]
fn escape_and_q_close_layers_before_they_leave() {
    assert_eq!(Screen::new(80, 24).press("?<esc>").text(), Screen::new(80, 24).text());
    assert_eq!(Screen::new(80, 24).press("/hand<esc>").text(), Screen::new(80, 24).text());
    assert_eq!(Screen::new(80, 24).press("<esc><esc>").last, Effect::Draw);
    assert_eq!(Screen::new(80, 24).press("?<down>q").last, Effect::Draw);
    assert_eq!(Screen::new(80, 24).press("/hand<down>q").last, Effect::Draw);
    assert_eq!(Screen::new(80, 24).press("q").last, Effect::Leave(0));
    assert_eq!(Screen::new(80, 24).press("/hand<ctrl-c>").last, Effect::Leave(130));
}

#[test]
fn the_text_only_view_shows_no_lists_and_marks_with_brackets() {
    let screen = Screen::at(80, 24, "marl-syndrome/treatment").press("zfwater<enter>");
    assert!(
        screen.text().contains("[water]") && !screen.text().contains("On this page"),
        "{}",
        screen.text()
    );
    assert_snapshot!(screen.snapshot());
}

#[test]
fn themes_change_looks_and_never_words() {
    let plain = Screen::at(80, 24, "marl-syndrome");
    let words = plain.rows()[2..20].to_vec();
    for theme in [ThemeName::Light, ThemeName::Dark, ThemeName::HighContrast] {
        let options = Options {
            theme,
            colours: Colours::All,
            start: Some("marl-syndrome".parse().unwrap()),
            ..Options::default()
        };
        let screen = Screen::with(80, 24, &options);
        assert_eq!(screen.rows()[2..20], words);
        assert!(screen.snapshot().contains(" on "));
        let options = Options { colours: Colours::None, ..options };
        assert!(!Screen::with(80, 24, &options).snapshot().contains(" on "), "NO_COLOR");
    }
}

#[test]
fn the_row_with_the_cursor_is_reversed_and_no_other() {
    for screen in [
        Screen::new(80, 24),
        Screen::at(80, 24, "marl-syndrome/symptoms").press("<down><down>"),
        Screen::at(120, 30, "marl-syndrome").press("<tab><down>"),
        Screen::new(80, 24).press("/hand<down><down>"),
        Screen::new(80, 24).press("?<down><down>"),
    ] {
        let (buffer, cursor) = screen.drawn();
        for y in 0..screen.size.1 {
            let reversed =
                (0..screen.size.0).any(|x| buffer[(x, y)].modifier.contains(Modifier::REVERSED));
            assert_eq!(reversed, y == cursor.y, "row {y}: {}", screen.snapshot());
        }
    }
}

#[test]
fn every_screen_at_every_size_draws_with_the_cursor_on_it() {
    let ways = [
        "",
        "/hand",
        "/hand<down>",
        "?",
        "c",
        "/zzz",
        "/clay<enter>",
        "/clay<enter>s",
        "/clay<enter>fhand",
        "/clay<enter>z",
    ];
    for keys in ways {
        let mut screen = Screen::new(80, 24).press(keys);
        for width in [1, 2, 5, 19, 20, 33, 40, 59, 60, 61, 80, 109, 110, 130, 200] {
            for height in [1, 2, 3, 4, 5, 7, 8, 12, 15, 16, 17, 24, 40] {
                screen = screen.resize(width, height);
                let (buffer, cursor) = screen.drawn();
                assert!(buffer.area.contains(cursor), "{keys} {width}x{height} {cursor:?}");
                let reversed = |x| buffer[(x, cursor.y)].modifier.contains(Modifier::REVERSED);
                let typing = screen.app.context() == Context::Field;
                let small = width < 20 || height < 4;
                assert!(
                    typing || small || (0..width).any(reversed),
                    "{keys} {width}x{height}: the cursor is not on the chosen row\n{}",
                    screen.text()
                );
            }
        }
        let screen = screen.resize(80, 24);
        assert_eq!(
            screen.text(),
            Screen::new(80, 24).press(keys).text(),
            "{keys}: comes back by itself"
        );
    }
}

#[test]
fn a_window_that_is_too_small_says_what_to_do_and_still_quits() {
    let screen = Screen::new(80, 3);
    assert!(screen.text().contains("Make the window larger, or run: rarebook --linear"));
    assert_eq!(Screen::new(1, 1).press("<down><enter>q").last, Effect::Leave(0));
}

#[test]
fn every_key_on_every_screen_leaves_a_screen_that_can_be_drawn() {
    let keys: Vec<String> = bindings()
        .iter()
        .flat_map(|binding| binding.keys)
        .map(|key| if key.chars().count() == 1 { (*key).to_owned() } else { format!("<{key}>") })
        .collect();
    for first in
        ["", "/hand", "/hand<down>", "?", "c", "/clay<enter>", "/clay<enter>s", "/clay<enter>f"]
    {
        for key in &keys {
            for size in [(80, 24), (40, 12), (120, 30)] {
                let screen =
                    Screen::new(size.0, size.1).press(first).press(key).press("<down><up>");
                let (buffer, cursor) = screen.drawn();
                assert!(buffer.area.contains(cursor), "{first} {key}");
            }
        }
    }
}

#[test]
fn the_mouse_chooses_opens_and_turns() {
    let click = |screen: Screen, x, y| screen.act(Action::Click(Position::new(x, y)));
    let screen = Screen::at(80, 24, "marl-syndrome");
    let (x, y) = (3, 6);
    let screen = click(screen, x, y);
    assert_eq!(screen.drawn().1.y, y);
    assert!(screen.rows()[0].contains("Overview"), "a first click only chooses");
    assert!(click(screen, x, y).rows()[0].contains("Causes"), "a second one opens");
    let screen = Screen::at(80, 24, "marl-syndrome")
        .act(Action::Wheel { at: Position::new(50, 10), down: true });
    assert_ne!(screen.drawn().1.y, 2);
    assert_eq!(Screen::new(80, 24).press("M").last, Effect::Mouse(false));
}

#[test]
fn what_is_pasted_is_typed_cleaned_and_cut() {
    let screen = Screen::new(80, 24)
        .press("/")
        .act(Action::Paste("\u{1b}]0;x\u{7}heavy\u{202e} hand\n".repeat(5000)));
    assert!(screen.text().chars().all(|c| c == '\n' || !rarebook::model::is_unsafe(c)));
    assert!(screen.text().contains("heavy hand"), "{}", screen.text());
}

#[test]
fn a_long_word_in_a_field_scrolls_with_the_caret() {
    let screen = Screen::new(40, 12).press(&format!("/{}end", "x".repeat(80)));
    assert!(screen.rows()[1].ends_with("end"), "{}", screen.text());
}

#[test]
fn one_key_searches_for_the_letters_as_typed_and_back() {
    let screen = Screen::new(80, 24).press("/marlbnae");
    assert!(screen.text().contains("No exact match for \"marlbnae\". Similar spelling:"));
    let screen = screen.press("<ctrl-t>");
    assert!(screen.text().contains("Nothing found for \"marlbnae\""), "{}", screen.text());
    let screen = screen.press("<ctrl-t>");
    assert!(screen.text().contains("Marlbane injections"), "{}", screen.text());
}

#[test]
fn equal_names_are_one_hit_and_the_row_below_opens_the_others() {
    let screen = Screen::new(80, 24).press("/marlbane injections<down><down>");
    assert!(screen.cursor_row().contains("In 1 other condition too: Left marl"));
    let screen = screen.press("<enter><down><enter>");
    assert!(screen.text().contains("Home > Left marl > Treatment"), "{}", screen.text());
}
