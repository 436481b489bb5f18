"""The words around the articles, ready for a page: each marked with the language it is in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from markupsafe import Markup

from editor.domain.house_style import HouseStyle
from editor.domain.page_label import PageLabels
from editor.domain.settings import Edition
from editor.i18n.direction import direction, is_language_tag, language_called
from editor.i18n.house_styles import joins_of
from editor.i18n.languages import is_read_by
from editor.i18n.page_words import OwnWords, own_words, page_words
from editor.publish.pages import Html, Run, Sentence

_UNMARKED = Markup("")


class Words(dict[str, Run]):
    """The furniture's words by their keys, which templates read as `words.published`. Never changed."""

    __slots__ = ()

    def __getattr__(self, key: str) -> Run:
        try:
            return self[key]
        except KeyError:
            raise AttributeError(key) from None


def furniture(locale: str, labels: PageLabels) -> Mapping[str, Run]:
    """Return every word of the furniture by its key; one that the locale lacks is English and says so.

    `labels` are the newsroom's own words (`NewsroomSettings.page_labels`).
    """
    return _runs(locale, own_words(labels, locale))


def notice_words(edition: Edition, words: Mapping[str, Run]) -> tuple[Run, Run, Run]:
    """Return title, body and the way to the policy of the edition's notice: its own, else those of `words`."""
    own = edition.consent_text
    pairs = (own.title, "cookie_title"), (own.body, "cookie_body"), (own.policy, "cookie_policy")
    title, body, policy = (optional_run(text, edition.locale) or words[key] for text, key in pairs)
    return title, body, policy


def run(text: str, language: str) -> Run:
    """Return `text` as a run of `language`."""
    return Run(text, *_marked(language))


@cache
def _marked(language: str) -> tuple[str, str]:
    tag = tag_of(language)
    return tag, direction(tag)


@cache
def tag_of(language: str) -> str:
    """Return `language` as it may be marked on a page; what is no tag (BCP 47) is said to be undetermined."""
    return language if is_language_tag(language) else "und"


def foreign(language: str, locale: str) -> Run | None:
    """Return what the language of a text is called, for readers of `locale` to whom it is another; else None."""
    if is_read_by(language, locale):
        return None
    name, spoken = language_called(language, locale)
    return run(f"{name[:1].upper()}{name[1:]}", spoken)


def optional_run(text: str, language: str) -> Run | None:
    """Return `text` as a run of `language`, or None when it is blank."""
    return run(text, language) if text.strip() else None


def around(sentence: Run, place: str, *values: Run, joins: Sequence[Run] = (), hrefs: tuple[str, ...] = ()) -> Sentence:
    """Return the furniture `sentence` parted at its `{place}`, with `values` between and `joins` between those.

    `hrefs` are where the values lead (`Sentence.hrefs`).
    """
    before, _, after = sentence.text.partition(f"{{{place}}}")
    lang, way = sentence.lang, sentence.dir
    return Sentence(Run(before, lang, way), values, tuple(joins), Run(after, lang, way), hrefs)


@cache
def joins_between(count: int, locale: str, style: str, override: HouseStyle | None) -> tuple[Run, ...]:
    """Return what stands between `count` names in `locale`, by the house style: commas, and an "and" at last."""
    several, last, only = joins_of(style, override)
    texts = [only] if count == 2 else [*[several] * (count - 2), last] if count > 2 else []
    return tuple(run(text, locale) for text in texts)


def marks(run: Run | Html, around: str) -> Markup:
    """Return the attributes that mark `run` where it is in another language than the text around it."""
    if run.lang == around:
        return _UNMARKED
    return Markup(' lang="{}" dir="{}"').format(run.lang, run.dir)


def passage_words(words: Mapping[str, Run], around: str) -> tuple[Markup, Markup]:
    """Return what stands where a passage that AI wrote begins and ends in a text of the language `around`.

    The end is seen by its ground, which who listens or reads without style sheets does not: they are told.
    """
    begins, ends = words["text_by_ai"], words["text_by_ai_ends"]
    label = Markup('<span class="ai-label"{}>{}</span> ').format(marks(begins, around), begins)
    return label, Markup('<span class="unseen"{}> ({})</span>').format(marks(ends, around), ends)


@lru_cache(maxsize=64)
def _runs(locale: str, own: OwnWords) -> Mapping[str, Run]:
    return Words({key: run(word.text, word.language) for key, word in page_words(locale, own).items()})
