"""The IPTC digital source types in plain words, and the class that decides whether a reader sees a label.

Source: IPTC NewsCodes, scheme `http://cv.iptc.org/newscodes/digitalsourcetype/`, vocabulary of 2024-09-17, and the two
terms that C2PA adds, which stand here under their whole address.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from editor.core.messages import Message, say

SCHEME = "http://cv.iptc.org/newscodes/digitalsourcetype/"
C2PA_SCHEME = "http://c2pa.org/digitalsourcetype/"


class OriginClass(StrEnum):
    """What an image's source type means to a reader."""

    AI_GENERATED = "ai-generated"
    AI_MODIFIED = "ai-modified"
    NOT_AI = "not-ai"
    UNKNOWN = "unknown"

    @property
    def is_ai(self) -> bool:
        """Say whether the image wears a label."""
        return self in {OriginClass.AI_GENERATED, OriginClass.AI_MODIFIED}


@dataclass(frozen=True, slots=True)
class SourceType:
    """One term of the vocabulary: its class, what it means in plain words, and the retired terms' successor."""

    term: str
    origin: OriginClass
    words: Message
    successor: str = ""

    @property
    def is_active(self) -> bool:
        """Say whether the term may be chosen; retired ones and those of C2PA alone are only read."""
        return not self.successor and self.is_iptc

    @property
    def is_iptc(self) -> bool:
        """Say whether the term is of the IPTC's list."""
        return not self.term.startswith(C2PA_SCHEME)


_TERMS = (
    SourceType("trainedAlgorithmicMedia", OriginClass.AI_GENERATED, say("Made by AI")),
    SourceType(
        "compositeWithTrainedAlgorithmicMedia",
        OriginClass.AI_MODIFIED,
        say("A real picture, changed with AI"),
    ),
    SourceType("compositeSynthetic", OriginClass.AI_MODIFIED, say("A montage with at least one AI-made part")),
    SourceType("digitalCapture", OriginClass.NOT_AI, say("A photograph from a digital camera")),
    SourceType("computationalCapture", OriginClass.NOT_AI, say("A phone photograph joined from several frames")),
    SourceType("compositeCapture", OriginClass.NOT_AI, say("A montage of photographs")),
    SourceType("negativeFilm", OriginClass.NOT_AI, say("Scanned from a film negative")),
    SourceType("positiveFilm", OriginClass.NOT_AI, say("Scanned from a slide")),
    SourceType("print", OriginClass.NOT_AI, say("Scanned from a print")),
    SourceType("humanEdits", OriginClass.NOT_AI, say("Edited by a person, without AI")),
    SourceType("digitalCreation", OriginClass.NOT_AI, say("Drawn by a person with software, without AI")),
    SourceType("algorithmicMedia", OriginClass.NOT_AI, say("Made by a formula, without training data")),
    SourceType("algorithmicallyEnhanced", OriginClass.NOT_AI, say("Corrected by software, content unchanged")),
    SourceType("dataDrivenMedia", OriginClass.NOT_AI, say("Drawn from data, such as a chart or a map")),
    SourceType("composite", OriginClass.UNKNOWN, say("A montage; not known whether AI had a part")),
    SourceType("screenCapture", OriginClass.UNKNOWN, say("A picture of a screen")),
    SourceType("virtualRecording", OriginClass.UNKNOWN, say("A recording of a virtual event")),
    SourceType("minorHumanEdits", OriginClass.NOT_AI, say("Edited by a person, without AI"), "humanEdits"),
    SourceType(
        "digitalArt",
        OriginClass.NOT_AI,
        say("Drawn by a person with software, without AI"),
        "digitalCreation",
    ),
    SourceType(
        "softwareImage",
        OriginClass.UNKNOWN,
        say("Made with software; not known whether AI had a part"),
        "composite",
    ),
    SourceType(f"{C2PA_SCHEME}trainedAlgorithmicData", OriginClass.AI_GENERATED, say("Data that an AI model gave out")),
    SourceType(f"{C2PA_SCHEME}empty", OriginClass.UNKNOWN, say("Begun as an empty picture")),
)

SOURCE_TYPES = MappingProxyType({entry.term: entry for entry in _TERMS})


# What may stand before a term: the addresses of the list, and the short names that IPTC and C2PA give it.
_HEAD = re.compile(r"(?:https?:)?(?://)?(?:www\.)?cv\.iptc\.org/newscodes/digitalsourcetype/|(?:digsrctype|iptc):")
_SIGNS = str.maketrans("", "", " -_")
_PLAIN = MappingProxyType({term.casefold(): term for term in SOURCE_TYPES})


def term_of(value: str) -> str:
    """Return the vocabulary term of a term, a URI (http or https) or a QCode; a foreign value comes back as it is.

    Programs and people write terms in other letter case, in words or with a stroke behind them; those are read too.
    """
    bare = value.strip()
    if bare in SOURCE_TYPES or not bare:
        return bare
    said = bare.casefold().rstrip("/")
    if said.startswith("https://c2pa.org/"):
        said = f"http{said[5:]}"
    head = _HEAD.match(said)
    return _PLAIN.get(said[head.end() :] if head else said) or _PLAIN.get(said.translate(_SIGNS)) or bare


def uri_of(value: str) -> str:
    """Return the URI of a known term or URI; a foreign value comes back as it is, "" stays ""."""
    term = term_of(value)
    entry = SOURCE_TYPES.get(term)
    return SCHEME + term if entry and entry.is_iptc else term


def origin_of(value: str) -> OriginClass:
    """Return the class of a term or URI; what is not known is `UNKNOWN`, never "not AI"."""
    entry = SOURCE_TYPES.get(term_of(value))
    return entry.origin if entry else OriginClass.UNKNOWN
