"""The draft panel on a real desk: written with the keyboard, saved as it is typed, undone field by field."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Status, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.edits import change_article
from editor.domain.signing import words_hash
from editor.i18n.interface import set_interface_language
from editor.ui.page_look import PageLook
from editor.ui.panel import Search
from editor.ui.panels.draft import DraftPanel, DraftTools
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.draft_details import DraftDetails
from editor.ui.widgets.draft_header import DraftHeader
from editor.ui.widgets.instant_field import InstantField
from editor.ui.widgets.markdown_edit import MarkdownEdit
from editor.ui.widgets.names_field import NamesField
from editor.ui.widgets.offered_picture import OfferedPicture
from editor.ui.widgets.typing_pace import PAINT_MS
from editor.ui.widgets.writing_field import WritingField
from tests.builders import NOON, a_link, an_article, png
from tests.ui.stage import Stage


def _panel(stage: Stage, *, can_write: bool = True) -> DraftPanel:
    desk = stage.desk
    tools = DraftTools(
        articles=desk.articles,
        images=desk.images,
        newsroom=desk.newsroom,
        clock=desk.clock,
        person=desk.person,
        can_write=can_write,
    )
    return DraftPanel(tools, stage.jobs, stage.timers)


@pytest.fixture
def stage(desk: Desk, qtbot: QtBot) -> Iterator[Stage]:
    made = Stage(desk, qtbot)
    made.hold(_panel(made))
    yield made
    made.stop()


def _text(stage: Stage, name: str) -> WritingField:
    found = stage.panel.findChild(WritingField, f"draft.{name}")
    assert found is not None
    return found


def _body(stage: Stage) -> MarkdownEdit:
    found = stage.panel.findChild(MarkdownEdit, "draft.body")
    assert found is not None
    return found


def test_nothing_open_offers_a_new_article(stage: Stage) -> None:
    button = stage.panel.findChild(QPushButton, "empty_state.action")
    assert button is not None
    button.click()
    assert stage.article.language == "sw"
    QTest.keyClicks(_text(stage, "headline"), "Ngoma")
    stage.panel.settle()
    assert stage.article.headline == "Ngoma"


def test_an_article_is_written_from_headline_to_reactions(stage: Stage) -> None:
    stage.put(an_article(headline=""))
    for name in ("headline", "standfirst", "body", "reactions"):
        QTest.keyClicks(_text(stage, name), f"my {name}")
    stage.timers.forward(2000)
    assert stage.article.headline == "my headline"
    assert stage.article.standfirst == "my standfirst"
    assert stage.article.body == "my body"
    assert stage.article.reactions == "my reactions"


def test_typing_leaves_text_cursor_and_undo_alone_while_it_is_saved(stage: Stage) -> None:
    stage.put(an_article(body="One."))
    body = _body(stage)
    QTest.keyClick(body, Qt.Key.Key_Home, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(body, "Zero. ")
    stage.timers.forward(400)
    assert stage.article.body == "Zero. One."
    assert body.textCursor().position() == 6
    body.undo()
    assert body.text() != "Zero. One."
    stage.panel.settle()
    assert stage.article.body == body.text()


def test_switching_articles_saves_the_first_and_shows_the_second(stage: Stage) -> None:
    first, second = an_article(headline="First"), an_article(headline="Second")
    stage.put(first, second)
    QTest.keyClicks(_text(stage, "headline"), "The ")
    stage.panel.settle()
    stage.workspace.open(second.id)
    assert _text(stage, "headline").text() == "Second"
    assert stage.desk.articles.get(first.id).headline == "The First"


def test_what_is_undone_outside_the_text_shows_in_the_text(stage: Stage) -> None:
    stage.put(an_article(body="Before"))
    edit = change_article(stage.article, say("Restore"), body="After", section="World")
    stage.workspace.request(edit)
    assert _body(stage).text() == "After"
    stage.undo()
    assert _body(stage).text() == "Before"


def test_section_language_and_details_are_edits_that_can_be_undone(stage: Stage) -> None:
    stage.put(an_article())
    section = stage.panel.findChild(QLineEdit, "draft.section.line")
    assert section is not None
    section.setText("World")
    QTest.keyClick(section, Qt.Key.Key_Return)
    assert stage.article.section == "World"
    language = stage.panel.findChild(QComboBox, "draft.language")
    assert isinstance(language, ChoiceField)
    language.setCurrentIndex(language.findData("ar"))
    language.settle()
    assert stage.article.language == "ar"
    assert _body(stage).layoutDirection() is Qt.LayoutDirection.RightToLeft
    stage.undo()
    assert stage.article.language == "en"
    assert _body(stage).layoutDirection() is Qt.LayoutDirection.LeftToRight
    stage.undo()
    assert stage.article.section == ""
    assert section.text() == ""


def test_people_tags_and_authorship(stage: Stage) -> None:
    stage.put(an_article())
    _open_details(stage)
    tags = stage.panel.findChild(QLineEdit, "draft.tags.line")
    byline = stage.panel.findChild(QLineEdit, "draft.byline.line")
    authorship = stage.panel.findChild(QComboBox, "draft.authorship")
    assert tags is not None
    assert byline is not None
    assert isinstance(authorship, ChoiceField)
    QTest.keyClicks(tags, "Japan,")
    QTest.keyClicks(byline, "Asha")
    stage.panel.settle()
    authorship.setCurrentIndex(authorship.findData("ai-generated"))
    authorship.settle()
    assert (stage.article.tags, stage.article.byline) == (("Japan",), ("Asha",))
    assert stage.article.authorship is Authorship.AI_GENERATED
    label = stage.panel.findChild(DraftHeader)
    assert label is not None
    assert label.label.key == "reported_by_ai"
    stage.undo()
    stage.undo()
    stage.undo()
    assert stage.panel.findChildren(NamesField)[0].names() == ()
    assert label.label.key == ""


def test_a_taken_address_is_refused_and_nothing_changes(stage: Stage) -> None:
    stage.put(an_article(slug="mine"), an_article(slug="taken"))
    _open_details(stage)
    slug = stage.panel.findChild(QLineEdit, "draft.slug")
    assert slug is not None
    slug.setText("taken")
    QTest.keyClick(slug, Qt.Key.Key_Return)
    assert stage.article.slug == "mine"
    assert isinstance(stage.notices[0], UserError)


def test_dates_are_typed_in_the_articles_zone(stage: Stage) -> None:
    stage.put(an_article(display_zone="Asia/Tokyo"))
    _open_details(stage)
    published = stage.panel.findChild(InstantField, "draft.published")
    assert published is not None
    published.setText("2026-01-14 21:00")
    published.settle()
    assert stage.article.published == NOON
    published.setText("soon")
    published.settle()
    assert stage.article.published == NOON
    assert isinstance(stage.notices[-1], UserError)


def _zone(stage: Stage, name: str) -> None:
    _open_details(stage)
    zone = stage.panel.findChild(QComboBox, "draft.zone")
    assert isinstance(zone, ChoiceField)
    zone.setEditText(name)
    zone.settle()


def test_an_assumed_zone_moves_the_instants_and_a_known_one_does_not(stage: Stage) -> None:
    link = a_link(on_timeline=True)
    assert link.external is not None
    assert link.external.published is not None
    stage.put(an_article(published=NOON, display_zone="UTC", zone_source=ZoneSource.ASSUMED, links=(link,)))
    _zone(stage, "Asia/Tokyo")
    assert stage.article.published == NOON - timedelta(hours=9)
    moved = stage.article.links[0].external
    assert moved is not None
    assert moved.published == link.external.published - timedelta(hours=9)
    assert stage.article.zone_source is ZoneSource.ASSUMED
    stage.undo()
    assert stage.article.published == NOON
    stage.workspace.request(change_article(stage.article, say("x"), zone_source=ZoneSource.GIVEN))
    _zone(stage, "Africa/Nairobi")
    assert (stage.article.published, stage.article.display_zone) == (NOON, "Africa/Nairobi")
    _zone(stage, "Moon/Crater")
    assert stage.article.display_zone == "Africa/Nairobi"
    assert isinstance(stage.notices[-1], UserError)


def _choose_status(stage: Stage, name: str) -> None:
    header = stage.panel.findChild(DraftHeader)
    assert header is not None
    menu = header.status.menu()
    assert menu is not None
    action = next(action for action in menu.actions() if action.objectName() == name)
    action.trigger()


def test_publishing_takes_the_instant_and_needs_a_headline(stage: Stage) -> None:
    stage.put(an_article(headline=""))
    _choose_status(stage, "draft.publish")
    assert stage.edits == []
    assert isinstance(stage.notices[-1], UserError)
    QTest.keyClicks(_text(stage, "headline"), "Drums")
    _choose_status(stage, "draft.publish")
    assert stage.article.published == NOON
    steps = []
    for name in ("draft.withdraw", "draft.status.ready", "draft.status.in-review"):
        _choose_status(stage, name)
        steps.append(stage.article.status)
    assert steps == [Status.WITHDRAWN, Status.READY, Status.IN_REVIEW]


def test_signing_off_and_corrections(stage: Stage) -> None:
    stage.put(an_article())
    _open_details(stage)
    sign_off = stage.panel.findChild(QPushButton, "draft.sign_off")
    add = stage.panel.findChild(QPushButton, "draft.corrections.add")
    assert sign_off is not None
    assert add is not None
    sign_off.click()
    assert (stage.article.reviewed_by, stage.article.reviewed_at) == ("Amina", NOON)
    assert stage.article.reviewed_version == words_hash(stage.article)
    add.click()
    note = stage.panel.findChild(WritingField, "draft.correction.0.note")
    assert note is not None
    QTest.keyClicks(note, "It was the 13th.")
    stage.panel.settle()
    assert [(one.at, one.note) for one in stage.article.corrections] == [(NOON, "It was the 13th.")]
    remove = stage.panel.findChild(QToolButton, "draft.correction.0.remove")
    assert remove is not None
    remove.click()
    assert not stage.article.corrections
    stage.undo()
    assert [one.note for one in stage.article.corrections] == ["It was the 13th."]


def test_a_dropped_picture_is_kept_and_put_into_the_text(stage: Stage, tmp_path: Path) -> None:
    stage.put(an_article(body="One."))
    (tmp_path / "drum.png").write_bytes(png())
    _body(stage).pictures_offered.emit([OfferedPicture("drum.png", tmp_path / "drum.png")])
    stage.wait()
    stage.panel.settle()
    image = stage.desk.images.all()[0]
    assert f"![]({image.path})" in stage.article.body
    assert stage.desk.images.original(image) is not None


def test_a_file_that_is_no_picture_is_named_and_nothing_is_half_done(stage: Stage) -> None:
    stage.put(an_article(body="One."))
    _body(stage).pictures_offered.emit([OfferedPicture("notes.png", data=b"not a picture")])
    stage.wait()
    assert isinstance(stage.notices[-1], UserError)
    assert stage.desk.images.all() == []
    assert stage.article.body == "One."


def test_the_tool_bar_acts_on_the_body(stage: Stage) -> None:
    stage.put(an_article(body="word"))
    _body(stage).select(0, 4)
    bold = stage.panel.findChild(QToolButton, "draft.tool.bold")
    assert bold is not None
    bold.click()
    stage.panel.settle()
    assert stage.article.body == "**word**"


def test_every_tool_and_field_says_its_name(stage: Stage) -> None:
    stage.put(an_article())
    for kind in (QToolButton, QComboBox, WritingField):
        for widget in stage.panel.findChildren(kind):
            if widget.objectName().startswith("draft."):
                assert widget.accessibleName(), widget.objectName()


def test_what_is_typed_is_told_before_it_is_saved(stage: Stage, qtbot: QtBot) -> None:
    stage.put(an_article(body=""))
    with qtbot.waitSignal(stage.panel.typed) as told:
        QTest.keyClicks(_body(stage), "x")
        stage.timers.forward(PAINT_MS)
    assert told.args[0].body == "x"
    assert stage.article.body == ""


def test_reading_only_takes_no_key(desk: Desk, qtbot: QtBot) -> None:
    stage = Stage(desk, qtbot)
    stage.hold(_panel(stage, can_write=False))
    stage.put(an_article(body="One."))
    tools = [one for one in stage.panel.findChildren(QToolButton) if one.objectName().startswith("draft.tool.")]
    assert tools
    assert not any(one.isEnabled() for one in tools)
    QTest.keyClicks(_body(stage), "x")
    stage.panel.settle()
    assert _body(stage).text() == "One."
    assert stage.edits == []
    stage.stop()


def test_the_words_follow_the_interface_and_the_typing_stays(stage: Stage) -> None:
    stage.put(an_article(body="One."))
    QTest.keyClicks(_body(stage), "x")
    set_interface_language("sw")
    try:
        stage.panel.retranslate()
        assert _body(stage).text() == "One.x"
        assert _body(stage).document().isUndoAvailable()
    finally:
        set_interface_language("en")


def test_the_persons_own_face_and_size_leave_text_and_undo(stage: Stage) -> None:
    stage.put(an_article(body="One."))
    QTest.keyClicks(_body(stage), "x")
    assert isinstance(stage.panel, DraftPanel)
    stage.panel.set_look(PageLook(face="DejaVu Serif", pixels=24))
    assert _body(stage).font().pixelSize() == 24
    _body(stage).undo()
    assert _body(stage).text() == "One."


def test_the_details_fold(stage: Stage) -> None:
    stage.put(an_article())
    details = stage.panel.findChild(DraftDetails)
    button = stage.panel.findChild(QToolButton, "draft.details.button")
    assert details is not None
    assert button is not None
    assert not details.isVisible()
    button.click()
    assert details.isVisible()


def test_trashing_the_open_article_shows_that_nothing_is_open(stage: Stage) -> None:
    stage.put(an_article())
    stage.workspace.request(change_article(stage.article, say("x"), trashed_at=NOON))
    assert stage.panel.findChild(QPushButton, "empty_state.action") is not None
    assert not _body(stage).isVisible()


def test_a_stored_text_is_kept_to_the_letter_until_it_is_changed(stage: Stage) -> None:
    article = replace(an_article(), body="A\u00a0b\nc\u2028d", standfirst="two\nlines")
    stage.put(article)
    stage.panel.settle()
    assert stage.edits == []
    assert stage.article.body == article.body


def _open_details(stage: Stage) -> None:
    details = stage.panel.findChild(DraftDetails)
    assert details is not None
    details.form()


def test_the_line_of_the_cursor_is_told_and_can_be_asked_for(stage: Stage, qtbot: QtBot) -> None:
    stage.put(an_article(body="One.\n\n## Two\n\nThree."))
    body = _body(stage)
    body.put_cursor(0)
    with qtbot.waitSignal(stage.panel.cursor_moved) as moved:
        stage.panel.go_to_line(2)
    assert moved.args == [2]
    assert body.textCursor().block().text() == "## Two"
    assert body.textCursor().atBlockStart()
    with qtbot.assertNotEmitted(stage.panel.cursor_moved):
        QTest.keyClick(body, Qt.Key.Key_Right)


def test_what_is_replaced_in_the_text_is_saved(stage: Stage) -> None:
    stage.put(an_article(headline="Ferry", body="A ferry and a ferry."))
    assert stage.panel.search(Search.REPLACE)
    for name, text in (("words", "ferry"), ("instead", "boat")):
        line = stage.panel.findChild(QLineEdit, f"find.{name}")
        assert line is not None
        line.setText(text)
    stage.wait()
    button = stage.panel.findChild(QPushButton, "find.replace_all")
    assert button is not None
    button.click()
    stage.wait()
    stage.timers.forward(2000)
    stage.wait()
    assert (stage.article.headline, stage.article.body) == ("boat", "A boat and a boat.")
    stage.workspace.open("")
    assert not button.isVisible()
