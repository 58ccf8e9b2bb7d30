### Every text of Retinue in English, the language the others fall back to.
### One section for each folder under src; within it, ids begin with what they belong to.

## words: languages by their own names

language-en = English
language-zh = 中文
language-ko = 한국어

## model: errors in the form of a value

error-id-form = “{ $id }” is not an id: lower-case letters, digits and hyphens, at most 80
error-language-form = “{ $tag }” is not a language: write en, zh, ko, zh-hant
error-language-twice = the language “{ $tag }” stands twice
error-text-form = a text, or a map of texts by language
error-minute-form = “{ $text }” is not a time: write 2024-07-29 09:05
error-zone-unknown = “{ $zone }” is not a time zone: write Asia/Shanghai

## model: what makes a visit unsound

error-no-id = a record of kind { $kind } has no id
error-id-twice = the id “{ $id }” stands at two records of kind { $kind }
error-dangling = { $place } names “{ $id }”, but there is no such { $kind }
error-text-long = { $place } is longer than { $most } bytes
error-list-long = { $place } holds more than { $most } entries
error-hidden = { $place } holds the hidden character { $code }

## model: names of choices

arrangement-kind-conference-table = conference table
arrangement-kind-conference-table-end-on = conference table, short end to the door
arrangement-kind-head-table = head table
arrangement-kind-podium = podium
arrangement-kind-sofa-meeting = sofa meeting
arrangement-kind-round-tables = round tables
arrangement-kind-signing-table = signing table
arrangement-kind-group-photo = group photo
arrangement-kind-car = car
arrangement-kind-minibus = minibus
arrangement-kind-flags = flags
arrangement-kind-receiving-line = receiving line
arrangement-kind-speeches = speeches
arrangement-kind-rows = rows

convention-international = international
convention-chinese-domestic = Chinese domestic
convention-chinese-with-foreign-guests = Chinese, with foreign guests
convention-korean = Korean
convention-dubai = Dubai
convention-us-business = US business

interpreter-seat-as-convention = as the convention says
interpreter-seat-own-right = at the own right of the head
interpreter-seat-own-left = at the own left of the head
interpreter-seat-host-right-guest-left = host’s at the right, guest’s at the left
interpreter-seat-behind = behind the principal
interpreter-seat-booth = in a booth

even-row-shared-centre = the first two share the centre
even-row-first-at-own-left = the first at the own left of the centre pair
flag-order-as-convention = as the convention
flag-order-guests-first = guests in the higher place
flag-order-host-first = the host in the higher place
traffic-as-country = as in the country
traffic-right = keeps to the right
traffic-left = keeps to the left
wish-kind-apart = keep apart
wish-kind-together = keep together

gift-direction-to-guests = given to the guests
gift-direction-from-guests = received from the guests

gift-status-idea = idea
gift-status-chosen = chosen
gift-status-ordered = ordered
gift-status-ready = ready
gift-status-handed = handed
gift-status-declined = declined

text-state-drafted = drafted
text-state-agreed = agreed
text-state-translated = translated
text-state-printed = printed
text-state-bound = bound

item-kind-meeting = meeting
item-kind-arrival = arrival
item-kind-departure = departure
item-kind-movement = movement
item-kind-welcome = welcome
item-kind-courtesy-call = courtesy call
item-kind-talks = talks
item-kind-one-on-one = one-on-one
item-kind-briefing = briefing
item-kind-tour = tour
item-kind-company-visit = company visit
item-kind-ceremony = ceremony
item-kind-signing = signing
item-kind-speech = speech
item-kind-group-photo = group photo
item-kind-press-event = meeting with the press
item-kind-meal = meal
item-kind-reception = reception
item-kind-culture = culture
item-kind-rest = rest
item-kind-free = free
item-kind-other = other

item-status-tentative = to be confirmed
item-status-confirmed = confirmed
item-status-cancelled = cancelled

visibility-guests = guests and hosts
visibility-public = public: guests and press
visibility-staff = staff only
visibility-confidential = confidential

clock-change-not-asked = not stated
clock-change-first = the first of two
clock-change-second = the second of two

act-kind-speech = speech
act-kind-toast = toast
act-kind-guest-book = guest book
act-kind-plaque = plaque
act-kind-photo = photo
act-kind-gift = gift
act-kind-flowers = flowers
act-kind-anthem = anthem
act-kind-ribbon = ribbon
act-kind-other = other

happened-open = open
happened-as-planned = as planned
happened-changed = changed
happened-did-not-happen = did not happen

mode-car = car
mode-walk = walk
mode-minibus = minibus
mode-coach = coach
mode-train = train
mode-flight = flight
mode-ship = ship
mode-other = other

vehicle-kind-car = car
vehicle-kind-minibus = minibus
vehicle-kind-coach = coach
vehicle-kind-escort = escort
vehicle-kind-luggage = luggage
vehicle-kind-ambulance = ambulance
vehicle-kind-other = other

room-kind-single = single
room-kind-double = double
room-kind-twin = twin
room-kind-suite = suite
room-kind-office = office
room-kind-other = other

car-seat-any = any seat
car-seat-rear-right = rear right
car-seat-rear-left = rear left
car-seat-rear-middle = rear middle
car-seat-front = front

note-kind-read-ahead = read-ahead
note-kind-talking-points = talking points
note-kind-biography = biography
note-kind-background = background
note-kind-sensitive = sensitive

note-visibility-staff = staff only
note-visibility-principal = principal and staff
note-visibility-guests = guests too
note-visibility-confidential = confidential

stance-raise = raise
stance-respond-if-asked = respond if asked
stance-avoid = avoid

name-order-given-first = given name first
name-order-family-first = family name first

party-role-member = member
party-role-head = head of delegation
party-role-deputy = deputy head
party-role-partner = spouse or partner
party-role-interpreter = interpreter
party-role-note-taker = note taker
party-role-staff = staff
party-role-security = security
party-role-press = press
party-role-liaison = liaison officer
party-role-greeter = greeter
party-role-driver = driver

tenure-in-office = in office
tenure-acting = acting
tenure-former = former
tenure-designate = designate

rsvp-expected = expected
rsvp-confirmed = confirmed
rsvp-declined = declined
rsvp-unknown = not known

diet-unknown = not known
diet-none = eats everything
diet-vegetarian = vegetarian
diet-vegan = vegan
diet-halal = halal
diet-kosher = kosher
diet-no-pork = no pork
diet-no-beef = no beef
diet-no-seafood = no seafood
diet-other = other

side-guest = guests
side-host = hosts

category-official = official
category-state = state
category-working = working
category-courtesy-call = courtesy call
category-study-or-trade = study or trade mission
category-private = private

status-draft = draft
status-confirmed = confirmed
status-under-way = under way
status-done = done
status-cancelled = cancelled

approval-not-asked = not asked for
approval-submitted = submitted
approval-approved = approved
approval-refused = refused

## model: kinds of record

kind-delegation = delegation
kind-group = group
kind-person = person
kind-place = place
kind-item = item
kind-vehicle = vehicle
kind-room = room
kind-note = note
kind-task = task
kind-gift = gift
kind-agreement = agreement
kind-follow-up = promise
kind-arrangement = arrangement

## model: names of fields

field-id = id
field-item = item
field-kind = kind
field-title = title
field-counterpart-ranks = counterpart, in ranks away
field-traffic = traffic
field-even = even numbers, Chinese domestic
field-alternating = guests and hosts alternate
field-host-drives = the host drives
field-flag-order = flags
field-left = left
field-top = top
field-width = width
field-height = height
field-photo-crop = part of the photo
field-convention = convention
field-interpreters = interpreters
field-seats = seats
field-tables = tables
field-placed = placed
field-wishes = wishes
field-overrides = departures from the order
field-remarks = remarks
field-person = person
field-table = table
field-slot = slot
field-locked = locked
field-people = people
field-reason = reason
field-before = before
field-what = what
field-direction = direction
field-giver = giver
field-receiver = receiver
field-presenter = presenter
field-value = value
field-status = status
field-ready-by = ready by
field-reciprocity-agreed = reciprocity agreed
field-location = location
field-accountable = accountable
field-parties = parties
field-witnesses = witnesses
field-languages = languages
field-originals = originals
field-text-state = text state
field-pens-and-folders = pens and folders
field-assistants-briefed = assistants briefed
field-summary = summary
field-signed = signed
field-name = name
field-person-name = name
field-signatory = signatory
field-assistant = assistant
field-keeps = which original it keeps
field-owner = owner
field-owner-body = body that owns it
field-due = due
field-done = done
field-done-on = done on
field-agreement = agreement
field-when = time
field-zone = zone
field-end-zone = zone of the end
field-clock-change = clock change
field-visibility = visibility
field-fixed = fixed
field-place = place
field-room = room
field-outdoor = outdoor
field-rain-place = rain venue
field-rain-plan-on = rain plan on
field-attendance = who takes part
field-head-count = head count
field-hosted-by = hosted by
field-met-by = met by
field-farewelled-by = seen off by
field-escorts = escorts
field-responsible = responsible
field-note-takers = note takers
field-dress = dress
field-staff-remarks = remarks for staff
field-acts = special acts
field-press = press
field-journey = journey
field-steps = sub-lines
field-alternatives = alternatives
field-chosen = chosen
field-briefing = briefing
field-cost = cost
field-outcome = outcome
field-calendar = calendar
field-uid = UID in calendars
field-instance = occurrence in a series
field-sequence = version in calendars
field-digest = content last sent
field-sent = sent to
field-at = at
field-who = who acts
field-internal = for staff alone
field-details = details
field-call-time = call time
field-call-place = where the press gathers
field-may-film = what may be filmed
field-contact = contact
field-label = label
field-happened = happened
field-said = what was said
field-began = began at
field-ended = ended at
field-lessons = lessons
field-by = by
field-text = text
field-address = address
field-city = city
field-country = country
field-capacity = capacity
field-rain-venue = rain venue
field-opens = opening hours
field-phone = phone
field-access = access
field-from = from
field-to = to
field-mins = minutes
field-least = least
field-most = most
field-mode = mode
field-number = number
field-travel = travel time
field-loading-mins = loading time, in minutes
field-rides = vehicles and riders
field-customs = customs
field-lounge = lounge
field-lounge-access = who may enter the lounge
field-luggage = luggage
field-vehicle = vehicle
field-riders = riders
field-liaison = liaison officer
field-seat = seat
field-plate = plate
field-driver = driver
field-hotel = hotel
field-desired-outcome = desired outcome
field-body = body
field-note-body = text
field-talking-points = talking points
field-items = items
field-author = author
field-topic = topic
field-stance = stance
field-question = question
field-answer = answer
field-family-name = family name
field-name-order = name order
field-spoken = spoken
field-honorific = honorific
field-post-nominals = letters after the name
field-address-in-speech = address in speech
field-address-in-writing = address in writing
field-place-card = place card
field-post = post
field-role = role
field-tenure = tenure
field-in-post-since = in post since
field-rank = rank
field-partner = partner
field-diet = diet
field-diet-details = diet details
field-taboos = taboos
field-needs = special needs
field-email = e-mail
field-phone-for-guests = phone on guests’ papers
field-biography = biography
field-photo = photo
field-earlier-visits = earlier visits
field-visit = visit
field-side = side
field-head = head
field-deputy = deputy
field-members = members
field-notified-on = announced on
field-arrives = arrives at
field-leaves = leaves at
field-delegations = delegations
field-groups = groups
field-except = all but
field-about = details of the visit
field-places = places
field-travel-times = travel times
field-vehicles = vehicles
field-rooms = rooms
field-notes = notes
field-tasks = tasks
field-gifts = gifts
field-agreements = agreements
field-follow-ups = promises
field-arrangements = arrangements
field-issues = issued papers
field-dismissals = dismissed findings
field-subtitle = subtitle
field-category = category
field-approval = approval
field-first-day = first day
field-last-day = last day
field-language = language
field-reception-level = reception level
field-basis = basis of the visit
field-guest-objectives = guest objectives
field-host-objectives = host objectives
field-principal = principal
field-guest-of-honour = guest of honour
field-host = host
field-co-host = co-host
field-host-delegation = host delegation
field-action-officer = action officer
field-meeting-point = meeting point
field-confidential-until = confidential until
field-local-head-first = local head ranks first
field-classification = classification
field-lines-to-take = lines to take
field-source = source
field-limits = limits
field-press-coverage = press coverage
field-thank-you-sent = thank-you letters sent
field-unbroken-mins = longest stretch without a break, in minutes
field-interpreter-mins = longest stretch for one interpreter, in minutes
field-greeters-mins = greeters ahead of landing, in minutes
field-room-ready-mins = room ready ahead, in minutes
field-tour-group-people = people in a walking group
field-paper = paper
field-audience = audience
field-version = version
field-holders = holders
field-snapshot = snapshot
field-check = check
field-things = things
field-measure = measure

