#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody who does not know what to do presses F1, looks for a word, reads, and goes on where they were."""

from journey import driver, go_to, open_example, person, tap
import lint


TITLES = {'Goals': 'Goals', 'Meetings': 'Planning a Meeting', 'Overview': 'Overview and the Three Pillars'}


def help_of(program):
    program.keys('F1')
    dialog = program.dialog()
    assert dialog.name == 'Help', dialog
    return dialog


def close(program):
    program.keys('Escape')
    program.await_no_dialog()


def focus_named(program, name):
    return driver.wait(lambda: (node := program.focus()) and node.name == name and node, f'the focus in “{name}”')


def f1_opens_what_there_is_to_say_about_the_view():
    with person() as home, open_example(home) as program:
        for view, title in TITLES.items():
            go_to(program, view)
            help_of(program).find('heading', title)
            program.keys('F1')
            driver.wait(lambda: len(program.dialogs()) == 1, 'one help, however often it is asked for')
            close(program)


def a_word_is_looked_for_and_read_with_the_keyboard_alone():
    with person() as home, open_example(home) as program:
        go_to(program, 'Goals')
        dialog = help_of(program)
        focus_named(program, 'Search in the help')
        program.type('nothing of this kind')
        dialog.find(name='Nothing Found')
        program.keys('Escape')
        dialog.find('list', 'Topics')
        program.type('g-orphan')
        dialog.find('list item', lambda name: name.startswith('G-ORPHAN'))
        program.keys('Return')
        dialog.find('heading', lambda name: name.startswith('G-ORPHAN: '))
        driver.wait(lambda: (node := program.focus()) and node.role == 'label' and 'Goal alignment' in node.name,
                    'the focus where the section begins')
        tap.none('the help', lint.lint(dialog))
        close(program)
        driver.wait(lambda: program.window.all('label', 'Goals'), 'the view as it was')


def a_link_leads_to_another_topic():
    with person() as home, open_example(home) as program:
        go_to(program, 'Overview')
        dialog = help_of(program)
        dialog.find('button', 'Checks').press()
        dialog.find('heading', 'Checks')
        driver.wait(lambda: [row.name for row in dialog.all('list item') if row.has(driver.State.SELECTED)] == ['Checks'],
                    'the list to say where we are')
        close(program)


def the_shortcuts_are_shown_over_it_and_it_comes_back():
    with person() as home, open_example(home) as program:
        dialog = help_of(program)
        program.type('shortcuts')
        dialog.find('list item', 'Keyboard and Screen Reader')
        program.keys('Return')
        dialog.find('button', 'Show All Keyboard Shortcuts').press()
        driver.wait(lambda: [node.name for node in program.dialogs()] == ['Help', 'Keyboard Shortcuts'], 'the shortcuts')
        program.keys('F1')
        driver.wait(lambda: [node.name for node in program.dialogs()].count('Help') == 1, 'the one help')
        program.keys('Escape')
        program.keys('Escape')
        program.await_no_dialog()


def in_a_narrow_window_the_topic_comes_first_and_the_list_behind_it():
    with person() as home, open_example(home) as program:
        go_to(program, 'Goals')
        program.resize(360, 640)
        dialog = help_of(program)
        driver.wait(lambda: (node := program.focus()) and node.name.startswith('Goals stand in four columns'),
                    'the focus where the topic begins')
        tap.none('the narrow help', lint.lint(dialog))
        program.keys('Escape')
        dialog.find('list', 'Topics')
        program.keys('Escape')
        program.await_no_dialog()


def the_menu_has_it_too():
    with person() as home, open_example(home) as program:
        go_to(program, 'Cycles')
        program.keys('F10')
        driver.wait(lambda: program.root.all('menu item'), 'the main menu')
        program.keys('l')
        program.dialog().find('heading', 'Cycles')
        close(program)


def it_helps_before_there_is_anything():
    with person() as home, driver.Program(home) as program:
        help_of(program).find('heading', 'Getting Started')
        close(program)


tap.run('help',
        f1_opens_what_there_is_to_say_about_the_view,
        a_word_is_looked_for_and_read_with_the_keyboard_alone,
        a_link_leads_to_another_topic,
        the_shortcuts_are_shown_over_it_and_it_comes_back,
        in_a_narrow_window_the_topic_comes_first_and_the_list_behind_it,
        the_menu_has_it_too,
        it_helps_before_there_is_anything)
