//! Everything a signing needs: final texts, as many originals as parties, people and pens.

use super::facts::{Facts, enumerate};
use super::findings::{Findings, Fix};
use super::{Check, Measure, Severity, Source};
use crate::edit::Edit;
use crate::model::{Agreement, ItemKind, RecordKind, RecordRef, TextState, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "signing-kit",
    severity: Severity::Warning,
    summary: || say!("check-signing-kit-summary"),
    why: || say!("check-signing-kit-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: &[
        RecordKind::Agreement,
        RecordKind::Item,
        RecordKind::Person,
        RecordKind::Delegation,
        RecordKind::Group,
    ],
    looks_back: false,
    measure: Measure::Flags,
    run,
};

/// What can be missing. The bits are kept in files: never renumbered.
const TEXT: i64 = 1;
const LANGUAGES: i64 = 2;
const COPIES: i64 = 4;
const PARTIES: i64 = 8;
const SIGNATORIES: i64 = 16;
const ASSISTANTS: i64 = 32;
const ALTERNAT: i64 = 64;
const PENS: i64 = 128;
const BRIEFED: i64 = 256;
const ABSENT: i64 = 512;
const NO_AGREEMENT: i64 = 1024;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    for agreement in visit.agreements.iter().filter(|agreement| !agreement.signed) {
        let lacking = lacking(facts, agreement);
        if lacking == 0 {
            continue;
        }
        let reference = RecordRef::Agreement(agreement.id.clone());
        let words = words(lacking);
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let (title, what) = (visit.label(&reference), enumerate(&words, 0));
        let message = say!("check-signing-kit", agreement = title, what = what);
        let mut finding = findings.finding([reference], lacking, message);
        finding.fix = copies(agreement, lacking);
        findings.push(finding);
    }
    for entry in facts.entries.iter().filter(|entry| entry.item.kind == ItemKind::Signing) {
        let of_item = |agreement: &&std::sync::Arc<Agreement>| {
            agreement.item.as_ref() == Some(&entry.item.id)
        };
        if !visit.agreements.iter().any(|agreement| of_item(&agreement)) {
            let message = say!("check-signing-kit-none", item = facts.title(entry.item));
            findings.report([entry.reference()], NO_AGREEMENT, message);
        }
    }
}

fn lacking(facts: &Facts<'_>, agreement: &Agreement) -> i64 {
    let parties = &agreement.parties;
    let several = agreement.languages.len() > 1;
    let item = agreement.item.as_ref();
    let entry = facts.entries.iter().find(|entry| item == Some(&entry.item.id));
    let absent = entry.is_some_and(|entry| {
        let signing =
            parties.iter().flat_map(|party| party.signatory.iter().chain(&party.assistant));
        let signing = facts.party(signing.filter(|id| facts.person_of(id).is_some()));
        !signing.without(&entry.present).is_empty()
    });
    let final_text = matches!(agreement.text_state, TextState::Printed | TextState::Bound);
    let flags = [
        (TEXT, !final_text),
        (LANGUAGES, agreement.languages.is_empty()),
        (COPIES, agreement.originals.map(usize::from) != Some(parties.len())),
        (PARTIES, parties.len() < 2),
        (SIGNATORIES, parties.iter().any(|party| party.signatory.is_none())),
        (ASSISTANTS, parties.iter().any(|party| party.assistant.is_none())),
        (ALTERNAT, several && parties.iter().any(|party| party.keeps.is_empty())),
        (PENS, !agreement.pens_and_folders),
        (BRIEFED, !agreement.assistants_briefed),
        (ABSENT, absent),
    ];
    flags.into_iter().filter(|(_, is_lacking)| *is_lacking).map(|(bit, _)| bit).sum()
}

fn words(lacking: i64) -> Vec<String> {
    let all = [
        (TEXT, say!("check-signing-text")),
        (LANGUAGES, say!("check-signing-languages")),
        (COPIES, say!("check-signing-copies")),
        (PARTIES, say!("check-signing-parties")),
        (SIGNATORIES, say!("check-signing-signatories")),
        (ASSISTANTS, say!("check-signing-assistants")),
        (ALTERNAT, say!("check-signing-alternat")),
        (PENS, say!("check-signing-pens")),
        (BRIEFED, say!("check-signing-briefed")),
        (ABSENT, say!("check-signing-absent")),
    ];
    all.into_iter().filter(|(bit, _)| lacking & bit != 0).map(|(_, word)| word).collect()
}

/// As many originals as parties, where nothing else is missing.
fn copies(agreement: &Agreement, lacking: i64) -> Option<Fix> {
    let count = u16::try_from(agreement.parties.len()).ok()?;
    let edit = Edit::set(Agreement { originals: Some(count), ..agreement.clone() });
    (lacking == COPIES).then(|| Fix { label: say!("check-fix-copies", count = count), edit })
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::check::testing::{change, fixed, found, person_id, visit};
    use crate::model::{AgreementId, ItemId, Lang, Party, Text};

    fn signing(change_it: impl FnOnce(&mut Agreement)) -> Visit {
        let mut visit = visit(&["09:00-10:00 signing: oh delegate luo host"]);
        change(&mut visit, "signing", |item| item.kind = ItemKind::Signing);
        let mut party = |name: &str, signs: &str, helps: &str| Party {
            name: Text::new(name),
            signatory: Some(person_id(&mut visit, signs)),
            assistant: Some(person_id(&mut visit, helps)),
            keeps: "Own name first".into(),
        };
        let mut agreement = Agreement {
            id: AgreementId::new("cooperation").unwrap(),
            title: Text::new("Cooperation"),
            item: ItemId::new("signing"),
            parties: vec![party("P", "luo", "host"), party("Q", "oh", "delegate")],
            languages: vec![Lang::zh(), Lang::ko()],
            originals: Some(2),
            text_state: TextState::Printed,
            pens_and_folders: true,
            assistants_briefed: true,
            ..Agreement::default()
        };
        change_it(&mut agreement);
        visit.agreements.push(Arc::new(agreement));
        visit
    }

    #[test]
    fn everything_that_is_missing_stands_in_one_sentence() {
        let bare = signing(|it| {
            *it = Agreement { id: it.id.clone(), item: it.item.clone(), ..Agreement::default() }
        });
        assert_eq!(
            found(&bare, "signing-kit"),
            [
                "For “cooperation” is missing: final text, languages, an original for each party, two parties, pens and folders, briefing of the assistants"
            ]
        );
    }

    #[test]
    fn a_complete_kit_is_fine_and_so_is_what_was_signed() {
        assert!(found(&signing(|_| {}), "signing-kit").is_empty());
        let signed = signing(|it| (it.signed, it.originals) = (true, None));
        assert!(found(&signed, "signing-kit").is_empty());
    }

    #[test]
    fn who_signs_must_be_there() {
        let mut visit = signing(|_| {});
        change(&mut visit, "signing", |item| {
            item.attendance.people.retain(|id| id.as_str() != "delegate");
        });
        assert_eq!(
            found(&visit, "signing-kit"),
            ["For “Cooperation” is missing: signatory or assistant among those present"]
        );
    }

    #[test]
    fn the_number_of_originals_can_be_set() {
        let visit = signing(|it| it.originals = Some(1));
        let label = "Make 2 originals";
        assert!(found(&fixed(&visit, "signing-kit", label), "signing-kit").is_empty());
    }

    #[test]
    fn a_signing_without_an_agreement_is_found() {
        let visit = signing(|it| it.item = None);
        assert_eq!(found(&visit, "signing-kit"), ["No agreement belongs to “signing”"]);
    }
}
