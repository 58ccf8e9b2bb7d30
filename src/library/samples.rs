//! The sample visits that come with the program, embedded from `assets/library`.

use std::borrow::Cow;

use rust_embed::RustEmbed;

#[derive(RustEmbed)]
#[folder = "assets/library"]
struct Files;

/// The sample visits: file name and text, in the order of their names.
pub fn all() -> Vec<(String, String)> {
    let mut names: Vec<Cow<'static, str>> = Files::iter().collect();
    names.sort();
    let text = |name: &str| {
        let file = Files::get(name)?;
        String::from_utf8(file.data.into_owned()).ok()
    };
    names.iter().filter_map(|name| Some((name.to_string(), text(name)?))).collect()
}
