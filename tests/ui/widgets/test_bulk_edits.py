"""One edit for several articles."""

from __future__ import annotations

from editor.core.errors import UserError
from editor.domain.article import Article, Status
from editor.domain.edits import EditArticle, Several
from editor.ui.widgets import bulk_edits
from tests.builders import NOON, an_article
from tests.ui.widgets.test_article_model import a_head


def test_only_what_differs_changes_status() -> None:
    bulk = bulk_edits.set_status([a_head(1), a_head(2, status=Status.READY)], Status.READY)
    assert isinstance(bulk.edit, EditArticle)
    assert bulk.edit.article_id == a_head(1).id
    assert bulk_edits.set_status([a_head(2, status=Status.READY)], Status.READY).edit is None


def test_publishing_leaves_out_what_cannot_and_says_why() -> None:
    articles = {a_head(1).id: an_article(id=a_head(1).id), a_head(2).id: an_article(id=a_head(2).id, headline=" ")}

    def get(article_id: str) -> Article:
        return articles[article_id]

    heads = [a_head(1), a_head(2), a_head(3, status=Status.PUBLISHED)]
    bulk = bulk_edits.publish(heads, get, NOON)
    assert isinstance(bulk.edit, EditArticle)
    assert bulk.edit.after == {"status": Status.PUBLISHED, "published": NOON}
    assert isinstance(bulk.left_out, UserError)
    assert bulk_edits.withdraw(heads[:2], get, NOON).edit is None


def test_trash_and_restore_are_each_others_inverse() -> None:
    heads = [a_head(1), a_head(2)]
    gone = bulk_edits.trash(heads, NOON).edit
    back = bulk_edits.restore([a_head(1, trashed_at=NOON), a_head(2, trashed_at=NOON)]).edit
    assert isinstance(gone, Several)
    assert isinstance(back, Several)
    assert [(one.before, one.after) for one in gone.inverse().edits if isinstance(one, EditArticle)] == [
        (one.before, one.after) for one in back.edits if isinstance(one, EditArticle)
    ]
