#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""cli.py PROGRAM SOURCE-ROOT: the command line, as a person at it or a script would use it."""

import hashlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
import tap  # noqa: E402

PROGRAM = Path(sys.argv[1]).resolve()
SOURCE = Path(sys.argv[2]).resolve()
PLAN = SOURCE.parent / 'shared' / 'real' / 'nc-strategic-plan.json'
EXAMPLE = SOURCE / 'data' / 'samples' / 'example.json'
MOMENT = '2026-11-22T10:00:00.000Z'
COMMANDS = ('new', 'import', 'export', 'list', 'show', 'search', 'check', 'mend', 'silence', 'unsilence', 'undo', 'redo', 'history', 'schema', 'backup',
            'verify', 'stats', 'generate')
HERE = Path(tempfile.mkdtemp(prefix='lamp-cli-', dir='/dev/shm' if os.access('/dev/shm', os.W_OK) else None))


def run(*words, stdin=b'', status=0, env=None):
    """Runs the program and returns what it wrote to standard output and standard error."""
    done = subprocess.run([PROGRAM, *map(str, words)], input=stdin, capture_output=True, timeout=120,
                          env={**os.environ, 'XDG_DATA_HOME': str(HERE / 'data'), **(env or {})})
    if status is not None and done.returncode != status:
        raise AssertionError(f'{words} ended with {done.returncode}, not {status}:\n{done.stderr.decode()}')
    return done.stdout.decode(), done.stderr.decode()


def fresh():
    """A path in a folder of its own, with nothing there."""
    return Path(tempfile.mkdtemp(dir=HERE)) / 'a.lamplighter'


def filled(**size):
    path = fresh()
    numbers = {'people': 40, 'goals': 30, 'meetings': 8, 'seed': 3, **size}
    run('generate', '--file', path, *[word for name, n in numbers.items() for word in (f'--{name}', n)])
    return path


def exported(path, *options):
    return run('export', '--file', path, '--exported-at', MOMENT, *options)[0]


def document(**types):
    return json.dumps({'format': 'lamplighter', 'version': 1, **types}).encode()


def tree_hash(path):
    """What all files beside @path hold."""
    return {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in sorted(path.parent.iterdir())
            if file.is_file()}


def equal(found, expected, what=''):
    if found != expected:
        raise AssertionError(f'{what or "not equal"}: {str(found)[:400]!r} instead of {str(expected)[:400]!r}')


def holds(condition, what):
    if not condition:
        raise AssertionError(what)


def help_names_every_command():
    out, _ = run('--help')
    for command in COMMANDS:
        holds(f'\n  {command} ' in out, f'--help does not name {command}')
    equal(run('-h')[0], out)


def every_command_has_help_of_its_own():
    for command in COMMANDS:
        out, err = run(command, '--help')
        holds('--file' in out and f'lamplighter-cli {command}' in out, f'{command} --help says too little:\n{out}')
        equal(err, '')


def the_version_is_printed():
    holds(run('--version')[0].startswith('lamplighter-cli '), '--version')


def wrong_usage_ends_with_2():
    path = fresh()
    cases = [[], ['nonsense'], ['--nonsense'], ['new', '--nonsense'], ['new', 'extra'], ['list'], ['list', 'goal'], ['show'],
             ['search'], ['import', '--mode', 'merge-ish', '--file', path], ['import', 'a', 'b'], ['export', 'a', 'b'],
             ['generate', '--people', 'many'], ['generate', '--people', '-1', '--file', path], ['history', '--limit', '0'],
             ['list', '--file'], ['undo', 'twice']]
    for words in cases:
        out, err = run(*words, status=2)
        equal(out, '', words)
        holds(err.startswith('usage: '), f'{words}: {err}')
    holds(not path.exists(), 'wrong usage has made a file')


def what_is_not_there_is_refused_with_1():
    path = fresh()
    for words in (['list', 'goals'], ['show', 'x'], ['search', 'x'], ['check'], ['undo'], ['redo'], ['history'], ['export'],
                  ['backup'], ['verify'], ['stats']):
        out, err = run(*words, '--file', path, status=1)
        equal(out, '', words)
        holds(err.startswith('not-found: '), f'{words}: {err}')
        holds(not path.exists(), f'{words} has made a file')


