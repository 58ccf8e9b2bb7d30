//! From pages to a PDF and to pictures.

use std::panic::{AssertUnwindSafe, catch_unwind};

use typst::foundations::Smart;
use typst_pdf::{PdfOptions, PdfStandard, PdfStandards};
use typst_render::RenderOptions;

use super::{Document, TypesetError};
use crate::words::say;

/// What a PDF promises its readers, the most first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Conformance {
    /// For readers with a screen reader (PDF/UA-1) and for the archive (PDF/A-2a) at once.
    AccessibleAndArchival,
    /// PDF/UA-1.
    Accessible,
    /// With the structure of the text, no standard met.
    Tagged,
    Plain,
}

impl Conformance {
    const ALL: [Self; 4] =
        [Self::AccessibleAndArchival, Self::Accessible, Self::Tagged, Self::Plain];

    fn standards(self) -> &'static [PdfStandard] {
        match self {
            Self::AccessibleAndArchival => &[PdfStandard::A_2a, PdfStandard::Ua_1],
            Self::Accessible => &[PdfStandard::Ua_1],
            Self::Tagged | Self::Plain => &[],
        }
    }
}

/// A PDF and what it conforms to.
#[derive(Clone, Debug)]
pub struct Pdf {
    pub bytes: Vec<u8>,
    pub conformance: Conformance,
    /// What the standards asked for and the document does not have; empty when all is met.
    pub not_met: Vec<String>,
}

/// A page as pixels.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub width: u32,
    pub height: u32,
    /// Four bytes a pixel: red, green, blue, opacity; not premultiplied.
    pub rgba: Vec<u8>,
}

impl Document {
    /// The document as PDF: to PDF/UA-1 and PDF/A-2a at once, or what of it can be had.
    ///
    /// # Errors
    /// When not even a plain PDF can be made.
    pub fn pdf(&self) -> Result<Pdf, TypesetError> {
        let mut not_met = Vec::new();
        for conformance in Conformance::ALL {
            match self.pdf_as(conformance) {
                Ok(bytes) => return Ok(Pdf { bytes, conformance, not_met }),
                Err(cause) => not_met.push(cause),
            }
        }
        Err(TypesetError::Export { cause: not_met.pop().unwrap_or_default() })
    }

    fn pdf_as(&self, conformance: Conformance) -> Result<Vec<u8>, String> {
        let standards = PdfStandards::new(conformance.standards())
            .map_err(|error| error.message().to_string())?;
        let options = PdfOptions {
            ident: Smart::Custom(self.ident.clone()),
            creator: Smart::Custom(Some("Retinue".to_owned())),
            standards,
            tagged: conformance != Conformance::Plain,
            ..PdfOptions::default()
        };
        let written = catch_unwind(AssertUnwindSafe(|| typst_pdf::pdf(&self.pages, &options)));
        let written = written.map_err(|_fault| say!("paper-fault"))?;
        written.map_err(|errors| {
            let messages: Vec<String> =
                errors.iter().map(|error| error.message.to_string()).collect();
            messages.join("; ")
        })
    }

    /// A page, counted from 0, at so many pixels a point.
    ///
    /// # Errors
    /// When there is no such page.
    pub fn picture(&self, page: usize, scale: f32) -> Result<Picture, TypesetError> {
        let no_page = TypesetError::NoPage { page: page + 1 };
        let page = self.pages.pages().get(page).ok_or(no_page)?;
        let scale = f64::from(scale.clamp(0.05, 12.0));
        let options = RenderOptions { pixel_per_pt: scale.into(), ..RenderOptions::default() };
        let drawn = catch_unwind(AssertUnwindSafe(|| typst_render::render(page, &options)));
        let drawn = drawn.map_err(|_fault| TypesetError::Fault)?;
        let rgba = drawn.pixels().iter().flat_map(|pixel| {
            let color = pixel.demultiply();
            [color.red(), color.green(), color.blue(), color.alpha()]
        });
        Ok(Picture { width: drawn.width(), height: drawn.height(), rgba: rgba.collect() })
    }
}
