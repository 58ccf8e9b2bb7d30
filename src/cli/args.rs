//! The commands and what they take: the register that the program, its help and README follow.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};

use super::days::Days;
use super::issue::{ChangesArgs, IssueArgs};
use crate::model::{Lang, Rsvp, Zone};
use crate::paper::PageSize;
use crate::projection::Audience;
use crate::words::say;

#[derive(Debug, Parser)]
#[command(name = "retinue", version, args_conflicts_with_subcommands = true)]
#[command( about = say!("cli-about"), after_help = say!("cli-after"))]
pub(super) struct Cli {
    #[arg(value_name = "PATH", help = say!("cli-arg-path"))]
    pub(super) path: Option<PathBuf>,
    #[command(subcommand)]
    pub(super) command: Option<Command>,
}

#[derive(Debug, Subcommand)]
pub(super) enum Command {
    #[command(about = say!("cli-print"))]
    Print(PrintArgs),
    #[command(about = say!("cli-papers"))]
    Papers,
    #[command(about = say!("cli-issue"))]
    Issue(IssueArgs),
    #[command(about = say!("cli-changes"))]
    Changes(ChangesArgs),
    #[command(about = say!("cli-show"))]
    Show(ShowArgs),
    #[command(about = say!("cli-check"))]
    Check(CheckArgs),
    #[command(about = say!("cli-list"))]
    List(ListArgs),
    #[command(about = say!("cli-search"))]
    Search(SearchArgs),
    #[command(about = say!("cli-new"))]
    New(NewArgs),
    #[command(about = say!("cli-fmt"))]
    Fmt(FmtArgs),
    #[command(about = say!("cli-history"))]
    History(HistoryArgs),
    #[command(about = say!("cli-order"))]
    Order(OrderArgs),
    #[command(about = say!("cli-seats"))]
    Seats(SeatsArgs),
    #[command(about = say!("cli-reseat"))]
    Reseat(ReseatArgs),
    #[command(about = say!("cli-cars"))]
    Cars(RescheduleArgs),
    #[command(about = say!("cli-shift"))]
    Shift(ShiftArgs),
    #[command(about = say!("cli-late"))]
    Late(LateArgs),
    #[command(about = say!("cli-make-room"))]
    MakeRoom(RescheduleArgs),
    #[command(about = say!("cli-pack"))]
    Pack(PackArgs),
    #[command(about = say!("cli-rain"))]
    Rain(RainArgs),
    #[command(subcommand, about = say!("cli-days"))]
    Days(Days),
    #[command(about = say!("cli-choose"))]
    Choose(ChooseArgs),
    #[command(about = say!("cli-substitute"))]
    Substitute(SubstituteArgs),
    #[command(about = say!("cli-attend"))]
    Attend(AttendArgs),
    #[command(subcommand, about = say!("cli-import"))]
    Import(Import),
    #[command(subcommand, about = say!("cli-export"))]
    Export(Export),
}

#[derive(Args, Debug)]
pub(super) struct RescheduleArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(long, value_name = "ID", help = say!("cli-arg-reschedule-item"))]
    pub(super) item: String,
    #[arg(long, help = say!("cli-arg-reschedule-write"))]
    pub(super) write: bool,
}

#[derive(Args, Debug)]
pub(super) struct ShiftArgs {
    #[command(flatten)]
    pub(super) what: RescheduleArgs,
    #[arg(long, value_name = "N", allow_negative_numbers = true)]
    #[arg(help = say!("cli-arg-shift-mins"))]
    pub(super) mins: i16,
}

#[derive(Args, Debug)]
pub(super) struct PackArgs {
    #[command(flatten)]
    pub(super) what: RescheduleArgs,
    #[arg(long, value_name = "N", help = say!("cli-arg-pack-gap"))]
    pub(super) gap: u16,
    #[arg(long, help = say!("cli-arg-pack-lengths"))]
    pub(super) lengths: bool,
}

#[derive(Args, Debug)]
pub(super) struct LateArgs {
    #[command(flatten)]
    pub(super) what: RescheduleArgs,
    #[arg(long, value_name = "N", help = say!("cli-arg-late-mins"))]
    pub(super) mins: u16,
}