def a_new_file_is_for_its_owner_alone():
    path = fresh()
    run('new', '--file', path)
    equal(path.stat().st_mode & 0o777, 0o600)
    _, err = run('new', '--file', path, status=1)
    holds(err.startswith('refused: '), err)


def the_usual_file_lies_in_the_data_folder():
    home = HERE / 'home'
    env = {'XDG_DATA_HOME': str(home)}
    run('new', env=env)
    path = home / 'lamplighter' / 'community.lamplighter'
    holds(path.exists(), 'there is no file in the data folder')
    equal(path.parent.stat().st_mode & 0o777, 0o700)
    equal(run('stats', env=env)[0], '')


def the_real_plan_goes_in_and_out_the_same():
    if not PLAN.exists():
        raise tap.Skip('the real files are not here')
    one, two = fresh(), fresh()
    equal(run('import', PLAN, '--file', one)[0], '222 added\n')
    equal(run('stats', '--file', one)[0], 'communities\t1\ngoals\t200\nmeasurements\t21\n')
    equal(run('import', '--file', one, PLAN)[0], '222 unchanged\n')
    equal(len(run('history', '--file', one)[0].splitlines()), 1, 'the second import has left a step')
    out = exported(one)
    run('import', '-', '--file', two, stdin=out.encode())
    equal(exported(two), out)


def an_export_is_what_python_would_write():
    path = filled()
    run('import', '--file', path, stdin=document(
        communities=[{'id': 'c', 'kind': 'team', 'mascot': ['owl', {'a': None}],
                      'name': 'Tom & <b>Jerry</b> "\\/~ é 日本 \x7f'}]))
    out = exported(path)
    equal(out, json.dumps(json.loads(out), indent=2, ensure_ascii=False) + '\n')


def an_export_comes_back_to_the_byte():
    one, two = filled(), fresh()
    out = exported(one)
    target = two.parent / 'out.json'
    run('export', '--file', one, '--exported-at', MOMENT, target)
    equal(target.read_text(), out)
    equal(target.stat().st_mode & 0o777, 0o600)
    run('import', target, '--file', two)
    equal(exported(two), out)
    data = json.loads(out)
    for name, records in data.items():
        if isinstance(records, list) and name != 'deleted':
            ids = [record['id'] for record in records]
            equal(ids, sorted(ids), f'{name} are not in order')


def an_export_can_leave_out():
    path = filled()
    whole = json.loads(exported(path))
    alone = json.loads(exported(path, '--without-people'))
    public = json.loads(exported(path, '--without-private'))
    part = json.loads(exported(path, '--community', 'c-0000001'))
    holds('people' in whole and 'people' not in alone and 'memberships' not in alone, '--without-people')
    holds(any(goal.get('private') for goal in whole['goals']), 'there is nothing private')
    holds(not any(goal.get('private') for goal in public['goals']), '--without-private')
    holds(0 < len(part['communities']) < len(whole['communities']), '--community')
    for data in (alone, public, part):
        run('import', '--file', fresh(), stdin=json.dumps(data).encode())
    _, err = run('export', '--community', 'nowhere', '--file', path, status=1)
    holds(err.startswith('not-found: '), err)
    _, err = run('export', '--exported-at', 'today', '--file', path, status=1)
    holds(err.startswith('date: '), err)


def a_refused_import_leaves_every_byte():
    path = filled()
    before = tree_hash(path)
    cases = {
        b'': 'json: ',
        b'{"format":"lamplighter","version":1': 'json',
        b'\xff\xfe': 'utf8: ',
        b'[' * 100000: 'depth /0/0',
        document(goal=[]): 'unknown-type /goal: ',
        document(goals=[{'id': 'g', 'community': 'x', 'level': 'team', 'title': 'T'}]): 'reference /goals/0/community: ',
        document(goals=[{'id': 'g', 'community': 'c-0000000', 'level': 'team', 'title': 'T', 'due': 'x'}]):
            'date /goals/0/due: ',
        document(communities=[{'id': 'c-0000000', 'name': 'N', 'kind': 'team', 'parent': 'c-0000001'}]):
            'cycle /communities/0/parent: ',
        b'{"format":"lamplighter","version":2}': 'version /version: ',
        b'{"format":"lamplighter","version":1,"goals":[{"target":1e999}]}': 'number /goals/0/target: ',
    }
    for mode in ('merge', 'replace', 'copy'):
        for data, line in cases.items():
            if mode != 'merge' and line.startswith('cycle'):
                continue
            out, err = run('import', '--mode', mode, '--file', path, stdin=data, status=1)
            equal(out, '', data[:60])
            holds(err.startswith(line), f'{data[:60]}: {err} does not begin with {line}')
            # A backup that replace took before it found out is not the file.
            equal({name: h for name, h in tree_hash(path).items()}, before, f'{mode} {data[:60]}')


