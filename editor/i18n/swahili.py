"""The finite verbs of Swahili taken apart: what stands before the stem, so that a list of stems can judge them.

Word lists hold a few of the hundreds of forms that one stem has. After Ashton, "Swahili Grammar", 1944: a subject, a
tense, perhaps a relative and an object, then the stem.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_SUBJECT = "ni|u|a|tu|m|mw|wa|i|li|ya|ki|vi|zi|ku|pa|mu"
_NEGATIVE = "si|hu|ha|hatu|ham|hamw|hawa|hai|hali|haya|haki|havi|hau|hazi|haku|hapa|hamu"
_OBJECT = "ni|ku|m|mw|wa|tu|u|i|li|ya|ki|vi|zi|pa|mu|ji"
_RELATIVE = "ye|o|yo|lo|cho|vyo|zo|po|ko|mo"
_HEADS = tuple(
    re.compile(pattern)
    for pattern in (
        rf"(?:{_SUBJECT})(?:na|li|me|ta|nge|ngali|ki|ka|mesha|taka|sipo|singe|singali)(?:{_RELATIVE})?(?:{_OBJECT})?",
        rf"(?:{_SUBJECT})?(?:hu|ka)(?:{_OBJECT})?",
        rf"(?:{_NEGATIVE})(?:ku|ta|ja|nge|ngali)(?:{_OBJECT})?",
        rf"(?:{_SUBJECT})(?:na|li)?(?:{_RELATIVE})(?:{_OBJECT})?",
    )
)
# Before a stem whose last vowel says the mood: "asome", "hasomi", "tusisome".
_MOODS = (
    (re.compile(rf"(?:{_SUBJECT})(?:si|ka)?(?:{_OBJECT})?"), "e"),
    (re.compile(rf"(?:{_NEGATIVE})(?:{_OBJECT})?"), "i"),
)
_LEAST_STEM = 2


def verb_stems(word: str) -> Iterator[str]:
    """Yield what may be the stem of `word` (small letters), as it stands in a list, should it be a finite verb."""
    for cut in range(1, len(word) - _LEAST_STEM + 1):
        head, stem = word[:cut], word[cut:]
        if any(pattern.fullmatch(head) for pattern in _HEADS):
            yield stem
        for pattern, ending in _MOODS:
            if stem.endswith(ending) and pattern.fullmatch(head):
                yield f"{stem[:-1]}a"
