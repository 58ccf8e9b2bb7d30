//! The days as lists: reorder by dragging or with Alt and the arrows; the arrows alone select,
//! Enter goes to the inspector, Delete takes away.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::NaiveDate;
use egui::mutex::Mutex;
use egui::{Id, Key, Response, RichText, ScrollArea, Shape, Stroke, Ui};

use super::order::dropped_on;
use crate::app::command::Action;
use crate::app::kit::{self, Row, RowLook, dashes, hatching};
use crate::app::proposals::ProposalCommand;
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::check::{Finding, Severity};
use crate::edit::reschedule::Ask;
use crate::model::{Item, ItemId, ItemStatus, Lang, RecordRef, Visit};
use crate::words::{interface_lang, say};

pub(super) fn list_ui(ui: &mut Ui, view: &View<'_>) {
    ScrollArea::vertical().auto_shrink(false).show(ui, |ui| {
        let mut rows = Vec::new();
        for (day, items) in made(ui, view).days.iter() {
            day_ui(ui, view, *day, items, &mut rows);
        }
        keys(ui, view, &rows);
        ui.add_space(6.0 * GAP);
    });
}

/// The days of the list with their items in the order of reading; the last has no date.
type Days = Vec<(Option<NaiveDate>, Vec<Arc<Item>>)>;

/// The days as they were put together last, and of what.
#[derive(Clone)]
struct Made {
    visit: Arc<Visit>,
    lang: Lang,
    days: Arc<Days>,
    /// What stands under the titles of the rows drawn so far: counting heads takes time.
    details: Arc<Mutex<BTreeMap<ItemId, String>>>,
}

/// What stands under the title of an item, put together once for each state of the visit.
pub(super) fn details_of(ui: &Ui, view: &View<'_>, item: &Item) -> String {
    let made = made(ui, view);
    let mut known = made.details.lock();
    let entry = known.entry(item.id.clone());
    entry.or_insert_with(|| details(view.visit(), item)).clone()
}

/// The days, put together anew only when the visit or the language is another.
fn made(ui: &Ui, view: &View<'_>) -> Made {
    let id = Id::unique("programme-days");
    let (visit, lang) = (view.session.visit(), interface_lang());
    let made: Option<Made> = ui.data(|data| data.get_temp(id));
    if let Some(made) = made.filter(|made| Arc::ptr_eq(&made.visit, visit) && made.lang == lang) {
        return made;
    }
    let of_day = |day| (day, visit.items_on(day).into_iter().cloned().collect());
    let days: Days = visit.days().into_iter().map(Some).chain([None]).map(of_day).collect();
    let days = Arc::new(days);
    let made = Made { visit: visit.clone(), lang, days, details: Arc::default() };
    ui.data_mut(|data| data.insert_temp(id, made.clone()));
    made
}

fn day_ui(
    ui: &mut Ui,
    view: &View<'_>,
    day: Option<NaiveDate>,
    items: &[Arc<Item>],
    rows: &mut Vec<Row<ItemId>>,
) {
    /// A row with a title and one line of details.
    const USUAL: f32 = 48.0;
    if day.is_none() && items.is_empty() {
        return;
    }
    let name = day.map_or_else(|| say!("kit-unscheduled"), kit::day_name);
    let dropped = ui.scope(|ui| {
        heading_ui(ui, view, day, &name);
        if items.is_empty() {
            kit::small(ui, &say!("programme-day-empty"));
        }
        for item in items {
            let id = Id::unique(("programme-row", &item.id));
            let drawn = kit::in_sight(ui, id, USUAL, |ui| item_ui(ui, view, item));
            rows.push(match drawn {
                Ok(response) => (item.id.clone(), Some(response.id), response.rect),
                Err(place) => (item.id.clone(), None, place),
            });
        }
    });
    if let Some(moved) = dropped.response.dnd_release_payload::<ItemId>() {
        view.seal_after(dropped_on(view.visit(), &moved, None, day));
    }
}

/// The name of a day, and the switch of its rain plan where it has one.
fn heading_ui(ui: &mut Ui, view: &View<'_>, day: Option<NaiveDate>, name: &str) {
    let plan = day.and_then(|day| Some((day, view.visit().rain_plan(day)?)));
    ui.horizontal(|ui| {
        kit::heading(ui, name);
        let Some((day, is_on)) = plan else { return };
        let text = if is_on { say!("programme-rain-off") } else { say!("programme-rain-on") };
        let button = ui.small_button(&text);
        let label = format!("{text}, {name}");
        button.widget_info(|| egui::WidgetInfo::labeled(egui::Role::Button, true, label.as_str()));
        if button.clicked() {
            view.send(ProposalCommand::Ask(Ask::Rain { day, on: !is_on }));
        }
    });
}

/// When the item would be, where what is proposed moves it.
fn proposed_time(view: &View<'_>, item: &Item) -> Option<String> {
    let after = view.proposed?.proposal.after.item(&item.id)?;
    (after.when != item.when).then(|| format!("→ {}", kit::time_text(after.when)))
}

