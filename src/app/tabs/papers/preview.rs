//! The pages on screen: typeset off the frame, the old ones shown until the new ones come.

use std::sync::Arc;

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use crate::app::command::{Command, FileCommand, Modal};
use crate::app::state::State;
use crate::model::{Lang, Visit};
use crate::paper::typeset::{Document, Picture, Printed, Templates, TypesetError, print};
use crate::paper::{self, Options, PageSize};
use crate::progress::Progress;
use crate::projection::{Missing, Projection, Whose};
use crate::words::{say, say_in};

/// The most pages that are drawn at once.
const MOST_PAGES: usize = 40;

/// What the officer chose beside the pages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PaperOptions {
    pub paper: &'static str,
    pub lang: Lang,
    pub size: PageSize,
    /// In percent of the paper.
    pub zoom: u16,
    /// Whose programme; other papers are of everyone.
    pub whose: Whose,
}

impl Default for PaperOptions {
    fn default() -> Self {
        let whose = Whose::Everyone;
        Self { paper: "programme", lang: Lang::en(), size: PageSize::A4, zoom: 100, whose }
    }
}

/// The pages of the paper that is looked at.
#[derive(Default)]
pub struct Preview {
    pub options: PaperOptions,
    /// What was asked for last.
    asked: Option<(Arc<Visit>, PaperOptions, u32)>,
    key: u64,
    /// The work on what was asked for last.
    job: Option<Progress>,
    pages: Vec<TextureHandle>,
    notes: Vec<String>,
    missing: Vec<Missing>,
    error: Option<String>,
}

impl std::fmt::Debug for Preview {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Preview").field("options", &self.options).finish_non_exhaustive()
    }
}

impl Preview {
    pub fn pages(&self) -> &[TextureHandle] {
        &self.pages
    }

    pub fn notes(&self) -> &[String] {
        &self.notes
    }

    /// The texts that are shown in another language than the paper's.
    pub fn missing(&self) -> &[Missing] {
        &self.missing
    }

    pub fn error(&self) -> Option<&str> {
        self.error.as_deref()
    }

    /// How many pixels of a page make a point of the window.
    pub fn pixels_per_point(&self, ctx: &Context) -> f32 {
        ctx.pixels_per_point()
    }

    pub(in crate::app) fn forget(&mut self) {
        *self = Self { options: self.options.clone(), key: self.key, ..Self::default() };
    }

    /// Takes pages that were typeset; those of an older question are passed over.
    pub(in crate::app) fn show(
        &mut self,
        ctx: &Context,
        key: u64,
        pages: Result<Vec<Picture>, TypesetError>,
        told: Told,
    ) {
        if key != self.key {
            return;
        }
        self.notes = told.notes;
        self.missing = told.missing;
        match pages {
            Ok(pages) => {
                self.error = None;
                self.pages = pages.iter().map(|page| texture(ctx, page)).collect();
            }
            Err(error) => self.error = Some(error.to_string()),
        }
    }
}

fn texture(ctx: &Context, page: &Picture) -> TextureHandle {
    let size = [page.width as usize, page.height as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, &page.rgba);
    ctx.load_texture("page", image, TextureOptions::LINEAR)
}

/// The name of a language in itself.
pub(super) fn language_name(tag: &str) -> String {
    let lang = Lang::new(tag).unwrap_or_else(Lang::en);
    match lang.primary() {
        "zh" => say_in!(&lang, "language-zh"),
        "ko" => say_in!(&lang, "language-ko"),
        _ => say_in!(&lang, "language-en"),
    }
}

/// What the officer should know of a paper.
#[derive(Clone, Debug, Default)]
pub struct Told {
    notes: Vec<String>,
    missing: Vec<Missing>,
}

/// A paper of the visit, and what the officer should know of it.
fn make(
    visit: &Visit,
    options: &PaperOptions,
    templates: &Templates,
) -> Result<(Document, Told), TypesetError> {
    let no_paper = || TypesetError::NoTemplate { name: options.paper.to_owned() };
    let paper = paper::find(options.paper).ok_or_else(no_paper)?;
    let whose = if paper.has_own() { options.whose.clone() } else { Whose::Everyone };
    let seen = Projection::of(visit, &whose, paper.audience, &options.lang);
    let how = Options { size: options.size, ..Options::default() };
    let document = paper.typeset(&seen, &how, templates)?;
    let (notes, missing) = (document.notes.clone(), seen.missing_translations().to_vec());
    Ok((document, Told { notes, missing }))
}