## diff: changes as sentences

diff-added = { $kind } “{ $name }”{ $when } added
diff-removed = { $kind } “{ $name }”{ $when } removed
diff-reordered = { $kind } “{ $name }” moved in the list
diff-field-of = “{ $name }”: { $field }
diff-field-of-visit = visit: { $field }
diff-changed = { $what } changed
diff-set = { $what } is now “{ $to }”
diff-cleared = { $what } no longer “{ $from }”
diff-from-to = { $what } from “{ $from }” to “{ $to }”
diff-short-of = { $field } of “{ $name }”
diff-short-of-visit = { $field } of the visit
diff-yes = yes
diff-no = no

## edit: steps and refusals

edit-gone = the { $kind } “{ $id }” is no longer in the visit
edit-id-taken = there is already a { $kind } with the id “{ $id }”
edit-no-id = a new { $kind } has no id
edit-unsound = that cannot be: { $cause }
edit-read-only = this visit was made by a newer version and is open for reading only
edit-label-more = { $first }, and { $more } more


## projection: whom a paper is for

audience-guest = guests
audience-staff = staff
audience-media = press

## words: dates

date-range = { $first } – { $last }
date-range-days = { $first }–{ $last }
date-moment = { $date }, { $time }

## words: causes the system gives

cause-not-found = there is no such file or folder
cause-not-allowed = you may not do that here
cause-exists = there is already a file of that name
cause-full = the disk is full
cause-quota = your space on the disk is used up
cause-read-only = the disk can only be read
cause-folder = it is a folder, not a file
cause-no-folder = a part of the path is no folder
cause-busy = another program is using it
cause-network = the network drive does not answer

## paper: titles

paper-programme = Programme
paper-minute-sheet = Minute sheet
paper-seating-plans = Seating plans
paper-plans-none = No arrangement is planned yet.
paper-plan-rule = places: { $rule }
paper-plan-scale = 1 m
paper-plan-unseated = Without a place: { $people }
paper-arrivals = Arrivals and departures
paper-vehicle-list = Vehicle list
paper-room-list = Room list
paper-task-list = Duties and tasks
paper-gift-list = Gift list
paper-list-none = There is nothing on this list yet.
paper-list-arrivals = Arrivals
paper-list-departures = Departures
paper-list-number = Flight or train
paper-list-way = From – to
paper-list-driver = Driver
paper-list-riders = Passengers
paper-list-liaison = Liaison officer
paper-list-room = Room
paper-list-kind = Kind
paper-list-people = Guests
paper-list-from = From
paper-list-to = To
paper-list-open = Open
paper-list-done = Done
paper-list-due = Due
paper-list-task = Task
paper-list-owner = Owner
paper-list-for = For
paper-list-to-guests = To the guests
paper-list-from-guests = From the guests
paper-list-gift = Gift
paper-list-giver = From
paper-list-receiver = To
paper-list-presenter = Handed over by
paper-list-when = At
paper-list-value = Value
paper-list-state = State
paper-list-kept = Kept
paper-list-ready-by = ready by { $day }
paper-of = { $paper } of { $whose }
cli-papers = List the papers that can be printed
cli-arg-print-all = Every paper, each into a file of its own; -o names a folder
cli-arg-print-person = The programme of one person alone, by id
cli-arg-print-each = For every guest a file of their own; -o names a folder
paper-own-vehicle = You ride in { $vehicle }
paper-own-car = You ride in { $vehicle }, { $seat }
paper-own-seat = Your place, { $plan }: { $seat }
paper-own-room = Room: { $number }, { $hotel }
paper-place-cards = Place cards
paper-tent-cards = Tent cards
paper-name-badges = Name badges
paper-door-list = Door list
paper-diet-list = Diet list for the kitchen
paper-signing-script = Signing script
paper-list-name = Name
paper-list-scripts = In other scripts
paper-list-post = Post
paper-list-party = Delegation
paper-list-diet = Diet
paper-list-diet-unknown = not known: ask
paper-list-all-eat = Everyone eats everything
paper-list-step = Step
paper-sign-enter = Everyone takes their places behind the table, each side behind its signatory
paper-sign-sit = The signatories sit: the host at the left, the guest at the right as they see it
paper-sign-assist = The assistants stand at the outer side and open the folders
paper-sign-first = { $party } signs first the original it keeps
paper-sign-first-keeps = { $party } signs first the original it keeps ({ $keeps })
paper-sign-swap = The assistants swap the originals
paper-sign-second = Each signs the other original
paper-sign-exchange = The signatories stand, exchange the originals and shake hands
paper-sign-photo = Toast and photograph
paper-media-programme = Media programme
paper-wrong-reader = Could not make “{ $paper }”: it is for { $wanted }, not for { $given }
paper-labelled = { $label }: { $text }
paper-document-title = { $paper } – { $title }

## paper: people

paper-guests = Guests
paper-hosts = Hosts
paper-contact = Contact
paper-press-contact = Press contact
paper-action-officer = Action officer
paper-head = head of delegation
paper-deputy = deputy head of delegation
paper-liaison = liaison officer
paper-post-with-body = { $post }, { $body }
paper-person-with-post = { $name } ({ $post })
paper-person-with-phone = { $name }, { $phone }
paper-list-separator = {", "}
paper-both-sides = Both sides
paper-all-but = { $all } (without { $except })
paper-head-count = { $count } people

## paper: times

paper-to-confirm = ……
paper-time-range = { $from } – { $to }
paper-about = about { $time }
paper-not-before = not before { $time }
paper-ends-on = ends { $day }
paper-zone-start = { $offset }
paper-zone-end = { $end } is { $offset }
paper-clock-first = before the clocks change
paper-clock-second = after the clocks change
paper-mins = { $mins } min
paper-mins-range = { $least }–{ $most } min
paper-all-tentative = All of this is still to be confirmed
paper-unscheduled = Day to be confirmed
paper-continued = { $day }, continued

## paper: lines of an item

paper-venue = Venue { $place }
paper-place-with-room = { $place }, { $room }
paper-rain-venue = { $place } (rain: { $rain })
paper-rain-moved = { $place } (moved from { $from } because of the weather)
paper-journey = Journey { $time }
paper-flight = Flight { $number }
paper-train = Train { $number }
paper-from-to = { $from } – { $to }
paper-from = From { $place }
paper-to = To { $place }
paper-lounge = Lounge: { $lounge }
paper-hosted-by = Hosted by { $people }
paper-met-by = Met by { $people }
paper-farewelled-by = Seen off by { $people }
paper-escorted-by = Escorted by { $people }
paper-interpreter = Interpreter: { $people }
paper-note-taker = Note taker: { $people }
paper-languages = Languages: { $languages }
paper-dress = Dress: { $dress }
paper-meeting-point = Meeting point: { $place }
paper-act = { $act }: { $people }
paper-act-details = { $act }: { $details }
paper-act-people-details = { $act }: { $people } – { $details }
paper-alternative = { $label }: { $title }
paper-alternative-when = { $label }: { $title }, { $when }
paper-alternative-at = { $text }, { $place }
paper-alternative-chosen = { $text } (chosen)
paper-tentative = To be confirmed
paper-cancelled = Cancelled

## paper: for staff

paper-ride = { $vehicle }: { $riders }
paper-driver = driving: { $driver }
paper-on-board = liaison: { $person }
paper-place-contact = On site: { $contact }
paper-loading = Loading { $mins } min
paper-lounge-access = Lounge: { $people }
paper-diets = Diets: { $diets }
paper-diet-count = { $count } × { $diet }
paper-gift-to = Gift to { $receiver }: { $what }
paper-gift = Gift: { $what }
paper-column-time = Time
paper-column-what = What
paper-column-who = Who
paper-column-vehicle = Vehicle
paper-column-met-by = Met by
paper-column-responsible = Responsible
paper-column-remarks = Remarks
paper-column-call = Call time
paper-column-may-film = May be filmed

## paper: for the press

paper-call-time = In place by { $time }
paper-embargo = Not for publication before { $moment }

## paper: the foot of the page

paper-draft = Draft
paper-version = Version { $version }
paper-issued = issued { $moment }
paper-replaces = replaces version { $version }
paper-replaces-of = replaces version { $version } of { $moment }
paper-subject-to-change = events subject to change
paper-mark = a bar in the margin marks what changed
paper-page = Page {"{n}"} of {"{m}"}
## library: the list of visits, new ones, what becomes of files

library-folder-unreadable = Could not read the folder: { $cause }
    { $path }
library-not-written = Could not write the file: { $cause }
    { $path }
library-newer = Could not change or copy the visit: it was made by a newer version
    { $path }
library-name-taken = There is already a file of that name
    { $path }
library-name-form = “{ $name }” cannot be the name of a file
library-not-trashed = Could not move the visit to the trash: { $cause }
    { $path }
library-copy-title = { $title } (copy)

