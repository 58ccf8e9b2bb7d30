//! The speed that Retinue holds itself to, measured where possible against the bare work that
//! cannot be avoided. Run it with:
//!
//! ```sh
//! RETINUE_BENCH_VISITS=10000 cargo bench --bench bounds
//! ```

#![expect(
    clippy::unwrap_used,
    clippy::cast_possible_wrap,
    clippy::disallowed_methods,
    clippy::print_stdout,
    reason = "a benchmark writes scratch files, prints its table, and may panic"
)]

mod generator;
mod measure;
mod window;

use std::fs::File;
use std::io::Write as _;
use std::path::Path;
use std::process::Command;
use std::sync::Arc;
use std::time::{Duration, Instant};

use measure::{Table, median, percentile, resident_mb};
use rayon::prelude::*;
use retinue::check;
use retinue::library::{Library, Query};
use retinue::model::{About, Arrangement, ArrangementId, ArrangementKind, Minute, Visit};
use retinue::protocol::honour::Seating;
use retinue::store::{self, Known, Owner, SaveRequest};

fn main() {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    if let [flag, visits, cache] = arguments.as_slice()
        && flag == OPEN
    {
        return open_once(Path::new(visits), Path::new(cache));
    }
    // `cargo test --benches` builds and starts this too; only `cargo bench` measures.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let count = std::env::var("RETINUE_BENCH_VISITS").ok().and_then(|n| n.parse().ok());
    let count: usize = count.unwrap_or(2_000);
    let folder = tempfile::tempdir().unwrap();
    let visits = folder.path().join("visits");
    std::fs::create_dir(&visits).unwrap();
    let bytes = generator::library(&visits, count);
    println!(
        "{count} visits of {} KB on {} cores",
        bytes / count / 1024,
        rayon::current_num_threads()
    );
    let mut table = Table::default();
    index(&mut table, &visits, &folder.path().join("cache"));
    save(&mut table, folder.path());
    checks(&mut table);
    seats(&mut table);
    programme(&mut table, folder.path());
    window::preview(&mut table);
    window::frame(&mut table, &visits, &folder.path().join("cache"), folder.path());
    table.print();
}

/// First index, next start and search of the library in `visits`.
fn index(table: &mut Table, visits: &Path, cache: &Path) {
    // In turn, and the better of two each: what else runs on the machine tells less.
    let (mut bare, mut first) = (Duration::MAX, Duration::MAX);
    for _ in 0..2 {
        std::fs::remove_dir_all(cache).ok(); // The first time there is none.
        bare = bare.min(timed(|| bare_parse(visits)));
        let mut library = None;
        first = first.min(timed(|| library = Some(Library::open(visits, Some(cache)).unwrap())));
        library.unwrap().settle();
    }
    let ratio = first.as_secs_f64() / bare.as_secs_f64();
    table.row("first index / bare ron parsing", ratio, 1.3, "×");
    table.note(format!("first index {first:.2?}, bare {bare:.2?}"));
    table.note(format!("remembered in {} MB", folder_size(cache) / 1024 / 1024));
    next_start(table, visits, cache);
    let library = Library::open(visits, Some(cache)).unwrap();
    let mut strokes = Vec::new();
    for wanted in generator::SEARCHES {
        for (end, c) in wanted.char_indices() {
            let query =
                Query { words: wanted[..end + c.len_utf8()].to_owned(), ..Query::default() };
            strokes.push(timed(|| drop(library.list(&query))));
        }
    }
    table.row("search per keystroke, p95", percentile(&mut strokes, 95) * 1e3, 16.0, "ms");
    table.note(format!(
        "median {:.1} ms of {} keystrokes",
        median(&mut strokes) * 1e3,
        strokes.len()
    ));
}

/// How this program is called to open a library once and tell what that took.
const OPEN: &str = "--open-once";

/// The start and the memory of a new process.
fn next_start(table: &mut Table, visits: &Path, cache: &Path) {
    let program = std::env::current_exe().unwrap();
    let told = Command::new(program).arg(OPEN).arg(visits).arg(cache).output().unwrap();
    let told = String::from_utf8(told.stdout).unwrap();
    let (millis, memory) = told.trim().split_once(' ').unwrap();
    table.row("next start", millis.parse().unwrap(), 300.0, "ms");
    if let Ok(memory) = memory.parse() {
        table.row("resident memory with the library open", memory, 250.0, "MB");
    }
}

fn open_once(visits: &Path, cache: &Path) {
    let start = Instant::now();
    let library = Library::open(visits, Some(cache)).unwrap();
    let millis = start.elapsed().as_secs_f64() * 1e3;
    let memory = resident_mb().map(|mb| mb.to_string()).unwrap_or_default();
    println!("{millis} {memory}");
    drop(library);
}