def a_refused_import_into_nothing_leaves_nothing():
    path = fresh()
    run('import', '--file', path, stdin=b'{}', status=1)
    equal(list(path.parent.iterdir()), [])
    run('import', '--dry-run', '--file', path, stdin=document())
    equal([name for name in path.parent.iterdir() if name.is_file()], [])


def a_dry_run_writes_nothing():
    path, other = filled(), filled(seed=4)
    before = tree_hash(path)
    out, _ = run('import', '--dry-run', '--file', path, stdin=exported(other).encode())
    holds('changed' in out or 'added' in out or 'conflict' in out, out)
    equal(tree_hash(path), before)


def modes_do_as_they_say():
    path = filled()
    n = len(json.loads(exported(path))['people'])
    data = exported(path).encode()
    run('import', '--mode', 'copy', '--file', path, stdin=data)
    equal(len(json.loads(exported(path))['people']), 2 * n)
    run('import', '--mode', 'replace', '--file', path, stdin=document())
    equal(run('stats', '--file', path)[0], '')
    backups = list((path.parent / 'backups').glob('*.replace.lamplighter'))
    equal(len(backups), 1, 'replace has taken no backup')
    run('verify', backups[0])


def older_records_are_taken_when_asked():
    path = fresh()
    def goal(title, at):
        return document(communities=[{'id': 'c', 'name': title, 'kind': 'team', 'modified_at': at}])
    run('import', '--file', path, stdin=goal('new', '2026-06-01T00:00:00Z'))
    out, _ = run('import', '--file', path, stdin=goal('old', '2026-01-01T00:00:00Z'))
    holds('1 in conflict\nconflict /communities/0: ' in out, out)
    holds('new' in run('list', 'communities', '--file', path)[0], 'the older has won')
    run('import', '--take-older', '--file', path, stdin=goal('old', '2026-01-01T00:00:00Z'))
    holds('old' in run('list', 'communities', '--file', path)[0], 'the older was not taken')


def undo_and_redo_of_an_import_export_the_same_each_time():
    path, other = filled(), filled(seed=9, people=60)
    before = exported(path)
    run('import', '--file', path, stdin=exported(other).encode())
    after = exported(path)
    holds(before != after, 'the import has changed nothing')
    for _ in range(3):
        holds('Import' in run('undo', '--file', path)[1], 'undo does not say what it undid')
        equal(json.loads(exported(path)).get('people'), json.loads(before).get('people'))
        run('redo', '--file', path)
        equal(exported(path), after)
    _, err = run('redo', '--file', path, status=1)
    holds(err.startswith('nothing: '), err)


def records_are_listed_shown_and_found():
    path = filled()
    lines = run('list', 'people', '--file', path)[0].splitlines()
    equal(len(lines), 40)
    listed = json.loads(run('list', 'people', '--json', '--file', path)[0])
    equal([line.split('\t') for line in lines], [[person['id'], person['name']] for person in listed])
    equal(json.loads(run('list', 'visits', '--json', '--file', path)[0]), [])
    holds(listed[0]['name'] in run('show', listed[0]['id'], '--file', path)[0], 'show does not name the person')
    equal(json.loads(run('show', listed[0]['id'], '--json', '--file', path)[0]), listed[0])
    _, err = run('show', 'nobody', '--file', path, status=1)
    holds(err.startswith('not-found: '), err)
    name = listed[0]['name'].split()[0]
    hits = run('search', name, '--file', path)[0].splitlines()
    holds(any(hit.startswith(f'people\t{listed[0]["id"]}\t') for hit in hits), f'{name} is not found: {hits}')
    equal(run('search', 'zzzqqq', '--file', path)[0], '')
    run('search', '"', '*', 'OR', '--file', path)


