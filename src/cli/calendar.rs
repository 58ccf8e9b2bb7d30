//! Calendars in and out: the same preview and the same calendar as in the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{ConfidentialArg, ExportIcsArgs, ImportIcsArgs};
use super::files::save;
use super::print::language;
use super::{Failure, Machine, Outcome, Terminal};
use crate::edit::apply;
use crate::exchange::ics::{self, Options, Preview, Row, State};
use crate::model::{GroupId, PersonId, Visit};
use crate::projection::{Audience, Projection, Whose};
use crate::store;
use crate::words::say;

/// Takes the entries of a calendar into a visit, and says of each what was done.
pub(super) fn import(
    args: &ImportIcsArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let visit = &opened.visit;
    let bytes = std::fs::read(&args.file)
        .map_err(|cause| Failure::Read { path: args.file.clone(), cause })?;
    let calendar = ics::read(&bytes, args.encoding.as_deref())?;
    if let (encoding, true) = calendar.encoding {
        writeln!(terminal.err, "{}", say!("cli-ics-encoding", encoding = encoding))?;
    }
    let preview = Preview::new(visit, &calendar, args.zone.as_ref());
    tell(&preview, args.outside, terminal)?;
    if args.dry_run {
        writeln!(terminal.err, "{}", say!("cli-people-dry"))?;
        return Ok(Outcome::Done);
    }
    let taken = if args.outside { (0..preview.rows.len()).collect() } else { preview.usual() };
    if let Some(edit) = preview.edit(&taken) {
        let changed = Arc::new(apply(visit, edit)?);
        save(&args.visit, &opened, changed, machine, terminal)?;
    }
    Ok(Outcome::Done)
}

/// Writes the programme as a calendar, and remembers in the visit what was sent.
pub(super) fn export(
    args: &ExportIcsArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let audience = args.reader.audience.map_or(Audience::Guest, Audience::from);
    let whose = whose(args, &opened.visit)?;
    let lang = language(&args.reader, &opened.visit);
    let busy = args.confidential == ConfidentialArg::Busy;
    let options = Options { attendees: args.attendees, busy };
    let edit = ics::sending(&opened.visit, &whose, audience, busy);
    let visit = match &edit {
        Some(edit) => Arc::new(apply(&opened.visit, edit.clone())?),
        None => opened.visit.clone(),
    };
    let seen = Projection::of(&visit, &whose, audience, &lang);
    let text = ics::calendar(&seen, options);
    // What leaves is remembered first: a calendar that nobody remembers could not be updated.
    if edit.is_some() {
        save(&args.visit, &opened, visit, machine, terminal)?;
    }
    let path = args.output.clone().unwrap_or_else(|| {
        let stem = args.visit.file_stem().unwrap_or_default().to_string_lossy();
        PathBuf::from(format!("{stem}.ics"))
    });
    if path == Path::new("-") {
        terminal.out.write_all(text.as_bytes())?;
        return Ok(Outcome::Done);
    }
    store::write_text(&path, text.as_bytes())
        .map_err(|cause| Failure::Write { path: path.clone(), cause })?;
    writeln!(terminal.out, "{}", path.display())?;
    Ok(Outcome::Done)
}

fn whose(args: &ExportIcsArgs, visit: &Visit) -> Result<Whose, Failure> {
    if let Some(id) = &args.group {
        let found = GroupId::new(id).filter(|id| visit.group(id).is_some());
        let known = || {
            let known = visit.groups.iter().map(|group| group.id.as_str());
            known.collect::<Vec<_>>().join(", ")
        };
        let none = || Failure::Use(say!("cli-ics-no-group", id = id.as_str(), known = known()));
        return Ok(Whose::Group(found.ok_or_else(none)?));
    }
    if let Some(id) = &args.person {
        let found = PersonId::new(id).filter(|id| visit.person(id).is_some());
        let none = || Failure::Use(say!("cli-ics-no-person", id = id.as_str()));
        return Ok(Whose::Person(found.ok_or_else(none)?));
    }
    Ok(Whose::Everyone)
}

fn tell(preview: &Preview, outside: bool, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    for row in &preview.rows {
        tell_row(row, outside, terminal)?;
    }
    for rejected in &preview.rejected {
        writeln!(terminal.err, "{}", rejected.sentence())?;
    }
    let text = say!(
        "cli-ics-done",
        new = preview.count(|state| *state == State::New),
        changed = preview.count(|state| matches!(state, State::Changed(_))),
        same = preview.count(|state| *state == State::Same),
        waiting = preview.count(|state| matches!(state, State::NeedsZone(_))),
        outside = preview.count(|state| *state == State::Outside),
        rejected = preview.rejected.len()
    );
    writeln!(terminal.out, "{text}")?;
    Ok(())
}

fn tell_row(row: &Row, outside: bool, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let (line, title) = (row.line, row.item.title.any());
    let when = row.when();
    match &row.state {
        State::New => {
            let text = say!("cli-ics-new", line = line, when = when, title = title);
            writeln!(terminal.out, "{text}")?;
        }
        State::Outside if outside => {
            let text = say!("cli-ics-new", line = line, when = when, title = title);
            writeln!(terminal.out, "{text}")?;
        }
        State::Outside => {
            let text = say!("cli-ics-outside", line = line, when = when, title = title);
            writeln!(terminal.out, "{text}")?;
        }
        State::Changed(_) => {
            for change in row.changes() {
                let change = change.sentence();
                writeln!(
                    terminal.out,
                    "{}",
                    say!("cli-ics-changed", line = line, change = change)
                )?;
            }
        }
        State::Same => {}
        State::NeedsZone(zone) => {
            let zone = zone.as_str();
            let text = say!("cli-ics-needs-zone", line = line, title = title, zone = zone);
            writeln!(terminal.err, "{text}")?;
        }
    }
    if row.can_be_taken() {
        for note in &row.notes {
            let note = note.sentence();
            let text = say!("cli-ics-note", line = line, title = title, note = note);
            writeln!(terminal.err, "{text}")?;
        }
    }
    Ok(())
}
