//! Rank schemes: classes of office with their rank, as shipped, and which office of a person
//! counts at an event.
//!
//! Where the shipped classes come from:
//! - general and EU/UN: the order of heads of state, heads of government, deputy heads of
//!   government, foreign and other ministers, with chairs of delegations before deputy ministers,
//!   is that of the note by the UN Secretary-General A/CN.4/L.129 (1968); officials of the UN in
//!   the order of the precedence page of the United Nations Office at Geneva; the institutions of
//!   the Union as in article 13 of its treaty, its officials by annex I of its Staff Regulations.
//!   Regions, cities and sections follow as diplomatic lists have them.
//! - Chinese: the ten levels of leading posts of the Civil Servant Law, 2018, article 18.
//! - Korean: the customary order that the handbooks of the ministries give (의전실무편람), then the
//!   senior civil service and the grades of the National Civil Service Act. No law fixes it.
//!
//! An office that ranks otherwise changes its own copy.

use std::sync::LazyLock;

use chrono::NaiveDate;

use super::precedence::Purpose;
use crate::model::{Item, OfficeClass, Person, RankScheme, Scheme, Tenure, Text, Visit};

const SHIPPED: [(Scheme, &str); 4] = [
    (Scheme::General, include_str!("../../assets/ranks/general.ron")),
    (Scheme::Chinese, include_str!("../../assets/ranks/chinese.ron")),
    (Scheme::Korean, include_str!("../../assets/ranks/korean.ron")),
    (Scheme::EuUn, include_str!("../../assets/ranks/eu-un.ron")),
];

/// The classes of a scheme as shipped; the office's own begins with none.
pub fn shipped(scheme: Scheme) -> &'static [OfficeClass] {
    static ALL: LazyLock<Vec<RankScheme>> =
        LazyLock::new(|| SHIPPED.iter().filter_map(|(_, text)| read(text)).collect());
    let found = ALL.iter().find(|known| known.scheme == scheme);
    found.map(|known| known.classes.as_slice()).unwrap_or_default()
}

fn read(text: &str) -> Option<RankScheme> {
    match ron::from_str(text) {
        Ok(scheme) => Some(scheme),
        Err(error) => {
            tracing::error!("a rank scheme does not read: {error}");
            None
        }
    }
}

/// The classes that a scheme goes by: its own where it has any, else those shipped.
pub fn classes(of: &RankScheme) -> &[OfficeClass] {
    if of.classes.is_empty() { shipped(of.scheme) } else { &of.classes }
}

/// The class of that id.
pub fn class<'a>(of: &'a RankScheme, id: &str) -> Option<&'a OfficeClass> {
    classes(of).iter().find(|class| !id.is_empty() && class.id == id)
}

/// The lowest rank of a national leader: before none of up to it goes a local head.
pub(super) fn leaders_up_to(of: &RankScheme) -> u16 {
    let leaders = classes(of).iter().filter(|class| class.national_leader);
    leaders.map(|class| class.rank).max().unwrap_or(0)
}

/// The office of a person that counts, with what the order needs of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Standing<'a> {
    pub(super) rank: u16,
    /// The id of the class the rank comes from; empty where it is stated by number.
    pub(super) class: &'a str,
    /// The post, where it is not the one that papers name.
    pub(super) post: Option<&'a Text>,
    pub(super) tenure: Tenure,
    pub(super) since: Option<NaiveDate>,
    pub(super) body: &'a Text,
}

/// Rules 2 and 8: the office that counts at the item, else the one that counts at the visit, else
/// the post; without any, the highest office held before.
pub(super) fn standing<'a>(
    visit: &'a Visit,
    person: &'a Person,
    item: Option<&Item>,
) -> Option<Standing<'a>> {
    let ranks = &visit.about.ranks;
    let office = |office: &'a crate::model::Office| {
        let (rank, class) = rank(ranks, office.rank, &office.office_class)?;
        let post = Some(&office.post);
        let (tenure, since) = (office.tenure, office.in_post_since);
        Some(Standing { rank, class, post, tenure, since, body: &office.body })
    };
    let here = item
        .and_then(|item| person.offices.iter().find(|office| office.counts_at.contains(&item.id)));
    let chosen = here.or_else(|| person.offices.iter().find(|office| office.counts));
    if let Some(standing) = chosen.and_then(office) {
        return Some(standing);
    }
    if let Some((rank, class)) = rank(ranks, person.rank, &person.office_class) {
        let (tenure, since) = (person.tenure, person.in_post_since);
        return Some(Standing { rank, class, post: None, tenure, since, body: &person.body });
    }
    let former = person.offices.iter().filter(|office| office.tenure == Tenure::Former);
    former.filter_map(office).min_by_key(|standing| standing.rank)
}

/// The rank of a person at an item, or at the visit as a whole; 1 the highest. `None`: not stated.
pub fn rank_at(visit: &Visit, person: &Person, item: Option<&Item>) -> Option<u16> {
    standing(visit, person, item).map(|standing| standing.rank)
}

/// The rank stated by number, else that of the class.
fn rank<'a>(of: &RankScheme, stated: u16, id: &'a str) -> Option<(u16, &'a str)> {
    if stated > 0 {
        return Some((stated, ""));
    }
    class(of, id).map(|class| (class.rank, id)).filter(|(rank, _)| *rank > 0)
}

/// The item a purpose is about.
pub(super) fn item_of<'a>(visit: &'a Visit, purpose: &Purpose) -> Option<&'a Item> {
    let id = match purpose {
        Purpose::Visit => return None,
        Purpose::Item(id) => id,
        Purpose::Arrangement(id) => {
            let arrangement = visit.arrangements.iter().find(|known| known.id == *id)?;
            arrangement.item.as_ref()?
        }
    };
    visit.item(id).map(AsRef::as_ref)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_shipped_scheme_reads_and_ranks_each_class_once() {
        for (scheme, text) in SHIPPED {
            let read: RankScheme = ron::from_str(text).unwrap();
            assert_eq!(read.scheme, scheme);
            let mut ids: Vec<&str> = read.classes.iter().map(|class| class.id.as_str()).collect();
            ids.sort_unstable();
            ids.dedup();
            assert_eq!(ids.len(), shipped(scheme).len(), "{scheme:?}");
            assert!(read.classes.is_sorted_by_key(|class| class.rank), "{scheme:?}");
            assert!(
                read.classes.iter().all(|class| class.rank > 0 && class.name.others().count() == 2)
            );
            // A visit that changes its scheme keeps its leaders.
            for id in ["head-of-state", "head-of-government", "minister", "officer"] {
                assert!(ids.contains(&id), "{scheme:?} lacks {id}");
            }
        }
        assert!(shipped(Scheme::Own).is_empty());
    }

    #[test]
    fn the_visits_own_classes_stand_in_for_those_shipped() {
        let mayor = OfficeClass { id: "mayor".to_owned(), rank: 2, ..OfficeClass::default() };
        let own = RankScheme { classes: vec![mayor], ..RankScheme::default() };
        assert_eq!(class(&own, "mayor").map(|class| class.rank), Some(2));
        assert_eq!(class(&own, "minister"), None);
        assert_eq!(class(&RankScheme::default(), "mayor").map(|class| class.rank), Some(9));
        assert_eq!(class(&own, ""), None);
    }
}
