//! What a list would do to the visit, person by person, before anything is done.
//!
//! A row is somebody known by the id the visit gave them, else by the officer's word: likenesses
//! are shown and never joined silently. Until that word is given the row waits.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;

use super::candidate::Candidate;
use super::columns::{Column, Field};
use crate::diff::{Change, diff};
use crate::edit::Edit;
use crate::model::id::fresh_slug;
use crate::model::likeness::{Likely, Likeness};
use crate::model::{
    Delegation, DelegationId, PartyRole, Person, PersonId, RecordKind, Rsvp, Visit,
};
use crate::words::say;

/// What the officer decided about a row that is like somebody known, by its line.
pub type Decisions = BTreeMap<usize, Decision>;

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Decision {
    /// The row is this person.
    Join(PersonId),
    /// Somebody else of a like name.
    New,
}

/// What a list comes to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preview {
    /// In the order of the list.
    pub rows: Vec<Row>,
    /// What could not be taken; the rest of such a row is.
    pub rejected: Vec<Rejected>,
    /// Those of the delegation (of the visit, where none was named) whom the list does not name.
    pub absent: Vec<PersonId>,
}

/// A person of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    pub line: usize,
    /// As the visit would have them.
    pub person: Person,
    pub state: State,
    /// Whom the row may be, the likeliest first.
    pub like: Vec<(PersonId, Likeness)>,
    /// The bytes of a picture for a person who has none.
    pub photo: Option<Vec<u8>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum State {
    New,
    /// Waits for the officer's word: new, or one of those it is like.
    Undecided,
    /// As they are now.
    Changed(Arc<Person>),
    Same,
}

/// A row, or one cell of it, that could not be taken.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rejected {
    pub line: usize,
    pub cause: Cause,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Cause {
    /// Neither name nor post.
    Nobody,
    /// The cell means nothing in its column.
    Cell { column: Column, cell: String },
    /// The person stands on an earlier line already.
    Twice { line: usize },
    /// The id in the list is none that a visit can give.
    BadId { id: String },
}

impl Rejected {
    /// "line 7: “Juggler” means nothing as role".
    pub fn sentence(&self) -> String {
        let line = self.line;
        match &self.cause {
            Cause::Nobody => say!("exchange-people-nobody", line = line),
            Cause::Cell { column, cell } => {
                let column = column.title();
                say!("exchange-people-cell", line = line, cell = cell.as_str(), column = column)
            }
            Cause::Twice { line: first } => {
                say!("exchange-people-twice", line = line, first = (*first))
            }
            Cause::BadId { id } => say!("exchange-people-bad-id", line = line, id = id.as_str()),
        }
    }
}

impl Row {
    /// What changes, from the one diff; empty unless somebody known is changed.
    pub fn changes(&self) -> Vec<Change> {
        let State::Changed(old) = &self.state else { return Vec::new() };
        let alone = |person: Arc<Person>| Visit { people: vec![person], ..Visit::default() };
        diff(&alone(old.clone()), &alone(Arc::new(self.person.clone())))
    }
}

/// What of a preview is taken; each independent of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Choices {
    pub new: bool,
    pub changed: bool,
    /// Those absent from the list have declined.
    pub absent: bool,
}

impl Default for Choices {
    fn default() -> Self {
        Self { new: true, changed: true, absent: false }
    }
}

impl Preview {
    /// Compares what a list says with the visit. `party`: the delegation the list is of.
    pub fn new(
        visit: &Visit,
        candidates: &[Candidate],
        decisions: &Decisions,
        party: Option<&DelegationId>,
    ) -> Self {
        let mut maker = Maker::new(visit, decisions);
        for candidate in candidates {
            maker.take(candidate);
        }
        let scope: Vec<&PersonId> = match party.and_then(|id| visit.delegation(id)) {
            Some(party) => party.people().collect(),
            None => visit.people.iter().map(|person| &person.id).collect(),
        };
        let is_absent = |id: &&PersonId| {
            !maker.lines.contains_key(*id)
                && !maker.maybe.contains(*id)
                && visit.person(id).is_some_and(|person| !person.has_declined())
        };
        let absent = scope.into_iter().filter(is_absent).cloned().collect();
        Self { rows: maker.rows, rejected: maker.rejected, absent }
    }

    pub fn count(&self, is: fn(&State) -> bool) -> usize {
        self.rows.iter().filter(|row| is(&row.state)).count()
    }

