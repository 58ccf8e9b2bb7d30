//! The worked examples of PROTOCOL section 4, and what holds for every order.

use proptest::prelude::*;

use chrono::NaiveDate;

use super::*;
use crate::model::{
    About, Body, BodyLevel, Delegation, DelegationId, EqualDelegations, EventRelation, Item,
    Office, Scheme, Side, Tenure,
};
use crate::protocol::Role;

struct Someone {
    id: &'static str,
    rank: u16,
    since: &'static str,
    tenure: Tenure,
}

fn someone(id: &'static str, rank: u16, since: &'static str) -> Someone {
    Someone { id, rank, since, tenure: Tenure::InOffice }
}

/// The rank that is stated by number.
fn stated(rank: u16) -> Why {
    Why::Rank { rank, class: String::new(), post: None, of: None }
}

fn id(name: &str) -> PersonId {
    PersonId::new(name).unwrap()
}

fn person(of: &Someone) -> Person {
    Person {
        id: id(of.id),
        name: of.id.into(),
        rank: of.rank,
        in_post_since: of.since.parse().ok(),
        tenure: of.tenure,
        ..Person::default()
    }
}

fn party(name: &str, side: Side, country: &str, members: &[Someone]) -> (Delegation, Vec<Person>) {
    let people: Vec<Person> = members.iter().map(person).collect();
    let delegation = Delegation {
        id: DelegationId::new(name).unwrap(),
        side,
        country: country.into(),
        head: people.first().map(|person| person.id.clone()),
        members: people.iter().map(|person| person.id.clone()).collect(),
        ..Delegation::default()
    };
    (delegation, people)
}

fn visit(parties: Vec<(Delegation, Vec<Person>)>) -> Visit {
    let mut visit = Visit::default();
    for (delegation, people) in parties {
        visit.delegations.push(Arc::new(delegation));
        visit.people.extend(people.into_iter().map(Arc::new));
    }
    visit
}

fn ids(visit: &Visit) -> Vec<String> {
    order(visit, &Purpose::Visit).into_iter().map(|ranked| ranked.person.to_string()).collect()
}

fn edit<'a>(visit: &'a mut Visit, name: &str) -> &'a mut Person {
    let found = visit.people.iter_mut().find(|person| person.id.as_str() == name);
    Arc::make_mut(found.unwrap())
}

fn whys(visit: &Visit) -> Vec<Why> {
    order(visit, &Purpose::Visit).into_iter().map(|ranked| ranked.why).collect()
}

fn about(visit: &mut Visit) -> &mut About {
    Arc::make_mut(&mut visit.about)
}

#[test]
fn the_earlier_appointment_goes_first_and_a_former_holder_last() {
    // [S, CN8]
    let former = Someone { tenure: Tenure::Former, ..someone("c", 3, "2010-01-01") };
    let members = [someone("b", 3, "2019-03-01"), former, someone("a", 3, "2015-03-01")];
    let mut party = party("guests", Side::Guest, "KR", &members);
    party.0.head = None;
    let visit = visit(vec![party]);
    assert_eq!(ids(&visit), ["a", "b", "c"]);
    let order = order(&visit, &Purpose::Visit);
    let why: Vec<Why> = order.into_iter().map(|ranked| ranked.why).collect();
    let since = Why::Since("2019-03-01".parse().ok());
    assert_eq!(why, [stated(3), since, Why::Tenure(Tenure::Former)]);
}

#[test]
fn a_foreigner_goes_before_an_own_national_of_equal_rank() {
    // [S, RU1]
    let visit = visit(vec![
        party("hosts", Side::Host, "CN", &[someone("own", 3, "")]),
        party("guests", Side::Guest, "KR", &[someone("foreign", 3, "")]),
    ]);
    assert_eq!(ids(&visit), ["foreign", "own"]);
    assert_eq!(order(&visit, &Purpose::Visit)[1].why, Why::OwnNational);
}

