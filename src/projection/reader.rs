//! The one who builds a projection: knows the reader, chooses words, notes what is missing.

use std::collections::BTreeSet;

use super::{Audience, Missing};
use crate::model::{Lang, RecordRef, Text, Visit};

/// A text in the paper's language and, where it is known and another, in the second.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub text: String,
    pub second: String,
}

/// Reads a visit for one reader.
pub(super) struct Reader<'a> {
    pub(super) visit: &'a Visit,
    pub(super) audience: Audience,
    pub(super) lang: &'a Lang,
    pub(super) second: Option<&'a Lang>,
    missing: BTreeSet<Missing>,
}

impl<'a> Reader<'a> {
    pub(super) fn new(
        visit: &'a Visit,
        audience: Audience,
        lang: &'a Lang,
        second: Option<&'a Lang>,
    ) -> Self {
        Self { visit, audience, lang, second, missing: BTreeSet::new() }
    }

    pub(super) fn is(&self, audience: Audience) -> bool {
        self.audience == audience
    }

    /// The text for the reader; one that is not in their language is noted as missing.
    pub(super) fn text(
        &mut self,
        of: Option<&RecordRef>,
        field: &'static str,
        text: &Text,
    ) -> String {
        let shown = in_lang(text, self.lang, &self.visit.language());
        if !shown.is_theirs && !shown.text.is_empty() {
            self.missing.insert(Missing {
                record: of.cloned(),
                field,
                shown: shown.text.to_owned(),
            });
        }
        shown.text.to_owned()
    }

    /// The text in the reader's own language or none: a form of address does not suit a name in
    /// another script.
    pub(super) fn own_text(
        &mut self,
        of: Option<&RecordRef>,
        field: &'static str,
        text: &Text,
    ) -> String {
        let shown = self.text(of, field, text);
        let is_theirs = in_lang(text, self.lang, &self.visit.language()).is_theirs;
        if is_theirs { shown } else { String::new() }
    }

    /// The text for the reader with the second language beside it.
    pub(super) fn said(
        &mut self,
        of: Option<&RecordRef>,
        field: &'static str,
        text: &Text,
    ) -> Said {
        let said = self.text(of, field, text);
        let second = self.in_second(text).filter(|second| *second != said).unwrap_or_default();
        Said { second: second.to_owned(), text: said }
    }

    pub(super) fn into_missing(self) -> Vec<Missing> {
        self.missing.into_iter().collect()
    }

    fn in_second<'t>(&self, text: &'t Text) -> Option<&'t str> {
        let shown = in_lang(text, self.second?, &self.visit.language());
        shown.is_theirs.then_some(shown.text)
    }
}

/// A text as it is shown, and whether it is in the language asked for.
struct Shown<'t> {
    text: &'t str,
    is_theirs: bool,
}

fn in_lang<'t>(text: &'t Text, lang: &Lang, main: &Lang) -> Shown<'t> {
    match text.translation(lang) {
        Some(text) => Shown { text, is_theirs: true },
        None => Shown {
            text: text.any(),
            is_theirs: !text.main.is_empty() && main.primary() == lang.primary(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::About;

    #[test]
    fn only_a_text_in_another_language_than_asked_for_is_missing() {
        let about = About { language: Lang::zh(), ..About::default() };
        let visit = Visit { about: about.into(), ..Visit::default() };
        let (lang, second) = (Lang::en(), Lang::zh());
        let mut reader = Reader::new(&visit, Audience::Guest, &lang, Some(&second));
        let both = Text::new("参观").with(&Lang::en(), "Tour");
        let said = reader.said(None, "title", &both);
        assert_eq!((said.text.as_str(), said.second.as_str()), ("Tour", "参观"));
        assert!(reader.missing.is_empty());
        let said = reader.said(None, "title", &Text::new("会谈"));
        assert_eq!((said.text.as_str(), said.second.as_str()), ("会谈", ""));
        reader.text(None, "dress", &Text::default());
        let shown: Vec<_> = reader.into_missing().into_iter().map(|m| m.shown).collect();
        assert_eq!(shown, ["会谈"]);
    }
}
