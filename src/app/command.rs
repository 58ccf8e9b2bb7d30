//! What the window can be asked to do: [`Command`] carries data, [`Action`] is the table behind
//! buttons, shortcuts and the palette.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::sync::Arc;

use egui::{Key, KeyboardShortcut, Modifiers};

use super::calendars::{CalendarCommand, CalendarExport, CalendarIntake};
use super::checking::Memory;
use super::days::{DayCommand, KeepDay, LayDay};
use super::intake::{Intake, ListFrom};
use super::issuing::{IssueCommand, NextIssue};
use super::orders::{Carried, OrderCommand};
use super::proposals::{Delay, ProposalCommand};
use super::tabs::Tab;
use super::tabs::papers::Told;
use super::tabs::programme::ProgrammeLook;
use crate::check::Finding;
use crate::edit::Edit;
use crate::edit::way::Way;
use crate::exchange::people::Column;
use crate::library::{Across, FromPast, Keep, Library, NewVisit, PastVisit};
use crate::model::likeness::Likeness;
use crate::model::{Crop, Lang, Limits, PersonId, RecordRef, Visit};
use crate::paper::typeset::{Picture, TypesetError};
use crate::store::{JournalEntry, KeptVersion, Known, OpenError, Opened, SaveError, Saved};
use crate::words::say;

/// Anything that changes the state of the window. Panels send them, jobs answer with them.
#[derive(Debug)]
pub enum Command {
    Do(Action),
    Edit(Edit),
    /// What a job answers about the visit of that file. Where another visit is in the window by
    /// then, it is not carried out.
    About(PathBuf, Box<Self>),
    Select(Option<RecordRef>),
    ShowTab(Tab),
    Search(String),
    GoToStep(usize),
    /// Something to read, kept until dealt with.
    Notice(String),
    DropNotice(usize),
    Ask(Modal),
    CloseModal,
    JobEnded(u64),
    StopJob(u64),

    /// Files and the library.
    File(FileCommand),

    SavePdf(PathBuf),
    /// Asks the system for the path of a question.
    Browse(Box<Modal>),
    /// What the officer decided about unsaved work before going on.
    Unsaved(Unsaved),
    Checked {
        visit: Arc<Visit>,
        findings: Vec<Finding>,
    },
    /// What the library knows of the people of the visit.
    Remembered(Box<Memory>),
    /// The office's own limits of the checks.
    SetOfficeLimits(Limits),
    /// A list of people is to be looked at, in the encoding of that name where one was chosen.
    ReadPeople(ListFrom, Option<String>),
    /// The officer decided something about a list.
    LookAtPeople(Box<Intake>),
    PeopleSeen(Box<Intake>),
    TakePeople(Box<Intake>),
    ExportPeople(PathBuf),
    /// Calendars in and out.
    Calendar(CalendarCommand),
    Day(DayCommand),
    Issue(IssueCommand),
    /// The order of precedence and its rank schemes.
    Order(OrderCommand),
    Preview {
        key: u64,
        pages: Box<Result<Vec<Picture>, TypesetError>>,
        told: Told,
    },
    /// The language of the window; `None`: that of the machine.
    SetLanguage(Option<Lang>),
    SetTheme(egui::ThemePreference),
    PaperOptions(super::tabs::papers::PaperOptions),
    Print,
    Proposal(ProposalCommand),
    LookAtProgramme(ProgrammeLook),
    /// The past visits of a person are to be looked for.
    FindEarlier(PersonId),
    /// A photo of the visit is to be shown.
    WantPhoto(PathBuf),
    PhotoRead {
        photo: PathBuf,
        picture: Box<Result<egui::ColorImage, String>>,
    },
    /// A picture becomes a person's photo.
    TakePhoto {
        person: PersonId,
        path: PathBuf,
    },
}

impl Command {
    pub(super) fn about(path: PathBuf, command: impl Into<Self>) -> Self {
        Self::About(path, Box::new(command.into()))
    }
}

/// What is asked of files and the library, and what jobs answer about them.
#[derive(Debug)]
pub enum FileCommand {
    OpenFolder(PathBuf),
    InstallSamples,
    LibraryRead(Box<Result<Library, String>>),
    /// A file has another name now.
    Renamed {
        from: PathBuf,
        to: PathBuf,
    },
    LibraryChanged {
        library: Box<Library>,
        open: Option<PathBuf>,
        error: Option<String>,
    },
    Create(NewVisit),
    CreateFromPast {
        path: PathBuf,
        from: FromPast,
    },
    Retitle {
        path: PathBuf,
        title: String,
    },
    RenameFile {
        path: PathBuf,
        name: String,
    },
    Duplicate(PathBuf),
    Trash(PathBuf),

