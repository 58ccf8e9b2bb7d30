//! Who sits where in the arrangements of a visit, and why.

use serde_json::{Value, json};

use super::args::{FormatArg, SeatsArgs};
use super::{Failure, Outcome, Terminal, find};
use crate::model::{Arrangement, Choice as _, Visit};
use crate::protocol::english_name;
use crate::protocol::honour::{Row, Seat, Seating, Who};
use crate::store;
use crate::words::{choice, interface_lang, say};

pub(super) fn seats(args: &SeatsArgs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let visit = store::open(&args.visit)?.visit;
    if let Some(id) = &args.item {
        find::item(&visit, id)?;
    }
    let wanted = |arrangement: &&std::sync::Arc<Arrangement>| {
        let of = arrangement.item.as_ref().map(|item| item.as_str());
        args.item.is_none() || of == args.item.as_deref()
    };
    let all = visit.arrangements.iter().filter(wanted);
    let all: Vec<(&Arrangement, Seating)> =
        all.map(|arrangement| (&**arrangement, Seating::of(&visit, arrangement))).collect();
    match args.format {
        FormatArg::Text => text(&visit, &all, terminal)?,
        FormatArg::Json => {
            let all: Vec<Value> = all.iter().map(|(plan, it)| as_json(&visit, plan, it)).collect();
            writeln!(terminal.out, "{:#}", Value::Array(all))?;
        }
    }
    Ok(Outcome::Done)
}

fn text(
    visit: &Visit,
    all: &[(&Arrangement, Seating)],
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    if all.is_empty() {
        writeln!(terminal.err, "{}", say!("cli-seats-none"))?;
    }
    for (arrangement, seating) in all {
        let title = visit.label(&arrangement.id.clone().into());
        let (kind, rule) = (choice(arrangement.kind), choice(seating.convention));
        let heading = say!("cli-seats-heading", title = title, kind = kind, rule = rule);
        writeln!(terminal.out, "{heading}")?;
        for row in &seating.rows {
            writeln!(terminal.out, "  {}", row.name(&interface_lang()))?;
            for seat in &row.seats {
                let (name, why) = shown(visit, seating, seat);
                let name = name.unwrap_or_else(|| say!("cli-seats-empty"));
                let why = why.map(|why| format!(" — {why}")).unwrap_or_default();
                writeln!(terminal.out, "    {:<18} {name}{why}", seat.slot)?;
            }
        }
        if !seating.unseated.is_empty() {
            let people = seating.unseated.iter().map(|id| visit.person_label(id));
            let people = people.collect::<Vec<_>>().join(", ");
            writeln!(terminal.out, "  {}", say!("cli-seats-unseated", people = people))?;
        }
    }
    Ok(())
}

/// Who is on a seat, and why.
fn shown(visit: &Visit, seating: &Seating, seat: &Seat) -> (Option<String>, Option<String>) {
    match &seat.who {
        None => (None, None),
        Some(Who::Person { id, why }) => {
            (Some(visit.person_label(id)), Some(seating.sentence(id, *why)))
        }
        Some(Who::Flag(country)) => (Some(english_name(country).to_owned()), None),
    }
}

fn as_json(visit: &Visit, arrangement: &Arrangement, seating: &Seating) -> Value {
    let seat = |seat: &Seat| {
        let (name, why) = shown(visit, seating, seat);
        let id = match &seat.who {
            Some(Who::Person { id, .. }) => Some(id.as_str()),
            Some(Who::Flag(country)) => Some(country.as_str()),
            None => None,
        };
        json!({ "slot": seat.slot, "id": id, "name": name, "why": why })
    };
    let row = |row: &Row| json!({ "row": row.name(&interface_lang()), "seats": row.seats.iter().map(seat).collect::<Vec<_>>() });
    json!({
        "arrangement": arrangement.id.as_str(),
        "item": arrangement.item.as_ref().map(|item| item.as_str()),
        "kind": arrangement.kind.variant(),
        "convention": seating.convention.variant(),
        "rows": seating.rows.iter().map(row).collect::<Vec<_>>(),
        "unseated": seating.unseated.iter().map(|id| id.as_str()).collect::<Vec<_>>(),
    })
}
