"""Which pictures a list shows."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.edits import AddImage
from editor.domain.image import Placement
from editor.services.image_library import LibraryQuery, Shelf
from editor.ui.jobs import Jobs
from editor.ui.widgets.picture_finding import Found, PictureFinder, Wanted, find_pictures
from tests.builders import NOON, a_link, an_article, an_external, an_image, created, png
from tests.images.pictures import a_picture, as_jpeg


def test_an_articles_pictures_come_in_their_order_each_once(desk: Desk) -> None:
    hero, card = an_image(), an_image(alt={"en": "On a card"})
    body = desk.images.read(png(), "body.png")
    for image in (hero, card, body):
        desk.articles.apply(AddImage(image, say("x"), NOON))
    link = a_link(external=an_external(picture=Placement(image_id=card.id)))
    article = an_article(
        hero=Placement(image_id=hero.id), body=f"![a]({body.path})\n\n![b]({body.path})", links=(link,)
    )
    desk.articles.apply(created(article))
    found = find_pictures(desk.images, Wanted(desk.articles.get(article.id)), quiet()).pictures
    assert [(one.image.id, one.role) for one in found] == [
        (hero.id, "Main picture"), (body.id, "In the text"), (card.id, "On a card"),
    ]  # fmt: skip


def test_the_library_answers_with_its_counts(desk: Desk) -> None:
    words_only = an_image(alt={"fr": "Un tambour d’été"}, credit="Agence")
    desk.articles.apply(AddImage(words_only, say("x"), NOON))
    filed = desk.images.read(png(), "Bridge.png")
    desk.articles.apply(AddImage(filed, say("x"), NOON))

    def found(words: str) -> Found:
        return find_pictures(desk.images, Wanted(None, LibraryQuery(words), ("sw",)), quiet())

    assert [one.image.id for one in found("ETE agence").pictures] == [words_only.id]
    assert found("bridge").counts["no-alt:sw"] == 2
    assert found("").counts[Shelf.AI_GENERATED] == 1
    assert find_pictures(desk.images, Wanted(None), quiet()).pictures == ()


def test_a_file_that_is_gone_is_marked_in_the_library_and_in_the_article(desk: Desk) -> None:
    image = desk.images.read(png(), "a.png")
    desk.articles.apply(AddImage(image, say("x"), NOON))
    article = an_article(hero=Placement(image_id=image.id))
    desk.articles.apply(created(article))
    original = desk.images.original(image)
    assert original is not None
    original.unlink()
    for wanted in (Wanted(None, LibraryQuery()), Wanted(desk.articles.get(article.id))):
        assert [one.is_missing for one in find_pictures(desk.images, wanted, quiet()).pictures] == [True]


def test_pictures_are_compared_once_behind_the_first_look(desk: Desk, qtbot: QtBot) -> None:
    photo = a_picture(7)
    for name, data in (("one.png", photo), ("two.jpg", as_jpeg(photo, quality=40)), ("other.png", a_picture(8))):
        desk.articles.apply(AddImage(desk.images.read(data, name), say("x"), NOON))
    jobs = Jobs()
    answers: list[Found] = []
    finder = PictureFinder(desk.images, jobs, jobs)
    finder.found.connect(answers.append)
    finder.ask(Wanted(None, LibraryQuery(shelf=Shelf.ALIKE)))
    qtbot.waitUntil(lambda: len(answers) == 2 and jobs.is_idle())
    assert (answers[0].is_compared, answers[0].pictures) == (False, ())
    assert answers[1].is_compared
    assert sorted(one.image.name for one in answers[1].pictures) == ["one.png", "two.jpg"]
    assert answers[1].counts[Shelf.ALIKE] == 2
    jobs.stop_all()