## check: how sentences are put together

check-comma = ,{ " " }
check-and-more = { $names } and { $more } more
check-language-pair = { $first }–{ $second }

severity-error = error
severity-warning = warning
severity-notice = notice

## check: what each looks for and why

check-overlap-summary = Nobody is in two items at once
check-overlap-why = A person can be in one place only. Groups that split run in parallel, so it is tested for each person; back to back is fine, the same start is not.
check-transfer-summary = There is time for the way between two places
check-transfer-why = A late motorcade delays everything behind it. The longest stated travel time counts, with the minutes for getting in and closing the doors.
check-leave-line-summary = Guests are taken from one place to the next
check-leave-line-why = Where the programme has no line for the way, nobody orders the cars and nobody knows when to be at the door.
check-to-confirm-summary = Time, place, host and contact of every item are known
check-to-confirm-why = What is open must be seen to be open: papers print it as dots, and somebody has to ask for it.
check-rain-plan-summary = An outdoor item names a rain venue
check-rain-plan-why = On the morning of a wet day there is no time left to find a room.
check-diet-summary = What every guest at a meal eats is known
check-diet-why = A dish that a guest may not eat embarrasses the host, and an allergy is dangerous. The kitchen needs the list of those with needs.
check-interpreter-summary = Where two languages meet there is an interpreter
check-interpreter-why = Without an interpreter of that very pair the talk does not take place; one person alone tires after two hours.
check-contact-summary = A number for the day stands on the delegation’s programme
check-contact-why = A guest who is lost, late or ill needs one number that is answered.
check-names-summary = Names are complete, and nobody is listed twice
check-names-why = A missing script or post spoils place cards and papers; two spellings of one person make two seats.
check-hosts-limit-summary = The visit lies within its dates, and items end after they start
check-hosts-limit-why = A slip in a date or an end before its start upsets every paper made from it.

## check: findings

check-overlap = { $people } { $count ->
    [one] is
   *[other] are
} expected at “{ $first }” ({ $first_time }) and at “{ $second }” ({ $second_time })
check-transfer-own = “{ $item }” ({ $time }) has { $planned } min, but the way takes up to { $needed } min with loading
check-transfer-gap = { $people }: { $planned } min from “{ $first }” to “{ $second }” ({ $time }), but the way from { $from } to { $to } takes up to { $needed } min with loading
check-transfer-unknown = How long it takes from { $from } to { $to } is not stated
check-leave-line = Nothing says how { $people } { $count ->
    [one] gets
   *[other] get
} from { $from } to { $to } for “{ $item }”
check-to-confirm = “{ $item }”: { $what } to be confirmed
check-open-time = time
check-open-place = place
check-open-host = host
check-open-contact = contact
check-open-status = whether it takes place
check-open-clock = which of two hours on the day the clocks change
check-rain-plan = “{ $item }” is outdoors and names no rain venue
check-rain-plan-wet = “{ $item }” is outdoors, and so is its rain venue { $place }
check-diet-unknown = What { $people } { $count ->
    [one] eats
   *[other] eat
} at “{ $item }” is not known
check-diet-needs = For the kitchen of “{ $item }”: { $needs }
check-diet-details = { $diet }: { $details }
check-diet-need = { $person } ({ $diet })
check-interpreter-none = “{ $item }” has no interpreter { $pair }
check-interpreter-unknown = Whether { $person } interprets { $pair } at “{ $item }” is not known
check-interpreter-silent = “{ $item }” states no language, but { $guest } speaks { $guest_language } and { $host } { $host_language }
check-interpreter-long = { $person } interprets alone for { $mins } min from “{ $item }” on; relief is due after { $most }
check-contact-none = No contact for the day is named
check-contact-declined = The contact { $person } is not coming
check-contact-no-phone = The contact { $person } has no telephone number
check-contact-hidden = The number of the contact { $person } is not on the guests’ papers
check-names-lack = { $person }: { $what }
check-names-name = neither name nor post
check-names-script = no name in { $language }
check-names-latin = Latin letters
check-names-post = no post
check-names-twice = “{ $one }” and “{ $other }” look like one person
check-dates-backwards = The visit ends on { $last }, before its first day { $first }
check-dates-unknown = The dates of the visit are not stated
check-outside-dates = “{ $item }” ({ $time }) lies outside the dates of the visit
check-ends-before = “{ $item }” ({ $time }) does not end after it starts

## check: fixes

check-fix-move = Move “{ $item }” to { $time }
check-fix-move-label = “{ $item }” moved, with what follows
check-fix-leave-out = Leave { $people } out of “{ $item }”
check-fix-movement = Add a movement from { $from } to { $to }
check-fix-movement-title = { $from } to { $to }
check-fix-name = Name { $people } for “{ $item }”
check-fix-rain = In rain, hold “{ $item }” at { $place }
check-fix-interpreter = Let { $person } interpret at “{ $item }”
check-fix-show-phone = Show the number of { $person } to the guests
check-fix-contact = Make { $person } the contact
check-fix-dates = Let the visit last from { $first } to { $last }
check-fix-next-day = Let “{ $item }” end on the next day
status-unknown = { $count } not known
findings-open = { $severity } ({ $count })
findings-unknown-hint = Neither mistakes nor fine: say what is missing, or dismiss them.
findings-dismissed = Dismissed ({ $count })
findings-none-open = Nothing is open
findings-limits = Rules and limits…
limits-title = Rules and limits
limits-hint = What this visit states comes first, then the office’s own limit, then the usual one. Empty: the next one holds.
limits-visit = This visit: { $limit }
limits-office = The office: { $limit }
limits-usual = Usual: { $usual }
limits-rest = Usual: none, the rule rests until one is stated
limits-source = Source: { $source }
limits-unreadable = Could not read the office’s settings: { $cause }
    { $path }
limits-not-kept = Could not keep the office’s settings: { $cause }
    { $path }
cli-check-unknown = { $summary }; { $count } not known
cli-check-more = { $rule }: { $count } not known (shown with --all)
cli-check-dismissed-line = dismissed [{ $check }] { $message } — { $reason }
cli-arg-all = show everything: what is not known one by one, and what was dismissed with its reason
cli-arg-rules = list every rule with its severity, limits and source
cli-arg-check-library = the folder of visits that earlier visits are looked up in; its limits hold
cli-check-rule = [{ $check }] { $severity }: { $rule }

## check: the rules of preparing a visit

severity-unknown = not known
source-plan = follows from the plan
source-handbooks = public protocol handbooks (PROTOCOL section 6)
source-chinese-manuals = Chinese manuals of protocol (PROTOCOL section 5, CN9)
source-holiday-laws = published holiday laws and announcements
source-gift-rules = rules on gifts to officials (41 CFR 102-42.80)
check-buffer-summary = Briefings leave time for questions, and nobody goes on for hours without a stop
check-buffer-why = Questions are what guests came for, and after some three hours people need a room to go to.
check-buffer-unbroken = { $people } { $count ->
        [one] has
       *[other] have
    } { $mins } min without a stop from “{ $first }” to “{ $last }”; { $most } is the most
check-buffer-questions = “{ $item }” leaves { $mins } min for questions, not { $least }
check-buffer-questions-unknown = Whether “{ $item }” leaves time for questions is not stated: it has no lines within
check-fix-stop-title = Comfort stop
check-fix-stop = Add a stop of { $mins } min after “{ $item }”
check-fix-longer = Let “{ $item }” last { $time }
check-jet-lag-summary = After a long journey the first day is light
check-jet-lag-why = After three or more time zones or a day’s travel guests tire early; a rest before the evening saves the banquet.
check-jet-lag-unknown = Whether { $delegation } comes from another time zone is not stated: neither the flight nor the country says it
check-jet-lag-dense = { $people } { $count ->
        [one] has
       *[other] have
    } { $mins } min of work on the day of a long journey; { $most } is the most
check-jet-lag-restless = { $people } { $count ->
        [one] has
       *[other] have
    } { $free } min free before “{ $item }” on the day of a long journey, not { $least }
check-fix-rest-title = Rest
check-fix-rest = Add rest of { $mins } min before “{ $item }”
check-meal-summary = Nobody misses a meal
check-meal-why = Who is in items from 11:30 to 14:00 or from 18:00 to 20:30 without a meal goes hungry, and so do the staff who work there.
check-meal-midday = { $people } { $count ->
        [one] has
       *[other] have
    } no meal at midday on { $day }, and { $free } min free at the most
check-meal-evening = { $people } { $count ->
        [one] has
       *[other] have
    } no meal in the evening on { $day }, and { $free } min free at the most
check-fix-lunch-title = Lunch
check-fix-dinner-title = Dinner
check-fix-meal = Add { $meal } of { $mins } min after “{ $item }”
check-orientation-summary = Guests are briefed before the first site visit
check-orientation-why = Who knows what a site is for sees more and asks better.
check-orientation = { $people } { $count ->
        [one] sees
       *[other] see
    } “{ $site }” ({ $site_time }) before “{ $briefing }” ({ $briefing_time })
