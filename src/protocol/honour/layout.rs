//! The slots of each kind of arrangement, in order of honour and as they are seen.

use super::fill::{Hand, fill, fill_pair, round, row, slot};
use super::party::Party;
use super::{Rank, Reason, RowKind};
use crate::model::{
    Arrangement, ArrangementKind, CarSeat, Convention, EvenRow, InterpreterSeat, PersonId, Traffic,
    Visit,
};

/// People by rank, and the slots in order of honour.
pub(super) type Queue = (Vec<PersonId>, Vec<(String, Reason)>);

/// Slots before anybody sits on them.
#[derive(Default)]
pub(super) struct Layout {
    /// As they are seen, viewer-left to viewer-right.
    pub(super) rows: Vec<(RowKind, Vec<String>)>,
    /// Who goes where.
    pub(super) queues: Vec<Queue>,
}

impl Layout {
    fn row(&mut self, kind: RowKind, slots: impl IntoIterator<Item = String>) {
        self.rows.push((kind, slots.into_iter().collect()));
    }

    fn queue(
        &mut self,
        people: &[PersonId],
        rank: Rank,
        slots: impl IntoIterator<Item = (String, Option<Hand>)>,
    ) {
        let slots = slots.into_iter().enumerate();
        let reasoned = slots.map(|(at, (slot, hand))| (slot, Reason::Ranked { rank, at, hand }));
        self.queues.push((people.to_vec(), reasoned.collect()));
    }

    /// One on a slot of their own.
    fn single(&mut self, person: Option<&PersonId>, slot: &str, reason: Reason) {
        let people = person.cloned().into_iter().collect();
        self.queues.push((people, vec![(slot.to_owned(), reason)]));
    }
}

fn handed(prefix: &str, places: &[i32]) -> Vec<(String, Option<Hand>)> {
    places.iter().map(|place| (slot(prefix, *place), Hand::of(*place))).collect()
}

fn shown(prefix: &str, places: &[i32], faces_viewer: bool) -> Vec<String> {
    row(places, faces_viewer).into_iter().map(|place| slot(prefix, place)).collect()
}

fn numbered(prefix: &str, count: usize) -> Vec<String> {
    (1..=count).map(|n| format!("{prefix}-{n}")).collect()
}

fn unhanded(slots: &[String]) -> Vec<(String, Option<Hand>)> {
    slots.iter().map(|slot| (slot.clone(), None)).collect()
}

/// The layout of an arrangement for the people it has.
pub(super) fn layout(
    visit: &Visit,
    arrangement: &Arrangement,
    convention: Convention,
    party: &Party,
) -> Layout {
    let mut layout = Layout::default();
    match arrangement.kind {
        ArrangementKind::ConferenceTable | ArrangementKind::ConferenceTableEndOn => {
            conference(&mut layout, arrangement, convention, party);
        }
        ArrangementKind::HeadTable | ArrangementKind::Podium => {
            let people = party.around_the_host(convention);
            in_a_row(&mut layout, arrangement, convention, &people, (RowKind::Head, "head"));
            behind(&mut layout, arrangement, party, &[]);
        }
        ArrangementKind::GroupPhoto => photo(&mut layout, arrangement, convention, party),
        ArrangementKind::SofaMeeting => sofas(&mut layout, arrangement, party),
        ArrangementKind::SigningTable => signing(&mut layout, visit, arrangement, party),
        ArrangementKind::RoundTables => tables(&mut layout, arrangement, convention, party),
        ArrangementKind::Car => car(&mut layout, visit, arrangement, convention, party),
        ArrangementKind::Minibus => grid(&mut layout, arrangement, party, 3),
        ArrangementKind::Rows => grid(&mut layout, arrangement, party, 4),
        ArrangementKind::ReceivingLine => line(&mut layout, &party.hosts, Rank::Hosts),
        ArrangementKind::Speeches => {
            line(&mut layout, &party.speakers(visit, arrangement), Rank::All);
        }
        // No person stands there: see `flags`.
        ArrangementKind::Flags => {}
    }
    layout
}

