"""What was read of a newsroom is what stands in it, however it came to stand there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from editor.core.messages import say
from editor.domain.content import content_hash
from editor.domain.edits import change_article
from editor.services.known_articles import KnownArticles
from editor.storage.kept_bodies import KeptBodies
from tests.builders import a_link, an_article, created
from tests.services.desks import a_desk


def test_it_is_always_what_reading_everything_gives(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        known = KnownArticles(KeptBodies(tmp_path / "bodies.sqlite3"))

        def is_right() -> bool:
            with desk.newsroom.reading() as connection:
                articles, versions = known.read(connection)
            there = desk.articles.all()
            return list(articles.values()) == there and dict(versions) == {one.id: content_hash(one) for one in there}

        assert is_right()
        waiting = an_article(slug="waiting", links=(a_link(pending="later"),))
        desk.articles.apply(created(*(an_article(slug=f"one-{number}") for number in range(20)), waiting))
        assert is_right()
        first = desk.articles.all()[0]
        desk.articles.apply(change_article(first, say("Type"), body="Other words."))
        assert is_right()
        desk.articles.apply(created(an_article(slug="later")))
        assert is_right(), "a link that waited leads there now, and its article counts no revision for it"
        assert desk.articles.get(waiting.id).links[0].article
        desk.articles.apply(change_article(desk.articles.get(first.id), say("Trash"), trashed_at=first.created_at))
        assert is_right()


def test_hashes_are_taken_from_an_earlier_program_for_the_same_fields_alone(tmp_path: Path) -> None:
    with a_desk(tmp_path / "desk") as desk:
        desk.articles.apply(created(an_article(body="One."), an_article(slug="b", body="Two.")))
        file = tmp_path / "bodies.sqlite3"

        def read() -> Mapping[str, str]:
            with desk.newsroom.reading() as connection:
                return KnownArticles(KeptBodies(file)).read(connection)[1]

        before = read()
        version = next(iter(before.values()))
        kept = KeptBodies(file)
        kept.keep_versions({print_: "f" * 64 for print_, one in kept.versions().items() if one == version})
        taken = read()
        assert "f" * 64 in taken.values(), "they were not taken from there"
        article = next(one for one in desk.articles.all() if taken[one.id] == "f" * 64)
        desk.articles.apply(change_article(article, say("Type"), body="Three."))
        after = read()
        assert after[article.id] == content_hash(desk.articles.get(article.id))
        file.write_text("no database " * 100)
        assert read().keys() == before.keys()


@pytest.mark.parametrize("spoilt", [b"", b"{}", b"\xff" * 4096])
def test_a_spoilt_file_is_no_trouble(tmp_path: Path, spoilt: bytes) -> None:
    (tmp_path / "bodies.sqlite3").write_bytes(spoilt)
    with a_desk(tmp_path / "desk") as desk:
        one = an_article()
        desk.articles.apply(created(one))
        with desk.newsroom.reading() as connection:
            assert KnownArticles(KeptBodies(tmp_path / "bodies.sqlite3")).read(connection)[1] == {
                one.id: content_hash(one)
            }
