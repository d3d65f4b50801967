#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard alone: a goal is measured, and its progress follows in the inspector and in the node; a plan of ten goals
is typed in one go, and what belongs to a goal is opened, changed and left again."""

from journey import community_file, driver, go_to, open_example, person, records, shows, tap

GOAL = 'Every third grader reads aloud to an adult twice a week'


def select_goal(program, title):
    """Ctrl+K leads to anything by its name."""
    program.keys('ctrl+k')
    program.dialog()
    driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the focus in the search')
    program.type(title)
    driver.wait(lambda: any(title in node.name for node in program.dialog().all('list item')), 'the goal to be found')
    program.keys('Return')
    driver.wait(lambda: not program.root.all(('dialog', 'alert')), 'the dialog to close')
    driver.wait(lambda: shows(program, 'Add Measurement'), 'the goal in the inspector')


def await_focus(program, name):
    return driver.wait(lambda: (node := program.focus()) and node.name == name and node, f'the focus in “{name}”')


def await_node(program, title, words):
    driver.wait(lambda: any(title in node.name and words in node.name for node in program.window.all('list item')),
                f'“{words}” in the node of “{title}”')


def await_value(program):
    """The date has a calendar of its own to tab past."""
    for _ in range(4):
        if (node := program.focus()) and node.name == 'Value':
            return
        before = program.focus()
        program.keys('Tab')
        driver.wait(lambda before=before: program.focus() not in (None, before), 'the focus to move on')
    await_focus(program, 'Value')


def get_value(path, measurement):
    return next((row['value'] for row in records(path, 'measurements') if row['id'] == measurement), None)


def values(path, goal):
    return sorted(row['value'] for row in records(path, 'measurements') if row['goal'] == goal)


def a_measurement_is_a_number_and_enter_and_progress_follows():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        goal = next(row['id'] for row in records(path, 'goals') if row['title'] == GOAL)
        before = values(path, goal)
        go_to(program, 'Goals')
        select_goal(program, GOAL)
        await_node(program, GOAL, '71 %')

        program.keys('ctrl+shift+n')
        await_focus(program, 'Add Measurement')
        program.type('2')
        program.keys('Return')
        driver.wait(lambda: values(path, goal) == sorted(before + [2]), 'the measurement in the file')
        await_node(program, GOAL, '100 %')
        driver.wait(lambda: shows(program, 'on the way from 0.6 times to 2 times'), 'how it was computed')

        # The entry is empty again, so that the step is taken back and not what was typed.
        program.keys('ctrl+z')
        driver.wait(lambda: values(path, goal) == before, 'the measurement to be taken back')
        await_node(program, GOAL, '71 %')


def a_related_record_is_opened_changed_and_left_by_keys():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        goal = next(row['id'] for row in records(path, 'goals') if row['title'] == GOAL)
        last = max((row for row in records(path, 'measurements') if row['goal'] == goal), key=lambda row: row['measured_on'])
        go_to(program, 'Goals')
        select_goal(program, GOAL)
        program.keys('ctrl+shift+n')
        await_focus(program, 'Add Measurement')
        # The plus, then the latest of them.
        program.keys('Tab', 'Tab', 'Return')
        await_focus(program, 'Measured on')
        await_value(program)
        program.type('1.8')
        program.keys('Return')
        driver.wait(lambda: get_value(path, last['id']) == 1.8, 'the value in the file')
        program.keys('Escape')
        driver.wait(lambda: shows(program, '1.8 times'), 'the goal again, with what was changed')
        program.keys('Delete')
        driver.wait(lambda: get_value(path, last['id']) is None, 'the measurement to go')
        assert any(row['id'] == goal for row in records(path, 'goals')), 'the goal has gone with its measurement'
        program.keys('ctrl+z')
        driver.wait(lambda: get_value(path, last['id']) == 1.8, 'the measurement to come back')


def add(program, keys, title):
    program.keys(keys)
    driver.wait(lambda: (node := program.focus()) and node.name == 'Title' and node.text() == 'New Goal',
                'the focus in the title of a new goal')
    program.type(title)


def a_plan_of_ten_goals_is_typed_without_the_mouse():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        go_to(program, 'Goals')
        select_goal(program, 'Every graduate leaves with a plan they believe in')
        for number in (1, 2):
            add(program, 'ctrl+alt+n', f'Aim {number}')
        add(program, 'ctrl+n', 'School 1')
        for number in (2, 3):
            add(program, 'ctrl+alt+n', f'School {number}')
        add(program, 'ctrl+n', 'Team 1')
        for number in (2, 3, 4, 5):
            add(program, 'ctrl+alt+n', f'Team {number}')
        program.keys('Return')

        def plan():
            goals = {row['id']: row for row in records(path, 'goals')}
            return {row['title']: (row['level'], goals[row['parent']]['title'] if 'parent' in row else None)
                    for row in goals.values() if row['title'].split()[0] in ('Aim', 'School', 'Team', 'New')}

        expected = {f'Aim {number}': ('system', None) for number in (1, 2)}
        expected |= {f'School {number}': ('school', 'Aim 2') for number in (1, 2, 3)}
        expected |= {f'Team {number}': ('team', 'School 3') for number in range(1, 6)}
        driver.wait(lambda: plan() == expected, f'the plan in the file, which has {plan()}')


tap.run('goals-inspector',
        a_measurement_is_a_number_and_enter_and_progress_follows,
        a_related_record_is_opened_changed_and_left_by_keys,
        a_plan_of_ten_goals_is_typed_without_the_mouse)
