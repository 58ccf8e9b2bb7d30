//! The fonts of paper and screen: those of `assets/fonts` first, then those of the system for
//! scripts that they lack.

use std::sync::LazyLock;

use typst::foundations::Bytes;
use typst::text::{Font, FontBook, FontInfo};
use typst::utils::LazyHash;

/// A font that comes with the program.
#[derive(Clone, Copy, Debug)]
pub struct Bundled {
    pub name: &'static str,
    pub data: &'static [u8],
}

macro_rules! bundled {
    ($($name:literal),* $(,)?) => {
        &[$( Bundled {
            name: $name,
            data: include_bytes!(concat!(env!("CARGO_MANIFEST_DIR"), "/assets/fonts/", $name)),
        } ),*]
    };
}

/// The bundled fonts, in the order in which they are tried.
pub const BUNDLED: &[Bundled] = bundled![
    "SourceSans3-Regular.ttf",
    "SourceSans3-It.ttf",
    "SourceSans3-Semibold.ttf",
    "SourceSans3-Bold.ttf",
    "NotoSansCJKsc-Regular.otf",
    "NotoSansCJKsc-Bold.otf",
];

/// The families of [`BUNDLED`], as templates name them.
pub const FAMILIES: [&str; 2] = ["Source Sans 3", "Noto Sans CJK SC"];

/// Where a font comes from.
enum Source {
    Loaded(Font),
    /// A face of a file of the system, read when it is first used.
    System(std::path::PathBuf, u32, std::sync::OnceLock<Option<Font>>),
}

/// A set of fonts and its book.
pub(super) struct Fonts {
    pub(super) book: LazyHash<FontBook>,
    sources: Vec<Source>,
}

impl Fonts {
    /// The fonts that a text needs: the bundled ones, and those of the system where the text has
    /// characters that the bundled ones lack.
    pub(super) fn for_text(text: &str) -> &'static Self {
        static OWN: LazyLock<Fonts> = LazyLock::new(|| Fonts::load(false));
        static ALL: LazyLock<Fonts> = LazyLock::new(|| Fonts::load(true));
        if text.chars().all(|c| OWN.covers(c)) { &OWN } else { &ALL }
    }

    pub(super) fn get(&self, index: usize) -> Option<Font> {
        match self.sources.get(index)? {
            Source::Loaded(font) => Some(font.clone()),
            Source::System(path, face, font) => font
                .get_or_init(|| {
                    let data = std::fs::read(path).ok()?;
                    Font::new(Bytes::new(data), *face)
                })
                .clone(),
        }
    }

    /// Whether some font shows the character, or it shows nothing anyway.
    pub(super) fn covers(&self, c: char) -> bool {
        let code = u32::from(c);
        c.is_whitespace() || c.is_control() || is_ignorable(c) || {
            let mut fonts = (0..self.sources.len()).filter_map(|index| self.book.info(index));
            fonts.any(|info| info.coverage.contains(code))
        }
    }

    fn load(with_system: bool) -> Self {
        let mut book = FontBook::new();
        let mut sources = Vec::new();
        for bundled in BUNDLED {
            for font in Font::iter(Bytes::new(bundled.data)) {
                book.push(font.info().clone());
                sources.push(Source::Loaded(font));
            }
        }
        if with_system {
            let mut system = fontdb::Database::new();
            system.load_system_fonts();
            for face in system.faces() {
                let fontdb::Source::File(path) = &face.source else { continue };
                let info = system.with_face_data(face.id, FontInfo::new).flatten();
                let Some(info) = info else { continue };
                book.push(info);
                sources.push(Source::System(path.clone(), face.index, std::sync::OnceLock::new()));
            }
        }
        Self { book: LazyHash::new(book), sources }
    }
}

/// Joiners and selectors: they shape their neighbours and show nothing themselves.
fn is_ignorable(c: char) -> bool {
    matches!(c, '\u{00AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FE00}'..='\u{FE0F}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bundled_fonts_cover_latin_hanzi_and_hangul() {
        let own = Fonts::load(false);
        assert!("Ąé “Oh Se-hoon” 吴世勋 오세훈 ……".chars().all(|c| own.covers(c)));
        assert!(!own.covers('\u{10FFFD}'));
        for family in FAMILIES {
            assert!(own.book.contains_family(&family.to_lowercase()), "{family}");
        }
    }
}
