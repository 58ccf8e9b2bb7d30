//! The typesetting engine: data and a template in, pages out. It knows papers only as their data.

mod error;
mod export;
pub mod fonts;
mod print;
mod world;

use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::LazyLock;

use rayon::{ThreadPool, ThreadPoolBuilder};
use serde_json::Value;
use typst_layout::PagedDocument;

pub use self::error::TypesetError;
pub use self::export::{Conformance, Pdf, Picture};
pub use self::print::{PrintError, Printed, print};
pub use self::world::{Templates, built_in};

use self::fonts::Fonts;
use self::world::PaperWorld;
use super::PageSize;
use super::data::PaperData;

/// Tables of many rows nest deeply in the typesetter.
const STACK: usize = 64 * 1024 * 1024;

/// How many runs a piece of layout is remembered: the next keystroke finds it again.
const REMEMBERED_RUNS: usize = 8;

/// A typeset paper.
#[derive(Clone, Debug)]
pub struct Document {
    pages: PagedDocument,
    /// Names the document in its file, so that the same paper gives the same bytes.
    ident: String,
    /// What the officer should know: a template of the office that failed.
    pub notes: Vec<String>,
}

impl Document {
    /// How many pages it has.
    pub fn pages(&self) -> usize {
        self.pages.pages().len()
    }

    /// Width and height of a page in points, counted from 0.
    pub fn page_size(&self, page: usize) -> Option<(f64, f64)> {
        let size = self.pages.pages().get(page)?.frame.size();
        Some((size.x.to_pt(), size.y.to_pt()))
    }
}

/// Typesets a paper. Where the office's own template fails, the built-in one is used and the
/// error becomes a note.
///
/// It runs on threads with a large stack, and a fault of the typesetter is an error like any other.
///
/// # Errors
/// When the built-in template fails.
pub fn typeset(
    data: &PaperData,
    template: &str,
    size: PageSize,
    templates: &Templates,
) -> Result<Document, TypesetError> {
    let json = json(data, size)?;
    let run = || -> Result<Document, TypesetError> {
        let attempt = |templates| -> Result<PagedDocument, TypesetError> {
            let mut pages = attempt(template, &json, templates)?;
            pages.info_mut().title = Some(data.meta().title.as_str().into());
            Ok(pages)
        };
        let own = attempt(templates);
        let result = match own {
            Err(error) if templates.folder.is_some() => {
                let built_in = attempt(&Templates::default());
                built_in.map(|pages| (pages, vec![error.to_string()]))
            }
            other => other.map(|pages| (pages, Vec::new())),
        };
        typst::comemo::evict(REMEMBERED_RUNS);
        let ident = format!("{template}\n{json}");
        result.map(|(pages, notes)| Document { pages, ident, notes })
    };
    let typesetters = TYPESETTERS.as_ref().ok_or(TypesetError::NoThread)?;
    typesetters.install(run)
}

/// The threads that typeset. They stay, so that their memory is at hand for the next keystroke;
/// `None` where the system gives none.
static TYPESETTERS: LazyLock<Option<ThreadPool>> = LazyLock::new(|| {
    let threads = ThreadPoolBuilder::new().stack_size(STACK);
    threads.thread_name(|_| "typeset".to_owned()).build().ok()
});

fn attempt(
    template: &str,
    json: &str,
    templates: &Templates,
) -> Result<PagedDocument, TypesetError> {
    let world = PaperWorld::new(templates, template, json.to_owned())
        .ok_or_else(|| TypesetError::NoTemplate { name: template.to_owned() })?;
    // The typesetter keeps no state of ours that a fault could leave half changed.
    let compiled = catch_unwind(AssertUnwindSafe(|| typst::compile::<PagedDocument>(&world)));
    let compiled = compiled.map_err(|_fault| TypesetError::Fault)?;
    compiled.output.map_err(|errors| error::from_diagnostics(&world, &errors))
}

/// The one value that a template gets: the paper's data, and the page it goes on.
fn json(data: &PaperData, size: PageSize) -> Result<String, TypesetError> {
    let form = |cause: serde_json::Error| TypesetError::Data { cause: cause.to_string() };
    let mut value = serde_json::to_value(data).map_err(form)?;
    if let Value::Object(fields) = &mut value {
        fields.insert("page-size".to_owned(), Value::from(size.typst_name()));
    }
    serde_json::to_string(&value).map_err(form)
}

/// The characters that no font on this machine shows, each with the texts that hold it: to be
/// listed before printing, never printed as boxes.
pub fn uncovered(data: &PaperData) -> BTreeMap<char, Vec<String>> {
    let mut found: BTreeMap<char, Vec<String>> = BTreeMap::new();
    let value = serde_json::to_value(data).unwrap_or_default();
    let fonts = Fonts::for_text(&value.to_string());
    each_text(&value, &mut |text| {
        for c in text.chars().filter(|c| !fonts.covers(*c)) {
            let holders = found.entry(c).or_default();
            if !holders.iter().any(|holder| holder == text) {
                holders.push(text.to_owned());
            }
        }
    });
    found
}

fn each_text(value: &Value, visit: &mut dyn FnMut(&str)) {
    match value {
        Value::String(text) => visit(text),
        Value::Array(values) => values.iter().for_each(|value| each_text(value, visit)),
        Value::Object(fields) => fields.values().for_each(|value| each_text(value, visit)),
        Value::Null | Value::Bool(_) | Value::Number(_) => {}
    }
}
