"""The live folder and address: begun, followed while the panel is hidden, and ended."""

from __future__ import annotations

import urllib.request
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import cast

import pytest
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.edits import change_article
from editor.ui.registry import EXPORT
from editor.ui.widgets.live_section import LiveSection
from editor.ui.widgets.notice_bar import NoticeBar
from tests.builders import NOON, FixedClock, an_article, created
from tests.ui.panel_host import PanelHost, hosted


@pytest.fixture
def article(desk: Desk) -> Article:
    out = an_article(slug="drums", headline="Drums", status=Status.PUBLISHED, published=NOON)
    desk.articles.apply(created(out, an_article(slug="ferry", headline="Ferry")))
    return desk.articles.get(out.id)


@pytest.fixture
def host(qtbot: QtBot, desk: Desk, article: Article, tmp_path: Path) -> Iterator[PanelHost]:
    made = hosted(qtbot, desk, EXPORT, article)
    made.part(QLineEdit, "export.live.folder").setText(str(tmp_path / "live"))
    yield made
    if _live(made).is_on:
        made.part(QPushButton, "export.live.stop").click()


def _live(host: PanelHost) -> LiveSection:
    found = host.part(LiveSection, "export.live")
    assert isinstance(found, LiveSection)
    return found


def _begin(qtbot: QtBot, host: PanelHost) -> str:
    host.part(QPushButton, "export.live.start").click()
    assert host.panel.is_at_work
    qtbot.waitUntil(host.jobs.is_idle, timeout=20_000)
    return str(host.part(QLabel, "export.live.address").text())


def _page(address: str, path: str) -> str:
    with urllib.request.urlopen(address + path, timeout=5) as answer:  # noqa: S310 - our own address
        return str(answer.read().decode())


def test_it_is_begun_followed_looked_at_and_ended(
    qtbot: QtBot, host: PanelHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = _begin(qtbot, host)
    assert "Up to date" in host.part(QLabel, "export.live.state").text()
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toString()))
    host.part(QPushButton, "export.live.browse").click()
    assert opened[0].startswith(address)
    host.part(QPushButton, "export.live.copy").click()
    assert QGuiApplication.clipboard().text() == address
    path = opened[0].removeprefix(address)
    assert path.endswith("drums/")
    host.panel.hide()
    host.workspace.request(change_article(host.article, say("x"), headline="Drums in Nara"))
    qtbot.waitUntil(lambda: "Drums in Nara" in _page(address, path), timeout=20_000)
    host.panel.show()
    qtbot.waitUntil(host.jobs.is_idle, timeout=20_000)
    host.part(QPushButton, "export.live.stop").click()
    assert not host.panel.is_at_work
    with pytest.raises(OSError, match="refused"):
        _page(address, path)
    assert (tmp_path / "live" / "manifest.json").is_file()


def test_the_open_article_is_shown_whatever_its_status(
    qtbot: QtBot, host: PanelHost, desk: Desk, tmp_path: Path
) -> None:
    _begin(qtbot, host)
    host.part(QCheckBox, "export.live.with_open").click()
    ferry = desk.articles.find("ferry")
    assert ferry is not None
    host.workspace.open(ferry.id)
    qtbot.waitUntil(lambda: bool(list((tmp_path / "live").glob("*/ferry/index.html"))), timeout=20_000)
    qtbot.waitUntil(host.jobs.is_idle, timeout=20_000)


def test_a_folder_that_is_not_ours_is_said_at_the_place_and_nothing_is_live(
    qtbot: QtBot, host: PanelHost, tmp_path: Path
) -> None:
    (tmp_path / "live").mkdir()
    (tmp_path / "live" / "notes.txt").write_text("x")
    _begin(qtbot, host)
    assert not _live(host).is_on
    notice = _live(host).findChild(NoticeBar)
    assert notice is not None
    assert "not a bundle" in notice.text
    host.part(QLineEdit, "export.live.folder").setText("")
    host.part(QPushButton, "export.live.start").click()
    assert "Say where the live folder is" in notice.text


def test_trouble_while_it_follows_is_said_and_goes_with_the_next_change(
    qtbot: QtBot, host: PanelHost, tmp_path: Path
) -> None:
    _begin(qtbot, host)
    notice = _live(host).findChild(NoticeBar)
    assert notice is not None
    (tmp_path / "live" / "notes.txt").write_text("x")
    host.workspace.request(change_article(host.article, say("x"), headline="One"))
    qtbot.waitUntil(notice.isVisible, timeout=20_000)
    assert _live(host).is_on
    (tmp_path / "live" / "notes.txt").unlink()
    host.workspace.request(change_article(host.article, say("x"), headline="Two"))
    qtbot.waitUntil(lambda: not notice.isVisible(), timeout=20_000)
    qtbot.waitUntil(host.jobs.is_idle, timeout=20_000)


def test_an_hour_that_comes_is_followed(qtbot: QtBot, host: PanelHost, desk: Desk, tmp_path: Path) -> None:
    ferry, later = desk.articles.find("ferry"), NOON + timedelta(hours=2)
    assert ferry is not None
    desk.articles.apply(change_article(ferry, say("x"), status=Status.PUBLISHED, embargo=later))
    _begin(qtbot, host)
    cast("FixedClock", desk.clock).instant = later
    _live(host).look_at_clock()
    qtbot.waitUntil(lambda: bool(list((tmp_path / "live").glob("*/ferry/index.html"))), timeout=20_000)