fn item_ui(ui: &mut Ui, view: &View<'_>, item: &Arc<Item>) -> Response {
    let palette = theme::palette(ui);
    let hatch = ui.painter().add(Shape::Noop);
    let what: RecordRef = item.id.clone().into();
    let look = if view.is_selected(&what) { RowLook::Selected } else { RowLook::Plain };
    let lang = view.lang();
    let title = item.title.in_lang(&lang);
    let time = kit::time_text(item.when);
    let proposed = proposed_time(view, item);
    let name = format!("{time} {title} {}", proposed.as_deref().unwrap_or_default());
    let response = ui
        .push_id(&item.id, |ui| {
            kit::row(ui, look, name.trim(), |ui| {
                ui.horizontal_top(|ui| {
                    // A wide space gives the line the height of the hanzi and hangul beside it,
                    // so that time and title stand on one line.
                    let time = if time.is_empty() { "……" } else { time.as_str() };
                    let time = format!("{time}\u{3000}");
                    let soft = item.kind.is_movement() || !item.when.is_firm();
                    let colour = if soft { palette.soft } else { palette.ink };
                    ui.allocate_ui_with_layout(
                        egui::vec2(96.0, 20.0),
                        egui::Layout::left_to_right(egui::Align::Min),
                        |ui| {
                            ui.set_min_width(96.0);
                            ui.label(RichText::new(time).color(colour));
                        },
                    );
                    ui.vertical(|ui| {
                        ui.spacing_mut().item_spacing.y = 0.0;
                        title_ui(ui, view, item, title);
                        if let Some(proposed) = &proposed {
                            let text = RichText::new(proposed).color(palette.accent);
                            ui.label(text.font(theme::semibold(theme::TEXT)));
                        }
                        let details = details_of(ui, view, item);
                        if !details.is_empty() {
                            kit::small(ui, &details);
                        }
                        marks_ui(ui, view, &what);
                    });
                });
            })
        })
        .inner;
    let rect = response.rect;
    let painter = ui.painter_at(rect);
    if item.kind.is_movement() {
        painter.set(hatch, hatching(rect, palette.line.gamma_multiply(0.5)));
    }
    if item.status == ItemStatus::Tentative {
        dashes(&painter, rect.shrink(0.5), palette.faint);
    } else {
        let colour = if item.kind.is_movement() { palette.faint } else { palette.accent };
        painter.vline(rect.left() + 1.5, rect.y_range().shrink(3.0), Stroke::new(3.0, colour));
    }
    ui.add_space(1.0);
    if response.clicked() {
        response.request_focus();
    }
    if response.clicked() || response.gained_focus() && !view.is_selected(&what) {
        view.select(what);
    }
    if response.dnd_hover_payload::<ItemId>().is_some() {
        ui.painter().hline(rect.x_range(), rect.top(), Stroke::new(2.0, palette.accent));
    }
    response.dnd_set_drag_payload(item.id.clone());
    if let Some(moved) = response.dnd_release_payload::<ItemId>() {
        view.seal_after(dropped_on(view.visit(), &moved, Some(&item.id), item.when.day()));
    }
    response
}

/// Arrows, Enter and Delete belong to the list while one of its rows has the focus, or nothing.
fn keys(ui: &Ui, view: &View<'_>, rows: &[Row<ItemId>]) {
    let is_selected = |item: &ItemId| view.is_selected(&RecordRef::Item(item.clone()));
    let Some(at) = kit::row_at(ui, rows, is_selected) else { return };
    if let Some(item) = kit::walked(ui, rows, at) {
        view.select(RecordRef::Item(item.clone()));
    } else if ui.input_mut(|input| input.consume_key(egui::Modifiers::NONE, Key::Delete)) {
        view.act(Action::RemoveSelected);
        let next = rows.get(at + 1).or(at.checked_sub(1).and_then(|at| rows.get(at)));
        if let Some((item, row, _)) = next {
            kit::focus_row(ui, *row);
            view.select(RecordRef::Item(item.clone()));
        }
    }
}

/// The title in a second language: the officer's own first, then those of the visit.
pub(super) fn other_title<'a>(view: &View<'_>, item: &'a Item) -> Option<&'a str> {
    let (own, lang) = (interface_lang(), view.lang());
    let others = std::iter::once(&own).chain(&view.visit().about.languages);
    let mut others = others.filter(|other| **other != lang);
    others.find_map(|other| item.title.translation(other))
}

fn title_ui(ui: &mut Ui, view: &View<'_>, item: &Item, title: &str) {
    ui.horizontal_wrapped(|ui| {
        let palette = theme::palette(ui);
        let mut text = RichText::new(title);
        if !item.kind.is_movement() {
            text = text.font(theme::semibold(theme::TEXT));
        }
        if item.is_cancelled() {
            text = text.strikethrough();
        }
        ui.label(text);
        if let Some(other) = other_title(view, item) {
            ui.label(RichText::new(other).color(palette.soft));
        }
        if item.status == ItemStatus::Tentative {
            kit::chip(ui, &crate::words::choice(item.status), false);
        }
    });
}

fn marks_ui(ui: &mut Ui, view: &View<'_>, what: &RecordRef) {
    // What is not known waits in the inspector and in the list of findings.
    let is_known = |finding: &&Finding| finding.severity != Severity::Unknown;
    let mut findings: Vec<_> = view.findings_on(what).filter(is_known).collect();
    findings.sort_by_key(|finding| finding.severity);
    if let Some(first) = findings.first() {
        let colour = theme::palette(ui).severity(first.severity);
        let shape = kit::severity_shape(first.severity);
        let more =
            if findings.len() > 1 { format!(" +{}", findings.len() - 1) } else { String::new() };
        let text = format!("{shape} {}{more}", first.message);
        ui.add(egui::Label::new(RichText::new(text).size(theme::SMALL).color(colour)).truncate());
    }
}

/// Where it is and how many take part.
fn details(visit: &Visit, item: &Item) -> String {
    let lang = visit.language();
    let place = item.venue().and_then(|id| visit.place(id));
    let count = visit.participants(item).len();
    let parts = [
        place.map(|place| place.name.in_lang(&lang).to_owned()).unwrap_or_default(),
        item.room.in_lang(&lang).to_owned(),
        if count > 0 { say!("kit-head-count", count = count) } else { String::new() },
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
}
