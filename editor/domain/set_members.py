"""Who belongs to a translation set, and as what: articles come to it, one leaves it, another is the original. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from editor.core.messages import Message, say
from editor.domain.article import Article
from editor.domain.edits import EditArticle, Several, change_article
from editor.domain.one_language import language_key
from editor.domain.translation import SharedField, joined_to, source_first, source_of, told_apart, translated_words

SHARED_WORDS: dict[SharedField, Message] = {
    SharedField.LINKS: say("links"),
    SharedField.PUBLISHED: say("publication date"),
    SharedField.EMBARGO: say("embargo"),
    SharedField.ZONE: say("time zone"),
    SharedField.HERO: say("picture at the top"),
}
_AS_NEW = {"translated_from": "", "approved_by": "", "approved_at": None}


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """One article that comes to a set: what it gives up for what the set says, and whether an approval goes."""

    article: Article
    given_up: tuple[SharedField, ...] = ()
    loses_approval: bool = False


def newcomers(members: Sequence[Article], coming: Sequence[Article]) -> tuple[Newcomer, ...]:
    """Return what becomes of each of `coming`, the articles of one set, when they come to the set of `members`."""
    first = source_of(members) or members[0]
    found = []
    for one in sorted(coming, key=source_first):
        joined = joined_to(one, first)
        first = joined_to(first, joined)  # what the set was silent about, it has from the first who says something
        is_approved = one.approved_at is not None
        found.append(Newcomer(article=one, given_up=told_apart(one, joined), loses_approval=is_approved))
    return tuple(found)


def same_language(members: Sequence[Article], coming: Sequence[Article]) -> Article | None:
    """Return the member whose language one of `coming` has too, None where there is none."""
    wanted = {language_key(one.language) for one in coming}
    return next((one for one in members if language_key(one.language) in wanted), None)


def join(members: Sequence[Article], coming: Sequence[Article]) -> Several:
    """Return the edit by which `coming` come to the set of `members`, which are translations from then on.

    Which words of the original they answer is not known, so an approval goes. An article that gives something up is
    kept as a version first; what the set shares follows at the write door.
    """
    label = say("Link as a translation")
    edits = []
    for one in newcomers(members, coming):
        fields = {"translation_set": members[0].translation_set, "is_source": False, **_AS_NEW}
        edit = change_article(one.article, label, **fields)
        edits.append(replace(edit, keeps_present=bool(one.given_up) or one.loses_approval))
    return Several(tuple(edits), label)


def leave(article: Article, members: Sequence[Article], new_set: str) -> Several | EditArticle:
    """Return the edit that takes `article` out of the set of `members` into one of its own, `new_set`.

    What the set shares it keeps. Of a set that loses its original, the eldest of the others becomes the original; one
    that lies in the trash stays the original, for it may come back.
    """
    label = say("Take out of its translation set")
    out = change_article(article, label, translation_set=new_set, is_source=True, **_AS_NEW)
    others = [one for one in members if one.id != article.id]
    left = sorted((one for one in others if one.trashed_at is None), key=source_first)
    if not left or source_of(others) is not None:
        return out
    return Several((out, change_article(left[0], label, is_source=True, **_AS_NEW)), label)


def make_original(article: Article, members: Sequence[Article]) -> Several:
    """Return the edit by which `article` becomes the original of the set of `members`; those in the trash count too.

    An approval says that two texts say the same, so it holds the other way round: where `article` is approved for what
    the original says now, the old original is a translation approved by the same person, and who answers those words
    answers the new original's. Of all others nobody knows what they answer: their approval goes, and they are kept as
    a version first.
    """
    label = say("Make it the original")
    old = source_of(members)
    words = translated_words(old) if old is not None else ""
    agrees = article.approved_at is not None and article.translated_from == words
    fields: dict[str, dict[str, object]] = {article.id: {"is_source": True, **_AS_NEW}}
    for one in sorted(members, key=source_first):  # the old original first: there is never more than one
        if one.id == article.id:
            continue
        answers = {"is_source": False, "translated_from": translated_words(article)}
        if agrees and one is old:
            fields[one.id] = {**answers, "approved_by": article.approved_by, "approved_at": article.approved_at}
        else:
            fields[one.id] = answers if agrees and one.translated_from == words else {"is_source": False, **_AS_NEW}
    known = {one.id: one for one in (*members, article)}
    edits = [change_article(known[name], label, **after) for name, after in fields.items()]
    return Several(tuple(_kept(known[edit.article_id], edit) for edit in edits if edit.before != edit.after), label)


def _kept(article: Article, edit: EditArticle) -> EditArticle:
    """Return `edit`, before which `article` is kept as a version where it loses an approval to no other article."""
    loses = article.approved_at is not None and "approved_at" in edit.after and not edit.after.get("is_source")
    return replace(edit, keeps_present=loses)
