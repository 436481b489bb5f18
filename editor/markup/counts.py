"""How long a text is: words as readers of its script would count them, and minutes to read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from editor.domain.measures import Counts
from editor.markup import boundaries
from editor.markup.plain import plain_blocks

_SPACED_WORD = re.compile(
    rf"[^\W_{boundaries.HAN}{boundaries.OTHERS}](?:[^\s{boundaries.HAN}{boundaries.OTHERS}]*[^\W_])?"
)
_HAN = re.compile(f"[{boundaries.HAN}]")
# The address of a link or picture is not read.
_ADDRESS = re.compile(r"\]\([^()\s]*(?:\s+\"[^\"]*\")?\)|<?https?://\S+")

# Words a minute of adults reading silently: Trauzettel-Klosinski and Dietz, "Standardized assessment of reading
# performance: the new international reading speed texts IReST", 2012, table 2; Chinese and Japanese in characters.
_SPEED = {
    "ar": 138, "de": 179, "en": 228, "es": 218, "fi": 161, "fr": 195, "he": 187, "it": 188, "ja": 357, "nl": 202,
    "pl": 166, "pt": 181, "ru": 184, "sl": 180, "sv": 199, "tr": 166, "zh": 255,
}  # fmt: skip
_USUAL_SPEED = 184
_BY_CHARACTER = frozenset({"ja", "zh"})
# Thai and Lao set no mark at the end of a sentence.
_UNMARKED = frozenset({"th", "lo"})

# A gap between paragraphs; none of the patterns above reaches over one.
_GAP = re.compile(r"\n[^\S\n]*\n")
_FENCE = re.compile(r"^ {0,3}(?:```|~~~)", re.MULTILINE)
_ITEM = re.compile(r"(?:- |\d+\. )")
_KEPT_PARAGRAPHS = 4096


def words(text: str) -> int:
    """Return how many words `text` (Markdown or plain) has; addresses are not counted.

    The script of each run decides, so that an English name inside a Chinese sentence is one word. Paragraphs that were
    counted before cost nothing: a text is counted again while it is typed.
    """
    return sum(_words(paragraph)[0] for paragraph in _GAP.split(text))


def has_guessed(text: str) -> bool:
    """Say whether words of scripts without spaces in `text` are counted by the character, ICU being missing."""
    return not boundaries.is_known() and bool(boundaries.SPACELESS.search(text))


def reading_minutes(text: str, language: str) -> int:
    """Return the minutes that reading `text` in `language` takes, at least 1 where there is a word."""
    base = language.partition("-")[0].lower()
    is_by_character = base in _BY_CHARACTER
    count = sum(_words(paragraph)[1 if is_by_character else 0] for paragraph in _GAP.split(text))
    speed = _SPEED.get(base, _USUAL_SPEED)
    # A half is rounded up: Python's own rounding takes it to the even number.
    return max(1, int(count / speed + 0.5)) if count else 0


def counts(markdown: str, language: str) -> Counts:
    """Return all that is counted of `markdown`, each paragraph kept for the next time."""
    parts = [_counts(paragraph, language) for paragraph in _paragraphs(markdown)]
    return Counts(
        words=words(markdown),
        characters=sum(part[0] for part in parts),
        letters=sum(part[1] for part in parts),
        sentences=sum(part[2] for part in parts),
        paragraphs=sum(part[3] for part in parts),
        minutes=reading_minutes(markdown, language),
        are_characters=has_guessed(markdown),
    )


def forget() -> None:
    """Count everything anew, by what is there to count with."""
    boundaries.forget()
    for kept in (_words, _counts):
        kept.cache_clear()


def shown_blocks(markdown: str) -> list[str]:
    """Return the words of `markdown` as readers see them, a block each, markers of lists left out."""
    return [block for paragraph in _paragraphs(markdown) for block in _shown(paragraph)]


def _paragraphs(markdown: str) -> Iterator[str]:
    """Yield pieces that can be read by themselves: paragraphs, or the whole where code may hold empty lines."""
    if _FENCE.search(markdown):
        yield markdown
    else:
        yield from _GAP.split(markdown)


@lru_cache(maxsize=_KEPT_PARAGRAPHS)
def _words(paragraph: str) -> tuple[int, int]:
    """Return the words of a paragraph, and its words when each character of Han and kana counts as one."""
    text = _ADDRESS.sub(" ", paragraph)
    if not boundaries.SPACELESS.search(text):
        count = sum(1 for _ in _SPACED_WORD.finditer(text))
        return count, count
    han = len(_HAN.findall(text))
    spaced = sum(1 for _ in _SPACED_WORD.finditer(boundaries.SPACELESS.sub(" ", text)))
    return spaced + boundaries.spaceless_words(text), spaced + han


@lru_cache(maxsize=_KEPT_PARAGRAPHS)
def _shown(paragraph: str) -> tuple[str, ...]:
    return tuple(_ITEM.sub("", block, count=1) for block in plain_blocks(paragraph))


@lru_cache(maxsize=_KEPT_PARAGRAPHS)
def _counts(paragraph: str, language: str) -> tuple[int, int, int, int]:
    blocks = _shown(paragraph)
    text = "".join(blocks)
    is_marked = language.partition("-")[0].lower() not in _UNMARKED
    return (
        boundaries.characters(text),
        boundaries.characters("".join(text.split())),
        sum(boundaries.sentences(block, language) for block in blocks) if is_marked else 0,
        len(blocks),
    )
