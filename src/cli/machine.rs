//! What the machine knows and a command is told: the clock, the officer, the folders.

use std::path::PathBuf;

use crate::app::state::Folders;
use crate::library::Officer;
use crate::model::Minute;
use crate::store::Owner;

/// The world around a command.
#[derive(Clone, Debug)]
pub struct Machine {
    /// Who works here, and the time on the wall.
    pub officer: Officer,
    /// The folder of visits where none is named.
    pub library: Option<PathBuf>,
    /// Where the index of a library is remembered.
    pub caches: Option<PathBuf>,
    /// Whether a window can open.
    pub has_display: bool,
}

impl Machine {
    /// This machine, now.
    pub fn this() -> Self {
        let folders = Folders::of_machine();
        // The folder that the window used last; the samples before it used any.
        let library = folders.as_ref().map(|folders| {
            folders.last_library().filter(|last| last.is_dir()).unwrap_or_else(|| folders.samples())
        });
        let caches = folders.map(|folders| folders.cache);
        Self { officer: officer(), library, caches, has_display: has_display() }
    }
}

fn officer() -> Officer {
    #[expect(clippy::disallowed_methods, reason = "here the command line reads the clock, once")]
    let now = chrono::Local::now();
    let variable = |names: [&str; 2]| names.iter().find_map(|name| std::env::var(name).ok());
    let pid = std::process::id();
    let owner = Owner {
        user: variable(["USER", "USERNAME"]).unwrap_or_default(),
        host: variable(["HOSTNAME", "COMPUTERNAME"]).unwrap_or_default(),
        pid,
        nonce: format!("{pid}-{:x}", now.timestamp_micros()),
        heard: Minute::new(now.naive_utc()),
    };
    Officer { owner, now: Minute::new(now.naive_local()) }
}

/// Only X11 and Wayland can be missing; the other systems always have a display.
fn has_display() -> bool {
    let is_set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    let needs_one = cfg!(all(unix, not(target_os = "macos")));
    !needs_one || is_set("DISPLAY") || is_set("WAYLAND_DISPLAY")
}
