#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A file that somebody sent comes in through the window, and goes out again the same."""

import json

from journey import SOURCE, cli, community_file, community_is_open, driver, go_to, kept, open_example, person, records, shows, tap

EXAMPLE = SOURCE / 'data/samples/example.json'
BROKEN = '{"format": "lamplighter", "version": 1, "communities": [{"id": "c", "name": "Hill", "kind": "castle"}]}'


def import_file(program, path):
    """From the first page, or from the menu, through the file dialog and its keyboard."""
    program.choose_file(path, 'Open')
    return program.dialog()


def a_file_is_imported_from_the_first_page():
    with person() as home, driver.Program(home) as program:
        program.window.find('button', 'Import a File').press()
        dialog = import_file(program, EXAMPLE)
        dialog.find('button', 'Import').press()
        community_is_open(program)
        path = community_file(home)
        wanted = json.loads(EXAMPLE.read_text())
        driver.wait(lambda: kept(path, 'goals') == len(wanted['goals']), 'all of its goals')
        go_to(program, 'Goals')
        titles = [goal['title'] for goal in wanted['goals'] if not goal.get('private')]
        driver.wait(lambda: any(shows(program, title) for title in titles), 'a goal of the file in the view')


def a_file_that_breaks_a_rule_is_refused_with_its_place():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        before = cli(path, 'export', '--exported-at', '2026-11-22T10:00:00.000Z')
        broken = home / 'broken.json'
        broken.write_text(BROKEN)
        program.keys('F10')
        driver.wait(lambda: program.root.all('menu item'), 'the main menu')
        program.keys('i')
        dialog = import_file(program, broken)
        driver.wait(lambda: any('/communities/0/kind' in node.name for node in dialog.walk()), 'the place of the mistake')
        assert not [node for node in dialog.all('button', 'Import') if node.has(driver.State.SENSITIVE)]
        program.keys('Escape')
        program.await_no_dialog()
        assert cli(path, 'export', '--exported-at', '2026-11-22T10:00:00.000Z') == before, 'something was written'


def an_export_holds_what_the_file_holds():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        target = home / 'sent.json'
        program.keys('F10')
        driver.wait(lambda: program.root.all('menu item'), 'the main menu')
        program.keys('e')
        dialog = program.dialog()
        dialog.find('button', 'Export…').press()
        program.choose_file(target, 'Save')
        driver.wait(lambda: target.exists() and target.stat().st_size, 'the exported file')
        sent = driver.wait(lambda: read(target), 'a whole document')
        people = {record['id'] for record in records(path, 'people')}
        assert {record['id'] for record in sent['people']} == people
        shared = {record['id'] for record in records(path, 'goals') if not record.get('private')}
        assert {record['id'] for record in sent['goals']} == shared, 'private goals went out, or shared ones did not'


def read(path):
    try:
        return json.loads(path.read_text())
    except ValueError:
        return None


tap.run('exchange',
        a_file_is_imported_from_the_first_page,
        a_file_that_breaks_a_rule_is_refused_with_its_place,
        an_export_holds_what_the_file_holds)
