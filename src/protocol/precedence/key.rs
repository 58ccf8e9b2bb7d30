//! What of a person decides, in the order of the rules, and which rule told two people apart.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::Purpose;
use crate::model::{
    Delegation, EqualDelegations, EventRelation, Item, Person, PersonId, Side, Tenure, Visit,
};
use crate::protocol::bodies::{Bodies, BodyPlace, level_key};
use crate::protocol::countries::english_name;
use crate::protocol::ranks::{self, Standing, item_of};
use crate::protocol::why::{Role, Why};

/// What is looked up once for an order.
pub(super) struct Facts<'a> {
    visit: &'a Visit,
    item: Option<&'a Item>,
    people: BTreeMap<&'a PersonId, &'a Person>,
    /// The delegation of each, and where it lists them.
    parties: BTreeMap<&'a PersonId, (usize, usize)>,
    /// Rule 7 for each delegation.
    places: Vec<(bool, String)>,
    bodies: Bodies<'a>,
    leaders_up_to: u16,
}

impl<'a> Facts<'a> {
    pub(super) fn of(visit: &'a Visit, purpose: &Purpose) -> Self {
        let mut parties = BTreeMap::new();
        for (position, party) in visit.delegations.iter().enumerate() {
            let members = party.members.iter().enumerate();
            let others = party.head.iter().chain(&party.deputy).chain(&party.liaison);
            let all = members.map(|(list, id)| (id, list)).chain(others.map(|id| (id, usize::MAX)));
            for (id, list) in all {
                parties.entry(id).or_insert((position, list));
            }
        }
        Self {
            visit,
            item: item_of(visit, purpose),
            people: visit.people.iter().map(|person| (&person.id, person.as_ref())).collect(),
            parties,
            places: visit.delegations.iter().map(|party| place_of(visit, party)).collect(),
            bodies: Bodies::of(visit),
            leaders_up_to: ranks::leaders_up_to(&visit.about.ranks),
        }
    }

    pub(super) fn has_party(&self, person: &PersonId) -> bool {
        self.parties.contains_key(person)
    }

    /// Rule 2: the person's own office, else the partner's.
    fn standing(&self, person: &'a Person) -> (Option<Standing<'a>>, Option<&'a PersonId>) {
        let own = ranks::standing(self.visit, person, self.item);
        if own.is_some() {
            return (own, None);
        }
        let partner = person.partner.as_ref().and_then(|id| self.people.get(id));
        let of = partner.and_then(|partner| {
            let standing = ranks::standing(self.visit, partner, self.item)?;
            Some((standing, &partner.id))
        });
        of.map_or((None, None), |(standing, id)| (Some(standing), Some(id)))
    }
}

/// Which key told two people apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Decided {
    /// Nobody stands before.
    Opening,
    Role,
    Rank,
    Tenure,
    Since,
    Foreign,
    Level,
    Delegation,
    Body,
    Head,
    Relation,
    Age,
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

/// What of a person decides. Each key is compared for itself: a rule between two people alone
/// would lead in circles among three.
pub(super) struct Key<'a> {
    id: &'a PersonId,
    tier: Tier,
    role: Option<Role>,
    standing: Option<Standing<'a>>,
    /// The partner whose office counts.
    partner: Option<&'a PersonId>,
    tenure: Tenure,
    since: Option<NaiveDate>,
    is_own: bool,
    /// Rule 7: the host's own last, then by the rule that the visit chose.
    delegation: (bool, String),
    party: Option<&'a Delegation>,
    body: Option<BodyPlace>,
    /// Head, deputy, others.
    head: u8,
    relation: EventRelation,
    born: Option<NaiveDate>,
    list: usize,
}

impl<'a> Key<'a> {
    pub(super) fn of(facts: &Facts<'a>, person: &'a Person, head: Option<&PersonId>) -> Self {
        let place = facts.parties.get(&person.id).copied();
        let party = place.and_then(|(at, _)| facts.visit.delegations.get(at));
        let (standing, partner) = facts.standing(person);
        let of = standing.as_ref();
        let bodies = [of.map(|of| of.body), party.map(|party| &party.body)];
        let rank = of.map(|of| of.rank);
        Self {
            id: &person.id,
            tier: head
                .map_or(Tier::Others, |head| tier(rank, facts.leaders_up_to, person.id == *head)),
            role: role(facts, person),
            tenure: of.map_or(person.tenure, |of| of.tenure),
            since: of.map_or(person.in_post_since, |of| of.since),
            is_own: party.is_some_and(|party| party.side == Side::Host),
            delegation: place.and_then(|(at, _)| facts.places.get(at).cloned()).unwrap_or_default(),
            body: bodies.into_iter().flatten().find_map(|body| facts.bodies.place(body)),
            head: party.map_or(2, |party| leading(party, person)),
            list: place.map_or(usize::MAX, |(_, list)| list),
            party: party.map(AsRef::as_ref),
            relation: person.relation,
            born: person.born,
            standing,
            partner,
        }
    }

