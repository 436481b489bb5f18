"""How much a template of a newsroom's own may do for one page, so that none goes on for ever or fills the memory.

Steps are counted, not seconds: a template that is refused here is refused on every computer. Counted are the turns of
loops and the calls of macros; what is made of texts may not grow beyond all use, and is measured before it is made.
Shipped templates are not counted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
from itertools import chain
from typing import Any

from jinja2 import nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context

from editor.publish.sandbox import MOST_AT_ONCE, Sandbox, is_wide

# The longest page of the tests' newsroom takes 560 steps.
MOST_STEPS = 500_000
MOST_LETTERS = 16_000_000
_CALL = 10  # a call takes so much longer than a turn of a loop
_TOO_LONG = "a loop or a macro goes on for ever, or nearly so"
_TOO_LARGE = "it makes a text that is too long for any page"

_count = threading.local()


def begin_page() -> None:
    """Begin to count the steps of a page anew, on this thread."""
    _count.steps = 0


class Limited(Sandbox):
    """A sandbox in which every step counts. Its templates are compiled with the counting in them."""

    def __init__(self, **options: Any) -> None:  # noqa: ANN401 - as the environment takes them
        super().__init__(**{"finalize": _sized, **options})
        self.filters["_counted"] = _counted
        self.filters["_sized"] = _sized
        self.globals.pop("lipsum", None)
        for name in ("batch", "center", "format", "indent", "slice"):
            self.filters[name] = _within(self.filters[name])
        for name, made in _MADE_OF.items():
            self.filters[name] = _measured(self.filters[name], made)

    def call(self, context: Context, function: Any, *values: Any, **named: Any) -> Any:  # noqa: ANN401 - a template's
        """Count the call; refuse a number that makes a text or a list too large for any page."""
        _step(_CALL)
        _refuse_large(*values, *named.values())
        return _sized(super().call(context, function, *values, **named))

    def wrap_str_format(self, value: Any) -> Any:  # noqa: ANN401 - the method of a text, or anything else
        """Return how `value` is called if it is the `format` of a text, in the sandbox; None for anything else."""
        found = super().wrap_str_format(value)
        if found is not None and is_wide(str(value.__self__)):
            raise SecurityError(_TOO_LARGE)
        return found

    def _generate(self, source: nodes.Template, *values: Any, **named: Any) -> str:  # noqa: ANN401 - handed on
        for loop in list(source.find_all(nodes.For)):
            loop.iter = _through("_counted", loop.iter)
        for assigned in list(source.find_all(nodes.AssignBlock)):
            assigned.filter = _through("_sized", assigned.filter)
        _size_sums(source)
        return str(super()._generate(source, *values, **named))


def _size_sums(node: nodes.Node) -> None:
    """Have the size of every `one ~ other` looked at."""
    for name, value in list(node.iter_fields()):
        if isinstance(value, nodes.Node):
            _size_sums(value)
            setattr(node, name, _looked_at(value))
        elif isinstance(value, list):
            for one in value:
                if isinstance(one, nodes.Node):
                    _size_sums(one)
            setattr(node, name, [_looked_at(one) for one in value])


def _looked_at(node: Any) -> Any:  # noqa: ANN401 - whatever stands in a tree
    if not isinstance(node, nodes.Concat):
        return node
    node.nodes = [_through("_sized", one) for one in node.nodes]
    return _through("_sized", node)


def _through(name: str, node: Any) -> nodes.Filter:  # noqa: ANN401 - an expression, or what is set
    line = node.lineno if node is not None else 1
    return nodes.Filter(node, name, [], [], None, None, lineno=line)


def _within(drawn: Callable[..., object]) -> Callable[..., object]:
    """Return a filter that refuses a number, or a pattern, that makes a text or a list too large for any page."""

    @wraps(drawn)
    def within(*values: object, **named: object) -> object:
        _refuse_large(*values, *named.values())
        return drawn(*values, **named)

    return within


def _measured(drawn: Callable[..., object], made: Callable[..., int]) -> Callable[..., object]:
    """Return a filter that refuses what would come to more letters, by `made`, than any page has."""
    given = 1 if hasattr(drawn, "jinja_pass_arg") else 0  # by the environment, before the value

    @wraps(drawn)
    def measured(*values: object, **named: object) -> object:
        first, *others = values[given:]
        if not isinstance(first, str | list | tuple | dict) and isinstance(first, Iterable):
            first = list(first)  # it is gone through once to be measured
        if made(first, *others, **named) > MOST_LETTERS:
            raise SecurityError(_TOO_LARGE)
        return drawn(*values[:given], first, *others, **named)

    return measured


def _letters(value: object, each: int = 0, left: int = MOST_LETTERS) -> int:
    """Return about how many letters `value` is written in, with `each` more behind every part; it stops at too many."""
    if isinstance(value, str):
        return len(value) + each
    if not isinstance(value, list | tuple | dict | set | frozenset):
        return 1 + each
    found = each
    for one in chain(value, value.values()) if isinstance(value, dict) else value:
        found += 2 + _letters(one, each, left - found)
        if found > left:
            raise SecurityError(_TOO_LARGE)
    return found


def _of_join(value: object, d: object = "", *_: object, **__: object) -> int:
    return _letters(value, len(str(d)))


def _of_indent(s: object, width: object = 4, *_: object, **__: object) -> int:
    text = str(s)
    return len(text) + (text.count("\n") + 1) * (width if isinstance(width, int) else len(str(width)))


def _of_replace(s: object, old: object, new: object, *_: object, **__: object) -> int:
    text = str(s)
    return len(text) + text.count(str(old)) * len(str(new))


def _of_wordwrap(s: object, *values: object, wrapstring: object = None, **_: object) -> int:
    behind = wrapstring if len(values) < 3 else values[2]
    return len(str(s)) * max(1, len(str(behind or "")))


def _of_json(value: object, indent: object = None) -> int:
    return _letters(value, indent if isinstance(indent, int) else len(str(indent or "")))


_MADE_OF: dict[str, Callable[..., int]] = {
    "join": _of_join,
    "replace": _of_replace,
    "wordwrap": _of_wordwrap,
    "tojson": _of_json,
    "indent": _of_indent,
    "string": _letters,
    "pprint": _letters,
}


def _refuse_large(*values: object) -> None:
    if any((isinstance(one, int) and abs(one) > MOST_AT_ONCE) or is_wide(one) for one in values):
        raise SecurityError(_TOO_LARGE)


def _step(weight: int = 1) -> None:
    _count.steps = getattr(_count, "steps", 0) + weight
    if _count.steps > MOST_STEPS:
        raise SecurityError(_TOO_LONG)


def _counted(values: Iterable[object]) -> Iterator[object]:
    for value in values:
        _step()
        yield value


def _sized(value: object) -> object:
    if isinstance(value, str | list | tuple | dict) and _letters(value) > MOST_LETTERS:
        raise SecurityError(_TOO_LARGE)
    return value
