//! Where things stand on a screen of any size.

use ratatui::layout::Rect;

/// From this width on, three panes stand side by side.
const THREE_PANES: u16 = 110;

/// From this width on, a list stands beside the page.
const TWO_PANES: u16 = 60;

/// Below this height, the status line and empty rows are left out.
const TALL: u16 = 16;

/// Columns of the list of conditions, of the list of sections, and between panes.
const CONDITIONS: u16 = 26;
const CONTENTS: u16 = 20;
const GAP: u16 = 3;

/// Rows above the hits of a search: the field, the kinds, an empty one.
pub(super) const RESULTS_ABOVE: usize = 3;

/// Rows above the commands of the help: the field and an empty one.
pub(super) const HELP_ABOVE: usize = 2;

/// The smallest screen on which something can be read.
const SMALLEST: (u16, u16) = (20, 4);

/// A part of the screen that can have the focus.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub(super) enum Pane {
    /// The list of conditions.
    Conditions,
    /// The text.
    #[default]
    Page,
    /// The list of sections.
    Contents,
}

/// What is laid out.
#[derive(Clone, Copy, Debug)]
pub(super) struct Wanted {
    /// The size of the screen.
    pub(super) screen: Rect,
    /// Whether lists may stand beside the page.
    pub(super) panes: bool,
    /// The pane with the focus. It is always shown.
    pub(super) focus: Pane,
    /// The list that stands beside the page where there is room for one.
    pub(super) side: Pane,
    /// Whether the place has sections to list.
    pub(super) contents: bool,
    /// Whether there is a line with the address.
    pub(super) status: bool,
    /// Whether an empty row parts body and foot.
    pub(super) rule: bool,
    /// The longest line of text.
    pub(super) measure: u16,
}

/// Where everything stands. What is not shown is `None`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    /// The line that says where the reader is.
    pub(super) header: Option<Rect>,
    /// The list of conditions, its title included.
    pub(super) conditions: Option<Rect>,
    /// The text.
    pub(super) page: Option<Rect>,
    /// The list of sections, its title included.
    pub(super) contents: Option<Rect>,
    /// The row that parts body and foot.
    pub(super) rule: Option<Rect>,
    /// The address, and which item of how many.
    pub(super) status: Option<Rect>,
    /// What must always be in sight.
    pub(super) safety: Option<Rect>,
    /// Keys that matter now.
    pub(super) hints: Option<Rect>,
    /// The one line for a screen that is too small.
    pub(super) too_small: bool,
}

/// Returns the part of an area below its first rows. On a low screen the list gets most of the
/// rows, and only the field stays above it.
pub(super) fn below(area: Rect, above: usize) -> Rect {
    let above =
        if usize::from(area.height) < 2 * above { 1 } else { u16::try_from(above).unwrap_or(1) };
    let above = above.min(area.height);
    Rect { y: area.y + above, height: area.height - above, ..area }
}

/// Lays out a screen for a screen reader: the page from the first row on, and one row of keys.
pub(super) fn one_page(screen: Rect) -> Layout {
    if is_too_small(screen) {
        return Layout { page: Some(screen), too_small: true, ..Layout::default() };
    }
    Layout {
        page: Some(Rect { height: screen.height - 1, ..screen }),
        hints: Some(line(screen, screen.height - 1)),
        ..Layout::default()
    }
}

fn is_too_small(screen: Rect) -> bool {
    screen.width < SMALLEST.0 || screen.height < SMALLEST.1
}

fn line(screen: Rect, y: u16) -> Rect {
    Rect { y: screen.y + y, height: 1, ..screen }
}

