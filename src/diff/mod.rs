//! Changes between two visits, in words: the only diff there is.
//!
//! It serves the undo list, previews, marks on reissued papers and conflicts. Records are matched
//! by their ids, fields by their names in the file.

mod order;
mod words;

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::Arc;

use serde_json::Value;

use crate::model::{About, Record, RecordKind, RecordRef, Visit};

/// What a change concerns.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Subject {
    Record(RecordRef),
    /// The details of the visit.
    About,
    /// A list of the visit that is no list of records: "`travel_times`".
    List(&'static str),
}

/// One change from the old visit to the new.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    pub subject: Subject,
    /// What the subject is called, in the visit it is still in.
    pub name: String,
    pub kind: ChangeKind,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ChangeKind {
    /// `when`: of an item, in words.
    Added {
        when: String,
    },
    Removed {
        when: String,
    },
    /// Elsewhere in its list.
    Reordered,
    /// A field of another value; `from` and `to` in words, empty where the value is none or too
    /// large to be told in a line.
    Field {
        field: &'static str,
        from: String,
        to: String,
    },
    /// A long list in a field has more in it than before.
    Grown {
        field: &'static str,
        by: String,
    },
}

/// Everything that differs, by kind of record in the order of the file, the details of the visit
/// first. Empty when the visits are equal.
pub fn diff(old: &Visit, new: &Visit) -> Vec<Change> {
    let mut changes = Vec::new();
    if old.about != new.about {
        about_changes(old, new, &mut changes);
    }
    for kind in RecordKind::ALL {
        record_changes(old, new, *kind, &mut changes);
    }
    let mut list = |name: &'static str, differs: bool| {
        if differs {
            let kind = ChangeKind::Field { field: name, from: String::new(), to: String::new() };
            changes.push(Change { subject: Subject::List(name), name: String::new(), kind });
        }
    };
    list("travel_times", old.travel_times != new.travel_times);
    list("overrides", old.overrides != new.overrides);
    list("issues", old.issues != new.issues);
    list("dismissals", old.dismissals != new.dismissals);
    changes
}

fn about_changes(old: &Visit, new: &Visit, changes: &mut Vec<Change>) {
    let json = |about: &Arc<About>| serde_json::to_value(about.as_ref()).unwrap_or_default();
    let fields = Fields {
        names: About::FIELDS,
        old: json(&old.about),
        new: json(&new.about),
        old_refs: words::references(old.about.as_ref()),
        new_refs: words::references(new.about.as_ref()),
    };
    for kind in fields.changes(old, new) {
        changes.push(Change { subject: Subject::About, name: String::new(), kind });
    }
}

fn record_changes(old: &Visit, new: &Visit, kind: RecordKind, changes: &mut Vec<Change>) {
    let (before, after) = (old.records(kind), new.records(kind));
    let olds: HashMap<RecordRef, &Record> =
        before.iter().map(|record| (record.reference(), record)).collect();
    let kept: HashSet<RecordRef> = after.iter().map(Record::reference).collect();
    for record in &before {
        if !kept.contains(&record.reference()) {
            changes.push(whole(old, record, |when| ChangeKind::Removed { when }));
        }
    }
    for record in &after {
        let Some(older) = olds.get(&record.reference()) else {
            changes.push(whole(new, record, |when| ChangeKind::Added { when }));
            continue;
        };
        if record.is_shared_with(older) || record == *older {
            continue;
        }
        let fields = Fields {
            names: kind.fields(),
            old: older.to_json(),
            new: record.to_json(),
            old_refs: words::references(*older),
            new_refs: words::references(record),
        };
        changes.extend(fields.changes(old, new).map(|kind| change_of(new, record, kind)));
    }
    let order: Vec<RecordRef> =
        before.iter().map(Record::reference).filter(|id| kept.contains(id)).collect();
    let new_order: Vec<RecordRef> =
        after.iter().map(Record::reference).filter(|id| olds.contains_key(id)).collect();
    for moved in order::moved(&order, &new_order) {
        let kind = ChangeKind::Reordered;
        let name = new.label(&moved);
        changes.push(Change { subject: Subject::Record(moved), name, kind });
    }
}

/// A record that one of the visits does not have.
fn whole(visit: &Visit, record: &Record, kind: impl FnOnce(String) -> ChangeKind) -> Change {
    change_of(visit, record, kind(words::time_of(record)))
}

fn change_of(visit: &Visit, record: &Record, kind: ChangeKind) -> Change {
    let reference = record.reference();
    let name = match &reference {
        // A number alone does not say what it is of.
        RecordRef::Room(_) => {
            format!("{} {}", crate::words::kind(RecordKind::Room), visit.label(&reference))
        }
        _ => visit.label(&reference),
    };
    Change { subject: Subject::Record(reference), name, kind }
}

/// Two states of one record, field by field.
struct Fields {
    names: &'static [&'static str],
    old: Value,
    new: Value,
    old_refs: BTreeMap<&'static str, Vec<RecordRef>>,
    new_refs: BTreeMap<&'static str, Vec<RecordRef>>,
}

