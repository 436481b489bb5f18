"""One article in other forms than a page: clean HTML for other programs, paper, and e-books of several."""

from __future__ import annotations

import base64
import posixpath
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import Fault, UserError
from editor.core.files import faults, write_whole
from editor.core.jobs import JobContext
from editor.core.messages import Message, named_language, nsay, say
from editor.domain.article import Article
from editor.domain.derivative import FALLBACK, MEDIA_TYPES, derivatives_of
from editor.domain.settings import Consent, Edition
from editor.domain.site_places import IMAGES, PAGE
from editor.services.own_places import refuse_no_file
from editor.services.preview import Preview
from editor.services.publishing import editions_named
from editor.services.signed_export import signed_copies
from editor.services.signing import certificate_for_export
from editor.services.snapshots import Snapshots

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.domain.derivative import MadeCopy
    from editor.publish.books import Wanted
    from editor.publish.pages import Run
    from editor.publish.pdf_metadata import PdfMetadata
    from editor.publish.site import Site
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

# Pixels that a picture is wide in a text that is pasted elsewhere, and bytes that all pictures of one may have.
WIDE = 960
MOST_BYTES = 6_000_000


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanCopy:
    """An article for the clipboard: a whole document of HTML, the same as plain text, pictures that were left out."""

    html: str
    text: str
    left_out: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """All that a web engine needs to print an article: its page at `path`, and the files that the page asks for.

    `files` gives by path (bytes, media type); `margins` are millimetres: top, right, bottom, left. `metadata` is what a
    PDF of it says of itself to machines.
    """

    title: str
    path: str
    files: Mapping[str, tuple[bytes, str]]
    margins: tuple[int, int, int, int]
    metadata: PdfMetadata | None = None

    def finished(self, pdf: bytes) -> bytes:
        """Return the `pdf` that the web engine made of it with what it says of itself."""
        from editor.publish.pdf_metadata import with_metadata

        return with_metadata(pdf, self.metadata) if self.metadata else pdf


@dataclass(frozen=True, slots=True, kw_only=True)
class BookRequest:
    """Which articles (slugs or ids) make the book, in whose edition's words, and the file it goes to.

    Without articles it holds all that the edition shows; without a `title` it is called as its only article is, or the
    edition. A named article goes in whatever its status is.
    """

    out: Path
    edition: str = ""
    articles: tuple[str, ...] = ()
    title: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BookReport:
    """What came of a book: where it lies, in which edition, and how much is in it."""

    path: Path
    edition: str
    articles: int
    pictures: int
    size: int
    warnings: tuple[Message, ...] = ()


