"""Generated articles go out as page text, come in again, and go out the same: in every edition and forty zones."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article, Status
from editor.domain.authorship import Authorship
from editor.domain.edits import AddImage, CreateArticle, Edit, EditSettings, Several
from editor.domain.image import Image, Placement
from editor.domain.link import External, Link
from editor.domain.settings import Consent, ConsentText, Edition
from editor.i18n.page_words import LOCALES
from editor.i18n.zones import zones
from editor.services.taking_in import Question, TakenReport, TakingInOptions
from tests.builders import an_article, an_image
from tests.services.desks import a_desk

STARTS = [
    *("*", "**", "_", "__", "#", "##", "####### ", "<", "<b>", "<script>", "[", "[x]: ", "![", "]", "(", "!", "\\"),
    *("1. ", "1) ", "12. ", "1.", "2026. ", "- ", "+ ", "* ", "-", "---", "- - -", "***", "===", "> ", ">", "“— "),
    *("`", "```", "~~~", "|", "| a | b |", "&amp; ", "&#35; ", "    ", "\t", "«\u00a0", "“", "\u200f", "ﷺ "),
]
WORDS = [
    *("harbour", "said*so*", "_under_", "a_b", "5 < 6", "AT&T", "&lt;", "[link](https://x.example)", "`code`", "end."),
    *("https://x.example/a_b?c=d&e=f", "2*3*4", "C:\\x", "~~gone~~", "x|y", "—", "3,000", "#tag", "@name", "e\u0301"),
    *("مرحبا", "日本語", "ข่าว", "שלום"),
]
SOURCE_TYPES = ["trainedAlgorithmicMedia", "compositeWithTrainedAlgorithmicMedia", "digitalCapture"]
ZONES = zones()[:: len(zones()) // 40]
BEGINNING = datetime(2005, 1, 1, tzinfo=UTC)


class Maker:
    """Makes one article and its pictures after another, all of them from one seed."""

    def __init__(self, seed: int, number: int) -> None:
        self.random = random.Random(seed)  # noqa: S311 - not for secrets
        self.number = number
        self.images: list[Image] = []

    def line(self, most: int = 9) -> str:
        words = self.random.choices(WORDS, k=self.random.randint(1, most))
        return self.random.choice(STARTS) + " ".join(words)

    def maybe(self, text: str) -> str:
        return text if self.random.random() < 0.7 else ""

    def instant(self) -> datetime:
        return BEGINNING + timedelta(seconds=self.random.randrange(30 * 365 * 86400))

    def picture(self) -> Placement | None:
        if self.random.random() < 0.3:
            return None
        alt = self.maybe(self.line())
        image = an_image(
            id=f"p{self.number}-{len(self.images)}", alt={"en": alt}, source_type=self.random.choice(SOURCE_TYPES)
        )
        self.images.append(image)
        return Placement(image_id=image.id)

    def text(self, most: int) -> str:
        return "\n\n".join(self.line() for _ in range(self.random.randint(0, most)))

    def link(self) -> Link:
        is_card = self.random.random() < 0.5
        headline = self.maybe(self.line()) if is_card else self.line()
        external = External(
            headline=headline,
            summary=self.line() if not headline else self.maybe(self.line()),
            published=self.instant(),
            authorship=self.random.choice([Authorship.NOT_STATED, Authorship.AI_GENERATED]),
            picture=self.picture() if is_card else None,
            language="en",
        )
        link_id = f"l{self.random.random()}"
        return Link(id=link_id, external=external, on_card=is_card, on_timeline=not is_card)

    def article(self, zone: str) -> Article:
        return an_article(
            id=f"a{self.number}",
            slug=f"a{self.number}",
            headline=f"{self.line()} {self.number}",
            standfirst=self.maybe(self.line()),
            byline=tuple(self.random.choices(["Asha", "Juma Ali", "李明"], k=self.random.randint(0, 2))),
            authorship=self.random.choice(list(Authorship)),
            status=Status.PUBLISHED,
            published=self.random.choice([None, self.instant()]),
            updated=self.random.choice([None, self.instant()]),
            display_zone=zone,
            hero=self.picture(),
            body=self.text(8),
            reactions=self.text(2),
            # One link at least: a page without any word of furniture is no page, and is refused as such.
            links=(*(self.link() for _ in range(self.random.randint(0, 8))), self.link()),
        )


def prepared(desk: Desk, locale: str, consent: Consent) -> None:
    before = desk.newsroom.settings
    desk.articles.apply(EditSettings(before, before.with_edition(Edition(locale=locale, consent=consent)), say("x")))


def taken(desk: Desk, path: Path, zone: str) -> TakenReport:
    """Take the page in; where a wall time came twice or never, answer with the first of what it may mean."""
    answers: dict[str, datetime] = {}
    while True:
        options = TakingInOptions(zone=zone, language="en", instants=answers)
        understood = desk.taking_in.read([path], options, quiet())
        asked = [one for one in understood.refused if one.question is Question.INSTANT]
        if not asked:
            return desk.taking_in.take(understood, quiet())
        answers |= {one.date: one.choices[0] for one in asked}


def go_round(tmp_path: Path, locale: str, numbers: range) -> None:
    consent = Consent.NOTICE if len(locale) == 2 else Consent.NONE
    with a_desk(tmp_path / "from") as source, a_desk(tmp_path / "to") as target:
        prepared(source, locale, consent)
        for number in numbers:
            maker, zone = Maker(number, number), ZONES[number % len(ZONES)]
            article = maker.article(zone)
            edits: list[Edit] = [AddImage(image, say("x"), BEGINNING) for image in maker.images]
            source.articles.apply(Several((*edits, CreateArticle(article, say("x"), BEGINNING)), say("x")))
            text = source.preview.text(source.articles.get(article.id), locale)
            path = tmp_path / f"{number}.txt"
            path.write_bytes(text.encode())
            report = taken(target, path, zone)
            assert report.refused == (), f"{number}: {report.refused}\n{text}"
            again = target.preview.text(target.articles.get(report.taken[0].id), locale)
            assert again == text, f"{number}"
        assert [edition.consent for edition in target.newsroom.settings.editions] == [consent]


@pytest.mark.parametrize("locale", LOCALES)
def test_a_page_goes_out_comes_in_and_goes_out_the_same(tmp_path: Path, locale: str) -> None:
    first = LOCALES.index(locale) * 4
    go_round(tmp_path, locale, range(first, first + 4))


@pytest.mark.soak
@pytest.mark.parametrize("locale", LOCALES)
def test_five_hundred_pages_go_out_come_in_and_go_out_the_same(tmp_path: Path, locale: str) -> None:
    first = 1000 + LOCALES.index(locale) * 18
    go_round(tmp_path, locale, range(first, first + 18))


def test_a_page_in_an_editions_own_style_and_with_its_own_notice_comes_back(tmp_path: Path) -> None:
    """The newsroom knows its own editions: dates of a regional style, and a notice in whatever words."""
    words = ConsentText(title="We count readers", body="Only if you let us.", policy="How we count.")
    edition = Edition(locale="en", house_style="en-US", consent=Consent.NOTICE, consent_text=words)
    with a_desk(tmp_path / "desk") as desk:
        settings = desk.newsroom.settings
        link = Link(id="l", external=External(headline="Earlier", published=BEGINNING), on_card=False, on_timeline=True)
        article = an_article(
            headline="Head", standfirst="Stand", body="Body one.", status=Status.PUBLISHED, links=(link,),
        )  # fmt: skip
        changed = replace(settings, editions=(edition,))
        edits: tuple[Edit, ...] = (
            EditSettings(settings, changed, say("x")),
            CreateArticle(article, say("x"), BEGINNING),
        )
        desk.articles.apply(Several(edits, say("x")))
        text = desk.preview.text(desk.articles.get(article.id), "en")
        assert "Friday, December 31, 2004" in text or "Saturday, January 1, 2005" in text
        assert text.endswith("We count readers\n\nOnly if you let us. How we count.\nDecline")
        page = tmp_path / "page.txt"
        page.write_text(f"Another {text}", encoding="utf-8")
        options = TakingInOptions(zone=settings.display_zone, language="en")
        (read,) = desk.taking_in.read([page], options, quiet()).files
        (entry,) = read.article.links
        assert entry.external
        assert (entry.external.headline, entry.external.published) == ("Earlier", BEGINNING)
        assert (read.article.body.strip(), read.edition) == ("Body one.", None)
