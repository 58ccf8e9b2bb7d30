//! People from rows copied out of a spreadsheet: what each row means, and what it would change.

use std::collections::BTreeSet;
use std::sync::Arc;

use crate::app::kit::read_languages;
use crate::edit::Edit;
use crate::model::{Choice, Lang, Person, PersonId, Record, RecordKind, Visit};
use crate::words;

/// What a column of the pasted rows holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Field {
    Name,
    FamilyName,
    Spoken,
    Honorific,
    Post,
    Body,
    Country,
    Role,
    Attendance,
    Languages,
    Diet,
    DietDetails,
    Needs,
    Phone,
    Email,
    Rank,
    Remarks,
    /// The name in another script.
    NameIn(Script),
}

/// A language whose names spreadsheets give a column of their own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Script {
    Zh,
    Ko,
    En,
}

/// The headings by which a column is known, in lower case, in English, Chinese and Korean.
const HEADINGS: &[(Field, &[&str])] = &[
    (Field::Name, &["name", "full name", "delegate", "姓名", "名字", "이름", "성명"]),
    (Field::FamilyName, &["family name", "surname", "last name", "姓", "姓氏", "성"]),
    (Field::Spoken, &["spoken", "pronunciation", "读音", "发音", "발음"]),
    (
        Field::Honorific,
        &["honorific", "salutation", "form of address", "称谓", "尊称", "호칭", "존칭"],
    ),
    (Field::Post, &["post", "position", "job title", "title", "职务", "职位", "직위", "직책"]),
    (
        Field::Body,
        &[
            "body",
            "organisation",
            "organization",
            "company",
            "单位",
            "机构",
            "公司",
            "기관",
            "소속",
            "회사",
        ],
    ),
    (Field::Country, &["country", "nationality", "国家", "国籍", "국가", "국적"]),
    (Field::Role, &["role", "party role", "角色", "身份", "역할"]),
    (
        Field::Attendance,
        &["attendance", "comes", "rsvp", "status", "出席", "是否出席", "参加", "참석", "참석 여부"],
    ),
    (Field::Languages, &["languages", "language", "语言", "언어"]),
    (Field::Diet, &["diet", "meal", "饮食", "膳食", "식사", "식단"]),
    (
        Field::DietDetails,
        &["diet details", "allergies", "allergy", "过敏", "忌口", "알레르기", "못 먹는 음식"],
    ),
    (Field::Needs, &["special needs", "needs", "特殊需求", "특별 요청"]),
    (
        Field::Phone,
        &["phone", "mobile", "telephone", "tel", "电话", "手机", "전화", "휴대폰", "전화번호"],
    ),
    (Field::Email, &["e-mail", "email", "mail", "邮箱", "电子邮件", "이메일"]),
    (Field::Rank, &["rank", "级别", "등급"]),
    (Field::Remarks, &["remarks", "notes", "note", "comment", "备注", "비고"]),
    (
        Field::NameIn(Script::Zh),
        &["chinese name", "name (zh)", "name in chinese", "中文名", "中文姓名"],
    ),
    (
        Field::NameIn(Script::Ko),
        &["korean name", "name (ko)", "name in korean", "한글 이름", "韩文名", "한글 성명"],
    ),
    (
        Field::NameIn(Script::En),
        &["english name", "name (en)", "name in english", "英文名", "영문 이름", "영문 성명"],
    ),
];

/// The order of columns of rows without a heading.
const USUAL: [Field; 5] = [Field::Name, Field::Post, Field::Body, Field::Phone, Field::Email];

/// What the pasted rows come to.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Pasted {
    /// What each column was taken for; `None`: a heading nobody knows, left out.
    pub(super) columns: Vec<(String, Option<Field>)>,
    pub(super) new: Vec<Person>,
    /// As they are, and as they would be.
    pub(super) changed: Vec<(Arc<Person>, Person)>,
    pub(super) unchanged: usize,
    /// Rows without a name, and cells that mean nothing where they stand.
    pub(super) unread: Vec<Unread>,
}

/// A row or cell that could not be taken, by its line in the pasted text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unread {
    pub(super) line: usize,
    /// The cell; empty: the row has no name.
    pub(super) cell: String,
}

impl Pasted {
    pub(super) fn is_empty(&self) -> bool {
        self.new.is_empty() && self.changed.is_empty()
    }

