//! Text as the search compares it: compatibility forms unified, case and Latin accents gone.

use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

/// The text as it is searched. Hangul stays whole syllables, hanzi stay as they are.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    push_folded(&mut folded, text);
    folded
}

fn push_folded(folded: &mut String, text: &str) {
    if text.is_ascii() {
        folded.extend(text.chars().map(|c| c.to_ascii_lowercase()));
        return;
    }
    // Upper case first, so that “ß” and “SS”, “ς” and “Σ” meet.
    let plain = text.nfkd().filter(|c| !is_accent(*c));
    let cased = plain.flat_map(char::to_uppercase).flat_map(char::to_lowercase);
    folded.extend(cased.flat_map(without_stroke).nfc());
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

/// The words of a folded text. Nothing searched for holds a space, so that a visit's words,
/// each kept once, find what its whole text would.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    folded.split(is_between_words).filter(|word| !word.is_empty())
}

fn is_between_words(c: char) -> bool {
    c.is_whitespace()
        || matches!(c, '、' | '。' | '《' | '》' | '「' | '」' | '『' | '』' | '“' | '”' | '…')
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

    #[test]
    fn words_end_at_spaces_and_at_the_marks_of_chinese_text() {
        let all: Vec<&str> = words("参观展厅、实验室。  seoul bio").collect();
        assert_eq!(all, ["参观展厅", "实验室", "seoul", "bio"]);
    }
}
