"""A theme's own files: a style sheet and a small script, each named after its content so that it may be kept long."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from editor.core.files import sha256_hex, sha256_of
from editor.core.resources import resources_root
from editor.domain.site_places import ASSETS

_DIGITS = 8


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """One file of a theme: its path inside a bundle, its bytes and its media type."""

    path: str
    data: bytes
    type: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What every page of an edition refers to; `script` only where a consent notice needs it.

    `key` names the theme as it is, templates included: it changes with any of them, and with
    the words and dates of the furniture.
    """

    name: str
    key: str
    stylesheet: ThemeFile
    script: ThemeFile


@cache
def load_theme(name: str) -> Theme:
    """Return the theme called `name`; `FileNotFoundError` when the installation lacks it."""
    stylesheet = _file(name, f"{name}.css", "text/css; charset=utf-8")
    script = _file(name, "consent.js", "text/javascript")
    templates = sorted((resources_root() / "templates" / name).glob("*.html"))
    words = sorted((resources_root() / "locale").glob("*/LC_MESSAGES/page.po"))
    styles = sorted((resources_root() / "house-styles").glob("*"))
    parts = [stylesheet.path, script.path, *(sha256_of(path) for path in (*templates, *words, *styles))]
    return Theme(name, sha256_hex("\n".join(parts).encode()), stylesheet, script)


def _file(theme: str, name: str, media_type: str) -> ThemeFile:
    data = (resources_root() / "themes" / theme / name).read_bytes()
    stem, _, ending = name.rpartition(".")
    return ThemeFile(f"{ASSETS}/{stem}-{sha256_hex(data)[:_DIGITS]}.{ending}", data, media_type)
