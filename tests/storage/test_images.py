"""Images come back as they were stored, by id and by hash, and say where they are used."""

from __future__ import annotations

from pathlib import Path

from editor.domain.image import Placement
from editor.storage import images
from tests.builders import NOON, a_database, a_link, an_article, an_external, an_image

DIGEST = "abcdef012345" + "6" * 52


def test_images_by_id_and_by_hash(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    filed, words, gone = an_image(sha256=DIGEST), an_image(), an_image(trashed_at=NOON)
    with database.writing() as transaction:
        for image in (filed, words, gone):
            transaction.insert_image(image)
    with database.reading() as connection:
        assert images.image(connection, words.id) == words
        assert images.image(connection, "nobody") is None
        assert images.by_hash(connection, DIGEST[:12]) == filed
        assert images.by_hash(connection, filed.id) == filed
        assert images.by_hash(connection, words.id) == words
        assert images.by_hash(connection, "f" * 12) is None
        assert images.by_hash(connection, "") is None
        assert images.images(connection, [filed.id, "nobody"]) == {filed.id: filed}
        assert {image.id for image in images.everything(connection)} == {filed.id, words.id}
    database.close()


def test_used_as_hero_in_the_body_and_on_a_link(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    picture = an_image(sha256=DIGEST)
    articles = [
        an_article(slug="hero", hero=Placement(image_id=picture.id)),
        an_article(slug="body", body=f"Text ![alt]({picture.path})"),
        an_article(slug="link", links=(a_link(external=an_external(picture=Placement(image_id=picture.id))),)),
        an_article(slug="none", body="![elsewhere](https://a.example/x.png)"),
    ]
    with database.writing() as transaction:
        transaction.insert_image(picture)
        for article in articles:
            transaction.insert_article(article, NOON, "Amina")
    with database.reading() as connection:
        assert set(images.used_in(connection, picture.id)) == {article.id for article in articles[:3]}
    database.close()


def test_a_picture_that_comes_after_its_mention_is_found(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    picture = an_image(sha256=DIGEST)
    article = an_article(body=f"Text ![alt]({picture.path})")
    with database.writing() as transaction:
        transaction.insert_article(article, NOON, "Amina")
        transaction.insert_image(picture)
    with database.reading() as connection:
        assert images.used_in(connection, picture.id) == [article.id]
    database.close()


def test_uses_tell_the_headline_and_the_captions_once_an_article(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    picture = an_image(sha256=DIGEST)
    placed = Placement(image_id=picture.id, caption="At the pier")
    both = an_article(headline="Both", hero=placed, body=f"Text ![alt]({picture.path})")
    card = an_article(headline="Card", links=(a_link(external=an_external(picture=placed)),))
    with database.writing() as transaction:
        transaction.insert_image(picture)
        for article in (both, card):
            transaction.insert_article(article, NOON, "Amina")
    with database.reading() as connection:
        assert images.uses(connection) == {
            picture.id: {both.id: ("Both", "At the pier"), card.id: ("Card", "At the pier")}
        }
    database.close()
