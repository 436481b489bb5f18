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
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cache
from pathlib import Path

from babel.messages.extract import extract_from_file
from babel.messages.pofile import read_po
from jinja2 import Environment, nodes

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from editor.i18n.catalogs import PAGE, SOURCE_LANGUAGE, STUDIO  # noqa: E402
from editor.i18n.plurals import rule_for  # noqa: E402
from editor.i18n.qt_texts import QT_CONTEXT, QT_TEXTS  # noqa: E402

LOCALE = ROOT / "resources" / "locale"
KEYWORDS = {"tr": None, "ntr": (1, 2), "say": None, "nsay": (1, 2)}
PLACE = re.compile(r"\{[^{}]*\}|%(?:n|\d)")


@dataclass(frozen=True)
class Entry:
    """One message: where it stands, its English, its translation, and the translator's comments."""

    context: str
    english: str
    plural: str = ""
    forms: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def key(self) -> tuple[str, str]:
        return self.context, self.english

    @property
    def is_translated(self) -> bool:
        return bool(self.forms) and all(self.forms)


@dataclass(frozen=True)
class PoFile:
    """A catalog as it lies on disk."""

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
    return [replace(entry, forms=(), notes=()) for entry in read(po_path(PAGE, SOURCE_LANGUAGE)).entries.values()]


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


def read(path: Path) -> PoFile:
    """Return the catalog at `path`; an empty one when it is not there."""
    if not path.is_file():
        return PoFile()
    with path.open("rb") as stream:
        catalog = read_po(stream, abort_invalid=True)
    entries = {}
    for message in catalog:
        if not message.id or message.fuzzy:
            continue
        one, many = message.id if isinstance(message.id, (tuple, list)) else (message.id, "")
        forms = tuple(message.string) if isinstance(message.string, (tuple, list)) else (message.string or "",)
        entry = Entry(message.context or "", one, many, forms, (), tuple(message.user_comments))
        entries[entry.key] = entry
    notes = tuple(line.removeprefix("#").strip() for line in catalog.header_comment.splitlines())
    return PoFile(entries, notes, "X-Reviewed: yes" in path.read_text(encoding="utf-8"))


def merged(wanted: Iterable[Entry], present: PoFile, tag: str) -> list[Entry]:
    """Return `wanted` with the translations and notes that `present` has for them."""
    found = []
    for entry in wanted:
        old = present.entries.get(entry.key)
        count = rule_for(tag).forms if entry.plural else 1
        forms = old.forms if old else ()
        forms = tuple(forms[:count]) + ("",) * (count - len(forms))
        found.append(replace(entry, forms=forms, notes=old.notes if old else ()))
    return found


def written(entries: Iterable[Entry], tag: str, notes: Iterable[str], *, reviewed: bool) -> str:
    """Return the text of a .po file (of the .pot file for the tag ""). Holds no date: same content, same bytes."""
    header = {
        "Project-Id-Version": "Makala",
        "Language": tag,
        "MIME-Version": "1.0",
        "Content-Type": "text/plain; charset=UTF-8",
        "Content-Transfer-Encoding": "8bit",
    }
    if tag:
        header["Plural-Forms"] = rule_for(tag).header
        header["X-Reviewed"] = "yes" if reviewed else "no"
    lines = [*(f"# {note}".rstrip() for note in notes), 'msgid ""', 'msgstr ""']
    lines += [quoted(f"{name}: {value}\n") for name, value in header.items()]
    return "\n".join([*lines, *(line for entry in entries for line in ("", *entry_lines(entry)))]) + "\n"


def entry_lines(entry: Entry) -> Iterator[str]:
    yield from (f"# {note}" for note in entry.notes)
    yield from (f"#: {place}" for place in entry.places)
    if entry.context:
        yield f"msgctxt {quoted(entry.context)}"
    yield f"msgid {quoted(entry.english)}"
    if entry.plural:
        yield f"msgid_plural {quoted(entry.plural)}"
        yield from (f"msgstr[{n}] {quoted(form)}" for n, form in enumerate(entry.forms or ("", "")))
    else:
        yield f"msgstr {quoted(entry.forms[0] if entry.forms else '')}"


def quoted(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n").replace("\t", "\\t") + '"'


def problems(entries: Iterable[Entry], name: str) -> Iterator[str]:
    """Yield what does not fit in translations: places such as {name} and %1, spaces at the ends, form of Unicode."""
    for entry in entries:
        for number, form in enumerate(entry.forms):
            if not form:
                continue
            where = f"{name}: {entry.english!r}"
            expected = places_of(entry.plural or entry.english)
            found = places_of(form)
            # Of a phrase that counts, a form for one number alone may say it in a word: "moja" for "{n}".
            if found != expected and not (
                entry.plural and found == expected - {"{n}"} and number < len(entry.forms) - 1
            ):
                yield f"{where}: places {sorted(found)} instead of {sorted(expected)}"
            if form != unicodedata.normalize("NFC", form):
                yield f"{where}: not in NFC"
            if (form[:1].isspace(), form[-1:].isspace()) != (entry.english[:1].isspace(), entry.english[-1:].isspace()):
                yield f"{where}: other spaces at its ends"


def places_of(text: str) -> set[str]:
    return set(PLACE.findall(text))


def catalogs() -> Iterator[tuple[Path, str, list[Entry]]]:
    """Yield (path, text, entries) of every file as it should be."""
    wanted: dict[str, Iterable[Entry]] = {STUDIO: studio_entries(), PAGE: page_entries()}
    yield (
        LOCALE / "studio.pot",
        written(wanted[STUDIO], "", ["The application's words, extracted from the code."], reviewed=False),
        list(wanted[STUDIO]),
    )
    for folder in sorted(path for path in LOCALE.iterdir() if path.is_dir()):
        for domain, entries in wanted.items():
            path = po_path(domain, folder.name)
            if path.is_file():
                present = read(path)
                full = merged(entries, present, folder.name)
                yield path, written(full, folder.name, present.notes, reviewed=present.reviewed), full


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
        wrong += problems(entries, name)
        if options.check and not is_current(path, entries):
            wrong.append(f"{name}: out of date; run packaging/catalogs.py")
        if not options.check and (not path.is_file() or path.read_text(encoding="utf-8") != text):
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {name}")
        if path.suffix == ".po" and (lacking := sum(not entry.is_translated for entry in entries)):
            print(f"{name}: {lacking} of {len(entries)} not translated")
    print(*wrong, sep="\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
