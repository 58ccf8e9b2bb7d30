//! The file of a visit: what is read, what is written, what is refused.
#![expect(clippy::unwrap_used, reason = "a test may panic")]

use std::path::Path;

use retinue::store;

fn sample(name: &str) -> String {
    std::fs::read_to_string(Path::new("assets/library").join(name)).unwrap()
}

#[test]
fn every_sample_reads_and_a_second_writing_gives_the_same_bytes() {
    for entry in std::fs::read_dir("assets/library").unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_none_or(|extension| extension != "ron") {
            continue;
        }
        let text = sample(path.file_name().unwrap().to_str().unwrap());
        let loaded = store::read(&text).unwrap();
        let written = store::write(&loaded.visit).unwrap();
        let again = store::read(&written).unwrap();
        assert_eq!(again.visit, loaded.visit);
        assert_eq!(store::write(&again.visit).unwrap(), written);
        assert!(!written.contains("Some("), "{}", path.display());
    }
}
