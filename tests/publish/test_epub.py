"""An e-book by the letter of EPUB 3.3: what a reading system relies on, looked up in the file itself."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from pathlib import PurePosixPath
from xml.etree import ElementTree as ET

import pytest

from editor.publish.epub import TYPE, Book, Chapter, epub

OPF, DC, XHTML = (
    "{http://www.idpf.org/2007/opf}",
    "{http://purl.org/dc/elements/1.1/}",
    "{http://www.w3.org/1999/xhtml}",
)


def a_book(**fields: object) -> Book:
    chapters = tuple(
        Chapter(name=f"article-{number}.xhtml", title=title, language=tag, content=f"<h1>{number}</h1>")
        for number, (title, tag) in enumerate((("Ngoma & co", "sw"), ("طبول", "ar")), 1)
    )
    values: dict[str, object] = {
        "identifier": "urn:uuid:1",
        "title": "Nara <Desk>",
        "locale": "sw",
        "direction": "ltr",
        "languages": ("sw", "ar"),
        "creators": ("Amina",),
        "publisher": "The Desk",
        "modified": "2026-01-14T12:00:00Z",
        "chapters": chapters,
        "pictures": {"b.jpg": ("image/jpeg", lambda: b"b"), "a.jpg": ("image/jpeg", lambda: b"a")},
        "has_alt": True,
    }
    return Book(**(values | fields))  # type: ignore[arg-type]


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(BytesIO(data))


def package(data: bytes) -> ET.Element:
    return ET.fromstring(opened(data).read("EPUB/package.opf"))  # noqa: S314 - what we wrote


def test_the_media_type_is_first_and_can_be_read_where_it_lies() -> None:
    data = epub(a_book())
    assert data[30:38] == b"mimetype"  # OCF 3.3, 4.3: at byte 30, its content at 38, no extra field
    assert data[38 : 38 + len(TYPE)] == TYPE.encode()
    members = opened(data).infolist()
    assert members[0].filename == "mimetype"
    assert {(one.compress_type, one.date_time) for one in members} == {(zipfile.ZIP_STORED, (1980, 1, 1, 0, 0, 0))}
    container = ET.fromstring(opened(data).read("META-INF/container.xml"))  # noqa: S314 - what we wrote
    assert [one.get("full-path") for one in container.iter() if one.tag.endswith("rootfile")] == ["EPUB/package.opf"]


def test_the_manifest_names_every_file_once_and_the_spine_the_reading_order() -> None:
    data = epub(a_book())
    root = package(data)
    items = root.findall(f"{OPF}manifest/{OPF}item")
    held = {name.removeprefix("EPUB/") for name in opened(data).namelist() if name.startswith("EPUB/")}
    assert {one.get("href") for one in items} == held - {"package.opf"}
    assert len({one.get("id") for one in items}) == len(items)
    assert [one.get("href") for one in items if one.get("properties") == "nav"] == ["nav.xhtml"]
    spine = root.find(f"{OPF}spine")
    assert spine is not None
    assert [one.get("idref") for one in spine] == ["nav", "article-1", "article-2"]
    kinds = {PurePosixPath(str(one.get("href"))).suffix: one.get("media-type") for one in items}
    assert kinds == {".xhtml": "application/xhtml+xml", ".css": "text/css", ".jpg": "image/jpeg"}


@pytest.mark.parametrize(("locale", "way"), [("sw", "ltr"), ("ar", "rtl")])
def test_language_direction_and_metadata_are_said(locale: str, way: str) -> None:
    data = epub(a_book(locale=locale, direction=way, languages=(locale, "en")))
    root = package(data)
    assert (root.get("unique-identifier"), root.get("dir")) == ("id", way)
    assert root.findtext(f".//{DC}identifier") == "urn:uuid:1"
    assert root.findtext(f".//{DC}title") == "Nara <Desk>"
    assert [one.text for one in root.iter(f"{DC}language")] == [locale, "en"]
    said = [(one.get("property"), one.text) for one in root.iter(f"{OPF}meta")]
    assert ("dcterms:modified", "2026-01-14T12:00:00Z") in said
    assert ("schema:accessibilityFeature", "alternativeText") in said
    assert ("schema:accessModeSufficient", "textual") in said
    page = ET.fromstring(opened(data).read("EPUB/article-1.xhtml"))  # noqa: S314 - what we wrote
    assert (page.get("lang"), page.get("dir")) == (locale, way)
    assert page.get("{http://www.w3.org/XML/1998/namespace}lang") == locale


def test_what_the_words_of_a_chapter_come_from_is_said_of_that_chapter() -> None:
    source = "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    first, second = a_book().chapters
    root = package(epub(a_book(chapters=(first, replace(second, source_type=source)))))
    said = [one for one in root.iter(f"{OPF}meta") if one.get("property") == "schema:digitalSourceType"]
    assert [(one.get("refines"), one.text) for one in said] == [("#article-2", source)]


def test_no_promise_is_made_that_is_not_kept() -> None:
    said = [(one.get("property"), one.text) for one in package(epub(a_book(has_alt=False))).iter(f"{OPF}meta")]
    assert ("schema:accessModeSufficient", "textual,visual") in said
    assert ("schema:accessibilityFeature", "alternativeText") not in said
    bare = [one.text for one in package(epub(a_book(pictures={}))).iter(f"{OPF}meta")]
    assert "visual" not in bare


def test_the_table_of_contents_leads_to_each_chapter_in_its_language() -> None:
    nav = ET.fromstring(opened(epub(a_book())).read("EPUB/nav.xhtml"))  # noqa: S314 - what we wrote
    toc = nav.find(f".//{XHTML}nav")
    assert toc is not None
    assert toc.get("{http://www.idpf.org/2007/ops}type") == "toc"
    entries = [(one.get("href"), one.text, one.get("lang")) for one in toc.iter(f"{XHTML}a")]
    assert entries == [("article-1.xhtml", "Ngoma & co", "sw"), ("article-2.xhtml", "طبول", "ar")]


def test_the_same_book_is_the_same_bytes() -> None:
    assert epub(a_book()) == epub(a_book())
