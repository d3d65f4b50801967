#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every view, looked through as a screen reader does: names, roles, sizes, and where Tab leads."""

from journey import VIEWS, driver, go_to, open_example, person, tap, toggle_list

import lint

WIDE, NARROW = '1280x800', '360x640'


def look_through(view, size):
    with person() as home, open_example(home, '--size', size) as program:
        go_to(program, view)
        for mode in ('picture', 'list'):
            tap.none(f'the {mode} of {view} at {size}', lint.lint(program.window))
            toggle_list(program)


def walk_round(view):
    with person() as home, open_example(home, '--size', WIDE) as program:
        go_to(program, view)
        for mode in ('picture', 'list'):
            stops, findings = lint.tab_walk(program)
            tap.none(f'Tab in the {mode} of {view}', findings)
            assert len(stops) > 4, f'Tab reaches only {stops}'
            toggle_list(program)


def sentence(words, work, *arguments):
    def test():
        work(*arguments)
    test.__name__ = words
    return test


def the_first_page_can_be_used_without_seeing_it():
    with person() as home, driver.Program(home) as program:
        program.window.find('button', 'Open the Example')
        tap.none('the first page', lint.lint(program.window))
        tap.none('Tab on the first page', lint.tab_walk(program)[1])


def the_dialogs_can_be_used_without_seeing_them():
    with person() as home, open_example(home) as program:
        for keys in ('F1', 'ctrl+comma', 'ctrl+question', 'ctrl+k'):
            program.keys(keys)
            dialog = program.dialog()
            tap.none(f'the dialog of {keys}', lint.lint(dialog))
            program.keys('Escape')
            program.await_no_dialog()


def slug(view):
    return view.lower().replace(' ', '_')


tap.run('accessibility',
        the_first_page_can_be_used_without_seeing_it,
        the_dialogs_can_be_used_without_seeing_them,
        *(sentence(f'names_and_room_to_press_in_{slug(view)}', look_through, view, WIDE) for view in VIEWS),
        *(sentence(f'names_and_room_to_press_in_narrow_{slug(view)}', look_through, view, NARROW) for view in VIEWS),
        *(sentence(f'tab_goes_round_{slug(view)}', walk_round, view) for view in VIEWS))
