#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""By keyboard alone: a goal is added, aligned so that the check which missed it has nothing more to say, promoted,
duplicated and deleted with all below it, and each of these is taken back; what it also supports is said, and why."""

from journey import community_file, driver, go_to, open_example, person, records, shows, tap

TITLE = 'Every class reads to another'
ABOVE = 'Three in four third graders understand what they read'
BESIDE = 'Children choose a book and finish it'


def find_goal(path, title):
    return next((goal for goal in records(path, 'goals') if goal['title'] == title), None)


def wait_for(path, title, judge, what):
    return driver.wait(lambda: (goal := find_goal(path, title)) and judge(goal) and goal, what)


def card(program, title):
    return next((node for node in program.window.all('list item') if node.name.startswith(f'“{title}”')), None)


def checks_that_miss(program):
    """How many goals the panel beside the tree says align with nothing."""
    row = next((node for node in program.window.all('list item') if node.name == 'Goals that align with nothing'), None)
    return next((node.name for node in row.walk() if node.name.isdigit()), None) if row else None


def has_focus(program, judge):
    return (node := program.focus()) and judge(node)


def go_to_goal(program, title):
    """Ctrl+K finds a goal by a part of its words, selects it and brings it into sight."""
    program.keys('ctrl+k')
    driver.wait(lambda: has_focus(program, lambda node: node.has(driver.State.EDITABLE)), 'the focus in the search')
    program.type(title[:20])
    driver.wait(lambda: any(title in node.name for node in program.dialog().walk()), f'“{title}” to be found')
    program.keys('Return')
    driver.wait(lambda: not program.root.all(('dialog', 'alert')), 'the dialog to close')
    driver.wait(lambda: (node := card(program, title)) and node.has(driver.State.SELECTED), f'“{title}” to be selected')


def add_goal(program, path):
    """Ctrl+N and typing; then without the inspector, back at the goals, where the keys for them are."""
    program.keys('ctrl+n')
    entry = driver.wait(lambda: (node := program.focus()) and node.name == 'Title' and node, 'the focus in the title')
    entry.write(TITLE)
    program.keys('Return')
    wait_for(path, TITLE, lambda _goal: True, 'the goal in the file')
    program.keys('ctrl+F9')  # the inspector away: there is room for the checks
    driver.wait(lambda: has_focus(program, lambda node: not node.has(driver.State.EDITABLE)), 'the focus to leave it')
    for _ in range(40):
        if has_focus(program, lambda node: node.role == 'list item' and node.name.startswith('“')):
            break
        before = program.focus()
        program.keys('Tab')
        driver.wait(lambda before=before: program.focus() not in (None, before), 'the focus to move on')


def search_in_dialog(program, words):
    dialog = program.dialog()
    driver.wait(lambda: has_focus(program, lambda node: node.has(driver.State.EDITABLE)), 'the focus in the search')
    program.type(words[:24])
    driver.wait(lambda: len(dialog.all('list item')) == 1, 'one goal found')
    program.keys('Return')


def a_check_has_nothing_more_to_say_once_a_goal_is_aligned_and_says_it_again_when_it_is_taken_back():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        go_to(program, 'Goals')
        before = driver.wait(lambda: checks_that_miss(program), 'the check of what aligns with nothing')
        add_goal(program, path)
        missed = driver.wait(lambda: (said := checks_that_miss(program)) != before and said, 'one more to be missed')

        program.keys('ctrl+j')
        search_in_dialog(program, ABOVE)
        above = find_goal(path, ABOVE)['id']
        wait_for(path, TITLE, lambda goal: goal.get('parent') == above, 'the alignment in the file')
        driver.wait(lambda: checks_that_miss(program) == before, 'the check to be content')
        line = f'“{TITLE}” (Team) supports “{ABOVE}” (School)'
        driver.wait(lambda: card(program, TITLE).description.startswith(line), 'the line in words')

        program.keys('ctrl+z')
        wait_for(path, TITLE, lambda goal: 'parent' not in goal, 'the alignment to be taken back')
        driver.wait(lambda: checks_that_miss(program) == missed, 'the check to say it again')


def a_goal_is_promoted_duplicated_and_deleted_with_all_below_it_and_each_is_taken_back():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        go_to(program, 'Goals')
        before = records(path, 'goals')
        parent = find_goal(path, ABOVE)['parent']

        def undo(what):
            program.keys('ctrl+z')
            driver.wait(lambda: {goal['id']: goal.get('parent') for goal in records(path, 'goals')}
                        == {goal['id']: goal.get('parent') for goal in before}, f'{what} to be taken back')

        go_to_goal(program, BESIDE)
        program.keys('alt+Left')
        wait_for(path, BESIDE, lambda goal: goal['level'] == 'school' and goal['parent'] == parent, 'the promotion')
        undo('the promotion')

        go_to_goal(program, ABOVE)
        program.keys('ctrl+shift+d')
        copy = wait_for(path, f'{ABOVE} (copy)', lambda goal: goal['parent'] == parent, 'the copy')
        assert len([goal for goal in records(path, 'goals') if goal.get('parent') == copy['id']]) == 5
        undo('the copy')

        go_to_goal(program, ABOVE)
        program.keys('Delete')
        driver.wait(lambda: program.root.all(('dialog', 'alert')), 'the question')
        program.keys('alt+s')
        driver.wait(lambda: find_goal(path, ABOVE) is None, 'the goal to go')
        assert find_goal(path, BESIDE) is None
        undo('all that was deleted')


def a_goal_also_supports_another_for_a_reason():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        go_to(program, 'Goals')
        go_to_goal(program, BESIDE)
        links = len(records(path, 'goal_links'))
        program.keys('ctrl+shift+j')
        search_in_dialog(program, 'Sixth graders justify')
        driver.wait(lambda: has_focus(program, lambda node: node.name == 'Rationale'), 'the focus in the rationale')
        program.type('Both read closely')
        while not has_focus(program, lambda node: node.name == 'Add'):
            before = program.focus()
            program.keys('Tab')
            driver.wait(lambda before=before: program.focus() not in (None, before), 'the focus to move on')
        program.keys('space')
        driver.wait(lambda: len(records(path, 'goal_links')) == links + 1, 'the link in the file')
        assert any(link.get('rationale') == 'Both read closely' for link in records(path, 'goal_links'))
        driver.wait(lambda: shows(program, 'and also supports “Sixth graders justify their answers in mathematics”'),
                    'the line in words')


tap.run('goals_hands',
        a_check_has_nothing_more_to_say_once_a_goal_is_aligned_and_says_it_again_when_it_is_taken_back,
        a_goal_is_promoted_duplicated_and_deleted_with_all_below_it_and_each_is_taken_back,
        a_goal_also_supports_another_for_a_reason)
