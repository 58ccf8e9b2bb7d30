//! All lasting state of the window. Only [`State::handle`] changes it.

use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};

use serde::{Deserialize, Serialize};

use super::checking::Checking;
use super::clock::Clock;
use super::command::{Command, Modal, Next};
use super::jobs::Jobs;
use super::orders::OrderLook;
use super::photos::Photos;
use super::proposals::Proposing;
use super::tabs::Tab;
use super::tabs::papers::Preview;
use super::tabs::programme::ProgrammeLook;
use super::view::View;
use crate::check::Finding;
use crate::edit::Session;
use crate::library::{Library, Officer};
use crate::model::{Lang, Minute, RecordRef, Visit};
use crate::store::{self, Journal, Known, Owner};
use crate::words::say;

/// The folders of this user, given from outside so that tests have their own.
#[derive(Clone, Debug)]
pub struct Folders {
    pub data: PathBuf,
    pub config: PathBuf,
    pub cache: PathBuf,
}

impl Folders {
    /// Those of the machine; `None` where it has no home for the user.
    pub fn of_machine() -> Option<Self> {
        let dirs = directories::ProjectDirs::from("", "", "Retinue")?;
        Some(Self {
            data: dirs.data_dir().to_owned(),
            config: dirs.config_dir().to_owned(),
            cache: dirs.cache_dir().to_owned(),
        })
    }

    /// Where the sample library is copied to.
    pub fn samples(&self) -> PathBuf {
        self.data.join("library")
    }

    /// The folder that the window had open last.
    pub fn last_library(&self) -> Option<PathBuf> {
        read_settings(&self.settings()).folder
    }

    fn settings(&self) -> PathBuf {
        self.config.join("settings.ron")
    }
}

/// What the next start takes up again.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    pub folder: Option<PathBuf>,
    pub visit: Option<PathBuf>,
    pub tab: Tab,
    /// The language of the window, where it is not that of the machine.
    pub language: Option<Lang>,
    pub dark: Option<bool>,
    pub programme: ProgrammeLook,
    /// The command that prints a PDF, a program and what goes before the file:
    /// `["lp", "-d", "office"]`; empty: the system's printer.
    pub printer: Vec<String>,
}

/// A visit that is open, and what its file held.
#[derive(Debug)]
pub struct OpenVisit {
    pub path: PathBuf,
    pub session: Session,
    pub known: Known,
    /// The file was changed by somebody else since; asked about once.
    pub changed_outside: bool,
    /// When it was saved last, by the officer's clock; `None`: not since it was opened.
    pub saved_at: Option<Minute>,
    /// The state that the officer gave up: it is neither asked about nor kept.
    pub given_up: Option<Arc<Visit>>,
}

impl OpenVisit {
    pub(super) fn new(path: PathBuf, session: Session, known: Known) -> Self {
        Self { path, session, known, changed_outside: false, saved_at: None, given_up: None }
    }
}

#[derive(Debug)]
pub struct State {
    pub(super) clock: Clock,
    pub(super) folders: Folders,
    pub(super) settings: Settings,
    /// The settings as they were kept last, and the job that keeps them.
    kept_settings: Settings,
    keeping: Option<u64>,
    pub(super) owner: Owner,
    pub(super) journal: Journal,
    pub(super) sender: Sender<Command>,
    receiver: Receiver<Command>,
    pub(super) jobs: Jobs,
    pub(super) library: Option<Library>,
    /// Another number for each state of the library.
    pub(super) library_version: u64,
    pub(super) search: String,
    pub(super) open: Option<OpenVisit>,
    /// Shown while no visit is open.
    nothing: Session,
    pub(super) tab: Tab,
    pub(super) selection: Option<RecordRef>,
    /// The order of precedence in place of the table of people.
    pub(super) order: Option<OrderLook>,
    pub(super) proposing: Proposing,
    pub(super) findings: Vec<Finding>,
    pub(super) checked: Option<Arc<Visit>>,
    pub(super) checking: Checking,
    pub(super) preview: Preview,
    pub(super) photos: Photos,
    pub(super) notices: Vec<String>,
    pub(super) modal: Option<Modal>,
    /// What waits for the answer about unsaved work.
    pub(super) next: Option<Next>,
    /// The file that was open when the save that runs began.
    pub(super) saving: Option<PathBuf>,
    /// Where to save once that save is done.
    pub(super) save_as_next: Option<PathBuf>,
    /// The file that a job moves to the trash.
    pub(super) trashing: Option<PathBuf>,
    pub(super) quits: bool,
    pub(super) journalled: Option<Arc<Visit>>,
    pub(super) journal_due: Option<f64>,
    pub(super) look_due: f64,
}

