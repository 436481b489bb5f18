"""What languages are called where a person chooses one: each by its own name for itself."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale

from editor.i18n.direction import canonical_tag


@cache
def language_words(tag: str) -> str:
    """Return the language's own name, "Kiswahili"; with its region where the tag has one, else the tag itself.

    Taken from Qt's data: Babel's would have to be imported before the window shows, for the same names.
    """
    parts = canonical_tag(tag).split("-")
    if parts[0] == "en":
        name = "English"
    else:
        locale = QLocale(tag.replace("-", "_"))
        name = locale.nativeLanguageName() if locale.language() is not QLocale.Language.C else ""
    if not name:
        return tag
    name = name[0].upper() + name[1:]
    return f"{name} ({'-'.join(parts[1:])})" if len(parts) > 1 else name
