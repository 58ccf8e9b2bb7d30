//! The dialogs for calendars: what one would do to the programme, entry by entry, before anything
//! is done; and what of the programme goes out.

use egui::{Checkbox, Label, RichText, ScrollArea, Ui};

use crate::app::calendars::{CalendarCommand, CalendarExport, CalendarIntake};
use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::theme::{self, GAP, ROW};
use crate::app::view::View;
use crate::exchange::ics::{Row, State};
use crate::model::RecordRef;
use crate::projection::{Audience, Whose};
use crate::words::say;

/// The preview of a calendar.
pub fn calendar_ui(ui: &mut Ui, view: &View<'_>, intake: &CalendarIntake) {
    kit::heading(ui, &say!("calendar-intake-title"));
    let preview = &intake.preview;
    let name = intake.path.file_name().unwrap_or_default().to_string_lossy();
    let counts = say!(
        "calendar-intake-counts",
        new = preview.count(|state| *state == State::New),
        changed = preview.count(|state| matches!(state, State::Changed(_))),
        same = preview.count(|state| *state == State::Same),
        rejected = preview.rejected.len()
    );
    kit::small(ui, &format!("{name} · {counts}"));
    if let (encoding, true) = intake.calendar.encoding {
        let colour = theme::palette(ui).warning;
        let text = say!("cli-ics-encoding", encoding = encoding);
        ui.add(Label::new(RichText::new(text).color(colour)).wrap());
    }
    zone_ui(ui, view, intake);
    ui.add_space(GAP);
    rows_ui(ui, view, intake);
    ui.add_space(2.0 * GAP);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!intake.taken.is_empty(), |ui| {
            if kit::primary_button(ui, &say!("calendar-intake-do")).clicked() {
                view.send(CalendarCommand::Take(Box::new(intake.clone())));
            }
        });
        if ui.button(say!("people-paste-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

/// Asks for the zone of times whose own nobody knows.
fn zone_ui(ui: &mut Ui, view: &View<'_>, intake: &CalendarIntake) {
    let unknown = &intake.preview.unknown_zones;
    if unknown.is_empty() && intake.zone.is_empty() {
        return;
    }
    ui.add_space(GAP);
    let names: Vec<&str> = unknown.iter().map(String::as_str).collect();
    let colour = theme::palette(ui).warning;
    if !names.is_empty() {
        let text = say!("calendar-intake-zone-ask", names = names.join(", "));
        ui.add(Label::new(RichText::new(text).color(colour)).wrap());
    }
    if let Some(zone) = kit::text_field(ui, &say!("calendar-intake-zone"), &intake.zone) {
        let next = CalendarIntake { zone, ..intake.clone() };
        view.send(CalendarCommand::Look(Box::new(next)));
    }
}

/// One line of the preview.
enum Line<'a> {
    Rejected(String),
    Row(usize, &'a Row),
}

/// What wants the officer's word comes first, what does nothing last.
fn rank(line: &Line<'_>) -> u8 {
    let Line::Row(_, row) = line else { return 1 };
    match row.state {
        State::NeedsZone(_) => 0,
        State::New | State::Changed(_) => 2,
        State::Outside => 3,
        State::Same => 4,
    }
}

fn rows_ui(ui: &mut Ui, view: &View<'_>, intake: &CalendarIntake) {
    let preview = &intake.preview;
    let rejected = preview.rejected.iter().map(|rejected| Line::Rejected(rejected.sentence()));
    let rows = preview.rows.iter().enumerate().map(|(index, row)| Line::Row(index, row));
    let mut lines: Vec<Line<'_>> = rejected.chain(rows).collect();
    lines.sort_by_key(rank);
    let room = (ui.ctx().content_rect().height() - 360.0).clamp(120.0, 420.0);
    let mut ticked = None;
    let area = ScrollArea::vertical().id_salt("calendar-rows").max_height(room);
    // As high as it may be: a question begins small and would stay so.
    area.min_scrolled_height(room).show_rows(ui, ROW, lines.len(), |ui, range| {
        ui.set_min_width(ui.available_width());
        for line in lines.get(range).unwrap_or_default() {
            ui.horizontal(|ui| {
                ui.set_height(ROW);
                match line {
                    Line::Rejected(text) => {
                        let colour = theme::palette(ui).error;
                        sign_ui(ui, "!", colour);
                        ui.add(Label::new(text.as_str()).truncate()).on_hover_text(text);
                    }
                    Line::Row(index, row) => {
                        if row_ui(ui, *index, row, intake) {
                            ticked = Some(*index);
                        }
                    }
                }
            });
        }
    });
    if let Some(index) = ticked {
        let mut next = intake.clone();
        if !next.taken.remove(&index) {
            next.taken.insert(index);
        }
        view.send(Command::Ask(Modal::Calendar(Box::new(next))));
    }
}

/// Whether the tick of the row was changed.
fn row_ui(ui: &mut Ui, index: usize, row: &Row, intake: &CalendarIntake) -> bool {
    let palette = theme::palette(ui);
    let (sign, colour, what) = match &row.state {
        State::New => ("+", palette.good, String::new()),
        State::Outside => ("·", palette.soft, say!("calendar-intake-outside")),
        State::Changed(_) => {
            let changes: Vec<String> =
                row.changes().iter().map(|change| change.sentence()).collect();
            ("~", palette.accent, changes.join("; "))
        }
        State::Same => ("=", palette.soft, say!("calendar-intake-same")),
        State::NeedsZone(zone) => {
            ("?", palette.warning, say!("calendar-intake-needs-zone", zone = zone.as_str()))
        }
    };
    let name = format!("{} {}", row.when(), row.item.title.any());
    let mut is_taken = intake.taken.contains(&index);
    let tick = Checkbox::without_text(&mut is_taken);
    let tick = ui.add_enabled(row.can_be_taken(), tick);
    tick.widget_info(|| {
        let enabled = row.can_be_taken();
        egui::WidgetInfo::selected(egui::Role::CheckBox, enabled, is_taken, name.as_str())
    });
    sign_ui(ui, sign, colour);
    let notes = row.notes.iter().map(|note| note.sentence());
    let more: Vec<String> = std::iter::once(what).chain(notes).collect();
    let more: Vec<&str> = more.iter().map(String::as_str).filter(|text| !text.is_empty()).collect();
    let mut text = egui::text::LayoutJob::default();
    let font = egui::FontId::proportional(theme::TEXT);
    let plain = |color| egui::TextFormat { font_id: font.clone(), color, ..Default::default() };
    if matches!(row.state, State::Changed(_)) {
        // The sentences name the item themselves.
        text.append(&more.join(" · "), 0.0, plain(palette.ink));
    } else {
        text.append(&name, 0.0, plain(palette.ink));
        text.append(&more.join(" · "), 2.0 * GAP, plain(palette.soft));
    }
    ui.add(Label::new(text).truncate()).on_hover_text(more.join("\n"));
    tick.changed()
}

fn sign_ui(ui: &mut Ui, sign: &str, colour: egui::Color32) {
    let text = RichText::new(sign).font(theme::semibold(theme::HEADING)).color(colour);
    ui.add_sized([16.0, ROW], Label::new(text));
}

/// Who the calendar is for, whose programme it is, what it tells.
pub fn export_calendar_ui(ui: &mut Ui, view: &View<'_>, export: &CalendarExport) {
    kit::heading(ui, &say!("action-export-calendar"));
    let mut next = export.clone();
    let mut changed = false;
    if let Some(path) = kit::text_field(ui, &say!("modal-path"), &export.path) {
        next.path = path;
        changed = true;
    }
    if ui.button(say!("modal-browse")).clicked() {
        let question = Modal::ExportCalendar(Box::new(export.clone()));
        view.send(Command::Browse(Box::new(question)));
    }
    let label = say!("calendar-export-audience");
    if let Some(audience) = kit::choice_field::<Audience>(ui, &label, export.audience) {
        next.audience = audience;
        changed = true;
    }
    let options = whose(view);
    if let Some(whose) =
        kit::pick_field(ui, &say!("calendar-export-whose"), &export.whose, &options)
    {
        next.whose = whose;
        changed = true;
    }
    for (text, value, into) in [
        (say!("cli-arg-ics-attendees"), export.attendees, &mut next.attendees),
        (say!("calendar-export-busy"), export.busy, &mut next.busy),
    ] {
        if let Some(now) = kit::switch(ui, &text, value) {
            *into = now;
            changed = true;
        }
    }
    kit::small(ui, &say!("calendar-export-hint"));
    if changed {
        view.send(Command::Ask(Modal::ExportCalendar(Box::new(next))));
    }
    ui.add_space(2.0 * GAP);
    ui.horizontal(|ui| {
        ui.add_enabled_ui(!export.path.trim().is_empty(), |ui| {
            if kit::primary_button(ui, &say!("calendar-export-do")).clicked() {
                view.send(CalendarCommand::Export(Box::new(export.clone())));
            }
        });
        if ui.button(say!("people-paste-cancel")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}

/// Everyone, then each group, then each person.
fn whose(view: &View<'_>) -> Vec<(Whose, String)> {
    let visit = view.visit();
    let groups = visit.groups.iter().map(|group| {
        let label = visit.label(&RecordRef::Group(group.id.clone()));
        (Whose::Group(group.id.clone()), label)
    });
    let people = visit
        .people
        .iter()
        .map(|person| (Whose::Person(person.id.clone()), visit.person_label(&person.id)));
    let everyone = (Whose::Everyone, say!("calendar-export-everyone"));
    std::iter::once(everyone).chain(groups).chain(people).collect()
}
