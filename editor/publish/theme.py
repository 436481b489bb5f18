"""A theme: templates, a style sheet, pictures and fonts, each file named after its content so that it may be kept long.

Two are shipped (`resources/templates`, `resources/themes`). A newsroom may carry its own: a folder in its `themes`, in
which everything lies together. A theme takes what it lacks from the one that it is made from.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from types import MappingProxyType

from editor.core.errors import UserError
from editor.core.files import sha256_hex, sha256_of
from editor.core.messages import Message, say
from editor.core.resources import resources_root
from editor.domain.site_places import ASSETS

NEWSPAPER, MAGAZINE = "newspaper", "magazine"
# The shipped themes, each with the one that it takes from what it lacks itself.
SHIPPED: Mapping[str, str] = MappingProxyType({NEWSPAPER: "", MAGAZINE: NEWSPAPER})
STYLES, ABOUT_THEME = "style.css", "theme.toml"
# What browsers show beside the title of a page. Where a page names none they ask the site for one that is not there.
ICON = "icon.svg"
# What an own theme may bring along besides templates and its style sheet.
TYPES: Mapping[str, str] = MappingProxyType(
    {
        ".png": "image/png",
        ".jpg": "image/jpeg",
        ".jpeg": "image/jpeg",
        ".gif": "image/gif",
        ".webp": "image/webp",
        ".avif": "image/avif",
        ".svg": "image/svg+xml",
        ".ico": "image/x-icon",
        ".woff": "font/woff",
        ".woff2": "font/woff2",
    }
)
_TYPES = " ".join(TYPES)
_CSS, _SCRIPT = "text/css; charset=utf-8", "text/javascript"
_MOST_BYTES = 8_000_000
_DIGITS = 8
_ADDRESS_IN_CSS = re.compile(r"""url\(\s*(["']?)([^"')]+)\1\s*\)""")


@dataclass(frozen=True, slots=True)
class ThemeFile:
    """One file of a theme: its path inside a bundle, its bytes and its media type."""

    path: str
    data: bytes
    type: str


@dataclass(frozen=True, slots=True)
class Theme:
    """What every page of an edition refers to; `consent` and `search` are scripts of Makala's own.

    `key` names the theme as it is, templates included: it changes with any of them, and with the words and dates of
    the furniture. `folders` hold its templates, the nearest first. `files` are its own pictures and fonts by the names
    that they have in its folder, the icon of its pages among them.
    """

    name: str
    key: str
    folders: tuple[Path, ...]
    stylesheet: ThemeFile
    consent: ThemeFile
    search: ThemeFile
    files: Mapping[str, ThemeFile] = field(default_factory=dict)


def load_theme(name: str, own: Path | None = None) -> Theme:
    """Return the theme called `name`: of the folder `own` if it is there, else a shipped one; "" is the first of them.

    Raises `UserError` for a name that is nowhere, and for a theme of the newsroom that cannot be used as it is.
    """
    name = name or NEWSPAPER
    if own is not None and _is_plain(name) and (own / name).is_dir():
        return _own_theme(name, own / name)
    if name not in SHIPPED:
        raise UserError(
            say("There is no theme “{name}”.", name=name),
            say("Choose another in the newsroom's settings, or put its folder into the newsroom's “themes”."),
        )
    return _shipped_theme(name)


def theme_names(own: Path | None) -> list[str]:
    """Return the themes there are: the shipped ones, then those of the folder `own` by name."""
    found = sorted(path.name for path in own.iterdir() if path.is_dir()) if own is not None and own.is_dir() else []
    return [*SHIPPED, *(name for name in found if name not in SHIPPED and _is_plain(name))]


@cache
def _shipped_theme(name: str) -> Theme:
    line = list(_line(name))
    stylesheet = _kept(f"{name}.css", _resource(line[:1], f"{name}.css"), _CSS)
    return _put_together(name, line, tuple(_templates(one) for one in line), stylesheet, _icon(line))


def _own_theme(name: str, folder: Path) -> Theme:
    about = _about(folder)
    base = str(about.get("from", NEWSPAPER))
    if base not in SHIPPED:
        raise UserError(
            say("The theme “{name}” is made from “{base}”, which is no shipped theme.", name=name, base=base),
            say("In theme.toml, write one of these after “from”: {names}.", names=", ".join(SHIPPED)),
        )
    line = list(_line(base))
    files = {**_icon(line), **{path.name: file for path, file in _own_files(name, folder)}}
    css = "" if about.get("styles") == "alone" else _resource(line[:1], f"{base}.css").decode()
    if (folder / STYLES).is_file():
        css += _named_as_kept(_text(folder / STYLES, name), files)
    stylesheet = _kept("theme.css", css.encode(), _CSS)
    return _put_together(name, line, (folder, *(_templates(one) for one in line)), stylesheet, files)


def _put_together(
    name: str, line: list[str], folders: tuple[Path, ...], stylesheet: ThemeFile, files: Mapping[str, ThemeFile]
) -> Theme:
    consent = _kept("consent.js", _resource(line, "consent.js"), _SCRIPT)
    search = _kept("search.js", _resource(line, "search.js"), _SCRIPT)
    words = sorted((resources_root() / "locale").glob("*/LC_MESSAGES/page.po"))
    styles = sorted((resources_root() / "house-styles").glob("*"))
    templates = [path for folder in folders for path in sorted(folder.glob("*.html"))]
    parts = [*(one.path for one in (stylesheet, consent, search)), *(f"{key} {one.path}" for key, one in files.items())]
    parts += [f"{path.name} {sha256_of(path)}" for path in (*templates, *words, *styles)]
    return Theme(name, sha256_hex("\n".join(parts).encode()), folders, stylesheet, consent, search, files)


def _icon(line: list[str]) -> Mapping[str, ThemeFile]:
    return {ICON: _kept(ICON, _resource(line, ICON), TYPES[".svg"])}


def _own_files(name: str, folder: Path) -> Iterator[tuple[Path, ThemeFile]]:
    for path in sorted(folder.iterdir()):
        ending = path.suffix.lower()
        if path.name.startswith("."):
            continue
        if path.is_symlink() or not path.is_file():
            raise UserError(
                say("In the theme “{name}”, “{file}” is no file of its own.", name=name, file=path.name),
                say("A theme is one folder of files, without folders and links in it."),
            )
        if ending in {".html", ".toml", ".md", ".txt"} or path.name == STYLES:
            continue
        if ending not in TYPES:
            raise UserError(
                say("The theme “{name}” holds “{file}”, which pages cannot use.", name=name, file=path.name),
                say("A theme may hold templates (.html), style.css, pictures and fonts: {types}", types=_TYPES),
            )
        if path.stat().st_size > _MOST_BYTES:
            raise UserError(
                say("In the theme “{name}”, “{file}” is larger than 8 MB.", name=name, file=path.name),
                say("Readers would wait for it on every page. Make it smaller."),
            )
        yield path, _kept(path.name, path.read_bytes(), TYPES[ending])


def _named_as_kept(css: str, files: Mapping[str, ThemeFile]) -> str:
    """Return `css` with each address of a file of the theme as it is called in a bundle, beside the style sheet."""

    def kept(match: re.Match[str]) -> str:
        file = files.get(match[2].removeprefix("./").strip())
        return f'url("{file.path.rpartition("/")[2]}")' if file else match[0]

    return _ADDRESS_IN_CSS.sub(kept, css)


def _about(folder: Path) -> Mapping[str, object]:
    path = folder / ABOUT_THEME
    if not path.is_file():
        return {}
    try:
        return tomllib.loads(_text(path, folder.name))
    except tomllib.TOMLDecodeError as error:
        raise UserError(
            say("theme.toml of the theme “{name}” cannot be read: {why}", name=folder.name, why=str(error)),
            say('It may say from = "newspaper" or from = "magazine", and styles = "alone".'),
        ) from None


def _text(path: Path, theme: str) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        raise UserError(not_text(theme, path.name), say("Save it as UTF-8.")) from None


def not_text(theme: str, file: str) -> Message:
    """Return what is said of a file that should be text and is not."""
    return say("In the theme “{name}”, “{file}” is no text that can be read.", name=theme, file=file)


def _line(name: str) -> Iterator[str]:
    """Yield the shipped theme `name` and those that it takes from."""
    while name:
        yield name
        name = SHIPPED[name]


def _templates(name: str) -> Path:
    return resources_root() / "templates" / name


def _resource(line: list[str], name: str) -> bytes:
    places = [resources_root() / "themes" / theme / name for theme in line]
    return next(place.read_bytes() for place in places if place.is_file())


def _kept(name: str, data: bytes, media_type: str) -> ThemeFile:
    stem, _, ending = name.rpartition(".")
    return ThemeFile(f"{ASSETS}/{stem}-{sha256_hex(data)[:_DIGITS]}.{ending}", data, media_type)


def _is_plain(name: str) -> bool:
    return bool(re.fullmatch(r"[^\W_](?:[\w-]*[^\W_])?", name))
