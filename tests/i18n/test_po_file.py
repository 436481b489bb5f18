"""PO files, strictly: what translators' programs write is read whole, anything else is named with its line."""

from __future__ import annotations

import contextlib

import pytest

from editor.core.errors import FileError
from editor.i18n.catalogs import PAGE, STUDIO, catalog_path, languages_of, read_catalog
from editor.i18n.po_file import MOST_BYTES, Entry, read_po, write_po

FILE = r"""
# A translator's note.
#
msgid ""
msgstr ""
"Language: sw\n"
"X-Reviewed: yes\n"

# Mine.
#. for the button
#: editor/ui/x.py editor/ui/y.py
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
#| msgid "Before"
msgid "Guessed"
msgstr "Labda"

#~ msgid "Gone"
#~ msgstr "Imeenda"
"""


@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_what_translators_write_is_read(ends: str, mark: str) -> None:
    file = read_po((mark + FILE.replace("\n", ends)).encode())
    assert file.notes == ("A translator's note.", "")
    assert file.is_reviewed
    assert (file.head("language"), file.head("Charset")) == ("sw", "")
    first = file.entries["", "Open"]
    assert (first.forms, first.notes, first.hints, first.line) == (("Fungua",), ("Mine.",), ("for the button",), 12)
    assert first.places == ("editor/ui/x.py", "editor/ui/y.py")
    assert file.entries["noun", "Open"].forms == ("Uwazi",)
    assert file.entries["", "{n} word"] == Entry(
        "", "{n} word", "{n} words", ("neno {n}", "maneno {n}"), line=file.entries["", "{n} word"].line
    )
    assert [key for _, key in file.entries if file.entries["", key].is_fuzzy] == ["Guessed"]
    assert ("", "Gone") not in file.entries
    assert file.entries["", 'Two lines\nand a "quote" \\ \t.'].is_translated


def test_what_is_written_is_read_again() -> None:
    entries = [
        Entry("ctx", 'A "quote"\nand \\ more\r', "", ("Nukuu",), ("editor/x.py",), ("A note.",), ("A hint.",)),
        Entry("", "{n} word", "{n} words", ("neno", "maneno {n}"), is_fuzzy=True),
        Entry("", "Not yet", "", ("",)),
    ]
    file = read_po(write_po(entries, "sw", ["Header note."], is_reviewed=True).encode())
    assert (file.notes, file.is_reviewed, file.head("Language")) == (("Header note.",), True, "sw")
    found = [(e.key, e.plural, e.forms, e.places, e.notes, e.hints, e.is_fuzzy) for e in file.entries.values()]
    assert found == [(e.key, e.plural, e.forms, e.places, e.notes, e.hints, e.is_fuzzy) for e in entries]


@pytest.mark.parametrize("domain", [PAGE, STUDIO])
def test_the_quick_reader_reads_the_same(domain: str) -> None:
    for tag in languages_of(domain):
        path = catalog_path(domain, tag)
        strict, quick = read_po(path.read_bytes()), read_catalog(path, tag)
        assert {key: entry.forms for key, entry in strict.entries.items()} == dict(quick.forms)
        assert strict.header == quick.header


@pytest.mark.parametrize(
    ("data", "line", "said"),
    [
        ('msgid "a"\nmsgstr "caf\xe9"\n'.encode("latin-1"), 2, "not in UTF-8"),
        ('msgid ""\nmsgstr "Content-Type: text/plain; charset=ISO-8859-1\\n"\n\xe9'.encode("latin-1"), 3, "ISO-8859-1"),
        (b'msgid "a"\nmsgstr "b', 2, "quotation mark"),
        (b'msgid "a"\nmsgst', 2, "“msgst” is no line"),
        (b'msgid "a"\nmsgstr', 2, "“msgstr” has no text"),
        (b'msgid "a"\nmsgstr "b"\n\nmsgid "c"\n', 4, "“c” has no line for its translation"),
        (b'msgid "a"\nmsgid "c"\nmsgstr ""\n', 1, "“a” has no line for its translation"),
        (b'msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "c"\n', 3, "“a” stands twice: in line 1 too"),
        (b'msgid "a"\nmsgid_plural "b"\nmsgstr[1] "c"\n', 3, "not numbered"),
        (b'msgstr "b"\n', 1, "without its English"),
        (b'"b"\n', 1, "belongs to nothing"),
        (b'msgid "a" b"\nmsgstr ""\n', 1, "one too many"),
        (b"%PDF-1.7\n", 1, "no line of a PO file"),
        (b'{"json": true}', 1, "no line of a PO file"),
        (b"\xff\xfem\x00s\x00g\x00", 1, "not in UTF-8"),
    ],
)
def test_what_is_no_catalog_is_named_with_its_line(data: bytes, line: int, said: str) -> None:
    with pytest.raises(FileError) as caught:
        read_po(data)
    assert said in str(caught.value.message)
    assert caught.value.line == line


def test_every_cut_is_read_or_named() -> None:
    data = FILE.encode()
    for end in range(len(data)):
        with contextlib.suppress(FileError):
            assert all(entry.forms for entry in read_po(data[:end]).entries.values())


def test_a_merge_may_have_made_two_of_one() -> None:
    data = b'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr ""\n'
    assert read_po(data, may_repeat=True).entries["", "a"].forms == ("b",)


def test_nothing_is_an_empty_catalog() -> None:
    assert read_po(b"").entries == {}
    assert not read_po(b"").is_reviewed


def test_a_hundred_thousand_texts_are_read() -> None:
    data = "".join(f'msgid "t{number}"\nmsgstr "x"\n' for number in range(100_000)).encode()
    assert len(read_po(data).entries) == 100_000


def test_what_is_too_large_is_not_read() -> None:
    with pytest.raises(FileError, match="larger than 64 megabytes"):
        read_po(b"#" * (MOST_BYTES + 1))
