//! Papers: as pages in a file, as text on the terminal.

use std::path::{Path, PathBuf};

use super::args::{PrintArgs, ReaderArgs, ShowArgs};
use super::{Failure, Outcome, Terminal};
use crate::model::{Lang, Visit};
use crate::paper::typeset::{Templates, typeset, uncovered};
use crate::paper::{self, Options, Paper};
use crate::projection::{Audience, Projection};
use crate::store;
use crate::words::say;

/// The paper that each reader has a version of.
const PROGRAMME: &str = "programme";
/// The folder beside a visit in which an office keeps its own templates.
const TEMPLATES: &str = "templates";

/// Typesets a paper into a PDF; its path is what is written.
pub(super) fn print(args: &PrintArgs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let paper = paper(args)?;
    let visit = store::open(&args.visit)?.visit;
    let lang = language(&args.reader, &visit);
    let seen = Projection::new(&visit, paper.audience, &lang);
    let options = Options { size: args.size.into(), ..Options::default() };
    let data = paper
        .data(&seen, &options)
        .map_err(|wrong_reader| Failure::Use(wrong_reader.to_string()))?;
    for (c, holders) in uncovered(&data) {
        let code = format!("U+{:04X}", u32::from(c));
        let texts = holders.join(" · ");
        writeln!(terminal.err, "{}", say!("cli-print-uncovered", code = code, texts = texts))?;
    }
    let folder = store_folder(&args.visit).join(TEMPLATES);
    let templates = Templates { folder: folder.is_dir().then_some(folder) };
    let document = typeset(&data, paper.template, options.size, &templates)?;
    for note in &document.notes {
        writeln!(terminal.err, "{note}")?;
    }
    let pdf = document.pdf()?;
    for note in &pdf.not_met {
        writeln!(terminal.err, "{}", say!("cli-print-not-met", what = note.as_str()))?;
    }
    let path = args.output.clone().unwrap_or_else(|| file_name(&args.visit, paper));
    if path == Path::new("-") {
        terminal.out.write_all(&pdf.bytes)?;
        return Ok(Outcome::Done);
    }
    store::write_text(&path, &pdf.bytes)
        .map_err(|cause| Failure::Write { path: path.clone(), cause })?;
    writeln!(terminal.out, "{}", path.display())?;
    Ok(Outcome::Done)
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
    let paper = paper::find(id).ok_or_else(|| {
        let known = paper::ALL.iter().map(|paper| paper.id).collect::<Vec<_>>().join(", ");
        Failure::Use(say!("cli-print-unknown", paper = id, known = known))
    })?;
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

/// The folder in which a visit lies.
pub(super) fn store_folder(visit: &Path) -> &Path {
    visit.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."))
}

/// "seoul-in-liangjiang-programme.pdf", where the command was given.
fn file_name(visit: &Path, paper: &Paper) -> PathBuf {
    let stem = visit.file_stem().unwrap_or_default().to_string_lossy();
    PathBuf::from(format!("{stem}-{}.pdf", paper.id))
}
