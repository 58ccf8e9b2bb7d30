//! What is proposed, in sentences, before it is done: what changes, what gaps swallow, what breaks.

use egui::{Key, Label, Modifiers, RichText, ScrollArea, Ui};

use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::proposals::{Delay, DelayWay, ProposalCommand, Proposed};
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::check::Severity;
use crate::edit::reschedule::{Proposal, Told};
use crate::words::say;

/// The proposal above the status bar. Escape drops it, Ctrl+Enter takes it.
pub(super) fn proposal_ui(ui: &mut Ui, view: &View<'_>, proposed: &Proposed, modal: bool) {
    let palette = theme::palette(ui);
    ui.horizontal(|ui| {
        kit::heading(ui, &say!("proposal-heading"));
        let label = RichText::new(proposed.proposal.label()).color(palette.soft);
        ui.add(Label::new(label).truncate());
    });
    let area = ScrollArea::vertical().max_height(180.0).min_scrolled_height(180.0);
    area.auto_shrink([false, true]).show(ui, |ui| {
        for told in &proposed.told {
            let text = match told {
                Told::Breaks(sentence) => {
                    let shape = kit::severity_shape(Severity::Error);
                    let colour = palette.severity(Severity::Error);
                    RichText::new(format!("{shape} {sentence}")).color(colour)
                }
                Told::Changes(sentence) => RichText::new(sentence),
                Told::Absorbs(sentence) | Told::Cuts(sentence) => {
                    RichText::new(sentence).color(palette.soft)
                }
            };
            ui.add(Label::new(text).wrap());
        }
    });
    ui.add_space(GAP);
    let pressed =
        |ui: &Ui, modifiers, key| !modal && ui.input_mut(|input| input.consume_key(modifiers, key));
    ui.horizontal(|ui| {
        let take = kit::primary_button(ui, &say!("proposal-take"));
        announce(ui, &take, &proposed.proposal);
        if take.clicked() || pressed(ui, Modifiers::COMMAND, Key::Enter) {
            view.send(ProposalCommand::Take);
        }
        let drop = ui.button(say!("proposal-drop"));
        if drop.clicked() || pressed(ui, Modifiers::NONE, Key::Escape) {
            view.send(ProposalCommand::Drop);
        }
    });
    ui.add_space(GAP);
}

/// A screen reader says at once what stands above the button.
fn announce(ui: &Ui, button: &egui::Response, proposal: &Proposal) {
    let breaks = proposal.breaks.len();
    let text = say!("proposal-said", changes = proposal.changes.len(), breaks = breaks);
    ui.ctx().accesskit_node_builder(button.id, |node| {
        node.set_live(egui::accesskit::Live::Polite);
        node.set_description(text);
    });
}

/// By how much an item is moved or late.
pub(super) fn delay_ui(ui: &mut Ui, view: &View<'_>, delay: &Delay) {
    const USUAL: [i32; 5] = [5, 10, 15, 30, 60];
    let title = view.visit().label(&delay.item.clone().into());
    kit::heading(ui, &title);
    let again = |delay: Delay| view.send(Command::Ask(Modal::Delay(delay)));
    let ways = [
        (DelayWay::Late, say!("delay-absorbs")),
        (DelayWay::Shift, say!("delay-shifts")),
        (DelayWay::Pack, say!("delay-packs")),
        (DelayWay::Lasting, say!("delay-lasts")),
    ];
    if let Some(way) = kit::segments(ui, delay.way, &ways) {
        again(Delay { way, ..delay.clone() });
    }
    let hint = match delay.way {
        DelayWay::Late => say!("delay-absorbs-hint"),
        DelayWay::Shift => say!("delay-shifts-hint"),
        DelayWay::Pack => say!("delay-packs-hint"),
        DelayWay::Lasting => say!("delay-lasts-hint"),
    };
    ui.add(Label::new(RichText::new(hint).color(theme::palette(ui).soft)).wrap());
    ui.add_space(GAP);
    kit::focus_when_new(ui, "delay");
    if let Some(mins) = kit::text_field(ui, &say!("delay-mins"), &delay.mins) {
        again(Delay { mins, ..delay.clone() });
    }
    ui.horizontal(|ui| {
        for mins in USUAL {
            if ui.button(say!("delay-usual", mins = mins)).clicked() {
                again(Delay { mins: mins.to_string(), ..delay.clone() });
            }
        }
    });
    ui.add_space(2.0 * GAP);
    ui.horizontal(|ui| {
        let ask = delay.ask();
        ui.add_enabled_ui(ask.is_some(), |ui| {
            let look = kit::primary_button(ui, &say!("delay-look")).clicked()
                || ask.is_some() && kit::field_ended(ui);
            if let Some(ask) = ask.filter(|_| look) {
                view.send(ProposalCommand::Ask(ask));
            }
        });
        if ui.button(say!("proposal-drop")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}
