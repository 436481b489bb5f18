"""The themes that the pages of a newsroom may wear, for whoever chooses one: those of Makala and the newsroom's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.files import faults
from editor.core.messages import Message, say
from editor.storage.own_themes import THEMES_NAME, bring_themes

if TYPE_CHECKING:
    from editor.publish.theme import Theme

_TITLES: dict[str, Message] = {
    "newspaper": say("Newspaper: quiet, in serif letters"),
    "magazine": say("Magazine: bold, with large pictures"),
}


def themes_of(newsroom: Path) -> list[tuple[str, Message]]:
    """Return (what the settings hold, what it is called) of each theme there is for the newsroom in this folder."""
    from editor.publish.theme import NEWSPAPER, theme_names

    names = theme_names(newsroom / THEMES_NAME)
    return [
        ("" if name == NEWSPAPER else name, _TITLES.get(name) or say("Your own: {name}", name=name)) for name in names
    ]


def theme_of(newsroom: Path, name: str) -> Theme:
    """Return the theme called `name`; raise `UserError` for one that is not there or cannot be used."""
    from editor.publish.theme import load_theme

    return load_theme(name, newsroom / THEMES_NAME)


def take_in_themes(archive: Path, newsroom: Path) -> list[Message]:
    """Bring the themes of an archive into the newsroom; return what is to be said of those that stay as they are.

    Raises `Fault` when the disk does not take them.
    """
    with faults(say("The themes were not taken in.")):
        kept = bring_themes(archive, newsroom)
    return [
        say("The newsroom has a theme “{name}” already, which differs. It stays as it is.", name=name) for name in kept
    ]
