#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A commitment is made, found overdue, ticked off and taken back, by the keyboard alone."""

import datetime

from journey import community_file, driver, go_to, open_example, person, records, shows, tap

# A person's words are no markup.
TEXT = 'Bring Tom & <b>Jerry</b> to the library'
YESTERDAY = (datetime.date.today() - datetime.timedelta(days=1)).isoformat()


def find(path):
    return next((commitment for commitment in records(path, 'commitments') if commitment['text'] == TEXT), None)


def tab_to(program, judge, what, key='Tab'):
    """Presses Tab until the focus is where @judge says."""
    for _ in range(60):
        node = program.focus()
        if node and judge(node):
            return node
        before = node
        program.keys(key)
        driver.wait(lambda: program.focus() != before, f'the focus to move on the way to {what}')
    raise driver.Missing(f'Tab does not lead to {what}')


def go_to_commitments(program):
    go_to(program, 'Meetings')
    tab_to(program, lambda node: node.name == 'Meetings' and node.role != 'list item', 'the sections of the view')
    program.keys('Right')
    driver.wait(lambda: (node := program.focus()) and node.name == 'Commitments', 'the focus on the section')
    program.keys('space')
    driver.wait(lambda: program.window.all('list', 'Commitments'), 'the list of commitments')


def make_commitment(program, path):
    tab_to(program, lambda node: node.name == 'Add Commitment', 'the button that adds a commitment')
    program.keys('Return')
    driver.wait(lambda: (node := program.focus()) and node.name == 'What is promised?', 'the focus in the first field')
    program.type(TEXT)
    tab_to(program, lambda node: node.name == 'By When' and node.has(driver.State.EDITABLE), 'the day')
    program.keys('ctrl+a')
    program.type(YESTERDAY)
    program.keys('Return')
    return driver.wait(lambda: find(path), 'the commitment in the file')


def go_to_row(program):
    """Down the list, to the row of the commitment."""
    tab_to(program, lambda node: node.role == 'list item', 'the list')
    name = ''
    while not name.startswith(TEXT):
        before = name
        program.keys('Down')
        name = driver.wait(lambda: (node := program.focus()) and node.has(driver.State.SELECTED)
                           and node.name != before and node.name, 'the next row to be selected')


def a_commitment_is_made_found_overdue_ticked_and_taken_back():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        go_to_commitments(program)
        assert make_commitment(program, path)['due'] == YESTERDAY
        driver.wait(lambda: shows(program, '1 day overdue'), 'it to be overdue in the list')
        row = program.window.find('list item', lambda name: name.startswith(TEXT))
        assert '1 day overdue' in row.name, row.name
        check = program.window.find('check box', f'Done: {TEXT}')
        assert check.actions(), 'the check has no action'
        go_to_row(program)
        program.keys('space')
        driver.wait(lambda: 'done_on' in find(path), 'it to be done')
        program.keys('ctrl+z')
        driver.wait(lambda: 'done_on' not in find(path), 'it to be open again')
        check = program.window.find('check box', f'Done: {TEXT}')
        check.press()
        driver.wait(lambda: 'done_on' in find(path), 'it to be done by an assistive tool')


tap.run('commitments',
        a_commitment_is_made_found_overdue_ticked_and_taken_back)
