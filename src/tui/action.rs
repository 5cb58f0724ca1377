//! Actions: what the reader wants, whatever key asked for it.

use ratatui::layout::Position;
use tui_input::InputRequest;

/// What the reader wants.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Action {
    /// One row down.
    Down,
    /// One row up.
    Up,
    /// One screen down.
    ScreenDown,
    /// One screen up.
    ScreenUp,
    /// Half a screen down.
    HalfDown,
    /// Half a screen up.
    HalfUp,
    /// The first row.
    Top,
    /// The last row.
    Bottom,
    /// The item after this one.
    NextItem,
    /// The item before this one.
    PreviousItem,
    /// The section after this one.
    NextSection,
    /// The section before this one.
    PreviousSection,
    /// A section by its place, counted from 0.
    OpenSection(usize),
    /// Open, follow, choose what has the focus.
    Open,
    /// Back to where the reader was.
    Back,
    /// Forward again.
    Forward,
    /// The pane on the right, the first after the last.
    NextPane,
    /// The pane on the left, the last after the first.
    PreviousPane,
    /// The pane on the right, if there is one.
    PaneRight,
    /// The pane on the left, if there is one.
    PaneLeft,
    /// The list of conditions.
    ShowConditions,
    /// The list of sections.
    ShowContents,
    /// Related conditions.
    ShowRelated,
    /// The first page.
    ShowHome,
    /// The words that are explained.
    ShowGlossary,
    /// Where the text comes from.
    ShowAbout,
    /// Read content again that may have changed.
    ReadAgain,
    /// Search everything.
    Search,
    /// Search for the letters as typed, or for what they may mean.
    AsTyped,
    /// Search on this page.
    FindHere,
    /// The next place that was found.
    NextMatch,
    /// The place before that was found.
    PreviousMatch,
    /// Keys and commands.
    Help,
    /// Another theme.
    ChangeTheme,
    /// Shorter lines.
    Narrower,
    /// Longer lines.
    Wider,
    /// Text only, or panes again.
    TextOnly,
    /// Mouse on or off.
    ToggleMouse,
    /// Draw everything again.
    Repaint,
    /// Stop until the shell continues the program.
    Suspend,
    /// Close the top layer, then forget what was found. Never leaves.
    Close,
    /// Close the layer, or leave.
    Quit,
    /// Leave at once.
    Leave,
    /// The next kind of results.
    NextKind,
    /// The previous kind of results.
    PreviousKind,
    /// A change of the text that is being typed.
    Edit(InputRequest),
    /// Text that was pasted.
    Paste(String),
    /// A press of the mouse.
    Click(Position),
    /// A press of the right mouse button.
    ClickBack,
    /// The wheel of the mouse, down or up.
    Wheel {
        /// Where the pointer is.
        at: Position,
        /// Whether it turned down.
        down: bool,
    },
    /// The terminal has another size.
    Resize {
        /// Columns.
        width: u16,
        /// Rows.
        height: u16,
    },
}

/// What the terminal has to do after an action.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Effect {
    /// Draw, if something changed.
    Draw,
    /// Draw every row again.
    Repaint,
    /// Take the mouse, or leave it to the terminal.
    Mouse(bool),
    /// Stop until the shell continues the program.
    Suspend,
    /// Read the content again.
    ReadAgain,
    /// End with this exit code.
    Leave(u8),
}
