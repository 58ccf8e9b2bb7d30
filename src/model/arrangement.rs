//! Seating and standing plans, and what departs from the order of precedence.

use super::id::{ArrangementId, ItemId, PersonId};
use super::record::{choice, record};
use super::text::Text;

record! {
    /// A plan of who sits or stands where.
    pub struct Arrangement {
        pub id: ArrangementId,
        pub item: Option<ItemId>,
        pub kind: ArrangementKind,
        pub title: Text,
        /// Empty: the visit's own.
        pub convention: Option<Convention>,
        pub interpreters: InterpreterSeat,
        /// The size where the kind has one: seats a side or at a table, tables, rows.
        pub seats: u16,
        pub tables: u16,
        /// How an even number stands in a domestic Chinese row.
        pub even: EvenRow,
        /// A group photo in which guests and hosts alternate.
        pub alternating: bool,
        /// The host drives the car.
        pub host_drives: bool,
        pub flag_order: FlagOrder,
        pub placed: Vec<Placed>,
        pub wishes: Vec<Wish>,
        pub overrides: Vec<Override>,
        pub remarks: String,
    }

    /// Somebody on a seat.
    pub struct Placed {
        pub person: Option<PersonId>,
        /// 1 for the only one.
        pub table: u16,
        /// The slot by the name the arrangement gives it: "guests-1".
        pub slot: String,
        /// Survives a new seating.
        pub locked: bool,
    }

    /// Keep two apart or together.
    pub struct Wish {
        pub kind: WishKind,
        pub people: Vec<PersonId>,
        pub reason: String,
    }

    /// A departure from the computed order, with its reason.
    pub struct Override {
        pub person: Option<PersonId>,
        /// The person comes right before this one; last when empty.
        pub before: Option<PersonId>,
        /// The order of one item; of the whole visit when empty.
        pub item: Option<ItemId>,
        pub reason: String,
    }
}

choice! {
    pub enum ArrangementKind {
        ConferenceTable,
        ConferenceTableEndOn,
        HeadTable,
        Podium,
        SofaMeeting,
        RoundTables,
        SigningTable,
        GroupPhoto,
        Car,
        Minibus,
        Flags,
        ReceivingLine,
        Speeches,
        Rows,
    }

    /// The rules of honour that are followed.
    pub enum Convention {
        International,
        ChineseDomestic,
        ChineseWithForeignGuests,
        Korean,
        Dubai,
        UsBusiness,
    }

    pub enum InterpreterSeat {
        AsConvention,
        OwnRight,
        OwnLeft,
        HostRightGuestLeft,
        Behind,
        Booth,
    }

    pub enum WishKind { Apart, Together, }

    /// PROTOCOL section 5, podium, Chinese domestic, even: variants B and A.
    pub enum EvenRow {
        /// The first two share the centre, the second at the first's left.
        SharedCentre,
        /// The first takes the own left seat of the centre pair, the second the other.
        FirstAtOwnLeft,
    }

    /// Whose flag has the higher place; a switch of its own, apart from persons.
    pub enum FlagOrder { AsConvention, GuestsFirst, HostFirst, }

    /// On which side of the road cars drive.
    pub enum Traffic { AsCountry, Right, Left, }
}
