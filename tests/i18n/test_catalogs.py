"""Reading .po files: all that translators' tools write, and nothing made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from editor.i18n.catalogs import (
    PAGE,
    STUDIO,
    Catalog,
    catalog_for,
    catalog_path,
    languages_of,
    read_catalog,
)
from editor.i18n.page_words import LOCALES

FILE = r"""
# A translator's note.
msgid ""
msgstr ""
"Language: sw\n"
"X-Reviewed: yes\n"

#. for the button
#: editor/ui/x.py
msgid "Open"
msgstr "Fungua"

msgctxt "noun"
msgid "Open"
msgstr "Uwazi"

msgid ""
"Two "
"lines\n"
"and a \"quote\" \\ \t."
msgstr ""
"Mistari "
"miwili\n"
"na \"nukuu\" \\ \t."

msgid "{n} word"
msgid_plural "{n} words"
msgstr[0] "neno {n}"
msgstr[1] "maneno {n}"

#, fuzzy, python-brace-format
msgid "Guessed"
msgstr "Labda"

#, python-brace-format
msgid "After a guess"
msgstr "Baada ya"

msgid "Not yet"
msgstr ""

#~ msgid "Gone"
#~ msgstr "Imeenda"
"""


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    path = tmp_path / "studio.po"
    path.write_text(FILE, encoding="utf-8")
    return read_catalog(path, "sw")


def test_text_and_context(catalog: Catalog) -> None:
    assert catalog.text("Open") == "Fungua"
    assert catalog.text("Open", "noun") == "Uwazi"
    assert catalog.text("Open", "verb") is None


def test_lines_and_escapes(catalog: Catalog) -> None:
    assert catalog.text('Two lines\nand a "quote" \\ \t.') == 'Mistari miwili\nna "nukuu" \\ \t.'


def test_plurals(catalog: Catalog) -> None:
    assert catalog.count("{n} word", 1) == "neno {n}"
    assert catalog.count("{n} word", 0) == "maneno {n}"
    assert catalog.count("Open", 5) is None
    assert catalog.count("{n} other", 5) is None


@pytest.mark.parametrize("english", ["Guessed", "Not yet", "Gone", ""])
def test_what_is_no_translation(catalog: Catalog, english: str) -> None:
    assert catalog.text(english) is None


def test_a_guess_does_not_taint_the_next(catalog: Catalog) -> None:
    assert catalog.text("After a guess") == "Baada ya"


def test_header(catalog: Catalog, tmp_path: Path) -> None:
    assert catalog.is_reviewed
    (tmp_path / "empty.po").write_text("", encoding="utf-8")
    assert not read_catalog(tmp_path / "empty.po", "sw").is_reviewed


@pytest.mark.parametrize("domain", [STUDIO, PAGE])
def test_babel_reads_the_same(domain: str) -> None:
    for tag in languages_of(domain):
        path = catalog_path(domain, tag)
        with path.open("rb") as stream:
            peer = read_po(stream)
        theirs = {
            (message.context or "", message.id if isinstance(message.id, str) else message.id[0]): message.string
            for message in peer
            if message.id
        }
        ours = read_catalog(path, tag).forms
        assert {key: (text,) if isinstance(text, str) else tuple(text or ()) for key, text in theirs.items()} == dict(
            ours
        )


def test_which_catalog_serves_a_tag() -> None:
    assert languages_of(PAGE) == LOCALES
    for tag, served_by in {"sw-KE": "sw", "zh-TW": "zh-Hant", "pt-BR": "pt"}.items():
        found = catalog_for(PAGE, tag)
        assert found is not None
        assert found.language == served_by
    assert catalog_for(PAGE, "xx") is None
    assert catalog_for(PAGE, "zh-Latn") is None
