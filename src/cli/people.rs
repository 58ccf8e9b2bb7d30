//! People in and out: the same preview, choices and lists as in the window.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use super::args::{AlikeArg, ExportPeopleArgs, ImportPeopleArgs};
use super::files::save;
use super::print::store_folder;
use super::{Failure, Machine, Outcome, Terminal};
use crate::edit::apply;
use crate::exchange::people::{
    self, Choices, Column, Decision, Decisions, List, Preview, Row, Source, State, Taught,
};
use crate::model::likeness::Likeness;
use crate::model::{DelegationId, Visit};
use crate::projection::{Audience, Projection};
use crate::store;
use crate::words::{interface_lang, say};

/// Takes people into a visit, and says of each what was done.
pub(super) fn import(
    args: &ImportPeopleArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let more = teaching(&args.column)?;
    let opened = store::open(&args.visit)?;
    let visit = &opened.visit;
    let party = delegation(args, visit)?;
    let folder = store_folder(&args.visit);
    let taught = people::taught(folder).into_iter().chain(more.clone()).collect();
    let bytes = std::fs::read(&args.file)
        .map_err(|cause| Failure::Read { path: args.file.clone(), cause })?;
    let found = people::read(&bytes, args.encoding.as_deref(), &taught)?;
    if let Some((encoding, true)) = found.encoding {
        writeln!(terminal.err, "{}", say!("cli-people-encoding", encoding = encoding))?;
    }
    if let Source::List(list) = &found.source {
        left_out(list, terminal)?;
    }
    let candidates = found.source.candidates();
    let first = Preview::new(visit, &candidates, &Decisions::new(), party.as_ref());
    let decisions = decisions(&first, args.alike);
    let preview = Preview::new(visit, &candidates, &decisions, party.as_ref());
    let choices =
        Choices { new: !args.no_new, changed: !args.no_changes, absent: args.absent_decline };
    tell(&preview, choices, visit, terminal)?;
    if args.dry_run {
        writeln!(terminal.err, "{}", say!("cli-people-dry"))?;
        return Ok(Outcome::Done);
    }
    let write = |cause| Failure::Write { path: folder.to_owned(), cause };
    people::teach(folder, &more).map_err(write)?;
    let photos = people::keep_photos(&preview, choices, &args.visit).map_err(write)?;
    if let Some(edit) = preview.edit(visit, choices, party.as_ref(), &photos) {
        let changed = Arc::new(apply(visit, edit)?);
        save(&args.visit, &opened, changed, machine, terminal)?;
    }
    Ok(Outcome::Done)
}

/// Writes the people of a visit; the file is what is written.
pub(super) fn export(
    args: &ExportPeopleArgs,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let visit = store::open(&args.visit)?.visit;
    let seen = Projection::new(&visit, Audience::Staff, &interface_lang());
    let path = args.output.clone().unwrap_or_else(|| {
        let stem = args.visit.file_stem().unwrap_or_default().to_string_lossy();
        PathBuf::from(format!("{stem}-people.csv"))
    });
    let bytes = people::list(&seen, &path)?;
    if path == Path::new("-") {
        terminal.out.write_all(&bytes)?;
        return Ok(Outcome::Done);
    }
    store::write_text(&path, &bytes)
        .map_err(|cause| Failure::Write { path: path.clone(), cause })?;
    writeln!(terminal.out, "{}", path.display())?;
    Ok(Outcome::Done)
}

/// `Funktion=post`, `Shoe size=-`.
fn teaching(columns: &[String]) -> Result<Taught, Failure> {
    let pair = |text: &String| {
        let (heading, field) = text
            .rsplit_once('=')
            .ok_or_else(|| Failure::Use(say!("cli-people-column-form", text = text.as_str())))?;
        let column = (field != "-").then(|| {
            Column::parse(field).ok_or_else(|| {
                Failure::Use(say!("cli-people-column", column = heading, field = field))
            })
        });
        Ok((people::heading_key(heading), column.transpose()?))
    };
    columns.iter().map(pair).collect()
}

fn delegation(args: &ImportPeopleArgs, visit: &Visit) -> Result<Option<DelegationId>, Failure> {
    let Some(id) = &args.delegation else { return Ok(None) };
    let found = visit.delegations.iter().find(|party| party.id.as_str() == id);
    let party = found.ok_or_else(|| {
        let known = visit.delegations.iter().map(|party| party.id.as_str());
        let known = known.collect::<Vec<_>>().join(", ");
        Failure::Use(say!("cli-people-no-delegation", id = id.as_str(), known = known))
    })?;
    Ok(Some(party.id.clone()))
}

fn left_out(list: &List, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let pairs = list.headings.iter().zip(&list.columns);
    let unknown = pairs.filter(|(name, column)| column.is_none() && !name.is_empty());
    let unknown: Vec<&str> = unknown.map(|(name, _)| name.as_str()).collect();
    if !unknown.is_empty() {
        let columns = unknown.join(", ");
        writeln!(terminal.err, "{}", say!("cli-people-left-out", columns = columns))?;
    }
    Ok(())
}

/// What the officer's word on the command line decides about rows that are like somebody known.
fn decisions(preview: &Preview, alike: AlikeArg) -> Decisions {
    let waiting = preview.rows.iter().filter(|row| row.state == State::Undecided);
    let decide = |row: &Row| match alike {
        AlikeArg::Skip => None,
        AlikeArg::New => Some(Decision::New),
        AlikeArg::Join => match row.like.as_slice() {
            [(id, Likeness::SameEmail | Likeness::SameName)] => Some(Decision::Join(id.clone())),
            _ => None,
        },
    };
    waiting.filter_map(|row| Some((row.line, decide(row)?))).collect()
}

fn tell(
    preview: &Preview,
    choices: Choices,
    visit: &Visit,
    terminal: &mut Terminal<'_>,
) -> Result<(), Failure> {
    let lang = visit.language();
    for row in &preview.rows {
        let (line, name) = (row.line, row.person.label(&lang));
        match row.state {
            State::New if choices.new => {
                writeln!(terminal.out, "{}", say!("cli-people-new", line = line, name = name))?;
            }
            State::Changed(_) if choices.changed => {
                for change in row.changes() {
                    let change = change.sentence();
                    let text = say!("cli-people-changed", line = line, change = change);
                    writeln!(terminal.out, "{text}")?;
                }
            }
            State::Undecided => {
                let like = row.like.iter().map(|(id, _)| visit.person_label(id));
                let like = like.collect::<Vec<_>>().join(", ");
                let text = say!("cli-people-alike", line = line, name = name, like = like);
                writeln!(terminal.out, "{text}")?;
            }
            State::New | State::Changed(_) | State::Same => {}
        }
    }
    for id in &preview.absent {
        let name = visit.person_label(id);
        writeln!(terminal.out, "{}", say!("cli-people-absent", name = name))?;
    }
    for rejected in &preview.rejected {
        writeln!(terminal.err, "{}", rejected.sentence())?;
    }
    let count = |is| preview.count(is);
    let text = say!(
        "cli-people-done",
        new = count(|state| *state == State::New),
        changed = count(|state| matches!(state, State::Changed(_))),
        same = count(|state| *state == State::Same),
        waiting = count(|state| *state == State::Undecided),
        absent = preview.absent.len()
    );
    writeln!(terminal.out, "{text}")?;
    Ok(())
}
