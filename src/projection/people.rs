//! People and parties as a reader may know them.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::Audience;
use super::reader::{Reader, Said};
use crate::model::{
    Attendance, Delegation, Item, Lang, PartyRole, Person, PersonId, RecordRef, Side, Visitor,
    Walk as _,
};

/// A person as lists and rows name them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonView {
    pub id: Option<PersonId>,
    /// Empty for a person known by post alone.
    pub name: String,
    /// The forms of the name in other languages.
    pub other_names: Vec<(Lang, String)>,
    pub honorific: String,
    pub post_nominals: String,
    pub post: String,
    pub body: String,
    pub role: PartyRole,
    /// Empty where this reader may not have it.
    pub phone: String,
    /// As the phone.
    pub email: String,
}

/// A delegation with those of its people whom the reader may see in a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PartyView {
    pub side: Side,
    pub name: Said,
    pub people: Vec<PersonView>,
}

/// Who takes part in an item.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WhoView {
    /// Every delegation of both sides.
    pub everybody: bool,
    /// Delegations, then groups.
    pub parties: Vec<String>,
    /// Those who are in none of the parties.
    pub people: Vec<PersonView>,
    pub except: Vec<PersonView>,
}

impl Reader<'_> {
    /// The person, by what the reader may know of them; `None` when they may not be named.
    pub(super) fn person(&mut self, id: &PersonId) -> Option<PersonView> {
        let person = self.visit.person(id)?;
        let may_be_named = !person.has_declined()
            && match self.audience {
                Audience::Staff => true,
                Audience::Guest => !self.is_backstage(person),
                Audience::Media => is_official(person.role),
            };
        may_be_named.then(|| self.named(person))
    }

    pub(super) fn people(&mut self, ids: &[PersonId]) -> Vec<PersonView> {
        ids.iter().filter_map(|id| self.person(id)).collect()
    }

    /// The person with phone, whatever the rule for phones: for the contacts of a paper.
    pub(super) fn contact(&mut self, id: &PersonId) -> Option<PersonView> {
        let person = self.visit.person(id)?;
        let mut view = self.named(person);
        view.phone.clone_from(&person.phone);
        Some(view)
    }

    fn named(&mut self, person: &Person) -> PersonView {
        let of = RecordRef::Person(person.id.clone());
        let of = Some(&of);
        let may_call = match self.audience {
            Audience::Staff => true,
            Audience::Guest => {
                person.phone_for_guests || self.visit.about.contact.as_ref() == Some(&person.id)
            }
            Audience::Media => false,
        };
        let name = self.text(of, "name", &person.name);
        PersonView {
            id: Some(person.id.clone()),
            other_names: self.other_names(person, &name),
            honorific: self.own_text(of, "honorific", &person.honorific),
            post_nominals: person.post_nominals.clone(),
            post: self.text(of, "post", &person.post),
            body: self.text(of, "body", &person.body),
            role: person.role,
            phone: if may_call { person.phone.clone() } else { String::new() },
            email: if self.is(Audience::Staff) { person.email.clone() } else { String::new() },
            name,
        }
    }

    fn other_names(&self, person: &Person, shown: &str) -> Vec<(Lang, String)> {
        let main = (self.visit.language(), person.name.main.clone());
        let others = person.name.others().map(|(lang, name)| (lang.clone(), name.to_owned()));
        let mut names: Vec<(Lang, String)> = Vec::new();
        for (lang, name) in std::iter::once(main).chain(others) {
            let is_new = name != shown && names.iter().all(|(_, known)| *known != name);
            if is_new && !name.is_empty() {
                names.push((lang, name));
            }
        }
        names
    }

    /// Drivers and guards of the host side, who stand on no paper for guests.
    fn is_backstage(&self, person: &Person) -> bool {
        let works = matches!(person.role, PartyRole::Driver | PartyRole::Security);
        works && self.visit.side_of(&person.id) != Some(Side::Guest)
    }

    /// The delegations, guests first.
    pub(super) fn parties(&mut self) -> Vec<PartyView> {
        let visit = self.visit;
        let guests = visit.delegations.iter().filter(|party| party.side == Side::Guest);
        let hosts = visit.delegations.iter().filter(|party| party.side == Side::Host);
        let parties: Vec<_> = guests.chain(hosts).collect();
        parties.into_iter().map(|party| self.party(party)).collect()
    }

    /// The people as the team keeps them, without those of whom only confidential items tell.
    pub(super) fn register(&self) -> Vec<Arc<Person>> {
        if !self.is(Audience::Staff) {
            return Vec::new();
        }
        let visit = self.visit;
        let (open, closed): (Vec<_>, Vec<_>) =
            visit.items.iter().partition(|item| self.audience.may_know(item));
        let named = |items: &[&Arc<Item>]| {
            let mut people = BTreeSet::new();
            for item in items {
                item.walk(&mut Named(&mut people));
            }
            people
        };
        let (open, closed) = (named(&open), named(&closed));
        let is_hidden = |person: &Person| {
            closed.contains(&person.id)
                && !open.contains(&person.id)
                && visit.delegation_of(&person.id).is_none()
        };
        visit.people.iter().filter(|person| !is_hidden(person)).cloned().collect()
    }

    fn party(&mut self, party: &Delegation) -> PartyView {
        let of = RecordRef::Delegation(party.id.clone());
        let ids: Vec<&PersonId> = party.people().filter(|id| self.is_listed(party, id)).collect();
        PartyView {
            side: party.side,
            name: self.said(Some(&of), "name", &party.name),
            people: ids
                .into_iter()
                .filter_map(|id| self.person(id).map(|view| with_role(view, party, id)))
                .collect(),
        }
    }

    /// The press is told who leads; everybody else gets the whole list.
    fn is_listed(&self, party: &Delegation, id: &PersonId) -> bool {
        let leads = [&party.head, &party.deputy].into_iter().any(|head| head.as_ref() == Some(id));
        let about = &self.visit.about;
        let principals = [&about.principal, &about.guest_of_honour, &about.host, &about.co_host];
        match self.audience {
            Audience::Guest | Audience::Staff => true,
            Audience::Media => leads || principals.into_iter().any(|one| one.as_ref() == Some(id)),
        }
    }

    /// Whether this reader is told that the person takes part: the press, of those in their list.
    fn is_newsworthy(&self, id: &PersonId) -> bool {
        self.visit.delegation_of(id).is_none_or(|party| self.is_listed(party, id))
    }

    /// Who takes part, as words of the programme.
    pub(super) fn who(&mut self, attendance: &Attendance) -> WhoView {
        let visit = self.visit;
        let has = |side| visit.delegations.iter().any(|party| party.side == side);
        let everybody = has(Side::Guest)
            && has(Side::Host)
            && visit.delegations.iter().all(|party| attendance.delegations.contains(&party.id));
        let mut parties = Vec::new();
        for party in attendance.delegations.iter().filter_map(|id| visit.delegation(id)) {
            let of = RecordRef::Delegation(party.id.clone());
            parties.push(self.text(Some(&of), "name", &party.name));
        }
        for group in attendance.groups.iter().filter_map(|id| visit.group(id)) {
            let of = RecordRef::Group(group.id.clone());
            parties.push(self.text(Some(&of), "name", &group.name));
        }
        parties.retain(|name| !name.is_empty());
        let except = match self.audience {
            Audience::Guest | Audience::Staff => self.people(&attendance.except),
            Audience::Media => Vec::new(),
        };
        let people: Vec<PersonId> = attendance
            .people
            .iter()
            .filter(|id| !self.is_in_a_party(attendance, id) && self.is_newsworthy(id))
            .cloned()
            .collect();
        WhoView { everybody, parties, people: self.people(&people), except }
    }

    /// Whether a delegation or group that takes part has the person already.
    fn is_in_a_party(&self, attendance: &Attendance, id: &PersonId) -> bool {
        let visit = self.visit;
        let mut parties = attendance.delegations.iter().filter_map(|id| visit.delegation(id));
        let mut groups = attendance.groups.iter().filter_map(|id| visit.group(id));
        parties.any(|party| party.people().any(|member| member == id))
            || groups.any(|group| group.members.contains(id))
    }
}

/// Collects the people a record names.
struct Named<'a>(&'a mut BTreeSet<PersonId>);

impl Visitor for Named<'_> {
    fn reference(&mut self, to: RecordRef) {
        if let RecordRef::Person(id) = to {
            self.0.insert(id);
        }
    }
}

/// Head and deputy are so by the delegation, whatever their own record says.
fn with_role(mut view: PersonView, party: &Delegation, id: &PersonId) -> PersonView {
    if party.head.as_ref() == Some(id) {
        view.role = PartyRole::Head;
    } else if party.deputy.as_ref() == Some(id) {
        view.role = PartyRole::Deputy;
    } else if party.liaison.as_ref() == Some(id) {
        view.role = PartyRole::Liaison;
    }
    view
}

/// Whether people of the role are in the public eye.
fn is_official(role: PartyRole) -> bool {
    match role {
        PartyRole::Member | PartyRole::Head | PartyRole::Deputy | PartyRole::Partner => true,
        PartyRole::Interpreter
        | PartyRole::NoteTaker
        | PartyRole::Staff
        | PartyRole::Security
        | PartyRole::Press
        | PartyRole::Liaison
        | PartyRole::Greeter
        | PartyRole::Driver => false,
    }
}
