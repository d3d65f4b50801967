#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A principal's spreadsheet comes in through the window, by keyboard alone, with every defect told; and is taken back."""

from journey import community_file, driver, kept, open_example, person, records, tap

# As spreadsheets write it: a mark, semicolons, a heading, a line break in a cell, a formula, blank and ragged rows.
PLAN = ('\ufeffOur plan;;;;\r\n'
        'Goal;Notes;Due date;Status;Sum\r\n'
        '"Tom & <b>Jerry</b>\r\nread together";Because it helps;3/15/2027;Complete;=A1\r\n'
        ';;;;\r\n'
        'Write to the families;;6/30/2027;Sort of\r\n'
        ';;6/30/2027;Complete;\r\n')
TITLE = 'Tom & <b>Jerry</b>  read together'


def choose_table(program, path):
    """From the menu, through the file dialog."""
    program.keys('F10')
    driver.wait(lambda: program.root.all('menu item'), 'the main menu')
    program.keys('i')
    program.choose_file(path, 'Open')
    dialog = program.dialog()
    dialog.find('button', 'Preview')
    return dialog


def focus_by_tab(program, name):
    """Goes on with the tab key until what is named @name has the focus."""
    for _ in range(60):
        node = program.focus()
        if node and node.name == name:
            return node
        program.keys('Tab')
    raise AssertionError(f'the tab key never comes to “{name}”')


def choose_by_keys(program, row, choice):
    """Opens a row's choices and looks for one of them by its name."""
    focus_by_tab(program, row)
    program.keys('space')
    driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the search among the choices')
    program.type(choice)
    driver.wait(lambda: program.root.all('label', choice) and not program.root.all('label', 'Identifier'), choice)
    program.keys('Down', 'Return')
    driver.wait(lambda: not program.root.all('label', 'Identifier') and program.focus().name == row, 'the row again')


def goals_of(path):
    return {goal['title']: goal for goal in records(path, 'goals')}


def a_table_comes_in_by_keyboard_and_is_taken_back():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        before = kept(path, 'goals')
        table = home / 'plan.csv'
        table.write_text(PLAN, encoding='utf-8', newline='')
        dialog = choose_table(program, table)
        choose_by_keys(program, 'Notes', 'Why')
        program.keys('alt+p')
        driver.wait(lambda: any('2 added, 1 row left out' in node.name for node in dialog.walk()), 'the preview')
        driver.wait(lambda: any('Row 6' in node.name for node in dialog.all('list item')), 'the row that is left out')
        assert kept(path, 'goals') == before, 'something was written before it was confirmed'
        program.keys('alt+i')
        program.await_no_dialog()
        goal = driver.wait(lambda: goals_of(path).get(TITLE), 'the goal in the file')
        assert goal['due'] == '2027-03-15' and goal['status'] == 'met' and goal['why'] == 'Because it helps', goal
        assert 'status' not in goals_of(path)['Write to the families']
        program.keys('ctrl+z')
        driver.wait(lambda: kept(path, 'goals') == before, 'the import to be taken back')


def back_from_the_preview_the_map_is_as_it_was():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        before = kept(path, 'goals')
        table = home / 'plan.csv'
        table.write_text(PLAN, encoding='utf-8', newline='')
        dialog = choose_table(program, table)
        choose_by_keys(program, 'Notes', 'Why')
        program.keys('alt+p')
        dialog.find('button', 'Import')
        report = home / 'report.csv'
        program.keys('alt+s')
        program.choose_file(report, 'Save')
        driver.wait(lambda: report.exists() and report.stat().st_size, 'the report')
        assert ',6,,' in report.read_text(encoding='utf-8-sig'), report.read_text()
        program.keys('alt+Left')
        dialog.find('button', 'Preview')
        assert any('Why' in node.name for node in dialog.find('combo box', 'Notes').walk()), 'the choice is gone'
        dialog.find('button', 'Cancel').press()
        program.await_no_dialog()
        assert kept(path, 'goals') == before, 'something was written'


def every_row_of_the_map_has_a_name():
    with person() as home, open_example(home) as program:
        table = home / 'plan.csv'
        table.write_text(PLAN, encoding='utf-8', newline='')
        dialog = choose_table(program, table)
        nameless = [str(node) for node in dialog.walk() if node.role in ('combo box', 'text', 'switch') and not node.name]
        assert not nameless, f'without a name: {nameless}'
        for column in ('Goal', 'Notes', 'Due date', 'Status'):
            dialog.find('combo box', column)
        program.keys('Escape')
        program.await_no_dialog()


def a_file_that_is_no_table_is_refused_in_a_sentence():
    with person() as home:
        table = home / 'picture.csv'
        table.write_bytes(b'\x89PNG\r\n\x1a\n\0\0\0')
        with driver.Program(home, table) as program:
            dialog = program.dialog()
            driver.wait(lambda: any('bytes that are no text' in node.name for node in dialog.walk()), 'the reason')
            program.keys('Escape')
            program.await_no_dialog()


tap.run('tables',
        a_table_comes_in_by_keyboard_and_is_taken_back,
        back_from_the_preview_the_map_is_as_it_was,
        every_row_of_the_map_has_a_name,
        a_file_that_is_no_table_is_refused_in_a_sentence)