/// Chinese domestic places count the left as the higher; all others the right.
fn start(convention: Convention) -> Hand {
    if convention == Convention::ChineseDomestic { Hand::Left } else { Hand::Right }
}

/// Where the interpreters sit, where the arrangement leaves it to the convention.
fn interpreters(arrangement: &Arrangement, convention: Convention) -> InterpreterSeat {
    match (arrangement.interpreters, convention) {
        (
            InterpreterSeat::AsConvention,
            Convention::ChineseDomestic | Convention::ChineseWithForeignGuests,
        ) => InterpreterSeat::OwnRight,
        (InterpreterSeat::AsConvention, Convention::Dubai) => InterpreterSeat::OwnLeft,
        (
            InterpreterSeat::AsConvention,
            Convention::International | Convention::Korean | Convention::UsBusiness,
        ) => InterpreterSeat::Behind,
        (stated, _) => stated,
    }
}

/// Guests face the door, hosts have their backs to it; with the short end to the door guests are
/// at the right of who comes in, listed from the door inward.
fn conference(
    layout: &mut Layout,
    arrangement: &Arrangement,
    convention: Convention,
    party: &Party,
) {
    let seat = interpreters(arrangement, convention);
    let reserved = |guest: bool| match seat {
        InterpreterSeat::OwnRight => Some(1),
        InterpreterSeat::OwnLeft => Some(-1),
        InterpreterSeat::HostRightGuestLeft => Some(if guest { -1 } else { 1 }),
        InterpreterSeat::AsConvention | InterpreterSeat::Behind | InterpreterSeat::Booth => None,
    };
    let sides = [
        (RowKind::Guests, "guests", &party.guests, &party.guest_helpers, Rank::Guests, true),
        (RowKind::Hosts, "hosts", &party.hosts, &party.host_helpers, Rank::Hosts, false),
    ];
    let mut behind = Vec::new();
    let mut all = Vec::new();
    for (kind, prefix, people, helpers, rank, is_guest) in sides {
        let own = reserved(is_guest).filter(|_| !helpers.interpreters.is_empty());
        let taken: Vec<i32> = own.into_iter().collect();
        // Whom the table has no seat for sits behind.
        let room = match usize::from(arrangement.seats) {
            0 => people.len(),
            seats => people.len().min(seats.saturating_sub(taken.len())),
        };
        let (at_table, further) = people.split_at(room);
        let places = fill(room, start(convention), &taken);
        let mut rest: Vec<PersonId> = helpers.interpreters.clone();
        if let Some(place) = own {
            let first = (!rest.is_empty()).then(|| rest.remove(0));
            layout.single(first.as_ref(), &slot(prefix, place), Reason::Interpreter);
        }
        layout.queue(at_table, rank, handed(prefix, &places));
        behind.push((format!("{prefix}-second"), further.to_vec()));
        if seat != InterpreterSeat::Booth {
            behind.push((format!("{prefix}-behind"), rest));
        }
        behind.push((format!("{prefix}-notes"), helpers.note_takers.clone()));
        let seen: Vec<i32> = places.iter().chain(&taken).copied().collect();
        all.push((kind, prefix, seen, is_guest));
    }
    let widest = all.iter().flat_map(|(_, _, seen, _)| seen).map(|place| place.abs()).max();
    let widest = widest.unwrap_or_default();
    let end_on = arrangement.kind == ArrangementKind::ConferenceTableEndOn;
    for (kind, prefix, seen, is_guest) in all {
        // Heads sit opposite each other: both sides are listed to the same width.
        let whole: Vec<i32> = if seen.is_empty() { seen } else { (-widest..=widest).collect() };
        layout.row(kind, shown(prefix, &whole, is_guest != end_on));
    }
    for (prefix, people) in behind.into_iter().filter(|(_, people)| !people.is_empty()) {
        let slots = numbered(&prefix, people.len());
        layout.queues.push((people, slots.iter().map(|it| (it.clone(), Reason::Behind)).collect()));
        layout.row(RowKind::Behind, slots);
    }
}

