//! Versions of papers: issued to those who get them, and what changed since.

use std::path::PathBuf;
use std::sync::Arc;

use clap::Args;

use super::args::SizeArg;
use super::files::save;
use super::print::{file_name, templates};
use super::{Failure, Machine, Outcome, Terminal, find};
use crate::diff::diff;
use crate::edit::apply;
use crate::model::{Issue, Lang, PersonId, Visit};
use crate::paper::{self, Issuing, Paper, last_issue};
use crate::store;
use crate::words::{dates, interface_lang, say};

/// The paper of a visit in a language: each counts its own versions.
#[derive(Args, Debug)]
struct WhichArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    visit: PathBuf,
    #[arg(long, default_value = "programme", help = say!("cli-arg-issue-paper"))]
    paper: String,
    #[arg(long, value_parser = super::args::lang, help = say!("cli-arg-language"))]
    language: Option<Lang>,
}

impl WhichArgs {
    fn of(&self, visit: &Visit) -> Result<(&'static Paper, Lang), Failure> {
        let lang = self.language.clone().unwrap_or_else(|| visit.language());
        Ok((find::paper(&self.paper)?, lang))
    }
}

#[derive(Args, Debug)]
pub(super) struct IssueArgs {
    #[command(flatten)]
    which: WhichArgs,
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
    #[command(flatten)]
    which: WhichArgs,
    #[arg(long, value_name = "N", help = say!("cli-arg-changes-since"))]
    since: Option<u16>,
}

/// The next version of a paper: its PDF, and the visit remembers it.
pub(super) fn issue(
    args: &IssueArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let path = &args.which.visit;
    let opened = store::open(path)?;
    let visit = &opened.visit;
    if opened.read_only {
        return Err(Failure::Newer { path: path.clone() });
    }
    let (paper, lang) = args.which.of(visit)?;
    let holders: Result<Vec<PersonId>, Failure> =
        args.to.iter().map(|id| find::person(visit, id)).collect();
    let how = Issuing {
        lang,
        size: args.size.into(),
        at: machine.officer.now_at(visit),
        holders: holders?,
        reason: args.reason.trim().to_owned(),
    };
    let issued = paper::issue(visit, path, paper, &how, &templates(path))?;
    for note in &issued.notes {
        writeln!(terminal.err, "{note}")?;
    }
    let next = Arc::new(apply(visit, issued.edit)?);
    save(path, &opened, next, machine, terminal)?;
    let version = issued.edition.version;
    let usual = || file_name(path, &format!("{}-v{version}", paper.id));
    let pdf = args.output.clone().unwrap_or_else(usual);
    store::write_text(&pdf, &issued.pdf)
        .map_err(|cause| Failure::Write { path: pdf.clone(), cause })?;
    writeln!(terminal.out, "{}", pdf.display())?;
    Ok(Outcome::Done)
}

/// What is other than in a version that went out, and who holds that.
pub(super) fn changes(args: &ChangesArgs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let path = &args.which.visit;
    let visit = store::open(path)?.visit;
    let (paper, lang) = args.which.of(&visit)?;
    let of_paper = |issue: &&Issue| issue.paper == paper.id && issue.language == lang;
    let found = match args.since {
        Some(since) => visit.issues.iter().filter(of_paper).find(|issue| issue.version == since),
        None => last_issue(&visit.issues, paper, &lang),
    };
    let none = || Failure::Use(say!("cli-changes-none", paper = paper.id));
    let issue = found.ok_or_else(none)?;
    // The copy was made before the visit knew of the issue itself.
    let issues_now = visit.issues.clone();
    let old = Visit { issues: issues_now, ..store::read_issued(path, &issue.snapshot)? };
    let moment = issue.at.map(|at| dates::moment(at, &interface_lang())).unwrap_or_default();
    let version = i64::from(issue.version);
    writeln!(terminal.out, "{}", say!("cli-changes-since", version = version, moment = moment))?;
    let holders = issue.holders.iter().map(|id| visit.person_label(id));
    let holders = holders.collect::<Vec<_>>().join(&say!("check-comma"));
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
