"""Judges words by the dictionary of their language. Runs in a process of its own: the library holds the interpreter.

Loading takes 0.2 s and one suggestion up to as much; on a thread of the window that would hold up the keys.
"""

from __future__ import annotations

import tempfile
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from string import ascii_lowercase
from typing import Any

from editor.core.errors import UserError
from editor.core.resources import resources_root
from editor.domain.spelling import Verdict, is_listed, plain_word
from editor.i18n.english import american_forms
from editor.i18n.swahili import verb_stems
from editor.services.dictionaries import Dictionary, dictionary_for, found_dictionaries
from editor.services.dictionary_files import as_utf8, read_pairs

MOST_SUGGESTIONS = 7

# Letters that Unicode composes on paper only: lists hold them as one character, NFC as two (UAX 15, exclusions).
_ONE_CHARACTER = {
    unicodedata.normalize("NFD", chr(code)): chr(code)
    for code in (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF, 0xA33, 0xA36, *range(0xA59, 0xA5C), 0xA5E, 0xB5C, 0xB5D)
}
# Forms by which a list shows that it knows a stem: "kusoma", "anasoma" and so on.
_KNOWN_BY = ("ku", "ana", "ali", "wana", "wali", "ame", "wame", "ata", "ina", "ime")


def load_words(folder: Path, name: str) -> Any:  # noqa: ANN401 - the library has no types
    """Return the library's dictionary of the UTF-8 files called `name` in `folder`; what is damaged raises anything."""
    from hunspell import Hunspell  # type: ignore[import-untyped]

    made = Hunspell(name, hunspell_data_dir=str(folder), system_encoding="UTF-8")
    made.spell("a")
    return made


@dataclass(slots=True)
class _Loaded:
    """One dictionary in use, with what Makala knows besides."""

    hunspell: Any
    letters: frozenset[str]
    words: frozenset[str]
    stems: frozenset[str]
    language: str
    known_stems: dict[str, bool] = field(default_factory=dict)

    def judge(self, word: str) -> Verdict:
        """Say whether `word` is right; what it is written in must be letters of the dictionary."""
        plain = plain_word(word)
        if is_listed(plain, self.words):
            return True
        forms = dict.fromkeys((plain, _one_character(plain)))
        if not any(set(form) <= self.letters for form in forms):
            return None
        if any(map(self._spells, forms)):
            return True
        if self.language.startswith("en") and plain.endswith("'s"):
            return self.judge(plain.removesuffix("'s"))
        if self.language == "en" and any(map(self._spells, american_forms(plain.lower()))):
            return True  # no region is named: both spellings are right
        return self.language.startswith("sw") and any(map(self._is_stem, verb_stems(plain.lower())))

    def suggest(self, word: str) -> tuple[str, ...]:
        """Return what may have been meant, the likeliest first, with the apostrophe that `word` has."""
        try:
            found = [one for one in self.hunspell.suggest(plain_word(word)) if one]
        except (UnicodeError, ValueError):
            return ()
        if "\u2019" in word or "'" not in word:
            found = [one.replace("'", "\u2019") for one in found]
        return tuple(dict.fromkeys(found))[:MOST_SUGGESTIONS]

    def _spells(self, word: str) -> bool:
        return bool(self.hunspell.spell(word))

    def _is_stem(self, stem: str) -> bool:
        known = self.known_stems.get(stem)
        if known is None:
            known = stem in self.stems or any(self._spells(head + stem) for head in _KNOWN_BY)
            self.known_stems[stem] = known
        return known


class Spelling:
    """The dictionaries of one process, each loaded when its language is first asked for."""

    def __init__(self) -> None:
        self._found: list[Dictionary] | None = None
        self._loaded: dict[str, _Loaded | None] = {}

    def judge(self, language: str, words: Iterable[str]) -> dict[str, Verdict]:
        """Return the verdict on each of `words`; in a language without a dictionary none is checked."""
        loaded = self._of(language)
        return {word: _careful(loaded, word) for word in words}

    def suggest(self, language: str, word: str) -> tuple[str, ...]:
        """Return what may have been meant by `word`."""
        loaded = self._of(language)
        return loaded.suggest(word) if loaded else ()

    def _of(self, language: str) -> _Loaded | None:
        if language not in self._loaded:
            if self._found is None:
                self._found = found_dictionaries()
            self._loaded[language] = _load(language, dictionary_for(language, self._found))
        return self._loaded[language]


def house_words(language: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words, and the stems of verbs, that Makala knows in `language` besides any dictionary."""
    path = resources_root() / "spelling" / f"{language.partition('-')[0].lower()}.txt"
    if not path.is_file():
        return frozenset(), frozenset()
    lines = [line.strip() for line in path.read_text(encoding="utf-8").split("\n")]
    held = [plain_word(line) for line in lines if line and not line.startswith("#")]
    return (
        frozenset(word for word in held if not word.startswith("-")),
        frozenset(word[1:] for word in held if word.startswith("-")),
    )


def _careful(loaded: _Loaded | None, word: str) -> Verdict:
    try:
        return loaded.judge(word) if loaded else None
    except (UnicodeError, ValueError):
        return None


def _load(language: str, dictionary: Dictionary | None) -> _Loaded | None:
    if dictionary is None:
        return None
    try:
        (pair,) = [as_utf8(pair) for pair in read_pairs(dictionary.folder / f"{dictionary.name}.dic")]
    except (UserError, OSError, ValueError):
        return None
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for suffix, data in ((".aff", pair.rules), (".dic", pair.words)):
            (folder / f"dictionary{suffix}").write_bytes(data)
        made = load_words(folder, "dictionary")  # it reads its files now and never again
    words, stems = house_words(language)
    letters = set(pair.words.decode()) | set("'-\u200c\u200d")
    if letters & set(ascii_lowercase):
        letters |= set(ascii_lowercase)  # a word with a letter that the language has not is wrong, not foreign
    letters |= {form for letter in letters for form in (letter.upper(), letter.lower()) if len(form) == 1}
    return _Loaded(made, frozenset(letters), words, stems, language.lower())


def _one_character(word: str) -> str:
    for two, one in _ONE_CHARACTER.items():
        word = word.replace(two, one)
    return word
