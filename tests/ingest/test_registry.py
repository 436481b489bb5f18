from __future__ import annotations

import pytest

from editor.ingest.registry import ENDINGS, IMPORTERS, importer_for


@pytest.mark.parametrize(
    ("name", "text", "importer"),
    [
        ("a.md", "---\nlanguage: en\n---\n", "article-file"),
        ("a.md", "# Notes", "article-file"),
        ("A.MARKDOWN", "x", "article-file"),
        ("a.txt", "---\nlanguage: en\n---\n", "article-file"),
        ("a.txt", "Head\n\nBody", "page-text"),
        ("a", "Head\n\nBody", "page-text"),
    ],
)
def test_the_text_decides_before_the_name(name: str, text: str, importer: str) -> None:
    assert importer_for(name, text).id == importer


def test_endings_are_those_of_all_importers() -> None:
    assert {".md", ".markdown", ".txt"} == ENDINGS
    assert len({one.id for one in IMPORTERS}) == len(IMPORTERS)
