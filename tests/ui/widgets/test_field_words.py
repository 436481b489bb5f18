"""What the fields say in words."""

from __future__ import annotations

import pytest

from editor.domain.article import Correction, Status
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.version_fields import GROUPS
from editor.ui.widgets.field_words import FieldWords
from tests.builders import NOON, a_link, an_article, an_external

ARTICLE = an_article(
    headline="Drums in Nara",
    standfirst="Two leaders played.",
    body="They played.",
    reactions="> Good",
    byline=("Amina", "Juma"),
    section="World",
    tags=("Japan", "Korea"),
    authorship=Authorship.AI_ASSISTED,
    status=Status.READY,
    published=NOON,
    display_zone="Asia/Tokyo",
    hero=Placement(image_id="p", caption="At the drum"),
    corrections=(Correction(at=NOON, note="Put right."),),
    links=(a_link("t", on_timeline=True), a_link(external=an_external(headline="Outside")), a_link(pending="later")),
    extra={"desk": "night"},
    reviewed_by="Asha",
    reviewed_at=NOON,
)
WORDS = FieldWords(zone="UTC", headlines={"t": "A visit"}, pictures={"p": "drums.png"})


@pytest.mark.parametrize(
    ("group", "said"),
    [
        ("headline", "Drums in Nara"),
        ("standfirst", "Two leaders played."),
        ("body", "They played."),
        ("reactions", "> Good"),
        ("byline", "Amina\nJuma"),
        ("section", "World"),
        ("tags", "Japan\nKorea"),
        ("picture", "drums.png\nAt the drum"),
        ("links", "A visit (card, timeline)\nOutside (card)\nlater (card)"),
        ("language", "English"),
        ("authorship", "Written with help of AI"),
        ("status", "Ready"),
        ("dates", "Published: 2026-01-14 12:00"),
        ("zone", "Asia/Tokyo"),
        ("address", "drums-in-nara"),
        ("sign_off", "Asha 2026-01-14 12:00"),
        ("corrections", "2026-01-14 12:00 Put right."),
        ("extra", "desk: night"),
        ("translation", "The one others were translated from"),
        ("trash", ""),
    ],
)
def test_each_group_has_its_words(group: str, said: str) -> None:
    assert WORDS.said(GROUPS[group], ARTICLE) == said


def test_an_empty_article_has_words_for_every_group() -> None:
    for group in GROUPS.values():
        assert isinstance(WORDS.said(group, an_article(headline="", is_source=False, trashed_at=NOON)), str)
