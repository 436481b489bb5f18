"""Dictionaries in any encoding become UTF-8; what is none is said in a sentence."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.services.dictionary_files import DictionaryPair, as_utf8, read_pairs
from tests.services.dictionaries_made import a_dictionary, an_archive


def test_a_pair_is_found_by_either_of_its_files(tmp_path: Path) -> None:
    words = a_dictionary(tmp_path, "sw_TZ", "habari")
    for path in (words, words.with_suffix(".aff")):
        assert [pair.name for pair in read_pairs(path)] == ["sw_TZ"]


def test_an_archive_may_hold_several(tmp_path: Path) -> None:
    made = [a_dictionary(tmp_path, name, "word") for name in ("en_GB", "en_ZA")]
    assert [pair.name for pair in read_pairs(an_archive(tmp_path / "en.oxt", *made))] == ["en_GB", "en_ZA"]


@pytest.mark.parametrize("encoding", ["ISO8859-1", "microsoft-cp1251", "UTF-8"])
def test_every_encoding_becomes_utf8(tmp_path: Path, encoding: str) -> None:
    word = {"ISO8859-1": "café", "microsoft-cp1251": "слово", "UTF-8": "日本"}[encoding]
    (pair,) = read_pairs(a_dictionary(tmp_path, "xx", word, encoding=encoding))
    done = as_utf8(pair)
    assert done.rules.startswith(b"SET UTF-8\n")
    assert done.rules.count(b"SET ") == 1
    assert done.words.decode() == f"1\n{word}\n"
    assert as_utf8(done).words == done.words


def test_flags_that_are_no_ascii_stay_one_character() -> None:
    pair = DictionaryPair(
        "xx", "SET ISO8859-1\nSFX é Y 1\nSFX é 0 s .\n".encode("latin-1"), "1\ncat/é\n".encode("latin-1")
    )
    assert as_utf8(pair).rules.startswith(b"SET UTF-8\nFLAG UTF-8\n")
    numbered = DictionaryPair("xx", b"SET ISO8859-1\nFLAG num\n", b"1\ncat/1\n")
    assert b"FLAG UTF-8" not in as_utf8(numbered).rules


@pytest.mark.parametrize(
    ("rules", "words"),
    [
        (b"SET UTF-8\n", b"1\n\xff\xfe\n"),
        (b"SET klingon\n", b"1\nword\n"),
        (b"SET UTF-8\n", b"no count\nword\n"),
        (b"SET UTF-8\n", b"1\n"),
        (b"SET UTF-8\n", b""),
        (b"SET UTF-8\n", b"1\nw\0rd\n"),
        (b"\x89PNG\r\n", b"\x89PNG\r\n"),
    ],
)
def test_what_is_no_dictionary_is_said(rules: bytes, words: bytes) -> None:
    with pytest.raises(UserError, match="damaged"):
        as_utf8(DictionaryPair("xx", rules, words))


def test_a_place_without_a_dictionary_is_said(tmp_path: Path) -> None:
    (tmp_path / "alone.dic").write_text("1\nword\n")
    with zipfile.ZipFile(tmp_path / "empty.oxt", "w"):
        pass
    for name in ("alone.dic", "empty.oxt"):
        with pytest.raises(UserError, match="no dictionary in"):
            read_pairs(tmp_path / name)
    (tmp_path / "broken.oxt").write_bytes(b"PK\x03\x04 cut off")
    with pytest.raises(UserError, match="damaged"):
        read_pairs(tmp_path / "broken.oxt")


def test_names_in_an_archive_lead_nowhere_else(tmp_path: Path) -> None:
    words = a_dictionary(tmp_path, "en_GB", "word")
    (pair,) = read_pairs(an_archive(tmp_path / "evil.zip", words, inside="../../"))
    assert pair.name == "en_GB"
