//! A visit being worked on.

use std::sync::Arc;

use super::history::{History, MergeKey, Step};
use super::{Edit, EditError, apply};
use crate::diff::{self, Change};
use crate::model::Visit;
use crate::words::say;

/// A visit being worked on: its state, its steps, and what of it is saved.
#[derive(Clone, Debug)]
pub struct Session {
    history: History,
    saved: Option<Arc<Visit>>,
    read_only: bool,
}

impl Session {
    /// A visit as it was read from its file.
    pub fn opened(visit: Arc<Visit>) -> Self {
        Self { history: History::new(visit.clone()), saved: Some(visit), read_only: false }
    }

    /// A visit that no file holds in this state: new, or recovered.
    pub fn unsaved(visit: Arc<Visit>) -> Self {
        Self { history: History::new(visit), saved: None, read_only: false }
    }

    /// The same, refusing every edit: a file of a newer format.
    #[must_use]
    pub fn read_only(mut self) -> Self {
        self.read_only = true;
        self
    }

    pub fn visit(&self) -> &Arc<Visit> {
        self.history.visit()
    }

    pub fn is_read_only(&self) -> bool {
        self.read_only
    }

    /// The one door through which a visit changes. An edit that changes nothing is no step.
    ///
    /// # Errors
    /// As [`apply()`], and when the visit is read-only; it is then as it was.
    pub fn edit(&mut self, edit: Edit) -> Result<(), EditError> {
        if self.read_only {
            return Err(EditError::ReadOnly);
        }
        let name = match &edit {
            Edit::Together { label, .. } => Some(label.clone()).filter(|label| !label.is_empty()),
            _ => None,
        };
        let next = apply(self.visit(), edit)?;
        let changes = diff::diff(self.visit(), &next);
        if changes.is_empty() {
            return Ok(());
        }
        let merge = if name.is_some() { None } else { MergeKey::of(&changes) };
        let label = name.unwrap_or_else(|| label(&changes));
        self.history.record(label, merge, Arc::new(next));
        Ok(())
    }

    /// Ends a run of typing or dragging: the next edit is a step of its own.
    pub fn seal(&mut self) {
        self.history.seal();
    }

    /// Takes the last step back; `false` when there is none.
    pub fn undo(&mut self) -> bool {
        let back = self.history.position().checked_sub(1);
        back.is_some_and(|steps| self.history.go_to(steps))
    }

    /// Does the step again that was taken back last; `false` when there is none.
    pub fn redo(&mut self) -> bool {
        self.history.go_to(self.history.position() + 1)
    }

    /// Brings the visit after so many steps back, 0 for before all; `false` when nothing changes.
    pub fn go_to(&mut self, steps: usize) -> bool {
        self.history.go_to(steps)
    }

    /// Every step, the undone ones too; [`Self::position`] says how many are in force.
    pub fn steps(&self) -> &[Step] {
        self.history.steps()
    }

    pub fn position(&self) -> usize {
        self.history.position()
    }

    /// The name of the step that undo would take back.
    pub fn undo_label(&self) -> Option<&str> {
        let last = self.position().checked_sub(1)?;
        self.steps().get(last).map(|step| step.label.as_str())
    }

    /// The name of the step that redo would do again.
    pub fn redo_label(&self) -> Option<&str> {
        self.steps().get(self.position()).map(|step| step.label.as_str())
    }

    /// Whether the visit differs from what its file holds.
    pub fn is_dirty(&self) -> bool {
        self.saved
            .as_ref()
            .is_none_or(|saved| !Arc::ptr_eq(saved, self.visit()) && saved != self.visit())
    }

    /// Notes that this state reached the file; edits made meanwhile stay unsaved.
    pub fn mark_saved(&mut self, visit: Arc<Visit>) {
        self.saved = Some(visit);
    }

    /// The visit as its file holds it, where one does.
    pub fn saved(&self) -> Option<&Arc<Visit>> {
        self.saved.as_ref()
    }
}

/// What a step is called: its first change, and how many more.
fn label(changes: &[Change]) -> String {
    match changes {
        [] => String::new(),
        [only] => only.short(),
        [first, rest @ ..] => say!("edit-label-more", first = first.short(), more = rest.len()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Item, ItemId, RecordKind};

    fn item(title: &str) -> Item {
        Item { id: ItemId::new("tour").unwrap(), title: title.into(), ..Item::default() }
    }

    fn session() -> Session {
        let mut session = Session::opened(Arc::new(Visit::default()));
        session.edit(Edit::add(item(""))).unwrap();
        session
    }

    fn title(session: &Session) -> &str {
        session.visit().items.first().map_or("none", |item| item.title.any())
    }

    #[test]
    fn undo_takes_back_a_whole_typing_burst() {
        let mut session = session();
        for typed in ["T", "To", "Tour"] {
            session.edit(Edit::set(item(typed))).unwrap();
        }
        assert_eq!(session.undo_label(), Some("title of “Tour”"));
        assert!(session.undo());
        assert_eq!(title(&session), "");
        assert!(session.redo());
        assert_eq!(title(&session), "Tour");
    }

    #[test]
    fn sealing_splits_typing_into_two_steps() {
        let mut session = session();
        session.edit(Edit::set(item("Tour"))).unwrap();
        session.seal();
        session.edit(Edit::set(item("Tour 2"))).unwrap();
        session.undo();
        assert_eq!(title(&session), "Tour");
    }

    #[test]
    fn an_edit_after_undo_drops_the_future() {
        let mut session = session();
        session.edit(Edit::set(item("Tour"))).unwrap();
        session.undo();
        session.edit(Edit::set(item("Visit"))).unwrap();
        assert!(!session.redo());
        assert_eq!(title(&session), "Visit");
    }

    #[test]
    fn an_edit_that_changes_nothing_is_no_step() {
        let mut session = session();
        session.edit(Edit::set(item(""))).unwrap();
        assert_eq!(session.steps().len(), 1);
    }

    #[test]
    fn what_was_undone_back_to_the_file_is_not_dirty() {
        let mut session = session();
        assert!(session.is_dirty());
        session.undo();
        assert!(!session.is_dirty());
        session.redo();
        session.mark_saved(session.visit().clone());
        assert!(!session.is_dirty());
    }

    #[test]
    fn a_read_only_visit_refuses_every_edit() {
        let mut session = Session::opened(Arc::new(Visit::default())).read_only();
        assert_eq!(session.edit(Edit::add(item("x"))), Err(EditError::ReadOnly));
    }

    #[test]
    fn several_edits_are_one_step_or_none() {
        let mut session = session();
        let what = RecordKind::Item.reference("tour").unwrap();
        let edits = vec![Edit::Remove(what.clone()), Edit::Remove(what)];
        assert!(session.edit(Edit::Together { label: "x".to_owned(), edits }).is_err());
        assert_eq!(session.visit().items.len(), 1);
    }
}