#[derive(Args, Debug)]
pub(super) struct RainArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(long, value_name = "YYYY-MM-DD", help = say!("cli-arg-rain-day"))]
    pub(super) day: NaiveDate,
    #[arg(long, help = say!("cli-arg-rain-off"))]
    pub(super) off: bool,
    #[arg(long, help = say!("cli-arg-reschedule-write"))]
    pub(super) write: bool,
}

#[derive(Args, Debug)]
pub(super) struct ChooseArgs {
    #[command(flatten)]
    pub(super) what: RescheduleArgs,
    #[arg(long, value_name = "LABEL", default_value = "", help = say!("cli-arg-choose-label"))]
    pub(super) alternative: String,
}

#[derive(Args, Debug)]
pub(super) struct SubstituteArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(value_name = "WHO", help = say!("cli-arg-substitute-who"))]
    pub(super) who: String,
    #[arg(value_name = "BY", help = say!("cli-arg-substitute-by"))]
    pub(super) by: String,
    #[arg(long, help = say!("cli-arg-reschedule-write"))]
    pub(super) write: bool,
}

#[derive(Args, Debug)]
pub(super) struct AttendArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(value_name = "PERSON", help = say!("cli-arg-substitute-by"))]
    pub(super) person: String,
    #[arg(value_name = "STATE", help = say!("cli-arg-attend-state"))]
    pub(super) state: AttendState,
    #[arg(long, help = say!("cli-arg-reschedule-write"))]
    pub(super) write: bool,
}

/// Whether somebody comes, as the command line spells it.
#[derive(Clone, Copy, Debug, ValueEnum)]
pub(super) enum AttendState {
    Expected,
    Confirmed,
    Declined,
    Unknown,
}

impl From<AttendState> for Rsvp {
    fn from(state: AttendState) -> Self {
        match state {
            AttendState::Expected => Self::Expected,
            AttendState::Confirmed => Self::Confirmed,
            AttendState::Declined => Self::Declined,
            AttendState::Unknown => Self::Unknown,
        }
    }
}

#[derive(Args, Debug)]
pub(super) struct OrderArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(long, value_name = "ID", help = say!("cli-arg-order-item"))]
    pub(super) item: Option<String>,
    #[arg(long, value_name = "ID", conflicts_with = "item", help = say!("cli-arg-order-arrangement"))]
    pub(super) arrangement: Option<String>,
    #[arg(long, help = say!("cli-arg-explain"))]
    pub(super) explain: bool,
}

#[derive(Args, Debug)]
pub(super) struct SeatsArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(long, value_name = "ID", help = say!("cli-arg-seats-item"))]
    pub(super) item: Option<String>,
    #[arg(long, value_enum, default_value_t, help = say!("cli-arg-seats-format"))]
    pub(super) format: FormatArg,
}

#[derive(Args, Debug)]
pub(super) struct ReseatArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(long, value_name = "ID", help = say!("cli-arg-reseat"))]
    pub(super) arrangement: String,
    #[arg(long, help = say!("cli-arg-reschedule-write"))]
    pub(super) write: bool,
}

/// What can be taken into a visit.
#[derive(Debug, Subcommand)]
pub(super) enum Import {
    #[command(about = say!("cli-import-people"))]
    People(ImportPeopleArgs),
    #[command(about = say!("cli-import-ics"))]
    Ics(ImportIcsArgs),
}

/// What can be given to other programs.
#[derive(Debug, Subcommand)]
pub(super) enum Export {
    #[command(about = say!("cli-export-people"))]
    People(ExportPeopleArgs),
    #[command(about = say!("cli-export-ics"))]
    Ics(ExportIcsArgs),
}

