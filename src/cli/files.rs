//! The file itself: its canonical form, and its older versions.

use std::path::Path;
use std::sync::Arc;

use super::args::{FmtArgs, HistoryArgs};
use super::{Failure, Machine, Outcome, Terminal};
use crate::diff::diff;
use crate::model::Visit;
use crate::store::{self, Known, Opened, SaveRequest, Saved};
use crate::words::{dates, interface_lang, say};

/// Brings files into canonical form, or says which are not in it.
pub(super) fn fmt(
    args: &FmtArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let mut outcome = Outcome::Done;
    for path in &args.files {
        let opened = store::open(path)?;
        if opened.canonical {
            continue;
        }
        if opened.read_only {
            return Err(Failure::Newer { path: path.clone() });
        }
        let shown = path.display().to_string();
        if args.check {
            outcome = Outcome::NotInOrder;
            writeln!(terminal.out, "{}", say!("cli-fmt-not", path = shown))?;
        } else {
            let visit = Arc::clone(&opened.visit);
            let saved = save(path, &opened, visit, machine, terminal)?;
            writeln!(terminal.out, "{}", say!("cli-fmt-done", path = shown))?;
            if let Some(copy) = saved.kept_copy {
                let copy = copy.display().to_string();
                writeln!(terminal.out, "    {}", say!("cli-fmt-copy", path = copy))?;
            }
        }
    }
    Ok(outcome)
}

/// Lists the older versions of a file, the newest as 1, or goes back to one.
pub(super) fn history(
    args: &HistoryArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let path = &args.visit;
    let versions =
        store::versions(path).map_err(|cause| Failure::History { path: path.clone(), cause })?;
    let now = store::open(path);
    if let Some(number) = args.restore {
        let version = number.checked_sub(1).and_then(|index| versions.get(index));
        let version = version.ok_or_else(|| {
            Failure::Use(say!("cli-history-none", number = number, count = versions.len()))
        })?;
        let old = store::read_version(version)?.visit;
        let opened = now?;
        save(path, &opened, old, machine, terminal)?;
        let moment = dates::moment(version.replaced, &interface_lang());
        writeln!(terminal.out, "{}", say!("cli-history-restored", moment = moment))?;
        return Ok(Outcome::Done);
    }
    if versions.is_empty() {
        writeln!(terminal.err, "{}", say!("cli-history-empty"))?;
    }
    let mut newer = now.ok().map(|opened| opened.visit);
    for (index, version) in versions.iter().enumerate() {
        let moment = dates::moment(version.replaced, &interface_lang());
        let number = index.saturating_add(1);
        let line = say!("cli-history-line", number = number, moment = moment);
        writeln!(terminal.out, "{line}")?;
        match store::read_version(version) {
            Ok(old) => {
                if let Some(newer) = &newer {
                    changes(&old.visit, newer, terminal)?;
                }
                newer = Some(old.visit);
            }
            Err(error) => writeln!(terminal.out, "    {error}")?,
        }
    }
    Ok(Outcome::Done)
}

/// What was done to a version, in a few sentences.
fn changes(old: &Visit, new: &Visit, terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    const MOST_SENTENCES: usize = 5;
    let changes = diff(old, new);
    for change in changes.iter().take(MOST_SENTENCES) {
        writeln!(terminal.out, "    {}", change.sentence())?;
    }
    let more = changes.len().saturating_sub(MOST_SENTENCES);
    if more > 0 {
        writeln!(terminal.out, "    {}", say!("cli-history-more", count = more))?;
    }
    Ok(())
}

/// Saves a visit that was opened from the path, and says what went less than well.
pub(super) fn save(
    path: &Path,
    opened: &Opened,
    visit: Arc<Visit>,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Saved, Failure> {
    if opened.read_only {
        return Err(Failure::Newer { path: path.to_owned() });
    }
    let known = if opened.canonical { Known::Content } else { Known::NotCanonical };
    let known = known(opened.hash);
    let (owner, now) = (machine.officer.owner.clone(), machine.officer.now);
    let saved = store::save(&SaveRequest { path: path.to_owned(), visit, known, owner, now })?;
    for warning in &saved.warnings {
        writeln!(terminal.err, "{warning}")?;
    }
    Ok(saved)
}
