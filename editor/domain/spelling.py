"""The words that a newsroom accepts besides those of the dictionaries, by language."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection, Mapping
from dataclasses import replace

from editor.domain.settings import NewsroomSettings

# What a dictionary says of a word. True: right. False: wrong. None: not checked.
Verdict = bool | None

# Their key among what else `newsroom.yaml` holds.
WORDS = "accepted-words"
# The same, by article, of the words that nobody looks at in that one alone.
IGNORED = "ignored-words"

_APOSTROPHES = {0x2019: "'", 0x02BC: "'"}


def plain_word(word: str) -> str:
    """Return `word` in the form in which lists hold it: composed (NFC), with the straight apostrophe."""
    return unicodedata.normalize("NFC", word.translate(_APOSTROPHES))


def is_listed(word: str, listed: Collection[str]) -> bool:
    """Say whether `word` is in `listed` (of plain words): a capital may stand at its beginning, or before a 's."""
    plain = plain_word(word)
    small = plain[:1].lower() + plain[1:]
    bare = plain.removesuffix("'s")
    return plain in listed or small in listed or (bare != plain and is_listed(bare, listed))


def newsroom_words(settings: NewsroomSettings, language: str) -> frozenset[str]:
    """Return the plain words that the newsroom accepts in articles of `language`, whatever its region."""
    return frozenset(map(plain_word, _lists(settings, WORDS).get(_primary(language), ())))


def ignored_words(settings: NewsroomSettings, article_id: str) -> frozenset[str]:
    """Return the plain words that are not looked at in this article."""
    return frozenset(map(plain_word, _lists(settings, IGNORED).get(article_id, ())))


def with_word(settings: NewsroomSettings, language: str, word: str) -> NewsroomSettings:
    """Return `settings` with `word` among those of `language`."""
    words = newsroom_words(settings, language) | {plain_word(word)}
    return _with(settings, WORDS, _primary(language), words)


def with_ignored(settings: NewsroomSettings, article_id: str, word: str, *, is_ignored: bool) -> NewsroomSettings:
    """Return `settings` with `word` not looked at in this article, or looked at again."""
    before, plain = ignored_words(settings, article_id), {plain_word(word)}
    return _with(settings, IGNORED, article_id, before | plain if is_ignored else before - plain)


def without_word(settings: NewsroomSettings, language: str, word: str) -> NewsroomSettings:
    """Return `settings` with `word`, and its form with a small first letter, no longer among those of `language`."""
    plain = plain_word(word)
    words = newsroom_words(settings, language) - {plain, plain[:1].lower() + plain[1:]}
    return _with(settings, WORDS, _primary(language), words)


def _with(settings: NewsroomSettings, name: str, key: str, words: frozenset[str]) -> NewsroomSettings:
    lists = {**_lists(settings, name), key: sorted(words)}
    kept = {one: held for one, held in sorted(lists.items()) if held}
    extra = {other: value for other, value in settings.extra.items() if other != name}
    return replace(settings, extra={**extra, name: kept} if kept else extra)


def _lists(settings: NewsroomSettings, name: str) -> dict[str, list[str]]:
    held = settings.extra.get(name)
    if not isinstance(held, Mapping):
        return {}
    return {
        str(key): [word for word in words if isinstance(word, str)]
        for key, words in held.items()
        if isinstance(words, list | tuple)
    }


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
