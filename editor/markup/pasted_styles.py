"""What the tags and styles of pasted HTML say: which faces, what is hidden, what is a list of Word's."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from editor.markup.parsing import is_safe_address
from editor.markup.pasted_runs import Face

# What holds no words of the text. `del`: in a tracked change, what was struck out.
NO_WORDS = frozenset(
    {
        "applet", "audio", "button", "canvas", "del", "embed", "frameset", "head", "iframe", "map", "math",
        "menuitem", "meter", "noembed", "noframes", "object", "option", "progress", "rp", "script",
        "select", "style", "svg", "template", "textarea", "title", "video", "xml"
    }
)  # fmt: skip
# Apparatus around the text: edit links and footnote numbers of wikis, comments of Word.
_APPARATUS = frozenset({"mw-editsection", "reference", "noprint", "MsoCommentReference", "MsoCommentText"})
_BOLD_TAGS, _ITALIC_TAGS = frozenset({"b", "strong"}), frozenset({"i", "em", "cite", "dfn", "var"})
_CODE_TAGS = frozenset({"code", "tt", "kbd", "samp"})
_HIDDEN = re.compile(
    r"display:none|visibility:(?:hidden|collapse)|mso-hide:(?:all|screen)|font-size:0(?:px|pt|em)?(?:;|$)"
    r"|mso-element:(?:comment|footnote-separator)"
)
_WEIGHT = re.compile(r"(?:^|;)font-weight:(\w+)")
_SLANT = re.compile(r"(?:^|;)font-style:(\w+)")
_WORD_LEVEL = re.compile(r"mso-list:\S*\s*level(\d)")
_WORD_NUMBER = re.compile(r"\(?(\d{1,9}|[A-Za-z]|[ivxlcdm]+|[IVXLCDM]+)[.)]")
_LIFTED = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")
_LOWERED = str.maketrans("0123456789+-()", "₀₁₂₃₄₅₆₇₈₉₊₋₍₎")

Attributes = Mapping[str, str]


def is_left_out(tag: str, attributes: Attributes) -> bool:
    """Say whether an element, with all that is in it, is nothing that a reader saw."""
    if tag in NO_WORDS or "hidden" in attributes:
        return True
    if style := attributes.get("style"):
        flat = style.lower().replace(" ", "").replace("\n", "")
        if _HIDDEN.search(flat):
            return True
    return not _APPARATUS.isdisjoint(attributes.get("class", "").split())


def face_of(tag: str, attributes: Attributes, outer: Face) -> Face:
    """Return the face of what stands in an element that stands in `outer`."""
    face = outer
    if tag in _BOLD_TAGS:
        face = replace(face, bold=True)
    elif tag in _ITALIC_TAGS:
        face = replace(face, italic=True)
    elif tag in _CODE_TAGS:
        face = replace(face, code=True)
    elif tag == "a" and (address := safe_address(attributes.get("href", ""))):
        face = replace(face, address=address)
    if style := attributes.get("style"):
        face = _styled(face, style.lower().replace(" ", "").replace("\n", ""))
    return face


def safe_address(address: str) -> str:
    """Return `address` as it can stand in a link: of the web or of mail, without blanks; "" for any other."""
    whole = re.sub(r"\s", "%20", re.sub(r"[\t\r\n]", "", address.strip()))
    return whole if is_safe_address(whole) else ""


def word_level(attributes: Attributes) -> int:
    """Return how deep in a list a paragraph of Word stands, counted from 1; 0 when it stands in none."""
    if found := _WORD_LEVEL.search(attributes.get("style", "").lower()):
        return int(found[1])
    level = attributes.get("data-aria-level", "")
    return int(level) if level.isascii() and level.isdigit() and len(level) < 3 else 0


def is_word_marker(attributes: Attributes) -> bool:
    """Say whether an element holds the bullet or number that Word puts before a paragraph of a list."""
    return "mso-list:ignore" in attributes.get("style", "").lower().replace(" ", "")


def number_of(marker: str) -> int | None:
    """Return the number that `marker` begins a list with, None when it is a bullet."""
    found = _WORD_NUMBER.match(marker.strip("\u00a0 \t\r\n"))
    if not found:
        return None
    return int(found[1]) if found[1].isdigit() else 1


def shifted(tag: str, text: str) -> str:
    """Return the text of a `sup` or `sub` in characters that are raised or lowered themselves, where there are such."""
    table, letters = (_LIFTED, "0123456789+-()n") if tag == "sup" else (_LOWERED, "0123456789+-()")
    return text.translate(table) if text and set(text) <= set(letters) else text


def _styled(face: Face, style: str) -> Face:
    if found := _WEIGHT.search(style):
        weight = found[1]
        is_bold = weight in {"bold", "bolder"} or (weight.isdigit() and int(weight) >= 600)
        face = replace(face, bold=is_bold)
    if found := _SLANT.search(style):
        face = replace(face, italic=found[1] in {"italic", "oblique"})
    return face
