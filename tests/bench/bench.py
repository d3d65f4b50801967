#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench.py BUILD-FOLDER [PART...]: measures, and prints tables. Called by build-aux/bench on a display of its own.

Nothing here passes or fails: how fast a machine is, is not a property of the program. What is printed are medians of
several rounds in which the two sides take turns, and their ratio.
"""

import os
import re
import shlex
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
BUILD = Path(sys.argv[1]).resolve()
APP, CLI = BUILD / 'src/app/lamplighter', BUILD / 'src/cli/lamplighter-cli'
EMPTY, PRELOAD = BUILD / 'tests/bench/empty-window', BUILD / 'tests/bench/first-frame.so'
BARE, STORE = BUILD / 'tests/bench/bare-inserts', BUILD / 'tests/bench/store'
LAYOUT, FRAMES = BUILD / 'tests/bench/layout', BUILD / 'tests/bench/frames'
RECORDS = int(os.environ.get('LAMP_BENCH_RECORDS', '500000'))
SHOWN = 10000


def run(*command, **options):
    return subprocess.run(list(map(str, command)), check=True, text=True, stdout=subprocess.PIPE, **options).stdout


def timed(*command):
    """Seconds, and the most memory that was held, in MiB."""
    with tempfile.TemporaryFile('w+') as errors:
        start = time.monotonic()
        process = subprocess.Popen(list(map(str, command)), stdout=subprocess.DEVNULL, stderr=errors)
        most = 0
        while process.poll() is None:
            most = max(most, high_water(process.pid))
            time.sleep(0.002)
        elapsed = time.monotonic() - start
        errors.seek(0)
        if process.returncode:
            raise SystemExit(f'{shlex.join(map(str, command))}: {errors.read()}')
    return elapsed, most


def high_water(pid):
    """The kernel's own record of the most memory that a process has held so far."""
    try:
        status = Path(f'/proc/{pid}/status').read_text()
    except OSError:
        return 0
    match = re.search(r'^VmHWM:\s+(\d+) kB', status, re.MULTILINE)
    return int(match.group(1)) / 1024 if match else 0


def generate(path, records):
    """A file with about @records records of all kinds."""
    new_file(path)
    run(CLI, 'generate', '--people', records * 129 // 1000, '--goals', records * 86 // 1000,
        '--meetings', records * 22 // 1000, '--seed', 7, '--file', path, stderr=subprocess.DEVNULL)
    return count(path)


def count(path):
    import sqlite3
    database = sqlite3.connect(f'file:{path}?mode=ro', uri=True)
    tables = database.execute("SELECT s.name FROM sqlite_schema s, pragma_table_info (s.name) c WHERE s.type = 'table'"
                              " AND s.sql NOT LIKE 'CREATE VIRTUAL%' AND c.name = 'modified_at'").fetchall()
    return sum(database.execute(f'SELECT count (*) FROM "{name}"').fetchone()[0] for name, in tables)


def table(title, rows, columns):
    print(f'\n{title}')
    cells = [columns] + [[str(cell) for cell in row] for row in rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(columns))]
    for row in cells:
        print('  ' + '  '.join(cell.ljust(width) if column == 0 else cell.rjust(width)
                               for column, (cell, width) in enumerate(zip(row, widths))))
    sys.stdout.flush()


