"""Which field of a picture's statement stands where in its file: one table, read by what writes and what reads back.

Source: IPTC Photo Metadata Standard 2025.1, its technical reference of XMP properties, IIM datasets and EXIF tags.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import Enum
from types import MappingProxyType

from editor.domain.statement import Statement

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
SPACES: Mapping[str, str] = MappingProxyType(
    {
        "dc": "http://purl.org/dc/elements/1.1/",
        "photoshop": "http://ns.adobe.com/photoshop/1.0/",
        "Iptc4xmpCore": "http://iptc.org/std/Iptc4xmpCore/1.0/xmlns/",
        "Iptc4xmpExt": "http://iptc.org/std/Iptc4xmpExt/2008-02-29/",
        "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
        "plus": "http://ns.useplus.org/ldf/xmp/1.0/",
    }
)
# The language of an alternative that stands for all others (XMP specification part 1, 8.2.2.4).
DEFAULT = "x-default"


class Form(Enum):
    """How XMP keeps a value."""

    TEXT = "text"
    ALTERNATIVES = "alternatives"
    LIST = "list"
    LICENSOR = "licensor"


@dataclass(frozen=True, slots=True)
class Dataset:
    """A dataset of IIM's record 2, and how many bytes it holds."""

    number: int
    most: int


@dataclass(frozen=True, slots=True)
class Field:
    """One line of the table. `name` is what the manifest calls it; `value` takes it from a statement.

    A value is text, or by language for `ALTERNATIVES`.
    """

    name: str
    space: str
    property: str
    value: Callable[[Statement], str | Mapping[str, str]]
    form: Form = Form.TEXT
    iim: Dataset | None = None
    exif: int | None = None


def _description(said: Statement) -> Mapping[str, str]:
    return dict(list(_alternatives(said).items())[:1])


def _alternatives(said: Statement) -> Mapping[str, str]:
    first = next(iter(said.alt.values()), "")
    return {DEFAULT: first, **said.alt} if first else {}


# There is no caption of an image itself, captions belong to articles: so the description is the alternative text.
FIELDS = (
    Field("source_type", "Iptc4xmpExt", "DigitalSourceType", lambda said: said.source_type),
    Field("ai_system", "Iptc4xmpExt", "AISystemUsed", lambda said: said.ai_system),
    Field("ai_system_version", "Iptc4xmpExt", "AISystemVersionUsed", lambda said: said.ai_system_version),
    Field("ai_prompt", "Iptc4xmpExt", "AIPromptInformation", lambda said: said.ai_prompt),
    Field("ai_prompt_writer", "Iptc4xmpExt", "AIPromptWriterName", lambda said: said.ai_prompt_writer),
    Field("description", "dc", "description", _description, Form.ALTERNATIVES, Dataset(120, 2000), 0x010E),
    Field("alt", "Iptc4xmpCore", "AltTextAccessibility", _alternatives, Form.ALTERNATIVES),
    Field("creator", "dc", "creator", lambda said: said.creator, Form.LIST, Dataset(80, 32), 0x013B),
    Field("credit", "photoshop", "Credit", lambda said: said.credit, iim=Dataset(110, 32)),
    Field(
        "rights",
        "dc",
        "rights",
        lambda said: {DEFAULT: said.rights} if said.rights else {},
        Form.ALTERNATIVES,
        Dataset(116, 128),
        0x8298,
    ),
    Field(
        "terms",
        "xmpRights",
        "UsageTerms",
        lambda said: {DEFAULT: said.terms} if said.terms else {},
        Form.ALTERNATIVES,
    ),
    Field("license_page", "xmpRights", "WebStatement", lambda said: said.license_page),
    Field("licensor", "plus", "Licensor", lambda said: said.licensor, Form.LICENSOR),
    Field("data_mining", "plus", "DataMining", lambda said: said.data_mining),
    Field("created", "photoshop", "DateCreated", lambda said: said.created),
)


def promise_of(said: Statement) -> dict[str, str | dict[str, str]]:
    """Return by field name what a file that carries `said` gives back when it is read; what is empty is left out."""
    values = ((field.name, field.value(said)) for field in FIELDS)
    return {name: value if isinstance(value, str) else dict(value) for name, value in values if value}
