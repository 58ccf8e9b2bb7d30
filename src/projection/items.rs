//! Items of the programme as a reader may know them.

use std::borrow::Cow;
use std::sync::Arc;

use super::Audience;
use super::people::{PersonView, WhoView};
use super::reader::{Reader, Said};
use super::staff::StaffView;
use crate::model::{
    Act, ActKind, Alternative, ClockChange, Item, ItemId, ItemKind, ItemStatus, Journey, Minute,
    Mode, PlaceId, Press, RecordRef, Span, Step, Visit, When, Zone,
};

/// An entry of the programme.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ItemView {
    pub id: ItemId,
    pub kind: ItemKind,
    pub title: Said,
    pub when: When,
    /// Where the start is not in the visit's zone; else empty.
    pub zone: Zone,
    /// Where the end is in another zone than the start; else empty.
    pub end_zone: Zone,
    pub clock_change: ClockChange,
    pub status: ItemStatus,
    pub place: Option<PlaceView>,
    /// The room of this item, else that of the place.
    pub room: Said,
    /// Where it goes when it rains; with the rain plan on, where it was to be.
    pub rain_place: Option<PlaceView>,
    pub rain_plan_on: bool,
    pub who: WhoView,
    pub head_count: Option<u32>,
    pub hosted_by: Vec<PersonView>,
    pub met_by: Vec<PersonView>,
    pub farewelled_by: Vec<PersonView>,
    pub dress: String,
    pub remarks: String,
    pub acts: Vec<ActView>,
    pub journey: Option<JourneyView>,
    pub steps: Vec<StepView>,
    pub alternatives: Vec<AlternativeView>,
    /// For press and staff.
    pub press: Option<PressView>,
    /// For staff alone.
    pub staff: Option<StaffView>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PlaceView {
    pub id: Option<PlaceId>,
    pub name: Said,
    pub address: String,
    pub room: Said,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ActView {
    pub kind: ActKind,
    pub people: Vec<PersonView>,
    pub details: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct JourneyView {
    pub mode: Mode,
    /// Flight or train.
    pub number: String,
    pub from: Option<PlaceView>,
    pub to: Option<PlaceView>,
    pub travel: Option<Span>,
    pub lounge: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepView {
    pub at: Option<Minute>,
    pub what: String,
    pub who: Vec<PersonView>,
    pub place: String,
    pub internal: bool,
    /// Empty for all but staff.
    pub staff_remarks: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct AlternativeView {
    pub label: String,
    pub title: String,
    pub when: When,
    pub place: Option<PlaceView>,
    pub is_chosen: bool,
    /// Empty for all but staff.
    pub remarks: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PressView {
    pub call_time: Option<Minute>,
    pub call_place: String,
    pub may_film: String,
    /// With phone: the number the press calls.
    pub contact: Option<PersonView>,
}

/// The visit with each item as the chosen alternative has it.
pub(super) fn with_the_chosen(visit: &Visit) -> Cow<'_, Visit> {
    if visit.items.iter().all(|item| chosen(item).is_none()) {
        return Cow::Borrowed(visit);
    }
    let mut visit = visit.clone();
    for item in &mut visit.items {
        let Some(choice) = chosen(item).cloned() else { continue };
        let item = Arc::make_mut(item);
        if !choice.title.is_empty() {
            item.title = choice.title;
        }
        if choice.when != When::Unscheduled {
            item.when = choice.when;
        }
        if choice.place.is_some() {
            item.place = choice.place;
            item.room = crate::model::Text::default();
        }
    }
    Cow::Owned(visit)
}

fn chosen(item: &Item) -> Option<&Alternative> {
    item.alternatives.iter().find(|choice| !choice.label.is_empty() && choice.label == item.chosen)
}

impl Reader<'_> {
    pub(super) fn item(&mut self, item: &Item) -> ItemView {
        let of = RecordRef::Item(item.id.clone());
        let of = Some(&of);
        let is_press = self.is(Audience::Media);
        let visit_zone = &self.visit.about.zone;
        let zone = Some(&item.zone).filter(|zone| *zone != visit_zone);
        let place = item.venue().and_then(|id| self.place(id));
        ItemView {
            id: item.id.clone(),
            kind: item.kind,
            title: self.said(of, "title", &item.title),
            when: item.when,
            zone: zone.cloned().unwrap_or_default(),
            end_zone: self.end_zone(item),
            clock_change: item.clock_change,
            status: item.status,
            room: self.room(of, item, place.as_ref()),
            rain_place: if is_press { None } else { self.rain_place(item) },
            rain_plan_on: item.rain_plan_on && item.rain_place.is_some(),
            place,
            who: self.who(&item.attendance),
            head_count: item.head_count.filter(|_| !is_press),
            hosted_by: self.people(&item.hosted_by),
            met_by: self.people(&item.met_by),
            farewelled_by: self.people(&item.farewelled_by),
            dress: if is_press { String::new() } else { self.text(of, "dress", &item.dress) },
            remarks: if is_press { String::new() } else { self.text(of, "remarks", &item.remarks) },
            acts: item.acts.iter().filter_map(|act| self.act(of, act)).collect(),
            journey: item.journey.as_ref().map(|journey| self.journey(of, journey)),
            steps: item.steps.iter().filter_map(|step| self.step(of, step)).collect(),
            alternatives: self.alternatives(of, item),
            press: item.press.as_ref().and_then(|press| self.press(of, press)),
            staff: self.is(Audience::Staff).then(|| self.staff(item)),
        }
    }

    /// The zone of the end where the reader must be told.
    fn end_zone(&self, item: &Item) -> Zone {
        let start = self.visit.zone_of(item);
        let differs = !item.end_zone.is_empty() && item.end_zone != *start;
        if differs { item.end_zone.clone() } else { Zone::default() }
    }

    pub(super) fn place(&mut self, id: &PlaceId) -> Option<PlaceView> {
        let place = self.visit.place(id)?;
        let of = RecordRef::Place(place.id.clone());
        let of = Some(&of);
        Some(PlaceView {
            id: Some(place.id.clone()),
            name: self.said(of, "name", &place.name),
            address: self.text(of, "address", &place.address),
            room: self.said(of, "room", &place.room),
        })
    }

    /// With the rain plan on, the room of the item is that of the place it left.
    fn room(&mut self, of: Option<&RecordRef>, item: &Item, place: Option<&PlaceView>) -> Said {
        let has_moved = item.rain_plan_on && item.rain_place.is_some();
        if item.room.is_empty() || has_moved {
            place.map(|place| place.room.clone()).unwrap_or_default()
        } else {
            self.said(of, "room", &item.room)
        }
    }

    fn rain_place(&mut self, item: &Item) -> Option<PlaceView> {
        let planned = item.place.as_ref().and_then(|id| self.visit.place(id));
        let of_place = planned.and_then(|place| place.rain_venue.as_ref());
        let id = match (&item.rain_place, item.rain_plan_on) {
            (Some(_), true) => item.place.as_ref(),
            (Some(rain), false) => Some(rain),
            (None, _) => of_place,
        };
        id.and_then(|id| self.place(id))
    }

    /// What is given is not told to those who get it, nor to the press.
    fn act(&mut self, of: Option<&RecordRef>, act: &Act) -> Option<ActView> {
        let is_gift = act.kind == ActKind::Gift;
        if is_gift && self.is(Audience::Media) {
            return None;
        }
        let shows_details = !is_gift || self.is(Audience::Staff);
        Some(ActView {
            kind: act.kind,
            people: self.people(&act.people),
            details: if shows_details {
                self.text(of, "details", &act.details)
            } else {
                String::new()
            },
        })
    }

    fn journey(&mut self, of: Option<&RecordRef>, journey: &Journey) -> JourneyView {
        let stated = journey.travel.clone();
        let pair = || self.visit.travel_time(journey.from.as_ref()?, journey.to.as_ref()?);
        let is_press = self.is(Audience::Media);
        JourneyView {
            mode: journey.mode,
            number: journey.number.clone(),
            travel: stated.or_else(pair).filter(|_| !is_press),
            from: journey.from.as_ref().and_then(|id| self.place(id)),
            to: journey.to.as_ref().and_then(|id| self.place(id)),
            lounge: if is_press { String::new() } else { self.text(of, "lounge", &journey.lounge) },
        }
    }

    fn step(&mut self, of: Option<&RecordRef>, step: &Step) -> Option<StepView> {
        let staff = match self.audience {
            Audience::Staff => true,
            Audience::Guest if step.internal => return None,
            Audience::Guest => false,
            Audience::Media => return None,
        };
        Some(StepView {
            at: step.at,
            what: self.text(of, "what", &step.what),
            who: self.people(&step.who),
            place: self.text(of, "place", &step.place),
            internal: step.internal,
            staff_remarks: if staff { step.staff_remarks.clone() } else { String::new() },
        })
    }

    /// The other plans, while none is chosen; staff keep them to the end.
    fn alternatives(&mut self, of: Option<&RecordRef>, item: &Item) -> Vec<AlternativeView> {
        let staff = match self.audience {
            Audience::Staff => true,
            Audience::Guest if chosen(item).is_none() => false,
            Audience::Guest | Audience::Media => return Vec::new(),
        };
        let view = |choice: &Alternative| AlternativeView {
            label: choice.label.clone(),
            title: self.text(of, "title", &choice.title),
            when: choice.when,
            place: choice.place.as_ref().and_then(|id| self.place(id)),
            is_chosen: !choice.label.is_empty() && choice.label == item.chosen,
            remarks: if staff { choice.remarks.clone() } else { String::new() },
        };
        item.alternatives.iter().map(view).collect()
    }

    fn press(&mut self, of: Option<&RecordRef>, press: &Press) -> Option<PressView> {
        match self.audience {
            Audience::Guest => None,
            Audience::Staff | Audience::Media => Some(PressView {
                call_time: press.call_time,
                call_place: self.text(of, "call_place", &press.call_place),
                may_film: self.text(of, "may_film", &press.may_film),
                contact: press.contact.as_ref().and_then(|id| self.contact(id)),
            }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lang, Person, PersonId, Rsvp, StepId, Text};
    use crate::projection::Projection;

    fn seen(item: Item, audience: Audience) -> Vec<ItemView> {
        let person = |id: &str, attendance| {
            let id = PersonId::new(id).unwrap();
            Arc::new(Person { name: Text::new(id.as_str()), id, attendance, ..Person::default() })
        };
        let visit = Visit {
            people: vec![person("coming", Rsvp::Expected), person("declined", Rsvp::Declined)],
            items: vec![Arc::new(item)],
            ..Visit::default()
        };
        Projection::new(&visit, audience, &Lang::en()).items().cloned().collect()
    }

    fn day() -> When {
        When::Day(chrono::NaiveDate::from_ymd_opt(2024, 7, 29).unwrap())
    }

    #[test]
    fn a_step_of_the_staff_is_for_staff_alone() {
        let step = |id: &str, internal| Step {
            id: StepId::new(id).unwrap(),
            what: Text::new(id),
            internal,
            ..Step::default()
        };
        let item = Item {
            when: day(),
            steps: vec![step("open", false), step("inner", true)],
            ..Item::default()
        };
        let steps = |audience| -> Vec<String> {
            let items = seen(item.clone(), audience);
            items[0].steps.iter().map(|step| step.what.clone()).collect()
        };
        assert_eq!(steps(Audience::Guest), ["open"]);
        assert_eq!(steps(Audience::Staff), ["open", "inner"]);
    }

    #[test]
    fn a_gift_is_not_described_to_those_who_get_it() {
        let act = |kind| Act { kind, details: Text::new("vase"), ..Act::default() };
        let item = Item {
            when: day(),
            visibility: crate::model::Visibility::Public,
            acts: vec![act(ActKind::Gift), act(ActKind::Plaque)],
            ..Item::default()
        };
        let details = |audience| -> Vec<String> {
            let items = seen(item.clone(), audience);
            items[0].acts.iter().map(|act| act.details.clone()).collect()
        };
        assert_eq!(details(Audience::Guest), ["", "vase"]);
        assert_eq!(details(Audience::Staff), ["vase", "vase"]);
        assert_eq!(details(Audience::Media), ["vase"]);
    }

    #[test]
    fn who_declined_is_named_nowhere() {
        let ids = ["coming", "declined"].map(|id| PersonId::new(id).unwrap()).to_vec();
        let items = seen(Item { when: day(), hosted_by: ids, ..Item::default() }, Audience::Staff);
        let names: Vec<_> = items[0].hosted_by.iter().map(|host| host.name.as_str()).collect();
        assert_eq!(names, ["coming"]);
    }

    #[test]
    fn what_waits_for_a_day_is_shown_to_staff_alone() {
        assert_eq!(seen(Item::default(), Audience::Guest).len(), 0);
        assert_eq!(seen(Item::default(), Audience::Staff).len(), 1);
    }
}