check-orientation-none = No briefing prepares the guests for “{ $item }”
check-opening-summary = Places are open while the visit is there
check-opening-why = A delegation before a closed door is what everyone remembers of the day.
check-opening = “{ $item }” ({ $time }) is outside the hours of { $place }: { $hours }
check-opening-closed = { $place } is closed on the day of “{ $item }” ({ $time })
check-opening-unread = Whether { $place } is open for “{ $item }” cannot be told: “{ $text }”
check-counterpart-summary = A guest principal is met by a host of similar rank
check-counterpart-why = To be received two ranks below one's own is read as a message.
check-counterpart = { $name } (rank { $own }) meets nobody of similar rank: the nearest is { $host } (rank { $rank }) at “{ $item }”
check-counterpart-none = No meeting with a host is planned for { $name }
check-counterpart-unknown = Whether { $name } meets a counterpart cannot be told: the rank is not stated
check-counterpart-hosts-unknown = Whether { $name } meets a counterpart cannot be told: no rank of a host is stated
check-fix-counterpart = Add { $name } to “{ $item }”
check-seating-summary = Everyone at a seated item has one seat
check-seating-why = Nobody is to look for a chair while the cameras run, and the guest of honour sits where honour is.
check-seating-unseated = “{ $plan }” has no seat for { $people }
check-seating-absent = “{ $plan }” keeps a place for { $people }, who is not there
check-seating-head = “{ $plan }”: { $name } has { $is }; by rank it is { $honour } ({ $rule })
check-seating-apart = “{ $plan }”: { $people } sit side by side and are to sit apart ({ $reason })
check-seating-together = “{ $plan }”: { $people } are to sit together and do not ({ $reason })
check-seating-one-side = “{ $plan }” has people of one side alone
check-seating-none = Where people sit at “{ $item }” is not planned
check-fix-seating-free = Free the place of { $people }
check-fix-seating-head = Give { $name } the place of honour
check-flags-summary = A signing has one flag for each country present
check-flags-why = A flag that is missing, or one too many, is in every photograph.
check-flags = No flags are planned for “{ $item }”
check-flags-host = Which flags stand at “{ $item }” cannot be told: the country of the visit is not stated
check-flags-guest = Which flags stand at “{ $item }” cannot be told: the country of { $name } is not stated
check-fix-flags = Plan the flags of “{ $item }”
check-tour-length-summary = A full tour of a site has its time
check-tour-length-why = A site seen in a hurry is remembered as a corridor: a full tour takes about 90 minutes unhurried.
check-tour-length = “{ $item }” has { $mins } min; a full tour takes about { $usual } unhurried
check-tour-length-unknown = How long “{ $item }” takes is not stated
check-head-count-summary = Every room holds its people, and tours go in small groups
check-head-count-why = Fire limits, chairs and headsets are counted in people; beyond about ten nobody hears the guide.
check-head-count = “{ $item }” has { $count } people, and { $place } holds { $holds }
check-head-count-unknown = How many people { $place } holds is not stated; “{ $item }” has { $count }
check-head-count-groups = “{ $item }” takes { $count } people: { $groups } groups of about { $most }, and { $guides ->
    [one] { $guides } guide is named
   *[other] { $guides } guides are named
}
check-head-count-flow = “{ $item }” takes { $count } people in { $mins } min; a site takes about { $most } an hour
check-fix-larger = Hold “{ $item }” at { $place }
check-greeters-summary = Guests are met where they arrive, and seen off
check-greeters-why = The first face is the visit’s first impression. Greeters stand at the gate 15 minutes before landing.
check-greeters-none = Nobody meets the guests of “{ $item }”
check-greeters-farewell = Nobody sees the guests of “{ $item }” off
check-greeters-unknown = When the greeters of “{ $item }” are due is not known: it has no time
check-greeters-late = { $person } should be there { $mins } min before “{ $item }” arrives, but is at “{ $other }” ({ $time })
check-room-ready-summary = A room is reset before it is used again
check-room-ready-why = Tables, name cards, water and microphones take half an hour; guests must not see the cups of the meeting before.
check-room-ready = { $room } has { $gap } min between “{ $first }” and “{ $second }”; setting it takes { $least }
check-room-ready-unknown = Whether “{ $first }” and “{ $second }” share a room at { $place } is not stated
check-holiday-summary = Rest days and public holidays of either side are known
check-holiday-why = On a rest day offices are shut and roads are full; on the guests’ own holiday they give up something.
check-holiday = { $day } is a public holiday in { $country }: { $count ->
        [one] “{ $item }”
       *[other] “{ $item }” and what else is on that day
    }
check-holiday-rest = { $day } is the weekly rest day in { $country }: { $count ->
        [one] “{ $item }”
       *[other] “{ $item }” and what else is on that day
    }
check-holiday-unknown = Which days are public holidays is not known: { $years }
check-holiday-year = { $country } { $year }
check-holiday-no-country = The public holidays of { $country } are not known
check-holiday-of-whom = The country of { $delegation } is not stated, nor therefore its holidays
check-holiday-no-host = The host country is not stated, nor therefore its holidays
check-alternatives-summary = An unsure arrival has an alternative, and one is chosen
check-alternatives-why = With plans A and B ready, a delay is a decision and not a crisis.
check-alternatives-unsure = “{ $item }” ({ $time }) is not sure and has no alternative
check-alternatives-no-such = Of “{ $item }” alternative { $chosen } is chosen, which there is not
check-fix-choose = Choose alternative { $label } of “{ $item }”
check-fix-itself = Take “{ $item }” as it stands
check-gifts-summary = Gifts are ready, fair, never the same twice, and registered
check-gifts-why = A gift that is late, smaller than a neighbour’s or the same as last time says the wrong thing; above a value the law wants it in the register.
check-gifts-no-receiver = Who gets “{ $gift }” is not decided
check-gifts-late = “{ $gift }” is to be ready by { $ready }, but is due on { $day }
check-gifts-not-ready = “{ $gift }” was due on { $day } and is still: { $status }
check-gifts-ready-unknown = By when “{ $gift }” is ready is not stated; it is due on { $day }
check-gifts-again = { $person } got “{ $gift }” already on “{ $visit }”
check-gifts-value-unknown = Whether “{ $gift }” goes into the register is not known: its value is not stated (limit { $limit })
check-gifts-register = “{ $gift }” ({ $value }) goes into the register from { $limit } on: say where it is and who accounts for it
check-gifts-without = { $one } gets a gift, and { $other } of the same rank none
check-gifts-unequal = “{ $one }” ({ $value }) and “{ $other }” ({ $other_value }) go to guests of the same rank
check-fix-ready-by = Let it be ready by { $day }
check-signing-kit-summary = A signing has all it needs
check-signing-kit-why = One missing original or an unbriefed assistant stops a ceremony in front of the cameras.
check-signing-kit = For “{ $agreement }” is missing: { $what }
check-signing-kit-none = No agreement belongs to “{ $item }”
check-signing-text = final text
check-signing-languages = languages
check-signing-copies = an original for each party
check-signing-parties = two parties
check-signing-signatories = signatories
check-signing-assistants = signing assistants
check-signing-alternat = which original each party keeps
check-signing-pens = pens and folders
check-signing-briefed = briefing of the assistants
check-signing-absent = signatory or assistant among those present
check-fix-copies = Make { $count } originals
check-press-summary = The press is called in time, and nothing is public too soon
check-press-why = Cameras that come late disturb; news before the announcement embarrasses both sides.
check-press-none = What the press may do at “{ $item }” is not stated
check-press-unknown = When the press is called to “{ $item }” is not stated
check-press-late = The press is called to “{ $item }” at { $call }, but it begins at { $start }
check-press-too-soon = “{ $item }” is public, but nothing is before { $until }
check-fix-call = Call the press at { $time }
check-fix-not-public = Keep “{ $item }” from the press
check-diners-cap-summary = Not too many hosts at the table
check-diners-cap-why = Where the rule on accompanying diners holds: up to ten guests at most three hosts, above ten at most a third of the guests.
check-diners-cap = “{ $item }” has { $hosts } hosts for { $guests } guests; the rule allows { $most }
check-papers-summary = Papers are ready some working days before
check-papers-why = A read-ahead handed over in the car is not read: two working days before a meeting, five before an event, the background a week before.
check-papers-overdue = “{ $paper }” was due on { $day }, { $days } days ago
check-papers-unknown = By when “{ $paper }” is ready is not stated; it is due on { $day }
check-papers-late = “{ $paper }” is planned for { $planned }, but is due on { $day }
check-fix-due = Make it due on { $day }
check-vehicles-summary = Everyone who moves has a seat
check-vehicles-why = At the kerb nobody can count: who has no seat on a list is left behind, and the principal without a liaison officer has nobody to ask.
check-vehicles-unknown = Who rides where on “{ $item }” is not stated
check-vehicles-size = How many seats { $vehicle } of “{ $item }” has is not stated
check-vehicles-full = { $vehicle } on “{ $item }” has { $count } passengers and { $seats ->
    [one] { $seats } seat
   *[other] { $seats } seats
}
check-vehicles-seat = { $people } { $count ->
        [one] has
       *[other] have
    } no seat on “{ $item }”
check-vehicles-liaison = No liaison officer rides with { $head } on “{ $item }”
check-vehicles-twice = { $vehicle } is on “{ $first }” ({ $first_time }) and on “{ $second }” ({ $second_time })
check-fix-seat = Seat { $people } on “{ $item }”
check-history-summary = Earlier visits, gifts and open promises are known
check-history-why = Guests remember what was said and given; a promise still open is the first thing they may ask about.
check-history-unknown = Earlier visits of the principal and the delegations have not been looked up
check-history-visit = { $title } ({ $day })
check-history = Earlier visits of { $who }: { $visits }
check-history-gifts = Earlier visits of { $who }: { $visits }; gifts then: { $gifts }
check-history-promises = Still open from earlier visits of { $who }: { $what }
check-milestones-summary = What is due by date is done
check-milestones-why = Sites are walked four weeks and again a week before, the route the day before; afterwards come thanks, promises and the report.
check-milestone-sites = look at the sites
check-milestone-advance = walk every site with the advance party
check-milestone-walk = walk-through of the whole programme
check-milestones-task = “{ $task }” was due on { $day }
check-milestones-task-of = “{ $task }” ({ $owner }) was due on { $day }
check-milestones-missing = No task is planned for: { $what }
check-milestones-status = The visit ended on { $day }, but is still: { $status }
check-milestones-promise = “{ $promise }” was promised for { $day }
check-milestones-gift = Whether “{ $gift }” was handed over is not noted; it is still: { $status }
check-milestones-thanks = No thanks are noted { $days } days after the visit
check-fix-done = It is done
check-fix-tasks = Add { $count } tasks
check-fix-visit-done = The visit is over
check-fix-thanked = Thanks were sent
field-question-mins = time for questions, in minutes
field-meal-mins = time for a meal, in minutes
field-jet-lag-hours = time difference, in hours
field-first-day-mins = work after a long journey, in minutes
field-tour-mins = full tour, in minutes
field-tour-people-an-hour = people on a tour in an hour
field-gift-days = gifts ready, in days before
field-gift-value = gifts registered from this value on
field-hosts-at-ten = hosts for up to ten guests
field-meeting-paper-days = papers for a meeting, in working days before
field-event-paper-days = papers for an event, in working days before
field-background-days = background, in days before the visit

## store: files

store-empty = the file is empty
store-too-large = the file is larger than { $most } MB, so it is no visit
store-not-text = line { $place }: the file is not text in UTF-8, so it is no visit
store-no-format = the file does not say its format: the first field of a visit is “format: 1”
store-newer = the file was made by a newer version of Retinue (format { $format }); update to open it
store-newer-broken = the file was made by a newer version of Retinue (format { $format }) and cannot be shown: { $cause }
store-hidden = line { $place } holds the hidden character { $code }
store-hidden-in = line { $place }, field “{ $field }”, holds the hidden character { $code }
store-more = … and { $count } more
store-eof = the file ends too early
store-trailing = something stands behind the end of the visit
store-too-deep = brackets are nested too deep
store-expected-text = a text in quotes is expected
store-expected-list = a list is expected: [ … ]
store-expected-number = a number is expected
store-number-bounds = the number is too large or too small
store-expected-bool = true or false is expected
store-expected-record = a record is expected: { $name }( … )
store-other-record = { $expected } is expected, not { $found }
store-expected-comma = a comma or the closing bracket is expected
store-no-field = there is no field “{ $found }”, only { $known }
store-field-twice = the field “{ $name }” stands twice
store-no-choice = “{ $found }” is none of { $known }
store-syntax = line { $place }: { $cause }
store-syntax-in = line { $place }, field “{ $field }”: { $cause }
store-form = the visit cannot be written: { $cause }
store-different = the visit would not be read back as it is
store-not-opened = Could not open the file: { $cause } — { $path }
store-not-read = Could not read the visit: { $cause } — { $path }
store-save-form = Could not save: { $cause } — { $path }
store-save-locked = Could not save: { $user } on { $host } is saving this visit at this moment — { $path }
store-save-changed = Could not save: the file was changed by somebody else meanwhile — { $path }
store-save-exists = Could not save: there is already a file of that name — { $path }
store-save-newer = Could not save: the file was made by a newer version of Retinue — { $path }
store-save-io = Could not save: { $step }: { $cause } — { $path }
store-save-verify = Could not make sure that the visit was saved: what is on the disk is not what was written — { $path }
store-step-lock = the lock beside the file
store-step-read = reading the file as it is now
store-step-keep = keeping the old version
store-step-write = writing the new version
store-step-sync = bringing it onto the disk
store-step-rename = putting it in place
store-lock-lost = somebody else took the lock
store-warn-folder = saved, but the folder could not be brought onto the disk: { $cause }
store-warn-history = saved, but an old version could not be removed: { $cause }