#[test]
fn in_their_own_area_the_local_head_goes_first_but_before_no_leader_of_the_nation() {
    // [S, KR2]: head of local government, council speaker, member of the National Assembly,
    // provincial councillor, local councillor; the class of the assembly member is higher.
    let hosts = [
        someone("local-head", 6, ""),
        someone("speaker", 7, ""),
        someone("local-councillor", 10, ""),
    ];
    let guests = [someone("assembly-member", 8, ""), someone("provincial-councillor", 9, "")];
    let mut visit = visit(vec![
        party("hosts", Side::Host, "KR", &hosts),
        party("guests", Side::Guest, "KR", &guests),
    ]);
    about(&mut visit).host = Some(id("local-head"));
    about(&mut visit).local_head_first = true;
    let expected =
        ["local-head", "speaker", "assembly-member", "provincial-councillor", "local-councillor"];
    assert_eq!(ids(&visit), expected);

    // A minister of class 4 stands above the head by class, and below by the rule.
    Arc::make_mut(&mut visit.people[3]).rank = 4;
    assert_eq!(ids(&visit)[..2], ["local-head", "assembly-member"]);
    assert_eq!(order(&visit, &Purpose::Visit)[0].why, Why::LocalHead);
    // The head of state does not.
    Arc::make_mut(&mut visit.people[3]).rank = 1;
    about(&mut visit).guest_of_honour = Some(id("assembly-member"));
    assert_eq!(ids(&visit)[..2], ["assembly-member", "local-head"]);
}

#[test]
fn between_a_leader_and_the_guest_of_honour_the_local_head_stands_without_a_circle() {
    // [S, KR2] and rule 1: leader before local head, local head before the guest of honour.
    let members = [someone("guest-of-honour", 4, ""), someone("leader", 2, "")];
    let mut visit = visit(vec![
        party("hosts", Side::Host, "KR", &[someone("local-head", 6, "")]),
        party("guests", Side::Guest, "KR", &members),
    ]);
    about(&mut visit).host = Some(id("local-head"));
    about(&mut visit).guest_of_honour = Some(id("guest-of-honour"));
    about(&mut visit).local_head_first = true;
    assert_eq!(ids(&visit), ["leader", "local-head", "guest-of-honour"]);
    let why: Vec<Why> =
        order(&visit, &Purpose::Visit).into_iter().map(|ranked| ranked.why).collect();
    let leader = stated(2);
    assert_eq!(why, [leader, Why::LocalHead, Why::Role(Role::GuestOfHonour)]);

    // Where the local head is not there, the guest of honour goes first.
    Arc::make_mut(&mut visit.people[0]).attendance = crate::model::Rsvp::Declined;
    assert_eq!(ids(&visit), ["guest-of-honour", "leader"]);
}

#[test]
fn equal_delegations_follow_the_english_alphabet_and_the_host_comes_last() {
    // [D, CN8]
    let one =
        |name: &'static str, side, country| party(name, side, country, &[someone(name, 3, "")]);
    let mut visit = visit(vec![
        one("japan", Side::Guest, "JP"),
        one("brazil", Side::Guest, "BR"),
        one("germany", Side::Guest, "DE"),
        one("china", Side::Host, "CN"),
    ]);
    assert_eq!(ids(&visit), ["brazil", "germany", "japan", "china"]);
    about(&mut visit).equal_delegations = EqualDelegations::ByNotification;
    let days = ["2024-07-03", "2024-07-01", "2024-07-02", "2024-07-01"];
    for (party, day) in visit.delegations.iter_mut().zip(days) {
        Arc::make_mut(party).notified_on = day.parse().ok();
    }
    assert_eq!(ids(&visit), ["brazil", "germany", "japan", "china"]);
    Arc::make_mut(&mut visit.delegations[0]).notified_on = "2024-06-30".parse().ok();
    assert_eq!(ids(&visit)[0], "japan");
}

#[test]
fn a_host_among_four_heads_of_state_and_government() {
    let guests = |name, country, rank, since| {
        party(name, Side::Guest, country, &[someone(name, rank, since)])
    };
    let mut visit = visit(vec![
        guests("premier", "DE", 2, "2005-11-22"),
        guests("president-later", "US", 1, "2009-01-20"),
        guests("president-earlier", "FR", 1, "2007-05-16"),
        guests("premier-later", "GB", 2, "2010-05-11"),
        party("hosts", Side::Host, "KR", &[someone("host", 1, "2008-02-25")]),
    ]);
    about(&mut visit).host = Some(id("host"));
    // Heads of state before heads of government, then years in office; the host by role.
    let expected = ["host", "president-earlier", "president-later", "premier", "premier-later"];
    assert_eq!(ids(&visit), expected);
}

