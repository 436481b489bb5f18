"""What the articles of one translation set share, how far each translation is, and what its words answer.

An image is one record of the newsroom whichever article shows it. What else the members of a set share (`SHARED_FIELDS`
and which image stands at the top) is one value that stands in each member's row: every article, version and article
file is whole without the others, and the one write door changes all of them together. Words belong to one language,
with them the caption and `updated`, the instant at which they were changed after readers saw them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from enum import StrEnum

from editor.core.files import sha256_hex
from editor.core.messages import Message, say
from editor.domain.article import Article, TranslationState
from editor.domain.content import canonical
from editor.domain.edits import EditArticle, change_article
from editor.domain.image import Placement
from editor.domain.linking import carried_by, said_by
from editor.domain.one_language import language_key
from editor.domain.settings import Edition

SHARED_FIELDS = frozenset({"links", "published", "embargo", "display_zone", "zone_source"})
STATE_WORDS: dict[TranslationState, Message] = {
    TranslationState.SOURCE: say("the original"),
    TranslationState.MISSING: say("missing"),
    TranslationState.DRAFT: say("begun"),
    TranslationState.TRANSLATING: say("being translated"),
    TranslationState.APPROVED: say("approved"),
    TranslationState.SOURCE_CHANGED: say("source changed"),
}


class SharedField(StrEnum):
    """What a person is told is shared, where a file says otherwise."""

    LINKS = "links"
    PUBLISHED = "published"
    EMBARGO = "embargo"
    ZONE = "display-zone"
    HERO = "hero"


_ZONE = ("display_zone", "zone_source")


def text_hash(headline: str, standfirst: str, body: str, reactions: str) -> str:
    """Return the SHA-256 of the words of an article: what a translation answers."""
    return sha256_hex(canonical([headline, standfirst, body, reactions]))


def translated_words(article: Article) -> str:
    """Return `text_hash` of the words of `article`."""
    return text_hash(article.headline, article.standfirst, article.body, article.reactions)


def state_of(words: str, translated_from: str, source_words: str | None, *, is_approved: bool) -> TranslationState:
    """Return how far a translation with these words (`text_hash`) is.

    `translated_from` are the words of the source that it answers, "" where that is not known; `source_words` those
    that the source has now, None where there is no source any more.
    """
    if is_approved:
        is_behind = source_words is not None and source_words != translated_from
        return TranslationState.SOURCE_CHANGED if is_behind else TranslationState.APPROVED
    is_untouched = words in {translated_from, text_hash("", "", "", "")}
    return TranslationState.DRAFT if is_untouched else TranslationState.TRANSLATING


def source_first(member: Article) -> tuple[bool, str, str]:
    """Return what sorts the members of a set: the source, then the others by age."""
    return not member.is_source, str(member.created_at), member.id


def source_of(members: Iterable[Article]) -> Article | None:
    """Return the member that the others were translated from, or None."""
    return next((member for member in members if member.is_source), None)


def states(members: Sequence[Article]) -> dict[str, TranslationState]:
    """Return how far each of the members of one set is, by its id."""
    source = source_of(members)
    now = translated_words(source) if source is not None else None
    return {
        one.id: TranslationState.SOURCE
        if one.is_source
        else state_of(translated_words(one), one.translated_from, now, is_approved=one.approved_at is not None)
        for one in members
    }


def missing(members: Iterable[tuple[str, str]], editions: Iterable[Edition]) -> tuple[str, ...]:
    """Return the languages of the editions that carry a set and find no member in their own.

    `members` are the (language, section) of each; what an edition carries is what `edition.carried` says.
    """
    found = tuple(members)
    have = frozenset(language_key(language) for language, _section in found)
    sections = frozenset(section for _language, section in found)
    return tuple(
        edition.locale
        for edition in editions
        if language_key(edition.locale) not in have
        and (edition.fallback is None or not have.isdisjoint(map(language_key, edition.fallback)))
        and (not edition.sections or not sections.isdisjoint(edition.sections))
    )


def approve(translation: Article, source: Article, by: str, at: datetime) -> EditArticle:
    """Return the edit by which `by` says that `translation` gives what `source` says now."""
    label = say("Approve the translation")
    fields = {"translated_from": translated_words(source), "approved_by": by, "approved_at": at}
    return change_article(translation, label, **fields)


def withdraw_approval(translation: Article) -> EditArticle:
    """Return the edit that takes the approval back; what the translation answers stays known."""
    return change_article(translation, say("Take the approval back"), approved_by="", approved_at=None)


def shared_with(member: Article, edited: Article, changed: Iterable[str]) -> dict[str, object]:
    """Return what becomes of the shared fields of `member` when `edited`, of the same set, gets these fields.

    Only what is different there already. No link leads to the member itself, a caption belongs to its article.
    """
    found: dict[str, object] = {name: getattr(edited, name) for name in SHARED_FIELDS.intersection(changed)}
    if "links" in found:
        found["links"] = carried_by(member, edited)
    if "hero" in changed:
        found["hero"] = _hero_of(member, edited)
    return {name: value for name, value in found.items() if getattr(member, name) != value}


def joined_to(article: Article, member: Article) -> Article:
    """Return `article` with what `member` of the set that it comes to shares; what the set lacks stays its own."""
    fields: dict[str, object] = {}
    if member.links:
        fields["links"] = carried_by(article, member)
    if member.hero is not None:
        fields["hero"] = _hero_of(article, member)
    fields |= {name: value for name in ("published", "embargo") if (value := getattr(member, name)) is not None}
    if member.display_zone:
        fields |= {name: getattr(member, name) for name in _ZONE}
    return replace(article, **fields)  # type: ignore[arg-type]


def told_apart(article: Article, joined: Article) -> tuple[SharedField, ...]:
    """Return what `article` said of the shared fields that was given up for the set's in `joined`."""
    said = {
        SharedField.LINKS: bool(article.links) and said_by(article.links) != said_by(joined.links),
        SharedField.PUBLISHED: article.published not in {None, joined.published},
        SharedField.EMBARGO: article.embargo not in {None, joined.embargo},
        SharedField.ZONE: article.display_zone not in {"", joined.display_zone},
        SharedField.HERO: article.hero is not None and _image(article) != _image(joined),
    }
    return tuple(name for name, is_lost in said.items() if is_lost)


def completed(article: Article, known: Article) -> Article:
    """Return `article` with the shared fields that it is silent about as `known` has them."""
    names = [name for name in ("links", "published", "embargo", "hero") if not getattr(article, name)]
    names += () if article.display_zone else _ZONE
    return replace(article, **{name: getattr(known, name) for name in names})


def _hero_of(member: Article, edited: Article) -> Placement | None:
    if edited.hero is None or _image(member) == edited.hero.image_id:
        return member.hero if edited.hero is not None else None
    return Placement(image_id=edited.hero.image_id)


def _image(article: Article) -> str:
    return article.hero.image_id if article.hero is not None else ""
