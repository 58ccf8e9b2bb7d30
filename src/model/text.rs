//! Text that a guest reads, in one language or several.

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use serde::de::{Error as _, MapAccess, Visitor};
use serde::ser::SerializeMap as _;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language or script tag as BCP 47 writes it: `en`, `zh`, `ko`, `zh-hant`.
#[derive(Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang(Arc<str>);

impl Lang {
    /// The language `tag` names; `None` when it is not the form of a tag.
    /// Case is folded, so that `zh-Hant` and `zh-hant` are one language.
    pub fn new(tag: &str) -> Option<Self> {
        let mut parts = tag.split('-');
        let first = parts.next()?;
        let well_formed = (2..=3).contains(&first.len())
            && first.bytes().all(|b| b.is_ascii_alphabetic())
            && parts.all(|part| {
                (2..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric())
            });
        (well_formed && tag.len() <= 35).then(|| Self(tag.to_ascii_lowercase().into()))
    }

    pub fn en() -> Self {
        Self("en".into())
    }

    pub fn zh() -> Self {
        Self("zh".into())
    }

    pub fn ko() -> Self {
        Self("ko".into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }

    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The language without script and region: `zh` of `zh-hant`.
    pub fn primary(&self) -> &str {
        self.0.split('-').next().unwrap_or_default()
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.0, f)
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let tag = String::deserialize(deserializer)?;
        Self::new(&tag).ok_or_else(|| {
            D::Error::custom(crate::words::say!("error-language-form", tag = tag.as_str()))
        })
    }
}

/// The key under which a file keeps the main text when there are others.
const MAIN: &str = "main";

/// A text in the visit's main language and, where known, in others.
/// In a file it stays a plain string while it has one language, else it is a map:
/// `{"main": "Tour of the exhibition hall", "zh": "展厅参观"}`.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Text {
    /// As its owner wants it; for a name, in the script of the visit's main language.
    pub main: String,
    others: BTreeMap<Lang, String>,
}

impl Text {
    pub fn new(main: impl Into<String>) -> Self {
        Self { main: main.into(), others: BTreeMap::new() }
    }

    /// The same text with `text` for `lang`; an empty one takes the language away.
    #[must_use]
    pub fn with(mut self, lang: &Lang, text: impl Into<String>) -> Self {
        self.set(lang, text.into());
        self
    }

    pub fn set(&mut self, lang: &Lang, text: String) {
        if text.is_empty() {
            self.others.remove(lang);
        } else {
            self.others.insert(lang.clone(), text);
        }
    }

    pub fn is_empty(&self) -> bool {
        self.main.is_empty() && self.others.is_empty()
    }

    /// The text written for exactly this language (a `zh` text also serves `zh-hans`), not the
    /// main one.
    pub fn translation(&self, lang: &Lang) -> Option<&str> {
        let exact = self.others.get(lang);
        exact
            .or_else(|| Lang::new(lang.primary()).and_then(|lang| self.others.get(&lang)))
            .map(String::as_str)
    }

    /// The text for `lang`, else the main one, else any: what a reader of `lang` is shown.
    pub fn in_lang(&self, lang: &Lang) -> &str {
        self.translation(lang).unwrap_or_else(|| self.any())
    }

    /// The main text or, where that is empty, the first there is.
    pub fn any(&self) -> &str {
        if self.main.is_empty() {
            self.others.values().next().map_or("", String::as_str)
        } else {
            &self.main
        }
    }

    /// The texts of the other languages, by language.
    pub fn others(&self) -> impl Iterator<Item = (&Lang, &str)> {
        self.others.iter().map(|(lang, text)| (lang, text.as_str()))
    }

    /// Every text, the main one first.
    pub fn all(&self) -> impl Iterator<Item = &str> {
        std::iter::once(self.main.as_str()).chain(self.others.values().map(String::as_str))
    }

    /// Changes every text; a language whose text becomes empty is taken away.
    pub(super) fn change_all(&mut self, change: &mut dyn FnMut(&mut String)) {
        change(&mut self.main);
        self.others.values_mut().for_each(change);
        self.others.retain(|_, text| !text.is_empty());
    }
}

impl From<&str> for Text {
    fn from(main: &str) -> Self {
        Self::new(main)
    }
}

impl Serialize for Text {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.others.is_empty() {
            return serializer.serialize_str(&self.main);
        }
        let mut map = serializer.serialize_map(Some(self.others.len() + 1))?;
        map.serialize_entry(MAIN, &self.main)?;
        for (lang, text) in &self.others {
            map.serialize_entry(lang, text)?;
        }
        map.end()
    }
}

impl<'de> Deserialize<'de> for Text {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(TextVisitor)
    }
}

struct TextVisitor;

impl<'de> Visitor<'de> for TextVisitor {
    type Value = Text;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&crate::words::say!("error-text-form"))
    }

    fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Text, E> {
        Ok(Text::new(text))
    }

    fn visit_string<E: serde::de::Error>(self, text: String) -> Result<Text, E> {
        Ok(Text::new(text))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<Text, A::Error> {
        let mut text = Text::default();
        let mut main = None;
        while let Some(key) = map.next_key::<String>()? {
            let value = map.next_value::<String>()?;
            let twice = if key == MAIN {
                main.replace(value).is_some()
            } else {
                let lang = Lang::new(&key).ok_or_else(|| {
                    A::Error::custom(crate::words::say!("error-language-form", tag = key.as_str()))
                })?;
                !value.is_empty() && text.others.insert(lang, value).is_some()
            };
            if twice {
                return Err(A::Error::custom(crate::words::say!(
                    "error-language-twice",
                    tag = key.as_str()
                )));
            }
        }
        text.main = main.unwrap_or_default();
        Ok(text)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_folded_and_checked() {
        assert_eq!(Lang::new("zh-Hant").map(|l| l.to_string()).as_deref(), Some("zh-hant"));
        for bad in ["", "e", "english", "main", "zh_CN", "zh-"] {
            assert_eq!(Lang::new(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_reader_without_a_translation_is_shown_the_main_text() {
        let text = Text::new("Tour").with(&Lang::zh(), "参观");
        assert_eq!(text.in_lang(&Lang::zh()), "参观");
        assert_eq!(text.in_lang(&Lang::new("zh-hans").unwrap()), "参观");
        assert_eq!(text.in_lang(&Lang::ko()), "Tour");
        assert_eq!(text.translation(&Lang::ko()), None);
    }
}
