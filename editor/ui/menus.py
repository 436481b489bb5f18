"""What the window's menus hold. A new action is one entry here and one method in a room's commands."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from editor.core.messages import Message, say
from editor.ui.actions import ActionSpec, MenuSpec, Needs
from editor.ui.panel import PanelSpec
from editor.ui.panel_keys import CLOSE, CLOSE_KEYS, DUPLICATE, DUPLICATE_KEYS, FIND, FIND_KEYS, FLOAT, FLOAT_KEYS
from editor.ui.widgets.handing_button import HANDED_OUT
from editor.ui.widgets.text_tools import LINES, MARKS, TextTool


def _keys(usual: str, *, mac: str) -> str:
    """Return the keys for this system: some that are free elsewhere move the cursor, or belong to it, on a Mac."""
    return mac if sys.platform == "darwin" else usual


FILE = MenuSpec(
    id="file",
    title=say("File"),
    items=(
        ActionSpec(
            id="article.new", text=say("New article"), shortcut="Ctrl+N", icon="new-article", needs=Needs.WRITING
        ),
        None,
        ActionSpec(id="newsroom.new", text=say("New newsroom…"), shortcut="Ctrl+Shift+N", icon="newsroom"),
        ActionSpec(id="newsroom.open", text=say("Open newsroom…"), shortcut="Ctrl+O", icon="open"),
        MenuSpec(id="recent", title=say("Open recent")),
        None,
        ActionSpec(
            id="newsroom.take_in",
            text=say("Take in files…"),
            shortcut="Ctrl+Shift+I",
            icon="take-in",
            needs=Needs.WRITING,
        ),
        ActionSpec(id="newsroom.export", text=say("Export…"), shortcut="Ctrl+E", icon="export"),
        ActionSpec(id="newsroom.report", text=say("AI-use report…"), icon="ai"),
        None,
        ActionSpec(
            id="newsroom.backup",
            text=say("Back up now"),
            shortcut="Ctrl+Shift+B",
            icon="backup",
            needs=Needs.WRITING,
        ),
        ActionSpec(id="newsroom.safekeeping", text=say("Backups and check-up…"), icon="recent"),
        ActionSpec(
            id="newsroom.archive", text=say("Archive as article files…"), shortcut="Ctrl+Shift+A", icon="archive"
        ),
        None,
        ActionSpec(id="newsroom.settings", text=say("Newsroom settings…"), shortcut="Ctrl+Shift+,", icon="settings"),
        ActionSpec(id="app.preferences", text=say("Preferences…"), shortcut="Ctrl+,", icon="person"),
        None,
        ActionSpec(id="newsroom.close", text=say("Close newsroom"), shortcut="Ctrl+Shift+W"),
        ActionSpec(id="app.quit", text=say("Quit"), shortcut="Ctrl+Q"),
    ),
)
EDIT = MenuSpec(
    id="edit",
    title=say("Edit"),
    items=(
        ActionSpec(id="edit.undo", text=say("Undo"), shortcut="Ctrl+Z", icon="undo"),
        ActionSpec(id="edit.redo", text=say("Redo"), shortcut="Ctrl+Shift+Z", icon="redo"),
        None,
        ActionSpec(id="edit.cut", text=say("Cut"), shortcut="Ctrl+X", is_native=True),
        ActionSpec(id="edit.copy", text=say("Copy"), shortcut="Ctrl+C", icon="copy", is_native=True),
        ActionSpec(id="edit.paste", text=say("Paste"), shortcut="Ctrl+V", icon="paste", is_native=True),
        ActionSpec(id="edit.paste_plain", text=say("Paste as plain text"), shortcut="Ctrl+Shift+V"),
        ActionSpec(id="edit.select_all", text=say("Select all"), shortcut="Ctrl+A", is_native=True),
        None,
        ActionSpec(id=FIND, text=say("Find…"), shortcut=FIND_KEYS, icon="search"),
        ActionSpec(id="find.everywhere", text=say("Find in all articles…"), shortcut="Ctrl+Shift+F"),
        ActionSpec(id="find.replace", text=say("Find and replace…"), shortcut="Ctrl+H", needs=Needs.ARTICLE_WRITING),
        ActionSpec(
            id="find.next", text=say("Find next"), shortcut="F3", also="Ctrl+G", icon="down", needs=Needs.ARTICLE
        ),
        ActionSpec(
            id="find.previous",
            text=say("Find previous"),
            shortcut="Shift+F3",
            also="Ctrl+Shift+G",
            icon="up",
            needs=Needs.ARTICLE,
        ),
        None,
        ActionSpec(id="spelling.next", text=say("Next misspelled word"), shortcut="F7", needs=Needs.ARTICLE_WRITING),
        ActionSpec(id="spelling.switch", text=say("Check the spelling, or leave it"), shortcut="Shift+F7"),
    ),
)


def _text_action(tool: TextTool) -> ActionSpec:
    """Return the action of a tool; its keys belong to the text that has the keyboard, so they are only shown."""
    return ActionSpec(
        id=f"text.{tool.name}",
        text=tool.title,
        shortcut=tool.keys,
        icon=tool.icon,
        needs=Needs.ARTICLE_WRITING,
        is_native=True,
    )


TEXT = MenuSpec(id="text", title=say("Text"), items=(*map(_text_action, MARKS), None, *map(_text_action, LINES)))
_HANDING_KEYS = {"hand.html": "Ctrl+Alt+C", "hand.print": "Ctrl+Alt+Shift+P"}
ARTICLE = MenuSpec(
    id="article",
    title=say("Article"),
    items=(
        ActionSpec(
            id=DUPLICATE,
            text=say("Duplicate"),
            shortcut=DUPLICATE_KEYS,
            icon="duplicate",
            needs=Needs.ARTICLE_WRITING,
        ),
        MenuSpec(id="translate", title=say("New translation")),
        ActionSpec(
            id="translation.beside",
            text=say("Translation and original side by side"),
            shortcut="Ctrl+Alt+L",
            icon="language",
            needs=Needs.ARTICLE,
        ),
        ActionSpec(
            id="translation.approve",
            text=say("Approve the translation, or take that back"),
            shortcut="Ctrl+Alt+A",
            icon="done",
            needs=Needs.ARTICLE_WRITING,
        ),
        ActionSpec(
            id="translation.link",
            text=say("Link an existing article as a translation…"),
            shortcut="Ctrl+Alt+J",
            icon="link",
            needs=Needs.ARTICLE_WRITING,
        ),
        ActionSpec(
            id="translation.lead",
            text=say("Make it the original of its translation set"),
            shortcut="Ctrl+Alt+O",
            icon="up",
            needs=Needs.ARTICLE_WRITING,
        ),
        ActionSpec(id="translation.leave", text=say("Take out of its translation set"), needs=Needs.ARTICLE_WRITING),
        ActionSpec(
            id="article.keep",
            text=say("Keep a named version…"),
            shortcut="Ctrl+S",
            icon="history",
            needs=Needs.ARTICLE_WRITING,
        ),
        ActionSpec(
            id="article.length",
            text=say("Length and ease of reading"),
            shortcut="Ctrl+Shift+C",
            needs=Needs.ARTICLE,
        ),
        None,
        *(
            ActionSpec(
                id=action_id, text=said, shortcut=_HANDING_KEYS.get(action_id, ""), icon=icon, needs=Needs.ARTICLE
            )
            for action_id, icon, said in HANDED_OUT
        ),
        None,
        MenuSpec(
            id="status",
            title=say("Status"),
            items=(
                ActionSpec(
                    id="status.draft",
                    text=say("Draft"),
                    group="status",
                    choice="draft",
                    needs=Needs.ARTICLE_WRITING,
                ),
                ActionSpec(
                    id="status.in_review",
                    text=say("In review"),
                    group="status",
                    choice="in-review",
                    needs=Needs.ARTICLE_WRITING,
                ),
                ActionSpec(
                    id="status.ready",
                    text=say("Ready"),
                    group="status",
                    choice="ready",
                    needs=Needs.ARTICLE_WRITING,
                ),
            ),
        ),
        ActionSpec(
            id="article.publish",
            text=say("Publish"),
            shortcut="Ctrl+Shift+P",
            icon="publish",
            needs=Needs.ARTICLE_WRITING,
        ),
        ActionSpec(
            id="article.withdraw",
            text=say("Withdraw"),
            shortcut="Ctrl+Shift+R",
            icon="withdraw",
            needs=Needs.ARTICLE_WRITING,
        ),
        None,
        ActionSpec(
            id="article.trash",
            text=say("Move to trash"),
            shortcut="Ctrl+Shift+Backspace",
            icon="trash",
            needs=Needs.ARTICLE_WRITING,
        ),
    ),
)
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
GO = MenuSpec(
    id="go",
    title=say("Go"),
    items=(
        ActionSpec(id="go.anything", text=say("Find an action or article…"), shortcut="Ctrl+K", icon="search"),
        ActionSpec(id="go.article", text=say("Go to article…"), shortcut="Ctrl+P", icon="articles"),
        ActionSpec(id="go.pictures", text=say("All pictures, large"), shortcut="Ctrl+Alt+I", icon="images"),
        None,
        ActionSpec(id="go.back", text=say("Back"), shortcut=_keys("Alt+Left", mac="Ctrl+["), icon="back"),
        ActionSpec(id="go.forward", text=say("Forward"), shortcut=_keys("Alt+Right", mac="Ctrl+]"), icon="next"),
        None,
        ActionSpec(id="tab.used_before", text=say("Article used before"), shortcut=_keys("Ctrl+Tab", mac="Meta+Tab")),
        ActionSpec(
            id="tab.used_first",
            text=say("Article used longest ago"),
            shortcut=_keys("Ctrl+Shift+Tab", mac="Meta+Shift+Tab"),
        ),
        ActionSpec(id="tab.next", text=say("Next tab"), shortcut="Ctrl+PgDown"),
        ActionSpec(id="tab.previous", text=say("Previous tab"), shortcut="Ctrl+PgUp"),
        None,
        ActionSpec(
            id="tab.close", text=say("Close this article"), shortcut="Ctrl+W", icon="close", needs=Needs.ARTICLE
        ),
        ActionSpec(id="tab.close_others", text=say("Close the other articles"), needs=Needs.ARTICLE),
        ActionSpec(id="tab.reopen", text=say("Open the article closed last"), shortcut="Ctrl+Shift+T"),
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
        shortcut=_keys("F11", mac="Ctrl+Meta+F"),
        is_checkable=True,
    ),
)
HELP = MenuSpec(
    id="help",
    title=say("Help"),
    items=(
        ActionSpec(id="help.open", text=say("Help"), shortcut="F1", icon="help"),
        ActionSpec(id="help.keys", text=say("Keyboard shortcuts"), shortcut="Ctrl+/", also="Ctrl+F1", icon="keyboard"),
        None,
        ActionSpec(id="help.about", text=say("About Makala"), icon="info"),
    ),
)


def language_action_id(tag: str) -> str:
    """Return the id of the action that shows the interface in the language of `tag`."""
    return f"language.{tag}"


def menus(panels: Iterable[PanelSpec], languages: Iterable[tuple[str, str]]) -> tuple[MenuSpec, ...]:
    """Return the menus of a window with these panels; `languages` gives (tag, its own name) of each interface."""
    view = MenuSpec(
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
    return (FILE, EDIT, TEXT, ARTICLE, view, GO, HELP)
