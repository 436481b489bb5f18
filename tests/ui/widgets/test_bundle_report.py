"""What came of an export or a verification: a sentence, the place, what to look at, and a way there."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication, QLabel, QListWidget, QPushButton
from pytestqt.qtbot import QtBot

from editor.core.messages import say
from editor.services.publishing import ExportReport
from editor.services.verifying import BundleProblem, VerifyReport
from editor.ui import theme
from editor.ui.widgets.bundle_report import BundleReport
from editor.ui.widgets.problem_list import MOST, ProblemList


@pytest.fixture
def report(qtbot: QtBot) -> BundleReport:
    made = BundleReport()
    qtbot.addWidget(made)
    made.resize(400, 400)
    return made


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    found: list[str] = []

    def open_url(url: QUrl) -> bool:
        found.append(url.toLocalFile())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", open_url)
    return found


def exported(folder: Path, warnings: int = 0) -> ExportReport:
    return ExportReport(
        bundle=folder,
        format="html",
        editions=("en",),
        files=12,
        written=3,
        unchanged=9,
        removed=0,
        warnings=tuple(say("Look at {n}", n=number) for number in range(warnings)),
        seconds=1.0,
        manifest_sha256="",
        first_page="en/ferry/index.html",
    )


def test_what_is_wrong_says_of_which_file(report: BundleReport, tmp_path: Path) -> None:
    wrong = BundleProblem(
        path="en/ferry/index.html", kind="changed", message=say("This file is not what was exported.")
    )
    report.show_verified(tmp_path, VerifyReport(ok=False, files=3, problems=(wrong,)))
    lines = report.findChild(ProblemList)
    assert lines is not None
    spoken = str(lines.item(0).data(Qt.ItemDataRole.AccessibleTextRole))
    assert "en/ferry/index.html" in spoken
    assert "not what was exported" in spoken


def press(report: BundleReport, name: str) -> None:
    button = report.findChild(QPushButton, f"export.{name}")
    assert button is not None
    button.click()


def text(report: BundleReport, name: str) -> str:
    found = report.findChild(QLabel, f"export.{name}")
    assert found is not None
    return found.text()


def test_an_export_says_what_it_wrote_and_leads_there(report: BundleReport, tmp_path: Path, opened: list[str]) -> None:
    assert not report.isVisible()
    report.show_export(exported(tmp_path))
    assert text(report, "said") == "Exported and verified: 12 files."
    assert text(report, "where").splitlines() == ["3 written, 9 unchanged, 0 removed.", str(tmp_path)]
    press(report, "open_folder")
    press(report, "open_page")
    assert opened == [str(tmp_path), str(tmp_path / "en/ferry/index.html")]


def test_a_zip_file_leads_to_its_folder_and_has_no_page_to_open(
    report: BundleReport, tmp_path: Path, opened: list[str]
) -> None:
    (tmp_path / "out.zip").write_bytes(b"")
    report.show_export(exported(tmp_path / "out.zip"))
    press(report, "open_folder")
    assert opened == [str(tmp_path)]
    page = report.findChild(QPushButton, "export.open_page")
    assert page is not None
    assert not page.isVisible()


def test_many_warnings_are_listed_and_counted(report: BundleReport, tmp_path: Path) -> None:
    report.show_export(exported(tmp_path, warnings=MOST + 30))
    lines = report.findChild(QListWidget)
    assert lines is not None
    assert lines.item(lines.count() - 1).text() == "and 30 more"
    report.clear()
    assert not report.isVisible()


def test_what_is_said_elsewhere_is_not_said_again(report: BundleReport, tmp_path: Path) -> None:
    report.show_export(exported(tmp_path, warnings=3), [say("Look at {n}", n=1)])
    lines = report.findChild(QListWidget)
    assert lines is not None
    assert [lines.item(row).text() for row in range(lines.count())] == ["Look at 0", "Look at 2"]


def test_a_long_warning_is_shown_whole(report: BundleReport, tmp_path: Path) -> None:
    told = replace(exported(tmp_path), warnings=(say("One two three four five. " * 12),))
    report.show_export(told)
    report.show()
    lines = report.findChild(QListWidget)
    assert lines is not None
    assert lines.viewport().height() >= lines.sizeHintForRow(0) > 4 * lines.fontMetrics().lineSpacing()


def test_a_verification_says_whole_or_what_is_wrong(report: BundleReport, tmp_path: Path) -> None:
    report.show_verified(tmp_path, VerifyReport(ok=True, files=12))
    assert "is whole: 12 files" in text(report, "said")
    wrong = (BundleProblem(path="a", kind="changed", message=say("Changed: a")),)
    report.show_verified(tmp_path, VerifyReport(ok=False, files=12, problems=wrong))
    assert "1 thing is wrong" in text(report, "said")
    report.retranslate()
    assert text(report, "where") == str(tmp_path)


def test_its_sign_wears_the_palette_that_is_on(report: BundleReport, tmp_path: Path, qapp: QApplication) -> None:
    theme.apply(qapp, theme.Scheme.LIGHT)
    report.show_verified(tmp_path, VerifyReport(ok=True, files=3))
    report.show()
    sign = next(label for label in report.findChildren(QLabel) if not label.pixmap().isNull())
    light = sign.pixmap().toImage()
    theme.apply(qapp, theme.Scheme.DARK)
    try:
        assert sign.pixmap().toImage() != light
    finally:
        theme.apply(qapp, theme.Scheme.LIGHT)
