#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""shop.py SOURCE-ROOT METAINFO DESKTOP-ENTRY: what Flathub's guidelines ask of the words and pictures for a shop, and
that the files which name each other agree."""

import configparser
import json
import re
import struct
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
import tap  # noqa: E402

SOURCE, METAINFO, ENTRY = Path(sys.argv[1]), ElementTree.parse(sys.argv[2]).getroot(), Path(sys.argv[3])
ID = METAINFO.findtext('id')


def plain(name):
    return next(node.text for node in METAINFO.findall(name) if not node.attrib)


def desktop_entry():
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(ENTRY, encoding='utf-8')
    return parser


def name_and_summary_are_short():
    name, summary = plain('name'), plain('summary')
    assert len(name) <= 15, name
    assert 10 <= len(summary) <= 25 and not summary.endswith('.'), summary


def there_are_captioned_pictures_of_the_right_size():
    shots = METAINFO.findall('screenshots/screenshot')
    assert 3 <= len(shots) <= 6, len(shots)
    assert sum(shot.get('type') == 'default' for shot in shots) == 1
    wrong = []
    for shot in shots:
        caption, image = shot.findtext('caption'), shot.find('image')
        picture = SOURCE / 'data/screenshots' / image.text.rsplit('/', 1)[1]
        size = struct.unpack('>II', picture.read_bytes()[16:24])
        if size != (int(image.get('width')), int(image.get('height'))) or size[0] > 1000 or size[1] > 700:
            wrong.append(f'{picture.name} is {size}')
        if not caption or caption.endswith('.') or len(caption) > 100:
            wrong.append(f'{picture.name}: {caption}')
    tap.none('pictures', wrong)


def the_newest_release_is_this_version_and_has_notes():
    version = re.search(r"version: '([^']+)'", (SOURCE / 'meson.build').read_text()).group(1)
    releases = METAINFO.findall('releases/release')
    assert releases[0].get('version') == version, releases[0].attrib
    tap.none('releases without notes', [release.get('version') for release in releases
                                        if not ''.join(release.find('description').itertext()).strip()])


def it_is_for_a_phone_too_and_has_two_colours():
    assert METAINFO.findtext('requires/display_length') == '360'
    assert {node.text for node in METAINFO.findall('supports/control')} == {'keyboard', 'pointing', 'touch'}
    assert {node.get('scheme_preference') for node in METAINFO.findall('branding/color')} == {'light', 'dark'}


def everything_goes_by_one_name():
    entry = desktop_entry()['Desktop Entry']
    assert entry['Icon'] == ID and METAINFO.findtext('launchable') == f'{ID}.desktop'
    assert METAINFO.findtext('provides/mediatype') in entry['MimeType'].split(';')
    provider = configparser.ConfigParser()
    provider.read(SOURCE / f'data/{ID}.search-provider.ini')
    search = provider['Shell Search Provider']
    assert (search['DesktopId'], search['BusName']) == (f'{ID}.desktop', ID)
    assert search['ObjectPath'] == f'/{ID.replace(".", "/")}/SearchProvider'
    assert json.loads((SOURCE / f'flatpak/{ID}.json').read_text())['id'] == ID


def every_action_of_the_entry_is_one_of_the_program():
    entry = desktop_entry()
    assert entry['Desktop Entry']['DBusActivatable'] == 'true'
    named = [name for name in entry['Desktop Entry']['Actions'].split(';') if name]
    known = (SOURCE / 'src/app/lamp-application-actions.c').read_text()
    options = (SOURCE / 'src/app/lamp-application.c').read_text()
    tap.none('actions that the program does not have', [
        name for name in named if f'{{ "{name}",' not in known or f'{{ "{name}",' not in options
        or entry[f'Desktop Action {name}']['Exec'] != f'lamplighter --{name}'])


def the_sandbox_is_given_no_more_than_a_window_needs():
    manifest = json.loads((SOURCE / f'flatpak/{ID}.json').read_text())
    assert manifest['finish-args'] == ['--share=ipc', '--socket=fallback-x11', '--socket=wayland', '--device=dri']
    assert manifest['separate-locales'] is False
    tap.none('modules without a reason, or from a place without a sum', [
        module['name'] for module in manifest['modules'][:-1]
        if not module.get('//') or not all(len(source.get('sha256', '')) == 64 for source in module['sources'])])


tap.run('shop',
        name_and_summary_are_short,
        there_are_captioned_pictures_of_the_right_size,
        the_newest_release_is_this_version_and_has_notes,
        it_is_for_a_phone_too_and_has_two_colours,
        everything_goes_by_one_name,
        every_action_of_the_entry_is_one_of_the_program,
        the_sandbox_is_given_no_more_than_a_window_needs)
