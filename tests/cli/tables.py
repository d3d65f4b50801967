#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""tables.py PROGRAM SOURCE-ROOT: spreadsheets brought in by a map, as a principal's assistant would do it."""

import csv
import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
import tap  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
SHARED = Path(sys.argv[2]).resolve().parent / 'shared' / 'real'
MAPS = Path(__file__).resolve().parent / 'nc-maps'
HERE = Path(tempfile.mkdtemp(prefix='lamp-tables-', dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else None))
TABLES = [('pillars', 'DIM_Pillars'), ('focus-areas', 'DIM_FocusAreas'), ('actions', 'DIM_Actions'),
          ('action-statuses', 'action-statuses'), ('measures', 'DIM_Measures'), ('results', 'LandingPage_MeasureResults')]


def run(*words, stdin=None, status=0):
    done = subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True, text=True, timeout=120, check=False,
                          env={**os.environ, 'XDG_DATA_HOME': str(HERE / 'data')})
    assert done.returncode == status, f'{words} ended with {done.returncode}, not {status}:\n{done.stderr}'
    return done.stdout, done.stderr


def file_with(*communities):
    path = Path(tempfile.mkdtemp(dir=HERE)) / 'a.lamplighter'
    run('import', '--file', path, '-', stdin=json.dumps({'format': 'lamplighter', 'version': 1, 'communities': [
        {'id': name, 'name': name.title(), 'kind': 'system'} for name in communities]}))
    return path


def written(name, text):
    path = HERE / name
    path.write_text(text, encoding='utf-8')
    return path


def exported(path):
    return run('export', '--file', path, '--exported-at', '2026-11-22T10:00:00.000Z', '-')[0]


def bare(document, kind):
    return {record['id']: {name: value for name, value in record.items() if name not in ('created_at', 'modified_at')}
            for record in document[kind]}


def real(name):
    path = SHARED / 'nc-csv' / f'{name}.csv'
    if not path.exists():
        raise tap.Skip('../shared is not here')
    return path


def a_guessed_map_imports_a_plain_table():
    path = file_with('d')
    table = written('goals.csv', 'ID;Goal;Due date;Status;Supports\r\n1;Read;2027-06-30;In progress;\r\n2;Write;;Met;Read\r\n')
    plan = written('map.json', run('map', table)[0])
    out, err = run('import', '--map', plan, '--file', path, table)
    assert err == '' and '2 added' in out, out + err
    goals = bare(json.loads(exported(path)), 'goals')
    assert goals['2'] == {'id': '2', 'community': 'd', 'parent': '1', 'level': 'team', 'title': 'Write', 'status': 'met',
                          'position': 1}, goals['2']
    before = exported(path)
    run('import', '--map', plan, '--file', path, table)
    assert exported(path) == before, 'a second time something has changed'
    run('undo', '--file', path)
    assert 'goals' not in json.loads(exported(path))


def a_dry_run_tells_and_writes_nothing():
    path = file_with('d')
    before = exported(path)
    table = written('dry.csv', 'ID,Name\n1,Read\n,Nobody\n')
    plan = written('dry.json', run('map', table)[0])
    out, err = run('import', '--dry-run', '--map', plan, '--file', path, table)
    assert '1 added' in out and 'dry.csv, row 3: ' in err, out + err
    assert exported(path) == before


def with_two_communities_the_one_is_named():
    path = file_with('d', 'e')
    table = written('two.csv', 'ID,Name\n1,Read\n')
    plan = written('two.json', run('map', table)[0])
    _out, err = run('import', '--map', plan, '--file', path, table)
    assert 'row 2' in err and 'goals' not in json.loads(exported(path)), err
    run('import', '--map', plan, '--community', 'e', '--file', path, table)
    assert bare(json.loads(exported(path)), 'goals')['1']['community'] == 'e'


