//! Briefing: what the principal and the staff must know.

use super::id::{ItemId, NoteId, PersonId};
use super::item::Visibility;
use super::record::{choice, record};
use super::text::Text;

/// The most talking points that still help; four is better.
pub const MAX_TALKING_POINTS: usize = 6;
/// The number of main points to aim at.
pub const GOOD_TALKING_POINTS: usize = 4;

record! {
    pub struct Note {
        pub id: NoteId,
        pub kind: NoteKind,
        pub title: Text,
        /// What a read-ahead wants to reach.
        pub desired_outcome: Text,
        /// Markdown.
        pub body: Text,
        pub talking_points: Vec<TalkingPoint>,
        pub items: Vec<ItemId>,
        pub people: Vec<PersonId>,
        pub visibility: NoteVisibility,
        pub author: Option<PersonId>,
        pub due: Option<chrono::NaiveDate>,
        pub done: bool,
    }

    pub struct TalkingPoint {
        /// In bold: two or three words.
        pub topic: Text,
        pub text: Text,
        pub stance: Stance,
    }

    /// Text of a question the press or the other side may ask, and the line to take.
    pub struct LineToTake {
        pub question: Text,
        pub answer: Text,
    }

    /// A duty before, on or after the day.
    pub struct Task {
        pub id: super::id::TaskId,
        pub what: Text,
        pub owner: Option<PersonId>,
        pub due: Option<chrono::NaiveDate>,
        pub done: bool,
        pub item: Option<ItemId>,
        pub visibility: Visibility,
        pub remarks: String,
    }
}

choice! {
    pub enum NoteKind { ReadAhead, TalkingPoints, Biography, Background, Sensitive, }

    /// Who may read a note.
    pub enum NoteVisibility { Staff, Principal, Guests, Confidential, }

    /// What to do with a point.
    pub enum Stance { Raise, RespondIfAsked, Avoid, }
}
