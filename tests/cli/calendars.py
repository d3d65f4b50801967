#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""calendars.py PROGRAM: closures in, meetings out, read by another reader (python3-icalendar)."""

import json
import os
import subprocess
import sys
import tempfile
from datetime import datetime, timedelta, timezone
from pathlib import Path
from zoneinfo import ZoneInfo

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
import tap  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
HERE = Path(tempfile.mkdtemp(prefix='lamp-calendars-'))
ZONE = 'America/New_York'
# Not with a backslash before an n, which this reader takes for a new line; libical reads that in tests/core.
TITLE = 'Tom & <b>Jerry</b>; a, b "é"'
WINTER = ('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:w\r\nSUMMARY:Winter bre\r\n ak\r\n'
          'DTSTART;VALUE=DATE:20361222\r\nDTEND;VALUE=DATE:20370103\r\nEND:VEVENT\r\nBEGIN:VEVENT\r\nUID:h\r\n'
          'SUMMARY:Half day\r\nDTSTART:20361202T150000\r\nDTEND:20361202T170000\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n')


def run(*words, status=0, stdin=b''):
    done = subprocess.run([PROGRAM, *map(str, words)], capture_output=True, timeout=60, input=stdin,
                          env={**os.environ, 'TZ': ZONE, 'XDG_DATA_HOME': str(HERE / 'data')})
    if done.returncode != status:
        raise AssertionError(f'{words} ended with {done.returncode}, not {status}:\n{done.stderr.decode()}')
    return done.stdout, done.stderr.decode()


