"""Other words in many articles at once: what goes along with them, and who is left alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import AddImage, EditArticle, change_article
from editor.domain.signing import sign_off
from editor.domain.version import VersionKind
from editor.services.articles import Articles
from editor.services.rewriting import Rewriting
from editor.storage import images, media
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, a_database, an_article, an_image, created, png

CLOCK = FixedClock()


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    yield made
    made.close()


def _made(database: Database, *made: Article) -> Articles:
    door = Articles(database, CLOCK, "Amina")
    door.apply(created(*made))
    return door


def _written(database: Database, *edits: EditArticle) -> frozenset[str]:
    rewriting = Rewriting(database, CLOCK, "Amina")
    rewriting.prepare(edits)
    return rewriting.write().refused


def test_pitfall_4_the_present_is_kept_first_once(database: Database) -> None:
    article = an_article(body="ferry")
    door = _made(database, article)
    stored = door.get(article.id)
    assert _written(database, change_article(stored, say("x"), body="boat")) == frozenset()
    (kept,) = door.versions(article.id)
    assert (kept.kind, door.version(kept.id).body, door.get(article.id).body) == (VersionKind.RESTORE, "ferry", "boat")
    assert _written(database, change_article(door.get(article.id), say("x"), body="boat")) == frozenset()
    assert len(door.versions(article.id)) == 1


def test_pitfall_7_words_that_somebody_changed_are_not_overwritten(database: Database) -> None:
    article = an_article(body="ferry")
    door = _made(database, article)
    edit = change_article(door.get(article.id), say("x"), body="boat")
    door.apply(change_article(door.get(article.id), say("x"), body="Typed since"))
    assert _written(database, edit, replace(edit, article_id="nowhere")) == {article.id, "nowhere"}
    assert door.get(article.id).body == "Typed since"


def test_pictures_that_come_with_the_words_are_placed(database: Database) -> None:
    digest = media.keep(database.folder, png(), ".png")
    article = an_article(body="ferry")
    door = _made(database, article)
    door.apply(AddImage(an_image(sha256=digest), say("x"), NOON))
    assert (
        _written(database, change_article(door.get(article.id), say("x"), body=f"![x](images/{digest[:12]}-x.png)"))
        == frozenset()
    )
    with database.reading() as connection:
        (image,) = images.everything(connection)
        assert images.used_in(connection, image.id) == [article.id]


def test_the_list_knows_at_once_that_the_words_are_no_longer_those_signed(database: Database) -> None:
    article = an_article(body="ferry")
    door = _made(database, article)
    door.apply(sign_off(door.get(article.id), "Asha", NOON))
    for words, is_unsigned in (("boat", True), ("ferry", False)):
        assert _written(database, change_article(door.get(article.id), say("x"), body=words)) == frozenset()
        (head,) = door.heads()
        assert head.is_unsigned is is_unsigned


def test_only_a_change_of_words_refuses_an_article(database: Database) -> None:
    tagged, typed = an_article(body="ferry"), an_article(id="2" * 32, slug="two", body="ferry")
    door = _made(database, tagged, typed)
    rewriting = Rewriting(database, CLOCK, "Amina")
    rewriting.prepare([change_article(door.get(one.id), say("x"), body="boat") for one in (tagged, typed)])
    door.apply(change_article(door.get(tagged.id), say("x"), tags=("harbour",)))
    door.apply(change_article(door.get(typed.id), say("x"), body="Typed since"))
    assert rewriting.write().refused == {typed.id}
    assert (door.get(tagged.id).body, door.get(tagged.id).tags) == ("boat", ("harbour",))
    assert door.get(typed.id).body == "Typed since"
    kept = door.version(door.versions(tagged.id)[0].id)
    assert (kept.body, kept.tags) == ("ferry", ("harbour",))


def test_more_than_was_said_is_not_written(database: Database) -> None:
    """Marks that came since would have to move with the words: the edit that undo knows says nothing of them."""
    article = an_article(body="By AI: ferry")
    door = _made(database, article)
    rewriting = Rewriting(database, CLOCK, "Amina")
    rewriting.prepare([change_article(door.get(article.id), say("x"), body="By AI: boat")])
    door.apply(change_article(door.get(article.id), say("x"), ai_ranges=((0, 5),)))
    assert rewriting.write().refused == {article.id}
    assert (door.get(article.id).body, door.get(article.id).ai_ranges) == ("By AI: ferry", ((0, 5),))
