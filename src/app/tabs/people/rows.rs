//! Which people the table shows, in what order, and what stands in each column.

use std::sync::Arc;

use crate::app::kit;
use crate::model::{Diet, Lang, Person, RecordKind, Visit};
use crate::words::{self, order::Order};

/// A column of the table of people; the name always stands first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Column {
    Name,
    Post,
    Body,
    Delegation,
    Role,
    Attendance,
    Country,
    Languages,
    Diet,
    Rank,
    Phone,
    Email,
    Remarks,
}

impl Column {
    pub(super) const ALL: [Self; 13] = [
        Self::Name,
        Self::Post,
        Self::Body,
        Self::Delegation,
        Self::Role,
        Self::Attendance,
        Self::Country,
        Self::Languages,
        Self::Diet,
        Self::Rank,
        Self::Phone,
        Self::Email,
        Self::Remarks,
    ];

    /// Those shown until the officer chooses.
    pub(super) const USUAL: [Self; 7] = [
        Self::Name,
        Self::Post,
        Self::Body,
        Self::Delegation,
        Self::Role,
        Self::Attendance,
        Self::Diet,
    ];

    pub(super) fn text(self) -> String {
        match self {
            Self::Delegation => crate::words::say!("people-mark-delegation"),
            Self::Attendance => crate::words::say!("people-column-attendance"),
            Self::Name => kit::label_of(RecordKind::Person, "name"),
            Self::Post => kit::label("post"),
            Self::Body => kit::label("body"),
            Self::Role => kit::label("role"),
            Self::Country => kit::label("country"),
            Self::Languages => kit::label("languages"),
            Self::Diet => kit::label("diet"),
            Self::Rank => kit::label("rank"),
            Self::Phone => kit::label("phone"),
            Self::Email => kit::label("email"),
            Self::Remarks => kit::label("remarks"),
        }
    }

    /// In points.
    pub(super) fn width(self) -> f32 {
        match self {
            Self::Name => 200.0,
            Self::Post | Self::Body | Self::Remarks => 180.0,
            Self::Delegation | Self::Email => 150.0,
            Self::Role | Self::Attendance | Self::Diet | Self::Languages | Self::Phone => 100.0,
            Self::Country | Self::Rank => 70.0,
        }
    }

    /// What stands in a person's cell.
    pub(super) fn cell(self, visit: &Visit, person: &Person, lang: &Lang) -> String {
        match self {
            Self::Name => person.label(lang).to_owned(),
            Self::Post => person.post.in_lang(lang).to_owned(),
            Self::Body => person.body.in_lang(lang).to_owned(),
            Self::Delegation => visit
                .delegation_of(&person.id)
                .map(|delegation| delegation.name.in_lang(lang).to_owned())
                .unwrap_or_default(),
            Self::Role => words::choice(person.role),
            Self::Attendance => words::choice(person.attendance),
            Self::Country => person.country.clone(),
            Self::Languages => {
                let tags: Vec<&str> = person.languages.iter().map(Lang::as_str).collect();
                tags.join(", ")
            }
            // What is not known stays blank, so that what is known stands out.
            Self::Diet if person.diet == Diet::Unknown => String::new(),
            Self::Diet => words::choice(person.diet),
            Self::Rank if person.rank == 0 => String::new(),
            Self::Rank => person.rank.to_string(),
            Self::Phone => person.phone.clone(),
            Self::Email => person.email.clone(),
            Self::Remarks => person.remarks.lines().next().unwrap_or_default().to_owned(),
        }
    }

    /// By what a person sorts in this column.
    fn key(self, visit: &Visit, person: &Person, lang: &Lang) -> String {
        match self {
            Self::Name
                if !person.family_name.is_empty() && person.name.main == person.label(lang) =>
            {
                format!("{} {}", person.family_name, person.name.main)
            }
            other => other.cell(visit, person, lang),
        }
    }
}

/// The order of the table. Without one it is the user's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Sorting {
    pub(super) column: Column,
    pub(super) falling: bool,
}

