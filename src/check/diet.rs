//! The kitchen knows what every guest at a meal eats.

use super::facts::{Facts, enumerate};
use super::findings::Findings;
use super::party::Party;
use super::{Check, Measure, PROGRAMME, Severity, Source};
use crate::model::{Diet, Person, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "diet",
    severity: Severity::Warning,
    summary: || say!("check-diet-summary"),
    why: || say!("check-diet-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Flags,
    run,
};

/// The two sorts of finding, told apart by their measure.
const WITH_NEEDS: i64 = 1;
const UNKNOWN: i64 = 2;

fn run(_: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for entry in facts.entries.iter().filter(|entry| entry.item.kind.is_meal()) {
        let guests = entry.present.common(&facts.guests);
        let unknown = those(facts, &guests, is_unknown);
        if !unknown.is_empty() {
            let (people, item) = (facts.names(&unknown), facts.title(entry.item));
            let message =
                say!("check-diet-unknown", people = people, count = unknown.count(), item = item);
            findings.report(facts.things([entry.reference()], &unknown), UNKNOWN, message);
        }
        let needs = those(facts, &entry.present, |person| !is_unknown(person) && has_needs(person));
        if !needs.is_empty() {
            let needs_words = say_needs(facts, &needs);
            let item = facts.title(entry.item);
            let message = say!("check-diet-needs", item = item, needs = needs_words);
            let mut finding =
                findings.finding(facts.things([entry.reference()], &needs), WITH_NEEDS, message);
            finding.severity = Severity::Notice;
            findings.push(finding);
        }
    }
}

fn those(facts: &Facts<'_>, among: &Party, is: impl Fn(&Person) -> bool) -> Party {
    let mut party = facts.nobody();
    for index in among.iter() {
        if facts.person(index).is_some_and(|person| is(person)) {
            party.insert(index);
        }
    }
    party
}

/// Not asked, or "other" without saying what.
fn is_unknown(person: &Person) -> bool {
    let silent = person.diet_details.is_empty();
    silent && matches!(person.diet, Diet::Unknown | Diet::Other)
}

fn has_needs(person: &Person) -> bool {
    person.diet != Diet::None || !person.diet_details.is_empty()
}

/// "Seoul delegate 2: no pork; Seoul delegate 8: vegetarian".
fn say_needs(facts: &Facts<'_>, people: &Party) -> String {
    const NAMED: usize = 6;
    let lang = facts.visit.language();
    let need = |person: &std::sync::Arc<Person>| {
        let details = person.diet_details.trim_end_matches('.');
        let named = !matches!(person.diet, Diet::Unknown | Diet::None | Diet::Other);
        let diet = named.then(|| crate::words::choice(person.diet));
        let diet = match (diet, details) {
            (Some(diet), "") => diet,
            (Some(diet), details) => {
                say!("check-diet-details", diet = diet, details = details.to_owned())
            }
            (None, details) => details.to_owned(),
        };
        say!("check-diet-need", person = person.label(&lang).to_owned(), diet = diet)
    };
    let needs: Vec<String> = facts.persons(people).take(NAMED).map(need).collect();
    let named: Vec<&str> = needs.iter().map(String::as_str).collect();
    enumerate(&named, people.count().saturating_sub(needs.len()))
}

#[cfg(test)]
mod tests {
    use crate::check::testing::{change_person, found, of, visit};
    use crate::model::{Diet, Visit};

    fn meal() -> Visit {
        let mut visit = visit(&["12:00-13:00 lunch meal @hall: oh delegate luo"]);
        for id in ["oh", "delegate"] {
            change_person(&mut visit, id, |person| person.diet = Diet::None);
        }
        visit
    }

    #[test]
    fn a_guest_at_a_meal_whose_diet_nobody_asked_is_found() {
        let mut visit = meal();
        change_person(&mut visit, "delegate", |person| person.diet = Diet::Unknown);
        let unknown = "What delegate eats at “lunch” is not known";
        assert_eq!(found(&visit, "diet"), [unknown]);
        change_person(&mut visit, "delegate", |person| person.diet = Diet::Other);
        assert_eq!(found(&visit, "diet"), [unknown]);
    }

    #[test]
    fn an_unknown_diet_of_a_host_or_away_from_a_meal_is_no_finding() {
        assert!(found(&meal(), "diet").is_empty());
        assert!(found(&visit(&["12:00-13:00 tour @hall: oh delegate"]), "diet").is_empty());
    }

    #[test]
    fn those_with_needs_are_named_for_the_kitchen() {
        let mut visit = meal();
        change_person(&mut visit, "oh", |person| person.diet = Diet::NoPork);
        change_person(&mut visit, "delegate", |person| {
            person.diet_details = "allergic to nuts.".to_owned();
        });
        change_person(&mut visit, "oh", |person| person.diet_details = "no lard".to_owned());
        assert_eq!(
            found(&visit, "diet"),
            ["For the kitchen of “lunch”: oh (no pork: no lard), delegate (allergic to nuts)"]
        );
    }

    #[test]
    fn that_needs_are_known_to_the_kitchen_does_not_excuse_an_unknown_diet() {
        let mut visit = meal();
        change_person(&mut visit, "oh", |person| person.diet = Diet::NoPork);
        let edit = of(&visit, "diet").remove(0).dismiss(String::new(), String::new(), None);
        let mut visit = crate::edit::apply(&visit, edit).unwrap();
        assert!(of(&visit, "diet")[0].dismissed.is_some());
        change_person(&mut visit, "oh", |person| person.diet = Diet::Unknown);
        assert!(of(&visit, "diet")[0].dismissed.is_none());
    }
}
