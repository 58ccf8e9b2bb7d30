//! What would go wrong, as lines for people or as JSON for programs.

use serde::Serialize;

use super::args::{CheckArgs, FormatArg};
use super::{Failure, Outcome, Terminal};
use crate::check::{self, Finding, Severity};
use crate::model::{Choice as _, Visit};
use crate::store;
use crate::words::{choice, say};

pub(super) fn check(args: &CheckArgs, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let visit = store::open(&args.visit)?.visit;
    let findings = check::findings(&visit);
    match args.format {
        FormatArg::Text => text(&findings, terminal)?,
        FormatArg::Json => json(&visit, &findings, terminal)?,
    }
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    let open = |finding: &&Finding| finding.dismissed.is_none();
    let errors = findings.iter().filter(open).any(is_error);
    Ok(if errors { Outcome::NotInOrder } else { Outcome::Done })
}

fn text(findings: &[Finding], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let open: Vec<&Finding> = findings.iter().filter(|f| f.dismissed.is_none()).collect();
    for finding in &open {
        let severity = choice(finding.severity);
        writeln!(terminal.out, "{severity} [{}] {}", finding.check, finding.message)?;
        if let Some(fix) = &finding.fix {
            writeln!(terminal.out, "    {}", say!("cli-check-fix", fix = fix.label.as_str()))?;
        }
    }
    let count = |severity| open.iter().filter(|finding| finding.severity == severity).count();
    let summary = say!(
        "cli-check-summary",
        errors = count(Severity::Error),
        warnings = count(Severity::Warning),
        notices = count(Severity::Notice)
    );
    let dismissed = findings.len() - open.len();
    if dismissed == 0 {
        writeln!(terminal.out, "{summary}")?;
    } else {
        let summary = say!("cli-check-dismissed", summary = summary, count = dismissed);
        writeln!(terminal.out, "{summary}")?;
    }
    Ok(())
}

/// The findings of one visit as a program reads them. Fields are only ever added.
#[derive(Serialize)]
struct Report<'a> {
    visit: &'a str,
    findings: Vec<Line<'a>>,
}

#[derive(Serialize)]
struct Line<'a> {
    check: &'a str,
    severity: String,
    message: &'a str,
    things: Vec<Thing<'a>>,
    measure: i64,
    fix: Option<&'a str>,
    /// The reason of the officer who let it be.
    dismissed: Option<&'a str>,
}

#[derive(Serialize)]
struct Thing<'a> {
    kind: &'static str,
    id: &'a str,
}

fn json(visit: &Visit, findings: &[Finding], terminal: &mut Terminal<'_>) -> Result<(), Failure> {
    let findings = findings.iter().map(line).collect();
    let report = Report { visit: visit.id.as_str(), findings };
    serde_json::to_writer_pretty(&mut *terminal.out, &report)?;
    writeln!(terminal.out)?;
    Ok(())
}

fn line(finding: &Finding) -> Line<'_> {
    let things = finding.things.iter();
    Line {
        check: finding.check,
        severity: finding.severity.variant().to_lowercase(),
        message: &finding.message,
        things: things.map(|thing| Thing { kind: thing.kind().name(), id: thing.id() }).collect(),
        measure: finding.measure,
        fix: finding.fix.as_ref().map(|fix| fix.label.as_str()),
        dismissed: finding.dismissed.as_ref().map(|dismissal| dismissal.reason.as_str()),
    }
}
