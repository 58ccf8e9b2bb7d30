//! The plain-text form of a paper, for the terminal and for mails: the same data, no template.

use super::data::{
    Card, CardSheet, Entry, Line, ListGroup, ListSheet, MediaRow, MinuteRow, Named, PaperData,
    Plan, Plans, Row, RowList, Sheet, Sub, Time, TitleBlock,
};
use super::{Options, Paper};
use crate::model::Lang;
use crate::projection::Projection;
use crate::words::say_in;

/// The usual paper of the projection's reader, as text.
pub fn text(projection: &Projection) -> String {
    let paper = Paper::of(projection.audience());
    let data = paper.and_then(|paper| paper.data(projection, &Options::default()).ok());
    match data {
        Some(PaperData::Programme(sheet)) => write(&sheet, programme_row),
        Some(PaperData::MinuteSheet(sheet)) => write(&sheet, |row| minute_row(row, &sheet)),
        Some(PaperData::MediaProgramme(sheet)) => write(&sheet, media_row),
        Some(PaperData::SeatingPlans(plans)) => plans_text(&plans),
        Some(PaperData::List(list)) => list_text(&list),
        Some(PaperData::Cards(cards)) => cards_text(&cards),
        None => String::new(),
    }
}

/// Each plan under its title, its rows as lists.
fn plans_text(plans: &Plans) -> String {
    let row = |row: &RowList| {
        let seat = |seat: &Entry| {
            let who = joined(", ", [&seat.name, &seat.post]);
            format!("  {:>3}  {who}", seat.number)
        };
        let seats = row.seats.iter().map(seat);
        std::iter::once(row.heading.clone()).chain(seats).collect::<Vec<_>>().join("\n")
    };
    let plan = |plan: &Plan| {
        let head = [plan.title.clone(), joined(" · ", [&plan.about, &plan.rule])];
        let parts = head.into_iter().chain(plan.rows.iter().map(row));
        let parts = parts.chain([plan.unseated.clone()]).filter(|part| !part.is_empty());
        parts.collect::<Vec<_>>().join("\n")
    };
    let blocks = std::iter::once(head(&plans.title)).chain(plans.plans.iter().map(plan));
    let blocks = blocks.chain([plans.none.clone()]).filter(|block| !block.is_empty());
    blocks.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// The rows of a list, each on a line.
fn list_text(list: &ListSheet) -> String {
    let group = |group: &ListGroup| {
        let row = |row: &Vec<String>| {
            let cells = row.iter().filter(|cell| !cell.is_empty()).cloned();
            format!("  {}", cells.collect::<Vec<_>>().join(" | "))
        };
        let rows = group.rows.iter().map(row);
        std::iter::once(group.heading.clone()).chain(rows).collect::<Vec<_>>().join("\n")
    };
    let blocks = std::iter::once(head(&list.title)).chain(list.groups.iter().map(group));
    let blocks = blocks.chain([list.none.clone()]).filter(|block| !block.is_empty());
    blocks.collect::<Vec<_>>().join("\n\n") + "\n"
}

/// A card on a line.
fn cards_text(sheet: &CardSheet) -> String {
    let card = |card: &Card| {
        let others = card.other.iter().map(|other| other.text.clone());
        let parts = std::iter::once(card.name.clone()).chain(others);
        let parts = parts.chain([card.post.clone(), card.party.clone()]);
        parts.filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" · ")
    };
    let lines = sheet.cards.iter().map(card).chain([sheet.none.clone()]);
    lines.filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n") + "\n"
}

/// How far the lines of an item stand in.
const INDENT: &str = "       ";

fn write<R>(sheet: &Sheet<R>, row: impl Fn(&R) -> Vec<String>) -> String {
    let lang = lang_of(sheet);
    let mut blocks = vec![head(&sheet.title)];
    blocks.push(sheet.notices.join("\n"));
    for list in &sheet.people {
        let heading = joined(" · ", [&list.heading, &list.delegation]);
        let people = list.people.iter().map(|person| format!("  {}", named(person)));
        blocks.push(std::iter::once(heading).chain(people).collect::<Vec<_>>().join("\n"));
    }
    let contacts = sheet.contacts.iter().map(|contact| {
        let who = joined(", ", [&contact.name, &contact.post, &contact.phone, &contact.email]);
        say_in!(&lang, "paper-labelled", label = contact.label.as_str(), text = who)
    });
    let general = sheet.general.iter().map(|line| line.text.clone());
    blocks.push(contacts.chain(general).collect::<Vec<_>>().join("\n"));
    for day in &sheet.days {
        blocks.push(joined("  ", [&day.heading, &day.heading_second]));
        for item in &day.rows {
            let lines = row(item).join("\n");
            match blocks.last_mut().filter(|_| lines.starts_with(INDENT)) {
                Some(block) => *block = format!("{block}\n{lines}"),
                None => blocks.push(lines),
            }
        }
    }
    let foot = &sheet.footer;
    blocks.push(joined(" · ", [&foot.version, &foot.classification, &foot.subject_to_change]));
    blocks.retain(|block| !block.is_empty());
    blocks.join("\n\n") + "\n"
}

