"""A bundle of one article and its translations alone: their pages, what those show, and nothing that leads nowhere.

The pages are those of a whole export, byte for byte but for their links: one to a page that stays behind leads to the
public address of the site, or, where that is not known, is the words it stood on.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from html import escape, unescape
from urllib.parse import urljoin

from editor.core.jobs import JobContext
from editor.domain.derivative import Derivative, hash_in
from editor.domain.image import Image
from editor.domain.site_places import IMAGES, PAGE
from editor.publish.addresses import absolute, public_base
from editor.publish.bundle import BundleFile, ExportFormat, FileRole, Means, at_hand
from editor.publish.links import place_of

_TAG = re.compile(r"<(/?)(a|area|link|form)((?:\s+[a-z][a-z0-9-]*(?:=\"[^\"]*\")?)*)\s*/?>")
_ADDRESS = re.compile(r"\s(href|action)=\"([^\"]*)\"")
_SHOWN_BY = re.compile(r"\s(class|lang|dir|id)=\"[^\"]*\"")
_OUTSIDE = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_IMAGE = re.compile(rf"{IMAGES}/([\w.-]+)")


def files_of_one(
    kind: ExportFormat, means: Means, articles: Collection[str], context: JobContext
) -> Iterator[BundleFile]:
    """Yield what `kind` makes of `articles` (ids) alone, with the theme and the pictures that their pages show."""
    kept = _Kept()
    whole = replace(means, copies=lambda wanted, job: means.copies(kept.wanted(wanted), job))
    base = public_base(means.site.settings)
    theme: list[BundleFile] = []
    pictures: list[BundleFile] = []
    for file in kind.files(whole, context):
        if file.role is FileRole.THEME:
            theme.append(file)
        elif file.role is FileRole.IMAGE:
            pictures.append(file)
        elif file.article in articles:
            kept.take(file)
    shown = [file for file in pictures if file.path.rpartition("/")[2] in kept.names]
    paths = {file.path for file in (*theme, *shown, *kept.files)}
    if any(file.role is FileRole.PAGE for file in kept.files):
        yield from theme
    for file in kept.files:
        if file.role is FileRole.PAGE:
            html = alone(kept.made[file.path].decode(), file.path, paths, base)
            yield replace(file, make=at_hand(html.encode()), key=None)
        else:
            yield file
    yield from shown


def alone(html: str, page: str, paths: Collection[str], base: str) -> str:
    """Return the page `html` at bundle path `page` with no link to a file that is not among `paths`.

    `base` is the address of the site, or "".
    """
    is_open: list[str] = []

    def tag(found: re.Match[str]) -> str:
        is_end, name, attributes = found.groups()
        if is_end:
            return f"</{is_open.pop() if name == 'a' and is_open else name}>"
        changed = _led_outside(found[0], attributes, page, paths, base)
        if changed is None:
            changed = _without_link(name, attributes)
        if name == "a":
            is_open.append("span" if changed.startswith("<span") else "a")
        return changed

    return _TAG.sub(tag, html)


def _led_outside(tag: str, attributes: str, page: str, paths: Collection[str], base: str) -> str | None:
    """Return `tag` as it may stand, its address made public where it leads away; None where it can lead nowhere."""
    found = _ADDRESS.search(attributes)
    if found is None:
        return tag
    address = unescape(found[2])
    if _OUTSIDE.match(address) or address.startswith("#"):
        return tag
    target = place_of(page, address).partition("#")[0]
    if target in paths or f"{target}/{PAGE}".lstrip("/") in paths:
        return tag
    if not base:
        return None
    public = urljoin(absolute(base, page), address)
    if public.partition("#")[0].endswith(f"/{PAGE}"):
        public = public.replace(f"/{PAGE}", "/", 1)
    return tag.replace(found[0], f' {found[1]}="{escape(public)}"', 1)


def _without_link(name: str, attributes: str) -> str:
    if name == "a":
        return f"<span{''.join(found[0] for found in _SHOWN_BY.finditer(attributes))}>"
    return "" if name == "link" else f"<{name}{_ADDRESS.sub('', attributes)}>"


@dataclass
class _Kept:
    """The files of the articles with their bytes, and the names of the pictures that those speak of."""

    files: list[BundleFile] = field(default_factory=list)
    made: dict[str, bytes] = field(default_factory=dict)

    def take(self, file: BundleFile) -> None:
        """Keep a file of one of the articles."""
        self.files.append(file)

    @property
    def names(self) -> set[str]:
        """Return the names of the pictures that the pages speak of, those for machines among them."""
        for file in self.files:
            if file.role is FileRole.PAGE and file.path not in self.made:
                self.made[file.path] = file.make()
        return {name for data in self.made.values() for name in _IMAGE.findall(data.decode())}

    def wanted(self, asked: Iterable[tuple[Image, Sequence[Derivative]]]) -> list[tuple[Image, Sequence[Derivative]]]:
        """Return of the copies that a whole export asks for those that the pages speak of."""
        hashes = {hash_in(name) for name in self.names}
        return [
            (image, copies) for image, copies in asked if any(image.sha256.startswith(one) for one in hashes if one)
        ]
