//! The time axis that all columns share: minutes of the day to heights and back. Hours in which
//! nothing is planned fold into a thin gap; where short items stand the axis is stretched, so that
//! each has room for its title.

use std::collections::BTreeSet;

/// Minutes of a day.
pub(super) const DAY: i64 = 24 * 60;
/// Height of an hour, in points.
const HOUR: f32 = 64.0;
/// The least height of an item.
pub(super) const LEAST: f32 = 23.0;
/// The height of a folded gap.
pub(super) const FOLD: f32 = 18.0;
/// The axis is made of slots of so many minutes.
const SLOT: i64 = 5;
/// A shorter gap is not worth folding.
const WORTH_FOLDING: i64 = 90;

/// A part of a day, from and to, in minutes since its midnight.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) from: i64,
    pub(super) to: i64,
}

/// Where each minute of a day stands.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Axis {
    /// The top of each slot, and the bottom of the last.
    tops: Vec<f32>,
    folds: Vec<Part>,
}

impl Axis {
    /// The axis of days on which something is planned at `busy`. `open` holds the beginnings of
    /// gaps that are shown in full.
    pub(super) fn new(busy: &[Part], open: &BTreeSet<i64>) -> Self {
        let folds: Vec<Part> =
            gaps(busy).into_iter().filter(|gap| !open.contains(&gap.from)).collect();
        let mut rates = vec![HOUR / 60.0; (DAY / SLOT) as usize];
        for item in busy {
            let wanted = LEAST / (item.to - item.from).max(1) as f32;
            each_slot(&mut rates, *item, |rate| *rate = rate.max(wanted));
        }
        for fold in &folds {
            let rate = FOLD / (fold.to - fold.from) as f32;
            each_slot(&mut rates, *fold, |slot| *slot = rate);
        }
        let mut top = 0.0;
        let mut tops = vec![top];
        for rate in rates {
            top += rate * SLOT as f32;
            tops.push(top);
        }
        Self { tops, folds }
    }

    /// How high a minute of the day stands.
    pub(super) fn y(&self, minute: i64) -> f32 {
        let minute = minute.clamp(0, DAY);
        let slot = (minute / SLOT) as usize;
        let top = self.tops.get(slot).copied().unwrap_or_default();
        let bottom = self.tops.get(slot + 1).copied().unwrap_or(top);
        top + (bottom - top) * (minute % SLOT) as f32 / SLOT as f32
    }

    /// The minute that stands at a height.
    pub(super) fn minute(&self, y: f32) -> i64 {
        let slot = self.tops.partition_point(|top| *top <= y).saturating_sub(1);
        let slot = slot.min((DAY / SLOT) as usize - 1);
        let top = self.tops.get(slot).copied().unwrap_or_default();
        let bottom = self.tops.get(slot + 1).copied().unwrap_or(top);
        let within = if bottom > top { ((y - top) / (bottom - top)).clamp(0.0, 1.0) } else { 0.0 };
        i64::try_from(slot).unwrap_or_default() * SLOT + (within * SLOT as f32).round() as i64
    }

    pub(super) fn height(&self) -> f32 {
        self.tops.last().copied().unwrap_or_default()
    }

    /// The gaps that are folded.
    pub(super) fn folds(&self) -> &[Part] {
        &self.folds
    }

    /// The full hours that are not within a fold.
    pub(super) fn hours(&self) -> impl Iterator<Item = i64> {
        let folded = |minute: i64| {
            self.folds.iter().any(|fold| fold.from < minute && minute < fold.to)
                || self.folds.iter().any(|fold| fold.from == minute)
        };
        (0..=24).map(|hour| hour * 60).filter(move |minute| !folded(*minute))
    }
}

fn each_slot(rates: &mut [f32], of: Part, change: impl FnMut(&mut f32)) {
    let (first, last) = (of.from.max(0) / SLOT, (of.to.min(DAY) + SLOT - 1) / SLOT);
    let slots = rates.iter_mut().skip(first as usize).take((last - first).max(0) as usize);
    slots.for_each(change);
}

/// The parts worth folding: nothing is planned there, and some minutes beside what is planned
/// stay open. Before a day is planned its night is folded.
fn gaps(busy: &[Part]) -> Vec<Part> {
    let usual = [Part { from: 8 * 60, to: 20 * 60 }];
    let mut busy: Vec<Part> = if busy.is_empty() { usual.to_vec() } else { busy.to_vec() };
    busy.sort_by_key(|item| item.from);
    let mut gaps = Vec::new();
    let mut free = 0;
    for item in busy.into_iter().chain([Part { from: DAY, to: DAY }]) {
        let from = if free == 0 { 0 } else { up_to(free + 10, 15) };
        let to = if item.from == DAY { DAY } else { (item.from - 15).div_euclid(30) * 30 };
        if to - from >= WORTH_FOLDING {
            gaps.push(Part { from, to });
        }
        free = free.max(item.to);
    }
    gaps
}

fn up_to(minute: i64, step: i64) -> i64 {
    (minute + step - 1).div_euclid(step) * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn part(from: i64, to: i64) -> Part {
        Part { from, to }
    }

    fn axis(busy: &[Part]) -> Axis {
        Axis::new(busy, &BTreeSet::new())
    }

    #[test]
    fn every_minute_comes_back_from_its_height() {
        let axis = axis(&[part(540, 545), part(600, 720)]);
        for minute in (540..720).chain([DAY]) {
            assert_eq!(axis.minute(axis.y(minute)), minute, "{minute}");
        }
    }

    #[test]
    fn long_gaps_fold_and_short_ones_do_not() {
        let planned = axis(&[part(540, 600), part(650, 1005), part(1200, 1260)]);
        assert_eq!(
            planned.folds(),
            [part(0, 510), part(1020, 1170), part(1275, DAY)],
            "between 10:00 and 10:50 nothing folds"
        );
        assert!((planned.y(1170) - planned.y(1020) - FOLD).abs() < 0.1);
    }

    #[test]
    fn a_gap_that_was_opened_is_shown_in_full() {
        let open = BTreeSet::from([0]);
        let axis = Axis::new(&[part(540, 600)], &open);
        assert_eq!(axis.folds(), [part(615, DAY)]);
        assert!((axis.y(60) - HOUR).abs() < 0.1);
    }

    #[test]
    fn a_short_item_has_room_for_its_title() {
        let axis = axis(&[part(540, 550), part(550, 720)]);
        assert!(axis.y(550) - axis.y(540) >= LEAST - 0.1);
        assert!((axis.y(720) - axis.y(660) - HOUR).abs() < 0.1);
    }

    #[test]
    fn hours_within_a_fold_are_not_named() {
        let hours: Vec<i64> = axis(&[part(540, 700)]).hours().map(|minute| minute / 60).collect();
        assert_eq!(hours, [9, 10, 11, 24]);
    }

    #[test]
    fn a_visit_without_items_shows_the_working_day() {
        assert_eq!(axis(&[]).folds(), [part(0, 450), part(1215, DAY)]);
    }
}
