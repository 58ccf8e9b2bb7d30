//! Who reads what. G: guests, S: staff, M: press; of the team's lists P: seating plans,
//! A: arrivals, V: vehicles, R: rooms, T: tasks, F: gifts, C: place and tent cards, B: badges,
//! D: door, K: kitchen, N: signing. A small letter: it is in the projection, which other outputs
//! use too, but not on the paper. What is not named here nobody reads.

/// The visit, its parties and its things.
const WHOLE: &[(&str, &str)] = &[
    ("about.title", "GSMPAVRTFcbDKN"),
    ("about.subtitle", "GSM"),
    ("about.place", "GSM"),
    ("about.dress", "GS"),
    ("about.classification", "GSPAVRTFcbDKN"),
    ("Delegation:guests.name", "GSMBD"),
    // The author of every document, on the pages of the plans unsaid.
    ("Delegation:hosts.name", "GSMpavrtfcBDkn"),
    ("Group:group.name", "GSM"),
    ("Gift:gift.what", "SF"),
    ("Gift:gift.value", "F"),
    ("Gift:gift.location", "F"),
    ("Gift:gift.remarks", "F"),
    ("Agreement:agreement.title", "N"),
    ("Agreement:agreement.parties.name", "N"),
    ("Agreement:agreement.parties.keeps", "N"),
    ("Room:room.number", "R"),
    ("Room:room.remarks", "R"),
    ("Task:task.what", "T"),
    ("Task:task.remarks", "T"),
    ("Arrangement:table.title", "P"),
    ("Vehicle:car.label", "SV"),
    ("Vehicle:car.plate", "SV"),
];

/// The fields of an item that is public.
const ITEM: &[(&str, &str)] = &[
    ("title", "GSMPVFK"),
    ("room", "GSM"),
    ("dress", "GS"),
    ("remarks", "GS"),
    ("staff_remarks", "S"),
    ("acts.details", "GSM"),
    ("press.call_place", "SM"),
    ("press.may_film", "SM"),
    ("journey.number", "GSM"),
    ("journey.lounge", "GS"),
    ("journey.customs", "S"),
    ("journey.luggage", "S"),
    ("journey.rides.remarks", "SV"),
    ("steps.what", "GS"),
    ("steps.place", "GS"),
    ("steps.staff_remarks", "S"),
    ("alternatives.label", "GS"),
    ("alternatives.title", "GS"),
    ("alternatives.remarks", "S"),
    // In the calendars they are sent, under a name of the calendar's own.
    ("calendar.uid", "gsm"),
];

/// Who may know of an item at all.
const ITEMS: &[(&str, &str)] =
    &[("public", "GSMPVF"), ("guests", "GSVK"), ("staff", "SV"), ("confidential", "")];

/// The person, who reads the name, the form of address, post and body, the letters after the
/// name, the phone, the e-mail, what only the team's register holds, what the place card says,
/// what is not eaten.
const PEOPLE: &[(&str, [&str; 9])] = &[
    ("head", ["GSMPVRFCBDNK", "GSMPVRFBDNK", "GSMPBD", "GSM", "S", "s", "s", "sC", "sK"]),
    ("member", ["GSPCBDK", "GSPBDK", "GSPBD", "GS", "S", "s", "s", "sC", "sK"]),
    ("contact", ["GSMCBD", "GSMBD", "GSMBD", "GSM", "GS", "S", "s", "sC", "s"]),
    ("open-phone", ["GSCBD", "GSBD", "GSBD", "GS", "GS", "s", "s", "sC", "s"]),
    ("officer", ["GSCBD", "GSBD", "GSBD", "GS", "S", "S", "s", "sC", "s"]),
    ("driver", ["SV", "SV", "S", "S", "SV", "s", "s", "s", "s"]),
    ("greeter", ["GS", "GS", "GS", "gs", "s", "s", "s", "s", "s"]),
    ("press-contact", ["SM", "SM", "SM", "sm", "SM", "S", "s", "s", "s"]),
    ("stranger", ["GS", "GS", "GS", "gs", "s", "s", "s", "s", "s"]),
    ("plotter", ["", "", "", "", "", "", "", "", ""]),
];

/// The fields of a person that no paper of the programme carries.
const REGISTER: &str = "family_name spoken address_in_speech address_in_writing \
    country taboos needs biography photo earlier_visits.person remarks \
    office_class offices.post offices.body offices.office_class";

/// The place, who reads its name, room, address, and what is for staff.
const PLACES: &[(&str, [&str; 4])] = &[
    ("venue", ["GSMPK", "gsmp", "GSM", "S"]),
    ("staff-room", ["S", "s", "S", "S"]),
    ("rain", ["GS", "GS", "gs", ""]),
    ("plan-b", ["GS", "GS", "gs", ""]),
    ("from", ["GSM", "GSM", "gsm", ""]),
    ("to", ["GSM", "GSM", "gsm", ""]),
    ("meeting", ["GS", "GS", "GS", ""]),
    ("hidden", ["", "", "", ""]),
];

/// The letters of those who read the text at `place`.
pub(crate) fn readers(place: &str) -> String {
    let whole = find(WHOLE, place).copied();
    let (kind, rest) = place.split_once(':').unwrap_or_default();
    let (id, field) = rest.split_once('.').unwrap_or_default();
    let letters = match kind {
        "Item" => find(ITEM, field).copied(),
        "Person" => column(
            field,
            &[
                "name",
                "honorific",
                "post body",
                "post_nominals",
                "phone",
                "email",
                REGISTER,
                "place_card",
                "diet_details",
            ],
        )
        .and_then(|column| find(PEOPLE, id).map(|readers| readers[column])),
        "Place" => column(field, &["name", "room", "address", "access phone"])
            .and_then(|column| find(PLACES, id).map(|readers| readers[column])),
        _ => whole,
    };
    let letters = letters.or(whole).unwrap_or_default();
    let knows = |letter: &char| kind != "Item" || find(ITEMS, id).unwrap().contains(*letter);
    letters.chars().filter(knows).collect()
}

fn find<'a, T>(rows: &'a [(&str, T)], name: &str) -> Option<&'a T> {
    rows.iter().find(|(row, _)| *row == name).map(|(_, value)| value)
}

fn column(field: &str, columns: &[&str]) -> Option<usize> {
    columns.iter().position(|names| names.split(' ').any(|name| name == field))
}

/// The rows that no text of the visit answers to: a field renamed, a record gone.
pub(crate) fn dead_rows(places: &std::collections::BTreeSet<&str>) -> Vec<String> {
    let whole = WHOLE.iter().map(|(row, _)| (*row).to_owned());
    let item = ITEM.iter().map(|(field, _)| format!("Item:public.{field}"));
    let people = PEOPLE.iter().map(|(id, _)| format!("Person:{id}.name"));
    let spots = PLACES.iter().map(|(id, _)| format!("Place:{id}.name"));
    let rows = whole.chain(item).chain(people).chain(spots);
    rows.filter(|row| !places.contains(row.as_str())).collect()
}
