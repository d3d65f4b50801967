#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop asks of the program over the bus: to open a file, to search, to act without a window yet."""

import datetime
import json
import shutil
import subprocess

from journey import cli, community_file, community_is_open, driver, kept, person, records, shows, tap
from shell import Service, told_to_desktop

TODAY = datetime.date.today()
DAY = datetime.timedelta(days=1)

COMMUNITY = {
    'format': 'lamplighter', 'version': 1,
    'communities': [{'id': 'hill', 'name': 'Hill School', 'kind': 'school'}],
    'people': [
        {'id': 'ann', 'name': 'Zora & <b>Zeal</b>', 'sector': 'educators', 'wall': 'inside', 'job_title': 'Coach',
         'notes': 'Zephyr'},
        {'id': 'grade', 'name': 'Zebra Class', 'sector': 'children', 'wall': 'inside', 'group_size': 24},
        {'id': 'bob', 'name': 'Bob Hill', 'sector': 'parents', 'wall': 'outside', 'notes': 'Zebra'},
    ],
    'goals': [
        {'id': 'open', 'title': 'Zest for reading', 'level': 'school', 'community': 'hill'},
        {'id': 'own', 'title': 'Zest of mine', 'level': 'individual', 'community': 'hill', 'owner': 'ann'},
        {'id': 'hidden', 'title': 'Zest in secret', 'level': 'team', 'community': 'hill', 'private': True},
    ],
    'meetings': [{'id': 'meet', 'community': 'hill', 'title': 'Zenith meeting', 'starts_at': f'{TODAY + DAY}T15:00',
                  'minutes': 44, 'state': 'open'}],
    'commitments': [
        {'id': 'now', 'text': 'Call the & <parents>', 'community': 'hill', 'due': str(TODAY)},
        {'id': 'over', 'text': 'Copy the sheets', 'community': 'hill', 'due': str(TODAY - 3 * DAY)},
        {'id': 'later', 'text': 'Book the hall', 'community': 'hill', 'due': str(TODAY + 9 * DAY)},
        {'id': 'done', 'text': 'Thank the guests', 'community': 'hill', 'due': str(TODAY), 'done_on': str(TODAY)},
        {'id': 'quiet', 'text': 'Rest more', 'community': 'hill', 'due': str(TODAY), 'goal': 'own'},
    ],
}


