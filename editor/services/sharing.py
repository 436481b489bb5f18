"""What an edit of one article does to its translation set: one article a language, one value for what is shared."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edits import CreateArticle, Edit, EditArticle, Several, change_article
from editor.domain.one_language import is_one_language
from editor.domain.translation import SHARED_FIELDS, joined_to, shared_with, source_of, translated_words
from editor.storage import articles

if TYPE_CHECKING:
    from editor.storage.writing import Transaction

Named = frozenset[tuple[str, str]]

_SHARED = SHARED_FIELDS | {"hero"}
_PLACE = ("language", "translation_set", "trashed_at")


def named_in(edit: Edit) -> Named:
    """Return (article id, field) of all that `edit` says itself: sharing adds nothing to these."""
    match edit:
        case EditArticle(article_id=article_id, after=after):
            return frozenset((article_id, name) for name in after)
        case Several(edits=edits):
            return frozenset().union(*map(named_in, edits))
        case CreateArticle(article=article):
            return frozenset((article.id, name) for name in _SHARED)
        case _:
            return frozenset()


def check_language_free(transaction: Transaction, before: Article | None, after: Article) -> None:
    """Raise `UserError` when the set of `after` comes to have two articles of its language outside the trash."""
    if before is not None and all(getattr(before, name) == getattr(after, name) for name in _PLACE):
        return
    if after.trashed_at is not None:
        return
    for member in articles.members(transaction.connection, after.translation_set):
        if member.id != after.id and is_one_language(member.language, after.language):
            raise two_of_one_language(member)


def two_of_one_language(member: Article) -> UserError:
    """Return the refusal of a second article in the language of `member`."""
    return UserError(
        say(
            "“{headline}” is the translation in “{language}” already. A translation set has one article a language.",
            headline=member.headline or member.slug,
            language=member.language,
        ),
        say("Open that one, or choose another language."),
    )


def in_its_set(transaction: Transaction, article: Article) -> Article:
    """Return `article`, which comes to a translation set, with what the set shares."""
    others = _others(transaction, article)
    return joined_to(article, others[0]) if others else article


def joining(transaction: Transaction, edit: EditArticle, before: Article, after: Article) -> EditArticle:
    """Return `edit`, which makes `after` of `before`, with what the set that the article comes to shares."""
    joined = in_its_set(transaction, after)
    fields = {name: getattr(joined, name) for name in _SHARED if getattr(joined, name) != getattr(after, name)}
    was = {name: getattr(before, name) for name in fields if name not in edit.before}
    return replace(edit, before={**edit.before, **was}, after={**edit.after, **fields})


def edits_of_others(
    transaction: Transaction,
    edit: EditArticle | CreateArticle,
    before: Article | None,
    after: Article,
    but: Named,
) -> list[EditArticle]:
    """Return what becomes of the other members, those in the trash too, now that `edit` made `after` of `before`.

    A member that said something else until now, in a newsroom that is older than sharing, is kept as a version first.
    """
    is_new_here = before is None or before.translation_set != after.translation_set
    changed = _SHARED if is_new_here else {name for name in _SHARED if getattr(before, name) != getattr(after, name)}
    if not changed:
        return []
    found: list[EditArticle] = []
    for member in _others(transaction, after):
        fields = shared_with(member, after, changed)
        fields = {name: value for name, value in fields.items() if (member.id, name) not in but}
        if fields:
            agreed = before is not None and not shared_with(member, before, fields)
            made = change_article(member, edit.label, **fields)
            found.append(replace(made, keeps_present=not (agreed or _is_silent(member, fields))))
    return found


def answered_source(transaction: Transaction, before: Article | None, after: Article) -> Article | None:
    """Return the source when `after` says anew that it answers the words that the source has now: they are kept."""
    if not after.translated_from or (before is not None and before.translated_from == after.translated_from):
        return None
    source = source_of(articles.members(transaction.connection, after.translation_set))
    return source if source is not None and translated_words(source) == after.translated_from else None


def _others(transaction: Transaction, article: Article) -> list[Article]:
    return [one for one in articles.whole_set(transaction.connection, article.translation_set) if one.id != article.id]


def _is_silent(member: Article, fields: Iterable[str]) -> bool:
    return not any(getattr(member, name) for name in fields if name != "zone_source")