#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
#[derive(Args, Debug)]
pub(super) struct ImportPeopleArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(value_name = "FILE", help = say!("cli-arg-people-file"))]
    pub(super) file: PathBuf,
    #[arg(long, value_name = "ID", help = say!("cli-arg-delegation"))]
    pub(super) delegation: Option<String>,
    #[arg(long, value_name = "NAME", help = say!("cli-arg-encoding", known = encodings()))]
    pub(super) encoding: Option<String>,
    #[arg(long, value_name = "HEADING=FIELD", help = say!("cli-arg-column"))]
    pub(super) column: Vec<String>,
    #[arg(long, value_enum, default_value_t, help = say!("cli-arg-alike"))]
    pub(super) alike: AlikeArg,
    #[arg(long, help = say!("cli-arg-no-new"))]
    pub(super) no_new: bool,
    #[arg(long, help = say!("cli-arg-no-changes"))]
    pub(super) no_changes: bool,
    #[arg(long, help = say!("cli-arg-absent"))]
    pub(super) absent_decline: bool,
    #[arg(long, help = say!("cli-arg-dry-run"))]
    pub(super) dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct ExportPeopleArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(short, long, value_name = "FILE", help = say!("cli-arg-people-output"))]
    pub(super) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct ImportIcsArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(value_name = "FILE", help = say!("cli-arg-ics-file"))]
    pub(super) file: PathBuf,
    #[arg(long, value_parser = zone, help = say!("cli-arg-ics-zone"))]
    pub(super) zone: Option<Zone>,
    #[arg(long, value_name = "NAME", help = say!("cli-arg-encoding", known = encodings()))]
    pub(super) encoding: Option<String>,
    #[arg(long, help = say!("cli-arg-ics-outside"))]
    pub(super) outside: bool,
    #[arg(long, help = say!("cli-arg-dry-run"))]
    pub(super) dry_run: bool,
}

#[derive(Args, Debug)]
pub(super) struct ExportIcsArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
    #[arg(long, value_name = "ID", conflicts_with = "person", help = say!("cli-arg-ics-group"))]
    pub(super) group: Option<String>,
    #[arg(long, value_name = "ID", help = say!("cli-arg-ics-person"))]
    pub(super) person: Option<String>,
    #[arg(long, help = say!("cli-arg-ics-attendees"))]
    pub(super) attendees: bool,
    #[arg(long, value_enum, default_value_t, help = say!("cli-arg-ics-confidential"))]
    pub(super) confidential: ConfidentialArg,
    #[arg(short, long, value_name = "FILE", help = say!("cli-arg-ics-output"))]
    pub(super) output: Option<PathBuf>,
}

/// What a calendar shows of confidential items.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum ConfidentialArg {
    /// Their times.
    Busy,
    /// Nothing.
    #[default]
    Omit,
}

/// What becomes of a row that is like somebody known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum AlikeArg {
    /// Left out and named.
    #[default]
    Skip,
    /// That person, where there is but one and the name or e-mail is the same.
    Join,
    /// Somebody new.
    New,
}

/// Who reads, and in which language.
#[derive(Args, Debug)]
pub(super) struct ReaderArgs {
    #[arg(long, value_enum, help = say!("cli-arg-audience"))]
    pub(super) audience: Option<AudienceArg>,
    #[arg(long, value_parser = lang, help = say!("cli-arg-language"))]
    pub(super) language: Option<Lang>,
}

#[derive(Args, Debug)]
pub(super) struct PrintArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(long, help = say!("cli-arg-paper", papers = papers()))]
    pub(super) paper: Option<String>,
    #[arg(long, conflicts_with_all = ["paper", "person", "each"], help = say!("cli-arg-print-all"))]
    pub(super) all: bool,
    #[arg(long, value_name = "ID", help = say!("cli-arg-print-person"))]
    pub(super) person: Option<String>,
    #[arg(long, conflicts_with = "person", help = say!("cli-arg-print-each"))]
    pub(super) each: bool,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
    #[arg(long, value_enum, default_value_t, help = say!("cli-arg-size"))]
    pub(super) size: SizeArg,
    #[arg(short, long, value_name = "FILE", help = say!("cli-arg-output"))]
    pub(super) output: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct ShowArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[command(flatten)]
    pub(super) reader: ReaderArgs,
}

