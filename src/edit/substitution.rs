//! Somebody does not come and another takes their part: what belongs to the part follows, what
//! belongs to the person stays.
//!
//! The part: the posts of the visit and the delegation, what they do at items that are still to
//! come, seats and places in cars, what they sign, present and answer for, the notes about them.
//! The person: biography and diet, gifts they receive, their own way to the visit, wishes about
//! them, what they said, and the room, which is freed with every other place they held.

use std::collections::BTreeSet;
use std::sync::Arc;

use super::{Edit, attending};
use crate::model::{
    About, Delegation, Item, Mode, NoteKind, PartyRole, Person, PersonId, RecordRef, Rsvp, Visit,
    Walk as _,
};
use crate::words::say;

/// Why one cannot stand in for another.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SubstituteError {
    #[error("{}", say!("substitute-same"))]
    Same,
    #[error("{}", say!("substitute-nobody", id = id.as_str()))]
    Nobody { id: String },
    #[error("{}", say!("substitute-declined", name = name.as_str()))]
    Declined { name: String },
}

/// The edits by which `by` takes the part of `who`, who does not come.
///
/// # Errors
/// When one of the two is not in the visit, or the other has declined.
pub fn substitute(
    visit: &Visit,
    who: &PersonId,
    by: &PersonId,
) -> Result<Vec<Edit>, SubstituteError> {
    if who == by {
        return Err(SubstituteError::Same);
    }
    let known = |id: &PersonId| {
        visit.person(id).cloned().ok_or_else(|| SubstituteError::Nobody { id: id.to_string() })
    };
    let (old, new) = (known(who)?, known(by)?);
    if new.has_declined() {
        return Err(SubstituteError::Declined { name: visit.person_label(by) });
    }
    let mut after = visit.clone();
    let swap = Swap { who, by, from: who.clone().into(), to: by.clone().into() };
    swap.about(&mut after);
    swap.people(&mut after, &old, &new);
    swap.delegations(&mut after);
    for (item, was) in after.items.iter_mut().zip(&visit.items) {
        if let Some(new) = swap.item(visit, was) {
            *item = Arc::new(new);
        }
    }
    swap.things(&mut after);
    attending::free(&mut after, &BTreeSet::from([who.clone()]));
    Ok(attending::sets(visit, &after))
}

/// Who usually stands in: the deputy of the delegation for its head, else its head.
pub fn usual_substitute(visit: &Visit, who: &PersonId) -> Option<PersonId> {
    let party = visit.delegation_of(who)?;
    let posts = [&party.deputy, &party.head];
    let mut free = posts
        .into_iter()
        .flatten()
        .filter(|id| *id != who && visit.person(id).is_some_and(|person| !person.has_declined()));
    free.next().cloned()
}

/// One in the place of another.
struct Swap<'a> {
    who: &'a PersonId,
    by: &'a PersonId,
    from: RecordRef,
    to: RecordRef,
}