def checks_are_advice():
    path = filled(goals=200)
    lines = run('check', '--file', path)[0].splitlines()
    found = json.loads(run('check', '--json', '--file', path)[0])
    findings = found['findings'] if isinstance(found, dict) else found
    equal(len(findings), len(lines))
    codes = {line.split('\t')[0] for line in lines}
    holds({'G-ORPHAN', 'G-NO-OWNER', 'G-NO-MEASURE'} <= codes, f'a made-up district has only {codes}')
    errors = any(line.split('\t')[0] in ('G-CYCLE', 'G-INVERTED', 'G-ORPHAN') for line in lines)
    run('check', '--strict', '--file', path, status=1 if errors else 0)


def a_finding_is_set_aside_with_its_reason_and_comes_back():
    path = filled(goals=50)
    before = json.loads(run('check', '--json', '--file', path)[0])
    first = next(finding for finding in before if finding['code'] == 'G-NO-OWNER')
    place = (first['code'], first['id'])
    run('silence', *place, '--file', path, status=2)
    run('silence', *place, '--reason', '  ', '--file', path, status=2)
    run('silence', 'G-NO-OWNER', 'nobody', '--reason', 'x', '--file', path, status=1)
    run('silence', 'X-NONE', first['id'], '--reason', 'x', '--file', path, status=1)
    run('silence', *place, '--reason', 'The <team> & all\nown it', '--file', path)
    run('silence', *place, '--reason', 'again', '--file', path, status=1)
    after = json.loads(run('check', '--json', '--file', path)[0])
    equal(len(after), len(before) - 1)
    holds(place not in [(finding['code'], finding.get('id')) for finding in after], 'it is still found')
    everything = json.loads(run('check', '--json', '--all', '--file', path)[0])
    equal([finding['set_aside'] for finding in everything if 'set_aside' in finding], ['The <team> & all\nown it'])
    equal(len(everything), len(before))
    holds('set aside: The <team> & all own it' in run('check', '--all', '--file', path)[0], 'not marked')
    run('undo', '--file', path)
    equal(json.loads(run('check', '--json', '--file', path)[0]), before)
    run('redo', '--file', path)
    run('unsilence', *place, '--file', path)
    equal(json.loads(run('check', '--json', '--file', path)[0]), before)
    run('unsilence', *place, '--file', path, status=1)


def the_figures_come_with_their_formulas():
    path = fresh()
    run('import', EXAMPLE, '--file', path)
    findings = json.loads(run('check', '--json', '--file', path)[0])
    figures = json.loads(run('check', '--figures', '--json', '--file', path)[0])
    for pillar in figures['pillars']:
        # What was judged and does not keep the rules is what was found.
        of_pillar = [finding for finding in findings if finding['pillar'] == pillar['pillar']]
        equal(pillar['judged'] - pillar['kept'], len(of_pillar), pillar['pillar'])
        holds({finding['code'] for finding in of_pillar} <= set(re.findall(r'[A-Z]+(?:-[A-Z]+)+', pillar['formula'])), pillar)
    doing = figures['knowing_doing']
    holds(doing['learned'] >= doing['practice'] >= doing['applied'] >= doing['evidence'] >= 1, doing)
    holds(doing['formula'] and doing['words'] in run('check', '--figures', '--file', path)[0], doing)


def what_is_safe_to_mend_is_mended_in_one_step():
    path = fresh()
    run('import', EXAMPLE, '--file', path)
    run('mend', 'G-ORPHAN', 'osc-shelf', '--file', path, status=1)
    run('mend', 'T-MANDATED', 'nothing', '--file', path, status=1)
    fixes = [finding for finding in json.loads(run('check', '--json', '--file', path)[0]) if 'fix' in finding]
    holds({'T-MANDATED', 'B-TAME'} <= {finding['code'] for finding in fixes}, fixes)
    for finding in fixes:
        run('mend', finding['code'], finding['id'], '--file', path)
        left = json.loads(run('check', '--json', '--file', path)[0])
        holds((finding['code'], finding['id']) not in [(one['code'], one.get('id')) for one in left], finding)
        run('undo', '--file', path)


