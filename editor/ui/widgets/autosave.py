"""Keeps what is typed in step with what is stored: sends out words that changed, takes in what others changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from editor.core.messages import say
from editor.domain.ai_ranges import AiRanges
from editor.domain.article import Article
from editor.domain.edits import EditArticle, change_article
from editor.domain.kept_text import is_endless
from editor.ui.widgets.ai_marks import AiMarks
from editor.ui.widgets.lull import LONG
from editor.ui.widgets.typing_pace import TypingPace
from editor.ui.widgets.writing_field import WritingField

RETRY_MS = 5000
SHOWN = 20_000  # characters of a text that nobody could write in


class Autosave(QObject):
    """Watches the text fields of one article; made by the draft, on the interface thread.

    `edit_ready` carries an `EditArticle`, `collided` a `Message` when somebody else changed a text that has typing in
    it; `typed` the article with the words as they stand, once the key that brought them is on the screen; of a long
    body in the next lull. A field is never written to for its own changes, so cursor, focus and undo stay with the
    person.

    Of an endless text, at which the window would stand still for seconds at each key, the beginning is shown. It cannot
    be typed in and nothing of it is ever sent out; `collided` says so.
    """

    edit_ready = Signal(object)
    typed = Signal(object)
    collided = Signal(object)

    def __init__(
        self,
        fields: Mapping[str, WritingField],
        pace: TypingPace,
        telling: TypingPace,
        parent: QObject,
        marks: AiMarks | None = None,
    ) -> None:
        super().__init__(parent)
        self._fields = dict(fields)
        self._marks = marks
        self._pace = pace
        self._telling = telling
        self._shown: dict[str, str] = {}  # texts that were read since they last changed
        self._refused: dict[str, object] = {}  # what was sent out last and is not stored
        self._may_differ = False  # something was changed in a field, or elsewhere, since nothing was left to send out
        self._stored: Article | None = None
        self._known: dict[str, str] = {}
        self._cut: frozenset[str] = frozenset()
        self._locked: list[tuple[str, WritingField]] = []
        self._is_over_another = False  # what is typed here will stand where somebody else's words stand now
        for name, field in self._fields.items():
            field.document().contentsChanged.connect(partial(self._forget, name))
            field.typed.connect(self._on_typed)
            field.left.connect(self.save)
        pace.due.connect(self._on_due)
        telling.due.connect(self._tell)

    def show(self, article: Article | None) -> None:
        """Show another article; what was typed into the one before must be saved by then."""
        self._pace.rest()
        self._telling.rest()
        self._is_over_another, self._refused = False, {}
        self._cut = self._cut if article else frozenset()
        self._known = self._fitting(article, is_new=True) if article else {}
        self._stored = article
        for name, field in self._fields.items():
            field.show_text(self._known.get(name, ""), fits=True)
        if self._marks is not None:
            self._marks.show(article.ai_ranges if article else (), self._known.get("body", ""))
        self._may_differ = False
        self.lock()
        if self._cut:
            self.collided.emit(
                say(
                    "This article is too long, or one line of it is, to be written in without the window standing "
                    "still. Its beginning is shown; all of it is kept and exported. To change it, archive the "
                    "newsroom, break its lines there, and take it in again."
                )
            )

    def lock(self) -> None:
        """Let nobody type, in any view, where only the beginning of a text is shown."""
        for name, view in [one for one in self._locked if one[0] not in self._cut]:
            view.setReadOnly(False)
            self._locked.remove((name, view))
        for name in self._cut:
            for view in self._fields[name].shared.views:
                if not view.isReadOnly():
                    view.setReadOnly(True)
                    self._locked.append((name, view))

    def take(self, article: Article) -> None:
        """Take in the article as it is stored now: our own words are known, those of others are shown."""
        if article == self._stored:  # as when its page is turned to again
            return
        self._may_differ = True
        has_own_marks = self._stored is not None and self._ranges(self._body()) != self._stored.ai_ranges
        before, self._known = self._known, self._fitting(article, is_new=False)
        self._stored = article
        for name, field in self._fields.items():
            now, was = self._known[name], before.get(name, "")
            if now == was or now == (shown := self._text(name)):
                continue
            if now == self._refused.get(name):  # our own words of a while ago, which had to wait for the disk
                self._pace.touch()
                continue
            if shown == was:
                field.take_over(now)
            else:
                self._is_over_another = True
                self.collided.emit(
                    say(
                        "This text was changed elsewhere while you were typing. What you typed stays; "
                        "the other text can be had from the History panel."
                    )
                )
        self.lock()
        body = self._body()
        is_plain = not has_own_marks and body == self._known.get("body")
        if self._marks is not None and is_plain and self._ranges(body) != article.ai_ranges:
            self._marks.take(article.ai_ranges, body)

    def unsaved(self) -> dict[str, object]:
        """Return what is typed and not stored, by field of the article: texts, and the ranges that AI wrote."""
        shown = {name: self._text(name) for name in self._known if name not in self._cut}
        words: dict[str, object] = {name: text for name, text in shown.items() if text != self._known[name]}
        if "body" in self._cut:
            return words
        stored = self._stored.ai_ranges if self._stored is not None else ()
        ranges = self._ranges(shown.get("body", ""))
        # Said with every change of the body, or they would be told from what differs: here they are known.
        if ranges != stored or (ranges and "body" in words):
            words["ai_ranges"] = ranges
        return words

    def article(self) -> Article | None:
        """Return the article with the words as they stand in the fields."""
        return replace(self._stored, **self.unsaved()) if self._stored else None  # type: ignore[arg-type]

    def save(self) -> None:
        """Send out what is typed and not stored. An input method's half-made letters wait for their end."""
        self._pace.rest()
        if any(field.is_composing() for field in self._fields.values()):
            self._pace.touch()
            return
        self._send()

    def settle(self) -> None:
        """Send out everything at once, what an input method holds included."""
        if not self._may_differ:  # what an input method holds is a change of the field
            return
        for field in self._fields.values():
            field.finish_composing()
        self._pace.rest()
        self._send()

    def _send(self) -> None:
        if self._stored is None or not self._may_differ:
            return
        self._shown.clear()  # what is stored is read from the fields themselves
        if not (words := self.unsaved()):
            self._may_differ = False
            return
        edit = change_article(self._stored, say("Typing"), **words)
        self.edit_ready.emit(replace(edit, keeps_present=True) if self._is_over_another else edit)
        if self._is_stored(edit):
            self._is_over_another, self._refused = False, {}
        else:
            self._refused = words
            # Refused, because the disk is full or another program is in the way: the words stay here and try again.
            self._pace.wait(RETRY_MS)

    def _text(self, name: str) -> str:
        """Return what stands in a field; to read a long one takes a millisecond, and a save asks for it often."""
        if (shown := self._shown.get(name)) is None:
            shown = self._shown[name] = self._fields[name].text()
        return shown

    def _forget(self, name: str) -> None:
        self._may_differ = True
        self._shown.pop(name, None)

    def _body(self) -> str:
        return self._text("body") if self._marks is not None else ""

    def _ranges(self, body: str) -> AiRanges:
        return self._marks.ranges(body) if self._marks is not None else ()

    def _fitting(self, article: Article, *, is_new: bool) -> dict[str, str]:
        """Return its texts as the fields hold them; those that are the stored ones are known already."""
        fitting = {}
        for name, field in self._fields.items():
            text = str(getattr(article, name))
            if self._stored is not None and getattr(self._stored, name) == text:
                fitting[name] = self._known[name]
                continue
            # Never under somebody's hands: what is typed just now is all there, and goes on being saved.
            is_quiet = is_new or name in self._cut or self._text(name) == self._known[name]
            is_cut = is_quiet and is_endless(text)
            self._cut = self._cut | {name} if is_cut else self._cut - {name}
            is_shown = not is_new and not is_cut and text == self._text(name)  # as it is after each save
            fitting[name] = text if is_shown else field.fitting(text[:SHOWN] if is_cut else text)
        return fitting

    def _is_stored(self, edit: EditArticle) -> bool:
        stored = self._stored
        if stored is None or stored.id != edit.article_id:
            return True
        return all(getattr(stored, name) == value for name, value in edit.after.items())

    def _on_typed(self) -> None:
        if self._stored is None:
            return
        self._pace.touch()
        self._telling.touch(in_lull=self._fields["body"].document().characterCount() > LONG)

    def _tell(self) -> None:
        self._shown.clear()
        if article := self.article():
            self.typed.emit(article)

    def _on_due(self) -> None:
        self.save()
