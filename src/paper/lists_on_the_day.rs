//! Lists for the day itself: the door, the kitchen, the table of a signing.

use super::data::{ListGroup, ListSheet};
use super::lists::{Head, joined, list};
use super::wording::Wording;
use super::{Options, Paper};
use crate::model::{Diet, When};
use crate::projection::{CardView, MealView, NeedView, Projection, SigningView};
use crate::words::order::Order;
use crate::words::{choice_in, dates, say_in};

/// Everyone expected, by name, each with a box to tick.
pub(super) fn door(paper: &Paper, projection: &Projection, options: &Options) -> ListSheet {
    let wording = &Wording::new(projection);
    let lang = wording.lang;
    let mut cards: Vec<_> = projection.lists().cards.iter().collect();
    let order = Order::of(lang);
    // By the name people are looked up under, not by "Mr".
    let key = |card: &CardView| {
        let family = &card.family_name;
        let name = if family.is_empty() { &card.person.name } else { family };
        order.key(&format!("{name} {}", card.person.name))
    };
    cards.sort_by_cached_key(|card| key(card));
    let row = |card: &&CardView| {
        let others = card.person.other_names.iter().map(|(_, name)| name.clone());
        vec![
            "☐".to_owned(),
            wording.name(&card.person),
            others.collect::<Vec<_>>().join(" · "),
            wording.post(&card.person),
            card.party.clone(),
        ]
    };
    let rows = cards.iter().map(row).collect();
    let heads = vec![
        (String::new(), 1),
        (say_in!(lang, "paper-list-name"), 6),
        (say_in!(lang, "paper-list-scripts"), 5),
        (say_in!(lang, "paper-list-post"), 8),
        (say_in!(lang, "paper-list-party"), 5),
    ];
    let groups = vec![ListGroup { heading: String::new(), rows }];
    list(paper, projection, options, heads, groups)
}

/// For each meal who does not eat everything; of whom nobody knows, it says so.
pub(super) fn diets(paper: &Paper, projection: &Projection, options: &Options) -> ListSheet {
    let wording = &Wording::new(projection);
    let lang = wording.lang;
    let group = |meal: &MealView| {
        let count = say_in!(lang, "paper-head-count", count = meal.people.to_string());
        let everything = say_in!(lang, "paper-list-all-eat");
        let row = |need: &NeedView| {
            let diet = match need.diet {
                Diet::Unknown => say_in!(lang, "paper-list-diet-unknown"),
                diet => choice_in(diet, lang),
            };
            vec![wording.name(&need.person), diet, need.details.clone()]
        };
        let rows: Vec<_> = meal.needs.iter().map(row).collect();
        let nobody = || vec![vec![everything, String::new(), String::new()]];
        ListGroup {
            heading: joined([
                span(meal.when, wording),
                meal.title.clone(),
                meal.place.clone(),
                count,
            ]),
            rows: if rows.is_empty() { nobody() } else { rows },
        }
    };
    let heads: Vec<Head> = vec![
        (say_in!(lang, "paper-list-name"), 5),
        (say_in!(lang, "paper-list-diet"), 4),
        (say_in!(lang, "paper-column-remarks"), 8),
    ];
    let groups = projection.lists().meals.iter().map(group).collect();
    list(paper, projection, options, heads, groups)
}

fn span(when: When, wording: &Wording<'_>) -> String {
    let span = when.start().map(|start| dates::span(start, when.end(), wording.lang));
    let day = || when.day().map(|day| dates::month_day(day, wording.lang));
    span.or_else(day).unwrap_or_default()
}

/// What happens at the table, step by step, with the originals in turn: each signs first the one
/// it keeps (PROTOCOL section 5, alternat).
pub(super) fn signing(paper: &Paper, projection: &Projection, options: &Options) -> ListSheet {
    let wording = &Wording::new(projection);
    let lang = wording.lang;
    let heads = vec![
        (say_in!(lang, "paper-list-step"), 1),
        (say_in!(lang, "paper-column-what"), 10),
        (say_in!(lang, "paper-column-who"), 7),
    ];
    let group = |signing: &SigningView| ListGroup {
        heading: joined([span(signing.when, wording), signing.title.clone()]),
        rows: steps(wording, signing)
            .into_iter()
            .enumerate()
            .map(|(n, (what, who))| vec![(n + 1).to_string(), what, who])
            .collect(),
    };
    let groups = projection.lists().signings.iter().map(group).collect();
    list(paper, projection, options, heads, groups)
}

fn steps(wording: &Wording<'_>, signing: &SigningView) -> Vec<(String, String)> {
    let lang = wording.lang;
    let name = |person: &Option<crate::projection::PersonView>| {
        person.as_ref().map_or_else(|| wording.to_confirm(), |person| wording.introduced(person))
    };
    let all = |names: Vec<String>| wording.list(names);
    let signatories = || all(signing.parties.iter().map(|it| name(&it.signatory)).collect());
    let assistants = || all(signing.parties.iter().map(|it| name(&it.assistant)).collect());
    let witnesses = wording.list(signing.witnesses.iter().map(|one| wording.name(one)));
    let mut steps = vec![
        (say_in!(lang, "paper-sign-enter"), witnesses),
        (say_in!(lang, "paper-sign-sit"), signatories()),
        (say_in!(lang, "paper-sign-assist"), assistants()),
    ];
    for party in &signing.parties {
        let (party_name, keeps) = (party.name.as_str(), party.keeps.as_str());
        let what = if keeps.is_empty() {
            say_in!(lang, "paper-sign-first", party = party_name)
        } else {
            say_in!(lang, "paper-sign-first-keeps", party = party_name, keeps = keeps)
        };
        steps.push((what, name(&party.signatory)));
    }
    steps.push((say_in!(lang, "paper-sign-swap"), assistants()));
    steps.push((say_in!(lang, "paper-sign-second"), signatories()));
    steps.push((say_in!(lang, "paper-sign-exchange"), signatories()));
    steps.push((say_in!(lang, "paper-sign-photo"), String::new()));
    steps
}