impl State {
    pub fn new(ctx: &egui::Context, clock: Clock, folders: Folders, owner: Owner) -> Self {
        let (sender, receiver) = channel();
        let settings = read_settings(&folders.settings());
        let journal = Journal::new(folders.data.join("unsaved"));
        Self {
            clock,
            jobs: Jobs::new(sender.clone(), ctx.clone()),
            owner,
            journal,
            tab: settings.tab,
            kept_settings: settings.clone(),
            keeping: None,
            settings,
            folders,
            sender,
            receiver,
            library: None,
            library_version: 0,
            search: String::new(),
            open: None,
            nothing: Session::opened(Arc::default()).read_only(),
            selection: None,
            order: None,
            proposing: Proposing::default(),
            findings: Vec::new(),
            checked: None,
            checking: Checking::default(),
            preview: Preview::default(),
            photos: Photos::default(),
            notices: Vec::new(),
            modal: None,
            next: None,
            saving: None,
            save_as_next: None,
            trashing: None,
            quits: false,
            journalled: None,
            journal_due: None,
            look_due: 0.0,
        }
    }

    /// The next answer or request that waits.
    pub(super) fn receive(&self) -> Option<Command> {
        self.receiver.try_recv().ok()
    }

    pub fn session(&self) -> &Session {
        self.open.as_ref().map_or(&self.nothing, |open| &open.session)
    }

    pub fn is_dirty(&self) -> bool {
        self.open.as_ref().is_some_and(|open| open.session.is_dirty())
    }

    /// Whether there is work that would be lost, and was not given up.
    pub fn has_unsaved_work(&self) -> bool {
        self.open.as_ref().is_some_and(|open| {
            let visit = open.session.visit();
            let given_up = open.given_up.as_ref().is_some_and(|old| Arc::ptr_eq(old, visit));
            open.session.is_dirty() && !given_up
        })
    }

    /// Whether jobs run whose answers are still to come.
    pub fn is_busy(&self) -> bool {
        !self.jobs.is_idle()
    }

    /// The file of the visit that is open.
    pub fn open_path(&self) -> Option<&Path> {
        self.open.as_ref().map(|open| open.path.as_path())
    }

    /// The question that stands in the middle of the window.
    pub fn modal(&self) -> Option<&Modal> {
        self.modal.as_ref()
    }

    pub fn notices(&self) -> &[String] {
        &self.notices
    }

    /// Whether the window was told to close, and may.
    pub fn quits(&self) -> bool {
        self.quits
    }

    pub(super) fn officer(&self) -> Officer {
        Officer { owner: self.owner_now(), now: self.clock.now() }
    }

    pub(super) fn owner_now(&self) -> Owner {
        Owner { heard: self.clock.now_utc(), ..self.owner.clone() }
    }

    /// Whether no job runs and nothing waits to be checked: what is drawn will not change by
    /// itself.
    pub fn is_settled(&self) -> bool {
        let checked = self.checked.as_ref();
        let is_checked = checked.is_some_and(|visit| Arc::ptr_eq(visit, self.session().visit()));
        self.jobs.is_idle() && (self.open.is_none() || is_checked)
    }

    /// What the panels of this frame see.
    pub fn view(&self) -> View<'_> {
        View {
            session: self.session(),
            findings: &self.findings,
            proposed: self.proposed(),
            office: &self.checking.office,
            office_ranks: &self.checking.ranks,
            order: self.order.as_ref(),
            programme: self.settings.programme,
            selection: self.selection.as_ref(),
            library: self.library.as_ref(),
            preview: &self.preview,
            photos: &self.photos,
            today: self.clock.today(),
            sender: &self.sender,
        }
    }

    /// Keeps the settings for the next start, off the frame and one after the other, where they
    /// are others than those kept last.
    pub(super) fn keep_settings(&mut self) {
        let runs = self.keeping.is_some_and(|job| self.jobs.runs(job));
        if runs || self.settings == self.kept_settings {
            return;
        }
        self.kept_settings = self.settings.clone();
        let (settings, folders) = (self.settings.clone(), self.folders.clone());
        self.jobs.spawn_quietly(say!("job-settings"), move || {
            write_settings(&folders, &settings);
            None::<Command>
        });
        self.keeping = Some(self.jobs.latest());
    }

    /// The same before the program ends.
    pub(super) fn keep_settings_now(&self) {
        if self.settings != self.kept_settings {
            write_settings(&self.folders, &self.settings);
        }
    }
}

/// Writes what the next start takes up. A failure costs nothing but that.
fn write_settings(folders: &Folders, settings: &Settings) {
    let folder_made = std::fs::create_dir_all(&folders.config);
    let text = ron::ser::to_string_pretty(settings, ron::ser::PrettyConfig::default());
    let written = folder_made.and_then(|()| {
        let text = text.map_err(std::io::Error::other)?;
        store::write_text(&folders.settings(), text.as_bytes())
    });
    if let Err(error) = written {
        tracing::warn!("could not keep the settings: {error}");
    }
}

/// Settings that cannot be read are the usual ones.
fn read_settings(path: &Path) -> Settings {
    let text = std::fs::read_to_string(path).unwrap_or_default();
    ron::from_str(&text).unwrap_or_default()
}
