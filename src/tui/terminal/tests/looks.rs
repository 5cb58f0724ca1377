//! Colours, bold, underline and reverse.

use std::io;

use ratatui::{
    layout::{Position, Rect},
    style::{Color, Style, Stylize},
    text::{Line, Span},
    widgets::Widget,
};

use super::Test;

#[test]
fn a_changed_look_writes_whole_words() -> io::Result<()> {
    let mut test = Test::new(true);
    test.draw(&["one two six".into()], (0, 0))?;
    let line = Line::from(vec!["one t".into(), "w".bold(), "o six".into()]);
    assert_eq!(test.draw(&[line], (0, 0))?, "^[1;5Ht^[1mw^[0mo^[1;1H");
    Ok(())
}

#[test]
fn looks_have_semicolons_only_and_reset_only_when_needed() -> io::Result<()> {
    let mut test = Test::new(true);
    let line = Line::from(vec![
        "a".bold(),
        "b".bold().reversed().light_red(),
        "c".bold().blue(),
        "d".into(),
    ]);
    assert_eq!(
        test.draw(&[line], (0, 0))?,
        "^[1;1H^[1ma^[7;91mb^[0;1;34mc^[0md^[K^[2;1H^[K^[3;1H^[K^[1;1H"
    );
    Ok(())
}

#[test]
fn only_colours_by_number_are_sent() -> io::Result<()> {
    let mut test = Test::new(true);
    let style = |fg, bg| Style::new().fg(fg).bg(bg);
    let line = Line::from(vec![
        Span::styled("a", style(Color::Rgb(1, 2, 3), Color::Indexed(200))),
        Span::styled("b", style(Color::Indexed(3), Color::Indexed(11))),
        "c".dim().italic().slow_blink().crossed_out(),
    ]);
    assert!(test.draw(&[line], (0, 0))?.starts_with("^[1;1H^[48;5;200ma^[33;103mb^[0mc^[K"));
    Ok(())
}

#[test]
fn without_colour_bold_underline_and_reverse_stay() -> io::Result<()> {
    let mut test = Test::new(false);
    let line = Line::from(vec![
        "a".red().on_blue(),
        "b".red().bold(),
        "c".underlined(),
        "d".green().reversed(),
    ]);
    assert!(test.draw(&[line], (0, 0))?.starts_with("^[1;1Ha^[1mb^[0;4mc^[0;7md^[0m^[K"));
    Ok(())
}

#[test]
fn a_row_with_a_look_to_its_end_is_not_erased() -> io::Result<()> {
    let mut test = Test::new(true);
    test.draw(&["one".into()], (0, 0))?;
    test.0.draw(|buffer| {
        "one".render(buffer.area, buffer);
        buffer.set_style(Rect::new(0, 0, 12, 1), Style::new().reversed());
        Position::ORIGIN
    })?;
    let bytes = String::from_utf8_lossy(&test.0.out_mut().0.concat()).replace('\x1b', "^");
    assert_eq!(bytes, "^[7mone         ^[0m^[1;1H");
    Ok(())
}
