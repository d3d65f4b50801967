# SPDX-License-Identifier: GPL-3.0-or-later
"""What is wrong with an accessibility tree: a list of findings, empty where a person could use it without seeing it."""

import driver
from driver import State

NAMED = {'button', 'toggle button', 'check box', 'radio button', 'link', 'combo box', 'entry', 'text', 'password text',
         'spin button', 'slider', 'image', 'icon', 'dialog', 'alert', 'heading', 'menu item', 'check menu item',
         'radio menu item', 'switch', 'page tab', 'column header', 'list item', 'table row', 'tree item', 'list', 'table',
         'tree table', 'tree', 'progress bar'}
PRESSED = {'button', 'toggle button', 'check box', 'radio button', 'link', 'switch', 'page tab', 'spin button',
           'menu item', 'combo box'}
ANONYMOUS = {'panel', 'filler', 'unknown', 'invalid', 'generic'}
# A scrolled text without anything to press takes the focus so that it can be scrolled by keys.
SPEAK_FOR_THEMSELVES = {'list', 'table', 'tree table', 'scroll pane'}
SMALLEST = 24


# These name themselves and have a nameless list inside, which the toolkit made.
WITH_A_LIST_INSIDE = {'combo box', 'tree table', 'table'}


def lint(root):
    """The findings in the tree under the node @root."""
    findings = []
    look(root, [root], findings)
    return findings


def look(node, path, findings):
    findings += [f'{what}: {told(path)}' for what in faults(node, path)]
    for child in node.children:
        if child.has(State.SHOWING):
            look(child, path + [child], findings)


def told(path):
    """Where a node is: those above it that have a name, and itself."""
    return ' / '.join([repr(node)[:60] for node in path[1:-1] if node.name][-3:] + [repr(path[-1])])


def faults(node, path):
    role, name = node.role, node.name.strip()
    if role in NAMED and not name and not named_by_content(node) and not made_by_the_toolkit(node, path):
        yield 'no name'
    if is_doubled(name):
        yield 'name said twice'
    if role in ANONYMOUS and node.has(State.FOCUSABLE) and not name and not holds_focusable(node):
        yield 'takes the focus without a role or a name'
    if role in PRESSED and node.has(State.SENSITIVE):
        _x, _y, width, height = node.box()
        if 0 < width < SMALLEST or 0 < height < SMALLEST:
            yield f'only {width}×{height} pixels to hit'
    if '<b>' in name or '&amp;' in name or '&lt;' in name:
        if 'Tom & <b>Jerry</b>' not in name:
            yield 'markup in a name'


def made_by_the_toolkit(node, path):
    return node.role == 'list' and any(above.role in WITH_A_LIST_INSIDE for above in path[:-1])


def holds_focusable(node):
    return any(below.has(State.FOCUSABLE) for below in node.walk() if below != node)


def named_by_content(node):
    """Rows of a list are read out by what they hold."""
    if node.role in ('list item', 'table row', 'tree item'):
        return any(child.name for child in node.walk() if child != node)
    return False


def is_doubled(name):
    words = name.split()
    half = len(words) // 2
    return len(words) % 2 == 0 and half > 0 and words[:half] == words[half:]


def tab_walk(program, limit=120):
    """Presses Tab until the focus is where it was. Yields the nodes that had it, and what went wrong on the way."""
    stops, findings = [], []
    first = program.focus()
    if first is None:
        program.keys('Tab')
        first = driver.wait(program.focus, 'something to take the focus')
    at = first
    for _ in range(limit):
        program.focused = None
        program.keys('Tab')
        try:
            arrived = driver.wait(lambda: program.focused, 'the focus to be seen', patience=3)
        except driver.Missing:
            findings.append(f'after {at!r} the focus cannot be seen')
            continue
        at = driver.Node(program, arrived)
        if not at.has(State.SHOWING):
            findings.append(f'the focus is on what is not shown: {at!r}')
        if not at.name and not at.description and at.role not in SPEAK_FOR_THEMSELVES:
            findings.append(f'the focus is on what has no name: {at!r}')
        if at == first or at in stops:
            return stops, findings
        stops.append(at)
    findings.append(f'{limit} times Tab did not close the ring')
    return stops, findings
