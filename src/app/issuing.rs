//! Issuing in the window: who gets the next version of a paper and why, made off the frame.

use std::path::{Path, PathBuf};

use super::command::{Command, Modal};
use super::state::State;
use crate::edit::EditError;
use crate::model::{Lang, PersonId};
use crate::paper::{self, Edition, Issued, Issuing, last_issue};
use crate::words::{dates, interface_lang, say};

/// The next version of the paper that is looked at, before it goes out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NextIssue {
    pub edition: Edition,
    pub holders: Vec<PersonId>,
    pub reason: String,
    /// Where the PDF goes.
    pub path: String,
}

/// What the panel asks about issuing, and what the job answers.
#[derive(Debug)]
pub enum IssueCommand {
    Make(Box<NextIssue>),
    Made { issued: Box<Issued>, path: PathBuf },
}

impl From<IssueCommand> for Command {
    fn from(command: IssueCommand) -> Self {
        Self::Issue(command)
    }
}

impl NextIssue {
    /// "version 3 replaces version 2 of 28 July 2024, 14:20".
    pub fn sentence(&self) -> String {
        let version = i64::from(self.edition.version);
        let Some(replaced) = &self.edition.replaces else {
            return say!("issue-first", version = version);
        };
        let old = i64::from(replaced.version);
        match replaced.at.map(|at| dates::moment(at, &interface_lang())) {
            Some(moment) => {
                say!("issue-replaces-of", version = version, old = old, moment = moment)
            }
            None => say!("issue-replaces", version = version, old = old),
        }
    }
}

impl State {
    /// Asks who gets the next version: at first those who hold the last.
    pub(super) fn ask_issue(&mut self) {
        let (Some(open), Some(paper)) = (&self.open, paper::find(self.preview.options.paper))
        else {
            return;
        };
        if open.session.is_read_only() {
            return self.notice(EditError::ReadOnly.to_string());
        }
        let (visit, lang) = (open.session.visit(), &self.preview.options.lang);
        let at = self.officer().now_at(visit);
        let edition = Edition::next(&visit.issues, paper, lang, at);
        let last = last_issue(&visit.issues, paper, lang);
        let holders = last.map(|last| last.holders.clone()).unwrap_or_default();
        let path = pdf_path(&open.path, paper.id, lang, edition.version).display().to_string();
        let next = NextIssue { edition, holders, reason: String::new(), path };
        self.modal = Some(Modal::Issue(Box::new(next)));
    }

    pub(super) fn handle_issue(&mut self, command: IssueCommand) {
        match command {
            IssueCommand::Make(next) => self.make_issue(*next),
            IssueCommand::Made { issued, path } => self.take_issue(*issued, path),
        }
    }

    fn make_issue(&mut self, next: NextIssue) {
        let (Some(open), Some(paper)) = (&self.open, paper::find(self.preview.options.paper))
        else {
            return;
        };
        let (visit, file) = (open.session.visit().clone(), open.path.clone());
        let (options, templates) = (self.preview.options.clone(), self.templates());
        let how = Issuing {
            lang: options.lang,
            size: options.size,
            at: next.edition.at,
            holders: next.holders,
            reason: next.reason.trim().to_owned(),
        };
        self.jobs.spawn(say!("job-pdf"), move || {
            let path = PathBuf::from(next.path.trim());
            Some(match paper::issue(&visit, &file, paper, &how, &templates) {
                Ok(issued) => {
                    let made = IssueCommand::Made { issued: Box::new(issued), path };
                    Command::about(file, made)
                }
                Err(error) => Command::Notice(error.to_string()),
            })
        });
    }

    /// The PDF is written only where the visit remembers the version, and the visit is saved: what
    /// is in others' hands must not depend on a later save.
    fn take_issue(&mut self, issued: Issued, path: PathBuf) {
        let Some(open) = &mut self.open else { return };
        if let Err(error) = open.session.edit(issued.edit) {
            self.notice(error.to_string());
            return;
        }
        for note in issued.notes {
            self.notice(note);
        }
        self.save();
        self.save_bytes(path, issued.pdf);
    }
}

/// Beside the visit's file, with the version in its name.
fn pdf_path(visit: &Path, paper: &str, lang: &Lang, version: u16) -> PathBuf {
    let name = visit.file_stem().unwrap_or_default().to_string_lossy();
    visit.with_file_name(format!("{name}-{paper}-{lang}-v{version}.pdf"))
}
