//! Papers: as pages in a file, as text on the terminal.

use std::path::{Path, PathBuf};

use super::args::{PrintArgs, ReaderArgs, ShowArgs};
use super::{Failure, Outcome, Terminal, find};
use crate::model::{Lang, PersonId, Side, Visit};
use crate::paper::typeset::Templates;
use crate::paper::{self, Options, Paper};
use crate::projection::{Audience, Projection, Whose};
use crate::store;
use crate::words::{choice, interface_lang, say};

/// The paper that each reader has a version of.
const PROGRAMME: &str = "programme";
/// The folder beside a visit in which an office keeps its own templates.
const TEMPLATES: &str = "templates";

/// Typesets a paper into a PDF, or several into a folder; the paths are what is written.
pub(super) fn print(args: &PrintArgs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let visit = store::open(&args.visit)?.visit;
    if args.all {
        for paper in paper::ALL {
            let path = in_folder(args, &file_name(&args.visit, paper.id))?;
            one(args, &visit, paper, &Whose::Everyone, Some(&path), terminal)?;
        }
        return Ok(Outcome::Done);
    }
    let paper = paper(args)?;
    if (args.each || args.person.is_some()) && !paper.has_own() {
        return Err(Failure::Use(say!("cli-print-no-own", paper = paper.id)));
    }
    if args.each {
        let guests = visit.delegations.iter().filter(|party| party.side == Side::Guest);
        let guests: Vec<PersonId> = guests.flat_map(|party| party.people().cloned()).collect();
        for id in guests {
            if visit.person(&id).is_none_or(|person| person.has_declined()) {
                continue;
            }
            let name = file_name(&args.visit, &format!("{}-{id}", paper.id));
            let path = in_folder(args, &name)?;
            one(args, &visit, paper, &Whose::Person(id), Some(&path), terminal)?;
        }
        return Ok(Outcome::Done);
    }
    let whose = match &args.person {
        None => Whose::Everyone,
        Some(id) => Whose::Person(find::person(&visit, id)?),
    };
    let usual = match &whose {
        Whose::Person(id) => file_name(&args.visit, &format!("{}-{id}", paper.id)),
        Whose::Everyone | Whose::Group(_) => file_name(&args.visit, paper.id),
    };
    let path = args.output.clone().unwrap_or(usual);
    let path = Some(path).filter(|path| path != Path::new("-"));
    one(args, &visit, paper, &whose, path.as_deref(), terminal)
}

/// The papers there are: the name the command line knows, its reader, what it is called.
pub(super) fn papers(terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    for paper in paper::ALL {
        let (name, reader) = (paper.name(&interface_lang()), choice(paper.audience));
        writeln!(terminal.out, "{:<18} {name} ({reader})", paper.id)?;
    }
    Ok(Outcome::Done)
}

/// Typesets one paper; without a path onto standard output.
fn one(
    args: &PrintArgs,
    visit: &Visit,
    paper: &Paper,
    whose: &Whose,
    path: Option<&Path>,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let lang = language(&args.reader, visit);
    let seen = Projection::of(visit, whose, paper.audience, &lang);
    let options = Options { size: args.size.into(), ..Options::default() };
    let document = paper.typeset(&seen, &options, &templates(&args.visit))?;
    for note in &document.notes {
        writeln!(terminal.err, "{note}")?;
    }
    let pdf = document.pdf()?;
    for note in &pdf.not_met {
        writeln!(terminal.err, "{}", say!("paper-not-met", what = note.as_str()))?;
    }
    let Some(path) = path else {
        terminal.out.write_all(&pdf.bytes)?;
        return Ok(Outcome::Done);
    };
    store::write_text(path, &pdf.bytes)
        .map_err(|cause| Failure::Write { path: path.to_owned(), cause })?;
    writeln!(terminal.out, "{}", path.display())?;
    Ok(Outcome::Done)
}

/// A file in the folder that is named, made where there is none.
fn in_folder(args: &PrintArgs, name: &Path) -> Result<PathBuf, Failure> {
    let Some(folder) = &args.output else { return Ok(name.to_owned()) };
    std::fs::create_dir_all(folder)
        .map_err(|cause| Failure::Write { path: folder.clone(), cause })?;
    Ok(folder.join(name))
}

/// The programme as text.
pub(super) fn show(args: &ShowArgs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let visit = store::open(&args.visit)?.visit;
    let audience = args.reader.audience.map_or(Audience::Guest, Audience::from);
    let seen = Projection::new(&visit, audience, &language(&args.reader, &visit));
    write!(terminal.out, "{}", paper::text(&seen))?;
    Ok(Outcome::Done)
}

/// The paper that is asked for. The programme exists for every reader: under the names that
/// staff and press give their own.
fn paper(args: &PrintArgs) -> Result<&'static Paper, Failure> {
    let audience = args.reader.audience.map(Audience::from);
    let id = args.paper.as_deref().unwrap_or(PROGRAMME);
    let paper = find::paper(id)?;
    match audience {
        Some(audience) if audience != paper.audience && id == PROGRAMME => {
            Ok(Paper::of(audience).unwrap_or(paper))
        }
        Some(audience) if audience != paper.audience => {
            let (name, audience) = (paper.id, audience.id());
            let text = say!("cli-print-reader", paper = name, audience = audience);
            Err(Failure::Use(text))
        }
        Some(_) | None => Ok(paper),
    }
}

/// The language asked for, else the visit's own.
pub(super) fn language(args: &ReaderArgs, visit: &Visit) -> Lang {
    args.language.clone().unwrap_or_else(|| visit.language())
}

/// The office's own templates beside a visit, where it has some.
pub(super) fn templates(visit: &Path) -> Templates {
    let folder = store_folder(visit).join(TEMPLATES);
    Templates { folder: folder.is_dir().then_some(folder) }
}

/// The folder in which a visit lies.
pub(super) fn store_folder(visit: &Path) -> &Path {
    visit.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// "seoul-in-liangjiang-programme.pdf", where the command was given.
pub(super) fn file_name(visit: &Path, of: &str) -> PathBuf {
    let stem = visit.file_stem().unwrap_or_default().to_string_lossy();
    PathBuf::from(format!("{stem}-{of}.pdf"))
}
