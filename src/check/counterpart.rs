//! Each guest principal is met by a host of the same or a similar rank.

use std::sync::Arc;

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source, limits};
use crate::edit::Edit;
use crate::model::{Item, ItemKind, Person, PersonId, RecordRef, Side, Visit};
use crate::protocol::rank_at;
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "counterpart",
    severity: Severity::Warning,
    summary: || say!("check-counterpart-summary"),
    why: || say!("check-counterpart-why"),
    source: Source::Handbooks,
    limits: &[limits::COUNTERPART],
    reads: PROGRAMME,
    looks_back: false,
    measure: Measure::Amount,
    run,
};

/// Where people meet, rather than sit in one room.
fn is_meeting(entry: &Entry<'_>) -> bool {
    matches!(
        entry.item.kind,
        ItemKind::Welcome
            | ItemKind::CourtesyCall
            | ItemKind::Talks
            | ItemKind::OneOnOne
            | ItemKind::Meeting
            | ItemKind::Signing
    )
}

/// A host at a meeting, with the rank there.
struct Met<'f, 'a> {
    entry: &'f Entry<'a>,
    host: &'a Arc<Person>,
    rank: u16,
}

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for guest in principals(visit) {
        let Some(person) = facts.person_of(guest).filter(|person| !person.has_declined()) else {
            continue;
        };
        let alone = facts.party([guest]);
        let meetings: Vec<&Entry<'_>> = facts
            .entries
            .iter()
            .filter(|entry| is_meeting(entry) && entry.participants.meets(&alone))
            .collect();
        let name = visit.person_label(guest);
        let things = |entry: Option<&Entry<'_>>| {
            entry.map(Entry::reference).into_iter().chain([RecordRef::Person(guest.clone())])
        };
        let Some(first) = meetings.first().copied() else {
            let message = say!("check-counterpart-none", name = name);
            findings.unknown(things(None), message, None);
            continue;
        };
        let Some(own) = rank_at(visit, person, Some(first.item)) else {
            let message = say!("check-counterpart-unknown", name = name);
            findings.unknown(things(Some(first)), message, None);
            continue;
        };
        let away = |met: &Met<'_, '_>| i64::from(met.rank.abs_diff(own));
        match met(visit, facts, &meetings).min_by_key(away) {
            None => {
                let message = say!("check-counterpart-hosts-unknown", name = name);
                findings.unknown(things(Some(first)), message, None);
            }
            Some(nearest) if away(&nearest) > facts.limit(&limits::COUNTERPART) => {
                let (host, rank) = (visit.person_label(&nearest.host.id), i64::from(nearest.rank));
                let item = facts.title(nearest.entry.item);
                let own_rank = i64::from(own);
                let message = say!(
                    "check-counterpart",
                    name = name,
                    own = own_rank,
                    host = host,
                    rank = rank,
                    item = item
                );
                let measure = away(&nearest);
                let mut finding = findings.finding(things(Some(nearest.entry)), measure, message);
                finding.fix = somebody_nearer(visit, facts, &nearest, own);
                findings.push(finding);
            }
            Some(_) => {}
        }
    }
}

/// The principal, the guest of honour, and who leads a delegation of guests.
fn principals(visit: &Visit) -> Vec<&PersonId> {
    let guests = visit.delegations.iter().filter(|delegation| delegation.side == Side::Guest);
    let heads = guests.filter_map(|delegation| delegation.head.as_ref());
    let mut all: Vec<&PersonId> = Vec::new();
    for id in visit.about.principal.iter().chain(&visit.about.guest_of_honour).chain(heads) {
        if !all.contains(&id) && visit.side_of(id) != Some(Side::Host) {
            all.push(id);
        }
    }
    all
}

fn met<'f, 'a>(
    visit: &'f Visit,
    facts: &'f Facts<'a>,
    meetings: &'f [&'f Entry<'a>],
) -> impl Iterator<Item = Met<'f, 'a>> {
    meetings.iter().flat_map(move |entry| {
        let hosts = entry.participants.without(&facts.guests);
        let hosts: Vec<_> = facts.persons(&hosts).collect();
        hosts.into_iter().filter_map(move |host| {
            let rank = rank_at(visit, host, Some(entry.item))?;
            Some(Met { entry, host, rank })
        })
    })
}

