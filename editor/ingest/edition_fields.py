"""Reads and writes the editions of a `newsroom.yaml`. Whatever the newsroom would refuse is refused at its line."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import asdict
from typing import TypeVar

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.edition_rules import check_sections, check_style
from editor.domain.settings import Consent, ConsentText, Edition
from editor.domain.site_places import check_edition_path, check_edition_paths
from editor.ingest.fields import Fields, languages_of
from editor.ingest.picture_words import without_empty

Said = TypeVar("Said")


def read_editions(said: Iterable[Fields]) -> tuple[Edition, ...]:
    """Return the editions that the mappings `said` describe, in their order; each has a locale and a place alone."""
    editions: list[Edition] = []
    for fields in said:
        edition = _edition(fields)
        if any(edition.locale == one.locale for one in editions):
            fields.refuse(
                "locale", say("There are two editions for “{locale}”.", locale=edition.locale), say("Keep one.")
            )
        if any(edition.path.casefold() == one.path.casefold() for one in editions):
            fields.refuse("base-path", say("Two editions would lie at “{path}”.", path=edition.path))
        seen(fields, "base-path", check_edition_paths, [one.path for one in (*editions, edition)])
        editions.append(edition)
    return tuple(editions)


def edition_values(edition: Edition) -> dict[str, object]:
    """Return what `newsroom.yaml` says of `edition`."""
    values = without_empty(
        {
            "locale": edition.locale,
            "name": edition.name,
            "base-path": edition.base_path,
            "house-style": edition.house_style,
            "display-zone": edition.display_zone,
            "sections": edition.sections,
        }
    )
    if edition.fallback is not None:
        values["fallback"] = edition.fallback
    words = without_empty(asdict(edition.consent_text))
    said = {"consent-text": words} if words else {}
    about = {"about": edition.about} if edition.about else {}
    return {**values, "consent": edition.consent.value, **said, **about, **edition.extra}


def seen(fields: Fields, key: str, check: Callable[[Said], None], said: Said) -> None:
    """Refuse at the line of `key` what the newsroom itself would refuse."""
    try:
        check(said)
    except UserError as error:
        fields.refuse(key, error.message, error.hint)


def _edition(fields: Fields) -> Edition:
    locale = fields.language("locale")
    if not locale:
        fields.refuse("locale", say("An edition needs its locale."), say("Add a line such as “locale: sw”."))
    base_path = fields.text("base-path")
    seen(fields, "base-path" if base_path else "locale", check_edition_path, base_path or locale)
    has_fallback = fields.node("fallback") is not None
    fallback = _chain(locale, languages_of(fields, "fallback")) if has_fallback else None
    house_style = fields.language("house-style")
    seen(fields, "house-style", lambda style: check_style(locale, style), house_style)
    sections = tuple(dict.fromkeys(fields.texts("sections")))
    seen(fields, "sections", check_sections, sections)
    words, strange = _consent_text(fields)
    return Edition(
        locale=locale,
        name=fields.text("name"),
        base_path=base_path,
        house_style=house_style,
        display_zone=fields.zone("display-zone"),
        fallback=fallback,
        sections=sections,
        consent=fields.choice("consent", Consent, Consent.NONE),
        consent_text=words,
        about=fields.text("about"),
        extra={**fields.unknown(), **strange},
    )


def _chain(locale: str, tags: tuple[str, ...]) -> tuple[str, ...]:
    """Return `tags` as the newsroom takes them. An older one let a language stand twice, where it changes nothing."""
    return tuple(tag for place, tag in enumerate(tags) if tag not in tags[:place] and (not place or tag != locale))


def _consent_text(edition: Fields) -> tuple[ConsentText, dict[str, object]]:
    """Return the words of the notice, and what else stands there, each under its dotted path."""
    fields = edition.fields("consent-text")
    if fields is None:
        return ConsentText(), {}
    words = ConsentText(title=fields.text("title"), body=fields.text("body"), policy=fields.text("policy"))
    return words, {f"consent-text.{name}": value for name, value in fields.unknown().items()}
