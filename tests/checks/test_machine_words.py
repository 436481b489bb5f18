"""Structured data and feeds that machines cannot read."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest

from editor.domain.article import Status
from editor.domain.made_file import MadeFile
from tests.checks.looks import GOOD, found, looking

NEWS: dict[str, Any] = {
    "@type": "NewsArticle",
    "headline": GOOD.headline,
    "datePublished": "2026-01-14T12:00:00Z",
}
FEED = MadeFile(path="f", kind="feed", type="application/atom+xml", text="<feed/>")
JSON = MadeFile(path="j", kind="feed", type="application/feed+json", text='{"items": [{"id": "1", "url": "u"}]}')


def _page(data: str) -> MadeFile:
    return MadeFile(path="p", kind="page", type="text/html", text=f'<script type="application/ld+json">{data}</script>')


@pytest.mark.parametrize(
    "file",
    [_page(json.dumps(NEWS)), _page(json.dumps({"@graph": [{"@type": "ImageObject"}, NEWS]})), FEED, JSON],
)
def test_what_can_be_read_passes(file: MadeFile) -> None:
    assert found("machine-words", looking(made=lambda: (file,))) == []


@pytest.mark.parametrize(
    ("file", "said"),
    [
        (_page("{"), "cannot be read"),
        (_page("[]"), "cannot be read"),
        (_page("{}"), "that it is news"),
        (_page(json.dumps({**NEWS, "headline": "x"})), "another headline"),
        (_page(json.dumps({**NEWS, "datePublished": "2026-01-14"})), "a date that is none"),
        (replace(FEED, text="<feed>"), "The feed “f” cannot be read"),
        (replace(JSON, text="{"), "The feed “j” cannot be read"),
        (replace(JSON, text='{"items": [{}]}'), "The feed “j” cannot be read"),
    ],
)
def test_what_cannot_is_said(file: MadeFile, said: str) -> None:
    (problem,) = found("machine-words", looking(made=lambda: (file,)))
    assert said in str(problem.message)
    draft = replace(GOOD, status=Status.DRAFT)
    assert found("machine-words", looking(article=draft, made=lambda: (file,))) == []