    /// All that is chosen as one step; `None` when nothing is. `photos`: where the pictures of
    /// the rows were kept, by person.
    pub fn edit(
        &self,
        visit: &Visit,
        choices: Choices,
        party: Option<&DelegationId>,
        photos: &BTreeMap<PersonId, String>,
    ) -> Option<Edit> {
        let with_photo = |row: &Row| {
            let photo = photos.get(&row.person.id).cloned();
            let Some(photo) = photo else { return row.person.clone() };
            Person { photo, photo_crop: None, ..row.person.clone() }
        };
        let new: Vec<Person> = self.chosen(choices, &State::New).map(with_photo).collect();
        let changed: Vec<Person> = self
            .rows
            .iter()
            .filter(|row| choices.changed && matches!(row.state, State::Changed(_)))
            .map(with_photo)
            .collect();
        let gone = self.absent.iter().filter(|_| choices.absent).filter_map(|id| visit.person(id));
        let gone =
            gone.map(|person| Person { attendance: Rsvp::Declined, ..Person::clone(person) });
        let gone: Vec<Person> = gone.collect();
        let label = say!(
            "exchange-people-step",
            new = new.len(),
            changed = changed.len(),
            absent = gone.len()
        );
        let members = party.and_then(|id| visit.delegation(id)).filter(|_| !new.is_empty());
        let joined = members.map(|party| {
            let mut party = Delegation::clone(party);
            party.members.extend(new.iter().map(|person| person.id.clone()));
            // Whom the list calls so leads, where nobody does yet.
            let of = |role| new.iter().find(|person| person.role == role).map(|it| it.id.clone());
            party.head = party.head.or_else(|| of(PartyRole::Head));
            party.deputy = party.deputy.or_else(|| of(PartyRole::Deputy));
            Edit::set(party)
        });
        let edits = new.into_iter().map(Edit::add);
        let edits = edits.chain(changed.into_iter().chain(gone).map(Edit::set)).chain(joined);
        let edits: Vec<Edit> = edits.collect();
        (!edits.is_empty()).then_some(Edit::Together { label, edits })
    }

    /// The pictures that come with what is chosen.
    pub fn photos(&self, choices: Choices) -> impl Iterator<Item = (&PersonId, &[u8])> {
        let rows = self.rows.iter().filter(move |row| match row.state {
            State::New => choices.new,
            State::Changed(_) => choices.changed,
            State::Undecided | State::Same => false,
        });
        rows.filter_map(|row| Some((&row.person.id, row.photo.as_deref()?)))
    }

    fn chosen<'a>(&'a self, choices: Choices, state: &'a State) -> impl Iterator<Item = &'a Row> {
        self.rows.iter().filter(move |row| choices.new && row.state == *state)
    }
}

/// Goes through the candidates.
struct Maker<'a> {
    visit: &'a Visit,
    main: crate::model::Lang,
    decisions: &'a Decisions,
    likely: Vec<Likely>,
    /// Ids given to new people.
    taken: BTreeSet<String>,
    /// The line of each person found so far.
    lines: HashMap<PersonId, usize>,
    /// Whom rows that wait may be.
    maybe: BTreeSet<PersonId>,
    rows: Vec<Row>,
    rejected: Vec<Rejected>,
}

impl<'a> Maker<'a> {
    fn new(visit: &'a Visit, decisions: &'a Decisions) -> Self {
        Self {
            visit,
            main: visit.language(),
            decisions,
            likely: visit.people.iter().map(|person| Likely::new(person)).collect(),
            taken: BTreeSet::new(),
            lines: HashMap::new(),
            maybe: BTreeSet::new(),
            rows: Vec::new(),
            rejected: Vec::new(),
        }
    }

    fn take(&mut self, candidate: &Candidate) {
        let line = candidate.line;
        let stated = self.written(Person::default(), candidate, true);
        let by_id = candidate.value(Field::Id).and_then(PersonId::new);
        let by_id = by_id.as_ref().and_then(|id| self.visit.person(id));
        let joined = by_id.or_else(|| match self.decisions.get(&line) {
            Some(Decision::Join(id)) => self.visit.person(id),
            Some(Decision::New) | None => None,
        });
        if let Some(old) = joined {
            self.join(candidate, old);
        } else if stated.name.is_empty() && stated.post.is_empty() {
            self.rejected.push(Rejected { line, cause: Cause::Nobody });
        } else {
            self.add(candidate, stated);
        }
    }

    /// The person with the cells written in; those that mean nothing are named once.
    fn written(&mut self, mut person: Person, candidate: &Candidate, report: bool) -> Person {
        for (column, cell) in &candidate.values {
            if column.write(&mut person, cell, &self.main).is_err() && report {
                let cause = Cause::Cell { column: column.clone(), cell: cell.clone() };
                self.rejected.push(Rejected { line: candidate.line, cause });
            }
        }
        person
    }

