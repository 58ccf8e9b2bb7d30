//! Work off the frame: named threads whose answers come back as commands.

use std::sync::mpsc::Sender;

use super::command::Command;
use crate::words::say;

/// The jobs that run. Their answers go into the one stream of commands.
#[derive(Debug)]
pub struct Jobs {
    sender: Sender<Command>,
    ctx: egui::Context,
    /// The quiet ones have no name.
    running: Vec<(u64, Option<String>)>,
    next: u64,
}

impl Jobs {
    pub fn new(sender: Sender<Command>, ctx: egui::Context) -> Self {
        Self { sender, ctx, running: Vec::new(), next: 0 }
    }

    /// The names of the running jobs, in the words of the status bar.
    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.running.iter().filter_map(|(_, name)| name.as_deref())
    }

    pub fn is_idle(&self) -> bool {
        self.running.is_empty()
    }

    /// Runs `work` on a thread of its own. Its answer is run like any other command; `None` means
    /// there is nothing to say.
    pub fn spawn(&mut self, name: String, work: impl FnOnce() -> Option<Command> + Send + 'static) {
        self.start(name.clone(), Some(name), work);
    }

    /// The same for what goes on all the time: the status bar is silent about it.
    pub fn spawn_quietly(
        &mut self,
        name: String,
        work: impl FnOnce() -> Option<Command> + Send + 'static,
    ) {
        self.start(name, None, work);
    }

    fn start(
        &mut self,
        name: String,
        shown: Option<String>,
        work: impl FnOnce() -> Option<Command> + Send + 'static,
    ) {
        self.next += 1;
        let job = self.next;
        let (sender, ctx) = (self.sender.clone(), self.ctx.clone());
        let thread = std::thread::Builder::new().name(name.clone());
        let started = thread.spawn(move || {
            if let Some(answer) = work() {
                sender.send(answer).ok(); // The window may be gone.
            }
            sender.send(Command::JobEnded(job)).ok(); // As above.
            ctx.request_repaint();
        });
        match started {
            Ok(_) => self.running.push((job, shown)),
            Err(error) => {
                let text = say!("app-job-failed", name = name, cause = error.to_string());
                self.sender.send(Command::Notice(text)).ok(); // As above.
            }
        }
    }

    /// Forgets a job that ended.
    pub fn ended(&mut self, job: u64) {
        self.running.retain(|(running, _)| *running != job);
    }
}
