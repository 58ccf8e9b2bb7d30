//! People and the delegations and groups they belong to.

use super::crop::Crop;
use super::id::{DelegationId, GroupId, ItemId, PersonId, VisitId};
use super::record::{choice, record};
use super::text::{Lang, Text};
use super::time::Minute;

record! {
    /// One person of either side. Also an office desk or a person known only by role:
    /// then the name is empty and the post speaks.
    pub struct Person {
        pub id: PersonId,
        /// As its owner wants it, in each script.
        pub name: Text,
        /// The part of the main name by which the person is sorted and addressed.
        pub family_name: String,
        /// Which part of the main name comes first.
        pub name_order: NameOrder,
        /// How the name sounds: "oh seh-hoon".
        pub spoken: String,
        /// "Mr", "Dr", "Mayor".
        pub honorific: Text,
        /// Letters after the name: "OBE".
        pub post_nominals: String,
        /// "Mr Mayor".
        pub address_in_speech: Text,
        /// "Dear Mayor Oh".
        pub address_in_writing: Text,
        /// What the place card says, where it is not title and surname.
        pub place_card: Text,
        pub post: Text,
        /// The body the post is held in: "Seoul Metropolitan Government".
        pub body: Text,
        /// ISO 3166 code of two letters, capitals.
        pub country: String,
        pub role: PartyRole,
        /// How the post is held, for the order of precedence.
        pub tenure: Tenure,
        /// Since when the post is held, `2022-07-01`; earlier ranks first.
        pub in_post_since: Option<chrono::NaiveDate>,
        /// The rank stated by number, 1 the highest; 0: that of the class of office.
        pub rank: u16,
        /// The class of the post in the visit's rank scheme, by its id.
        pub office_class: String,
        /// Offices beside the post, and those held before.
        pub offices: Vec<Office>,
        /// What the person has to do with the event; ranks those without a public post.
        pub relation: EventRelation,
        /// The elder goes first where nothing else decides.
        pub born: Option<chrono::NaiveDate>,
        /// The person whose rank counts for this one: a spouse's partner.
        pub partner: Option<PersonId>,
        pub attendance: Rsvp,
        pub languages: Vec<Lang>,
        pub diet: Diet,
        /// Allergies and what is not eaten, in words for the kitchen.
        pub diet_details: String,
        /// Taboos of conduct, colour, number, gift.
        pub taboos: String,
        /// Mobility, medical.
        pub needs: String,
        pub phone: String,
        pub email: String,
        /// Whether the phone may stand on papers for the guests.
        pub phone_for_guests: bool,
        /// Markdown.
        pub biography: Text,
        /// A picture in the library, relative to the visit's file.
        pub photo: String,
        /// The part of the picture that is shown; empty: all of it.
        pub photo_crop: Option<Crop>,
        pub earlier_visits: Vec<EarlierVisit>,
        /// Internal: never on a paper for guests.
        pub remarks: String,
    }

    /// An office beside the one that papers name.
    pub struct Office {
        pub post: Text,
        pub body: Text,
        pub office_class: String,
        /// As stated by number; 0: that of the class.
        pub rank: u16,
        pub tenure: Tenure,
        pub in_post_since: Option<chrono::NaiveDate>,
        /// It counts at this visit in place of the post.
        pub counts: bool,
        /// It counts at these items, whatever counts elsewhere.
        pub counts_at: Vec<ItemId>,
    }

    /// The same person in a past visit of the library.
    pub struct EarlierVisit {
        pub visit: VisitId,
        /// The id the person has there.
        pub person: String,
    }

    /// A group that visits or hosts: one record with its members.
    pub struct Delegation {
        pub id: DelegationId,
        pub name: Text,
        pub side: Side,
        pub country: String,
        /// The body that sends it.
        pub body: Text,
        pub head: Option<PersonId>,
        pub deputy: Option<PersonId>,
        /// In the user's order; head and deputy are among them.
        pub members: Vec<PersonId>,
        /// Stays with the principal and rides in the principal's car.
        pub liaison: Option<PersonId>,
        /// When the delegation was announced to the host, for the order of equals.
        pub notified_on: Option<chrono::NaiveDate>,
        pub arrives: Option<Minute>,
        pub leaves: Option<Minute>,
        pub remarks: String,
    }

    /// A named part of a delegation that moves on its own: "Enterprise group".
    pub struct Group {
        pub id: GroupId,
        pub name: Text,
        pub members: Vec<PersonId>,
        pub remarks: String,
    }

    /// Who takes part: whole delegations, groups and people, less some.
    pub struct Attendance {
        pub delegations: Vec<DelegationId>,
        pub groups: Vec<GroupId>,
        pub people: Vec<PersonId>,
        /// "All but": not there although their delegation or group is.
        pub except: Vec<PersonId>,
    }
}

choice! {
    pub enum NameOrder { GivenFirst, FamilyFirst, }

    /// What the person is in the party.
    pub enum PartyRole {
        Member,
        Head,
        Deputy,
        Partner,
        Interpreter,
        NoteTaker,
        /// Advisers and secretaries of the official party.
        Staff,
        Security,
        Press,
        /// Stays with the principal.
        Liaison,
        /// Meets at the airport or door.
        Greeter,
        Driver,
    }

    /// How a post is held.
    pub enum Tenure { InOffice, Acting, Former, Designate, }

    /// What somebody has to do with the event, the nearest first.
    pub enum EventRelation { NotStated, Organiser, Honoured, Speaker, Contributor, Invited, }

    /// Whether the person comes.
    pub enum Rsvp { Expected, Confirmed, Declined, Unknown, }

    /// What the person eats. Details stand beside it.
    pub enum Diet {
        Unknown, None, Vegetarian, Vegan, Halal, Kosher, NoPork, NoBeef, NoSeafood, Other,
    }

    /// Which side of the visit.
    pub enum Side { Guest, Host, }
}

impl Person {
    /// What the person is called on screen and in sentences: the name or, where only the role is
    /// known, the post, else the id.
    pub fn label(&self, lang: &Lang) -> &str {
        [self.name.in_lang(lang), self.post.in_lang(lang)]
            .into_iter()
            .find(|label| !label.is_empty())
            .unwrap_or(self.id.as_str())
    }

    /// Whether the person has said not to come.
    pub fn has_declined(&self) -> bool {
        self.attendance == Rsvp::Declined
    }
}

impl Attendance {
    pub fn is_empty(&self) -> bool {
        self.delegations.is_empty() && self.groups.is_empty() && self.people.is_empty()
    }
}
