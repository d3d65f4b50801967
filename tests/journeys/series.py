#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A series is made by keyboard alone, after the school's calendar has been read: no meeting lands on a holiday."""

import datetime

from journey import cli, community_file, driver, go_to, open_example, person, records, tap


def next_tuesday():
    today = datetime.date.today()
    return today + datetime.timedelta(days=(1 - today.weekday()) % 7 or 7)


def calendar_in(home, first, last):
    path = home / 'district.ics'
    path.write_bytes(('BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:w\r\nSUMMARY:Tom & <b>Jerry</b> week\r\n'
                      f'DTSTART;VALUE=DATE:{first:%Y%m%d}\r\n'
                      f'DTEND;VALUE=DATE:{last + datetime.timedelta(days=1):%Y%m%d}\r\n'
                      'END:VEVENT\r\nEND:VCALENDAR\r\n').encode())
    return path


def open_from_menu(program, letter):
    """The menu of the view, beside that of the window."""
    button = program.window.find('toggle button', 'View Menu')
    button.press()
    driver.wait(lambda: program.root.all('menu item'), 'the menu of the view')
    program.keys(letter)


def closures_are_imported(program, path, calendar):
    open_from_menu(program, 'd')
    program.root.find('button', 'Import…').press()
    program.choose_file(calendar, 'Open')
    take = driver.wait(lambda: next(iter(program.root.all('button', 'Import 1')), None), 'the preview')
    assert records(path, 'closures') == before_closures(path), 'nothing is written before it is confirmed'
    take.press()
    driver.wait(lambda: any(row.get('source') == 'w' for row in records(path, 'closures')), 'the holiday')
    program.keys('Escape')
    program.await_no_dialog()


def before_closures(path):
    return [row for row in records(path, 'closures') if row.get('source') != 'w']


def tab_to(program, label, most=40):
    """Goes on by Tab until what has the focus is the entry of that name."""
    for _ in range(most):
        node = program.focus()
        if node and node.role == 'text' and node.name == label:
            return
        seen = (node.role, node.name) if node else None
        program.keys('Tab')
        driver.wait(lambda: (now := program.focus()) and (now.role, now.name) != seen, f'the focus to leave {seen}')
    raise driver.Missing(f'Tab never came to {label}')


def type_into(program, label, text):
    tab_to(program, label)
    program.keys('ctrl+a')
    program.type(text)


def a_series_skips_the_holiday_and_one_undo_takes_all_away():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        before = {meeting['id'] for meeting in records(path, 'meetings')}
        series_before = {series['id'] for series in records(path, 'series')}
        tuesday = next_tuesday()
        holiday = tuesday + datetime.timedelta(days=7)
        go_to(program, 'Meetings')
        closures_are_imported(program, path, calendar_in(home, holiday, holiday))

        open_from_menu(program, 's')
        program.root.find('button', 'Add Series').press()
        driver.wait(lambda: (node := program.focus()) and node.name == 'Title', 'the focus on the title')
        type_into(program, 'Title', 'Data team')
        type_into(program, 'First Meeting', f'{tuesday.isoformat()} 07:41')
        type_into(program, 'Make Meetings Until', (tuesday + datetime.timedelta(days=21)).isoformat())
        program.keys('Tab')
        driver.wait(lambda: any('No school: Tom & <b>Jerry</b> week' in node.name + node.description
                                for node in program.root.walk()), 'the holiday in the preview')
        program.keys('alt+a')
        driver.wait(lambda: {row['id'] for row in records(path, 'series')} != series_before, 'the series')
        made = sorted(meeting['starts_at'] for meeting in records(path, 'meetings') if meeting['id'] not in before)
        expected = [tuesday + datetime.timedelta(days=days) for days in (0, 14, 21)]
        assert made == [f'{day.isoformat()}T07:41' for day in expected], made

        program.keys('Escape')
        program.await_no_dialog()
        program.keys('ctrl+z')
        driver.wait(lambda: {row['id'] for row in records(path, 'series')} == series_before, 'the series to go')
        assert {meeting['id'] for meeting in records(path, 'meetings')} == before
        cli(path, 'verify')


tap.run('series',
        a_series_skips_the_holiday_and_one_undo_takes_all_away)
