//! How far a long piece of work is, and whether it is still wanted. Both sides hold the same one:
//! the work says how far it is, whoever waits may stop it.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};

#[derive(Clone, Debug, Default)]
pub struct Progress(Arc<State>);

#[derive(Debug, Default)]
struct State {
    done: AtomicUsize,
    whole: AtomicUsize,
    stopped: AtomicBool,
}

impl Progress {
    /// The work has this many parts, none of them done.
    pub fn begin(&self, parts: usize) {
        self.0.done.store(0, Ordering::Relaxed);
        self.0.whole.store(parts, Ordering::Relaxed);
    }

    /// One more part is done.
    pub fn advance(&self) {
        self.0.done.fetch_add(1, Ordering::Relaxed);
    }

    /// How many parts of how many are done; `None` while the work has not said.
    pub fn parts(&self) -> Option<(usize, usize)> {
        let whole = self.0.whole.load(Ordering::Relaxed);
        (whole > 0).then(|| (self.0.done.load(Ordering::Relaxed).min(whole), whole))
    }

    /// The work is not wanted any more.
    pub fn stop(&self) {
        self.0.stopped.store(true, Ordering::Relaxed);
    }

    /// Whether the work should end here, leaving nothing half done.
    pub fn is_stopped(&self) -> bool {
        self.0.stopped.load(Ordering::Relaxed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_sides_see_the_same() {
        let (work, waiting) = {
            let one = Progress::default();
            (one.clone(), one)
        };
        assert_eq!(waiting.parts(), None);
        work.begin(3);
        work.advance();
        assert_eq!((waiting.parts(), work.is_stopped()), (Some((1, 3)), false));
        waiting.stop();
        assert!(work.is_stopped());
    }
}
