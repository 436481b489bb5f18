"""Where a newsroom keeps its own files: nothing that is made for somebody else is ever written there."""

from __future__ import annotations

import os
from pathlib import Path

from editor.core.errors import UserError
from editor.core.files import is_no_file
from editor.core.messages import say
from editor.storage.backup_file import READY_NAME
from editor.storage.creating import OWN_FOLDERS
from editor.storage.database import DATABASE_NAME
from editor.storage.lock import LOCK_NAME, NOTE_NAME

_OWN = frozenset({*OWN_FOLDERS, READY_NAME, LOCK_NAME, NOTE_NAME})


def refuse_own(place: Path) -> None:
    """Raise `UserError` for what a newsroom keeps, and for a place in its folders, be it empty or not there.

    Capitals make no other name: on some disks they are the same file. A way that leads to itself, or where nobody may
    look, is left to whoever writes, who cannot.
    """
    path = Path(os.path.realpath(place))
    for home in path.parents:
        name = path.relative_to(home).parts[0].casefold()
        is_own = name in _OWN or name.startswith(DATABASE_NAME)
        if is_own and os.access(home / DATABASE_NAME, os.F_OK):
            raise UserError(
                say("In “{path}” the newsroom keeps its own files.", path=place),
                say("Choose a new or empty place. Nothing was touched."),
            )


def refuse_no_file(place: Path) -> None:
    """Raise `UserError` where a file is to be written and something else lies, such as a folder; `refuse_own` too."""
    if is_no_file(place):
        raise UserError(
            say("“{path}” is no file.", path=place),
            say("Name a new file, or one to be replaced. Nothing was touched."),
        )
    refuse_own(place)