    fn join(&mut self, candidate: &Candidate, old: &Arc<Person>) {
        let line = candidate.line;
        if let Some(first) = self.lines.get(&old.id) {
            self.rejected.push(Rejected { line, cause: Cause::Twice { line: *first } });
            return;
        }
        self.lines.insert(old.id.clone(), line);
        let person = self.written(Person::clone(old), candidate, false);
        let photo = candidate.photo.clone().filter(|_| old.photo.is_empty());
        let is_same = person == **old && photo.is_none();
        let state = if is_same { State::Same } else { State::Changed(old.clone()) };
        self.rows.push(Row { line, person, state, like: Vec::new(), photo });
    }

    fn add(&mut self, candidate: &Candidate, stated: Person) {
        let line = candidate.line;
        let like = self.like(&stated);
        let is_open = !like.is_empty() && !self.decisions.contains_key(&line);
        if is_open {
            self.maybe.extend(like.iter().map(|(id, _)| id.clone()));
        }
        let id = self.id(candidate, &stated);
        let state = if is_open { State::Undecided } else { State::New };
        let photo = candidate.photo.clone();
        self.rows.push(Row { line, person: Person { id, ..stated }, state, like, photo });
    }

    fn like(&self, stated: &Person) -> Vec<(PersonId, Likeness)> {
        let stated = Likely::new(stated);
        let people = self.visit.people.iter().zip(&self.likely);
        let mut like: Vec<(PersonId, Likeness)> = people
            .filter_map(|(person, likely)| Some((person.id.clone(), stated.to(likely)?)))
            .collect();
        like.sort_by_key(|(_, likeness)| *likeness);
        like
    }

