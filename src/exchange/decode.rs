//! Bytes of other people's files to text: the encoding is told by a mark, else tried, else
//! guessed.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

/// Text out of bytes, and how it was read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decoded {
    pub text: String,
    /// The name of the encoding, as the web calls it: `UTF-8`, `GBK`, `EUC-KR`.
    pub encoding: &'static str,
    /// Neither a mark nor the form of the bytes told it: the officer should look at the names.
    pub is_guess: bool,
    /// Some bytes mean nothing in the encoding and stand as U+FFFD.
    pub is_damaged: bool,
}

/// The encodings an officer can choose from when the guess is wrong.
pub const OFFERED: [&str; 8] =
    ["UTF-8", "UTF-16LE", "windows-1252", "GBK", "Big5", "Shift_JIS", "EUC-KR", "windows-1251"];

/// Reads bytes as text, in the encoding of that name where one is given.
pub fn decode(bytes: &[u8], encoding: Option<&str>) -> Decoded {
    let named = encoding.and_then(|name| Encoding::for_label(name.as_bytes()));
    match named {
        Some(encoding) => read(bytes, encoding, false),
        None => match marked(bytes) {
            Some(encoding) => read(bytes, encoding, false),
            None => guessed(bytes),
        },
    }
}

/// Text whose long lines were folded, as calendars and cards are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Unfolded {
    /// The whole lines, each with the number of the line of the file on which it begins.
    pub lines: Vec<(usize, String)>,
    pub encoding: &'static str,
    pub is_guess: bool,
}

/// Reads folded text with any line ends. A fold is a line end with a space or tab after it; it may
/// stand within a character, so that it is taken away before the bytes are read.
pub(super) fn unfolded(bytes: &[u8], encoding: Option<&str>) -> Unfolded {
    let is_wide = bytes.iter().take(64).any(|byte| *byte == 0) || bytes.starts_with(b"\xFF\xFE");
    let wide = is_wide.then(|| decode(bytes, encoding));
    let mut rest = wide.as_ref().map_or(bytes, |wide| wide.text.as_bytes());
    let mut whole: Vec<u8> = Vec::with_capacity(rest.len());
    let mut numbers = vec![1];
    let mut number: usize = 1;
    while let Some((first, more)) = rest.split_first() {
        let end = [&b"\r\r\n"[..], b"\r\n", b"\n", b"\r"].into_iter().find(|e| rest.starts_with(e));
        let Some(end) = end else {
            whole.push(*first);
            rest = more;
            continue;
        };
        number = number.saturating_add(1);
        rest = rest.get(end.len()..).unwrap_or_default();
        if let Some((b' ' | b'\t', more)) = rest.split_first() {
            rest = more;
        } else {
            whole.push(b'\n');
            numbers.push(number);
        }
    }
    let read = decode(&whole, wide.as_ref().map_or(encoding, |_| Some("UTF-8")));
    let told = wide.as_ref().unwrap_or(&read);
    let lines = numbers.into_iter().zip(read.text.split('\n').map(str::to_owned)).collect();
    Unfolded { lines, encoding: told.encoding, is_guess: told.is_guess }
}

/// The encoding that the first bytes or the zeros between them tell.
fn marked(bytes: &[u8]) -> Option<&'static Encoding> {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Some(encoding);
    }
    // Spreadsheets write UTF-16 without a mark, too: every other byte of plain text is zero.
    let zeros = |skip: usize| bytes.iter().skip(skip).step_by(2).take(64).filter(|b| **b == 0);
    match (zeros(0).count(), zeros(1).count()) {
        (0, odd) if odd > 1 => Some(UTF_16LE),
        (even, 0) if even > 1 => Some(UTF_16BE),
        _ => std::str::from_utf8(bytes).is_ok().then_some(UTF_8),
    }
}

fn guessed(bytes: &[u8]) -> Decoded {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    detector.feed(bytes, true);
    let guess = detector.guess(None, Utf8Detection::Deny);
    read(bytes, guess, true)
}

fn read(bytes: &[u8], encoding: &'static Encoding, is_guess: bool) -> Decoded {
    let (text, is_damaged) = encoding.decode_with_bom_removal(bytes);
    Decoded { text: text.into_owned(), encoding: encoding.name(), is_guess, is_damaged }
}

#[cfg(test)]
mod tests {
    use encoding_rs::{EUC_KR, GBK, SHIFT_JIS, WINDOWS_1252};

    use super::*;

    #[test]
    fn an_encoding_is_told_by_its_mark_or_its_form() {
        let wide: Vec<u8> = "姓名,Post".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let marked: Vec<u8> = [0xFF, 0xFE].into_iter().chain(wide.clone()).collect();
        for bytes in
            ["姓名,Post".as_bytes(), b"\xEF\xBB\xBF\xE5\xA7\x93\xE5\x90\x8D,Post", &wide, &marked]
        {
            let read = decode(bytes, None);
            assert_eq!((read.text.as_str(), read.is_guess), ("姓名,Post", false));
        }
    }

    #[test]
    fn the_encodings_of_old_spreadsheets_are_guessed_and_said_to_be() {
        let chinese =
            "姓名,职务,单位\n代表一,主任,重庆两江新区管理委员会\n代表二,副主任,生命科技城";
        let korean = "이름,직위,소속\n대표 일,국장,서울특별시\n대표 이,과장,서울바이오허브";
        let japanese = "氏名,役職,所属\nだいひょう いち,ぶちょう,東京都庁のほう\n";
        let german = "Name,Stelle\nKämpfer,Oberbürgermeister für Kiel\nBürgermeister,Größe";
        for (text, encoding) in
            [(chinese, GBK), (korean, EUC_KR), (japanese, SHIFT_JIS), (german, WINDOWS_1252)]
        {
            let (bytes, _, _) = encoding.encode(text);
            let read = decode(&bytes, None);
            assert_eq!((read.text.as_str(), read.encoding), (text, encoding.name()));
            assert!(read.is_guess && !read.is_damaged);
        }
    }

    #[test]
    fn a_named_encoding_is_followed_and_damage_is_told() {
        let (bytes, _, _) = GBK.encode("姓名");
        assert_eq!(decode(&bytes, Some("gbk")).text, "姓名");
        assert!(decode(&bytes, Some("utf-8")).is_damaged);
    }
}