#[test]
fn a_spouse_stands_by_the_partners_office_and_says_so() {
    let mut party = party(
        "guests",
        Side::Guest,
        "KR",
        &[someone("head", 3, ""), someone("spouse", 0, ""), someone("director", 5, "")],
    );
    party.1[1].partner = Some(id("head"));
    let visit = visit(vec![party]);
    assert_eq!(ids(&visit), ["head", "spouse", "director"]);
    let order = order(&visit, &Purpose::Visit);
    assert_eq!(order[2].why, stated(5));
    assert!(order[1].why.sentence(&visit).len() > 3);
}

#[test]
fn an_override_moves_one_person_and_tells_why_for_its_purpose_alone() {
    let members = [someone("a", 1, ""), someone("b", 2, ""), someone("c", 3, "")];
    let mut visit = visit(vec![party("guests", Side::Guest, "KR", &members)]);
    let item = Item { id: ItemId::new("talks").unwrap(), ..Item::default() };
    let attendance = crate::model::Attendance {
        delegations: vec![DelegationId::new("guests").unwrap()],
        ..Default::default()
    };
    visit.items.push(Arc::new(Item { attendance, ..item }));
    let talks = ItemId::new("talks").unwrap();
    visit.overrides.push(Override {
        person: Some(id("c")),
        before: Some(id("b")),
        item: Some(talks.clone()),
        reason: "former minister".into(),
    });
    assert_eq!(ids(&visit), ["a", "b", "c"]);
    let there = order(&visit, &Purpose::Item(talks));
    let names: Vec<&str> = there.iter().map(|ranked| ranked.person.as_str()).collect();
    assert_eq!(names, ["a", "c", "b"]);
    assert!(there[1].why.sentence(&visit).contains("former minister"));
}

#[test]
fn who_declined_drives_or_guards_is_in_no_order() {
    let members = [someone("a", 1, ""), someone("b", 2, ""), someone("c", 3, "")];
    let mut visit = visit(vec![party("guests", Side::Guest, "KR", &members)]);
    Arc::make_mut(&mut visit.people[0]).attendance = crate::model::Rsvp::Declined;
    Arc::make_mut(&mut visit.people[1]).role = PartyRole::Driver;
    assert_eq!(ids(&visit), ["c"]);
}

#[test]
fn a_rank_comes_from_the_class_of_office_in_the_scheme_of_the_visit() {
    let members = [someone("mayor", 0, ""), someone("minister", 0, ""), someone("clerk", 0, "")];
    let mut visit = visit(vec![party("guests", Side::Guest, "KR", &members)]);
    edit(&mut visit, "mayor").office_class = "mayor".to_owned();
    edit(&mut visit, "minister").office_class = "minister".to_owned();
    assert_eq!(ids(&visit), ["minister", "mayor", "clerk"]);
    let sentence = whys(&visit)[1].sentence(&visit);
    assert_eq!(sentence, "class of office 9, mayor, head of a city or district");
    // The same classes rank otherwise in another scheme, and not at all where it lacks them.
    about(&mut visit).ranks.scheme = Scheme::Chinese;
    assert_eq!(whys(&visit)[1], Why::RankUnknown);
    about(&mut visit).ranks.scheme = Scheme::Korean;
    assert_eq!(ids(&visit), ["minister", "mayor", "clerk"]);
    // A number stated beats the class.
    edit(&mut visit, "clerk").rank = 1;
    assert_eq!(ids(&visit), ["clerk", "minister", "mayor"]);
}

#[test]
fn of_two_offices_the_one_relevant_to_the_event_counts() {
    // Rule 2.
    let members = [someone("a", 5, ""), someone("b", 6, "")];
    let mut visit = visit(vec![party("guests", Side::Guest, "KR", &members)]);
    let talks = ItemId::new("talks").unwrap();
    let attendance = crate::model::Attendance {
        delegations: vec![DelegationId::new("guests").unwrap()],
        ..Default::default()
    };
    let item = Item { id: talks.clone(), attendance, ..Item::default() };
    visit.items.push(Arc::new(item));
    let chair = Office { post: "chair of the council".into(), rank: 4, ..Office::default() };
    edit(&mut visit, "b").offices =
        vec![Office { counts_at: vec![talks.clone()], ..chair.clone() }];
    assert_eq!(ids(&visit), ["a", "b"]);
    let there = order(&visit, &Purpose::Item(talks));
    let first = there.first().unwrap();
    assert_eq!(first.person, id("b"));
    let sentence = first.why.sentence(&visit);
    assert_eq!(sentence, "counted here as “chair of the council”: rank 4, as stated");
    // For the whole visit, where it is said so.
    edit(&mut visit, "b").offices = vec![Office { counts: true, ..chair }];
    assert_eq!(ids(&visit), ["b", "a"]);
    // Another office that counts nowhere says nothing, unless it is the only one, and former.
    edit(&mut visit, "b").offices[0].counts = false;
    assert_eq!(ids(&visit), ["a", "b"]);
}