class Renditions:
    """Made of a desk's services by whoever needs it; its methods are jobs, safe off the main thread."""

    def __init__(self, articles: Reading, images: Images, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._newsroom = newsroom
        self._clock = clock
        self._snapshots = Snapshots(articles, images, newsroom)
        self._preview = Preview(articles, images, newsroom, clock)

    def locale_for(self, article: Article) -> str:
        """Return the edition whose words stand around `article`: that of its language, else the first, else that."""
        locales = [edition.locale for edition in self._newsroom.settings.editions]
        return article.language if article.language in locales or not locales else locales[0]

    def clean(self, article: Article, context: JobContext) -> CleanCopy:
        """Return `article` for the clipboard: its pictures inside as data, every address absolute.

        A picture whose file is missing, or that would make the copy too heavy, is its words alone.
        """
        from editor.publish.addresses import absolute, public_base
        from editor.publish.bodies import Bodies
        from editor.publish.books import clean_composer
        from editor.publish.clean import article_html
        from editor.publish.legible import legible
        from editor.publish.links import place_of
        from editor.publish.text import page_text
        from editor.publish.xhtml import as_xhtml

        site, edition = self._site(article)
        composer = clean_composer(site, Bodies())
        base, page = public_base(site.settings), composer.path(edition, article)
        inside = _Inside(self._copies(site), context)

        def address(name: str, value: str) -> str | None:
            if name == "src":
                return inside.data(posixpath.basename(place_of(page, value)))
            if value.partition(":")[0].lower() in {"http", "https", "mailto"}:
                return value
            place = place_of(page, value)
            return absolute(base, place) if base and posixpath.basename(place) == PAGE else None

        context.report(0.0, say("Copying {headline}", headline=article.headline))
        html = as_xhtml(article_html(composer.article(edition, article)), address, is_xml=False)
        subject = site.subject(edition, article)
        plain = replace(subject, edition=replace(subject.edition, consent=Consent.NONE))
        return CleanCopy(
            html=f'<!DOCTYPE html>\n<html lang="{edition.locale}">\n<head><meta charset="utf-8"></head>\n'
            f"<body>\n{html}\n</body>\n</html>\n",
            text=legible(page_text(plain, site)),
            left_out=inside.left_out,
        )

    def paper(self, article: Article, context: JobContext) -> Paper:
        """Return what is printed of `article`: its page as exported, with address and page numbers in the margin."""
        from editor.i18n.direction import direction
        from editor.i18n.page_numbers import written
        from editor.publish.bodies import Bodies
        from editor.publish.books import clean_composer, images_of
        from editor.publish.frames import site_name
        from editor.publish.furniture import furniture
        from editor.publish.legible import legible
        from editor.publish.paper import MARGINS, STYLE, asked_for, paper_css, paper_html, provenance_html

        context.report(0.0, say("Preparing {headline}", headline=article.headline))
        site, edition = self._site(article)
        locale = edition.locale
        path = self._preview.path(article, locale)
        images = images_of(site, Bodies(), article)
        words = furniture(locale, site.settings.page_labels)
        said = provenance_html(images, words, article.language, locale)
        html = legible(paper_html(self._preview.page(article, locale, dark=False), said))
        address = clean_composer(site, Bodies()).addresses(edition, article)[0] or site_name(site.settings, edition)
        zero = written(0, *site.settings.style_of(locale))
        style = posixpath.join(posixpath.dirname(path), STYLE)
        files = {
            path: (html.encode(), "text/html"),
            style: (paper_css(address, direction(locale), zero).encode(), "text/css"),
        }
        for asked in asked_for(html, path):
            context.check()
            if asked not in files and (found := self._resource(asked)):
                files[asked] = found
        title, metadata = legible(article.headline) or article.slug, _metadata(article, site, words)
        return Paper(title=title, path=path, files=files, margins=MARGINS, metadata=metadata)

    def book(self, request: BookRequest, context: JobContext) -> BookReport:
        """Write an e-book (EPUB 3.3); the file that was there stays whole until the new one is.

        Raises `UserError` for an edition or articles that are not there, for a book of nothing and for a file that the
        newsroom keeps, `Fault` when the disk is in the way or an original is missing or changed.
        """
        from editor.publish.bodies import Bodies
        from editor.publish.books import book_of, copies_in_book
        from editor.publish.epub import epub
        from editor.publish.site import Site

        refuse_no_file(request.out)
        context.report(0.0, say("Reading the newsroom"))
        snapshot = self._snapshots.whole(self._clock.now())
        chosen = [self._named(name) for name in dict.fromkeys(request.articles)]
        wanted = request.edition or (self.locale_for(chosen[0]) if chosen else "")
        edition = editions_named(snapshot.settings, (wanted,) if wanted else ())[0]
        site, bodies = Site(snapshot, [edition], [one.id for one in chosen]), Bodies()
        articles = _shown(site, edition, chosen)
        warnings: list[Message] = []
        copies = self._signed(copies_in_book(site, bodies, articles), warnings, context)
        pictures = {copy.name: copy.read for copy in copies}
        made = book_of(site, bodies, edition, articles, pictures, request.title)
        data = epub(made)
        with faults(say("The e-book could not be written.")):
            write_whole(request.out, data)
        context.report(1.0, say("The e-book is written"))
        return BookReport(
            path=request.out,
            edition=edition.locale,
            articles=len(articles),
            pictures=len(made.pictures),
            size=len(data),
            warnings=tuple(warnings),
        )

    def _signed(self, wanted: Sequence[Wanted], warnings: list[Message], context: JobContext) -> Iterator[MadeCopy]:
        """Yield the copies that are wanted, signed where this person's exports are."""
        from editor.images.copying import copies_of

        folder = self._snapshots.copies_folder
        made = copies_of(wanted, self._snapshots.original, folder, context)
        certificate, reason = certificate_for_export(self._clock.now(), wanted=None)
        if reason:
            warnings.append(reason)
        if certificate is None:
            return made
        return signed_copies(made, [image for image, _ in wanted], folder.with_name("signed"), certificate, warnings)

    def _named(self, name: str) -> Article:
        article = self._articles.find(name)
        if article is None or article.trashed_at is not None:
            raise UserError(
                say("There is no article “{name}” in this newsroom.", name=name), say("Name it by its slug or its id.")
            )
        return article

    def _site(self, article: Article) -> tuple[Site, Edition]:
        from editor.publish.site import of_one

        locale = self.locale_for(article)
        snapshot = self._snapshots.around(article, self._clock.now())
        edition = snapshot.settings.edition(locale) or Edition(locale=locale)
        return of_one(snapshot, edition, article), edition

    def _copies(self, site: Site) -> Mapping[str, Callable[[], bytes]]:
        """Return how the copies of pictures for a pasted text are read, by the names that pages call them by."""
        from editor.images.derivatives import Derivatives

        made = Derivatives(self._snapshots.copies_folder)
        found: dict[str, Callable[[], bytes]] = {}
        for image in site.snapshot.images.values():
            copies = [copy for copy in derivatives_of(image) if copy.format == FALLBACK]
            fitting = [copy for copy in copies if copy.width <= WIDE] or copies[:1]
            for copy in copies:
                found[copy.name] = partial(made.read, image, self._snapshots.original(image), fitting[-1].name)
        return found

    def _resource(self, path: str) -> tuple[bytes, str] | None:
        """Return what a page asks for; a picture that cannot be read leaves its words on the paper."""
        try:
            return self._preview.resource(path)
        except (UserError, Fault):
            if path.startswith(f"{IMAGES}/"):
                return None
            raise


def _metadata(article: Article, site: Site, words: Mapping[str, Run]) -> PdfMetadata:
    from editor.domain.labels import label_row
    from editor.domain.source_type import uri_of
    from editor.publish.furniture import tag_of
    from editor.publish.pdf_metadata import PdfMetadata
    from editor.publish.structured import text_source

    disclosed = [words[key].text for key in label_row(article.authorship, None)]
    source, publisher = text_source(article), site.settings.publisher
    return PdfMetadata(
        title=article.headline or article.slug,
        language=tag_of(article.language),
        authors=tuple(name.strip() for name in article.byline if name.strip()),
        publisher=publisher.name or site.settings.name,
        description=" – ".join(filter(None, (article.standfirst.strip(), *disclosed))),
        source_type=uri_of(source) if source else "",
    )


def left_out_words(count: int) -> Message:
    """Return what is said of a copy from which `count` pictures were left out; nothing for none."""
    if not count:
        return say("Copied as HTML and as text. Paste it into a word processor, mail or another system.")
    return nsay(
        "Copied without {n} picture, which is too large or not there: its words stand in its place.",
        "Copied without {n} pictures, which are too large or not there: their words stand in their place.",
        count,
    )


class _Inside:
    """Puts pictures into a text as data, until they are too many bytes."""

    def __init__(self, copies: Mapping[str, Callable[[], bytes]], context: JobContext) -> None:
        self._copies = copies
        self._context = context
        self._left = MOST_BYTES
        self.left_out = 0

    def data(self, name: str) -> str | None:
        """Return the copy called `name` as an address that holds it, or None for one that is left out."""
        self._context.check()
        try:
            data = self._copies[name]()
        except (KeyError, UserError, Fault):
            self.left_out += 1
            return None
        if len(data) > self._left:
            self.left_out += 1
            return None
        self._left -= len(data)
        return f"data:{MEDIA_TYPES[FALLBACK]};base64,{base64.b64encode(data).decode('ascii')}"


def _shown(site: Site, edition: Edition, chosen: Sequence[Article]) -> list[Article]:
    """Return the articles of the book: `chosen` in their order, each in the edition's words, else all that it shows."""
    articles: list[Article] = []
    for one in chosen:
        member = site.member(edition, one.translation_set)
        if member is None:
            raise UserError(
                say(
                    "The edition {locale} does not carry “{headline}”.",
                    locale=named_language(edition.locale),
                    headline=one.headline,
                ),
                say("Choose another edition, or let it carry the language."),
            )
        articles.append(member)
    articles = list({one.id: one for one in articles}.values()) if chosen else list(site.shown(edition))
    if not articles:
        raise UserError(
            say("There is nothing to put into a book yet: this edition shows no article."),
            say("Publish one, or name those that are to be in it."),
        )
    return articles
