//! The order of precedence, each side and both together, and why it is so.

use super::args::OrderArgs;
use super::{Failure, Outcome, Terminal, find};
use crate::model::Side;
use crate::protocol::{Purpose, Ranked, order as precedence};
use crate::store;
use crate::words::say;

pub(super) fn order(args: &OrderArgs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let visit = store::open(&args.visit)?.visit;
    let purpose = match (&args.item, &args.arrangement) {
        (None, None) => Purpose::Visit,
        (Some(id), _) => Purpose::Item(find::item(&visit, id)?),
        (None, Some(id)) => Purpose::Arrangement(find::arrangement(&visit, id)?),
    };
    let all = precedence(&visit, &purpose);
    for (heading, side) in
        [(say!("cli-order-guests"), Side::Guest), (say!("cli-order-hosts"), Side::Host)]
    {
        writeln!(terminal.out, "{heading}")?;
        let of = all.iter().filter(|ranked| visit.side_of(&ranked.person) == Some(side));
        for (place, ranked) in (1_usize..).zip(of) {
            writeln!(terminal.out, "  {place}  {}", visit.person_label(&ranked.person))?;
        }
    }
    writeln!(terminal.out, "{}", say!("cli-order-all"))?;
    for (place, ranked) in (1_usize..).zip(&all) {
        let Ranked { person, why } = ranked;
        let name = visit.person_label(person);
        if args.explain {
            let why = why.sentence(&visit);
            let line = say!("cli-order-line", place = place, name = name, why = why);
            writeln!(terminal.out, "  {line}")?;
        } else {
            writeln!(terminal.out, "  {place}  {name}")?;
        }
    }
    Ok(Outcome::Done)
}
