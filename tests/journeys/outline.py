#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The list of goals by keyboard alone: walked, folded, written into, sorted, indented, and all of it taken back."""

from journey import community_file, driver, go_to, open_example, person, records, tap, toggle_list

GOAL = 'Children choose a book and finish it'
# Where the orders stand in the menu, as steps from its first, which leads back.
PLAN, DUE = 1, 6
RENAMED = 'Children & <b>grown-ups</b> finish a book'


def find_goal(path, title):
    return next((goal for goal in records(path, 'goals') if goal['title'] == title), None)


def wait_for_goal(path, title, judge, what):
    return driver.wait(lambda: (goal := find_goal(path, title)) and judge(goal) and goal, what)


def lines(program):
    """What the lines of the list say, in their order."""
    return [node.name for node in program.window.all('table row')][1:]  # the first is the header


def is_line(program, node):
    return node.role in ('button', 'table row') and node.name in lines(program)


def focused(program, judge, what):
    return driver.wait(lambda: (node := program.focus()) and judge(node) and node, what)


def open_list(program):
    """Shows the list and goes into it, as Tab does."""
    go_to(program, 'Goals')
    toggle_list(program)
    driver.wait(lambda: lines(program), 'the lines')
    node = focused(program, lambda _node: True, 'the focus')
    for _ in range(40):
        if is_line(program, node):
            return
        program.keys('Tab')
        node = focused(program, lambda now, before=node: now != before, 'the focus to move on')
    raise AssertionError('Tab does not lead into the list')


def walk_to(program, title):
    """Goes down, line by line."""
    program.keys('Home')
    node = focused(program, lambda node: is_line(program, node) and node.name == lines(program)[0], 'the first line')
    for _ in range(60):
        if node.name.startswith(f'“{title}”'):
            return node
        program.keys('Down')
        node = focused(program, lambda now, before=node: is_line(program, now) and now != before, 'the next line')
    raise AssertionError(f'“{title}” is not met on the way down')


def sort_by(program, steps):
    """By the menu of the view: “Sort By”, and as many steps down."""
    program.window.find('toggle button', 'View Menu').press()
    driver.wait(lambda: program.root.all('menu item'), 'the menu')
    program.keys('Up', 'Up', 'Return')
    driver.wait(lambda: [node for node in program.root.all('menu item') if node.has(driver.State.CHECKED)], 'the orders')
    program.keys(*['Down'] * steps, 'Return')
    driver.wait(lambda: not program.root.all('menu item'), 'the menu to close')


def a_goal_is_renamed_set_moved_in_and_all_is_undone():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        before = records(path, 'goals')
        open_list(program)
        walk_to(program, GOAL)

        program.keys('F2')
        focused(program, lambda node: node.has(driver.State.EDITABLE) and node.text() == GOAL, 'the title to be written')
        program.type(RENAMED)
        program.keys('Return')
        goal = wait_for_goal(path, RENAMED, lambda _goal: True, 'the new title in the file')
        focused(program, lambda node: node.name.startswith(f'“{RENAMED}”'), 'the focus in its line again')

        program.keys('F2')
        focused(program, lambda node: node.has(driver.State.EDITABLE), 'the title')
        program.keys('Tab')
        focused(program, lambda node: node.role == 'list item' and node.name == 'In progress', 'the status')
        program.keys('Down', 'Down', 'Tab')
        wait_for_goal(path, RENAMED, lambda goal: goal['status'] == 'met', 'the status in the file')
        focused(program, lambda node: node.has(driver.State.EDITABLE), 'the owner')
        program.keys('Tab')
        focused(program, lambda node: node.has(driver.State.EDITABLE) and '2027' in node.text(), 'the date')
        program.type('whenever')
        program.keys('Return')
        driver.wait(lambda: [node for node in program.root.all() if 'whenever' in node.name], 'the reason against it')
        program.keys('Escape')
        focused(program, lambda node: is_line(program, node), 'the focus in the line again')
        assert find_goal(path, RENAMED)['due'] == goal['due']

        program.keys('ctrl+bracketright')
        above = wait_for_goal(path, RENAMED, lambda now: now['parent'] != goal['parent'], 'the goal further in')['parent']
        assert next(other for other in before if other['id'] == above)['parent'] == goal['parent']
        focused(program, lambda node: node.name.startswith(f'“{RENAMED}”'), 'the focus in its line still')

        for _ in range(3):
            program.keys('ctrl+z')
        driver.wait(lambda: records(path, 'goals') == before, 'everything to be as it was')


def the_list_is_sorted_and_the_plan_comes_back():
    with person() as home, open_example(home) as program:
        open_list(program)
        plan = lines(program)
        sort_by(program, DUE)
        driver.wait(lambda: lines(program) != plan, 'another order')
        by_due = lines(program)
        program.restart()
        go_to(program, 'Goals')
        driver.wait(lambda: lines(program) == by_due, 'the same order after a restart')
        sort_by(program, PLAN)
        driver.wait(lambda: lines(program) == plan, 'the order of the plan')


def a_line_says_all_that_it_shows_and_whether_it_is_folded():
    with person() as home, open_example(home) as program:
        open_list(program)
        node = walk_to(program, 'Three in four third graders understand what they read')
        for words in ('(School) supports', 'In progress', 'Owner: ', 'Due '):
            assert words in node.name, node.name
        driver.wait(lambda: node.has(driver.State.EXPANDED), 'the line to be unfolded')
        below = lines(program)[lines(program).index(node.name) + 1]
        program.keys('Left')
        driver.wait(lambda: below not in lines(program) and not node.has(driver.State.EXPANDED), 'it to be folded')
        program.keys('Right')
        driver.wait(lambda: below in lines(program) and node.has(driver.State.EXPANDED), 'it to be unfolded')
        assert program.window.all('table row')[0].name.startswith('Title Status Progress')


tap.run('outline',
        a_goal_is_renamed_set_moved_in_and_all_is_undone,
        the_list_is_sorted_and_the_plan_comes_back,
        a_line_says_all_that_it_shows_and_whether_it_is_folded)
