//! The tabs of a visit, one folder each, and the inspector of what is selected.

pub mod arrangements;
pub mod briefing;
pub mod logistics;
pub mod outcome;
pub mod overview;
pub mod papers;
pub mod people;
pub mod programme;

mod records;

use egui::Ui;
use serde::{Deserialize, Serialize};

use super::kit;
use super::view::View;
use crate::model::RecordRef;
use crate::words::say;

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Tab {
    Overview,
    #[default]
    Programme,
    People,
    Arrangements,
    Briefing,
    Logistics,
    Papers,
    Outcome,
}

impl Tab {
    pub const ALL: [Self; 8] = [
        Self::Overview,
        Self::Programme,
        Self::People,
        Self::Arrangements,
        Self::Briefing,
        Self::Logistics,
        Self::Papers,
        Self::Outcome,
    ];

    pub fn text(self) -> String {
        match self {
            Self::Overview => say!("action-overview"),
            Self::Programme => say!("action-programme"),
            Self::People => say!("action-people"),
            Self::Arrangements => say!("action-arrangements"),
            Self::Briefing => say!("action-briefing"),
            Self::Logistics => say!("action-logistics"),
            Self::Papers => say!("action-papers"),
            Self::Outcome => say!("action-outcome"),
        }
    }
}

/// The tab that shows a record.
pub fn tab_of(what: &RecordRef) -> Tab {
    match what {
        RecordRef::Item(_) => Tab::Programme,
        RecordRef::Person(_) => Tab::People,
        RecordRef::Note(_) | RecordRef::Task(_) => Tab::Briefing,
        RecordRef::Delegation(_) | RecordRef::Group(_) | RecordRef::Place(_) => Tab::Overview,
        RecordRef::Arrangement(_) => Tab::Arrangements,
        RecordRef::Vehicle(_) | RecordRef::Room(_) | RecordRef::Gift(_) => Tab::Logistics,
        RecordRef::Agreement(_) | RecordRef::FollowUp(_) => Tab::Outcome,
    }
}

/// The content of a tab.
pub fn tab_ui(ui: &mut Ui, tab: Tab, view: &View<'_>) {
    match tab {
        Tab::Overview => overview::overview_ui(ui, view),
        Tab::Programme => programme::programme_ui(ui, view),
        Tab::People => people::people_ui(ui, view),
        Tab::Arrangements => arrangements::arrangements_ui(ui, view),
        Tab::Briefing => briefing::briefing_ui(ui, view),
        Tab::Logistics => logistics::logistics_ui(ui, view),
        Tab::Papers => papers::papers_ui(ui, view),
        Tab::Outcome => outcome::outcome_ui(ui, view),
    }
}

/// The inspector of what is selected.
pub fn inspector_ui(ui: &mut Ui, view: &View<'_>) {
    let Some(what) = view.selection else {
        kit::empty_state(ui, &say!("inspector-empty"), None);
        return;
    };
    let visit = view.visit();
    ui.push_id(what, |ui| match what {
        RecordRef::Item(id) => visit.item(id).map(|item| programme::inspector_ui(ui, view, item)),
        RecordRef::Person(id) => {
            visit.person(id).map(|person| people::inspector_ui(ui, view, person))
        }
        RecordRef::Note(_) | RecordRef::Task(_) => {
            briefing::inspector_ui(ui, view, what);
            Some(())
        }
        RecordRef::Delegation(_) | RecordRef::Group(_) | RecordRef::Place(_) => {
            overview::inspector_ui(ui, view, what);
            Some(())
        }
        RecordRef::Arrangement(_) => {
            arrangements::inspector_ui(ui, view, what);
            Some(())
        }
        RecordRef::Vehicle(_) | RecordRef::Room(_) | RecordRef::Gift(_) => {
            logistics::inspector_ui(ui, view, what);
            Some(())
        }
        RecordRef::Agreement(_) | RecordRef::FollowUp(_) => {
            outcome::inspector_ui(ui, view, what);
            Some(())
        }
    });
}
