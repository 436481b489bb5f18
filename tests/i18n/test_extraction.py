"""One extraction run finds what Python, templates and Qt show, and the catalogs on disk are what it writes."""

from __future__ import annotations

import ast
import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def extraction() -> ModuleType:
    spec = importlib.util.spec_from_file_location("makala_catalogs", ROOT / "packaging" / "catalogs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def test_every_kind_of_text_is_found(extraction: ModuleType) -> None:
    found = {entry.english: entry for entry in extraction.studio_entries()}
    assert "editor/timeline.py" in found["This date lies in the future."].places  # say
    assert found["{n} article"].plural == "{n} articles"  # ntr
    assert found["Cancel"].context in {"", "Qt"}
    assert {entry.context for entry in extraction.studio_entries()} == {"", "Qt"}


def test_no_screen_text_hides_in_an_f_string() -> None:
    # Before Python 3.12 an f-string is one token, and extraction cannot see what is called in it.
    hidden = [
        f"{path.relative_to(ROOT)}:{text.lineno}"
        for path in sorted((ROOT / "editor").rglob("*.py"))
        for text in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(text, ast.JoinedStr) and any(map(_is_screen_text, ast.walk(text)))
    ]
    assert hidden == []


def test_every_screen_text_has_words(extraction: ModuleType) -> None:
    assert [entry.places for entry in extraction.studio_entries() if not entry.english.strip()] == []


def test_the_catalogs_on_disk_are_up_to_date_and_fit(extraction: ModuleType) -> None:
    for path, _, entries in extraction.catalogs():
        name = path.relative_to(ROOT).as_posix()
        assert extraction.is_current(path, entries), f"{name}: run packaging/dev.py catalogs"
        assert list(extraction.problems(extraction.read(path).entries.values(), name, path.parts[-3])) == []
        assert extraction.broken(path) == []


def test_the_page_lists_are_those_of_the_english_catalog(extraction: ModuleType) -> None:
    keys = [entry.context for entry in extraction.page_entries()]
    assert len(keys) == len(set(keys))
    for path, _, entries in extraction.catalogs():
        if path.name == "page.po":
            assert [entry.context for entry in entries] == keys


def test_templates_name_words_that_are_there(extraction: ModuleType) -> None:
    assert extraction.unknown_words() == []
    assert "related" in extraction.page_keys()


@pytest.mark.parametrize(
    ("english", "swahili", "fits"),
    [
        ("Open {name}", "Fungua {name}", True),
        ("Open {name}", "Fungua {jina}", False),
        ("Open {name}", "Fungua", False),
        ("%1 bytes", "Baiti %1", True),
        ("%1 bytes", "Baiti", False),
        ("Open", "Fungua ", False),
        ("Open", "Fungu\u0061\u0301", False),
        ("Open", "", True),
    ],
)
def test_what_does_not_fit_is_said(extraction: ModuleType, english: str, swahili: str, fits: bool) -> None:  # noqa: FBT001
    found = list(extraction.problems([extraction.Entry("", english, "", (swahili,))], "sw.po", "sw"))
    assert (found == []) is fits


def test_a_count_may_say_one_in_a_word(extraction: ModuleType) -> None:
    entry = extraction.Entry("", "{n} word", "{n} words", ("neno moja", "maneno {n}"))
    assert list(extraction.problems([entry], "sw.po", "sw")) == []
    entry = extraction.Entry("", "{n} word", "{n} words", ("neno {n}", "maneno"))
    assert len(list(extraction.problems([entry], "sw.po", "sw"))) == 1


def test_what_is_written_is_read_again(extraction: ModuleType, tmp_path: Path) -> None:
    entries = [
        extraction.Entry("ctx", 'A "quote"\nand \\ more', "", ("Nukuu",), ("editor/x.py",), ("A note.",)),
        extraction.Entry("", "{n} word", "{n} words", ("neno", "maneno {n}")),
    ]
    path = tmp_path / "sw.po"
    path.write_text(extraction.write_po(entries, "sw", ["Header note."], is_reviewed=True), encoding="utf-8")
    found = extraction.read(path)
    assert (found.reviewed, found.notes) == (True, ("Header note.",))
    assert extraction.merged(entries, found, "sw") == entries


BAD = {
    "a wrong place": (b'msgid "Open {name}"\nmsgstr "Fungua {jina}"\n', ["po:1: 'Open {name}': The place {name} is"]),
    "a form too many": (
        b'msgid "{n} tag"\nmsgid_plural "{n} tags"\nmsgstr[0] "a {n}"\nmsgstr[1] "b {n}"\nmsgstr[2] "c {n}"\n',
        ["po:1: '{n} tag': It has 3 forms for numbers; this language has 2."],
    ),
    "markup": (b'msgid "Open"\nmsgstr "<b>Fungua</b>"\n', ["po:1: 'Open': \u201c<b>\u201d is markup"]),
    "an unclosed direction": ('msgid "Open"\nmsgstr "\u202eFungua"\n'.encode(), ["po:1: 'Open': A mark that sets"]),
}


@pytest.mark.parametrize("name", BAD)
def test_a_bad_translation_is_named_with_file_line_and_string(
    extraction: ModuleType, tmp_path: Path, name: str
) -> None:
    data, said = BAD[name]
    path = tmp_path / "sw.po"
    path.write_bytes(data)
    found = list(extraction.problems(extraction.read(path).entries.values(), "po", "sw"))
    assert any(one.startswith(said[0]) for one in found), found


@pytest.mark.parametrize(
    ("data", "said"),
    [
        ('msgid "a"\nmsgstr "\u00e9"\n'.encode("latin-1"), "sw.po:2: This line is not in UTF-8."),
        (b'msgid "a"\nmsgstr "b', "sw.po:2: The quotation mark that ends this text is missing"),
        (b'msgid "a"\nmsgstr "b"\nmsgid "a"\nmsgstr "b"\n', "sw.po:3: \u201ca\u201d stands twice: in line 1 too."),
    ],
)
def test_a_broken_file_is_named_with_its_line(
    extraction: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, data: bytes, said: str
) -> None:
    monkeypatch.setattr(extraction, "ROOT", tmp_path)
    (tmp_path / "sw.po").write_bytes(data)
    assert extraction.broken(tmp_path / "sw.po")[0].startswith(said)


def test_a_guess_is_kept_and_not_counted_as_a_translation(extraction: ModuleType, tmp_path: Path) -> None:
    path = tmp_path / "sw.po"
    path.write_text('#, fuzzy\nmsgid "Open"\nmsgstr "Labda"\n', encoding="utf-8")
    (entry,) = extraction.merged([extraction.Entry("", "Open")], extraction.read(path), "sw")
    assert (entry.forms, entry.is_fuzzy) == (("Labda",), True)


def _is_screen_text(node: ast.AST) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in {"say", "tr", "ntr"}
