"""Which articles belong beside one article: an index of what articles are about, kept in memory. Pure.

An article is about its tags and the rare words of its headline, standfirst and the beginning of its body,
in any script. Nothing here reads a database or knows a language.
"""

from __future__ import annotations

import math
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime

from editor.core.messages import Message, say
from editor.domain.article import Article

TAG_WEIGHT = 3.0
SECTION_WEIGHT = 0.5
LANGUAGE_WEIGHT = 0.25
HEADLINE_WEIGHT = 2.0
NEARNESS_WEIGHT = 1.0
NEARNESS_DAYS = 60.0
LEAST_SCORE = 1.0

BODY_CHARACTERS = 800  # news says first what it is about
_COMMON_SHARE = 0.05  # a word in more articles than this share says nothing about one of them
_COMMON_AT_LEAST = 30
_COMMON_OF_FEW = 0.25  # of a newsroom with few articles
_SHOWN_WORDS = 4
_LONG_WORD = 7  # letters: what is shorter and no name joins sentences more often than it says anything
# The rarest words come first; after so many places where they stand the rest changes nothing that a person sees.
_MOST_PLACES = 20_000

# Scripts without spaces between words: pairs of neighbouring letters stand for words.
_UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class About:
    """What an article is known by here. `text` is its standfirst and the beginning of its body, `at` dates it."""

    article_id: str
    translation_set: str
    language: str
    section: str = ""
    tags: tuple[str, ...] = ()
    at: datetime | None = None
    headline: str = ""
    text: str = field(default="", repr=False)


def about(article: Article) -> About:
    """Return what `article` is known by; while it is not published its last change dates it."""
    return About(
        article_id=article.id,
        translation_set=article.translation_set,
        language=article.language,
        section=article.section,
        tags=article.tags,
        at=article.published or article.changed_at,
        headline=article.headline,
        text=f"{article.standfirst}\n{article.body[:BODY_CHARACTERS]}",
    )


@dataclass(frozen=True, slots=True)
class Scored:
    """One article that fits, how well (higher is better), and why."""

    article_id: str
    score: float
    reason: Message


@dataclass(frozen=True, slots=True)
class Entry:
    """What is told of an indexed article besides its words. `day` counts days since 1970."""

    article_id: str
    translation_set: str
    language: str
    section: str
    tags: frozenset[str]
    day: float | None


@dataclass(frozen=True, slots=True)
class Parts:
    """A whole index as plain values: its articles, and by word and by tag the numbers of those that have it."""

    entries: tuple[Entry, ...]
    words: Mapping[str, array[int]]
    tags: Mapping[str, array[int]]


class _Letters(dict[int, str]):
    """What `str.translate` makes of each character: letters, marks and digits stay, all else parts words."""

    def __missing__(self, code: int) -> str:
        kept = chr(code) if unicodedata.category(chr(code))[0] in "LMN" else " "
        self[code] = kept
        return kept


_LETTERS = _Letters()


def terms_of(text: str) -> dict[str, str]:
    """Return the words of `text`, folded, each with how it was first written; numbers and single letters are none."""
    found: dict[str, str] = {}
    for piece in _pieces(_plain(text)):
        folded = piece.casefold()
        if len(folded) > 1 and not folded.isdecimal():
            found.setdefault(folded, piece)
    return found


def _folded_terms(text: str) -> Iterator[str]:
    """Yield what `terms_of` finds in `text`, without how it is written, in half the time."""
    for piece in set(_pieces(_plain(text).casefold())):
        if len(piece) > 1 and not piece.isdecimal():
            yield piece


def _plain(text: str) -> str:
    return (text if text.isascii() else unicodedata.normalize("NFKC", text)).translate(_LETTERS)


def _pieces(text: str) -> Iterable[str]:
    if text.isascii() or not _UNSPACED.search(text):
        return text.split()
    return (piece for word in text.split() for piece in _pieces_of(word))


def _pieces_of(word: str) -> Iterator[str]:
    for piece in _UNSPACED.split(word):
        if _UNSPACED.match(piece):
            yield from (piece[start : start + 2] for start in range(len(piece) - 1))
        elif piece:
            yield piece


