//! The order of words in a language: 北京 before 重庆 in Chinese, é beside e.

use std::cmp::Ordering;

use icu_collator::options::CollatorOptions;
use icu_collator::preferences::CollationNumericOrdering;
use icu_collator::{Collator, CollatorBorrowed, CollatorPreferences};

use crate::model::Lang;

/// How a dictionary of one language sorts; numbers by their value.
#[derive(Debug)]
pub struct Order(Option<CollatorBorrowed<'static>>);

impl Order {
    /// A language whose order is not known sorts by character.
    pub fn of(lang: &Lang) -> Self {
        Self(collator(lang))
    }

    pub fn compare(&self, a: &str, b: &str) -> Ordering {
        self.0.as_ref().map_or_else(|| a.cmp(b), |collator| collator.compare(a, b))
    }

    /// What stands for a text where many are compared with one another.
    pub fn key(&self, text: &str) -> Vec<u8> {
        let mut key = Vec::new();
        let written = self.0.as_ref().map(|collator| collator.write_sort_key_to(text, &mut key));
        match written {
            Some(Ok(())) => key,
            _ => text.as_bytes().to_vec(),
        }
    }
}

fn collator(lang: &Lang) -> Option<CollatorBorrowed<'static>> {
    let locale: icu_locale::Locale = lang.as_str().parse().ok()?;
    let mut preferences = CollatorPreferences::from(&locale);
    preferences.numeric_ordering = Some(CollationNumericOrdering::True);
    Collator::try_new(preferences, CollatorOptions::default()).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_has_its_own_order_and_keys_keep_it() {
        for (lang, sorted) in [
            (Lang::en(), ["Émile", "fox", "Visit 9", "Visit 10"]),
            (Lang::zh(), ["北京", "成都", "上海", "首尔"]),
            (Lang::ko(), ["가평", "나주", "서울", "충칭"]),
        ] {
            let order = Order::of(&lang);
            for pair in sorted.windows(2) {
                assert_eq!(order.compare(pair[0], pair[1]), Ordering::Less, "{lang} {pair:?}");
                assert!(order.key(pair[0]) < order.key(pair[1]), "{lang} {pair:?}");
            }
        }
    }
}
