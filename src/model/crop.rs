//! The part of a picture that is shown.

use super::record::record;

record! {
    /// A part of a picture, in thousandths of its sides.
    pub struct Crop {
        pub left: u16,
        pub top: u16,
        pub width: u16,
        pub height: u16,
    }
}

impl Crop {
    /// The whole of a side.
    pub const ALL: u16 = 1000;
    /// Less of a side shows nobody.
    pub const LEAST: u16 = 50;

    pub fn whole() -> Self {
        Self { left: 0, top: 0, width: Self::ALL, height: Self::ALL }
    }

    /// The same part within the picture, large enough to show somebody.
    #[must_use]
    pub fn within(&self) -> Self {
        let side = |size: u16| size.clamp(Self::LEAST, Self::ALL);
        let (width, height) = (side(self.width), side(self.height));
        let (left, top) = (self.left.min(Self::ALL - width), self.top.min(Self::ALL - height));
        Self { left, top, width, height }
    }

    /// Carried by so much, as far as the picture goes.
    #[must_use]
    pub fn moved(&self, right: i32, down: i32) -> Self {
        let Self { left, top, width, height } = self.within();
        Self {
            left: add(left, right, Self::ALL - width),
            top: add(top, down, Self::ALL - height),
            width,
            height,
        }
    }

    /// Larger by so much at its right and lower side, as far as the picture goes.
    #[must_use]
    pub fn grown(&self, right: i32, down: i32) -> Self {
        let Self { left, top, width, height } = self.within();
        let grow = |size: u16, by: i32, from: u16| add(size, by, Self::ALL - from).max(Self::LEAST);
        Self { left, top, width: grow(width, right, left), height: grow(height, down, top) }
    }

    /// Larger by so much at its left and upper side, as far as the picture goes.
    #[must_use]
    pub fn grown_before(&self, left: i32, up: i32) -> Self {
        let was = self.within();
        let grow = |size: u16, by: i32, before: u16| {
            let new = add(size, by, size + before).max(Self::LEAST);
            (before + size - new, new)
        };
        let (new_left, width) = grow(was.width, left, was.left);
        let (new_top, height) = grow(was.height, up, was.top);
        Self { left: new_left, top: new_top, width, height }
    }
}

/// The sum, from 0 up to `most`.
fn add(value: u16, by: i32, most: u16) -> u16 {
    u16::try_from((i32::from(value) + by).clamp(0, i32::from(most))).unwrap_or(most)
}

#[cfg(test)]
mod tests {
    use super::Crop;

    fn crop(left: u16, top: u16, width: u16, height: u16) -> Crop {
        Crop { left, top, width, height }
    }

    #[test]
    fn a_part_of_a_photo_stays_in_the_photo_however_it_is_carried_and_drawn() {
        let part = crop(100, 200, 300, 400);
        assert_eq!(part.moved(50, -50), crop(150, 150, 300, 400));
        assert_eq!(part.moved(-500, 5000), crop(0, 600, 300, 400));
        assert_eq!(part.grown(100, -100), crop(100, 200, 400, 300));
        assert_eq!(part.grown(5000, -5000), crop(100, 200, 900, Crop::LEAST));
        assert_eq!(part.grown_before(50, 500), crop(50, 0, 350, 600));
        assert_eq!(part.grown_before(-1000, 0), crop(350, 200, Crop::LEAST, 400));
        // As written by hand.
        assert_eq!(crop(900, 0, 5000, 0).within(), crop(0, 0, 1000, Crop::LEAST));
    }
}