    /// Opens a visit, asking first about unsaved work.
    Open(PathBuf),
    Opened {
        path: PathBuf,
        opened: Box<Result<Opened, OpenError>>,
    },
    Saved(Box<Result<Saved, SaveError>>),
    SaveAs(PathBuf),
    /// Gives up unsaved work and reads what somebody else wrote.
    OpenTheirs(PathBuf),
    SaveText(PathBuf, Vec<u8>),
    Recover(Box<JournalEntry>),
    Recovered {
        entry: Box<JournalEntry>,
        known: Known,
    },
    GiveUp(Box<JournalEntry>),
    Versions(Vec<KeptVersion>),
    Restore(Box<KeptVersion>),
    /// What a file held, and what was known of it when that was asked.
    OnDisk {
        path: PathBuf,
        known: Known,
        hash: Option<String>,
    },
    /// Unsaved work of a file was kept, or could not be.
    Kept {
        target: PathBuf,
        error: Option<String>,
    },
}

impl From<FileCommand> for Command {
    fn from(command: FileCommand) -> Self {
        Self::File(command)
    }
}

/// What to do with unsaved work.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unsaved {
    Save,
    Discard,
    Stay,
}

/// What is done once unsaved work is dealt with.
#[derive(Clone, Debug)]
pub enum Next {
    Open(PathBuf),
    /// Takes up the unsaved work of an earlier run.
    Recover {
        entry: Box<JournalEntry>,
        known: Known,
    },
    Quit,
}

/// What of all visits together is looked at.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shelf {
    #[default]
    People,
    Gifts,
    Promises,
}

/// A question in the middle of the window.
#[derive(Clone, Debug)]
pub enum Modal {
    Palette {
        words: String,
    },
    /// A new visit, from nothing or from a past one with what of it is kept.
    NewVisit {
        title: String,
        first: String,
        last: String,
        zone: String,
        from: Option<(PathBuf, Keep)>,
    },
    Retitle {
        path: PathBuf,
        title: String,
    },
    /// What all visits together know.
    Across {
        across: Arc<Across>,
        shelf: Shelf,
        words: String,
    },
    /// Another name for a file, its visit as it is.
    RenameFile {
        path: PathBuf,
        name: String,
    },
    Trash {
        path: PathBuf,
        title: String,
    },
    Folder {
        path: String,
    },
    SaveAs {
        path: String,
    },
    SavePdf {
        path: String,
    },
    Issue(Box<NextIssue>),
    Photo {
        person: PersonId,
        path: String,
    },
    /// The part of a photo that is shown.
    Crop {
        person: PersonId,
        crop: Crop,
    },
    Unsaved {
        next: Next,
    },
    Changed {
        path: PathBuf,
    },
    /// A save failed; it stays until it is dealt with.
    NotSaved {
        error: String,
    },
    Recover {
        entries: Vec<JournalEntry>,
    },
    History {
        versions: Vec<KeptVersion>,
    },
    Steps,
    /// By how much an item is moved or late.
    Delay(Delay),
    LayDay(LayDay),
    KeepDay(KeepDay),
    /// How long a way takes that is to be added.
    Way {
        way: Box<Way>,
        mins: String,
    },
    /// The rules of the checks and their limits.
    Limits,
    /// The classes of office and the bodies that the order goes by.
    Ranks,
    /// A place in an order is given by hand, for a reason.
    Carry(Carried),
    Findings,
    Dismiss {
        finding: Box<Finding>,
        reason: String,
    },
    Paste {
        text: String,
    },
    ImportPeople {
        path: String,
    },
    /// Past visits that have a person of the name.
    Earlier {
        person: PersonId,
        visits: Vec<PastVisit>,
    },
    /// Pairs of people who may be one.
    Duplicates {
        pairs: Vec<(PersonId, PersonId, Likeness)>,
    },
    /// Two people side by side; the columns that come from the second.
    Merge {
        keep: PersonId,
        gone: PersonId,
        from_gone: BTreeSet<Column>,
    },
    /// What a list of people would do.
    Intake(Box<Intake>),
    ExportPeople {
        path: String,
    },
    ImportCalendar {
        path: String,
    },
    /// What a calendar would do.
    Calendar(Box<CalendarIntake>),
    ExportCalendar(Box<CalendarExport>),
    Welcome,
}

macro_rules! actions {
    ($( $name:ident, $id:literal, $shortcut:expr; )*) => {
        /// An action without data: a button, a shortcut, a line of the palette.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Action { $( $name, )* }

        impl Action {
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// What it is called.
            pub fn text(self) -> String {
                match self { $( Self::$name => say!($id), )* }
            }

            pub fn shortcut(self) -> Option<KeyboardShortcut> {
                match self { $( Self::$name => $shortcut, )* }
            }
        }
    };
}

const fn ctrl(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND, key)
}

const fn ctrl_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::SHIFT), key)
}

const fn alt_shift(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::ALT.plus(Modifiers::SHIFT), key)
}

const fn ctrl_alt(key: Key) -> KeyboardShortcut {
    KeyboardShortcut::new(Modifiers::COMMAND.plus(Modifiers::ALT), key)
}

