"""Words as Qt reads them by itself: the bytes of a .qm file, so that no question of Qt's comes to Python.

Source of the form: `qtranslator.cpp` of Qt 6, its sections, tags, hash and plural rules. Bytes only; Qt is not asked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from struct import pack

from editor.i18n.plurals import rule_for

_MAGIC = bytes.fromhex("3cb86418caef9c95cd211cbf60a1bddd")
_HASHES, _MESSAGES, _RULES = 0x42, 0x69, 0x88
_END, _TRANSLATION, _SOURCE, _CONTEXT = 1, 3, 6, 7
_LESS, _BETWEEN, _NOT, _MOD_100, _AND, _OR, _NEXT_RULE = 0x02, 0x04, 0x08, 0x20, 0xFD, 0xFE, 0xFF


def qt_catalog(tag: str, words: Mapping[str, Sequence[str]], kept: Mapping[tuple[str, str], str]) -> bytes:
    """Return a catalog for Qt: English to its forms in the language of `tag`, the same in every class of Qt's.

    `kept` has what one class of Qt's shows for the same English: (class, English) to the words. A form that is empty
    is the first one; without a first one the English has no entry, for an empty answer would blank a button.
    """
    count = rule_for(tag).forms if any(len(forms) > 1 for forms in words.values()) else 1
    entries = [(english, _message(english, [shown] * count, context)) for (context, english), shown in kept.items()]
    for english, forms in words.items():
        if forms and forms[0]:
            every = [(forms[form] if form < len(forms) else "") or forms[0] for form in range(count)]
            entries.append((english, _message(english, every)))
    places, messages = [], b""
    for english, message in entries:
        places.append((_elf_hash(english.encode()), len(messages)))
        messages += message
    # Of entries with the same hash Qt takes the first that fits: those of one class stand before those of every class.
    hashes = b"".join(pack(">II", *place) for place in sorted(places))
    sections = ((_HASHES, hashes), (_MESSAGES, messages), (_RULES, plural_rules(tag) if count > 1 else b""))
    return _MAGIC + b"".join(pack(">BI", kind, len(data)) + data for kind, data in sections if data)


def plural_rules(tag: str) -> bytes:
    """Return the rules by which Qt picks the form for a number in the language of `tag`, one for each but the last.

    Written out for 0 to 99 and for the last two digits from 100 on, on which all rules for whole numbers stand.
    """
    rule = rule_for(tag)
    written = []
    for form in range(rule.forms - 1):
        small = [bytes((_BETWEEN, *run)) for run in _runs([rule.pick(n) == form for n in range(100)])]
        large = [
            bytes((_NOT | _LESS, 100, _AND, _BETWEEN | _MOD_100, *run))
            for run in _runs([rule.pick(n) == form for n in range(100, 200)])
        ]
        written.append(bytes((_OR,)).join(small + large) or bytes((_LESS, 0)))
    return bytes((_NEXT_RULE,)).join(written)


def _message(english: str, forms: Sequence[str], context: str = "") -> bytes:
    parts = [(_TRANSLATION, form.encode("utf-16-be")) for form in forms]
    parts.append((_SOURCE, english.encode()))
    if context:
        parts.append((_CONTEXT, context.encode()))
    return b"".join(pack(">BI", kind, len(data)) + data for kind, data in parts) + bytes((_END,))


def _elf_hash(data: bytes) -> int:
    value = 0
    for byte in data:
        value = (value << 4) + byte
        high = value & 0xF0000000
        value = (value ^ high >> 24) & ~high
    return value or 1


def _runs(fits: Sequence[bool]) -> list[tuple[int, int]]:
    """Return first and last index of each stretch that fits."""
    runs: list[tuple[int, int]] = []
    for index, is_in in enumerate(fits):
        if is_in and runs and runs[-1][1] == index - 1:
            runs[-1] = (runs[-1][0], index)
        elif is_in:
            runs.append((index, index))
    return runs
