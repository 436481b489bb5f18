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
    return frozenset(map(plain_word, _all_words(settings).get(_primary(language), ())))


def with_word(settings: NewsroomSettings, language: str, word: str) -> NewsroomSettings:
    """Return `settings` with `word` among those of `language`."""
    return _with(settings, language, newsroom_words(settings, language) | {plain_word(word)})


def without_word(settings: NewsroomSettings, language: str, word: str) -> NewsroomSettings:
    """Return `settings` with `word`, and its form with a small first letter, no longer among those of `language`."""
    plain = plain_word(word)
    return _with(settings, language, newsroom_words(settings, language) - {plain, plain[:1].lower() + plain[1:]})


def _with(settings: NewsroomSettings, language: str, words: frozenset[str]) -> NewsroomSettings:
    lists = {**_all_words(settings), _primary(language): sorted(words)}
    kept = {tag: held for tag, held in sorted(lists.items()) if held}
    extra = {name: value for name, value in settings.extra.items() if name != WORDS}
    return replace(settings, extra={**extra, WORDS: kept} if kept else extra)


def _all_words(settings: NewsroomSettings) -> dict[str, list[str]]:
    held = settings.extra.get(WORDS)
    if not isinstance(held, Mapping):
        return {}
    return {
        str(tag): [word for word in words if isinstance(word, str)]
        for tag, words in held.items()
        if isinstance(words, list | tuple)
    }


def _primary(language: str) -> str:
    return language.partition("-")[0].lower()
