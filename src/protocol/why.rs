//! Why somebody stands where they stand, in one sentence.

use chrono::NaiveDate;

use super::ranks;
use crate::model::{
    BodyLevel, DelegationId, EventRelation, PersonId, RecordRef, Tenure, Text, Visit,
};
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
    /// Rule 2: the rank of office, of the `class` where it is not stated by number; `post`: the
    /// office that counts in place of the one named; `of`: the partner whose office counts.
    Rank { rank: u16, class: String, post: Option<Text>, of: Option<PersonId> },
    /// The class of office is not stated: behind all of whom it is.
    RankUnknown,
    /// Rule 3.
    Tenure(Tenure),
    /// Rule 4: since when the post is held; `None`: not stated, behind all of whom it is.
    Since(Option<NaiveDate>),
    /// Rule 5: the other side's person of equal rank goes first.
    OwnNational,
    /// Rule 6: national before local.
    BodyLevel(Option<BodyLevel>),
    /// Rule 6: higher before subordinate, then by the date founded; `None`: nothing is known of
    /// the body.
    Body(Option<(String, Option<NaiveDate>)>),
    /// Rule 6: head and deputy of a body before its staff.
    HeadOfBody,
    /// Rule 7: delegations of equal rank.
    Delegation(DelegationId),
    /// Rule 8: what they have to do with the event.
    Relation(EventRelation),
    /// Rule 8: the elder first.
    Age,
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
            Self::Rank { rank, class, post, of } => {
                rank_sentence(visit, *rank, class, post.as_ref(), of.as_ref())
            }
            Self::RankUnknown => say!("why-rank-unknown"),
            Self::Tenure(tenure) => say!("why-tenure", tenure = choice(*tenure)),
            Self::Since(Some(day)) => {
                let day = dates::date(*day, &interface_lang());
                say!("why-since", day = day)
            }
            Self::Since(None) => say!("why-since-unknown"),
            Self::OwnNational => say!("why-own"),
            Self::BodyLevel(Some(level)) => say!("why-body-level", level = choice(*level)),
            Self::BodyLevel(None) | Self::Body(None) => say!("why-body-unknown"),
            Self::Body(Some((body, founded))) => body_sentence(visit, body, *founded),
            Self::Relation(relation) => say!("why-relation", relation = choice(*relation)),
            Self::Age => say!("why-age"),
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

fn rank_sentence(
    visit: &Visit,
    rank: u16,
    id: &str,
    post: Option<&Text>,
    of: Option<&PersonId>,
) -> String {
    let lang = interface_lang();
    let class = match ranks::class(&visit.about.ranks, id) {
        Some(class) => {
            say!("why-class", rank = rank, class = class.name.in_lang(&lang))
        }
        None => say!("why-rank", rank = rank),
    };
    let class = match post.map(|post| post.in_lang(&lang)).filter(|post| !post.is_empty()) {
        Some(post) => say!("why-post", post = post, class = class),
        None => class,
    };
    match of {
        Some(partner) => say!("why-partner", class = class, partner = visit.person_label(partner)),
        None => class,
    }
}

fn body_sentence(visit: &Visit, body: &str, founded: Option<NaiveDate>) -> String {
    let bodies = &visit.about.bodies;
    let under = bodies.iter().find(|known| known.name.any() == body).map(|known| &known.under);
    match (under.filter(|under| !under.trim().is_empty()), founded) {
        (Some(above), _) => say!("why-body-under", body = body, above = above.as_str()),
        (None, Some(day)) => {
            let day = dates::date(day, &interface_lang());
            say!("why-body-founded", body = body, day = day)
        }
        (None, None) => say!("why-body", body = body),
    }
}
