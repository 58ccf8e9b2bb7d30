//! The order of precedence: keys in turn, the first that differs decides; a written override
//! beats them all (PROTOCOL section 4).

use std::cmp::Ordering;
use std::sync::Arc;

use chrono::NaiveDate;

use super::countries::english_name;
use super::why::{Role, Why};
use crate::model::{
    ArrangementId, Delegation, DelegationId, EqualDelegations, ItemId, Override, PartyRole, Person,
    PersonId, Side, Tenure, Visit,
};

/// What an order is for. Each has its own people and overrides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Purpose {
    Visit,
    Item(ItemId),
    Arrangement(ArrangementId),
}

/// Somebody in an order, and what put them behind the one before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ranked {
    pub person: PersonId,
    pub why: Why,
}

/// Heads of state and of government in the general rank scheme: no local head stands above them.
const NATIONAL_LEADERS: u16 = 2;

/// Everyone the purpose concerns, of both sides, the first first. Those of one side in it are the
/// order of that side. Who declined is in no order.
pub fn order(visit: &Visit, purpose: &Purpose) -> Vec<Ranked> {
    let people = people(visit, purpose);
    let head = local_head(visit, &people);
    let key = |person: &Arc<Person>| (Key::of(visit, purpose, person, head), person.id.clone());
    let mut keyed: Vec<(Key, PersonId)> = people.into_iter().map(key).collect();
    keyed.sort_by(|(a, _), (b, _)| a.compare(b).0);
    let mut order: Vec<Ranked> = Vec::with_capacity(keyed.len());
    let mut before: Option<&Key> = None;
    for (key, person) in &keyed {
        let decided = before.map_or(Decided::Opening, |before| before.compare(key).1);
        order.push(Ranked { person: person.clone(), why: key.why(decided) });
        before = Some(key);
    }
    for change in overrides(visit, purpose) {
        carry(&mut order, change);
    }
    order
}

fn people<'a>(visit: &'a Visit, purpose: &Purpose) -> Vec<&'a Arc<Person>> {
    let item = match purpose {
        Purpose::Visit => None,
        Purpose::Item(id) => visit.item(id),
        Purpose::Arrangement(id) => {
            let arrangement = visit.arrangements.iter().find(|known| known.id == *id);
            arrangement.and_then(|known| known.item.as_ref()).and_then(|id| visit.item(id))
        }
    };
    let all = match item {
        Some(item) => visit.present_at(item),
        None => visit.people.iter().collect(),
    };
    let has_a_place = |person: &&Arc<Person>| {
        !person.has_declined()
            && !matches!(person.role, PartyRole::Driver | PartyRole::Security)
            && visit.delegation_of(&person.id).is_some()
    };
    all.into_iter().filter(has_a_place).collect()
}

/// Who goes first in their own area, where the visit says so and they are there.
fn local_head<'a>(visit: &'a Visit, people: &[&Arc<Person>]) -> Option<&'a PersonId> {
    let host = visit.about.host.as_ref().filter(|_| visit.about.local_head_first)?;
    people.iter().any(|person| person.id == *host).then_some(host)
}

/// The overrides that hold for the purpose, the wider first.
fn overrides<'a>(visit: &'a Visit, purpose: &Purpose) -> Vec<&'a Override> {
    let arrangement = match purpose {
        Purpose::Arrangement(id) => visit.arrangements.iter().find(|known| known.id == *id),
        Purpose::Visit | Purpose::Item(_) => None,
    };
    let item = match purpose {
        Purpose::Item(id) => Some(id),
        Purpose::Visit | Purpose::Arrangement(_) => {
            arrangement.and_then(|known| known.item.as_ref())
        }
    };
    let whole = visit.overrides.iter().filter(|change| change.item.is_none());
    let of_item = visit
        .overrides
        .iter()
        .filter(|change| change.item.is_some() && change.item.as_ref() == item);
    let of_arrangement = arrangement.into_iter().flat_map(|known| &known.overrides);
    whole.chain(of_item).chain(of_arrangement).collect()
}

/// Carries a person right before another, or to the end. One that names nobody of the order
/// changes nothing.
fn carry(order: &mut Vec<Ranked>, change: &Override) {
    let position = |order: &[Ranked], id: &Option<PersonId>| {
        order.iter().position(|ranked| Some(&ranked.person) == id.as_ref())
    };
    let Some(from) = position(order, &change.person) else { return };
    if change.before.is_some() && position(order, &change.before).is_none()
        || change.before == change.person
    {
        return;
    }
    let mut moved = order.remove(from);
    let to = position(order, &change.before).unwrap_or(order.len());
    moved.why = Why::Override { before: change.before.clone(), reason: change.reason.clone() };
    order.insert(to, moved);
}

/// Which key told two people apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Decided {
    /// Nobody stands before.
    Opening,
    Role,
    Rank,
    Tenure,
    Since,
    Foreign,
    Delegation,
    Head,
    List,
}

/// The local-head rule: leaders of the nation, the local head, everyone else. Without a local head
/// all are `Others`, and their roles decide.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Tier {
    Leaders,
    LocalHead,
    Others,
}

/// What of a person decides, in the order of the rules. Each is compared for itself: a rule
/// between two people alone would lead in circles among three.
#[derive(Clone, Debug)]
struct Key {
    tier: Tier,
    role: Option<Role>,
    stated: Option<(u16, Option<PersonId>)>,
    tenure: Tenure,
    since: Option<NaiveDate>,
    is_own: bool,
    /// Rule 7: the host's own last, then by the rule that the visit chose.
    delegation: (bool, String),
    party: Option<DelegationId>,
    /// Head, deputy, others.
    head: u8,
    list: usize,
}

