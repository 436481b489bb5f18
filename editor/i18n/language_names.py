"""What languages are called in the language of another: "Swahili", "Kiswahili", "السواحلية"."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache


def joined_names(tags: Iterable[str], shown_in: str) -> str:
    """Return the names of the languages of `tags` one after the other, in the language of the tag `shown_in`."""
    return ("، " if shown_in.partition("-")[0] in {"ar", "fa", "ur"} else ", ").join(
        name_of(tag, shown_in) for tag in tags
    )


@cache
def name_of(tag: str, shown_in: str) -> str:
    """Return what the language of `tag` is called in that of `shown_in`, with its region; `tag` where nobody knows.

    Source: CLDR, by Babel, which is imported when the first name is asked for.
    """
    from babel import Locale
    from babel.core import UnknownLocaleError

    from editor.i18n.house_styles import babel_locale

    try:
        locale = Locale.parse(tag.replace("-", "_"))
        return locale.get_display_name(babel_locale(shown_in)) or tag
    except (UnknownLocaleError, ValueError):
        return tag
