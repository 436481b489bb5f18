"""Which articles belong beside one article: an index of what articles are about, kept in memory. Pure.

An article is about its tags, its section and the rare words of its headline, standfirst and the beginning of its body,
in any script. Nothing here reads a database or knows a language.
"""

from __future__ import annotations

import math
import re
import unicodedata
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from editor.core.messages import Message, say
from editor.domain.article import Article

TAG_WEIGHT = 3.0
SECTION_WEIGHT = 0.5
HEADLINE_WEIGHT = 2.0
NEARNESS_WEIGHT = 1.0
NEARNESS_DAYS = 60.0
LEAST_SCORE = 1.0

_BODY_CHARACTERS = 2000  # news says first what it is about
_COMMON_SHARE = 0.05  # a word in more articles than this share says nothing about one of them
_COMMON_AT_LEAST = 30
_SHOWN_WORDS = 4

# Scripts without spaces between words: pairs of neighbouring letters stand for words.
_UNSPACED = re.compile("([\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]+)")


@dataclass(frozen=True, slots=True)
class Scored:
    """One article that fits, how well (higher is better), and why."""

    article_id: str
    score: float
    reason: Message


@dataclass(frozen=True, slots=True)
class _Entry:
    article_id: str
    translation_set: str
    language: str
    section: str
    tags: frozenset[str]
    published: datetime | None


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
    for word in unicodedata.normalize("NFKC", text).translate(_LETTERS).split():
        for piece in _pieces(word):
            folded = piece.casefold()
            if len(piece) > 1 and not piece.isdecimal():
                found.setdefault(folded, piece)
    return found


def _pieces(word: str) -> Iterator[str]:
    if word.isascii():
        yield word
        return
    for piece in _UNSPACED.split(word):
        if _UNSPACED.match(piece):
            yield from (piece[start : start + 2] for start in range(len(piece) - 1))
        elif piece:
            yield piece


class RelatedIndex:
    """What many articles are about. Made and kept up to date by one owner; not safe for two threads at once."""

    def __init__(self) -> None:
        # An article takes a new slot each time it changes; what stands in an old slot is dead and passed over.
        self._slots: list[_Entry | None] = []
        self._slot_of: dict[str, int] = {}
        self._with_word: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._with_tag: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))
        self._with_section: defaultdict[str, array[int]] = defaultdict(lambda: array("I"))

    def __len__(self) -> int:
        return len(self._slot_of)

    def put(self, article: Article) -> None:
        """Take `article` in as it is now."""
        self.drop([article.id])
        slot = len(self._slots)
        tags = frozenset(tag.casefold() for tag in article.tags)
        self._slots.append(
            _Entry(article.id, article.translation_set, article.language, article.section, tags, article.published)
        )
        self._slot_of[article.id] = slot
        for term in terms_of(_about(article)):
            self._with_word[term].append(slot)
        for tag in tags:
            self._with_tag[tag].append(slot)
        if article.section:
            self._with_section[article.section].append(slot)

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

    def like(self, article: Article, limit: int) -> list[Scored]:
        """Return at most `limit` articles that belong beside `article`, the best first, one of each translation set.

        Left out: the article, its translations and what it links to already.
        """
        evidence = self._evidence(article)
        scores: defaultdict[int, float] = defaultdict(float)
        for _, weight, slots in evidence:
            for slot in slots:
                scores[slot] += weight
        linked = {link.article for link in article.links}
        best: dict[str, tuple[float, int]] = {}
        for slot, score in scores.items():
            entry = self._slots[slot]
            if entry is None or score < LEAST_SCORE:
                continue
            if entry.translation_set == article.translation_set or entry.article_id in linked:
                continue
            total = score + _nearness(article, entry) + (0.25 if entry.language == article.language else 0.0)
            best[entry.translation_set] = max(best.get(entry.translation_set, (0.0, -1)), (total, slot))
        ranked = sorted(best.values(), key=lambda found: (-found[0], -found[1]))[:limit]
        return [self._scored(slot, score, article, evidence) for score, slot in ranked]

    def _evidence(self, article: Article) -> list[tuple[str, float, array[int]]]:
        """Return (word as written, or "" for a tag or the section; weight; slots) of all that `article` is about."""
        count = max(len(self._slot_of), 2)
        common = max(_COMMON_AT_LEAST, int(count * _COMMON_SHARE))
        in_headline = terms_of(article.headline)
        found: list[tuple[str, float, array[int]]] = []
        for term, written in terms_of(_about(article)).items():
            slots = self._with_word.get(term)
            if slots and len(slots) <= common:
                weight = _rarity(len(slots), count) * (HEADLINE_WEIGHT if term in in_headline else 1.0)
                found.append((written, weight, slots))
        found += [
            ("", TAG_WEIGHT * (0.5 + 0.5 * _rarity(len(slots), count)), slots)
            for tag in {tag.casefold() for tag in article.tags}
            if (slots := self._with_tag.get(tag))
        ]
        if slots := self._with_section.get(article.section):
            found.append(("", SECTION_WEIGHT, slots))
        return found

    def _scored(
        self, slot: int, score: float, article: Article, evidence: list[tuple[str, float, array[int]]]
    ) -> Scored:
        entry = self._slots[slot]
        assert entry is not None  # noqa: S101 - ranked slots are alive
        shared = [(weight, word) for word, weight, slots in evidence if word and _holds(slots, slot)]
        words = [word for _, word in sorted(shared, key=lambda found: -found[0])[:_SHOWN_WORDS]]
        tags = [tag for tag in article.tags if tag.casefold() in entry.tags]
        reasons = []
        if tags:
            reasons.append(say("Same tags: {tags}", tags=", ".join(tags)))
        if words:
            reasons.append(say("Both mention {words}", words=", ".join(words)))
        if not reasons:
            reasons.append(say("Same section: {section}", section=entry.section))
        reason = reasons[0] if len(reasons) == 1 else say("{first}. {second}", first=reasons[0], second=reasons[1])
        return Scored(entry.article_id, round(score, 3), reason)


def _about(article: Article) -> str:
    return f"{article.headline}\n{article.standfirst}\n{article.body[:_BODY_CHARACTERS]}"


def _rarity(holders: int, count: int) -> float:
    """Return how much a word tells that `holders` of `count` articles have: 1 for a single one, 0 for all."""
    return math.log(count / min(holders, count)) / math.log(count)


def _nearness(article: Article, entry: _Entry) -> float:
    """Return the bonus for being of the same days: news goes on from the newest."""
    at = article.published or article.changed_at
    if at is None or entry.published is None:
        return 0.0
    days = abs((at - entry.published).total_seconds()) / 86400
    return NEARNESS_WEIGHT * math.exp(-days / NEARNESS_DAYS)


def _holds(slots: array[int], slot: int) -> bool:
    place = bisect_left(slots, slot)
    return place < len(slots) and slots[place] == slot
