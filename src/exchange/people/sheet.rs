//! Rows of cells out of text: a CSV file with any divider, or what a spreadsheet copies.

use super::ListError;

/// The largest list that is read, in bytes.
pub(super) const MOST_BYTES: usize = 32 * 1024 * 1024;
/// The most rows of a list.
pub(super) const MOST_ROWS: usize = 20_000;
/// The most columns of a list; what lies beyond is left out.
pub(super) const MOST_COLUMNS: usize = 200;

/// A row that holds anything, by its line in the file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SheetRow {
    pub line: usize,
    pub cells: Vec<String>,
}

/// The dividers that are tried, the likelier first.
const DIVIDERS: [u8; 4] = [b'\t', b',', b';', b'|'];

/// The rows of a text.
pub(super) fn rows(text: &str) -> Result<Vec<SheetRow>, ListError> {
    let text = text.trim_start_matches('\u{feff}');
    // Excel names the divider in a line of its own.
    let (text, skipped, named) = match text.split_once('\n') {
        Some((first, rest)) if first.trim_end().len() == 5 && first.starts_with("sep=") => {
            (rest, 1, first.as_bytes().get(4).copied())
        }
        _ => (text, 0, None),
    };
    let mut reader = csv::ReaderBuilder::new()
        .delimiter(named.unwrap_or_else(|| divider(text)))
        .has_headers(false)
        .flexible(true)
        .trim(csv::Trim::All)
        .from_reader(text.as_bytes());
    let mut rows = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|cause| ListError::Rows { cause: cause.to_string() })?;
        let line = skipped + record.position().map_or(0, |at| line_of(text, at));
        let cells: Vec<String> = record.iter().take(MOST_COLUMNS).map(unguarded).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            rows.push(SheetRow { line, cells });
        }
        if rows.len() > MOST_ROWS {
            return Err(ListError::TooLong { most: MOST_ROWS });
        }
    }
    Ok(rows)
}

/// The line on which a record really begins: the reader counts empty lines before it as its own.
fn line_of(text: &str, at: &csv::Position) -> usize {
    let rest = text.as_bytes().get(at.byte() as usize..).unwrap_or_default();
    let empty = rest.iter().take_while(|byte| matches!(byte, b'\r' | b'\n'));
    at.line() as usize + empty.filter(|byte| **byte == b'\n').count()
}

/// The divider that splits the first rows into the same number of cells, the most of them.
fn divider(text: &str) -> u8 {
    let score = |divider: u8| {
        let mut reader = csv::ReaderBuilder::new()
            .delimiter(divider)
            .has_headers(false)
            .flexible(true)
            .from_reader(text.as_bytes());
        let widths: Vec<usize> =
            reader.records().take(20).map_while(Result::ok).map(|row| row.len()).collect();
        let first = widths.first().copied().unwrap_or_default();
        let alike = widths.iter().filter(|width| **width == first).count();
        if first < 2 { 0 } else { alike * 1000 / widths.len().max(1) + first.min(100) }
    };
    let best = DIVIDERS.into_iter().rev().max_by_key(|divider| score(*divider));
    best.unwrap_or(b',')
}

/// A cell without the mark that keeps spreadsheets from taking it for a formula.
fn unguarded(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(rest) if is_formula(rest) => rest.to_owned(),
        _ => cell.to_owned(),
    }
}

/// Whether a spreadsheet would take the cell for a formula, marks before it put aside: a cell that
/// is marked already gets one more, so that reading takes away what writing added.
pub(super) fn is_formula(cell: &str) -> bool {
    let cell = cell.trim_start_matches('\'');
    cell.starts_with(['=', '+', '-', '@', '\t', '\r', '＝', '＋', '－', '＠'])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cells(text: &str) -> Vec<Vec<String>> {
        rows(text).unwrap().into_iter().map(|row| row.cells).collect()
    }

    #[test]
    fn the_divider_is_found_by_what_it_does_to_the_rows() {
        for divider in ['\t', ',', ';', '|'] {
            let text = format!("Name{divider}Post\nDelegate 1{divider}Director\n");
            assert_eq!(cells(&text), [["Name", "Post"], ["Delegate 1", "Director"]], "{divider:?}");
        }
        // Commas within the cells of a list with semicolons.
        let text = "Name;Post\nDelegate 1;Director, health\nDelegate 2;Director, trade\n";
        assert_eq!(cells(text)[1], ["Delegate 1", "Director, health"]);
        assert_eq!(cells("sep=;\r\nName;Post\r\n"), [["Name", "Post"]]);
    }

    #[test]
    fn quoted_cells_keep_their_dividers_and_lines_and_rows_their_line() {
        let read =
            rows("name,remarks\n\n\"Delegate 1\",\"late, after\nlunch\"\nDelegate 2,").unwrap();
        assert_eq!(read[1].cells, ["Delegate 1", "late, after\nlunch"]);
        assert_eq!(read.iter().map(|row| row.line).collect::<Vec<_>>(), [1, 3, 5]);
    }

    #[test]
    fn the_guard_of_a_formula_is_taken_off_again() {
        assert_eq!(cells("'+86 23 0000,'tis,'=1+1"), [["+86 23 0000", "'tis", "=1+1"]]);
    }

    #[test]
    fn a_list_of_too_many_rows_is_refused() {
        let text = "a,b\n".repeat(MOST_ROWS + 1);
        assert_eq!(rows(&text), Err(ListError::TooLong { most: MOST_ROWS }));
    }
}