fn folder_size(folder: &Path) -> u64 {
    folder.read_dir().unwrap().map(|entry| entry.unwrap().metadata().unwrap().len()).sum()
}

/// Saving against writing the same bytes to a new file, bringing it onto the disk, and giving it
/// its name.
fn save(table: &mut Table, folder: &Path) {
    let visit = Arc::new(generator::visit(1, 16, 9));
    let text = store::write(&visit).unwrap();
    let (path, plain) = (folder.join("saved.ron"), folder.join("plain.ron"));
    let (mut saves, mut writes) = (Vec::new(), Vec::new());
    let mut known = Known::New;
    for round in 0..30_u16 {
        // Every save is of another content, as an officer's is.
        let mut about = About::clone(&visit.about);
        about.remarks = format!("Round {round}");
        let visit = Arc::new(Visit { about: Arc::new(about), ..Visit::clone(&visit) });
        let owner = Owner { nonce: "bench".to_owned(), ..Owner::default() };
        let request =
            SaveRequest { path: path.clone(), visit, known, owner, now: Minute::default() };
        saves.push(timed(|| known = Known::Content(store::save(&request).unwrap().hash)));
        writes.push(timed(|| {
            let temporary = folder.join("plain.tmp");
            let mut file = File::create(&temporary).unwrap();
            file.write_all(text.as_bytes()).unwrap();
            file.sync_all().unwrap();
            std::fs::rename(&temporary, &plain).unwrap();
        }));
    }
    let (save, write) = (median(&mut saves), median(&mut writes));
    table.row("save / write + fsync + rename", save / write, 3.0, "×");
    table.note(format!("save {:.2} ms, bare {:.2} ms, medians of 30", save * 1e3, write * 1e3));
}

fn checks(table: &mut Table) {
    let visit = generator::visit(1, 1_000, 500);
    let mut found = 0;
    let mut runs: Vec<Duration> =
        (0..20).map(|_| timed(|| found = check::findings(&visit).len())).collect();
    table.row("checks, 500 items and 1,000 people", median(&mut runs) * 1e3, 10.0, "ms");
    table.note(format!("{found} findings"));
}

/// The order and the places of a dinner for a thousand.
fn seats(table: &mut Table) {
    let mut visit = generator::visit(1, 1_000, 1);
    let item = visit.items.first_mut().map(Arc::make_mut).unwrap();
    item.attendance.people = visit.people.iter().map(|person| person.id.clone()).collect();
    let plan = Arrangement {
        id: ArrangementId::new("dinner").unwrap(),
        item: Some(item.id.clone()),
        kind: ArrangementKind::RoundTables,
        seats: 10,
        ..Arrangement::default()
    };
    visit.arrangements.push(Arc::new(plan.clone()));
    let mut seated = 0;
    let run = || {
        let seats = Seating::of(&visit, &plan).rows.into_iter().flat_map(|row| row.seats);
        seated = seats.filter(|seat| seat.who.is_some()).count();
    };
    let mut run = run;
    let mut runs: Vec<Duration> = (0..20).map(|_| timed(&mut run)).collect();
    table.row("order and places of 1,000 people", median(&mut runs) * 1e3, 5.0, "ms");
    table.note(format!("{seated} seated"));
}

/// The whole process from the command to the PDF.
fn programme(table: &mut Table, folder: &Path) {
    let path = folder.join("programme.ron");
    std::fs::write(&path, store::write(&generator::visit(1, 30, 40)).unwrap()).unwrap();
    let print = || {
        let mut command = Command::new(env!("CARGO_BIN_EXE_retinue"));
        command.arg("print").arg(&path).arg("-o").arg(folder.join("programme.pdf"));
        let done = command.output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    };
    let mut runs: Vec<Duration> = (0..10).map(|_| timed(print)).collect();
    // A tenth of what LibreOffice and WeasyPrint take for the same pages, 2.1 s each.
    table.row("programme of 40 items as PDF", median(&mut runs) * 1e3, 210.0, "ms");
}

/// What no index can do without: every file read and parsed, on all cores.
fn bare_parse(visits: &Path) {
    let paths: Vec<_> = visits.read_dir().unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.par_iter().for_each(|path| {
        let text = std::fs::read_to_string(path).unwrap();
        // The model itself knows no format number.
        let text = text.replacen("    format: 1,\n", "", 1);
        let options = ron::Options::default()
            .with_default_extension(ron::extensions::Extensions::IMPLICIT_SOME);
        let visit: Visit = options.from_str(&text).unwrap();
        assert!(!visit.id.is_empty());
    });
}

fn timed(work: impl FnOnce()) -> Duration {
    let start = Instant::now();
    work();
    start.elapsed()
}
