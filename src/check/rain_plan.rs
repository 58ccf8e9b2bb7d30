//! An item in the open air names where to go when it rains.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source};
use crate::edit::Edit;
use crate::model::{Item, Place, RecordRef, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "rain-plan",
    severity: Severity::Warning,
    summary: || say!("check-rain-plan-summary"),
    why: || say!("check-rain-plan-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Amount,
    run,
};

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in &facts.entries {
        let item = entry.item;
        let place = item.place.as_ref().and_then(|id| facts.place(id));
        if !item.outdoor && !place.is_some_and(|place| place.outdoor) {
            continue;
        }
        let named = item.rain_place.as_ref().or_else(|| place?.rain_venue.as_ref());
        let named = named.and_then(|id| facts.place(id));
        let title = facts.title(item);
        let (things, message) = match named {
            None => (vec![entry.reference()], say!("check-rain-plan", item = title)),
            Some(venue) if venue.outdoor => {
                let name = facts.place_name(&venue.id);
                let things = vec![entry.reference(), RecordRef::Place(venue.id.clone())];
                (things, say!("check-rain-plan-wet", item = title, place = name))
            }
            Some(_) => continue,
        };
        let mut finding = findings.finding(things, 1, message);
        finding.fix = nearest(visit, facts, entry).map(|place| under_a_roof(facts, entry, place));
        findings.push(finding);
    }
}

/// The place under a roof that is reached soonest and holds everyone.
pub(super) fn nearest<'a>(
    visit: &'a Visit,
    facts: &Facts<'_>,
    entry: &Entry<'_>,
) -> Option<&'a Place> {
    let from = entry.item.place.as_ref()?;
    let people = entry.present.count().max(entry.item.head_count.unwrap_or(0) as usize);
    let holds = |place: &&Place| {
        !place.outdoor && place.capacity.is_some_and(|capacity| capacity as usize >= people)
    };
    let places = visit.places.iter().map(AsRef::as_ref).filter(holds);
    let near = places.filter_map(|place| Some((facts.travel(from, &place.id)?, place)));
    near.min_by_key(|(mins, _)| *mins).map(|(_, place)| place)
}

fn under_a_roof(facts: &Facts<'_>, entry: &Entry<'_>, place: &Place) -> Fix {
    let (item, name) = (facts.title(entry.item), facts.place_name(&place.id));
    let mut changed = Item::clone(entry.item);
    changed.rain_place = Some(place.id.clone());
    Fix { label: say!("check-fix-rain", item = item, place = name), edit: Edit::set(changed) }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::testing::{change, fixed, found, place_id, visit};
    use crate::model::{Span, TravelTime, Visit};

    fn outdoors() -> Visit {
        let mut visit = visit(&["09:00-09:15 photo @forecourt: oh luo"]);
        change(&mut visit, "photo", |item| item.outdoor = true);
        visit
    }

    #[test]
    fn an_outdoor_item_without_a_rain_venue_is_found() {
        assert_eq!(
            found(&outdoors(), "rain-plan"),
            ["“photo” is outdoors and names no rain venue"]
        );
    }

    #[test]
    fn a_rain_venue_of_the_item_or_of_its_place_is_enough_and_indoors_none_is_needed() {
        let mut visit = outdoors();
        let lobby = place_id(&mut visit, "lobby");
        let mut of_item = visit.clone();
        change(&mut of_item, "photo", |item| item.rain_place = Some(lobby.clone()));
        assert!(found(&of_item, "rain-plan").is_empty());
        Arc::make_mut(&mut visit.places[0]).rain_venue = Some(lobby);
        assert!(found(&visit, "rain-plan").is_empty());
        let indoors = crate::check::testing::visit(&["09:00-09:15 photo @lobby: oh"]);
        assert!(found(&indoors, "rain-plan").is_empty());
    }

    #[test]
    fn a_rain_venue_in_the_open_air_is_none() {
        let mut visit = outdoors();
        let garden = place_id(&mut visit, "garden");
        Arc::make_mut(visit.places.last_mut().unwrap()).outdoor = true;
        change(&mut visit, "photo", |item| item.rain_place = Some(garden));
        assert_eq!(
            found(&visit, "rain-plan"),
            ["“photo” is outdoors, and so is its rain venue garden"]
        );
    }

    #[test]
    fn the_fix_names_the_nearest_roof_that_holds_everyone() {
        let mut visit = outdoors();
        let from = place_id(&mut visit, "forecourt");
        for (name, holds, mins) in [("kiosk", 1, 1), ("lobby", 80, 2), ("hall", 500, 10)] {
            let to = place_id(&mut visit, name);
            Arc::make_mut(visit.places.last_mut().unwrap()).capacity = Some(holds);
            let (from, to) = (Some(from.clone()), Some(to));
            let mins = Span::new(mins, mins);
            visit.travel_times.push(TravelTime { from, to, mins, ..TravelTime::default() });
        }
        let fixed = fixed(&visit, "rain-plan", "In rain, hold “photo” at lobby");
        assert!(found(&fixed, "rain-plan").is_empty());
    }
}
