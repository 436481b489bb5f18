"""Which language a text is in, found from its letters and words, offline. The library loads when first asked."""

from __future__ import annotations

import logging
import re
from functools import cache
from typing import Any

# Below this the library is guessing, and a wrong language is worse than a question.
_SURE = 0.6
_FEWEST_LETTERS = 24
_ENOUGH = 4000
# Names that the library gives to what is written the same: dialects to the language that newsrooms publish in.
_PUBLISHED_AS = {"arz": "ar", "ary": "ar", "wuu": "zh", "pcm": "en", "nn": "nn", "no": "nb"}
_NO_LANGUAGE = "zxx"
_ADDRESSES = re.compile(r"https?://\S+")


def find_language(text: str) -> str:
    """Return the BCP 47 tag of the language that `text` is in, or "" when it cannot be told.

    Chinese comes with its script, told by the characters that only one of the two old national sets holds.
    """
    sample = _ADDRESSES.sub(" ", text)[:_ENOUGH]
    if sum(map(str.isalpha, sample)) < _FEWEST_LETTERS:
        return ""
    found, certainty = _identifier().classify(sample)
    if certainty < _SURE or found == _NO_LANGUAGE:
        return ""
    language = _PUBLISHED_AS.get(found, str(found))
    return _chinese(sample) if language in {"zh", "yue"} else language


@cache
def _identifier() -> Any:  # noqa: ANN401 - the library is not annotated
    logging.getLogger("py3langid").setLevel(logging.WARNING)
    from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

    return LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)


def _chinese(text: str) -> str:
    simplified = sum(_is_in(character, "gb2312") and not _is_in(character, "big5") for character in text)
    traditional = sum(_is_in(character, "big5") and not _is_in(character, "gb2312") for character in text)
    return "zh-Hant" if traditional > simplified else "zh-Hans"


def _is_in(character: str, character_set: str) -> bool:
    try:
        character.encode(character_set)
    except UnicodeEncodeError:
        return False
    return True
