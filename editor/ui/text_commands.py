"""What the Text menu does: the tools over the article's words, in the draft that was written in last."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from editor.ui.widgets.markdown_bar import MarkdownBar


def use_tool(window: QWidget, name: str) -> None:
    """Use the tool called `name` in the draft of `window` that has the keyboard, else in the first one on show."""
    bars = [bar for bar in window.findChildren(MarkdownBar) if _is_at_hand(bar)]
    focus = QApplication.focusWidget()
    near = [bar for bar in bars if focus is not None and _holds(bar, focus)]
    if found := near or bars:
        found[0].use(name)


def _is_at_hand(bar: MarkdownBar) -> bool:
    """Say whether the draft of `bar` is on show; the bar itself may be hidden, the page filling the screen."""
    holder = bar.parentWidget()
    return holder is not None and holder.isVisible()


def _holds(bar: MarkdownBar, focus: QWidget) -> bool:
    holder = bar.parentWidget()
    return holder is not None and holder.isAncestorOf(focus)
