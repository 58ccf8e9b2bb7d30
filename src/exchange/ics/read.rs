//! Calendars as files hold them: in any encoding, with any line ends, several in one file, one
//! broken entry among hundreds.

use calcard::icalendar::ICalendarComponent;
use calcard::{Entry, Parser};
use chrono::NaiveDateTime;

use super::event::{self, Event};
use super::rejected::{CalendarError, Cause, Rejected};
use super::stamp::{Described, zone_called};
use crate::exchange::decode::unfolded;

/// The largest file that is read.
const MOST_BYTES: usize = 8 * 1024 * 1024;
const MOST_ENTRIES: usize = 5_000;

/// What the calendars of a file say.
#[derive(Clone, Debug)]
pub struct Calendar {
    pub(super) events: Vec<Event>,
    pub(super) rejected: Vec<Rejected>,
    /// The encoding of the text, and whether it is a guess.
    pub encoding: (&'static str, bool),
}

impl Calendar {
    /// How many entries it has, those that cannot be understood too.
    pub fn entries(&self) -> usize {
        self.events.len().saturating_add(self.rejected.len())
    }
}

/// Reads the calendars of a file.
///
/// # Errors
/// When it holds none, or too much.
pub fn read(bytes: &[u8], encoding: Option<&str>) -> Result<Calendar, CalendarError> {
    if bytes.len() > MOST_BYTES {
        return Err(CalendarError::TooLarge);
    }
    let text = unfolded(bytes, encoding);
    let encoding = (text.encoding, text.is_guess);
    let with_content = text.lines.into_iter().filter(|(_, line)| !line.trim().is_empty());
    let lines: Vec<(usize, String)> = with_content.collect();
    if !lines.iter().any(|(_, line)| is(line, "BEGIN:VCALENDAR")) {
        return Err(CalendarError::NoCalendar);
    }
    let blocks = blocks(&lines);
    if blocks.len() > MOST_ENTRIES {
        return Err(CalendarError::TooLong { most: MOST_ENTRIES });
    }
    let zones = described(&lines);
    let mut calendar = Calendar { events: Vec::new(), rejected: Vec::new(), encoding };
    for block in blocks {
        match entry(&block, &zones) {
            Ok(event) => calendar.events.push(event),
            Err(rejected) => calendar.rejected.push(rejected),
        }
    }
    Ok(calendar)
}

/// The lines of one entry.
struct Block<'a> {
    lines: &'a [(usize, String)],
    is_whole: bool,
    is_cancelled: bool,
}

fn is(line: &str, what: &str) -> bool {
    line.trim_start_matches('\u{feff}').trim().eq_ignore_ascii_case(what)
}

fn blocks(lines: &[(usize, String)]) -> Vec<Block<'_>> {
    let mut blocks = Vec::new();
    let (mut begin, mut is_cancelled) = (None, false);
    let mut close = |begin: usize, end: usize, is_whole: bool, is_cancelled: bool| {
        let lines = lines.get(begin..end).unwrap_or_default();
        blocks.push(Block { lines, is_whole, is_cancelled });
    };
    for (index, (_, line)) in lines.iter().enumerate() {
        let begins = is(line, "BEGIN:VEVENT");
        let leaves = is(line, "BEGIN:VCALENDAR") || is(line, "END:VCALENDAR");
        if is(line, "END:VEVENT") {
            if let Some(begin) = begin.take() {
                close(begin, index + 1, true, is_cancelled);
            }
        } else if begins || leaves {
            if let Some(begin) = begin.take() {
                close(begin, index, false, is_cancelled);
            }
            begin = begins.then_some(index);
        }
        if is(line, "BEGIN:VCALENDAR") {
            is_cancelled = false;
        }
        is_cancelled |= is(line, "METHOD:CANCEL");
    }
    if let Some(begin) = begin {
        close(begin, lines.len(), false, is_cancelled);
    }
    blocks
}

fn entry(block: &Block<'_>, zones: &Described) -> Result<Event, Rejected> {
    let line = block.lines.first().map_or(1, |(line, _)| *line);
    let component = component(block.lines);
    let title = component.as_ref().map(event::title).unwrap_or_default();
    let rejected = |line, cause| Rejected { line, title: title.clone(), cause };
    if !block.is_whole {
        return Err(rejected(line, Cause::Unended));
    }
    if let Some((line, text)) = bad_time(block.lines) {
        return Err(rejected(line, Cause::BadTime { text }));
    }
    let component = component.ok_or_else(|| rejected(line, Cause::Unended))?;
    Event::read(line, &component, zones, block.is_cancelled).map_err(|cause| rejected(line, cause))
}

fn component(lines: &[(usize, String)]) -> Option<ICalendarComponent> {
    let text: String = lines.iter().flat_map(|(_, line)| [line.as_str(), "\r\n"]).collect();
    match Parser::new(&text).entry() {
        Entry::ICalendar(calendar) => calendar.components.into_iter().next(),
        _ => None,
    }
}

/// The first time of an entry that is not in the form of one: half a time is no time.
fn bad_time(lines: &[(usize, String)]) -> Option<(usize, String)> {
    const TIMES: [&str; 5] = ["DTSTART", "DTEND", "RECURRENCE-ID", "EXDATE", "RDATE"];
    let mut depth = 0_usize;
    for (number, line) in lines {
        let upper = line.trim().to_ascii_uppercase();
        if upper.starts_with("BEGIN:") {
            depth = depth.saturating_add(1);
        } else if upper.starts_with("END:") {
            depth = depth.saturating_sub(1);
        }
        let name = upper.split([':', ';']).next().unwrap_or_default();
        // Alarms and other parts within have times of their own.
        if depth != 1 || !TIMES.contains(&name) || upper.contains("VALUE=PERIOD") {
            continue;
        }
        let value = line.rsplit(':').next().unwrap_or_default().trim();
        if let Some(bad) = value.split(',').find(|time| !is_time(time.trim())) {
            return Some((*number, bad.to_owned()));
        }
    }
    None
}

fn is_time(text: &str) -> bool {
    let (day, time) = match text.split_once(['T', 't']) {
        Some((day, time)) => (day, Some(time.trim_end_matches(['Z', 'z']))),
        None => (text, None),
    };
    let time = time.unwrap_or("000000");
    let exact = day.len() == 8 && time.len() == 6;
    let whole = format!("{day}{time}");
    exact
        && whole.bytes().all(|byte| byte.is_ascii_digit())
        && NaiveDateTime::parse_from_str(&whole, "%Y%m%d%H%M%S").is_ok()
}

/// The zones a file describes itself under a name of its own, as far as it also says which of
/// the known ones it means.
fn described(lines: &[(usize, String)]) -> Described {
    let mut zones = Described::new();
    let (mut name, mut meant) = (None, None);
    for (_, line) in lines {
        let (field, value) = line.trim().split_once(':').unwrap_or_default();
        match field.to_ascii_uppercase().as_str() {
            "BEGIN" if value.eq_ignore_ascii_case("VTIMEZONE") => (name, meant) = (None, None),
            "TZID" => name = Some(value.trim().to_owned()),
            "X-LIC-LOCATION" => meant = zone_called(value),
            "X-MICROSOFT-CDO-TZID" => {
                let known = calcard::common::timezone::Tz::from_ms_cdo_zone_id(value.trim());
                meant = meant.or_else(|| zone_called(&known?.name()?));
            }
            "END" if value.eq_ignore_ascii_case("VTIMEZONE") => {
                zones.extend(name.take().zip(meant.take()));
            }
            _ => {}
        }
    }
    zones
}
