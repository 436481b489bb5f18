"""Handing over: what goes out, what is to check, the export with its end or its trouble, and verifying."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QLabel, QLineEdit, QListWidget, QPushButton, QRadioButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.authorship import Authorship
from editor.domain.edits import EditSettings, change_article
from editor.domain.problem import Problem
from editor.domain.settings import NO_ADDRESS
from editor.services.verifying import VerifyReport
from editor.ui.export_memory import last_export
from editor.ui.panels.export import ExportPanel
from editor.ui.registry import EXPORT
from editor.ui.widgets.export_summary import ExportSummary
from editor.ui.widgets.job_strip import JobStrip
from editor.ui.widgets.notice_bar import NoticeBar
from editor.ui.widgets.problem_list import ProblemList
from tests.builders import NOON, an_article, created, some_settings
from tests.ui.panel_host import PanelHost, hosted, until


@pytest.fixture
def articles(desk: Desk) -> list[Article]:
    out = an_article(headline="Harbour opens", status=Status.PUBLISHED, published=NOON, body="It is open.")
    ai = an_article(
        headline="Ferry delayed",
        status=Status.PUBLISHED,
        published=NOON,
        authorship=Authorship.AI_GENERATED,
        body="So.",
    )
    draft = an_article(headline="Bridge planned", body="Soon.")
    desk.articles.apply(created(out, ai, draft))
    return [desk.articles.get(one.id) for one in (out, ai, draft)]


@pytest.fixture
def host(qtbot: QtBot, desk: Desk, articles: list[Article]) -> PanelHost:
    return hosted(qtbot, desk, EXPORT, articles[2])


def panel(host: PanelHost) -> ExportPanel:
    assert isinstance(host.panel, ExportPanel)
    return host.panel


def target(host: PanelHost, path: Path) -> None:
    field = host.part(QLineEdit, "export.target")
    field.setText(str(path))
    field.settle()


def export(qtbot: QtBot, host: PanelHost) -> None:
    QTest.mouseClick(host.part(QPushButton, "export.start"), Qt.MouseButton.LeftButton)
    until(qtbot, host.jobs.is_idle, timeout=20000)


def said(host: PanelHost) -> str:
    return str(host.part(QLabel, "export.said").text())


def test_it_says_how_much_goes_out_and_what_to_check(qtbot: QtBot, host: PanelHost) -> None:
    assert host.part(QLabel, "export.goes_out").text() == "2 articles in 2 editions"
    until(qtbot, lambda: "check first" in host.part(QLabel, "export.to_check").text())
    assert host.part(ProblemList, "export.problems").count() > 0


def test_of_one_article_alone_only_its_own_problems_are_listed(qtbot: QtBot, host: PanelHost) -> None:
    until(qtbot, lambda: "check first" in host.part(QLabel, "export.to_check").text())
    problems = host.part(ProblemList, "export.problems")

    def spoken() -> str:
        role = Qt.ItemDataRole.AccessibleTextRole
        return " ".join(str(problems.item(row).data(role)) for row in range(problems.count()))

    assert "Ferry delayed" in spoken()
    host.part(QRadioButton, "export.only_article").click()
    assert "address of the site" in spoken()
    assert "Ferry delayed" not in spoken()


def test_a_problem_leads_to_where_it_is_put_right(qtbot: QtBot, host: PanelHost, articles: list[Article]) -> None:
    problems = host.part(ProblemList, "export.problems")
    until(qtbot, lambda: problems.count() > 0)
    chosen: list[Problem] = []
    panel(host).problem_chosen.connect(chosen.append)
    problems.setFocus()
    for row in range(problems.count()):
        problems.setCurrentRow(row)
        QTest.keyClick(problems, Qt.Key.Key_Return)
    assert articles[1].id in {one.article for one in chosen}


def test_a_bundle_is_written_verified_and_remembered(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    target(host, tmp_path / "out")
    export(qtbot, host)
    assert said(host).startswith("Exported and verified")
    assert (tmp_path / "out" / "manifest.json").is_file()
    assert host.part(QLabel, "export.where").text().endswith(str(tmp_path / "out"))
    assert last_export(host.desk.newsroom.folder).target == str(tmp_path / "out")
    assert host.part(QPushButton, "export.open_folder").isVisible()


def test_a_delivery_asked_for_during_an_export_takes_what_comes_of_it(
    qtbot: QtBot, host: PanelHost, tmp_path: Path
) -> None:
    target(host, tmp_path / "out")
    host.part(QLineEdit, "export.deliver.name").setText("website")
    host.part(QLineEdit, "export.deliver.address").setText(str(tmp_path / "far"))
    QTest.mouseClick(host.part(QPushButton, "export.start"), Qt.MouseButton.LeftButton)
    host.part(QPushButton, "export.deliver.start").click()
    until(qtbot, (tmp_path / "far" / "manifest.json").is_file, timeout=20000)
    until(qtbot, host.jobs.is_idle, timeout=20000)
    assert said(host).startswith("Exported and verified")


def test_what_was_said_before_is_not_said_again_after(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    problems = host.part(ProblemList, "export.problems")
    until(qtbot, lambda: problems.count() > 0)
    target(host, tmp_path / "out")
    export(qtbot, host)
    lists = [problems, host.part(ProblemList, "export.lines")]
    rows = [one.item(row) for one in lists for row in range(one.count())]
    told = [(row.text(), row.data(Qt.ItemDataRole.AccessibleTextRole)) for row in rows]  # with what article it is about
    assert [text for text, _ in told].count(str(NO_ADDRESS)) == 1
    assert len(set(told)) == len(told)


def test_a_button_leads_to_the_newsroom_settings(qtbot: QtBot, host: PanelHost) -> None:
    button = host.part(QPushButton, "export.settings")
    until(qtbot, button.isVisible)
    with qtbot.waitSignal(panel(host).problem_chosen) as chosen:
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert chosen.args is not None
    assert chosen.args[0].field == "base_url"


def test_only_the_chosen_editions_go_out(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    QTest.mouseClick(host.part(QCheckBox, "export.edition.sw"), Qt.MouseButton.LeftButton)
    assert host.part(QLabel, "export.goes_out").text() == "2 articles in 1 edition"
    target(host, tmp_path / "out")
    export(qtbot, host)
    assert not (tmp_path / "out" / "sw").exists()
    assert (tmp_path / "out" / "en").is_dir()


def test_the_open_draft_can_go_along(qtbot: QtBot, host: PanelHost, articles: list[Article], tmp_path: Path) -> None:
    host.part(QRadioButton, "export.with_article").setChecked(True)
    assert host.part(QLabel, "export.goes_out").text() == "3 articles in 2 editions"
    target(host, tmp_path / "out")
    export(qtbot, host)
    assert (tmp_path / "out" / "en" / articles[2].slug / "index.html").is_file()


def test_the_open_article_alone_is_counted_alone(host: PanelHost) -> None:
    """It goes out whatever is published, and nothing else does."""
    host.part(QRadioButton, "export.only_article").setChecked(True)
    assert host.part(QLabel, "export.goes_out").text() == "1 article"
    host.part(QRadioButton, "export.everything").setChecked(True)
    assert host.part(QLabel, "export.goes_out").text() == "2 articles in 2 editions"


def test_a_zip_file_is_named_so(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    target(host, tmp_path / "out")
    host.part(QRadioButton, "export.zip").setChecked(True)
    assert host.part(QLineEdit, "export.target").text().endswith("out.zip")
    export(qtbot, host)
    assert (tmp_path / "out.zip").is_file()


def test_no_edition_chosen_exports_nothing(host: PanelHost) -> None:
    for locale in ("sw", "en"):
        host.part(QCheckBox, f"export.edition.{locale}").setChecked(False)
    assert not host.part(QPushButton, "export.start").isEnabled()


def test_a_place_that_holds_something_else_is_refused_in_words(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("keep me", encoding="utf-8")
    target(host, tmp_path / "mine")
    export(qtbot, host)
    notice = host.panel.findChild(NoticeBar)
    assert notice is not None
    assert notice.isVisible()
    assert notice.text
    assert (tmp_path / "mine" / "letter.txt").read_text(encoding="utf-8") == "keep me"
    assert not host.part(JobStrip, "export.work").isVisible()


def test_a_place_that_cannot_be_written_to_leaves_the_old_bundle(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    target(host, tmp_path / "out")
    export(qtbot, host)
    before = (tmp_path / "out" / "manifest.json").read_bytes()
    (tmp_path / "file").write_text("not a folder", encoding="utf-8")
    target(host, tmp_path / "file" / "below")
    export(qtbot, host)
    notice = host.panel.findChild(NoticeBar)
    assert notice is not None
    assert notice.isVisible()
    assert (tmp_path / "out" / "manifest.json").read_bytes() == before
    assert last_export(host.desk.newsroom.folder).target == str(tmp_path / "out")


def test_stopping_says_so_and_leaves_nothing(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    target(host, tmp_path / "out")
    host.part(QPushButton, "export.start").click()
    host.part(QPushButton, "export.work.stop").click()
    until(qtbot, host.jobs.is_idle, timeout=20000)
    notice = host.panel.findChild(NoticeBar)
    assert notice is not None
    assert notice.text.startswith("Stopped.")
    assert not (tmp_path / "out").exists()
    assert host.part(QPushButton, "export.start").isVisible()


def test_a_whole_bundle_verifies_and_a_changed_one_does_not(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    target(host, tmp_path / "out")
    export(qtbot, host)
    panel(host).verify(tmp_path / "out")
    until(qtbot, host.jobs.is_idle, timeout=20000)
    assert said(host).startswith("This bundle is whole")
    page = next((tmp_path / "out" / "en").rglob("index.html"))
    page.write_text("changed", encoding="utf-8")
    panel(host).verify(tmp_path / "out")
    until(qtbot, host.jobs.is_idle, timeout=20000)
    assert said(host).startswith("This bundle is not as it was handed over: 1 thing is wrong")
    assert host.part(QListWidget, "export.lines").count() == 1


def test_what_is_no_bundle_is_said(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    panel(host).verify(tmp_path / "nothing")
    until(qtbot, host.jobs.is_idle)
    notice = host.panel.findChild(NoticeBar)
    assert notice is not None
    assert notice.isVisible()


def test_trying_again_does_what_failed_and_nothing_else(
    qtbot: QtBot, host: PanelHost, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A bundle that could not be read is verified again; an export would write over what lies there."""
    target(host, tmp_path / "out")
    export(qtbot, host)
    with monkeypatch.context() as broken:
        broken.setattr("editor.ui.panels.export.verify_bundle", _unreadable)
        panel(host).verify(tmp_path / "out")
        until(qtbot, host.jobs.is_idle, timeout=20000)
    made = (tmp_path / "out" / "manifest.json").stat().st_mtime_ns
    host.part(QPushButton, "notice.action").click()
    until(qtbot, host.jobs.is_idle, timeout=20000)
    assert said(host).startswith("This bundle is whole")
    assert (tmp_path / "out" / "manifest.json").stat().st_mtime_ns == made


