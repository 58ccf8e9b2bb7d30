//! What a panel sees, and how it asks for changes.

use std::sync::mpsc::Sender;

use chrono::NaiveDate;

use super::command::{Action, Command};
use super::orders::OrderLook;
use super::photos::Photos;
use super::proposals::Proposed;
use super::tabs::papers::Preview;
use super::tabs::programme::ProgrammeLook;
use crate::check::Finding;
use crate::edit::{Edit, Session};
use crate::library::{Library, OfficeRanks};
use crate::model::{Lang, Limits, Record, RecordRef, Visit};

/// The state of one frame, to look at. Panels change nothing: they send.
#[derive(Clone, Copy, Debug)]
pub struct View<'a> {
    pub session: &'a Session,
    pub findings: &'a [Finding],
    /// What is proposed, for the visit as it is.
    pub proposed: Option<&'a Proposed>,
    /// The office's own limits of the checks.
    pub office: &'a Limits,
    /// The office's own rank schemes.
    pub office_ranks: &'a OfficeRanks,
    /// The order of precedence that is looked at.
    pub order: Option<&'a OrderLook>,
    pub selection: Option<&'a RecordRef>,
    pub programme: ProgrammeLook,
    pub library: Option<&'a Library>,
    pub preview: &'a Preview,
    pub photos: &'a Photos,
    pub today: NaiveDate,
    pub(super) sender: &'a Sender<Command>,
}

impl View<'_> {
    pub fn visit(&self) -> &Visit {
        self.session.visit()
    }

    /// The language in which the visit's own texts are shown.
    pub fn lang(&self) -> Lang {
        self.visit().language()
    }

    pub fn send(&self, command: impl Into<Command>) {
        self.sender.send(command.into()).ok(); // The receiver lives as long as the window.
    }

    pub fn act(&self, action: Action) {
        self.send(Command::Do(action));
    }

    pub fn edit(&self, edit: Edit) {
        self.send(Command::Edit(edit));
    }

    /// Sends an edit that ends a gesture, where there is one.
    pub fn seal_after(&self, edit: Option<Edit>) {
        if let Some(edit) = edit {
            self.edit(edit);
        }
    }

    /// Puts a changed record in place of the one with its id.
    pub fn set(&self, record: impl Into<Record>) {
        self.edit(Edit::set(record));
    }

    pub fn select(&self, what: RecordRef) {
        self.send(Command::Select(Some(what)));
    }

    pub fn is_selected(&self, what: &RecordRef) -> bool {
        self.selection == Some(what)
    }

    /// The findings that concern a record.
    pub fn findings_on(&self, what: &RecordRef) -> impl Iterator<Item = &Finding> {
        self.findings
            .iter()
            .filter(|finding| finding.dismissed.is_none() && finding.things.contains(what))
    }
}
