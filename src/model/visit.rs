//! The visit itself, and what is remembered about its papers and checks.

use std::sync::Arc;

use super::arrangement::{Arrangement, Convention, Override, Traffic};
use super::exchange::{Agreement, FollowUp, Gift};
use super::id::{DelegationId, IssueId, PersonId, PlaceId, VisitId};
use super::item::Item;
use super::movement::{Place, Room, TravelTime, Vehicle};
use super::note::{LineToTake, Note, Task};
use super::person::{Delegation, Group, Person};
use super::record::{choice, record};
use super::text::{Lang, Text};
use super::time::{Minute, Zone};

record! {
    /// A delegation visit: what one file holds.
    pub struct Visit {
        pub id: VisitId,
        pub about: Arc<About>,
        pub delegations: Vec<Arc<Delegation>>,
        pub groups: Vec<Arc<Group>>,
        pub people: Vec<Arc<Person>>,
        pub places: Vec<Arc<Place>>,
        pub travel_times: Vec<TravelTime>,
        pub items: Vec<Arc<Item>>,
        pub vehicles: Vec<Arc<Vehicle>>,
        pub rooms: Vec<Arc<Room>>,
        pub notes: Vec<Arc<Note>>,
        pub tasks: Vec<Arc<Task>>,
        pub gifts: Vec<Arc<Gift>>,
        pub agreements: Vec<Arc<Agreement>>,
        pub follow_ups: Vec<Arc<FollowUp>>,
        pub arrangements: Vec<Arc<Arrangement>>,
        pub overrides: Vec<Override>,
        pub issues: Vec<Issue>,
        pub dismissals: Vec<Dismissal>,
    }

    /// What the visit is about, before anything is planned.
    pub struct About {
        pub title: Text,
        /// Under the title on papers.
        pub subtitle: Text,
        pub category: Category,
        pub status: Status,
        pub approval: Approval,
        pub first_day: Option<chrono::NaiveDate>,
        pub last_day: Option<chrono::NaiveDate>,
        /// Where the times are local.
        pub zone: Zone,
        /// City and area.
        pub place: Text,
        /// ISO code of the host country.
        pub country: String,
        /// The language of plain texts.
        pub language: Lang,
        /// The languages papers are wanted in.
        pub languages: Vec<Lang>,
        pub reception_level: Text,
        pub reason: Text,
        /// Own invitation, order from above.
        pub basis: Text,
        pub guest_objectives: Text,
        pub host_objectives: Text,
        pub principal: Option<PersonId>,
        pub guest_of_honour: Option<PersonId>,
        pub host: Option<PersonId>,
        pub co_host: Option<PersonId>,
        pub host_delegation: Option<DelegationId>,
        pub action_officer: Option<PersonId>,
        /// Reachable on the day; stands on the delegation's programme.
        pub contact: Option<PersonId>,
        pub meeting_point: Option<PlaceId>,
        /// Nothing is public before.
        pub confidential_until: Option<Minute>,
        pub convention: Convention,
        pub traffic: Traffic,
        /// In their own area the local head ranks above visitors of higher standing.
        pub local_head_first: bool,
        /// How delegations of equal rank follow each other.
        pub equal_delegations: EqualDelegations,
        /// The classes of office that ranks come from.
        pub ranks: RankScheme,
        /// What the order between bodies goes by.
        pub bodies: Vec<Body>,
        pub dress: Text,
        pub classification: Text,
        pub lines_to_take: Vec<LineToTake>,
        /// Where the facts come from.
        pub source: String,
        pub remarks: String,
        pub outcome: Outcome,
        pub limits: Limits,
    }

    /// Classes of office with their ranks.
    pub struct RankScheme {
        pub scheme: Scheme,
        /// Where they are not those shipped.
        pub classes: Vec<OfficeClass>,
    }

    /// Offices of equal rank.
    pub struct OfficeClass {
        /// What people name it by: "minister".
        pub id: String,
        pub name: Text,
        /// 1 the highest; several classes may share one.
        pub rank: u16,
        /// No local head goes before these.
        pub national_leader: bool,
    }

    /// A body that posts are held in, by the name it has there.
    pub struct Body {
        pub name: Text,
        pub level: BodyLevel,
        /// The name of the body it is under.
        pub under: String,
        pub founded: Option<chrono::NaiveDate>,
    }

    /// What came of the visit as a whole.
    pub struct Outcome {
        /// Markdown.
        pub summary: Text,
        /// What to do better.
        pub lessons: String,
        pub press_coverage: String,
        pub thank_you_sent: bool,
    }

    /// The officer's own limits for the checks, in minutes unless named; empty: the usual one.
    pub struct Limits {
        pub loading_mins: Option<u16>,
        pub unbroken_mins: Option<u16>,
        pub interpreter_mins: Option<u16>,
        pub greeters_mins: Option<u16>,
        pub room_ready_mins: Option<u16>,
        pub tour_group_people: Option<u16>,
        /// For questions at the end of a briefing.
        pub question_mins: Option<u16>,
        /// What a meal takes at the least.
        pub meal_mins: Option<u16>,
        /// From so many hours between two zones on, guests need rest.
        pub jet_lag_hours: Option<u16>,
        /// In items on such a day.
        pub first_day_mins: Option<u16>,
        pub tour_mins: Option<u16>,
        /// Through one site in an hour.
        pub tour_people_an_hour: Option<u16>,
        /// Gifts are ready so many days before.
        pub gift_days: Option<u16>,
        /// From this value on a gift goes into the register; in the currency of the register.
        pub gift_value: Option<u16>,
        /// Hosts at a table of up to ten guests; stated, the rule holds whatever the convention.
        pub hosts_at_ten: Option<u16>,
        /// How many ranks a counterpart may be away.
        pub counterpart_ranks: Option<u16>,
        /// Working days before a meeting.
        pub meeting_paper_days: Option<u16>,
        /// Working days before an event.
        pub event_paper_days: Option<u16>,
        /// Days before the visit.
        pub background_days: Option<u16>,
    }

    /// A version of a paper that went out.
    pub struct Issue {
        pub id: IssueId,
        /// "programme".
        pub paper: String,
        pub audience: String,
        pub language: Lang,
        pub version: u16,
        /// In the visit's zone.
        pub at: Option<Minute>,
        pub holders: Vec<PersonId>,
        pub reason: String,
        /// The copy of the visit it was made from, in the library's history.
        pub snapshot: String,
    }

    /// A finding that was looked at and let be.
    pub struct Dismissal {
        /// The id of the check.
        pub check: String,
        /// The ids of the things it concerned, in order.
        pub things: Vec<String>,
        /// How bad it was, in the check's own measure; worse revives the finding.
        pub measure: i64,
        pub reason: String,
        pub by: String,
        pub at: Option<Minute>,
    }
}

choice! {
    pub enum Category { Official, State, Working, CourtesyCall, StudyOrTrade, Private, }

    /// PROTOCOL section 4, rule 7.
    pub enum EqualDelegations { ByCountry, ByNotification, ByArrival, }

    /// The schemes of rank that are shipped, and one of the office's own.
    pub enum Scheme { General, Chinese, Korean, EuUn, Own, }

    /// National before local.
    pub enum BodyLevel { NotStated, National, Regional, Local, }

    pub enum Status { Draft, Confirmed, UnderWay, Done, Cancelled, }

    pub enum Approval { NotAsked, Submitted, Approved, Refused, }
}
