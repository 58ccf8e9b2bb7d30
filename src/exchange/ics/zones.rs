//! The rules of a zone as a calendar carries them: what its clocks did in the years in question.

use std::collections::BTreeMap;

use jiff::tz::{Dst, Offset, TimeZone, TimeZoneTransition};
use jiff::{Timestamp, civil};

use super::lines::Lines;
use crate::model::Zone;

/// The first and the last year in which each zone is used.
#[derive(Debug, Default)]
pub(super) struct Years(BTreeMap<Zone, (i16, i16)>);

impl Years {
    pub(super) fn add(&mut self, zone: &Zone, year: i16) {
        if !zone.is_empty() {
            let (first, last) = self.0.entry(zone.clone()).or_insert((year, year));
            (*first, *last) = ((*first).min(year), (*last).max(year));
        }
    }

    pub(super) fn write(&self, lines: &mut Lines) {
        for (name, (first, last)) in &self.0 {
            if let Ok(zone) = jiff::tz::db().get(name.as_str()) {
                write_zone(lines, name, &zone, *first, *last);
            }
        }
    }
}

fn write_zone(lines: &mut Lines, name: &Zone, zone: &TimeZone, first: i16, last: i16) {
    let january = |year| {
        let day = civil::Date::new(year, 1, 1).ok()?;
        TimeZone::UTC.to_timestamp(day.at(0, 0, 0, 0)).ok()
    };
    let (Some(from), Some(to)) = (january(first), january(last.saturating_add(1))) else { return };
    lines.put("BEGIN:VTIMEZONE");
    lines.put(&format!("TZID:{name}"));
    // What holds when the years begin, since its own change where that is known.
    let mut offset = if let Some(begin) = zone.preceding(from).next() {
        let before = offset_before(zone, begin.timestamp());
        observance(lines, before, &begin);
        begin.offset()
    } else {
        let info = zone.to_offset_info(from);
        let begin = civil::date(1970, 1, 1).at(0, 0, 0, 0);
        let (offset, name) = (info.offset(), info.abbreviation());
        period(lines, info.dst(), begin, offset, offset, name);
        offset
    };
    for change in zone.following(from) {
        if change.timestamp() >= to {
            break;
        }
        observance(lines, offset, &change);
        offset = change.offset();
    }
    lines.put("END:VTIMEZONE");
}

fn offset_before(zone: &TimeZone, at: Timestamp) -> Offset {
    let before = at.as_second().checked_sub(1).and_then(|at| Timestamp::from_second(at).ok());
    zone.to_offset(before.unwrap_or(at))
}

fn observance(lines: &mut Lines, before: Offset, change: &TimeZoneTransition<'_>) {
    // The local time at which the clock was changed, as it was before.
    let begin = before.to_datetime(change.timestamp());
    period(lines, change.dst(), begin, before, change.offset(), change.abbreviation());
}

fn period(
    lines: &mut Lines,
    dst: Dst,
    begin: civil::DateTime,
    before: Offset,
    after: Offset,
    name: &str,
) {
    let kind = if dst.is_dst() { "DAYLIGHT" } else { "STANDARD" };
    lines.put(&format!("BEGIN:{kind}"));
    lines.put(&format!("DTSTART:{}", begin.strftime("%Y%m%dT%H%M%S")));
    lines.put(&format!("TZOFFSETFROM:{}", written(before)));
    lines.put(&format!("TZOFFSETTO:{}", written(after)));
    lines.text("TZNAME", name);
    lines.put(&format!("END:{kind}"));
}

/// `+0800`; with seconds only where the local time of old had them.
fn written(offset: Offset) -> String {
    let seconds = offset.seconds();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (all, rest) = (seconds.unsigned_abs() / 60, seconds.unsigned_abs() % 60);
    let end = if rest == 0 { String::new() } else { format!("{rest:02}") };
    format!("{sign}{:02}{:02}{end}", all / 60, all % 60)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules(zone: &str, years: &[i16]) -> String {
        let mut used = Years::default();
        for year in years {
            used.add(&Zone::new(zone).unwrap(), *year);
        }
        let mut lines = Lines::default();
        used.write(&mut lines);
        lines.finish().replace("\r\n", "\n")
    }

    #[test]
    fn a_zone_carries_the_changes_of_its_years_and_the_one_before() {
        let text = rules("Europe/Berlin", &[2024]);
        let starts: Vec<_> = text.lines().filter(|line| line.starts_with("DTSTART")).collect();
        let wanted =
            ["DTSTART:20231029T030000", "DTSTART:20240331T020000", "DTSTART:20241027T030000"];
        assert_eq!(starts, wanted);
        assert!(text.contains("BEGIN:DAYLIGHT\nDTSTART:20240331T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:CEST"));
    }

    #[test]
    fn a_zone_without_changes_has_one_period_and_odd_offsets_are_kept() {
        let text = rules("Asia/Kathmandu", &[2024, 2025]);
        assert_eq!(text.matches("BEGIN:STANDARD").count(), 1);
        assert!(text.contains("TZOFFSETTO:+0545"));
        assert!(rules("America/St_Johns", &[2024]).contains("TZOFFSETTO:-0230"));
        assert!(rules("Etc/UTC", &[2024]).contains("DTSTART:19700101T000000"));
    }
}
