"""Delivering from the window: a place is named once, looked at, brought up, and said in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from editor.services.delivering import forget_place, keep_place, needs_password, places
from editor.ui.jobs import Jobs
from editor.ui.widgets.deliver_section import DeliverSection
from tests.publish.newsrooms import a_full_desk
from tests.services.keyrings import a_keyring
from tests.ui.panel_host import until


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    a_full_desk().export(tmp_path / "out", "text")
    return tmp_path / "out"


@pytest.fixture
def section(qtbot: QtBot, bundle: Path) -> Iterator[DeliverSection]:
    jobs = Jobs()
    made = DeliverSection(lambda: bundle, jobs)
    qtbot.addWidget(made)
    made.show()
    yield made
    jobs.stop_all()


def press(button: QPushButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _choose_website(section: DeliverSection, tmp_path: Path) -> None:
    """Let the person choose a place that is known."""
    keep_place("website", str(tmp_path / "far1"))
    section.retranslate()
    section.place.committed.emit("website")


def test_a_new_place_is_kept_looked_at_and_delivered_to(
    qtbot: QtBot, section: DeliverSection, tmp_path: Path, bundle: Path
) -> None:
    section.name.setText("website")
    section.address.setText(str(tmp_path / "far"))
    press(section.look)
    until(qtbot, section.said.isVisible)
    assert "Nothing was changed yet" in section.said.text()
    assert not (tmp_path / "far").exists()
    assert [one.name for one in places()] == ["website"]
    assert section.place.value() == "website"
    press(section.start)
    until(qtbot, lambda: "Delivered to" in section.said.text())
    assert (tmp_path / "far/manifest.json").read_bytes() == (bundle / "manifest.json").read_bytes()
    press(section.look)
    until(qtbot, lambda: "up to date" in section.said.text())
    press(section.forget)
    assert places() == ()
    assert section.place.value() == ""


def test_before_an_export_it_says_that_this_comes_first(qtbot: QtBot, tmp_path: Path) -> None:
    jobs = Jobs()
    section = DeliverSection(lambda: tmp_path / "not-yet", jobs)
    qtbot.addWidget(section)
    section.show()
    press(section.start)
    assert "not-yet" in section.notice.text
    assert "Press Export" in section.notice.text
    jobs.stop_all()


def test_what_is_missing_or_in_the_way_is_said(qtbot: QtBot, section: DeliverSection, tmp_path: Path) -> None:
    section.name.setText("website")
    section.address.setText("gopher://x/")
    press(section.start)
    until(qtbot, section.notice.isVisible)
    assert "gopher" in section.notice.text
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/x").write_text("x")
    keep_place("theirs", str(tmp_path / "theirs"))
    section.retranslate()
    section.place.committed.emit("theirs")
    press(section.start)
    until(qtbot, lambda: "not a bundle" in section.notice.text)
    assert section.start.isVisible()


def test_the_address_of_a_place_is_in_sight_and_can_be_put_right(
    qtbot: QtBot, section: DeliverSection, tmp_path: Path
) -> None:
    (tmp_path / "theirs").mkdir()
    (tmp_path / "theirs/x").write_text("x")
    section.name.setText("website")
    section.address.setText(str(tmp_path / "theirs"))
    press(section.look)
    until(qtbot, section.notice.isVisible)
    assert section.place.value() == "website"
    assert (section.name.isVisible(), section.address.isVisible()) == (False, True)
    assert section.address.text() == str(tmp_path / "theirs")
    section.address.setText(str(tmp_path / "far"))
    press(section.look)
    until(qtbot, section.said.isVisible)
    assert [(one.name, one.address) for one in places()] == [("website", str(tmp_path / "far"))]
    section.place.committed.emit("")
    assert (section.name.isVisible(), section.address.text()) == (True, "")


def test_a_place_that_lacks_something_is_asked_for_it_in_its_field(qtbot: QtBot, section: DeliverSection) -> None:
    press(section.look)
    until(qtbot, section.notice.isVisible)
    assert "no name yet" in section.notice.text
    assert section.focusWidget() is section.name
    section.name.setText("website")
    press(section.look)
    until(qtbot, lambda: "no address yet" in section.notice.text)
    assert section.focusWidget() is section.address


def test_an_address_that_was_refused_stays_and_nothing_goes_to_the_old_one(
    qtbot: QtBot, section: DeliverSection, tmp_path: Path
) -> None:
    _choose_website(section, tmp_path)
    slip = str(tmp_path / "far2").lstrip("/")
    section.address.setText(slip)
    for _ in range(2):
        press(section.start)
        until(qtbot, section.notice.isVisible)
        assert slip in section.notice.text
        assert section.address.text() == slip
    assert not (tmp_path / "far1").exists()
    section.address.setText(f"/{slip}")
    press(section.start)
    until(qtbot, lambda: "Delivered to" in section.said.text())
    assert (tmp_path / "far2/manifest.json").exists()


def test_another_language_leaves_what_is_being_typed(section: DeliverSection, tmp_path: Path) -> None:
    section.name.setText("web")
    section.address.setText("sftp://amina@")
    section.retranslate()
    assert (section.name.text(), section.address.text()) == ("web", "sftp://amina@")
    _choose_website(section, tmp_path)
    section.address.setText("sftp://amina@")
    section.retranslate()
    assert section.address.text() == "sftp://amina@"
    section.place.committed.emit("")
    assert (section.name.text(), section.address.text()) == ("", "")


def test_a_new_place_does_not_take_the_name_of_another(qtbot: QtBot, section: DeliverSection, tmp_path: Path) -> None:
    keep_place("website", str(tmp_path / "far1"))
    section.name.setText("website")
    section.address.setText(str(tmp_path / "far2"))
    press(section.start)
    until(qtbot, section.notice.isVisible)
    assert "far1" in section.notice.text
    assert (section.place.value(), section.name.text()) == ("", "website")
    assert section.address.text() == str(tmp_path / "far2")
    assert section.place.findData("website") >= 0, "so that it can be chosen"
    assert [one.address for one in places()] == [str(tmp_path / "far1")]
    assert not (tmp_path / "far2").exists()


def test_a_mistyped_password_does_not_take_the_place_of_the_kept_one(
    qtbot: QtBot, section: DeliverSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("editor.publish.far_place._PAUSES", (0.0,))
    with a_keyring() as ring:
        keep_place("far", "ftp://amina@127.0.0.1:1/site", "siri")
        section.retranslate()
        section.place.committed.emit("far")
        section.address.setText("ftp://amina@127.0.0.1:1/sitee")
        section.password.setText("sriri")
        press(section.look)
        until(qtbot, section.notice.isVisible)
        assert section.password.isEnabled()
        assert set(ring.kept.values()) == {"siri"}
        assert not needs_password("far")


@pytest.mark.parametrize("is_seen", [True, False])
def test_an_address_that_was_changed_elsewhere_is_the_one_delivered_to(
    qtbot: QtBot, section: DeliverSection, tmp_path: Path, *, is_seen: bool
) -> None:
    _choose_website(section, tmp_path)
    section.password.setText("siri")
    keep_place("website", str(tmp_path / "far2"))
    if is_seen:
        section.retranslate()
        assert section.address.text() == str(tmp_path / "far2")
        assert section.password.text() == "", "it was typed for the other one"
    press(section.start)
    until(qtbot, lambda: "Delivered to" in section.said.text())
    assert section.address.text() == str(tmp_path / "far2")
    assert [one.address for one in places()] == [str(tmp_path / "far2")]
    assert (tmp_path / "far2/manifest.json").exists()
    assert not (tmp_path / "far1").exists()


def test_of_a_place_forgotten_elsewhere_nothing_is_left(section: DeliverSection, tmp_path: Path) -> None:
    _choose_website(section, tmp_path)
    section.password.setText("siri")
    forget_place("website")
    section.retranslate()
    assert (section.place.value(), section.address.text(), section.password.text()) == ("", "", "")
    assert section.place.findData("website") < 0
    assert section.name.isVisible()


def test_nothing_is_delivered_to_a_place_forgotten_elsewhere(
    qtbot: QtBot, section: DeliverSection, tmp_path: Path
) -> None:
    _choose_website(section, tmp_path)
    forget_place("website")
    press(section.start)
    until(qtbot, section.notice.isVisible)
    assert "no place “website”" in section.notice.text
    assert places() == ()
    assert not (tmp_path / "far1").exists()


def test_the_password_of_a_forgotten_place_goes_with_it(section: DeliverSection, tmp_path: Path) -> None:
    _choose_website(section, tmp_path)
    section.password.setText("siri")
    press(section.forget)
    assert places() == ()
    assert section.password.text() == ""


def test_while_an_export_runs_a_delivery_waits_and_then_goes_on(
    qtbot: QtBot, section: DeliverSection, tmp_path: Path
) -> None:
    section.name.setText("website")
    section.address.setText(str(tmp_path / "far"))
    section.hold()
    press(section.start)
    assert section.strip.isVisible()
    assert not section.start.isVisible()
    assert not section.notice.isVisible()
    assert not (tmp_path / "far").exists()
    section.release(is_done=True)
    until(qtbot, section.said.isVisible)
    assert (tmp_path / "far" / "manifest.json").is_file()
    assert section.place.value() == "website"


@pytest.mark.parametrize("is_stopped", [False, True])
def test_a_delivery_that_waited_in_vain_leaves_the_place_as_it_was(
    section: DeliverSection, tmp_path: Path, *, is_stopped: bool
) -> None:
    section.name.setText("website")
    section.address.setText(str(tmp_path / "far"))
    section.hold()
    press(section.start)
    if is_stopped:
        stop = section.strip.findChild(QPushButton, "export.deliver.work.stop")
        assert stop is not None
        press(stop)
        assert section.start.isVisible()
    section.release(is_done=is_stopped)
    assert section.start.isVisible()
    assert not section.strip.isVisible()
    assert section.name.text() == "website"
    assert ("no new export" in section.notice.text) is not is_stopped
    assert not (tmp_path / "far").exists()
