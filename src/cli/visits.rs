//! The visits of a library: listed, searched, added to.

use std::path::{Path, PathBuf};

use super::args::{ListArgs, NewArgs, SearchArgs};
use super::{Failure, Machine, Outcome, Terminal};
use crate::library::{Entry, Group, Library, NewVisit, Query};
use crate::words::{choice, dates, field, interface_lang, say};

/// The visits of a folder under the headings of the window.
pub(super) fn list(
    args: &ListArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let library = open(args.folder.as_ref(), machine)?;
    let today = machine.officer.now.day();
    let entries = library.list(&Query::default());
    for group in Group::ALL {
        let mut of_group = entries.iter().filter(|entry| entry.group(today) == group).peekable();
        if of_group.peek().is_some() {
            writeln!(terminal.out, "{}", heading(group))?;
        }
        for entry in of_group {
            writeln!(terminal.out, "  {}", line(entry, library.folder()))?;
        }
    }
    if entries.is_empty() {
        let folder = library.folder().display().to_string();
        writeln!(terminal.err, "{}", say!("cli-list-empty", path = folder))?;
    }
    Ok(Outcome::Done)
}

/// The visits that hold all the words, and where.
pub(super) fn search(
    args: &SearchArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    /// More places of one visit would bury the next one.
    const MOST_PLACES: usize = 5;
    let library = open(args.library.as_ref(), machine)?;
    let words = args.words.join(" ");
    let found = library.search(&words);
    for entry in &found {
        writeln!(terminal.out, "{}", line(entry, library.folder()))?;
        // A broken file has no places, its line says what is wrong.
        for hit in library.hits(entry.path(), &words).unwrap_or_default().iter().take(MOST_PLACES) {
            let place: Vec<String> = hit.place.split('.').map(field).collect();
            writeln!(terminal.out, "    {}: {}", place.join(" · "), hit.excerpt)?;
        }
    }
    if found.is_empty() {
        writeln!(terminal.err, "{}", say!("cli-search-none", words = words))?;
    }
    Ok(Outcome::Done)
}

/// A new visit; its file is what is written.
pub(super) fn new(
    args: &NewArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    if args.title.trim().is_empty() {
        return Err(Failure::Use(say!("cli-new-untitled")));
    }
    if let (Some(from), Some(to)) = (args.from, args.to)
        && to < from
    {
        return Err(Failure::Use(say!("cli-new-backwards")));
    }
    let folder = folder(args.library.as_ref(), machine)?;
    std::fs::create_dir_all(&folder)
        .map_err(|cause| Failure::Write { path: folder.clone(), cause })?;
    let mut library = Library::open(&folder, None)?;
    let new = NewVisit {
        title: args.title.clone(),
        first_day: args.from,
        last_day: args.to,
        zone: args.zone.clone().unwrap_or_default(),
        place: args.place.clone().unwrap_or_default(),
        language: args.language.clone().unwrap_or_else(interface_lang),
    };
    let path = library.create(&new, &machine.officer)?;
    writeln!(terminal.out, "{}", path.display())?;
    Ok(Outcome::Done)
}

fn folder(named: Option<&PathBuf>, machine: &Machine) -> Result<PathBuf, Failure> {
    named.or(machine.library.as_ref()).cloned().ok_or(Failure::NoFolder)
}

pub(super) fn open(named: Option<&PathBuf>, machine: &Machine) -> Result<Library, Failure> {
    let library = Library::open(&folder(named, machine)?, machine.caches.as_deref())?;
    // The command ends soon, and what is to be remembered with it.
    library.settle();
    Ok(library)
}

fn heading(group: Group) -> String {
    match group {
        Group::Upcoming => say!("cli-list-upcoming"),
        Group::Drafts => say!("cli-list-drafts"),
        Group::Past => say!("cli-list-past"),
        Group::Broken => say!("cli-list-broken"),
    }
}

/// "29 July 2024  Seoul in Liangjiang  (Chongqing, done)  seoul-in-liangjiang.ron".
fn line(entry: &Entry, folder: &Path) -> String {
    let file = entry.path().strip_prefix(folder).unwrap_or(entry.path()).display();
    let Some(summary) = entry.summary() else {
        return format!("{file}: {}", entry.error().unwrap_or_default());
    };
    let lang = interface_lang();
    let dates = match (summary.first_day, summary.last_day) {
        (Some(first), Some(last)) => dates::range(first, last, &lang),
        (Some(day), None) | (None, Some(day)) => dates::date(day, &lang),
        (None, None) => say!("cli-list-no-date"),
    };
    let place = summary.place.in_lang(&lang);
    let status = choice(summary.status);
    let about = [place, &status].into_iter().filter(|part| !part.is_empty());
    let about = about.collect::<Vec<_>>().join(" · ");
    let title = summary.title.in_lang(&lang);
    let title = if title.is_empty() { entry.label() } else { title.to_owned() };
    format!("{dates}  {title}  ({about})  {file}")
}
