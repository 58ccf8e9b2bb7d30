//! What stands on a paper, ready for its template: plain values, every text already in the
//! language of the paper. A template gets one of these as one JSON value and adds no words.

use serde::Serialize;

/// What one paper holds.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum PaperData {
    Programme(Sheet<Row>),
    MinuteSheet(Sheet<MinuteRow>),
    MediaProgramme(Sheet<MediaRow>),
    SeatingPlans(Plans),
    List(ListSheet),
    Cards(CardSheet),
}

impl PaperData {
    pub fn meta(&self) -> &Meta {
        match self {
            Self::Programme(sheet) => &sheet.meta,
            Self::MinuteSheet(sheet) => &sheet.meta,
            Self::MediaProgramme(sheet) => &sheet.meta,
            Self::SeatingPlans(plans) => &plans.meta,
            Self::List(list) => &list.meta,
            Self::Cards(cards) => &cards.meta,
        }
    }
}

/// A paper of days and rows.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sheet<R> {
    pub meta: Meta,
    pub title: TitleBlock,
    /// Above the rest, each on a line of its own: "Not for publication before …".
    pub notices: Vec<String>,
    /// Guests, then hosts; a side without people is left out.
    pub people: Vec<PeopleList>,
    pub contacts: Vec<Contact>,
    /// For the whole visit: dress, meeting point.
    pub general: Vec<Line>,
    pub columns: Columns,
    pub days: Vec<Day<R>>,
    pub footer: Footer,
}

/// What the document says of itself, for readers of the file.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Meta {
    /// "programme": the id in `paper::ALL`.
    pub paper: &'static str,
    /// "guest".
    pub audience: &'static str,
    /// The tag of the paper's language: `en`.
    pub lang: String,
    /// The language in small letters beside it; empty: none.
    pub second_lang: String,
    /// "Programme – Delegation of the Mayor of Seoul".
    pub title: String,
    pub author: String,
    /// The moment of issue as `2024-07-28 16:40`, in the visit's zone; empty: a draft.
    pub issued: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct TitleBlock {
    /// "Programme".
    pub paper: String,
    /// The same in the second language; may be empty, as all below but the title.
    pub paper_second: String,
    pub title: String,
    pub title_second: String,
    pub subtitle: String,
    pub subtitle_second: String,
    pub place: String,
    pub place_second: String,
    /// "29–30 July 2024".
    pub dates: String,
    pub dates_second: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PeopleList {
    /// "Guests".
    pub heading: String,
    /// The delegation's name where it has one.
    pub delegation: String,
    pub people: Vec<Named>,
}

/// A person as a list names them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Named {
    /// With honorific and post-nominals; empty for a person known by post alone.
    pub name: String,
    /// The names in the other scripts, in order.
    pub other: Vec<Script>,
    /// With the body where the post does not say it: "Mayor of Seoul".
    pub post: String,
    /// "head of delegation", "interpreter"; empty for a member.
    pub role: String,
    pub is_head: bool,
    /// On papers where it may stand.
    pub phone: String,
}

/// A text in another language than the paper's.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Script {
    /// The tag of its language: picks the forms of hanzi.
    pub lang: String,
    pub text: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Contact {
    /// "Contact".
    pub label: String,
    pub name: String,
    pub post: String,
    pub phone: String,
    pub email: String,
}

/// The heads of the columns, for papers that show them.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Columns {
    pub time: String,
    pub what: String,
    pub who: String,
    pub vehicle: String,
    pub met_by: String,
    pub responsible: String,
    pub remarks: String,
    pub call: String,
    pub may_film: String,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Day<R> {
    /// `2024-07-29`; empty: items without a day.
    pub date: String,
    /// "Monday 29 July".
    pub heading: String,
    /// "7月29日 星期一"; empty without a second language.
    pub heading_second: String,
    /// "Monday 29 July, continued": the head of the next page.
    pub continued: String,
    pub rows: Vec<R>,
}

/// How sure a time is, for its looks; the words are in the text already.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Firmness {
    Exact,
    About,
    NotBefore,
    /// The text is dots.
    #[default]
    ToConfirm,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Time {
    /// "10:30 – 11:15", "about 16:30", "……".
    pub text: String,
    pub firmness: Firmness,
    /// Under the time: "Korea time", "ends Tuesday 30 July"; may be empty.
    pub note: String,
}

/// An event stands out, a movement steps back.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum RowKind {
    #[default]
    Event,
    Movement,
}

/// What a line under a title is about, for its looks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum LineKind {
    #[default]
    Place,
    Journey,
    Host,
    Language,
    Dress,
    Act,
    Remark,
    Alternative,
    /// To be confirmed, cancelled.
    Status,
    Press,
    /// For staff alone.
    Internal,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Line {
    pub kind: LineKind,
    pub text: String,
    /// The same in the second language where it is known, for places.
    pub second: String,
}

/// A row of the programme for guests.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Row {
    /// The id of the item.
    pub id: String,
    pub time: Time,
    pub kind: RowKind,
    pub title: String,
    pub title_second: String,
    pub lines: Vec<Line>,
    /// The side column: who takes part, who meets them.
    pub side: Vec<String>,
    pub steps: Vec<Sub>,
    pub tentative: bool,
    pub cancelled: bool,
    /// Differs from the version it replaces: a mark in the margin.
    pub changed: bool,
}

