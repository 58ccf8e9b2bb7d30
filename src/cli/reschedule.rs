//! Shifting, running late, substitution and attendance: what follows is told, and written where
//! that is asked for.

use std::path::Path;

use super::args::{AttendArgs, RainArgs, RescheduleArgs, ReseatArgs, SubstituteArgs};
use super::files::save;
use super::{Failure, Machine, Outcome, Terminal, find};
use crate::edit::reschedule::{Ask, Told, plan};
use crate::model::ItemId;
use crate::protocol::honour::moves;
use crate::store::{self, Opened};
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
    let item = find::item(visit, &args.item)?;
    tell(&args.visit, &opened, &ask(item), args.write, machine, terminal)
}

/// The rain plan of a day.
pub(super) fn rain(
    args: &RainArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let ask = Ask::Rain { day: args.day, on: !args.off };
    tell(&args.visit, &opened, &ask, args.write, machine, terminal)
}

/// Everyone in an arrangement by rank again, but for the locked.
pub(super) fn reseat(
    args: &ReseatArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let ask = Ask::Reseat { arrangement: find::arrangement(&opened.visit, &args.arrangement)? };
    tell(&args.visit, &opened, &ask, args.write, machine, terminal)
}

/// One takes the part of another.
pub(super) fn substitute(
    args: &SubstituteArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let who = find::person(&opened.visit, &args.who)?;
    let by = find::person(&opened.visit, &args.by)?;
    tell(&args.visit, &opened, &Ask::Replace { who, by }, args.write, machine, terminal)
}

/// Whether somebody comes.
pub(super) fn attend(
    args: &AttendArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let people = vec![find::person(&opened.visit, &args.person)?];
    let ask = Ask::Attend { people, rsvp: args.state.into() };
    tell(&args.visit, &opened, &ask, args.write, machine, terminal)
}

/// What breaks, every change from the one diff, then what gaps absorb.
pub(super) fn tell(
    path: &Path,
    opened: &Opened,
    ask: &Ask,
    write: bool,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let visit = &opened.visit;
    let proposal = plan(visit, ask)?;
    for told in proposal.sentences(visit) {
        let (Told::Breaks(sentence)
        | Told::Changes(sentence)
        | Told::Absorbs(sentence)
        | Told::Cuts(sentence)) = told;
        writeln!(terminal.out, "{sentence}")?;
    }
    for moved in moves(visit, &proposal.after) {
        writeln!(terminal.out, "{}", moved.sentence(&proposal.after))?;
    }
    if write {
        save(path, opened, proposal.after, machine, terminal)?;
    } else {
        writeln!(terminal.err, "{}", say!("cli-people-dry"))?;
    }
    Ok(Outcome::Done)
}
