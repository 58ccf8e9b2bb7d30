//! The window. It holds no rule of protocol: it shows a visit, sends edits, and runs jobs.
//!
//! One frame:
//! 1. `logic`: answers of jobs and requests of panels are handled; unsaved work is kept.
//! 2. `ui`: a pressed shortcut is handled before any widget sees the key.
//! 3. The visit is checked again, off the frame, where it is another than last time.
//! 4. The panels are drawn from one [`View`](view::View); they only send commands.
//! 5. The commands they sent are handled.
//! 6. A released pointer seals the history; the title and the close guard follow the state.

pub mod calendars;
pub mod clock;
pub mod command;
pub mod intake;
pub mod issuing;
pub mod jobs;
pub mod kit;
pub mod state;
pub mod tabs;
pub mod theme;

pub mod view;

mod checking;
pub mod days;
mod dialogs;
mod file_commands;
mod handle;
mod opening;
pub mod orders;
mod panels;
mod photos;
pub mod proposals;
mod saving;
mod shelf;
mod timing;
mod unsaved;

use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use eframe::CreationContext;
use egui::{Context, Ui, ViewportCommand};

use self::clock::Clock;
use self::command::{Action, Command, Next};
use self::state::{Folders, State};
use crate::store::Owner;
use crate::words::{self, say};

/// Why the window did not open.
#[derive(Debug, thiserror::Error)]
pub enum RunError {
    #[error("{}", say!("app-no-home"))]
    NoHome,
    #[error("{}", say!("app-no-window", cause = cause.as_str()))]
    Window { cause: String },
}

/// Opens the window and returns when it is closed. `path` is a folder or a visit to begin with.
///
/// # Errors
/// When the system gives no window.
pub fn run(path: Option<PathBuf>, owner: Owner) -> Result<(), RunError> {
    let folders = Folders::of_machine().ok_or(RunError::NoHome)?;
    let viewport = egui::ViewportBuilder::default()
        .with_title("Retinue")
        .with_app_id("retinue")
        .with_inner_size([1280.0, 800.0])
        .with_min_inner_size([880.0, 560.0]);
    let options = eframe::NativeOptions { viewport, ..eframe::NativeOptions::default() };
    let open = |renderer| {
        let (folders, owner, path) = (folders.clone(), owner.clone(), path.clone());
        let create = move |ctx: &CreationContext<'_>| {
            let app = RetinueApp::new(&ctx.egui_ctx, Clock::Machine, folders, owner, path);
            watch_signals(&app.told_to_end, &ctx.egui_ctx);
            Ok(Box::new(app) as Box<dyn eframe::App>)
        };
        let options = eframe::NativeOptions { renderer, ..options.clone() };
        eframe::run_native("retinue", options, Box::new(create))
    };
    let opened = match open(eframe::Renderer::Wgpu) {
        // A machine without an adapter for wgpu may have one for OpenGL.
        Err(eframe::Error::Wgpu(error)) => {
            tracing::warn!("no adapter: {error}");
            open(eframe::Renderer::Glow)
        }
        opened => opened,
    };
    opened.map_err(|error| RunError::Window { cause: error.to_string() })
}

/// The window's state behind eframe's two hooks.
#[derive(Debug)]
pub struct RetinueApp {
    state: State,
    /// The system asked the program to end.
    told_to_end: Arc<AtomicBool>,
}

impl RetinueApp {
    /// The window's state as it starts. `path` is a folder or a visit to begin with, in place of
    /// what the settings remember.
    pub fn new(
        ctx: &Context,
        clock: Clock,
        folders: Folders,
        owner: Owner,
        path: Option<PathBuf>,
    ) -> Self {
        theme::install(ctx);
        let mut state = State::new(ctx, clock, folders, owner);
        let lang = state.settings.language.clone().unwrap_or_else(words::machine_lang);
        words::set_interface(&lang);
        match state.settings.dark {
            Some(true) => ctx.set_theme(egui::ThemePreference::Dark),
            Some(false) => ctx.set_theme(egui::ThemePreference::Light),
            None => ctx.set_theme(egui::ThemePreference::System),
        }
        match path {
            Some(path) if path.is_dir() => state.settings.folder = Some(path),
            Some(path) => {
                state.settings.folder = path.parent().map(PathBuf::from);
                state.settings.visit = Some(path);
            }
            None => {}
        }
        state.start();
        Self { state, told_to_end: Arc::default() }
    }