## cli: what commands and arguments are for

cli-about = Plans delegation visits: programme, people, briefing, papers. Without a command, the window opens.
cli-after = Status 0: done; 1: it could not be done, or a check found errors; 2: bad use.
cli-print = Typeset a paper as PDF
cli-show = Write the programme as text
cli-check = Say what would go wrong; status 1 when there are errors
cli-list = List the visits of a library
cli-search = Find the visits that hold all the words, in any script
cli-new = Begin a new visit
cli-fmt = Bring files into their canonical form
cli-history = List the older versions of a file, or go back to one
cli-arg-path = A folder of visits or a visit to open in the window
cli-arg-visit = The file of the visit
cli-arg-paper = Which paper: { $papers }
cli-arg-audience = Who reads it
cli-arg-language = The language of the paper: en, zh, ko; else the visit’s own
cli-arg-size = The size of the pages
cli-arg-output = Where to write it, “-” for standard output; else beside you, named after visit and paper
cli-arg-format = For people or for programs
cli-arg-library = The folder of visits; else your own library
cli-arg-words = What to look for
cli-arg-title = The title of the visit
cli-arg-from = The first day, as 2024-07-29
cli-arg-to = The last day
cli-arg-zone = Where the times are local, as Asia/Shanghai
cli-arg-place = City and area
cli-arg-visit-language = The language the visit is written in
cli-arg-fmt-check = Change nothing; status 1 when a file is not in canonical form
cli-arg-restore = Go back to the version of this number; the present one is kept

## cli: results

paper-uncovered = No font on this machine shows { $code }, which stands in: { $texts }
paper-not-met = The PDF falls short of the standard for accessible papers: { $what }
cli-check-fix = fix: { $fix }
cli-check-summary = { $errors ->
    [one] 1 error
   *[other] { $errors } errors
}, { $warnings ->
    [one] 1 warning
   *[other] { $warnings } warnings
}, { $notices ->
    [one] 1 notice
   *[other] { $notices } notices
}
cli-check-dismissed = { $summary }; { $count } dismissed
cli-list-upcoming = Upcoming
cli-list-drafts = Drafts
cli-list-past = Past
cli-list-broken = Files that cannot be read
cli-list-no-date = no date
cli-list-empty = No visits in { $path }
cli-search-none = No visit holds “{ $words }”
cli-fmt-not = { $path } is not in canonical form
cli-fmt-done = { $path } brought into canonical form
cli-fmt-copy = The file as it was: { $path }
cli-history-empty = No older versions are kept
cli-history-line = { $number }  until { $moment }
cli-history-more = and { $count } more changes
cli-history-restored = Back at the version of until { $moment }

## cli: failures

cli-failed = retinue: { $cause }
cli-no-display = There is no display for the window. Without one: retinue print VISIT -o FILE, or retinue --help
cli-no-command = There is no command, folder or visit “{ $path }”; retinue --help lists the commands
cli-no-folder = Could not find your library: name its folder
cli-output = Could not write the output: { $cause }
cli-write = Could not write: { $cause } — { $path }
cli-history-folder = Could not read the older versions: { $cause } — { $path }
cli-newer = Could not change the file: it was made by a newer version of Retinue — { $path }
cli-json = Could not write the findings: { $cause }
cli-print-unknown = There is no paper “{ $paper }”; there are { $known }
cli-print-reader = The paper “{ $paper }” is not for { $audience }
cli-new-untitled = A visit needs a title
cli-new-backwards = The last day lies before the first
cli-history-none = There is no version { $number }; { $count } are kept
## paper: typesetting and printing

paper-no-template = Could not typeset: there is no template “{ $name }”
paper-template = Could not typeset: template { $name }, line { $line }: { $cause }
paper-export = Could not make the PDF: { $cause }
paper-data = Could not typeset: { $cause }
paper-no-page = there is no page { $page }
paper-no-thread = Could not typeset: the machine gives no more threads
paper-fault = Could not typeset: the typesetter failed on this text
paper-print-refused = Could not print: { $cause }
paper-print-viewer = Could not print: there is neither a printer command nor a viewer ({ $cause }) — { $path }

## app: actions

action-palette = Commands
action-save = Save
action-save-as = Save under another name…
action-undo = Undo
action-redo = Redo
action-steps = Steps taken…
action-history = Older versions…
action-new-visit = New visit…
action-open-folder = Open another folder…
action-refresh = Read the library again
action-add-item = Add item
action-add-person = Add person
action-add-note = Add note
action-paste-people = Paste people from a spreadsheet…
action-duplicate = Duplicate
action-remove = Remove
action-move-up = Move up
action-move-down = Move down
action-findings = Findings
action-print = Print…
action-save-pdf = Save as PDF…
action-issue = Issue a version…
action-overview = Overview
action-programme = Programme
action-people = People
action-arrangements = Arrangements
action-briefing = Briefing
action-logistics = Logistics
action-papers = Papers
action-outcome = Outcome
action-light = Light window
action-dark = Dark window
action-follow-system = Light or dark as the system
action-quit = Quit

## app: jobs, as the status bar names them

job-library = reading the library
job-create = making a visit
job-duplicate = duplicating
job-retitle = renaming
job-trash = moving to the trash
job-open = opening
job-save = saving
job-history = looking for older versions
job-journal = keeping unsaved work
job-look = looking at the file
job-typeset = typesetting
job-pdf = writing
job-print = printing
job-check = checking
job-browse = waiting for the system’s dialog
app-job-failed = Could not start “{ $name }”: { $cause }

## app: notices

app-no-home = Could not find a folder for this user’s data
app-no-window = Could not open the window: { $cause }
app-no-visit = Choose a visit at the left, or plan a new one.
app-read-only = This visit was made by a newer version of Retinue. It can be read and printed, not changed.
app-not-canonical = This file has comments or a layout of its own. The first save rewrites it; a copy as it is will be kept under .history.
app-kept-copy = A copy of the file as it was written is kept — { $path }
app-written = Written — { $path }
app-not-written = Could not write the file: { $cause } — { $path }
app-reloaded = The file was changed by somebody else and was read again.
app-not-edited = “{ $path }” is not in the window any more; what was to be taken over into it was not.
app-changed-outside = The file was changed by somebody else while you have unsaved work. Saving will ask what to keep — { $path }
app-not-journalled = Could not keep unsaved work for a crash: { $cause }
app-printed = Sent to the printer.
app-print-opened = There is no printer command here; the paper is open in the viewer.
notice-drop = Done with this
notice-more = and { $count } more

## app: status bar

status-saved = Saved
status-unsaved = Not saved
status-saving = Saving
status-read-only = Reading only
status-no-findings = nothing found
finding-go = Go to
finding-dismiss = Dismiss…
finding-revive = Show again
finding-dismissed = dismissed: { $reason }

## app: library pane

library-none = No library is open.
library-search = Search all visits, people, notes
library-empty = This folder holds no visits yet.
library-no-match = Nothing fits.
library-upcoming = Upcoming
library-drafts = Drafts
library-past = Past
library-broken = Cannot be read
library-filter = Filter
library-filter-on = Filter ●
library-filter-clear = Show all
library-by-year = year
library-any = any
library-sort = sorted by
library-sort-date = date
library-sort-title = title
library-sort-place = place
library-sort-modified = last change
library-descending = latest first
library-from-past = New visit from this one…
library-rename = Rename…
library-duplicate = Duplicate
library-trash = Move to trash

## app: questions

palette-hint = What do you want to do, or find?
modal-cancel = Cancel
modal-path = path
modal-browse = Browse…
trash-ask = Move “{ $title }” to the trash? The system’s trash can give it back.
new-create = Create
new-needs = A title, a first day such as 2024-07-29 and a time zone such as Asia/Shanghai are needed.
new-from-past = The programme is taken over; every date moves with the first day.
new-keep-people = keep the people
new-keep-notes = keep the briefing notes
unsaved-heading = There is unsaved work
unsaved-quit = Save it before Retinue closes?
unsaved-open = Save it before another visit is opened?
unsaved-save = Save
unsaved-discard = Discard
unsaved-stay = Stay here
not-saved-heading = The visit was not saved
not-saved-retry = Try again
not-saved-elsewhere = Save elsewhere…
not-saved-copy = Copy the text of the file
changed-heading = Somebody else saved this visit meanwhile
changed-text = Nothing was written. Keep your version under another name, or open theirs and give yours up — { $path }
changed-keep-mine = Keep mine under another name…
changed-open-theirs = Open theirs
recover-heading = Work that was not saved
recover-text = Retinue ended before these were saved.
recover-of = from { $at } — { $path }
recover-take = Take it up again
recover-drop = Give it up
history-empty = No older version is kept yet. One is at each save.
history-until = until { $at }
history-restore = Go back to it
steps-origin = As it was opened
welcome-heading = Welcome to Retinue
welcome-text = Plan a delegation’s visit, print its papers, look back on past ones. Start with seven sample visits, copied into your own folder, or open a folder of your own.
welcome-samples = Open the samples

## app: fields

kit-not-read = not understood yet; write { $hint }
kit-unscheduled = not scheduled
kit-day = day
kit-time = time
kit-time-hint = 9:30–10:15, about 15:00, tbc
kit-about = about { $time }
kit-not-before = not before { $time }
kit-tbc = to be confirmed
kit-none = none
kit-take-out = Take { $name } out of { $label }
kit-add-to = Add to { $label }
kit-not-here = Not here at that time, by ways of their own: { $people }
place-hours-unread = These hours are not understood and so not checked. For example: Tue–Sun 09:00–17:00; Mon closed
kit-head-count = { $count ->
    [one] { $count } person
   *[other] { $count } people
}

## app: tabs