def first_frame(program, environment):
    environment = dict(os.environ, LD_PRELOAD=str(PRELOAD), GSETTINGS_SCHEMA_DIR=str(BUILD / 'data'), **environment)
    environment['LAMP_BENCH_START'] = str(time.monotonic_ns() // 1000)
    result = subprocess.run([program], env=environment, capture_output=True, text=True, check=False)
    match = re.search(r'first-frame ([\d.]+)', result.stderr)
    if not match:
        raise SystemExit(f'{program} showed no frame:\n{result.stderr}')
    return float(match.group(1))


def start(folder):
    data = folder / 'start/data'
    path = data / 'lamplighter/community.lamplighter'
    path.parent.mkdir(parents=True, mode=0o700)
    records = generate(path, SHOWN)
    ours, empty = [], []
    for _ in range(12):
        empty.append(first_frame(EMPTY, {}))
        ours.append(first_frame(APP, {'XDG_DATA_HOME': str(data), 'XDG_CONFIG_HOME': str(folder / 'start/config')}))
    ours, empty = statistics.median(ours[1:]), statistics.median(empty[1:])
    table(f'From exec to the first painted frame, on {records} records; ms, median of 11',
          [('an empty AdwApplicationWindow', f'{empty:.0f}', '1.00'),
           ('lamplighter', f'{ours:.0f}', f'{ours / empty:.2f}')],
          ['', 'ms', 'ratio'])


def exchange(folder):
    source, document, schema = folder / 'source.lamplighter', folder / 'source.json', folder / 'schema.json'
    records = generate(source, RECORDS)
    schema.write_text(run(CLI, 'schema'))
    run(CLI, 'export', '--exported-at', '2026-11-22T10:00:00.000Z', '--file', source, document, stderr=subprocess.DEVNULL)
    print(f'\n{records} records, {document.stat().st_size / 1e6:.0f} MB of JSON')
    _seconds, idle = timed(CLI, 'stats', '--file', new_file(folder / 'idle.lamplighter'))
    exports, imports, bare = {'lamplighter-cli': [], 'Python': []}, {'lamplighter-cli': [], 'Python': []}, []
    for _ in range(3):
        target = new_file(folder / 'target.lamplighter')
        imports['lamplighter-cli'].append(timed(CLI, 'import', '--file', target, document))
        loaded = target
        imports['Python'].append(timed(sys.executable, HERE / 'python_exchange.py', 'import', schema, document,
                                       new_file(folder / 'python.lamplighter')))
        remove(folder / 'bare.db')
        bare.append(float(run(BARE, loaded, folder / 'bare.db', stderr=subprocess.DEVNULL)) / 1000)
        exports['lamplighter-cli'].append(timed(CLI, 'export', '--file', loaded, folder / 'ours.json'))
        exports['Python'].append(timed(sys.executable, HERE / 'python_exchange.py', 'export', loaded, folder / 'py.json'))
    bare = statistics.median(bare)
    rows = [('import: bare prepared inserts, nothing read or checked', f'{bare:.1f}', '1.00', '')]
    for verb, results in (('import', imports), ('export', exports)):
        for who in ('Python', 'lamplighter-cli'):
            seconds = statistics.median(result[0] for result in results[who])
            ratio = seconds / (bare if verb == 'import' else statistics.median(r[0] for r in results['Python']))
            most = max(result[1] for result in results[who]) - idle
            rows.append((f'{verb}: {who}', f'{seconds:.1f}', f'{ratio:.2f}', f'{most:.0f}'))
    table('Exchange, median of 3; memory is the most above an idle lamplighter-cli', rows, ['', 's', 'ratio', 'MiB'])


def edit(folder):
    rows = []
    for records in (SHOWN, RECORDS):
        path = folder / f'edit-{records}.lamplighter'
        have = generate(path, records)
        for line in run(STORE, path).splitlines():
            name, ours, theirs = line.split()
            against = {'edit': 'the same UPDATE, bare and not journaled', 'search': 'reading every goal (LIKE)'}[name]
            rows.append((f'{name} in {have} records', ours, f'{against}: {theirs}', f'{int(ours) / max(int(theirs), 1):.2f}'))
    table('One edit through the store, one search; µs, median of 201', rows, ['', 'µs', 'against', 'ratio'])


def goals(folder):
    dot = folder / 'goals.dot'
    layout = [line.split() for line in run(LAYOUT, dot).splitlines()]
    per_goal = {int(n): float(each) for n, each in layout}
    ours = per_goal[10000] * 10000 / 1e9
    theirs, _ = timed('dot', '-Tplain', '-o', folder / 'goals.plain', dot)
    table('Trees of goals laid out, 100000 goals a turn; the median of 25 turns, Graphviz once, as a whole process',
          [(f'{n} goals, ns for each', f'{each:.0f}', f'{each / per_goal[100]:.2f}') for n, each in per_goal.items()]
          + [('10000 goals, ms', f'{ours * 1000:.2f}', '1.00'),
             ('10000 goals by Graphviz dot, ms', f'{theirs * 1000:.0f}', f'{theirs / ours:.0f}')], ['', '', 'ratio'])
    path = new_file(folder / 'goals.lamplighter')
    run(CLI, 'generate', '--people', 500, '--goals', 10000, '--meetings', 20, '--seed', 7, '--file', path,
        stderr=subprocess.DEVNULL)
    frames = {name: list(map(int, times)) for name, *times in map(str.split, run(FRAMES, path).splitlines())}
    plain = frames['scroll']
    shown = {'scroll': 'a plain list of labels, scrolled', 'pan': 'the goal tree, panned', 'zoom': 'the goal tree, zoomed'}
    table('A frame at 10,000 goals; µs, by the clock and of the processor, and how often that of the list',
          [(words, *(cell for time, base in zip(frames[name], plain) for cell in (time, f'{time / base:.2f}')))
           for name, words in shown.items()],
          ['', 'clock: median', '', '99 %', '', 'processor: median', '', '99 %', ''])


def new_file(path):
    remove(path)
    run(CLI, 'new', '--file', path, stderr=subprocess.DEVNULL)
    return path


def remove(path):
    for suffix in ('', '-wal', '-shm'):
        Path(f'{path}{suffix}').unlink(missing_ok=True)


def main(parts):
    print(f'{os.cpu_count()} processors, load {os.getloadavg()[0]:.1f}; build-aux/bench {shlex.join(parts)}')
    for part in parts or ('start', 'exchange', 'edit', 'goals'):
        folder = Path(tempfile.mkdtemp(prefix='lamp-bench-', dir=BUILD))
        try:
            {'start': start, 'exchange': exchange, 'edit': edit, 'goals': goals}[part](folder)
        finally:
            shutil.rmtree(folder)


if __name__ == '__main__':
    main(sys.argv[2:])