def goals_that_went_out_as_a_table_come_back_the_same():
    path = Path(tempfile.mkdtemp(dir=HERE)) / 'a.lamplighter'
    run('import', '--file', path, MAPS.parents[2] / 'data/samples/example.json')
    run('report', 'goals', '--format', 'csv', '--output', HERE / 'goals.csv', '--file', path)
    plan = written('own.json', run('map', HERE / 'goals.csv')[0])
    before = exported(path)
    out, err = run('import', '--map', plan, '--file', path, HERE / 'goals.csv')
    assert 'nothing to import' in out and all('Nothing says which record' in line for line in err.splitlines()), out + err
    assert exported(path) == before


def what_cannot_be_is_refused_with_its_code():
    path = file_with('d')
    table = written('bad.csv', 'ID,Name\n1,Read\n')
    wrong = written('wrong.json', '{"format":"lamplighter-map","records":[{"type":"goals","fields":{"due":"{When}"}}]}')
    before = exported(path)
    for arguments, status, words in ((['--map', wrong, table], 1, 'not-found: '), (['--map', table, table], 1, 'json: '),
                                     (['--map', wrong, HERE / 'none.csv'], 1, 'not-found: '),
                                     (['--map', HERE / 'none.json', table], 1, 'not-found: '),
                                     (['--map', wrong, '-'], 2, ''), (['--mode', 'replace', '--map', wrong, table], 2, '')):
        err = run('import', '--file', path, *arguments, status=status)[1]
        assert err.startswith(words), err
    assert exported(path) == before


def the_tables_behind_a_real_plan_make_its_tree():
    wanted = SHARED / 'nc-strategic-plan.json'
    path = file_with('nc-dpi')
    for plan, name in TABLES:
        run('import', '--map', MAPS / f'{plan}.json', '--file', path, real(name))
    found, wanted = json.loads(exported(path)), json.loads(wanted.read_text())
    for kind in ('goals', 'measurements'):
        assert bare(found, kind) == bare(wanted, kind), kind
    before = exported(path)
    for plan, name in TABLES:
        run('import', '--map', MAPS / f'{plan}.json', '--file', path, real(name))
    assert exported(path) == before, 'a second time something has changed'


def every_defect_of_the_real_tables_is_told_with_its_row():
    path = file_with('nc-dpi')
    told = {name: run('import', '--map', MAPS / f'{plan}.json', '--file', path, real(name))[1].splitlines()
            for plan, name in TABLES}
    for _plan, name in TABLES:
        with real(name).open(encoding='utf-8-sig', newline='') as file:
            header, *rows = list(csv.reader(file))
        assert all(line.startswith(f'{name}.csv, row') for line in told[name]), told[name][:3]
        formulas = rows_of(told[name], 'formula')
        assert formulas == {number for number, row in enumerate(rows, 2) if any(cell.startswith('=') for cell in row)}, name
        blank = {number for number, row in enumerate(rows, 2) if not any(cell.strip() for cell in row)}
        assert rows_of(told[name], 'Blank') == blank, name
        ragged = {number for number, row in enumerate(rows, 2) if number not in blank and len(row) != len(header)}
        assert rows_of(told[name], 'cells where') == ragged, name
    assert any('“PillarDesc” names two columns' in line for line in told['DIM_Pillars'])
    assert any('row 95: ' in line and 'P2.F2.A4' in line for line in told['action-statuses'])


def rows_of(lines, words):
    """The rows that lines with these words are about."""
    rows = set()
    for line in lines:
        place, _, what = line.partition(': ')
        if words in what:
            numbers = [int(word) for word in place.split(', ', 1)[1].split() if word.isdigit()]
            rows.update(range(numbers[0], numbers[-1] + 1))
    return rows


try:
    tap.run('tables', a_guessed_map_imports_a_plain_table, a_dry_run_tells_and_writes_nothing,
            with_two_communities_the_one_is_named, goals_that_went_out_as_a_table_come_back_the_same, what_cannot_be_is_refused_with_its_code,
            the_tables_behind_a_real_plan_make_its_tree, every_defect_of_the_real_tables_is_told_with_its_row)
finally:
    shutil.rmtree(HERE, ignore_errors=True)
