"""Rights and use of one picture."""

from __future__ import annotations

import pytest
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.rights_form import RightsForm
from tests.builders import an_image


@pytest.fixture
def form(qtbot: QtBot) -> RightsForm:
    made = RightsForm()
    qtbot.addWidget(made)
    made.show()
    made.show_image(an_image(), is_other=True)
    made.fold.set_open(is_open=True)
    return made


def choose(field: ChoiceField, words: str) -> None:
    index = field.findText(words)
    assert index >= 0
    field.setCurrentIndex(index)
    field.settle()


def test_whether_machines_may_learn_is_a_choice(form: RightsForm, qtbot: QtBot) -> None:
    assert form.training.currentText() == "Not stated"
    with qtbot.waitSignal(form.changed) as said:
        choose(form.training, "Not for training any AI")
    assert said.args[0].fields == {"data_mining": "DMI-PROHIBITED-AIMLTRAINING"}


def test_a_term_that_is_not_offered_is_shown_as_it_is(form: RightsForm) -> None:
    form.show_image(an_image(data_mining="DMI-PROHIBITED-SEECONSTRAINT"), is_other=True)
    assert form.training.currentText() == "DMI-PROHIBITED-SEECONSTRAINT"


def test_what_must_stay_in_is_one_of_nine_places_or_a_point_from_elsewhere(form: RightsForm, qtbot: QtBot) -> None:
    with qtbot.waitSignal(form.changed) as said:
        choose(form.focus, "Top right")
    assert said.args[0].fields == {"focus": (0.8333, 0.1667)}
    form.show_image(an_image(focus=(0.5, 0.5)), is_other=True)
    assert form.focus.currentText() == "Middle"
    with qtbot.waitSignal(form.changed) as said:
        choose(form.focus, "Not stated")
    assert said.args[0].fields == {"focus": None}
    form.show_image(an_image(focus=(0.37, 0.2)), is_other=True)
    assert form.focus.currentText() == "0.37 0.2"


def test_an_address_that_is_none_is_said_and_not_kept(form: RightsForm, qtbot: QtBot) -> None:
    page = form.lines.fields["license_page"]
    QTest.keyClicks(page, "www.example.org")
    with qtbot.assertNotEmitted(form.changed):
        form.settle()
    assert "no address of a page" in form.lines.faults["license_page"].text()
    form.lines.show_image(an_image(license_page="javascript:alert(1)"), is_other=True)
    assert form.lines.faults["license_page"].isVisible()
    form.retranslate()
    assert page.text() == "javascript:alert(1)"