/// The pages as pictures; `None` when they are not wanted any more.
fn pictures(
    document: &Document,
    scale: f32,
    progress: &Progress,
) -> Option<Result<Vec<Picture>, TypesetError>> {
    let count = document.pages().min(MOST_PAGES);
    progress.begin(count);
    let mut pages = Vec::with_capacity(count);
    for page in 0..count {
        if progress.is_stopped() {
            return None;
        }
        match document.picture(page, scale) {
            Ok(picture) => pages.push(picture),
            Err(error) => return Some(Err(error)),
        }
        progress.advance();
    }
    Some(Ok(pages))
}

impl State {
    pub(in crate::app) fn templates(&self) -> Templates {
        let folder = self.library.as_ref().map(|library| library.folder().join("templates"));
        Templates { folder: folder.filter(|folder| folder.is_dir()) }
    }

    /// Typesets the paper anew where visit, options or screen differ from the last time.
    pub(in crate::app) fn keep_preview(&mut self, ctx: &Context) {
        let visit = self.session().visit().clone();
        if self.open.is_none() {
            return;
        }
        let scale = f32::from(self.preview.options.zoom) / 100.0 * ctx.pixels_per_point();
        let thousandths = (scale * 1000.0) as u32;
        let same = self.preview.asked.as_ref().is_some_and(|(asked, options, at)| {
            Arc::ptr_eq(asked, &visit) && *options == self.preview.options && *at == thousandths
        });
        if same {
            return;
        }
        let options = self.preview.options.clone();
        self.preview.asked = Some((visit.clone(), options.clone(), thousandths));
        self.preview.key += 1;
        let (key, templates) = (self.preview.key, self.templates());
        // What was typed since makes the pages before it worthless.
        if let Some(job) = self.preview.job.take() {
            job.stop();
        }
        let job = self.jobs.spawn_stoppable(say!("job-typeset"), move |progress| {
            let (pages, told) = match make(&visit, &options, &templates) {
                Ok((document, told)) => (pictures(&document, scale, progress)?, told),
                Err(error) => (Err(error), Told::default()),
            };
            Some(Command::Preview { key, pages: Box::new(pages), told })
        });
        self.preview.job = Some(job);
    }

    fn pdf(&self) -> impl FnOnce() -> Result<(Vec<u8>, Vec<String>), TypesetError> + Send + use<> {
        let (visit, options) = (self.session().visit().clone(), self.preview.options.clone());
        let templates = self.templates();
        move || {
            let (document, told) = make(&visit, &options, &templates)?;
            let pdf = document.pdf()?;
            Ok((pdf.bytes, told.notes.into_iter().chain(pdf.not_met).collect()))
        }
    }

    /// The file a paper is saved to unless the officer says otherwise.
    pub(in crate::app) fn ask_save_pdf(&mut self) {
        let Some(open) = &self.open else { return };
        let name = open.path.file_stem().unwrap_or_default().to_string_lossy();
        let options = &self.preview.options;
        let has_own = paper::find(options.paper).is_some_and(paper::Paper::has_own);
        let of = match &options.whose {
            Whose::Person(id) if has_own => format!("-{id}"),
            Whose::Person(_) | Whose::Group(_) | Whose::Everyone => String::new(),
        };
        let file = format!("{name}-{}{of}-{}.pdf", options.paper, options.lang);
        let path = open.path.with_file_name(file).display().to_string();
        self.modal = Some(Modal::SavePdf { path });
    }

    pub(in crate::app) fn save_pdf(&mut self, path: std::path::PathBuf) {
        self.modal = None;
        let pdf = self.pdf();
        self.jobs.spawn(say!("job-pdf"), move || {
            Some(match pdf() {
                Ok((bytes, _)) => FileCommand::SaveText(path, bytes).into(),
                Err(error) => Command::Notice(error.to_string()),
            })
        });
    }

    /// Prints the paper that the options name.
    pub(in crate::app) fn print(&mut self) {
        if self.open.is_none() {
            return;
        }
        let (pdf, folder) = (self.pdf(), self.folders.cache.clone());
        let printer = self.settings.printer.clone();
        self.jobs.spawn(say!("job-print"), move || {
            let printed = pdf().map_err(|error| error.to_string()).and_then(|(bytes, _)| {
                let path = folder.join("print.pdf");
                std::fs::create_dir_all(&folder)
                    .and_then(|()| crate::store::write_text(&path, &bytes))
                    .map_err(|error| error.to_string())?;
                print(&path, &printer).map_err(|error| error.to_string())
            });
            Some(Command::Notice(match printed {
                Ok(Printed::Sent) => say!("app-printed"),
                Ok(Printed::Opened) => say!("app-print-opened"),
                Err(error) => error,
            }))
        });
    }
}
