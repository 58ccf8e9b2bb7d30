//! What only the team's lists hold: rooms, tasks, the register of gifts.

use chrono::NaiveDate;

use super::audience::Audience;
use super::people::PersonView;
use super::reader::Reader;
use crate::model::{
    Diet, Gift, GiftDirection, GiftStatus, ItemId, Minute, PartyRole, RecordRef, Room, RoomKind,
    Side, Task, Visibility, When,
};

/// The lists of the team; empty for every other reader.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ListsView {
    pub rooms: Vec<RoomView>,
    pub tasks: Vec<TaskView>,
    pub gifts: Vec<GiftEntry>,
    /// Of those who sit, guests first; without drivers and guards.
    pub cards: Vec<CardView>,
    pub meals: Vec<MealView>,
    pub signings: Vec<SigningView>,
}

/// A meal and what the kitchen must know of who eats.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct MealView {
    pub title: String,
    pub when: When,
    pub place: String,
    /// How many eat.
    pub people: usize,
    /// Who does not eat everything, or of whom nobody knows.
    pub needs: Vec<NeedView>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NeedView {
    pub person: PersonView,
    pub diet: Diet,
    pub details: String,
}

/// An agreement as its ceremony needs it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SigningView {
    pub title: String,
    pub when: When,
    pub parties: Vec<SigningParty>,
    pub witnesses: Vec<PersonView>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SigningParty {
    pub name: String,
    pub signatory: Option<PersonView>,
    pub assistant: Option<PersonView>,
    /// Which original it keeps.
    pub keeps: String,
}

