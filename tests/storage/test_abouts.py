"""What articles are about, read without the rest of them: the same as of the whole article."""

from __future__ import annotations

from pathlib import Path

from editor.core.messages import say
from editor.domain.edits import change_article
from editor.related import BODY_CHARACTERS, about
from editor.storage.abouts import Revision, abouts, revisions
from editor.storage.database import Database
from tests.builders import NOON, FixedClock, a_desk, an_article, created


def test_they_are_what_the_whole_article_is_known_by(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "n")
    articles = (
        an_article(headline="奈良の太鼓まつり", language="ja", body="太鼓" * BODY_CHARACTERS, published=NOON),
        an_article(headline="Grain", tags=("Nara", "ናራ"), section="World", standfirst="Why.", published=NOON),
    )
    trashed = an_article()
    desk.articles.apply(created(*articles, trashed))
    desk.articles.apply(change_article(trashed, say("Trash"), trashed_at=NOON))
    with Database(desk.folder).reading() as connection:
        found = abouts(connection, [articles[0].id, "unheard of", trashed.id, articles[1].id])
    assert found == [about(one) for one in articles]
    assert len(found[0].text) == BODY_CHARACTERS + 1


def test_without_a_date(tmp_path: Path) -> None:
    desk = a_desk(tmp_path / "n")
    desk.articles.apply(created(article := an_article()))
    with Database(desk.folder).reading() as connection:
        (found,) = abouts(connection, [article.id])
    assert found.at is None


def test_revisions_tell_what_changed_since(tmp_path: Path) -> None:
    clock = FixedClock()
    desk = a_desk(tmp_path / "n", clock=clock)
    first, second = an_article(headline="First"), an_article(headline="Second")
    desk.articles.apply(created(first, second))
    clock.forward(60)
    desk.articles.apply(change_article(second, say("Trash"), trashed_at=NOON))
    with Database(desk.folder).reading() as connection:
        assert revisions(connection, "2026-01-14T12:00:30Z") == {
            second.id: Revision(2, "2026-01-14T12:01:00Z", is_trashed=True)
        }
        assert revisions(connection)[first.id] == Revision(1, "2026-01-14T12:00:00Z", is_trashed=False)
        assert len(revisions(connection)) == 2
