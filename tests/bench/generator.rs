//! Visits in any number, different from each other, always the same ones.

use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;
use retinue::model::{
    About, Attendance, Category, Delegation, DelegationId, Diet, FollowUp, FollowUpId, Item,
    ItemId, ItemKind, Lang, Minute, Note, NoteId, PartyRole, Person, PersonId, Place, PlaceId,
    Side, Status, Step, StepId, Text, Visit, VisitId, When, Zone,
};

/// Typed letter by letter: rare, frequent, in three scripts, two words, and what is nowhere.
pub(crate) const SEARCHES: &[&str] =
    &["palatech", "delegation", "오세훈", "世勋", "seoul bio hub", "laboratory 17", "zzyzx"];

const SYLLABLES: &[&str] = &[
    "ba", "che", "di", "fo", "gu", "ha", "jin", "ke", "lo", "mu", "na", "pe", "qi", "ro", "su",
    "ta", "ve", "wo", "xi", "yu", "an", "ber", "cor", "der", "en", "gar", "hal", "in", "kon",
    "lin",
];
const HANZI: &str = "生命健康产业合作创新人才交流医药企业实验室参观签约会谈发展科技城首尔重庆";
const HANGUL: &str = "생명건강산업협력혁신인재교류의약기업연구실참관체결회담발전과학기술서울충칭";

/// A small generator of numbers: the same seed, the same visit.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        usize::try_from(self.0 % sides as u64).unwrap()
    }

    /// One of some twenty thousand words, the frequent ones far more often, as in real text.
    fn word(&mut self) -> String {
        let bound = self.roll(20_000) + 1;
        let mut rank = self.roll(bound) + SYLLABLES.len();
        let mut word = String::new();
        while rank > 0 {
            word.push_str(SYLLABLES[rank % SYLLABLES.len()]);
            rank /= SYLLABLES.len();
        }
        word
    }

    fn sentence(&mut self, words: usize) -> String {
        (0..words).map(|_| self.word()).collect::<Vec<_>>().join(" ")
    }

    fn script(&mut self, script: &str, len: usize) -> String {
        let chars: Vec<char> = script.chars().collect();
        (0..len).map(|_| chars[self.roll(chars.len())]).collect()
    }

    fn text(&mut self, words: usize) -> Text {
        let (hanzi, hangul) = (self.script(HANZI, words), self.script(HANGUL, words));
        Text::new(self.sentence(words)).with(&Lang::zh(), hanzi).with(&Lang::ko(), hangul)
    }
}

/// Writes so many visits of about 40 KB into `folder`; returns how many bytes.
pub(crate) fn library(folder: &Path, count: usize) -> usize {
    let write = |seed: usize| {
        let text = retinue::store::write(&visit(seed, 16, 9)).unwrap();
        std::fs::write(folder.join(format!("visit-{seed}.ron")), &text).unwrap();
        text.len()
    };
    (0..count).into_par_iter().map(write).sum()
}

/// A visit with so many people and items.
pub(crate) fn visit(seed: usize, people: usize, items: usize) -> Visit {
    let mut dice = Dice(0x9E37_79B9_7F4A_7C15_u64.wrapping_mul(seed as u64 + 1) | 1);
    let people: Vec<Arc<Person>> = (0..people).map(|n| person(&mut dice, n)).collect();
    let (guests, hosts) = people.split_at(people.len() / 2);
    let first = chrono::NaiveDate::from_ymd_opt(2005 + (seed % 22) as i32, 3, 1).unwrap();
    let first = first + chrono::Duration::days((seed * 7 % 270) as i64);
    let about = About {
        title: dice.text(5),
        category: [Category::Official, Category::Working, Category::StudyOrTrade][seed % 3],
        status: [Status::Done, Status::Done, Status::Confirmed, Status::Draft][seed % 4],
        first_day: Some(first),
        last_day: Some(first + chrono::Duration::days(days(items) as i64 - 1)),
        zone: Zone::new("Asia/Shanghai").unwrap(),
        place: dice.text(2),
        country: "CN".to_owned(),
        host_objectives: dice.text(12),
        principal: guests.first().map(|person| person.id.clone()),
        ..About::default()
    };
    Visit {
        id: VisitId::new(&format!("visit-{seed}")).unwrap(),
        about: Arc::new(about),
        delegations: vec![
            delegation(&mut dice, "guests", Side::Guest, guests),
            delegation(&mut dice, "hosts", Side::Host, hosts),
        ],
        places: (0..6).map(|n| place(&mut dice, n)).collect(),
        items: (0..items).map(|n| item(&mut dice, n, items, first)).collect(),
        notes: (0..5).map(|n| note(&mut dice, n, seed)).collect(),
        follow_ups: (0..4).map(|n| follow_up(&mut dice, n)).collect(),
        people,
        ..Visit::default()
    }
}

/// Over how many days so many items go, at most twenty in one.
fn days(items: usize) -> usize {
    items.div_ceil(20).max(3)
}

