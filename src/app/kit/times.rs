//! Fields whose half-typed text is not a value yet: dates, times. The text stays in the field,
//! framed in red, until it reads as a value; nothing typed is lost.

use chrono::NaiveDate;
use egui::{Role, TextEdit, Ui, WidgetInfo};

use super::fields::{field_label, pick_field};
use crate::app::theme;
use crate::model::{Lang, Minute, Span, When};
use crate::words::{LANGUAGES, say, say_in};

/// A field for a value written as text. `read` says what the text means, `None` while it means
/// nothing.
pub fn parsed_field<T>(
    ui: &mut Ui,
    label: &str,
    shown: &str,
    hint: &str,
    read: impl Fn(&str) -> Option<T>,
) -> Option<T> {
    let name = field_label(ui, label);
    let (response, unread, value) = parsed(ui, label, shown, hint, read);
    response.labelled_by(name);
    if unread {
        let colour = theme::palette(ui).error;
        let text = egui::RichText::new(say!("kit-not-read", hint = hint.to_owned()));
        ui.label(text.size(theme::SMALL).color(colour));
    }
    value
}

/// The line itself, whether its text means nothing, and the value typed into it.
fn parsed<T>(
    ui: &mut Ui,
    label: &str,
    shown: &str,
    hint: &str,
    read: impl Fn(&str) -> Option<T>,
) -> (egui::Response, bool, Option<T>) {
    let id = ui.make_persistent_id(("parsed", label));
    let kept: Option<(String, String)> = ui.data(|data| data.get_temp(id));
    // A draft holds only while the value under it is the one it was typed over, and does not come
    // back with that value when a step is undone.
    let draft = match kept {
        Some((over, draft)) if over == shown => Some(draft),
        Some(_) => {
            ui.data_mut(|data| data.remove::<(String, String)>(id));
            None
        }
        None => None,
    };
    let mut text = draft.unwrap_or_else(|| shown.to_owned());
    let unread = read(text.trim()).is_none();
    let width = ui.available_width();
    let mut edit = TextEdit::singleline(&mut text).id(id.with("edit")).desired_width(width);
    if unread {
        edit = edit.text_color(theme::palette(ui).error);
    }
    let response = ui.add(edit.hint_text(hint.to_owned()));
    let mut value = None;
    if response.changed() {
        ui.data_mut(|data| data.insert_temp(id, (shown.to_owned(), text.clone())));
        value = read(text.trim());
    } else if response.lost_focus() && !unread {
        ui.data_mut(|data| data.remove::<(String, String)>(id));
    }
    (response, unread, value)
}

/// A day in the cell of a table, or none; red while it does not read.
pub fn date_cell(ui: &mut Ui, name: &str, value: Option<NaiveDate>) -> Option<Option<NaiveDate>> {
    let shown = value.map(|day| day.to_string()).unwrap_or_default();
    let (response, _, new) = parsed(ui, name, &shown, "2024-07-29", |text| match text {
        "" => Some(None),
        text => read_day(text).map(Some),
    });
    response.widget_info(|| WidgetInfo::labeled(Role::TextInput, true, name));
    new.filter(|new| *new != value)
}

/// A day, or none.
pub fn date_field(ui: &mut Ui, label: &str, value: Option<NaiveDate>) -> Option<Option<NaiveDate>> {
    let shown = value.map(|day| day.to_string()).unwrap_or_default();
    let new = parsed_field(ui, label, &shown, "2024-07-29", |text| match text {
        "" => Some(None),
        text => read_day(text).map(Some),
    });
    new.filter(|new| *new != value)
}

/// A date and time, or none.
pub fn minute_field(ui: &mut Ui, label: &str, value: Option<Minute>) -> Option<Option<Minute>> {
    let shown = value.map(|minute| minute.to_string()).unwrap_or_default();
    let new = parsed_field(ui, label, &shown, "2024-07-29 09:05", |text| match text {
        "" => Some(None),
        text => Minute::parse(text).map(Some),
    });
    new.filter(|new| *new != value)
}

/// A time of `day`, typed as `9:05`, or a whole date and time where it is on another day.
pub fn clock_field(
    ui: &mut Ui,
    label: &str,
    value: Option<Minute>,
    day: Option<NaiveDate>,
) -> Option<Option<Minute>> {
    let Some(day) = day else { return minute_field(ui, label, value) };
    let shown = match value {
        None => String::new(),
        Some(minute) if minute.day() == day => minute.time().format("%H:%M").to_string(),
        Some(minute) => minute.to_string(),
    };
    let new = parsed_field(ui, label, &shown, "9:05", |text| match text {
        "" => Some(None),
        text => Minute::parse(text).or_else(|| clock_time(text, day)).map(Some),
    });
    new.filter(|new| *new != value)
}

