//! Places beside a head, by the head's own hands (PROTOCOL section 5, frame): 0 is the centre,
//! 1, 2, … the own right outward, -1, -2, … the own left.

/// The hand at which the second stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hand {
    Right,
    Left,
}

impl Hand {
    pub(super) fn of(place: i32) -> Option<Self> {
        match place {
            0 => None,
            1.. => Some(Self::Right),
            _ => Some(Self::Left),
        }
    }

    fn sign(self) -> i32 {
        match self {
            Self::Right => 1,
            Self::Left => -1,
        }
    }
}

/// So many places in order of honour: the centre, then outward, the starting hand first; those
/// that are taken are passed over.
pub(super) fn fill(count: usize, start: Hand, taken: &[i32]) -> Vec<i32> {
    let outward = (1..).flat_map(|away| [away * start.sign(), -away * start.sign()]);
    let all = std::iter::once(0).chain(outward);
    all.filter(|place| !taken.contains(place)).take(count).collect()
}

/// The same where two share the centre and the first is at that hand of it.
pub(super) fn fill_pair(count: usize, first: Hand) -> Vec<i32> {
    (1..).flat_map(|away| [away * first.sign(), -away * first.sign()]).take(count).collect()
}

/// The places of a row from viewer-left to viewer-right. Who faces the viewer has the own right
/// at the viewer's left.
pub(super) fn row(places: &[i32], faces_viewer: bool) -> Vec<i32> {
    let (mut row, least, most) =
        (Vec::new(), places.iter().min().copied(), places.iter().max().copied());
    if let (Some(least), Some(most)) = (least, most) {
        let has_centre = places.contains(&0);
        row.extend((least..=most).filter(|place| has_centre || *place != 0));
    }
    if faces_viewer {
        row.reverse();
    }
    row
}

/// `guests-c`, `guests-r1`, `guests-l2`.
pub(super) fn slot(prefix: &str, place: i32) -> String {
    match Hand::of(place) {
        None => format!("{prefix}-c"),
        Some(Hand::Right) => format!("{prefix}-r{place}"),
        Some(Hand::Left) => format!("{prefix}-l{}", -place),
    }
}

/// The seats of a round table in order of honour; clockwise from the host, who is 0.
pub(super) fn round(seats: usize, co_host: Option<usize>, right_hands_first: bool) -> Vec<usize> {
    let mut order = Vec::new();
    let mut take = |seat: usize| {
        let is_free = seat != 0 && seat < seats && Some(seat) != co_host && !order.contains(&seat);
        if is_free {
            order.push(seat);
        }
    };
    for away in 1..=seats.div_ceil(2) {
        // Seen from above the host looks down, and clockwise runs to the host's own left.
        let (right, left) = (seats.saturating_sub(away), away);
        let of_co_host = co_host.map(|at| (at.saturating_sub(away), (at + away) % seats.max(1)));
        match of_co_host {
            None => [right, left].into_iter().for_each(&mut take),
            Some((co_right, co_left)) if right_hands_first => {
                [right, co_right, left, co_left].into_iter().for_each(&mut take);
            }
            Some((co_right, co_left)) => {
                [right, left, co_right, co_left].into_iter().for_each(&mut take);
            }
        }
    }
    order
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_second_stands_at_the_starting_hand_and_then_they_alternate() {
        assert_eq!(fill(5, Hand::Right, &[]), [0, 1, -1, 2, -2]);
        assert_eq!(fill(4, Hand::Left, &[]), [0, -1, 1, -2]);
        assert_eq!(fill(4, Hand::Right, &[1]), [0, -1, 2, -2], "the interpreter's is passed over");
        assert_eq!(fill_pair(4, Hand::Right), [1, -1, 2, -2]);
        assert_eq!(fill_pair(4, Hand::Left), [-1, 1, -2, 2]);
    }

    #[test]
    fn the_own_right_of_who_faces_the_viewer_is_at_the_viewers_left() {
        assert_eq!(row(&fill(4, Hand::Right, &[]), true), [2, 1, 0, -1]);
        assert_eq!(row(&fill(4, Hand::Right, &[]), false), [-1, 0, 1, 2]);
        assert_eq!(row(&fill_pair(4, Hand::Right), true), [2, 1, -1, -2]);
        assert_eq!(row(&[], true), [0; 0]);
    }

    #[test]
    fn a_round_table_of_ten_has_its_places_of_honour() {
        let chinese = round(10, Some(5), false);
        assert_eq!(chinese, [9, 1, 4, 6, 8, 2, 3, 7]);
        assert_eq!(round(10, Some(5), true), [9, 4, 1, 6, 8, 3, 2, 7]);
        assert_eq!(round(6, None, false), [5, 1, 4, 2, 3]);
    }

    #[test]
    fn every_seat_of_a_round_table_is_taken_once() {
        for seats in 0..30 {
            for co_host in [None, Some(seats / 2)].into_iter().filter(|at| *at != Some(0)) {
                let mut order = round(seats, co_host, false);
                order.sort_unstable();
                let all: Vec<usize> = (1..seats).filter(|seat| Some(*seat) != co_host).collect();
                assert_eq!(order, all, "{seats} {co_host:?}");
            }
        }
    }
}
