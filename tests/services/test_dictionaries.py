"""The dictionaries of a computer: found, chosen by language, added after a trial, taken away."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.core.settings_folder import CONFIG_VARIABLE
from editor.services.dictionaries import (
    SYSTEM_VARIABLE,
    Dictionary,
    add_dictionaries,
    added_folder,
    can_check,
    dictionary_for,
    found_dictionaries,
    remove_dictionary,
    try_out,
)
from editor.services.dictionary_files import DictionaryPair
from tests.services.dictionaries_made import a_dictionary, an_archive


@pytest.fixture(autouse=True)
def _own_computer(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(CONFIG_VARIABLE, str(tmp_path / "config"))
    monkeypatch.setenv(SYSTEM_VARIABLE, str(tmp_path / "system"))


def _named(*names: str, added: str = "") -> list[Dictionary]:
    return [Dictionary(name, Path(), is_added=name == added) for name in names]


def test_the_system_s_and_the_one_that_comes_along_are_found(tmp_path: Path) -> None:
    a_dictionary(tmp_path / "system", "sw_TZ", "habari")
    (tmp_path / "system" / "hyph_de.dic").write_text("x")
    assert [one.name for one in found_dictionaries()] == ["sw_TZ", "en_US"]


@pytest.mark.parametrize(
    ("language", "names", "chosen"),
    [
        ("sw", ("en_US", "sw_TZ"), "sw_TZ"),
        ("en", ("en_GB", "en_US"), "en_US"),
        ("en-GB", ("en_US", "en_GB"), "en_GB"),
        ("en-GB", ("en_US",), None),
        ("pt-BR", ("pt_PT",), None),
        ("de", ("de_DE_frami",), "de_DE_frami"),
        ("sr-Latn", ("sr", "sr-Latn"), "sr"),
        ("zh-Hans", ("en_US",), None),
    ],
)
def test_the_one_for_a_language(language: str, names: tuple[str, ...], chosen: str | None) -> None:
    found = dictionary_for(language, _named(*names))
    assert (found.name if found else None) == chosen


def test_the_person_s_own_comes_before_the_system_s() -> None:
    found = dictionary_for("en", _named("en_US", "en_GB", added="en_GB"))
    assert found is not None
    assert found.name == "en_GB"


def test_a_dictionary_is_added_in_utf8_and_taken_away(tmp_path: Path) -> None:
    words = a_dictionary(tmp_path / "got", "fr_FR", "café", encoding="ISO8859-1")
    (added,) = add_dictionaries(an_archive(tmp_path / "fr.oxt", words), quiet())
    assert added.is_added
    assert (added_folder() / "fr_FR.dic").read_text(encoding="utf-8") == "1\ncafé\n"
    assert dictionary_for("fr", found_dictionaries()) == added
    remove_dictionary(added)
    assert dictionary_for("fr", found_dictionaries()) is None


def test_what_is_damaged_is_not_added_and_what_was_there_stays(tmp_path: Path) -> None:
    good = a_dictionary(tmp_path / "good", "fr_FR", "café")
    add_dictionaries(good, quiet())
    bad = a_dictionary(tmp_path / "bad", "fr_FR", "autre")
    bad.write_bytes(b"1\n\xff\xff")
    with pytest.raises(UserError, match="damaged"):
        add_dictionaries(bad, quiet())
    assert "café" in (added_folder() / "fr_FR.dic").read_text(encoding="utf-8")


def test_a_name_that_says_no_language_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="does not say the language"):
        add_dictionaries(a_dictionary(tmp_path, "Dictionary", "word"), quiet())


def test_a_trial_ends_well_or_in_a_sentence() -> None:
    try_out(DictionaryPair("xx", b"SET UTF-8\n", b"1\nword\n"))


def test_without_the_library_there_are_no_dictionaries_and_none_is_added(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    words = a_dictionary(tmp_path / "system", "sw_TZ", "habari")
    assert can_check()
    monkeypatch.setitem(sys.modules, "hunspell", None)
    assert found_dictionaries() == []
    with pytest.raises(UserError, match="not made for this kind of computer"):
        add_dictionaries(words, quiet())
    assert not added_folder().exists()