/// The people that `filter` leaves, in order.
pub(super) fn rows(visit: &Visit, filter: &str, sorting: Option<Sorting>) -> Vec<Arc<Person>> {
    let lang = visit.language();
    let sought: Vec<String> = filter.split_whitespace().map(str::to_lowercase).collect();
    let found = visit.people.iter().filter(|person| matches(visit, person, &lang, &sought));
    let mut found: Vec<Arc<Person>> = found.cloned().collect();
    let Some(Sorting { column, falling }) = sorting else { return found };
    let order = Order::of(&lang);
    let mut keyed: Vec<(String, Arc<Person>)> =
        found.drain(..).map(|person| (column.key(visit, &person, &lang), person)).collect();
    keyed.sort_by(|(a, _), (b, _)| {
        // Empty cells stand last either way.
        let filled = a.is_empty().cmp(&b.is_empty());
        let by_text = order.compare(a, b);
        filled.then(if falling { by_text.reverse() } else { by_text })
    });
    keyed.into_iter().map(|(_, person)| person).collect()
}

/// Whether every word sought stands somewhere in the person's texts, in any script.
fn matches(visit: &Visit, person: &Person, lang: &Lang, sought: &[String]) -> bool {
    if sought.is_empty() {
        return true;
    }
    let mut all = String::new();
    for text in [&person.name, &person.post, &person.body, &person.honorific] {
        text.all().for_each(|text| push_lower(&mut all, text));
    }
    for text in [&person.spoken, &person.phone, &person.email, &person.remarks] {
        push_lower(&mut all, text);
    }
    for column in [Column::Delegation, Column::Role, Column::Attendance, Column::Diet] {
        push_lower(&mut all, &column.cell(visit, person, lang));
    }
    push_lower(&mut all, &person.country);
    push_lower(&mut all, person.id.as_str());
    sought.iter().all(|word| all.contains(word))
}

fn push_lower(all: &mut String, text: &str) {
    all.push('\n');
    all.push_str(&text.to_lowercase());
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{PersonId, Text};

    fn person(id: &str, name: &str, family: &str) -> Arc<Person> {
        let id = PersonId::new(id).unwrap();
        Arc::new(Person {
            id,
            name: Text::new(name),
            family_name: family.to_owned(),
            ..Person::default()
        })
    }

    fn ids(visit: &Visit, filter: &str, sorting: Option<Sorting>) -> Vec<String> {
        rows(visit, filter, sorting).iter().map(|person| person.id.to_string()).collect()
    }

    fn visit(people: Vec<Arc<Person>>) -> Visit {
        Visit { people, ..Visit::default() }
    }

    fn by(column: Column, falling: bool) -> Sorting {
        Sorting { column, falling }
    }

    #[test]
    fn people_sort_by_family_name_as_a_dictionary_does() {
        let visit = visit(vec![
            person("z", "Delegate Zeta", "Zeta"),
            person("e", "Delegate Émile", "Émile"),
            person("f", "delegate fox", "fox"),
            person("d", "Anna Delta", "Delta"),
        ]);
        assert_eq!(ids(&visit, "", Some(by(Column::Name, false))), ["d", "e", "f", "z"]);
        assert_eq!(ids(&visit, "", Some(by(Column::Name, true))), ["z", "f", "e", "d"]);
        assert_eq!(ids(&visit, "", None), ["z", "e", "f", "d"]);
    }

    #[test]
    fn numbers_sort_by_their_value() {
        let visit = visit(vec![person("a", "Delegate 10", ""), person("b", "Delegate 9", "")]);
        assert_eq!(ids(&visit, "", Some(by(Column::Name, false))), ["b", "a"]);
    }

    #[test]
    fn empty_cells_stand_last_in_both_directions() {
        let mut with_post = Person::clone(&person("a", "Delegate 1", ""));
        with_post.post = Text::new("Mayor");
        let visit = visit(vec![person("b", "Delegate 2", ""), Arc::new(with_post)]);
        assert_eq!(ids(&visit, "", Some(by(Column::Post, false))), ["a", "b"]);
        assert_eq!(ids(&visit, "", Some(by(Column::Post, true))), ["a", "b"]);
    }

    #[test]
    fn a_filter_finds_every_script_and_wants_every_word() {
        let mut mayor = Person::clone(&person("oh-se-hoon", "Oh Se-hoon", "Oh"));
        mayor.name.set(&Lang::ko(), "오세훈".to_owned());
        mayor.post = Text::new("Mayor of Seoul");
        let visit = visit(vec![Arc::new(mayor), person("d", "Delegate 2", "")]);
        assert_eq!(ids(&visit, "오세", None), ["oh-se-hoon"]);
        assert_eq!(ids(&visit, "MAYOR oh", None), ["oh-se-hoon"]);
        assert!(ids(&visit, "mayor delegate", None).is_empty());
    }
}
