//! When a place is open, as people write it: "Tue–Sun 09:00–17:00; Mon closed".

use chrono::{Datelike as _, NaiveDate, Timelike as _, Weekday};

use super::{Item, Minute, Visit};

const DAY_MINS: u16 = 24 * 60;

/// The week from Monday on, with the beginnings of its days' names in the languages of offices.
const WEEK: [(Weekday, &[&str]); 7] = [
    (Weekday::Mon, &["mo", "周一", "星期一", "월"]),
    (Weekday::Tue, &["tu", "周二", "星期二", "화"]),
    (Weekday::Wed, &["we", "周三", "星期三", "수"]),
    (Weekday::Thu, &["th", "周四", "星期四", "목"]),
    (Weekday::Fri, &["fr", "周五", "星期五", "금"]),
    (Weekday::Sat, &["sa", "周六", "星期六", "토"]),
    (Weekday::Sun, &["su", "周日", "周天", "星期日", "星期天", "일"]),
];

const CLOSED: &[&str] = &["closed", "off", "闭馆", "休馆", "休息", "关闭", "휴관", "휴무"];
const DAILY: &[&str] = &["daily", "每天", "每日", "매일"];

/// The hours of a week.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpeningHours {
    /// From Monday on; in minutes from midnight, past 24 hours into the next day.
    days: [Vec<(u16, u16)>; 7],
}

impl OpeningHours {
    /// Reads what people write: rules apart by semicolons, each with its days (none: every day)
    /// and its hours or that it is closed. Days that no rule names are closed. `None` when
    /// anything of it cannot be read.
    pub fn read(text: &str) -> Option<Self> {
        let mut week = Self { days: Default::default() };
        let plain = normalised(text);
        let mut rules = plain.split([';', '\n']).filter(|rule| !rule.trim().is_empty()).peekable();
        rules.peek()?;
        for rule in rules {
            let (mut named, mut hours, mut is_closed) = ([false; 7], Vec::new(), false);
            for word in rule.split_whitespace() {
                if CLOSED.contains(&word) {
                    is_closed = true;
                } else if DAILY.contains(&word) {
                    named = [true; 7];
                } else if word == "24/7" {
                    hours.push((0, DAY_MINS));
                } else if let Some(range) = hours_in(word) {
                    hours.push(range);
                } else {
                    let days = days_in(word)?;
                    named.iter_mut().zip(days).for_each(|(named, more)| *named |= more);
                }
            }
            if hours.is_empty() != is_closed {
                return None;
            }
            let is_every_day = named == [false; 7];
            for (day, is_named) in week.days.iter_mut().zip(named) {
                if is_named || is_every_day {
                    day.clone_from(&hours);
                }
            }
        }
        Some(week)
    }

    /// The hours of one day, in minutes from midnight; none: closed.
    pub fn on(&self, day: NaiveDate) -> &[(u16, u16)] {
        let index = day.weekday().num_days_from_monday() as usize;
        self.days.get(index).map_or(&[], Vec::as_slice)
    }

    /// How many minutes of a time lie outside the hours.
    pub fn closed_mins(&self, start: Minute, end: Minute) -> i64 {
        let end = end.max(start);
        let midnight = i64::from(start.time().num_seconds_from_midnight() / 60);
        let (from, to) = (midnight, midnight + end.mins_since(start));
        // What opened the day before may go on past midnight, and a visit into the next day.
        let open: i64 = (-1..=1 + to / i64::from(DAY_MINS))
            .flat_map(|days| {
                let day = start.day().checked_add_signed(chrono::TimeDelta::days(days));
                let hours = day.map_or(&[] as &[_], |day| self.on(day));
                let offset = days * i64::from(DAY_MINS);
                hours.iter().map(move |(open, close)| {
                    let (open, close) = (offset + i64::from(*open), offset + i64::from(*close));
                    (close.min(to) - open.max(from)).max(0)
                })
            })
            .sum();
        let is_point = from == to;
        if is_point {
            i64::from(self.closed_mins(start, start.plus_mins(1)) > 0)
        } else {
            to - from - open
        }
    }
}

impl Visit {
    /// How many minutes of an item its venue is closed, by the hours stated of it; `None` where
    /// they are not stated or cannot be read.
    pub fn closed_mins(&self, item: &Item) -> Option<i64> {
        let place = self.place(item.venue()?)?;
        let (start, end) = (item.when.start()?, item.when.assumed_end()?);
        Some(OpeningHours::read(&place.opens)?.closed_mins(start, end))
    }
}

