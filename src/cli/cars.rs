//! Who rides where on one leg, filled by rank.

use std::sync::Arc;

use super::args::RescheduleArgs;
use super::files::save;
use super::{Failure, Machine, Outcome, Terminal, find};
use crate::edit::apply;
use crate::protocol::cars;
use crate::store;
use crate::words::{choice, say};

/// Tells who rides in which vehicle by rank; writes it with `--write`.
pub(super) fn cars(
    args: &RescheduleArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let visit = &opened.visit;
    let item = find::item(visit, &args.item)?;
    let none = || Failure::Use(say!("cli-no-vehicles", id = args.item.as_str()));
    let edit = cars::fill(visit, &item).ok_or_else(none)?;
    let next = Arc::new(apply(visit, edit)?);
    let filled = next.item(&item).and_then(|item| item.journey.as_ref());
    for ride in filled.iter().flat_map(|journey| &journey.rides) {
        let vehicle = ride.vehicle.clone().map(|id| next.label(&id.into())).unwrap_or_default();
        writeln!(terminal.out, "{vehicle}")?;
        for rider in &ride.riders {
            let Some(person) = &rider.person else { continue };
            let (name, seat) = (next.person_label(person), choice(rider.seat));
            writeln!(terminal.out, "  {name} — {seat}")?;
        }
    }
    if args.write {
        save(&args.visit, &opened, next, machine, terminal)?;
    } else {
        writeln!(terminal.err, "{}", say!("cli-people-dry"))?;
    }
    Ok(Outcome::Done)
}
