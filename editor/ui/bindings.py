"""Which method an action of the menus calls. One without a line here is of a family: `ViewCommands.choose`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from editor.domain.article import Status
from editor.ui import text_commands
from editor.ui.page_look import Lit
from editor.ui.panel import Search
from editor.ui.panel_keys import DETAILS

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow
    from editor.ui.split_commands import SplitCommands
    from editor.ui.tab_commands import TabCommands
    from editor.ui.view_modes import ViewModes


def bindings(window: MainWindow) -> Mapping[str, Callable[[], object]]:
    """Return what each action of `window` does, by action id."""
    articles, newsroom, view, studio = window.articles, window.newsroom, window.view, window.studio
    further = window.further
    return {
        "article.new": articles.new,
        "article.duplicate": articles.duplicate,
        "article.keep": further.keep_version,
        "article.length": window.status.length.open_details,
        "article.sign_off": articles.sign_off,
        "article.publish": articles.publish,
        "article.withdraw": articles.withdraw,
        "article.trash": articles.trash,
        "status.draft": partial(articles.set_status, Status.DRAFT),
        "status.in_review": partial(articles.set_status, Status.IN_REVIEW),
        "status.ready": partial(articles.set_status, Status.READY),
        "newsroom.new": studio.ask_new,
        "newsroom.open": studio.ask_open,
        "newsroom.take_in": further.ask_take_in,
        "newsroom.export": partial(view.bring_forward, "export"),
        "newsroom.backup": newsroom.back_up,
        "newsroom.safekeeping": further.safekeeping,
        "newsroom.archive": newsroom.archive,
        "newsroom.report": newsroom.report,
        "newsroom.settings": further.newsroom_settings,
        "newsroom.close": studio.close_newsroom,
        "app.preferences": further.preferences,
        "app.quit": window.close,
        "edit.undo": window.undo.undo,
        "edit.redo": window.undo.redo,
        "edit.cut": partial(view.send_to_text, "cut"),
        "edit.copy": partial(view.send_to_text, "copy"),
        "edit.paste": partial(view.send_to_text, "paste"),
        "edit.paste_plain": text_commands.paste_plain,
        "find.begin": partial(view.search, Search.BEGIN),
        "find.replace": partial(view.search, Search.REPLACE),
        "find.everywhere": further.replace_everywhere,
        "find.next": partial(view.search, Search.NEXT),
        "find.previous": partial(view.search, Search.PREVIOUS),
        "spelling.next": partial(text_commands.next_misspelled, window),
        "spelling.switch": partial(text_commands.switch_spelling, window),
        "edit.select_all": partial(view.send_to_text, "selectAll"),
        "panel_now.float": view.float_panel,
        "panel_now.close": view.close_panel,
        "layout.reset": view.reset_layout,
        "help.open": further.help,
        "help.keys": further.shortcuts,
        "help.about": partial(further.help, "about"),
        "go.anything": further.find_anything,
        "go.article": further.find_article,
        "go.pictures": view.show_pictures,
        DETAILS: view.turn_details,
        **_going(window.tabs),
        **_looking(view.modes),
        **_splitting(view.halves),
    }


def _going(tabs: TabCommands) -> Mapping[str, Callable[[], object]]:
    return {
        "go.back": partial(tabs.step, -1),
        "go.forward": partial(tabs.step, 1),
        "tab.used_before": partial(tabs.walk, 1),
        "tab.used_first": partial(tabs.walk, -1),
        "tab.next": partial(tabs.beside, 1),
        "tab.previous": partial(tabs.beside, -1),
        "tab.close": tabs.close,
        "tab.close_others": tabs.close_others,
        "tab.reopen": tabs.reopen,
    }


def _splitting(halves: SplitCommands) -> Mapping[str, Callable[[], object]]:
    return {
        "split.twice": halves.split,
        "split.other": halves.go_to_other,
        "split.swap": halves.swap,
        "split.stack": halves.turn,
        "split.used_before": halves.used_before,
    }


def _looking(modes: ViewModes) -> Mapping[str, Callable[[], object]]:
    return {
        "view.full_screen": modes.full_screen,
        "view.zoom_in": partial(modes.zoom, 1),
        "view.zoom_out": partial(modes.zoom, -1),
        "view.zoom_usual": partial(modes.zoom, 0),
        "view.lit_all": partial(modes.light, Lit.ALL),
        "view.lit_paragraph": partial(modes.light, Lit.PARAGRAPH),
        "view.lit_sentence": partial(modes.light, Lit.SENTENCE),
        "view.typewriter": modes.typewriter,
    }
