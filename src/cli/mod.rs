//! The same work without a window. Commands write through what they are given: the terminal in
//! the program, memory in tests. Status 0: done; 1: it could not be done, or a check found
//! errors; 2: bad use.

mod args;
mod calendar;
mod cars;
mod check;
mod days;
mod failure;
mod files;
mod find;
mod issue;
mod machine;
mod order;
mod people;
mod print;
mod reschedule;
mod seats;
mod visits;

use std::ffi::OsString;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use self::args::{ChooseArgs, Cli, Command, Export, Import, LateArgs, PackArgs, ShiftArgs};
use self::failure::Failure;
pub use self::machine::Machine;
use crate::edit::reschedule::Ask;
use crate::words::{machine_lang, say, set_interface};

/// How a command ended when nothing failed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    Done,
    /// It did its work, and what it found is not in order.
    NotInOrder,
}

/// Where a command writes.
struct Terminal<'a> {
    out: &'a mut dyn Write,
    err: &'a mut dyn Write,
}

/// The program.
pub fn main() -> ExitCode {
    set_interface(&machine_lang());
    let (mut out, mut err) = (std::io::stdout().lock(), std::io::stderr().lock());
    run(std::env::args_os(), &Machine::this(), &mut out, &mut err).into()
}

/// Runs one command line; returns the status.
pub fn run(
    args: impl IntoIterator<Item = OsString>,
    machine: &Machine,
    out: &mut dyn Write,
    err: &mut dyn Write,
) -> u8 {
    let mut terminal = Terminal { out, err };
    let done = match Cli::try_parse_from(args) {
        Ok(cli) => command(cli, machine, &mut terminal),
        Err(error) => return usage(&error, &mut terminal),
    };
    let done = done.and_then(|outcome| {
        terminal.out.flush()?;
        Ok(outcome)
    });
    match done {
        Ok(Outcome::Done) => 0,
        Ok(Outcome::NotInOrder) => 1,
        // Whoever read the output has seen enough.
        Err(failure) if failure.is_broken_pipe() => 0,
        Err(failure) => {
            let message = say!("cli-failed", cause = failure.to_string());
            writeln!(terminal.err, "{message}").ok(); // There is nowhere else to say it.
            failure.status()
        }
    }
}

/// The names of all commands, in the order of the help.
pub fn commands() -> Vec<String> {
    let cli = Cli::command();
    cli.get_subcommands().map(|command| command.get_name().to_owned()).collect()
}

fn command(cli: Cli, machine: &Machine, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    match cli.command {
        None => window(cli.path, machine),
        Some(Command::Print(args)) => print::print(&args, terminal),
        Some(Command::Papers) => print::papers(terminal),
        Some(Command::Issue(args)) => issue::issue(&args, machine, terminal),
        Some(Command::Changes(args)) => issue::changes(&args, terminal),
        Some(Command::Show(args)) => print::show(&args, terminal),
        Some(Command::Check(args)) => check::check(&args, machine, terminal),
        Some(Command::List(args)) => visits::list(&args, machine, terminal),
        Some(Command::Search(args)) => visits::search(&args, machine, terminal),
        Some(Command::New(args)) => visits::new(&args, machine, terminal),
        Some(Command::Fmt(args)) => files::fmt(&args, machine, terminal),
        Some(Command::History(args)) => files::history(&args, machine, terminal),
        Some(Command::Shift(ShiftArgs { what, mins })) => {
            let mins = i64::from(mins);
            reschedule::reschedule(&what, |item| Ask::Shift { item, mins }, machine, terminal)
        }
        Some(Command::Late(LateArgs { what, mins })) => {
            reschedule::reschedule(&what, |item| Ask::Late { item, mins }, machine, terminal)
        }
        Some(Command::MakeRoom(what)) => {
            reschedule::reschedule(&what, |item| Ask::MakeRoom { item }, machine, terminal)
        }
        Some(Command::Pack(PackArgs { what, gap, lengths })) => {
            let ask = |item| Ask::Pack { item, gap, lengths };
            reschedule::reschedule(&what, ask, machine, terminal)
        }
        Some(Command::Days(command)) => days::days(&command, machine, terminal),
        Some(Command::Rain(args)) => reschedule::rain(&args, machine, terminal),
        Some(Command::Choose(ChooseArgs { what, alternative: label })) => {
            reschedule::reschedule(&what, |item| Ask::Choose { item, label }, machine, terminal)
        }
        Some(Command::Substitute(args)) => reschedule::substitute(&args, machine, terminal),
        Some(Command::Attend(args)) => reschedule::attend(&args, machine, terminal),
        Some(Command::Order(args)) => order::order(&args, terminal),
        Some(Command::Seats(args)) => seats::seats(&args, terminal),
        Some(Command::Cars(args)) => cars::cars(&args, machine, terminal),
        Some(Command::Reseat(args)) => reschedule::reseat(&args, machine, terminal),
        Some(Command::Import(Import::People(args))) => people::import(&args, machine, terminal),
        Some(Command::Import(Import::Ics(args))) => calendar::import(&args, machine, terminal),
        Some(Command::Export(Export::Ics(args))) => calendar::export(&args, machine, terminal),
        Some(Command::Export(Export::People(args))) => people::export(&args, terminal),
    }
}

/// Help goes where output goes, mistakes where errors go.
fn usage(error: &clap::Error, terminal: &mut Terminal<'_>) -> u8 {
    let text = error.render();
    if error.use_stderr() {
        write!(terminal.err, "{text}").ok(); // There is nowhere else to say it.
        2
    } else {
        write!(terminal.out, "{text}").ok(); // Whoever asked for help is gone.
        0
    }
}

/// Opens the window, on a folder or a visit where one is named.
fn window(path: Option<PathBuf>, machine: &Machine) -> Result<Outcome, Failure> {
    if let Some(path) = path.as_ref().filter(|path| !path.exists()) {
        return Err(Failure::Use(say!("cli-no-command", path = path.display().to_string())));
    }
    if !machine.has_display {
        return Err(Failure::NoDisplay);
    }
    crate::app::run(path, machine.officer.owner.clone())?;
    Ok(Outcome::Done)
}
