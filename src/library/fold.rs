//! Text as the search compares it: compatibility forms unified, case and Latin accents gone.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text as it is searched. Hangul stays whole syllables, hanzi stay as they are.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_folded(&mut folded, text);
    folded
}

/// Appends the folded text.
pub(super) fn push_folded(folded: &mut String, text: &str) {
    let start = folded.len();
    if text.chars().all(is_plain) {
        // Nothing to decompose or to compose: most texts of most visits.
        folded.push_str(text);
        folded.get_mut(start..).unwrap_or_default().make_ascii_lowercase();
        return;
    }
    // Upper case first, so that “ß” and “SS”, “ς” and “Σ” meet.
    let plain = text.nfkd().filter(|c| !is_accent(*c));
    let cased = plain.flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    folded.extend(cased.flat_map(without_stroke).nfc());
}

/// Whether folding leaves the character alone but for ASCII case.
fn is_plain(c: char) -> bool {
    matches!(c,
        '\0'..='\x7F'
        | '、' | '。' | '“' | '”' | '‘' | '’'
        | '\u{4E00}'..='\u{9FFF}' // hanzi
        | '\u{AC00}'..='\u{D7A3}' // whole syllables of hangul
    )
}

/// The marks that Latin, Greek and Cyrillic letters carry; those of other scripts make a
/// different letter and stay.
fn is_accent(c: char) -> bool {
    ('\u{300}'..='\u{36F}').contains(&c) && is_combining_mark(c)
}

/// Letters that look accented but do not decompose.
fn without_stroke(c: char) -> impl Iterator<Item = char> {
    let plain = match c {
        'ø' => "o",
        'ł' => "l",
        'đ' => "d",
        'ı' => "i",
        'æ' => "ae",
        'œ' => "oe",
        other => return Either::One(std::iter::once(other)),
    };
    Either::Many(plain.chars())
}

enum Either {
    One(std::iter::Once<char>),
    Many(std::str::Chars<'static>),
}

impl Iterator for Either {
    type Item = char;

    fn next(&mut self) -> Option<char> {
        match self {
            Self::One(one) => one.next(),
            Self::Many(many) => many.next(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_accents_and_width_do_not_matter() {
        assert_eq!(fold("Kämpfer"), fold("KAMPFER"));
        assert_eq!(fold("António BRAGA"), "antonio braga");
        assert_eq!(fold("Ｐａｌａ Tech"), "pala tech");
        assert_eq!(fold("Straße"), fold("STRASSE"));
        assert_eq!(fold("Łódź"), "lodz");
    }

    #[test]
    fn plain_characters_are_those_that_folding_leaves_alone() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            let text = String::from(c);
            let slow: String = text.nfkd().flat_map(char::to_lowercase).nfc().collect();
            assert_eq!(fold(&text), slow, "{c:?}");
        }
    }

    #[test]
    fn composed_and_decomposed_text_meet() {
        assert_eq!(fold("e\u{301}"), "e");
        let decomposed: String = "오세훈".nfd().collect();
        assert_eq!(fold(&decomposed), "오세훈");
    }

    #[test]
    fn marks_that_make_another_letter_stay() {
        assert_ne!(fold("が"), fold("か"));
        assert_ne!(fold("กิน"), fold("กน"));
    }
}
