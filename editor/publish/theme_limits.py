"""How much a template of a newsroom's own may do for one page, so that none goes on for ever or fills the memory.

Steps are counted, not seconds: a template that is refused here is refused on every computer. Counted are the turns of
loops and the calls of macros; what is made of texts may not grow beyond all use. Shipped templates are not counted.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from functools import wraps
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
        super().__init__(**options)
        self.filters["_counted"] = _counted
        self.filters["_sized"] = _sized
        self.globals.pop("lipsum", None)
        for name in ("batch", "center", "format", "indent", "slice"):
            self.filters[name] = _within(self.filters[name])

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
    return _through("_sized", node) if isinstance(node, nodes.Concat) else node


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
    if isinstance(value, str) and len(value) > MOST_LETTERS:
        raise SecurityError(_TOO_LARGE)
    return value
