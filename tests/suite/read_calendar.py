"""Reads calendars with icalendar: `read_calendar.py FILE…` writes what each event is called and when it begins and ends."""

import json
import sys
from datetime import datetime, timezone
from pathlib import Path

from icalendar import Calendar


def plain(prop):
    if prop is None:
        return None
    when = prop.dt
    if isinstance(when, datetime) and when.tzinfo is not None:
        return when.astimezone(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    return when.isoformat()


def read(path):
    calendar = Calendar.from_ical(Path(path).read_bytes())
    assert str(calendar["VERSION"]) == "2.0" and calendar["PRODID"]
    events = calendar.walk("VEVENT")
    assert len({str(event["UID"]) for event in events}) == len(events)
    assert not any(event.errors for event in events)
    return [
        [str(event["SUMMARY"]), plain(event["DTSTART"]), plain(event.get("DTEND")), plain(event["DTSTAMP"])]
        for event in events
    ]


print(json.dumps([read(path) for path in sys.argv[1:]]))
