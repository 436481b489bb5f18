"""Words stand out from their ground, in the light and in the dark, for eyes of every age (WCAG 2.2, 1.4.3)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem

ID = "contrast"
TITLE = say("Colours of the theme can be read")
ADVICE = say("Choose another theme, or let its makers set the two colours farther apart.")

LEAST = 4.5
# Words and the ground that they stand on, as themes call their colours.
_PAIRS = (
    ("ink", "ground"),
    ("ink", "raised"),
    ("muted", "ground"),
    ("muted", "raised"),
    ("accent", "ground"),
    ("accent", "raised"),
    ("ai-ink", "ai-plate"),
)
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLOCK = re.compile(r"(?P<selector>[^{}]*)\{(?P<inside>[^{}]*)\}")
_COLOUR = re.compile(r"--(?P<name>[a-z-]+)\s*:\s*#(?P<digits>[0-9a-fA-F]{6}|[0-9a-fA-F]{3})\s*(?:;|$)")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each pair of colours of the theme that stands too close, in either scheme."""
    if looking.article is not None:
        return
    for file in looking.stylesheets():
        for scheme, colours in schemes(file.text).items():
            for words, ground in _PAIRS:
                if words in colours and ground in colours and contrast(colours[words], colours[ground]) < LEAST:
                    yield Problem(
                        check=ID,
                        message=say(
                            "In the {scheme} scheme “{words}” on “{ground}” has a contrast of {ratio}; {least} is the "
                            "least that can be read.",
                            scheme=say("dark") if scheme == "dark" else say("light"),
                            words=words,
                            ground=ground,
                            ratio=f"{contrast(colours[words], colours[ground]):.1f}",
                            least=f"{LEAST}",
                        ),
                        field="theme",
                    )


def schemes(css: str) -> dict[str, Mapping[str, str]]:
    """Return the colours that a style sheet names, by scheme: the dark one has those of the light one besides."""
    light: dict[str, str] = {}
    dark: dict[str, str] = {}
    text = _COMMENT.sub("", css)
    for block in _BLOCK.finditer(text):
        found = {match["name"]: _whole(match["digits"]) for match in _COLOUR.finditer(block["inside"])}
        if not found:
            continue
        selector = block["selector"]
        is_dark = (
            '"dark"' in selector
            or "prefers-color-scheme: dark" in selector
            or ':not([data-scheme="light"])' in selector
        )
        for name, digits in found.items():
            (dark if is_dark else light).setdefault(name, digits)
    return {"light": light, "dark": light | dark} if dark else {"light": light}


def contrast(one: str, other: str) -> float:
    """Return the contrast of two colours (six hex digits each), from 1 to 21."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _whole(digits: str) -> str:
    return "".join(digit * 2 for digit in digits) if len(digits) == 3 else digits


def _luminance(digits: str) -> float:
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
