//! Everyone finds room, and tours go in groups that can hear their guide.

use std::collections::BTreeMap;

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix, measure};
use super::rain_plan;
use super::{Check, Measure, PROGRAMME, Severity, Source, limits};
use crate::edit::Edit;
use crate::model::{Item, ItemKind, Place, PlaceId, RecordRef, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "head-count",
    severity: Severity::Warning,
    summary: || say!("check-head-count-summary"),
    why: || say!("check-head-count-why"),
    source: Source::Handbooks,
    limits: &[limits::TOUR_GROUP, limits::TOUR_FLOW],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

/// Fewer find a place anywhere.
const FEW: usize = 8;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let mut unknown: BTreeMap<&PlaceId, (&Entry<'_>, usize)> = BTreeMap::new();
    for entry in &facts.entries {
        let people = head_count(entry);
        if !entry.item.kind.is_movement() {
            for place in venues(facts, entry) {
                match place.capacity {
                    Some(holds) if people > holds as usize => {
                        report(visit, facts, entry, place, people, findings);
                    }
                    None if people > FEW && !place.outdoor && needs_room(entry) => {
                        let most = unknown.entry(&place.id).or_insert((entry, people));
                        if people > most.1 {
                            *most = (entry, people);
                        }
                    }
                    Some(_) | None => {}
                }
            }
        }
        if entry.item.kind == ItemKind::Tour {
            tour(facts, entry, people, findings);
        }
    }
    for (place, (entry, people)) in unknown {
        let (name, item) = (facts.place_name(place), facts.title(entry.item));
        let message = say!("check-head-count-unknown", place = name, count = people, item = item);
        findings.unknown([RecordRef::Place(place.clone())], message, None);
    }
}

pub(super) fn head_count(entry: &Entry<'_>) -> usize {
    entry.present.count().max(entry.item.head_count.unwrap_or(0) as usize)
}

/// Whether people sit or stand there together for a time.
fn needs_room(entry: &Entry<'_>) -> bool {
    !matches!(entry.item.kind, ItemKind::Rest | ItemKind::Free | ItemKind::Welcome)
}

/// Where it takes place, and where in rain.
fn venues<'a>(facts: &Facts<'a>, entry: &Entry<'a>) -> Vec<&'a Place> {
    let item = entry.item;
    let mut ids: Vec<&PlaceId> = entry.to.into_iter().collect();
    ids.extend(item.rain_place.iter().filter(|rain| entry.to != Some(*rain)));
    ids.into_iter().filter_map(|id| facts.place(id)).map(AsRef::as_ref).collect()
}

fn report(
    visit: &Visit,
    facts: &Facts<'_>,
    entry: &Entry<'_>,
    place: &Place,
    people: usize,
    findings: &mut Findings,
) {
    let holds = place.capacity.unwrap_or(0);
    let (item, name) = (facts.title(entry.item), facts.place_name(&place.id));
    let message =
        say!("check-head-count", item = item, count = people, place = name, holds = holds);
    let things = [entry.reference(), RecordRef::Place(place.id.clone())];
    let mut finding = findings.finding(things, measure(people - holds as usize), message);
    let is_venue = entry.item.place.as_ref() == Some(&place.id) && entry.is_own();
    if is_venue && let Some(larger) = rain_plan::nearest(visit, facts, entry) {
        let mut item = Item::clone(entry.item);
        item.place = Some(larger.id.clone());
        item.room = crate::model::Text::default();
        let (title, name) = (facts.title(&item), facts.place_name(&larger.id));
        let label = say!("check-fix-larger", item = title, place = name);
        finding.fix = Some(Fix { label, edit: Edit::set(item) });
    }
    findings.push(finding);
}

/// Groups of some ten people, and not more in an hour than a site can take.
fn tour(facts: &Facts<'_>, entry: &Entry<'_>, people: usize, findings: &mut Findings) {
    let group = usize::try_from(facts.limit(&limits::TOUR_GROUP).max(1)).unwrap_or(1);
    let guides = people.div_ceil(group);
    let named = entry.item.escorts.len().max(1);
    if guides > named && people > group + group / 2 {
        let message = say!(
            "check-head-count-groups",
            item = facts.title(entry.item),
            count = people,
            groups = guides,
            guides = entry.item.escorts.len(),
            most = group
        );
        let mut finding = findings.finding([entry.reference()], measure(guides - named), message);
        finding.severity = Severity::Notice;
        findings.push(finding);
    }
    let Some(mins) = entry.stretch.map(|it| it.mins()).filter(|mins| *mins > 0) else { return };
    let most = facts.limit(&limits::TOUR_FLOW);
    let an_hour = measure(people) * 60 / mins.max(60);
    if an_hour > most {
        let item = facts.title(entry.item);
        let message =
            say!("check-head-count-flow", item = item, count = people, mins = mins, most = most);
        findings.report([entry.reference()], 1000 + an_hour, message);
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::Severity;
    use crate::check::testing::{change, fixed, found, of, place_id, visit};
    use crate::model::{ItemKind, PersonId, Span, TravelTime, Visit};

    fn hall(holds: Option<u32>, people: u32) -> Visit {
        let mut visit = visit(&["09:00-10:30 talks @hall: oh luo"]);
        Arc::make_mut(&mut visit.places[0]).capacity = holds;
        change(&mut visit, "talks", |item| item.head_count = Some(people));
        visit
    }

    #[test]
    fn more_people_than_the_room_holds_are_found_and_a_larger_one_helps() {
        let mut visit = hall(Some(40), 41);
        assert_eq!(found(&visit, "head-count"), ["“talks” has 41 people, and hall holds 40"]);
        let (hall, arena) = (place_id(&mut visit, "hall"), place_id(&mut visit, "arena"));
        Arc::make_mut(&mut visit.places[1]).capacity = Some(100);
        let mins = Span::new(5, 5);
        let (from, to) = (Some(hall), Some(arena));
        visit.travel_times.push(TravelTime { from, to, mins, ..TravelTime::default() });
        assert!(
            found(&fixed(&visit, "head-count", "Hold “talks” at arena"), "head-count").is_empty()
        );
    }

    #[test]
    fn a_full_room_is_fine_and_one_of_unknown_size_is_unknown() {
        assert!(found(&hall(Some(40), 40), "head-count").is_empty());
        let unknown = of(&hall(None, 40), "head-count");
        assert_eq!(unknown[0].severity, Severity::Unknown);
        assert_eq!(unknown[0].message, "How many people hall holds is not stated; “talks” has 40");
        assert!(found(&hall(None, 8), "head-count").is_empty());
    }

    #[test]
    fn a_tour_goes_in_groups_and_a_site_takes_so_many_an_hour() {
        let mut visit = hall(Some(500), 31);
        change(&mut visit, "talks", |item| item.kind = ItemKind::Tour);
        assert_eq!(
            found(&visit, "head-count"),
            ["“talks” takes 31 people: 4 groups of about 10, and 0 guides are named"]
        );
        change(&mut visit, "talks", |item| {
            item.escorts = (1..5).filter_map(|n| PersonId::new(&format!("guide-{n}"))).collect();
        });
        assert!(found(&visit, "head-count").is_empty());
        change(&mut visit, "talks", |item| item.head_count = Some(160));
        assert!(found(&visit, "head-count").iter().any(|it| it.contains("160 people in 90 min")));
    }
}
