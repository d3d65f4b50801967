#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""summary.py TESTLOG.json...: counts the single tests in Meson's logs and says how they ended.

A TAP program's tests are counted one by one. A program that crashed, hung or ended badly without saying which of its
tests failed counts as one more failure, and so does a log that is not there.
"""

import json
import re
import sys

TEST_LINE = re.compile(r'^(not )?ok\b[^#]*(?:#\s*(skip|todo)\b)?', re.IGNORECASE)


class Count:
    def __init__(self):
        self.passed = self.failed = self.skipped = 0
        self.blamed = []

    def add_program(self, program):
        counted, failed = self.total(), self.failed
        for line in (program.get('stdout') or '').splitlines():
            self.add_line(program['name'], line)
        result = program['result']
        if result not in ('OK', 'SKIP', 'EXPECTEDFAIL'):
            if self.failed == failed:
                self.fail(f"{program['name']}: {result.lower()}")
        elif self.total() == counted:
            self.passed += result != 'SKIP'
            self.skipped += result == 'SKIP'

    def total(self):
        return self.passed + self.failed + self.skipped

    def add_line(self, program, line):
        match = TEST_LINE.match(line)
        if not match:
            return
        if match.group(2):
            self.skipped += 1
        elif match.group(1):
            self.fail(f'{program}: {line[len("not ok"):].strip()}')
        else:
            self.passed += 1

    def fail(self, blamed):
        self.failed += 1
        self.blamed.append(blamed)


def main(paths):
    count = Count()
    for path in paths:
        try:
            with open(path, encoding='utf-8') as log:
                for line in log:
                    count.add_program(json.loads(line))
        except FileNotFoundError:
            count.fail(f'{path}: the tests did not run')
    for blamed in count.blamed:
        print(f'failed: {blamed}')
    skipped = f', {count.skipped} skipped' if count.skipped else ''
    print(f'{count.passed} passed, {count.failed} failed{skipped}')
    return 1 if count.failed or not count.passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
