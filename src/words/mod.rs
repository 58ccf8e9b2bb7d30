//! Every text a person reads, from the Fluent catalogue in `assets/locales`.
//!
//! [`say!`] speaks the language of the window and the command line, [`say_in!`] that of a paper.
//! Both check the id at compile time. Names of choices come through [`choice`], which a test
//! checks against every [`Choice`].

mod causes;
pub mod dates;
pub mod order;

use std::sync::LazyLock;
use std::sync::atomic::{AtomicUsize, Ordering};

use i18n_embed::LanguageLoader as _;
use i18n_embed::fluent::FluentLanguageLoader;
use rust_embed::RustEmbed;
use unic_langid::LanguageIdentifier;

use crate::model::{Choice, Lang, RecordKind};

pub use self::causes::cause;

#[derive(RustEmbed)]
#[folder = "assets/locales"]
struct Locales;

/// The languages with a catalogue of their own, the fallback first.
pub const LANGUAGES: [&str; 3] = ["en", "zh", "ko"];

static CATALOGUES: LazyLock<[FluentLanguageLoader; 3]> = LazyLock::new(|| LANGUAGES.map(loader));

/// The position in [`LANGUAGES`] of the one that window and command line speak. The catalogues
/// themselves never change: a text drawn meanwhile is whole in one language or the other.
static SPOKEN: AtomicUsize = AtomicUsize::new(0);

/// The catalogue of the window and the command line.
pub fn interface() -> &'static FluentLanguageLoader {
    catalogue_at(SPOKEN.load(Ordering::Relaxed))
}

/// Makes window and command line speak `lang` from now on; English where it has no catalogue.
pub fn set_interface(lang: &Lang) {
    SPOKEN.store(position(lang), Ordering::Relaxed);
}

/// The language window and command line speak.
pub fn interface_lang() -> Lang {
    Lang::new(interface().current_language().language.as_str()).unwrap_or_else(Lang::en)
}

/// The first language the machine asks for that has a catalogue.
pub fn machine_lang() -> Lang {
    i18n_embed::DesktopLanguageRequester::requested_languages()
        .iter()
        .map(|wanted| wanted.language.as_str().to_owned())
        .find(|wanted| LANGUAGES.contains(&wanted.as_str()))
        .and_then(|lang| Lang::new(&lang))
        .unwrap_or_else(Lang::en)
}

/// The catalogue of one language, for papers and other texts that are not the window's.
pub fn catalogue(lang: &Lang) -> &'static FluentLanguageLoader {
    catalogue_at(position(lang))
}

/// The place of a language in [`LANGUAGES`]; that of English where it has no catalogue.
fn position(lang: &Lang) -> usize {
    LANGUAGES.iter().position(|known| *known == lang.primary()).unwrap_or_default()
}

fn catalogue_at(position: usize) -> &'static FluentLanguageLoader {
    let [fallback, ..] = &*CATALOGUES;
    CATALOGUES.get(position).unwrap_or(fallback)
}

/// The name of a choice in the language of the window.
pub fn choice<C: Choice>(value: C) -> String {
    interface().get(&choice_id(value))
}

/// The name of a choice in another language.
pub fn choice_in<C: Choice>(value: C, lang: &Lang) -> String {
    catalogue(lang).get(&choice_id(value))
}

/// The id of a choice in the catalogue: `item-kind-courtesy-call`.
pub fn choice_id<C: Choice>(value: C) -> String {
    format!("{}-{}", kebab(C::TYPE), kebab(value.variant()))
}

/// The name of a record's field, as the file writes it, in the language of the window.
pub fn field(name: &str) -> String {
    interface().get(&format!("field-{}", kebab(name)))
}

/// The name of a record's field in another language.
pub fn field_in(name: &str, lang: &Lang) -> String {
    catalogue(lang).get(&format!("field-{}", kebab(name)))
}

/// The name of a field of one kind of record: a person has another “name” than a place has, where
/// the language says so.
pub fn field_of(kind: RecordKind, name: &str) -> String {
    let own = format!("field-{}-{}", kebab(kind.name()), kebab(name));
    if interface().has(&own) { interface().get(&own) } else { field(name) }
}

/// What a kind of record is called in the language of the window.
pub fn kind(kind: RecordKind) -> String {
    interface().get(&format!("kind-{}", kebab(kind.name())))
}

/// `CourtesyCall` and `courtesy_call` as `courtesy-call`.
pub fn kebab(name: &str) -> String {
    let mut out = String::with_capacity(name.len() + 4);
    for (i, c) in name.chars().enumerate() {
        if c == '_' {
            out.push('-');
            continue;
        }
        if c.is_ascii_uppercase() && i > 0 {
            out.push('-');
        }
        out.push(c.to_ascii_lowercase());
    }
    out
}

fn loader(lang: &str) -> FluentLanguageLoader {
    let loader = FluentLanguageLoader::new("retinue", unic_langid::langid!("en"));
    let wanted: Vec<LanguageIdentifier> = lang.parse().into_iter().collect();
    if let Err(error) = i18n_embed::select(&loader, &Locales, &wanted) {
        tracing::error!("could not load the texts of “{lang}”: {error}");
    }
    // The marks that isolate bidirectional text would stand in names of files and in tests.
    loader.set_use_isolating(false);
    loader
}

/// A text of the catalogue in the language of the window: `say!("save-done", file = name)`.
macro_rules! say {
    ($id:literal $($args:tt)*) => {
        i18n_embed_fl::fl!($crate::words::interface(), $id $($args)*)
    };
}
pub(crate) use say;

/// A text of the catalogue in another language: `say_in!(&lang, "paper-programme")`.
macro_rules! say_in {
    ($lang:expr, $id:literal $($args:tt)*) => {
        i18n_embed_fl::fl!($crate::words::catalogue($lang), $id $($args)*)
    };
}
pub(crate) use say_in;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_language_speaks_for_itself() {
        assert_eq!(say_in!(&Lang::ko(), "language-ko"), "한국어");
        assert_eq!(kebab("CourtesyCall"), "courtesy-call");
        assert_eq!(kebab("follow_ups"), "follow-ups");
    }
}
