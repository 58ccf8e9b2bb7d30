//! The one place where the state of the window changes.

use std::path::{Path, PathBuf};

use super::command::{Action, Command, FileCommand, Modal, Next, Unsaved};
use super::proposals::{DelayWay, Proposing};
use super::state::State;
use super::tabs::Tab;
use super::tabs::programme::{Form, Step};
use crate::edit::Edit;
use crate::model::{CalendarEntry, Item, Lang, Record, RecordKind, RecordRef, When};
use crate::words::{self, say};

impl State {
    pub fn handle(&mut self, ctx: &egui::Context, command: Command) {
        match command {
            Command::Do(action) => self.act(ctx, action),
            Command::Edit(edit) => self.edit(edit),
            Command::About(path, command) => self.handle_about(ctx, &path, *command),
            Command::Select(selection) => {
                self.seal();
                self.selection = selection;
                self.follow_selection();
            }
            Command::ShowTab(tab) => self.show_tab(tab),
            Command::Search(words) => self.search = words,
            Command::GoToStep(steps) => self.go_to(steps),
            Command::Notice(text) => self.notice(text),
            Command::DropNotice(position) => {
                if position < self.notices.len() {
                    self.notices.remove(position);
                }
            }
            Command::Ask(modal) => self.modal = Some(modal),
            Command::CloseModal => self.modal = None,
            Command::JobEnded(job) => self.jobs.ended(job),
            Command::StopJob(job) => self.jobs.stop(job),
            Command::Checked { visit, findings } => {
                self.findings = findings;
                self.checked = Some(visit);
            }
            Command::Remembered(memory) => self.take_memory(*memory),
            Command::SetOfficeLimits(limits) => self.set_office_limits(limits),
            Command::Preview { key, pages, told } => self.preview.show(ctx, key, *pages, told),
            Command::PaperOptions(options) => self.preview.options = options,
            Command::Print => self.print(),
            Command::Proposal(command) => self.handle_proposal(command),
            Command::LookAtProgramme(look) => self.settings.programme = look,
            Command::FindEarlier(person) => self.find_earlier(person),
            Command::WantPhoto(photo) => self.want_photo(photo),
            Command::PhotoRead { photo, picture } => self.photo_read(ctx, photo, *picture),
            Command::TakePhoto { person, path } => self.take_photo(person, path),
            Command::ReadPeople(from, encoding) => self.read_people(from, encoding),
            Command::LookAtPeople(intake) => self.look_at_people(intake),
            Command::PeopleSeen(intake) => self.people_seen(*intake),
            Command::TakePeople(intake) => self.take_people(intake),
            Command::ExportPeople(path) => self.export_people(path),
            Command::Calendar(command) => self.handle_calendar(command),
            Command::Issue(command) => self.handle_issue(command),
            Command::Day(command) => self.handle_day(command),
            Command::Order(command) => self.handle_order(command),
            Command::SavePdf(path) => self.save_pdf(path),
            Command::Browse(question) => self.browse(*question),
            Command::SetLanguage(lang) => {
                words::set_interface(&lang.clone().unwrap_or_else(words::machine_lang));
                self.settings.language = lang;
                self.checked = None;
                self.proposing = Proposing::default();
            }
            Command::SetTheme(preference) => {
                ctx.set_theme(preference);
                self.settings.dark = match preference {
                    egui::ThemePreference::Dark => Some(true),
                    egui::ThemePreference::Light => Some(false),
                    egui::ThemePreference::System => None,
                };
            }
            Command::Unsaved(decision) => self.decide(ctx, decision),
            Command::File(command) => self.handle_file(ctx, command),
        }
    }

    pub(super) fn notice(&mut self, text: String) {
        if self.notices.last() != Some(&text) {
            self.notices.push(text);
        }
    }

    /// An answer about a visit that has left the window meanwhile: a question is out of date, an
    /// edit that was not made is told.
    fn handle_about(&mut self, ctx: &egui::Context, path: &Path, command: Command) {
        if self.open_path() == Some(path) {
            self.handle(ctx, command);
        } else if let Command::Edit(_) = command {
            self.notice(say!("app-not-edited", path = path.display().to_string()));
        }
    }

    pub(super) fn edit(&mut self, edit: Edit) {
        let Some(open) = &mut self.open else { return };
        let added = match &edit {
            Edit::Add { record, .. } => Some(record.reference()),
            _ => None,
        };
        match open.session.edit(edit) {
            Ok(()) => {
                self.selection = added.or(self.selection.take());
                self.drop_lost_selection();
            }
            Err(error) => self.notice(error.to_string()),
        }
    }

