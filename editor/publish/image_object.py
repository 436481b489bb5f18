"""What a page says of its pictures to machines: schema.org's ImageObject, made of the image's one record.

The mapping is that of the IPTC Photo Metadata Standard 2025.1 to schema.org, as search engines read it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from editor.core.web_address import linked_page
from editor.domain.derivative import Derivative
from editor.domain.image import Image
from editor.domain.settings import NewsroomSettings
from editor.domain.source_type import SOURCE_TYPES, term_of, uri_of
from editor.publish.addresses import absolute, public_base
from editor.publish.pictures import path_in_bundle, whole

# Members that schema.org's DigitalSourceEnumeration lacks (its terms of 2024): the IPTC URI stands alone.
_NOT_IN_SCHEMA = frozenset({"humanEdits", "digitalCreation"})


def image_objects(
    images: Iterable[Image], settings: NewsroomSettings, copies: Callable[[Image], Iterable[Derivative]] = whole
) -> list[dict[str, Any]]:
    """Return an ImageObject for each of the `copies` of each of `images`, each once; none without a public address."""
    base = public_base(settings)
    once = {image.id: image for image in images if image.has_file}
    return [_image_object(image, copy, base, settings) for image in once.values() for copy in copies(image) if base]


def source_types(value: str) -> list[str]:
    """Return schema.org's member and the IPTC URI of a term, what there is of them; none for a foreign value.

    Both, for readers of pages disagree about which of them they take (`provenance`, section 1.3).
    """
    term = term_of(value)
    entry = SOURCE_TYPES.get(term)
    if entry is None:
        return []
    if term in _NOT_IN_SCHEMA or not entry.is_active:
        return [uri_of(term)]
    return [f"https://schema.org/{term[0].upper()}{term[1:]}DigitalSource", uri_of(term)]


def _image_object(image: Image, copy: Derivative, base: str, settings: NewsroomSettings) -> dict[str, Any]:
    page = linked_page(image.license_page)
    plain = {
        "@type": "ImageObject",
        "contentUrl": absolute(base, path_in_bundle(copy)),
        "width": copy.width,
        "height": copy.height,
        "creditText": image.credit.strip(),
        "creator": _creator(image.creator.strip(), settings),
        "copyrightNotice": image.rights.strip(),
        "license": linked_page(image.license) or page,
        "acquireLicensePage": page,
        "dateCreated": image.generated_at,
        "digitalSourceType": source_types(image.source_type),
    }
    return {key: value for key, value in plain.items() if value}


def _creator(name: str, settings: NewsroomSettings) -> dict[str, str]:
    is_desk = name in {settings.name, settings.publisher.name}
    return {"@type": "Organization" if is_desk else "Person", "name": name} if name else {}