fn lang_of<R>(sheet: &Sheet<R>) -> Lang {
    Lang::new(&sheet.meta.lang).unwrap_or_else(Lang::en)
}

fn head(title: &TitleBlock) -> String {
    let place = joined(" · ", [&title.place, &title.dates]);
    let lines = [
        joined(" · ", [&title.paper, &title.paper_second]),
        title.title.clone(),
        title.title_second.clone(),
        title.subtitle.clone(),
        title.subtitle_second.clone(),
        place,
    ];
    joined("\n", lines.iter())
}

fn named(person: &Named) -> String {
    let others = person.other.iter().map(|script| &script.text);
    let name = joined(" ", std::iter::once(&person.name).chain(others));
    joined(", ", [&name, &person.post, &person.role, &person.phone])
}

fn programme_row(row: &Row) -> Vec<String> {
    let mut lines = vec![first_line(&row.time, &row.title, &row.title_second)];
    lines.extend(notes(&row.time, &row.lines));
    lines.extend(row.side.iter().map(|line| format!("{INDENT}{line}")));
    lines.extend(row.steps.iter().map(|step| format!("{INDENT}{}", sub(step))));
    lines
}

fn sub(step: &Sub) -> String {
    let what = joined(", ", [&step.text, &step.who, &step.place]);
    joined("  ", [&step.time, &what])
}

fn minute_row(row: &MinuteRow, sheet: &Sheet<MinuteRow>) -> Vec<String> {
    let what = joined(" · ", [&row.act, &row.actor]);
    if row.is_step {
        let rest = row.lines.iter().map(|line| &line.text).chain(&row.remarks);
        let what = joined(", ", std::iter::once(&what).chain(rest));
        return vec![format!("{INDENT}{}", joined("  ", [&row.time.text, &what]))];
    }
    let mut lines = vec![first_line(&row.time, &what, "")];
    lines.extend(notes(&row.time, &row.lines));
    let lang = lang_of(sheet);
    let labelled = |label: &str, lines: &[String]| {
        let text = lines.join("; ");
        (!text.is_empty()).then(|| say_in!(&lang, "paper-labelled", label = label, text = text))
    };
    let columns = &sheet.columns;
    let met_by = labelled(&columns.met_by, &row.met_by);
    let responsible = labelled(&columns.responsible, &row.responsible);
    let rest = row.vehicles.iter().cloned().chain(met_by).chain(responsible);
    lines.extend(rest.chain(row.remarks.iter().cloned()).map(|line| format!("{INDENT}{line}")));
    lines
}

fn media_row(row: &MediaRow) -> Vec<String> {
    let mut lines = vec![first_line(&row.time, &row.title, &row.title_second)];
    lines.extend(notes(&row.time, &row.lines));
    let press = joined(", ", [&row.call_time, &row.call_place, &row.may_film, &row.contact]);
    if !press.is_empty() {
        lines.push(format!("{INDENT}{press}"));
    }
    lines
}

fn first_line(time: &Time, title: &str, second: &str) -> String {
    let title = joined(" ", [title, second]);
    joined("  ", [&time.text, &title])
}

fn notes(time: &Time, lines: &[Line]) -> Vec<String> {
    let note = Some(format!("({})", time.note)).filter(|_| !time.note.is_empty());
    let lines = lines.iter().map(|line| joined(" ", [&line.text, &line.second]));
    note.into_iter().chain(lines).map(|line| format!("{INDENT}{line}")).collect()
}

/// The parts that are not empty, with `between` between them.
fn joined<S: AsRef<str>>(between: &str, parts: impl IntoIterator<Item = S>) -> String {
    let parts: Vec<S> = parts.into_iter().filter(|part| !part.as_ref().is_empty()).collect();
    parts.iter().map(AsRef::as_ref).collect::<Vec<&str>>().join(between)
}