class RelatedIndex:
    """What many articles are about. Made and kept up to date by one owner; not safe for two threads at once."""

    def __init__(self) -> None:
        # An article takes a new slot each time it changes; what stands in an old slot is dead and passed over.
        self._slots: list[Entry | None] = []
        self._slot_of: dict[str, int] = {}
        self._with_word: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._with_tag: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))

    def __len__(self) -> int:
        return len(self._slot_of)

    @classmethod
    def of(cls, parts: Parts) -> RelatedIndex:
        """Return the index that has these parts, which it keeps; a number that means no article is a `ValueError`."""
        made = cls()
        made._slots = list(parts.entries)
        made._slot_of = {entry.article_id: slot for slot, entry in enumerate(parts.entries)}
        if len(made._slot_of) != len(parts.entries):
            raise ValueError("an article stands twice in the index")
        for named, slots_of in ((parts.words, made._with_word), (parts.tags, made._with_tag)):
            if any(slots and slots[-1] >= len(parts.entries) for slots in named.values()):
                raise ValueError("the index names an article that it does not have")
            slots_of.update(named)
        return made

    def parts(self) -> Parts:
        """Return the index as plain values, what is dead left out."""
        alive = [slot for slot, entry in enumerate(self._slots) if entry is not None]
        place = {slot: number for number, slot in enumerate(alive)}

        def kept(named: Mapping[str, array[int]]) -> dict[str, array[int]]:
            if len(alive) == len(self._slots):
                return dict(named)
            found = {key: array("I", [place[slot] for slot in slots if slot in place]) for key, slots in named.items()}
            return {key: slots for key, slots in found.items() if slots}

        entries = tuple(entry for entry in self._slots if entry is not None)
        return Parts(entries, kept(self._with_word), kept(self._with_tag))

    def put(self, known: About) -> None:
        """Take an article in as it is now."""
        self.drop([known.article_id])
        slot = len(self._slots)
        tags = frozenset(tag.casefold() for tag in known.tags)
        self._slots.append(
            Entry(known.article_id, known.translation_set, known.language, known.section, tags, _day(known.at))
        )
        self._slot_of[known.article_id] = slot
        for term in _folded_terms(_words(known)):
            self._with_word[term].append(slot)
        for tag in tags:
            self._with_tag[tag].append(slot)

    def drop(self, article_ids: Iterable[str]) -> None:
        """Forget these articles."""
        for article_id in article_ids:
            slot = self._slot_of.pop(article_id, None)
            if slot is not None:
                self._slots[slot] = None

    @property
    def is_worn(self) -> bool:
        """Say whether more slots are dead than alive, so that a new index would be quicker."""
        return len(self._slots) > 1000 and len(self._slots) > 2 * len(self._slot_of)

    def like(self, known: About, linked: Collection[str], limit: int) -> list[Scored]:
        """Return at most `limit` articles that belong beside this one, the best first, one of each translation set.

        Left out: the article, its translations, and those of the ids `linked`.
        """
        evidence = self._evidence(known)
        scores: defaultdict[int, float] = defaultdict(float)
        for _, weight, slots in evidence:
            for slot in slots:
                scores[slot] += weight
        day = _day(known.at)
        best: dict[str, tuple[float, int]] = {}
        for slot, score in _promising(scores, limit):
            entry = self._slots[slot]
            if entry is None or entry.translation_set == known.translation_set or entry.article_id in linked:
                continue
            total = score + _bonus(entry, known, day)
            best[entry.translation_set] = max(best.get(entry.translation_set, (0.0, -1)), (total, slot))
        ranked = sorted(best.values(), key=lambda found: (-found[0], -found[1]))[:limit]
        return [self._scored(slot, score, known, evidence) for score, slot in ranked]

    def _evidence(self, known: About) -> list[tuple[str, float, array[int]]]:
        """Return (word as written, or "" for a tag; weight; slots) of what an article is about, the strongest first."""
        count = max(len(self._slot_of), 2)
        common = max(min(_COMMON_AT_LEAST, int(count * _COMMON_OF_FEW)), int(count * _COMMON_SHARE), 3)
        in_headline = terms_of(known.headline)
        found: list[tuple[str, float, array[int]]] = []
        for term, written in terms_of(_words(known)).items():
            slots = self._with_word.get(term)
            if slots and len(slots) <= common:
                weight = _rarity(len(slots), count) * (HEADLINE_WEIGHT if term in in_headline else 1.0)
                found.append((written, weight, slots))
        found += [
            ("", TAG_WEIGHT * (0.5 + 0.5 * _rarity(len(slots), count)), slots)
            for tag in {tag.casefold() for tag in known.tags}
            if (slots := self._with_tag.get(tag))
        ]
        found.sort(key=lambda one: (-one[1], -len(one[0])))  # of words as rare, the longer says more
        return list(_bounded(found))

    def _scored(self, slot: int, score: float, known: About, evidence: list[tuple[str, float, array[int]]]) -> Scored:
        entry = self._slots[slot]
        assert entry is not None  # noqa: S101 - ranked slots are alive
        shared = [word for word, _, slots in evidence if word and _holds(slots, slot)]
        words = [word for word in shared if _is_telling(word, known.text)][:_SHOWN_WORDS]
        tags = [tag for tag in known.tags if tag.casefold() in entry.tags]
        if not words and not tags:
            words = shared[:_SHOWN_WORDS]
        by_tags = say("Same tags: {tags}", tags=", ".join(tags))
        by_words = say("Both mention {words}", words=", ".join(f"“{word}”" for word in words))
        reason = (
            say("{first}. {second}", first=by_tags, second=by_words)
            if tags and words
            else by_tags
            if tags
            else by_words
        )
        return Scored(entry.article_id, round(score, 3), reason)


