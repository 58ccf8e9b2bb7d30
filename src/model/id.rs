//! Ids: short readable slugs, unique in the file, stable for ever.

use std::borrow::Borrow;
use std::fmt;
use std::sync::Arc;

use serde::de::Error as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// The longest id a file may hold, in bytes.
pub const MAX_ID: usize = 80;

/// Whether `text` can be an id: lower-case ASCII letters, digits and single hyphens between them.
pub fn is_slug(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= MAX_ID
        && text.split('-').all(|part| {
            !part.is_empty() && part.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit())
        })
}

/// A slug made from a name or title in any script, not yet taken according to `taken`.
/// Text without letters that can be romanised gives `fallback`.
pub fn fresh_slug(text: &str, fallback: &str, taken: impl Fn(&str) -> bool) -> String {
    let mut base = slug::slugify(text);
    base.truncate(48);
    let base = base.trim_matches('-');
    let base = if is_slug(base) { base } else { fallback };
    if !taken(base) {
        return base.to_owned();
    }
    (2..=u32::MAX).map(|n| format!("{base}-{n}")).find(|slug| !taken(slug)).unwrap_or_default()
}

macro_rules! ids {
    ($($(#[$meta:meta])* $name:ident;)*) => {$(
        $(#[$meta])*
        #[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(Arc<str>);

        impl $name {
            /// The id that stands for `slug`; `None` when it is not a slug.
            pub fn new(slug: &str) -> Option<Self> {
                is_slug(slug).then(|| Self(slug.into()))
            }

            pub fn as_str(&self) -> &str {
                &self.0
            }

            pub fn is_empty(&self) -> bool {
                self.0.is_empty()
            }
        }

        impl Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl fmt::Debug for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Debug::fmt(&self.0, f)
            }
        }

        impl Serialize for $name {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.serialize_str(&self.0)
            }
        }

        impl<'de> Deserialize<'de> for $name {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = String::deserialize(deserializer)?;
                Self::new(&text).ok_or_else(|| {
                    D::Error::custom(crate::words::say!("error-id-form", id = text.as_str()))
                })
            }
        }
    )*};
}

ids! {
    /// A visit, across files and copies.
    VisitId;
    AgreementId;
    ArrangementId;
    DelegationId;
    FollowUpId;
    GiftId;
    /// A named part of a delegation.
    GroupId;
    /// A frozen version of a paper.
    IssueId;
    ItemId;
    NoteId;
    PersonId;
    PlaceId;
    RoomId;
    /// A sub-line of an item.
    StepId;
    TaskId;
    VehicleId;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slug_is_lower_case_words_joined_by_hyphens() {
        for good in ["oh-se-hoon", "visit-2", "a"] {
            assert!(is_slug(good), "{good}");
        }
        for bad in ["", "-a", "a-", "a--b", "A", "ü", "a b", &"a".repeat(MAX_ID + 1)] {
            assert!(!is_slug(bad), "{bad}");
        }
    }

    #[test]
    fn a_name_in_any_script_gives_a_free_slug() {
        assert_eq!(fresh_slug("Oh Se-hoon", "person", |_| false), "oh-se-hoon");
        assert!(is_slug(&fresh_slug("吴世勋", "person", |_| false)));
        assert!(is_slug(&fresh_slug("오세훈", "person", |_| false)));
        assert_eq!(fresh_slug("…", "person", |_| false), "person");
        assert_eq!(fresh_slug("…", "person", |slug| slug == "person"), "person-2");
    }
}
