"""What a person says of one picture."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from editor.domain.image import Finding
from editor.ui.widgets.image_form import ImageForm
from tests.builders import NOON, an_image

FOUND = Finding(detector="xmp", place="XMP", key="DigitalSourceType", value="trainedAlgorithmicMedia")


@pytest.fixture
def form(qtbot: QtBot) -> ImageForm:
    made = ImageForm()
    qtbot.addWidget(made)
    made.show()
    return made


def test_ai_fields_show_for_ai_pictures_alone(form: ImageForm) -> None:
    form.show_image(an_image(), ("en",), None)
    assert form.system.isVisible()
    assert not form.caption.isVisible()
    form.show_image(an_image(source_type="digitalCapture"), ("en",), "")
    assert not form.system.isVisible()
    assert form.caption.isVisible()
    form.show_image(an_image(source_type="digitalCapture", ai_system="Painter 3"), ("en",), "")
    assert form.system.isVisible()


def test_a_proposal_is_taken_over_by_a_person(form: ImageForm, qtbot: QtBot) -> None:
    form.show_image(an_image(source_type="", findings=(FOUND,), proposed="trainedAlgorithmicMedia"), ("en",), None)
    assert form.proposal.text() == "Decide so: Made by AI"
    with qtbot.waitSignal(form.origin_chosen) as said:
        form.proposal.click()
    assert said.args == ["trainedAlgorithmicMedia"]
    form.show_image(an_image(findings=(FOUND,), decided_by="Amina", decided_at=NOON), ("en",), None)
    assert not form.proposal.isVisible()
    decided = form.findChild(QLabel, "images.decided")
    assert decided is not None
    assert decided.text() == "Decided by Amina on 14 January 2026"
    form.set_zone("Pacific/Kiritimati")  # where it is the next day already
    form.show_image(an_image(findings=(FOUND,), decided_by="Amina", decided_at=NOON), ("en",), None)
    assert decided.text() == "Decided by Amina on 15 January 2026"


def test_what_was_proposed_stays_to_be_seen_beside_another_decision(form: ImageForm) -> None:
    proposed = {"proposed": "trainedAlgorithmicMedia", "decided_by": "Amina", "decided_at": NOON}
    form.show_image(an_image(source_type="digitalCapture", **proposed), ("en",), None)
    decided = form.findChild(QLabel, "images.decided")
    assert decided is not None
    assert decided.text() == "Decided by Amina on 14 January 2026\nIts file proposed: Made by AI"


def test_a_foreign_source_type_is_shown_as_it_is(form: ImageForm) -> None:
    form.show_image(an_image(source_type="http://example.org/own-type"), ("en",), None)
    assert form.origin.currentText() == "http://example.org/own-type"


def test_each_field_goes_out_under_its_own_name(form: ImageForm, qtbot: QtBot) -> None:
    form.show_image(an_image(), ("en",), "")
    for field, name in ((form.system, "ai_system"), (form.prompt, "ai_prompt"), (form.credit, "credit")):
        QTest.keyClicks(field, "typed")
        with qtbot.waitSignal(form.changed) as said:
            field.settle()
        assert said.args[0].fields == {name: "typed"}
    QTest.keyClicks(form.caption, "typed")
    with qtbot.waitSignal(form.caption_changed) as caption:
        form.caption.settle()
    assert caption.args == ["typed"]


def test_another_picture_forgets_what_was_typed_for_the_first(form: ImageForm, qtbot: QtBot) -> None:
    form.show_image(an_image(), ("en",), "")
    QTest.keyClicks(form.credit, "typed")
    form.show_image(an_image(credit="The agency"), ("en",), "")
    assert form.credit.text() == "The agency"
    with qtbot.assertNotEmitted(form.changed):
        form.settle()


def test_rights_lie_behind_a_fold_and_go_out_as_the_others_do(form: ImageForm, qtbot: QtBot) -> None:
    form.show_image(an_image(), ("en",), "")
    creator = form.rights.lines.fields["creator"]
    assert not creator.isVisible()
    form.rights.fold.set_open(is_open=True)
    assert creator.isVisible()
    QTest.keyClicks(creator, "Asha")
    with qtbot.waitSignal(form.changed) as said:
        form.settle()
    assert said.args[0].fields == {"creator": "Asha"}


def test_reading_only(form: ImageForm) -> None:
    form.show_image(an_image(), ("en",), "")
    form.set_writable(is_writable=False)
    form.retranslate()
    assert form.credit.isReadOnly()
    assert form.caption.isReadOnly()
    assert not form.origin.isEnabled()
    assert form.rights.lines.fields["rights"].isReadOnly()
    assert not form.rights.training.isEnabled()


def test_tab_goes_through_every_field_as_they_stand(form: ImageForm, qtbot: QtBot) -> None:
    with qtbot.waitActive(form):
        form.activateWindow()
    form.show_image(an_image(), ("en",), "")
    form.show_image(an_image(), ("en", "sw"), "")
    qtbot.waitUntil(lambda: all(field.isVisible() for field in form.alt.fields()))
    form.origin.setFocus()
    passed = []
    for _ in range(8 + len(form.made.fields)):
        QTest.keyClick(form.window().focusWidget(), Qt.Key.Key_Tab)
        passed.append(form.window().focusWidget().objectName())
    assert passed == [
        "images.alt.en",
        "images.alt.en.decorative",
        "images.alt.sw",
        "images.alt.sw.decorative",
        "images.caption",
        "images.credit",
        *(f"images.{name}" for name in form.made.fields),
        "images.ai_prompt",
        "images.rights.button",
    ]
