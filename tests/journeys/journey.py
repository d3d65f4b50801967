# SPDX-License-Identifier: GPL-3.0-or-later
"""What the journeys share: a home for a person, and the command line program to see what has been kept."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(SOURCE / 'tests/support'))
import driver  # noqa: E402
import tap  # noqa: E402

VIEWS = {'Overview': 'ctrl+1', 'Community Map': 'ctrl+2', 'Goals': 'ctrl+3', 'Cycles': 'ctrl+4', 'Meetings': 'ctrl+5'}


@contextlib.contextmanager
def person():
    """A home in which the program has never been started."""
    home = Path(tempfile.mkdtemp(prefix='lamp-person-'))
    try:
        yield home
    finally:
        shutil.rmtree(home, ignore_errors=True)


def community_file(home, example=False):
    """The file that the window works on; a sandbox has its data elsewhere in the home."""
    name = 'example.lamplighter' if example else 'community.lamplighter'
    return home / os.environ.get('LAMP_DATA', 'data') / 'lamplighter' / name


def cli(path, *arguments):
    """What lamplighter-cli says about the file at @path."""
    result = subprocess.run([os.environ['LAMP_CLI'], *map(str, arguments), '--file', str(path)],
                            capture_output=True, text=True, check=False)
    assert result.returncode == 0, f'lamplighter-cli {arguments}: {result.stderr}'
    return result.stdout


def records(path, kind):
    return json.loads(cli(path, 'list', kind, '--json'))


def go_to(program, view):
    """Shows @view, and waits until the window says so."""
    program.keys(VIEWS[view])
    driver.wait(lambda: program.window.all('label', view), f'the view {view}')


def open_example(home, *arguments):
    return driver.Program(home, '--example', *arguments)


def kept(path, kind):
    """How many records of @kind are in the file at @path."""
    return len(records(path, kind))


def shows(program, text):
    """Whether anything in sight says @text: by its name, or by its description, as a node of a picture does."""
    return any(text in node.name or text in node.description for node in program.window.walk())


def toggle_list(program):
    """Goes from the picture of a view to its list, or back."""
    program.keys('ctrl+l')


def community_is_open(program):
    """Waits for a window with the views; the example opens in a window of its own."""
    return driver.wait(lambda: program.window.all('list', 'Views'), 'the views')
