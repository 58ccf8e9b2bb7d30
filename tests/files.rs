//! The file of a visit: what is read, what is written, what is refused.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use retinue::store;

#[test]
fn every_sample_reads_and_a_second_writing_gives_the_same_bytes() {
    for entry in std::fs::read_dir("assets/library").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ron") {
            continue;
        }
        let loaded = store::read(&std::fs::read_to_string(&path).unwrap()).unwrap();
        let written = store::write(&loaded.visit).unwrap();
        let again = store::read(&written).unwrap();
        assert_eq!(again.visit, loaded.visit);
        assert!(again.canonical && store::write(&again.visit).unwrap() == written);
        assert!(!written.contains("Some("), "{}", path.display());
    }
}
