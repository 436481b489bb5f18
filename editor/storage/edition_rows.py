"""Editions to rows and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from editor.domain.settings import Consent, ConsentText, Edition
from editor.storage.rows import json_text
from editor.storage.spoilt_rows import understood

EDITION_COLUMNS = (
    "locale, position, base_path, fallback, consent, extra, name, house_style, display_zone, sections, consent_text,"
    " about"
)


@understood
def edition_from(row: Sequence[Any]) -> Edition:
    """Return the edition of its row, in the order of `EDITION_COLUMNS`."""
    return Edition(
        locale=row[0],
        base_path=row[2],
        fallback=None if row[3] is None else tuple(json.loads(row[3])),
        consent=Consent(row[4]),
        extra=json.loads(row[5]),
        name=row[6],
        house_style=row[7],
        display_zone=row[8],
        sections=tuple(json.loads(row[9])),
        consent_text=_consent_text(json.loads(row[10])),
        about=row[11],
    )


def edition_values(edition: Edition, position: int) -> dict[str, Any]:
    """Return the columns of an edition's row."""
    return {
        "locale": edition.locale,
        "position": position,
        "base_path": edition.base_path,
        "fallback": None if edition.fallback is None else json_text(list(edition.fallback)),
        "consent": edition.consent.value,
        "extra": json_text(dict(edition.extra)),
        "name": edition.name,
        "house_style": edition.house_style,
        "display_zone": edition.display_zone,
        "sections": json_text(list(edition.sections)),
        "consent_text": json_text({key: text for key, text in asdict(edition.consent_text).items() if text}),
        "about": edition.about,
    }


def _consent_text(plain: dict[str, str]) -> ConsentText:
    return ConsentText(**{one.name: plain.get(one.name, "") for one in fields(ConsentText)})
