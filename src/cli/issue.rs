//! Versions of papers: issued to those who get them, and what changed since.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::args::SizeArg;
use super::files::save;
use super::print::{TEMPLATES, file_name, store_folder};
use super::{Failure, Machine, Outcome, Terminal};
use crate::diff::diff;
use crate::edit::apply;
use crate::model::{Issue, Lang, PersonId, Visit};
use crate::paper::typeset::Templates;
use crate::paper::{self, Issuing, Paper};
use crate::store;
use crate::words::{dates, interface_lang, say};

#[derive(Args, Debug)]
pub(super) struct IssueArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    visit: PathBuf,
    #[arg(long, default_value = "programme", help = say!("cli-arg-issue-paper"))]
    paper: String,
    #[arg(long, value_parser = super::args::lang, help = say!("cli-arg-language"))]
    language: Option<Lang>,
    #[arg(long, value_enum, default_value_t, help = say!("cli-arg-size"))]
    size: SizeArg,
    #[arg(long, value_name = "ID", help = say!("cli-arg-issue-to"))]
    to: Vec<String>,
    #[arg(long, default_value = "", help = say!("cli-arg-issue-reason"))]
    reason: String,
    #[arg(short, long, value_name = "FILE", help = say!("cli-arg-output"))]
    output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct ChangesArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    visit: PathBuf,
    #[arg(long, default_value = "programme", help = say!("cli-arg-issue-paper"))]
    paper: String,
    #[arg(long, value_parser = super::args::lang, help = say!("cli-arg-language"))]
    language: Option<Lang>,
    #[arg(long, value_name = "N", help = say!("cli-arg-changes-since"))]
    since: Option<u16>,
}

/// The next version of a paper: its PDF, and the visit remembers it.
pub(super) fn issue(
    args: &IssueArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    let visit = &opened.visit;
    if opened.read_only {
        return Err(Failure::Newer { path: args.visit.clone() });
    }
    let paper = known(&args.paper)?;
    let holders: Result<Vec<PersonId>, Failure> =
        args.to.iter().map(|id| person(visit, id)).collect();
    let how = Issuing {
        lang: args.language.clone().unwrap_or_else(|| visit.language()),
        size: args.size.into(),
        at: visit.local(machine.officer.owner.heard).unwrap_or(machine.officer.now),
        holders: holders?,
        reason: args.reason.trim().to_owned(),
    };
    let folder = store_folder(&args.visit).join(TEMPLATES);
    let templates = Templates { folder: folder.is_dir().then_some(folder) };
    let issued = paper::issue(visit, &args.visit, paper, &how, &templates)?;
    for note in &issued.notes {
        writeln!(terminal.err, "{note}")?;
    }
    if !issued.is_compared {
        writeln!(terminal.err, "{}", say!("cli-issue-not-compared"))?;
    }
    let next = Arc::new(apply(visit, issued.edit)?);
    save(&args.visit, &opened, next, machine, terminal)?;
    let version = issued.edition.version;
    let usual = || file_name(&args.visit, &format!("{}-v{version}", paper.id));
    let path = args.output.clone().unwrap_or_else(usual);
    store::write_text(&path, &issued.pdf)
        .map_err(|cause| Failure::Write { path: path.clone(), cause })?;
    writeln!(terminal.out, "{}", path.display())?;
    Ok(Outcome::Done)
}

/// What is other than in a version that went out, and who holds that.
pub(super) fn changes(args: &ChangesArgs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let visit = store::open(&args.visit)?.visit;
    let paper = known(&args.paper)?;
    let lang = args.language.clone().unwrap_or_else(|| visit.language());
    let of_paper = |issue: &&Issue| issue.paper == paper.id && issue.language == lang;
    let mut issues = visit.issues.iter().filter(of_paper);
    let found = match args.since {
        Some(since) => issues.find(|issue| issue.version == since),
        None => issues.max_by_key(|issue| issue.version),
    };
    let none = || Failure::Use(say!("cli-changes-none", paper = paper.id));
    let issue = found.ok_or_else(none)?;
    // The copy was made before the visit knew of the issue itself.
    let issues_now = visit.issues.clone();
    let old = Visit { issues: issues_now, ..store::read_issued(&args.visit, &issue.snapshot)? };
    let moment = issue.at.map(|at| dates::moment(at, &interface_lang())).unwrap_or_default();
    let version = i64::from(issue.version);
    writeln!(terminal.out, "{}", say!("cli-changes-since", version = version, moment = moment))?;
    let holders = issue.holders.iter().map(|id| visit.person_label(id));
    let holders = holders.collect::<Vec<_>>().join(", ");
    if !holders.is_empty() {
        writeln!(terminal.out, "{}", say!("cli-changes-holders", people = holders))?;
    }
    let changes = diff(&old, &visit);
    for change in &changes {
        writeln!(terminal.out, "  {}", change.sentence())?;
    }
    if changes.is_empty() {
        writeln!(terminal.err, "{}", say!("cli-changes-nothing"))?;
    }
    Ok(Outcome::Done)
}

fn known(id: &str) -> Result<&'static Paper, Failure> {
    paper::find(id).ok_or_else(|| {
        let known = paper::ALL.iter().map(|paper| paper.id).collect::<Vec<_>>().join(", ");
        Failure::Use(say!("cli-print-unknown", paper = id, known = known))
    })
}

fn person(visit: &Visit, id: &str) -> Result<PersonId, Failure> {
    let found = visit.people.iter().find(|person| person.id.as_str() == id);
    let none = || Failure::Use(say!("substitute-nobody", id = id));
    found.map(|person| person.id.clone()).ok_or_else(none)
}
