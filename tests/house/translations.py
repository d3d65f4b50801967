#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py SOURCE-ROOT: every sentence can be translated, and each language that is offered has them all."""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / 'support'))
import tap  # noqa: E402

SOURCE = Path(sys.argv[1])
PO = SOURCE / 'po'
CODE_CALL = re.compile(r'\b(_|N_|C_|NC_|ngettext)\s*\(\s*"|\bg_d(c|n|p)?gettext2?\s*\([^,()]*,\s*"')
BLUEPRINT_CALL = re.compile(r'''\bC?_\(\s*["']''')
KEYWORDS = ['_', 'N_', 'C_:1c,2', 'NC_:1c,2', 'g_dcgettext:2', 'g_dngettext:2,3', 'g_dpgettext2:2c,3']


def lines(path):
    text = path.read_text().splitlines()
    return [line.strip() for line in text if line.strip() and not line.startswith('#')]


def listed():
    return lines(PO / 'POTFILES.in')


def languages():
    return ' '.join(lines(PO / 'LINGUAS')).split()


def with_strings():
    """The files that hold strings for people."""
    for path in sorted((SOURCE / 'src').rglob('*')):
        if path.suffix in ('.c', '.h') and CODE_CALL.search(without_comments(path.read_text())):
            yield str(path.relative_to(SOURCE))
        elif path.suffix == '.blp' and BLUEPRINT_CALL.search(path.read_text()):
            yield str(path.relative_to(SOURCE))
    for path in sorted((SOURCE / 'data').rglob('*')):
        if path.name.endswith(('.desktop.in', '.metainfo.xml.in', '.desktop.in.in', '.metainfo.xml.in.in')):
            yield str(path.relative_to(SOURCE))


def without_comments(text):
    return re.sub(r'^\s*#\s*define.*$', '', re.sub(r'/\*.*?\*/|//[^\n]*', '', text, flags=re.DOTALL), flags=re.MULTILINE)


def run(*command, **options):
    return subprocess.run(command, cwd=SOURCE, capture_output=True, text=True, **options)


def template(folder):
    path = Path(folder) / 'lamplighter.pot'
    result = run('xgettext', '--from-code=UTF-8', '--add-comments', *(f'--keyword={word}' for word in KEYWORDS),
                 '--files-from=po/POTFILES.in', f'--output={path}')
    assert result.returncode == 0, result.stderr
    return path


def every_file_with_strings_is_listed():
    have = set(listed())
    tap.none('missing from po/POTFILES.in', [path for path in with_strings() if path not in have])


def every_listed_file_is_there_and_has_strings():
    have = set(with_strings())
    tap.none('listed in po/POTFILES.in and not there', [path for path in listed() if not (SOURCE / path).is_file()])
    tap.none('listed in po/POTFILES.in without a string', [path for path in listed() if path not in have])


def the_list_is_in_order():
    assert listed() == sorted(set(listed())), 'po/POTFILES.in is not in alphabetical order, or names a file twice'


def blueprints_quote_strings_as_xgettext_reads_them():
    tap.none("xgettext does not see '…'; write \"…\"", [
        f'{path.relative_to(SOURCE)}:{number}' for path in (SOURCE / 'src').rglob('*.blp')
        for number, line in enumerate(path.read_text().split('\n'), 1) if re.search(r"\b_\('|\bC_\('", line)])


def blueprints_show_nothing_that_cannot_be_translated():
    shown = re.compile(r'^\s*(?:title|subtitle|label|tooltip-text|placeholder-text|description|heading|text)\s*:\s*"(.*)"')
    tap.none('a string for people without _()', [
        f'{path.relative_to(SOURCE)}:{number}: {line.strip()}' for path in (SOURCE / 'src').rglob('*.blp')
        for number, line in enumerate(path.read_text().split('\n'), 1)
        if (match := shown.match(line)) and re.search(r'[^\W\d_]', match.group(1))])


def every_sentence_is_whole():
    """xgettext stops at a macro in the middle of a string, and what is looked up at run time is never found."""
    with tempfile.TemporaryDirectory() as folder:
        text = run('msgcat', '--no-wrap', template(folder)).stdout
    tap.none('xgettext reads this sentence only to its middle; format the number first and use %s',
             [line for line in text.splitlines() if re.search(r'(?<!%)%(?:%%)*"$', line)])


def every_language_is_complete():
    with tempfile.TemporaryDirectory() as folder:
        pot = template(folder)
        for language in languages():
            merged = Path(folder) / f'{language}.po'
            result = run('msgmerge', '--quiet', '--no-fuzzy-matching', f'--output-file={merged}', PO / f'{language}.po', pot)
            assert result.returncode == 0, result.stderr
            left = run('msgattrib', '--no-obsolete', '--untranslated', '--no-wrap', merged).stdout
            fuzzy = run('msgattrib', '--no-obsolete', '--only-fuzzy', '--no-wrap', merged).stdout
            tap.none(f'not yet in {language}',
                     [line for line in (left + fuzzy).splitlines() if line.startswith('msgid ') and line != 'msgid ""'])


def every_language_keeps_the_formats():
    for language in languages():
        result = run('msgfmt', '--check', '--output-file=/dev/null', PO / f'{language}.po')
        assert result.returncode == 0, result.stderr


tap.run('translations',
        every_file_with_strings_is_listed,
        every_listed_file_is_there_and_has_strings,
        the_list_is_in_order,
        blueprints_quote_strings_as_xgettext_reads_them,
        blueprints_show_nothing_that_cannot_be_translated,
        every_sentence_is_whole,
        every_language_is_complete,
        every_language_keeps_the_formats)
