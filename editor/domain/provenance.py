"""The typed parts of an image's record: training opt-out, day of generation, point of interest, licence page.

The record itself is fields of `Image`; here is what those that are more than words must look like.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from editor.core.clock import instant_text
from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.core.web_address import linked_page
from editor.domain.evidence import proposal_of
from editor.domain.image import Image
from editor.domain.source_type import term_of

PLUS_VOCABULARY = "http://ns.useplus.org/ldf/vocab/"
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_PLACES = 4


class DataMining(StrEnum):
    """Whether machines may learn from an image: the terms of PLUS `DataMining` (IPTC Photo Metadata 2023.1 on)."""

    NOT_STATED = ""
    ALLOWED = "DMI-ALLOWED"
    NO_GENERATIVE_TRAINING = "DMI-PROHIBITED-GENAIMLTRAINING"
    NO_TRAINING = "DMI-PROHIBITED-AIMLTRAINING"
    SEARCH_ONLY = "DMI-PROHIBITED-EXCEPTSEARCHENGINEINDEXING"
    PROHIBITED = "DMI-PROHIBITED"
    SEE_CONSTRAINTS = "DMI-PROHIBITED-SEECONSTRAINT"
    SEE_EMBEDDED = "DMI-PROHIBITED-SEEEMBEDDEDRIGHTSEXPR"
    SEE_LINKED = "DMI-PROHIBITED-SEELINKEDRIGHTSEXPR"
    UNSPECIFIED = "DMI-UNSPECIFIED"

    @property
    def uri(self) -> str:
        """Return the term's address as `plus:DataMining` carries it, "" for what is not stated."""
        return PLUS_VOCABULARY + self.value if self.value else ""


DATA_MINING_WORDS = MappingProxyType(
    {
        DataMining.NOT_STATED: say("Not stated"),
        DataMining.ALLOWED: say("Allowed"),
        DataMining.NO_GENERATIVE_TRAINING: say("Not for training generative AI"),
        DataMining.NO_TRAINING: say("Not for training any AI"),
        DataMining.SEARCH_ONLY: say("Only for search engines"),
        DataMining.PROHIBITED: say("Not at all"),
        DataMining.SEE_CONSTRAINTS: say("Only as the licence says"),
        DataMining.SEE_EMBEDDED: say("Only as the rights inside the file say"),
        DataMining.SEE_LINKED: say("Only as the rights on the licence page say"),
        DataMining.UNSPECIFIED: say("Left open"),
    }
)


def data_mining_of(said: str) -> DataMining:
    """Return the term of a term or of its PLUS address; raise `UserError` for what is none."""
    bare = re.sub(rf"^{re.escape(PLUS_VOCABULARY).replace('http', 'https?')}", "", said.strip())
    try:
        return DataMining(bare)
    except ValueError:
        raise UserError(
            say("“{value}” is no term for the use of a picture as training material.", value=said),
            say("It is one of: {words}.", words=", ".join(one.value for one in DataMining if one.value)),
        ) from None


def generated_text(said: str) -> str:
    """Return the day or the instant of generation in its one form: `2026-01-14` or `2026-01-14T12:00:00Z`.

    Raises `UserError` for what is neither; "" stays "".
    """
    bare = said.strip()
    try:
        if not bare or _DAY.fullmatch(bare):
            return date.fromisoformat(bare).isoformat() if bare else ""
        instant = datetime.fromisoformat(bare)
        if instant.tzinfo is not None:
            return instant_text(instant)
    except (ValueError, OverflowError):
        pass
    raise UserError(
        say("“{value}” is no date on which a picture was made.", value=said),
        say("Write a day as in 2026-01-14, or an instant as in 2026-01-14T12:00:00Z."),
    )


def focus_from(texts: Sequence[str]) -> tuple[float, float] | None:
    """Return the point of interest of two fractions, from the left and from the top; none of none.

    Raises `UserError` unless there are two numbers from 0 to 1. They are kept to four places.
    """
    if not texts:
        return None
    try:
        left, top = (float(text) for text in texts)
    except ValueError:
        left = top = math.nan
    _check_focus((left, top), said=", ".join(texts))
    return rounded_focus(left, top)


def rounded_focus(left: float, top: float) -> tuple[float, float]:
    """Return the point as it is kept: within the picture, to four places."""
    return tuple(round(min(max(one, 0.0), 1.0), _PLACES) + 0.0 for one in (left, top))  # type: ignore[return-value]


def focus_texts(focus: tuple[float, float] | None) -> list[str]:
    """Return what `focus_from` reads back as `focus`."""
    return [f"{one:.{_PLACES}f}".rstrip("0").rstrip(".") for one in focus] if focus else []


def check_record(image: Image) -> None:
    """Raise `UserError` for the first typed part of the image's record that is not what it must be."""
    data_mining_of(image.data_mining)
    if generated_text(image.generated_at) != image.generated_at:
        raise UserError(
            say("“{value}” is no date on which a picture was made.", value=image.generated_at),
            say("Write a day as in 2026-01-14, or an instant as in 2026-01-14T12:00:00Z."),
        )
    if image.focus is not None:
        _check_focus(image.focus, said=", ".join(map(str, image.focus)))


def check_web_address(address: str) -> None:
    """Raise `UserError` unless `address` is empty or pages can lead to it."""
    if address.strip() and not linked_page(address):
        raise UserError(
            say("“{address}” is no address of a page.", address=address),
            say("It begins with https:// or http:// and has no spaces, such as https://news.example/licence."),
        )


def said_with(image: Image, source_type: str) -> dict[str, str]:
    """Return what the findings say besides of a picture that came to be so: system, version, prompt, day; none twice.

    What a person wrote already stays, and what the file says of another origin is not taken.
    """
    found = proposal_of(image.findings)
    if term_of(found.source_type) != term_of(source_type):
        return {}
    said = {
        "ai_system": found.system,
        "ai_system_version": "" if image.ai_system else found.version,
        "ai_prompt": found.prompt,
        "generated_at": _or_none(found.generated_at),
    }
    return {name: text for name, text in said.items() if text and not getattr(image, name)}


def training_choices() -> list[tuple[DataMining, Message]]:
    """Return the terms that a person may choose, most open first; those that need a second document are only read."""
    second = {DataMining.SEE_CONSTRAINTS, DataMining.SEE_EMBEDDED, DataMining.SEE_LINKED, DataMining.UNSPECIFIED}
    return [(term, words) for term, words in DATA_MINING_WORDS.items() if term not in second]


def _or_none(said: str) -> str:
    try:
        return generated_text(said)
    except UserError:
        return ""


def _check_focus(focus: tuple[float, float], *, said: str) -> None:
    if len(focus) != 2 or not all(math.isfinite(one) and 0 <= one <= 1 for one in focus):
        raise UserError(
            say("“{value}” is no point in a picture.", value=said),
            say("Write two numbers from 0 to 1: from the left, and from the top, as in [0.5, 0.25]."),
        )