/// One writing of dashes, commas and colons, with blanks only between words.
fn normalised(text: &str) -> String {
    let mut plain = text.to_lowercase();
    for (from, to) in [
        ("：", ":"),
        ("；", ";"),
        ("，", " "),
        (",", " "),
        ("、", " "),
        ("요일", ""),
        ("–", "-"),
        ("—", "-"),
        ("~", "-"),
        ("～", "-"),
        ("〜", "-"),
        ("至", "-"),
        ("到", "-"),
        (" to ", "-"),
        (" - ", "-"),
        ("- ", "-"),
        (" -", "-"),
    ] {
        plain = plain.replace(from, to);
    }
    for word in CLOSED.iter().chain(DAILY).filter(|word| !word.is_ascii()) {
        plain = plain.replace(word, &format!(" {word} "));
    }
    plain
}

/// "9:00-17:30", "18-02:00".
fn hours_in(word: &str) -> Option<(u16, u16)> {
    let (from, to) = word.split_once('-')?;
    let (from, to) = (clock(from)?, clock(to)?);
    if from == to {
        return None;
    }
    Some((from, if to < from { to + DAY_MINS } else { to }))
}

fn clock(text: &str) -> Option<u16> {
    let (hour, minute) = text.split_once(':').unwrap_or((text, "0"));
    let (hour, minute): (u16, u16) = (hour.parse().ok()?, minute.parse().ok()?);
    (hour <= 24 && minute < 60 && hour * 60 + minute <= DAY_MINS).then(|| hour * 60 + minute)
}

/// "mon", "fri-mon", "周二-周日"; a colon behind them is none of the hours.
fn days_in(word: &str) -> Option<[bool; 7]> {
    let word = word.trim_end_matches([':', '.']);
    let (from, to) = word.split_once('-').unwrap_or((word, word));
    let (from, to) = (weekday(from)?, weekday(to)?);
    let mut days = [false; 7];
    let last = if to < from { to + 7 } else { to };
    for day in from..=last {
        if let Some(named) = days.get_mut(day % 7) {
            *named = true;
        }
    }
    Some(days)
}

fn weekday(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.');
    WEEK.iter().position(|(day, names)| {
        names.iter().any(|name| {
            let is_full = format!("{day:?}").to_lowercase();
            word == *name || (name.is_ascii() && word.starts_with(&is_full))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on(text: &str, day: &str) -> Option<Vec<(u16, u16)>> {
        let hours = OpeningHours::read(text)?;
        Some(hours.on(day.parse().unwrap()).to_vec())
    }

    const MONDAY: &str = "2024-07-29";
    const TUESDAY: &str = "2024-07-30";

    #[test]
    fn hours_are_read_as_people_write_them() {
        let day = Some(vec![(9 * 60, 17 * 60)]);
        for text in [
            "09:00–17:00",
            "9-17",
            "daily 9:00 - 17:00",
            "Mon-Fri: 9:00–17:00; Sat 10-14",
            "周一至周五 9：00—17：00；周六闭馆",
            "월-금 09:00~17:00, 토요일 휴무".replace(", ", "; ").as_str(),
            "Monday to Friday 9:00 to 17:00",
        ] {
            assert_eq!(on(text, MONDAY), day, "{text}");
        }
        let hours = "Tue–Sun 9:00-12:00, 13:30-17:00; Mon closed";
        assert_eq!(on(hours, MONDAY), Some(Vec::new()));
        assert_eq!(on(hours, TUESDAY), Some(vec![(540, 720), (810, 1020)]));
        assert_eq!(on("Sat-Mon 10-12", MONDAY), Some(vec![(600, 720)]));
        assert_eq!(on("Sat-Mon 10-12", TUESDAY), Some(Vec::new()));
    }

    #[test]
    fn what_is_not_understood_is_not_guessed() {
        for text in ["", "by appointment", "09:00", "Mon", "25:00-26:00", "9-9", "Xmas 9-12"] {
            assert_eq!(OpeningHours::read(text), None, "{text}");
        }
    }

    #[test]
    fn the_minutes_outside_the_hours_are_counted() {
        let at = |text: &str| Minute::parse(text).unwrap();
        let hours = OpeningHours::read("9:00-17:00; Mon closed").unwrap();
        let closed = |from: &str, to: &str| hours.closed_mins(at(from), at(to));
        assert_eq!(closed("2024-07-30 09:00", "2024-07-30 17:00"), 0);
        assert_eq!(closed("2024-07-30 16:30", "2024-07-30 18:00"), 60);
        assert_eq!(closed("2024-07-29 10:00", "2024-07-29 11:00"), 60);
        assert_eq!(closed("2024-07-29 10:00", "2024-07-29 10:00"), 1);
        assert_eq!(closed("2024-07-30 17:00", "2024-07-30 17:00"), 1);
        let bar = OpeningHours::read("18:00-02:00").unwrap();
        assert_eq!(bar.closed_mins(at("2024-07-30 23:00"), at("2024-07-31 01:00")), 0);
        assert_eq!(bar.closed_mins(at("2024-07-31 01:30"), at("2024-07-31 02:30")), 30);
    }
}
