"""What every panel is: a plain widget that is shown an article, told of changes, and asks for edits by signal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from editor.core.messages import Message
from editor.domain.article import Article
from editor.domain.edits import Change

if TYPE_CHECKING:
    from editor.bootstrap import Desk
    from editor.ui.jobs import Jobs
    from editor.ui.page_look import PageLook


class Area(Enum):
    """Where a panel stands until the person moves it."""

    LEFT = "left"
    CENTRE = "centre"
    RIGHT = "right"


class Search(Enum):
    """What a person asks of the search in a panel."""

    BEGIN = "begin"
    REPLACE = "replace"
    NEXT = "next"
    PREVIOUS = "previous"


@dataclass(frozen=True, slots=True)
class Beside:
    """The article in the half that is not written in, which may be the open one; `is_first`: in the first half."""

    article_id: str
    is_first: bool


class Split(Enum):
    """What a person asks of the two halves of a panel."""

    SPLIT = "split"
    OTHER = "other"
    SWAP = "swap"
    BESIDE = "beside"
    PAIR = "pair"  # as BESIDE, and in the second half
    LEAVE = "leave"


class Panel(QWidget):
    """Base of all panels. Made by the window on first show, on the interface thread.

    Signals: `edit_requested` carries an `editor.domain.edits.Edit`; `article_requested` an article id to open,
    `writing_requested` one to open with the cursor in its draft;
    `problem_chosen` the `Problem` that a person wants to put right; `notice` a `Message`, `UserError` or `Fault` for
    the bar at the panel's head; `typed` the open `Article` with what stands in the fields this moment, at every key,
    before any of it is saved; `cursor_moved` the line of the body (0-based) in which the cursor stands now;
    `line_requested` the line of the body to which it shall be put; `action_requested` the id of an action of the
    menus that shall be done.
    """

    edit_requested = Signal(object)
    article_requested = Signal(str)
    writing_requested = Signal(str)
    problem_chosen = Signal(object)
    notice = Signal(object)
    typed = Signal(object)
    cursor_moved = Signal(int)
    line_requested = Signal(int)
    action_requested = Signal(str)

    def show_article(self, article: Article | None) -> None:
        """Show `article`, or the state that says nothing is open."""

    def apply_change(self, change: Change, article: Article | None) -> None:
        """Take in an accepted change; `article` is the open one as it is now."""

    def show_typed(self, article: Article) -> None:
        """Follow the typing: `article` holds words that are not saved yet. Most panels wait for `apply_change`."""

    def show_cursor(self, line: int) -> None:
        """Follow the cursor: it stands in this line of the body. Most panels do not care."""

    def go_to_line(self, line: int) -> None:
        """Put the cursor to the beginning of this line of the body. Only the draft can."""

    def show_image(self, image_id: str) -> None:
        """Show the picture with this id, if it is among those that are shown. Only the pictures' panel can."""

    def search(self, step: Search) -> bool:  # noqa: ARG002 - for the panels that can
        """Search inside the panel; return whether it can. Most panels leave that to the draft."""
        return False

    def split(self, step: Split, article_id: str = "") -> None:
        """Show two places at once, or one again; `article_id` is what to show beside or no more. Only the draft can."""

    @property
    def beside(self) -> Beside | None:
        """Return what stands beside the open article. Only the draft shows two places."""
        return None

    @property
    def is_at_work(self) -> bool:
        """Say whether it must hear of changes and articles while it is not seen. Most panels rest then."""
        return False

    def set_look(self, look: PageLook) -> None:
        """Show what is written the way the person likes it. Most panels have no text that is written on."""

    def retranslate(self) -> None:
        """Put every word on screen into the interface language again."""

    def settle(self) -> None:
        """Emit what is typed but not emitted yet: before the article changes, a job starts or the window closes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PanelSpec:
    """One line of the registry.

    `watches` names article fields, "images", "settings", "list" or "versions"; `build` picks from the desk just what
    the panel's constructor takes. `is_of_article`: all that it shows is of the open article, and of no other one.
    """

    id: str
    title: Message
    icon: str
    area: Area
    shortcut: str
    watches: frozenset[str]
    build: Callable[[Desk, Jobs], Panel]
    is_of_article: bool = False

    def meets(self, change: Change) -> bool:
        """Say whether the panel must be told of `change`."""
        return bool(
            (change.settings and "settings" in self.watches)
            or (change.images and "images" in self.watches)
            or (change.articles and "list" in self.watches)
            or change.fields & self.watches
        )
