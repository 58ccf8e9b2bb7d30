//! Dates, weekdays, times and zones in the language of a paper.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeMap;

use chrono::{Datelike as _, NaiveDate, Timelike as _};
use icu_datetime::DateTimeFormatter;
use icu_datetime::fieldsets::{D, E, MD, MDE, YMD, YMDE};
use icu_datetime::input::Date;
use icu_locale::Locale;

use super::say_in;
use crate::model::{Lang, Minute, Zone};

/// The locale whose habits of writing dates a paper follows, in the calendar of the visit's file.
fn locale(lang: &Lang) -> Locale {
    let tag = if lang.as_str() == "en" { "en-GB" } else { lang.as_str() };
    Locale::try_from_str(&format!("{tag}-u-ca-gregory")).unwrap_or(Locale::UNKNOWN)
}

/// One date by one set of fields, its formatter made once; a date that ICU does not know is
/// written as the file does.
macro_rules! formatted {
    ($fields:ident, $date:expr, $lang:expr) => {{
        thread_local! {
            static MADE: RefCell<BTreeMap<Lang, Option<DateTimeFormatter<$fields>>>> =
                const { RefCell::new(BTreeMap::new()) };
        }
        let (date, lang): (NaiveDate, &Lang) = ($date, $lang);
        let icu = Date::try_new_iso(date.year(), date.month() as u8, date.day() as u8).ok();
        let written = MADE.with_borrow_mut(|made| {
            if !made.contains_key(lang) {
                let formatter = DateTimeFormatter::try_new(locale(lang).into(), $fields::long());
                made.insert(lang.clone(), formatter.ok());
            }
            let formatter = made.get(lang)?.as_ref()?;
            Some(formatter.format(&icu?).to_string())
        });
        written.unwrap_or_else(|| date.to_string())
    }};
}

/// "29 July 2024", "2024年7月29日".
pub fn date(date: NaiveDate, lang: &Lang) -> String {
    formatted!(YMD, date, lang)
}

/// "29 July", "7月29日".
pub fn month_day(date: NaiveDate, lang: &Lang) -> String {
    formatted!(MD, date, lang)
}

/// "Monday", "星期一".
pub fn weekday(date: NaiveDate, lang: &Lang) -> String {
    formatted!(E, date, lang)
}

/// "Monday 29 July", "7月29日 星期一".
pub fn day(day: NaiveDate, lang: &Lang) -> String {
    if lang.primary() == "zh" {
        format!("{} {}", month_day(day, lang), weekday(day, lang))
    } else {
        formatted!(MDE, day, lang)
    }
}

/// "Monday 29 July 2024", "2024年7月29日 星期一".
pub fn full_day(day: NaiveDate, lang: &Lang) -> String {
    match lang.as_str() {
        "en" => format!("{} {}", weekday(day, lang), date(day, lang)),
        _ if lang.primary() == "zh" => format!("{} {}", date(day, lang), weekday(day, lang)),
        _ => formatted!(YMDE, day, lang),
    }
}

/// "29–30 July 2024", "2024年7月29日至30日"; one date when both are the same.
pub fn range(first: NaiveDate, last: NaiveDate, lang: &Lang) -> String {
    let (first, last) = match first.cmp(&last) {
        Ordering::Equal => return date(first, lang),
        Ordering::Less => (first, last),
        Ordering::Greater => (last, first),
    };
    let year_first = matches!(lang.primary(), "zh" | "ko" | "ja");
    let can_shorten = year_first || lang.as_str() == "en";
    if !can_shorten || first.year() != last.year() {
        let (first, last) = (date(first, lang), date(last, lang));
        return say_in!(lang, "date-range", first = first, last = last);
    }
    let one_month = first.month() == last.month();
    let short = |date| {
        if one_month { formatted!(D, date, lang) } else { month_day(date, lang) }
    };
    let (first, last) = if year_first {
        (date(first, lang), short(last))
    } else {
        (short(first), date(last, lang))
    };
    if one_month {
        say_in!(lang, "date-range-days", first = first, last = last)
    } else {
        say_in!(lang, "date-range", first = first, last = last)
    }
}

/// "09:05", by the clock of 24 hours in every language.
pub fn time(at: Minute) -> String {
    format!("{:02}:{:02}", at.time().hour(), at.time().minute())
}

/// "28 July 2024, 16:40".
pub fn moment(at: Minute, lang: &Lang) -> String {
    say_in!(lang, "date-moment", date = date(at.day(), lang), time = time(at))
}

