//! A visit as plain data. It knows no file, no clock and no window.
//!
//! Every record is declared with `record!` ([`record`]), so that file format, walking and
//! forgetting references come with the declaration. [`RecordRef`] names any record of a visit,
//! [`Record`] holds one.

pub mod id;
pub mod integrity;
pub mod likeness;
pub mod record;

mod arrangement;
mod crop;
mod exchange;
mod instant;
mod item;
mod movement;
mod note;
mod opening;
mod person;
mod questions;
mod stay;
mod text;
mod time;
mod visit;

use std::sync::Arc;

pub use self::arrangement::*;
pub use self::crop::Crop;
pub use self::exchange::*;
pub use self::id::*;
pub use self::instant::{ClockDoubt, Moment, Stretch, clock_doubt, moment};
pub use self::item::*;
pub use self::movement::*;
pub use self::note::*;
pub use self::opening::OpeningHours;
pub use self::person::*;
pub use self::record::{Choice, Visitor, Walk};
pub use self::stay::OwnWays;
pub use self::text::{Lang, Text};
pub use self::time::{Minute, When, Zone};
pub use self::visit::*;

macro_rules! records {
    ($( $name:ident($id:ident) in $list:ident, )*) => {
        /// Names any record of a visit.
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordRef { $( $name($id), )* }

        /// Any record of a visit.
        #[derive(Clone, Debug, PartialEq, Eq)]
        pub enum Record { $( $name(Arc<$name>), )* }

        /// The kinds of record, in the order of the file.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum RecordKind { $( $name, )* }

        impl RecordKind {
            pub const ALL: &'static [Self] = &[$( Self::$name, )*];

            /// The name of the record's type.
            pub fn name(self) -> &'static str {
                match self { $( Self::$name => stringify!($name), )* }
            }

            /// The reference to a record of this kind; `None` when `id` is not a slug.
            pub fn reference(self, id: &str) -> Option<RecordRef> {
                match self { $( Self::$name => $id::new(id).map(RecordRef::$name), )* }
            }
        }

        impl RecordRef {
            pub fn kind(&self) -> RecordKind {
                match self { $( Self::$name(_) => RecordKind::$name, )* }
            }

            pub fn id(&self) -> &str {
                match self { $( Self::$name(id) => id.as_str(), )* }
            }
        }

        impl Record {
            /// A record of that kind with nothing in it yet, not even an id.
            pub fn blank(kind: RecordKind) -> Self {
                match kind { $( RecordKind::$name => Self::$name(Arc::default()), )* }
            }

            pub fn reference(&self) -> RecordRef {
                match self { $( Self::$name(record) => RecordRef::$name(record.id.clone()), )* }
            }

            pub fn kind(&self) -> RecordKind {
                match self { $( Self::$name(_) => RecordKind::$name, )* }
            }

            /// The same record under another id; unchanged when `id` is not a slug.
            #[must_use]
            pub fn with_id(mut self, id: &str) -> Self {
                match &mut self {
                    $( Self::$name(record) => if let Some(id) = $id::new(id) {
                        Arc::make_mut(record).id = id;
                    }, )*
                }
                self
            }

            /// Whether both are the same record in memory, hence equal.
            pub fn is_shared_with(&self, other: &Self) -> bool {
                match (self, other) {
                    $( (Self::$name(a), Self::$name(b)) => Arc::ptr_eq(a, b), )*
                    _ => false,
                }
            }

            /// The record as the fields of the file.
            pub fn to_json(&self) -> serde_json::Value {
                match self {
                    $( Self::$name(record) => serde_json::to_value(record).unwrap_or_default(), )*
                }
            }
        }

        impl Walk for Record {
            fn walk(&self, visitor: &mut dyn Visitor) {
                match self { $( Self::$name(record) => record.walk(visitor), )* }
            }

            fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
                match self { $( Self::$name(record) => record.walk_texts(change), )* }
            }

            fn forget(&mut self, gone: &RecordRef) {
                match self { $( Self::$name(record) => record.forget(gone), )* }
            }

            fn redirect(&mut self, old: &RecordRef, new: &RecordRef) {
                match self { $( Self::$name(record) => record.redirect(old, new), )* }
            }
        }

        $(
            impl Walk for $id {
                fn walk(&self, visitor: &mut dyn Visitor) {
                    visitor.reference(RecordRef::$name(self.clone()));
                }

                fn walk_texts(&mut self, _change: &mut dyn FnMut(&mut String)) {}

                fn forget(&mut self, _gone: &RecordRef) {}

                fn redirect(&mut self, old: &RecordRef, new: &RecordRef) {
                    if let RecordRef::$name(new) = new
                        && self.is_reference_to(old)
                    {
                        self.clone_from(new);
                    }
                }

                fn is_reference_to(&self, gone: &RecordRef) -> bool {
                    matches!(gone, RecordRef::$name(id) if id == self)
                }
            }

            impl From<$name> for Record {
                fn from(record: $name) -> Self {
                    Self::$name(Arc::new(record))
                }
            }

            impl From<$id> for RecordRef {
                fn from(id: $id) -> Self {
                    Self::$name(id)
                }
            }
        )*

        impl Visit {
            /// All records of one kind, in the user's order.
            pub fn records(&self, kind: RecordKind) -> Vec<Record> {
                match kind {
                    $( RecordKind::$name => {
                        self.$list.iter().cloned().map(Record::$name).collect()
                    } )*
                }
            }

            pub fn record(&self, reference: &RecordRef) -> Option<Record> {
                match reference {
                    $( RecordRef::$name(id) => {
                        let found = self.$list.iter().find(|record| record.id == *id);
                        found.cloned().map(Record::$name)
                    } )*
                }
            }

            pub fn position(&self, reference: &RecordRef) -> Option<usize> {
                match reference {
                    $( RecordRef::$name(id) => {
                        self.$list.iter().position(|record| record.id == *id)
                    } )*
                }
            }

            pub fn len(&self, kind: RecordKind) -> usize {
                match kind { $( RecordKind::$name => self.$list.len(), )* }
            }

            /// Puts a record in the place of the one with its id, where there is one.
            pub(crate) fn replace(&mut self, record: Record) {
                match record {
                    $( Record::$name(record) => {
                        let old = self.$list.iter_mut().find(|old| old.id == record.id);
                        if let Some(old) = old {
                            *old = record;
                        }
                    } )*
                }
            }

            /// Puts a record at `position` of its list, at the end when that is too far.
            pub(crate) fn insert(&mut self, record: Record, position: usize) {
                match record {
                    $( Record::$name(record) => {
                        let position = position.min(self.$list.len());
                        self.$list.insert(position, record);
                    } )*
                }
            }

            /// Takes a record out of its list; references to it stay.
            /// The references to the records of a kind, in the order of the file.
            pub fn references(&self, kind: RecordKind) -> Vec<RecordRef> {
                match kind {
                    $( RecordKind::$name => {
                        let ids = self.$list.iter().map(|record| record.id.clone());
                        ids.map(RecordRef::$name).collect()
                    } )*
                }
            }

            pub(crate) fn take(&mut self, reference: &RecordRef) -> Option<Record> {
                let position = self.position(reference)?;
                match reference {
                    $( RecordRef::$name(_) => Some(Record::$name(self.$list.remove(position))), )*
                }
            }
        }
    };
}

records! {
    Delegation(DelegationId) in delegations,
    Group(GroupId) in groups,
    Person(PersonId) in people,
    Place(PlaceId) in places,
    Item(ItemId) in items,
    Vehicle(VehicleId) in vehicles,
    Room(RoomId) in rooms,
    Note(NoteId) in notes,
    Task(TaskId) in tasks,
    Gift(GiftId) in gifts,
    Agreement(AgreementId) in agreements,
    FollowUp(FollowUpId) in follow_ups,
    Arrangement(ArrangementId) in arrangements,
}
