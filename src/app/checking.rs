//! The checks of the open visit, off the frame: what changed is checked again, and what the
//! library remembers is looked up once for the people it concerns.

use std::sync::{Arc, Mutex, PoisonError};

use super::command::Command;
use super::state::State;
use crate::check::{Beside, Checker, Past, remembered};
use crate::library::OfficeRanks;
use crate::model::{EarlierVisit, Limits, RecordRef, Text, Visit};
use crate::words::say;

/// What the window knows of the visit beside the visit.
#[derive(Debug, Default)]
pub(super) struct Checking {
    checker: Arc<Mutex<Checker>>,
    /// The job that checks.
    job: Option<u64>,
    /// The job that looks things up in the library.
    asking: Option<u64>,
    memory: Option<Memory>,
    /// The office's own limits, as the library keeps them.
    pub(super) office: Limits,
    /// The office's own rank schemes.
    pub(super) ranks: OfficeRanks,
}

/// What the library tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Memory {
    of: Wanted,
    past: Vec<Past>,
    office: Result<Limits, String>,
    ranks: Result<OfficeRanks, String>,
}

/// Whose past is wanted, in which state of the library: as long as it is the same, nothing is
/// read again.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Wanted {
    library: u64,
    who: Vec<(RecordRef, Text, Vec<EarlierVisit>)>,
}

impl Wanted {
    fn of(visit: &Visit, library: u64) -> Self {
        let known = |of: RecordRef| match &of {
            RecordRef::Person(id) => {
                let person = visit.person(id)?;
                Some((of, person.name.clone(), person.earlier_visits.clone()))
            }
            RecordRef::Delegation(id) => {
                let body = visit.delegation(id)?.body.clone();
                Some((of, body, Vec::new()))
            }
            _ => None,
        };
        Self { library, who: remembered(visit).into_iter().filter_map(known).collect() }
    }
}

impl State {
    /// Checks the visit again where it is another than last time.
    pub(super) fn keep_checked(&mut self) {
        let visit = Arc::clone(self.session().visit());
        let same = |other: &Arc<Visit>| Arc::ptr_eq(other, &visit);
        let runs = |job: Option<u64>| job.is_some_and(|job| self.jobs.runs(job));
        if self.open.is_none() || runs(self.checking.job) || self.checked.as_ref().is_some_and(same)
        {
            return;
        }
        let wanted = Wanted::of(&visit, self.library_version);
        let memory = self.checking.memory.as_ref();
        // What an earlier state of the library told holds until the new one has answered.
        let known = memory.filter(|memory| memory.of.who == wanted.who);
        let past = known.map(|memory| memory.past.clone());
        if memory.is_none_or(|memory| memory.of != wanted) && !runs(self.checking.asking) {
            self.ask_library(&visit, wanted);
        }
        let (today, office) = (Some(self.clock.today()), self.checking.office.clone());
        let beside = Beside { today, office, past };
        let checker = Arc::clone(&self.checking.checker);
        self.jobs.spawn(say!("job-check"), move || {
            let mut checker = checker.lock().unwrap_or_else(PoisonError::into_inner);
            let findings = checker.check(&visit, &beside);
            Some(Command::Checked { visit, findings })
        });
        self.checking.job = Some(self.jobs.latest());
    }

    fn ask_library(&mut self, visit: &Arc<Visit>, of: Wanted) {
        let Some(library) = self.library.clone() else { return };
        let visit = Arc::clone(visit);
        self.jobs.spawn_quietly(say!("job-check"), move || {
            let office = library.office_limits().map_err(|error| error.to_string());
            let ranks = library.office_ranks().map_err(|error| error.to_string());
            let past = library.memory(&visit);
            Some(Command::Remembered(Box::new(Memory { of, past, office, ranks })))
        });
        self.checking.asking = Some(self.jobs.latest());
    }

    pub(super) fn take_memory(&mut self, memory: Memory) {
        match &memory.office {
            Ok(office) => self.checking.office.clone_from(office),
            Err(error) => self.notice(error.clone()),
        }
        match &memory.ranks {
            Ok(ranks) => self.checking.ranks.clone_from(ranks),
            Err(error) => self.notice(error.clone()),
        }
        self.checking.memory = Some(memory);
        self.checked = None;
    }

    /// Sets the office's limits, in the library's folder.
    pub(super) fn set_office_limits(&mut self, limits: Limits) {
        self.checking.office.clone_from(&limits);
        self.checked = None;
        let Some(library) = self.library.clone() else { return };
        self.jobs.spawn_quietly(say!("job-check"), move || {
            let kept = library.keep_office_limits(&limits);
            kept.err().map(|error| Command::Notice(error.to_string()))
        });
    }

    /// Sets the office's rank schemes, in the library's folder. Visits keep those they have.
    pub(super) fn set_office_ranks(&mut self, ranks: OfficeRanks) {
        self.checking.ranks.clone_from(&ranks);
        let Some(library) = self.library.clone() else { return };
        self.jobs.spawn_quietly(say!("job-check"), move || {
            let kept = library.keep_office_ranks(&ranks);
            kept.err().map(|error| Command::Notice(error.to_string()))
        });
    }
}
