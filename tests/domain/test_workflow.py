"""From draft to readers and back."""

from __future__ import annotations

from datetime import timedelta

import pytest

from editor.core.errors import UserError
from editor.domain.article import Status, Withdrawal
from editor.domain.workflow import STATUS_WORDS, publish, set_status, withdraw
from tests.builders import NOON, an_article

LATER = NOON + timedelta(hours=1)


def test_the_first_publishing_sets_the_instant() -> None:
    article = publish(an_article(), NOON).on(an_article(id="0" * 32))
    assert (article.status, article.published, article.updated) == (Status.PUBLISHED, NOON, None)


def test_a_later_publishing_keeps_the_first_instant() -> None:
    article = an_article(status=Status.WITHDRAWN, published=NOON)
    again = publish(article, LATER).on(article)
    assert (again.status, again.published, again.updated) == (Status.PUBLISHED, NOON, LATER)


def test_what_is_out_is_not_published_again() -> None:
    with pytest.raises(UserError, match="published already"):
        publish(an_article(status=Status.PUBLISHED), NOON)


def test_nothing_is_published_without_a_headline() -> None:
    with pytest.raises(UserError, match="needs a headline"):
        publish(an_article(headline="  ", slug="x"), NOON)


def test_withdrawing_keeps_the_first_instant() -> None:
    article = an_article(status=Status.PUBLISHED, published=NOON)
    gone = withdraw(article, LATER).on(article)
    assert (gone.status, gone.published, gone.updated) == (Status.WITHDRAWN, NOON, LATER)
    assert gone.withdrawal == Withdrawal(at=LATER)
    assert withdraw(article, LATER).inverse().on(gone) == article


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.READY])
def test_what_comes_back_is_withdrawn_no_more(status: Status) -> None:
    gone = an_article(status=Status.WITHDRAWN, published=NOON, withdrawal=Withdrawal(at=NOON, note="Not checked."))
    step = publish(gone, LATER) if status is Status.PUBLISHED else set_status(gone, status)
    back = step.on(gone)
    assert (back.status, back.withdrawal) == (status, None)
    assert step.inverse().on(back) == gone


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.READY, Status.WITHDRAWN])
def test_only_what_is_out_can_be_withdrawn(status: Status) -> None:
    with pytest.raises(UserError, match="Only a published article"):
        withdraw(an_article(status=status), NOON)


@pytest.mark.parametrize("status", [Status.DRAFT, Status.IN_REVIEW, Status.READY])
def test_the_other_steps_need_no_instant(status: Status) -> None:
    article = an_article(status=Status.DRAFT)
    assert set_status(article, status).on(article).status is status


@pytest.mark.parametrize("status", [Status.PUBLISHED, Status.WITHDRAWN])
def test_the_other_steps_do_not_reach_readers(status: Status) -> None:
    with pytest.raises(UserError, match="actions of their own"):
        set_status(an_article(), status)


def test_every_status_has_words() -> None:
    assert set(STATUS_WORDS) == set(Status)
