#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A goal is added, aligned, taken back, and done again after a restart; what is in the file is asked of the other program."""

from journey import community_file, driver, go_to, open_example, person, records, shows, tap

# A person's words are no markup.
TITLE = 'Tom & <b>Jerry</b> read together'
ABOVE = 'Three in four third graders understand what they read'


def find_goal(path, title):
    return next((goal for goal in records(path, 'goals') if goal['title'] == title), None)


def wait_for_goal(path, title, judge, what):
    return driver.wait(lambda: (goal := find_goal(path, title)) and judge(goal) and goal, what)


def add_goal(program, path, title):
    """Ctrl+N and typing: the focus is in the title by itself."""
    go_to(program, 'Goals')
    program.keys('ctrl+n')
    entry = driver.wait(lambda: (node := program.focus()) and node.name == 'Title' and node, 'the focus in the title')
    entry.write(title)
    program.keys('Return')
    driver.wait(lambda: shows(program, title), f'“{title}” in the view')
    return wait_for_goal(path, title, lambda _goal: True, f'“{title}” in the file')


def align_goal(program, above):
    """By its command, as from the menu; the dialog finds the other goal by a part of its words."""
    program.window.find('toggle button', 'View Menu').press()
    driver.wait(lambda: program.root.all('menu item'), 'the menu')
    program.keys('a')
    dialog = program.dialog()
    driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the focus in the search')
    program.type(above[:24])
    driver.wait(lambda: len(dialog.all('list item')) == 1, 'one goal found')
    program.keys('Return')
    program.await_no_dialog()


def bring_into_sight(program, words):
    """A picture that is larger than the window shows its beginning: Ctrl+K goes to the goal itself."""
    program.keys('ctrl+k')
    dialog = program.dialog()
    program.type(words)
    driver.wait(lambda: len(dialog.all('list item')) == 1, f'one record with “{words}”')
    program.keys('Return')
    program.await_no_dialog()


def a_goal_is_added_aligned_undone_and_done_again_after_a_restart():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        above = find_goal(path, ABOVE)['id']
        assert 'parent' not in add_goal(program, path, TITLE)

        align_goal(program, ABOVE)
        wait_for_goal(path, TITLE, lambda goal: goal.get('parent') == above, 'the alignment in the file')
        driver.wait(lambda: shows(program, f'“{TITLE}” (Team) supports “{ABOVE}” (School)'), 'the alignment in the view')

        program.window.find('button', 'Undo: Align Goal').press()
        wait_for_goal(path, TITLE, lambda goal: 'parent' not in goal, 'the alignment to be taken back')

        program.restart()
        go_to(program, 'Goals')
        program.window.find('button', 'Redo: Align Goal').press()
        wait_for_goal(path, TITLE, lambda goal: goal.get('parent') == above, 'the alignment to be done again')
        bring_into_sight(program, 'Jerry read')
        driver.wait(lambda: shows(program, f'“{TITLE}” (Team) supports “{ABOVE}” (School)'), 'the alignment in the view')


def what_was_done_before_the_power_went_is_there_afterwards():
    with person() as home:
        path = community_file(home, example=True)
        with open_example(home) as program:
            add_goal(program, path, TITLE)
            program.kill()
        with open_example(home) as program:
            go_to(program, 'Goals')
            driver.wait(lambda: shows(program, TITLE), f'“{TITLE}” in the view')


def a_deleted_goal_comes_back_with_ctrl_z():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        goal = add_goal(program, path, TITLE)
        program.window.find('button', 'Delete').press()
        driver.wait(lambda: find_goal(path, TITLE) is None, 'the goal to go')
        # The focus is where the goal was, not in a field with an undo of its own.
        driver.wait(lambda: not program.focus() or not program.focus().has(driver.State.EDITABLE), 'no field to have the focus')
        program.keys('ctrl+z')
        wait_for_goal(path, TITLE, lambda again: again['id'] == goal['id'], 'the same goal to come back')


def an_empty_field_with_the_focus_does_not_keep_ctrl_z():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        add_goal(program, path, TITLE)
        program.keys('ctrl+f')
        driver.wait(lambda: program.focus() and program.focus().has(driver.State.EDITABLE) and not program.focus().text(),
                    'the empty search to have the focus')
        program.keys('ctrl+z')
        # The first step back is the title, the second the goal itself.
        driver.wait(lambda: find_goal(path, TITLE) is None, 'the last step to be taken back')
        program.keys('ctrl+shift+z')
        wait_for_goal(path, TITLE, lambda again: True, 'it to be done again')


tap.run('goals',
        a_goal_is_added_aligned_undone_and_done_again_after_a_restart,
        what_was_done_before_the_power_went_is_there_afterwards,
        a_deleted_goal_comes_back_with_ctrl_z,
        an_empty_field_with_the_focus_does_not_keep_ctrl_z)
