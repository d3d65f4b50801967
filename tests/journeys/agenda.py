#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An item of an agenda is dragged to another place."""

from journey import community_file, driver, go_to, open_example, person, records, tap

def agenda(path, meeting):
    items = [item for item in records(path, 'agenda_items') if item['meeting'] == meeting]
    return sorted(items, key=lambda item: item['position'])


def wait_for(path, meeting, judge, what):
    return driver.wait(lambda: judge(items := agenda(path, meeting)) and items, what)


def wait_for_dialog_to_close(program):
    driver.wait(lambda: not program.root.all(('dialog', 'alert')), 'the dialog to close')


def new_meeting(program, path):
    before = {meeting['id'] for meeting in records(path, 'meetings')}
    go_to(program, 'Meetings')
    program.keys('ctrl+n')
    driver.wait(lambda: (node := program.focus()) and node.name == 'Add' and node, 'the focus on Add')
    program.keys('Return')
    new = driver.wait(lambda: [meeting for meeting in records(path, 'meetings') if meeting['id'] not in before],
                      'a new meeting')
    wait_for_dialog_to_close(program)
    return new[0]


def row(program, title):
    return program.window.find('list item', lambda name: f': {title}' in name)


def an_item_is_dragged_to_another_place():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        key = new_meeting(program, path)['id']
        before = [item['title'] for item in agenda(path, key)]
        row(program, before[1]).drag_to(row(program, before[0]))
        moved = [before[1], before[0], *before[2:]]
        wait_for(path, key, lambda items: [item['title'] for item in items] == moved, 'the item to stand above the other')
        program.keys('ctrl+z')
        wait_for(path, key, lambda items: [item['title'] for item in items] == before, 'it to go back')


tap.run('agenda', an_item_is_dragged_to_another_place)
