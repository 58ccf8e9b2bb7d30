//! Items of the programme: what happens, when, where, with whom.

use super::id::{ItemId, NoteId, PersonId, PlaceId, StepId};
use super::movement::Journey;
use super::person::Attendance;
use super::record::{choice, record};
use super::text::{Lang, Text};
use super::time::{Minute, When, Zone};

record! {
    /// One entry of the programme.
    pub struct Item {
        pub id: ItemId,
        pub kind: ItemKind,
        pub title: Text,
        pub when: When,
        /// The zone of the start, where it is not the visit's.
        pub zone: Zone,
        /// The zone of the end, where it is not that of the start.
        pub end_zone: Zone,
        /// Which of two, where the clock shows the time twice or never.
        pub clock_change: ClockChange,
        pub status: ItemStatus,
        pub visibility: Visibility,
        /// A ceremony, a flight, a closing time: rescheduling does not move it.
        pub fixed: bool,
        pub place: Option<PlaceId>,
        /// Room, floor, gate within the place, where it differs from the place's own.
        pub room: Text,
        /// Open air: wants a wet-weather venue.
        pub outdoor: bool,
        pub rain_place: Option<PlaceId>,
        /// Whether the rain plan is on for this item.
        pub rain_plan_on: bool,
        /// Who takes part, of both sides.
        pub attendance: Attendance,
        /// Head count where it is not that of the people named.
        pub head_count: Option<u32>,
        pub hosted_by: Vec<PersonId>,
        pub met_by: Vec<PersonId>,
        pub farewelled_by: Vec<PersonId>,
        pub escorts: Vec<PersonId>,
        pub responsible: Option<PersonId>,
        /// The languages spoken; two or more want an interpreter.
        pub languages: Vec<Lang>,
        pub interpreters: Vec<PersonId>,
        pub note_takers: Vec<PersonId>,
        pub dress: Text,
        /// For the guests, printed under the title.
        pub remarks: Text,
        /// For staff alone.
        pub staff_remarks: String,
        pub acts: Vec<Act>,
        pub press: Option<Press>,
        pub journey: Option<Journey>,
        /// Sub-lines: what happens within.
        pub steps: Vec<Step>,
        /// Instead of this item, when that is chosen.
        pub alternatives: Vec<Alternative>,
        /// The label of the alternative chosen; empty: the item itself.
        pub chosen: String,
        pub briefing: Vec<NoteId>,
        pub cost: String,
        pub outcome: ItemOutcome,
        /// What the calendars of others know of it.
        pub calendar: CalendarEntry,
    }

    /// An item as it stands in calendars outside, so that what is sent again updates it.
    pub struct CalendarEntry {
        /// Of the calendar it came from; empty: made from the ids of visit and item.
        pub uid: String,
        /// The occurrence of a series it is, as the calendar names it.
        pub instance: String,
        /// Advances with every version sent.
        pub sequence: u32,
        /// Of what was sent last.
        pub digest: String,
        /// The audiences that have it.
        pub sent: Vec<String>,
    }

    /// A sub-line with a point time: "13:05 Photo and guest book".
    pub struct Step {
        pub id: StepId,
        /// Empty: straight after the line before.
        pub at: Option<Minute>,
        pub what: Text,
        /// Who acts.
        pub who: Vec<PersonId>,
        pub place: Text,
        /// On the papers of staff alone.
        pub internal: bool,
        pub staff_remarks: String,
    }

    /// Something special within an item.
    pub struct Act {
        pub kind: ActKind,
        pub people: Vec<PersonId>,
        pub details: Text,
    }

    /// What the press may do at an item.
    pub struct Press {
        pub call_time: Option<Minute>,
        /// Where they gather.
        pub call_place: Text,
        /// What may be filmed: "cameras at the start".
        pub may_film: Text,
        pub contact: Option<PersonId>,
    }

    /// An alternative A or B of an item.
    pub struct Alternative {
        /// "A", "B".
        pub label: String,
        pub title: Text,
        pub when: When,
        pub place: Option<PlaceId>,
        pub remarks: String,
    }

    /// What came of an item.
    pub struct ItemOutcome {
        pub happened: Happened,
        /// Markdown.
        pub summary: String,
        pub said: Vec<Statement>,
        /// Real start, where it differed.
        pub began: Option<Minute>,
        pub ended: Option<Minute>,
        pub lessons: String,
    }

    /// What somebody said.
    pub struct Statement {
        pub by: Option<PersonId>,
        pub text: Text,
    }
}

choice! {
    pub enum ItemKind {
        Meeting,
        Arrival,
        Departure,
        Movement,
        Welcome,
        CourtesyCall,
        Talks,
        OneOnOne,
        Briefing,
        Tour,
        CompanyVisit,
        Ceremony,
        Signing,
        Speech,
        GroupPhoto,
        PressEvent,
        Meal,
        Reception,
        Culture,
        Rest,
        Free,
        Other,
    }

    pub enum ItemStatus { Tentative, Confirmed, Cancelled, }

    /// Who may know of it, the narrowest last.
    pub enum Visibility {
        /// Guests and hosts.
        Guests,
        /// The press too.
        Public,
        /// Our own staff alone.
        Staff,
        /// The principal and the approvers alone.
        Confidential,
    }

    pub enum ClockChange { NotAsked, First, Second, }

    pub enum ActKind {
        Speech, Toast, GuestBook, Plaque, Photo, Gift, Flowers, Anthem, Ribbon, Other,
    }

    pub enum Happened { Open, AsPlanned, Changed, DidNotHappen, }
}

impl ItemKind {
    pub fn is_meal(self) -> bool {
        matches!(self, Self::Meal | Self::Reception)
    }

    /// Whether people move from one place to another.
    pub fn is_movement(self) -> bool {
        matches!(self, Self::Arrival | Self::Departure | Self::Movement)
    }
}

impl Item {
    pub fn is_cancelled(&self) -> bool {
        self.status == ItemStatus::Cancelled
    }

    /// Where it takes place: the rain venue while the rain plan is on.
    pub fn venue(&self) -> Option<&PlaceId> {
        if self.rain_plan_on {
            self.rain_place.as_ref().or(self.place.as_ref())
        } else {
            self.place.as_ref()
        }
    }

    /// The alternative that takes place instead, when one is chosen.
    pub fn chosen_alternative(&self) -> Option<&Alternative> {
        let chosen = self.chosen.as_str();
        self.alternatives.iter().find(|other| !chosen.is_empty() && other.label == chosen)
    }

    /// Everyone with a task at the item, who is there without taking part.
    pub fn attending_staff(&self) -> impl Iterator<Item = &PersonId> {
        self.interpreters.iter().chain(&self.note_takers).chain(&self.escorts)
    }
}
