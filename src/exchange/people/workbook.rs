//! Rows out of an XLSX workbook, cell by cell, with limits on what a file may unpack to.

use std::io::{Cursor, Read as _};

use calamine::{DataRef, Reader as _, Xlsx};

use super::ListError;
use super::sheet::{MOST_COLUMNS, MOST_ROWS, SheetRow};

/// What a workbook may unpack to, in bytes; a small file can hide much more.
const MOST_UNPACKED: u64 = 256 * 1024 * 1024;

/// The bytes with which every workbook begins, as every ZIP archive.
pub(super) fn is_workbook(bytes: &[u8]) -> bool {
    bytes.starts_with(b"PK\x03\x04")
}

/// The rows of the first sheet that has any.
pub(super) fn rows(bytes: &[u8]) -> Result<Vec<SheetRow>, ListError> {
    unpacks_to_little(bytes)?;
    let said = |cause: calamine::XlsxError| ListError::Workbook { cause: cause.to_string() };
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).map_err(said)?;
    for name in book.sheet_names() {
        let rows = sheet_rows(&mut book, &name)?;
        if !rows.is_empty() {
            return Ok(rows);
        }
    }
    Ok(Vec::new())
}

fn sheet_rows(book: &mut Xlsx<Cursor<&[u8]>>, name: &str) -> Result<Vec<SheetRow>, ListError> {
    let said = |cause: calamine::XlsxError| ListError::Workbook { cause: cause.to_string() };
    // A sheet of a chart has no cells.
    let Ok(mut cells) = book.worksheet_cells_reader(name) else { return Ok(Vec::new()) };
    let mut rows: Vec<SheetRow> = Vec::new();
    while let Some(cell) = cells.next_cell().map_err(said)? {
        let ((row, column), text) = (cell.get_position(), text(cell.get_value()));
        let (line, column) = ((row as usize).saturating_add(1), column as usize);
        if text.is_empty() || column >= MOST_COLUMNS {
            continue;
        }
        if rows.last().is_none_or(|last| last.line != line) {
            rows.push(SheetRow { line, cells: Vec::new() });
        }
        if rows.len() > MOST_ROWS {
            return Err(ListError::TooLong { most: MOST_ROWS });
        }
        if let Some(last) = rows.last_mut() {
            if last.cells.len() <= column {
                last.cells.resize(column.saturating_add(1), String::new());
            }
            if let Some(slot) = last.cells.get_mut(column) {
                *slot = text;
            }
        }
    }
    Ok(rows)
}

/// A cell as an officer reads it: phones without exponents, days without a time of midnight.
fn text(value: &DataRef<'_>) -> String {
    match value {
        DataRef::Empty => String::new(),
        DataRef::String(text) | DataRef::DateTimeIso(text) | DataRef::DurationIso(text) => {
            text.trim().to_owned()
        }
        DataRef::SharedString(text) => text.trim().to_owned(),
        DataRef::Int(number) => number.to_string(),
        DataRef::Float(number) => number.to_string(),
        DataRef::Bool(value) => value.to_string(),
        DataRef::Error(error) => error.to_string(),
        DataRef::DateTime(moment) => {
            let (year, month, day, hour, minute, ..) = moment.to_ymd_hms_milli();
            if hour == 0 && minute == 0 {
                format!("{year:04}-{month:02}-{day:02}")
            } else {
                format!("{year:04}-{month:02}-{day:02} {hour:02}:{minute:02}")
            }
        }
    }
}

fn unpacks_to_little(bytes: &[u8]) -> Result<(), ListError> {
    let said = |cause: String| ListError::Workbook { cause };
    let mut archive =
        zip::ZipArchive::new(Cursor::new(bytes)).map_err(|cause| said(cause.to_string()))?;
    let mut left = MOST_UNPACKED;
    for index in 0..archive.len() {
        let file = archive.by_index(index).map_err(|cause| said(cause.to_string()))?;
        // What is really unpacked counts, not what the archive says of itself.
        let mut within = file.take(left);
        let read = std::io::copy(&mut within, &mut std::io::sink())
            .map_err(|cause| said(cause.to_string()))?;
        left = left.saturating_sub(read);
        if left == 0 {
            return Err(ListError::TooLarge);
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn book(cells: &[(u32, u16, &str)]) -> Vec<u8> {
        let mut book = rust_xlsxwriter::Workbook::new();
        book.add_worksheet(); // An empty first sheet.
        let sheet = book.add_worksheet();
        for (row, column, text) in cells {
            sheet.write_string(*row, *column, *text).unwrap();
        }
        sheet.write_number(9, 0, 8_613_800_000_000.0).unwrap();
        book.save_to_buffer().unwrap()
    }

    #[test]
    fn the_first_sheet_with_cells_is_read_with_its_lines() {
        let rows = rows(&book(&[(0, 0, "姓名"), (0, 2, "직위"), (4, 2, " Director ")])).unwrap();
        assert_eq!(rows[0].cells, ["姓名", "", "직위"]);
        assert_eq!((rows[1].line, rows[1].cells[2].as_str()), (5, "Director"));
        assert_eq!(rows[2].cells, ["8613800000000"]);
    }

    #[test]
    fn what_is_no_workbook_is_one_error() {
        for bytes in [&b"PK\x03\x04 and then nothing"[..], b"", b"Name,Post"] {
            assert!(matches!(rows(bytes), Err(ListError::Workbook { .. })));
        }
    }
}
