"""The words in what is dropped or pasted: which of the kinds that it is offered in is the one that was meant."""

from __future__ import annotations

from PySide6.QtCore import QMimeData

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.kept_text import is_endless
from editor.services import pasting
from editor.ui.widgets.offered_picture import holds_files

# What is copied from a body says with this that its text is Markdown already (RFC 7763).
MARKDOWN = "text/markdown"


def html_in(source: QMimeData) -> str:
    """Return the HTML that is meant by `source`; "" where its text is: our own Markdown, code, or endless HTML."""
    if not source.hasHtml() or source.hasFormat(MARKDOWN) or holds_files(source):
        return ""
    html = source.html()
    if pasting.is_code(html) and source.hasText():
        return ""
    return "" if pasting.is_too_long(html) else html


def words_in(source: QMimeData) -> str:
    """Return the plain words of `source`, "" where it holds none; the names of files are no words."""
    if holds_files(source):
        return ""
    if source.hasText():
        return source.text()
    return pasting.text_of(html) if (html := html_in(source)) else ""


def may_hold_words(source: QMimeData) -> bool:
    """Say whether `words_in` will find any, without reading them: asked at every move of a drag."""
    return not holds_files(source) and (source.hasText() or source.hasHtml())


def too_much(text: str) -> UserError | None:
    """Return what to say of a text that would hold up the window, None for one that an article can be."""
    if not is_endless(text):
        return None
    return UserError(
        say("What you copied is longer than an article can be. Nothing was changed."),
        say("Paste it in parts. What you copied is still on the clipboard."),
    )


def nothing_to_read(source: QMimeData) -> UserError | None:
    """Return what to say of a `source` that holds something, but nothing for a text; None for an empty one."""
    if holds_files(source):
        return UserError(
            say("The name of a file is not put into the text."),
            say("Pictures can be dropped on the body, articles on the list of articles."),
        )
    if source.formats() and not source.hasText():
        return UserError(
            say("What you copied holds no words and no picture that Makala can read."), say("Copy it again as text.")
        )
    return None
