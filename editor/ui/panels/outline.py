"""The headings of the open article, to see how it is built and to get about in it."""

from __future__ import annotations

from bisect import bisect_right
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QStackedWidget, QTreeWidget, QTreeWidgetItem, QVBoxLayout
from typing_extensions import override

from editor.core.messages import say
from editor.i18n.direction import direction
from editor.i18n.interface import tr
from editor.services.outlining import headings_of
from editor.ui.jobs import Latest
from editor.ui.panel import Panel
from editor.ui.widgets.empty_state import EmptyState
from editor.ui.widgets.naming import named

if TYPE_CHECKING:
    from editor.domain.article import Article
    from editor.domain.edits import Change
    from editor.services.outlining import Heading
    from editor.ui.jobs import Jobs

_LONG = 60_000  # characters; to read the headings of a longer body between two keys would hold up the second
_NOTHING_OPEN = (say("Nothing is open"), say("The headings of the open article stand here."))
_NO_HEADING = (
    say("No headings yet"),
    say("Begin a line with ## and a space, or press Ctrl+Shift+H in the text: it becomes a heading and stands here."),
)


class OutlinePanel(Panel):
    """A tree of headings; a click or Enter puts the cursor to the heading in the draft.

    It follows the typing; in a long body, each time that is saved.
    """

    def __init__(self, jobs: Jobs) -> None:
        super().__init__()
        self._lane = Latest(jobs, self)
        self._article = ""
        self._headings: tuple[Heading, ...] = ()
        self._items: list[QTreeWidgetItem] = []
        self._marked: QTreeWidgetItem | None = None  # the heading under which the cursor stands
        self._line = 0
        self._empty = EmptyState("list", *_NOTHING_OPEN)
        self._tree = named(QTreeWidget(), "outline.tree")
        self._tree.setHeaderHidden(True)
        self._tree.setUniformRowHeights(True)
        self._tree.setTextElideMode(Qt.TextElideMode.ElideRight)
        self._tree.itemClicked.connect(self._on_chosen)
        self._tree.itemActivated.connect(self._on_chosen)
        self._states = QStackedWidget()
        self._states.addWidget(self._empty)
        self._states.addWidget(self._tree)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._states)
        self.retranslate()
        self.show_article(None)

    @override
    def show_article(self, article: Article | None) -> None:
        if article is not None:
            self._look(article)
            return
        self._lane.cancel()
        self._article = ""
        self._show(())
        self._empty.show_words(*_NOTHING_OPEN)

    @override
    def apply_change(self, change: Change, article: Article | None) -> None:
        self.show_article(article)

    @override
    def show_typed(self, article: Article) -> None:
        if len(article.body) <= _LONG:  # else once it is saved, a moment later
            self._look(article)

    @override
    def show_cursor(self, line: int) -> None:
        self._line = line
        self._mark()

    @override
    def retranslate(self) -> None:
        self.setAccessibleName(tr("Outline"))
        self._tree.setAccessibleName(tr("Headings"))
        self._empty.retranslate()

    def _look(self, article: Article) -> None:
        if article.id != self._article:
            self._article = article.id
            self._show(())
            self._empty.show_words(*_NO_HEADING)
        runs = (
            Qt.LayoutDirection.RightToLeft if direction(article.language) == "rtl" else Qt.LayoutDirection.LeftToRight
        )
        if self._tree.layoutDirection() is not runs:
            self._tree.setLayoutDirection(runs)
        self._lane.submit(partial(headings_of, article.body), title=say("Reading the headings"), done=self._show)

    def _show(self, headings: tuple[Heading, ...]) -> None:
        was, self._headings = self._headings, headings
        if headings and was == headings:  # as after most keys
            return
        if [one.level for one in was] != [one.level for one in headings]:
            self._fill()
        for item, heading in zip(self._items, headings, strict=True):
            if item.text(0) != heading.text:
                item.setText(0, heading.text)
                item.setToolTip(0, heading.text)
        self._states.setCurrentWidget(self._tree if headings else self._empty)
        self.setFocusProxy(self._tree if headings else self._empty)
        self._mark()

    def _fill(self) -> None:
        """Make an item for each heading, below the last one of a higher level."""
        self._tree.clear()
        self._items, self._marked = [], None
        above: list[tuple[int, QTreeWidgetItem]] = []
        for heading in self._headings:
            while above and above[-1][0] >= heading.level:
                above.pop()
            item = QTreeWidgetItem(above[-1][1] if above else self._tree)
            item.setExpanded(True)
            above.append((heading.level, item))
            self._items.append(item)

    def _mark(self) -> None:
        """Mark the heading under which the cursor stands; whoever goes through the list keeps the own place in it."""
        here = bisect_right(self._headings, self._line, key=lambda heading: heading.line) - 1
        marked = self._items[here] if here >= 0 else None
        if marked is not self._marked:
            for item in (self._marked, marked):
                if item is not None:
                    font = item.font(0)
                    font.setBold(item is marked)
                    item.setFont(0, font)
            self._marked = marked
        if self._tree.hasFocus():
            return
        if marked is None:
            self._tree.setCurrentIndex(QModelIndex())
        elif marked is not self._tree.currentItem():
            self._tree.setCurrentItem(marked)

    def _on_chosen(self, item: QTreeWidgetItem) -> None:
        place = next((place for place, one in enumerate(self._items) if one is item), None)
        if place is not None:
            self.line_requested.emit(self._headings[place].line)
