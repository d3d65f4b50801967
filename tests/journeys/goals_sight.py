#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard alone: a goal is collapsed and still is after a restart, the overdue ones are asked for, words are found."""

from journey import driver, go_to, open_example, person, shows, tap

ABOVE = 'Three in four third graders understand what they read'
BELOW = 'First graders know forty letter patterns by February'


def card(program, title):
    """The node of a goal in the tree; its name begins with the goal's own title."""
    return next((node for node in program.window.all('list item') if node.name.startswith(f'“{title}”')), None)


def focus(program):
    """What the focus went to last, without a search for it."""
    while driver.GLib.MainContext.default().iteration(False):
        pass
    return program.focused and driver.Node(program, program.focused)


def has_focus(program, judge):
    return (node := focus(program)) and judge(node)


def tab_to(program, judge, what):
    """Presses Tab until what is wanted has the focus."""
    for _ in range(30):
        before = focus(program)
        if before and judge(before):
            return
        program.keys('Tab')
        driver.wait(lambda before=before: focus(program) not in (None, before), 'the focus to move on')
    raise AssertionError(f'waited in vain for {what}')


def focus_on(program, title):
    """Walks into the tree with Tab, and from its first goal to one that supports it with an arrow."""
    tab_to(program, lambda node: node.role == 'list item' and node.name.startswith('“'), 'the focus in the tree')
    program.keys('Home')
    driver.wait(lambda: has_focus(program, lambda node: 'stands at the top' in node.description), 'the first goal')
    program.keys('Right')
    driver.wait(lambda: has_focus(program, lambda node: node.name.startswith(f'“{title}”')), f'the focus on “{title}”')


def press_button(program, name):
    """Goes to a button with Tab and presses it with Space."""
    tab_to(program, lambda node: node.name == name, f'the focus on “{name}”')
    program.keys('space')


def a_goal_collapsed_by_keyboard_is_collapsed_after_a_restart():
    with person() as home, open_example(home) as program:
        go_to(program, 'Goals')
        driver.wait(lambda: card(program, BELOW), 'what supports the goal')
        focus_on(program, ABOVE)
        assert card(program, ABOVE).has(driver.State.EXPANDABLE, driver.State.EXPANDED)
        program.keys('minus')
        driver.wait(lambda: not card(program, BELOW), 'it to be hidden')
        assert not card(program, ABOVE).has(driver.State.EXPANDED)

        program.restart()
        go_to(program, 'Goals')
        driver.wait(lambda: card(program, ABOVE), 'the goal')
        assert not card(program, BELOW)
        focus_on(program, ABOVE)
        program.keys('Right')
        driver.wait(lambda: card(program, BELOW), 'what supports the goal again')


def the_overdue_ones_are_asked_for_by_keyboard():
    with person() as home, open_example(home) as program:
        go_to(program, 'Goals')
        driver.wait(lambda: card(program, BELOW), 'a goal that is not overdue')
        press_button(program, 'Overdue')
        driver.wait(lambda: not card(program, BELOW), 'it to be gone')
        driver.wait(lambda: any('of 46 goals' in label.name for label in program.window.walk()), 'how many were found')
        press_button(program, 'Clear')
        driver.wait(lambda: card(program, BELOW), 'it to be back')


def words_are_found_one_after_the_other():
    with person() as home, open_example(home) as program:
        go_to(program, 'Goals')
        program.keys('ctrl+f')
        driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the search')
        program.type('patterns')
        program.keys('Return')
        driver.wait(lambda: (node := card(program, BELOW)) and node.has(driver.State.SELECTED), 'the first to be selected')
        driver.wait(lambda: shows(program, '1 of '), 'which of them it is')
        program.keys('ctrl+a')
        program.type('read')
        driver.wait(lambda: not card(program, BELOW), 'other goals')
        program.keys('Return')
        driver.wait(lambda: shows(program, '1 of '), 'the first of them')
        program.keys('ctrl+g')
        driver.wait(lambda: shows(program, '2 of '), 'the second of them')
        program.keys('ctrl+shift+g')
        driver.wait(lambda: shows(program, '1 of '), 'the first of them again')


tap.run('goals_sight',
        a_goal_collapsed_by_keyboard_is_collapsed_after_a_restart,
        the_overdue_ones_are_asked_for_by_keyboard,
        words_are_found_one_after_the_other)
