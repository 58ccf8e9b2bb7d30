//! What the typesetter may see: the templates, one JSON value, the fonts. No clock, no network,
//! no other file.

use std::path::PathBuf;

use rust_embed::RustEmbed;
use typst::diag::{FileError, FileResult};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, LibraryExt as _, World};

use super::fonts::Fonts;

#[derive(RustEmbed)]
#[folder = "assets/templates"]
struct BuiltIn;

/// The name under which a template reads its data.
const DATA: &str = "/data.json";

/// Where templates come from: those built in, or a folder whose files stand in for them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Templates {
    /// A library's own templates; files that are not there are the built-in ones.
    pub folder: Option<PathBuf>,
}

impl Templates {
    /// The text of a template.
    pub(super) fn text(&self, name: &str) -> Option<String> {
        let own = self.folder.as_ref().and_then(|folder| {
            // Only plain names: a template may not reach out of its folder.
            let plain = !name.contains(['/', '\\']) && name != "..";
            plain.then(|| std::fs::read_to_string(folder.join(name)).ok()).flatten()
        });
        own.or_else(|| {
            BuiltIn::get(name).and_then(|file| String::from_utf8(file.data.into_owned()).ok())
        })
    }
}

/// The names of the built-in templates.
pub fn built_in() -> Vec<String> {
    BuiltIn::iter().map(|name| name.into_owned()).collect()
}

pub(super) struct PaperWorld<'a> {
    library: LazyHash<Library>,
    fonts: &'static Fonts,
    main: FileId,
    templates: &'a Templates,
    data: Bytes,
}

impl<'a> PaperWorld<'a> {
    /// The world in which `template` is typeset with `data`, a JSON value.
    pub(super) fn new(templates: &'a Templates, template: &str, data: String) -> Option<Self> {
        let path = VirtualPath::new(format!("/{template}")).ok()?;
        Some(Self {
            library: LazyHash::new(Library::default()),
            fonts: Fonts::for_text(&data),
            main: RootedPath::new(VirtualRoot::Project, path).intern(),
            templates,
            data: Bytes::from_string(data),
        })
    }

    fn name(id: FileId) -> FileResult<String> {
        match id.root() {
            VirtualRoot::Project => Ok(id.vpath().get_with_slash().to_owned()),
            VirtualRoot::Package(_) => Err(FileError::AccessDenied),
        }
    }
}

impl World for PaperWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        &self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        &self.fonts.book
    }

    fn main(&self) -> FileId {
        self.main
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        let name = Self::name(id)?;
        let text = self.templates.text(name.trim_start_matches('/'));
        text.map(|text| Source::new(id, text)).ok_or(FileError::NotFound(name.into()))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let name = Self::name(id)?;
        if name == DATA { Ok(self.data.clone()) } else { Err(FileError::NotFound(name.into())) }
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}
