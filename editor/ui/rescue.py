"""Looks after words that the newsroom's disk would not take: kept in a journal, tried again, offered another time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QObject, Signal, Slot

from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.edits import WRITTEN_FIELDS, CreateArticle, EditArticle, Several
from editor.services.unsaved_words import Journal
from editor.ui.widgets.typing_pace import QtTimers, Timers

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from editor.domain.ai_ranges import AiRanges
    from editor.domain.article import Article
    from editor.domain.edits import Change, Edit
    from editor.services.unsaved_words import UnsavedWords
    from editor.ui.widgets.notice_bar import NoticeBar
    from editor.ui.workspace import Workspace

RETRY_MS = 5000
PUT_BACK = say("Put back unsaved words")
_MARKS = "ai_ranges"
_OVER_ONE_ANOTHER = frozenset({"body", _MARKS})


class Rescue(QObject):
    """Made by the window. What the disk refused is kept in `Journal` and tried again until the disk takes it.

    `over` says that it took everything.
    """

    over = Signal()

    def __init__(self, workspace: Workspace, parent: QObject, timers: Timers | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._journal = Journal(workspace.desk.folder)
        self._again = (timers or QtTimers()).timer(self)
        self._again.timeout.connect(self._on_again)
        self._bar: NoticeBar | None = None
        self._offered: list[UnsavedWords] = []
        self._words: dict[str, dict[str, object]] = {}
        self.files: dict[str, Path] = {}
        self.is_told = False
        self._is_trouble = False
        workspace.refused.connect(self._on_refused)
        workspace.changed.connect(self._on_changed)

    def tell_before_closing(self, bar: NoticeBar) -> None:
        """Say, once, that words are not saved and where they are kept; closing again closes."""
        self.is_told = True
        bar.show_notice(
            Fault(
                say("Your last words are not in the newsroom yet."),
                say(
                    "They are kept on this computer and offered again at the next start. Try again, or close once more."
                )
                if self.files
                else say("Copy them out of the draft before you close once more."),
            )
        )

    def offer(self, bar: NoticeBar) -> None:
        """Offer on `bar` the words that an earlier time could not save, article by article; forget those it saved."""
        if self._workspace.is_read_only:
            return
        self._journal.make_ready()
        self._offered = [words for words in self._journal.kept(self._knows) if self._is_lacking(words)]
        if self._bar is None:
            self._bar = bar
            bar.action_requested.connect(self._on_put_back)
        self._say_offer()

    def stop(self) -> None:
        """Try nothing any more: the newsroom is closed."""
        self._again.stop()

    def _say_offer(self) -> None:
        if self._bar is not None and self._offered:
            first = self._offered[0]
            self._bar.show_notice(
                say(
                    "Words that you typed into “{headline}” could not be saved last time. They are kept.",
                    headline=first.headline,
                ),
                kind="warn",
                action=say("Put them back"),
            )

    def _is_lacking(self, kept: UnsavedWords) -> bool:
        """Say whether words of the journal are not in the newsroom; what is in it needs no journal."""
        article = self._workspace.desk.articles.find(kept.article_id)
        if article is None or any(getattr(article, name, None) != value for name, value in _written(kept).items()):
            return True
        self._journal.drop(kept)
        return False

    def _knows(self, article_id: str) -> bool:
        return self._workspace.desk.articles.find(article_id) is not None

    @Slot()
    def _on_put_back(self) -> None:
        if not self._offered:
            return
        kept = self._offered[0]
        edit = self._putting_back(kept)
        if refusal := self._workspace.request(edit):
            if self._bar is not None:
                self._bar.show_notice(refusal, action=say("Put them back"))
            return
        self._offered.pop(0)
        self._journal.drop(kept)
        self._workspace.open(kept.article_id)
        self._say_offer()

    def _putting_back(self, kept: UnsavedWords) -> Edit:
        desk = self._workspace.desk
        words = {name: value for name, value in _written(kept).items() if name in WRITTEN_FIELDS}
        article = desk.articles.find(kept.article_id)
        if article is None:  # it was never saved at all
            editions = desk.newsroom.settings.editions
            blank = desk.articles.blank(editions[0].locale if editions else "en")
            fresh = replace(blank, id=kept.article_id, translation_set=kept.article_id, **words)  # type: ignore[arg-type]
            return CreateArticle(fresh, PUT_BACK, desk.clock.now())
        before = {name: getattr(article, name) for name in words}
        # The present is kept as a version first: what was typed since may be the better text.
        return EditArticle(article.id, before, words, PUT_BACK, keeps_present=True)

    @Slot(object)
    def _on_refused(self, error: Exception) -> None:
        if not isinstance(error, Fault) or not self._workspace.has_unsaved:
            return
        self._is_trouble = True
        at = self._workspace.desk.clock.now()
        self._workspace.are_words_kept = True
        for article_id, words in _words_by_article(self._workspace.unsaved()).items():
            opened = self._opened(article_id)
            if _MARKS in words and "body" not in words and opened is not None:
                words["body"] = opened.body  # marks say nothing without what they are over
            texts = {name: value for name, value in words.items() if isinstance(value, str)}
            if not texts:
                continue
            self._words[article_id] = words
            headline = texts.get("headline") or (opened.headline if opened is not None else "")
            path = self._journal.write(article_id, headline, texts, at, cast("AiRanges | None", words.get(_MARKS)))
            if path is None:
                self._workspace.are_words_kept = False
            else:
                self.files[article_id] = path
        self._again.start(RETRY_MS)

    def _opened(self, article_id: str) -> Article | None:
        article = self._workspace.article
        return article if article is not None and article.id == article_id else None

    @Slot()
    def _on_again(self) -> None:
        if self._workspace.has_unsaved:
            self._workspace.retry()  # refused once more, it begins anew

    @Slot(object, object)
    def _on_changed(self, change: Change, _article: object) -> None:
        for edit in _single(change.edit):
            if not isinstance(edit, EditArticle) or edit.article_id not in self._words:
                continue
            words = self._words[edit.article_id]
            saved = edit.after.keys() | (_OVER_ONE_ANOTHER if edit.after.keys() & _OVER_ONE_ANOTHER else frozenset())
            for name in saved & words.keys():
                del words[name]  # in the newsroom, or something newer by the same hand
            if not words:
                del self._words[edit.article_id]
                self.files.pop(edit.article_id, None)
                self._journal.forget(edit.article_id)
        if self._is_trouble and not self._workspace.has_unsaved:
            self._is_trouble = self.is_told = False
            self._workspace.done.emit(say("Everything is in the newsroom now."))
            self.over.emit()


def _written(kept: UnsavedWords) -> dict[str, object]:
    """Return texts and marks of the journal by field of the article."""
    return {**kept.words, **({} if kept.ai_ranges is None else {_MARKS: kept.ai_ranges})}


def _words_by_article(edits: Iterable[Edit]) -> dict[str, dict[str, object]]:
    """Return the texts that `edits` would have written, and the marks over them, by article id and field."""
    found: dict[str, dict[str, object]] = {}
    for edit in (single for one in edits for single in _single(one)):
        if isinstance(edit, EditArticle):
            told = {name: value for name, value in edit.after.items() if name == _MARKS or _is_text(value)}
            words = found.setdefault(edit.article_id, {}) if told else {}
            if "body" in told:
                words.pop(_MARKS, None)  # marks of an earlier body
            words.update(told)
    return found


def _is_text(value: object) -> bool:
    return type(value) is str and bool(value)  # a choice is a string of a class of its own


def _single(edit: Edit) -> Iterable[Edit]:
    if isinstance(edit, Several):
        for one in edit.edits:
            yield from _single(one)
    else:
        yield edit
