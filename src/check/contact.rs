//! A number that is answered on the day stands on the delegation's programme.

use super::facts::Facts;
use super::findings::{Findings, Fix};
use super::{Check, Measure, PROGRAMME, Severity, Source};
use crate::edit::Edit;
use crate::model::{About, Person, RecordRef, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "contact",
    severity: Severity::Warning,
    summary: || say!("check-contact-summary"),
    why: || say!("check-contact-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Amount,
    run,
};

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let Some(contact) = visit.about.contact.as_ref().and_then(|id| facts.person_of(id)) else {
        let mut finding = findings.finding([], 1, say!("check-contact-none"));
        finding.fix = somebody(visit);
        findings.push(finding);
        return;
    };
    let name = visit.person_label(&contact.id);
    let (message, fix) = if contact.has_declined() {
        (say!("check-contact-declined", person = name), None)
    } else if contact.phone.trim().is_empty() {
        (say!("check-contact-no-phone", person = name), None)
    } else if contact.phone_for_guests {
        return;
    } else {
        (say!("check-contact-hidden", person = name), Some(show(visit, contact)))
    };
    let mut finding = findings.finding([RecordRef::Person(contact.id.clone())], 1, message);
    finding.fix = fix;
    findings.push(finding);
}

fn show(visit: &Visit, contact: &Person) -> Fix {
    let person = Person { phone_for_guests: true, ..contact.clone() };
    let label = say!("check-fix-show-phone", person = visit.person_label(&contact.id));
    Fix { label, edit: Edit::set(person) }
}

/// The action officer or whoever else has a number for the guests.
fn somebody(visit: &Visit) -> Option<Fix> {
    let reachable = |person: &&Person| person.phone_for_guests && !person.phone.trim().is_empty();
    let officer = visit.about.action_officer.as_ref().and_then(|id| visit.person(id));
    let people = officer.into_iter().chain(&visit.people).map(AsRef::as_ref);
    let person = people.filter(|person| !person.has_declined()).find(reachable)?;
    let about = About { contact: Some(person.id.clone()), ..About::clone(&visit.about) };
    let label = say!("check-fix-contact", person = visit.person_label(&person.id));
    Some(Fix { label, edit: Edit::About(about.into()) })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::testing::{change_person, fixed, found, person_id, visit};
    use crate::model::Visit;

    fn with_phone() -> Visit {
        let mut visit = visit(&["09:00-10:00 tour @hall: oh host"]);
        let host = person_id(&mut visit, "host");
        Arc::make_mut(&mut visit.about).contact = Some(host);
        change_person(&mut visit, "host", |person| {
            person.phone = "+86 23 0000 0012".to_owned();
            person.phone_for_guests = true;
        });
        visit
    }

    #[test]
    fn a_visit_without_a_contact_is_found_and_one_who_can_be_called_is_proposed() {
        let mut visit = with_phone();
        Arc::make_mut(&mut visit.about).contact = None;
        assert_eq!(found(&visit, "contact"), ["No contact for the day is named"]);
        let fixed = fixed(&visit, "contact", "Make host the contact");
        assert!(found(&fixed, "contact").is_empty());
    }

    #[test]
    fn a_number_on_the_guests_programme_is_enough() {
        assert!(found(&with_phone(), "contact").is_empty());
    }

    #[test]
    fn a_number_the_guests_do_not_see_is_found_and_can_be_shown() {
        let mut visit = with_phone();
        change_person(&mut visit, "host", |person| person.phone_for_guests = false);
        let fixed = fixed(&visit, "contact", "Show the number of host to the guests");
        assert!(found(&fixed, "contact").is_empty());
    }

    #[test]
    fn a_contact_without_a_number_helps_nobody() {
        let mut visit = with_phone();
        change_person(&mut visit, "host", |person| person.phone = " ".to_owned());
        assert_eq!(found(&visit, "contact"), ["The contact host has no telephone number"]);
    }
}