/// "29 July 09:00–10:00", "7月29日 09:00–10:00": from, to, in a sentence about one visit.
pub fn span(start: Minute, end: Option<Minute>, lang: &Lang) -> String {
    let at = |moment: Minute| format!("{} {}", month_day(moment.day(), lang), time(moment));
    match end {
        Some(end) if end.day() == start.day() => format!("{}–{}", at(start), time(end)),
        Some(end) => format!("{} – {}", at(start), at(end)),
        None => at(start),
    }
}

/// "UTC+9", "UTC−3:30": how a zone stands to the world's clock then; `None` when it is unknown.
pub fn offset(zone: &Zone, at: Minute) -> Option<String> {
    let zone = jiff::tz::db().get(zone.as_str()).ok()?;
    let (day, clock) = (at.day(), at.time());
    let civil = jiff::civil::DateTime::new(
        i16::try_from(day.year()).ok()?,
        i8::try_from(day.month()).ok()?,
        i8::try_from(day.day()).ok()?,
        i8::try_from(clock.hour()).ok()?,
        i8::try_from(clock.minute()).ok()?,
        0,
        0,
    )
    .ok()?;
    let seconds = zone.to_offset(zone.to_timestamp(civil).ok()?).seconds();
    let sign = if seconds < 0 { '−' } else { '+' };
    let (hours, mins) = (seconds.abs() / 3600, seconds.abs() % 3600 / 60);
    Some(match (hours, mins) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, mins) => format!("UTC{sign}{hours}:{mins:02}"),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ymd(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn in_three(write: impl Fn(&Lang) -> String) -> [String; 3] {
        [Lang::en(), Lang::zh(), Lang::ko()].map(|lang| write(&lang))
    }

    #[test]
    fn a_day_is_written_as_its_language_does() {
        let monday = ymd("2024-07-29");
        assert_eq!(
            in_three(|lang| day(monday, lang)),
            ["Monday 29 July", "7月29日 星期一", "7월 29일 월요일"]
        );
        assert_eq!(
            in_three(|lang| full_day(monday, lang)),
            ["Monday 29 July 2024", "2024年7月29日 星期一", "2024년 7월 29일 월요일"]
        );
        assert_eq!(day(monday, &Lang::new("fr").unwrap()), "lundi 29 juillet");
    }

    #[test]
    fn a_range_says_nothing_twice() {
        let written = |first, last| in_three(|lang| range(ymd(first), ymd(last), lang));
        assert_eq!(
            written("2024-07-29", "2024-07-30"),
            ["29–30 July 2024", "2024年7月29日至30日", "2024년 7월 29일~30일"]
        );
        assert_eq!(
            written("2024-07-30", "2024-08-01"),
            ["30 July – 1 August 2024", "2024年7月30日至8月1日", "2024년 7월 30일~8월 1일"]
        );
        let [en, zh, _] = written("2024-12-31", "2025-01-02");
        assert_eq!(en, "31 December 2024 – 2 January 2025");
        assert_eq!(zh, "2024年12月31日至2025年1月2日");
    }

    #[test]
    fn a_range_of_one_day_is_a_date_and_a_turned_one_is_turned_back() {
        let (a, b) = (ymd("2024-07-29"), ymd("2024-07-30"));
        assert_eq!(range(a, a, &Lang::en()), "29 July 2024");
        assert_eq!(range(b, a, &Lang::en()), range(a, b, &Lang::en()));
    }

    #[test]
    fn a_span_names_its_day_once() {
        let at = |text| Minute::parse(text).unwrap();
        let start = at("2024-07-29 22:00");
        let written = |end| in_three(|lang| span(start, end, lang));
        assert_eq!(
            written(Some(at("2024-07-29 23:30"))),
            ["29 July 22:00–23:30", "7月29日 22:00–23:30", "7월 29일 22:00–23:30"]
        );
        assert_eq!(written(Some(at("2024-07-30 01:00")))[0], "29 July 22:00 – 30 July 01:00");
        assert_eq!(written(None)[1], "7月29日 22:00");
    }

    #[test]
    fn the_offset_of_a_zone_is_that_of_the_day() {
        let at = |zone, text| offset(&Zone::new(zone).unwrap(), Minute::parse(text).unwrap());
        assert_eq!(at("Asia/Seoul", "2024-07-29 09:00").as_deref(), Some("UTC+9"));
        assert_eq!(at("Europe/London", "2024-07-29 09:00").as_deref(), Some("UTC+1"));
        assert_eq!(at("Europe/London", "2024-12-29 09:00").as_deref(), Some("UTC"));
        assert_eq!(at("America/St_Johns", "2024-12-29 09:00").as_deref(), Some("UTC−3:30"));
        assert_eq!(offset(&Zone::default(), Minute::parse("2024-12-29 09:00").unwrap()), None);
    }
}
