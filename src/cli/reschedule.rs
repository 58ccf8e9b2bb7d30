//! Shifting and running late: what follows is told, and written where that is asked for.

use super::args::RescheduleArgs;
use super::files::save;
use super::{Failure, Machine, Outcome, Terminal};
use crate::edit::reschedule::{Ask, plan};
use crate::model::ItemId;
use crate::store;
use crate::words::say;

/// Tells what an ask would do to a visit; writes it with `--write`.
pub(super) fn reschedule(
    args: &RescheduleArgs,
    ask: impl FnOnce(ItemId) -> Ask,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let visit = &opened.visit;
    let found = visit.items.iter().find(|item| item.id.as_str() == args.item);
    let none = || Failure::Use(say!("cli-no-item", id = args.item.as_str()));
    let item = found.ok_or_else(none)?.id.clone();
    let proposal = plan(visit, &ask(item))?;
    let changes = proposal.changes.iter().map(crate::diff::Change::sentence);
    let absorbed = proposal.absorbed.iter().map(|gap| gap.sentence(visit));
    let breaks = proposal.breaks.iter().map(|broken| broken.sentence(visit));
    for sentence in changes.chain(absorbed).chain(breaks) {
        writeln!(terminal.out, "{sentence}")?;
    }
    if args.write {
        save(&args.visit, &opened, proposal.after, machine, terminal)?;
    } else {
        writeln!(terminal.err, "{}", say!("cli-people-dry"))?;
    }
    Ok(Outcome::Done)
}
