"""Everything that pages tell machines is schema.org, word for word, by a JSON-LD processor and its own vocabulary."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from editor.domain.article import Correction
from editor.domain.authorship import Authorship
from editor.domain.settings import Publisher
from editor.domain.signing import sign_off
from tests.builders import NOON
from tests.publish.newsrooms import Desk, a_full_desk
from tests.publish.schema_org import TERMS, expanded, faults, spoken


def full_desk() -> Desk:
    """Return a newsroom whose main article says all that one can."""
    desk = a_full_desk()
    main = desk.articles["f" * 32]
    main = replace(
        main,
        byline=("Amina Odhiambo", "Reuters"),
        authorship=Authorship.AI_GENERATED,
        ai_ranges=((0, 20),),
        corrections=(Correction(at=NOON + timedelta(days=1), note="It was *May*."),),
    )
    desk.articles = {**desk.articles, main.id: sign_off(main, "Asha", NOON).on(main)}
    logo = Publisher(name="Nara Trust", url="https://a.example/", logo="https://a.example/l.png")
    desk.settings = replace(desk.settings, publisher=replace(logo, policies="https://a.example/p"))
    return desk


def test_no_page_says_a_word_that_schema_org_has_not() -> None:
    documents = [(path, one) for path, html in full_desk().pages().items() for one in spoken(html)]
    kinds = {one.get("@type") or one["@graph"][0]["@type"] for _, one in documents}
    assert {"NewsArticle", "WebSite"} <= kinds
    assert [(path, fault) for path, one in documents for fault in faults(one)] == []


def test_the_main_article_says_all_of_it() -> None:
    html = full_desk().pages("en")["en/two-drum-kits/index.html"]
    (document,) = spoken(html)
    (article, *_) = expanded(document)
    said = {key.rpartition("/")[2] for key in article}
    assert {
        "headline", "description", "image", "author", "publisher", "datePublished", "dateModified", "inLanguage",
        "articleSection", "keywords", "isAccessibleForFree", "digitalSourceType", "correction", "hasPart",
        "mainEntityOfPage",
    } <= said  # fmt: skip
    sizes = {(one["width"], one["height"]) for one in document["image"]}
    assert sizes >= {(1600, 900), (1280, 720), (1200, 900), (900, 900)}


@pytest.mark.parametrize(
    ("document", "fault"),
    [
        ({"@type": "NewsArticle", "headlin": "x"}, "lost: headlin"),
        ({"@type": "NewsArticel", "headline": "x"}, "lost: NewsArticel"),
        ({"@type": "NewsArticle", "breadcrumb": "x"}, "NewsArticle has no breadcrumb"),
        ({"@type": "NewsArticle", "datePublished": "14 January"}, "NewsArticle.datePublished: '14 January'"),
        ({"@type": "NewsArticle", "author": {"@type": "Article"}}, "NewsArticle.author: a http://schema.org/Article"),
        ({"@type": "NewsArticle", "digitalSourceType": "https://schema.org/AI"}, "https://schema.org/AI"),
    ],
)
def test_the_judge_sees_what_is_wrong(document: dict[str, Any], fault: str) -> None:
    assert any(fault in one for one in faults({"@context": "https://schema.org", **document}))


def test_the_vocabulary_is_the_one_that_was_taken_in() -> None:
    digest = hashlib.sha256(TERMS.read_bytes()).hexdigest()
    assert digest in (TERMS.parent / "README.md").read_text(encoding="utf-8")