/// The first in the centre and the others outward; in domestic Chinese rows of an even number the
/// first two share the centre, or the first has the own left of it.
fn in_a_row(
    layout: &mut Layout,
    arrangement: &Arrangement,
    convention: Convention,
    people: &[PersonId],
    (kind, prefix): (RowKind, &str),
) {
    let start = start(convention);
    let first_at_own_left = convention == Convention::ChineseDomestic
        && arrangement.even == EvenRow::FirstAtOwnLeft
        && people.len().is_multiple_of(2);
    let places = if first_at_own_left {
        fill_pair(people.len(), start)
    } else {
        fill(people.len(), start, &[])
    };
    layout.row(kind, shown(prefix, &places, true));
    layout.queue(people, Rank::All, handed(prefix, &places));
}

/// As the head table; where the number is even, two share the centre. Several rows, where one
/// holds fewer.
fn photo(layout: &mut Layout, arrangement: &Arrangement, convention: Convention, party: &Party) {
    let people =
        if arrangement.alternating { party.in_turn() } else { party.around_the_host(convention) };
    let in_row = match usize::from(arrangement.seats) {
        0 => people.len().max(1),
        seats => seats,
    };
    for (n, row_people) in people.chunks(in_row).enumerate() {
        let (kind, prefix) = match n {
            0 => (RowKind::Front, "front".to_owned()),
            _ => (RowKind::Back, format!("row-{}", n + 1)),
        };
        let is_even = row_people.len().is_multiple_of(2);
        if !is_even || arrangement.alternating || convention == Convention::ChineseDomestic {
            let row = (kind, prefix.as_str());
            in_a_row(layout, arrangement, convention, row_people, row);
            continue;
        }
        let mut row_people = row_people.to_vec();
        if n == 0 && row_people.first() == party.hosts.first() {
            // Where the two share the centre, the first guest is at the host's right.
            row_people.swap(0, 1);
        }
        let places = fill_pair(row_people.len(), Hand::Right);
        layout.row(kind, shown(&prefix, &places, true));
        layout.queue(&row_people, Rank::All, handed(&prefix, &places));
    }
}

/// Host and guest of honour at the head, the guest at the host's right; each side goes on outward
/// by rank, interpreters and note takers behind.
fn sofas(layout: &mut Layout, arrangement: &Arrangement, party: &Party) {
    let (guests, hosts) =
        (numbered("guests", party.guests.len()), numbered("hosts", party.hosts.len()));
    layout.row(RowKind::Head, guests.iter().rev().chain(&hosts).cloned());
    layout.queue(&party.guests, Rank::Guests, unhanded(&guests));
    layout.queue(&party.hosts, Rank::Hosts, unhanded(&hosts));
    behind(layout, arrangement, party, &[]);
}

/// Interpreters and note takers behind their own side, but for those who have another part;
/// interpreters in a booth have no seat in the room.
fn behind(layout: &mut Layout, arrangement: &Arrangement, party: &Party, busy: &[&PersonId]) {
    let in_booth = arrangement.interpreters == InterpreterSeat::Booth;
    for (prefix, helpers) in
        [("guests-behind", &party.guest_helpers), ("hosts-behind", &party.host_helpers)]
    {
        let people = if in_booth { helpers.note_takers.clone() } else { helpers.all() };
        let people: Vec<PersonId> = people.into_iter().filter(|id| !busy.contains(&id)).collect();
        let slots = numbered(prefix, people.len());
        if !people.is_empty() {
            let reasoned = slots.iter().map(|slot| (slot.clone(), Reason::Behind)).collect();
            layout.queues.push((people, reasoned));
            layout.row(RowKind::Behind, slots);
        }
    }
}

