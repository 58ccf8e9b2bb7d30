//! The people of a visit as a list for a spreadsheet: the columns that say something, in the
//! words of the window; read back, it is the same people.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use rust_xlsxwriter::{Format, Workbook, XlsxError};

use super::columns::{Column, Field};
use super::sheet::is_formula;
use crate::model::Person;
use crate::projection::Projection;

/// The people of the register in the form that the ending of the path names: a workbook, else CSV.
///
/// # Errors
/// As [`xlsx`].
pub fn list(seen: &Projection, path: &Path) -> Result<Vec<u8>, XlsxError> {
    let is_workbook = path.extension().is_some_and(|end| end.eq_ignore_ascii_case("xlsx"));
    if is_workbook { xlsx(seen) } else { Ok(csv(seen)) }
}

/// The people of the register as CSV with a byte order mark, so that spreadsheets know it for
/// UTF-8. No cell is a formula.
pub fn csv(seen: &Projection) -> Vec<u8> {
    let columns = columns(seen.register());
    let mut out = Vec::from("\u{feff}".as_bytes());
    let mut writer =
        csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(&mut out);
    let heading: Vec<String> = columns.iter().map(Column::title).collect();
    writer.write_record(&heading).ok(); // Memory does not fail to be written.
    for person in seen.register() {
        let cells = columns.iter().map(|column| guarded(column.read(person)));
        writer.write_record(cells).ok(); // As above.
    }
    writer.flush().ok(); // As above.
    drop(writer);
    out
}

/// The same as a workbook; every cell is text.
///
/// # Errors
/// When a cell is longer than a workbook can hold.
pub fn xlsx(seen: &Projection) -> Result<Vec<u8>, XlsxError> {
    let columns = columns(seen.register());
    let mut book = Workbook::new();
    // The same visit, the same bytes.
    let created = rust_xlsxwriter::ExcelDateTime::from_ymd(2000, 1, 1)?;
    book.set_properties(&rust_xlsxwriter::DocProperties::new().set_creation_datetime(&created));
    let bold = Format::new().set_bold();
    let wrapped = Format::new().set_text_wrap();
    let sheet = book.add_worksheet();
    for (index, column) in (0_u16..).zip(&columns) {
        sheet.write_string_with_format(0, index, column.title(), &bold)?;
        sheet.set_column_width(index, width(column.field))?;
    }
    sheet.set_freeze_panes(1, 0)?;
    for (row, person) in (1_u32..).zip(seen.register()) {
        for (index, column) in (0_u16..).zip(&columns) {
            sheet.write_string_with_format(row, index, column.read(person), &wrapped)?;
        }
    }
    book.save_to_buffer()
}

/// The columns in which somebody has something, and always id and name.
fn columns(people: &[Arc<Person>]) -> Vec<Column> {
    let mut columns = Vec::new();
    for field in Field::ALL {
        let column = Column::new(field);
        let is_always = matches!(field, Field::Id | Field::Name | Field::Post);
        if is_always || people.iter().any(|person| says_something(&column, person)) {
            columns.push(column);
        }
        if field.is_in_languages() {
            let langs: BTreeSet<_> =
                people.iter().flat_map(|person| Column::languages_of(field, person)).collect();
            columns.extend(langs.into_iter().map(|lang| Column::in_lang(field, lang)));
        }
    }
    columns
}

/// Whether the cell differs from that of somebody of whom nothing is known.
fn says_something(column: &Column, person: &Person) -> bool {
    column.read(person) != column.read(&Person::default())
}

fn width(field: Field) -> f64 {
    match field {
        Field::Biography | Field::Remarks | Field::DietDetails | Field::Needs => 40.0,
        Field::Name | Field::Post | Field::Body | Field::Email => 26.0,
        _ => 14.0,
    }
}

/// A cell that no spreadsheet takes for a formula.
fn guarded(cell: String) -> String {
    if is_formula(&cell) { format!("'{cell}") } else { cell }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::people::{Choices, Decisions, Preview, Source, Taught, read};
    use crate::model::{Diet, Lang, PersonId, Text, Visit};
    use crate::projection::Audience;

    fn visit() -> Visit {
        let oh = Person {
            id: PersonId::new("oh-se-hoon").unwrap(),
            name: Text::new("Oh Se-hoon").with(&Lang::ko(), "오세훈"),
            phone: "+82 2 120".into(),
            remarks: "=HYPERLINK(\"x\")\nsecond line, with “quotes”".into(),
            diet: Diet::NoPork,
            languages: vec![Lang::ko(), Lang::en()],
            ..Person::default()
        };
        Visit { people: vec![Arc::new(oh)], ..Visit::default() }
    }

    fn seen(visit: &Visit, audience: Audience) -> Projection {
        Projection::new(visit, audience, &Lang::en())
    }

    fn preview(visit: &Visit, bytes: &[u8]) -> Preview {
        let found = read(bytes, None, &Taught::new()).unwrap();
        assert!(matches!(found.source, Source::List(_)));
        Preview::new(visit, &found.source.candidates(), &Decisions::new(), None)
    }

    #[test]
    fn what_is_written_is_the_same_people_when_read_back() {
        let visit = visit();
        let seen = seen(&visit, Audience::Staff);
        for bytes in [csv(&seen), xlsx(&seen).unwrap()] {
            let preview = preview(&visit, &bytes);
            assert_eq!((&preview.rejected, preview.rows.len()), (&vec![], 1));
            assert_eq!(preview.rows[0].state, super::super::State::Same);
            // And into an empty visit they come whole.
            let empty = Visit::default();
            let edit = self::preview(&empty, &bytes).edit(
                &empty,
                Choices::default(),
                None,
                &std::collections::BTreeMap::new(),
            );
            let copy = crate::edit::apply(&empty, edit.unwrap()).unwrap();
            assert_eq!(copy.people, visit.people);
        }
    }

    #[test]
    fn a_mark_that_was_written_by_hand_comes_back_as_it_was() {
        for written in ["=1", "'=1", "''=1", "'quoted'", "'", "-"] {
            let mut visit = visit();
            Arc::make_mut(&mut visit.people[0]).remarks = written.to_owned();
            let bytes = csv(&seen(&visit, Audience::Staff));
            let preview = preview(&visit, &bytes);
            assert_eq!(preview.rows[0].state, super::super::State::Same, "{written}");
        }
    }

    #[test]
    fn no_cell_is_a_formula_and_the_file_says_it_is_utf_8() {
        let bytes = csv(&seen(&visit(), Audience::Staff));
        let text = String::from_utf8(bytes).unwrap();
        assert!(text.starts_with('\u{feff}'));
        assert!(text.contains("'+82 2 120") && text.contains("\"'=HYPERLINK"));
    }

    #[test]
    fn the_same_people_give_the_same_bytes() {
        let seen = seen(&visit(), Audience::Staff);
        assert_eq!(xlsx(&seen).unwrap(), xlsx(&seen).unwrap());
    }

    #[test]
    fn the_register_is_for_staff_alone() {
        let text = String::from_utf8(csv(&seen(&visit(), Audience::Guest))).unwrap();
        assert_eq!(text.lines().count(), 1);
    }
}