fn person(dice: &mut Dice, n: usize) -> Arc<Person> {
    let interprets = n.is_multiple_of(9);
    let languages = if interprets {
        vec![Lang::ko(), Lang::zh()]
    } else {
        vec![[Lang::ko(), Lang::zh(), Lang::en()][dice.roll(3)].clone()]
    };
    // The number keeps apart whom chance gave one name.
    let name = Text::new(format!("{} {n}", dice.sentence(2)))
        .with(&Lang::zh(), format!("{}{n}", dice.script(HANZI, 3)))
        .with(&Lang::ko(), format!("{}{n}", dice.script(HANGUL, 3)));
    Arc::new(Person {
        id: PersonId::new(&format!("delegate-{n}")).unwrap(),
        name,
        post: dice.text(3),
        body: dice.text(4),
        country: ["KR", "CN", "DE", "CL"][dice.roll(4)].to_owned(),
        role: if interprets { PartyRole::Interpreter } else { PartyRole::Member },
        languages,
        diet: [Diet::None, Diet::Vegetarian, Diet::Halal][dice.roll(3)],
        phone: format!("+86 23 0000 {:04}", dice.roll(10_000)),
        biography: Text::new(dice.sentence(30)),
        ..Person::default()
    })
}

fn delegation(dice: &mut Dice, id: &str, side: Side, people: &[Arc<Person>]) -> Arc<Delegation> {
    let members: Vec<PersonId> = people.iter().map(|person| person.id.clone()).collect();
    Arc::new(Delegation {
        id: DelegationId::new(id).unwrap(),
        name: dice.text(3),
        side,
        country: ["KR", "DE", "CL"][dice.roll(3)].to_owned(),
        body: Text::new(format!("Body {}", dice.roll(40))),
        head: members.first().cloned(),
        members,
        ..Delegation::default()
    })
}

fn place(dice: &mut Dice, n: usize) -> Arc<Place> {
    Arc::new(Place {
        id: PlaceId::new(&format!("place-{n}")).unwrap(),
        name: dice.text(3),
        address: dice.text(5),
        city: dice.text(1),
        ..Place::default()
    })
}

fn item(dice: &mut Dice, n: usize, of: usize, first: chrono::NaiveDate) -> Arc<Item> {
    let in_a_day = of.div_ceil(days(of));
    let day = first + chrono::Duration::days((n / in_a_day) as i64);
    let start = Minute::at(day, 8, 0).unwrap().plus_mins((n % in_a_day) as i64 * 40);
    let kinds = [ItemKind::Meeting, ItemKind::Tour, ItemKind::Briefing, ItemKind::Meal];
    let step = |dice: &mut Dice, k: usize| Step {
        id: StepId::new(&format!("step-{k}")).unwrap(),
        at: Some(start.plus_mins(k as i64 * 5)),
        what: dice.text(4),
        ..Step::default()
    };
    let someone = |dice: &mut Dice| PersonId::new(&format!("delegate-{}", dice.roll(16))).unwrap();
    Arc::new(Item {
        id: ItemId::new(&format!("item-{n}")).unwrap(),
        kind: kinds[dice.roll(kinds.len())],
        title: dice.text(5),
        when: When::Range(start, start.plus_mins(35)),
        // A place a day: nobody has to travel.
        place: PlaceId::new(&format!("place-{}", n / in_a_day % 6)),
        attendance: Attendance {
            delegations: vec![DelegationId::new("guests").unwrap()],
            people: vec![someone(dice), someone(dice)],
            ..Attendance::default()
        },
        hosted_by: vec![someone(dice)],
        responsible: Some(someone(dice)),
        languages: vec![Lang::ko(), Lang::zh()],
        interpreters: PersonId::new(&format!("delegate-{}", n % 2 * 9)).into_iter().collect(),
        remarks: dice.text(8),
        staff_remarks: dice.sentence(12),
        steps: (0..3).map(|k| step(dice, k)).collect(),
        ..Item::default()
    })
}

fn note(dice: &mut Dice, n: usize, seed: usize) -> Arc<Note> {
    // A few visits hold what the searches look for.
    let rare = match seed % 500 {
        0 => " PalaTech 오세훈 吴世勋 Seoul Bio Hub",
        _ => "",
    };
    let laboratory = seed % 100;
    let body =
        format!("{}{rare}\n\nLaboratory {laboratory} of the delegation.", dice.sentence(100));
    Arc::new(Note {
        id: NoteId::new(&format!("note-{n}")).unwrap(),
        title: dice.text(5),
        body: Text::new(body),
        ..Note::default()
    })
}

fn follow_up(dice: &mut Dice, n: usize) -> Arc<FollowUp> {
    Arc::new(FollowUp {
        id: FollowUpId::new(&format!("promise-{n}")).unwrap(),
        what: dice.text(8),
        owner_body: dice.text(3),
        done: n.is_multiple_of(2),
        ..FollowUp::default()
    })
}
