"""What the files of a picture say about it once they leave the newsroom: the record's own words, fit to be written.

Built from the record alone; nothing that an original brought along is in here.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from editor.core.web_address import linked_page
from editor.domain.image import Image
from editor.domain.provenance import PLUS_VOCABULARY
from editor.domain.settings import PicturePrompts
from editor.domain.source_type import uri_of

# What XML 1.0 (2.2) cannot hold: control characters, halves of surrogate pairs, the two that are no characters.
_NOT_IN_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """The fields of IPTC Photo Metadata 2025.1 that we write. "" and empty say nothing and are left out.

    `source_type` is a full URI, or a foreign value verbatim. `alt` maps a BCP 47 tag to the text, never an empty one;
    its first language is the one that stands for readers of any other. `terms` are the licence in words, `license_page`
    is where it can be read and `licensor` where one is to be had if that is another page. `created` is a day or an
    instant in UTC (RFC 3339).
    """

    source_type: str = ""
    ai_system: str = ""
    ai_system_version: str = ""
    ai_prompt: str = ""
    ai_prompt_writer: str = ""
    alt: Mapping[str, str] = field(default_factory=dict)
    creator: str = ""
    credit: str = ""
    rights: str = ""
    terms: str = ""
    license_page: str = ""
    licensor: str = ""
    data_mining: str = ""
    created: str = ""


def statement_of(image: Image) -> Statement:
    """Return what the files of `image` say about it; a prompt too, unless `public_image` took it out."""
    is_linked = bool(linked_page(image.license))
    page = image.license_page.strip() if linked_page(image.license_page) else ""
    return Statement(
        source_type=_line(uri_of(image.source_type)),
        ai_system=_line(image.ai_system),
        ai_system_version=_line(image.ai_system_version),
        ai_prompt=_line(image.ai_prompt),
        ai_prompt_writer=_line(image.ai_prompt_writer) if image.ai_prompt else "",
        alt={language: text for language in sorted(image.alt) if (text := _line(image.alt[language]))},
        creator=_line(image.creator),
        credit=_line(image.credit),
        rights=_line(image.rights),
        terms="" if is_linked else _line(image.license),
        license_page=_line(image.license if is_linked else page),
        licensor=_line(page) if is_linked else "",
        data_mining=_line(f"{PLUS_VOCABULARY}{image.data_mining}" if image.data_mining else ""),
        created=image.generated_at,
    )


def public_image(image: Image, prompts: PicturePrompts) -> Image:
    """Return `image` as it may leave the newsroom: without its prompt, which may hold names, unless those go along."""
    return image if prompts is PicturePrompts.PUBLISHED or not image.ai_prompt else replace(image, ai_prompt="")


def _line(text: str) -> str:
    """Return `text` on one line, without what no XML can hold."""
    return " ".join(_NOT_IN_XML.sub(" ", text).split())
