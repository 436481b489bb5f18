"""The dictionaries for spelling on this computer: the system's, those of the person, and the one that comes along.

They belong to the machine, not to a newsroom: each has its own licence, and a person adds those that are needed.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from editor.core.errors import UserError
from editor.core.files import faults, write_whole
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.core.settings_folder import CONFIG_VARIABLE, config_folder
from editor.services.dictionary_files import DictionaryPair, as_utf8, read_pairs

SYSTEM_VARIABLE = "MAKALA_DICTIONARIES"
NO_LIBRARY = say("Spelling cannot be checked here: what reads dictionaries is not made for this kind of computer.")

_NAME = re.compile(
    r"(?P<language>[a-z]{2,3})(?:[_-](?P<script>[A-Z][a-z]{3}))?(?:[_-](?P<region>[A-Z]{2}))?(?:[_-].*)?$"
)
# Of several regions' dictionaries, the one for a text that names no region.
_USUAL_REGIONS = {"en": "US", "pt": "BR", "de": "DE", "fr": "FR", "es": "ES", "sw": "TZ", "ar": "EG"}
_PATIENCE_SECONDS = 60.0
_LIBRARY = "hunspell"
_SYSTEM_FOLDERS = {
    "linux": (
        "/usr/share/hunspell",
        "/usr/share/myspell",
        "/usr/share/myspell/dicts",
        "/usr/local/share/hunspell",
        "/usr/lib/libreoffice/share/extensions",
        "/opt/libreoffice/share/extensions",
        "~/.local/share/hunspell",
    ),
    "darwin": (
        "~/Library/Spelling",
        "/Library/Spelling",
        "/Applications/LibreOffice.app/Contents/Resources/extensions",
    ),
    "win32": ("C:/Program Files/LibreOffice/share/extensions",),
}


@dataclass(frozen=True, slots=True)
class Dictionary:
    """One dictionary on this computer. `name` is its files' (`sw_TZ`); `is_added` says that a person brought it."""

    name: str
    folder: Path
    is_added: bool = False

    @property
    def tag(self) -> str:
        """Return its language as a BCP 47 tag."""
        found = _NAME.match(self.name)
        return "-".join(part for part in found.groups() if part) if found else self.name


def can_check() -> bool:
    """Say whether the library that reads dictionaries is here: it is not made for every kind of computer."""
    return find_spec(_LIBRARY) is not None


def found_dictionaries() -> list[Dictionary]:
    """Return all dictionaries on this computer: the person's own first, the one that comes along last.

    There are none where nothing could read them.
    """
    places = [added_folder(), *_system_folders(), *_bundled()] if can_check() else []
    found: dict[Path, Dictionary] = {}
    for place in places:
        for words in _in(place):
            if _NAME.match(words.stem) and words.with_suffix(".aff").is_file():
                found.setdefault(words, Dictionary(words.stem, words.parent, is_added=place == added_folder()))
    return list(found.values())


def dictionary_for(language: str, dictionaries: Iterable[Dictionary]) -> Dictionary | None:
    """Return the one of `dictionaries` for texts in `language`, or None; another region's or script's is not for it."""
    wanted = language.split("-")
    region = next((part for part in wanted[1:] if len(part) == 2), "")
    script = next((part for part in wanted[1:] if len(part) == 4), "")
    usual = region or _USUAL_REGIONS.get(wanted[0], "")

    def rank(one: Dictionary) -> tuple[bool, bool]:
        return not one.is_added, usual not in one.tag.split("-")

    fitting = [
        one
        for one in dictionaries
        if (parts := one.tag.split("-"))[0] == wanted[0]
        and not (region and any(len(part) == 2 and part != region for part in parts[1:]))
        and not (script and any(len(part) == 4 and part != script for part in parts[1:]))
    ]
    return min(fitting, key=rank, default=None)


def add_dictionaries(path: Path, context: JobContext) -> list[Dictionary]:
    """Install the dictionaries in `path` (.aff, .dic, .oxt, .zip) for this computer, in UTF-8, and return them.

    Each is tried out before it counts. Raises `UserError` for what is none or damaged, `Fault` when the disk is in the
    way; what was there under the same name stays until then.
    """
    if not can_check():
        raise UserError(NO_LIBRARY, say("All else works as everywhere."))
    with faults(say("The dictionary was not added.")):
        pairs = [as_utf8(pair) for pair in read_pairs(path)]
        added = []
        for number, pair in enumerate(pairs):
            context.report(number / len(pairs), say("Trying out {name}", name=pair.name))
            if not _NAME.match(pair.name):
                raise UserError(
                    say("The name “{name}” does not say the language.", name=pair.name),
                    say("Call the files by it, such as sw_TZ.aff and sw_TZ.dic."),
                )
            try_out(pair)
            added.append(_keep(pair))
    return added


def remove_dictionary(dictionary: Dictionary) -> None:
    """Take away a dictionary that was added; raises `Fault` when the disk is in the way."""
    with faults(say("The dictionary was not taken away.")):
        for suffix in (".dic", ".aff"):
            (added_folder() / f"{dictionary.name}{suffix}").unlink(missing_ok=True)


def added_folder() -> Path:
    """Return where the dictionaries lie that were added on this computer."""
    if os.environ.get(CONFIG_VARIABLE):
        return config_folder() / "dictionaries"
    from platformdirs import user_data_path

    return user_data_path("makala", appauthor=False) / "dictionaries"


def try_out(pair: DictionaryPair) -> None:
    """Let another process load `pair`: a damaged dictionary may end the process that does. Raises `UserError`."""
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        (folder / f"{pair.name}.aff").write_bytes(pair.rules)
        (folder / f"{pair.name}.dic").write_bytes(pair.words)
        process = multiprocessing.get_context("spawn").Process(target=_load, args=(folder, pair.name), daemon=True)
        process.start()
        process.join(_PATIENCE_SECONDS)
        if process.is_alive():
            process.kill()
            process.join()
        is_good = process.exitcode == 0
        process.close()
    if not is_good:
        raise UserError(
            say("“{name}” is damaged, or is no dictionary.", name=pair.name), say("Get it again, or take another one.")
        )


def _load(folder: Path, name: str) -> None:
    from editor.services.spelling import load_words

    load_words(folder, name)


def _keep(pair: DictionaryPair) -> Dictionary:
    folder = added_folder()
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(folder / f"{pair.name}.aff", pair.rules)
    write_whole(folder / f"{pair.name}.dic", pair.words)
    return Dictionary(pair.name, folder, is_added=True)


def _system_folders() -> list[Path]:
    if SYSTEM_VARIABLE in os.environ:
        return [Path(part) for part in os.environ[SYSTEM_VARIABLE].split(os.pathsep) if part]
    platform = "linux" if sys.platform.startswith("linux") else sys.platform
    return [Path(name).expanduser() for name in _SYSTEM_FOLDERS.get(platform, ())]


def _bundled() -> list[Path]:
    spec = find_spec(_LIBRARY)
    return [Path(place) / "dictionaries" for place in (spec.submodule_search_locations or ())] if spec else []


def _in(place: Path) -> Iterator[Path]:
    """Yield the lists of words in `place`, and in the folders of LibreOffice one below it."""
    with contextlib.suppress(OSError):
        yield from sorted(place.glob("*.dic"))
        if place.name == "extensions":
            yield from sorted(place.glob("dict-*/*.dic"))
