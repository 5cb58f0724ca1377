//! Contrast of every look of every theme, with 256 colours and with the 16 of six terminals.

use crate::shelf::invented;
use rarebook::model::WordSet;
use rarebook::tui::{App, Colours, Options, ThemeName, view};
use ratatui::buffer::Buffer;
use ratatui::layout::Rect;
use ratatui::style::{Color, Modifier};
use std::collections::BTreeSet;

/// The 16 colours of six terminals as they come, black to white, then the bright ones.
const PALETTES: [(&str, [u32; 16]); 6] = [
    (
        "Linux console",
        [
            0x00_0000, 0xaa_0000, 0x00_aa00, 0xaa_5500, 0x00_00aa, 0xaa_00aa, 0x00_aaaa, 0xaa_aaaa,
            0x55_5555, 0xff_5555, 0x55_ff55, 0xff_ff55, 0x55_55ff, 0xff_55ff, 0x55_ffff, 0xff_ffff,
        ],
    ),
    (
        "xterm",
        [
            0x00_0000, 0xcd_0000, 0x00_cd00, 0xcd_cd00, 0x00_00ee, 0xcd_00cd, 0x00_cdcd, 0xe5_e5e5,
            0x7f_7f7f, 0xff_0000, 0x00_ff00, 0xff_ff00, 0x5c_5cff, 0xff_00ff, 0x00_ffff, 0xff_ffff,
        ],
    ),
    (
        "Windows Terminal",
        [
            0x0c_0c0c, 0xc5_0f1f, 0x13_a10e, 0xc1_9c00, 0x00_37da, 0x88_1798, 0x3a_96dd, 0xcc_cccc,
            0x76_7676, 0xe7_4856, 0x16_c60c, 0xf9_f1a5, 0x3b_78ff, 0xb4_009e, 0x61_d6d6, 0xf2_f2f2,
        ],
    ),
    (
        "macOS Terminal",
        [
            0x00_0000, 0x99_0000, 0x00_a600, 0x99_9900, 0x00_00b2, 0xb2_00b2, 0x00_a6b2, 0xbf_bfbf,
            0x66_6666, 0xe5_0000, 0x00_d900, 0xe5_e500, 0x00_00ff, 0xe5_00e5, 0x00_e5e5, 0xe5_e5e5,
        ],
    ),
    (
        "GNOME (VTE)",
        [
            0x17_1421, 0xc0_1c28, 0x26_a269, 0xa2_734c, 0x12_488b, 0xa3_47ba, 0x2a_a1b3, 0xd0_cfcc,
            0x5e_5c64, 0xf6_6151, 0x33_d17a, 0xe9_ad0c, 0x2a_7bde, 0xc0_61cb, 0x33_c7de, 0xff_ffff,
        ],
    ),
    (
        "Solarized",
        [
            0x07_3642, 0xdc_322f, 0x85_9900, 0xb5_8900, 0x26_8bd2, 0xd3_3682, 0x2a_a198, 0xee_e8d5,
            0x00_2b36, 0xcb_4b16, 0x58_6e75, 0x65_7b83, 0x83_9496, 0x6c_71c4, 0x93_a1a1, 0xfd_f6e3,
        ],
    ),
];

/// Returns the place of a named colour in a palette.
fn place(color: Color) -> Option<usize> {
    use Color::{
        Black, Blue, Cyan, DarkGray, Gray, Green, LightBlue, LightCyan, LightGreen, LightMagenta,
        LightRed, LightYellow, Magenta, Red, White, Yellow,
    };
    [
        Black,
        Red,
        Green,
        Yellow,
        Blue,
        Magenta,
        Cyan,
        Gray,
        DarkGray,
        LightRed,
        LightGreen,
        LightYellow,
        LightBlue,
        LightMagenta,
        LightCyan,
        White,
    ]
    .iter()
    .position(|named| *named == color)
}

