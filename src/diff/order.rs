//! What moved within a list.

use std::collections::HashMap;
use std::hash::Hash;

/// The fewest elements whose moving turns `old` into `new`. Both hold the same elements, each
/// once; others are passed over.
pub(super) fn moved<T: Clone + Eq + Hash>(old: &[T], new: &[T]) -> Vec<T> {
    let places: HashMap<&T, usize> = old.iter().enumerate().map(|(i, id)| (id, i)).collect();
    let sequence: Vec<usize> = new.iter().filter_map(|id| places.get(id).copied()).collect();
    let stayed = longest_rising(&sequence);
    let moved = sequence.iter().filter(|place| stayed.binary_search(place).is_err());
    moved.filter_map(|place| old.get(*place).cloned()).collect()
}

/// The longest rising subsequence of distinct numbers, by patience sorting.
fn longest_rising(numbers: &[usize]) -> Vec<usize> {
    // The last number of the best subsequence of each length, and what stood before each number.
    let mut tails: Vec<usize> = Vec::new();
    let mut before: HashMap<usize, Option<usize>> = HashMap::new();
    for number in numbers {
        let length = tails.partition_point(|tail| tail < number);
        before.insert(*number, length.checked_sub(1).and_then(|i| tails.get(i).copied()));
        match tails.get_mut(length) {
            Some(tail) => *tail = *number,
            None => tails.push(*number),
        }
    }
    let mut rising = Vec::with_capacity(tails.len());
    let mut next = tails.last().copied();
    while let Some(number) = next {
        rising.push(number);
        next = before.get(&number).copied().flatten();
    }
    rising.reverse();
    rising
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_element_carried_to_the_front_is_the_one_that_moved() {
        assert_eq!(moved(&[1, 2, 3, 4], &[4, 1, 2, 3]), [4]);
        assert_eq!(moved(&[1, 2, 3, 4], &[2, 3, 4, 1]), [1]);
        assert_eq!(moved(&[1, 2, 3], &[1, 2, 3]), [0; 0]);
        assert_eq!(moved(&[1, 2, 3], &[3, 2, 1]).len(), 2);
    }
}
