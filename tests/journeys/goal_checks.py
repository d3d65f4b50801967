#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks found is gone to, mended and set aside beside the goals, by keyboard alone."""

from journey import cli, community_file, driver, go_to, open_example, person, records, shows, tap

ORPHAN = 'A shelf of apparatus that all three schools share'
ABOVE = 'Three in four third graders understand what they read'
FOUND = f'The goal “{ORPHAN}” supports no other goal.'
GROUP = 'Goals that align with nothing'


def show_goals(program):
    """In a window wide enough for the panel to stand beside the tree when the details are open, too."""
    program.resize(1390, 960)
    go_to(program, 'Goals')


def find_goal(path, title):
    return next(goal for goal in records(path, 'goals') if goal['title'] == title)


def group(program, title=GROUP):
    """The rows of the panel under @title: none when there is no such finding."""
    panel = program.window.find('grouping', 'Checks')
    return panel.all('label', title)


def go_on(program, key, judge, what):
    """Presses @key until the focus is on what is looked for."""
    for _ in range(40):
        node = program.focus()
        if node and judge(node):
            return node
        program.keys(key)
    raise AssertionError(f'{key} does not lead to {what}; the focus is on {program.focus()!r}')


def tab_to(program, name):
    return go_on(program, 'Tab', lambda node: node.name == name, f'“{name}”')


def open_group(program, title=GROUP):
    """From the head of the panel down to the group, and into it."""
    driver.wait(lambda: group(program, title), f'the group “{title}”')
    go_on(program, 'Tab', lambda node: node.name.startswith('Checks: '), 'the head of the panel')
    go_on(program, 'Tab', lambda node: node.role == 'list item', 'the findings')
    go_on(program, 'Down', lambda node: any(below.name == title for below in node.walk()), f'“{title}”')
    program.keys('Return')
    program.window.find('button', lambda name: name.startswith('Set Aside…: '))


def align(program, above):
    """Ctrl+J, a part of the other goal’s words, and Return."""
    program.keys('ctrl+j')
    dialog = program.dialog()
    driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the focus in the search')
    program.type(above[:24])
    driver.wait(lambda: len(dialog.all('list item')) == 1, 'one goal found')
    program.keys('Return')
    program.await_no_dialog()


def an_orphan_is_gone_to_aligned_and_taken_back():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        show_goals(program)
        open_group(program)
        tab_to(program, f'Go There: {FOUND}')
        program.keys('Return')
        # The focus is on the goal, wherever that stands.
        driver.wait(lambda: (node := program.focus()) and ORPHAN in node.name, f'the focus on “{ORPHAN}”')
        align(program, ABOVE)
        driver.wait(lambda: find_goal(path, ORPHAN).get('parent') == find_goal(path, ABOVE)['id'], 'the alignment in the file')
        driver.wait(lambda: not group(program), 'the finding to be gone')
        program.keys('ctrl+z')
        driver.wait(lambda: 'parent' not in find_goal(path, ORPHAN), 'the alignment to be taken back')
        driver.wait(lambda: group(program), 'the finding to be back')


def what_is_safe_to_mend_is_mended_with_one_key():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        show_goals(program)
        title = 'Mandated strategies that nobody looks at again'
        open_group(program, title)
        button = program.window.find('button', lambda name: name.startswith('Look Again on '))
        tab_to(program, button.name)
        program.keys('Return')
        driver.wait(lambda: not group(program, title), 'the finding to be gone')
        assert any('revisit_on' in strategy for strategy in records(path, 'strategies') if strategy['id'] == 'reading-block')


def what_is_set_aside_stays_aside_after_a_restart():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        show_goals(program)
        open_group(program)
        tab_to(program, f'Set Aside…: {FOUND}')
        program.keys('Return')
        program.dialog()
        driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the focus in the reason')
        program.type('We share it anyway')
        tab_to(program, 'Set Aside')
        program.keys('Return')
        program.await_no_dialog()
        driver.wait(lambda: not group(program), 'the finding to be out of sight')
        assert [silence['reason'] for silence in records(path, 'silences')] == ['We share it anyway']

        program.restart()
        show_goals(program)
        driver.wait(lambda: group(program, 'Goals without an owner'), 'the findings')
        assert not group(program) and 'G-ORPHAN' not in cli(path, 'check')
        program.keys('ctrl+z')
        driver.wait(lambda: group(program), 'the finding to be back')
        assert not shows(program, 'We share it anyway')


tap.run('goal_checks',
        an_orphan_is_gone_to_aligned_and_taken_back,
        what_is_safe_to_mend_is_mended_with_one_key,
        what_is_set_aside_stays_aside_after_a_restart)
