"""Reads and writes `newsroom.yaml`: what a newsroom is set to, and the pictures that no article of it uses."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from dataclasses import fields as fields_of

from editor.core.messages import Message, say
from editor.domain.house_style import HouseStyle
from editor.domain.image import Image
from editor.domain.settings import NewsroomSettings, PictureBadge, PicturePrompts, Publisher
from editor.domain.site_places import check_base_address
from editor.domain.spelling import WORDS
from editor.domain.version import VersionRule
from editor.i18n.style_check import check_style
from editor.i18n.tags import canonical_tag, is_language_tag
from editor.ingest.check_fields import CHECKS, check_fields, read_checks
from editor.ingest.draft import PictureNote
from editor.ingest.edition_fields import edition_values, read_editions, seen
from editor.ingest.fields import ELSEWHERE, Fields, unknown_keys
from editor.ingest.label_fields import LABELS, label_fields, read_labels
from editor.ingest.picture_words import read_picture, without_empty, write_picture
from editor.ingest.yaml_text import read_yaml
from editor.ingest.yaml_writing import write_yaml

FILE = "newsroom.yaml"
VERSION = "1"

# A picture that no article uses has no language of its own; its alt texts are written with their tags.
_NO_LANGUAGE = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsroomFile:
    """What one `newsroom.yaml` says. `section_lines` tells by locale on which line an edition names its sections."""

    settings: NewsroomSettings
    section_lines: Mapping[str, int]
    pictures: tuple[PictureNote, ...] = ()
    warnings: tuple[Message, ...] = ()


def read_newsroom(text: str, *, name: str, zone: str) -> NewsroomFile:
    """Return what `text` (LF line ends) says; `name` and `zone` stand in where it names none.

    Raises `FileError` with the line for whatever cannot be understood.
    """
    top = Fields(read_yaml(text))
    version = top.text("makala")
    if version not in {"", VERSION}:
        top.refuse("makala", say("This is a newsroom file of version {version}; this Makala reads 1.", version=version))
    elsewhere: dict[str, object] = {}
    publisher = top.fields("publisher")
    said = top.list_of_fields("editions")
    editions = read_editions(said)
    settings = NewsroomSettings(
        name=top.text("name") or name,
        base_url=_base_url(top),
        publisher=_publisher(publisher, elsewhere) if publisher else Publisher(),
        privacy_policy_url=top.text("privacy-policy-url"),
        analytics_url=top.text("analytics-url"),
        display_zone=top.zone("display-zone") or zone,
        version_rule=top.choice("versions", VersionRule, VersionRule.ALL),
        picture_badge=top.choice("picture-badge", PictureBadge, PictureBadge.NONE),
        picture_prompts=top.choice("picture-prompts", PicturePrompts, PicturePrompts.KEPT),
        theme=top.text("theme"),
        editions=editions,
        house_styles=_styles(top, elsewhere),
        page_labels=read_labels(top, elsewhere),
        checks=read_checks(top, elsewhere),
    )
    pictures = tuple(read_picture(one, _NO_LANGUAGE) for one in top.list_of_fields("images"))
    extra = top.unknown()
    unknown = [*(extra.keys() - {ELSEWHERE, WORDS}), *elsewhere]
    unknown += [f"editions.{one.locale}.{name}" for one in settings.editions for name in one.extra]
    if elsewhere:
        kept = extra.get(ELSEWHERE)
        extra[ELSEWHERE] = {**(kept if isinstance(kept, dict) else {}), **elsewhere}
    return NewsroomFile(
        settings=replace(settings, extra=extra),
        section_lines={one.locale: fields.line_of("sections") for one, fields in zip(editions, said, strict=True)},
        pictures=pictures,
        warnings=(*top.doubts.values(), *((unknown_keys(unknown),) if unknown else ())),
    )


def write_newsroom(settings: NewsroomSettings, images: Iterable[Image], path_of: Callable[[Image], str]) -> str:
    """Return the `newsroom.yaml` of a newsroom; `images` are those that no article uses, in the order to write them."""
    publisher = settings.publisher
    values = {
        "name": settings.name,
        "base-url": settings.base_url,
        "publisher": without_empty({one.name: getattr(publisher, one.name) for one in fields_of(publisher)}),
        "privacy-policy-url": settings.privacy_policy_url,
        "analytics-url": settings.analytics_url,
        "display-zone": settings.display_zone,
        "versions": "" if settings.version_rule is VersionRule.ALL else settings.version_rule.value,
        "picture-badge": "" if settings.picture_badge is PictureBadge.NONE else settings.picture_badge.value,
        "picture-prompts": "" if settings.picture_prompts is PicturePrompts.KEPT else settings.picture_prompts.value,
        "theme": settings.theme,
        "editions": [edition_values(edition) for edition in settings.editions],
        "house-styles": {tag: _style_values(style) for tag, style in sorted(settings.house_styles.items())},
        LABELS: label_fields(settings.page_labels),
        CHECKS: check_fields(settings.checks),
        "images": [write_picture(image, _NO_LANGUAGE, file=path_of(image)) for image in images],
    }
    return "makala: 1\n" + write_yaml({**without_empty(values, keep={"name"}), **settings.extra})


def _base_url(top: Fields) -> str:
    said = top.text("base-url")
    seen(top, "base-url", check_base_address, said)
    return said


def _publisher(fields: Fields, elsewhere: dict[str, object]) -> Publisher:
    publisher = Publisher(
        name=fields.text("name"),
        url=fields.text("url"),
        logo=fields.text("logo"),
        policies=fields.text("policies"),
    )
    elsewhere.update({f"publisher.{name}": value for name, value in fields.unknown().items()})
    return publisher


def _styles(top: Fields, elsewhere: dict[str, object]) -> dict[str, HouseStyle]:
    styles: dict[str, HouseStyle] = {}
    for tag, fields in top.named_fields("house-styles").items():
        if not is_language_tag(tag):
            fields.refuse("long", say("“{value}” is no language tag.", value=tag))
        if canonical_tag(tag) in styles:
            what = say("There are two house styles for “{locale}”.", locale=canonical_tag(tag))
            fields.refuse("long", what, say("Keep one."))
        styles[canonical_tag(tag)] = _style(fields, canonical_tag(tag))
        elsewhere.update({f"house-styles.{tag}.{name}": value for name, value in fields.unknown().items()})
    return styles


def _style(fields: Fields, tag: str) -> HouseStyle:
    style = HouseStyle(
        long=fields.text("long"),
        medium=fields.text("medium"),
        date=fields.text("date"),
        months=fields.texts("months"),
        weekdays=fields.texts("weekdays"),
        digits=fields.text("digits"),
        calendar=fields.text("calendar"),
        quotes=fields.texts("quotes"),
        signs=fields.texts("signs"),
        joins=fields.texts("joins"),
    )
    for mistake in check_style(style, tag):
        fields.refuse(mistake.of, mistake.message, mistake.hint)
    return style


def _style_values(style: HouseStyle) -> dict[str, object]:
    return without_empty({one.name: getattr(style, one.name) for one in fields_of(style)})