/// Lays out a screen.
pub(super) fn layout(wanted: Wanted) -> Layout {
    let Wanted { screen, panes, focus, side, contents, status, rule, measure } = wanted;
    if is_too_small(screen) {
        return Layout { page: Some(screen), too_small: true, ..Layout::default() };
    }
    let mut layout = Layout::default();
    let row = |y: u16| line(screen, y);
    let tall = screen.height >= TALL;
    let (above, below) = if tall {
        let mut foot = 2;
        layout.safety = Some(row(screen.height - foot));
        if status {
            foot += 1;
            layout.status = Some(row(screen.height - foot));
        }
        if rule {
            foot += 1;
            layout.rule = Some(row(screen.height - foot));
        }
        (2, foot)
    } else {
        layout.safety = (screen.height >= 8).then(|| row(screen.height - 2));
        (1, if screen.height >= 8 { 2 } else { 1 })
    };
    layout.header = Some(row(0));
    layout.hints = Some(row(screen.height - 1));
    let body = Rect { y: screen.y + above, height: screen.height - above - below, ..screen };
    let beside = panes && screen.width >= TWO_PANES;
    if !beside {
        let margin = if screen.width > measure + 2 {
            (screen.width - measure) / 2
        } else {
            u16::from(screen.width >= TWO_PANES)
        };
        let page = Rect {
            x: body.x + margin,
            width: (body.width - 2 * margin).min(measure.max(1)),
            ..body
        };
        match focus {
            Pane::Page => layout.page = Some(page),
            Pane::Conditions => layout.conditions = Some(page),
            Pane::Contents => layout.contents = Some(page),
        }
        return layout;
    }
    let three = screen.width >= THREE_PANES && contents;
    let side = match focus {
        _ if !contents => Pane::Conditions,
        Pane::Page => side,
        list => list,
    };
    let mut left = if side == Pane::Conditions || three { CONDITIONS } else { CONTENTS };
    let right = if three { CONTENTS + GAP } else { 0 };
    let edges = 2;
    let room = screen.width - left - GAP - right - edges;
    let width = room.min(measure);
    // What is left over goes to both sides, so that the whole stands in the middle.
    let margin = (room - width) / 2 + edges / 2;
    // A wide screen gives the list of names what it needs first.
    if three && room > width {
        left += ((room - width) / 2).min(6);
    }
    let margin = margin.min(screen.width.saturating_sub(left + GAP + width + right) / 2).max(1);
    let list = Rect { x: body.x + margin, width: left, ..body };
    if three || side == Pane::Conditions {
        layout.conditions = Some(list);
    } else {
        layout.contents = Some(list);
    }
    let page = Rect { x: list.right() + GAP, width, ..body };
    layout.page = Some(page);
    if three {
        layout.contents = Some(Rect { x: page.right() + GAP, width: CONTENTS, ..body });
    }
    layout
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(width: u16, height: u16, focus: Pane) -> Layout {
        layout(Wanted {
            screen: Rect::new(0, 0, width, height),
            panes: true,
            focus,
            side: Pane::Contents,
            contents: true,
            status: true,
            rule: true,
            measure: 72,
        })
    }

    #[test]
    fn the_width_alone_chooses_one_two_or_three_panes() {
        let shown = |l: Layout| (l.conditions.is_some(), l.page.is_some(), l.contents.is_some());
        assert_eq!(shown(at(120, 30, Pane::Page)), (true, true, true));
        assert_eq!(shown(at(80, 24, Pane::Page)), (false, true, true));
        assert_eq!(shown(at(80, 24, Pane::Conditions)), (true, true, false));
        assert_eq!(shown(at(40, 12, Pane::Page)), (false, true, false));
        assert_eq!(shown(at(40, 12, Pane::Contents)), (false, false, true));
    }

    #[test]
    fn every_part_lies_on_the_screen_at_every_size_and_the_focus_is_shown() {
        for width in 1..=210 {
            for height in 1..=50 {
                for focus in [Pane::Conditions, Pane::Page, Pane::Contents] {
                    let screen = Rect::new(0, 0, width, height);
                    let l = at(width, height, focus);
                    let parts = [
                        l.header,
                        l.conditions,
                        l.page,
                        l.contents,
                        l.rule,
                        l.status,
                        l.safety,
                        l.hints,
                    ];
                    for part in parts.into_iter().flatten() {
                        assert_eq!(part.intersection(screen), part, "{width}x{height} {l:?}");
                        assert!(part.width > 0 && part.height > 0, "{width}x{height} {l:?}");
                    }
                    let focused = match focus {
                        Pane::Conditions => l.conditions,
                        Pane::Page => l.page,
                        Pane::Contents => l.contents,
                    };
                    assert!(focused.is_some() || l.too_small, "{width}x{height} {focus:?}");
                }
            }
        }
    }
}
