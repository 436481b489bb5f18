"""The plain-text rendition of a page, version 1: for slow lines, old phones, and for taking it in again.

Blocks are separated by one empty line; there is no newline at the end. Each block is there only when it has content:

1. hero: alt text, LF, image label; nothing when the alt text is empty or missing
2. headline
3. label row, its labels joined by one space
4. standfirst; then one block of up to three lines: byline, published, updated
5. body, one block per paragraph, heading, list item, quotation; the words of a picture in it wear its label in brackets
6. the heading of the reactions, then the reactions as the body
7. the heading of the related articles, then per card: picture as 1, headline, label row, summary
8. per timeline entry: date in the long house style, headline
9. where the edition has a consent notice: three blocks of one U+00A0, its title, then its words, LF, "decline"
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime

from editor.domain.article import Article
from editor.domain.edition import zone_for
from editor.domain.image import Image
from editor.domain.labels import image_label, label_row
from editor.domain.settings import Consent, Edition, NewsroomSettings
from editor.i18n.dates import format_instant
from editor.i18n.zones import shown_zone
from editor.markup.plain import collapse, plain_blocks
from editor.publish.furniture import furniture, notice_words
from editor.publish.pages import Run
from editor.publish.site import Site, Subject

SPACER = "\u00a0"
SPACERS = 3


def page_text(subject: Subject, site: Site) -> str:
    """Return the text of the article's page, without a newline at its end."""
    return "\n\n".join(block for block in _blocks(subject, site) if block)


def text_blocks(markdown: str, site: Site, words: Mapping[str, Run]) -> list[str]:
    """Return a text of an article as plain blocks. A picture in it is its alternative text and what it has to wear.

    Its words stand between the others', so a label is in brackets: without it they would read as reporting.
    """

    def said(path: str, alt: str) -> str:
        label = image_label(site.snapshot.typed_image(path))
        return f"{alt} [{words[label].text}]" if label else alt

    return plain_blocks(markdown, picture=said)


def withdrawn_text(article: Article, edition: Edition, settings: NewsroomSettings) -> str:
    """Return the text that stands at the address of a withdrawn article: that it is gone, since when, and maybe why."""
    words, record = furniture(edition.locale, settings.page_labels), article.withdrawal
    blocks = [words["withdrawn_title"].text, words["withdrawn_body"].text]
    if record is not None:
        style, override = settings.style_of(edition.locale)
        zone = shown_zone(zone_for(article, settings, edition.locale))
        blocks += [
            format_instant(record.at, zone, style, override=override),
            collapse(record.note) if record.is_told else "",
        ]
    return "\n\n".join(filter(None, blocks))


def _blocks(subject: Subject, site: Site) -> Iterator[str]:
    settings = site.settings
    article, locale = subject.article, subject.edition.locale
    words = furniture(locale, settings.page_labels)
    yield _picture(subject.hero, article.language, locale, words)
    yield collapse(article.headline)
    yield _row(label_row(article.authorship, subject.hero), words)
    yield collapse(article.standfirst)
    yield "\n".join(_byline(subject, settings, words))
    yield from text_blocks(article.body, site, words)
    reactions = text_blocks(article.reactions, site, words)
    if reactions:
        yield words["people_saying"].text
        yield from reactions
    yield from _cards(subject, words)
    for entry in subject.timeline.entries:
        yield entry.date
        yield collapse(entry.headline)
    if subject.edition.consent is Consent.NOTICE:
        yield from [SPACER] * SPACERS
        title, body, policy = notice_words(subject.edition, words)
        yield collapse(title.text)
        yield f"{collapse(body.text)} {collapse(policy.text)}\n{words['decline']}"


def _cards(subject: Subject, words: Mapping[str, Run]) -> Iterator[str]:
    if subject.cards:
        yield words["related"].text
    for card in subject.cards:
        yield _picture(card.picture, card.language, subject.edition.locale, words)
        yield collapse(card.headline)
        yield _row(card.labels, words)
        yield collapse(card.summary)


def _picture(image: Image | None, language: str, locale: str, words: Mapping[str, Run]) -> str:
    found = image.alt_for(language, locale) if image else None
    alt = collapse(found[1]) if found else ""
    label = image_label(image)
    return f"{alt}\n{words[label]}" if alt and label else alt


def _row(labels: Iterable[str], words: Mapping[str, Run]) -> str:
    return " ".join(words[key].text for key in labels)


def _byline(subject: Subject, settings: NewsroomSettings, words: Mapping[str, Run]) -> Iterator[str]:
    article = subject.article
    style, override = settings.style_of(subject.edition.locale)

    def date(instant: datetime) -> str:
        return format_instant(instant, subject.zone, style, override=override)

    if article.byline:
        yield words["by_line"].text.replace("{names}", ", ".join(collapse(name) for name in article.byline))
    if article.published:
        yield f"{words['published']} {date(article.published)}"
    if article.updated:
        yield f"{words['updated']} {date(article.updated)}"
