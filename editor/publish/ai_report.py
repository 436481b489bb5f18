"""The AI-use report: every text and image of an edition, its origin, what readers are told, who answers for it.

Rows are made of the same site that pages are made of. Two forms of them, CSV for people's tables and JSON for programs;
the same newsroom gives the same bytes.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import asdict, dataclass
from datetime import datetime

from editor.core.clock import instant_text
from editor.domain.article import Article
from editor.domain.image import Image
from editor.domain.labels import image_label, label_row
from editor.domain.settings import Edition
from editor.domain.signing import SignOff, sign_off_of
from editor.domain.source_type import uri_of
from editor.publish.bodies import Bodies
from editor.publish.furniture import furniture
from editor.publish.site import Site

VERSION = 1
_BOM = "\ufeff"
# What a table program may take for a formula, at the beginning of a cell or of what it takes for one: it may part
# lines at semicolons and tabs, whatever stands in quotation marks (OWASP, CSV Injection).
_FORMULA = re.compile(r"(^|[;\t\r\n])([^\S\t\r\n]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Use:
    """One row: a text, or an image at one place of an article. Every field is text; "" is not stated.

    `kind` is "text" or "image", `place` "lead", "text" or "card". `origin` is the authorship of a text or the class of
    an image, `label` the words that readers of the edition see. `reviewer` signed the text off, or decided how the
    image came to be; `review` says how that stands.
    """

    edition: str
    kind: str
    article: str
    article_id: str
    headline: str
    language: str
    published: str = ""
    place: str = ""
    image: str = ""
    alt: str = ""
    origin: str = ""
    source_type: str = ""
    label: str = ""
    reviewer: str = ""
    reviewed: str = ""
    review: str = ""
    ai_parts: str = ""
    ai_system: str = ""
    ai_system_version: str = ""
    generated: str = ""
    proposed: str = ""
    creator: str = ""
    credit: str = ""


COLUMNS = tuple(Use.__dataclass_fields__)


def uses(site: Site, bodies: Bodies) -> Iterator[Use]:
    """Yield every text and image of the editions of `site`, in the order in which their lists show them."""
    for edition in site.editions:
        shown = site.shown(edition)
        listed = {article.id for article in shown}
        for article in shown:
            yield _text(site, edition, article)
            for place, image in _images(site, bodies, edition, article, listed):
                yield _image(site, edition, article, place, image)


def csv_bytes(rows: Iterable[Use]) -> bytes:
    """Return `rows` as a table (RFC 4180): UTF-8 with a byte order mark, for without it table programs guess wrong.

    A cell that one of them could run as a formula begins with an apostrophe.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, quoting=csv.QUOTE_ALL, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for row in rows:
        writer.writerow([harmless(cell) for cell in asdict(row).values()])
    return (_BOM + stream.getvalue()).encode("utf-8", "backslashreplace")


def json_bytes(rows: Iterable[Use], site: Site) -> bytes:
    """Return `rows` as JSON, every text as it is."""
    return json.dumps(json_form(rows, site), ensure_ascii=False, indent=1).encode("utf-8", "backslashreplace") + b"\n"


def json_form(rows: Iterable[Use], site: Site) -> Mapping[str, object]:
    """Return what `json_bytes` writes."""
    return {
        "makala_report": VERSION,
        "newsroom": site.settings.name,
        "editions": [edition.locale for edition in site.editions],
        "uses": [asdict(row) for row in rows],
    }


def harmless(cell: str) -> str:
    """Return `cell` so that no table program takes it, or a part of it, for a formula."""
    return _FORMULA.sub(r"\1'\2", cell)


def _text(site: Site, edition: Edition, article: Article) -> Use:
    signed = sign_off_of(article)
    return Use(
        **_where(edition, article),
        kind="text",
        origin=article.authorship.value,
        label=" ".join(_words(key, edition, site) for key in label_row(article.authorship, None)),
        reviewer=article.reviewed_by,
        reviewed=_instant(article.reviewed_at),
        review="" if signed is SignOff.NONE else signed.value,
        ai_parts=str(len(article.ai_ranges) or ""),
    )


def _image(site: Site, edition: Edition, article: Article, place: str, image: Image) -> Use:
    alt = image.alt_for(article.language, edition.locale)
    return Use(
        **_where(edition, article),
        kind="image",
        place=place,
        image=image.path or image.id,
        alt=alt[1] if alt else "",
        origin=image.origin.value,
        source_type=uri_of(image.source_type),
        label=_words(image_label(image), edition, site),
        reviewer=image.decided_by,
        reviewed=_instant(image.decided_at),
        review="decided" if image.decided_at else "",
        ai_system=image.ai_system,
        ai_system_version=image.ai_system_version,
        generated=image.generated_at,
        proposed=uri_of(image.proposed),
        creator=image.creator,
        credit=image.credit,
    )


def _where(edition: Edition, article: Article) -> dict[str, str]:
    return {
        "edition": edition.locale,
        "article": article.slug,
        "article_id": article.id,
        "headline": article.headline,
        "language": article.language,
        "published": _instant(article.published),
    }


def _images(
    site: Site, bodies: Bodies, edition: Edition, article: Article, listed: AbstractSet[str]
) -> Iterator[tuple[str, Image]]:
    """Yield (place, image) of what the article's page shows, each once at each place.

    The card of an article that is `listed` shows what that article's own row says already.
    """
    subject = site.subject(edition, article)
    typed = (site.snapshot.typed_image(one.path) for text in article.texts for one in bodies.pictures(text))
    shown = [("lead", subject.hero), *(("text", image) for image in typed)]
    shown += [("card", card.picture) for card in subject.cards if card.article not in listed]
    found = {(place, image.id): image for place, image in shown if image is not None}
    yield from ((place, image) for (place, _), image in found.items())


def _words(label: str, edition: Edition, site: Site) -> str:
    return furniture(edition.locale, site.settings.page_labels)[label].text if label else ""


def _instant(instant: datetime | None) -> str:
    return instant_text(instant) if instant else ""
