"""The choices of an export: editions, articles, form, packing, place."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QCheckBox, QLabel, QPushButton, QRadioButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.domain.article import Status
from editor.ui.widgets import export_choices
from editor.ui.widgets.export_choices import ExportChoices
from tests.builders import an_article

FORMATS = [("html", say("Web pages")), ("text", say("Plain text"))]


@pytest.fixture
def choices(qtbot: QtBot, tmp_path: Path) -> ExportChoices:
    made = ExportChoices()
    qtbot.addWidget(made)
    made.show_editions(["sw", "en"], [])
    made.show_formats(FORMATS, "html")
    made.show_target(str(tmp_path / "out"), as_zip=False, start=tmp_path)
    made.show_article(None)
    made.show()
    return made


def test_all_editions_go_out_until_one_is_left_out(qtbot: QtBot, choices: ExportChoices) -> None:
    assert choices.chosen().editions == ("sw", "en")
    box = choices.findChild(QCheckBox, "export.edition.sw")
    assert box is not None
    with qtbot.waitSignal(choices.changed):
        box.click()
    assert (choices.chosen().editions, choices.chosen().left_out) == (("en",), ("sw",))
    choices.show_editions(["sw", "en", "fr"], [])
    assert choices.chosen().editions == ("en", "fr")


def test_what_stands_in_one_row_stands_on_one_line(choices: ExportChoices) -> None:
    choices.resize(640, 400)
    names = [label for label in choices.findChildren(QLabel) if label.text() in {"Form", "Packed as"}]
    assert len({label.mapTo(choices, label.rect().center()).y() for label in names}) == 1
    fields = [choices.format, *(choices.findChild(QRadioButton, f"export.{name}") for name in ("folder", "zip"))]
    middles = [one.mapTo(choices, one.rect().center()).y() for one in fields if one is not None]
    assert max(middles) - min(middles) <= 1


@pytest.mark.parametrize("target", [".", "/", ".."])
def test_a_place_without_a_name_is_no_error_of_ours(choices: ExportChoices, target: str) -> None:
    packed = choices.findChild(QRadioButton, "export.zip")
    assert packed is not None
    packed.setChecked(True)
    choices.target.setText(target)
    choices.target.settle()
    assert choices.chosen().target == Path(target)


def test_what_was_left_out_last_time_is_left_out_again(qtbot: QtBot) -> None:
    made = ExportChoices()
    qtbot.addWidget(made)
    made.show_editions(["sw", "en"], ["en"])
    assert made.chosen().editions == ("sw",)


def test_only_an_article_that_is_not_out_can_go_along(choices: ExportChoices) -> None:
    also = choices.findChild(QRadioButton, "export.with_article")
    assert also is not None
    assert not also.isVisible()
    draft = an_article(headline="Bridge & more")
    choices.show_article(draft)
    assert also.isVisible()
    also.setChecked(True)
    assert choices.chosen().article == draft.id
    choices.show_article(an_article(status=Status.PUBLISHED))
    assert choices.chosen().article == ""


def test_the_open_article_can_go_alone(choices: ExportChoices) -> None:
    alone = choices.findChild(QRadioButton, "export.only_article")
    assert alone is not None
    assert not alone.isVisible()
    out = an_article(status=Status.PUBLISHED)
    choices.show_article(out)
    assert alone.isVisible()
    alone.setChecked(True)
    assert (choices.chosen().only, choices.chosen().article) == (out.id, "")
    choices.show_article(None)
    assert choices.chosen().only == ""


def test_a_zip_file_is_called_so_and_back(choices: ExportChoices, tmp_path: Path) -> None:
    for name, target in (("zip", tmp_path / "out.zip"), ("folder", tmp_path / "out")):
        button = choices.findChild(QRadioButton, f"export.{name}")
        assert button is not None
        button.setChecked(True)
        assert choices.chosen().target == target
        assert choices.chosen().as_zip == (name == "zip")


def test_the_form_is_chosen_and_an_unknown_one_is_the_first(choices: ExportChoices) -> None:
    choices.format.setCurrentIndex(1)
    choices.format.activated.emit(1)
    assert choices.chosen().format == "text"
    choices.show_formats(FORMATS, "gone")
    assert choices.chosen().format == "html"


def test_a_place_is_typed_chosen_or_missing(
    choices: ExportChoices, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    choices.target.setText("")
    choices.target.settle()
    assert choices.chosen().target is None
    monkeypatch.setattr(export_choices, "ask_folder", lambda *_: tmp_path / "chosen")
    button = choices.findChild(QPushButton, "export.choose")
    assert button is not None
    button.click()
    assert choices.chosen().target == tmp_path / "chosen"
    monkeypatch.setattr(export_choices, "ask_folder", lambda *_: None)
    button.click()
    assert choices.chosen().target == tmp_path / "chosen"
    choices.set_busy(is_busy=True)
    assert not choices.target.isEnabled()