    fn drop_lost_selection(&mut self) {
        let visit = self.session().visit();
        let lost = self.selection.as_ref().is_some_and(|what| visit.position(what).is_none());
        if lost {
            self.selection = None;
        }
    }

    pub(super) fn seal(&mut self) {
        if let Some(open) = &mut self.open {
            open.session.seal();
        }
    }

    fn go_to(&mut self, steps: usize) {
        if let Some(open) = &mut self.open {
            open.session.go_to(steps);
        }
        self.drop_lost_selection();
    }

    pub(super) fn show_tab(&mut self, tab: Tab) {
        self.seal();
        self.tab = tab;
        if self.settings.tab != tab {
            self.settings.tab = tab;
        }
    }

    fn decide(&mut self, ctx: &egui::Context, decision: Unsaved) {
        let Some(Modal::Unsaved { next }) = self.modal.take() else { return };
        match decision {
            Unsaved::Stay => {}
            Unsaved::Save => {
                self.next = Some(next);
                self.save();
            }
            Unsaved::Discard => {
                self.give_up_unsaved();
                self.go_on(ctx, next);
            }
        }
    }

    /// Does what waited for unsaved work to be dealt with.
    fn go_on(&mut self, ctx: &egui::Context, next: Next) {
        match next {
            Next::Open(path) => self.read(path),
            Next::Recover { entry, known } => self.recovered(*entry, known),
            Next::Quit => {
                self.quits = true;
                ctx.send_viewport_cmd(egui::ViewportCommand::Close);
            }
        }
    }

    /// Asks about unsaved work first, where there is any.
    pub(super) fn then(&mut self, ctx: &egui::Context, next: Next) {
        if self.has_unsaved_work() {
            self.modal = Some(Modal::Unsaved { next });
        } else if self.saving.is_some() {
            self.next = Some(next);
        } else {
            self.go_on(ctx, next);
        }
    }

    /// After a save: what waited for it. Work done while it ran is saved first.
    pub(super) fn go_on_after_save(&mut self, ctx: &egui::Context) {
        if self.next.is_some() && self.has_unsaved_work() {
            self.save();
        } else if let Some(next) = self.next.take() {
            self.go_on(ctx, next);
        }
    }

    #[expect(clippy::too_many_lines, reason = "a line for each action")]
    fn act(&mut self, ctx: &egui::Context, action: Action) {
        match action {
            Action::Palette => self.modal = Some(Modal::Palette { words: String::new() }),
            Action::Save => self.save(),
            Action::SaveAs => self.ask_save_as(),
            Action::Undo => self.go_to(self.session().position().saturating_sub(1)),
            Action::Redo => self.go_to(self.session().position() + 1),
            Action::Steps => self.modal = Some(Modal::Steps),
            Action::History => self.look_at_history(),
            Action::NewVisit => self.ask_new_visit(),
            Action::NewFromThis => self.ask_new_from_this(),
            Action::Retitle => {
                self.ask_about_visit(|path, title| Modal::Retitle { path, title });
            }
            Action::RenameFile => self.ask_about_visit(|path, _| {
                let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
                Modal::RenameFile { path, name }
            }),
            Action::DuplicateVisit => {
                if let Some(path) = self.open_path().map(PathBuf::from) {
                    self.handle(ctx, FileCommand::Duplicate(path).into());
                }
            }
            Action::TrashVisit => {
                self.ask_about_visit(|path, title| Modal::Trash { path, title });
            }
            Action::OpenFolder => self.modal = Some(Modal::Folder { path: self.folder_text() }),
            Action::Across => self.look_across(),
            Action::Refresh => self.read_library(),
            Action::AddItem => self.add_item(),
            Action::AddWay => self.add_way(),
            Action::AddPerson => self.add(RecordKind::Person, Tab::People),
            Action::AddNote => self.add(RecordKind::Note, Tab::Briefing),
            Action::PastePeople => self.modal = Some(Modal::Paste { text: String::new() }),
            Action::ImportCalendar => {
                self.modal = Some(Modal::ImportCalendar { path: String::new() });
            }
            Action::ExportCalendar => self.ask_export_calendar(),
            Action::ImportPeople => {
                self.modal = Some(Modal::ImportPeople { path: String::new() });
            }
            Action::Duplicates => self.look_for_duplicates(),
            Action::ExportPeople => self.ask_export_people(),
            Action::Order => {
                self.turn_order();
                self.show_tab(Tab::People);
            }
            Action::Ranks => self.modal = Some(Modal::Ranks),
            Action::RunningLate => self.ask_delay(DelayWay::Late),
            Action::ShiftFollowing => self.ask_delay(DelayWay::Shift),
            Action::PackFollowing => self.ask_delay(DelayWay::Pack),
            Action::MakeRoom => self.make_room(),
            Action::RainPlan => self.switch_rain_plan(),
            Action::LayDay => self.ask_lay_day(),
            Action::KeepDay => self.ask_keep_day(),
            Action::DuplicateSelected => self.duplicate_selected(),
            Action::RemoveSelected => {
                if let Some(what) = self.selection.clone() {
                    self.edit(Edit::Remove(what));
                }
            }
            Action::MoveUp => self.carry_on(-1),
            Action::MoveDown => self.carry_on(1),
            Action::MoveLeft => self.step_selected(Step::Left),
            Action::MoveRight => self.step_selected(Step::Right),
            Action::Shorten => self.step_selected(Step::Shorter),
            Action::Lengthen => self.step_selected(Step::Longer),
            Action::PullFollowing => self.push_following(-1),
            Action::PushFollowing => self.push_following(1),
            Action::AsList => self.show_programme(Form::List),
            Action::AsGroups => self.show_programme(Form::Groups),
            Action::AsDays => self.show_programme(Form::Days),
            Action::Findings => self.modal = Some(Modal::Findings),
            Action::Print => self.print(),
            Action::SavePdf => self.ask_save_pdf(),
            Action::Issue => self.ask_issue(),
            Action::Overview => self.show_tab(Tab::Overview),
            Action::Programme => self.show_tab(Tab::Programme),
            Action::People => self.show_tab(Tab::People),
            Action::Arrangements => self.show_tab(Tab::Arrangements),
            Action::Briefing => self.show_tab(Tab::Briefing),
            Action::Logistics => self.show_tab(Tab::Logistics),
            Action::Papers => self.show_tab(Tab::Papers),
            Action::Outcome => self.show_tab(Tab::Outcome),
            Action::Light => self.handle(ctx, Command::SetTheme(egui::ThemePreference::Light)),
            Action::Dark => self.handle(ctx, Command::SetTheme(egui::ThemePreference::Dark)),
            Action::FollowSystem => {
                self.handle(ctx, Command::SetTheme(egui::ThemePreference::System));
            }
            Action::English => self.handle(ctx, Command::SetLanguage(Some(Lang::en()))),
            Action::Chinese => self.handle(ctx, Command::SetLanguage(Some(Lang::zh()))),
            Action::Korean => self.handle(ctx, Command::SetLanguage(Some(Lang::ko()))),
            Action::SystemLanguage => self.handle(ctx, Command::SetLanguage(None)),
            Action::Quit => self.then(ctx, Next::Quit),
        }
    }

