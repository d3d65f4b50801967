#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting is run by keyboard alone, from F5 to its minutes; and the power goes in its midst."""

import datetime
import json
import re
import subprocess
import time
import unicodedata

from journey import cli, community_file, community_is_open, driver, go_to, person, records, shows, tap

TITLES = ['Arrive', 'Two pictures of one lesson', 'Between us', 'Look back']


def document():
    """A community that meets now, whatever day it is."""
    now = datetime.datetime.now().strftime('%Y-%m-%dT%H:%M')
    items = [{'id': f'i{place}', 'meeting': 'm', 'position': place, 'title': title, 'kind': kind, 'minutes': minutes, **more}
             for place, (title, kind, minutes, more) in enumerate([
                 (TITLES[0], 'check-in', 4, {'protected': True}),
                 (TITLES[1], 'work', 20, {'minutes_min': 10, 'speaks': 'Everybody but Ana'}),
                 (TITLES[2], 'conversation', 10, {'minutes_min': 5, 'off_record': True}),
                 (TITLES[3], 'reflection', 6, {'protected': True})])]
    return {
        'format': 'lamplighter', 'version': 1,
        'communities': [{'id': 'team', 'name': 'Third Grade Team', 'kind': 'team'}],
        'people': [{'id': 'ana', 'name': 'Ana Ruiz', 'sector': 'educators', 'wall': 'inside'}],
        'meetings': [{'id': 'm', 'community': 'team', 'title': 'Talk first', 'starts_at': now, 'minutes': 44,
                      'state': 'open'}],
        'attendances': [{'id': 'a', 'meeting': 'm', 'person': 'ana', 'state': 'present'}],
        'agenda_items': items,
    }


def prepare(home):
    """Brings the community into the person's own file, before the program is started for the first time."""
    path = community_file(home)
    path.parent.mkdir(parents=True)
    source = home / 'meeting.json'
    source.write_text(json.dumps(document()))
    cli(path, 'import', source)
    return path


def record(path, kind, identifier):
    return next(entry for entry in records(path, kind) if entry['id'] == identifier)


def button(program, name):
    return program.window.find('button', name)


def no_dialog(program):
    program.await_no_dialog()


def start(program):
    program.keys('F5')
    button(program, 'Start')
    program.keys('space')
    button(program, 'Pause')
    now_is(program, TITLES[0])


def now_is(program, title):
    """The heading of the first zone."""
    zone = program.window.find(('panel', 'grouping'), 'Now')
    driver.wait(lambda: zone.all(name=title), f'“{title}” to be under way')


def write_down(program, key, words):
    program.keys(key)
    dialog = program.dialog()
    driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'a field to have the focus')
    program.type(words)
    program.keys('Return')
    no_dialog(program)
    return dialog


def close_meeting(program):
    """What Ctrl+Enter asks, answered by the same keys."""
    dialog = program.dialog()
    dialog.find('button', 'Close Meeting')
    program.keys('ctrl+Return')
    no_dialog(program)


def save_minutes(program, path):
    program.keys('ctrl+p')
    program.dialog().find('list item', 'Page 1 of 1')
    program.keys('alt+s')
    program.choose_file(path, 'Save')
    driver.wait(lambda: path.exists() and path.stat().st_size, 'the minutes')


def read_pdf(path):
    text = subprocess.run(['pdftotext', '-layout', path, '-'], check=True, capture_output=True, text=True).stdout
    # A font may join two letters into one.
    return unicodedata.normalize('NFKC', ' '.join(text.split()))


def clock(program):
    """Seconds that are left on the clock, and between which two moments that was so."""
    before = time.monotonic()
    labels = [node for node in program.window.walk() if node.role in ('timer', 'label')]
    texts = [node.text() for node in labels if 'Text' in node.accessible.get_interfaces()]
    shown = next((match for text in texts if (match := re.fullmatch(r'(\d+):(\d\d)', text))), None)
    assert shown, texts
    return int(shown[1]) * 60 + int(shown[2]), before, time.monotonic()


