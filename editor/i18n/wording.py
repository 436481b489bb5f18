"""Whether a translation fits its English: its places, its markup, its marks of direction, its form of Unicode.

The same sentences stand in the translators' tool, in the tests and below the field where a label is typed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from itertools import chain

from editor.core.messages import Message, say
from editor.i18n.plurals import rule_for

_PLACE = re.compile(r"\{[^{}]*\}|%(?:n|L?\d+)")
_MARKUP = re.compile(r"</?[A-Za-z][^<>]*>?|<!--|&(?:[A-Za-z][A-Za-z0-9]*|#\d+|#[xX][0-9A-Fa-f]+);")
_KEY = re.compile(r"&(?=\w)")

# UAX 9: what opens an embedding or an override, what opens an isolate, and what closes each.
_EMBEDDINGS, _POP = "\u202a\u202b\u202d\u202e", "\u202c"
_ISOLATES, _POP_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_MAY_BE_UNSEEN = frozenset(f"{_EMBEDDINGS}{_POP}{_ISOLATES}{_POP_ISOLATE}\u200c\u200d\u200e\u200f\u061c\u00ad")


def check_words(
    text: str, english: str, *, spare: frozenset[str] = frozenset(), has_keys: bool = False
) -> list[Message]:
    """Return what does not fit in `text` as a translation of `english`, a sentence each.

    `spare` are places of the English that may be left out; `has_keys` says that “&” marks the key of a button.
    """
    return list(chain(_places(text, english, spare), _markup(text, english, has_keys=has_keys), _form(text, english)))


def check_forms(forms: Sequence[str], one: str, many: str, language: str) -> list[Message]:
    """Return what does not fit in the `forms` of a phrase that counts, in the language of `language`.

    A form for one number alone may say it in a word: “moja” for “{n}”.
    """
    wanted = rule_for(language).forms
    if len(forms) != wanted:
        return [say("It has {found} forms for numbers; this language has {wanted}.", found=len(forms), wanted=wanted)]
    found = []
    for number, form in enumerate(forms):
        spare = frozenset({"{n}"}) if number < wanted - 1 else frozenset()
        found += check_words(form, many or one, spare=spare) if form else []
    return _once(found)


def places_of(text: str) -> frozenset[str]:
    """Return the places of `text` that something is put into: `{name}`, `%1`, `%n`."""
    return frozenset(_PLACE.findall(text))


def is_balanced(text: str) -> bool:
    """Say whether every mark of direction that `text` opens is closed in it, and none closed that was not opened."""
    open_marks: list[str] = []
    for sign in text:
        if sign in _EMBEDDINGS:
            open_marks.append(_POP)
        elif sign in _ISOLATES:
            open_marks.append(_POP_ISOLATE)
        elif sign in (_POP, _POP_ISOLATE) and (not open_marks or open_marks.pop() != sign):
            return False
    return not open_marks


def _places(text: str, english: str, spare: frozenset[str]) -> Iterator[Message]:
    wanted, found = places_of(english), places_of(text)
    for place in sorted(wanted - found - spare):
        yield say("The place {place} is missing, and with it what stands there.", place=place)
    for place in sorted(found - wanted):
        yield say("There is no place {place} in the English, so nothing would be put there.", place=place)
    if re.search(r"[{}]", _PLACE.sub("", text)) and not re.search(r"[{}]", _PLACE.sub("", english)):
        yield say("A curly bracket stands alone.")


def _markup(text: str, english: str, *, has_keys: bool) -> Iterator[Message]:
    known = set(_MARKUP.findall(english))
    for sign in dict.fromkeys(_MARKUP.findall(text)):
        if sign not in known:
            yield say("“{markup}” is markup. It would be seen as it stands.", markup=sign)
    missing = known - set(_MARKUP.findall(text))
    for sign in sorted(missing):
        yield say("The English has “{markup}”, which is missing.", markup=sign)
    if has_keys and len(_KEY.findall(text)) != len(_KEY.findall(english)):
        yield say("The English marks the key of a button by “&” before a letter; here it must be as often.")


def _form(text: str, english: str) -> Iterator[Message]:
    if not is_balanced(text):
        yield say("A mark that sets the direction of writing is opened and not closed, or closed and not opened.")
    for sign in dict.fromkeys(text):
        if _is_unseen(sign) and sign not in english:
            yield say("It holds a sign that cannot be seen: {code}.", code=f"U+{ord(sign):04X}")
    if text != unicodedata.normalize("NFC", text):
        yield say("Some of its letters are written in two parts (it is not in NFC).")
    if (text[:1].isspace(), text[-1:].isspace()) != (english[:1].isspace(), english[-1:].isspace()):
        yield say("It has a space at its beginning or end where the English has none, or the other way round.")


def _is_unseen(sign: str) -> bool:
    return unicodedata.category(sign) in {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"} and sign not in _MAY_BE_UNSEEN


def _once(messages: list[Message]) -> list[Message]:
    """Return each of `messages` once; their values cannot be hashed."""
    return list({str(message): message for message in messages}.values())