/// A sub-line: "13:05 Photo and guest book".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Sub {
    /// Empty: straight after the line before.
    pub time: String,
    pub text: String,
    /// Who acts.
    pub who: String,
    pub place: String,
}

/// A line of the minute sheet: an item, or one step of it.
#[expect(clippy::struct_excessive_bools, reason = "each is a sign in the margin of its own")]
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MinuteRow {
    pub id: String,
    pub time: Time,
    pub kind: RowKind,
    /// A step of the item above it.
    pub is_step: bool,
    /// Not on the papers of the guests.
    pub internal: bool,
    /// Who acts.
    pub actor: String,
    /// What happens: the title, or the step.
    pub act: String,
    pub lines: Vec<Line>,
    /// "Car 1: …" for each vehicle, in motorcade order.
    pub vehicles: Vec<String>,
    pub met_by: Vec<String>,
    /// With phone.
    pub responsible: Vec<String>,
    pub remarks: Vec<String>,
    pub tentative: bool,
    pub cancelled: bool,
    pub changed: bool,
}

/// A row of the programme for the press.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct MediaRow {
    pub id: String,
    pub time: Time,
    pub kind: RowKind,
    pub title: String,
    pub title_second: String,
    pub lines: Vec<Line>,
    /// "Media in place by 08:15"; dots while it is not known.
    pub call_time: String,
    pub call_place: String,
    /// "Cameras at the start".
    pub may_film: String,
    /// Press contact at this item, with phone where it may stand.
    pub contact: String,
    pub tentative: bool,
    pub cancelled: bool,
    pub changed: bool,
}

/// The foot of every page, beside "page n of m".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Footer {
    /// "Version 4", "Draft".
    pub version: String,
    /// "issued 28 July 2024, 16:40"; empty: a draft.
    pub issued: String,
    /// "replaces version 3 of 28 July 2024, 14:20".
    pub replaces: String,
    pub classification: String,
    /// "Events subject to change".
    pub subject_to_change: String,
    /// What the mark in the margin means; empty when no row has one.
    pub mark: String,
    /// "Page {n} of {m}", with the two to be put in by the template.
    pub page: String,
}

/// A paper of plans.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plans {
    pub meta: Meta,
    pub title: TitleBlock,
    /// What stands there when there is no plan.
    pub none: String,
    pub plans: Vec<Plan>,
    /// The days of the visit, for the date of the document.
    pub days: Vec<Dated>,
    pub footer: Footer,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Dated {
    /// `2024-07-29`.
    pub date: String,
}

/// A plan drawn from above; all lengths in millimetres of the room.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Plan {
    pub title: String,
    pub title_second: String,
    /// "conference table · Talks · 29 July 09:30–10:30".
    pub about: String,
    /// The convention that is followed.
    pub rule: String,
    pub width: i32,
    pub height: i32,
    pub furniture: Vec<Shape>,
    pub places: Vec<PlanPlace>,
    /// "door"; empty: nothing is marked.
    pub edge: String,
    pub edge_above: bool,
    /// What the bar of the scale says: "1 m".
    pub scale: String,
    pub rows: Vec<RowList>,
    /// Who has no place; may be empty.
    pub unseated: String,
}

/// A piece of furniture by its middle: "table", "round-table", "vehicle", "wheel".
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Shape {
    pub kind: &'static str,
    pub x: i32,
    pub y: i32,
    pub width: i32,
    pub height: i32,
}

/// A seat by its middle.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct PlanPlace {
    pub x: i32,
    pub y: i32,
    /// Empty: nobody sits there.
    pub name: String,
    /// As in the lists; 0: nobody.
    pub number: usize,
    pub is_head: bool,
    /// The way to the own right hand.
    pub right_x: i32,
    pub right_y: i32,
}

/// A row of a plan as a list.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct RowList {
    pub heading: String,
    pub seats: Vec<Entry>,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Entry {
    pub number: usize,
    pub name: String,
    pub post: String,
}

/// A paper that is one table, in groups.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListSheet {
    pub meta: Meta,
    pub title: TitleBlock,
    /// What stands there when the list is empty.
    pub none: String,
    pub columns: Vec<ListColumn>,
    pub groups: Vec<ListGroup>,
    /// The days of the visit, for the date of the document.
    pub days: Vec<Dated>,
    pub footer: Footer,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListColumn {
    pub heading: String,
    /// How wide it is beside the others.
    pub share: u8,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct ListGroup {
    pub heading: String,
    /// Each with a cell for every column.
    pub rows: Vec<Vec<String>>,
}

/// Cards to cut out.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct CardSheet {
    pub meta: Meta,
    pub title: TitleBlock,
    /// "place", "tent", "badge".
    pub kind: &'static str,
    /// What stands there when there is no card.
    pub none: String,
    pub cards: Vec<Card>,
    /// The days of the visit, for the date of the document.
    pub days: Vec<Dated>,
    pub footer: Footer,
}

#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Card {
    pub name: String,
    /// The name in its other scripts.
    pub other: Vec<Script>,
    /// On a badge; else empty, as the next.
    pub post: String,
    pub party: String,
}