    /// All of it as one step.
    pub(super) fn edit(self, label: String) -> Edit {
        let new = self.new.into_iter().map(Edit::add);
        let changed = self.changed.into_iter().map(|(_, person)| Edit::set(person));
        Edit::Together { label, edits: new.chain(changed).collect() }
    }
}

/// Reads rows with tabs or commas between the cells, as spreadsheets copy and save them.
/// A row is somebody known when the e-mail or the name in any script is theirs alone.
pub(super) fn read(visit: &Visit, text: &str) -> Pasted {
    let table = cells(text);
    let heading: Vec<Option<Field>> = table
        .first()
        .map(|(_, row)| row.iter().map(|cell| field(cell)).collect())
        .unwrap_or_default();
    let mut pasted = Pasted::default();
    let has_heading = heading
        .iter()
        .flatten()
        .any(|field| matches!(field, Field::Name | Field::NameIn(_) | Field::Email | Field::Post));
    let (columns, rows) = if has_heading {
        let names = table.first().map(|(_, row)| row.clone()).unwrap_or_default();
        pasted.columns = names.into_iter().zip(heading.iter().copied()).collect();
        (heading, table.get(1..).unwrap_or_default())
    } else {
        let width = table.iter().map(|(_, row)| row.len()).max().unwrap_or_default();
        let usual: Vec<Option<Field>> = USUAL.iter().copied().map(Some).take(width).collect();
        (usual, table.as_slice())
    };
    let mut taken: BTreeSet<String> = BTreeSet::new();
    for (line, row) in rows {
        read_row(visit, &columns, *line, row, &mut pasted, &mut taken);
    }
    pasted
}

fn read_row(
    visit: &Visit,
    columns: &[Option<Field>],
    line: usize,
    row: &[String],
    pasted: &mut Pasted,
    taken: &mut BTreeSet<String>,
) {
    let known = known(visit, columns, row);
    let mut person = known.map(|person| Person::clone(person)).unwrap_or_default();
    for (cell, column) in row.iter().zip(columns) {
        let Some(column) = column else { continue };
        if !cell.is_empty() && !set(&mut person, *column, cell) {
            pasted.unread.push(Unread { line, cell: cell.clone() });
        }
    }
    match known {
        Some(old) if **old == person => pasted.unchanged += 1,
        // Two rows of one person: the later completes the earlier.
        Some(old) => match pasted.changed.iter_mut().find(|(other, _)| other.id == old.id) {
            Some((_, earlier)) => *earlier = person,
            None => pasted.changed.push((old.clone(), person)),
        },
        None if person.name.is_empty() && person.post.is_empty() => {
            pasted.unread.push(Unread { line, cell: String::new() });
        }
        None => {
            let title = [person.name.any(), person.post.any()].into_iter().find(|t| !t.is_empty());
            let is_taken = |id: &str| {
                let there = RecordKind::Person.reference(id);
                taken.contains(id) || there.is_some_and(|there| visit.position(&there).is_some())
            };
            let id = crate::model::id::fresh_slug(title.unwrap_or_default(), "person", is_taken);
            taken.insert(id.clone());
            if let Some(id) = PersonId::new(&id) {
                person.id = id;
                pasted.new.push(person);
            }
        }
    }
}

/// The one person of the visit that the row names.
fn known<'a>(
    visit: &'a Visit,
    columns: &[Option<Field>],
    row: &[String],
) -> Option<&'a Arc<Person>> {
    let cell = |wanted: fn(&Field) -> bool| {
        let mut cells = row
            .iter()
            .zip(columns)
            .filter(move |(cell, column)| !cell.is_empty() && column.as_ref().is_some_and(wanted));
        cells.next().map(|(cell, _)| cell.as_str())
    };
    let alone = |found: Vec<&'a Arc<Person>>| match found.as_slice() {
        [one] => Some(*one),
        _ => None,
    };
    let by_email = cell(|field| *field == Field::Email).and_then(|email| {
        let same = |person: &&Arc<Person>| person.email.eq_ignore_ascii_case(email);
        alone(visit.people.iter().filter(same).collect())
    });
    by_email.or_else(|| {
        let name = cell(|field| matches!(field, Field::Name | Field::NameIn(_)))?;
        let same = |person: &&Arc<Person>| person.name.all().any(|other| same_name(other, name));
        alone(visit.people.iter().filter(same).collect())
    })
}