    fn ask_new_visit(&mut self) {
        let zone = self.session().visit().about.zone.to_string();
        let zone = if zone.is_empty() { "Asia/Shanghai".to_owned() } else { zone };
        let (title, first, last) = (String::new(), self.clock.today().to_string(), String::new());
        self.modal = Some(Modal::NewVisit { title, first, last, zone, from: None });
    }

    /// A new record with an id of its own, selected, in the tab that shows it.
    fn add(&mut self, kind: RecordKind, tab: Tab) {
        let id = self.session().visit().fresh_id(kind, &words::kind(kind));
        let record = Record::blank(kind).with_id(&id);
        self.show_tab(tab);
        self.edit(Edit::Add { record, at: None });
    }

    /// A new item on the day of the selected one, behind it; on the first day without one.
    fn add_item(&mut self) {
        let visit = self.session().visit().clone();
        let selected = match &self.selection {
            Some(RecordRef::Item(id)) => visit.item(id),
            _ => None,
        };
        let day = selected.and_then(|item| item.when.day()).or(visit.days().first().copied());
        let at = self.selection.as_ref().and_then(|what| visit.position(what)).map(|at| at + 1);
        let at = at.filter(|_| selected.is_some());
        let id = visit.fresh_id(RecordKind::Item, &say!("programme-new-item"));
        let item = Item {
            when: day.map_or(When::Unscheduled, When::Day),
            title: crate::model::Text::new(say!("programme-new-item")),
            ..Default::default()
        };
        self.show_tab(Tab::Programme);
        self.edit(Edit::Add { record: Record::from(item).with_id(&id), at });
    }

    fn duplicate_selected(&mut self) {
        let visit = self.session().visit().clone();
        let Some(what) = self.selection.clone() else { return };
        let (Some(record), Some(at)) = (visit.record(&what), visit.position(&what)) else { return };
        let id = visit.fresh_id(what.kind(), &visit.label(&what));
        let record = match record.with_id(&id) {
            // No calendar knows the copy.
            Record::Item(item) => {
                Record::from(Item { calendar: CalendarEntry::default(), ..Item::clone(&item) })
            }
            other => other,
        };
        self.edit(Edit::Add { record, at: Some(at + 1) });
    }
}
