"""What the View menu holds: the panels, how the window looks, and how one writes in it."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from editor.core.messages import Message, say
from editor.ui.actions import ActionSpec, MenuSpec, Needs
from editor.ui.panel import PanelSpec
from editor.ui.panel_keys import CLOSE, CLOSE_KEYS, FLOAT, FLOAT_KEYS


def keys_here(usual: str, *, mac: str) -> str:
    """Return the keys for this system: some that are free elsewhere move the cursor, or belong to it, on a Mac."""
    return mac if sys.platform == "darwin" else usual


APPEARANCE = MenuSpec(
    id="appearance",
    title=say("Appearance"),
    items=(
        # No icons: a menu draws one in place of the tick.
        ActionSpec(id="look.system", text=say("As the system"), group="look", choice="system"),
        ActionSpec(id="look.light", text=say("Light"), group="look", choice="light"),
        ActionSpec(id="look.dark", text=say("Dark"), group="look", choice="dark"),
    ),
)
WRITING_VIEW: tuple[ActionSpec | MenuSpec, ...] = (
    MenuSpec(
        id="zoom",
        title=say("Size of the text"),
        items=(
            ActionSpec(id="view.zoom_in", text=say("Larger"), shortcut="Ctrl++", also="Ctrl+="),
            ActionSpec(id="view.zoom_out", text=say("Smaller"), shortcut="Ctrl+-"),
            ActionSpec(id="view.zoom_usual", text=say("Its own size"), shortcut="Ctrl+0"),
        ),
    ),
    MenuSpec(
        id="lit",
        title=say("While writing, keep in sight"),
        items=(
            ActionSpec(id="view.lit_all", text=say("The whole text"), group="lit", choice="all"),
            ActionSpec(
                id="view.lit_paragraph",
                text=say("The paragraph"),
                group="lit",
                choice="paragraph",
                shortcut="Ctrl+Alt+P",
            ),
            ActionSpec(
                id="view.lit_sentence", text=say("The sentence"), group="lit", choice="sentence", shortcut="Ctrl+Alt+S"
            ),
        ),
    ),
    MenuSpec(
        id="split",
        title=say("Two places at once"),
        items=(
            ActionSpec(
                id="split.twice", text=say("Split the draft, or join it"), shortcut="Shift+F6", needs=Needs.ARTICLE
            ),
            ActionSpec(
                id="split.used_before",
                text=say("Article used before, beside this one"),
                shortcut="Ctrl+Shift+F6",
                needs=Needs.ARTICLE,
            ),
            None,
            ActionSpec(id="split.other", text=say("Go to the other half"), shortcut="F6", needs=Needs.ARTICLE),
            ActionSpec(id="split.swap", text=say("Swap the halves"), shortcut="Ctrl+F6", needs=Needs.ARTICLE),
            ActionSpec(id="split.stack", text=say("One above the other"), is_checkable=True),
        ),
    ),
    ActionSpec(id="view.typewriter", text=say("Hold the line at one height"), shortcut="Ctrl+Alt+T", is_checkable=True),
    ActionSpec(
        id="view.full_screen",
        text=say("The page alone, on the full screen"),
        shortcut=keys_here("F11", mac="Ctrl+Meta+F"),
        is_checkable=True,
    ),
)


def language_action_id(tag: str) -> str:
    """Return the id of the action that shows the interface in the language of `tag`."""
    return f"language.{tag}"


def view_menu(panels: Iterable[PanelSpec], languages: Iterable[tuple[str, str]]) -> MenuSpec:
    """Return the menu for these panels; `languages` gives (tag, its own name) of each interface."""
    return MenuSpec(
        id="view",
        title=say("View"),
        items=(
            *(
                ActionSpec(id=f"panel.{spec.id}", text=spec.title, shortcut=spec.shortcut, icon=spec.icon)
                for spec in panels
            ),
            None,
            ActionSpec(id=FLOAT, text=say("Float or dock this panel"), shortcut=FLOAT_KEYS, icon="window"),
            ActionSpec(id=CLOSE, text=say("Close this panel"), shortcut=CLOSE_KEYS),
            ActionSpec(id="layout.reset", text=say("Put the panels back in place")),
            None,
            APPEARANCE,
            MenuSpec(
                id="language",
                title=say("Language of Makala"),
                items=tuple(
                    # A language calls itself by its own name, whatever the interface is shown in.
                    ActionSpec(id=language_action_id(tag), text=Message(name), group="language", choice=tag)
                    for tag, name in languages
                ),
            ),
            None,
            *WRITING_VIEW,
        ),
    )
