//! The system's dialogs for files, on a thread of their own: a window never waits for one. They
//! answer nothing both for "cancelled" and for "failed", so a typed path always stands beside.

use std::path::PathBuf;

use super::calendars::CalendarExport;
use super::command::{Command, Modal};
use super::issuing::NextIssue;
use super::state::State;
use crate::words::say;

impl State {
    /// Asks for the path of a question, and asks the question again with it.
    #[expect(clippy::disallowed_methods, reason = "on a thread of its own, it may block")]
    pub(super) fn browse(&mut self, question: Modal) {
        self.jobs.spawn(say!("job-browse"), move || {
            let dialog = rfd::FileDialog::new();
            let picked: Option<PathBuf> = match &question {
                Modal::Folder { .. } => dialog.pick_folder(),
                Modal::SaveAs { .. } => dialog.add_filter("RON", &["ron"]).save_file(),
                Modal::SavePdf { .. } | Modal::Issue(_) => {
                    dialog.add_filter("PDF", &["pdf"]).save_file()
                }
                Modal::ImportPeople { .. } => dialog
                    .add_filter("CSV, XLSX, vCard", &["csv", "tsv", "txt", "xlsx", "vcf"])
                    .pick_file(),
                Modal::ImportCalendar { .. } => {
                    dialog.add_filter("iCalendar", &["ics", "ical", "ifb"]).pick_file()
                }
                Modal::ExportCalendar(_) => dialog.add_filter("iCalendar", &["ics"]).save_file(),
                Modal::ExportPeople { .. } => {
                    dialog.add_filter("XLSX, CSV", &["xlsx", "csv"]).save_file()
                }
                Modal::Photo { .. } => dialog
                    .add_filter("PNG, JPEG, WebP", &["png", "jpg", "jpeg", "webp"])
                    .pick_file(),
                _ => None,
            };
            let path = picked?.display().to_string();
            Some(Command::Ask(match question {
                Modal::Folder { .. } => Modal::Folder { path },
                Modal::SaveAs { .. } => Modal::SaveAs { path },
                Modal::SavePdf { .. } => Modal::SavePdf { path },
                Modal::Issue(next) => Modal::Issue(Box::new(NextIssue { path, ..*next })),
                Modal::ImportPeople { .. } => Modal::ImportPeople { path },
                Modal::ExportPeople { .. } => Modal::ExportPeople { path },
                Modal::ImportCalendar { .. } => Modal::ImportCalendar { path },
                Modal::ExportCalendar(export) => {
                    Modal::ExportCalendar(Box::new(CalendarExport { path, ..*export }))
                }
                Modal::Photo { person, .. } => Modal::Photo { person, path },
                other => other,
            }))
        });
    }
}
