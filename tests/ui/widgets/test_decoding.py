"""Pictures from bytes: every kind that pages and thumbnails have, and no question to Python while Qt decodes."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QTranslator
from PySide6.QtWidgets import QApplication
from typing_extensions import override

from editor.ui.widgets.decoding import picture_of


class _Asked(QTranslator):
    def __init__(self) -> None:
        super().__init__()
        self.texts: list[str] = []

    @override
    def translate(self, context: str, sourceText: str, disambiguation: str | None = None, n: int = -1) -> str | None:
        self.texts.append(sourceText)
        return None

    @override
    def isEmpty(self) -> bool:
        return False


@pytest.fixture
def asked(qapp: QApplication) -> Iterator[_Asked]:
    made = _Asked()
    qapp.installTranslator(made)
    yield made
    qapp.removeTranslator(made)


def _data(kind: str) -> bytes:
    held = BytesIO()
    Image.new("RGB", (7, 5), "#123456").save(held, kind)
    return held.getvalue()


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_it_is_read_and_nobody_is_asked_for_words(asked: _Asked, kind: str) -> None:
    asked.texts.clear()
    picture = picture_of(_data(kind))
    assert (picture.width(), picture.height()) == (7, 5)
    assert asked.texts == []


def test_half_a_picture_is_none() -> None:
    assert picture_of(_data("PNG")[:20]).isNull()


@pytest.mark.parametrize("data", [b"", b"words", b"\0\0\2", _data("TGA"), _data("BMP")])
def test_what_is_no_such_picture_asks_nobody(asked: _Asked, data: bytes) -> None:
    asked.texts.clear()
    assert picture_of(data).isNull()
    assert asked.texts == []


def test_threads_that_decode_at_once_never_wait_for_each_other(tmp_path_factory: pytest.TempPathFactory) -> None:
    """In a process of its own, which switches threads as often as it can: before, each such run stood still."""
    file = tmp_path_factory.mktemp("decoding") / "picture"
    file.write_bytes(_data("PNG"))
    script = (
        "import sys, threading\n"
        "from PySide6.QtWidgets import QApplication\n"
        "from editor.ui.qt_words import InterfaceLanguage\n"
        "from editor.ui.widgets.decoding import picture_of\n"
        "app = QApplication([])\n"
        "InterfaceLanguage(app).show('sw')\n"
        "data = open(sys.argv[1], 'rb').read()\n"
        "sys.setswitchinterval(1e-6)\n"
        "def work():\n"
        "    for _ in range(500):\n"
        "        assert not picture_of(data).isNull()\n"
        "threads = [threading.Thread(target=work, daemon=True) for _ in range(3)]\n"
        "for thread in threads: thread.start()\n"
        "for thread in threads: thread.join()\n"
    )
    subprocess.run([sys.executable, "-c", script, str(file)], check=True, timeout=60)
