//! Where two languages meet there is an interpreter of that pair, relieved in time.
//! An interpreter in two items at once is an overlap like any other.

use super::facts::{Entry, Facts};
use super::findings::{Findings, Fix, measure};
use super::{Check, Measure, PROGRAMME, Severity, Source, limits};
use crate::edit::Edit;
use crate::model::{Item, ItemKind, Lang, Moment, PartyRole, Person, RecordRef, Visit};
use crate::words::say;

/// A shorter pause is none.
const PAUSE_MINS: i64 = 15;

pub(super) const CHECK: Check = Check {
    id: "interpreter",
    severity: Severity::Warning,
    summary: || say!("check-interpreter-summary"),
    why: || say!("check-interpreter-why"),
    source: Source::Handbooks,
    limits: &[limits::UNRELIEVED],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Amount,
    run,
};

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in &facts.entries {
        let languages = &entry.item.languages;
        if languages.len() >= 2 {
            pairs(facts, entry, findings);
        } else if languages.is_empty() && entry.item.interpreters.is_empty() && talks(entry) {
            silent(facts, entry, findings);
        }
    }
    let limit = facts.limit(&limits::UNRELIEVED);
    let interpreting = facts.entries.iter().flat_map(|entry| &entry.item.interpreters);
    let interpreting = facts.party(interpreting);
    for person in facts.persons(&interpreting) {
        relief(facts, person, limit, findings);
    }
}

/// Whether people of both sides speak with each other there.
fn talks(entry: &Entry<'_>) -> bool {
    !entry.item.kind.is_movement() && !matches!(entry.item.kind, ItemKind::Rest | ItemKind::Free)
}

fn speaks(person: &Person, lang: &Lang) -> bool {
    person.languages.iter().any(|spoken| spoken.primary() == lang.primary())
}

/// The interpreters of an item that come.
fn interpreters<'f, 'a: 'f>(
    facts: &'f Facts<'a>,
    entry: &'f Entry<'_>,
) -> impl Iterator<Item = &'f Person> {
    let ids = entry.item.interpreters.iter();
    let people = ids.filter_map(|id| facts.person_of(id)).map(AsRef::as_ref);
    people.filter(|person: &&Person| !person.has_declined())
}

fn pairs(facts: &Facts<'_>, entry: &Entry<'_>, findings: &mut Findings) {
    let languages = &entry.item.languages;
    let mut missing = Vec::new();
    for (position, first) in languages.iter().enumerate() {
        for second in languages.iter().skip(position + 1) {
            let both = |person: &Person| speaks(person, first) && speaks(person, second);
            if !interpreters(facts, entry).any(both) {
                missing.push((first, second));
            }
        }
    }
    let Some((first, second)) = missing.first().copied() else { return };
    let unknown: Vec<&Person> =
        interpreters(facts, entry).filter(|person| person.languages.is_empty()).collect();
    let pair = say!("check-language-pair", first = language(first), second = language(second));
    let item = facts.title(entry.item);
    let message = match unknown.first() {
        Some(person) => {
            let person = facts.visit.person_label(&person.id);
            say!("check-interpreter-unknown", item = item, person = person, pair = pair)
        }
        None => say!("check-interpreter-none", item = item, pair = pair),
    };
    let mut finding = findings.finding([entry.reference()], measure(missing.len()), message);
    if !unknown.is_empty() {
        finding.severity = Severity::Unknown;
    } else if missing.len() == 1 {
        finding.fix = add(facts, entry, first, second);
    }
    findings.push(finding);
}

/// Somebody who speaks both and is free then.
fn add(facts: &Facts<'_>, entry: &Entry<'_>, first: &Lang, second: &Lang) -> Option<Fix> {
    let able = |person: &&std::sync::Arc<Person>| {
        person.role == PartyRole::Interpreter
            && !person.has_declined()
            && speaks(person, first)
            && speaks(person, second)
            && entry.stretch.is_none_or(|stretch| {
                facts.are_free(&facts.party([&person.id]), stretch, &[entry.item])
            })
    };
    let person = facts.visit.people.iter().find(able)?;
    let mut item = Item::clone(entry.item);
    item.interpreters.push(person.id.clone());
    let (name, title) = (facts.visit.person_label(&person.id), facts.title(&item));
    let label = say!("check-fix-interpreter", person = name, item = title);
    Some(Fix { label, edit: Edit::set(item) })
}

/// No language is stated although guests and hosts share none.
fn silent(facts: &Facts<'_>, entry: &Entry<'_>, findings: &mut Findings) {
    let guests = entry.participants.common(&facts.guests);
    let hosts = entry.participants.without(&facts.guests);
    let known = |person: &&std::sync::Arc<Person>| !person.languages.is_empty();
    let principal = |party| facts.persons(party).find(known);
    let (Some(guest), Some(host)) = (principal(&guests), principal(&hosts)) else { return };
    if guest.languages.iter().any(|lang| speaks(host, lang)) {
        return;
    }
    let (Some(first), Some(second)) = (guest.languages.first(), host.languages.first()) else {
        return;
    };
    let message = say!(
        "check-interpreter-silent",
        item = facts.title(entry.item),
        guest = facts.visit.person_label(&guest.id),
        guest_language = language(first),
        host = facts.visit.person_label(&host.id),
        host_language = language(second)
    );
    findings.report([entry.reference()], 1, message);
}

