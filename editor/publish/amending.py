"""Changes a bundle file by file under a journal: for a few new files of very many, where a whole new tree takes longer.

The journal is the folder of the new files itself, moved into the bundle as `.makala` in one step, complete and on disk,
with a plan that says which file each of them is.
From then on the new bundle is what counts: whoever finds the journal carries it out to its end, as often as it takes.
Until it is gone, `verify` says that an export was interrupted.
"""

from __future__ import annotations

import contextlib
import json
import os
import stat
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from editor.core.files import sync_folder
from editor.core.messages import say
from editor.domain.slug import slug_key
from editor.publish.exchange import remove
from editor.publish.manifest import JOURNAL, MANIFEST, is_safe_path

HALFWAY = say("The new bundle is not all in its place yet. Export once more before you use it.")


@dataclass(frozen=True, slots=True)
class Plan:
    """What a journal says is to be done: `files` are to be moved in, the manifest last, and `gone` to go before.

    `files` say by the names that they shall have in the bundle where in the journal they lie.
    """

    files: Mapping[str, str]
    gone: Sequence[str]


def can_amend(place: Path, new: Collection[str], gone: Collection[str]) -> bool:
    """Say whether the bundle at `place` can be changed so that each step may be taken twice.

    Not where a name that goes and one that comes may be the same on some file system, or one is a folder of the other,
    and not through a link, or over a folder, that somebody put into the bundle.
    """
    coming, going = {slug_key(name) for name in new}, {slug_key(name) for name in gone}
    above_coming = {slug_key(part) for name in new for part in _folders(name)}
    above_going = {slug_key(part) for name in gone for part in _folders(name)}
    if coming & (going | above_going) or going & above_coming:
        return False
    names = (*new, *gone)
    if any((place / name).is_dir() and not (place / name).is_symlink() for name in names):
        return False
    return not any((place / part).is_symlink() for name in names for part in _folders(name))


def write_plan(stage: Path, plan: Plan) -> None:
    """Write the journal of the new files that lie in `stage`, on disk when this ends."""
    path = stage / JOURNAL
    with path.open("wb") as stream:
        stream.write(json.dumps({"files": dict(plan.files), "gone": list(plan.gone)}).encode())
        stream.flush()
        os.fsync(stream.fileno())


def read_plan(place: Path) -> Plan | None:
    """Return what was begun on the bundle at `place` and not ended, or None. Unsafe names are left out."""
    with contextlib.suppress(OSError, ValueError, AttributeError, TypeError):
        plain: Mapping[str, object] = json.loads((place / JOURNAL / JOURNAL).read_bytes())
        files, gone = plain.get("files"), plain.get("gone")
        # A list is of an older form, in which each lay under its name.
        lies = files if isinstance(files, dict) else {name: name for name in _names(files)}
        return Plan({name: lies[name] for name in _names(lies) if _names([lies[name]])}, _names(gone))
    return None


def commit(stage: Path, place: Path) -> None:
    """Make the new files in `stage` with their plan the journal of the bundle at `place`: now the new bundle counts."""
    remove(place / JOURNAL)
    stage.rename(place / JOURNAL)
    sync_folder(place)


def settle(place: Path) -> None:
    """Carry out what was begun on the bundle at `place`, if anything was. Raises `OSError`; then it may be repeated."""
    plan = read_plan(place)
    journal, root = place / JOURNAL, os.fspath(place)
    if plan is not None and not journal.is_symlink():
        for name in plan.gone:
            if not any((place / part).is_symlink() for part in _folders(name)):
                (place / name).unlink(missing_ok=True)
                _remove_empty(place, name)
        for name, lies in plan.files.items():
            new = f"{root}/{JOURNAL}/{lies}"
            if os.path.lexists(new):
                _make_folders(place, name)
                os.replace(new, f"{root}/{name}")  # noqa: PTH105 - a `Path` takes as long as what it does
        sync_folder(place)
    remove(journal)


def _make_folders(place: Path, name: str) -> None:
    if _leads_to_folder(place, name):
        return
    for part in reversed(list(_folders(name))):
        if (place / part).is_symlink():
            (place / part).unlink()
        (place / part).mkdir(exist_ok=True)


def _leads_to_folder(place: Path, name: str) -> bool:
    """Say whether `name` lies in a folder that is there, and through no link."""
    root = os.fspath(place)
    with contextlib.suppress(OSError):
        return all(stat.S_ISDIR(os.lstat(f"{root}/{part}").st_mode) for part in _folders(name))
    return False


def _remove_empty(place: Path, name: str) -> None:
    for folder in _folders(name):
        try:
            (place / folder).rmdir()
        except FileNotFoundError:  # as far as the last time came
            continue
        except OSError:  # something lies in it
            return


def _folders(name: str) -> Iterator[str]:
    """Yield the folders above `name` inside the bundle, the nearest first."""
    while "/" in name:
        name = name.rpartition("/")[0]
        yield name


def _names(said: object) -> list[str]:
    names: Iterable[object] = said if isinstance(said, list | dict) else ()
    return [name for name in names if isinstance(name, str) and (is_safe_path(name) or name == MANIFEST)]
