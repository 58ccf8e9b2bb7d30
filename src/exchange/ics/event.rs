//! One entry of a calendar, as far as a programme wants to know it.

use calcard::icalendar::{
    ICalendarComponent, ICalendarEntry, ICalendarParameterName, ICalendarProperty,
    ICalendarRecurrenceRule, ICalendarStatus, ICalendarValue,
};
use chrono::Duration;

use super::rejected::Cause;
use super::stamp::{Described, Stamp};
use super::write::SHADOW;
use crate::model::ItemStatus;
use crate::model::integrity::clean;

/// An entry that can be understood by itself.
#[derive(Clone, Debug)]
pub(super) struct Event {
    pub(super) line: usize,
    /// Empty where the entry has none.
    pub(super) uid: String,
    pub(super) sequence: u32,
    pub(super) start: Stamp,
    pub(super) end: Option<Stamp>,
    pub(super) title: String,
    pub(super) location: String,
    pub(super) description: String,
    pub(super) status: Option<ItemStatus>,
    /// One of ours that tells the time alone.
    pub(super) is_shadow: bool,
    /// The occurrence of a series that it replaces.
    pub(super) instead_of: Option<Stamp>,
    pub(super) rule: Option<ICalendarRecurrenceRule>,
    pub(super) extra: Vec<Stamp>,
    pub(super) without: Vec<Stamp>,
}

impl Event {
    /// Reads a component; `is_cancelled`: the whole calendar cancels.
    ///
    /// # Errors
    /// Why it cannot be understood.
    pub(super) fn read(
        line: usize,
        component: &ICalendarComponent,
        zones: &Described,
        is_cancelled: bool,
    ) -> Result<Self, Cause> {
        let entry = |name: ICalendarProperty| component.property(&name);
        let text = |name| entry(name).map(text).unwrap_or_default();
        let start = stamps(component, &ICalendarProperty::Dtstart, zones)?.into_iter().next();
        let instead_of =
            stamps(component, &ICalendarProperty::RecurrenceId, zones)?.into_iter().next();
        let start = start.or_else(|| instead_of.clone()).ok_or(Cause::NoStart)?;
        if entry(ICalendarProperty::RecurrenceId)
            .is_some_and(|entry| entry.has_parameter(&ICalendarParameterName::Range))
        {
            return Err(Cause::AllThatFollow);
        }
        let end = end(component, &start, zones)?;
        let sequence = entry(ICalendarProperty::Sequence).and_then(|entry| entry.values.first());
        let sequence = sequence.and_then(ICalendarValue::as_integer);
        let status = if is_cancelled { Some(ItemStatus::Cancelled) } else { status(component) };
        Ok(Self {
            line,
            uid: text(ICalendarProperty::Uid),
            sequence: sequence.and_then(|number| u32::try_from(number).ok()).unwrap_or_default(),
            start,
            end,
            title: text(ICalendarProperty::Summary).replace('\n', " "),
            location: text(ICalendarProperty::Location).replace('\n', ", "),
            description: text(ICalendarProperty::Description),
            status,
            is_shadow: component.property(&ICalendarProperty::Other(SHADOW.into())).is_some(),
            instead_of,
            rule: rule(component)?,
            extra: stamps(component, &ICalendarProperty::Rdate, zones)?,
            without: stamps(component, &ICalendarProperty::Exdate, zones)?,
        })
    }

    pub(super) fn is_series(&self) -> bool {
        self.rule.is_some() || !self.extra.is_empty()
    }

    /// The occurrence of a series that begins then.
    pub(super) fn occurrence(&self, start: &Stamp) -> Option<Self> {
        let by = start.civil.signed_duration_since(self.start.civil);
        let end = match &self.end {
            Some(end) => Some(end.plus(by)?),
            None => None,
        };
        Some(Self { start: start.clone(), end, ..self.clone() })
    }
}

pub(super) fn title(component: &ICalendarComponent) -> String {
    component.property(&ICalendarProperty::Summary).map(text).unwrap_or_default()
}

fn text(entry: &ICalendarEntry) -> String {
    let parts: Vec<&str> = entry.values.iter().filter_map(ICalendarValue::as_text).collect();
    clean(&parts.join(",")).trim().to_owned()
}

fn stamps(
    component: &ICalendarComponent,
    name: &ICalendarProperty,
    zones: &Described,
) -> Result<Vec<Stamp>, Cause> {
    let mut found = Vec::new();
    for entry in component.properties(name) {
        for value in &entry.values {
            let stamp = match value {
                ICalendarValue::PartialDateTime(time) => Stamp::of(entry, time, zones),
                _ => None,
            };
            let text = || value.as_text().unwrap_or_else(|| name.as_str()).to_owned();
            found.push(stamp.ok_or_else(|| Cause::BadTime { text: text() })?);
        }
    }
    Ok(found)
}

fn end(
    component: &ICalendarComponent,
    start: &Stamp,
    zones: &Described,
) -> Result<Option<Stamp>, Cause> {
    if let Some(end) = stamps(component, &ICalendarProperty::Dtend, zones)?.into_iter().next() {
        return Ok(Some(end));
    }
    let Some(entry) = component.property(&ICalendarProperty::Duration) else { return Ok(None) };
    match entry.values.first() {
        Some(ICalendarValue::Duration(length)) if length.neg => Err(Cause::Backwards),
        Some(ICalendarValue::Duration(length)) => {
            let length = Duration::try_seconds(length.as_seconds()).unwrap_or_default();
            Ok(start.plus(length))
        }
        Some(_) | None => {
            Err(Cause::BadTime { text: ICalendarProperty::Duration.as_str().to_owned() })
        }
    }
}

fn rule(component: &ICalendarComponent) -> Result<Option<ICalendarRecurrenceRule>, Cause> {
    let Some(entry) = component.property(&ICalendarProperty::Rrule) else { return Ok(None) };
    match entry.values.first() {
        Some(ICalendarValue::RecurrenceRule(rule)) => {
            Ok(Some(ICalendarRecurrenceRule::clone(rule)))
        }
        other => {
            let text = other.and_then(ICalendarValue::as_text).unwrap_or("RRULE").to_owned();
            Err(Cause::BadRule { text })
        }
    }
}

fn status(component: &ICalendarComponent) -> Option<ItemStatus> {
    match component.status()? {
        ICalendarStatus::Cancelled => Some(ItemStatus::Cancelled),
        ICalendarStatus::Confirmed => Some(ItemStatus::Confirmed),
        ICalendarStatus::Tentative => Some(ItemStatus::Tentative),
        _ => None,
    }
}
