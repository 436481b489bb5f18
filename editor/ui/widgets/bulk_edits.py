"""One edit for several articles: the steps of the workflow, and the way into the trash and back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain import workflow
from editor.domain.article import Article, ArticleHead, Status
from editor.domain.edits import Edit, EditArticle, Several


@dataclass(frozen=True, slots=True)
class Bulk:
    """The edit, None where nothing is to be done, and the first article's reason why it had to be left out."""

    edit: Edit | None
    left_out: UserError | None = None


def set_status(heads: Sequence[ArticleHead], status: Status) -> Bulk:
    """Return the edit that takes all of `heads` to a step that needs no instant."""
    label = say("Change status")
    return _bulk(
        [
            EditArticle(head.id, {"status": head.status}, {"status": status}, label)
            for head in heads
            if head.status is not status
        ],
        label,
    )


def publish(heads: Sequence[ArticleHead], get: Callable[[str], Article], at: datetime) -> Bulk:
    """Return the edit that publishes those of `heads` that are not out yet and can be."""
    wanted = [head for head in heads if head.status is not Status.PUBLISHED]
    return _stepped(wanted, get, at, workflow.publish, say("Publish"))


def withdraw(heads: Sequence[ArticleHead], get: Callable[[str], Article], at: datetime) -> Bulk:
    """Return the edit that takes those of `heads` back that are out."""
    wanted = [head for head in heads if head.status is Status.PUBLISHED]
    return _stepped(wanted, get, at, workflow.withdraw, say("Withdraw"))


def trash(heads: Sequence[ArticleHead], at: datetime) -> Bulk:
    """Return the edit that puts `heads` into the trash."""
    label = say("Move to trash")
    return _bulk([EditArticle(head.id, {"trashed_at": None}, {"trashed_at": at}, label) for head in heads], label)


def restore(heads: Sequence[ArticleHead]) -> Bulk:
    """Return the edit that takes `heads` out of the trash."""
    label = say("Restore from trash")
    return _bulk(
        [EditArticle(head.id, {"trashed_at": head.trashed_at}, {"trashed_at": None}, label) for head in heads], label
    )


def _stepped(
    heads: Sequence[ArticleHead],
    get: Callable[[str], Article],
    at: datetime,
    step: Callable[[Article, datetime], EditArticle],
    label: Message,
) -> Bulk:
    edits: list[EditArticle] = []
    left_out: UserError | None = None
    for head in heads:
        try:
            edits.append(step(get(head.id), at))
        except UserError as error:
            left_out = left_out or error
    return Bulk(_bulk(edits, label).edit, left_out)


def _bulk(edits: Sequence[EditArticle], label: Message) -> Bulk:
    if not edits:
        return Bulk(None)
    return Bulk(edits[0] if len(edits) == 1 else Several(tuple(edits), label))
