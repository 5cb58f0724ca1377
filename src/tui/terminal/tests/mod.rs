//! One test for each promise of the calm backend.

mod door;
mod fuzz;
mod looks;

use std::io::{self, Write};

use ratatui::{layout::Size, style::Stylize, text::Line, widgets::Widget};

use super::calm::Calm;

/// Keeps every write apart.
#[derive(Default)]
struct Writes(Vec<Vec<u8>>);

impl Write for Writes {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.push(bytes.to_vec());
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// A screen of 12 columns and 3 rows.
struct Test(Calm<Writes>);

impl Test {
    fn new(color: bool) -> Self {
        Self(Calm::new(Writes::default(), Size::new(12, 3), color))
    }

    /// Draws the lines with the cursor at a place, and returns what was written: at
    /// most one write.
    fn draw(&mut self, lines: &[Line], cursor: (u16, u16)) -> io::Result<String> {
        self.0.draw(|buffer| {
            for (line, place) in lines.iter().zip(buffer.area.rows()) {
                line.render(place, buffer);
            }
            cursor.into()
        })?;
        let writes = std::mem::take(&mut self.0.out_mut().0);
        assert!(writes.len() <= 1, "{} writes", writes.len());
        Ok(String::from_utf8_lossy(&writes.concat()).replace('\x1b', "^"))
    }
}

#[test]
fn the_first_frame_writes_every_row_and_the_cursor_last() -> io::Result<()> {
    let mut test = Test::new(true);
    let bytes = test.draw(&["one two".into(), "".into(), "three".into()], (4, 2))?;
    assert_eq!(bytes, "^[1;1Hone two^[K^[2;1H^[K^[3;1Hthree^[K^[3;5H");
    Ok(())
}

#[test]
fn a_changed_text_writes_its_whole_row_and_no_other() -> io::Result<()> {
    let mut test = Test::new(true);
    test.draw(&["one two".into(), "2 of 8".into()], (0, 0))?;
    assert_eq!(test.draw(&["one two".into(), "3 of 8".into()], (0, 0))?, "^[2;1H3 of 8^[K^[1;1H");
    Ok(())
}

#[test]
fn a_frame_without_a_change_writes_nothing() -> io::Result<()> {
    let mut test = Test::new(true);
    test.draw(&["one".red(), "two".into()].map(Line::from), (1, 1))?;
    assert_eq!(test.draw(&["one".red(), "two".into()].map(Line::from), (1, 1))?, "");
    Ok(())
}

#[test]
fn a_moved_cursor_writes_only_its_move() -> io::Result<()> {
    let mut test = Test::new(true);
    test.draw(&["one".into(), "two".into()], (0, 0))?;
    assert_eq!(test.draw(&["one".into(), "two".into()], (0, 1))?, "^[2;1H");
    Ok(())
}

#[test]
fn a_cursor_outside_the_screen_is_brought_back() -> io::Result<()> {
    let mut test = Test::new(true);
    assert!(test.draw(&["one".into()], (500, 500))?.ends_with("^[3;12H"));
    assert_eq!(test.draw(&["one".into()], (500, 500))?, "");
    Ok(())
}

#[test]
fn typing_writes_the_letter_and_deleting_writes_a_blank() -> io::Result<()> {
    let mut test = Test::new(true);
    test.draw(&["Search: a".into()], (9, 0))?;
    assert_eq!(test.draw(&["Search: ab".into()], (10, 0))?, "b");
    assert_eq!(test.draw(&["Search: a".into()], (9, 0))?, "^[1;10H ^[1;10H");
    assert_eq!(test.draw(&["Search: xa".into()], (10, 0))?, "^[1;1HSearch: xa  ^[1;11H");
    Ok(())
}