    /// The id of somebody new: that of the list where it can be, else one made from the name.
    fn id(&mut self, candidate: &Candidate, stated: &Person) -> PersonId {
        let visit = self.visit;
        let taken = &self.taken;
        let is_taken = |id: &str| {
            let there = RecordKind::Person.reference(id);
            taken.contains(id) || there.is_some_and(|there| visit.position(&there).is_some())
        };
        let wanted = candidate.value(Field::Id);
        let own = wanted.and_then(PersonId::new).filter(|id| !is_taken(id.as_str()));
        let titles = [stated.name.any(), stated.post.any()];
        let title = titles.into_iter().find(|title| !title.is_empty()).unwrap_or_default();
        let made = || PersonId::new(&fresh_slug(title, "person", is_taken)).unwrap_or_default();
        let id = own.unwrap_or_else(made);
        if let Some(wanted) = wanted.filter(|wanted| PersonId::new(wanted).is_none()) {
            let cause = Cause::BadId { id: wanted.to_owned() };
            self.rejected.push(Rejected { line: candidate.line, cause });
        }
        self.taken.insert(id.to_string());
        id
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::people::{List, Taught, sheet};
    use crate::model::{Lang, Side, Text};

    fn person(id: &str, name: &str) -> Person {
        Person { id: PersonId::new(id).unwrap(), name: Text::new(name), ..Person::default() }
    }

    fn visit() -> Visit {
        let mut mayor = person("oh-se-hoon", "Oh Se-hoon");
        mayor.name.set(&Lang::ko(), "오세훈".into());
        let people = [mayor, person("luo-lin", "Luo Lin"), person("delegate-3", "Delegate 3")];
        let guests = Delegation {
            id: DelegationId::new("seoul").unwrap(),
            side: Side::Guest,
            members: vec![people[0].id.clone(), people[2].id.clone()],
            ..Delegation::default()
        };
        Visit {
            people: people.into_iter().map(Arc::new).collect(),
            delegations: vec![Arc::new(guests)],
            ..Visit::default()
        }
    }

    fn candidates(text: &str) -> Vec<Candidate> {
        List::new(sheet::rows(text).unwrap(), &Taught::new()).candidates()
    }

    fn preview(text: &str, decisions: &Decisions) -> Preview {
        Preview::new(&visit(), &candidates(text), decisions, None)
    }

    fn taken(preview: &Preview, choices: Choices) -> Visit {
        let edit = preview.edit(&visit(), choices, None, &BTreeMap::new()).unwrap();
        crate::edit::apply(&visit(), edit).unwrap()
    }

    #[test]
    fn the_id_joins_and_a_like_name_waits_for_the_officers_word() {
        let text =
            "id,name,post\noh-se-hoon,Oh Se-hoon,Mayor\n,오세훈,Mayor\n,Delegate 9,Director\n";
        let open = preview(text, &Decisions::new());
        let states: Vec<&State> = open.rows.iter().map(|row| &row.state).collect();
        assert!(matches!(states[..], [State::Changed(_), State::Undecided, State::New]));
        assert_eq!(open.rows[1].like[0].1, Likeness::SameName);
        // What waits is neither added nor joined.
        assert_eq!(taken(&open, Choices::default()).people.len(), 4);

        let oh = PersonId::new("oh-se-hoon").unwrap();
        let joined =
            preview("name,post\n오세훈,Mayor\n", &Decisions::from([(2, Decision::Join(oh))]));
        assert!(matches!(joined.rows[0].state, State::Changed(_)));
        assert_eq!(joined.rows[0].person.name.main, "Oh Se-hoon");
        let apart = preview("name,post\n오세훈,Mayor\n", &Decisions::from([(2, Decision::New)]));
        assert_eq!(apart.rows[0].state, State::New);
        assert_ne!(apart.rows[0].person.id.as_str(), "oh-se-hoon");
    }

    #[test]
    fn every_row_that_cannot_be_taken_is_named() {
        let text = "id,name,role,rank\nluo-lin,,Juggler,\nluo-lin,Luo Lin,,\n,,,3\nNo id,Delegate 8,,high\n";
        let preview = preview(text, &Decisions::new());
        let said: Vec<String> = preview.rejected.iter().map(Rejected::sentence).collect();
        assert_eq!(
            said,
            [
                "Line 2: “Juggler” means nothing as role",
                "Line 3: the person of line 2 again",
                "Line 4: neither a name nor a post",
                "Line 5: “high” means nothing as rank",
                "Line 5: “No id” cannot be an id, another is given",
            ]
        );
        assert_eq!(preview.rows.len(), 2);
    }

    #[test]
    fn new_changed_and_absent_are_chosen_apart() {
        let text = "id,name,post\nluo-lin,Luo Lin,Party secretary\n,Delegate 9,Director\n";
        let preview = preview(text, &Decisions::new());
        assert_eq!(
            preview.absent.iter().map(PersonId::as_str).collect::<Vec<_>>(),
            ["oh-se-hoon", "delegate-3"]
        );
        let only = |new, changed, absent| taken(&preview, Choices { new, changed, absent });
        assert_eq!(only(true, false, false).people.len(), 4);
        let changed = only(false, true, false);
        assert_eq!((changed.people.len(), changed.people[1].post.any()), (3, "Party secretary"));
        let absent = only(false, false, true);
        let gone = absent.people.iter().filter(|person| person.has_declined()).count();
        assert_eq!((gone, absent.people[1].post.any()), (2, ""));
        let nothing = Choices { new: false, changed: false, absent: false };
        assert_eq!(preview.edit(&visit(), nothing, None, &BTreeMap::new()), None);
    }

    #[test]
    fn a_list_of_a_delegation_misses_its_own_people_alone_and_fills_it() {
        let seoul = DelegationId::new("seoul").unwrap();
        let list = candidates("name\nDelegate 3\nDelegate 9\n");
        let third = PersonId::new("delegate-3").unwrap();
        let decisions = Decisions::from([(2, Decision::Join(third))]);
        let preview = Preview::new(&visit(), &list, &decisions, Some(&seoul));
        assert_eq!(preview.absent.iter().map(PersonId::as_str).collect::<Vec<_>>(), ["oh-se-hoon"]);
        let edit = preview.edit(&visit(), Choices::default(), Some(&seoul), &BTreeMap::new());
        let visit = crate::edit::apply(&visit(), edit.unwrap()).unwrap();
        let members: Vec<&str> =
            visit.delegations[0].members.iter().map(PersonId::as_str).collect();
        assert_eq!(members, ["oh-se-hoon", "delegate-3", "delegate-9"]);
    }

    #[test]
    fn the_same_list_a_second_time_changes_nothing() {
        let text = "name,post\nDelegate 9,Director\nDelegate 10,Director\n";
        let first = preview(text, &Decisions::new());
        let visit = taken(&first, Choices::default());
        let again = Preview::new(&visit, &candidates(text), &Decisions::new(), None);
        assert!(again.rows.iter().all(|row| row.state == State::Undecided), "{again:?}");
        assert_eq!(again.edit(&visit, Choices::default(), None, &BTreeMap::new()), None);
    }

    #[test]
    fn a_picture_comes_for_whom_there_is_none() {
        let card = b"BEGIN:VCARD\nFN:Delegate 9\nPHOTO;ENCODING=b:iVBORw0KGgo=\nEND:VCARD\n";
        let found = super::super::read(card, None, &Taught::new()).unwrap();
        let preview = Preview::new(&visit(), &found.source.candidates(), &Decisions::new(), None);
        let (id, bytes) = preview.photos(Choices::default()).next().unwrap();
        assert_eq!((id.as_str(), bytes.len()), ("delegate-9", 8));
        let photos = BTreeMap::from([(id.clone(), "photos/delegate-9.png".to_owned())]);
        let edit = preview.edit(&visit(), Choices::default(), None, &photos).unwrap();
        let visit = crate::edit::apply(&visit(), edit).unwrap();
        assert_eq!(visit.people[3].photo, "photos/delegate-9.png");
    }
}
