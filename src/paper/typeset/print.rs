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

/// Prints a PDF with `lp`; where there is none, opens it in the viewer. It waits for `lp`.
///
/// # Errors
/// When the printer refuses, or there is neither printer command nor viewer.
pub fn print(pdf: &Path) -> Result<Printed, PrintError> {
    print_with("lp", pdf)
}

fn print_with(command: &str, pdf: &Path) -> Result<Printed, PrintError> {
    let sent = Command::new(command).arg("--").arg(pdf).stdin(Stdio::null()).output();
    match sent {
        Ok(output) if output.status.success() => Ok(Printed::Sent),
        Ok(output) => {
            let cause = String::from_utf8_lossy(&output.stderr).trim().to_owned();
            Err(PrintError::Refused { cause })
        }
        Err(_no_such_command) => match open::that_detached(pdf) {
            Ok(()) => Ok(Printed::Opened),
            Err(cause) => Err(PrintError::NoViewer { cause, path: pdf.display().to_string() }),
        },
    }
}

#[cfg(all(test, unix))]
mod tests {
    use super::*;

    #[test]
    fn a_printer_that_refuses_says_why() {
        assert!(matches!(print_with("false", Path::new("x.pdf")), Err(PrintError::Refused { .. })));
        assert!(matches!(print_with("true", Path::new("x.pdf")), Ok(Printed::Sent)));
    }
}
