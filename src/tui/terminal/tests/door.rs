//! Odd symbols, other sizes and failing writes.

use std::io::{self, Write};

use ratatui::layout::{Position, Size};

use super::{Calm, Test, Writes};

#[test]
fn wide_characters_take_two_columns() -> io::Result<()> {
    let mut test = Test::new(true);
    assert!(test.draw(&["世界 x".into()], (5, 0))?.starts_with("^[1;1H世界 x^[K"));
    assert!(test.draw(&["ab界 x".into()], (5, 0))?.starts_with("^[1;1Hab界 x^[K"));
    // Behind an emoji sequence the column is named, for terminals disagree.
    assert!(
        test.draw(&["👩\u{200d}⚕\u{fe0f}y".into()], (0, 0))?
            .starts_with("^[1;1H👩\u{200d}⚕\u{fe0f}^[1;3Hy^[K")
    );
    Ok(())
}

#[test]
fn the_last_door_marks_what_is_hidden() -> io::Result<()> {
    let mut calm = Calm::new(Writes::default(), Size::new(12, 1), true);
    let symbols = ["\x1b", "\u{9b}", "\u{202e}", "a\u{200b}", "\u{e0041}", "\n", "b"];
    calm.draw(|buffer| {
        for (cell, symbol) in buffer.content.iter_mut().zip(symbols) {
            cell.set_symbol(symbol);
        }
        // The second half of a wide character would lie outside.
        buffer.content[11].set_symbol("世");
        Position::ORIGIN
    })?;
    let bytes = String::from_utf8_lossy(&calm.out_mut().0.concat()).replace('\x1b', "^");
    assert_eq!(bytes, "^[1;1H??????b    ?^[1;1H");
    Ok(())
}

#[test]
fn a_resize_writes_every_row_and_clears_nothing() -> io::Result<()> {
    let mut test = Test::new(true);
    test.draw(&["one".into()], (0, 0))?;
    test.0.resize(Size::new(5, 2));
    assert_eq!(test.draw(&["one".into()], (0, 0))?, "^[1;1Hone  ^[2;1H^[K^[1;1H");
    test.0.forget();
    assert_eq!(test.draw(&["one".into()], (0, 0))?, "^[1;1Hone  ^[2;1H^[K^[1;1H");
    Ok(())
}

#[test]
fn after_a_failed_write_everything_is_written_again() {
    struct Broken(u8);
    impl Write for Broken {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.saturating_sub(1);
            if self.0 == 0 { Ok(bytes.len()) } else { Err(io::ErrorKind::BrokenPipe.into()) }
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let mut calm = Calm::new(Broken(2), Size::new(4, 1), true);
    assert!(calm.draw(|_| Position::ORIGIN).is_err());
    assert!(calm.draw(|_| Position::ORIGIN).is_ok());
}