    pub fn state(&self) -> &State {
        &self.state
    }

    /// Handles what waits; a frame's own requests come in the same stream.
    fn handle_waiting(&mut self, ctx: &Context) {
        while let Some(command) = self.state.receive() {
            self.state.handle(ctx, command);
        }
    }

    fn guard_close(&mut self, ctx: &Context) {
        let wants = ctx.input(|input| input.viewport().close_requested());
        let told = self.told_to_end.swap(false, Ordering::Relaxed);
        if !(wants || told) || self.state.quits {
            return;
        }
        if self.state.has_unsaved_work() || self.state.saving.is_some() {
            ctx.send_viewport_cmd(ViewportCommand::CancelClose);
        }
        self.state.then(ctx, Next::Quit);
    }

    fn keep_title(&self, ctx: &Context) {
        let title = if self.state.open.is_some() {
            let mark = if self.state.is_dirty() { "• " } else { "" };
            let visit = self.state.session().visit();
            format!("{mark}{} – Retinue", visit.about.title.in_lang(&words::interface_lang()))
        } else {
            "Retinue".to_owned()
        };
        let known = egui::Id::unique("window-title");
        if ctx.data(|data| data.get_temp::<String>(known)).as_ref() != Some(&title) {
            ctx.data_mut(|data| data.insert_temp(known, title.clone()));
            ctx.send_viewport_cmd(ViewportCommand::Title(title));
        }
    }
}

impl eframe::App for RetinueApp {
    fn logic(&mut self, ctx: &Context, _frame: &mut eframe::Frame) {
        self.handle_waiting(ctx);
        let now = ctx.input(|input| input.time);
        self.state.keep_unsaved(now);
        self.state.look_at_disk(now);
        self.state.keep_settings();
        self.guard_close(ctx);
        // Unsaved work and the file are looked at also while nobody moves the pointer.
        if self.state.open.is_some() {
            ctx.request_repaint_after(std::time::Duration::from_secs(1));
        }
    }

    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        let ctx = ui.ctx().clone();
        // A question in the middle of the window is answered first.
        if self.state.modal.is_none()
            && let Some(action) = Action::pressed(&ctx)
        {
            self.state.handle(&ctx, Command::Do(action));
        }
        self.state.keep_checked();
        if self.state.tab == tabs::Tab::Papers {
            self.state.keep_preview(&ctx);
        }
        panels::window_ui(ui, &self.state);
        self.handle_waiting(&ctx);
        if ctx.input(|input| input.pointer.any_released()) {
            self.state.seal();
        }
        self.keep_title(&ctx);
    }

    fn on_exit(&mut self, _gl: Option<&eframe::glow::Context>) {
        self.state.keep_settings_now();
    }
}

/// SIGTERM and SIGINT take the path of closing the window.
fn watch_signals(told: &Arc<AtomicBool>, ctx: &Context) {
    #[cfg(unix)]
    {
        let (told, ctx) = (told.clone(), ctx.clone());
        let signals = signal_hook::iterator::Signals::new([
            signal_hook::consts::SIGTERM,
            signal_hook::consts::SIGINT,
        ]);
        let Ok(mut signals) = signals else { return };
        let thread = std::thread::Builder::new().name("signals".to_owned());
        let watching = thread.spawn(move || {
            for _ in signals.forever() {
                told.store(true, Ordering::Relaxed);
                ctx.request_repaint();
            }
        });
        if let Err(error) = watching {
            tracing::warn!("signals are not watched: {error}");
        }
    }
    #[cfg(not(unix))]
    let _ = (told, ctx);
}
