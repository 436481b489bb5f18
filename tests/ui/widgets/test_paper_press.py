"""An article on paper, laid out by the real engine where it can live."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QPageSize
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from editor.core.errors import Fault
from editor.domain.source_type import uri_of
from editor.publish.paper import paper_css
from editor.publish.pdf_metadata import PdfMetadata
from editor.services.renditions import Paper
from tests.ui.engine import need_engine

pytestmark = pytest.mark.no_qt_log

PAGE = (
    "<!DOCTYPE html><html lang=sw><head><title>Ngoma</title><link rel=stylesheet href=paper.css></head><body>{}</body>"
)


def a_paper(words: str, **files: tuple[bytes, str]) -> Paper:
    html = PAGE.format(words).encode()
    css = paper_css("https://news.example/sw/ngoma/", "ltr", "0").encode()
    held = {"sw/ngoma/index.html": (html, "text/html"), "sw/ngoma/paper.css": (css, "text/css"), **files}
    metadata = PdfMetadata(title="Ngoma – ツ", language="sw", source_type=uri_of("trainedAlgorithmicMedia"))
    return Paper(title="Ngoma", path="sw/ngoma/index.html", files=held, margins=(18, 16, 20, 16), metadata=metadata)


def test_a_pdf_has_the_words_and_as_many_sheets_as_they_take(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    need_engine(monkeypatch)
    from editor.ui.widgets.paper_press import PaperPress

    holder = QWidget()
    qtbot.addWidget(holder)
    press = PaperPress(a_paper("<p>Walipiga ngoma.</p>" * 80), holder)
    with qtbot.waitSignal(press.pressed, timeout=30000) as caught:
        press.press()
    (tmp_path / "a.pdf").write_bytes(caught.args[0])
    document = QPdfDocument(holder)
    assert document.load(str(tmp_path / "a.pdf")) is QPdfDocument.Error.None_
    assert document.pageCount() > 1
    size = QPageSize(QPageSize.PageSizeId.A4).size(QPageSize.Unit.Point)
    assert abs(document.pagePointSize(0).width() - size.width()) < 2
    assert "Walipiga ngoma." in document.getAllText(0).text()
    assert document.metaData(QPdfDocument.MetaDataField.Title) == "Ngoma – ツ"


def test_what_cannot_be_laid_out_is_said_once(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    need_engine(monkeypatch)
    from editor.ui.widgets.paper_press import PaperPress

    holder = QWidget()
    qtbot.addWidget(holder)
    press = PaperPress(Paper(title="x", path="gone.html", files={}, margins=(1, 1, 1, 1)), holder)
    told: list[Fault] = []
    press.failed.connect(told.append)
    with qtbot.waitSignal(press.failed, timeout=30000):
        press.press()
    assert [str(one.what) for one in told] == ["The article could not be put on paper."]
