"""What comes into a body from outside: pictures, and pasted HTML with the pictures in it. One for each body."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QTextCursor

from editor.core.errors import Fault, UserError
from editor.core.jobs import quiet
from editor.core.messages import nsay, say
from editor.domain.edits import Several
from editor.services import pasting
from editor.ui.widgets import markdown_commands
from editor.ui.widgets.clipboard_words import too_much
from editor.ui.widgets.fitting_in import put_in
from editor.ui.widgets.offered_picture import OfferedPicture
from editor.ui.widgets.picture_edits import adding
from editor.ui.widgets.picture_intake import Intake, read_pictures
from editor.ui.widgets.plain_text import as_text

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.core.jobs import JobContext
    from editor.domain.image import Image
    from editor.services.images import Images
    from editor.ui.jobs import Jobs
    from editor.ui.widgets.markdown_edit import MarkdownEdit


@dataclass(frozen=True, slots=True)
class _Place:
    """Where something shall go: what is selected in the text, moving along with it, and which text that was."""

    start: QTextCursor
    end: QTextCursor
    showing: int

    def cursor(self) -> QTextCursor:
        """Return a cursor over what is left of the selection; what was typed meanwhile is no part of it."""
        found = QTextCursor(self.end)
        found.setKeepPositionOnInsert(False)
        found.setPosition(min(self.start.position(), self.end.position()))
        found.setPosition(self.end.position(), QTextCursor.MoveMode.KeepAnchor)
        return found


@dataclass(frozen=True, slots=True)
class _Arrived:
    """What a job made of what came in; Markdown of "" stands for the pictures alone."""

    ticket: int
    intake: Intake
    markdown: str = ""
    left_out: int = 0


@dataclass(slots=True)
class _Taking:
    """Takes in the pictures of pasted HTML one by one, on the thread of a job."""

    images: Images
    context: JobContext
    read: list[Image] = field(default_factory=list)
    refused: list[tuple[str, UserError | Fault]] = field(default_factory=list)
    left_out: int = 0

    def __call__(self, source: str, _alt: str) -> str | None:
        """Return the path of the picture at `source` in the newsroom, None where it stays outside."""
        found = pasting.picture_source(source)
        if found is None:
            self.left_out += 1
            return None
        self.context.check()
        intake = read_pictures(self.images, [OfferedPicture(found.name, found.path, found.data)], quiet())
        self.read += intake.images
        self.refused += intake.refused
        return intake.images[0].path if intake.images else None


class BodyIntake(QObject):
    """Made by the draft for a body. What takes time is done on another thread, while writing goes on.

    `edit_requested` carries the edit that makes the pictures the newsroom's, `notice` what could not be taken in.
    `language` returns the article's, for the words of pictures that the newsroom knows.
    """

    edit_requested = Signal(object)
    notice = Signal(object)

    def __init__(
        self, body: MarkdownEdit, images: Images, clock: Clock, jobs: Jobs, language: Callable[[], str]
    ) -> None:
        super().__init__(body)
        self._body = body
        self._images = images
        self._clock = clock
        self._jobs = jobs
        self._language = language
        self._places: dict[int, _Place] = {}
        self._tickets = 0
        body.pictures_offered.connect(self.offer)
        body.html_offered.connect(self._on_html)

    def offer(self, offered: list[OfferedPicture]) -> None:
        """Take in pictures and put each into a paragraph of its own, after the one that the cursor stands in now."""
        if self._body.isReadOnly():
            return
        self._jobs.submit(
            partial(_read, self._images, tuple(offered), self._ticket()),
            title=say("Taking in pictures"),
            done=self._on_arrived,
        )

    def _on_html(self, html: str) -> None:
        if self._body.isReadOnly():
            return
        if pasting.has_pictures(html) or pasting.is_long(html):
            self._jobs.submit(
                partial(_convert, self._images, html, self._ticket()), title=say("Pasting"), done=self._on_arrived
            )
        else:
            cursor = self._body.textCursor()
            self._put(cursor, pasting.markdown_of(html, _no_picture))
            self._body.setTextCursor(cursor)

    def _ticket(self) -> int:
        """Return the number under which the place of the cursor is kept until what comes there is ready."""
        start, end = self._body.textCursor(), self._body.textCursor()
        start.setPosition(end.selectionStart())
        end.setPosition(end.selectionEnd())
        end.setKeepPositionOnInsert(True)  # what is typed meanwhile comes after what was pasted before
        self._tickets += 1
        self._places[self._tickets] = _Place(start, end, self._body.shared.showings)
        return self._tickets

    def _on_arrived(self, arrived: _Arrived) -> None:
        place = self._places.pop(arrived.ticket)
        self._tell(arrived)
        at = self._clock.now()
        if edits := tuple(edit for image in arrived.intake.images if (edit := adding(self._images, image, at))):
            self.edit_requested.emit(Several(edits, say("Add pictures")))
        if place.showing != self._body.shared.showings:
            # Another article is shown in this place by now: the pictures wait in the newsroom's library.
            if arrived.markdown:
                self.notice.emit(say("The article was left before the paste was ready. Paste again where it belongs."))
            return
        cursor = place.cursor()
        if arrived.markdown:
            self._put(cursor, arrived.markdown)
            return
        for image in arrived.intake.images:
            alt = image.alt_for(self._language())
            markdown_commands.picture(cursor, image.path, alt[1] if alt else "")

    def _put(self, cursor: QTextCursor, markdown: str) -> None:
        words = as_text(markdown)
        if why := too_much(words):
            self.notice.emit(why)
        elif words:
            put_in(cursor, words)
            self._body.ensureCursorVisible()

    def _tell(self, arrived: _Arrived) -> None:
        if said := arrived.intake.notice():
            self.notice.emit(said)
        elif arrived.left_out:
            self.notice.emit(
                nsay(
                    "{n} picture was left out: it is not on this computer. Save it as a file and drop it here.",
                    "{n} pictures were left out: they are not on this computer. Save them as files and drop them here.",
                    arrived.left_out,
                )
            )


def _read(images: Images, offered: tuple[OfferedPicture, ...], ticket: int, context: JobContext) -> _Arrived:
    return _Arrived(ticket, read_pictures(images, offered, context))


def _convert(images: Images, html: str, ticket: int, context: JobContext) -> _Arrived:
    context.report(0.0, say("Putting the paste in order"))
    taking = _Taking(images, context)
    markdown = pasting.markdown_of(html, taking)
    unique = tuple({image.id: image for image in taking.read}.values())
    return _Arrived(ticket, Intake(unique, tuple(taking.refused)), markdown, taking.left_out)


def _no_picture(_source: str, _alt: str) -> str | None:
    return None
