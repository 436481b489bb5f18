"""House styles to rows and back."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from editor.domain.house_style import HouseStyle
from editor.storage.rows import json_text
from editor.storage.spoilt_rows import understood


@understood
def style_from(row: Sequence[Any]) -> tuple[str, HouseStyle]:
    """Return the locale and the style of a row; what a later Makala says besides is left out."""
    locale, style = row
    known = {field.name for field in fields(HouseStyle)}
    values: dict[str, Any] = {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in json.loads(style).items()
        if name in known
    }
    return locale, HouseStyle(**values)


def style_values(locale: str, style: HouseStyle) -> dict[str, Any]:
    """Return the columns of a house style's row."""
    return {"locale": locale, "style": json_text(asdict(style))}
