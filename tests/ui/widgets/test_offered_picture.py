"""What a clipboard or a drag offers."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from editor.ui.widgets.offered_picture import files_in, holds_files, pictures_in
from tests.builders import png


def _carried(
    *, urls: Sequence[str] = (), text: str = "", html: str = "", data: bytes = b"", image: QImage | None = None
) -> QMimeData:
    carried = QMimeData()
    if urls:
        carried.setUrls([QUrl(one) for one in urls])
    if text:
        carried.setText(text)
    if html:
        carried.setHtml(html)
    if data:
        carried.setData("image/png", QByteArray(data))
    if image is not None:
        carried.setImageData(image)
    return carried


def _image() -> QImage:
    image = QImage(2, 2, QImage.Format.Format_RGB32)
    image.fill(QColor("#123456"))
    return image


@pytest.mark.parametrize(
    ("carried", "names"),
    [
        (_carried(), []),
        (_carried(text="words"), []),
        (_carried(html="<img src='file:///etc/x.png'>", text="words"), []),
        (_carried(image=_image()), ["pasted.png"]),
        (_carried(image=_image(), text="a table cell"), []),
        (_carried(urls=["https://example.org/a.png"]), []),
        (_carried(urls=["file:///a/b.png", "file:///a/notes.md"], image=_image()), ["b.png"]),
        (_carried(urls=["file:///a/notes.md"]), []),
    ],
)
def test_every_mixture(carried: QMimeData, names: list[str]) -> None:
    assert [one.name for one in pictures_in(carried)] == names


def test_the_bytes_of_a_real_format_are_kept(tmp_path: Path) -> None:
    carried = _carried(data=png())
    carried.setImageData(_image())
    assert pictures_in(carried)[0].bytes_of() == png()
    (tmp_path / "a.png").write_bytes(png())
    offered = files_in(_carried(urls=[QUrl.fromLocalFile(str(tmp_path / "a.png")).toString()]))
    assert offered[0].bytes_of() == png()


def test_pixels_become_a_png() -> None:
    data = pictures_in(_carried(image=_image()))[0].bytes_of()
    assert data.startswith(b"\x89PNG")
    assert QImage.fromData(data).pixelColor(1, 1) == QColor("#123456")


def test_files_of_any_kind_are_known_as_files() -> None:
    carried = _carried(urls=["file:///a/notes.md", "https://example.org"])
    assert holds_files(carried)
    assert [one.name for one in files_in(carried)] == ["notes.md"]
    assert not holds_files(_carried(text="x"))
