//! Who an arrangement is for, each side by rank.

use std::collections::{BTreeMap, HashMap};

use crate::model::{ActKind, Arrangement, Convention, Item, PartyRole, PersonId, Side, Visit};
use crate::protocol::precedence::computed;
use crate::protocol::{Purpose, Ranked, Why, order};

/// The people of an arrangement; helpers apart, who have places of their own.
#[derive(Debug, Default)]
pub(super) struct Party {
    /// Both sides by rank, without helpers.
    pub(super) all: Vec<PersonId>,
    pub(super) guests: Vec<PersonId>,
    pub(super) hosts: Vec<PersonId>,
    pub(super) guest_helpers: Helpers,
    pub(super) host_helpers: Helpers,
    /// Whom an override moved among their side: from which place, and why.
    pub(super) moved: BTreeMap<PersonId, (usize, String)>,
}

#[derive(Debug, Default)]
pub(super) struct Helpers {
    pub(super) interpreters: Vec<PersonId>,
    pub(super) note_takers: Vec<PersonId>,
}

impl Helpers {
    pub(super) fn all(&self) -> Vec<PersonId> {
        self.interpreters.iter().chain(&self.note_takers).cloned().collect()
    }
}

/// Who signs and who helps with it.
#[derive(Debug, Default)]
pub(super) struct Signing {
    pub(super) signatories: Vec<PersonId>,
    pub(super) guest: Option<PersonId>,
    pub(super) host: Option<PersonId>,
    pub(super) guest_assistant: Option<PersonId>,
    pub(super) host_assistant: Option<PersonId>,
}

impl Party {
    pub(super) fn of(visit: &Visit, arrangement: &Arrangement) -> Self {
        let item = item(visit, arrangement);
        let mut party = Self::default();
        let roles: HashMap<&PersonId, PartyRole> =
            visit.people.iter().map(|person| (&person.id, person.role)).collect();
        let mut sides: HashMap<&PersonId, Side> = HashMap::new();
        for delegation in &visit.delegations {
            for id in delegation.people() {
                sides.entry(id).or_insert(delegation.side);
            }
        }
        let purpose = Purpose::Arrangement(arrangement.id.clone());
        let mut overridden = Vec::new();
        for ranked in order(visit, &purpose) {
            let id = ranked.person;
            if let Why::Override { reason, .. } = ranked.why {
                overridden.push((id.clone(), reason));
            }
            let side = sides.get(&id).copied();
            let role = roles.get(&id).copied().unwrap_or_default();
            let helps = |ids: &dyn Fn(&Item) -> &Vec<PersonId>| {
                item.is_some_and(|item| ids(item).contains(&id))
            };
            let interprets = role == PartyRole::Interpreter || helps(&|item| &item.interpreters);
            let notes = role == PartyRole::NoteTaker || helps(&|item| &item.note_takers);
            let (people, helpers) = match side {
                Some(Side::Guest) => (&mut party.guests, &mut party.guest_helpers),
                Some(Side::Host) | None => (&mut party.hosts, &mut party.host_helpers),
            };
            if interprets {
                helpers.interpreters.push(id);
            } else if notes {
                helpers.note_takers.push(id);
            } else {
                people.push(id.clone());
                party.all.push(id);
            }
        }
        if !overridden.is_empty() {
            party.note_overridden(&computed(visit, &purpose), overridden);
        }
        party
    }

    /// Whether somebody is there, in whichever part.
    pub(super) fn has(&self, id: &PersonId) -> bool {
        let helpers = [&self.guest_helpers, &self.host_helpers];
        self.all.contains(id)
            || helpers
                .iter()
                .any(|them| them.interpreters.contains(id) || them.note_takers.contains(id))
    }

    /// Keeps from which place of their side the overridden come.
    fn note_overridden(&mut self, computed: &[Ranked], overridden: Vec<(PersonId, String)>) {
        for (id, reason) in overridden {
            let side = [&self.guests, &self.hosts].into_iter().find(|side| side.contains(&id));
            let Some(side) = side else { continue };
            let by_rank = computed.iter().filter(|ranked| side.contains(&ranked.person));
            let from = by_rank.map(|ranked| &ranked.person).position(|other| *other == id);
            if let Some(from) = from.filter(|from| side.get(*from) != Some(&id)) {
                self.moved.insert(id, (from, reason));
            }
        }
    }

