//! How every record of a visit is declared: plain data, defaults left out of the file, unknown
//! fields refused, and one walk over all its texts and references.

use std::collections::BTreeMap;
use std::sync::Arc;

use super::id;
use super::text::{Lang, Text};
use super::time::{Minute, When, Zone};

/// Whether a field holds its default and is left out of the file.
pub(crate) fn is_default<T: Default + PartialEq>(value: &T) -> bool {
    *value == T::default()
}

/// What a walk meets. Field names are those of the file.
pub trait Visitor {
    /// The walk goes into a field of a record.
    fn enter(&mut self, _field: &'static str) {}

    /// The walk leaves the field it entered last.
    fn leave(&mut self) {}

    /// The walk meets a list of so many.
    fn list(&mut self, _len: usize) {}

    fn text(&mut self, _text: &str) {}

    /// A reference to a record, or a record's own id. Empty when an optional one is not set.
    fn reference(&mut self, _to: super::RecordRef) {}
}

/// Goes through every text and every reference of a value, in the order of the file.
pub trait Walk {
    fn walk(&self, visitor: &mut dyn Visitor);

    /// Goes through every text that can be changed.
    fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String));

    /// Drops every reference to a record that is no more.
    fn forget(&mut self, gone: &super::RecordRef);

    /// Makes every reference to `old` one to `new`; a list keeps `new` once.
    fn redirect(&mut self, old: &super::RecordRef, new: &super::RecordRef);

    /// Whether the value itself is a reference to `gone`, so that a list of such drops it.
    fn is_reference_to(&self, _gone: &super::RecordRef) -> bool {
        false
    }
}

macro_rules! leaf {
    ($($type:ty),* $(,)?) => {$(
        impl $crate::model::record::Walk for $type {
            fn walk(&self, _visitor: &mut dyn $crate::model::record::Visitor) {}
            fn walk_texts(&mut self, _change: &mut dyn FnMut(&mut String)) {}
            fn forget(&mut self, _gone: &$crate::model::RecordRef) {}
            fn redirect(
                &mut self,
                _old: &$crate::model::RecordRef,
                _new: &$crate::model::RecordRef,
            ) {
            }
        }
    )*};
}
pub(crate) use leaf;

leaf!(
    bool,
    u8,
    u16,
    u32,
    i64,
    chrono::NaiveDate,
    Minute,
    When,
    Zone,
    Lang,
    id::VisitId,
    id::StepId,
    id::IssueId
);

impl Walk for String {
    fn walk(&self, visitor: &mut dyn Visitor) {
        visitor.text(self);
    }

    fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(self);
    }

    fn forget(&mut self, _gone: &super::RecordRef) {}

    fn redirect(&mut self, _old: &super::RecordRef, _new: &super::RecordRef) {}
}

impl Walk for Text {
    fn walk(&self, visitor: &mut dyn Visitor) {
        self.all().for_each(|text| visitor.text(text));
    }

    fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        self.change_all(change);
    }

    fn forget(&mut self, _gone: &super::RecordRef) {}

    fn redirect(&mut self, _old: &super::RecordRef, _new: &super::RecordRef) {}
}

impl<T: Walk> Walk for Option<T> {
    fn walk(&self, visitor: &mut dyn Visitor) {
        if let Some(value) = self {
            value.walk(visitor);
        }
    }

    fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        if let Some(value) = self {
            value.walk_texts(change);
        }
    }

    fn forget(&mut self, gone: &super::RecordRef) {
        if self.as_ref().is_some_and(|value| value.is_reference_to(gone)) {
            *self = None;
        } else if let Some(value) = self {
            value.forget(gone);
        }
    }

    fn redirect(&mut self, old: &super::RecordRef, new: &super::RecordRef) {
        if let Some(value) = self {
            value.redirect(old, new);
        }
    }
}

impl<T: Walk> Walk for Vec<T> {
    fn walk(&self, visitor: &mut dyn Visitor) {
        visitor.list(self.len());
        for value in self {
            value.walk(visitor);
        }
    }

    fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        for value in self {
            value.walk_texts(change);
        }
    }

    fn forget(&mut self, gone: &super::RecordRef) {
        self.retain(|value| !value.is_reference_to(gone));
        for value in self {
            value.forget(gone);
        }
    }

    fn redirect(&mut self, old: &super::RecordRef, new: &super::RecordRef) {
        if self.iter().any(|value| value.is_reference_to(new)) {
            self.retain(|value| !value.is_reference_to(old));
        }
        for value in self {
            value.redirect(old, new);
        }
    }
}