def test_what_changed_out_of_sight_is_counted_when_it_is_seen(host: PanelHost, articles: list[Article]) -> None:
    """A panel behind its neighbours is told only which article is open now."""
    assert host.part(QLabel, "export.goes_out").text() == "2 articles in 2 editions"
    host.desk.articles.apply(change_article(articles[2], say("Publish"), status=Status.PUBLISHED, published=NOON))
    settings = host.desk.newsroom.settings
    fewer = replace(settings, editions=settings.editions[:1])
    host.desk.articles.apply(EditSettings(settings, fewer, say("Fewer")))
    host.panel.show_article(articles[2])
    assert host.part(QLabel, "export.goes_out").text() == "3 articles in 1 edition"


def _unreadable(*_asked: object) -> VerifyReport:
    raise Fault(say("The bundle could not be read."))


def test_without_an_edition_it_says_where_to_add_one(qtbot: QtBot, desk: Desk) -> None:
    host = hosted(qtbot, desk, EXPORT)
    settings = desk.newsroom.settings
    host.workspace.request(EditSettings(settings, some_settings(editions=()), say("None")))
    assert not host.part(QPushButton, "export.start").isVisible()
    host.workspace.undo()
    assert host.part(QPushButton, "export.start").isVisible()


def test_no_button_is_cut_off_in_a_narrow_panel(qtbot: QtBot, host: PanelHost) -> None:
    """Beside a split draft, or in longer words, the buttons go on in a second line."""
    host.resize(360, 700)
    scroll = host.part(QScrollArea, "export.scroll")
    until(qtbot, lambda: scroll.viewport().width() < 400)
    for name in ("export.start", "export.verify", "export.alone"):
        button = host.part(QPushButton, name)
        assert button.mapTo(host.panel, button.rect().topRight()).x() <= scroll.viewport().width(), name


