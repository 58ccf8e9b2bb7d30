//! The steps of a session. Each keeps the visit as it was after it; records that did not change
//! are shared, so that a step costs little. It does not outlive the session: older versions on
//! disk are the store's.

use std::sync::Arc;

use crate::diff::{Change, ChangeKind, Subject};
use crate::model::Visit;

/// The most steps that are kept; the oldest go first.
const MOST_STEPS: usize = 1_000;

/// One step: what it is called, and the visit after it.
#[derive(Clone, Debug)]
pub struct Step {
    pub label: String,
    pub visit: Arc<Visit>,
    merge: Option<MergeKey>,
}

/// Two steps of the same key without a pause between them are one: the letters typed in a field.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct MergeKey(Subject, &'static str);

impl MergeKey {
    /// The key of a change of one field; anything larger is a step of its own.
    pub(super) fn of(changes: &[Change]) -> Option<Self> {
        let [Change { subject, kind: ChangeKind::Field { field, .. }, .. }] = changes else {
            return None;
        };
        Some(Self(subject.clone(), field))
    }
}

/// The steps in order, and how many of them are in force.
#[derive(Clone, Debug)]
pub struct History {
    origin: Arc<Visit>,
    steps: Vec<Step>,
    position: usize,
    sealed: bool,
}

impl History {
    pub(super) fn new(origin: Arc<Visit>) -> Self {
        Self { origin, steps: Vec::new(), position: 0, sealed: true }
    }

    /// The visit in force.
    pub fn visit(&self) -> &Arc<Visit> {
        self.after(self.position)
    }

    /// The visit after so many steps; before all of them at 0.
    fn after(&self, steps: usize) -> &Arc<Visit> {
        let last = steps.checked_sub(1).and_then(|last| self.steps.get(last));
        last.map_or(&self.origin, |step| &step.visit)
    }

    /// Every step, those undone too.
    pub fn steps(&self) -> &[Step] {
        &self.steps
    }

    /// How many steps are in force.
    pub fn position(&self) -> usize {
        self.position
    }

    pub(super) fn record(&mut self, label: String, merge: Option<MergeKey>, visit: Arc<Visit>) {
        self.steps.truncate(self.position);
        let merges = !self.sealed && merge.is_some();
        self.sealed = false;
        if merges && let Some(last) = self.steps.last_mut().filter(|last| last.merge == merge) {
            *last = Step { label, visit, merge };
            return;
        }
        self.steps.push(Step { label, visit, merge });
        if self.steps.len() > MOST_STEPS {
            self.origin = self.steps.remove(0).visit;
        }
        self.position = self.steps.len();
    }

    /// Ends a run of typing: the next edit is a step of its own.
    pub(super) fn seal(&mut self) {
        self.sealed = true;
    }

    /// Brings the visit after so many steps into force; `false` when it is already, or never was.
    pub(super) fn go_to(&mut self, steps: usize) -> bool {
        self.sealed = true;
        let moves = steps != self.position && steps <= self.steps.len();
        if moves {
            self.position = steps;
        }
        moves
    }
}