/// A length in minutes, `30` or `30–40`, or none.
pub fn span_field(ui: &mut Ui, label: &str, value: Option<&Span>) -> Option<Option<Span>> {
    let shown = match value {
        None => String::new(),
        Some(span) if span.least == span.most => span.least.to_string(),
        Some(span) => format!("{}–{}", span.least, span.most),
    };
    let new = parsed_field(ui, label, &shown, "30–40", |text| {
        if text.is_empty() { Some(None) } else { read_span(text).map(Some) }
    });
    new.filter(|new| new.as_ref() != value)
}

/// Minutes as "20" or "20–30".
pub fn read_span(text: &str) -> Option<Span> {
    let (least, most) = text.split_once(['-', '–']).unwrap_or((text, text));
    let (least, most) = (least.trim().parse().ok()?, most.trim().parse().ok()?);
    (least <= most).then(|| Span::new(least, most))
}

/// When an item happens: its day, and its time in the words of [`read_time`].
pub fn when_field(ui: &mut Ui, value: When, days: &[NaiveDate]) -> Option<When> {
    let mut changed = None;
    let none = (None, say!("kit-unscheduled"));
    let mut options: Vec<(Option<NaiveDate>, String)> = vec![none];
    options.extend(days.iter().map(|day| (Some(*day), super::day_name(*day))));
    if let Some(day) = value.day().filter(|day| !days.contains(day)) {
        options.push((Some(day), super::day_name(day)));
    }
    if let Some(day) = pick_field(ui, &say!("kit-day"), &value.day(), &options) {
        changed = Some(day.map_or(When::Unscheduled, |day| value.on(day)));
    }
    if let Some(day) = value.day() {
        let shown = time_text(value);
        let hint = say!("kit-time-hint");
        let new = parsed_field(ui, &say!("kit-time"), &shown, &hint, |text| read_time(text, day));
        changed = new.filter(|new| *new != value).or(changed);
    }
    changed
}

/// The time of an item as the officer types it.
pub fn time_text(when: When) -> String {
    let clock = |minute: Minute| minute.time().format("%H:%M").to_string();
    match when {
        When::Unscheduled | When::Day(_) => String::new(),
        When::At(start) => clock(start),
        When::Range(start, end) => format!("{}–{}", clock(start), clock(end)),
        When::About(start) => say!("kit-about", time = clock(start)),
        When::AboutRange(start, end) => {
            say!("kit-about", time = format!("{}–{}", clock(start), clock(end)))
        }
        When::NotBefore(start) => say!("kit-not-before", time = clock(start)),
    }
}