impl<K: Ord, T: Walk> Walk for BTreeMap<K, T> {
    fn walk(&self, visitor: &mut dyn Visitor) {
        visitor.list(self.len());
        for value in self.values() {
            value.walk(visitor);
        }
    }

    fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        for value in self.values_mut() {
            value.walk_texts(change);
        }
    }

    fn forget(&mut self, gone: &super::RecordRef) {
        for value in self.values_mut() {
            value.forget(gone);
        }
    }

    fn redirect(&mut self, old: &super::RecordRef, new: &super::RecordRef) {
        for value in self.values_mut() {
            value.redirect(old, new);
        }
    }
}

/// Records are shared between the steps of the history; only one that changes is copied.
impl<T: Walk + Clone> Walk for Arc<T> {
    fn walk(&self, visitor: &mut dyn Visitor) {
        T::walk(self, visitor);
    }

    fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
        Self::make_mut(self).walk_texts(change);
    }

    fn forget(&mut self, gone: &super::RecordRef) {
        if refers_to(&**self, gone) {
            Self::make_mut(self).forget(gone);
        }
    }

    fn redirect(&mut self, old: &super::RecordRef, new: &super::RecordRef) {
        if refers_to(&**self, old) {
            Self::make_mut(self).redirect(old, new);
        }
    }
}

fn refers_to(value: &dyn Walk, gone: &super::RecordRef) -> bool {
    let mut finder = Finder { gone, found: false };
    value.walk(&mut finder);
    finder.found
}

/// Looks for one reference.
struct Finder<'a> {
    gone: &'a super::RecordRef,
    found: bool,
}

impl Visitor for Finder<'_> {
    fn reference(&mut self, to: super::RecordRef) {
        self.found |= to == *self.gone;
    }
}

/// Declares a record: plain data whose fields at their default are left out of the file.
macro_rules! record {
    ($(
        $(#[$meta:meta])*
        pub struct $name:ident {
            $( $(#[$field_meta:meta])* pub $field:ident : $type:ty, )*
        }
    )*) => {$(
        $(#[$meta])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(default, deny_unknown_fields)]
        pub struct $name {
            $(
                $(#[$field_meta])*
                #[serde(skip_serializing_if = "crate::model::record::is_default")]
                pub $field: $type,
            )*
        }

        impl $name {
            /// The fields in the order of the file.
            pub const FIELDS: &'static [&'static str] = &[$(stringify!($field)),*];
        }

        impl $crate::model::record::Walk for $name {
            fn walk(&self, visitor: &mut dyn $crate::model::record::Visitor) {
                $(
                    visitor.enter(stringify!($field));
                    $crate::model::record::Walk::walk(&self.$field, visitor);
                    visitor.leave();
                )*
            }

            fn walk_texts(&mut self, change: &mut dyn FnMut(&mut String)) {
                $( $crate::model::record::Walk::walk_texts(&mut self.$field, change); )*
            }

            fn forget(&mut self, gone: &$crate::model::RecordRef) {
                $( $crate::model::record::Walk::forget(&mut self.$field, gone); )*
            }

            fn redirect(
                &mut self,
                old: &$crate::model::RecordRef,
                new: &$crate::model::RecordRef,
            ) {
                $( $crate::model::record::Walk::redirect(&mut self.$field, old, new); )*
            }
        }
    )*};
}
pub(super) use record;

/// Declares a choice between named values, the first being the default.
macro_rules! choice {
    ($(
        $(#[$meta:meta])*
        pub enum $name:ident {
            $(#[$first_meta:meta])* $first:ident,
            $( $(#[$variant_meta:meta])* $variant:ident, )*
        }
    )*) => {$(
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash,
            serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $(#[$first_meta])* #[default] $first,
            $( $(#[$variant_meta])* $variant, )*
        }

        impl $crate::model::Choice for $name {
            const TYPE: &'static str = stringify!($name);
            const ALL: &'static [Self] = &[Self::$first, $(Self::$variant),*];

            fn variant(self) -> &'static str {
                match self {
                    Self::$first => stringify!($first),
                    $( Self::$variant => stringify!($variant), )*
                }
            }
        }

        $crate::model::record::leaf!($name);
    )*};
}
pub(crate) use choice;

/// A choice between named values: its list for menus, its names for the catalogue.
pub trait Choice: Copy + Eq + 'static {
    /// The name of the type, as in the file's documentation.
    const TYPE: &'static str;
    /// Every value, in the order of menus.
    const ALL: &'static [Self];

    /// The value as the file writes it.
    fn variant(self) -> &'static str;
}
