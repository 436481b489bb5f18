"""Who links here: hidden for none, unfolded into headlines that lead there."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import nsay
from editor.domain.article import ArticleHead, Status
from editor.domain.authorship import Authorship
from editor.ui.widgets.back_links import BackLinks
from editor.ui.widgets.fold import Fold
from tests.builders import NOON


def head(name: str) -> ArticleHead:
    return ArticleHead(
        id=name,
        language="en",
        slug=name,
        headline=f"Headline & {name}",
        status=Status.DRAFT,
        section="",
        authorship=Authorship.HUMAN,
        translation_set=name,
        published=None,
        changed_at=NOON,
    )


@pytest.fixture
def back(qtbot: QtBot) -> BackLinks:
    made = BackLinks("back", lambda count: nsay("Linked from {n} article", "Linked from {n} articles", count))
    qtbot.addWidget(made)
    made.show()
    return made


def test_none_shows_nothing(back: BackLinks) -> None:
    back.show_heads([])
    assert not back.isVisible()


def test_they_are_counted_and_lead_there(qtbot: QtBot, back: BackLinks) -> None:
    back.show_heads([head("a"), head("b")])
    fold = back.findChild(Fold)
    assert fold is not None
    assert fold.button.text() == "Linked from 2 articles"
    second = back.findChildren(QPushButton)[1]
    assert second.accessibleName() == "Open “Headline & b”"
    with qtbot.waitSignal(back.opened) as opened:
        second.click()
    assert opened.args == ["b"]
    back.show_heads([head("a")])
    assert fold.button.text() == "Linked from 1 article"