/// Reads what an officer types for a time: `9`, `930`, `9:30`, `9.30-10.15`, `about 15:00`,
/// `~15`, `not before 15`, `>15`, `tbc` or nothing, the words in any language of the window. An
/// end before its start is on the next day.
pub fn read_time(text: &str, day: NaiveDate) -> Option<When> {
    let text = text.trim().to_lowercase();
    let is_open = |lang: &Lang| text == say_in!(lang, "kit-tbc").to_lowercase();
    if text.chars().all(|c| "….?".contains(c)) || text == "tbc" || languages().any(|l| is_open(&l))
    {
        return Some(When::Day(day));
    }
    let not_before = |lang: Lang| say_in!(&lang, "kit-not-before", time = SLOT);
    if let Some(rest) = without(&text, '>', languages().map(not_before)) {
        return clock_time(rest, day).map(When::NotBefore);
    }
    let about = |lang: Lang| say_in!(&lang, "kit-about", time = SLOT);
    let (soft, rest) = match without(&text, '~', languages().map(about)) {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (start, end) = span(rest, day)?;
    Some(match (soft, end) {
        (false, None) => When::At(start),
        (false, Some(end)) => When::Range(start, end),
        (true, None) => When::About(start),
        (true, Some(end)) => When::AboutRange(start, end),
    })
}

/// Stands in a message where the time would.
const SLOT: &str = "|";

fn languages() -> impl Iterator<Item = Lang> {
    LANGUAGES.iter().filter_map(|tag| Lang::new(tag))
}

/// The text without the sign in front of it, or without the words that a message has around its
/// time: "about 15:00", "15:00경".
fn without(text: &str, sign: char, mut messages: impl Iterator<Item = String>) -> Option<&str> {
    let bare = |message: String| {
        let message = message.to_lowercase();
        let (before, after) = message.split_once(SLOT)?;
        text.strip_prefix(before.trim())?.strip_suffix(after.trim())
    };
    text.strip_prefix(sign).or_else(|| messages.find_map(bare)).map(str::trim)
}

fn span(text: &str, day: NaiveDate) -> Option<(Minute, Option<Minute>)> {
    let Some((start, end)) = text.split_once(['-', '–', '—']) else {
        return Some((clock_time(text, day)?, None));
    };
    let start = clock_time(start.trim(), day)?;
    let end = clock_time(end.trim(), day)?;
    let end = if end <= start { end.plus_mins(24 * 60) } else { end };
    Some((start, Some(end)))
}

fn clock_time(text: &str, day: NaiveDate) -> Option<Minute> {
    let (hour, minute) = match text.split_once([':', '.', 'h', '：']) {
        Some((hour, "")) => (hour, "0"),
        Some(parts) => parts,
        None if text.len() > 2 && text.is_ascii() => text.split_at(text.len() - 2),
        None => (text, "0"),
    };
    let digits = |part: &str| {
        let short = (1..=2).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        short.then(|| part.parse().ok()).flatten()
    };
    Minute::at(day, digits(hour)?, digits(minute)?)
}

fn read_day(text: &str) -> Option<NaiveDate> {
    let parts: Vec<u32> =
        text.split(['-', '.', '/']).map(|part| part.parse().ok()).collect::<Option<_>>()?;
    match parts.as_slice() {
        [year @ 1000..=9999, month, day] | [day, month, year @ 1000..=9999] => {
            NaiveDate::from_ymd_opt(i32::try_from(*year).ok()?, *month, *day)
        }
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day() -> NaiveDate {
        NaiveDate::from_ymd_opt(2024, 7, 29).unwrap()
    }

    fn at(text: &str) -> Minute {
        Minute::parse(&format!("2024-07-29 {text}")).unwrap()
    }

    #[test]
    fn times_are_read_as_people_type_them() {
        for (typed, meant) in [
            ("9", When::At(at("09:00"))),
            ("930", When::At(at("09:30"))),
            ("1545", When::At(at("15:45"))),
            ("9:30", When::At(at("09:30"))),
            ("9.30-10.15", When::Range(at("09:30"), at("10:15"))),
            ("9:30 – 10:15", When::Range(at("09:30"), at("10:15"))),
            ("about 15:00", When::About(at("15:00"))),
            ("~15", When::About(at("15:00"))),
            ("not before 15", When::NotBefore(at("15:00"))),
            ("tbc", When::Day(day())),
            ("约15:00", When::About(at("15:00"))),
            ("15:00경", When::About(at("15:00"))),
            ("15:00 이후", When::NotBefore(at("15:00"))),
            ("不早于 15:00", When::NotBefore(at("15:00"))),
            ("待定", When::Day(day())),
            ("미정", When::Day(day())),
            ("", When::Day(day())),
        ] {
            assert_eq!(read_time(typed, day()), Some(meant), "{typed}");
            assert_eq!(read_time(&time_text(meant), day()), Some(meant), "{typed}");
        }
        for half in ["9:", "25", "9:75", "nine", "10-", "12345"] {
            let read = read_time(half, day());
            assert!(read.is_none() || half == "9:", "{half} {read:?}");
        }
    }

    #[test]
    fn a_length_is_one_number_or_two_that_rise() {
        assert_eq!(read_span("30"), Some(Span::new(30, 30)));
        assert_eq!(read_span("30 – 40"), Some(Span::new(30, 40)));
        assert_eq!(read_span("40-30"), None);
        assert_eq!(read_span("half an hour"), None);
    }

    #[test]
    fn an_end_before_its_start_is_after_midnight() {
        let end = Minute::parse("2024-07-30 01:00").unwrap();
        assert_eq!(read_time("22-1", day()), Some(When::Range(at("22:00"), end)));
    }

    #[test]
    fn days_are_read_in_the_usual_orders() {
        for typed in ["2024-07-29", "29.7.2024", "29/07/2024", "2024/7/29"] {
            assert_eq!(read_day(typed), Some(day()), "{typed}");
        }
        assert_eq!(read_day("29.7.24"), None);
        assert_eq!(read_day("2024-02-30"), None);
    }
}
