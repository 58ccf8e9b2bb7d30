//! The limits of the rules: the usual one, that of the office, that of the visit.

use crate::model::Limits;

/// A number that a rule goes by.
#[derive(Clone, Copy, Debug)]
pub struct Limit {
    /// The field that holds it, of the visit or the office.
    pub field: &'static str,
    /// Where neither states another; `None`: the rule rests until one is stated.
    pub usual: Option<u16>,
    of: fn(&Limits) -> Option<u16>,
    set: fn(&mut Limits, Option<u16>),
}

impl Limit {
    /// As a visit or an office states it.
    pub fn of(&self, limits: &Limits) -> Option<u16> {
        (self.of)(limits)
    }

    pub fn set(&self, limits: &mut Limits, value: Option<u16>) {
        (self.set)(limits, value);
    }
}

macro_rules! limits {
    ($($(#[$meta:meta])* $name:ident = $field:ident: $usual:expr;)*) => {$(
        $(#[$meta])*
        pub(super) const $name: Limit = Limit {
            field: stringify!($field),
            usual: $usual,
            of: |limits| limits.$field,
            set: |limits, value| limits.$field = value,
        };
    )*};
}

limits! {
    /// Loading, counting, closing doors: where the journey does not state it.
    LOADING = loading_mins: Some(5);
    UNBROKEN = unbroken_mins: Some(180);
    QUESTIONS = question_mins: Some(10);
    /// How long one interpreter works without relief.
    UNRELIEVED = interpreter_mins: Some(120);
    GREETERS = greeters_mins: Some(15);
    ROOM_READY = room_ready_mins: Some(30);
    TOUR_GROUP = tour_group_people: Some(10);
    TOUR_FLOW = tour_people_an_hour: Some(100);
    TOUR = tour_mins: Some(90);
    MEAL = meal_mins: Some(45);
    JET_LAG = jet_lag_hours: Some(3);
    FIRST_DAY = first_day_mins: Some(240);
    GIFT_READY = gift_days: Some(7);
    GIFT_VALUE = gift_value: None;
    HOSTS_AT_TEN = hosts_at_ten: None;
    COUNTERPART = counterpart_ranks: Some(1);
    MEETING_PAPER = meeting_paper_days: Some(2);
    EVENT_PAPER = event_paper_days: Some(5);
    BACKGROUND = background_days: Some(7);
}
