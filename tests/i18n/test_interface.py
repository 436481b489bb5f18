"""The words of the window: English from the code, others from a catalog, never a blank or a crash."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.core.messages import say
from editor.i18n import catalogs, interface
from editor.i18n.catalogs import Catalog
from editor.i18n.interface import (
    begun_languages,
    interface_language,
    interface_languages,
    is_draft,
    ntr,
    set_interface_language,
    tr,
    words,
)
from tests.fakes import StretchedWords

KISWAHILI = Catalog(
    "sw",
    {
        ("", "Open {name}"): ("Fungua {name}",),
        ("", "{n} article"): ("makala {n}", "makala {n} zote"),
        ("", "It is {what}"): ("Ni {what}",),
        ("", "a draft"): ("rasimu",),
        ("", "Empty"): ("",),
    },
)


@pytest.fixture(autouse=True)
def _english_again() -> Iterator[None]:
    yield
    set_interface_language("en")


def test_english_is_what_the_code_says() -> None:
    assert tr("Open {name}", name="x") == "Open x"
    assert tr("A brace { stays") == "A brace { stays"
    assert (ntr("{n} article", "{n} articles", 1), ntr("{n} article", "{n} articles", 3)) == ("1 article", "3 articles")
    assert words(say("It is {what}", what=say("a draft"))) == "It is a draft"


def test_numbers_are_grouped_and_nothing_else_is() -> None:
    assert ntr("{n} article", "{n} articles", 12345) == "12,345 articles"
    assert tr("{n} of {year}", n=10_000, year="2026") == "10,000 of 2026"
    assert words(say("It is {what}", what=say("{n} files", n=1000))) == "It is 1,000 files"
    assert words(say("It is {what}", what=True)) == "It is True"


def test_another_language() -> None:
    set_interface_language("sw", KISWAHILI)
    assert interface_language() == "sw"
    assert tr("Open {name}", name="x") == "Fungua x"
    assert (ntr("{n} article", "{n} articles", 1), ntr("{n} article", "{n} articles", 3)) == (
        "makala 1",
        "makala 3 zote",
    )
    assert words(say("It is {what}", what=say("a draft"))) == "Ni rasimu"


def test_what_lacks_a_translation_stays_english() -> None:
    set_interface_language("sw", KISWAHILI)
    assert tr("Empty") == "Empty"
    assert tr("Unknown {x}", x=1) == "Unknown 1"
    assert ntr("{n} tag", "{n} tags", 2) == "2 tags"
    assert words(say("Unknown")) == "Unknown"


def test_more_values_beside_the_number() -> None:
    assert ntr("{n} word in {name}", "{n} words in {name}", 2, name="x") == "2 words in x"


def test_the_shipped_languages() -> None:
    assert interface_languages() == ("en", "sw")
    set_interface_language("sw-KE")
    assert interface_language() == "sw"
    set_interface_language("xx")
    assert interface_language() == "en"
    set_interface_language("")
    assert interface_language() == "en"


def test_a_language_that_is_only_begun_has_the_words_that_pages_have_too() -> None:
    assert len(begun_languages()) == 27
    set_interface_language("ar")
    assert interface_language() == "ar"
    assert tr("Timeline") == "التسلسل الزمني"
    assert tr("Newsroom settings") == "Newsroom settings"
    assert ntr("{n} tag", "{n} tags", 2) == "2 tags"
    assert tr("Published") == "Published"  # a status here; on pages, what stands before the date of publication


def test_what_nobody_has_read_is_a_draft() -> None:
    assert not is_draft("en")
    assert is_draft("sw")
    assert all(map(is_draft, begun_languages()))


@pytest.mark.parametrize("wrong", ["Fungua {jina}", "Fungua {", "Fungua {0}", "Fungua {name.x}", "Fungua {name!z}"])
def test_a_wrong_place_shows_english_and_never_ends_the_window(wrong: str) -> None:
    set_interface_language("sw", Catalog("sw", {("", "Open {name}"): (wrong,), ("", "{n} tag"): (wrong, wrong)}))
    assert tr("Open {name}", name="x") == "Open x"
    assert words(say("Open {name}", name="x")) == "Open x"
    assert ntr("{n} tag", "{n} tags", 2) == "2 tags"


def test_a_file_that_cannot_be_read_shows_english(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "studio.po").write_bytes('msgid "Open"\nmsgstr "\u00e9"\n'.encode("latin-1"))
    monkeypatch.setattr(interface, "catalog_for", lambda _, tag: catalogs.read_catalog(tmp_path / "studio.po", tag))
    set_interface_language("sw-TZ")
    assert tr("Open") == "Open"
    assert "line 2" in caplog.text


def test_english_reads_no_file(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a catalog was read")

    monkeypatch.setattr(interface, "catalog_for", refuse)
    monkeypatch.setattr(catalogs, "read_catalog", refuse)
    set_interface_language("en-GB")
    assert tr("Open {name}", name="x") == "Open x"


@pytest.mark.parametrize(
    ("english", "stretched"),
    [
        ("Open {name}", "⟦Öpéñ {name}····⟧"),
        ("&Save", "⟦&Sàvé··⟧"),
        ("%1 bytes", "⟦%1 býţéš···⟧"),
        ("All Files (*)", "⟦Àļļ Fíļéš (*)·····⟧"),
        ("<b>Stop</b> &amp; go", "⟦<b>Šţöp</b> &amp; ĝö········⟧"),
    ],
)
def test_a_language_of_long_words_keeps_what_is_no_word(english: str, stretched: str) -> None:
    set_interface_language("en-XA", StretchedWords("en-XA"))
    assert tr(english) == stretched


def test_a_language_of_long_words_counts_and_fills() -> None:
    set_interface_language("ar-XB", StretchedWords("ar-XB"))
    assert interface_language() == "ar-XB"
    assert ntr("{n} tag", "{n} tags", 2).startswith("⟦2 ţàĝ")
    assert words(say("It is {what}", what=say("a draft"))).count("⟦") == 2


def test_english_stands_apart_in_an_interface_from_right_to_left() -> None:
    """Its full stop or dots would be shown before the first word."""
    said = say("No such words {n}…", n=3)
    set_interface_language("ar")
    try:
        assert tr("No such words…") == "\u2066No such words…\u2069"
        assert words(said) == "\u2066No such words 3…\u2069"
        assert ntr("{n} nonesuch.", "{n} nonesuches.", 2) == "\u20662 nonesuches.\u2069"
        assert tr("No such name") == "No such name"  # may become a file's
        assert not tr("Search").startswith("\u2066")
    finally:
        set_interface_language("en")
    assert tr("No such words…") == "No such words…"