def new_file(**more):
    """A team in a district that meets on Tuesdays at 7:41 from September 2036 to June 2037."""
    folder = Path(tempfile.mkdtemp(dir=HERE))
    records = {
        'format': 'lamplighter', 'version': 1,
        'communities': [{'id': 'district', 'kind': 'system', 'name': 'River District'},
                        {'id': 'team', 'kind': 'team', 'name': 'Third Grade', 'parent': 'district'}],
        'people': [{'id': 'ana', 'name': 'Ana Ruiz', 'email': 'ana@example.org', 'sector': 'educators',
                    'wall': 'inside'}],
        'series': [{'id': 'tuesdays', 'community': 'team', 'title': TITLE, 'starts_at': '2036-09-02T07:41',
                    'minutes': 44, 'rrule': 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20370616T235959'}],
        **more,
    }
    (folder / 'a.json').write_text(json.dumps(records))
    run('new', '--file', folder / 'a.lamplighter')
    run('import', '--file', folder / 'a.lamplighter', folder / 'a.json')
    return folder / 'a.lamplighter'


def calendar_in(path, text=WINTER):
    calendar = path.with_name('district.ics')
    calendar.write_bytes(text.encode())
    return calendar


def closures_of(path):
    return json.loads(run('export', '--file', path)[0]).get('closures', [])


def closures_are_taken_once():
    path = new_file()
    calendar = calendar_in(path)
    out, said = run('closures', 'import', calendar, '--file', path, '--dry-run')
    assert b'2036-12-22 2037-01-02  Winter break (New)' in out and b'Half day (Perhaps no holiday)' in out, out
    assert '1 closure taken' in said and 'Nothing was written' in said, said
    assert closures_of(path) == []
    run('closures', 'import', calendar, '--file', path)
    taken = closures_of(path)
    assert [(row['community'], row['title'], row['starts_on'], row['ends_on']) for row in taken] == [
        ('district', 'Winter break', '2036-12-22', '2037-01-02')], taken
    out, said = run('closures', 'import', calendar, '--file', path, '--community', 'team')
    assert b'Winter break (Already there)' in out and '0 closures taken, 1 there already' in said, (out, said)
    assert closures_of(path) == taken
    run('undo', '--file', path)
    assert closures_of(path) == []


def what_cannot_be_read_is_refused():
    path = new_file()
    for text, word in ((WINTER[:100], 'cut off'), ('hello', 'neither a calendar')):
        said = run('closures', 'import', calendar_in(path, text), '--file', path, status=1)[1]
        assert word in said, said
    assert 'not-found' in run('closures', 'import', calendar_in(path), '--file', path, '--community', 'x', status=1)[1]
    run('closures', 'import', path.with_name('none.ics'), '--file', path, status=1)
    run('closures', 'export', calendar_in(path), '--file', path, status=2)
    assert 'not-found' in run('calendar', 'nothing', '--file', path, status=1)[1]


def local(day, hour, minute):
    return datetime.fromisoformat(day).replace(hour=hour, minute=minute, tzinfo=ZoneInfo(ZONE)).astimezone(timezone.utc)


def starts_of(text):
    """Every instant at which something begins: the reader's zones, and its own way to walk through rules."""
    import icalendar
    from dateutil.rrule import rrulestr
    calendar = icalendar.Calendar.from_ical(text)
    found = []
    for event in calendar.walk('VEVENT'):
        start = event['DTSTART'].dt
        assert event['DTEND'].dt - start == timedelta(minutes=44)
        starts = [start]
        if 'RRULE' in event:
            starts = list(rrulestr(event['RRULE'].to_ical().decode(), dtstart=start))
        left = event.get('EXDATE', [])
        left = {stamp.dt for dates in (left if isinstance(left, list) else [left]) for stamp in dates.dts}
        found += [one.astimezone(timezone.utc) for one in starts if one not in left]
    return sorted(found)


def another_reader_finds_the_same_instants_across_the_change_of_the_clocks():
    try:
        import icalendar  # noqa: F401
        import dateutil  # noqa: F401
    except ImportError as error:
        raise tap.Skip(str(error))
    path = new_file(meetings=[{'id': 'moved', 'community': 'team', 'series': 'tuesdays', 'title': TITLE, 'minutes': 44,
                               'starts_at': '2036-09-03T07:41', 'state': 'draft', 'place': 'Room 7'}],
                    agenda_items=[{'id': 'i', 'meeting': 'moved', 'position': 0, 'title': 'Salary of Ana', 'minutes': 9,
                                   'kind': 'work', 'off_record': True, 'presenter': 'ana'}])
    run('closures', 'import', calendar_in(path), '--file', path)
    text = run('calendar', 'tuesdays', '--file', path)[0]
    day, expected = datetime(2036, 9, 9), [local('2036-09-03', 7, 41)]
    while day <= datetime(2037, 6, 16):
        if not datetime(2036, 12, 22) <= day <= datetime(2037, 1, 2):
            expected.append(local(day.date().isoformat(), 7, 41))
        day += timedelta(days=7)
    assert starts_of(text) == expected, (starts_of(text), expected)
    assert len({start.hour for start in expected}) == 2, 'the clocks do change in between'
    for secret in (b'Ana', b'Salary', b'example.org', b'ORGANIZER', b'ATTENDEE'):
        assert secret not in text, secret
    assert b'(off the record)' in text
    event = icalendar.Calendar.from_ical(text).walk('VEVENT')[0]
    assert str(event['SUMMARY']) == TITLE and str(event['LOCATION']) == 'Room 7', event
    again = run('calendar', 'moved', '--file', path)[0]
    assert b'UID:moved@lamplighter' in again and b'UID:moved@lamplighter' in text


def a_calendar_is_written_to_a_file_of_ones_own():
    path = new_file()
    target = path.with_name('out.ics')
    assert run('calendar', 'tuesdays', '--file', path, '--output', target)[0] == b''
    text = target.read_bytes()
    assert text.startswith(b'BEGIN:VCALENDAR\r\n') and text.endswith(b'END:VCALENDAR\r\n')
    assert text.count(b'\n') == text.count(b'\r\n') and max(map(len, text.split(b'\r\n'))) <= 75
    assert target.stat().st_mode & 0o777 == 0o600
    run('calendar', 'tuesdays', '--file', path, '--output', '/nowhere/out.ics', status=1)


tap.run('calendars',
        closures_are_taken_once,
        what_cannot_be_read_is_refused,
        another_reader_finds_the_same_instants_across_the_change_of_the_clocks,
        a_calendar_is_written_to_a_file_of_ones_own)
