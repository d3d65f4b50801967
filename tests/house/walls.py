#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""walls.py SOURCE-ROOT BUILD-ROOT: the walls that src/DESIGN.md draws are still standing."""

import re
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
import tap  # noqa: E402

SOURCE, BUILD = Path(sys.argv[1]), Path(sys.argv[2])
INCLUDE = re.compile(r'^\s*#\s*include\s*[<"]([^>"]+)[>"]', re.MULTILINE)
SRC = SOURCE / 'src'
LONGEST = 600


def sources(folder, *suffixes):
    return sorted(path for path in folder.rglob('*') if path.suffix in (suffixes or ('.c', '.h')))


def includes(folder):
    for path in sources(folder):
        for header in INCLUDE.findall(path.read_text()):
            yield path.relative_to(SOURCE), header


def owners():
    """Every header of the project, and the folder it lives in."""
    return {path.name: path.parent for path in SRC.rglob('*.h')}


def needed(program):
    """The names of the libraries that @program is linked with, those that they pull in included."""
    lines = subprocess.run(['ldd', program], check=True, capture_output=True, text=True).stdout.splitlines()
    return [line.split()[0] for line in lines]


def only_the_store_includes_sqlite():
    store = Path('src/core/store')
    tap.none('sqlite3.h is included outside src/core/store',
             [path for path, header in includes(SRC) if header == 'sqlite3.h' and store not in path.parents])


def only_the_calendar_includes_libical():
    calendar = Path('src/core/calendar')
    tap.none('libical is included outside src/core/calendar',
             [path for path, header in includes(SRC) if 'libical' in header and calendar not in path.parents])


def the_core_and_the_command_line_include_no_toolkit():
    toolkit = re.compile(r'^(gtk|gdk|gsk|adwaita|adw|graphene)\b')
    tap.none('a toolkit header is included',
             [f'{path}: {header}' for folder in (SRC / 'core', SRC / 'cli')
              for path, header in includes(folder) if toolkit.match(header)])


def only_paper_draws():
    drawing = re.compile(r'^(pango|cairo)\b')
    paper = Path('src/core/paper')
    tap.none('the core draws outside src/core/paper',
             [f'{path}: {header}' for folder in (SRC / 'core', SRC / 'cli')
              for path, header in includes(folder) if drawing.match(header) and paper not in path.parents])


def the_core_includes_nothing_above_it():
    where = owners()
    tap.none('the core includes a header from above it',
             [f'{path}: {header}' for path, header in includes(SRC / 'core')
              if header in where and SRC / 'core' not in where[header].parents])


def rules_and_model_know_nothing_of_the_store():
    where = owners()
    above = (SRC / 'core/store', SRC / 'core/exchange')
    tap.none('a pure folder includes the store or the exchange',
             [f'{path}: {header}' for folder in ('base', 'model', 'rules')
              for path, header in includes(SRC / 'core' / folder) if where.get(header) in above])


def no_view_includes_another():
    where = owners()
    views = SRC / 'views'
    found = []
    for view in sorted(path for path in views.iterdir() if path.is_dir()):
        for path, header in includes(view):
            owner = where.get(header)
            if owner and views in owner.parents and owner != views / 'base' and view not in (owner, *owner.parents):
                found.append(f'{path}: {header}')
    tap.none('a view includes the header of another', found)


def the_widgets_know_no_view():
    where = owners()
    tap.none('a shared widget includes a header of a view',
             [f'{path}: {header}' for path, header in includes(SRC / 'widgets')
              if header in where and (SRC / 'views' in where[header].parents or SRC / 'app' == where[header])])


def no_two_headers_share_a_name():
    names = [path.name for path in SRC.rglob('*.h')]
    tap.none('headers with the same name', sorted({name for name in names if names.count(name) > 1}))


def no_file_is_longer_than_six_hundred_lines():
    tap.none('a file to split', [f'{path.relative_to(SOURCE)}: {length} lines'
                                 for folder in (SRC, SOURCE / 'tests') for path in sources(folder, '.c', '.h', '.blp', '.py')
                                 if (length := path.read_text().count('\n')) > LONGEST])


def every_source_file_names_its_licence():
    tap.none('no SPDX line at the top',
             [path.relative_to(SOURCE) for folder in (SRC, SOURCE / 'tests') for path in sources(folder, '.c', '.h', '.py')
              if 'SPDX-License-Identifier: GPL-3.0-or-later' not in '\n'.join(path.read_text().split('\n', 3)[:3])])


def only_the_clock_asks_what_time_it_is():
    asks = re.compile(r'\b(g_date_time_new_now(_local|_utc)?|g_get_real_time|time|gettimeofday|clock_gettime)\s*\(')
    base = SRC / 'core' / 'base'
    tap.none('the time is asked for outside src/core/base', [
        f'{path.relative_to(SOURCE)}:{number}: {line.strip()}'
        for path in sources(SRC, '.c') if base not in path.parents
        for number, line in enumerate(path.read_text().split('\n'), 1)
        if asks.search(re.sub(r'/\*.*|//.*|"(\\.|[^"\\])*"', '', line)) and not line.lstrip().startswith('*')])


def the_command_line_program_is_linked_to_no_toolkit():
    program = BUILD / 'src/cli/lamplighter-cli'
    if not program.exists():
        raise tap.Skip('lamplighter-cli is not built')
    tap.none('lamplighter-cli is linked with', [name for name in needed(program)
                                                if re.match(r'lib(gtk|gdk|gsk|adwaita|wayland)', name)])


def no_program_needs_what_the_sqlite_of_the_runtime_lacks():
    programs = [path for path in (BUILD / 'src/cli/lamplighter-cli', BUILD / 'src/app/lamplighter') if path.exists()]
    if not programs:
        raise tap.Skip('no program is built')
    missing = re.compile(r'sqlite3(session|changeset|changegroup|rebaser|_preupdate)')
    tap.none('the GNOME runtime has no such function', [
        f'{program.name}: {line.split()[-1]}' for program in programs
        for line in subprocess.run(['nm', '-D', '--undefined-only', program], check=True, capture_output=True,
                                   text=True).stdout.splitlines() if missing.search(line)])


tap.run('walls',
        only_the_store_includes_sqlite,
        only_the_calendar_includes_libical,
        the_core_and_the_command_line_include_no_toolkit,
        only_paper_draws,
        the_core_includes_nothing_above_it,
        rules_and_model_know_nothing_of_the_store,
        no_view_includes_another,
        the_widgets_know_no_view,
        no_two_headers_share_a_name,
        no_file_is_longer_than_six_hundred_lines,
        every_source_file_names_its_licence,
        only_the_clock_asks_what_time_it_is,
        the_command_line_program_is_linked_to_no_toolkit,
        no_program_needs_what_the_sqlite_of_the_runtime_lacks)