/// The stretches one person interprets alone without a pause.
fn relief(facts: &Facts<'_>, person: &Person, limit: i64, findings: &mut Findings) {
    let mut run: Option<(&Entry<'_>, Moment, Moment)> = None;
    let alone = facts.timed.iter().filter_map(|index| facts.entries.get(*index)).filter(|entry| {
        entry.item.interpreters.contains(&person.id) && interpreters(facts, entry).count() == 1
    });
    for entry in alone {
        let Some(stretch) = entry.stretch else { continue };
        run = match run {
            Some((first, start, end)) if stretch.start.mins_since(end) < PAUSE_MINS => {
                Some((first, start, end.max(stretch.end)))
            }
            before => {
                report_long(facts, person, before, limit, findings);
                Some((entry, stretch.start, stretch.end))
            }
        };
    }
    report_long(facts, person, run, limit, findings);
}

fn report_long(
    facts: &Facts<'_>,
    person: &Person,
    run: Option<(&Entry<'_>, Moment, Moment)>,
    limit: i64,
    findings: &mut Findings,
) {
    let Some((first, start, end)) = run else { return };
    let mins = end.mins_since(start);
    if mins <= limit {
        return;
    }
    let name = facts.visit.person_label(&person.id);
    let item = facts.title(first.item);
    let message =
        say!("check-interpreter-long", person = name, mins = mins, item = item, most = limit);
    findings.report([first.reference(), RecordRef::Person(person.id.clone())], mins, message);
}

/// A language by its own name where the catalogue has it, else its tag.
fn language(lang: &Lang) -> String {
    match lang.primary() {
        "en" => say!("language-en"),
        "zh" => say!("language-zh"),
        "ko" => say!("language-ko"),
        other => other.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{change, change_person, fixed, found, person_id, visit};
    use crate::model::{Lang, PartyRole, Visit};

    fn bilingual(lines: &[&str]) -> Visit {
        let mut visit = visit(lines);
        for item in lines.iter().map(|line| line.split_whitespace().nth(1).unwrap()) {
            let item = item.trim_end_matches(':');
            change(&mut visit, item, |item| item.languages = vec![Lang::ko(), Lang::zh()]);
        }
        interpreter(&mut visit, "host-10", &[Lang::zh(), Lang::ko()]);
        visit
    }

    fn interpreter(visit: &mut Visit, id: &str, languages: &[Lang]) {
        person_id(visit, id);
        change_person(visit, id, |person| {
            person.role = PartyRole::Interpreter;
            person.languages = languages.to_vec();
        });
    }

    fn assign(visit: &mut Visit, item: &str, person: &str) {
        let person = person_id(visit, person);
        change(visit, item, |item| item.interpreters.push(person));
    }

    #[test]
    fn two_languages_without_an_interpreter_are_found_and_one_who_is_free_helps() {
        let visit = bilingual(&["09:00-10:00 talks: oh luo"]);
        assert_eq!(found(&visit, "interpreter"), ["“talks” has no interpreter 한국어–中文"]);
        let fixed = fixed(&visit, "interpreter", "Let host-10 interpret at “talks”");
        assert!(found(&fixed, "interpreter").is_empty());
    }

    #[test]
    fn an_interpreter_who_is_elsewhere_is_not_proposed() {
        let mut visit =
            bilingual(&["09:00-10:00 talks: oh luo", "09:30-10:30 tour: delegate host"]);
        assign(&mut visit, "tour", "host-10");
        assert!(crate::check::testing::of(&visit, "interpreter")[0].fix.is_none());
    }

    #[test]
    fn an_interpreter_of_another_pair_or_of_unknown_languages_is_none() {
        let mut other = bilingual(&["09:00-10:00 talks: oh luo"]);
        interpreter(&mut other, "host-11", &[Lang::zh(), Lang::en()]);
        assign(&mut other, "talks", "host-11");
        assert_eq!(found(&other, "interpreter").len(), 1);
        let mut unknown = bilingual(&["09:00-10:00 talks: oh luo"]);
        assign(&mut unknown, "talks", "host-12");
        assert_eq!(
            found(&unknown, "interpreter"),
            ["Whether host-12 interprets 한국어–中文 at “talks” is not known"]
        );
    }

    #[test]
    fn one_language_needs_nobody() {
        let mut visit = bilingual(&["09:00-10:00 talks: oh luo"]);
        change(&mut visit, "talks", |item| item.languages = vec![Lang::zh()]);
        assert!(found(&visit, "interpreter").is_empty());
    }

    #[test]
    fn principals_without_a_common_language_are_found_although_no_language_is_stated() {
        let mut visit = visit(&["09:00-10:00 talks: oh luo"]);
        change_person(&mut visit, "oh", |person| person.languages = vec![Lang::ko(), Lang::en()]);
        change_person(&mut visit, "luo", |person| person.languages = vec![Lang::zh()]);
        assert_eq!(
            found(&visit, "interpreter"),
            ["“talks” states no language, but oh speaks 한국어 and luo 中文"]
        );
        change_person(&mut visit, "luo", |person| person.languages.push(Lang::en()));
        assert!(found(&visit, "interpreter").is_empty());
    }

    #[test]
    fn more_than_two_hours_without_relief_are_too_long() {
        let lines = ["09:00-10:00 talks: oh luo", "10:10-11:10 tour: oh luo"];
        let mut visit = bilingual(&lines);
        assign(&mut visit, "talks", "host-10");
        assign(&mut visit, "tour", "host-10");
        assert_eq!(
            found(&visit, "interpreter"),
            ["host-10 interprets alone for 130 min from “talks” on; relief is due after 120"]
        );
        interpreter(&mut visit, "host-11", &[Lang::zh(), Lang::ko()]);
        assign(&mut visit, "tour", "host-11");
        assert!(found(&visit, "interpreter").is_empty());
    }
}