/// A host of nearer rank who is free joins the meeting.
fn somebody_nearer(
    visit: &Visit,
    facts: &Facts<'_>,
    nearest: &Met<'_, '_>,
    own: u16,
) -> Option<Fix> {
    let entry = nearest.entry;
    let most = facts.limit(&limits::COUNTERPART);
    let hosts = visit.delegations.iter().filter(|delegation| delegation.side == Side::Host);
    let people = hosts.flat_map(|delegation| delegation.people());
    let free = people.filter_map(|id| facts.person_of(id)).filter(|person| {
        let alone = facts.party([&person.id]);
        !alone.is_empty() && entry.stretch.is_none_or(|it| facts.are_free(&alone, it, &[]))
    });
    let ranked = free.filter_map(|person| {
        let away = i64::from(rank_at(visit, person, Some(entry.item))?.abs_diff(own));
        (away <= most).then_some((away, person))
    });
    let (_, host) = ranked.min_by_key(|(away, _)| *away)?;
    let mut item = Item::clone(entry.item);
    item.attendance.except.retain(|id| *id != host.id);
    item.attendance.people.push(host.id.clone());
    let (name, title) = (visit.person_label(&host.id), facts.title(entry.item));
    let label = say!("check-fix-counterpart", name = name, item = title);
    Some(Fix { label, edit: Edit::set(item) })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::Severity;
    use crate::check::testing::{change, change_person, fixed, found, of, person_id, visit};
    use crate::model::{ItemKind, Visit};

    /// A guest of rank 5 who leads the guests, at talks with hosts of these ranks.
    fn talks(hosts: &[u16]) -> Visit {
        let names: Vec<String> = (0..hosts.len()).map(|n| format!("host-{n}")).collect();
        let mut visit = visit(&[&format!("09:00-10:00 talks: oh {}", names.join(" "))]);
        change(&mut visit, "talks", |item| item.kind = ItemKind::Talks);
        let oh = person_id(&mut visit, "oh");
        change_person(&mut visit, "oh", |person| person.rank = 5);
        Arc::make_mut(&mut visit.delegations[0]).head = Some(oh);
        for (name, rank) in names.iter().zip(hosts) {
            change_person(&mut visit, name, |person| person.rank = *rank);
        }
        visit
    }

    #[test]
    fn a_principal_who_meets_nobody_of_similar_rank_is_found() {
        assert_eq!(
            found(&talks(&[8, 9]), "counterpart"),
            ["oh (rank 5) meets nobody of similar rank: the nearest is host-0 (rank 8) at “talks”"]
        );
        assert!(found(&talks(&[8, 6]), "counterpart").is_empty());
        assert!(found(&talks(&[4]), "counterpart").is_empty());
    }

    #[test]
    fn the_offices_own_distance_counts() {
        let mut visit = talks(&[8]);
        Arc::make_mut(&mut visit.about).limits.counterpart_ranks = Some(3);
        assert!(found(&visit, "counterpart").is_empty());
    }

    #[test]
    fn ranks_that_are_not_stated_are_not_passed_off_as_fine() {
        let severity = |visit: &Visit| of(visit, "counterpart")[0].severity;
        assert_eq!(severity(&talks(&[0])), Severity::Unknown);
        let mut visit = talks(&[5]);
        change_person(&mut visit, "oh", |person| person.rank = 0);
        assert_eq!(severity(&visit), Severity::Unknown);
        change(&mut visit, "talks", |item| item.kind = ItemKind::Tour);
        assert_eq!(severity(&visit), Severity::Unknown);
    }

    #[test]
    fn the_fix_asks_a_host_of_that_rank_to_the_meeting() {
        let mut visit = talks(&[8]);
        let chief = person_id(&mut visit, "host-chief");
        change_person(&mut visit, "host-chief", |person| person.rank = 5);
        let next = fixed(&visit, "counterpart", "Add host-chief to “talks”");
        assert!(next.items[0].attendance.people.contains(&chief));
    }
}
