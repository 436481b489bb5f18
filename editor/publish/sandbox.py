"""Where templates run: they reach the page model and nothing else, and fill no memory."""

from __future__ import annotations

import re
from typing import Any

from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from editor.publish import pages

MOST_AT_ONCE = 1_000_000
# What a template reads most: hundreds of times a page.
_MODEL = frozenset(one for one in vars(pages).values() if isinstance(one, type) and one.__module__ == pages.__name__)
_WIDE = re.compile(r"%[^a-zA-Z%]*(?:\d{6}|\*)|\{[^{}]*:[^{}]*\d{6}")


def is_wide(text: object) -> bool:
    """Say whether `text` is a pattern that is filled to a width beyond all use, or to one that is not said in it."""
    return isinstance(text, str) and _WIDE.search(text) is not None


class Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way for our own page model: its parts are frozen and hold nothing but values."""

    intercepted_binops = frozenset({"*", "**", "+", "%"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as above
        """Refuse what would fill the memory: a text many times over, or very wide; a number beyond all counting."""
        if operator in {"*", "**"}:
            sizes = [len(one) if isinstance(one, str | list | tuple) else abs(one) for one in (left, right)]
            if operator == "**" or sizes[0] * sizes[1] > MOST_AT_ONCE:
                raise SecurityError(f"{operator} makes too much here")
        elif isinstance(left, str | list | tuple) and (len(left) > MOST_AT_ONCE or is_wide(left)):
            raise SecurityError(f"{operator} makes too much here")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - a template's values
        """Return what a template reads by `obj.attribute`."""
        if type(obj) in _MODEL and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)
