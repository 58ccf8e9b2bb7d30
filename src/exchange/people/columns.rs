//! What a column of a list holds: the fields of a person that lists carry, how they are read from
//! a cell and written into one.

use chrono::NaiveDate;

use crate::model::{
    Choice, Diet, Lang, NameOrder, PartyRole, Person, RecordKind, Rsvp, Tenure, Text,
};
use crate::words;

/// A field of a person, under the name the file gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    Id,
    Name,
    FamilyName,
    NameOrder,
    Spoken,
    Honorific,
    PostNominals,
    AddressInSpeech,
    AddressInWriting,
    PlaceCard,
    Post,
    Body,
    Country,
    Role,
    Tenure,
    InPostSince,
    Rank,
    Attendance,
    Languages,
    Diet,
    DietDetails,
    Taboos,
    Needs,
    Phone,
    Email,
    Biography,
    Remarks,
}

/// Where a field lies in a person, by its type.
enum Slot<'a> {
    /// The id: the preview decides what becomes of it.
    Id,
    Plain(&'a mut String),
    /// In one language or several.
    Said(&'a mut Text),
    NameOrder(&'a mut NameOrder),
    Role(&'a mut PartyRole),
    Tenure(&'a mut Tenure),
    Attendance(&'a mut Rsvp),
    Diet(&'a mut Diet),
    Languages(&'a mut Vec<Lang>),
    Date(&'a mut Option<NaiveDate>),
    Number(&'a mut u16),
}

impl Field {
    /// Every field, in the order in which a list gives them.
    pub const ALL: [Self; 27] = [
        Self::Id,
        Self::Name,
        Self::FamilyName,
        Self::NameOrder,
        Self::Spoken,
        Self::Honorific,
        Self::PostNominals,
        Self::AddressInSpeech,
        Self::AddressInWriting,
        Self::PlaceCard,
        Self::Post,
        Self::Body,
        Self::Country,
        Self::Role,
        Self::Tenure,
        Self::InPostSince,
        Self::Rank,
        Self::Attendance,
        Self::Languages,
        Self::Diet,
        Self::DietDetails,
        Self::Taboos,
        Self::Needs,
        Self::Phone,
        Self::Email,
        Self::Biography,
        Self::Remarks,
    ];

    /// As the visit's file names it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Id => "id",
            Self::Name => "name",
            Self::FamilyName => "family_name",
            Self::NameOrder => "name_order",
            Self::Spoken => "spoken",
            Self::Honorific => "honorific",
            Self::PostNominals => "post_nominals",
            Self::AddressInSpeech => "address_in_speech",
            Self::AddressInWriting => "address_in_writing",
            Self::PlaceCard => "place_card",
            Self::Post => "post",
            Self::Body => "body",
            Self::Country => "country",
            Self::Role => "role",
            Self::Tenure => "tenure",
            Self::InPostSince => "in_post_since",
            Self::Rank => "rank",
            Self::Attendance => "attendance",
            Self::Languages => "languages",
            Self::Diet => "diet",
            Self::DietDetails => "diet_details",
            Self::Taboos => "taboos",
            Self::Needs => "needs",
            Self::Phone => "phone",
            Self::Email => "email",
            Self::Biography => "biography",
            Self::Remarks => "remarks",
        }
    }

    /// Whether the field can stand in several languages, each in a column of its own.
    pub fn is_in_languages(self) -> bool {
        matches!(self.slot(&mut Person::default()), Slot::Said(_))
    }

    fn slot(self, person: &mut Person) -> Slot<'_> {
        match self {
            Self::Id => Slot::Id,
            Self::Name => Slot::Said(&mut person.name),
            Self::FamilyName => Slot::Plain(&mut person.family_name),
            Self::NameOrder => Slot::NameOrder(&mut person.name_order),
            Self::Spoken => Slot::Plain(&mut person.spoken),
            Self::Honorific => Slot::Said(&mut person.honorific),
            Self::PostNominals => Slot::Plain(&mut person.post_nominals),
            Self::AddressInSpeech => Slot::Said(&mut person.address_in_speech),
            Self::AddressInWriting => Slot::Said(&mut person.address_in_writing),
            Self::PlaceCard => Slot::Said(&mut person.place_card),
            Self::Post => Slot::Said(&mut person.post),
            Self::Body => Slot::Said(&mut person.body),
            Self::Country => Slot::Plain(&mut person.country),
            Self::Role => Slot::Role(&mut person.role),
            Self::Tenure => Slot::Tenure(&mut person.tenure),
            Self::InPostSince => Slot::Date(&mut person.in_post_since),
            Self::Rank => Slot::Number(&mut person.rank),
            Self::Attendance => Slot::Attendance(&mut person.attendance),
            Self::Languages => Slot::Languages(&mut person.languages),
            Self::Diet => Slot::Diet(&mut person.diet),
            Self::DietDetails => Slot::Plain(&mut person.diet_details),
            Self::Taboos => Slot::Plain(&mut person.taboos),
            Self::Needs => Slot::Plain(&mut person.needs),
            Self::Phone => Slot::Plain(&mut person.phone),
            Self::Email => Slot::Plain(&mut person.email),
            Self::Biography => Slot::Said(&mut person.biography),
            Self::Remarks => Slot::Plain(&mut person.remarks),
        }
    }
}

/// A column: a field, in one language where the column says which.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Column {
    pub field: Field,
    pub lang: Option<Lang>,
}

impl Column {
    pub fn new(field: Field) -> Self {
        Self { field, lang: None }
    }

    pub fn in_lang(field: Field, lang: Lang) -> Self {
        Self { field, lang: Some(lang) }
    }

    /// As an office's memory of headings keeps it: `post`, `name:zh`.
    pub fn id(&self) -> String {
        match &self.lang {
            Some(lang) => format!("{}:{lang}", self.field.name()),
            None => self.field.name().to_owned(),
        }
    }

    /// The column of that id.
    pub fn parse(id: &str) -> Option<Self> {
        let (name, lang) = id.split_once(':').map_or((id, None), |(name, lang)| (name, Some(lang)));
        let field = Field::ALL.into_iter().find(|field| field.name() == name)?;
        match lang {
            Some(tag) => Lang::new(tag).map(|lang| Self::in_lang(field, lang)),
            None => Some(Self::new(field)),
        }
    }

    /// What the column is called: "Post", "Name (zh)".
    pub fn title(&self) -> String {
        let name = words::field_of(RecordKind::Person, self.field.name());
        match &self.lang {
            Some(lang) => format!("{name} ({lang})"),
            None => name,
        }
    }

    /// The languages beside the main one in which the field of the person stands.
    pub fn languages_of(field: Field, person: &Person) -> Vec<Lang> {
        match field.slot(&mut person.clone()) {
            Slot::Said(text) => text.others().map(|(lang, _)| lang.clone()).collect(),
            _ => Vec::new(),
        }
    }

    /// Makes the field of `person`, in the column's language, that of `from`.
    pub fn copy(&self, person: &mut Person, from: &Person) {
        let mut from = from.clone();
        match (self.field.slot(person), self.field.slot(&mut from)) {
            (Slot::Plain(into), Slot::Plain(value)) => into.clone_from(value),
            (Slot::Said(into), Slot::Said(value)) => match &self.lang {
                None => into.main.clone_from(&value.main),
                Some(lang) => {
                    let said = value.others().find(|(other, _)| *other == lang);
                    into.set(lang, said.map_or("", |(_, said)| said).to_owned());
                }
            },
            (Slot::NameOrder(into), Slot::NameOrder(value)) => *into = *value,
            (Slot::Role(into), Slot::Role(value)) => *into = *value,
            (Slot::Tenure(into), Slot::Tenure(value)) => *into = *value,
            (Slot::Attendance(into), Slot::Attendance(value)) => *into = *value,
            (Slot::Diet(into), Slot::Diet(value)) => *into = *value,
            (Slot::Languages(into), Slot::Languages(value)) => into.clone_from(value),
            (Slot::Date(into), Slot::Date(value)) => *into = *value,
            (Slot::Number(into), Slot::Number(value)) => *into = *value,
            // Ids are for ever; the same field always lies in the same kind of place.
            _ => {}
        }
    }

    /// Puts a cell into the person. `main` is the language of the visit's plain texts.
    ///
    /// # Errors
    /// When the cell means nothing in this column; the person is as before.
    pub fn write(&self, person: &mut Person, cell: &str, main: &Lang) -> Result<(), Meaningless> {
        match self.field.slot(person) {
            Slot::Id => {}
            Slot::Plain(text) => cell.clone_into(text),
            Slot::Said(text) => say(text, self.lang.as_ref(), cell, main),
            Slot::NameOrder(slot) => choose(slot, cell)?,
            Slot::Role(slot) => choose(slot, cell)?,
            Slot::Tenure(slot) => choose(slot, cell)?,
            Slot::Attendance(slot) => choose(slot, cell)?,
            Slot::Diet(slot) => choose(slot, cell)?,
            Slot::Languages(slot) => *slot = languages(cell).ok_or(Meaningless)?,
            Slot::Date(slot) => *slot = Some(date(cell).ok_or(Meaningless)?),
            Slot::Number(slot) => *slot = cell.trim().parse().map_err(|_not_one| Meaningless)?,
        }
        Ok(())
    }

    /// The cell of the person; empty where there is nothing to say.
    pub fn read(&self, person: &Person) -> String {
        let mut copy = person.clone();
        match self.field.slot(&mut copy) {
            Slot::Id => person.id.to_string(),
            Slot::Plain(text) => std::mem::take(text),
            Slot::Said(text) => match &self.lang {
                None => text.main.clone(),
                Some(lang) => {
                    let mut others = text.others();
                    others.find(|(other, _)| *other == lang).map_or("", |(_, said)| said).to_owned()
                }
            },
            Slot::NameOrder(slot) => words::choice(*slot),
            Slot::Role(slot) => words::choice(*slot),
            Slot::Tenure(slot) => words::choice(*slot),
            Slot::Attendance(slot) => words::choice(*slot),
            Slot::Diet(slot) => words::choice(*slot),
            Slot::Languages(langs) => langs.iter().map(Lang::as_str).collect::<Vec<_>>().join(", "),
            Slot::Date(day) => day.map(|day| day.to_string()).unwrap_or_default(),
            Slot::Number(0) => String::new(),
            Slot::Number(number) => number.to_string(),
        }
    }
}

/// A cell that means nothing in its column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Meaningless;

fn say(text: &mut Text, lang: Option<&Lang>, cell: &str, main: &Lang) {
    match lang {
        // What is known in another script stays where it stands.
        None if text.all().any(|known| known == cell) => {}
        None => cell.clone_into(&mut text.main),
        Some(lang) if lang.primary() == main.primary() || text.is_empty() => {
            cell.clone_into(&mut text.main);
        }
        Some(_) if text.main == cell => {}
        Some(lang) => text.set(lang, cell.to_owned()),
    }
}

/// A choice by its name in any language of the catalogue, or as the file writes it.
fn choose<C: Choice>(slot: &mut C, cell: &str) -> Result<(), Meaningless> {
    let cell = cell.trim().to_lowercase();
    let is_called = |choice: &&C| {
        let named = |lang: &str| {
            Lang::new(lang)
                .is_some_and(|lang| words::choice_in(**choice, &lang).to_lowercase() == cell)
        };
        choice.variant().to_lowercase() == cell || words::LANGUAGES.into_iter().any(named)
    };
    *slot = *C::ALL.iter().find(is_called).ok_or(Meaningless)?;
    Ok(())
}

/// Languages by their tags or by their own names: "zh, ko", "中文、한국어".
pub fn languages(cell: &str) -> Option<Vec<Lang>> {
    let parts = cell.split([',', '，', '、', ';', '；', '/', ' ']).map(str::trim);
    parts.filter(|part| !part.is_empty()).map(language).collect()
}

fn language(name: &str) -> Option<Lang> {
    let known = words::LANGUAGES.iter().filter_map(|tag| Lang::new(tag));
    let mut own = known.filter(|lang| {
        let by_itself = words::catalogue(lang).get(&format!("language-{lang}"));
        by_itself.to_lowercase() == name.to_lowercase()
    });
    own.next().or_else(|| Lang::new(name))
}

/// A day written so that it can be only one: `2022-07-01`, `2022/7/1`, `2022.7.1`, `2022年7月1日`.
fn date(cell: &str) -> Option<NaiveDate> {
    let cell = cell.trim().trim_end_matches(['일', '日', '.']);
    let parts: Vec<&str> = cell
        .split(['-', '/', '.', '年', '月', '년', '월'])
        .map(str::trim)
        .filter(|part| !part.is_empty())
        .collect();
    let [year, month, day] = parts.as_slice() else { return None };
    if year.len() != 4 {
        return None;
    }
    NaiveDate::from_ymd_opt(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(field: Field, cell: &str) -> Result<Person, Meaningless> {
        let mut person = Person::default();
        Column::new(field).write(&mut person, cell, &Lang::en()).map(|()| person)
    }

    #[test]
    fn what_is_written_into_a_cell_is_read_from_it_again() {
        let cells = [
            (Field::Post, "Mayor"),
            (Field::Role, "interpreter"),
            (Field::InPostSince, "2022-07-01"),
            (Field::Languages, "ko, zh"),
            (Field::Rank, "7"),
            (Field::Phone, "+86 23 0000"),
        ];
        for (field, cell) in cells {
            assert_eq!(Column::new(field).read(&written(field, cell).unwrap()), cell);
        }
    }

    #[test]
    fn choices_are_known_in_every_language_of_the_window() {
        for cell in ["Interpreter", "译员", "통역"] {
            assert_eq!(written(Field::Role, cell).unwrap().role, PartyRole::Interpreter, "{cell}");
        }
        assert_eq!(written(Field::Role, "Juggler"), Err(Meaningless));
    }

    #[test]
    fn a_day_is_read_only_where_it_can_be_but_one() {
        for cell in ["2022-07-01", "2022/7/1", "2022. 7. 1.", "2022年7月1日", "2022년 7월 1일"]
        {
            let day = written(Field::InPostSince, cell).unwrap().in_post_since;
            assert_eq!(day, NaiveDate::from_ymd_opt(2022, 7, 1), "{cell}");
        }
        for cell in ["01/07/2022", "7.1.22", "July", "2022-02-30"] {
            assert_eq!(written(Field::InPostSince, cell), Err(Meaningless), "{cell}");
        }
    }

    #[test]
    fn languages_are_read_with_any_mark_between_them_by_tag_or_own_name() {
        let tags = |text: &str| languages(text).map(|langs| langs.len());
        assert_eq!(tags("zh, ko"), Some(2));
        assert_eq!(languages("中文、한국어"), Some(vec![Lang::zh(), Lang::ko()]));
        assert_eq!((tags(""), tags("zh; k")), (Some(0), None));
    }

    #[test]
    fn a_name_in_another_script_stands_beside_the_main_one() {
        let mut person = written(Field::Name, "Oh Se-hoon").unwrap();
        let korean = Column::parse("name:ko").unwrap();
        korean.write(&mut person, "오세훈", &Lang::en()).unwrap();
        assert_eq!(
            (person.name.main.as_str(), korean.read(&person).as_str()),
            ("Oh Se-hoon", "오세훈")
        );
        // A list in one script does not put its form in the place of the main one.
        Column::new(Field::Name).write(&mut person, "오세훈", &Lang::en()).unwrap();
        assert_eq!(person.name.main, "Oh Se-hoon");
    }

    #[test]
    fn every_column_is_known_by_its_id() {
        for field in Field::ALL {
            assert_eq!(Column::parse(&Column::new(field).id()), Some(Column::new(field)));
        }
        assert_eq!(Column::parse("name:zh"), Some(Column::in_lang(Field::Name, Lang::zh())));
        assert_eq!(Column::parse("shoe size"), None);
    }
}