impl Fields {
    fn changes<'a>(&'a self, old: &'a Visit, new: &'a Visit) -> impl Iterator<Item = ChangeKind> {
        self.names.iter().filter_map(move |field| {
            let (before, after) = (self.old.get(field), self.new.get(field));
            (before != after).then(|| {
                let refs = (self.old_refs.get(field), self.new_refs.get(field));
                if let (Some(was), Some(is)) = refs
                    && let Some(kind) = words::long_list(old, new, field, was, is)
                {
                    return kind;
                }
                let from = words::value(old, before, self.old_refs.get(field));
                let to = words::value(new, after, self.new_refs.get(field));
                ChangeKind::Field { field, from, to }
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Item, ItemId, Minute, Person, PersonId, Text, When};

    fn item(id: &str) -> Item {
        Item { id: ItemId::new(id).unwrap(), title: Text::new(id), ..Item::default() }
    }

    fn visit(items: Vec<Item>) -> Visit {
        Visit { items: items.into_iter().map(Arc::new).collect(), ..Visit::default() }
    }

    fn sentences(old: &Visit, new: &Visit) -> Vec<String> {
        diff(old, new).iter().map(Change::sentence).collect()
    }

    #[test]
    fn equal_visits_have_no_changes() {
        let one = visit(vec![item("tour")]);
        assert_eq!(diff(&one, &one.clone()), []);
    }

    #[test]
    fn what_reads_the_same_before_and_after_is_only_said_to_have_changed() {
        let step = |at: &str| crate::model::Step {
            at: Minute::parse(at),
            what: "Welcome by the director of the park".repeat(3).as_str().into(),
            ..crate::model::Step::default()
        };
        let with = |step| visit(vec![Item { steps: vec![step], ..item("tour") }]);
        let (old, new) = (with(step("2024-07-29 10:00")), with(step("2024-07-29 10:05")));
        assert_eq!(sentences(&old, &new), ["“tour”: sub-lines changed"]);
        let range = |from: &str, to: &str| {
            let when = When::Range(Minute::parse(from).unwrap(), Minute::parse(to).unwrap());
            visit(vec![Item { when, ..item("tour") }])
        };
        let old = range("2024-07-29 10:00", "2024-07-29 10:45");
        let new = range("2024-07-29 10:15", "2024-07-29 11:00");
        assert_eq!(
            sentences(&old, &new),
            ["“tour”: time from “29 July 10:00–10:45” to “29 July 10:15–11:00”"]
        );
    }

    #[test]
    fn a_new_time_is_said_with_the_old_one() {
        let at = |text| When::At(Minute::parse(text).unwrap());
        let old = visit(vec![Item { when: at("2024-07-29 10:00"), ..item("tour") }]);
        let new = visit(vec![Item { when: at("2024-07-29 10:30"), ..item("tour") }]);
        assert_eq!(
            sentences(&old, &new),
            ["“tour”: time from “29 July 2024, 10:00” to “29 July 2024, 10:30”"]
        );
    }

    #[test]
    fn what_came_went_and_moved_is_named_once_each() {
        let old = visit(vec![item("a"), item("b"), item("c")]);
        let new = visit(vec![item("c"), item("a"), item("d")]);
        assert_eq!(
            sentences(&old, &new),
            ["item “b” removed", "item “d” added", "item “c” moved in the list"]
        );
    }

    #[test]
    fn of_a_long_list_only_what_came_and_went_is_said() {
        let names = ["a", "b", "c", "d", "e"];
        let id = |name: &str| PersonId::new(name).unwrap();
        let person = |name: &&str| {
            Arc::new(Person { id: id(name), name: (*name).into(), ..Person::default() })
        };
        let with = |people: &[&str]| {
            let item =
                Item { met_by: people.iter().map(|name| id(name)).collect(), ..item("tour") };
            Visit { people: names.iter().map(person).collect(), ..visit(vec![item]) }
        };
        let all = with(&["a", "b", "c", "d"]);
        let said = |new: &[&str]| sentences(&all, &with(new));
        assert_eq!(said(&["a", "b", "c", "e"]), ["“tour”: met by from “d” to “e”"]);
        assert_eq!(said(&["a", "b", "c"]), ["“tour”: met by no longer “d”"]);
        assert_eq!(said(&["a", "b", "c", "d", "e"]), ["“tour”: met by: “e” added"]);
        // In another order nothing came and nothing went.
        assert_eq!(
            said(&["b", "a", "c", "d"]),
            ["“tour”: met by from “a, b, c, d” to “b, a, c, d”"]
        );
    }

    #[test]
    fn people_in_a_field_are_called_by_name() {
        let id = PersonId::new("oh-se-hoon").unwrap();
        let person = Person { id: id.clone(), name: "Oh Se-hoon".into(), ..Person::default() };
        let mut old = visit(vec![item("tour")]);
        old.people.push(Arc::new(person));
        let mut new = old.clone();
        new.items = visit(vec![Item { hosted_by: vec![id], ..item("tour") }]).items;
        assert_eq!(sentences(&old, &new), ["“tour”: hosted by is now “Oh Se-hoon”"]);
    }
}
