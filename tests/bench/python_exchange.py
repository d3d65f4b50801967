#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The exchange as a script would do it, for comparison.

    python_exchange.py import SCHEMA.json FILE.json EMPTY-DATABASE
    python_exchange.py export DATABASE FILE.json

Import reads the file, checks what is required, the kinds of values, the words allowed and that every reference leads
somewhere, and writes all of it in one transaction, as durable as ours. It keeps no journal and no search index.
"""

import json
import sqlite3
import sys

KINDS = {'string': str, 'integer': int, 'number': (int, float), 'boolean': bool, 'object': dict, 'array': list}


def connect(path):
    database = sqlite3.connect(path, isolation_level=None)
    database.execute('PRAGMA synchronous=FULL')
    database.execute('PRAGMA journal_mode=WAL')
    database.execute('PRAGMA foreign_keys=ON')
    return database


def record_tables(database):
    names = database.execute("SELECT s.name FROM sqlite_schema s, pragma_table_info (s.name) c WHERE s.type = 'table'"
                             " AND s.sql NOT LIKE 'CREATE VIRTUAL%' AND c.name = 'modified_at'").fetchall()
    return {name: {row[1]: row[2] for row in database.execute(f'PRAGMA table_info ("{name}")')} for name, in names}


def rules(schema, table):
    """What the published JSON Schema says of the records of @table."""
    entry = schema['properties'][table]['items']
    if '$ref' in entry:
        entry = schema['$defs'][entry['$ref'].rsplit('/', 1)[1]]
    fields = {}
    for name, field in entry['properties'].items():
        if '$ref' in field:
            field = {**schema['$defs'][field['$ref'].rsplit('/', 1)[1]], **field}
        words = field.get('enum')
        fields[name] = (KINDS.get(field.get('type'), object), words and set(words), field.get('maxLength'))
    return set(entry.get('required', ())), fields


def check(table, records, required, fields):
    for number, record in enumerate(records):
        if not required <= record.keys():
            raise SystemExit(f'/{table}/{number}: {required - record.keys()} is missing')
        for name, value in record.items():
            kind, words, longest = fields.get(name, (object, None, None))
            if not isinstance(value, kind) or (words and value not in words):
                raise SystemExit(f'/{table}/{number}/{name}: wrong value')
            if longest and len(value) > longest:
                raise SystemExit(f'/{table}/{number}/{name}: too long')


def check_references(database, data, identifiers):
    for table, records in data.items():
        for row in database.execute(f'PRAGMA foreign_key_list ("{table}")').fetchall():
            target, field = identifiers[row[2]], row[3]
            for number, record in enumerate(records):
                if record.get(field) is not None and record[field] not in target:
                    raise SystemExit(f'/{table}/{number}/{field}: refers to nothing')


def stored(value):
    return json.dumps(value, separators=(',', ':')) if isinstance(value, (dict, list)) else value


def do_import(schema_path, path, database_path):
    with open(schema_path, encoding='utf-8') as file:
        schema = json.load(file)
    with open(path, encoding='utf-8') as file:
        document = json.load(file)
    database = connect(database_path)
    tables = record_tables(database)
    for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        database.execute(f'DROP TRIGGER "{name}"')
    data = {table: document.get(table, []) for table in tables}
    identifiers = {}
    for table, records in data.items():
        check(table, records, *rules(schema, table))
        identifiers[table] = {record['id'] for record in records}
        if len(identifiers[table]) != len(records):
            raise SystemExit(f'/{table}: an identifier is used twice')
    check_references(database, data, identifiers)
    now = document['exported_at']
    database.execute('BEGIN')
    database.execute('PRAGMA defer_foreign_keys=ON')
    for table, columns in tables.items():
        names = list(columns)
        marks = ', '.join('?' * len(names))
        quoted = ', '.join(f'"{name}"' for name in names)
        database.executemany(
            f'INSERT INTO "{table}" ({quoted}) VALUES ({marks})',
            ([stored(record.get(name, now if name in ('created_at', 'modified_at') else None)) for name in names]
             for record in data[table]))
    database.execute('COMMIT')
    print(sum(map(len, data.values())), 'records', file=sys.stderr)


def do_export(database_path, path):
    database = connect(database_path)
    document = {'format': 'lamplighter', 'version': 1, 'exported_at': '2026-11-22T10:00:00.000Z'}
    for table, columns in record_tables(database).items():
        names = list(columns)
        document[table] = [
            {name: value for name, value in zip(names, row) if value is not None}
            for row in database.execute(f'SELECT * FROM "{table}" ORDER BY id')]
    with open(path, 'w', encoding='utf-8') as file:
        json.dump(document, file, indent=2, ensure_ascii=False)


if __name__ == '__main__':
    {'import': do_import, 'export': do_export}[sys.argv[1]](*sys.argv[2:])
