//! Everyone's own programme, once for all who share it.

use std::collections::HashMap;

use super::facts::Facts;
use super::party::Party;

/// People who are at the same items all along.
#[derive(Debug)]
pub(super) struct Track {
    pub(super) people: Party,
    /// Positions in the entries of the facts, earliest first.
    pub(super) entries: Vec<usize>,
}

/// The programmes of all who have one, of the first person in the visit's list first.
pub(super) fn tracks(facts: &Facts<'_>) -> Vec<Track> {
    let words = facts.timed.len().div_ceil(64);
    let mut signs: Vec<Vec<u64>> = vec![vec![0; words]; facts.visit.people.len()];
    for (position, entry) in facts.timed.iter().enumerate() {
        let Some(entry) = facts.entries.get(*entry) else { continue };
        for person in entry.present.iter() {
            let word = signs.get_mut(person).and_then(|sign| sign.get_mut(position / 64));
            if let Some(word) = word {
                *word |= 1 << (position % 64);
            }
        }
    }
    let mut tracks: Vec<Track> = Vec::new();
    let mut known: HashMap<&[u64], usize> = HashMap::new();
    for (person, sign) in signs.iter().enumerate() {
        if sign.iter().all(|word| *word == 0) {
            continue;
        }
        let track = *known.entry(sign).or_insert_with(|| {
            let at = |position: &usize| {
                sign.get(position / 64).is_some_and(|word| word >> (position % 64) & 1 == 1)
            };
            let positions = (0..facts.timed.len()).filter(at);
            let entries = positions.filter_map(|it| facts.timed.get(it).copied()).collect();
            tracks.push(Track { people: facts.nobody(), entries });
            tracks.len() - 1
        });
        if let Some(track) = tracks.get_mut(track) {
            track.people.insert(person);
        }
    }
    tracks
}

#[cfg(test)]
mod tests {
    use super::super::testing::visit;
    use super::*;

    #[test]
    fn who_shares_a_programme_shares_a_track() {
        let visit = visit(&["09:00-10:00 talks: oh delegate luo", "10:00-11:00 tour: oh luo"]);
        let facts = Facts::new(&visit);
        let tracks = tracks(&facts);
        let shown: Vec<_> =
            tracks.iter().map(|it| (facts.names(&it.people), it.entries.len())).collect();
        assert_eq!(shown, [("oh, luo".to_owned(), 2), ("delegate".to_owned(), 1)]);
    }
}
