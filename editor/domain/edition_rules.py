"""What an edition's own fields must be: the rules for what is typed, whoever typed it where.

Whether a tag is a language's at all is known to `i18n`, and where editions may lie to `site_places`.
"""

from __future__ import annotations

from collections.abc import Sequence

from editor.core.errors import UserError
from editor.core.messages import say


def check_chain(locale: str, fallback: Sequence[str]) -> None:
    """Raise `UserError` when the languages that stand in for `locale` lead in a circle.

    The edition's own language is tried before them all, so that it may stand first and nowhere else.
    """
    tried = {locale.casefold()}
    for place, tag in enumerate(fallback):
        if tag.casefold() == locale.casefold() and place:
            raise UserError(
                say(
                    "The languages lead in a circle: “{tag}” is the edition's own, and is tried first anyway.", tag=tag
                ),
                say("Leave it out of the list."),
            )
        if tag.casefold() in tried and tag.casefold() != locale.casefold():
            raise UserError(
                say("The languages lead in a circle: “{tag}” stands among them twice.", tag=tag),
                say("Leave it where it is better."),
            )
        tried.add(tag.casefold())


def check_style(locale: str, style: str) -> None:
    """Raise `UserError` when the house style `style` is of another language than the edition in `locale`."""
    if style and not may_write_in(locale, style):
        raise UserError(
            say(
                "The house style “{style}” is of another language than the edition, “{locale}”.",
                style=style,
                locale=locale,
            ),
            say("Choose one of its own language: for “en”, “en-US” would do."),
        )


def may_write_in(locale: str, style: str) -> bool:
    """Say whether the house style `style` is of the language of `locale`, in the same script."""
    languages, scripts = zip(*(_language_and_script(tag) for tag in (locale, style)), strict=True)
    return len(set(languages)) == 1 and len(set(filter(None, scripts))) <= 1


def check_sections(sections: Sequence[str]) -> None:
    """Raise `UserError` when a section stands among `sections` twice, or one has spaces around it."""
    for place, name in enumerate(sections):
        if name in sections[:place]:
            raise UserError(say("The section “{name}” is named twice.", name=name), say("Keep one."))
        if name != name.strip():
            what = say("The section “{name}” begins or ends with a space.", name=name)
            raise UserError(what, say("Take the space out."))


def _language_and_script(tag: str) -> tuple[str, str]:
    parts = tag.casefold().split("-")
    return parts[0], next((part for part in parts[1:2] if len(part) == 4 and part.isalpha()), "")
