//! Names stand in every script the papers need, posts are stated, and nobody is in the visit
//! under two spellings.

use std::collections::HashMap;

use super::facts::{Facts, enumerate};
use super::findings::Findings;
use super::{Check, Measure, PROGRAMME, Severity, Source};
use crate::model::likeness::name_key;
use crate::model::{Lang, PartyRole, Person, RecordRef, Text, Visit};
use crate::words::say;

pub(super) const CHECK: Check = Check {
    id: "names",
    severity: Severity::Warning,
    summary: || say!("check-names-summary"),
    why: || say!("check-names-why"),
    source: Source::Handbooks,
    limits: &[],
    reads: PROGRAMME,
    looks_back: true,
    measure: Measure::Flags,
    run,
};

/// Beside those of the scripts. The bits are kept in files: never renumbered.
const NO_NAME: i64 = 1 << 20;
const NO_POST: i64 = 1 << 21;
const TWICE: i64 = 1 << 22;

fn run(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let scripts = wanted(visit);
    for person in visit.people.iter().filter(|person| !person.has_declined()) {
        let (flags, words) = lacks(person, &scripts);
        if flags == 0 {
            continue;
        }
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        let name = visit.person_label(&person.id);
        let message = say!("check-names-lack", person = name, what = enumerate(&words, 0));
        findings.report([RecordRef::Person(person.id.clone())], flags, message);
    }
    twice(visit, facts, findings);
}

/// A script, with the language that asks for it.
struct Script {
    bit: i64,
    lang: &'static str,
    has: fn(char) -> bool,
}

const SCRIPTS: &[Script] = &[
    Script { bit: 1, lang: "en", has: is_latin },
    Script { bit: 2, lang: "zh", has: is_han },
    Script { bit: 4, lang: "ko", has: is_hangul },
    Script { bit: 8, lang: "ja", has: is_japanese },
    Script { bit: 16, lang: "ru", has: |c| ('\u{0400}'..='\u{052F}').contains(&c) },
    Script { bit: 32, lang: "ar", has: |c| ('\u{0600}'..='\u{06FF}').contains(&c) },
    Script { bit: 64, lang: "he", has: |c| ('\u{0590}'..='\u{05FF}').contains(&c) },
    Script { bit: 128, lang: "th", has: |c| ('\u{0E00}'..='\u{0E7F}').contains(&c) },
    Script { bit: 256, lang: "el", has: |c| ('\u{0370}'..='\u{03FF}').contains(&c) },
];

fn is_latin(c: char) -> bool {
    c.is_alphabetic() && (c.is_ascii() || ('\u{00C0}'..='\u{024F}').contains(&c))
        || ('\u{1E00}'..='\u{1EFF}').contains(&c)
}

fn is_han(c: char) -> bool {
    matches!(c, '\u{3400}'..='\u{9FFF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{3FFFF}')
}

fn is_hangul(c: char) -> bool {
    ('\u{AC00}'..='\u{D7A3}').contains(&c)
}

fn is_japanese(c: char) -> bool {
    is_han(c) || ('\u{3040}'..='\u{30FF}').contains(&c)
}

/// The scripts of the visit's language and of those its papers are wanted in. Every language
/// that is not listed is written in Latin letters.
fn wanted(visit: &Visit) -> Vec<&'static Script> {
    let languages = std::iter::once(visit.language()).chain(visit.about.languages.iter().cloned());
    let mut scripts: Vec<&Script> = languages.filter_map(|lang| script_of(&lang)).collect();
    scripts.sort_by_key(|script| script.bit);
    scripts.dedup_by_key(|script| script.bit);
    scripts
}

fn script_of(lang: &Lang) -> Option<&'static Script> {
    SCRIPTS.iter().find(|script| script.lang == lang.primary()).or_else(|| SCRIPTS.first())
}

fn lacks(person: &Person, scripts: &[&Script]) -> (i64, Vec<String>) {
    let mut flags = 0;
    let mut words = Vec::new();
    // A desk or somebody known by role alone: then the post speaks.
    if person.name.is_empty() && person.post.is_empty() {
        return (NO_NAME, vec![say!("check-names-name")]);
    }
    for script in scripts.iter().filter(|_| !person.name.is_empty()) {
        if !is_written_in(&person.name, script) {
            flags |= script.bit;
            words.push(say!("check-names-script", language = language(script.lang)));
        }
    }
    let speaks_by_post = !matches!(person.role, PartyRole::Driver | PartyRole::Security);
    if person.post.is_empty() && speaks_by_post && person.role != PartyRole::Partner {
        flags |= NO_POST;
        words.push(say!("check-names-post"));
    }
    (flags, words)
}

