"""This machine's settings: who sits here, which newsrooms were open, how the window looks. Never part of a newsroom."""

from __future__ import annotations

import getpass
import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from editor.core.described import described
from editor.core.files import faults, write_whole
from editor.core.messages import say
from editor.core.settings_folder import config_folder

RECENT_KEPT = 10

_FILE = "machine.json"
_LISTS = frozenset({"tabs", "beside", "keys"})
_FIRST = "first"


@dataclass(frozen=True, slots=True, kw_only=True)
class Machine:
    """What one machine remembers. Empty texts mean "not chosen": the system's own answer holds.

    `recent` holds newsroom folders, the last opened first; `backup_places` says by its folder where each keeps copies
    of its backups. `theme` is "system", "light" or "dark". `window`, `layout` and `narrow_layout` (how the panels stand
    on a screen too small for three columns) are the window's own state as text (base64), kept for it and never read
    here. `tabs` holds the ids of the articles that are open, by newsroom folder;
    `beside` the article beside the open one, and "first" where it stands before it; `keys` the shortcuts that a person
    chose, by action id. `text_zoom` is in per cent; `lit`, `typewriter` and `split_stacked` say how the page is looked
    at (`editor.ui.page_look`).
    """

    person: str = field(
        default="",
        metadata=described(
            say("Your name"), say("Kept on this computer. It says who wrote, changed or decided something.")
        ),
    )
    recent: tuple[str, ...] = ()
    language: str = field(default="", metadata=described(say("Language of Makala"), kind="choice"))
    theme: str = field(default="system", metadata=described(say("Appearance"), kind="choice"))
    text_face: str = field(
        default="",
        metadata=described(say("Typeface of the draft"), say("How you like to read while you write."), "choice"),
    )
    text_size: int = field(default=0, metadata=described(say("Size of the draft's text"), kind="choice"))
    typographic_signs: bool = field(
        default=True,
        metadata=described(
            say("Quotation marks and dashes"),
            say("As you type them in an article. Undo gives a straight sign back; code and addresses keep theirs."),
            "choice",
        ),
    )
    check_spelling: bool = field(
        default=True,
        metadata=described(
            say("Spelling"), say("A red wave under a word says that its dictionary does not know it."), "choice"
        ),
    )
    window: str = ""
    layout: str = ""
    narrow_layout: str = ""
    text_zoom: int = 100
    lit: str = ""
    typewriter: bool = False
    split_stacked: bool = False
    tabs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    beside: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    backup_places: Mapping[str, str] = field(default_factory=dict)


def load_machine() -> Machine:
    """Return the kept settings. A file that cannot be understood is set aside as `machine.json.broken`."""
    path = config_folder() / _FILE
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Machine()
    except (OSError, ValueError):
        _set_aside(path)
        return Machine()
    if not isinstance(kept, dict):
        _set_aside(path)
        return Machine()
    return _machine_from(kept)


def save_machine(machine: Machine) -> None:
    """Keep `machine` on this machine; raises `Fault` when its folder cannot be written to."""
    with faults(say("This machine's settings could not be kept. Your newsroom is not touched.")):
        folder = config_folder()
        folder.mkdir(parents=True, exist_ok=True)
        text = json.dumps(asdict(machine), ensure_ascii=False, indent=2, sort_keys=True)
        write_whole(folder / _FILE, f"{text}\n".encode())


def with_recent(machine: Machine, folder: Path) -> Machine:
    """Return `machine` with `folder` as the newsroom opened last; the oldest beyond ten are forgotten."""
    opened = str(folder.resolve())
    others = tuple(one for one in machine.recent if one != opened)
    return replace(machine, recent=(opened, *others)[:RECENT_KEPT])


def with_open_articles(machine: Machine, folder: str, article_ids: Iterable[str]) -> Machine:
    """Return `machine` with these articles open in the newsroom `folder`; newsrooms long unseen are forgotten."""
    others = {one: ids for one, ids in machine.tabs.items() if one in machine.recent and one != folder}
    return replace(machine, tabs={**others, folder: tuple(article_ids)})


def beside(machine: Machine, folder: str) -> tuple[str, bool] | None:
    """Return the article that stood beside the open one in the newsroom `folder`, and whether it was the first."""
    kept = machine.beside.get(folder, ())
    return (kept[0], _FIRST in kept[1:]) if kept else None


def with_beside(machine: Machine, folder: str, kept: tuple[str, bool] | None) -> Machine:
    """Return `machine` with what `beside` shall return; newsrooms long unseen are forgotten."""
    others = {one: some for one, some in machine.beside.items() if one in machine.recent and one != folder}
    if kept is not None:
        others[folder] = (kept[0], _FIRST) if kept[1] else (kept[0],)
    return replace(machine, beside=others)


def backup_place(machine: Machine, folder: Path) -> Path | None:
    """Return the place outside where backups of the newsroom in `folder` are kept too, or None."""
    named = machine.backup_places.get(str(folder.resolve()), "")
    return Path(named) if named else None


def with_backup_place(machine: Machine, folder: Path, place: Path | None) -> Machine:
    """Return `machine` with `place` as the place outside for the newsroom in `folder`; None for no such place."""
    places = {key: value for key, value in machine.backup_places.items() if key != str(folder.resolve())}
    if place is not None:
        places[str(folder.resolve())] = str(place)
    return replace(machine, backup_places=places)


def person_or_user(machine: Machine) -> str:
    """Return the name given on this machine, else the system's name for who is at it, else ""."""
    if machine.person.strip():
        return machine.person.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):
        return ""


def _machine_from(kept: dict[str, Any]) -> Machine:
    values: dict[str, Any] = {}
    for one in fields(Machine):
        value = kept.get(one.name)
        if one.name == "recent":
            if isinstance(value, list):
                values["recent"] = tuple(folder for folder in value if isinstance(folder, str))[:RECENT_KEPT]
        elif one.name in _LISTS:
            values[one.name] = _texts_by_name(value)
        elif one.name == "backup_places":
            if isinstance(value, dict):
                values[one.name] = {key: place for key, place in value.items() if isinstance(place, str)}
        elif type(value) is type(_DEFAULTS[one.name]):
            values[one.name] = value
    return Machine(**values)


def _texts_by_name(value: object) -> dict[str, tuple[str, ...]]:
    """Return what is a name with a list of texts in `value`, the rest left out."""
    if not isinstance(value, dict):
        return {}
    return {
        name: tuple(one for one in texts if isinstance(one, str))
        for name, texts in value.items()
        if isinstance(texts, list)
    }


def _set_aside(path: Path) -> None:
    try:
        path.replace(path.with_name(f"{path.name}.broken"))
    except OSError:
        return


_DEFAULTS = MappingProxyType(asdict(Machine()))