inspector-empty = Choose something to see and change it here.
records-add = Add { $kind }
records-none = none yet
records-remove = Remove
programme-new-item = New item
programme-empty = No day and no item yet. Start with the first item of the first day.
programme-day-empty = nothing planned
programme-moved = Move “{ $name }”
item-people = People
papers-heading = Paper
papers-paper = paper
papers-whose = Of one person alone
cli-print-no-own = The paper “{ $paper }” is of everyone, not of one person
papers-language = language
papers-size = size
papers-zoom = zoom
papers-page = page { $n } of { $m }
papers-wait = The pages are being typeset.
papers-missing = { $count } texts without a translation

## app: programme inspector

part-remove = Remove { $part } { $n }
part-add = Add to { $part }
item-for-guests = For the guests
item-for-staff = For staff
item-press-admitted = The press is admitted
item-is-journey = People are moved
item-itself = the item itself
status-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
status-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
status-notices = { $count ->
    [one] { $count } notice
   *[other] { $count } notices
}


## people: the table, the editor, rows from a spreadsheet

people-column-attendance = Comes
people-table = Table of people
people-sort = Sort by { $column }
people-filter = Filter people
people-filter-clear = Show everybody
people-columns = Columns
people-add = Add person
people-add-first = Add the first person
people-paste = Paste rows…
people-empty = Nobody is in this visit yet. Add people one by one, or paste the rows of a spreadsheet.
people-none-found = Nobody here matches the filter.
people-count = { $count ->
    [one] 1 person
   *[other] { $count } people
}
people-count-shown = { $shown } of { $count } people
people-marked = { $count } marked
people-mark-attendance = Comes
people-mark-delegation = Delegation
people-mark-remove = Remove { $count }
people-mark-none = Unmark
people-step-remove = { $count } people removed
people-step-attendance = Attendance of { $count } people changed
people-step-delegation = { $count ->
    [one] Delegation of a person changed
   *[other] Delegation of { $count } people changed
}
people-section-name = Name
people-section-post = Post and role
people-section-contact = Contact and languages
people-section-care = Food and care
people-section-address = Forms of address
people-section-rank = Precedence
people-section-life = Biography and remarks
people-photo-choose = Choose a photo…
people-photo-take = Use this picture
people-photo-remove = Remove the photo
people-photo-of = Photo of { $name }
people-photo-waits = The photo is being read…
people-photo-not-copied = Could not take the picture: { $cause }: { $path }
people-photo-not-shown = Could not show the photo: { $cause }: { $path }
people-earlier-remove = Remove the link to { $visit }
people-paste-title = Paste people from a spreadsheet
people-paste-hint = Copy the rows with their headings and paste them here. Somebody known by e-mail or name is changed, everybody else is added; empty cells change nothing.
people-paste-field = Rows of the spreadsheet
people-paste-do = Take over
people-paste-cancel = Cancel
job-photo = Photo

## briefing: notes, talking points, lines to take, tasks

briefing-notes = Notes
briefing-empty = Notes tell the principal what matters: read-ahead, talking points, biographies, background. Begin with the read-ahead.
briefing-add = Add note
briefing-add-first = Write the first note
briefing-choose = Choose a note on the left to read or write it.
briefing-write = Write
briefing-read = Read
briefing-nothing-written = Nothing is written yet.
briefing-points-none = No talking points yet. Four are good, six the most that help.
briefing-points-good = { $count ->
    [one] 1 talking point; four are good, six the most that help.
   *[other] { $count } talking points; four are good, six the most that help.
}
briefing-points-full = { $count } talking points; more than four are harder to keep in mind, six are the most that help.
briefing-points-many = { $count } talking points are too many: nobody keeps more than six in mind. Join or drop { $over }.
briefing-point = Point { $number }
briefing-point-topic = Topic of point { $number }
briefing-point-text = Text of point { $number }
briefing-point-stance = Stance of point { $number }
briefing-point-up = Move point { $number } up
briefing-point-down = Move point { $number } down
briefing-point-remove = Remove point { $number }
briefing-point-add = Add talking point
briefing-lines-none = Questions the press or the other side may ask, each with its answer.
briefing-line-question = Question { $number }
briefing-line-answer = Answer to question { $number }
briefing-line-remove = Remove question { $number }
briefing-line-add = Add question
briefing-done = Done
briefing-due = due { $date }
briefing-points = { $count ->
    [one] 1 point
   *[other] { $count } points
}
briefing-task-done = Done: { $task }

## arrangements: seating and standing plans as tables

arrangements-empty = Plans of who sits or stands where: the conference table, the head table, the photo. Add the first one.
arrangements-add = Add arrangement
arrangements-placed = { $count ->
    [one] 1 placed by hand
   *[other] { $count } placed by hand
}
arrangements-wish-add = Add wish
arrangements-wish = Wish { $number }
arrangements-wish-remove = Remove wish { $number }
arrangements-override-add = Add departure
arrangements-override = Departure { $number }
arrangements-override-remove = Remove departure { $number }
arrangements-usual = As the visit

## logistics: vehicles, journeys, rooms, travel times, gifts

logistics-journeys = Journeys
logistics-journeys-none = Items of the programme that move people stand here. Give an item the kind of a transfer, flight or train.
logistics-travel-from = From, row { $number }
logistics-travel-to = To, row { $number }
logistics-travel-least = Least minutes, row { $number }
logistics-travel-most = Most minutes, row { $number }
logistics-travel-remove = Remove travel time { $number }
logistics-travel-add = Add travel time
logistics-travel-none = How long it takes from place to place; the checks count with these minutes.
logistics-seats = { $count ->
    [one] 1 seat
   *[other] { $count } seats
}
logistics-ride-add = Add vehicle to { $journey }
logistics-ride-number = Vehicle { $number } of { $journey }
logistics-ride-riders = Riders of vehicle { $number } of { $journey }
logistics-ride-remove = Remove vehicle { $number } from { $journey }

## app: overview and outcome

overview-purpose = Purpose
overview-people = Who is in charge
overview-conduct = Conduct
overview-progress = Still open
overview-members = { $count ->
    [0] no members
    [one] 1 member
   *[other] { $count } members
}
overview-open-findings = { $rule }: { $count } open
overview-open-items = { $count ->
    [one] 1 item to confirm
   *[other] { $count } items to confirm
}
overview-open-diets = { $count ->
    [one] 1 guest whose diet is not known
   *[other] { $count } guests whose diet is not known
}
overview-open-nothing = Nothing is open.
outcome-visit = The visit as a whole
outcome-late = late
outcome-items = What happened
outcome-items-none = Items of the programme stand here, to note what came of each.
outcome-happened = What became of “{ $item }”
outcome-details = Details of “{ $item }”
outcome-statement-add = Add statement
outcome-statement-remove = Remove statement { $number }
outcome-party-add = Add party
outcome-party-remove = Remove party { $number }
people-photo-large = the picture is larger than { $most } MB

## exchange: people in and out
exchange-people-empty = Nothing to read: the list is empty
exchange-people-large = Could not read the list: it is too large
exchange-people-long = Could not read the list: it has more than { $most } rows
exchange-people-rows = Could not read the rows: { $cause }
exchange-people-workbook = Could not read the workbook: { $cause }
exchange-people-nobody = Line { $line }: neither a name nor a post
exchange-people-cell = Line { $line }: “{ $cell }” means nothing as { $column }
exchange-people-twice = Line { $line }: the person of line { $first } again
exchange-people-bad-id = Line { $line }: “{ $id }” cannot be an id, another is given
exchange-people-step = People from a list: { $new } new, { $changed } changed, { $absent } declined

## cli: people
cli-import = Take a list into a visit
cli-import-people = Take people from CSV, XLSX or vCard into a visit
cli-export = Give parts of a visit to other programs
cli-export-people = Write the people of a visit as CSV or XLSX
cli-arg-people-file = The list: CSV, XLSX or vCard, in any common encoding
cli-arg-people-output = Where to write; .xlsx gives a workbook, everything else CSV; - for standard output
cli-arg-delegation = The id of the delegation the list is of: new people join it, absent is who of it is not in the list
cli-arg-encoding = The encoding of the file where the guess is wrong: { $known }
cli-arg-column = What a heading stands for, such as Funktion=post or Nom=name:fr; - leaves it out; it is remembered
cli-arg-alike = What becomes of a row that is like somebody known
cli-arg-no-new = Add nobody
cli-arg-no-changes = Change nobody who is there
cli-arg-absent = Those absent from the list have declined
cli-arg-dry-run = Show what would be done, and do nothing
cli-read = Could not read: { $cause }. { $path }
cli-xlsx = Could not write the workbook: { $cause }
cli-people-encoding = Read as { $encoding }; look at the names, or name the encoding with --encoding
cli-people-column = “{ $column }” has no field “{ $field }”
cli-people-column-form = “{ $text }”: a heading and a field with = between them are wanted
cli-people-no-delegation = There is no delegation “{ $id }” in this visit. It has: { $known }
cli-people-left-out = Left out, nobody knows the heading: { $columns }
cli-people-new = + { $line } { $name }
cli-people-changed = ~ { $line } { $change }
cli-people-alike = ? { $line } { $name }: like { $like }
cli-people-absent = - { $name }
cli-people-done = { $new } new, { $changed } changed, { $same } as they were, { $waiting } left out because they are like somebody known, { $absent } absent
cli-people-dry = Nothing was written

