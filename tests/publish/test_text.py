"""The text of a page, block by block, as the contract has it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.domain.article import Status, Withdrawal
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.link import External
from editor.domain.settings import Consent, Edition
from editor.publish.text import page_text, withdrawn_text
from tests.builders import NOON, a_link, an_article, an_image, some_settings
from tests.publish.newsrooms import Desk, a_public_setting

HERO = an_image(id="a" * 32, alt={"en": "Two people at a drum"})
MAIN = an_article(
    id="f" * 32,
    headline="Drums at dusk",
    standfirst="They  played\nat last.",
    status=Status.PUBLISHED,
    hero=Placement(image_id=HERO.id),
    body="First *words*.\n\n- one\n- two\n\n> Said.",
    reactions="People liked it.",
    links=(
        a_link(
            external=External(
                headline="A gift",
                summary="A ribbon on it.",
                authorship=Authorship.AI_GENERATED,
                picture=Placement(image_id=HERO.id),
            )
        ),
        a_link(external=External(summary="Only a summary.")),
        a_link(
            external=External(headline="Older", published=NOON - timedelta(days=9)), on_card=False, on_timeline=True
        ),
        a_link(
            external=External(headline="Newer", published=NOON - timedelta(days=2)), on_card=False, on_timeline=True
        ),
    ),
)


def text(article: object = MAIN, locale: str = "sw", consent: Consent = Consent.NOTICE) -> str:
    desk = Desk(a_public_setting(editions=(Edition(locale=locale, consent=consent),)), [article], [HERO])  # type: ignore[list-item]
    site = desk.site()
    return page_text(site.subject(site.editions[0], article), site.settings)  # type: ignore[arg-type]


def test_every_block_in_its_order() -> None:
    body = "Tunatumia vidakuzi kwa uchambuzi ili kuboresha tovuti yetu."
    assert text().split("\n\n") == [
        "Two people at a drum\nPicha iliyoundwa na AI",
        "Drums at dusk",
        "Picha iliyoundwa na AI",
        "They played at last.",
        "First words.",
        "- one",
        "- two",
        "Said.",
        "Watu wanasema nini",
        "People liked it.",
        "Makala yanayohusiana",
        "Two people at a drum\nPicha iliyoundwa na AI",
        "A gift",
        "Imeripotiwa na AI Picha iliyoundwa na AI",
        "A ribbon on it.",
        "Only a summary.",
        "Jumatatu, 12. Mwezi wa kwanza 2026, 15:00:00",
        "Newer",
        "Jumatatu, 5. Mwezi wa kwanza 2026, 15:00:00",
        "Older",
        "\u00a0",
        "\u00a0",
        "\u00a0",
        "Tovuti hii inatumia vidakuzi",
        f"{body} Soma sera ya faragha yetu kwa maelezo zaidi.\nKataa",
    ]


def test_an_article_with_nothing_else_is_its_headline() -> None:
    assert text(an_article(headline="Bare", status=Status.PUBLISHED), consent=Consent.NONE) == "Bare"


def test_another_edition_has_other_words_and_dates() -> None:
    french = text(locale="fr", consent=Consent.NONE)
    assert "Articles connexes" in french
    assert "janvier 2026" in french
    assert "\u00a0\n" not in french


def test_a_decorative_picture_is_silent_and_its_label_row_is_not() -> None:
    silent = replace(HERO, alt={"en": ""})
    desk = Desk(a_public_setting(editions=(Edition(locale="sw"),)), [MAIN], [silent])
    site = desk.site()
    blocks = page_text(site.subject(site.editions[0], MAIN), site.settings).split("\n\n")
    assert blocks[:2] == ["Drums at dusk", "Picha iliyoundwa na AI"]


def test_byline_and_dates_are_one_block() -> None:
    dated = replace(MAIN, byline=("A. One", "B. Two"), published=NOON, updated=NOON + timedelta(hours=1))
    assert "By A. One, B. Two\nPublished Wednesday, 14 January 2026" in text(dated, "en")
    assert text(dated, "en").count("Updated ") == 1


def test_a_withdrawn_article_is_two_blocks() -> None:
    gone = an_article(status=Status.WITHDRAWN)
    assert withdrawn_text(gone, Edition(locale="en"), some_settings()).count("\n\n") == 1
    record = Withdrawal(at=NOON, note="It was not\nchecked.", is_told=True)
    told = withdrawn_text(replace(gone, withdrawal=record), Edition(locale="en"), some_settings()).split("\n\n")
    assert (len(told), told[-1]) == (4, "It was not checked.")
    kept = withdrawn_text(
        replace(gone, withdrawal=replace(record, is_told=False)), Edition(locale="en"), some_settings()
    )
    assert "checked" not in kept
    assert "2026" in kept
