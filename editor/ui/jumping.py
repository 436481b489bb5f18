"""Puts the keyboard to the very field in which a problem is put right. Knows fields by their names alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QWidget

if TYPE_CHECKING:
    from editor.domain.problem import Problem
    from editor.ui.panel import Panel
    from editor.ui.workspace import Workspace

_FOLD = "draft.details.button"
# Fields that stand in the fold of the draft.
_IN_FOLD = frozenset(
    {"byline", "tags", "authorship", "slug", "published", "updated", "embargo", "reviewed_by", "corrections"}
)
# Where a field is not called by its own name.
_CALLED = {"corrections": "draft.correction.0.note", "byline": "draft.byline.line", "tags": "draft.tags.line"}


def turn_details(draft: Panel) -> None:
    """Unfold the article's details with the keyboard in the first of them, or fold them and go back to the words."""
    fold = draft.findChild(QAbstractButton, _FOLD)
    if fold is None:
        return
    fold.toggle()
    if not fold.isChecked():
        draft.setFocus(Qt.FocusReason.ShortcutFocusReason)
    for first in draft.findChildren(QWidget, _CALLED["byline"]) if fold.isChecked() else ():
        first.setFocus(Qt.FocusReason.ShortcutFocusReason)


def go_to_field(panel: Panel, problem: Problem, workspace: Workspace) -> None:
    """Put the focus to the field of `problem` in `panel`, to its line or its picture where it has one."""
    if problem.image:
        panel.show_image(problem.image)
    if problem.field == "body" and problem.line >= 0:
        workspace.line_requested.emit(problem.line)
        return
    if problem.field in _IN_FOLD:
        fold = panel.findChild(QAbstractButton, _FOLD)
        if fold is not None and not fold.isChecked():
            fold.setChecked(True)
    for name in _names(problem, workspace):
        # In a fold that was just opened fields come into sight a moment later; the focus waits for them.
        fields = sorted(panel.findChildren(QWidget, name), key=lambda one: not one.isVisibleTo(panel))
        if fields:
            fields[0].setFocus(Qt.FocusReason.OtherFocusReason)
            return


def _names(problem: Problem, workspace: Workspace) -> tuple[str, ...]:
    if problem.field == "alt":
        language = workspace.article.language if workspace.article is not None else ""
        return (f"images.alt.{language}",)
    own = f"draft.{problem.field}"
    return (_CALLED.get(problem.field, own), own)
