"""The words of a notice are the newsroom's own, or the usual ones."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.domain.settings import ConsentText
from editor.ui.widgets.consent_words import ConsentWords


def test_the_usual_words_show_until_others_are_typed(qtbot: QtBot) -> None:
    form = ConsentWords("w", "ar")
    qtbot.addWidget(form)
    form.retranslate()
    form.show_words(ConsentText(policy="سياستنا"), {})
    title, policy = form.fields["title"], form.fields["policy"]
    assert title.placeholderText().startswith("يستخدم")
    assert title.layoutDirection() is Qt.LayoutDirection.RightToLeft
    assert policy.text() == "سياستنا"
    QTest.keyClicks(title, " x ")
    with qtbot.waitSignal(form.committed) as caught:
        form.settle()
    assert caught.args == [ConsentText(title="x", policy="سياستنا")]
    assert all(field.accessibleName() for field in form.fields.values())
