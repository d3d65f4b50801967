# SPDX-License-Identifier: GPL-3.0-or-later
"""The little of the Test Anything Protocol that the Python tests need."""

import os
import sys
import traceback


class Skip(Exception):
    """What a test raises that cannot be run here; its text says why."""


def run(group, *tests):
    """Runs @tests, functions named by a sentence, and says how each ended. Does not return."""
    only = os.environ.get('LAMP_ONLY')
    tests = [test for test in tests if not only or only in test.__name__]
    print('TAP version 14')
    print(f'1..{len(tests)}', flush=True)
    failed = 0
    for number, test in enumerate(tests, 1):
        name = f'{number} /{group}/{test.__name__}'
        try:
            test()
            print(f'ok {name}', flush=True)
        except Skip as reason:
            print(f'ok {name} # SKIP {reason}', flush=True)
        except Exception as error:  # noqa: BLE001: one failure must not hide the others
            failed += 1
            print(f'not ok {name}')
            say(error if isinstance(error, AssertionError) and str(error) else traceback.format_exc())
    sys.exit(1 if failed else 0)


def say(text):
    """Says @text where Meson shows it: on the error output."""
    for line in str(text).splitlines():
        print(f'# {line}', file=sys.stderr, flush=True)


SHOWN = 12


def none(what, found):
    """Fails where the list @found is not empty, and shows its beginning under the sentence @what."""
    if found:
        more = [f'… and {len(found) - SHOWN} more'] if len(found) > SHOWN else []
        raise AssertionError(what + ':\n  ' + '\n  '.join([*map(str, found[:SHOWN]), *more]))