def test_nothing_scrolls_sideways_beside_a_split_draft(qtbot: QtBot, host: PanelHost) -> None:
    host.resize(320, 700)
    scroll = host.part(QScrollArea, "export.scroll")
    until(qtbot, lambda: scroll.viewport().width() < 330)
    assert scroll.widget().minimumSizeHint().width() <= scroll.viewport().width()
    assert not scroll.horizontalScrollBar().maximum()


def test_what_delivering_and_going_live_answer_is_brought_into_view(
    qtbot: QtBot, host: PanelHost, tmp_path: Path
) -> None:
    """Below the fold an answer would not be one: the button was pressed, and nothing seemed to happen."""
    target(host, tmp_path / "not-yet")
    host.resize(440, 400)
    scroll = host.part(QScrollArea, "export.scroll")
    until(qtbot, host.jobs.is_idle)
    host.part(QLineEdit, "export.live.folder").setText("")
    for name in ("export.deliver", "export.live"):
        section, button = host.part(QWidget, name), host.part(QPushButton, f"{name}.start")
        place = button.mapTo(scroll.widget(), button.rect().bottomLeft()).y() - scroll.viewport().height()
        scroll.verticalScrollBar().setValue(place + 2)  # the button is the last thing in view
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
        notice = section.findChild(NoticeBar)
        assert notice is not None
        assert notice.text
        assert notice.visibleRegion().boundingRect() == notice.rect(), name


def test_what_an_export_came_to_is_seen_whole(qtbot: QtBot, host: PanelHost, tmp_path: Path) -> None:
    """What is to be checked first grew above it once it was there, and pushed the way to the pages out of sight."""
    host.resize(440, 560)
    target(host, tmp_path / "out")
    until(qtbot, host.jobs.is_idle)
    export(qtbot, host)
    button = host.part(QPushButton, "export.open_folder")
    until(qtbot, lambda: bool(button.visibleRegion().boundingRect() == button.rect()))


def test_the_button_stands_still_when_things_to_check_arrive(qtbot: QtBot, host: PanelHost) -> None:
    start = host.part(QPushButton, "export.start")
    until(qtbot, start.isVisible)
    was = start.mapTo(host.panel, start.rect().topLeft())
    until(qtbot, host.jobs.is_idle)
    summary = host.panel.findChildren(ExportSummary)[0]
    summary.show_problems([Problem(check="x", message=say("Something {n}", n=n)) for n in range(9)], {})
    qtbot.wait(20)
    assert host.part(ProblemList, "export.problems").height() > 100
    assert start.mapTo(host.panel, start.rect().topLeft()) == was