/// What a card says of somebody.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CardView {
    pub person: PersonView,
    pub family_name: String,
    /// What the officer wants on the card; mostly empty.
    pub place_card: String,
    /// The name of the delegation.
    pub party: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RoomView {
    pub hotel: String,
    pub number: String,
    pub kind: RoomKind,
    pub people: Vec<PersonView>,
    pub from: Option<Minute>,
    pub to: Option<Minute>,
    pub remarks: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct TaskView {
    pub what: String,
    pub owner: Option<PersonView>,
    pub due: Option<NaiveDate>,
    pub done: bool,
    /// The title of the item it is for.
    pub item: String,
    pub remarks: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct GiftEntry {
    pub what: String,
    pub direction: GiftDirection,
    pub giver: Option<PersonView>,
    pub receiver: Option<PersonView>,
    pub presenter: Option<PersonView>,
    /// The title of the item at which it changes hands.
    pub item: String,
    pub value: String,
    pub status: GiftStatus,
    pub ready_by: Option<NaiveDate>,
    pub location: String,
    pub accountable: Option<PersonView>,
    pub remarks: String,
}

impl Reader<'_> {
    pub(super) fn lists(&mut self) -> ListsView {
        if !self.is(Audience::Staff) {
            return ListsView::default();
        }
        let visit = self.visit;
        let (rooms, tasks, gifts) = (visit.rooms.clone(), visit.tasks.clone(), visit.gifts.clone());
        let known_tasks = tasks.iter().filter(|task| {
            task.visibility != Visibility::Confidential && self.knows(task.item.as_ref())
        });
        let known_tasks: Vec<_> = known_tasks.collect();
        let known_gifts: Vec<_> =
            gifts.iter().filter(|gift| self.knows(gift.item.as_ref())).collect();
        ListsView {
            rooms: rooms.iter().map(|room| self.room_entry(room)).collect(),
            tasks: known_tasks.into_iter().map(|task| self.task_entry(task)).collect(),
            gifts: known_gifts.into_iter().map(|gift| self.gift_entry(gift)).collect(),
            cards: self.cards(),
            meals: self.meals(),
            signings: self.signings(),
        }
    }

    /// Whether what belongs to an item may be known: the item itself may, or there is none.
    fn knows(&self, item: Option<&ItemId>) -> bool {
        let item = item.and_then(|id| self.visit.item(id));
        item.is_none_or(|item| self.audience.may_know(item))
    }

    fn item_title(&mut self, id: Option<&ItemId>) -> String {
        let item = id.and_then(|id| self.visit.item(id)).cloned();
        item.map_or_else(String::new, |item| {
            self.text(Some(&item.id.clone().into()), "title", &item.title)
        })
    }

    fn cards(&mut self) -> Vec<CardView> {
        let visit = self.visit;
        let mut cards = Vec::new();
        for side in [Side::Guest, Side::Host] {
            for party in visit.delegations.iter().filter(|party| party.side == side) {
                let of = RecordRef::Delegation(party.id.clone());
                let name = self.text(Some(&of), "name", &party.name);
                for person in party.people().filter_map(|id| visit.person(id)) {
                    let sits = !matches!(person.role, PartyRole::Driver | PartyRole::Security);
                    let Some(view) = self.person(&person.id).filter(|_| sits) else { continue };
                    let of = RecordRef::Person(person.id.clone());
                    cards.push(CardView {
                        person: view,
                        family_name: person.family_name.clone(),
                        place_card: self.own_text(Some(&of), "place_card", &person.place_card),
                        party: name.clone(),
                    });
                }
            }
        }
        cards
    }

    fn meals(&mut self) -> Vec<MealView> {
        let (visit, audience) = (self.visit, self.audience);
        let days = visit.days().into_iter().flat_map(|day| visit.items_on(Some(day)));
        let meals = days
            .filter(|item| item.kind.is_meal() && !item.is_cancelled() && audience.may_know(item));
        let mut views = Vec::new();
        for item in meals {
            let present = visit.participants(item);
            let mut needs = Vec::new();
            for person in present.iter().filter(|person| person.diet != Diet::None) {
                let Some(view) = self.person(&person.id) else { continue };
                let (diet, details) = (person.diet, person.diet_details.clone());
                needs.push(NeedView { person: view, diet, details });
            }
            let place = item.venue().and_then(|id| self.place(id));
            views.push(MealView {
                title: self.item_title(Some(&item.id)),
                when: item.when,
                place: place.map(|place| place.name.text).unwrap_or_default(),
                people: present.len(),
                needs,
            });
        }
        views
    }

    fn signings(&mut self) -> Vec<SigningView> {
        let visit = self.visit;
        let agreements: Vec<_> =
            visit.agreements.iter().filter(|it| self.knows(it.item.as_ref())).collect();
        let mut views = Vec::new();
        for agreement in agreements {
            let of = RecordRef::Agreement(agreement.id.clone());
            let item = agreement.item.as_ref().and_then(|id| visit.item(id));
            let mut parties = Vec::new();
            for party in &agreement.parties {
                parties.push(SigningParty {
                    name: self.text(Some(&of), "parties", &party.name),
                    signatory: self.one(party.signatory.as_ref()),
                    assistant: self.one(party.assistant.as_ref()),
                    keeps: party.keeps.clone(),
                });
            }
            views.push(SigningView {
                title: self.text(Some(&of), "title", &agreement.title),
                when: item.map(|item| item.when).unwrap_or_default(),
                parties,
                witnesses: self.people(&agreement.witnesses),
            });
        }
        views
    }

    fn room_entry(&mut self, room: &Room) -> RoomView {
        let hotel = room.hotel.as_ref().and_then(|id| self.place(id));
        RoomView {
            hotel: hotel.map(|hotel| hotel.name.text).unwrap_or_default(),
            number: room.number.clone(),
            kind: room.kind,
            people: self.people(&room.people),
            from: room.from,
            to: room.to,
            remarks: room.remarks.clone(),
        }
    }

    fn task_entry(&mut self, task: &Task) -> TaskView {
        let of = RecordRef::Task(task.id.clone());
        TaskView {
            what: self.text(Some(&of), "what", &task.what),
            owner: self.one(task.owner.as_ref()),
            due: task.due,
            done: task.done,
            item: self.item_title(task.item.as_ref()),
            remarks: task.remarks.clone(),
        }
    }

    fn gift_entry(&mut self, gift: &Gift) -> GiftEntry {
        let of = RecordRef::Gift(gift.id.clone());
        GiftEntry {
            what: self.text(Some(&of), "what", &gift.what),
            direction: gift.direction,
            giver: self.one(gift.giver.as_ref()),
            receiver: self.one(gift.receiver.as_ref()),
            presenter: self.one(gift.presenter.as_ref()),
            item: self.item_title(gift.item.as_ref()),
            value: gift.value.clone(),
            status: gift.status,
            ready_by: gift.ready_by,
            location: gift.location.clone(),
            accountable: self.one(gift.accountable.as_ref()),
            remarks: gift.remarks.clone(),
        }
    }
}
