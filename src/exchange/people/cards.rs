//! People out of vCards (2.1, 3.0, 4.0), as phones, mail programs and address books write them.

use calcard::vcard::{VCard, VCardEntry, VCardParameterName, VCardParameterValue};
use calcard::vcard::{VCardProperty, VCardValue};
use calcard::{Entry, Parser};

use super::candidate::Candidate;
use super::columns::{Column, Field};
use crate::exchange::decode::{decode, unfolded};
use crate::model::Lang;

/// Whether the bytes are those of cards, not of a list.
pub(super) fn are_cards(text: &str) -> bool {
    let start = text.trim_start_matches('\u{feff}').trim_start();
    start.get(..11).is_some_and(|start| start.eq_ignore_ascii_case("BEGIN:VCARD"))
}

/// The cards of a file, each with the line on which it begins. A card that says nothing of a
/// person comes without values: the preview names it.
pub(super) fn candidates(bytes: &[u8], encoding: Option<&str>) -> Vec<Candidate> {
    let mut cards = Vec::new();
    for (line, card) in split(unfolded(bytes, encoding).lines) {
        let candidate = match Parser::new(&card).entry() {
            Entry::VCard(card) => candidate(line, &card),
            _ => Candidate { line, ..Candidate::default() },
        };
        cards.push(candidate);
    }
    cards
}

/// Quoted-printable text without a charset is UTF-8 on every phone of the last twenty years.
fn with_charset(line: &str) -> String {
    let Some((head, value)) = line.split_once(':') else { return line.to_owned() };
    let upper = head.to_uppercase();
    if upper.contains("QUOTED-PRINTABLE") && !upper.contains("CHARSET=") {
        format!("{head};CHARSET=UTF-8:{value}")
    } else {
        line.to_owned()
    }
}

/// The lines cut at each `BEGIN:VCARD`, so that a broken card spoils no other.
fn split(lines: Vec<(usize, String)>) -> Vec<(usize, String)> {
    let mut cards: Vec<(usize, String)> = Vec::new();
    for (number, line) in lines {
        if line.trim().eq_ignore_ascii_case("BEGIN:VCARD") {
            cards.push((number, String::new()));
        }
        // What stands before the first card is none.
        if let Some((_, card)) = cards.last_mut() {
            card.push_str(&with_charset(&line));
            card.push('\n');
        }
    }
    cards
}

fn candidate(line: usize, card: &VCard) -> Candidate {
    let mut values: Vec<(Column, String)> = Vec::new();
    let mut photo = None;
    for entry in &card.entries {
        if entry.name == VCardProperty::Photo {
            photo = photo.or_else(|| picture(entry));
            continue;
        }
        let text = text(entry);
        for (field, value) in fields(entry, &text) {
            let column =
                Column { field, lang: language(entry).filter(|_| field.is_in_languages()) };
            let is_new =
                values.iter().all(|(known, _)| known.field != field || known.lang != column.lang);
            if is_new && !value.is_empty() {
                values.push((column, value));
            }
        }
    }
    Candidate { line, values, photo }
}

/// What an entry says of a person, in the order of preference.
fn fields(entry: &VCardEntry, text: &[String]) -> Vec<(Field, String)> {
    let part = |index: usize| text.get(index).cloned().unwrap_or_default();
    match &entry.name {
        VCardProperty::Fn => vec![(Field::Name, part(0))],
        VCardProperty::N => {
            let words = [part(1), part(2), part(0)];
            let name = words.into_iter().filter(|w| !w.is_empty()).collect::<Vec<_>>().join(" ");
            vec![
                (Field::FamilyName, part(0)),
                (Field::Honorific, part(3)),
                (Field::PostNominals, part(4)),
                (Field::Name, name), // Where there is no FN.
            ]
        }
        VCardProperty::Title | VCardProperty::Role => vec![(Field::Post, part(0))],
        VCardProperty::Org => {
            let units: Vec<String> = text.iter().filter(|t| !t.is_empty()).cloned().collect();
            vec![(Field::Body, units.join(", "))]
        }
        VCardProperty::Tel => vec![(Field::Phone, part(0).trim_start_matches("tel:").to_owned())],
        VCardProperty::Email => {
            vec![(Field::Email, part(0).trim_start_matches("mailto:").to_owned())]
        }
        VCardProperty::Note => vec![(Field::Remarks, part(0))],
        VCardProperty::Lang => vec![(Field::Languages, part(0))],
        VCardProperty::Other(name)
            if name.eq_ignore_ascii_case("X-PHONETIC-FIRST-NAME")
                || name.eq_ignore_ascii_case("SOUND") =>
        {
            vec![(Field::Spoken, part(0))]
        }
        _ => Vec::new(),
    }
}

fn text(entry: &VCardEntry) -> Vec<String> {
    let one = |value: &VCardValue| match value {
        VCardValue::Text(text) => vec![text.trim().to_owned()],
        VCardValue::Component(parts) => vec![parts.join(" ").trim().to_owned()],
        // An encoding the parser does not know.
        VCardValue::Binary(data) => {
            let text = decode(&data.data, None).text;
            text.split(';').map(|part| part.trim().to_owned()).collect()
        }
        VCardValue::Integer(number) => vec![number.to_string()],
        VCardValue::Float(_)
        | VCardValue::Boolean(_)
        | VCardValue::PartialDateTime(_)
        | VCardValue::Sex(_)
        | VCardValue::GramGender(_)
        | VCardValue::Kind(_) => Vec::new(),
    };
    entry.values.iter().flat_map(one).collect()
}

