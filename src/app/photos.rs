//! Photos of people: pictures copied beside the visit's file, read and made small off the frame.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use egui::{ColorImage, Context, TextureHandle, TextureOptions};

use super::command::Command;
use super::state::State;
use crate::edit::Edit;
use crate::model::{Person, PersonId};
use crate::store;
use crate::words::{self, say};

/// The larger side of a photo on screen, in pixels.
const SHOWN: u32 = 480;
/// The largest picture that is taken, in bytes.
const MOST_BYTES: u64 = 20 * 1024 * 1024;
/// How many photos are kept ready.
const MOST_KEPT: usize = 64;

/// A photo as far as it is known.
enum Photo {
    Asked,
    Ready(TextureHandle),
    Failed(String),
}

/// The photos that were looked at, by their path in the visit.
#[derive(Default)]
pub struct Photos(BTreeMap<PathBuf, Photo>);

impl std::fmt::Debug for Photos {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_tuple("Photos").field(&self.0.len()).finish()
    }
}

/// What there is to show of a photo.
#[derive(Clone, Copy)]
pub enum Shown<'a> {
    Picture(&'a TextureHandle),
    Waits,
    Failed(&'a str),
}

impl Photos {
    /// What there is to show; `None` when nobody asked for the photo yet.
    pub fn get(&self, photo: &str) -> Option<Shown<'_>> {
        Some(match self.0.get(Path::new(photo))? {
            Photo::Asked => Shown::Waits,
            Photo::Ready(texture) => Shown::Picture(texture),
            Photo::Failed(error) => Shown::Failed(error),
        })
    }
}

impl State {
    /// Reads a photo off the frame, once.
    pub(super) fn want_photo(&mut self, photo: PathBuf) {
        let Some(open) = &self.open else { return };
        if self.photos.0.contains_key(&photo) {
            return;
        }
        if self.photos.0.len() >= MOST_KEPT {
            self.photos.0.clear();
        }
        self.photos.0.insert(photo.clone(), Photo::Asked);
        let file = open.path.with_file_name(&photo);
        self.jobs.spawn(say!("job-photo"), move || {
            let picture = read(&file).map(|bytes| bytes.1);
            Some(Command::PhotoRead { photo, picture: Box::new(picture) })
        });
    }

    pub(super) fn photo_read(
        &mut self,
        ctx: &Context,
        photo: PathBuf,
        picture: Result<ColorImage, String>,
    ) {
        let known = match picture {
            Ok(image) => Photo::Ready(ctx.load_texture("photo", image, TextureOptions::LINEAR)),
            Err(cause) => Photo::Failed(say!(
                "people-photo-not-shown",
                cause = cause,
                path = photo.display().to_string()
            )),
        };
        self.photos.0.insert(photo, known);
    }

    /// Copies a picture beside the visit and makes it the person's photo.
    pub(super) fn take_photo(&mut self, person: PersonId, from: PathBuf) {
        self.modal = None;
        let Some(open) = &self.open else { return };
        let Some(old) = open.session.visit().person(&person).cloned() else { return };
        let visit = open.path.clone();
        self.jobs.spawn(say!("job-photo"), move || {
            Some(match copy(&from, &visit, &person) {
                Ok(photo) => {
                    // What was cut of the old one says nothing of the new.
                    let new = Person { photo, photo_crop: None, ..Person::clone(&old) };
                    let edit = Edit::set(new);
                    Command::about(visit, Command::Edit(edit))
                }
                Err(cause) => Command::Notice(say!(
                    "people-photo-not-copied",
                    cause = cause,
                    path = from.display().to_string()
                )),
            })
        });
    }
}

/// The bytes of a picture, and the picture made small.
fn read(file: &Path) -> Result<(Vec<u8>, ColorImage), String> {
    let said = |error: std::io::Error| words::cause(&error);
    let size = std::fs::metadata(file).map_err(said)?.len();
    if size > MOST_BYTES {
        return Err(say!("people-photo-large", most = (MOST_BYTES / 1024 / 1024)));
    }
    let bytes = std::fs::read(file).map_err(said)?;
    let picture = image::load_from_memory(&bytes).map_err(|error| error.to_string())?;
    let large = picture.width().max(picture.height()) > SHOWN;
    let small = if large { picture.thumbnail(SHOWN, SHOWN) } else { picture }.into_rgba8();
    let size = [small.width() as usize, small.height() as usize];
    let image = ColorImage::from_rgba_unmultiplied(size, small.as_raw());
    Ok((bytes, image))
}

/// Copies a picture that can be shown beside the visit; returns its path there.
fn copy(from: &Path, visit: &Path, person: &PersonId) -> Result<String, String> {
    let (bytes, _) = read(from)?;
    let ending = from.extension().map(|e| e.to_string_lossy().to_lowercase()).unwrap_or_default();
    store::keep_photo(visit, person, &ending, &bytes).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person() -> PersonId {
        PersonId::new("delegate-3").unwrap()
    }

    #[test]
    fn a_picture_is_copied_beside_the_visit_and_what_is_none_is_refused() {
        let home = tempfile::tempdir().unwrap();
        let from = home.path().join("passport.png");
        let mut png = std::io::Cursor::new(Vec::new());
        image::RgbaImage::new(3, 2).write_to(&mut png, image::ImageFormat::Png).unwrap();
        store::write_text(&from, png.get_ref()).unwrap();
        let visit = home.path().join("visit.ron");

        let photo = copy(&from, &visit, &person()).unwrap();

        assert!(photo.starts_with("photos/delegate-3-"), "{photo}");
        assert_eq!(read(&home.path().join(photo)).unwrap().1.size, [3, 2]);
        store::write_text(&from, b"no picture").unwrap();
        assert!(copy(&from, &visit, &person()).is_err());
    }
}
