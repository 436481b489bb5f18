"""What every match of a regular expression holds word for word: a text without it need not be asked. Pure.

Careful rather than clever: of an expression that it does not see through it says nothing.
"""

from __future__ import annotations

import re

_CLASS = re.compile(r"\[\^?\]?(?:[^\]\\]|\\.)*\]", re.DOTALL)
_ESCAPE = re.compile(r"\\(?:x[0-9a-fA-F]{2}|u[0-9a-fA-F]{4}|U[0-9a-fA-F]{8}|N\{[^}]*\}|\d{1,3}|.)", re.DOTALL)
_REPEAT = re.compile(r"[*+?]|\{\d*,?\d*\}")
_COMMENTS = re.compile(r"\(\?(?:#|[aiLmsu]*x)")
# Plain characters, classes of such, and of what begins with a backslash or "(?" only what cannot meet a line's end.
_IN_LINE = re.compile(
    r"(?:[^\\\[\]()\0-\x1f]|\\(?:[wdb]|[^\w\s])|\[[^\^\\\]\0-\x1f][^\\\]\0-\x1f]*\]|\((?:\?:|(?!\?))|\))*"
)
_NOT_LITERAL = frozenset(".^$")


def needed_words(pattern: str) -> str:
    """Return the longest run of characters that every match of `pattern` holds, "" where none is sure.

    Only what stands outside all brackets counts, and nothing where the pattern has alternatives there.
    """
    if _COMMENTS.search(pattern):
        return ""
    runs, run, depth, at = [""], "", 0, 0
    while at < len(pattern):
        one, at = _next(pattern, at)
        if one == "(":
            depth += 1
        elif one == ")":
            depth -= 1
        elif one == "|" and not depth:
            return ""
        is_literal = not depth and one not in {"", "(", ")", "|"} and one not in _NOT_LITERAL
        repeat = _REPEAT.match(pattern, at)
        if repeat is not None:
            at = repeat.end()
            while at < len(pattern) and pattern[at] in "?+":
                at += 1
        literal = one[-1] if is_literal else ""
        if literal and repeat is None:
            run += literal
            continue
        runs.append(run + literal if repeat is not None and repeat[0] == "+" else run)
        run = ""
    return max((*runs, run), key=len)


def stays_in_line(pattern: str) -> bool:
    """Say whether no match of `pattern` can reach beyond a line's end, nor look there; False where that is not sure."""
    return _IN_LINE.fullmatch(pattern) is not None


def _next(pattern: str, at: int) -> tuple[str, int]:
    """Return the element at `at` and where the next begins: a character, an escape, or "" for no literal."""
    one = pattern[at]
    if one == "[":
        found = _CLASS.match(pattern, at)
        return "", found.end() if found else len(pattern)
    if one != "\\":
        return one, at + 1
    found = _ESCAPE.match(pattern, at)
    escaped = found[0] if found else pattern[at:]
    # With a letter or digit after the backslash it is a class, a place, a reference or a number: no literal.
    return ("" if escaped[1:2].isalnum() else escaped), at + len(escaped)