## people: lists in and out
action-import-people = Import people from a file…
action-export-people = Export people to a list…
job-people = Reading people
people-lists = Lists
people-paste-look = Look at the rows…
people-intake-title = People from a list
people-intake-rows = { $count ->
    [one] { $count } row
   *[other] { $count } rows
}
people-intake-cards = { $count ->
    [one] { $count } card
   *[other] { $count } cards
}
people-intake-pasted = Pasted rows
people-intake-guess = The encoding is a guess: look at the names
people-intake-encoding = Encoding
people-intake-new-party = These people are a new delegation:
people-intake-party = The list is of
people-intake-no-party = No delegation in particular
people-intake-columns = Columns
people-intake-columns-open = Columns ({ $count } left out)
people-intake-column = Column { $number }
people-intake-means = “{ $heading }” means
people-intake-leave-out = Leave out
people-intake-new = Add { $count } new
people-intake-changed = Change { $count } known
people-intake-absent = { $count } absent from the list have declined
people-intake-same = { $count } as they are
people-intake-is = It is { $known }
people-intake-is-new = Somebody else
people-intake-is-absent = { $name }: not in the list
people-intake-photo = { $name }: with a photo
action-duplicates = Find people who may be one…
people-duplicates-none = Nobody is in this visit twice, as far as names and addresses tell.
people-duplicates-look = { $one } and { $other }…
people-like-email = the same e-mail
people-like-name = the same name
people-like-near = a letter or two apart
people-mark-merge = Merge the two…
people-merge-title = Two people who are one
people-merge-hint = Choose whose details are kept. Every task, seat and ride of the second goes to the first.
people-merge-do = Merge
people-step-merge = { $one } and { $other } merged
action-system-language = Window in the language of the system
action-english = Window in English
action-chinese = 窗口使用中文
action-korean = 창을 한국어로
header-menu = Menu
library-stopped = Could not read the library: it was stopped
job-stop = Stop “{ $name }”
job-parts = { $done } of { $whole }
job-settings = keeping the settings
action-new-from-this = New visit from this one…
action-retitle = Rename this visit…
action-rename-file = Rename the file…
action-duplicate-visit = Duplicate this visit
action-trash-visit = Move this visit to the trash…
library-file-name = Name of the file
header-issued = { $paper }: version { $version } issued
header-issued-at = { $paper }: version { $version } issued { $moment }
status-saved-at = Saved { $time }
library-rename-later = The visit is being saved: rename the file when that is done.
action-across = Across visits…
job-across = reading all visits
across-people = People
across-gifts = Gifts
across-promises = Promises still open
across-filter = Names or words
across-open = Open { $title }
across-go = Open
across-close = Close
kit-search = Search
part-up = Move { $part } { $n } up
part-down = Move { $part } { $n } down
item-seat-of = seat of { $name }
item-seat-kept = Keep this seat when seats are filled anew
people-earlier-find = Find earlier visits…
people-earlier-title = Earlier visits of { $name }
people-earlier-none = No other visit of the library has this person.
people-earlier-link = Link
people-earlier-as = { $visit } · { $name }, { $post }
papers-pages = Pages
papers-missing-one = { $field }: “{ $text }”

## Calendars in and out
calendar-about = { $title } (about { $time })
calendar-not-before = { $title } (not before { $time })
calendar-day = { $title } (time to be confirmed)
calendar-busy = Busy
calendar-withdrawn = Cancelled
calendar-dress = Dress: { $dress }
calendar-attendees = Participants: { $names }
calendar-sent-step = Calendar sent
exchange-ics-none = Could not find a calendar in the file
exchange-ics-large = Could not read the calendar: it is larger than 8 MB
exchange-ics-long = Could not read the calendar: it has more than { $most } entries
exchange-ics-unended = it does not end
exchange-ics-no-start = it does not say when it begins
exchange-ics-bad-time = “{ $text }” is no time
exchange-ics-backwards = it ends before it begins
exchange-ics-bad-rule = how it repeats cannot be followed ({ $text })
exchange-ics-all-that-follow = it changes all occurrences that follow, which is not supported
exchange-ics-twice = it stands in the file already, line { $first }
exchange-ics-older = the visit has a later version of it
exchange-ics-cancelled = it is cancelled, and not in the visit
exchange-ics-rejected = line { $line }: { $cause }
exchange-ics-rejected-named = line { $line }, “{ $title }”: { $cause }
exchange-ics-no-zone = No zone stated: taken as local time of the visit
exchange-ics-until = Lasts until { $day }
exchange-ics-clock-twice = The clock shows this time twice that night: the first is taken
exchange-ics-clock-never = The clock skips this time that night
exchange-ics-step = { $count ->
    [one] One item from a calendar
   *[other] { $count } items from a calendar
}
exchange-ics-untitled = Untitled
cli-import-ics = Takes the entries of a calendar (.ics) into a visit
cli-export-ics = Writes the programme as a calendar (.ics); the visit remembers what was sent
cli-arg-ics-file = The calendar to take in
cli-arg-ics-zone = The zone for times whose own zone nobody knows, like “Asia/Shanghai”
cli-arg-ics-outside = Take entries outside the days of the visit, too
cli-arg-ics-group = The programme of this group alone, by its id
cli-arg-ics-person = The programme of this person alone, by their id
cli-arg-ics-attendees = Name who takes part
cli-arg-ics-confidential = Confidential items as busy, or left out
cli-arg-ics-output = Where to write the calendar; “-” for standard output
cli-ics-encoding = The calendar was read as { $encoding }, which is a guess: look at the names
cli-ics-new = + { $line } { $when } { $title }
cli-ics-changed = ~ { $line } { $change }
cli-ics-outside = · { $line } { $when } { $title }: outside the days of the visit, left out
cli-ics-needs-zone = ? { $line } { $title }: the zone “{ $zone }” is not known, name one with --zone
cli-ics-note = { $line } { $title }: { $note }
cli-ics-done = { $new } new, { $changed } changed, { $same } the same, { $waiting } without a known zone, { $outside } outside the visit, { $rejected } rejected
cli-ics-no-group = There is no group “{ $id }”; the groups are: { $known }
cli-ics-no-person = There is no person “{ $id }”

## protocol: why somebody stands where they stand
equal-delegations-by-country = by country, in the English alphabet
equal-delegations-by-notification = by the date of notification
equal-delegations-by-arrival = by arrival
field-equal-delegations = delegations of equal rank
why-guest-of-honour = guest of honour
why-host = the host
why-signatory = signs here
why-local-head = head of the place in their own area
why-rank = rank { $rank }, as stated
why-partner = { $class }, that of { $partner }
why-rank-unknown = the class of office is not stated
why-tenure = { $tenure }, after those who hold the office
why-since = same class, in post since { $day }
why-since-unknown = same class, since when in post is not stated
why-own = equal rank: foreign guests go before own nationals
why-head = equal otherwise: the head of a body before its staff
why-delegation = equal rank: { $delegation } by the rule for equal delegations
why-listed = as listed in the delegation
why-override = placed before { $before }: { $reason }
why-override-last = placed last: { $reason }
cli-order = Show the order of precedence
cli-arg-order-item = Of one item, by its id; else of the whole visit
cli-arg-explain = Say of every place why it is so
cli-order-guests = Guests
cli-order-hosts = Hosts
cli-order-all = Both sides
cli-order-line = { $place }  { $name } — { $why }
cli-no-item = There is no item “{ $id }” in this visit
people-photo-crop = Crop…
people-photo-crop-title = Crop the photo of { $name }
people-photo-crop-hint = Drag the frame or its corners; the arrow keys move it, with Shift they resize it. The file of the photo stays as it is.
people-photo-crop-part = The part that is shown
people-photo-crop-do = Crop
people-photo-crop-whole = Whole photo
diff-grown = { $what }: “{ $by }” added
field-person-attendance = attendance
substitute-label = “{ $by }” in place of “{ $who }”
attend-label = “{ $name }”: { $state }
cli-substitute = Let one person take the part of another
cli-arg-substitute-who = Who does not come, by id
cli-arg-substitute-by = The person, by id
cli-attend = Say whether a person comes, and what that frees
cli-arg-attend-state = Whether the person comes
substitute-same = Nobody stands in for themselves
substitute-nobody = There is no person “{ $id }” in this visit
substitute-declined = “{ $name }” has declined, too
ranks-title = Rank scheme and bodies
action-order = Order of precedence
action-ranks = Rank scheme and bodies…
order-step-carry = Order: “{ $name }” placed by hand
order-step-release = Order: “{ $name }” back to the computed place
order-of-visit = The whole visit
order-of-arrangement = Arrangement: { $name }
order-back = List of people
order-purpose = Order for
order-both = Both sides
order-empty = Nobody stands in this order: people take their place once a delegation has them
order-count-of = { $count } { $state }
order-by-hand = placed by hand
order-release = Back to the computed place: { $name }
order-carry = Place by hand
order-carry-before = “{ $name }” goes right before “{ $before }”.
order-carry-last = “{ $name }” goes last.
order-carry-hint = The reason stands beside the place, for whoever asks.
order-carry-do = Place
ranks-hint = Which rank an office has in this visit. What you change here holds for this visit; keep it for the office to have it in new visits.
ranks-scheme = Rank scheme of this visit
ranks-shipped = Back to the classes as shipped
ranks-take = Take the office’s classes
ranks-keep = Keep for the office
ranks-is-usual = The office’s usual scheme
ranks-is-shipped = As shipped
ranks-is-own = Of this visit
ranks-people = People
ranks-add = Add a class
ranks-new = New class
ranks-rank-of = Rank of { $class }
ranks-name-of = Name of { $class }
ranks-leader-of = { $class }: national leader
ranks-remove = Remove { $class }
bodies-hint = Between people of equal rank: national bodies before local ones, a body before those under it, then by date founded.
bodies-add = Add a body
bodies-take = Add the bodies of the people ({ $count })
bodies-name = Name of body { $number }
bodies-level = Level of body { $number }
bodies-under = Body { $number } is under
bodies-founded = Body { $number } founded on
bodies-remove = Remove body { $number }
people-rank-hint = A number stated beats the class.
people-class-unknown = { $class } (not in the scheme of this visit)
people-office = Office { $number }
people-office-remove = Remove office { $number }
people-office-add = Add an office
cli-arg-order-arrangement = Of one seating plan, by its id
cli-no-arrangement = There is no arrangement “{ $id }” in this visit
why-class = class of office { $rank }, { $class }
why-post = counted here as “{ $post }”: { $class }
why-body-level = equal rank: a body of { $level } level
why-body-unknown = equal rank: nothing is stated of the body
why-body-under = equal rank: { $body } is under { $above }
why-body-founded = equal rank: { $body } was founded on { $day }
why-body = equal rank: { $body } by the order of bodies
why-relation = equal otherwise: { $relation }
why-age = equal otherwise: the elder goes first
event-relation-not-stated = not stated
event-relation-organiser = organises the event
event-relation-honoured = honoured at the event
event-relation-speaker = speaks at the event
event-relation-contributor = contributed to the event
event-relation-invited = invited
scheme-general = general
scheme-chinese = Chinese
scheme-korean = Korean
scheme-eu-un = European Union and United Nations
scheme-own = the office’s own
body-level-not-stated = not stated
body-level-national = national
body-level-regional = regional
body-level-local = local
field-office-class = class of office
field-offices = other offices
field-relation = relation to the event
field-born = born
field-counts = counts at this visit
field-counts-at = counts at these items
field-ranks = rank scheme
field-bodies = bodies
field-scheme = scheme
field-classes = classes of office
field-national-leader = national leader
field-level = level
field-under = under
field-founded = founded
action-import-calendar = Import calendar…
action-export-calendar = Export calendar…
job-calendar = Calendar
programme-calendar = Calendar
calendar-intake-title = What the calendar would do
calendar-intake-counts = { $new } new, { $changed } changed, { $same } the same, { $rejected } rejected
calendar-intake-do = Take the ticked ones
calendar-intake-zone-ask = Times in a zone that is not known: { $names }. Name the zone they are in.
calendar-intake-zone = Zone for them, like Asia/Shanghai
calendar-intake-outside = outside the days of the visit
calendar-intake-same = the same
calendar-intake-needs-zone = zone “{ $zone }” is not known
calendar-export-audience = For
calendar-export-whose = Programme of
calendar-export-everyone = everyone
calendar-export-busy = Show confidential items as busy
calendar-export-hint = The visit remembers what was sent, so that the next export updates the entries.
calendar-export-do = Export

