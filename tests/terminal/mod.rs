//! A desk with the sample visits, from which tests run commands.

use std::path::PathBuf;

use assert_cmd::assert::Assert;
use assert_cmd::cargo::cargo_bin_cmd;
use tempfile::TempDir;

pub(crate) const FLAGSHIP: &str = "seoul-in-liangjiang.ron";
pub(crate) const EXERCISE: &str = "seoul-in-liangjiang-exercise.ron";

/// A place of one's own to run commands in, with the sample visits.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        retinue::library::samples::install(folder.path()).unwrap();
        Self { folder }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    pub(crate) fn text(&self, name: &str) -> String {
        std::fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn put(&self, name: &str, text: &str) {
        retinue::store::write_text(&self.path(name), text.as_bytes()).unwrap();
    }

    /// Runs a command line without a display, in English.
    pub(crate) fn run(&self, args: &[&str]) -> Assert {
        let mut command = cargo_bin_cmd!("retinue");
        command.current_dir(self.folder.path()).args(args);
        for name in ["DISPLAY", "WAYLAND_DISPLAY", "LANGUAGE", "LC_MESSAGES"] {
            command.env_remove(name);
        }
        command.env("LC_ALL", "C").env("HOME", self.folder.path());
        command.env("XDG_DATA_HOME", self.path("data"));
        command.assert()
    }

    /// What a command that succeeds writes.
    pub(crate) fn says(&self, args: &[&str]) -> String {
        stdout(&self.run(args).success())
    }

    /// The status of a command that does not succeed, and what it writes to standard error.
    pub(crate) fn fails(&self, args: &[&str]) -> (i32, String) {
        let failed = self.run(args).failure();
        let output = failed.get_output();
        (output.status.code().unwrap(), String::from_utf8(output.stderr.clone()).unwrap())
    }
}

pub(crate) fn stdout(assert: &Assert) -> String {
    String::from_utf8(assert.get_output().stdout.clone()).unwrap()
}
