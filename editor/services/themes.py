"""The themes that the pages of a newsroom may wear, for whoever chooses one: those of Makala and the newsroom's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.messages import Message, say

if TYPE_CHECKING:
    from editor.publish.theme import Theme

# Where in a newsroom its own themes lie.
OWN_THEMES = "themes"

_TITLES: dict[str, Message] = {
    "newspaper": say("Newspaper: quiet, in serif letters"),
    "magazine": say("Magazine: bold, with large pictures"),
}


def themes_of(newsroom: Path) -> list[tuple[str, Message]]:
    """Return (what the settings hold, what it is called) of each theme there is for the newsroom in this folder."""
    from editor.publish.theme import NEWSPAPER, theme_names

    names = theme_names(newsroom / OWN_THEMES)
    return [
        ("" if name == NEWSPAPER else name, _TITLES.get(name) or say("Your own: {name}", name=name)) for name in names
    ]


def theme_of(newsroom: Path, name: str) -> Theme:
    """Return the theme called `name`; raise `UserError` for one that is not there or cannot be used."""
    from editor.publish.theme import load_theme

    return load_theme(name, newsroom / OWN_THEMES)