fn same_name(a: &str, b: &str) -> bool {
    let letters = |name: &str| -> String {
        name.to_lowercase().chars().filter(|c| c.is_alphanumeric()).collect()
    };
    !a.is_empty() && letters(a) == letters(b)
}

/// Puts a cell where it belongs; `false` when it means nothing there.
fn set(person: &mut Person, field: Field, cell: &str) -> bool {
    let text = cell.to_owned();
    match field {
        // A name that is known in another script stays where it stands.
        Field::Name if person.name.all().any(|known| known == text) => {}
        Field::Name => person.name.main = text,
        Field::NameIn(script) => set_name(person, script, text),
        Field::FamilyName => person.family_name = text,
        Field::Spoken => person.spoken = text,
        Field::Honorific => person.honorific.main = text,
        Field::Post => person.post.main = text,
        Field::Body => person.body.main = text,
        Field::Country => person.country = text,
        Field::DietDetails => person.diet_details = text,
        Field::Needs => person.needs = text,
        Field::Phone => person.phone = text,
        Field::Email => person.email = text,
        Field::Remarks => person.remarks = text,
        Field::Role => return choose(&mut person.role, cell),
        Field::Attendance => return choose(&mut person.attendance, cell),
        Field::Diet => return choose(&mut person.diet, cell),
        Field::Languages => match read_languages(cell) {
            Some(languages) => person.languages = languages,
            None => return false,
        },
        Field::Rank => match cell.parse() {
            Ok(rank) => person.rank = rank,
            Err(_) => return false,
        },
    }
    true
}

fn set_name(person: &mut Person, script: Script, name: String) {
    let lang = match script {
        Script::Zh => Lang::zh(),
        Script::Ko => Lang::ko(),
        Script::En => Lang::en(),
    };
    if person.name.main.is_empty() || person.name.main == name {
        person.name.main = name;
    } else {
        person.name.set(&lang, name);
    }
}

/// A choice by its name in any language of the catalogue, or as the file writes it.
fn choose<C: Choice>(slot: &mut C, cell: &str) -> bool {
    let cell = cell.trim().to_lowercase();
    let is_called = |choice: &&C| {
        let named = |lang: &str| {
            Lang::new(lang)
                .is_some_and(|lang| words::choice_in(**choice, &lang).to_lowercase() == cell)
        };
        choice.variant().to_lowercase() == cell || words::LANGUAGES.into_iter().any(named)
    };
    match C::ALL.iter().find(is_called) {
        Some(choice) => {
            *slot = *choice;
            true
        }
        None => false,
    }
}

fn field(heading: &str) -> Option<Field> {
    let heading = heading.trim().trim_end_matches([':', '：']).to_lowercase();
    let known = HEADINGS.iter().find(|(_, names)| names.contains(&heading.as_str()));
    known.map(|(field, _)| *field)
}

