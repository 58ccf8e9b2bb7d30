//! Who is to sit apart or together: whether it is so, and the least change by rank that makes it
//! so.

use std::collections::HashMap;

use super::{Rank, Reason, RowKind, Seating, Who};
use crate::model::{Arrangement, PersonId, Wish, WishKind};

/// A seat by its row and its place in it.
type At = (usize, usize);

impl Seating {
    /// The wishes of the arrangement that are not met, as far as their people are seated.
    pub fn broken<'a>(&self, arrangement: &'a Arrangement) -> Vec<&'a Wish> {
        let at = self.places();
        arrangement.wishes.iter().filter(|wish| self.is_broken(wish, &at)).collect()
    }

    fn places(&self) -> HashMap<&PersonId, At> {
        let mut places = HashMap::new();
        for (n, row) in self.rows.iter().enumerate() {
            for (m, seat) in row.seats.iter().enumerate() {
                if let Some(Who::Person { id, .. }) = &seat.who {
                    places.insert(id, (n, m));
                }
            }
        }
        places
    }

    fn is_broken(&self, wish: &Wish, at: &HashMap<&PersonId, At>) -> bool {
        let seats: Vec<At> = wish.people.iter().filter_map(|id| at.get(id)).copied().collect();
        let has_neighbour = |one: &At| seats.iter().any(|other| self.are_beside(*one, *other));
        match wish.kind {
            WishKind::Apart => seats.iter().any(has_neighbour),
            WishKind::Together => seats.len() > 1 && !seats.iter().all(has_neighbour),
        }
    }

    /// Whether two seats are next to each other; a round table has no end.
    fn are_beside(&self, (row, one): At, (other_row, other): At) -> bool {
        let Some(found) = self.rows.get(row).filter(|_| row == other_row) else { return false };
        let away = one.abs_diff(other);
        let closes = matches!(found.kind, RowKind::Table(_)) && away + 1 == found.seats.len();
        away == 1 || closes && away > 0
    }

    /// Changes places until the wishes are met, as far as they can be: each time those two who are
    /// nearest in rank, of one side, neither placed by hand nor at the head.
    pub(super) fn mend(&mut self, arrangement: &Arrangement) {
        let mut given_up: Vec<usize> = Vec::new();
        // Each round meets one wish more or gives one up.
        for _ in 0..2 * arrangement.wishes.len() {
            let at = self.places();
            let mut unmet = arrangement.wishes.iter().enumerate();
            let next = unmet.find(|(n, wish)| !given_up.contains(n) && self.is_broken(wish, &at));
            let Some((n, wish)) = next else { return };
            if !self.meet(arrangement, wish) {
                given_up.push(n);
            }
        }
    }

    fn meet(&mut self, arrangement: &Arrangement, wish: &Wish) -> bool {
        let unmet = self.broken(arrangement).len();
        let at = self.places();
        let of_wish = wish.people.iter().filter_map(|id| at.get(id)).copied();
        let of_wish: Vec<(At, Rank, usize)> =
            of_wish.filter_map(|seat| self.movable(seat)).collect();
        let mut all = Vec::new();
        for (n, row) in self.rows.iter().enumerate() {
            all.extend((0..row.seats.len()).filter_map(|m| self.movable((n, m))));
        }
        let mut swaps: Vec<(usize, std::cmp::Reverse<usize>, At, At)> = Vec::new();
        for (one, rank, place) in &of_wish {
            for (other, other_rank, other_place) in &all {
                if one != other && rank == other_rank {
                    let lower = std::cmp::Reverse((*place).max(*other_place));
                    swaps.push((place.abs_diff(*other_place), lower, *one, *other));
                }
            }
        }
        swaps.sort_unstable();
        for (_, _, one, other) in swaps {
            self.swap(one, other);
            if self.broken(arrangement).len() < unmet {
                self.note_wish(one);
                self.note_wish(other);
                return true;
            }
            self.swap(one, other);
        }
        false
    }

    /// A seat that was given by rank, and not to the head of a side.
    fn movable(&self, at: At) -> Option<(At, Rank, usize)> {
        let seat = self.rows.get(at.0)?.seats.get(at.1)?;
        match &seat.who {
            Some(Who::Person {
                why: Reason::Ranked { rank, at: place, .. } | Reason::Wish { rank, at: place },
                id,
            }) if !self.heads.contains(id) => Some((at, *rank, *place)),
            _ => None,
        }
    }

    fn swap(&mut self, one: At, other: At) {
        let mut take = |at: At| self.rows.get_mut(at.0)?.seats.get_mut(at.1)?.who.take();
        let (first, second) = (take(one), take(other));
        for (at, who) in [(one, second), (other, first)] {
            if let Some(seat) = self.rows.get_mut(at.0).and_then(|row| row.seats.get_mut(at.1)) {
                seat.who = who;
            }
        }
    }

    fn note_wish(&mut self, at: At) {
        let seat = self.rows.get_mut(at.0).and_then(|row| row.seats.get_mut(at.1));
        if let Some(Who::Person { why, .. }) = seat.and_then(|seat| seat.who.as_mut())
            && let Reason::Ranked { rank, at, .. } = *why
        {
            *why = Reason::Wish { rank, at };
        }
    }
}
