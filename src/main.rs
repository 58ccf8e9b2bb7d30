//! The program: a command on the command line or, without one, the window.

fn main() -> std::process::ExitCode {
    retinue::cli::main()
}