/// The rows that hold anything, each with its line. Tabs divide the cells where there are any,
/// else semicolons or commas, whichever the first row has more of.
fn cells(text: &str) -> Vec<(usize, Vec<String>)> {
    let text = text.trim_start_matches('\u{feff}');
    let first = text.lines().next().unwrap_or_default();
    let divider = if text.contains('\t') {
        b'\t'
    } else if first.matches(';').count() > first.matches(',').count() {
        b';'
    } else {
        b','
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(divider)
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let rows = reader.records().filter_map(Result::ok).map(|row| {
        let line = row.position().map_or(0, |position| position.line() as usize);
        (line, row.iter().map(str::to_owned).collect::<Vec<String>>())
    });
    rows.filter(|(_, row)| row.iter().any(|cell| !cell.is_empty())).collect()
}

/// The names of the fields in which two states of a person differ, for the preview.
pub(super) fn differing(old: &Person, new: &Person) -> Vec<String> {
    let json = |person: &Person| Record::from(person.clone()).to_json();
    let (old, new) = (json(old), json(new));
    let fields = new.as_object().into_iter().flatten();
    fields
        .filter(|(name, value)| old.get(name.as_str()) != Some(*value))
        .map(|(name, _)| words::field(name))
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Diet, PartyRole, Rsvp, Text};

    fn visit() -> Visit {
        let mayor = Person {
            id: PersonId::new("oh-se-hoon").unwrap(),
            name: Text::new("Oh Se-hoon").with(&Lang::ko(), "오세훈"),
            post: Text::new("Mayor"),
            ..Person::default()
        };
        Visit { people: vec![Arc::new(mayor)], ..Visit::default() }
    }

    #[test]
    fn rows_of_a_spreadsheet_are_read_by_their_headings() {
        let text = "Name\tPosition\tDiet\tShoe size\nDelegate 1\tDirector\tHalal\t42\n\t\t\t\n";
        let pasted = read(&visit(), text);
        assert_eq!(pasted.new.len(), 1);
        let person = &pasted.new[0];
        assert_eq!((person.name.any(), person.post.any()), ("Delegate 1", "Director"));
        assert_eq!((person.id.as_str(), person.diet), ("delegate-1", Diet::Halal));
        assert_eq!(pasted.columns[3], ("Shoe size".to_owned(), None));
    }

    #[test]
    fn headings_are_known_in_chinese_and_korean() {
        for text in ["姓名,职务,电话\n代表1,主任,123", "이름,직위,전화\n代表1,主任,123"]
        {
            let pasted = read(&visit(), text);
            assert_eq!(pasted.new[0].post.any(), "主任", "{text}");
            assert_eq!(pasted.new[0].phone, "123", "{text}");
        }
    }

    #[test]
    fn rows_without_headings_are_name_post_body() {
        let pasted = read(&visit(), "Delegate 1\tDirector\tCity hall\nDelegate 2");
        assert_eq!(pasted.new.len(), 2);
        assert_eq!(pasted.new[0].body.any(), "City hall");
    }

    #[test]
    fn somebody_known_by_a_name_in_any_script_is_changed_not_added() {
        let pasted = read(&visit(), "이름,이메일\n오세훈,mayor@example.org");
        assert!(pasted.new.is_empty());
        let (old, new) = &pasted.changed[0];
        assert_eq!((old.email.as_str(), new.email.as_str()), ("", "mayor@example.org"));
        assert_eq!(new.name, old.name);
        assert!(differing(old, new).contains(&words::field("email")));
    }

    #[test]
    fn a_name_that_two_people_bear_is_nobody_known() {
        let mut visit = visit();
        let mut twin = Person::clone(&visit.people[0]);
        twin.id = PersonId::new("oh-se-hoon-2").unwrap();
        visit.people.push(Arc::new(twin));
        let pasted = read(&visit, "name,post\nOh Se-hoon,Mayor");
        assert_eq!((pasted.new.len(), pasted.changed.len()), (1, 0));
        assert_eq!(pasted.new[0].id.as_str(), "oh-se-hoon-3");
    }

    #[test]
    fn a_row_that_says_nothing_new_changes_nothing() {
        let pasted = read(&visit(), "name,post\nOh Se-hoon,Mayor");
        assert_eq!((pasted.unchanged, pasted.is_empty()), (1, true));
    }

    #[test]
    fn a_cell_that_means_nothing_is_listed_and_the_rest_is_kept() {
        let pasted = read(&visit(), "name,role,attendance,rank\nDelegate 1,Juggler,confirmed,high");
        assert_eq!(pasted.new[0].attendance, Rsvp::Confirmed);
        assert_eq!(pasted.new[0].role, PartyRole::default());
        let cells: Vec<&str> = pasted.unread.iter().map(|unread| unread.cell.as_str()).collect();
        assert_eq!(cells, ["Juggler", "high"]);
    }

    #[test]
    fn cells_in_quotes_keep_their_commas_and_lines() {
        let pasted = read(&visit(), "name,remarks\n\"Delegate 1\",\"late, after\nlunch\"");
        assert_eq!(pasted.new[0].remarks, "late, after\nlunch");
    }

    #[test]
    fn all_rows_are_one_step_of_the_history() {
        let visit = visit();
        let mut session = crate::edit::Session::opened(Arc::new(visit));
        let text = "name,post\nDelegate 1,Director\nOh Se-hoon,Mayor of Seoul";
        let pasted = read(session.visit(), text);
        session.edit(pasted.edit("Paste".to_owned())).unwrap();
        assert_eq!((session.visit().people.len(), session.position()), (2, 1));
        session.undo();
        assert_eq!(session.visit().people.len(), 1);
    }
}