def _is_telling(word: str, text: str) -> bool:
    """Say whether a reader sees in `word` what two articles are about: a name, or a long word; not "when" or "asked".

    Where letters have no cases every word is: its rarity must do. A word that only began a sentence is no name.
    """
    if len(word) >= _LONG_WORD or word.lower() == word.upper():
        return True
    return not word.islower() and re.search(rf"\b{re.escape(word.lower())}\b", text) is None


def _words(known: About) -> str:
    return f"{known.headline}\n{known.text}"


def _bounded(evidence: list[tuple[str, float, array[int]]]) -> Iterator[tuple[str, float, array[int]]]:
    room = _MOST_PLACES
    for one in evidence:
        if len(one[2]) <= room:
            room -= len(one[2])
            yield one


def _rarity(holders: int, count: int) -> float:
    """Return how much a word tells that `holders` of `count` articles have: 1 for a single one, 0 for all."""
    return math.log(count / min(holders, count)) / math.log(count)


def _promising(scores: dict[int, float], limit: int) -> list[tuple[int, float]]:
    """Return the slots that can be among the best `limit` when the bonuses are added, with room for dead ones."""
    found = [(slot, score) for slot, score in scores.items() if score >= LEAST_SCORE]
    found.sort(key=lambda one: -one[1])
    if len(found) > 10 * limit:
        least = found[10 * limit][1] - (NEARNESS_WEIGHT + SECTION_WEIGHT + LANGUAGE_WEIGHT)
        found = [one for one in found if one[1] >= least]
    return found[: 100 * limit]


def _bonus(entry: Entry, known: About, day: float | None) -> float:
    """Return what speaks for an entry besides what it is about: section, language, and being of the same days."""
    bonus = LANGUAGE_WEIGHT if entry.language == known.language else 0.0
    if entry.section and entry.section == known.section:
        bonus += SECTION_WEIGHT
    if day is not None and entry.day is not None:
        bonus += NEARNESS_WEIGHT * math.exp(-abs(day - entry.day) / NEARNESS_DAYS)
    return bonus


def _day(instant: datetime | None) -> float | None:
    return instant.timestamp() / 86400 if instant else None


def _holds(slots: array[int], slot: int) -> bool:
    place = bisect_left(slots, slot)
    return place < len(slots) and slots[place] == slot
