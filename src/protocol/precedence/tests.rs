//! The worked examples of PROTOCOL section 4, and what holds for every order.

use proptest::prelude::*;

use super::*;
use crate::model::{About, Item};

struct Someone {
    id: &'static str,
    rank: u16,
    since: &'static str,
    tenure: Tenure,
}

fn someone(id: &'static str, rank: u16, since: &'static str) -> Someone {
    Someone { id, rank, since, tenure: Tenure::InOffice }
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
    assert_eq!(why, [Why::Rank { rank: 3, of: None }, since, Why::Tenure(Tenure::Former)]);
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
    let leader = Why::Rank { rank: 2, of: None };
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
    assert_eq!(order[2].why, Why::Rank { rank: 5, of: None });
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
