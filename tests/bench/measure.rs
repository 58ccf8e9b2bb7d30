//! Figures and the table that shows them.

use std::time::Duration;

/// Rows of what was measured, each with its bound.
#[derive(Default)]
pub(crate) struct Table(Vec<String>);

impl Table {
    pub(crate) fn row(&mut self, what: &str, measured: f64, bound: f64, unit: &str) {
        let verdict = if measured <= bound { "held" } else { "NOT HELD" };
        self.0.push(format!("| {what} | {measured:.2} {unit} | ≤ {bound} {unit} | {verdict} |"));
    }

    /// More about the row before.
    pub(crate) fn note(&mut self, note: String) {
        self.0.push(format!("| | {note} | | |"));
    }

    pub(crate) fn print(&self) {
        println!("\n| work | measured | bound | |\n|---|---|---|---|");
        self.0.iter().for_each(|row| println!("{row}"));
    }
}

pub(crate) fn median(times: &mut [Duration]) -> f64 {
    percentile(times, 50)
}

/// In seconds.
pub(crate) fn percentile(times: &mut [Duration], percent: usize) -> f64 {
    times.sort_unstable();
    let position = (times.len() * percent / 100).min(times.len().saturating_sub(1));
    times.get(position).map_or(0.0, Duration::as_secs_f64)
}

/// The memory of this process, where the system tells.
pub(crate) fn resident_mb() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    let kb: f64 = line.trim().trim_end_matches("kB").trim().parse().ok()?;
    Some(kb / 1024.0)
}
