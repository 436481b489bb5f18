"""How articles and pictures stand is another thing after each change that a check could see, and the same otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from editor.domain.article import Status
from editor.domain.image import Placement
from editor.storage.standing import in_sets, names_in, standings
from tests.builders import NOON, a_database, a_link, an_article, an_id, an_image


def test_articles_links_and_pictures_are_told_without_their_words(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    hero = an_image(sha256="ab" * 32)
    target = an_article(id=an_id(1), headline="Earlier  News", status=Status.PUBLISHED, published=NOON)
    article = an_article(
        id=an_id(2),
        hero=Placement(image_id=hero.id),
        body=f"![x](images/{'cd' * 6}-y.png)",
        links=(a_link(target), a_link(pending="later", on_timeline=True)),
    )
    gone = an_article(id=an_id(3), slug="gone", trashed_at=NOON)
    with database.writing() as transaction:
        transaction.insert_image(hero)
        for one in (target, article, gone):
            transaction.insert_article(one, NOON, "Amina")
    with database.reading() as connection:
        before = standings(connection)
        assert names_in(connection, "en") == [(target.id, target.headline), (article.id, article.headline)]
    assert list(before.articles) == [target.id, article.id]
    assert before.articles[target.id].headline == "earlier news"
    assert before.articles[target.id].instants == ("2026-01-14T12:00:00Z",)
    assert before.links == {article.id: [(target.id, "", 1, 0), ("", "later", 1, 1)]}
    assert {one: sorted(its) for one, its in before.pictures.items()} == {article.id: [hero.id, "cd" * 6]}
    assert before.files == {"ab" * 6: hero.id}
    with database.writing() as transaction:
        transaction.update_article(target, replace(target, body="More."), NOON, "Amina")
        transaction.update_image(replace(hero, credit="C"))
    with database.reading() as connection:
        after = standings(connection)
    assert after.articles[target.id] != before.articles[target.id]
    assert after.articles[article.id] == before.articles[article.id]
    assert after.images[hero.id] != before.images[hero.id]
    database.close()


def test_sets_are_found_with_what_is_in_them_outside_the_trash(tmp_path: Path) -> None:
    database = a_database(tmp_path / "desk")
    members = [an_article(slug=tag, language=tag, translation_set="a", is_source=tag == "en") for tag in ("en", "sw")]
    gone = an_article(slug="gone", language="fr", translation_set="a", is_source=False, trashed_at=NOON)
    with database.writing() as transaction:
        for article in (*members, gone, an_article(slug="alone", translation_set="b")):
            transaction.insert_article(article, NOON, "Amina")
    with database.reading() as connection:
        assert in_sets(connection, {"a", "nothing"}) == {one.id for one in members}
        assert in_sets(connection, set()) == set()
    database.close()