#[test]
fn a_spouse_with_an_office_stands_by_that_and_else_right_behind_the_partner() {
    let members = [
        someone("earlier", 3, "2010-01-01"),
        someone("later", 3, "2020-01-01"),
        someone("spouse", 0, ""),
    ];
    let mut party = party("guests", Side::Guest, "KR", &members);
    party.0.head = None;
    party.0.members.rotate_right(1);
    let mut visit = visit(vec![party]);
    edit(&mut visit, "spouse").partner = Some(id("earlier"));
    assert_eq!(ids(&visit), ["earlier", "spouse", "later"]);
    edit(&mut visit, "spouse").rank = 1;
    assert_eq!(ids(&visit)[0], "spouse");
    assert_eq!(whys(&visit)[0], stated(1));
}

#[test]
fn acting_and_former_stand_behind_those_in_office_of_their_class_alone() {
    // Rule 3.
    let with = |name, rank, tenure| Someone { tenure, ..someone(name, rank, "2000-01-01") };
    let members = [
        with("former", 3, Tenure::Former),
        with("acting", 3, Tenure::Acting),
        with("lower", 4, Tenure::InOffice),
        with("holder", 3, Tenure::InOffice),
    ];
    let mut party = party("guests", Side::Guest, "KR", &members);
    party.0.head = None;
    assert_eq!(ids(&visit(vec![party])), ["holder", "acting", "former", "lower"]);
}

fn body(name: &str, level: BodyLevel, under: &str, founded: &str) -> Body {
    Body { name: name.into(), level, under: under.to_owned(), founded: founded.parse().ok() }
}

#[test]
fn bodies_stand_national_before_local_higher_before_subordinate_then_by_date_founded() {
    // Rule 6.
    let members =
        ["city", "office", "older", "younger", "unknown"].map(|name| someone(name, 3, ""));
    let mut party = party("guests", Side::Guest, "KR", &members);
    party.0.head = None;
    let mut visit = visit(vec![party]);
    for person in &mut visit.people {
        let person = Arc::make_mut(person);
        person.body = person.id.as_str().into();
    }
    about(&mut visit).bodies = vec![
        body("younger", BodyLevel::National, "", "1998-03-01"),
        body("older", BodyLevel::National, "", "1949-10-01"),
        body("office", BodyLevel::Local, "city", "1900-01-01"),
        body("city", BodyLevel::Local, "", "1997-06-18"),
    ];
    assert_eq!(ids(&visit), ["older", "younger", "city", "office", "unknown"]);
    let sentences: Vec<String> = whys(&visit).iter().map(|why| why.sentence(&visit)).collect();
    assert!(sentences[1].contains("younger was founded on"), "{sentences:?}");
    assert!(sentences[2].contains("local"), "{sentences:?}");
    assert!(sentences[3].contains("office is under city"), "{sentences:?}");
    assert!(sentences[4].contains("nothing is stated of the body"), "{sentences:?}");
    // Of equal delegations the date of a body decides nothing: the alphabet does.
    let mut parties = visit.delegations.clone();
    let mut other = Delegation::clone(&parties[0]);
    other.id = DelegationId::new("brazilians").unwrap();
    other.country = "BR".to_owned();
    other.members = vec![id("younger")];
    Arc::make_mut(&mut parties[0]).members.retain(|member| *member != id("younger"));
    parties.push(Arc::new(other));
    visit.delegations = parties;
    assert_eq!(ids(&visit)[..2], ["younger", "older"]);
}