impl Swap<'_> {
    fn is_who(&self, id: Option<&PersonId>) -> bool {
        id == Some(self.who)
    }

    fn is_by(&self, id: Option<&PersonId>) -> bool {
        id == Some(self.by)
    }

    fn post(&self, post: &mut Option<PersonId>) {
        if self.is_who(post.as_ref()) {
            *post = Some(self.by.clone());
        }
    }

    fn about(&self, visit: &mut Visit) {
        let mut about = About::clone(&visit.about);
        for post in [
            &mut about.principal,
            &mut about.guest_of_honour,
            &mut about.host,
            &mut about.co_host,
            &mut about.action_officer,
            &mut about.contact,
        ] {
            self.post(post);
        }
        if about != *visit.about {
            visit.about = Arc::new(about);
        }
    }

    /// One declines, the other takes the role in the party.
    fn people(&self, visit: &mut Visit, old: &Person, new: &Person) {
        let lower = [PartyRole::Member, PartyRole::Deputy];
        let rises = matches!(old.role, PartyRole::Head | PartyRole::Deputy)
            && lower.contains(&new.role)
            && old.role != new.role
            && (old.role == PartyRole::Head || new.role == PartyRole::Member);
        for person in &mut visit.people {
            if person.id == *self.who {
                let role = if rises { PartyRole::Member } else { old.role };
                let changed = Person { attendance: Rsvp::Declined, role, ..old.clone() };
                *person = Arc::new(changed);
            } else if person.id == *self.by && rises {
                *person = Arc::new(Person { role: old.role, ..new.clone() });
            }
        }
    }

    fn delegations(&self, visit: &mut Visit) {
        for party in &mut visit.delegations {
            let mut new = Delegation::clone(party);
            if self.is_who(new.head.as_ref()) || self.is_who(new.deputy.as_ref()) {
                for post in [&mut new.head, &mut new.deputy] {
                    // Nobody is head and deputy at once.
                    if self.is_by(post.as_ref()) {
                        *post = None;
                    }
                    self.post(post);
                }
                if !new.members.contains(self.by) {
                    new.members.push(self.by.clone());
                }
            }
            self.post(&mut new.liaison);
            if new != **party {
                *party = Arc::new(new);
            }
        }
        for group in &mut visit.groups {
            if group.members.contains(self.who) {
                Arc::make_mut(group).members.redirect(&self.from, &self.to);
            }
        }
    }

    /// The item with the other in their part; `None` where it has nothing to do with them or lies
    /// behind.
    fn item(&self, visit: &Visit, item: &Item) -> Option<Item> {
        if attending::is_over(item) {
            return None;
        }
        let attends = |item: &Item, id: &PersonId| {
            visit.participants(item).iter().any(|person| person.id == *id)
        };
        let mut new = item.clone();
        self.leave_other_seats(&mut new);
        new.redirect(&self.from, &self.to);
        new.outcome = item.outcome.clone();
        new.attendance.except.clone_from(&item.attendance.except);
        if is_own_way(item) {
            new.attendance = item.attendance.clone();
            new.journey.clone_from(&item.journey);
        } else if attends(item, self.who) {
            new.attendance.except.retain(|id| id != self.by);
            if !attends(&new, self.by) {
                new.attendance.people.push(self.by.clone());
            }
        }
        (new != *item).then_some(new)
    }

    /// Who takes a place in one car leaves the one in another.
    fn leave_other_seats(&self, item: &mut Item) {
        let Some(journey) = &mut item.journey else { return };
        let rides_along = journey
            .rides
            .iter()
            .any(|ride| ride.riders.iter().any(|rider| self.is_who(rider.person.as_ref())));
        if rides_along {
            for ride in &mut journey.rides {
                ride.riders.retain(|rider| !self.is_by(rider.person.as_ref()));
            }
        }
    }

    /// Seats, notes, tasks, gifts, agreements, and who stood before them in the order.
    fn things(&self, visit: &mut Visit) {
        let over = attending::over(visit);
        for plan in &mut visit.arrangements {
            let is_past = plan.item.as_ref().is_some_and(|item| over.contains(item));
            if !is_past && plan.placed.iter().any(|placed| self.is_who(placed.person.as_ref())) {
                let placed = &mut Arc::make_mut(plan).placed;
                placed.retain(|placed| !self.is_by(placed.person.as_ref()));
                placed.redirect(&self.from, &self.to);
            }
        }
        for note in visit.notes.iter_mut().filter(|note| note.kind != NoteKind::Biography) {
            if note.people.contains(self.who) {
                Arc::make_mut(note).people.redirect(&self.from, &self.to);
            }
        }
        for task in visit.tasks.iter_mut().filter(|task| !task.done) {
            if self.is_who(task.owner.as_ref()) {
                Arc::make_mut(task).owner = Some(self.by.clone());
            }
        }
        for gift in &mut visit.gifts {
            if [&gift.presenter, &gift.giver, &gift.accountable]
                .iter()
                .any(|id| self.is_who(id.as_ref()))
            {
                let gift = Arc::make_mut(gift);
                for post in [&mut gift.presenter, &mut gift.giver, &mut gift.accountable] {
                    self.post(post);
                }
            }
        }
        for agreement in visit.agreements.iter_mut().filter(|agreement| !agreement.signed) {
            let mut new = crate::model::Agreement::clone(agreement);
            new.redirect(&self.from, &self.to);
            if new != **agreement {
                *agreement = Arc::new(new);
            }
        }
        for change in &mut visit.overrides {
            if self.is_who(change.before.as_ref()) && !self.is_by(change.person.as_ref()) {
                change.before = Some(self.by.clone());
            }
        }
    }
}

/// A flight, train or ship is booked in a name.
fn is_own_way(item: &Item) -> bool {
    let mode = item.journey.as_ref().map(|journey| journey.mode);
    mode.is_some_and(|mode| matches!(mode, Mode::Flight | Mode::Train | Mode::Ship))
}

#[cfg(test)]
mod tests;
