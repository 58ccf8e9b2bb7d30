//! What a list says of one person, before it is known whether the visit has them.

use super::columns::{Column, Field};
use super::headings::{self, Taught};
use super::sheet::SheetRow;

/// A row of a list or a card of an address book.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Candidate {
    /// In the file, counted from 1.
    pub line: usize,
    /// The cells that say something, by their columns.
    pub values: Vec<(Column, String)>,
    /// The bytes of a picture that came along.
    pub photo: Option<Vec<u8>>,
}

impl Candidate {
    /// The first value of a field, in whatever language.
    pub(super) fn value(&self, field: Field) -> Option<&str> {
        let mut values = self.values.iter();
        values.find(|(column, _)| column.field == field).map(|(_, value)| value.as_str())
    }
}

/// A list as its columns were understood: what the officer sees when mapping them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct List {
    /// The headings; empty where the list has none.
    pub headings: Vec<String>,
    /// What each column was taken for.
    pub columns: Vec<Option<Column>>,
    pub rows: Vec<SheetRow>,
}

impl List {
    /// The list of these rows, its columns guessed from the first.
    pub(super) fn new(mut rows: Vec<SheetRow>, taught: &Taught) -> Self {
        let width = rows.iter().map(|row| row.cells.len()).max().unwrap_or_default();
        let first = rows.first().map(|row| row.cells.clone()).unwrap_or_default();
        match headings::columns(&first, taught) {
            Some(mut columns) => {
                columns.resize(width, None);
                rows.remove(0);
                let mut headings = first;
                headings.resize(width, String::new());
                Self { headings, columns, rows }
            }
            None => Self { headings: Vec::new(), columns: headings::usual(width), rows },
        }
    }

    /// The first values of a column, to show beside it.
    pub fn samples(&self, column: usize) -> impl Iterator<Item = &str> {
        let cells = self.rows.iter().filter_map(move |row| row.cells.get(column));
        cells.map(String::as_str).filter(|cell| !cell.is_empty()).take(3)
    }

    /// What each row says of a person.
    pub fn candidates(&self) -> Vec<Candidate> {
        let candidate = |row: &SheetRow| {
            let cells = self.columns.iter().zip(&row.cells).filter(|(_, cell)| !cell.is_empty());
            let values =
                cells.filter_map(|(column, cell)| Some((column.clone()?, cell.clone()))).collect();
            Candidate { line: row.line, values, photo: None }
        };
        self.rows.iter().map(candidate).collect()
    }

    /// The headings with what they stand for, to be remembered for the next list.
    pub fn teaching(&self) -> Taught {
        let pairs = self.headings.iter().zip(&self.columns).filter(|(name, _)| !name.is_empty());
        pairs.map(|(name, column)| (headings::heading_key(name), column.clone())).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::exchange::people::sheet;

    fn list(text: &str) -> List {
        List::new(sheet::rows(text).unwrap(), &Taught::new())
    }

    #[test]
    fn columns_come_with_samples_and_can_be_mapped_otherwise() {
        let mut list = list("Name,Funktion\nDelegate 1,Director\nDelegate 2,\n");
        assert_eq!(list.samples(1).collect::<Vec<_>>(), ["Director"]);
        assert_eq!(list.columns[1], None);
        list.columns[1] = Some(Column::new(Field::Post));
        assert_eq!(list.candidates()[0].value(Field::Post), Some("Director"));
        assert_eq!(list.teaching()["funktion"], Some(Column::new(Field::Post)));
    }

    #[test]
    fn a_list_without_headings_is_name_post_body() {
        let list = list("Delegate 1,Director,City hall\nDelegate 2\n");
        assert!(list.headings.is_empty());
        assert_eq!(list.candidates()[0].value(Field::Body), Some("City hall"));
        assert_eq!(list.candidates().len(), 2);
    }
}
