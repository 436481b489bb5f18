from __future__ import annotations

from dataclasses import replace
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from editor.domain.article import Article, Correction, Status, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.image import Image, Placement
from editor.ingest.article_file import read_article
from editor.ingest.article_writing import write_article
from tests.builders import NOON, a_link, an_article, an_external, an_image
from tests.ingest.readers import options

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\0\r"), max_size=40)
FULL_TEXT = TEXT.filter(str.strip)


def written(
    article: Article, *images: Image, source: Article | None = None, slugs: dict[str, str] | None = None
) -> str:
    return write_article(
        article,
        slugs=slugs or {},
        source=source,
        images={image.id: image for image in images},
        path_of=lambda image: image.path,
    )


def test_a_small_article_is_a_small_file() -> None:
    article = an_article(id="one", headline="Drums in Nara", body="Body.")
    assert written(article) == (
        "---\nmakala: 1\nid: one\nlanguage: en\nslug: drums-in-nara\nheadline: Drums in Nara\n---\nBody.\n"
    )


def test_one_alt_text_in_the_language_at_hand_stands_alone() -> None:
    image = an_image(sha256="ab" * 32, alt={"en": "Drums"})
    foreign = an_image(id="w", alt={"sw": "Ngoma"})
    decorative = an_image(id="d", alt={"en": ""})
    assert "  alt: Drums\n" in written(an_article(hero=Placement(image_id=image.id)), image)
    assert "  alt:\n    sw: Ngoma\n" in written(an_article(hero=Placement(image_id="w")), foreign)
    assert '  alt: ""\n' in written(an_article(hero=Placement(image_id="d")), decorative)


def test_a_member_names_its_source_and_a_set_without_one_names_itself() -> None:
    source = an_article(id="source", slug="source-slug")
    member = an_article(id="m", language="sw", translation_set="source", is_source=False)
    assert "translation-of: source-slug\n" in written(member, source=source)
    assert "translation-set" not in written(member, source=source)
    other = replace(source, is_source=False, translation_set="lost")
    lone = replace(member, translation_set="lost")
    assert "translation-of: source-slug\ntranslation-set: lost\n" in written(lone, source=other)
    assert "translation-of: lost\ntranslation-set: lost\n" in written(lone)


def test_links_go_by_slug_and_pending_ones_by_what_they_wait_for() -> None:
    article = an_article(links=(a_link("x"), a_link(pending="later", on_card=False)))
    text = written(article, slugs={"x": "slug-of-x"})
    assert "- article: slug-of-x\n  show: [card]\n- article: later\n  show: []\n" in text


@given(
    st.fixed_dictionaries(
        {
            "headline": FULL_TEXT,
            "standfirst": TEXT,
            "section": TEXT,
            "reviewed_by": TEXT,
            "reviewed_version": st.sampled_from(["", "ab" * 32]),
            "translated_from": st.sampled_from(["", "cd" * 32]),
            "body": TEXT,
            "reactions": TEXT,
            "byline": st.lists(TEXT.filter(bool), max_size=3).map(tuple),
            "tags": st.lists(TEXT.filter(bool), max_size=3).map(tuple),
            "status": st.sampled_from(Status),
            "authorship": st.sampled_from(Authorship),
            "zone_source": st.sampled_from(ZoneSource),
            "published": st.sampled_from([None, NOON]),
            "trashed_at": st.sampled_from([None, NOON]),
            "corrections": st.lists(TEXT.map(lambda note: Correction(at=NOON, note=note)), max_size=2).map(tuple),
            "extra": st.dictionaries(
                TEXT.map(lambda key: f"x-{key}"), st.one_of(TEXT, st.lists(TEXT, max_size=2)), max_size=2
            ),
        }
    ),
    FULL_TEXT,
)
def test_any_article_is_read_back_as_it_was(fields: dict[str, Any], words: str) -> None:
    external = an_external(headline=words, summary=words, url=words)
    article = an_article(id="one", slug="slug", links=(a_link(external=external, id="new-1"),), **fields)
    draft = read_article(written(article), options())
    assert replace(draft.article, translation_set="one") == article
