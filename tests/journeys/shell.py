# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of a desktop that the journeys need: one that starts the program as a service and speaks to it on the bus."""

import contextlib
import functools
import os
import subprocess
from pathlib import Path

from gi.repository import Gio, GLib

from journey import driver

BUS_NAME = 'io.github.lamplighter_app.Lamplighter'
PATH = '/io/github/lamplighter_app/Lamplighter'
NOTIFICATIONS = """<node><interface name="org.freedesktop.Notifications">
  <method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="as" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="i" direction="in"/><arg type="u" direction="out"/></method>
  <method name="CloseNotification"><arg type="u" direction="in"/></method>
</interface></node>"""
FILE_CHOOSER = """<node><interface name="org.freedesktop.portal.FileChooser">
  <method name="OpenFile"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
  <method name="SaveFile"><arg type="s" direction="in"/><arg type="s" direction="in"/>
    <arg type="a{sv}" direction="in"/><arg type="o" direction="out"/></method>
  <property name="version" type="u" access="read"/>
</interface></node>"""


@functools.cache
def bus():
    """The one connection: it would be closed and made anew if nobody kept it."""
    return Gio.bus_get_sync(Gio.BusType.SESSION)


def call(path, interface, method, signature, *arguments, name=BUS_NAME):
    """Calls a method and yields what it returns; while it waits, others can be answered."""
    answers = []

    def on_answer(connection, result):
        try:
            answers.append(connection.call_finish(result))
        except GLib.Error as error:
            answers.append(error)

    bus().call(name, path, interface, method, GLib.Variant(signature, arguments), None, Gio.DBusCallFlags.NONE, 20000, None,
               on_answer)
    answer = driver.wait(lambda: answers, f'an answer to {method}')[0]
    if isinstance(answer, GLib.Error):
        raise answer
    return answer.unpack()


def has_owner(name):
    return bus().call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus', 'NameHasOwner',
                           GLib.Variant('(s)', (name,)), None, Gio.DBusCallFlags.NONE, -1, None).unpack()[0]


class Desktop:
    """What a desktop says to a program, whose bus name it knows."""

    def search(self, *terms):
        first = self.ask('GetInitialResultSet', '(as)', list(terms))
        assert self.ask('GetSubsearchResultSet', '(asas)', first, list(terms)) == first, 'the second look finds the same'
        return first

    def describe(self, *ids):
        return self.ask('GetResultMetas', '(as)', list(ids))

    def ask(self, method, signature, *arguments):
        answer = call(f'{PATH}/SearchProvider', 'org.gnome.Shell.SearchProvider2', method, signature, *arguments)
        return answer[0] if answer else None

    def activate(self):
        call(PATH, 'org.freedesktop.Application', 'Activate', '(a{sv})', {})

    def open(self, *paths):
        call(PATH, 'org.freedesktop.Application', 'Open', '(asa{sv})', [Path(path).as_uri() for path in paths], {})

    def act_on_desktop(self, action):
        call(PATH, 'org.freedesktop.Application', 'ActivateAction', '(sava{sv})', action, [], {})


class Service(Desktop, driver.Program):
    """The program as the bus starts it: without a window, until somebody asks for one."""

    def __init__(self, home, settings=None):
        super().__init__(home, '--gapplication-service')
        for key, value in (settings or {}).items():
            keyfile = home / 'config/glib-2.0/settings/keyfile'
            keyfile.parent.mkdir(parents=True, exist_ok=True)
            keyfile.write_text(f'[{PATH[1:]}]\n{key}={value}\n')

    @staticmethod
    def built(path):
        return Path(os.environ['LAMP_PROGRAM']).parents[2] / path

    @staticmethod
    def environment_of(home):
        return dict(os.environ, XDG_DATA_HOME=str(home / 'data'))

    def __enter__(self):
        self.listener = driver.Atspi.EventListener.new(self.on_focus)
        self.listener.register('object:state-changed:focused')
        with self.heard.open('w') as log:
            self.process = subprocess.Popen(self.command, env=self.environment, stdout=log, stderr=log)
        driver.running.append(self)
        driver.wait(lambda: has_owner(BUS_NAME), 'the program to be on the bus')
        return self

    def __exit__(self, kind, error, trace):
        if kind is None and not hasattr(self, 'application'):
            # Nobody asked for a window: there is none to close, and it would end by itself after a while.
            driver.running.remove(self)
            self.listener.deregister('object:state-changed:focused')
            self.process.terminate()
            self.process.wait()
            return
        try:
            super().__exit__(kind, error, trace)
        finally:
            self.process.kill()  # so that the next one finds the name free, whatever happened to this one
            driver.wait(lambda: not has_owner(BUS_NAME), 'the program to leave the bus')

    def await_window(self):
        self.application = driver.wait(self.find_application, 'a window')
        driver.wait(lambda: self.window.has(driver.State.ACTIVE), 'the window to be active')


@contextlib.contextmanager
def served(name, path, description, on_call, get_property=None):
    """An interface of the desktop, while it is needed."""
    interface = Gio.DBusNodeInfo.new_for_xml(description).interfaces[0]
    registration = bus().register_object(path, interface, on_call, get_property, None)
    owner = Gio.bus_own_name_on_connection(bus(), name, Gio.BusNameOwnerFlags.NONE, None, None)
    try:
        driver.wait(lambda: has_owner(name), f'{name} on the bus')
        yield
    finally:
        Gio.bus_unown_name(owner)
        bus().unregister_object(registration)


@contextlib.contextmanager
def told_to_desktop():
    """A desktop that shows notifications, and the list of what it is told: titles and bodies."""
    told = []

    def on_call(_connection, _sender, _path, _interface, method, arguments, invocation):
        if method == 'Notify':
            told.append(tuple(arguments.unpack()[3:5]))
            invocation.return_value(GLib.Variant('(u)', (len(told),)))
        else:
            invocation.return_value(None)

    with served('org.freedesktop.Notifications', '/org/freedesktop/Notifications', NOTIFICATIONS, on_call):
        yield told


@contextlib.contextmanager
def person_who_chooses(path):
    """The file portal, and a person who chooses @path in it; the list has what was asked: methods and titles."""
    asked = []

    def on_call(connection, sender, _path, _interface, method, arguments, invocation):
        _parent, title, options = arguments.unpack()
        request = f'/org/freedesktop/portal/desktop/request/{sender[1:].replace(".", "_")}/{options["handle_token"]}'
        asked.append((method, title))
        invocation.return_value(GLib.Variant('(o)', (request,)))
        answer = GLib.Variant('(ua{sv})', (0, {'uris': GLib.Variant('as', [Path(path).as_uri()])}))
        connection.emit_signal(sender, request, 'org.freedesktop.portal.Request', 'Response', answer)

    with served('org.freedesktop.portal.Desktop', '/org/freedesktop/portal/desktop', FILE_CHOOSER, on_call,
                lambda *_: GLib.Variant('u', 3)):
        yield asked
