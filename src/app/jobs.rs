//! Work off the frame: named threads whose answers come back as commands.

use std::sync::mpsc::Sender;

use super::command::Command;
use crate::progress::Progress;
use crate::words::{self, say};

/// The jobs that run. Their answers go into the one stream of commands.
#[derive(Debug)]
pub struct Jobs {
    sender: Sender<Command>,
    ctx: egui::Context,
    running: Vec<Job>,
    next: u64,
}

/// A job that runs.
#[derive(Debug)]
pub struct Job {
    pub id: u64,
    /// What the status bar calls it; the quiet ones have no name.
    pub name: Option<String>,
    /// For those that say how far they are and can be stopped.
    pub progress: Option<Progress>,
}

impl Jobs {
    pub fn new(sender: Sender<Command>, ctx: egui::Context) -> Self {
        Self { sender, ctx, running: Vec::new(), next: 0 }
    }

    /// The running jobs of which the status bar tells.
    pub fn shown(&self) -> impl Iterator<Item = (&Job, &str)> {
        self.running.iter().filter_map(|job| Some((job, job.name.as_deref()?)))
    }

    pub fn is_idle(&self) -> bool {
        self.running.is_empty()
    }

    /// Runs `work` on a thread of its own. Its answer is run like any other command; `None` means
    /// there is nothing to say.
    pub fn spawn<C: Into<Command>>(
        &mut self,
        name: String,
        work: impl FnOnce() -> Option<C> + Send + 'static,
    ) {
        self.start(name.clone(), Some(name), None, work);
    }

    /// The same for what goes on all the time: the status bar is silent about it.
    pub fn spawn_quietly<C: Into<Command>>(
        &mut self,
        name: String,
        work: impl FnOnce() -> Option<C> + Send + 'static,
    ) {
        self.start(name, None, None, work);
    }

    /// The same for work that says how far it is and looks whether it is still wanted. The answer
    /// of a job that was stopped is not heard.
    pub fn spawn_stoppable<C: Into<Command>>(
        &mut self,
        name: String,
        work: impl FnOnce(&Progress) -> Option<C> + Send + 'static,
    ) -> Progress {
        let progress = Progress::default();
        let own = progress.clone();
        let work = move || work(&own).filter(|_| !own.is_stopped());
        self.start(name.clone(), Some(name), Some(progress.clone()), work);
        progress
    }

    fn start<C: Into<Command>>(
        &mut self,
        name: String,
        shown: Option<String>,
        progress: Option<Progress>,
        work: impl FnOnce() -> Option<C> + Send + 'static,
    ) {
        self.next += 1;
        let id = self.next;
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let thread = std::thread::Builder::new().name(name.clone());
        let started = thread.spawn(move || {
            if let Some(answer) = work() {
                sender.send(answer.into()).ok(); // The window may be gone.
            }
            sender.send(Command::JobEnded(id)).ok(); // As above.
            ctx.request_repaint();
        });
        match started {
            Ok(_) => self.running.push(Job { id, name: shown, progress }),
            Err(error) => {
                let text = say!("app-job-failed", name = name, cause = words::cause(&error));
                self.sender.send(Command::Notice(text)).ok(); // As above.
            }
        }
    }

    /// Asks a job to end; what it would have answered is not heard.
    pub fn stop(&self, job: u64) {
        let running = self.running.iter().find(|running| running.id == job);
        if let Some(progress) = running.and_then(|job| job.progress.as_ref()) {
            progress.stop();
        }
    }

    /// Whether the job still runs.
    pub fn runs(&self, job: u64) -> bool {
        self.running.iter().any(|running| running.id == job)
    }

    /// The number of the job that was started last.
    pub fn latest(&self) -> u64 {
        self.next
    }

    /// Forgets a job that ended.
    pub fn ended(&mut self, job: u64) {
        self.running.retain(|running| running.id != job);
    }
}
