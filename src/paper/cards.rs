//! Cards to cut out: place cards, tent cards, name badges. Title and surname in large letters, the
//! name in the other scripts under it.

use super::data::{Card, CardSheet, Script};
use super::sheet::{dated, footer, meta, short_title};
use super::wording::Wording;
use super::{Options, Paper};
use crate::projection::{CardView, Projection};
use crate::words::say_in;

pub(super) fn data(paper: &Paper, projection: &Projection, options: &Options) -> CardSheet {
    let wording = &Wording::new(projection);
    let title = short_title(paper, projection);
    let kind = match paper.id {
        "tent-cards" => "tent",
        "name-badges" => "badge",
        _ => "place",
    };
    let cards = &projection.lists().cards;
    let cards: Vec<Card> = cards.iter().map(|view| card(wording, view, kind)).collect();
    CardSheet {
        meta: meta(paper, &title, projection, options),
        title,
        kind,
        none: if cards.is_empty() {
            say_in!(wording.lang, "paper-list-none")
        } else {
            String::new()
        },
        cards,
        days: dated(projection),
        footer: footer(wording, options),
    }
}

fn card(wording: &Wording<'_>, view: &CardView, kind: &str) -> Card {
    let person = &view.person;
    let full = wording.name(person);
    // A badge is read by strangers: the whole name.
    let name = match (kind, view.place_card.as_str(), surname(wording, view)) {
        ("badge", _, _) => full,
        (_, card, _) if !card.is_empty() => card.to_owned(),
        (_, _, Some(short)) => short,
        _ => full,
    };
    let other = person.other_names.iter().filter(|(_, text)| *text != name);
    let other = other.map(|(lang, text)| Script { lang: lang.to_string(), text: text.clone() });
    // What a card is known by must not stand on it twice.
    let post = wording.post(person);
    Card {
        post: if kind == "badge" && post != name { post } else { String::new() },
        party: if kind == "badge" { view.party.clone() } else { String::new() },
        other: other.collect(),
        name,
    }
}

/// "Mr Oh"; `None` where the form of address or the family name is not stated.
fn surname(wording: &Wording<'_>, view: &CardView) -> Option<String> {
    let person = &view.person;
    let is_part = !view.family_name.is_empty() && person.name.contains(&view.family_name);
    if person.honorific.is_empty() || !is_part {
        return None;
    }
    let short = crate::projection::PersonView { name: view.family_name.clone(), ..person.clone() };
    Some(wording.name(&short))
}

#[cfg(test)]
mod tests {
    use crate::model::{Delegation, DelegationId, Lang, Person, PersonId, Visit};
    use crate::paper::data::{Card, PaperData};
    use crate::paper::{Options, find};
    use crate::projection::{Audience, Projection};

    fn cards(person: Person, paper: &str) -> Vec<Card> {
        let delegation = Delegation {
            id: DelegationId::new("guests").unwrap(),
            members: vec![person.id.clone()],
            ..Delegation::default()
        };
        let visit = Visit {
            people: vec![person.into()],
            delegations: vec![delegation.into()],
            ..Visit::default()
        };
        let seen = Projection::new(&visit, Audience::Staff, &Lang::en());
        let data = find(paper).unwrap().data(&seen, &Options::default()).unwrap();
        let PaperData::Cards(sheet) = data else { panic!("cards") };
        sheet.cards
    }

    fn mayor() -> Person {
        let mut person = Person {
            id: PersonId::new("oh-se-hoon").unwrap(),
            name: "Oh Se-hoon".into(),
            family_name: "Oh".to_owned(),
            honorific: "Mr".into(),
            post: "Mayor of Seoul".into(),
            ..Person::default()
        };
        person.name.set(&Lang::ko(), "오세훈".into());
        person
    }

    #[test]
    fn a_place_card_has_title_and_surname_and_the_name_in_its_other_script() {
        let [card] = &cards(mayor(), "place-cards")[..] else { panic!("one card") };
        assert_eq!((card.name.as_str(), card.post.as_str()), ("Mr Oh", ""));
        assert_eq!(card.other[0].text, "오세훈");
        let stated = Person { place_card: "Mayor Oh".into(), ..mayor() };
        assert_eq!(cards(stated, "tent-cards")[0].name, "Mayor Oh");
        let bare = Person { honorific: "".into(), ..mayor() };
        assert_eq!(cards(bare, "place-cards")[0].name, "Oh Se-hoon");
    }

    #[test]
    fn a_badge_has_the_whole_name_and_the_post() {
        let badge = &cards(mayor(), "name-badges")[0];
        assert_eq!((badge.name.as_str(), badge.post.as_str()), ("Mr Oh Se-hoon", "Mayor of Seoul"));
    }
}
