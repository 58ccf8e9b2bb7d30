#!/usr/bin/env python3
"""Reads a calendar of Retinue with the independent parser `icalendar` and compares it with the
visit's own account of it: python3 ics.py CALENDAR VISIT.

Every entry must have a name of its own and its time, in UTC, must be the one that the file of
the visit states, by the zones of this machine's Python."""

import re
import sys
from datetime import date, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar

UTC = ZoneInfo("UTC")


def field(text, name, default=""):
    found = re.search(rf"^ {{12}}{name}: (?:Some\()?\"([^\"]*)\"", text, re.M)
    return found.group(1) if found else default


def wanted(path):
    """The items of a visit: the moments at which they begin and end, straight from the file."""
    text = open(path, encoding="utf-8").read()
    about = re.search(r"^ {4}about: About\((.*?)^ {4}\),", text, re.M | re.S).group(1)
    home = re.search(r"^ {8}zone: \"([^\"]*)\"", about, re.M).group(1)
    items = re.search(r"^ {4}items: \[\n(.*?)^ {4}\],", text, re.M | re.S).group(1)
    for item in re.split(r"^ {8}Item\(\n", items, flags=re.M)[1:]:
        when = re.search(r"^ {12}when: (\w+)\(([^)]*)\)", item, re.M)
        if not when:
            continue
        zone = field(item, "zone", home)
        zones = [zone, field(item, "end_zone", zone)]
        times = re.findall(r"\"([^\"]+)\"", when.group(2))
        if when.group(1) == "Day":
            yield (date.fromisoformat(times[0]), None)
            continue
        moments = [
            datetime.strptime(at, "%Y-%m-%d %H:%M").replace(tzinfo=ZoneInfo(name)).astimezone(UTC)
            for at, name in zip(times, zones)
        ]
        yield (moments[0], moments[1] if len(moments) > 1 else None)


def stated(path):
    calendar = Calendar.from_ical(open(path, "rb").read())
    events = list(calendar.walk("VEVENT"))
    names = [str(event["UID"]) for event in events]
    assert len(set(names)) == len(names), "an entry has the name of another"
    described = {str(zone["TZID"]) for zone in calendar.walk("VTIMEZONE")}
    for zone in calendar.walk("VTIMEZONE"):
        zone.to_tz()
    for event in events:
        assert not event.errors, event.errors
        for name in ("DTSTART", "DTEND"):
            if name in event and "TZID" in event[name].params:
                assert str(event[name].params["TZID"]) in described, "a zone is not described"

        def moment(name):
            at = event[name].dt if name in event else None
            return at.astimezone(UTC) if isinstance(at, datetime) else at

        yield (moment("DTSTART"), moment("DTEND"))


def main():
    calendar, visit = sys.argv[1:3]
    key = lambda times: tuple(str(time) for time in times)
    ours, theirs = sorted(stated(calendar), key=key), sorted(wanted(visit), key=key)
    assert ours, "the calendar is empty"
    # An item that the reader may not see is missing; none may be there at another time.
    for times in ours:
        assert times in theirs, f"{times} is no time of the visit"
        theirs.remove(times)
    if "--all" in sys.argv:
        assert not theirs, f"missing: {theirs}"
    print(f"{len(ours)} entries read back")


main()
