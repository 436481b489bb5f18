"""Readers of every edition find an article in their language, and a translation says what its source says now."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.checks.looking import Looking
from editor.core.messages import Languages, named_language, say
from editor.domain.article import Article, Status
from editor.domain.one_language import is_one_language
from editor.domain.problem import Problem
from editor.domain.translation import missing, source_of, translated_words

ID = "translations"
TITLE = say("Translations are there and up to date")
ADVICE = say("Translate it, or read what changed and approve the translation again.")

_GOING_OUT = frozenset({Status.READY, Status.PUBLISHED})


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for languages that editions lack, for a source that moved on, for two articles of a language.

    What is lacking is said of one article of the set alone: its source, else the first.
    """
    article, members = looking.article, looking.members
    if article is None:
        return
    is_going_out = any(one.status in _GOING_OUT for one in members)
    if is_going_out and members[0].id == article.id:
        yield from _missing(looking, article, members)
    source = source_of(members) if article.approved_at is not None and not article.is_source else None
    if source is not None and translated_words(source) != article.translated_from:
        yield Problem(
            check=ID,
            message=say(
                "The source changed since this translation was approved: “{headline}”.",
                headline=source.headline,
            ),
            article=article.id,
            field="translation_set",
        )
    for other in members:
        if other.id == article.id:
            break
        if is_one_language(other.language, article.language):
            yield Problem(
                check=ID,
                message=say(
                    "“{headline}” is the translation in “{language}” already. Take one of the two out of the set.",
                    headline=other.headline or other.slug,
                    language=named_language(other.language),
                ),
                article=article.id,
                field="translation_set",
            )


def _missing(looking: Looking, article: Article, members: Sequence[Article]) -> Iterator[Problem]:
    lacking = missing(((one.language, one.section) for one in members), looking.settings.editions)
    if lacking:
        yield Problem(
            check=ID,
            message=say(
                "There is no translation in {languages}. Readers of these editions see it in another language.",
                languages=Languages(tuple(lacking)),
            ),
            article=article.id,
            field="translation_set",
        )
