//! Who reads a paper, and which items they may know of.

use crate::model::record::choice;
use crate::model::{Item, Visibility};

choice! {
    /// The reader of a paper.
    pub enum Audience {
        /// The delegation and its hosts.
        Guest,
        /// The team that runs the visit.
        Staff,
        /// The press.
        Media,
    }
}

impl Audience {
    /// The name in the file, in file names and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Self::Guest => "guest",
            Self::Staff => "staff",
            Self::Media => "media",
        }
    }

    /// Whether the reader may know of the item at all. A cancelled one is kept from those who
    /// would only wonder about it.
    pub fn may_know(self, item: &Item) -> bool {
        match self {
            Self::Guest => {
                matches!(item.visibility, Visibility::Guests | Visibility::Public)
                    && !item.is_cancelled()
            }
            Self::Staff => match item.visibility {
                Visibility::Guests | Visibility::Public | Visibility::Staff => true,
                Visibility::Confidential => false,
            },
            Self::Media => item.visibility == Visibility::Public && !item.is_cancelled(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Choice as _, ItemStatus};

    #[test]
    fn each_reader_knows_of_the_items_meant_for_them() {
        use Visibility::{Confidential, Guests, Public, Staff};
        let knows = |audience: Audience| -> Vec<Visibility> {
            let known = |visibility: &Visibility| {
                audience.may_know(&Item { visibility: *visibility, ..Item::default() })
            };
            Visibility::ALL.iter().copied().filter(known).collect()
        };
        assert_eq!(knows(Audience::Guest), [Guests, Public]);
        assert_eq!(knows(Audience::Staff), [Guests, Public, Staff]);
        assert_eq!(knows(Audience::Media), [Public]);
        assert!(Visibility::ALL.contains(&Confidential));
    }

    #[test]
    fn only_staff_see_what_was_cancelled() {
        let gone = Item {
            visibility: Visibility::Public,
            status: ItemStatus::Cancelled,
            ..Item::default()
        };
        let knowing: Vec<_> =
            Audience::ALL.iter().copied().filter(|audience| audience.may_know(&gone)).collect();
        assert_eq!(knowing, [Audience::Staff]);
    }
}