    /// Who comes first, and what decided it.
    pub(super) fn compare(&self, other: &Self) -> (Ordering, Decided) {
        let role = |key: &Self| (key.role.is_none(), key.role);
        let rank = |key: &Self| key.standing.as_ref().map_or(u16::MAX, |of| of.rank);
        let party = |key: &Self| key.party.map(|party| &party.id);
        /// By one key; falls through where it is the same.
        macro_rules! by {
            ($key:expr, $decided:ident) => {
                let key = $key;
                match key(self).cmp(&key(other)) {
                    Ordering::Equal => {}
                    order => return (order, Decided::$decided),
                }
            };
        }
        by!(|key: &Self| key.tier, Role);
        by!(role, Role);
        by!(rank, Rank);
        by!(|key: &Self| in_office(key.tenure), Tenure);
        by!(|key: &Self| (key.since.is_none(), key.since), Since);
        by!(|key: &Self| key.is_own, Foreign);
        by!(|key: &Self| level_key(key.body.as_ref()), Level);
        match self.delegation.cmp(&other.delegation) {
            Ordering::Equal => {}
            order => return (order, Decided::Delegation),
        }
        match path(self).cmp(&path(other)) {
            Ordering::Equal => {}
            order => return (order, Decided::Body),
        }
        match party(self).cmp(&party(other)) {
            Ordering::Equal => {}
            order => return (order, Decided::Delegation),
        }
        by!(|key: &Self| key.head, Head);
        by!(|key: &Self| key.partner.is_some(), Rank);
        by!(|key: &Self| (key.relation == EventRelation::NotStated, key.relation), Relation);
        by!(|key: &Self| (key.born.is_none(), key.born), Age);
        by!(|key: &Self| key.list, List);
        (self.id.cmp(other.id), Decided::List)
    }

    pub(super) fn why(&self, decided: Decided) -> Why {
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
            Decided::Level => Why::BodyLevel(self.body.as_ref().map(|body| body.level)),
            Decided::Delegation => match self.party {
                Some(party) => Why::Delegation(party.id.clone()),
                None => Why::AsListed,
            },
            Decided::Body => Why::Body(self.body.as_ref().and_then(|body| {
                body.path.last().map(|(_, founded, name)| (name.clone(), *founded))
            })),
            Decided::Head => Why::HeadOfBody,
            Decided::Relation => Why::Relation(self.relation),
            Decided::Age => Why::Age,
            Decided::List => Why::AsListed,
        }
    }

    fn rank(&self) -> Why {
        match &self.standing {
            Some(standing) => Why::Rank {
                rank: standing.rank,
                class: standing.class.to_owned(),
                post: standing.post.cloned(),
                of: self.partner.cloned(),
            },
            None => Why::RankUnknown,
        }
    }
}

/// Who has no body that is known stands behind all who have.
fn path<'k>(key: &'k Key<'_>) -> (bool, &'k [crate::protocol::bodies::Founded]) {
    let path = key.body.as_ref().map(|body| body.path.as_slice());
    (path.is_none(), path.unwrap_or_default())
}

fn tier(rank: Option<u16>, leaders_up_to: u16, is_local_head: bool) -> Tier {
    match rank {
        Some(rank) if rank <= leaders_up_to => Tier::Leaders,
        _ if is_local_head => Tier::LocalHead,
        _ => Tier::Others,
    }
}

/// Rule 1, the parts of the event.
fn role(facts: &Facts<'_>, person: &Person) -> Option<Role> {
    let about = &facts.visit.about;
    let is = |id: &Option<PersonId>| id.as_ref() == Some(&person.id);
    if is(&about.guest_of_honour) {
        return Some(Role::GuestOfHonour);
    }
    if is(&about.host) {
        return Some(Role::Host);
    }
    let item = facts.item?;
    let agreements = &facts.visit.agreements;
    let here = agreements.iter().filter(|agreement| agreement.item.as_ref() == Some(&item.id));
    let mut parties = here.flat_map(|agreement| &agreement.parties);
    parties.any(|party| is(&party.signatory)).then_some(Role::Signatory)
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
fn leading(party: &Delegation, person: &Person) -> u8 {
    if party.head.as_ref() == Some(&person.id) {
        0
    } else if party.deputy.as_ref() == Some(&person.id) {
        1
    } else {
        2
    }
}
