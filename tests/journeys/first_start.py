#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""From the first start to every view of the example."""

import stat

from journey import VIEWS, community_file, community_is_open, driver, go_to, kept, open_example, person, records, shows, tap, toggle_list


def a_first_start_offers_three_doors():
    with person() as home, driver.Program(home) as program:
        for door in ('Start Your Community', 'Open the Example', 'Import a File'):
            assert program.window.find('button', door).has(driver.State.SENSITIVE), f'{door} cannot be pressed'


def the_example_opens_in_a_file_of_its_own_that_nobody_else_can_read():
    with person() as home, driver.Program(home) as program:
        program.window.find('button', 'Open the Example').press()
        community_is_open(program)
        path = community_file(home, example=True)
        assert stat.S_IMODE(path.stat().st_mode) == 0o600, oct(path.stat().st_mode)
        assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700, oct(path.parent.stat().st_mode)
        assert kept(path, 'people') >= 40
        assert not community_file(home).exists() or not kept(community_file(home), 'people')


def every_view_and_its_list_show_the_example():
    """Each view names what it should show, in its picture and in the list."""
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        for view, kind, field in (('Community Map', 'people', 'name'), ('Goals', 'goals', 'title'),
                                  ('Cycles', 'cycles', 'title'), ('Meetings', 'meetings', 'title')):
            have = [record[field] for record in records(path, kind) if not record.get('private')]
            go_to(program, view)
            for mode in ('picture', 'list'):
                found = driver.wait(lambda: [title for title in have if shows(program, title)],
                                    f'anything of {kind} in the {mode} of {view}')
                tap.say(f'{view}, {mode}: {len(found)} of {len(have)} in sight')
                toggle_list(program)


def the_overview_says_what_is_due_and_what_does_not_hold():
    with person() as home, open_example(home) as program:
        go_to(program, 'Overview')
        for pillar in ('Continuous improvement', 'Collective responsibility', 'Goal alignment'):
            driver.wait(lambda: shows(program, pillar), f'the pillar {pillar}')


def the_window_remembers_its_view():
    with person() as home:
        with open_example(home) as program:
            go_to(program, 'Meetings')
        with open_example(home) as program:
            driver.wait(lambda: program.window.all('label', 'Meetings'), 'the view that was left')


def every_view_is_reached_from_the_sidebar():
    with person() as home, open_example(home) as program:
        sidebar = program.window.find('list', 'Views')
        for view in VIEWS:
            sidebar.find('list item', view).click()
            driver.wait(lambda: sidebar.find('list item', view).has(driver.State.SELECTED), f'{view} to be chosen')


def the_sidebar_marks_the_view_that_is_shown_wherever_the_focus_goes():
    with person() as home, open_example(home) as program:
        go_to(program, 'Goals')
        sidebar = program.window.find('list', 'Views')
        marked = lambda: [row.name for row in sidebar.all('list item') if row.has(driver.State.SELECTED)]  # noqa: E731
        sidebar.find('list item', 'Goals').click()
        for key, name in (('Down', 'Cycles'), ('Up', 'Goals'), ('Up', 'Community Map')):
            program.keys(key)
            driver.wait(lambda: program.focus().name == name, f'the focus on {name}')
            driver.wait(lambda: marked() == ['Goals'], 'Goals to stay marked')
        program.keys('Return')
        driver.wait(lambda: marked() == ['Community Map'], 'Community Map to be marked')


def ctrl_q_ends_the_program_while_a_dialog_is_open():
    for keys in ('ctrl+comma', 'ctrl+question', 'F1'):
        with person() as home, open_example(home) as program:
            program.keys(keys)
            program.dialog()
            program.quit()


def a_window_that_becomes_narrow_says_nothing():
    """Any warning ends the program: what is hidden beside the view is measured too while the window shrinks."""
    with person() as home, open_example(home) as program:
        for width in (1000, 800, 361, 1000, 361):
            program.resize(width, 640)
            driver.wait(lambda: abs(program.window.box()[2] - width) < 60, f'a window {width} wide')
            go_to(program, 'Goals')


tap.run('first start',
        a_first_start_offers_three_doors,
        the_example_opens_in_a_file_of_its_own_that_nobody_else_can_read,
        every_view_and_its_list_show_the_example,
        the_overview_says_what_is_due_and_what_does_not_hold,
        the_window_remembers_its_view,
        every_view_is_reached_from_the_sidebar,
        the_sidebar_marks_the_view_that_is_shown_wherever_the_focus_goes,
        ctrl_q_ends_the_program_while_a_dialog_is_open,
        a_window_that_becomes_narrow_says_nothing)
