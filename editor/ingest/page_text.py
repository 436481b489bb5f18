"""Reads page texts, version 1: the plain-text rendition of a page becomes an article again.

The contract is the design's "Page text, version 1", Reading and Stored. No word of the furniture is kept: labels become
provenance and authorship, dates become instants, headings become the fields below them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from editor.core.errors import FileError, UserError
from editor.core.messages import Message, say
from editor.domain.article import Article, Status, ZoneSource
from editor.domain.authorship import Authorship
from editor.domain.image import Finding, Image, Placement
from editor.domain.labels import IMAGE_BY_AI, IMAGE_CHANGED_BY_AI, REPORTED_BY_AI
from editor.domain.link import External, Link
from editor.domain.settings import Consent, Edition
from editor.domain.slug import slug_from
from editor.i18n.dates import WallTimeError, parse_instant
from editor.i18n.page_words import LOCALES
from editor.ingest.asking import Question, UnansweredError
from editor.ingest.draft import Draft, PictureNote
from editor.ingest.fields import doubt_about
from editor.ingest.furniture import Furniture, find_furniture
from editor.ingest.importer import Importer, ReadOptions
from editor.ingest.languages import find_language
from editor.ingest.page_blocks import Block, blocks_of
from editor.ingest.page_cards import PageCard, cards_in
from editor.ingest.page_parts import PageParts, parts_of
from editor.markup.plain import escape

EVIDENCE = "label on the page"
_HERO = "hero"
_SOURCE_TYPES = {
    IMAGE_BY_AI: "trainedAlgorithmicMedia",
    IMAGE_CHANGED_BY_AI: "compositeWithTrainedAlgorithmicMedia",
}


def read_page(text: str, options: ReadOptions) -> Draft:
    """Return the article that the page `text` (LF line ends) shows.

    Raises `FileError` with the line for what cannot be understood, `UnansweredError` for what must be asked.
    """
    blocks = blocks_of(text)
    furniture = find_furniture(
        blocks, LOCALES, options.editions, options.house_styles, options.page_labels, options.edition_styles
    )
    parts = parts_of(blocks, furniture)
    return _Page(parts, furniture, options).draft()


class _Page:
    """Turns the parts of one page into a draft."""

    def __init__(self, parts: PageParts, furniture: Furniture, options: ReadOptions) -> None:
        self._parts = parts
        self._furniture = furniture
        self._options = options
        self._new_id = options.new_id
        self._pictures: dict[str, PictureNote] = {}
        self._warnings: list[Message] = list(parts.warnings)

    def draft(self) -> Draft:
        """Return the draft; asks for zone and language before anything else is done."""
        parts = self._parts
        if parts.dates and not self._options.zone:
            raise UnansweredError(
                Question.ZONE,
                say("The page does not say in which time zone its dates are."),
                say("Name the zone, for example --zone Africa/Nairobi."),
                line=parts.dates[0].line,
            )
        language = self._options.language or self._found_language()
        if doubt := doubt_about(language):
            self._warnings.append(doubt)
        article_id = self._new_id()
        hero = self._picture(_HERO, parts.alt, parts.labels, language)
        article = Article(
            id=article_id,
            language=language,
            slug=slug_from(parts.headline.text, language, fallback=self._options.nameless),
            headline=parts.headline.text,
            translation_set="",
            standfirst=parts.standfirst,
            byline=parts.byline,
            authorship=_authorship(parts.labels),
            status=Status.PUBLISHED,
            published=self._instant(parts.published),
            updated=self._instant(parts.updated),
            display_zone=self._options.zone,
            zone_source=ZoneSource.ASSUMED if self._options.zone else ZoneSource.GIVEN,
            hero=hero,
            body=_markdown(parts.body),
            reactions=_markdown(parts.reactions),
            links=(*self._cards(language), *self._entries(language)),
        )
        return Draft(
            article=article,
            pictures=self._pictures,
            edition=Edition(
                locale=self._furniture.locale,
                consent=Consent.NOTICE if parts.has_notice else Consent.NONE,
            ),
            warnings=tuple(self._warnings),
            lines={"slug": parts.headline.line},
        )

    def _found_language(self) -> str:
        parts = self._parts
        texts = [parts.headline.text, parts.standfirst, *(block.text for block in (*parts.body, *parts.reactions))]
        found = find_language("\n".join(texts))
        if not found:
            raise UnansweredError(
                Question.LANGUAGE,
                say("It cannot be told which language the article is in."),
                say("Name it, for example --language en."),
                line=parts.headline.line,
            )
        self._warnings.append(say("The language was found from the words: {language}.", language=found))
        return found

    def _picture(self, key: str, alt: str, labels: Sequence[str], language: str) -> Placement | None:
        """Keep a picture known by its words; a label without an alt text is a picture that is decorative."""
        source_type = next((_SOURCE_TYPES[label] for label in labels if label in _SOURCE_TYPES), "")
        if not alt and not source_type:
            return None
        evidence = Finding(detector="page-text", place="page", key="label", value=EVIDENCE)
        image = Image(id="", alt={language: alt}, source_type=source_type, findings=(evidence,) if source_type else ())
        self._pictures[key] = PictureNote(image=image)
        return Placement(image_id=key)

    def _cards(self, language: str) -> list[Link]:
        cards = cards_in(self._parts.cards, self._furniture)
        return [self._card(card, number, language) for number, card in enumerate(cards)]

    def _card(self, card: PageCard, number: int, language: str) -> Link:
        external = External(
            headline=card.headline,
            summary=card.summary,
            language=language,
            authorship=_authorship(card.labels),
            picture=self._picture(f"links.{number}.image", card.alt, card.labels, language),
        )
        return Link(id=self._new_id(), external=external)

    def _entries(self, language: str) -> list[Link]:
        links: list[Link] = []
        before: datetime | None = None
        is_in_order = True
        for entry in self._parts.entries:
            instant = self._instant(entry.date)
            is_in_order = is_in_order and (before is None or instant is None or instant <= before)
            before = instant
            external = External(headline=entry.headline, published=instant, language=language)
            links.append(Link(id=self._new_id(), external=external, on_card=False, on_timeline=True))
        if not is_in_order:
            self._warnings.append(say("The dates do not stand newest first; the page will show them so."))
        return links

    def _instant(self, date: Block | None) -> datetime | None:
        if date is None:
            return None
        chosen = self._options.instants.get(date.text)
        if chosen is not None:
            return chosen
        furniture, zone = self._furniture, self._options.zone
        try:
            return parse_instant(date.text, zone, furniture.dates, override=furniture.override)
        except WallTimeError as error:
            raise UnansweredError(
                Question.INSTANT,
                error.message,
                error.hint,
                line=date.line,
                date=date.text,
                instants=error.instants,
            ) from error
        except UserError as error:
            raise FileError(error.message, error.hint, line=date.line) from error


def _authorship(labels: Sequence[str]) -> Authorship:
    return Authorship.AI_GENERATED if REPORTED_BY_AI in labels else Authorship.NOT_STATED


def _markdown(blocks: Sequence[Block]) -> str:
    return "\n\n".join(escape(block.text) for block in blocks)


# Only its reader can tell a page from any other text, and says why it is none; so none is recognised from afar.
IMPORTER = Importer(
    id="page-text",
    title=say("Text of a page"),
    endings=(".txt",),
    recognises=lambda _: False,
    read=read_page,
)
