"""What findings about a picture's origin come to: how far each is to be believed, and what they propose together.

Proposes only; a person decides. No evidence is *unknown*, never "not AI".
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from editor.core.messages import Message, say
from editor.domain.image import Finding
from editor.domain.source_type import SOURCE_TYPES, OriginClass, origin_of, term_of

CREDENTIALS = "content-credentials"


class Confidence(StrEnum):
    """How far a finding is to be believed. All but the first two can be written into a file by anybody."""

    TRUSTED = "trusted"
    SIGNED = "signed"
    CLAIMED = "claimed"
    TRACE = "trace"
    POSSIBLE = "possible"
    BROKEN = "broken"
    NOT_READ = "not-read"


CONFIDENCE_WORDS = MappingProxyType(
    {
        Confidence.TRUSTED: say("signed by somebody you trust, and unchanged since"),
        Confidence.SIGNED: say("signed and unchanged since; who signed was not verified"),
        Confidence.CLAIMED: say("the file says so; anybody could have written it"),
        Confidence.TRACE: say("a trace that this tool leaves behind"),
        Confidence.POSSIBLE: say("a hint, no statement"),
        Confidence.BROKEN: say("broken: the file was changed after it was signed"),
        Confidence.NOT_READ: say("not read"),
    }
)
# What these say is shown and never used by itself.
_UNUSED = frozenset({Confidence.BROKEN, Confidence.NOT_READ})
# Where a file states several origins, the one that matters most to a reader counts.
_WEIGHT = {
    OriginClass.AI_GENERATED: 3,
    OriginClass.AI_MODIFIED: 2,
    OriginClass.UNKNOWN: 1,
    OriginClass.NOT_AI: 0,
}
_TRUST = tuple(Confidence)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What the findings propose for the record; "" where they say nothing. `source_type` is an active term if known."""

    source_type: str = ""
    system: str = ""
    version: str = ""
    prompt: str = ""
    generated_at: str = ""

    @property
    def origin(self) -> OriginClass:
        """Return the class that the proposed source type stands for."""
        return origin_of(self.source_type)

    def __bool__(self) -> bool:
        """Say whether anything is proposed."""
        return bool(self.source_type or self.system)


def stated_source_type(finding: Finding) -> str:
    """Return the IPTC term or foreign value that `finding` speaks for, "" when it speaks for none.

    Findings kept by earlier versions have the term as their value alone.
    """
    if finding.source_type:
        return term_of(finding.source_type)
    return term_of(finding.value) if term_of(finding.value) in SOURCE_TYPES else ""


def proposal_of(findings: Iterable[Finding]) -> Proposal:
    """Return what `findings` propose: the weightiest source type, the words of its kind from the most trusted first.

    What stands in broken credentials is not used. A retired term gives its successor.
    """
    usable = sorted((one for one in findings if one.confidence not in _UNUSED), key=_distrust)
    stated = [value for one in usable if (value := stated_source_type(one))]
    value = max(stated, key=lambda one: _WEIGHT[origin_of(one)], default="")
    entry = SOURCE_TYPES.get(value)
    # A system named beside another class (a camera's maker, say) does not belong to this one.
    of_kind = [one for one in usable if origin_of(stated_source_type(one)) is origin_of(value)]
    silent = [one for one in usable if not stated_source_type(one)]
    return Proposal(
        source_type=(entry.successor if entry else "") or value,
        **{
            name: next((text for one in (*of_kind, *silent) if (text := getattr(one, name))), "")
            for name in ("system", "version", "prompt", "generated_at")
        },
    )


def finding_words(finding: Finding) -> Message:
    """Return what `finding` says, in one plain sentence."""
    place, key = finding.place, finding.key
    if finding.place == "page":
        return say("The page it was taken in from says that AI made it.")
    if finding.detector == CREDENTIALS and finding.key in {"signature", "remote"}:
        return _credentials_words(finding)
    entry = SOURCE_TYPES.get(stated_source_type(finding))
    if entry and finding.system:
        return say("{place}, {key}: {system}. {words}", place=place, key=key, system=_named(finding), words=entry.words)
    if entry:
        return say("{place}, {key}: {words}", place=place, key=key, words=entry.words)
    if finding.system:
        return say("{place}, {key}: {system}", place=place, key=key, system=_named(finding))
    return say("{place}: {key} is {value}", place=place, key=key, value=finding.value)


def confidence_words(finding: Finding) -> Message:
    """Return how far `finding` is to be believed; words of its own for a confidence that is not known."""
    try:
        return CONFIDENCE_WORDS[Confidence(finding.confidence)]
    except ValueError:
        return say("how far this is to be believed is not known")


def _credentials_words(finding: Finding) -> Message:
    signer = finding.value
    if finding.confidence == Confidence.NOT_READ:
        if finding.key == "remote":
            return say("Content Credentials: stored elsewhere, at {address}. Makala does not go there.", address=signer)
        return say("Content Credentials: there are some, and they were not read: the library for them is missing here.")
    if finding.confidence == Confidence.BROKEN:
        return say("Content Credentials: {reasons}.", reasons=signer)  # its confidence says that they are broken
    return say("Content Credentials: signed by {signer}.", signer=signer)


def _named(finding: Finding) -> str:
    return f"{finding.system} {finding.version}".strip()


def _distrust(finding: Finding) -> int:
    return _TRUST.index(Confidence(finding.confidence)) if finding.confidence in set(_TRUST) else len(_TRUST)
