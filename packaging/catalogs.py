"""Brings the gettext catalogs up to date with the code, in one extraction run over Python, templates and Qt's texts.

    python packaging/catalogs.py            write studio.pot and every .po file anew, translations kept
    python packaging/catalogs.py --check    change nothing; exit 1 when something is out of date or does not fit
    python packaging/catalogs.py --missing sw    print what a language still lacks, as a .po file to fill in

Two domains. `studio` is the application: English stands in the code, marked by `tr`, `ntr`, `say` and `nsay`. `page` is
the furniture of the published page: its list is `resources/locale/en/LC_MESSAGES/page.po` (context = key, msgid =
English); a new word is added there by hand, and this program carries it into the other languages.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_file
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from editor.core.errors import FileError  # noqa: E402
from editor.i18n.catalogs import PAGE, SOURCE_LANGUAGE, STUDIO  # noqa: E402
from editor.i18n.label_places import place_of  # noqa: E402
from editor.i18n.plurals import rule_for  # noqa: E402
from editor.i18n.po_file import Entry, entry_lines, read_po, write_po  # noqa: E402
from editor.i18n.qt_texts import QT_CONTEXT, QT_TEXTS  # noqa: E402
from editor.i18n.wording import check_forms, check_words  # noqa: E402

LOCALE = ROOT / "resources" / "locale"
KEYWORDS = {"tr": None, "ntr": (1, 2), "say": None, "nsay": (1, 2)}


@dataclass(frozen=True)
class Present:
    """A catalog as it lies on disk; a merge may have made two of one entry, of which the translated one counts."""

    entries: Mapping[tuple[str, str], Entry] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    reviewed: bool = False


def po_path(domain: str, tag: str) -> Path:
    return LOCALE / tag / "LC_MESSAGES" / f"{domain}.po"


@cache
def studio_entries() -> tuple[Entry, ...]:
    """Return the application's messages in a stable order: by the first file they stand in, then by English."""
    places: dict[tuple[str, str], set[str]] = {}
    for path in sorted((ROOT / "editor").rglob("*.py")):
        for _, message, _, _ in extract_from_file("python", path, keywords=KEYWORDS):
            one, many = message if isinstance(message, tuple) else (message, "")
            places.setdefault((one, many or ""), set()).add(path.relative_to(ROOT).as_posix())
    plural_of = {one: many for one, many in places if many}
    for one, many in list(places):
        if not many and one in plural_of:  # said with and without a number: one entry serves both
            places[one, plural_of[one]] |= places.pop((one, many))
    found = [Entry("", one, many, (), tuple(sorted(where))) for (one, many), where in places.items()]
    found.sort(key=lambda entry: (entry.places[0], entry.english))
    return (*found, *(Entry(QT_CONTEXT, text) for text in dict.fromkeys(QT_TEXTS)))


def page_entries() -> list[Entry]:
    """Return the furniture's words, in the order of the English catalog."""
    listed = read(po_path(PAGE, SOURCE_LANGUAGE)).entries.values()
    return [replace(entry, forms=(), notes=(), hints=(str(place_of(entry.context).where),)) for entry in listed]


def page_keys() -> dict[str, set[str]]:
    """Return each key of the furniture that a template names (`words.related`), with the templates that do."""
    found: dict[str, set[str]] = {}
    for path in sorted((ROOT / "resources" / "templates").rglob("*.html")):
        tree = Environment(autoescape=True).parse(path.read_text(encoding="utf-8"))
        for node in tree.find_all(nodes.Getattr):
            if isinstance(node.node, nodes.Name) and node.node.name == "words":
                found.setdefault(node.attr, set()).add(path.relative_to(ROOT).as_posix())
    return found


def unknown_words() -> list[str]:
    """Return what is wrong with the words that templates name."""
    known = {entry.context for entry in page_entries()}
    return [f"{', '.join(sorted(where))}: no word {key!r}" for key, where in page_keys().items() if key not in known]


