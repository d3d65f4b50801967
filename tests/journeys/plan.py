#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A meeting is planned by keyboard alone: proposed from where things stand, one item left, one more asked for later."""

from journey import community_file, driver, go_to, open_example, person, records, shows, tap


def meetings(path):
    return {meeting['id']: meeting for meeting in records(path, 'meetings')}


def agenda(path, meeting):
    items = [item for item in records(path, 'agenda_items') if item['meeting'] == meeting]
    return sorted(items, key=lambda item: item['position'])


def open_dialog(program):
    go_to(program, 'Meetings')
    program.keys('ctrl+n')
    dialog = program.dialog()
    driver.wait(lambda: (node := program.focus()) and node.name == 'Add' and node, 'the focus on Add')
    return dialog


def checks(dialog):
    return dialog.all('check box')


def wait_for_new(path, before):
    return driver.wait(lambda: next((meeting for key, meeting in meetings(path).items() if key not in before), None),
                       'a new meeting in the file')


def two_keystrokes_make_an_agenda_that_fits_and_says_why():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        before = meetings(path)
        open_dialog(program)
        program.keys('Return')
        meeting = wait_for_new(path, before)
        program.await_no_dialog()
        items = agenda(path, meeting['id'])
        assert len(items) >= 4, items
        assert sum(item['minutes'] for item in items) <= meeting['minutes']
        assert all(item.get('why') for item in items), items
        driver.wait(lambda: all(shows(program, item['title']) for item in items[:2]), 'the agenda in the view')


def tab_to(program, judge, what, most=60):
    """Goes on by Tab, or by the arrows within a list, until what has the focus is the right one."""
    for _ in range(most):
        node = program.focus()
        if node and judge(node):
            return node
        seen = (node.role, node.name) if node else None
        program.keys('Tab')
        driver.wait(lambda: (now := program.focus()) and (now.role, now.name) != seen, f'the focus to move on from {seen}')
    raise driver.Missing(f'Tab never came to {what}')


def one_item_is_left_and_one_undo_takes_all_away():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        before = meetings(path)
        states = {item['id']: item.get('state') for item in records(path, 'agenda_items')}
        dialog = open_dialog(program)
        offered = [node.name for node in checks(dialog)]
        assert len(offered) >= 4, offered
        check = tab_to(program, lambda node: node.role == 'check box', 'the first item')
        left = check.name.split(',')[0]
        program.keys('space')
        driver.wait(lambda: not check.has(driver.State.CHECKED), 'the item to be left')
        # Enter in a list would take the item again: Add is a key of its own from anywhere.
        program.keys('alt+a')
        meeting = wait_for_new(path, before)
        titles = [item['title'] for item in agenda(path, meeting['id'])]
        assert left not in titles and titles, titles

        program.await_no_dialog()
        program.keys('ctrl+z')
        driver.wait(lambda: meetings(path).keys() == before.keys(), 'the meeting to be taken away')
        assert {item['id']: item.get('state') for item in records(path, 'agenda_items')} == states


def escape_makes_nothing():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        before = meetings(path)
        open_dialog(program)
        program.keys('Escape')
        program.await_no_dialog()
        assert meetings(path).keys() == before.keys()


tap.run('plan',
        two_keystrokes_make_an_agenda_that_fits_and_says_why,
        one_item_is_left_and_one_undo_takes_all_away,
        escape_makes_nothing)
