"""The steps an article takes from draft to readers and back, each as an edit with its instant."""

from __future__ import annotations

from datetime import datetime

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.article import Article, Status, Withdrawal
from editor.domain.edits import EditArticle, change_article

STATUS_WORDS: dict[Status, Message] = {
    Status.DRAFT: say("Draft"),
    Status.IN_REVIEW: say("In review"),
    Status.READY: say("Ready"),
    Status.PUBLISHED: say("Published"),
    Status.WITHDRAWN: say("Withdrawn"),
}


def publish(article: Article, at: datetime) -> EditArticle:
    """Return the edit that shows `article` to readers from `at` on; one published before keeps its first instant.

    Raises `UserError` when there is no headline yet, or when it is out already.
    """
    if article.status is Status.PUBLISHED:
        raise UserError(say("“{headline}” is published already.", headline=article.headline))
    if not article.headline.strip():
        raise UserError(
            say("An article needs a headline before it is published."),
            say("Type one at the top of the draft."),
        )
    dates = {"published": at} if article.published is None else {"updated": at}
    if article.withdrawal is not None:
        return change_article(article, say("Publish"), status=Status.PUBLISHED, withdrawal=None, **dates)
    return change_article(article, say("Publish"), status=Status.PUBLISHED, **dates)


def withdraw(article: Article, at: datetime) -> EditArticle:
    """Return the edit that takes a published article back; its address will say that it was withdrawn.

    The record of it begins without words: why it was done, and whether readers are told, is said afterwards.
    """
    if article.status is not Status.PUBLISHED:
        raise UserError(
            say(
                "Only a published article can be withdrawn, and “{headline}” is not.",
                headline=article.headline,
            )
        )
    record = Withdrawal(at=at)
    return change_article(article, say("Withdraw"), status=Status.WITHDRAWN, updated=at, withdrawal=record)


def set_status(article: Article, status: Status) -> EditArticle:
    """Return the edit for the steps that need no instant: draft, in review, ready."""
    if status in {Status.PUBLISHED, Status.WITHDRAWN}:
        raise UserError(say("Publishing and withdrawing are actions of their own, with an instant."))
    if article.withdrawal is not None:
        return change_article(article, say("Change status"), status=status, withdrawal=None)
    return change_article(article, say("Change status"), status=status)