fn is_written_in(name: &Text, script: &Script) -> bool {
    name.all().any(|text| text.chars().any(script.has))
}

/// A language by its own name where the catalogue has it, else its tag.
fn language(lang: &str) -> String {
    match lang {
        "en" => say!("check-names-latin"),
        "zh" => say!("language-zh"),
        "ko" => say!("language-ko"),
        other => other.to_owned(),
    }
}

/// People whose names differ by no more than spacing, case, accents or order, or are the same in
/// another script.
fn twice(visit: &Visit, facts: &Facts<'_>, findings: &mut Findings) {
    let mut known: HashMap<String, usize> = HashMap::new();
    let mut reported: Vec<(usize, usize)> = Vec::new();
    for (index, person) in visit.people.iter().enumerate() {
        let keys: Vec<String> = person.name.all().filter_map(name_key).collect();
        for key in keys {
            let first = *known.entry(key).or_insert(index);
            if first == index || reported.contains(&(first, index)) {
                continue;
            }
            reported.push((first, index));
            let Some(first) = facts.person(first) else { continue };
            let (one, other) = (visit.person_label(&first.id), visit.person_label(&person.id));
            let message = say!("check-names-twice", one = one, other = other);
            let things = [first, person].map(|person| RecordRef::Person(person.id.clone()));
            findings.report(things, TWICE, message);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use crate::check::testing::{change_person, found, visit};
    use crate::model::{Lang, PartyRole, Text, Visit};

    fn named(names: &[(&str, Text)]) -> Visit {
        let line = format!("09:00-10:00 tour: {}", names.map_ids().join(" "));
        let mut visit = visit(&[&line]);
        for (id, name) in names {
            change_person(&mut visit, id, |person| {
                person.name = name.clone();
                person.post = Text::new("Mayor");
            });
        }
        visit
    }

    trait Ids {
        fn map_ids(&self) -> Vec<&str>;
    }

    impl Ids for [(&str, Text)] {
        fn map_ids(&self) -> Vec<&str> {
            self.iter().map(|(id, _)| *id).collect()
        }
    }

    #[test]
    fn a_name_without_the_script_of_a_paper_is_found() {
        let oh = Text::new("Oh Se-hoon").with(&Lang::zh(), "吴世勋");
        let mut visit = named(&[("oh", oh), ("luo", Text::new("Luo Lin"))]);
        assert!(found(&visit, "names").is_empty());
        Arc::make_mut(&mut visit.about).languages = vec![Lang::en(), Lang::zh(), Lang::ko()];
        assert_eq!(
            found(&visit, "names"),
            [
                "oh Se-hoon".replace("oh", "Oh") + ": no name in 한국어",
                "Luo Lin: no name in 中文, no name in 한국어".to_owned()
            ]
        );
    }

    #[test]
    fn a_post_is_asked_of_everyone_but_drivers_guards_and_partners() {
        let mut visit = named(&[("oh", Text::new("Oh Se-hoon"))]);
        change_person(&mut visit, "oh", |person| person.post = Text::default());
        assert_eq!(found(&visit, "names"), ["Oh Se-hoon: no post"]);
        change_person(&mut visit, "oh", |person| person.role = PartyRole::Partner);
        assert!(found(&visit, "names").is_empty());
    }

    #[test]
    fn two_spellings_of_one_person_are_found() {
        for other in ["OH Sehoon", "Se-hoon Oh", "Oh Sé Hoon"] {
            let visit = named(&[("oh", Text::new("Oh Se-hoon")), ("guest", Text::new(other))]);
            let message = format!("“Oh Se-hoon” and “{other}” look like one person");
            assert_eq!(found(&visit, "names"), [message]);
        }
        let chinese = |name| Text::new(name).with(&Lang::zh(), "罗林");
        let visit = named(&[("luo", chinese("Luo Lin")), ("guest", chinese("Lo Lam"))]);
        assert_eq!(found(&visit, "names").len(), 1);
    }

    #[test]
    fn roles_with_figures_are_different_people() {
        let (one, other) = (Text::new("Host 12"), Text::new("Host 21"));
        assert!(found(&named(&[("host-12", one), ("host-21", other)]), "names").is_empty());
        let (one, other) = (Text::new("오세훈"), Text::new("오훈세"));
        let two = named(&[("oh", one), ("guest", other)]);
        assert!(!found(&two, "names").iter().any(|message| message.contains("look like")));
    }
}
