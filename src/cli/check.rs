//! What would go wrong, as lines for people or as JSON for programs; and the rules it goes by.

use serde::Serialize;

use super::args::{CheckArgs, FormatArg};
use super::{Failure, Machine, Outcome, Terminal};
use crate::check::{self, Beside, Facts, Finding, Severity};
use crate::library::Library;
use crate::model::{Choice as _, Visit};
use crate::store;
use crate::words::{choice, field, say};

pub(super) fn check(
    args: &CheckArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let Some(path) = args.visit.as_ref().filter(|_| !args.rules) else {
        rules(terminal)?;
        return Ok(Outcome::Done);
    };
    let visit = store::open(path)?.visit;
    let mut beside = Beside { today: Some(machine.officer.now.day()), ..Beside::default() };
    if let Some(folder) = &args.library {
        let library = Library::open(folder, None)?;
        beside.office = library.office_limits()?;
        beside.past = Some(library.memory(&visit));
    }
    let findings = check::run(&visit, &Facts::beside(&visit, &beside));
    match args.format {
        FormatArg::Text => text(&findings, args.all, terminal)?,
        FormatArg::Json => json(&visit, &findings, terminal)?,
    }
    let is_error = |finding: &Finding| finding.severity == Severity::Error;
    let open = |finding: &&Finding| finding.dismissed.is_none();
    let errors = findings.iter().filter(open).any(is_error);
    Ok(if errors { Outcome::NotInOrder } else { Outcome::Done })
}

fn text(findings: &[Finding], all: bool, terminal: &mut Terminal<'_>) -> std::io::Result<()> {
    let open: Vec<&Finding> = findings.iter().filter(|f| f.dismissed.is_none()).collect();
    for finding in &open {
        if finding.severity == Severity::Unknown && !all {
            continue;
        }
        let severity = choice(finding.severity);
        writeln!(terminal.out, "{severity} [{}] {}", finding.check, finding.message)?;
        if let Some(fix) = &finding.fix {
            writeln!(terminal.out, "    {}", say!("cli-check-fix", fix = fix.label.as_str()))?;
        }
    }
    if all {
        let dismissed = findings.iter().filter_map(|it| Some((it, it.dismissed.as_ref()?)));
        for (finding, dismissal) in dismissed {
            let (message, reason) = (finding.message.as_str(), dismissal.reason.as_str());
            let line = say!(
                "cli-check-dismissed-line",
                check = finding.check,
                message = message,
                reason = reason
            );
            writeln!(terminal.out, "{line}")?;
        }
    } else {
        unknown(&open, terminal)?;
    }
    writeln!(terminal.out, "{}", summary(findings, &open))
}

/// What is not known, a line for each rule: it must not bury the rest.
fn unknown(open: &[&Finding], terminal: &mut Terminal<'_>) -> std::io::Result<()> {
    for check in check::ALL {
        let is_unknown = |finding: &&&Finding| {
            finding.check == check.id && finding.severity == Severity::Unknown
        };
        let count = open.iter().filter(is_unknown).count();
        if count > 0 {
            let line = say!("cli-check-more", rule = (check.summary)(), count = count);
            writeln!(terminal.out, "? [{}] {line}", check.id)?;
        }
    }
    Ok(())
}

fn summary(findings: &[Finding], open: &[&Finding]) -> String {
    let count = |severity| open.iter().filter(|finding| finding.severity == severity).count();
    let mut summary = say!(
        "cli-check-summary",
        errors = count(Severity::Error),
        warnings = count(Severity::Warning),
        notices = count(Severity::Notice)
    );
    let unknown = count(Severity::Unknown);
    if unknown > 0 {
        summary = say!("cli-check-unknown", summary = summary, count = unknown);
    }
    let dismissed = findings.len() - open.len();
    if dismissed > 0 {
        summary = say!("cli-check-dismissed", summary = summary, count = dismissed);
    }
    summary
}

/// Every rule: what it looks for, how much it weighs, its limits, where it comes from.
fn rules(terminal: &mut Terminal<'_>) -> std::io::Result<()> {
    for check in check::ALL {
        let (severity, rule) = (choice(check.severity), (check.summary)());
        let line = say!("cli-check-rule", check = check.id, severity = severity, rule = rule);
        writeln!(terminal.out, "{line}")?;
        writeln!(terminal.out, "    {}", (check.why)())?;
        for limit in check.limits {
            let usual = match limit.usual {
                Some(usual) => say!("limits-usual", usual = usual),
                None => say!("limits-rest"),
            };
            writeln!(terminal.out, "    {} ({}) — {usual}", field(limit.field), limit.field)?;
        }
        writeln!(terminal.out, "    {}", say!("limits-source", source = choice(check.source)))?;
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