def the_real_plan_has_its_orphans_found():
    if not PLAN.exists():
        raise tap.Skip('the real files are not here')
    path = fresh()
    run('import', PLAN, '--file', path)
    goals = {goal['id']: goal for goal in json.loads(PLAN.read_text())['goals']}
    found = {}
    for line in run('check', '--file', path)[0].splitlines():
        code, _, identifier, _ = line.split('\t')
        found.setdefault(code, set()).add(identifier)
    expected = {name for name, goal in goals.items() if goal['level'] != 'system' and not goal.get('parent')}
    equal(found.get('G-ORPHAN', set()), expected, 'orphans')


def the_schema_is_json_and_names_every_type():
    schema = json.loads(run('schema')[0])
    equal(schema['$schema'], 'https://json-schema.org/draft/2020-12/schema')
    for name in ('communities', 'people', 'goals', 'meetings', 'ratings'):
        holds(name in schema['$defs'] and name in schema['properties'], name)
    try:
        import jsonschema
    except ImportError:
        return
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(json.loads(exported(filled())), schema)


def backups_can_be_verified_and_damage_is_found():
    path = filled()
    copy = Path(run('backup', '--file', path)[0].strip())
    holds(copy.exists() and copy.parent.name == 'backups', copy)
    run('verify', copy)
    named = path.parent / 'copy.lamplighter'
    equal(run('backup', named, '--file', path)[0].strip(), str(named))
    run('verify', named)
    run('verify', '--file', path)
    data = bytearray(named.read_bytes())
    data[len(data) // 2] ^= 0xff
    named.write_bytes(data)
    _, err = run('verify', named, status=1)
    holds(err.startswith('corrupt: '), err)


def one_seed_makes_one_district():
    one, two, three = filled(), filled(), filled(seed=4)
    equal(exported(one), exported(two))
    holds(exported(one) != exported(three), 'the seed makes no difference')


def a_file_of_somebody_else_is_not_touched():
    path = fresh()
    path.write_bytes(b'Dear diary, ' * 1000)
    before = path.read_bytes()
    for words in (['list', 'goals'], ['import', '-'], ['export'], ['generate']):
        _, err = run(*words, '--file', path, stdin=document(), status=1)
        holds(err.split(':')[0] in ('not-ours', 'corrupt'), err)
        equal(path.read_bytes(), before)


def a_kill_at_any_moment_leaves_all_or_nothing():
    rng = random.Random(os.environ.get('LAMP_SEED', '1'))
    source, path = filled(people=700, goals=300, meetings=60), filled(people=700, goals=300, meetings=60, seed=8)
    data = source.parent / 'in.json'
    run('export', '--file', source, '--exported-at', MOMENT, data)
    before = exported(path)
    began = time.monotonic()
    trial = path.parent / 'trial' / 'a.lamplighter'
    trial.parent.mkdir()
    shutil.copy(path, trial)
    run('import', '--mode', 'replace', data, '--file', trial)
    whole = time.monotonic() - began
    after = exported(trial)
    holds(before != after, 'the import has changed nothing')
    ends = set()
    for number in range(10):
        shutil.rmtree(trial.parent)
        trial.parent.mkdir()
        shutil.copy(path, trial)
        child = subprocess.Popen([PROGRAM, 'import', '--mode', 'replace', data, '--file', trial],
                                 stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        try:
            child.wait(timeout=whole * (number + rng.random()) / 9)
        except subprocess.TimeoutExpired:
            child.send_signal(signal.SIGKILL)
            child.wait()
        run('verify', '--file', trial)
        found = exported(trial)
        holds(found in (before, after), 'the file has a part of the import')
        ends.add(found == after)
    holds(False in ends, 'no import was killed in time')


def white_space_without_end_is_refused_in_little_memory():
    path = fresh()
    limited = ['sh', '-c', 'ulimit -v 700000; exec "$@"', '-', PROGRAM, 'import', '-', '--file', path]
    child = subprocess.Popen(limited, stdin=subprocess.PIPE, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL)
    for _ in range(64):
        child.stdin.write(b' ' * (1 << 20))
    child.stdin.close()
    err = child.stderr.read().decode()
    equal(child.wait(), 1)
    holds(err.startswith('json: '), err)



try:
    tap.run('cli', *[test for name, test in list(globals().items())
                     if callable(test) and getattr(test, '__module__', '') == '__main__'
                     and name not in ('run', 'fresh', 'filled', 'exported', 'document', 'tree_hash', 'equal', 'holds')])
finally:
    shutil.rmtree(HERE, ignore_errors=True)
