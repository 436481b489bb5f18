"""What differs, or why there is nothing to see: `tests/ui/panels/test_history.py` drives it as a person would."""

from __future__ import annotations

from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QTextBrowser
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.difference import Fate, Stretch
from editor.domain.version_fields import GROUPS
from editor.services.history import GroupDifference
from editor.ui.widgets.comparing import Compared, Comparison
from editor.ui.widgets.difference_page import AT_ONCE
from editor.ui.widgets.difference_view import DifferenceView
from editor.ui.widgets.field_words import FieldWords
from tests.builders import an_article

ARTICLE = an_article(body="They played.")


def _compared(*stretches: Stretch) -> Compared:
    differences = (GroupDifference(group=GROUPS["body"], stretches=stretches),) if stretches else ()
    return Compared(
        comparison=Comparison(present=ARTICLE, chosen="1", other="", heads=(), zone="UTC"),
        then=ARTICLE,
        before=ARTICLE,
        differences=differences,
        words=FieldWords(zone="UTC"),
    )


def _said(view: DifferenceView) -> str:
    shown = view.currentWidget()
    assert shown is not None
    return " ".join(label.text() for label in shown.findChildren(QLabel))


def test_every_state_has_its_words(qtbot: QtBot) -> None:
    view = DifferenceView(can_restore=True)
    qtbot.addWidget(view)
    assert "Choose a version" in _said(view)
    view.show_busy()
    assert "Comparing" in _said(view)
    view.show_fault(Fault(say("It cannot be read."), say("It is damaged.")))
    assert "It cannot be read." in _said(view)
    view.show_fault(UserError(say("There is none.")))
    assert "There is none." in _said(view)
    view.show_differences(_compared(), is_side_by_side=False)
    assert "No difference" in _said(view)
    view.show_differences(_compared(Stretch(Fate.NEW, "new")), is_side_by_side=True)
    assert isinstance(view.currentWidget(), QTextBrowser)
    view.show_nothing()
    assert "Choose a version" in _said(view)


def test_links_ask(qtbot: QtBot) -> None:
    view = DifferenceView(can_restore=True)
    qtbot.addWidget(view)
    page = view.findChild(QTextBrowser, "history.page")
    assert page is not None
    with qtbot.waitSignal(view.restore_asked) as said:
        page.anchorClicked.emit(QUrl("restore:sign_off"))
    assert said.args == ["sign_off"]
    with qtbot.waitSignal(view.copy_asked) as said:
        page.anchorClicked.emit(QUrl("copy:body"))
    assert said.args == ["body"]


def test_more_changes_are_shown_on_request(qtbot: QtBot) -> None:
    view = DifferenceView(can_restore=True)
    qtbot.addWidget(view)
    page = view.findChild(QTextBrowser, "history.page")
    assert page is not None
    stretches = [Stretch(fate, f"{fate} {n} ") for n in range(AT_ONCE + 5) for fate in (Fate.NEW, Fate.SAME)]
    view.show_differences(_compared(*stretches), is_side_by_side=False)
    assert "Show 5 more changes" in page.toPlainText()
    page.anchorClicked.emit(QUrl("more:body"))
    assert "more changes" not in page.toPlainText()
