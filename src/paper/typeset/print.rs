//! Straight to paper: the system's printer where there is a command for it, else the viewer.

use std::io;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::words::{self, say};

/// What became of a request to print.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Printed {
    /// The printer has it.
    Sent,
    /// The viewer shows it; it prints from there.
    Opened,
}

/// Why nothing was printed.
#[derive(Debug, thiserror::Error)]
pub enum PrintError {
    #[error("{}", say!("paper-print-refused", cause = cause.as_str()))]
    Refused { cause: String },
    #[error("{}", say!("paper-print-viewer", cause = words::cause(cause), path = path.as_str()))]
    NoViewer { cause: io::Error, path: String },
}

/// Prints a PDF with the command of the office, a program and what goes before the file; without
/// one with `lp`, and where there is no `lp`, opens it in the viewer. It waits for the command.
///
/// # Errors
/// When the printer refuses, or there is neither printer command nor viewer.
pub fn print(pdf: &Path, printer: &[String]) -> Result<Printed, PrintError> {
    let Some((program, before)) = printer.split_first() else { return print_as_usual(pdf) };
    let refused = |cause: io::Error| PrintError::Refused { cause: words::cause(&cause) };
    sent(program, before, pdf).map_err(refused)?
}

fn print_as_usual(pdf: &Path) -> Result<Printed, PrintError> {
    sent("lp", &[], pdf).unwrap_or_else(|_no_such_program| match open::that_detached(pdf) {
        Ok(()) => Ok(Printed::Opened),
        Err(cause) => Err(PrintError::NoViewer { cause, path: pdf.display().to_string() }),
    })
}

/// What the command says; the outer error when it cannot be started.
fn sent(program: &str, before: &[String], pdf: &Path) -> io::Result<Result<Printed, PrintError>> {
    let mut command = Command::new(program);
    let output = command.args(before).arg("--").arg(pdf).stdin(Stdio::null()).output()?;
    if output.status.success() {
        return Ok(Ok(Printed::Sent));
    }
    let cause = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    Ok(Err(PrintError::Refused { cause }))
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_printer_that_refuses_or_is_not_there_says_why() {
        let print = |program: &str| print(Path::new("x.pdf"), &[program.to_owned()]);
        assert!(matches!(print("true"), Ok(Printed::Sent)));
        assert!(matches!(print("false"), Err(PrintError::Refused { .. })));
        assert!(matches!(print("no-such-printer"), Err(PrintError::Refused { .. })));
    }
}
