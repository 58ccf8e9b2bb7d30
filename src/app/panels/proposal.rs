//! What is proposed, in sentences, before it is done: what changes, what gaps swallow, what breaks.

use egui::{Key, Label, Modifiers, RichText, ScrollArea, Ui};

use crate::app::command::{Command, Modal};
use crate::app::kit;
use crate::app::proposals::{Delay, ProposalCommand};
use crate::app::theme::{self, GAP};
use crate::app::view::View;
use crate::check::Severity;
use crate::diff::Change;
use crate::edit::reschedule::Proposal;
use crate::words::say;

/// The proposal above the status bar. Escape drops it, Ctrl+Enter takes it.
pub(super) fn proposal_ui(ui: &mut Ui, view: &View<'_>, proposal: &Proposal, modal: bool) {
    let visit = view.visit();
    ui.horizontal(|ui| {
        kit::heading(ui, &say!("proposal-heading"));
        let label = RichText::new(proposal.label()).color(theme::palette(ui).soft);
        ui.add(Label::new(label).truncate());
    });
    ScrollArea::vertical().max_height(180.0).auto_shrink([false, true]).show(ui, |ui| {
        for broken in &proposal.breaks {
            let colour = theme::palette(ui).severity(Severity::Error);
            let shape = kit::severity_shape(Severity::Error);
            let text = format!("{shape} {}", broken.sentence(visit));
            ui.add(Label::new(RichText::new(text).color(colour)).wrap());
        }
        for change in proposal.changes.iter().map(Change::sentence) {
            ui.add(Label::new(change).wrap());
        }
        for gap in &proposal.absorbed {
            let soft = theme::palette(ui).soft;
            ui.add(Label::new(RichText::new(gap.sentence(visit)).color(soft)).wrap());
        }
    });
    ui.add_space(GAP);
    let pressed =
        |ui: &Ui, modifiers, key| !modal && ui.input_mut(|input| input.consume_key(modifiers, key));
    ui.horizontal(|ui| {
        let take = kit::primary_button(ui, &say!("proposal-take"));
        announce(ui, &take, proposal);
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
    let ways = [(true, say!("delay-absorbs")), (false, say!("delay-shifts"))];
    if let Some(absorbs) = kit::segments(ui, delay.absorbs, &ways) {
        again(Delay { absorbs, ..delay.clone() });
    }
    let hint = if delay.absorbs { say!("delay-absorbs-hint") } else { say!("delay-shifts-hint") };
    ui.add(Label::new(RichText::new(hint).color(theme::palette(ui).soft)).wrap());
    ui.add_space(GAP);
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
                || ask.is_some() && ui.input(|input| input.key_pressed(Key::Enter));
            if let Some(ask) = ask.filter(|_| look) {
                view.send(ProposalCommand::Ask(ask));
            }
        });
        if ui.button(say!("proposal-drop")).clicked() {
            view.send(Command::CloseModal);
        }
    });
}
