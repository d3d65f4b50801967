#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""An agenda is typed, a protocol of an hour put into it and fitted, split, merged and moved, by keyboard; all of it is
taken back; and an item is dragged to another place."""

from journey import cli, community_file, driver, go_to, open_example, person, records, shows, tap

HOUR = '60 minutes'


def agenda(path, meeting):
    items = [item for item in records(path, 'agenda_items') if item['meeting'] == meeting]
    return sorted(items, key=lambda item: item['position'])


def minutes(items):
    return sum(item['minutes'] for item in items)


def wait_for(path, meeting, judge, what):
    return driver.wait(lambda: judge(items := agenda(path, meeting)) and items, what)


def wait_for_dialog_to_close(program):
    program.await_no_dialog()


def new_meeting(program, path):
    before = {meeting['id'] for meeting in records(path, 'meetings')}
    go_to(program, 'Meetings')
    program.keys('ctrl+n')
    driver.wait(lambda: (node := program.focus()) and node.name == 'Add' and node, 'the focus on Add')
    program.keys('Return')
    new = driver.wait(lambda: [meeting for meeting in records(path, 'meetings') if meeting['id'] not in before],
                      'a new meeting')
    wait_for_dialog_to_close(program)
    return new[0]


def starts(name):
    return lambda text: text.startswith(name)


def row(program, title):
    return program.window.find('list item', lambda name: f': {title}' in name)


def focused(program):
    """What has the focus, as the program told it: quicker than to look through all there is."""
    context = driver.GLib.MainContext.default()
    while context.pending():
        context.iteration(False)
    return driver.Node(program, program.focused)


def go_on(program, key, judge, what, most=60):
    """Presses a key until what has the focus is the right one."""
    for _ in range(most):
        node = focused(program)
        if judge(node):
            return node
        program.focused = None
        program.keys(key)
        driver.wait(lambda: focused(program).accessible, f'the focus to leave {node}')
    raise driver.Missing(f'{key} never came to {what}')


def is_item(node):
    return node.role == 'list item' and ' min: ' in node.name and node.name[2] == ':'


def select(program, title):
    """An item, by the keyboard: back to the items, then along them."""
    if not is_item(focused(program)):
        go_on(program, 'shift+Tab', is_item, 'the items')
    program.keys('Home')
    go_on(program, 'Down', lambda node: f': {title}' in node.name, title)


def type_item(program, text):
    go_on(program, 'Tab', lambda node: node.has(driver.State.EDITABLE) and node.name.startswith('Add an item'),
          'the entry')
    program.type(text)
    program.keys('Return')


def insert_protocol(program):
    program.keys('ctrl+i')
    dialog = program.dialog()
    driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the focus in the search')
    program.type('tuning')
    driver.wait(lambda: len(dialog.all('list item', starts('Tuning,'))) == 1, 'the protocol to be found')
    program.keys('Return')
    go_on(program, 'Tab', lambda node: node.name.startswith('Variant'), 'the variants')
    program.keys('space')
    driver.wait(lambda: program.root.all('label', HOUR), 'the variants')
    program.keys('End', 'Return')
    driver.wait(lambda: shows(program, 'min over.'), 'what it takes against what is left')
    program.keys('alt+i')
    wait_for_dialog_to_close(program)


def an_hour_goes_into_a_short_slot_and_all_is_taken_back():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        meeting = new_meeting(program, path)
        key, slot = meeting['id'], meeting['minutes']
        first = agenda(path, key)

        type_item(program, 'Norms & <b>names</b> 4m')
        typed = wait_for(path, key, lambda items: len(items) == len(first) + 1, 'the typed item')
        assert any(item['title'] == 'Norms & <b>names</b>' and item['minutes'] == 4 for item in typed), typed

        insert_protocol(program)
        full = wait_for(path, key, lambda items: len(items) > len(typed), 'the steps of the protocol')
        assert minutes(full) == minutes(typed) + 60
        driver.wait(lambda: shows(program, f'— {minutes(full) - slot} min over'), 'the agenda to be marked')
        report = cli(path, 'agenda', key)
        assert f'{minutes(full) - slot} minutes too long' in report, report

        program.keys('ctrl+shift+f')
        program.dialog()
        if minutes(full) > slot and not shows(program, 'Even at its shortest'):
            program.keys('Return')
            wait_for_dialog_to_close(program)
            fitted = wait_for(path, key, lambda items: minutes(items) == slot, 'the agenda to fit')
            kept = {item['id']: item['minutes'] for item in full if item.get('protected')}
            assert kept and all(item['minutes'] == kept[item['id']] for item in fitted if item['id'] in kept)
            steps = 1
        else:
            program.keys('Escape')
            wait_for_dialog_to_close(program)
            fitted, steps = full, 0

        select(program, 'Norms & <b>names</b>')
        program.keys('ctrl+t')
        program.dialog()
        program.keys('Return')
        split = wait_for(path, key, lambda items: len(items) == len(fitted) + 1, 'the two parts')
        assert minutes(split) == minutes(fitted)
        wait_for_dialog_to_close(program)

        select(program, 'Norms & <b>names</b>')
        program.keys('ctrl+j')
        merged = wait_for(path, key, lambda items: len(items) == len(fitted), 'the parts to be one again')
        assert minutes(merged) == minutes(fitted)

        program.keys('ctrl+m')
        program.dialog()
        driver.wait(lambda: (node := program.focus()) and node.has(driver.State.EDITABLE), 'the focus in the search')
        program.keys('Return')
        wait_for_dialog_to_close(program)
        wait_for(path, key, lambda items: len(items) == len(fitted) - 1, 'the item to go to another meeting')

        for _ in range(5 + steps):
            program.keys('ctrl+z')
        again = wait_for(path, key, lambda items: len(items) == len(first), 'all to be taken back')
        assert [(item['id'], item['minutes']) for item in again] == [(item['id'], item['minutes']) for item in first]


def an_item_is_dragged_to_another_place():
    with person() as home, open_example(home) as program:
        path = community_file(home, example=True)
        key = new_meeting(program, path)['id']
        before = [item['title'] for item in agenda(path, key)]
        row(program, before[1]).drag_before(row(program, before[0]))
        moved = [before[1], before[0], *before[2:]]
        wait_for(path, key, lambda items: [item['title'] for item in items] == moved,
                 'the item to stand above the other')
        program.keys('ctrl+z')
        wait_for(path, key, lambda items: [item['title'] for item in items] == before, 'it to go back')


tap.run('agenda',
        an_hour_goes_into_a_short_slot_and_all_is_taken_back,
        an_item_is_dragged_to_another_place)
