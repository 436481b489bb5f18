"""What the Text menu does: the tools over the article's words, in the draft that was written in last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QLineEdit, QWidget

from editor.core.messages import say
from editor.ui.widgets.draft_spelling import DraftSpelling
from editor.ui.widgets.markdown_bar import MarkdownBar
from editor.ui.widgets.writing_field import WritingField

if TYPE_CHECKING:
    from editor.ui.main_window import MainWindow


def use_tool(window: QWidget, name: str) -> None:
    """Use the tool called `name` in the draft of `window` that has the keyboard, else in the first one on show."""
    bars = [bar for bar in window.findChildren(MarkdownBar) if _is_at_hand(bar)]
    focus = QApplication.focusWidget()
    near = [bar for bar in bars if focus is not None and _holds(bar, focus)]
    if found := near or bars:
        found[0].use(name)


def paste_plain() -> None:
    """Paste the words alone into the text that has the keyboard."""
    focus = QApplication.focusWidget()
    if isinstance(focus, WritingField):
        focus.paste_plain()
    elif isinstance(focus, QLineEdit):
        focus.paste()  # it takes nothing else


def next_misspelled(window: QWidget) -> None:
    """Go to the next misspelled word of the article that is open in `window`."""
    if (spelling := window.findChild(DraftSpelling)) is not None:
        spelling.next_misspelled()


def switch_spelling(window: MainWindow) -> None:
    """Check the spelling from now on, or leave it, and say so."""
    remembered = window.studio.remembered
    is_on = not remembered.machine.check_spelling
    remembered.change(check_spelling=is_on)
    window.workspace.done.emit(
        say("The spelling is checked.") if is_on else say("The spelling is not checked any more.")
    )


def _is_at_hand(bar: MarkdownBar) -> bool:
    """Say whether the draft of `bar` is on show; the bar itself may be hidden, the page filling the screen."""
    holder = bar.parentWidget()
    return holder is not None and holder.isVisible()


def _holds(bar: MarkdownBar, focus: QWidget) -> bool:
    holder = bar.parentWidget()
    return holder is not None and holder.isAncestorOf(focus)
