//! Why somebody stands where they stand, in one sentence.

use chrono::NaiveDate;

use crate::model::{DelegationId, PersonId, RecordRef, Tenure, Visit};
use crate::words::{choice, dates, interface_lang, say};

/// A part in the event that decides the place before any rank.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    GuestOfHonour,
    Host,
    Signatory,
}

/// What put somebody behind the one before them. The first of an order leads by the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// PROTOCOL section 4, rule 1.
    Role(Role),
    /// The local head stands above visitors of higher standing in their own area.
    LocalHead,
    /// Rule 2: the class of office; `of`: the partner whose office counts.
    Rank { rank: u16, of: Option<PersonId> },
    /// The class of office is not stated: behind all of whom it is.
    RankUnknown,
    /// Rule 3.
    Tenure(Tenure),
    /// Rule 4: since when the post is held; `None`: not stated, behind all of whom it is.
    Since(Option<NaiveDate>),
    /// Rule 5: the other side's person of equal rank goes first.
    OwnNational,
    /// Rule 6: head and deputy of a body before its staff.
    HeadOfBody,
    /// Rule 7: delegations of equal rank.
    Delegation(DelegationId),
    /// As listed in the delegation, for want of anything else.
    AsListed,
    /// By the officer's word.
    Override { before: Option<PersonId>, reason: String },
}

impl Why {
    /// The reason in words: "class of office 3".
    pub fn sentence(&self, visit: &Visit) -> String {
        match self {
            Self::Role(Role::GuestOfHonour) => say!("why-guest-of-honour"),
            Self::Role(Role::Host) => say!("why-host"),
            Self::Role(Role::Signatory) => say!("why-signatory"),
            Self::LocalHead => say!("why-local-head"),
            Self::Rank { rank, of: None } => say!("why-rank", rank = (*rank)),
            Self::Rank { rank, of: Some(partner) } => {
                let partner = visit.person_label(partner);
                say!("why-partner", rank = (*rank), partner = partner)
            }
            Self::RankUnknown => say!("why-rank-unknown"),
            Self::Tenure(tenure) => say!("why-tenure", tenure = choice(*tenure)),
            Self::Since(Some(day)) => {
                let day = dates::date(*day, &interface_lang());
                say!("why-since", day = day)
            }
            Self::Since(None) => say!("why-since-unknown"),
            Self::OwnNational => say!("why-own"),
            Self::HeadOfBody => say!("why-head"),
            Self::Delegation(id) => {
                let name = visit.label(&RecordRef::Delegation(id.clone()));
                say!("why-delegation", delegation = name)
            }
            Self::AsListed => say!("why-listed"),
            Self::Override { before: Some(before), reason } => {
                let before = visit.person_label(before);
                say!("why-override", before = before, reason = reason.as_str())
            }
            Self::Override { before: None, reason } => {
                say!("why-override-last", reason = reason.as_str())
            }
        }
    }
}
