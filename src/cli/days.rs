//! Day templates: listed, laid on a day, made of one.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use clap::{Args, Subcommand};

use super::print::store_folder;
use super::reschedule::tell;
use super::{Failure, Machine, Outcome, Terminal, visits};
use crate::edit::day::template;
use crate::edit::reschedule::Ask;
use crate::library::DayTemplate;
use crate::store;
use crate::words::{interface_lang, say};

/// What can be done with day templates.
#[derive(Debug, Subcommand)]
pub(super) enum Days {
    #[command(about = say!("cli-days-list"))]
    List(ListArgs),
    #[command(about = say!("cli-days-lay"))]
    Lay(LayArgs),
    #[command(about = say!("cli-days-keep"))]
    Keep(KeepArgs),
}

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(long, value_name = "FOLDER", help = say!("cli-arg-days-library"))]
    library: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct LayArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    visit: PathBuf,
    #[arg(long, value_name = "NAME", help = say!("cli-arg-days-template"))]
    template: String,
    #[arg(long, value_name = "YYYY-MM-DD", help = say!("cli-arg-days-day"))]
    day: NaiveDate,
    #[arg(long, value_name = "FOLDER", help = say!("cli-arg-days-library"))]
    library: Option<PathBuf>,
    #[arg(long, help = say!("cli-arg-reschedule-write"))]
    write: bool,
}

#[derive(Args, Debug)]
pub(super) struct KeepArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    visit: PathBuf,
    #[arg(long, value_name = "YYYY-MM-DD", help = say!("cli-arg-days-day"))]
    day: NaiveDate,
    #[arg(long, value_name = "NAME", help = say!("cli-arg-days-name"))]
    name: String,
    #[arg(long, value_name = "FOLDER", help = say!("cli-arg-days-library"))]
    library: Option<PathBuf>,
}

pub(super) fn days(
    command: &Days,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    match command {
        Days::List(args) => list(args, machine, terminal),
        Days::Lay(args) => lay(args, machine, terminal),
        Days::Keep(args) => keep(args, machine, terminal),
    }
}

fn list(
    args: &ListArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    for template in known(args.library.as_ref(), machine, terminal)? {
        let count = template.visit.items.len();
        let title = template.title(&interface_lang()).to_owned();
        let name = template.name;
        writeln!(
            terminal.out,
            "{}",
            say!("cli-days-line", name = name, title = title, count = count)
        )?;
    }
    Ok(Outcome::Done)
}

fn lay(args: &LayArgs, machine: &Machine, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let folder = beside(args.library.as_ref(), &args.visit);
    let templates = known(Some(&folder), machine, terminal)?;
    let found = templates.into_iter().find(|template| template.name == args.template);
    let none = || Failure::Use(say!("cli-days-none", name = args.template.as_str()));
    let template = found.ok_or_else(none)?.visit;
    let opened = store::open(&args.visit)?;
    let ask = Ask::Lay { template, day: args.day };
    tell(&args.visit, &opened, &ask, args.write, machine, terminal)
}

fn keep(
    args: &KeepArgs,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    let opened = store::open(&args.visit)?;
    if !opened.visit.days().contains(&args.day) {
        return Err(Failure::Use(say!("cli-days-empty", day = args.day.to_string())));
    }
    let library = visits::open(Some(&beside(args.library.as_ref(), &args.visit)), machine)?;
    let day = template(&opened.visit, args.day, args.name.trim());
    let path = library.keep_day(&day, &machine.officer)?;
    writeln!(terminal.out, "{}", path.display())?;
    Ok(Outcome::Done)
}

/// The folder that is named, else that of the visit.
fn beside(named: Option<&PathBuf>, visit: &Path) -> PathBuf {
    named.cloned().unwrap_or_else(|| store_folder(visit).to_owned())
}

/// The office's and the program's own; where there is no folder yet, those of the program.
fn known(
    folder: Option<&PathBuf>,
    machine: &Machine,
    terminal: &mut Terminal<'_>,
) -> Result<Vec<DayTemplate>, Failure> {
    if folder.or(machine.library.as_ref()).is_none_or(|folder| !folder.is_dir()) {
        return Ok(crate::library::days::shipped());
    }
    let (templates, broken) = visits::open(folder, machine)?.day_templates()?;
    for error in broken {
        writeln!(terminal.err, "{error}")?;
    }
    Ok(templates)
}