/// Returns red, green and blue, 0 to 255. From 16 on the 256 colours are a cube of six steps, then
/// 24 greys, the same on every terminal (xterm's control sequences, "256 colors").
fn rgb(color: Color, palette: &[u32; 16]) -> [f64; 3] {
    let step = |n: u8| if n == 0 { 0 } else { 55 + 40 * u32::from(n) };
    let value = match color {
        Color::Indexed(n @ 232..) => 0x01_0101 * (8 + 10 * (u32::from(n) - 232)),
        Color::Indexed(n @ 16..) => {
            let n = n - 16;
            (step(n / 36) << 16) | (step(n / 6 % 6) << 8) | step(n % 6)
        }
        named => palette[place(named).unwrap()],
    };
    [16, 8, 0].map(|shift| f64::from((value >> shift) & 0xff))
}

/// Returns the contrast ratio of two colours, 1 to 21 (WCAG 2.2, relative luminance).
fn contrast(one: [f64; 3], other: [f64; 3]) -> f64 {
    let luminance = |rgb: [f64; 3]| {
        let [r, g, b] = rgb.map(|part| {
            let part = part / 255.0;
            if part <= 0.040_45 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    };
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

/// Returns the colours of letters and of what is behind them, on screens that show every look.
fn pairs(theme: ThemeName, colours: Colours) -> BTreeSet<String> {
    let library = invented();
    let mut found = BTreeSet::new();
    for address in ["marl-syndrome/get-help", "marl-syndrome/treatment", "marl-syndrome/overview"] {
        let start = Some(address.parse().unwrap());
        let options = Options { theme, colours, start, ..Options::default() };
        let app = App::new(&library, &options, (120, 40));
        let mut buffer = Buffer::empty(Rect::new(0, 0, 120, 40));
        let _cursor = view(&app, &mut buffer);
        for cell in &buffer.content {
            assert!(!cell.modifier.intersects(Modifier::DIM | Modifier::SLOW_BLINK));
            found.insert(format!("{} {}", cell.fg, cell.bg));
        }
    }
    found
}

fn ratio(pair: &str, palette: &[u32; 16]) -> f64 {
    let (fg, bg) = pair.split_once(' ').unwrap();
    contrast(rgb(fg.parse().unwrap(), palette), rgb(bg.parse().unwrap(), palette))
}

#[test]
fn words_of_every_theme_have_7_to_1_with_256_colours() {
    for theme in ThemeName::ALL.iter().filter(|theme| **theme != ThemeName::Auto) {
        let pairs = pairs(*theme, Colours::All);
        assert!(pairs.len() >= 2, "{theme:?}: {pairs:?}");
        for pair in pairs {
            let ratio = ratio(&pair, &PALETTES[0].1);
            assert!(ratio >= 7.0, "{theme:?}: {pair} has {ratio:.1}");
        }
    }
}

#[test]
fn words_of_every_theme_have_4_and_a_half_to_1_in_the_16_colours_of_six_terminals() {
    for theme in ThemeName::ALL.iter().filter(|theme| **theme != ThemeName::Auto) {
        for (terminal, palette) in &PALETTES {
            for pair in pairs(*theme, Colours::Sixteen) {
                let ratio = ratio(&pair, palette);
                assert!(ratio >= 4.5, "{theme:?} on {terminal}: {pair} has {ratio:.1}");
            }
        }
    }
}

#[test]
fn the_theme_auto_and_no_color_send_no_colour() {
    let none = BTreeSet::from(["Reset Reset".to_owned()]);
    assert_eq!(pairs(ThemeName::Auto, Colours::All), none);
    for theme in ThemeName::ALL {
        assert_eq!(pairs(*theme, Colours::None), none);
    }
}

#[test]
fn contrast_is_what_the_standard_says() {
    assert!((contrast([0.0; 3], [255.0; 3]) - 21.0).abs() < 0.01);
    // Blue on black in the Linux console, a known bad pair.
    let (_, console) = &PALETTES[0];
    assert!((contrast(rgb(Color::Blue, console), rgb(Color::Black, console)) - 1.6).abs() < 0.05);
}