def a_meeting_is_run_by_keyboard_alone_from_f5_to_its_minutes():
    with person() as home:
        path = prepare(home)
        with driver.Program(home) as program:
            community_is_open(program)
            start(program)
            program.keys('Right')
            now_is(program, TITLES[1])

            program.keys('n')
            driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the notes to have the focus')
            program.type('Next time we pause')
            program.keys('Escape')
            driver.wait(lambda: record(path, 'agenda_items', 'i1').get('outcome') == 'Next time we pause', 'the note')

            write_down(program, 'd', 'We try pairs before pencils')
            driver.wait(lambda: [entry for entry in records(path, 'decisions') if entry.get('item') == 'i1'], 'the decision')
            write_down(program, 'c', 'Bring six retellings')
            driver.wait(lambda: [entry for entry in records(path, 'commitments') if entry.get('item') == 'i1'],
                        'the commitment')

            program.keys('ctrl+Return')
            close_meeting(program)
            driver.wait(lambda: record(path, 'meetings', 'm')['state'] == 'closed', 'the meeting to be closed')
            assert record(path, 'agenda_items', 'i0')['state'] == 'discussed'
            driver.wait(lambda: shows(program, 'This meeting is closed'), 'the closed meeting in its view')

            save_minutes(program, home / 'minutes.pdf')
            minutes = read_pdf(home / 'minutes.pdf')
            for words in ('Talk first', 'Next time we pause', 'We try pairs before pencils', 'Bring six retellings'):
                assert words in minutes, f'{words} is not in the minutes: {minutes}'


def what_is_typed_is_no_command_and_what_is_off_the_record_takes_no_notes():
    with person() as home:
        path = prepare(home)
        with driver.Program(home) as program:
            community_is_open(program)
            start(program)
            program.keys('n')
            driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the notes to have the focus')
            program.type('d c q p b + - 1')
            program.keys('Escape')
            driver.wait(lambda: record(path, 'agenda_items', 'i0').get('outcome') == 'd c q p b + - 1', 'the note')
            assert not program.dialogs()
            button(program, 'Pause')
            program.keys('Right', 'Right')
            now_is(program, TITLES[2])
            note = button(program, 'Note')
            driver.wait(lambda: not note.has(driver.State.SENSITIVE), 'no notes to be taken')
            assert button(program, 'Decision').has(driver.State.SENSITIVE)


def the_window_is_left_and_a_banner_leads_back():
    with person() as home:
        prepare(home)
        with driver.Program(home) as program:
            community_is_open(program)
            start(program)
            program.keys('Escape')
            community_is_open(program)
            driver.wait(lambda: shows(program, 'A meeting is running: Talk first'), 'the banner')
            go_to(program, 'Goals')
            program.keys('F5')
            now_is(program, TITLES[0])
            button(program, 'Pause')


def after_the_power_went_it_goes_on_in_the_same_second():
    with person() as home:
        prepare(home)
        with driver.Program(home) as program:
            community_is_open(program)
            start(program)
            program.keys('Right')
            now_is(program, TITLES[1])
            left, since, until = clock(program)
            program.kill()
        with driver.Program(home) as program:
            button(program, 'Pause')
            now_is(program, TITLES[1])
            left_now, since_now, until_now = clock(program)
            # As many seconds are gone from the clock as went by; a second each way for what a clock leaves out, and one
            # for a picture of it that is being drawn.
            assert since_now - until - 2 <= left - left_now <= until_now - since + 2, (
                left, since, until, left_now, since_now, until_now)


tap.run('running',
        a_meeting_is_run_by_keyboard_alone_from_f5_to_its_minutes,
        what_is_typed_is_no_command_and_what_is_off_the_record_takes_no_notes,
        the_window_is_left_and_a_banner_leads_back,
        after_the_power_went_it_goes_on_in_the_same_second)