edit-move-with = “{ $item }” moved, with the way to it
reschedule-shift-label = “{ $item }” and what follows moved by { $mins } min
reschedule-late-label = “{ $item }” { $mins } min late
reschedule-rain-on-label = Rain plan on
reschedule-rain-off-label = Rain plan off
reschedule-choose-label = Alternative of “{ $item }” chosen
reschedule-room-label = Room made for “{ $item }”
reschedule-pack-label = From “{ $item }” on gaps of { $gap } min
reschedule-cut = “{ $item }” could be left out: its { $mins } min are enough
reschedule-absorbed = The gap before “{ $item }” absorbs { $mins } min
reschedule-fixed-hit = “{ $late }” ends { $mins } min after “{ $item }” begins, which is fixed
action-lay-day = Lay a day template…
action-keep-day = Keep this day as a template…
programme-days = Day templates
job-days = Day templates
days-template = template
days-day = day
days-shipped = { $title } (comes with Retinue)
days-hint = What is planned on the day stays. You see what is added before it is done.
days-keep = Keep
days-keep-hint = Items, times, places and ways of the day are kept for other visits; people, vehicles and notes are not.
days-kept = The day template is kept: { $path }
days-no-library = Open a folder of visits first: day templates are kept there
cli-reseat = Tell who moves when an arrangement is seated by rank again; locked places stay
cli-arg-reseat = The arrangement, by its id
cars-fill = Fill the vehicles by rank
cars-fill-label = Fill the vehicles of “{ $item }” by rank
cli-cars = Tell who rides where on a leg by rank, and write it with --write
cli-no-vehicles = The item “{ $id }” has no vehicles
issue-do = Issue
issue-holders = Who gets it
issue-reason = Why it is issued anew
issue-first = It goes out as version { $version }, the first.
issue-replaces = It goes out as version { $version } and replaces version { $old }.
issue-replaces-of = It goes out as version { $version } and replaces version { $old } of { $moment }.
issue-hint = The paper of everyone, as the visit is now. What changed since the last version is marked in the margin; the visit remembers who holds it.
issue-not-kept = The copy this version was made from could not be kept: { $cause }; nothing was issued
    { $path }
cli-issue = Issue the next version of a paper: its PDF, and the visit remembers who holds it
cli-changes = Tell what changed since a version of a paper that went out
cli-arg-issue-paper = The paper, by its name in retinue papers
cli-arg-issue-to = Who gets it, by id; may stand several times
cli-arg-issue-reason = Why it is issued anew
cli-arg-changes-since = The version; without it the last
issue-not-compared = The version before cannot be read: no changes are marked
cli-changes-none = No such version of “{ $paper }” was issued
cli-changes-since = Since version { $version } of { $moment }
cli-changes-holders = It is held by { $people }
cli-changes-nothing = Nothing has changed
cli-days = List, lay and keep day templates
cli-days-list = List the day templates
cli-days-lay = Tell what a day template adds to a day, and write it with --write
cli-days-keep = Keep a day of a visit as a template
cli-days-line = { $name }: { $title } ({ $count })
cli-days-none = There is no day template “{ $name }”; see retinue days list
cli-days-empty = The visit has no day { $day }
cli-arg-days-library = The folder of visits; else that of the visit, or your own library
cli-arg-days-template = The template, by its name in the list
cli-arg-days-day = The day
cli-arg-days-name = What the template is called
action-add-way = Add the way here
way-no-place = “{ $item }” has no place yet
way-nothing-before = Nothing on the day says where the people of “{ $item }” come from
way-same-place = The people of “{ $item }” are at { $place } already
way-ask = How long does it take from { $from } to { $to }? It is kept for the two places.
way-mins = minutes, such as 20 or 20–30
way-add = Add
way-add-untimed = Add without a time
reschedule-closed = { $place } is closed for { $mins } min of “{ $item }”
reschedule-reseat-label = Seat “{ $plan }” by rank again
reschedule-lay-label = Lay “{ $title }” on the day
reschedule-overlap = “{ $item }” overlaps “{ $other }”
reschedule-beyond = “{ $item }” ends after the last day of the visit
reschedule-gone = Could not move it: the item is no longer in the visit
reschedule-is-fixed = Could not move “{ $item }”: its time is fixed
reschedule-no-time = Could not move “{ $item }”: it has no time
reschedule-order = Could not move “{ $item }”: it would pass “{ $other }”, which stays
reschedule-other-day = Could not move “{ $item }”: it would begin on another day
reschedule-nothing = Nothing would change

cli-shift = Show what moving an item and what follows would do
cli-late = Show what running late would do
cli-arg-reschedule-item = The id of the item
cli-arg-reschedule-write = Write it to the file
cli-arg-shift-mins = Minutes later, negative for earlier
cli-arg-late-mins = Minutes late

job-proposal = What would follow
action-running-late = Running late…
action-shift-following = Shift what follows…
action-rain-plan = Rain plan of the day
reschedule-select = Select the item in the programme first.
proposal-heading = Proposed
proposal-take = Do it
proposal-drop = Leave it
proposal-said = { $changes } changes, { $breaks } that break; nothing is done yet
delay-absorbs = Running late
delay-shifts = Shift all
delay-absorbs-hint = It begins later; what follows moves only as far as it must. Fixed items stay.
delay-shifts-hint = It and all that its people have after it on the day move by as much, up to the next fixed item. Negative: earlier.
delay-packs = Same gap
delay-lasts = Lengths to a gap
delay-packs-hint = What follows begins so many minutes after what is before it, or after the way where that is longer, up to the next fixed item.
delay-lasts-hint = Beginnings stay; each item ends so many minutes before the next. Journeys stay as long as they are.
action-pack-following = Pack what follows with a gap…
action-make-room = Make room after it
cli-pack = Pack what follows an item with one gap
cli-make-room = Move what follows an item as far as it must
cli-arg-pack-gap = The gap in minutes
cli-arg-pack-lengths = Change the lengths, not the beginnings
delay-mins = Minutes
delay-usual = { $mins } min
delay-look = Show what follows
programme-rain-on = Rain plan on
programme-rain-off = Rain plan off
cli-rain = Show what switching the rain plan of a day would do
cli-choose = Show what choosing an alternative would do
cli-arg-rain-day = The day
cli-arg-rain-off = Off, where the rain stays away
cli-arg-choose-label = The label of the alternative; the item itself without one
reschedule-no-alternative = “{ $item }” has no alternative “{ $label }”
people-replaced-by = Replaced by
people-replace-usual = Replace by { $name }…

## The programme as a grid

grid-hint = Drag an item to move it, an edge to make it longer or shorter. With Shift, what follows moves too.
grid-list = List
grid-groups = Groups
grid-days = Days
grid-snap = Snap { $mins } min
grid-everyone = Everyone
grid-others = Others
grid-waiting = no time
grid-fold = { $from } – { $to } nothing planned
grid-parking = Without a day ({ $count })
grid-parking-search = Search these
grid-parking-hint = Drag an item here to take it off its day, or from here onto a day.
grid-fixed = This item is fixed. Its time is changed on the right.
grid-missed = at the same time: { $item }
grid-way = { $most } min to or from “{ $item }”, there are { $gap }
action-move-left = Move to the column on the left
action-move-right = Move to the column on the right
action-shorten = Make shorter
action-lengthen = Make longer
action-pull-following = This and what follows earlier
action-push-following = This and what follows later
action-as-list = Programme as a list
action-as-groups = Programme by groups
action-as-days = Programme by days

## Places of honour

honour-among-guests = the guests
honour-among-hosts = the hosts
honour-among-all = all present
honour-right = at the right of the centre
honour-left = at the left of the centre
honour-why = number { $place } of { $among } ({ $rule })
honour-why-hand = number { $place } of { $among }, { $hand } ({ $rule })
honour-host = host of the table
honour-co-host = co-host, opposite the host
honour-interpreter = interpreter beside the head ({ $rule })
honour-behind = behind the own side
honour-signatory = signs
honour-assistant = assists the signatory, at the outer side
honour-drives = drives the car
honour-wish = number { $place } of { $among }, moved so that a wish is met ({ $rule })
honour-why-moved = { $why }; moved from number { $from } of the own side by the override “{ $reason }”
honour-why-moved-bare = { $why }; moved from number { $from } of the own side by an override
honour-moved = { $plan }: { $name } from { $from } to { $to }
honour-left-seat = { $plan }: { $name } leaves { $from }
honour-took-seat = { $plan }: { $name } takes { $to }
honour-slot-guest-signs = the guest's seat for signing
honour-slot-host-signs = the host's seat for signing
honour-slot-guest-assistant = the guest's signing assistant
honour-slot-host-assistant = the host's signing assistant
honour-slot-beside-driver = beside the driver
honour-slot-driver = at the wheel
honour-slot-rear-right = rear right
honour-slot-rear-left = rear left
honour-slot-rear-middle = rear middle
honour-slot-table = table { $table }, seat { $seat } from the host
honour-slot-centre = { $row }, centre
honour-slot-right = { $row }, right { $away }
honour-slot-left = { $row }, left { $away }
honour-slot-number = { $row }, { $number }
honour-slots-signs = signing
honour-slots-guests-behind = behind the guests
honour-slots-hosts-behind = behind the hosts
honour-slots-row = row { $number }
honour-placed = placed by hand
honour-row-guests = guests
honour-row-hosts = hosts
honour-row-head = at the head
honour-row-behind = behind
honour-row-front = front
honour-row-back = back
honour-row-table = table { $number }, clockwise from the host
honour-row-line = in a row
honour-row-flags = flags
cli-seats = Show who sits where in the arrangements of a visit, and why
cli-arg-seats-item = Only the arrangements of this item
cli-arg-seats-format = How it is written
cli-seats-heading = { $title } ({ $kind }; { $rule })
cli-seats-unseated = No place for { $people }
cli-seats-empty = nobody
cli-seats-none = No arrangement
plan-hint = Places by rank ({ $rule }). Drag a seat onto another, or up to those without a place; the pointer on a seat says why.
plan-from-above = From the door
plan-as-guests = As who sits opposite sees it
plan-reseat = Seat by rank again…
plan-unseated = Without a place:
plan-unseated-none = Everyone has a place.
plan-keys = Keys: arrows go from seat to seat, Enter takes up and puts down, L locks, Delete gives back to rank.
plan-edge-door = door
plan-edge-audience = audience
plan-edge-camera = camera
plan-edge-ahead = ahead
plan-scale = 1 m
plan-breaks = { $why }; by rank the place is { $slot }: { $rule }
plan-lock = Lock this place
plan-unlock = Unlock this place
plan-unseat = Leave without a place
plan-locked = The place is locked; unlock it first
plan-by-rank = By rank again
