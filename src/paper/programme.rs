//! The programme for the delegation and its hosts.

use super::data::{Line, LineKind, Row, Sheet, Sub};
use super::sheet::sheet;
use super::wording::Wording;
use super::{Options, Paper};
use crate::model::{ItemStatus, Minute};
use crate::projection::{ItemView, Projection, StepView};
use crate::words::{dates, say_in};

pub(super) fn data(paper: &Paper, projection: &Projection, options: &Options) -> Sheet<Row> {
    sheet(paper, projection, options, |wording, item| vec![row(wording, item, options)])
}

fn row(wording: &Wording<'_>, item: &ItemView, options: &Options) -> Row {
    Row {
        id: item.id.to_string(),
        time: wording.time(item),
        kind: Wording::row_kind(item),
        title: item.title.text.clone(),
        title_second: item.title.second.clone(),
        lines: lines(wording, item),
        side: side(wording, item),
        steps: item.steps.iter().map(|step| sub(wording, step, item.when.start())).collect(),
        tentative: item.status == ItemStatus::Tentative,
        cancelled: item.status == ItemStatus::Cancelled,
        changed: options.changed.contains(&item.id),
    }
}

/// What stands under a title on every paper of guests and staff.
pub(super) fn lines(wording: &Wording<'_>, item: &ItemView) -> Vec<Line> {
    let lang = wording.lang;
    let mut lines: Vec<Line> = wording.status(item).into_iter().collect();
    lines.extend(wording.venue(item));
    lines.extend(item.journey.iter().flat_map(|journey| wording.journey(journey)));
    if !item.hosted_by.is_empty() && !item.kind.is_movement() {
        let people = wording.people(&item.hosted_by);
        let text = say_in!(lang, "paper-hosted-by", people = people);
        lines.push(Wording::line(LineKind::Host, text));
    }
    if !item.dress.is_empty() {
        let text = say_in!(lang, "paper-dress", dress = item.dress.as_str());
        lines.push(Wording::line(LineKind::Dress, text));
    }
    let acts = item.acts.iter().map(|act| Wording::line(LineKind::Act, wording.act(act)));
    lines.extend(acts);
    if !item.remarks.is_empty() {
        lines.push(Wording::line(LineKind::Remark, item.remarks.clone()));
    }
    lines.extend(item.alternatives.iter().map(|choice| wording.alternative(choice, item)));
    lines
}

/// The side column: who takes part, who meets and sees off.
fn side(wording: &Wording<'_>, item: &ItemView) -> Vec<String> {
    let lang = wording.lang;
    let mut side = vec![wording.who(&item.who)];
    if let Some(count) = item.head_count {
        side.push(say_in!(lang, "paper-head-count", count = count.to_string()));
    }
    if !item.met_by.is_empty() {
        let people = wording.people(&item.met_by);
        side.push(say_in!(lang, "paper-met-by", people = people));
    }
    if !item.farewelled_by.is_empty() {
        let people = wording.people(&item.farewelled_by);
        side.push(say_in!(lang, "paper-farewelled-by", people = people));
    }
    side.retain(|line| !line.is_empty());
    side
}

fn sub(wording: &Wording<'_>, step: &StepView, start: Option<Minute>) -> Sub {
    Sub {
        time: step.at.map(|at| step_time(wording, at, start)).unwrap_or_default(),
        text: step.what.clone(),
        who: wording.people(&step.who),
        place: step.place.clone(),
    }
}

/// The point time of a step; one after midnight names its day.
pub(super) fn step_time(wording: &Wording<'_>, at: Minute, start: Option<Minute>) -> String {
    if start.is_some_and(|start| start.day() != at.day()) {
        format!("{} {}", dates::month_day(at.day(), wording.lang), dates::time(at))
    } else {
        dates::time(at)
    }
}
