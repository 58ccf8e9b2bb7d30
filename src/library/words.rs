//! The words of a visit, as the search goes through them.
//!
//! Those of ASCII letters stand apart from those of other scripts, so that a search in one script
//! passes over the bytes of the others. A folded word that mixes them is cut where they meet.

use std::ops::Range;
use std::sync::Arc;

use memchr::memmem::Finder;

use super::fold::push_folded;
use crate::model::{Visit, Visitor, Walk as _};

/// A part of a memory that many entries share: what the cache holds stays one piece.
#[derive(Clone, Default)]
pub(super) struct Words {
    shared: Arc<Vec<u8>>,
    start: usize,
    /// Where the words in ASCII end and the others begin.
    middle: usize,
    end: usize,
}

impl Words {
    pub(super) fn of_visit(visit: &Visit) -> Self {
        let mut collector = Collector::default();
        visit.walk(&mut collector);
        collector.text(visit.id.as_str());
        collector.finish()
    }

    pub(super) fn of_text(text: &str) -> Self {
        let mut collector = Collector::default();
        collector.text(text);
        collector.finish()
    }

    /// `None` when there are not so many bytes.
    pub(super) fn part(shared: &Arc<Vec<u8>>, start: usize, lens: [usize; 2]) -> Option<Self> {
        let middle = start.checked_add(lens[0])?;
        let end = middle.checked_add(lens[1])?;
        (end <= shared.len()).then(|| Self { shared: Arc::clone(shared), start, middle, end })
    }

    /// So many bytes of words in ASCII, and of others.
    pub(super) fn lens(&self) -> [usize; 2] {
        [self.middle - self.start, self.end - self.middle]
    }

    pub(super) fn bytes(&self) -> &[u8] {
        self.shared.get(self.start..self.end).unwrap_or_default()
    }

    pub(super) fn hold(&self, wanted: &Wanted<'_>) -> bool {
        let range = if wanted.ascii { self.start..self.middle } else { self.middle..self.end };
        self.shared.get(range).is_some_and(|words| wanted.finder.find(words).is_some())
    }
}

impl PartialEq for Words {
    fn eq(&self, other: &Self) -> bool {
        self.bytes() == other.bytes() && self.lens() == other.lens()
    }
}

impl Eq for Words {}

impl std::fmt::Debug for Words {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        String::from_utf8_lossy(self.bytes()).fmt(f)
    }
}

/// A word that is searched for.
pub(super) struct Wanted<'a> {
    finder: Finder<'a>,
    ascii: bool,
}

impl<'a> Wanted<'a> {
    /// All that is searched for with a folded text.
    pub(super) fn all(folded: &'a str) -> Vec<Self> {
        let wanted = |word: &'a str| Self { finder: Finder::new(word), ascii: word.is_ascii() };
        words(folded).map(wanted).collect()
    }
}

/// The words of a folded text, each of one sort: ASCII or not.
pub(super) fn words(folded: &str) -> impl Iterator<Item = &str> {
    let mut rest = folded;
    std::iter::from_fn(move || {
        rest = rest.trim_start_matches(is_between_words);
        let ascii = rest.chars().next()?.is_ascii();
        let ends = |c: char| c.is_ascii() != ascii || is_between_words(c);
        let end = rest.find(ends).unwrap_or(rest.len());
        let (word, behind) = rest.split_at_checked(end)?;
        rest = behind;
        Some(word)
    })
}

fn is_between_words(c: char) -> bool {
    match c {
        '\0'..='\x7F' => matches!(c, '\t'..='\r' | ' '),
        '、' | '。' | '《' | '》' | '「' | '」' | '『' | '』' | '“' | '”' | '…' => {
            true
        }
        other => other.is_whitespace(),
    }
}

/// Gathers every word of a visit.
#[derive(Default)]
struct Collector {
    ascii: Kept,
    others: Kept,
    /// The text at hand, folded.
    folded: String,
}

/// Words of one sort, most of them once: those that come again soon are known by a small table
/// in which a later word takes the place of an earlier one.
struct Kept {
    words: Vec<u8>,
    /// Where words stand, each in the slot its bytes choose.
    seen: Vec<Range<u32>>,
}

/// A power of two.
const SLOTS: usize = 1024;

impl Default for Kept {
    fn default() -> Self {
        Self { words: Vec::with_capacity(8 * SLOTS), seen: vec![0..0; SLOTS] }
    }
}

impl Collector {
    fn finish(self) -> Words {
        let (start, middle) = (0, self.ascii.words.len());
        let mut shared = self.ascii.words;
        shared.extend(self.others.words);
        shared.shrink_to_fit();
        Words { start, middle, end: shared.len(), shared: Arc::new(shared) }
    }
}

impl Visitor for Collector {
    fn text(&mut self, text: &str) {
        if text.is_ascii() {
            // Most of most visits, and most of the time an index takes.
            self.folded.clear();
            self.folded.push_str(text);
            self.folded.make_ascii_lowercase();
            for word in self.folded.as_bytes().split(|byte| matches!(byte, b'\t'..=b'\r' | b' ')) {
                self.ascii.add(word);
            }
            return;
        }
        self.folded.clear();
        push_folded(&mut self.folded, text);
        for word in words(&self.folded) {
            let kept = if word.is_ascii() { &mut self.ascii } else { &mut self.others };
            kept.add(word.as_bytes());
        }
    }
}

impl Kept {
    fn add(&mut self, word: &[u8]) {
        let Some(slot) = self.seen.get_mut(slot(word)) else { return };
        let seen = slot.start as usize..slot.end as usize;
        if word.is_empty() || self.words.get(seen) == Some(word) {
            return;
        }
        let start = self.words.len();
        self.words.extend_from_slice(word);
        // No visit is larger than 8 MiB; a place beyond would only keep a word twice.
        *slot = start as u32..self.words.len() as u32;
        self.words.push(b'\n');
    }
}

/// Both ends of a word and its length tell it well enough from those that come soon after it.
fn slot(word: &[u8]) -> usize {
    let short = || word.iter().fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte));
    let first = word.first_chunk().map_or_else(short, |first| u64::from_be_bytes(*first));
    let last = word.last_chunk().map_or(0, |last| u64::from_be_bytes(*last));
    let mixed =
        (first ^ last.rotate_left(23) ^ word.len() as u64).wrapping_mul(0x9E37_79B9_7F4A_7C15);
    (mixed >> 48) as usize % SLOTS
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::library::fold::fold;

    fn hold(text: &str, wanted: &str) -> bool {
        let words = Words::of_text(text);
        Wanted::all(&fold(wanted)).iter().all(|wanted| words.hold(wanted))
    }

    #[test]
    fn words_end_at_spaces_at_the_marks_of_chinese_text_and_between_scripts() {
        let all: Vec<&str> = words("参观展厅、实验室。  seoul bio中心").collect();
        assert_eq!(all, ["参观展厅", "实验室", "seoul", "bio", "中心"]);
    }

    #[test]
    fn a_word_that_comes_again_is_kept_once() {
        let words = Words::of_text("Seoul SEOUL 서울 seoul 서울");
        assert_eq!(words.bytes(), "seoul\n서울\n".as_bytes());
        assert_eq!(words.lens(), [6, 7]);
    }

    #[test]
    fn a_part_of_a_word_is_found_in_its_script_and_across() {
        assert!(hold("参观 PalaTech（重庆）公司", "tech（重"));
        assert!(hold("参观展厅", "展"));
        assert!(!hold("参观展厅", "厅展"));
        assert!(!hold("Seoul", "서울"));
    }
}
