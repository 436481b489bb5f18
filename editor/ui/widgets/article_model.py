"""The articles of a list as Qt's views ask for them: ten thousand heads, none of them copied."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt
from typing_extensions import override

from editor.core.messages import say
from editor.domain.article import Article, ArticleHead, Status, TranslationState
from editor.domain.edition import hour_of
from editor.domain.signing import SignOff, sign_off_of
from editor.domain.translation import STATE_WORDS
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.direction import isolate
from editor.i18n.interface import ntr, tr, words
from editor.ui.widgets.article_mime import ARTICLE_MIME, mime_of
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.wall_time import short_time, wall_text

HEAD_ROLE = Qt.ItemDataRole.UserRole
OPEN_ROLE = Qt.ItemDataRole.UserRole + 1
NO_HEADLINE = say("No headline yet")
_NAMED = 2  # languages that are missing; more are counted

_Index = QModelIndex | QPersistentModelIndex


class ArticleModel(QAbstractListModel):
    """Heads in the order they were given. Made by the articles panel, which asks the desk for them."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._heads: list[ArticleHead] = []
        self._rows: dict[str, int] = {}
        self._open_id = ""
        self._zone = "UTC"
        self._sizes: tuple[QSize, ...] = (QSize(0, 72), QSize(0, 96), QSize(0, 90), QSize(0, 114))
        self._now: datetime | None = None

    @property
    def heads(self) -> Sequence[ArticleHead]:
        """Return what is listed."""
        return self._heads

    def show_heads(self, heads: list[ArticleHead]) -> None:
        """List these instead of what was listed."""
        self.beginResetModel()
        self._heads = heads
        self._rows = {head.id: row for row, head in enumerate(heads)}
        self.endResetModel()

    def set_sizes(self, *sizes: QSize) -> None:
        """Tell views how much a row takes: plain, with a label, with its translations, with both."""
        self._sizes = sizes

    def set_clock(self, zone: str, now: datetime) -> None:
        """Show times as clocks in `zone` do; those of the day of `now` as times, older ones as days."""
        self._zone, self._now = zone, now

    def set_open(self, article_id: str) -> None:
        """Mark the article that is open."""
        was, self._open_id = self._open_id, article_id
        for one in {was, article_id}:
            self._touch(one)

    def follow(self, article: Article) -> None:
        """Show the words of the open article as they are saved; the row stays where it is meanwhile."""
        row = self._rows.get(article.id)
        if row is not None:
            head = self._heads[row]
            changed_at = article.changed_at or head.changed_at
            is_unsigned = sign_off_of(article) is SignOff.CHANGED
            self._heads[row] = replace(head, headline=article.headline, changed_at=changed_at, is_unsigned=is_unsigned)
            self._touch(article.id)

    def row_of(self, article_id: str) -> int:
        """Return the row of this article, or -1."""
        return self._rows.get(article_id, -1)

    def second_line(self, head: ArticleHead) -> str:
        """Return status, time and language in words; of an article without translations, which are missing.

        A published one that readers cannot see yet says from when they will.
        """
        return self.second_lines(head)[0]

    def second_lines(self, head: ArticleHead) -> tuple[str, ...]:
        """Return the second line whole, then ever shorter ones for a row without room."""
        language = language_words(head.language)
        instant = head.published if head.status is Status.PUBLISHED and head.published else head.changed_at
        time = short_time(instant, self._zone, self._now)
        hour = self._hour(head)
        if hour is not None:
            waits = tr("Waits until {time}", time=short_time(hour, self._zone, self._now))
            return " · ".join((waits, language)), waits
        stands = (words(STATUS_WORDS[head.status]), *((tr("changed since sign-off"),) if head.is_unsigned else ()))
        lacks = (_lacking(head),) if head.translations and not shows_languages(head) else ()
        lines = ((*stands, *lacks, time, language), (*stands, time, language), (*stands, time), stands, stands[-1:])
        return tuple(" · ".join(parts) for parts in lines)

    def _hour(self, head: ArticleHead) -> datetime | None:
        """Return the hour that a published article waits for, None where readers see it already."""
        hour = hour_of(head) if head.status is Status.PUBLISHED else None
        return hour if hour is not None and self._now is not None and hour > self._now else None

    def _waiting(self, head: ArticleHead) -> str:
        """Return in words from when readers see an article that waits, by the clocks of the newsroom."""
        if (hour := self._hour(head)) is None:
            return ""
        return tr(
            "Readers see it from {time} ({zone})",
            time=isolate(wall_text(hour, self._zone)),
            zone=isolate(self._zone),
        )

    def _translations(self, head: ArticleHead) -> str:
        """Return how far each language of the article's set is, in words."""
        return ". ".join(f"{language_words(tag)}: {words(STATE_WORDS[state])}" for tag, state in head.translations)

    def _words(self, head: ArticleHead, role: int) -> str | None:
        headline = head.headline or words(NO_HEADLINE)
        if role == Qt.ItemDataRole.DisplayRole:
            return headline
        if role == Qt.ItemDataRole.ToolTipRole:
            return "\n".join(part for part in (headline, self._waiting(head), self._translations(head)) if part)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            label = tr("Its picture was made or changed by AI") if head.hero_is_ai else ""
            parts = (headline, self.second_line(head), self._waiting(head), self._translations(head), label)
            return ". ".join(part for part in parts if part)
        return None

    def _touch(self, article_id: str) -> None:
        row = self._rows.get(article_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    @override
    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._heads)

    @override
    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = index.row()
        if not 0 <= row < len(self._heads):
            return None
        head = self._heads[row]
        if role == Qt.ItemDataRole.SizeHintRole:
            return self._sizes[head.hero_is_ai + 2 * shows_languages(head)]
        if role == HEAD_ROLE:
            return head
        if role == OPEN_ROLE:
            return head.id == self._open_id
        return self._words(head, role)

    @override
    def flags(self, index: _Index) -> Qt.ItemFlag:
        return super().flags(index) | Qt.ItemFlag.ItemIsDragEnabled

    @override
    def mimeTypes(self) -> list[str]:
        return [ARTICLE_MIME]

    @override
    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        return mime_of(self._heads[index.row()].id for index in indexes)


def shows_languages(head: ArticleHead) -> bool:
    """Say whether a row has a line for its languages: one article alone says in its second line what is missing."""
    return sum(state is not TranslationState.MISSING for _tag, state in head.translations) > 1


def _lacking(head: ArticleHead) -> str:
    tags = [tag for tag, state in head.translations if state is TranslationState.MISSING]
    if len(tags) > _NAMED:
        return ntr("{n} language missing", "{n} languages missing", len(tags))
    return tr("no {languages}", languages=", ".join(isolate(language_words(tag)) for tag in tags))
