//! The fields of the visit itself.

use std::cell::RefCell;
use std::sync::Arc;

use egui::Ui;

use super::super::programme::parts::{languages_field, place_picker};
use crate::app::kit;
use crate::app::view::View;
use crate::edit::Edit;
use crate::model::{About, DelegationId, Lang, RecordKind, RecordRef, Zone};
use crate::words::{field, say};

/// How many zones a search shows.
const MOST_ZONES: usize = 8;

/// Sends the visit's details with one field changed, where there is a new value.
fn put<T>(view: &View<'_>, new: Option<T>, change: impl FnOnce(&mut About, T)) {
    if let Some(new) = new {
        let mut about = About::clone(&view.visit().about);
        change(&mut about, new);
        view.edit(Edit::About(Arc::new(about)));
    }
}

pub(super) fn about_ui(ui: &mut Ui, view: &View<'_>) {
    kit::heading(ui, &say!("overview-visit"));
    title_ui(ui, view);
    when_where_ui(ui, view);
    kit::heading(ui, &say!("overview-who"));
    who_ui(ui, view);
}

fn title_ui(ui: &mut Ui, view: &View<'_>) {
    let about = &view.visit().about;
    let langs = &about.languages;
    put(view, kit::text_in_languages(ui, &field("title"), &about.title, langs), |about, new| {
        about.title = new;
    });
    let new = kit::text_in_languages(ui, &field("subtitle"), &about.subtitle, langs);
    put(view, new, |about, new| about.subtitle = new);
    let new = kit::choice_field(ui, &field("category"), about.category);
    put(view, new, |about, new| about.category = new);
    let new = kit::choice_field(ui, &field("status"), about.status);
    put(view, new, |about, new| about.status = new);
    let new = kit::choice_field(ui, &field("approval"), about.approval);
    put(view, new, |about, new| about.approval = new);
}

fn when_where_ui(ui: &mut Ui, view: &View<'_>) {
    let visit = view.visit();
    let about = &visit.about;
    let langs = &about.languages;
    let new = kit::date_field(ui, &field("first_day"), about.first_day);
    put(view, new, |about, new| about.first_day = new);
    let new = kit::date_field(ui, &field("last_day"), about.last_day);
    put(view, new, |about, new| about.last_day = new);
    put(view, zone_ui(ui, &about.zone), |about, new| about.zone = new);
    let new = kit::text_in_languages(ui, &field("place"), &about.place, langs);
    put(view, new, |about, new| about.place = new);
    let new = kit::text_field(ui, &field("country"), &about.country);
    put(view, new, |about, new| about.country = new);
    let new = languages_field(ui, &field("languages"), &about.languages);
    put(view, new, |about, new| about.languages = new);
    let new = kit::parsed_field(ui, &field("language"), about.language.as_str(), "en", |text| {
        if text.is_empty() { Some(Lang::default()) } else { Lang::new(text) }
    });
    put(view, new, |about, new| about.language = new);
    let new = place_picker(ui, &field("meeting_point"), visit, about.meeting_point.as_ref());
    put(view, new, |about, new| about.meeting_point = new);
    let new = kit::minute_field(ui, &field("confidential_until"), about.confidential_until);
    put(view, new, |about, new| about.confidential_until = new);
}

fn who_ui(ui: &mut Ui, view: &View<'_>) {
    let visit = view.visit();
    let about = &visit.about;
    macro_rules! people {
        ($($name:ident),*) => { $(
            let label = field(stringify!($name));
            let new = kit::person_picker(ui, &label, visit, about.$name.as_ref());
            put(view, new, |about, new| about.$name = new);
        )* };
    }
    people!(principal, guest_of_honour, host, co_host, action_officer, contact);
    let host = about.host_delegation.clone().map(RecordRef::Delegation);
    let label = field("host_delegation");
    let new = kit::record_picker(ui, &label, visit, RecordKind::Delegation, host);
    put(view, new, |about, new| about.host_delegation = new.and_then(delegation));
}

fn delegation(record: RecordRef) -> Option<DelegationId> {
    match record {
        RecordRef::Delegation(id) => Some(id),
        _ => None,
    }
}

/// Why the visit takes place, and how it is received.
pub(super) fn objectives_ui(ui: &mut Ui, view: &View<'_>) {
    let about = &view.visit().about;
    kit::heading(ui, &say!("overview-purpose"));
    macro_rules! texts {
        ($($name:ident),*) => { $(
            let label = field(stringify!($name));
            let new = kit::text_in_languages(ui, &label, &about.$name, &[]);
            put(view, new, |about, new| about.$name = new);
        )* };
    }
    texts!(reason, basis, guest_objectives, host_objectives, reception_level, dress);
    texts!(classification);
    let new = kit::choice_field(ui, &field("convention"), about.convention);
    put(view, new, |about, new| about.convention = new);
    let new = kit::switch(ui, &field("local_head_first"), about.local_head_first);
    put(view, new, |about, new| about.local_head_first = new);
    let new = kit::text_field(ui, &field("source"), &about.source);
    put(view, new, |about, new| about.source = new);
    let new = kit::multiline(ui, &field("remarks"), &about.remarks, 3);
    put(view, new, |about, new| about.remarks = new);
}

/// The zone: typed, with the zones that hold what was typed to choose from below.
fn zone_ui(ui: &mut Ui, value: &Zone) -> Option<Zone> {
    let words = RefCell::new(String::new());
    let typed = kit::parsed_field(ui, &field("zone"), value.as_str(), "Asia/Shanghai", |text| {
        text.clone_into(&mut words.borrow_mut());
        if text.is_empty() { Some(Zone::default()) } else { Zone::new(text) }
    });
    let words = words.into_inner();
    let mut chosen = None;
    if !words.is_empty() && Zone::new(&words).is_none() {
        for name in zones_with(&words) {
            if ui.selectable_label(false, &name).clicked() {
                chosen = Zone::new(&name);
            }
        }
    }
    chosen.or(typed).filter(|new| new != value)
}

/// The first zones whose names hold what was typed, spaces for underscores.
fn zones_with(words: &str) -> Vec<String> {
    let words = words.to_lowercase().replace(' ', "_");
    let all = jiff::tz::db().available().map(|name| name.to_string());
    all.filter(|name| name.to_lowercase().contains(&words)).take(MOST_ZONES).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn zones_are_found_by_a_part_of_their_name() {
        assert_eq!(zones_with("shangh"), ["Asia/Shanghai"]);
        assert!(zones_with("new york").contains(&"America/New_York".to_owned()));
        assert!(zones_with("no such town").is_empty());
    }
}
