"""What languages are called where a person chooses one: each by its own name for itself."""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QLocale

from editor.i18n.direction import canonical_tag

# What Qt calls a language without a region after the region that it takes to be meant: "American English".
_WITHOUT_REGION = {"en": "English", "es": "Español"}
_SCRIPT = 4  # letters that the part of a tag has which names one (BCP 47)


@cache
def language_words(tag: str) -> str:
    """Return the language's own name, "Kiswahili"; with its region where the tag has one, else the tag itself.

    Taken from Qt's data: Babel's would have to be imported before the window shows, for the same names.
    """
    parts = canonical_tag(tag).split("-")
    name = _WITHOUT_REGION.get(parts[0], "")
    if not name:
        # Without the region, which "Österreichisches Deutsch" would name twice; that of zh-TW says the script.
        named = parts if parts[0] == "zh" else [parts[0], *(part for part in parts[1:2] if len(part) == _SCRIPT)]
        locale = QLocale("_".join(named))
        name = locale.nativeLanguageName() if locale.language() is not QLocale.Language.C else ""
    if not name:
        return tag
    name = name[0].upper() + name[1:]
    return f"{name} ({'-'.join(parts[1:])})" if len(parts) > 1 else name