fn language(entry: &VCardEntry) -> Option<Lang> {
    entry.params.iter().find_map(|param| match (&param.name, &param.value) {
        (VCardParameterName::Language, VCardParameterValue::Text(tag)) => Lang::new(tag),
        _ => None,
    })
}

/// The bytes of a photo that stands in the card itself.
fn picture(entry: &VCardEntry) -> Option<Vec<u8>> {
    entry.values.iter().find_map(|value| match value {
        VCardValue::Binary(data) => Some(data.data.clone()),
        _ => None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn value(card: &Candidate, column: &str) -> String {
        let found = card.values.iter().find(|(known, _)| known.id() == column);
        found.map(|(_, value)| value.clone()).unwrap_or_default()
    }

    fn one(text: &str) -> Candidate {
        candidates(text.as_bytes(), None).remove(0)
    }

    #[test]
    fn a_card_of_version_4_gives_name_post_body_and_the_name_in_another_script() {
        let card = one(
            "BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Oh Se-hoon\r\nFN;LANGUAGE=ko:오세훈\r\nN:Oh;Se-hoon;;;\r\n\
             TITLE:Mayor\r\nORG:Seoul Metropolitan Government;Mayor's Office\r\n\
             TEL;VALUE=uri:tel:+82-2-120\r\nEMAIL:mayor@example.org\r\nEND:VCARD\r\n",
        );
        assert_eq!(value(&card, "name"), "Oh Se-hoon");
        assert_eq!(value(&card, "name:ko"), "오세훈");
        assert_eq!(value(&card, "family_name"), "Oh");
        assert_eq!(value(&card, "post"), "Mayor");
        assert_eq!(value(&card, "body"), "Seoul Metropolitan Government, Mayor's Office");
        assert_eq!(value(&card, "phone"), "+82-2-120");
        assert_eq!(value(&card, "email"), "mayor@example.org");
    }

    #[test]
    fn quoted_lines_of_version_2_1_are_read_in_their_charset_or_as_utf_8() {
        let named = "BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=EC=98=A4;=EC=84=B8=\n=ED=9B=88\nEND:VCARD\n";
        assert_eq!(value(&one(named), "family_name"), "오");
        let bare = "BEGIN:VCARD\nVERSION:2.1\nFN;ENCODING=QUOTED-PRINTABLE:=EC=98=A4=EC=84=B8=ED=9B=88\nEND:VCARD\n";
        assert_eq!(value(&one(bare), "name"), "오세훈");
        let gbk = "BEGIN:VCARD\nVERSION:2.1\nFN;CHARSET=GBK;ENCODING=QUOTED-PRINTABLE:=C2=DE\nEND:VCARD\n";
        assert_eq!(value(&one(gbk), "name"), "罗");
    }

    #[test]
    fn a_line_folded_within_a_character_is_put_together() {
        let mut bytes = b"BEGIN:VCARD\r\nVERSION:3.0\r\nFN:".to_vec();
        let name = "吴世勋".as_bytes();
        bytes.extend(&name[..4]);
        bytes.extend(b"\r\n ");
        bytes.extend(&name[4..]);
        bytes.extend(b"\r\nEND:VCARD\r\n");
        assert_eq!(value(&candidates(&bytes, None)[0], "name"), "吴世勋");
    }

    #[test]
    fn line_ends_of_every_kind_are_line_ends() {
        for end in ["\n", "\r\n", "\r", "\r\r\n"] {
            let text = ["BEGIN:VCARD", "VERSION:3.0", "FN:Delegate 1", "END:VCARD", ""].join(end);
            assert_eq!(value(&one(&text), "name"), "Delegate 1", "{end:?}");
        }
    }

    #[test]
    fn a_photo_in_the_card_comes_with_it() {
        let card = one(
            "BEGIN:VCARD\nVERSION:3.0\nFN:Delegate 1\nPHOTO;ENCODING=b;TYPE=PNG:iVBORw0KGgo=\nEND:VCARD\n",
        );
        assert_eq!(card.photo.as_deref(), Some(&b"\x89PNG\r\n\x1a\n"[..]));
        let card = one(
            "BEGIN:VCARD\nVERSION:4.0\nFN:Delegate 1\nPHOTO:data:image/png;base64,iVBORw0KGgo=\nEND:VCARD\n",
        );
        assert_eq!(card.photo.as_deref(), Some(&b"\x89PNG\r\n\x1a\n"[..]));
    }

    #[test]
    fn a_broken_card_spoils_no_other_and_each_knows_its_line() {
        let text = "BEGIN:VCARD\nFN:Delegate 1\nBEGIN:VCARD\nFN:Delegate 2\nEND:VCARD\nBEGIN:VCARD\n;;;\nEND:VCARD\n";
        let cards = candidates(text.as_bytes(), None);
        assert_eq!(cards.iter().map(|card| card.line).collect::<Vec<_>>(), [1, 3, 6]);
        assert_eq!(value(&cards[1], "name"), "Delegate 2");
        assert!(cards[2].values.is_empty());
    }
}
