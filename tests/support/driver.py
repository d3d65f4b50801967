# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the program as a person would: through the accessibility tree, the keyboard and the mouse.

Nothing sleeps for a while and hopes: each step waits until the tree says what it should, and fails with what it was
waiting for. Runs under tests/support/display.

    with driver.Program(home, '--example') as program:
        program.window.find('button', 'Undo').press()
        program.keys('ctrl+z')
"""

import os
import subprocess
import sys
import time
from pathlib import Path

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

Atspi.set_timeout(5000, 15000)
# It warns of every program that is on the bus already and does not answer yet.
GLib.log_set_handler('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)
State = Atspi.StateType

PATIENCE = float(os.environ.get('LAMP_PATIENCE', '20'))
INTERESTING = ('focused', 'selected', 'checked', 'expanded', 'pressed')


class Missing(AssertionError):
    """Something did not come to pass in time."""


# The programs that are running now: when one ends by itself, nothing more is waited for.
running = []


def wait(until, what, patience=None):
    """Waits until @until() yields something true, and yields that."""
    deadline = time.monotonic() + (patience or PATIENCE)
    context = GLib.MainContext.default()
    while True:
        for program in running:
            program.check_alive()
        while context.pending():
            context.iteration(False)
        try:
            result = until()
        except (GLib.Error, IndexError):
            # What was looked at went away meanwhile: look again.
            result = None
        if result:
            return result
        if time.monotonic() > deadline:
            raise Missing(f'waited in vain for {what}')
        time.sleep(0.01)


class Node:
    """One accessible object."""

    def __init__(self, program, accessible):
        self.program = program
        self.accessible = accessible

    def __eq__(self, other):
        return isinstance(other, Node) and self.accessible == other.accessible

    def __repr__(self):
        return f'{self.role} “{self.name}”'

    @property
    def role(self):
        # AT-SPI called a button a push button until 2.53.
        return self.accessible.get_role_name().replace('push button', 'button')

    @property
    def name(self):
        return self.accessible.get_name() or ''

    @property
    def description(self):
        return self.accessible.get_description() or ''

    def has(self, *states):
        have = self.accessible.get_state_set()
        return all(have.contains(state) for state in states)

    @property
    def children(self):
        found = []
        for index in range(self.accessible.get_child_count()):
            child = self.accessible.get_child_at_index(index)
            if child is not None:
                found.append(Node(self.program, child))
        return found

    def walk(self, hidden=False):
        """This node and all below it; what is not shown only where @hidden."""
        yield self
        for child in self.children:
            try:
                if hidden or child.has(State.SHOWING) or child.role == 'application':
                    yield from child.walk(hidden)
            except GLib.Error:
                continue

    def all(self, role=None, name=None, **options):
        """All nodes that are there now. @name is the whole name, or a function that judges it."""
        judge = name if callable(name) else (lambda text: name is None or text == name)
        roles = (role,) if isinstance(role, str) else role
        return [node for node in self.walk(**options)
                if (roles is None or node.role in roles) and judge(node.name)]

    def find(self, role=None, name=None, nth=0, patience=None):
        """Waits for the node that is shown, and yields it."""
        return wait(lambda: dict(enumerate(self.all(role, name))).get(nth), f'a {role} named {told(name)} in {self!r}',
                    patience)

    def gone(self, role=None, name=None, patience=None):
        wait(lambda: not self.all(role, name), f'no {role} named {told(name)} any more', patience)

    def text(self):
        return Atspi.Text.get_text(self.accessible, 0, Atspi.Text.get_character_count(self.accessible))

    def value(self):
        return Atspi.Value.get_current_value(self.accessible)

    def actions(self):
        return [Atspi.Action.get_action_name(self.accessible, index)
                for index in range(Atspi.Action.get_n_actions(self.accessible))]

    def act(self, name):
        """Does the action called @name, as an assistive tool would."""
        wait(lambda: name in self.actions(), f'an action {name} on {self!r}; it has {self.actions()}')
        assert Atspi.Action.do_action(self.accessible, self.actions().index(name)), f'{self!r} refused {name}'

    def press(self):
        """Presses a button, as an assistive tool would, once it can be pressed."""
        wait(lambda: self.has(State.SENSITIVE), f'{self!r} to be sensitive')
        actions = self.actions()
        self.act('click' if 'click' in actions else actions[0])
        return self

    def focus(self):
        self.accessible.grab_focus()
        wait(lambda: self.has(State.FOCUSED), f'{self!r} to have the focus')
        return self

    def write(self, text):
        """Replaces the words in an entry by @text."""
        wait(lambda: self.has(State.EDITABLE), f'{self!r} to be editable')
        assert Atspi.EditableText.set_text_contents(self.accessible, text), f'{self!r} refuses words'
        wait(lambda: self.text() == text, f'{self!r} to hold “{text}”')
        return self

    def box(self):
        """x, y, width and height within the window."""
        extents = self.accessible.get_extents(Atspi.CoordType.WINDOW)
        return extents.x, extents.y, extents.width, extents.height

    def click(self, button=1, times=1):
        x, y = self.middle()
        xdotool('mousemove', x, y, 'click', '--repeat', times, button)
        return self

    def middle(self):
        """The middle of the node on the display; AT-SPI knows the place in the window only."""
        x, y, width, height = self.box()
        left, top = self.program.origin()
        return left + x + width // 2, top + y + height // 2

    def drag_before(self, other):
        """Drags by the grip at the upper left to that of @other: away from the edges that scroll."""
        (x, y), (to_x, to_y) = ((x - width // 2 + 16, y - height // 2 + 22) for (x, y), (_, _, width, height) in
                                ((node.middle(), node.box()) for node in (self, other)))
        # A drag begins some way from the press, and a target wants to see the pointer arrive: at the pace of a hand.
        path = [(x + (to_x - x) * step // 8, y + (to_y - y) * step // 8) for step in range(1, 9)]
        moves = [word for place in path for word in ('mousemove', *place, 'sleep', 0.1)]
        xdotool('mousemove', x, y, 'sleep', 0.1, 'mousedown', 1, 'sleep', 0.1, *moves, 'mouseup', 1)

    def dump(self, depth=0):
        states = [word for word in INTERESTING if self.has(getattr(State, word.upper()))]
        lines = ['  ' * depth + repr(self) + (f' {states}' if states else '')]
        for child in self.children:
            if child.has(State.SHOWING):
                lines += child.dump(depth + 1)
        return lines


class Program:
    """The program, running in @home: a folder that holds what it keeps between two starts."""

    def __init__(self, home, *arguments, program=None, **environment):
        home = Path(home)
        self.command = [program or os.environ['LAMP_PROGRAM'], *map(str, arguments)]
        self.environment = dict(
            os.environ,
            XDG_DATA_HOME=str(home / 'data'), XDG_CONFIG_HOME=str(home / 'config'), XDG_STATE_HOME=str(home / 'state'),
            XDG_CACHE_HOME=str(home / 'cache'), GSETTINGS_BACKEND='keyfile', G_DEBUG='fatal-warnings', **environment)
        settings = home / 'config/gtk-4.0'
        settings.mkdir(parents=True, exist_ok=True)
        (settings / 'settings.ini').write_text(
            '[Settings]\ngtk-enable-animations=false\ngtk-cursor-blink=false\ngtk-font-name=Cantarell 11\n')
        self.heard = home / 'heard.log'
        self.focused = None
        self.killed = False

    def __enter__(self):
        self.listener = Atspi.EventListener.new(self.on_focus)
        self.listener.register('object:state-changed:focused')
        with self.heard.open('w') as log:
            self.process = subprocess.Popen(self.command, env=self.environment, stdout=log, stderr=log)
        running.append(self)
        try:
            self.application = wait(self.find_application, f'{self.command[0]} to show a window')
            wait(lambda: self.window.has(State.ACTIVE), 'the window to be active')
        except BaseException as error:
            self.__exit__(type(error), error, None)
            raise
        return self

    def __exit__(self, kind, error, _trace):
        if self in running:
            running.remove(self)
        if kind is not None:
            self.show_failure(tree=kind is not AssertionError)
        else:
            self.quit()
        self.listener.deregister('object:state-changed:focused')
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()

    @property
    def root(self):
        return Node(self, self.application)

    @property
    def window(self):
        """The window that is in front; a dialog of its own does not count."""
        frames = [child for child in self.root.children if child.role == 'frame']
        return next((frame for frame in frames if frame.has(State.ACTIVE)), frames[0])

    def check_alive(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with {self.process.returncode}:\n{self.heard.read_text()}')

    def find_application(self):
        desktop = Atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child is not None and self.is_mine(child) and child.get_child_count() > 0:
                return child
        return None

    def is_mine(self, application):
        """Whether an accessible application is this program; one in a sandbox is not the process that was started."""
        name = os.environ.get('LAMP_APPLICATION')
        return application.get_name() == name if name else application.get_process_id() == self.process.pid

    def on_focus(self, event):
        if event.detail1:
            self.focused = event.source

    def quit(self):
        """Closes the program as a person does, and waits until it has ended well."""
        if self.killed:
            return
        if self.process.poll() is None:
            self.keys('ctrl+q')
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.show_failure()
            raise Missing('the program did not end on Ctrl+Q') from None
        assert status == 0, f'the program ended with {status}:\n{self.heard.read_text()}'

    def kill(self):
        """The power goes."""
        running.remove(self)
        self.process.kill()
        self.process.wait()
        self.killed = True

    def restart(self):
        running.remove(self)
        self.quit()
        self.listener.deregister('object:state-changed:focused')
        self.__enter__()

    def keys(self, *chords):
        xdotool('key', '--clearmodifiers', *chords)

    def type(self, text):
        xdotool('type', '--clearmodifiers', '--delay', '4', text)

    def origin(self):
        """Where the window stands on the display."""
        identifier = xdotool('getactivewindow').strip()
        lines = xdotool('getwindowgeometry', '--shell', identifier).splitlines()
        place = dict(line.split('=') for line in lines if '=' in line)
        return int(place['X']), int(place['Y'])

    def resize(self, width, height):
        xdotool('getactivewindow', 'windowsize', '--sync', width, height)

    def focus(self):
        """The innermost node that has the focus, or None."""
        found = [node for node in self.root.walk() if node.has(State.FOCUSED)]
        return found[-1] if found else None

    def dialogs(self):
        """The dialogs that are open. A toast is an alert, too, but has no name and goes by itself."""
        return [node for node in self.root.all(('dialog', 'alert')) if node.role == 'dialog' or node.name]

    def dialog(self):
        return wait(lambda: next(iter(self.dialogs()), None), f'a dialog in {self.root!r}')

    def await_no_dialog(self):
        wait(lambda: not self.dialogs(), 'the dialogs to close')

    def choose_file(self, path, accept):
        """Names @path in the file dialog that is open, and presses the button @accept."""
        chooser = wait(lambda: next((node for node in self.root.all(('dialog', 'file chooser', 'frame'))
                                     if node != self.window and node.has(State.ACTIVE)), None), 'the file dialog')
        button = chooser.find('button', accept)
        self.keys('ctrl+l')
        entry = wait(lambda: next((node for node in chooser.all('text') if node.has(State.FOCUSED, State.EDITABLE)), None),
                     'the place to type a path')
        entry.write(str(path))
        button.press()
        wait(lambda: chooser.accessible not in [node.accessible for node in self.root.children], 'the file dialog to close')

    def show_failure(self, tree=True):
        """Says what was on the screen and in the tree, and what the program said."""
        folder = Path(os.environ.get('LAMP_FAILURES', '/tmp'))
        folder.mkdir(parents=True, exist_ok=True)
        picture = folder / f'{Path(sys.argv[0]).stem}-{os.getpid()}-{int(time.monotonic() * 10)}.png'
        subprocess.run(['import', '-window', 'root', str(picture)], check=False)
        print(f'# picture: {picture}', file=sys.stderr)
        try:
            lines = self.root.dump() if tree and hasattr(self, 'application') else []
        except GLib.Error as error:
            lines = [str(error)]
        for line in lines + self.heard.read_text().splitlines():
            print(f'# {line}', file=sys.stderr)


def told(name):
    return '(judged by a function)' if callable(name) else f'“{name}”' if name is not None else '(any)'


def xdotool(*arguments):
    return subprocess.run(['xdotool', *map(str, arguments)], check=True, capture_output=True, text=True).stdout