#[derive(Args, Debug)]
pub(super) struct CheckArgs {
    #[arg(value_name = "VISIT", required_unless_present = "rules", help = say!("cli-arg-visit"))]
    pub(super) visit: Option<PathBuf>,
    #[arg(long, help = say!("cli-arg-all"))]
    pub(super) all: bool,
    #[arg(long, help = say!("cli-arg-rules"))]
    pub(super) rules: bool,
    #[arg(long, value_name = "FOLDER", help = say!("cli-arg-check-library"))]
    pub(super) library: Option<PathBuf>,
    #[arg(long, value_enum, default_value_t, help = say!("cli-arg-format"))]
    pub(super) format: FormatArg,
}

#[derive(Args, Debug)]
pub(super) struct ListArgs {
    #[arg(value_name = "FOLDER", help = say!("cli-arg-library"))]
    pub(super) folder: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct SearchArgs {
    #[arg(value_name = "WORDS", required = true, help = say!("cli-arg-words"))]
    pub(super) words: Vec<String>,
    #[arg(long, value_name = "FOLDER", help = say!("cli-arg-library"))]
    pub(super) library: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct NewArgs {
    #[arg(value_name = "TITLE", help = say!("cli-arg-title"))]
    pub(super) title: String,
    #[arg(long, value_name = "DAY", help = say!("cli-arg-from"))]
    pub(super) from: Option<NaiveDate>,
    #[arg(long, value_name = "DAY", requires = "from", help = say!("cli-arg-to"))]
    pub(super) to: Option<NaiveDate>,
    #[arg(long, value_parser = zone, help = say!("cli-arg-zone"))]
    pub(super) zone: Option<Zone>,
    #[arg(long, help = say!("cli-arg-place"))]
    pub(super) place: Option<String>,
    #[arg(long, value_parser = lang, help = say!("cli-arg-visit-language"))]
    pub(super) language: Option<Lang>,
    #[arg(long, value_name = "FOLDER", help = say!("cli-arg-library"))]
    pub(super) library: Option<PathBuf>,
}

#[derive(Args, Debug)]
pub(super) struct FmtArgs {
    #[arg(value_name = "FILE", required = true, help = say!("cli-arg-visit"))]
    pub(super) files: Vec<PathBuf>,
    #[arg(long, help = say!("cli-arg-fmt-check"))]
    pub(super) check: bool,
}

#[derive(Args, Debug)]
pub(super) struct HistoryArgs {
    #[arg(value_name = "VISIT", help = say!("cli-arg-visit"))]
    pub(super) visit: PathBuf,
    #[arg(long, value_name = "NUMBER", help = say!("cli-arg-restore"))]
    pub(super) restore: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(super) enum AudienceArg {
    Guest,
    Staff,
    Media,
}

impl From<AudienceArg> for Audience {
    fn from(audience: AudienceArg) -> Self {
        match audience {
            AudienceArg::Guest => Self::Guest,
            AudienceArg::Staff => Self::Staff,
            AudienceArg::Media => Self::Media,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum SizeArg {
    #[default]
    A4,
    Letter,
}

impl From<SizeArg> for PageSize {
    fn from(size: SizeArg) -> Self {
        match size {
            SizeArg::A4 => Self::A4,
            SizeArg::Letter => Self::Letter,
        }
    }
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum FormatArg {
    #[default]
    Text,
    Json,
}

pub(super) fn lang(tag: &str) -> Result<Lang, String> {
    Lang::new(tag).ok_or_else(|| say!("error-language-form", tag = tag))
}

fn zone(name: &str) -> Result<Zone, String> {
    Zone::new(name).ok_or_else(|| say!("error-zone-unknown", zone = name))
}

fn encodings() -> String {
    crate::exchange::ENCODINGS.join(", ")
}

fn papers() -> String {
    crate::paper::ALL.iter().map(|paper| paper.id).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use clap::CommandFactory as _;

    use super::*;

    #[test]
    fn the_command_line_is_sound() {
        Cli::command().debug_assert();
    }

    #[test]
    fn every_command_and_argument_says_what_it_is_for() {
        for command in Cli::command().get_subcommands() {
            assert!(command.get_about().is_some(), "{}", command.get_name());
            for arg in command.get_arguments() {
                assert!(arg.get_help().is_some(), "{} {}", command.get_name(), arg.get_id());
            }
        }
    }
}