def read(path: Path) -> Present:
    """Return the catalog at `path`; an empty one when it is not there."""
    if not path.is_file():
        return Present()
    try:
        file = read_po(path.read_bytes(), may_repeat=True)
    except FileError as error:
        raise SystemExit(f"{path}:{error.line}: {error}") from error
    return Present(file.entries, file.notes, file.is_reviewed)


def merged(wanted: Iterable[Entry], present: Present, tag: str) -> list[Entry]:
    """Return `wanted` with the translations and notes that `present` has for them."""
    found = []
    for entry in wanted:
        old = present.entries.get(entry.key)
        count = rule_for(tag).forms if entry.plural else 1
        forms = old.forms if old else ()
        forms = tuple(forms[:count]) + ("",) * (count - len(forms))
        notes, is_fuzzy = (old.notes, old.is_fuzzy) if old else ((), False)
        found.append(replace(entry, forms=forms, notes=notes, is_fuzzy=is_fuzzy))
    return found


def problems(entries: Iterable[Entry], name: str, tag: str) -> Iterator[str]:
    """Yield what does not fit in the translations of one file, each with its place and its English."""
    for entry in entries:
        if entry.plural:
            wrong = check_forms(entry.forms, entry.english, entry.plural, tag)
        else:
            has_keys = entry.context == QT_CONTEXT
            wrong = [one for form in entry.forms if form for one in check_words(form, entry.english, has_keys=has_keys)]
        yield from (f"{name}{f':{entry.line}' if entry.line else ''}: {entry.english!r}: {one}" for one in wrong)


def broken(path: Path) -> list[str]:
    """Return in a sentence why the file at `path` cannot be read by everybody, with its line; nothing when it can."""
    try:
        read_po(path.read_bytes())
    except FileError as error:
        return [f"{path.relative_to(ROOT).as_posix()}:{error.line}: {error}"]
    return []


def catalogs() -> Iterator[tuple[Path, str, list[Entry]]]:
    """Yield (path, text, entries) of every file as it should be."""
    wanted: dict[str, Iterable[Entry]] = {STUDIO: studio_entries(), PAGE: page_entries()}
    yield (
        LOCALE / "studio.pot",
        write_po(wanted[STUDIO], "", ["The application's words, extracted from the code."]),
        list(wanted[STUDIO]),
    )
    for folder in sorted(path for path in LOCALE.iterdir() if path.is_dir()):
        for domain, entries in wanted.items():
            path = po_path(domain, folder.name)
            if path.is_file():
                present = read(path)
                full = merged(entries, present, folder.name)
                yield path, write_po(full, folder.name, present.notes, is_reviewed=present.reviewed), full


def is_current(path: Path, entries: Iterable[Entry]) -> bool:
    """Say whether the file at `path` holds just these messages, wherever in the code they stand."""
    present = read(path).entries.values()
    return {(*entry.key, entry.plural) for entry in present} == {(*entry.key, entry.plural) for entry in entries}


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--check", action="store_true", help="change nothing; exit 1 when something is out of date")
    parser.add_argument("--missing", metavar="TAG", help="print what the application lacks in this language")
    options = parser.parse_args()
    if options.missing:
        lacking = [
            e
            for e in merged(studio_entries(), read(po_path(STUDIO, options.missing)), options.missing)
            if not e.is_translated
        ]
        print("\n".join(line for entry in lacking for line in ("", *entry_lines(entry))))
        return 0
    wrong = unknown_words()
    for path, text, entries in catalogs():
        name = path.relative_to(ROOT).as_posix()
        wrong += broken(path) if options.check and path.is_file() else []
        wrong += problems(read(path).entries.values(), name, path.parent.parent.name)
        if options.check and not is_current(path, entries):
            wrong.append(f"{name}: out of date; run packaging/catalogs.py")
        if not options.check and (not path.is_file() or path.read_text(encoding="utf-8") != text):
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {name}")
        if path.suffix == ".po" and (lacking := sum(not entry.is_translated or entry.is_fuzzy for entry in entries)):
            print(f"{name}: {lacking} of {len(entries)} not translated")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