impl Key {
    fn of(visit: &Visit, purpose: &Purpose, person: &Person, head: Option<&PersonId>) -> Self {
        let party = visit.delegation_of(&person.id);
        let stated = class(visit, person);
        Self {
            tier: head.map_or(Tier::Others, |head| tier(stated.as_ref(), person.id == *head)),
            role: role(visit, purpose, person),
            stated,
            tenure: person.tenure,
            since: person.in_post_since,
            is_own: party.is_some_and(|party| party.side == Side::Host),
            delegation: party.map(|party| place_of(visit, party)).unwrap_or_default(),
            head: party.map_or(2, |party| standing(party, person)),
            list: party.map_or(usize::MAX, |party| {
                party.members.iter().position(|id| *id == person.id).unwrap_or(usize::MAX)
            }),
            party: party.map(|party| party.id.clone()),
        }
    }

    /// Who comes first, and what decided it.
    fn compare(&self, other: &Self) -> (Ordering, Decided) {
        let role = |key: &Self| (key.role.is_none(), key.role);
        let class = |key: &Self| key.stated.as_ref().map_or(u16::MAX, |(class, _)| *class);
        let steps = [
            (self.tier.cmp(&other.tier), Decided::Role),
            (role(self).cmp(&role(other)), Decided::Role),
            (class(self).cmp(&class(other)), Decided::Rank),
            (in_office(self.tenure).cmp(&in_office(other.tenure)), Decided::Tenure),
            (
                (self.since.is_none(), self.since).cmp(&(other.since.is_none(), other.since)),
                Decided::Since,
            ),
            (self.is_own.cmp(&other.is_own), Decided::Foreign),
            (self.delegation.cmp(&other.delegation), Decided::Delegation),
            (self.party.cmp(&other.party), Decided::Delegation),
            (self.head.cmp(&other.head), Decided::Head),
        ];
        let decided = steps.into_iter().find(|(order, _)| order.is_ne());
        decided.unwrap_or((self.list.cmp(&other.list), Decided::List))
    }

    fn why(&self, decided: Decided) -> Why {
        match decided {
            Decided::Opening | Decided::Role if self.tier == Tier::LocalHead => Why::LocalHead,
            Decided::Opening | Decided::Role => match self.role {
                Some(role) => Why::Role(role),
                None => self.rank(),
            },
            Decided::Rank => self.rank(),
            Decided::Tenure => Why::Tenure(self.tenure),
            Decided::Since => Why::Since(self.since),
            Decided::Foreign => Why::OwnNational,
            Decided::Delegation => match &self.party {
                Some(party) => Why::Delegation(party.clone()),
                None => Why::AsListed,
            },
            Decided::Head => Why::HeadOfBody,
            Decided::List => Why::AsListed,
        }
    }

    fn rank(&self) -> Why {
        match &self.stated {
            Some((rank, of)) => Why::Rank { rank: *rank, of: of.clone() },
            None => Why::RankUnknown,
        }
    }
}

fn tier(stated: Option<&(u16, Option<PersonId>)>, is_local_head: bool) -> Tier {
    match stated {
        Some((class, _)) if *class <= NATIONAL_LEADERS => Tier::Leaders,
        _ if is_local_head => Tier::LocalHead,
        _ => Tier::Others,
    }
}

/// Rule 1, the parts of the event.
fn role(visit: &Visit, purpose: &Purpose, person: &Person) -> Option<Role> {
    let about = &visit.about;
    let is = |id: &Option<PersonId>| id.as_ref() == Some(&person.id);
    if is(&about.guest_of_honour) {
        return Some(Role::GuestOfHonour);
    }
    if is(&about.host) {
        return Some(Role::Host);
    }
    let Purpose::Item(item) = purpose else { return None };
    let here = visit.agreements.iter().filter(|agreement| agreement.item.as_ref() == Some(item));
    let mut parties = here.flat_map(|agreement| &agreement.parties);
    parties.any(|party| is(&party.signatory)).then_some(Role::Signatory)
}

/// Rule 2: the class of the person's own office, else of the partner's.
fn class(visit: &Visit, person: &Person) -> Option<(u16, Option<PersonId>)> {
    if person.rank > 0 {
        return Some((person.rank, None));
    }
    let partner = person.partner.as_ref().and_then(|id| visit.person(id))?;
    (partner.rank > 0).then(|| (partner.rank, Some(partner.id.clone())))
}

/// Rule 3: in office before acting or former.
fn in_office(tenure: Tenure) -> u8 {
    match tenure {
        Tenure::InOffice => 0,
        Tenure::Acting => 1,
        Tenure::Designate => 2,
        Tenure::Former => 3,
    }
}

/// Rule 7: the host last, else by country, notification or arrival, whichever the visit chose.
fn place_of(visit: &Visit, party: &Delegation) -> (bool, String) {
    /// Behind every date.
    const NEVER: &str = "~";
    let by = match visit.about.equal_delegations {
        EqualDelegations::ByCountry => english_name(&party.country).to_owned(),
        EqualDelegations::ByNotification => {
            party.notified_on.map_or_else(|| NEVER.to_owned(), |day| day.to_string())
        }
        EqualDelegations::ByArrival => {
            party.arrives.map_or_else(|| NEVER.to_owned(), |at| at.to_string())
        }
    };
    (party.side == Side::Host, by)
}

/// Rule 6: head, deputy, others.
fn standing(party: &Delegation, person: &Person) -> u8 {
    if party.head.as_ref() == Some(&person.id) {
        0
    } else if party.deputy.as_ref() == Some(&person.id) {
        1
    } else {
        2
    }
}

#[cfg(test)]
mod tests;
