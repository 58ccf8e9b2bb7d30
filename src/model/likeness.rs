//! When two names are likely one person's.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::{Person, PersonId, Visit};

/// Two spellings this alike are worth a look; 1 is the same.
const NEAR: f64 = 0.75;

/// What two spellings of one name share: letters without case, accents, spacing and, where they
/// are Latin, order. Names with figures ("Delegate 3") are told apart by them. `None`: no letters.
pub fn name_key(name: &str) -> Option<String> {
    let mut letters: Vec<char> = plain(name).collect();
    let is_spelled = letters.iter().all(|c| c.is_ascii_alphabetic()) && letters.len() > 4;
    if is_spelled {
        letters.sort_unstable();
    }
    (!letters.is_empty()).then(|| letters.into_iter().nfc().collect())
}

fn plain(name: &str) -> impl Iterator<Item = char> {
    let folded = name.nfd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    folded.filter(|c| c.is_alphanumeric())
}

/// How two people may be one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Likeness {
    SameEmail,
    /// In some script, but for case, accents, spacing and order.
    SameName,
    /// A letter or two apart.
    NearName,
}

/// What of a person is compared, made once.
#[derive(Clone, Debug)]
pub struct Likely {
    email: String,
    keys: Vec<String>,
    spelled: Vec<String>,
}

impl Likely {
    pub fn new(person: &Person) -> Self {
        let spelled = |name: &str| {
            let mut words: Vec<String> =
                name.split_whitespace().map(|word| plain(word).collect()).collect();
            words.sort_unstable();
            words.concat()
        };
        Self {
            email: person.email.trim().to_lowercase(),
            keys: person.name.all().filter_map(name_key).collect(),
            // Short names and those with figures are alike by chance.
            spelled: person
                .name
                .all()
                .map(spelled)
                .filter(|name| name.len() > 6 && !name.chars().any(|c| c.is_numeric()))
                .collect(),
        }
    }

    /// How the two may be one person; `None` when nothing speaks for it.
    pub fn to(&self, other: &Self) -> Option<Likeness> {
        if !self.email.is_empty() && self.email == other.email {
            return Some(Likeness::SameEmail);
        }
        if self.keys.iter().any(|key| other.keys.contains(key)) {
            return Some(Likeness::SameName);
        }
        let is_near = |one: &String| other.spelled.iter().any(|two| near(one, two));
        self.spelled.iter().any(is_near).then_some(Likeness::NearName)
    }
}

/// The pairs of people of a visit who may be one, the likeliest first.
pub fn duplicates(visit: &Visit) -> Vec<(PersonId, PersonId, Likeness)> {
    let people: Vec<(&PersonId, Likely)> =
        visit.people.iter().map(|person| (&person.id, Likely::new(person))).collect();
    let mut pairs = Vec::new();
    for (index, (id, likely)) in people.iter().enumerate() {
        for (other_id, other) in people.iter().skip(index + 1) {
            if let Some(likeness) = likely.to(other) {
                pairs.push(((*id).clone(), (*other_id).clone(), likeness));
            }
        }
    }
    pairs.sort_by_key(|(_, _, likeness)| *likeness);
    pairs
}

fn near(one: &str, two: &str) -> bool {
    one.len().abs_diff(two.len()) <= 2 && strsim::normalized_damerau_levenshtein(one, two) >= NEAR
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Lang, Text};

    fn named(name: impl Into<Text>) -> Likely {
        Likely::new(&Person { name: name.into(), ..Person::default() })
    }

    #[test]
    fn spellings_of_one_name_are_alike_and_names_of_two_are_not() {
        let oh = || named("Oh Se-hoon");
        assert_eq!(oh().to(&named("OH Sehoon")), Some(Likeness::SameName));
        assert_eq!(oh().to(&named("Se-hoon Oh")), Some(Likeness::SameName));
        assert_eq!(oh().to(&named("Oh Se-hun")), Some(Likeness::NearName));
        assert_eq!(oh().to(&named("Luo Lin")), None);
        assert_eq!(named("Delegate 3").to(&named("Delegate 4")), None);
        let both = Text::new("Oh Se-hoon").with(&Lang::ko(), "오세훈");
        assert_eq!(named(both).to(&named("오세훈")), Some(Likeness::SameName));
    }

    #[test]
    fn one_address_is_one_person() {
        let with = |email: &str| Likely::new(&Person { email: email.into(), ..Person::default() });
        assert_eq!(
            with("Mayor@example.org").to(&with("mayor@example.org ")),
            Some(Likeness::SameEmail)
        );
        assert_eq!(with("").to(&with("")), None);
    }
}
