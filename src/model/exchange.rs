//! What is given, signed and promised.

use super::id::{AgreementId, FollowUpId, GiftId, ItemId, PersonId};
use super::record::{choice, record};
use super::text::{Lang, Text};

record! {
    /// A gift given or received, with what the register asks.
    pub struct Gift {
        pub id: GiftId,
        pub what: Text,
        pub direction: GiftDirection,
        pub giver: Option<PersonId>,
        pub receiver: Option<PersonId>,
        /// Who hands it over.
        pub presenter: Option<PersonId>,
        pub item: Option<ItemId>,
        /// As on the receipt, with the currency: "CNY 480.00".
        pub value: String,
        pub status: GiftStatus,
        pub ready_by: Option<chrono::NaiveDate>,
        /// Whether both sides agreed to exchange gifts.
        pub reciprocity_agreed: bool,
        pub location: String,
        /// Who accounts for it.
        pub accountable: Option<PersonId>,
        pub remarks: String,
    }

    pub struct Agreement {
        pub id: AgreementId,
        pub title: Text,
        pub item: Option<ItemId>,
        pub parties: Vec<Party>,
        pub witnesses: Vec<PersonId>,
        pub languages: Vec<Lang>,
        pub originals: Option<u16>,
        pub text_state: TextState,
        pub pens_and_folders: bool,
        pub assistants_briefed: bool,
        /// Markdown: what it says in short.
        pub summary: Text,
        pub signed: bool,
        pub remarks: String,
    }

    /// One side of an agreement.
    pub struct Party {
        pub name: Text,
        pub signatory: Option<PersonId>,
        pub assistant: Option<PersonId>,
        /// Which original it keeps: "Chinese and Korean, own name first".
        pub keeps: String,
    }

    /// Something promised: what, who, by when, done.
    pub struct FollowUp {
        pub id: FollowUpId,
        pub what: Text,
        /// Who promised or must act; a body where it is no single person.
        pub owner: Option<PersonId>,
        pub owner_body: Text,
        pub due: Option<chrono::NaiveDate>,
        pub done: bool,
        pub done_on: Option<chrono::NaiveDate>,
        pub agreement: Option<AgreementId>,
        pub item: Option<ItemId>,
        pub remarks: String,
    }
}

choice! {
    pub enum GiftDirection { ToGuests, FromGuests, }

    pub enum GiftStatus { Idea, Chosen, Ordered, Ready, Handed, Declined, }

    pub enum TextState { Drafted, Agreed, Translated, Printed, Bound, }
}