/// The host signs at the left and the guest at the right as each sees it, assistants at the outer
/// side; of more parties the highest in the middle.
fn signing(layout: &mut Layout, visit: &Visit, arrangement: &Arrangement, party: &Party) {
    let signing = party.signing(visit, arrangement);
    if signing.signatories.len() > 2 {
        let places = fill(signing.signatories.len(), Hand::Right, &[]);
        layout.row(RowKind::Front, shown("signs", &places, true));
        for (person, place) in signing.signatories.iter().zip(places) {
            layout.single(Some(person), &slot("signs", place), Reason::Signatory);
        }
        let rest = signing.others(&party.all);
        let places = fill(rest.len(), Hand::Right, &[]);
        layout.row(RowKind::Back, shown("back", &places, true));
        layout.queue(&rest, Rank::All, handed("back", &places));
        behind(layout, arrangement, party, &[]);
        return;
    }
    let front = ["guest-assistant", "guest-signs", "host-signs", "host-assistant"];
    layout.row(RowKind::Front, front.map(str::to_owned));
    layout.single(signing.guest.as_ref(), "guest-signs", Reason::Signatory);
    layout.single(signing.host.as_ref(), "host-signs", Reason::Signatory);
    layout.single(signing.guest_assistant.as_ref(), "guest-assistant", Reason::Assistant);
    layout.single(signing.host_assistant.as_ref(), "host-assistant", Reason::Assistant);
    let (guests, hosts) = (signing.others(&party.guests), signing.others(&party.hosts));
    let (guest_slots, host_slots) =
        (numbered("guests-back", guests.len()), numbered("hosts-back", hosts.len()));
    layout.row(RowKind::Back, guest_slots.iter().rev().chain(&host_slots).cloned());
    layout.queue(&guests, Rank::Guests, unhanded(&guest_slots));
    layout.queue(&hosts, Rank::Hosts, unhanded(&host_slots));
    let parts = [&signing.guest, &signing.host, &signing.guest_assistant, &signing.host_assistant];
    let busy: Vec<&PersonId> = parts.into_iter().flatten().collect();
    behind(layout, arrangement, party, &busy);
}

/// The first table has host and co-host, every other one host; guests go before the hosts that
/// are left. Listed clockwise from the host.
fn tables(layout: &mut Layout, arrangement: &Arrangement, convention: Convention, party: &Party) {
    const USUAL: usize = 10;
    let seats = match usize::from(arrangement.seats) {
        0 => USUAL,
        seats => seats.max(2),
    };
    let count = party.hosts.len() + party.guests.len();
    let tables = usize::from(arrangement.tables).max(count.div_ceil(seats)).max(1);
    let two_hosts = convention != Convention::International && party.hosts.len() > tables;
    let (mut heads, mut orders) = (Vec::new(), Vec::new());
    for table in 1..=tables {
        let co_host = (table == 1 && two_hosts).then_some(seats / 2);
        let name = |seat: usize| format!("table-{table}-{seat}");
        heads.push((name(0), Reason::Host));
        heads.extend(co_host.map(|seat| (name(seat), Reason::CoHost)));
        let order = round(seats, co_host, convention == Convention::UsBusiness);
        orders.push(order.into_iter().map(name).collect::<Vec<_>>());
        let number = u16::try_from(table).unwrap_or(u16::MAX);
        layout.row(RowKind::Table(number), (0..seats).map(name));
    }
    let (at_head, rest) = party.hosts.split_at(heads.len().min(party.hosts.len()));
    layout.queues.push((at_head.to_vec(), heads));
    let people: Vec<PersonId> = party.guests.iter().chain(rest).cloned().collect();
    // The first table is full before the others; those are filled alike.
    let (first, others) = orders.split_first().map_or((&[][..], &[][..]), |(f, o)| (&f[..], o));
    let in_turn = (0..seats).flat_map(|at| others.iter().filter_map(move |order| order.get(at)));
    let slots: Vec<String> = first.iter().chain(in_turn).cloned().collect();
    layout.queue(&people, Rank::Own, unhanded(&slots));
    behind(layout, arrangement, party, &[]);
}

