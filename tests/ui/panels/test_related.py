"""Related articles: found, linked, ordered, shown where one wants them, told by hand, and taken back."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QComboBox, QLabel, QLineEdit, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk, OpenMode, open_desk
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.authorship import Authorship
from editor.domain.edits import AddImage, CreateArticle, change_article
from editor.domain.image import Placement
from editor.domain.link import External
from editor.ui.registry import RELATED
from editor.ui.widgets.article_mime import LINK_MIME, mime_of
from editor.ui.widgets.choice_field import ChoiceField
from editor.ui.widgets.link_list import ArticlesDropped, LinkList
from editor.ui.widgets.offer_list import OfferList
from tests.builders import NOON, a_link, an_article, an_external, an_image, created
from tests.ui.panel_host import PanelHost, hosted, until


@pytest.fixture
def others(desk: Desk) -> list[Article]:
    made = [
        an_article(
            headline=headline,
            tags=("ferry",),
            status=Status.PUBLISHED,
            published=NOON - timedelta(days=number + 1),
            authorship=Authorship.AI_GENERATED if number == 0 else Authorship.NOT_STATED,
        )
        for number, headline in enumerate(("Harbour opens", "Ferry delayed", "Bridge planned"))
    ]
    desk.articles.apply(created(*made))
    return [desk.articles.get(one.id) for one in made]


@pytest.fixture
def article(desk: Desk, others: list[Article]) -> Article:
    links = (a_link(others[0]), a_link(others[1], on_timeline=True), a_link(pending="on-its-way"))
    made = an_article(headline="Ferry runs again", tags=("ferry",), links=links)
    desk.articles.apply(CreateArticle(made, say("New"), NOON))
    return desk.articles.get(made.id)


@pytest.fixture
def host(qtbot: QtBot, desk: Desk, article: Article) -> PanelHost:
    return hosted(qtbot, desk, RELATED, article)


def rows(host: PanelHost) -> list[str]:
    return [row.link_id for row in host.part(LinkList, "related.links").rows()]


def offers(host: PanelHost) -> OfferList:
    found = host.part(OfferList, "related.finder.offers")
    assert isinstance(found, OfferList)
    return found


def test_nothing_open_says_what_belongs_here(qtbot: QtBot, desk: Desk) -> None:
    host = hosted(qtbot, desk, RELATED)
    assert not host.part(QLineEdit, "related.finder.search").isVisible()


def test_links_stand_in_page_order_with_labels_of_their_targets(host: PanelHost, article: Article) -> None:
    assert rows(host) == [link.id for link in article.links]
    first = host.part(LinkList, "related.links").rows()[0]
    assert "Reported by AI" in first.accessibleName()
    assert "Not in the newsroom yet" in host.part(LinkList, "related.links").rows()[2].accessibleName()


def test_suggestions_come_with_a_reason_and_are_linked_with_enter(
    qtbot: QtBot, host: PanelHost, others: list[Article]
) -> None:
    until(qtbot, lambda: offers(host).model().rowCount() > 0)
    spoken = offers(host).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "Bridge planned" in spoken
    assert "ferry" in spoken
    QTest.keyClick(host.part(QLineEdit, "related.finder.search"), Qt.Key.Key_Down)
    QTest.keyClick(offers(host), Qt.Key.Key_Return)
    assert host.article.links[-1].article == others[2].id
    host.workspace.undo()
    assert len(host.article.links) == 3


def test_search_finds_by_words(qtbot: QtBot, host: PanelHost) -> None:
    QTest.keyClicks(host.part(QLineEdit, "related.finder.search"), "harbour")
    until(qtbot, lambda: "1 article found" in host.part(QLabel, "related.finder.state").text())
    assert offers(host).model().index(0, 0).data() == "Harbour opens"
    assert "Linked already" in offers(host).model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_rows_are_walked_and_moved_by_keyboard(host: PanelHost, article: Article) -> None:
    first, second, third = (link.id for link in article.links)
    row = host.part(LinkList, "related.links").rows()[0]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert rows(host) == [second, first, third]
    assert host.part(LinkList, "related.links").row(first).hasFocus()
    host.workspace.undo()
    assert rows(host) == [first, second, third]


def test_delete_takes_a_link_out_and_undo_brings_it_back(host: PanelHost, article: Article) -> None:
    row = host.part(LinkList, "related.links").rows()[1]
    row.setFocus()
    QTest.keyClick(row, Qt.Key.Key_Delete)
    assert len(host.article.links) == 2
    assert host.part(LinkList, "related.links").rows()[1].hasFocus()
    host.workspace.undo()
    assert host.article.links == article.links


def test_card_and_timeline_are_chosen_for_each_link(host: PanelHost, article: Article) -> None:
    link = article.links[0].id
    QTest.mouseClick(host.part(QCheckBox, f"related.link.{link}.timeline"), Qt.MouseButton.LeftButton)
    assert host.article.links[0].on_timeline
    QTest.keyClick(host.part(QCheckBox, f"related.link.{link}.card"), Qt.Key.Key_Space)
    assert not host.article.links[0].on_card
    host.workspace.undo()
    assert host.part(QCheckBox, f"related.link.{link}.card").isChecked()


def test_a_row_that_is_dropped_goes_where_it_was_dropped(qtbot: QtBot, host: PanelHost, article: Article) -> None:
    links = host.part(LinkList, "related.links")
    first, second, third = (link.id for link in article.links)
    until(qtbot, lambda: links.rows()[2].height() > 0)
    below = QPointF(20, links.rows()[2].y() + links.rows()[2].height())
    action, button, keys = Qt.DropAction.MoveAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    carried = mime_of([first], LINK_MIME)
    links.dropEvent(QDropEvent(below, action, carried, button, keys))
    assert rows(host) == [second, third, first]


def test_articles_that_are_dropped_are_linked_there(host: PanelHost, others: list[Article]) -> None:
    links = host.part(LinkList, "related.links")
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    carried = mime_of([others[0].id, others[2].id])
    links.dropEvent(QDropEvent(QPointF(20, 0), action, carried, button, keys))
    assert [link.article for link in host.article.links][:2] == [others[2].id, others[0].id]


def test_an_article_is_not_linked_to_itself(host: PanelHost) -> None:
    links = host.part(LinkList, "related.links")
    links.dropped.emit(ArticlesDropped((host.article.id,), 0))
    assert len(host.article.links) == 3
    assert len(host.notices) == 1


def test_an_outside_article_is_told_by_hand_field_by_field(host: PanelHost) -> None:
    QTest.mouseClick(host.part(QPushButton, "related.outside"), Qt.MouseButton.LeftButton)
    headline = host.part(QLineEdit, "external.headline")
    assert host.part(QLabel, "external.hint").text() == "Give it a headline, a summary or an address, and it is linked."
    QTest.keyClicks(headline, "Port strike ends")
    QTest.keyClick(headline, Qt.Key.Key_Return)
    found = outside(host)
    assert found.headline == "Port strike ends"
    published = host.part(QLineEdit, "external.published")
    QTest.keyClicks(published, "2026-01-10 09:30")
    QTest.keyClick(published, Qt.Key.Key_Return)
    found = outside(host)
    assert found.published is not None
    assert found.published.isoformat() == "2026-01-10T14:30:00+00:00"  # America/New_York
    assert len(host.article.links) == 4
    host.workspace.undo()
    host.workspace.undo()
    assert len(host.article.links) == 3


def test_what_is_typed_outside_is_kept_when_another_article_opens(host: PanelHost, others: list[Article]) -> None:
    article = host.article
    QTest.mouseClick(host.part(QPushButton, "related.outside"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(host.part(QLineEdit, "external.headline"), "Half told")
    host.workspace.settling.connect(host.panel.settle)
    host.workspace.open(others[0].id)
    last = host.desk.articles.get(article.id).links[-1].external
    assert last is not None
    assert last.headline == "Half told"


def test_an_outside_picture_is_known_by_its_words(host: PanelHost) -> None:
    QTest.mouseClick(host.part(QPushButton, "related.outside"), Qt.MouseButton.LeftButton)
    headline = host.part(QLineEdit, "external.headline")
    QTest.keyClicks(headline, "Port strike ends")
    QTest.keyClick(headline, Qt.Key.Key_Return)
    host.part(QCheckBox, "external.has_picture").setChecked(True)
    source = host.part(ChoiceField, "external.source_type")
    source.setCurrentIndex(source.findData("trainedAlgorithmicMedia"))
    source.activated.emit(source.currentIndex())
    found = outside(host)
    assert found.picture is not None
    image = host.desk.images.get(found.picture.image_id)
    assert image.source_type == "trainedAlgorithmicMedia"
    assert (image.decided_by, image.decided_at is not None) == (host.desk.person, True)
    assert "Image generated by AI" in host.part(LinkList, "related.links").rows()[-1].accessibleName()


def test_a_new_picture_of_a_target_changes_its_labels(host: PanelHost, others: list[Article]) -> None:
    picture = an_image()
    host.workspace.request(AddImage(picture, say("Add"), NOON))
    target = host.desk.articles.get(others[1].id)
    host.workspace.request(change_article(target, say("Hero"), hero=Placement(image_id=picture.id)))
    assert "Image generated by AI" in host.part(LinkList, "related.links").rows()[1].accessibleName()


def test_enter_opens_a_target_and_back_links_lead_back(host: PanelHost, others: list[Article]) -> None:
    article = host.article
    QTest.keyClick(host.part(LinkList, "related.links").rows()[0], Qt.Key.Key_Return)
    assert host.requested == [others[0].id]
    host.workspace.open(others[0].id)
    backs = [one for one in host.panel.findChildren(QPushButton) if one.property("article") == article.id]
    backs[0].click()
    assert host.requested == [others[0].id, article.id]


def test_a_refused_edit_leaves_the_row_as_it_is_stored(host: PanelHost, article: Article) -> None:
    # Somebody else changed the links meanwhile: the edit's before no longer holds.
    host.desk.articles.apply(change_article(article, say("Elsewhere"), links=article.links[:1]))
    box = host.part(QCheckBox, f"related.link.{article.links[0].id}.timeline")
    QTest.mouseClick(box, Qt.MouseButton.LeftButton)
    assert len(host.notices) == 1
    assert not box.isChecked()


def test_reading_only_offers_no_change(qtbot: QtBot, desk: Desk, article: Article) -> None:
    link = a_link(external=an_external(headline="Strike called"))
    desk.articles.apply(change_article(article, say("Outside"), links=(*article.links, link)))
    second = open_desk(desk.folder, mode=OpenMode.WRITE_OR_READ)
    host = hosted(qtbot, second, RELATED, second.articles.get(article.id))
    host.panel.edit_requested.connect(host.notices.append)
    links = host.part(LinkList, "related.links")
    assert not host.part(QLineEdit, "related.finder.search").isVisible()
    assert not host.part(QPushButton, "related.outside").isVisible()
    assert not any(box.isEnabled() for box in host.shown(QCheckBox))
    assert not links.acceptDrops()
    row = links.rows()[-1]
    assert [button.accessibleName() for button in row.findChildren(QToolButton) if button.isVisible()] == [
        "Look at “Strike called”"
    ]
    for key, alt in ((Qt.Key.Key_Delete, False), (Qt.Key.Key_Up, True)):
        QTest.keyClick(row, key, Qt.KeyboardModifier.AltModifier if alt else Qt.KeyboardModifier.NoModifier)
    QTest.keyClick(row, Qt.Key.Key_Return)  # what is told of it can be read, and nothing of that changed
    headline = host.part(QLineEdit, "external.headline")
    assert headline.text() == "Strike called"
    QTest.keyClicks(headline, "x")
    host.panel.settle()
    assert all(field.isReadOnly() or not field.isEnabled() for field in host.shown(QLineEdit))
    assert not any(box.isEnabled() for box in (*host.shown(QComboBox), *host.shown(QCheckBox)))
    assert host.notices == []
    second.close()


PAGE = (
    "<html lang='fr'><head><title>Fin</title><meta property='og:site_name' content='Le Journal'>"
    '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Fin de la grève",'
    ' "url": "https://example.org/greve", "datePublished": "2026-01-10", "digitalSourceType":'
    ' "https://schema.org/TrainedAlgorithmicMediaDigitalSource", "image": {"@type": "ImageObject", "caption":'
    ' "Le port", "digitalSourceType": "https://schema.org/TrainedAlgorithmicMediaDigitalSource"}}</script>'
)
FEED = (
    "<rss><channel><title>The Paper</title><item><title>Port strike ends</title><link>https://example.org/a</link>"
    "</item><item><title>Ferries run</title><link>https://example.org/b</link></item></channel></rss>"
)


def dropped(host: PanelHost, text: str) -> None:
    carried = QMimeData()
    carried.setText(text)
    action, button, keys = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    host.panel.dropEvent(QDropEvent(QPointF(20, 400), action, carried, button, keys))


def outside(host: PanelHost) -> External:
    last = host.article.links[-1].external
    assert last is not None
    return last


def test_a_page_that_is_dropped_is_linked_with_the_labels_that_it_declares(qtbot: QtBot, host: PanelHost) -> None:
    dropped(host, PAGE)
    until(qtbot, lambda: len(host.article.links) == 4)
    found = outside(host)
    assert (found.headline, found.url, found.language) == ("Fin de la grève", "https://example.org/greve", "fr")
    assert str(found.published) == "2026-01-10 05:00:00+00:00"  # the day begins in America/New_York
    spoken = host.part(LinkList, "related.links").rows()[-1].accessibleName()
    assert "Reported by AI. Image generated by AI" in spoken
    assert "Le Journal" in spoken
    host.workspace.undo()
    assert len(host.article.links) == 3
    host.workspace.redo()
    dropped(host, PAGE)
    until(qtbot, lambda: bool(host.notices))
    assert str(host.notices[0]) == "This article is linked already."
    assert len(host.article.links) == 4


def test_an_address_alone_is_linked_and_its_page_fills_in_the_rest(qtbot: QtBot, host: PanelHost) -> None:
    dropped(host, "https://www.example.org/greve")
    until(qtbot, lambda: len(host.article.links) == 4)
    assert (outside(host).headline, outside(host).url) == ("example.org/greve", "https://www.example.org/greve")
    assert "Only its address is known" in host.part(QLabel, "external.hint").text()
    headline = host.part(QLineEdit, "external.headline")
    assert headline.selectedText() == "example.org/greve"  # typing replaces it
    dropped(host, PAGE)
    until(qtbot, lambda: outside(host).headline == "Fin de la grève")
    assert outside(host).url == "https://www.example.org/greve"  # what was there stays
    assert headline.text() == "Fin de la grève"
    assert len(host.article.links) == 4
    host.workspace.undo()
    assert outside(host).headline == "example.org/greve"


def test_an_address_that_is_typed_is_not_lost(host: PanelHost) -> None:
    QTest.mouseClick(host.part(QPushButton, "related.outside"), Qt.MouseButton.LeftButton)
    QTest.keyClicks(host.part(QLineEdit, "external.url"), "https://example.org/a")
    host.panel.settle()
    assert (outside(host).headline, outside(host).url) == ("example.org/a", "https://example.org/a")


def test_articles_of_a_feed_are_linked_one_by_one(qtbot: QtBot, host: PanelHost) -> None:
    dropped(host, FEED)
    entries = host.part(OfferList, "related.feed.entries")
    until(qtbot, entries.isVisible)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    QTest.keyClick(entries, Qt.Key.Key_Down)
    QTest.keyClick(entries, Qt.Key.Key_Return)
    assert [link.external.headline for link in host.article.links[3:] if link.external] == [
        "Port strike ends",
        "Ferries run",
    ]
    assert "Linked already" in entries.model().index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    host.workspace.undo()
    assert "Linked already" not in entries.model().index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    QTest.keyClick(entries, Qt.Key.Key_Escape)
    assert host.part(LinkList, "related.links").isVisible()
    assert len(rows(host)) == 4


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (FEED[:-9], "damaged"),
        ("<rss><channel/></rss>", "no articles in it"),
        ("javascript:alert(1)", "leads to no article"),
        ("file:///etc/passwd", "leads to no article"),
        ("https://exam\u202eple.org", "cannot be seen"),
    ],
)
def test_what_cannot_be_linked_changes_nothing(qtbot: QtBot, host: PanelHost, text: str, said: str) -> None:
    dropped(host, text)
    until(qtbot, lambda: bool(host.notices))
    assert said in str(host.notices[0])
    assert len(host.article.links) == 3


def test_the_clipboard_is_pasted_by_key(qtbot: QtBot, host: PanelHost) -> None:
    QGuiApplication.clipboard().setText("https://example.org/a")
    QTest.keyClick(host.part(LinkList, "related.links").rows()[0], Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    until(qtbot, lambda: len(host.article.links) == 4)
    assert outside(host).url == "https://example.org/a"


def test_back_links_follow_the_articles_that_link_here(qtbot: QtBot, host: PanelHost, others: list[Article]) -> None:
    article = host.article
    host.workspace.open(others[0].id)

    def backs() -> list[str]:
        return [one.text() for one in host.shown(QPushButton) if one.property("article")]

    fold = host.part(QToolButton, "related.back.fold.button")
    fold.click()
    until(qtbot, lambda: ["Ferry runs again" in one for one in backs()] == [True])
    host.workspace.request(change_article(article, say("Headline"), headline="Ferry stops"))
    until(qtbot, lambda: ["Ferry stops" in one for one in backs()] == [True])
    article = host.desk.articles.get(article.id)
    host.workspace.request(change_article(article, say("Trash"), trashed_at=NOON))
    until(qtbot, lambda: backs() == [])
    host.workspace.request(change_article(host.desk.articles.get(article.id), say("Back"), trashed_at=None))
    until(qtbot, lambda: len(backs()) == 1)
