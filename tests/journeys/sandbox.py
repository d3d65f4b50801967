#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What is special about the installed bundle, seen from outside its sandbox. Run by build-aux/flatpak, which has the
journey through the goals done in the sandbox, too."""

import contextlib
import json
import os
import shutil
import socket
import stat
import subprocess
from pathlib import Path

from journey import SOURCE, VIEWS, driver, go_to, shows, tap
from shell import BUS_NAME as ID
from shell import Desktop, has_owner, person_who_chooses

HOME = Path(os.environ['HOME'])
OWN = HOME / '.var/app' / ID
EXAMPLE = OWN / 'data/lamplighter/example.lamplighter'
COMMUNITY = OWN / 'data/lamplighter/community.lamplighter'


def sandbox(*command, env=None, check=True):
    """What a command says inside the sandbox."""
    options = [f'--env={name}={value}' for name, value in (env or {}).items()]
    result = subprocess.run(['flatpak', 'run', '--user', *options, f'--command={command[0]}', ID, *map(str, command[1:])],
                            capture_output=True, text=True, check=False)
    assert not check or result.returncode == 0, f'{command}: {result.returncode}: {result.stdout}{result.stderr}'
    return result.stdout if check else result


def cli(path, *arguments):
    return sandbox('lamplighter-cli', *arguments, '--file', path)


def records(path, kind):
    return json.loads(cli(path, 'list', kind, '--json'))


class Sandboxed(driver.Program):
    """The installed program, in the one home of this test."""

    def __init__(self, *arguments, **environment):
        super().__init__(HOME, *arguments, **environment)


@contextlib.contextmanager
def example(**environment):
    with Sandboxed('--example', **environment) as program:
        driver.wait(lambda: program.window.all('list', 'Views'), 'the views of the example')
        yield program


def start_afresh():
    shutil.rmtree(OWN, ignore_errors=True)


def goal_titles():
    return [goal['title'] for goal in records(EXAMPLE, 'goals')]


def it_has_no_network():
    with socket.create_server(('127.0.0.1', 0)) as server:
        port = server.getsockname()[1]
        knock = f'exec 3<> /dev/tcp/127.0.0.1/{port} && echo open'
        outside = subprocess.run(['bash', '-c', knock], capture_output=True, text=True, check=False)
        assert outside.stdout == 'open\n', 'this machine reaches the server, or the check means nothing'
        assert sandbox('bash', '-c', knock, check=False).stdout == '', 'the sandbox reaches a server on this machine'
    devices = sandbox('cat', '/proc/net/dev').splitlines()[2:]
    assert [line.split(':')[0].strip() for line in devices] == ['lo'], devices


def it_sees_nothing_of_the_home_folder():
    secret = HOME / 'secret.txt'
    secret.write_text('nobody else may read this')
    assert sandbox('cat', secret, check=False).returncode != 0
    seen = sandbox('ls', '-A', HOME).split()
    assert seen == ['.var'], seen
    assert sandbox('bash', '-c', f'echo mine > {HOME}/left && cat {HOME}/left', check=False) is not None
    assert not (HOME / 'left').exists(), 'it wrote into the home folder'


def every_view_opens():
    start_afresh()
    with example() as program:
        for view in VIEWS:
            go_to(program, view)


def the_file_stands_in_the_folder_of_the_program_for_its_owner_alone():
    assert stat.S_IMODE(EXAMPLE.stat().st_mode) == 0o600, oct(EXAMPLE.stat().st_mode)
    assert stat.S_IMODE(EXAMPLE.parent.stat().st_mode) == 0o700, oct(EXAMPLE.parent.stat().st_mode)
    strays = [path for path in HOME.rglob('*.lamplighter') if OWN not in path.parents]
    assert strays == [], strays


def a_document_goes_out_and_comes_in_through_the_file_portal():
    start_afresh()
    sent = OWN / 'data/sent.json'  # a place that the sandbox sees without the document portal
    with person_who_chooses(sent) as asked:
        with example() as program:
            program.keys('F10')
            driver.wait(lambda: program.root.all('menu item'), 'the main menu')
            program.keys('e')
            program.dialog().find('button', 'Export…').press()
            driver.wait(lambda: sent.exists() and sent.stat().st_size, 'the exported file')
            program.await_no_dialog()
        with Sandboxed() as program:
            program.window.find('button', 'Import a File').press()
            program.dialog().find('button', 'Import').press()
            driver.wait(lambda: program.window.all('list', 'Views'), 'the views')
    assert [method for method, _title in asked] == ['SaveFile', 'OpenFile'], asked
    assert len(records(COMMUNITY, 'communities')) == len(records(EXAMPLE, 'communities')) > 0


def the_command_line_reads_and_writes_what_the_window_does():
    path = OWN / 'data/plan.lamplighter'
    path.unlink(missing_ok=True)
    cli(path, 'new')
    source = SOURCE / 'data/samples/example.json'
    inside = OWN / 'data/example.json'
    shutil.copy(source, inside)
    cli(path, 'import', inside)
    wanted = json.loads(source.read_text())
    for kind in ('people', 'goals', 'meetings'):
        assert len(records(path, kind)) == len(wanted[kind]), kind
    first = cli(path, 'export', '--exported-at', '2026-11-22T10:00:00.000Z', '-')
    again = OWN / 'data/again.json'
    again.write_text(first)
    other = OWN / 'data/other.lamplighter'
    other.unlink(missing_ok=True)
    cli(other, 'new')
    cli(other, 'import', again)
    assert cli(other, 'export', '--exported-at', '2026-11-22T10:00:00.000Z', '-') == first, 'a round trip changes it'


def it_speaks_spanish():
    spanish = {'LC_ALL': 'es_ES.UTF-8', 'LANG': 'es_ES.UTF-8', 'LANGUAGE': 'es'}
    words = sandbox('lamplighter-cli', '--help', env=spanish)
    assert words != sandbox('lamplighter-cli', '--help', env={'LC_ALL': 'C.UTF-8'}), words
    with Sandboxed('--example', **spanish) as program:
        driver.wait(lambda: shows(program, 'Objetivos') or shows(program, 'Metas'), 'the goals by their Spanish name')


def the_desktop_starts_it_over_the_bus():
    """The service file, the search provider and the actions that the bundle exports are found and work."""
    start_afresh()
    with example():
        title = goal_titles()[0]
    cli(COMMUNITY, 'new')
    shutil.copy(SOURCE / 'data/samples/example.json', OWN / 'data/example.json')
    cli(COMMUNITY, 'import', OWN / 'data/example.json')
    desktop = Desktop()
    assert not has_owner(ID), 'it runs already'
    people = [row for row in records(COMMUNITY, 'people') if not row.get('group_size')]
    found = desktop.search(people[0]['name'])
    assert people[0]['id'] in found, (people[0], found)
    assert [meta['name'] for meta in desktop.describe(people[0]['id'])] == [people[0]['name']]
    assert has_owner(ID) and title
    subprocess.run(['flatpak', 'kill', ID], check=True, capture_output=True)
    driver.wait(lambda: not has_owner(ID), 'the service to end')
    program = Sandboxed()
    desktop.act_on_desktop('run-next-meeting')
    program.application = driver.wait(program.find_application, 'the window that the desktop asked for')
    driver.wait(lambda: program.window.all('label', 'Meetings') or program.window.all('button', 'Start'), 'its meetings')
    subprocess.run(['flatpak', 'kill', ID], check=True, capture_output=True)
    driver.wait(lambda: not has_owner(ID), 'the program to end')


tap.run('sandbox',
        it_has_no_network,
        it_sees_nothing_of_the_home_folder,
        every_view_opens,
        the_file_stands_in_the_folder_of_the_program_for_its_owner_alone,
        a_document_goes_out_and_comes_in_through_the_file_portal,
        the_command_line_reads_and_writes_what_the_window_does,
        it_speaks_spanish,
        the_desktop_starts_it_over_the_bus)
