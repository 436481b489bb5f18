"""What was found across the newsroom, as a list of articles with their places, each of which can be left out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from typing_extensions import override

from editor.domain.article import Status
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.interface import ntr, tr, words
from editor.services.found_places import AROUND, Found, FoundArticle, Place
from editor.ui.widgets.language_words import language_words

SEGMENTS_ROLE = Qt.ItemDataRole.UserRole
LANGUAGE_ROLE = Qt.ItemDataRole.UserRole + 1

_Index = QModelIndex | QPersistentModelIndex
_BEFORE = 36  # characters of a line that stand before what was found, so that it is in sight
_LINE_ENDS = str.maketrans({"\n": "↵", "\u2028": "↵"})

Segment = tuple[str, str]
"""Words, and what they are: "" (as they are), "found", "gone", "come", "lead", "muted" or "warn"."""


class FoundModel(QAbstractItemModel):
    """Articles on the first level, places on the second. `chosen_changed`: others are chosen now.

    Published articles are chosen only by hand: readers have seen them.
    """

    chosen_changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._articles: list[FoundArticle] = []
        self._chosen: list[set[int]] = []
        self._is_replacing = False

    def show(self, found: Found, *, is_replacing: bool = False) -> None:
        """Show what was found, all but the published articles chosen; with what shall stand there, or as it is."""
        self.beginResetModel()
        self._is_replacing = is_replacing
        self._articles = list(found.articles)
        self._chosen = [_chosen_first(one) for one in found.articles]
        self.endResetModel()
        self.chosen_changed.emit()

    def add(self, articles: Sequence[FoundArticle]) -> None:
        """Show these too, below the others."""
        first = len(self._articles)
        self.beginInsertRows(QModelIndex(), first, first + len(articles) - 1)
        self._articles += articles
        self._chosen += [_chosen_first(one) for one in articles]
        self.endInsertRows()

    def chosen(self) -> dict[str, tuple[FoundArticle, tuple[int, ...]]]:
        """Return the articles of which something is chosen, by id, each with the numbers of its places."""
        return {
            article.id: (article, tuple(sorted(numbers)))
            for article, numbers in zip(self._articles, self._chosen, strict=True)
            if numbers
        }

    def not_whole(self) -> frozenset[str]:
        """Return the ids of the articles of which some place is not chosen."""
        both = zip(self._articles, self._chosen, strict=True)
        return frozenset(article.id for article, numbers in both if len(numbers) < len(article.places))

    def chosen_count(self) -> int:
        """Return how many places are chosen."""
        return sum(map(len, self._chosen))

    def has_unchosen_published(self) -> bool:
        """Say whether a published article is left out as a whole."""
        return any(_is_out(one) and not chosen for one, chosen in zip(self._articles, self._chosen, strict=True))

    def choose_all(self, *, is_chosen: bool) -> None:
        """Choose every place but those of published articles, or none at all."""
        for number, article in enumerate(self._articles):
            self._chosen[number] = set(range(len(article.places))) if is_chosen and not _is_out(article) else set()
        self.layoutChanged.emit()  # one word for ten thousand rows
        self.chosen_changed.emit()

    def article(self, index: _Index) -> FoundArticle:
        """Return the article of a row of either level."""
        return self._articles[_parent_row(index) if _is_place(index) else index.row()]

    def place(self, index: _Index) -> Place | None:
        """Return the place of a row, None where the row is an article."""
        return self.article(index).places[index.row()] if _is_place(index) else None

    def _tell(self, row: int) -> None:
        top = self.index(row, 0)
        last = len(self._articles[row].places) - 1
        self.dataChanged.emit(top, top)
        self.dataChanged.emit(self.index(0, 0, top), self.index(last, 0, top))

    def _segments(self, index: _Index) -> tuple[Segment, ...]:
        article, place = self.article(index), self.place(index)
        if place is None:
            status = words(STATUS_WORDS[article.status])
            count = ntr("{n} place", "{n} places", len(article.places))
            parts = " · ".join(part for part in (article.section, language_words(article.language), count) if part)
            kind = "warn" if _is_out(article) else "muted"
            return (article.headline or tr("No headline yet"), "lead"), (f"   {status}", kind), (f" · {parts}", "muted")
        before = place.before.translate(_LINE_ENDS)
        if len(before) > _BEFORE:
            before = "…" + before[-_BEFORE:]
        found, after = place.found.translate(_LINE_ENDS), place.after.translate(_LINE_ENDS)
        if len(after) >= AROUND:
            after += "…"
        if not self._is_replacing:
            return (before, ""), (found, "found"), (after, "")
        come = place.passage.instead.translate(_LINE_ENDS)
        return (before, ""), (found, "gone"), (come, "come"), (after, "")

    def _spoken(self, index: _Index) -> str:
        """Return a row in words: what stands there, and what shall stand there."""
        segments = self._segments(index)
        was = "".join(text for text, kind in segments if kind != "come")
        if not (_is_place(index) and self._is_replacing):
            return was
        return tr(
            "{before} becomes {after}", before=was, after="".join(text for text, kind in segments if kind != "gone")
        )

    def _check_state(self, index: _Index) -> Qt.CheckState:
        if _is_place(index):
            is_chosen = index.row() in self._chosen[_parent_row(index)]
            return Qt.CheckState.Checked if is_chosen else Qt.CheckState.Unchecked
        count = len(self._chosen[index.row()])
        if not count:
            return Qt.CheckState.Unchecked
        is_whole = count == len(self._articles[index.row()].places)
        return Qt.CheckState.Checked if is_whole else Qt.CheckState.PartiallyChecked

    @override
    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    @override
    def parent(self, child: _Index = QModelIndex()) -> Any:  # noqa: B008 - two in one
        if not child.isValid() or not _is_place(child):
            return QModelIndex()
        return self.createIndex(_parent_row(child), 0, 0)

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        if not parent.isValid():
            return len(self._articles)
        return 0 if _is_place(parent) else len(self._articles[parent.row()].places)

    @override
    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's default
        return 1

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        flag = Qt.ItemFlag
        if not index.isValid():
            return flag.NoItemFlags
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemIsUserCheckable

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return self._spoken(index)
            case Qt.ItemDataRole.CheckStateRole:
                return self._check_state(index)
            case _ if role == SEGMENTS_ROLE:
                return self._segments(index)
            case _ if role == LANGUAGE_ROLE:
                return self.article(index).language
        return None

    @override
    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole or not index.isValid():
            return False
        is_chosen = Qt.CheckState(value) is Qt.CheckState.Checked
        row = _parent_row(index) if _is_place(index) else index.row()
        numbers = {index.row()} if _is_place(index) else set(range(len(self._articles[row].places)))
        self._chosen[row] = self._chosen[row] | numbers if is_chosen else self._chosen[row] - numbers
        self._tell(row)
        self.chosen_changed.emit()
        return True


def _is_place(index: _Index) -> bool:
    return index.internalId() > 0


def _parent_row(index: _Index) -> int:
    return int(index.internalId()) - 1


def _chosen_first(article: FoundArticle) -> set[int]:
    """Return the numbers of the places that are chosen before anybody chose."""
    return set() if _is_out(article) else set(range(len(article.places)))


def _is_out(article: FoundArticle) -> bool:
    return article.status is Status.PUBLISHED