#[test]
fn who_has_no_public_post_stands_by_the_former_one_the_relation_and_the_age() {
    // Rule 8.
    let names = ["young", "elder", "speaker", "was-minister", "director"];
    let members = names.map(|name| someone(name, u16::from(name == "director") * 12, ""));
    let mut party = party("guests", Side::Guest, "KR", &members);
    party.0.head = None;
    let mut visit = visit(vec![party]);
    edit(&mut visit, "young").born = "1990-01-01".parse().ok();
    edit(&mut visit, "elder").born = "1940-01-01".parse().ok();
    edit(&mut visit, "speaker").relation = EventRelation::Speaker;
    let post = Office {
        post: "minister".into(),
        office_class: "minister".to_owned(),
        tenure: Tenure::Former,
        ..Office::default()
    };
    edit(&mut visit, "was-minister").offices = vec![post];
    assert_eq!(ids(&visit), ["was-minister", "director", "speaker", "elder", "young"]);
    assert_eq!(whys(&visit)[3], Why::Relation(EventRelation::NotStated));
    assert_eq!(whys(&visit)[4], Why::Age);
}

#[test]
fn a_signatory_goes_first_where_it_is_signed_and_in_what_is_arranged_there() {
    let members = [someone("a", 1, ""), someone("b", 2, "")];
    let mut visit = visit(vec![party("guests", Side::Guest, "KR", &members)]);
    let signing = ItemId::new("signing").unwrap();
    let people = vec![id("a"), id("b")];
    let attendance = crate::model::Attendance { people, ..Default::default() };
    let item = Item { id: signing.clone(), attendance, ..Item::default() };
    visit.items.push(Arc::new(item));
    let party = crate::model::Party { signatory: Some(id("b")), ..Default::default() };
    visit.agreements.push(Arc::new(crate::model::Agreement {
        item: Some(signing.clone()),
        parties: vec![party],
        ..Default::default()
    }));
    let table = ArrangementId::new("table").unwrap();
    visit.arrangements.push(Arc::new(crate::model::Arrangement {
        id: table.clone(),
        item: Some(signing.clone()),
        ..Default::default()
    }));
    for purpose in [Purpose::Item(signing), Purpose::Arrangement(table)] {
        let first = order(&visit, &purpose).into_iter().next().unwrap();
        assert_eq!((first.person, first.why), (id("b"), Why::Role(Role::Signatory)));
    }
    assert_eq!(ids(&visit), ["a", "b"]);
}

proptest! {
    /// However the people stand in the file, the order is the same, and nobody is lost.
    #[test]
    fn the_order_of_the_file_does_not_matter(
        ranks in proptest::collection::vec((0_u16..4, 0_u8..3, 0_i32..3, any::<bool>()), 1..12),
        shift in 0_usize..12,
        local_head_first in any::<bool>(),
    ) {
        let member = |(index, (rank, tenure, year, _)): (usize, &(u16, u8, i32, bool))| Person {
            id: id(&format!("p{index}")),
            rank: *rank,
            tenure: [Tenure::InOffice, Tenure::Acting, Tenure::Former][usize::from(*tenure)],
            in_post_since: NaiveDate::from_ymd_opt(2000 + *year, 1, 1),
            ..Person::default()
        };
        let people: Vec<Person> = ranks.iter().enumerate().map(member).collect();
        let of = |is_guest: bool| -> Vec<PersonId> {
            let side = people.iter().zip(&ranks).filter(|(_, rank)| rank.3 == is_guest);
            side.map(|(person, _)| person.id.clone()).collect()
        };
        let delegation = |name, side, members| Arc::new(Delegation {
            id: DelegationId::new(name).unwrap(), side, members, ..Delegation::default()
        });
        let mut visit = Visit {
            delegations: vec![
                delegation("guests", Side::Guest, of(true)),
                delegation("hosts", Side::Host, of(false)),
            ],
            people: people.iter().cloned().map(Arc::new).collect(),
            ..Visit::default()
        };
        let (host, guest) = (people.first(), people.last());
        about(&mut visit).host = host.map(|person| person.id.clone());
        about(&mut visit).guest_of_honour = guest.map(|person| person.id.clone());
        about(&mut visit).local_head_first = local_head_first;
        let first = order(&visit, &Purpose::Visit);
        prop_assert_eq!(first.len(), people.len());
        let by = shift % people.len();
        visit.people.rotate_left(by);
        visit.delegations.reverse();
        prop_assert_eq!(order(&visit, &Purpose::Visit), first);
    }
}
