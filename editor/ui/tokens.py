"""The colours of the window, light and dark, as values. Contrasts are kept by a test; must not import Qt."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tokens:
    """The colours of one palette, as `#rrggbb`."""

    is_dark: bool
    window: str
    surface: str
    raised: str
    ink: str
    muted: str
    line: str
    accent: str
    on_accent: str
    selection: str
    found: str
    ai_ink: str
    ai_plate: str
    fault: str
    fault_plate: str
    warn: str
    warn_plate: str
    done: str
    done_plate: str


LIGHT = Tokens(
    is_dark=False,
    window="#F6F5F2",
    surface="#FFFFFF",
    raised="#FBFAF8",
    ink="#1B1B1A",
    muted="#5F5E5A",
    line="#DEDBD4",
    accent="#0B6E69",
    on_accent="#FFFFFF",
    selection="#D3E8E5",
    found="#FBE0BE",
    ai_ink="#3B2A00",
    ai_plate="#FFE7A8",
    fault="#B3261E",
    fault_plate="#FCEBE9",
    warn="#8A5A00",
    warn_plate="#FFF4DC",
    done="#2E6B34",
    done_plate="#E9F4EA",
)
DARK = Tokens(
    is_dark=True,
    window="#1B1C1E",
    surface="#232427",
    raised="#2A2C30",
    ink="#ECEAE4",
    muted="#A5A39C",
    line="#3A3C40",
    accent="#5CC6BE",
    on_accent="#0C2321",
    selection="#24494A",
    found="#5B4322",
    ai_ink="#FFD98A",
    ai_plate="#3A2E10",
    fault="#FF8A80",
    fault_plate="#3B2423",
    warn="#FFC46B",
    warn_plate="#382C17",
    done="#7CCB85",
    done_plate="#213324",
)
