"""One e-book as a file: EPUB 3.3 by the letter (W3C Recommendation), the same bytes for the same book.

The mimetype first and stored, a package document, a navigation document that is the first page too, a page each
article, its pictures. Nothing is compressed: a picture is already, and two builds of a compressor are not one.
"""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO

from markupsafe import Markup, escape

from editor.core.resources import resources_root

TYPE = "application/epub+zip"
PICTURES = "images"
_ROOT = "EPUB"
_PACKAGE, _NAV, _STYLE = "package.opf", "nav.xhtml", "book.css"
_DATED = (1980, 1, 1, 0, 0, 0)
_XHTML = "application/xhtml+xml"
_CONTAINER = f"""<?xml version="1.0" encoding="UTF-8"?>
<container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container">
<rootfiles>
<rootfile full-path="{_ROOT}/{_PACKAGE}" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """One article of a book. `content` is well-formed XHTML, its addresses as seen from beside the other pages.

    `source_type` is the address of the IPTC's term for what its words come from, or "".
    """

    name: str
    title: str
    language: str
    content: str
    source_type: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Book:
    """All that a book says. `modified` is an instant (RFC 3339, UTC), `languages` those of its texts, `locale` first.

    `pictures` gives by file name the media type and how its bytes are read. `has_alt` says that every picture has words
    for who cannot see it.
    """

    identifier: str
    title: str
    locale: str
    direction: str
    languages: tuple[str, ...]
    creators: tuple[str, ...]
    publisher: str
    modified: str
    chapters: tuple[Chapter, ...]
    pictures: Mapping[str, tuple[str, Callable[[], bytes]]]
    has_alt: bool


def epub(book: Book) -> bytes:
    """Return the file. Reads every picture; what keeps one from being read is raised as it is."""
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_STORED) as archive:
        for name, data in _members(book):
            archive.writestr(_member(name), data)
    return stream.getvalue()


def _members(book: Book) -> Iterator[tuple[str, bytes]]:
    yield "mimetype", TYPE.encode()
    yield "META-INF/container.xml", _CONTAINER.encode()
    yield f"{_ROOT}/{_PACKAGE}", _package(book).encode()
    yield f"{_ROOT}/{_NAV}", _nav(book).encode()
    yield f"{_ROOT}/{_STYLE}", (resources_root() / "epub" / _STYLE).read_bytes()
    for chapter in book.chapters:
        yield f"{_ROOT}/{chapter.name}", _page(chapter.title, book, Markup(chapter.content)).encode()  # noqa: S704 - ours
    for name, (_type, read) in sorted(book.pictures.items()):
        yield f"{_ROOT}/{PICTURES}/{name}", read()


def _member(name: str) -> zipfile.ZipInfo:
    member = zipfile.ZipInfo(name, _DATED)
    member.create_system = 3  # as if written under Unix, wherever it was
    member.external_attr = 0o644 << 16
    return member


def _package(book: Book) -> str:
    items = "\n".join(_items(book))
    spine = "\n".join(f'<itemref idref="{name}"/>' for name in ("nav", *(_id(one.name) for one in book.chapters)))
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<package xmlns="http://www.idpf.org/2007/opf" version="3.0" unique-identifier="id" xml:lang="{escape(book.locale)}" \
dir="{book.direction}">
<metadata xmlns:dc="http://purl.org/dc/elements/1.1/">
{_lines(_metadata(book))}
</metadata>
<manifest>
{items}
</manifest>
<spine page-progression-direction="{book.direction}">
{spine}
</spine>
</package>
"""


def _metadata(book: Book) -> Iterator[Markup]:
    yield Markup('<dc:identifier id="id">{}</dc:identifier>').format(book.identifier)
    yield Markup("<dc:title>{}</dc:title>").format(book.title)
    for tag in book.languages:
        yield Markup("<dc:language>{}</dc:language>").format(tag)
    for name in book.creators:
        yield Markup("<dc:creator>{}</dc:creator>").format(name)
    if book.publisher:
        yield Markup("<dc:publisher>{}</dc:publisher>").format(book.publisher)
    yield Markup('<meta property="dcterms:modified">{}</meta>').format(book.modified)
    for chapter in book.chapters:
        if chapter.source_type:
            yield Markup('<meta refines="#{}" property="schema:digitalSourceType">{}</meta>').format(
                _id(chapter.name), chapter.source_type
            )
    for name, value in _accessibility(book):
        yield Markup('<meta property="schema:{}">{}</meta>').format(name, value)


def _accessibility(book: Book) -> Iterator[tuple[str, str]]:
    """Yield what EPUB Accessibility 1.1 asks a publication to say of itself (section 2.2)."""
    yield "accessMode", "textual"
    if book.pictures:
        yield "accessMode", "visual"
    if book.has_alt:
        yield "accessModeSufficient", "textual"
    else:
        yield "accessModeSufficient", "textual,visual"
    for feature in ("tableOfContents", "readingOrder", "structuralNavigation", "displayTransformability"):
        yield "accessibilityFeature", feature
    if book.pictures and book.has_alt:
        yield "accessibilityFeature", "alternativeText"
    yield "accessibilityHazard", "none"


def _items(book: Book) -> Iterator[Markup]:
    yield _item("nav", _NAV, _XHTML, "nav")
    yield _item("style", _STYLE, "text/css")
    for chapter in book.chapters:
        yield _item(_id(chapter.name), chapter.name, _XHTML)
    for number, (name, (kind, _read)) in enumerate(sorted(book.pictures.items()), 1):
        yield _item(f"picture-{number}", f"{PICTURES}/{name}", kind)


def _item(name: str, href: str, kind: str, properties: str = "") -> Markup:
    more = Markup(' properties="{}"').format(properties) if properties else ""
    return Markup('<item id="{}" href="{}" media-type="{}"{}/>').format(name, href, kind, more)


def _nav(book: Book) -> str:
    entries = [
        Markup('<li><a href="{0}" lang="{2}" xml:lang="{2}">{1}</a></li>').format(one.name, one.title, one.language)
        for one in book.chapters
    ]
    title = Markup("<h1>{}</h1>").format(book.title)
    listed = Markup("<ol>\n{}\n</ol>").format(Markup("\n").join(entries))
    return _page(book.title, book, Markup('<nav epub:type="toc" role="doc-toc">\n{}\n{}\n</nav>').format(title, listed))


def _page(title: str, book: Book, content: Markup) -> str:
    opening = Markup(
        '<html xmlns="http://www.w3.org/1999/xhtml" xmlns:epub="http://www.idpf.org/2007/ops" '
        'lang="{0}" xml:lang="{0}" dir="{1}">\n'
        '<head>\n<title>{2}</title>\n<link rel="stylesheet" type="text/css" href="{3}"/>\n</head>'
    ).format(book.locale, book.direction, title, _STYLE)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE html>\n{opening}\n<body>\n{content}\n</body>\n</html>\n'


def _lines(parts: Iterable[Markup]) -> str:
    return "\n".join(parts)


def _id(name: str) -> str:
    return name.partition(".")[0]
