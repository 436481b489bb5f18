"""Where a newsroom keeps its own files: nothing that is made for somebody else is ever written there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import say
from editor.storage.creating import OWN_FOLDERS
from editor.storage.database import DATABASE_NAME

if TYPE_CHECKING:
    from pathlib import Path


def refuse_own(place: Path) -> None:
    """Raise `UserError` for the database of a newsroom, and for a place in its folders, be it empty or not there."""
    path = place.resolve()
    for home in path.parents:
        name = path.relative_to(home).parts[0]
        is_own = name in OWN_FOLDERS or name.startswith(DATABASE_NAME)
        if is_own and (home / DATABASE_NAME).is_file():
            raise UserError(
                say("In “{path}” the newsroom keeps its own files.", path=place),
                say("Choose a new or empty place. Nothing was touched."),
            )