/// A car. `F` is beside whoever drives; where the host does, it is the first place and not empty.
fn car(
    layout: &mut Layout,
    visit: &Visit,
    arrangement: &Arrangement,
    convention: Convention,
    party: &Party,
) {
    let (first, second) =
        if keeps_left(visit) { ("rear-left", "rear-right") } else { ("rear-right", "rear-left") };
    layout.row(RowKind::Front, car_front(visit, arrangement.host_drives));
    let rear = ["rear-left", "rear-middle", "rear-right"];
    layout.row(RowKind::Back, rear.map(str::to_owned));
    if arrangement.host_drives {
        layout.single(party.hosts.first(), "driver", Reason::Drives);
        let order = ["front", first, second, "rear-middle"];
        layout.queue(&party.all, Rank::All, order.map(|slot| (slot.to_owned(), None)));
        return;
    }
    let slot = |seat: &CarSeat| match seat {
        CarSeat::RearRight => "rear-right",
        CarSeat::RearLeft => "rear-left",
        CarSeat::RearMiddle => "rear-middle",
        CarSeat::Front | CarSeat::Any => "front",
    };
    let order = car_order(visit, convention, party.all.len());
    let order = order.iter().map(|seat| (slot(seat).to_owned(), None));
    layout.queue(&party.all, Rank::All, order);
}

/// The seats of a car with a driver, the best first, for so many people.
pub(crate) fn car_order(visit: &Visit, convention: Convention, count: usize) -> [CarSeat; 4] {
    use CarSeat::{Front, RearLeft, RearMiddle, RearRight};
    let (first, second) =
        if keeps_left(visit) { (RearLeft, RearRight) } else { (RearRight, RearLeft) };
    match (convention, count) {
        (Convention::Korean, _) => [first, second, Front, RearMiddle],
        (Convention::ChineseDomestic | Convention::ChineseWithForeignGuests, 0..=3) => {
            [first, second, Front, RearMiddle]
        }
        _ => [first, second, RearMiddle, Front],
    }
}

/// The front seats as they are seen from behind; the driver's is on the side of the middle of the
/// road.
pub(super) fn car_front(visit: &Visit, host_drives: bool) -> Vec<String> {
    let mut front = vec!["front".to_owned()];
    if host_drives {
        front.insert(usize::from(keeps_left(visit)), "driver".to_owned());
    }
    front
}

pub(super) fn keeps_left(visit: &Visit) -> bool {
    /// Where traffic keeps to the left, by ISO code.
    const LEFT: [&str; 12] =
        ["AU", "GB", "HK", "ID", "IE", "IN", "JP", "MY", "NZ", "SG", "TH", "ZA"];
    match visit.about.traffic {
        Traffic::Left => true,
        Traffic::Right => false,
        Traffic::AsCountry => LEFT.contains(&visit.about.country.as_str()),
    }
}

/// Rows from the front, as in an aircraft, a train or a minibus.
fn grid(layout: &mut Layout, arrangement: &Arrangement, party: &Party, usual: usize) {
    let wide = if arrangement.seats == 0 { usual } else { usize::from(arrangement.seats) };
    let slots: Vec<String> = (0..party.all.len().div_ceil(wide) * wide)
        .map(|at| format!("row-{}-{}", at / wide + 1, at % wide + 1))
        .collect();
    for row in slots.chunks(wide) {
        layout.row(RowKind::Line, row.to_vec());
    }
    layout.queue(&party.all, Rank::All, unhanded(&slots));
}

/// One after the other.
fn line(layout: &mut Layout, people: &[PersonId], rank: Rank) {
    let slots = numbered("line", people.len());
    layout.row(RowKind::Line, slots.clone());
    layout.queue(people, rank, unhanded(&slots));
}
