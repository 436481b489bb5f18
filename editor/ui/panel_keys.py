"""The keys that panels know by themselves, besides those of the menus: for the sheet of keys, and to be changed there.

One more key of a panel is one entry here; the panel wears it by `keys.wear`.
"""

from __future__ import annotations

from dataclasses import dataclass

from editor.core.messages import Message, say


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelKey:
    """One thing that a panel does by keys while the keyboard is in it. A fixed one cannot be changed."""

    id: str
    panel: str
    text: Message
    usual: str
    is_fixed: bool = False


# The menus' own, which the list of articles hears too: there they mean the chosen one, and its own search.
DUPLICATE, DUPLICATE_KEYS = "article.duplicate", "Ctrl+Shift+D"
# Those that the head of every panel has a button for.
FLOAT, FLOAT_KEYS = "panel_now.float", "Ctrl+Alt+F"
CLOSE, CLOSE_KEYS = "panel_now.close", "Ctrl+Alt+W"
FIND, FIND_KEYS = "find.begin", "Ctrl+F"
# Those that the draft has a button for.
DETAILS, DETAILS_KEYS = "draft.details", "Ctrl+D"
PICTURE, PICTURE_KEYS = "text.picture", "Ctrl+Shift+M"

PANEL_KEYS: tuple[tuple[Message, tuple[PanelKey, ...]], ...] = (
    (
        say("In the list of articles"),
        (
            PanelKey(id="articles.open", panel="list", text=say("Write on it"), usual="Return", is_fixed=True),
            PanelKey(id="articles.trash", panel="list", text=say("Move to trash"), usual="Del", is_fixed=True),
        ),
    ),
    (
        say("Among the pictures"),
        (
            PanelKey(id="images.view", panel="images", text=say("Look at it large"), usual="Space", is_fixed=True),
            PanelKey(
                id="images.body", panel="images", text=say("Put it into the text"), usual="Ctrl+Return", is_fixed=True
            ),
            PanelKey(
                id="images.hero",
                panel="images",
                text=say("Make it the main picture"),
                usual="Ctrl+Shift+Return",
                is_fixed=True,
            ),
            PanelKey(id="images.trash", panel="images", text=say("Move to trash"), usual="Del", is_fixed=True),
        ),
    ),
)