def fill(path, document):
    """Makes a file at @path that holds @document."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    source = path.with_suffix('.json')
    source.write_text(json.dumps(document))
    cli(path, 'new')
    cli(path, 'import', source)
    source.unlink()


def a_home_with_a_community(home):
    fill(community_file(home), COMMUNITY)
    return home


def other_file(home, name='Shared.lamplighter'):
    path = home / name
    fill(path, {'format': 'lamplighter', 'version': 1,
                'communities': [{'id': 'dale', 'name': 'Dale School', 'kind': 'school'}]})
    return path


def the_search_of_the_shell_finds_people_goals_and_meetings():
    with person() as home, Service(a_home_with_a_community(home)) as program:
        assert sorted(program.search('z')) == ['ann', 'grade', 'meet', 'open'], program.search('z')
        assert program.search('zest', 'read') == ['open']
        assert program.search('zephyr') == [] == program.search('nothing'), 'what only a note says gives nothing away'
        assert program.search('"', '*', '') == [] and program.search() == [], 'what is no word finds nothing'


def what_is_private_never_leaves_the_window():
    with person() as home, Service(a_home_with_a_community(home)) as program:
        assert program.search('mine') == [] == program.search('secret')
        assert program.describe('own', 'hidden', 'now', 'nobody') == []
        grade, ann = program.describe('grade', 'ann')
        assert grade['name'] == 'Zebra Class' and grade['description'] == 'Group of 24', grade
        assert ann['name'] == 'Zora & <b>Zeal</b>' and ann['description'] == 'Coach', ann


def a_search_without_a_file_makes_none():
    with person() as home, Service(home) as program:
        assert program.search('anything') == []
        assert not community_file(home).exists()


def what_the_shell_found_opens_in_the_window():
    with person() as home, Service(a_home_with_a_community(home)) as program:
        found = program.search('zenith')
        program.ask('ActivateResult', '(sasu)', found[0], ['zenith'], 0)
        program.await_window()
        driver.wait(lambda: program.window.all('label', 'Meetings'), 'the view of meetings')
        driver.wait(lambda: shows(program, 'Zenith meeting'), 'the meeting')


def all_results_open_in_the_search_of_the_window():
    with person() as home, Service(a_home_with_a_community(home)) as program:
        program.ask('LaunchSearch', '(asu)', ['zest'], 0)
        program.await_window()
        entry = driver.wait(lambda: next((node for node in program.root.all(('text', 'entry')) if node.text() == 'zest'), None),
                            'the words in the search')
        assert entry
        driver.wait(lambda: shows(program, 'Zest for reading'), 'what was found')
        program.keys('Escape')


def a_file_handed_over_fills_an_empty_program():
    with person() as home:
        sent = other_file(home)
        with Service(home) as program:
            program.open(sent)
            program.await_window()
            community_is_open(program)
            driver.wait(lambda: kept(community_file(home), 'communities') == 1, 'the community')
            assert oct(community_file(home).stat().st_mode & 0o777) == '0o600'
            assert sorted(path.name for path in community_file(home).parent.glob('*.lamplighter')) == [
                'community.lamplighter'], 'the copy is kept once'


def a_file_handed_over_replaces_nothing_unasked():
    with person() as home:
        sent, before = other_file(home), None
        with Service(a_home_with_a_community(home)) as program:
            before = sent.read_bytes()
            program.open(sent)
            program.await_window()
            program.dialog().find('button', 'Cancel').press()
            program.await_no_dialog()
            assert records(community_file(home), 'communities')[0]['name'] == 'Hill School'
            program.open(sent)
            program.dialog().find('button', 'Replace').press()
            driver.wait(lambda: [row['name'] for row in records(community_file(home), 'communities')] == ['Dale School'],
                        'the other community')
            assert list((community_file(home).parent / 'backups').glob('*restore*')), 'there is a backup of what was'
        assert sent.read_bytes() == before, 'the file itself is not touched'
        assert not list(home.glob('Shared.lamplighter-*')), 'nothing is left beside it'


def a_file_is_kept_beside_in_a_window_of_its_own():
    with person() as home:
        sent = other_file(home, 'Other name.db')  # it is known by what is in it, not by its name
        with Service(a_home_with_a_community(home)) as program:
            program.open(sent)
            program.await_window()
            program.dialog().find('button', 'Keep Both').press()
            driver.wait(lambda: len([node for node in program.root.children if node.role == 'frame']) == 2, 'two windows')
            copy = community_file(home).parent / 'Other name.db'
            assert oct(copy.stat().st_mode & 0o777) == '0o600'
            assert records(community_file(home), 'communities')[0]['name'] == 'Hill School'


def a_file_that_is_broken_is_refused_and_not_kept():
    with person() as home:
        sent = other_file(home)
        whole = sent.read_bytes()
        sent.write_bytes(whole[:len(whole) // 2])
        with Service(a_home_with_a_community(home)) as program:
            program.open(sent)
            program.await_window()
            driver.wait(lambda: shows(program, 'Shared.lamplighter'), 'why it is refused')
            assert not (community_file(home).parent / 'Shared.lamplighter').exists()
            assert records(community_file(home), 'communities')[0]['name'] == 'Hill School'


def a_meeting_is_planned_from_the_desktop_entry():
    with person() as home, Service(a_home_with_a_community(home)) as program:
        program.act_on_desktop('new-meeting')
        program.await_window()
        assert 'Meeting' in program.dialog().name, program.dialog()
        program.keys('Escape')
        program.await_no_dialog()


def the_next_meeting_is_run_from_the_desktop_entry():
    with person() as home, Service(a_home_with_a_community(home)) as program:
        program.act_on_desktop('run-next-meeting')
        program.await_window()
        driver.wait(lambda: shows(program, 'Zenith meeting'), 'the meeting')
        program.window.find('button', 'Start')
        assert records(community_file(home), 'meetings')[0]['state'] == 'open', 'a person starts it, not the desktop'


def where_no_meeting_is_planned_the_desktop_entry_says_so():
    with person() as home:
        fill(community_file(home), dict(COMMUNITY, meetings=[]))
        with Service(home) as program:
            program.act_on_desktop('run-next-meeting')
            program.await_window()
            driver.wait(lambda: shows(program, 'No meeting is planned.'), 'what is the matter')
            driver.wait(lambda: program.window.all('label', 'Meetings'), 'the view where one is planned')


def an_action_on_an_empty_program_shows_its_first_page():
    with person() as home, Service(home) as program:
        program.act_on_desktop('new-meeting')
        program.await_window()
        program.window.find('button', 'Import a File')


def commitments_are_told_once_a_day_and_only_if_asked():
    with person() as home, told_to_desktop() as notes:
        a_home_with_a_community(home)
        with Service(home) as program:
            program.activate()
            program.await_window()
            program.activate()
            assert notes == [], 'nobody asked for it'
        with Service(home, settings={'remind-of-commitments': 'true'}) as program:
            program.activate()
            program.await_window()
            program.activate()
            title, body = driver.wait(lambda: notes and notes[0], 'a notification')
            assert title == '2 commitments are due', title
            assert body.replace('&amp;', '&').replace('&lt;', '<').replace('&gt;', '>').splitlines() == [
                'Copy the sheets · 3 days overdue', 'Call the & <parents> · due today'], body
            program.activate()
            program.act_on_desktop('show-due')
            driver.wait(lambda: program.window.all('label', 'Overview'), 'what is due')
            assert len(notes) == 1, notes


def a_community_is_known_by_what_is_in_it():
    with person() as home:
        packages = home / 'data/mime/packages'
        packages.mkdir(parents=True)
        shutil.copy(Service.built('data/io.github.lamplighter_app.Lamplighter.mime.xml'), packages)
        subprocess.run(['update-mime-database', str(packages.parent)], check=True, capture_output=True)
        named = other_file(home, 'no name at all')
        said = subprocess.run(['gio', 'info', '-a', 'standard::content-type', str(named)], check=True, text=True,
                              capture_output=True, env=Service.environment_of(home)).stdout
        assert 'application/x-lamplighter' in said, said


tap.run('desktop',
        the_search_of_the_shell_finds_people_goals_and_meetings,
        what_is_private_never_leaves_the_window,
        a_search_without_a_file_makes_none,
        what_the_shell_found_opens_in_the_window,
        all_results_open_in_the_search_of_the_window,
        a_file_handed_over_fills_an_empty_program,
        a_file_handed_over_replaces_nothing_unasked,
        a_file_is_kept_beside_in_a_window_of_its_own,
        a_file_that_is_broken_is_refused_and_not_kept,
        a_meeting_is_planned_from_the_desktop_entry,
        the_next_meeting_is_run_from_the_desktop_entry,
        where_no_meeting_is_planned_the_desktop_entry_says_so,
        an_action_on_an_empty_program_shows_its_first_page,
        commitments_are_told_once_a_day_and_only_if_asked,
        a_community_is_known_by_what_is_in_it)