actions! {
    Palette, "action-palette", Some(ctrl(Key::K));
    Save, "action-save", Some(ctrl(Key::S));
    SaveAs, "action-save-as", Some(ctrl_shift(Key::S));
    Undo, "action-undo", Some(ctrl(Key::Z));
    Redo, "action-redo", Some(ctrl_shift(Key::Z));
    Steps, "action-steps", None;
    History, "action-history", None;
    NewVisit, "action-new-visit", Some(ctrl(Key::N));
    NewFromThis, "action-new-from-this", None;
    Retitle, "action-retitle", None;
    RenameFile, "action-rename-file", None;
    DuplicateVisit, "action-duplicate-visit", None;
    TrashVisit, "action-trash-visit", None;
    OpenFolder, "action-open-folder", Some(ctrl(Key::O));
    Across, "action-across", None;
    Refresh, "action-refresh", Some(KeyboardShortcut::new(Modifiers::NONE, Key::F5));
    AddItem, "action-add-item", Some(ctrl(Key::I));
    AddWay, "action-add-way", Some(ctrl_shift(Key::I));
    AddPerson, "action-add-person", Some(ctrl_shift(Key::P));
    AddNote, "action-add-note", Some(ctrl_shift(Key::N));
    PastePeople, "action-paste-people", None;
    ImportPeople, "action-import-people", None;
    ExportPeople, "action-export-people", None;
    Duplicates, "action-duplicates", None;
    ImportCalendar, "action-import-calendar", None;
    ExportCalendar, "action-export-calendar", None;
    Order, "action-order", None;
    Ranks, "action-ranks", None;
    RunningLate, "action-running-late", Some(ctrl(Key::L));
    ShiftFollowing, "action-shift-following", Some(ctrl_shift(Key::L));
    PackFollowing, "action-pack-following", None;
    MakeRoom, "action-make-room", Some(ctrl_shift(Key::M));
    RainPlan, "action-rain-plan", None;
    LayDay, "action-lay-day", None;
    KeepDay, "action-keep-day", None;
    DuplicateSelected, "action-duplicate", Some(ctrl(Key::D));
    RemoveSelected, "action-remove", Some(ctrl(Key::Delete));
    MoveUp, "action-move-up", Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowUp));
    MoveDown, "action-move-down", Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowDown));
    MoveLeft, "action-move-left", Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowLeft));
    MoveRight, "action-move-right", Some(KeyboardShortcut::new(Modifiers::ALT, Key::ArrowRight));
    Shorten, "action-shorten", Some(alt_shift(Key::ArrowUp));
    Lengthen, "action-lengthen", Some(alt_shift(Key::ArrowDown));
    PullFollowing, "action-pull-following", Some(ctrl_alt(Key::ArrowUp));
    PushFollowing, "action-push-following", Some(ctrl_alt(Key::ArrowDown));
    AsList, "action-as-list", None;
    AsGroups, "action-as-groups", None;
    AsDays, "action-as-days", None;
    Findings, "action-findings", Some(ctrl_shift(Key::F));
    Print, "action-print", Some(ctrl(Key::P));
    SavePdf, "action-save-pdf", Some(ctrl(Key::E));
    Issue, "action-issue", Some(ctrl_shift(Key::E));
    Overview, "action-overview", Some(ctrl(Key::Num1));
    Programme, "action-programme", Some(ctrl(Key::Num2));
    People, "action-people", Some(ctrl(Key::Num3));
    Arrangements, "action-arrangements", Some(ctrl(Key::Num4));
    Briefing, "action-briefing", Some(ctrl(Key::Num5));
    Logistics, "action-logistics", Some(ctrl(Key::Num6));
    Papers, "action-papers", Some(ctrl(Key::Num7));
    Outcome, "action-outcome", Some(ctrl(Key::Num8));
    Light, "action-light", None;
    Dark, "action-dark", None;
    FollowSystem, "action-follow-system", None;
    English, "action-english", None;
    Chinese, "action-chinese", None;
    Korean, "action-korean", None;
    SystemLanguage, "action-system-language", None;
    Quit, "action-quit", Some(ctrl(Key::Q));
}

impl Action {
    /// Takes the pressed shortcut out of the input, those with more modifiers first: `Ctrl+Z`
    /// would match where `Ctrl+Shift+Z` is meant.
    pub fn pressed(ctx: &egui::Context) -> Option<Self> {
        let mut actions: Vec<(Self, KeyboardShortcut)> = Self::ALL
            .iter()
            .filter_map(|action| action.shortcut().map(|shortcut| (*action, shortcut)))
            .collect();
        actions.sort_by_key(|(_, shortcut)| {
            let held = shortcut.modifiers;
            std::cmp::Reverse(u8::from(held.shift) + u8::from(held.alt) + u8::from(held.command))
        });
        // In a text field these keys are about the text.
        let typing = ctx.text_edit_focused();
        actions.retain(|(action, _)| {
            !typing || !matches!(action, Self::RemoveSelected | Self::DuplicateSelected)
        });
        let pressed = actions
            .into_iter()
            .find(|(_, shortcut)| ctx.input_mut(|input| input.consume_shortcut(shortcut)));
        pressed.map(|(action, _)| action)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_two_actions_share_a_shortcut() {
        for (i, one) in Action::ALL.iter().enumerate() {
            for other in Action::ALL.iter().skip(i + 1) {
                let clash = one.shortcut().is_some() && one.shortcut() == other.shortcut();
                assert!(!clash, "{one:?} and {other:?}");
            }
        }
    }
}