    /// The first host in front of all others; domestic Chinese places go by rank alone.
    pub(super) fn around_the_host(&self, convention: Convention) -> Vec<PersonId> {
        let host = self.hosts.first().filter(|_| convention != Convention::ChineseDomestic);
        let others = self.all.iter().filter(|id| Some(*id) != host);
        host.into_iter().chain(others).cloned().collect()
    }

    /// The first host, and then guests and hosts in turn: from the centre outward each side runs
    /// guest, host, guest.
    pub(super) fn in_turn(&self) -> Vec<PersonId> {
        let (first, hosts) = self.hosts.split_at(self.hosts.len().min(1));
        let mut in_turn = first.to_vec();
        let (mut guests, mut hosts) = (self.guests.iter(), hosts.iter());
        loop {
            let pairs = [guests.next(), guests.next(), hosts.next(), hosts.next()];
            if pairs.iter().all(Option::is_none) {
                return in_turn;
            }
            in_turn.extend(pairs.into_iter().flatten().cloned());
        }
    }

    /// Who speaks at the item; where nobody is named, the host and then the guest of honour.
    pub(super) fn speakers(&self, visit: &Visit, arrangement: &Arrangement) -> Vec<PersonId> {
        let acts = item(visit, arrangement).map(|item| item.acts.as_slice()).unwrap_or_default();
        let speeches = acts.iter().filter(|act| act.kind == ActKind::Speech);
        let named: Vec<&PersonId> = speeches.flat_map(|act| &act.people).collect();
        let heads = [self.hosts.first(), self.guests.first()].into_iter().flatten();
        if named.is_empty() {
            return heads.cloned().collect();
        }
        let first: Vec<&PersonId> = heads.filter(|head| named.contains(head)).collect();
        let rest = self.all.iter().filter(|id| named.contains(id) && !first.contains(id));
        first.iter().copied().chain(rest).cloned().collect()
    }

    /// Who signs what belongs to the item; where no agreement says, the heads of both sides.
    pub(super) fn signing(&self, visit: &Visit, arrangement: &Arrangement) -> Signing {
        let agreement = visit
            .agreements
            .iter()
            .find(|agreement| agreement.item.is_some() && agreement.item == arrangement.item);
        let parties = agreement.map(|it| it.parties.as_slice()).unwrap_or_default();
        let is_here = |id: &&PersonId| !visit.person(id).is_none_or(|it| it.has_declined());
        let of_side = |side| {
            parties.iter().find(|party| {
                let known = party.signatory.as_ref().or(party.assistant.as_ref());
                known.and_then(|id| visit.side_of(id)) == Some(side)
            })
        };
        let signatory = |side, people: &[PersonId]| {
            let stated = of_side(side).and_then(|party| party.signatory.as_ref());
            stated.filter(is_here).or(people.first()).cloned()
        };
        let assistant = |side| {
            let stated = of_side(side).and_then(|party| party.assistant.as_ref());
            stated.filter(is_here).cloned()
        };
        let all = parties.iter().filter_map(|party| party.signatory.as_ref()).filter(is_here);
        let mut signatories: Vec<PersonId> = Vec::new();
        for id in all {
            if !signatories.contains(id) {
                signatories.push(id.clone());
            }
        }
        signatories.sort_by_key(|id| self.all.iter().position(|other| other == id));
        Signing {
            signatories,
            guest: signatory(Side::Guest, &self.guests),
            host: signatory(Side::Host, &self.hosts),
            guest_assistant: assistant(Side::Guest),
            host_assistant: assistant(Side::Host),
        }
    }
}

impl Signing {
    /// Those who neither sign nor assist.
    pub(super) fn others(&self, people: &[PersonId]) -> Vec<PersonId> {
        let named = [&self.guest, &self.host, &self.guest_assistant, &self.host_assistant];
        let more_than_two = self.signatories.len() > 2;
        let busy = |id: &PersonId| {
            self.signatories.contains(id)
                || !more_than_two && named.iter().any(|named| named.as_ref() == Some(id))
        };
        people.iter().filter(|id| !busy(id)).cloned().collect()
    }
}

pub(super) fn item<'a>(visit: &'a Visit, arrangement: &Arrangement) -> Option<&'a Item> {
    arrangement.item.as_ref().and_then(|id| visit.item(id)).map(|item| &**item)
}
