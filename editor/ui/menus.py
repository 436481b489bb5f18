"""What the window's menus hold. A new action is one entry here and one method in a room's commands."""

from __future__ import annotations

from collections.abc import Iterable

from editor.core.messages import say
from editor.ui.actions import ActionSpec, MenuSpec, Needs
from editor.ui.panel import PanelSpec
from editor.ui.panel_keys import (
    DETAILS,
    DETAILS_KEYS,
    DUPLICATE,
    DUPLICATE_KEYS,
    FIND,
    FIND_KEYS,
    PICTURE,
    PICTURE_KEYS,
)
from editor.ui.view_menu import keys_here, view_menu
from editor.ui.widgets.handing_button import HANDED_OUT
from editor.ui.widgets.text_tools import LINES, MARKS, TextTool

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
            id="newsroom.archive",
            text=say("Archive as article files…"),
            shortcut="Ctrl+Shift+A",
            icon="archive",
        ),
        None,
        ActionSpec(
            id="newsroom.settings",
            text=say("Newsroom settings…"),
            shortcut="Ctrl+Shift+,",
            icon="settings",
        ),
        ActionSpec(
            id="app.preferences",
            text=say("Preferences…"),
            shortcut="Ctrl+,",
            icon="person",
        ),
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
        ActionSpec(
            id="find.everywhere",
            text=say("Find in all articles…"),
            shortcut="Ctrl+Shift+F",
        ),
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


_PICTURE = ActionSpec(
    id=PICTURE,
    text=say("Picture"),
    shortcut=PICTURE_KEYS,
    icon="image-add",
    needs=Needs.ARTICLE_WRITING,
    is_native=True,
)
TEXT = MenuSpec(
    id="text", title=say("Text"), items=(*map(_text_action, MARKS), _PICTURE, None, *map(_text_action, LINES))
)
_HANDING_KEYS = {"hand.html": "Ctrl+Alt+C", "hand.print": "Ctrl+Alt+Shift+P"}
ARTICLE = MenuSpec(
    id="article",
    title=say("Article"),
    items=(
        ActionSpec(
            id=DETAILS,
            text=say("Details of the article"),
            shortcut=DETAILS_KEYS,
            icon="info",
            needs=Needs.ARTICLE,
        ),
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
            id="article.sign_off",
            text=say("Sign off"),
            shortcut="Ctrl+Shift+S",
            icon="done",
            needs=Needs.ARTICLE_WRITING,
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
GO = MenuSpec(
    id="go",
    title=say("Go"),
    items=(
        ActionSpec(id="go.anything", text=say("Find an action or article…"), shortcut="Ctrl+K", icon="search"),
        ActionSpec(id="go.article", text=say("Go to article…"), shortcut="Ctrl+P", icon="articles"),
        ActionSpec(
            id="go.pictures",
            text=say("All pictures, large"),
            shortcut="Ctrl+Alt+I",
            icon="images",
        ),
        None,
        ActionSpec(id="go.back", text=say("Back"), shortcut=keys_here("Alt+Left", mac="Ctrl+["), icon="back"),
        ActionSpec(id="go.forward", text=say("Forward"), shortcut=keys_here("Alt+Right", mac="Ctrl+]"), icon="next"),
        None,
        ActionSpec(
            id="tab.used_before", text=say("Article used before"), shortcut=keys_here("Ctrl+Tab", mac="Meta+Tab")
        ),
        ActionSpec(
            id="tab.used_first",
            text=say("Article used longest ago"),
            shortcut=keys_here("Ctrl+Shift+Tab", mac="Meta+Shift+Tab"),
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
HELP = MenuSpec(
    id="help",
    title=say("Help"),
    items=(
        ActionSpec(id="help.open", text=say("Help"), shortcut="F1", icon="help"),
        ActionSpec(
            id="help.keys",
            text=say("Keyboard shortcuts"),
            shortcut="Ctrl+/",
            also="Ctrl+F1",
            icon="keyboard",
        ),
        None,
        ActionSpec(id="help.about", text=say("About Makala"), icon="info"),
    ),
)


def menus(panels: Iterable[PanelSpec], languages: Iterable[tuple[str, str]]) -> tuple[MenuSpec, ...]:
    """Return the menus of a window with these panels; `languages` gives (tag, its own name) of each interface."""
    return (FILE, EDIT, TEXT, ARTICLE, view_menu(panels, languages), GO, HELP)
