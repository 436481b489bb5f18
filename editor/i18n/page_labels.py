"""The labels of one locale as somebody goes through them: what is shipped, what is the newsroom's, what is read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from functools import cache

from editor.core.errors import FileError
from editor.core.messages import Message, say
from editor.domain.page_label import PageLabel, PageLabels, with_label
from editor.i18n.catalogs import PAGE, SOURCE_LANGUAGE, catalog_path, languages_of
from editor.i18n.label_places import place_of
from editor.i18n.page_words import check_label, own_words, page_english, page_words
from editor.i18n.po_file import Entry, read_po, write_po
from editor.i18n.tags import canonical_tag, fallbacks

# How an entry of a shipped catalog says that no native reader has seen it.
DRAFT_NOTE = "Draft"
_MOST_TEXTS = 5000


class State(StrEnum):
    """How far one label is."""

    MISSING = "missing"
    DRAFT = "draft"
    CHANGED = "changed"
    REVIEWED = "reviewed"


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelRow:
    """One label. `shipped` are the words without the newsroom's, "" where readers would see the English."""

    key: str
    english: str
    shipped: str
    state: State
    own: PageLabel | None = None

    @property
    def text(self) -> str:
        """Return the words that readers see."""
        return self.own.text if self.own else self.shipped or self.english


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenLabels:
    """What came of a file: the labels with those of it, how many are new, and what was left out, a sentence each."""

    labels: PageLabels
    count: int
    left_out: tuple[Message, ...] = ()


def label_rows(labels: PageLabels, locale: str) -> tuple[LabelRow, ...]:
    """Return every label of `locale`, in the order of the list."""
    own = labels.get(locale, {})
    others = {tag: words for tag, words in labels.items() if tag != locale}
    shipped = page_words(locale, own_words(others, locale))
    return tuple(_row(key, english, shipped[key], locale, own.get(key)) for key, english in page_english().items())


def reviewed_count(rows: Iterable[LabelRow]) -> int:
    """Return how many of `rows` somebody has read and found right."""
    return sum(row.state is State.REVIEWED for row in rows)


def with_text(labels: PageLabels, locale: str, row: LabelRow, text: str) -> PageLabels:
    """Return `labels` with these words for the label of `row`: a draft again; "" gives it back to what is shipped."""
    if not text.strip() or (text == row.shipped and row.own is None):
        return with_label(labels, locale, row.key, None)
    if row.own is not None and row.own.text == text:
        return labels
    return with_label(labels, locale, row.key, PageLabel(text=text, english=row.english))


def with_review(labels: PageLabels, locale: str, row: LabelRow, person: str, at: datetime) -> PageLabels:
    """Return `labels` with the words of `row` as `person` has approved them; they hold from now on."""
    label = PageLabel(text=row.text, english=row.english, reviewed_by=person, reviewed_at=at)
    return with_label(labels, locale, row.key, label)


def without_review(labels: PageLabels, locale: str, row: LabelRow) -> PageLabels:
    """Return `labels` with the words of `row` as a draft again."""
    if row.own is None or row.own.text == row.shipped:
        return with_label(labels, locale, row.key, None)
    return with_label(labels, locale, row.key, PageLabel(text=row.own.text, english=row.english))


def labels_po(labels: PageLabels, locale: str, notes: Iterable[str] = ()) -> str:
    """Return the labels of `locale` as a PO file: what is not reviewed is marked fuzzy ("needs work" in Poedit)."""
    entries = [
        Entry(
            row.key,
            row.english,
            forms=(row.own.text if row.own else row.shipped,),
            hints=(str(place_of(row.key).where),),
            notes=_review_note(row.own),
            is_fuzzy=row.state in {State.DRAFT, State.CHANGED},
        )
        for row in label_rows(labels, locale)
    ]
    return write_po(entries, locale, notes)


def labels_from_po(data: bytes, labels: PageLabels, locale: str, person: str, at: datetime) -> TakenLabels:
    """Return `labels` with what the PO file `data` has for `locale`; what is not fuzzy there was reviewed by `person`.

    Words written for another English are taken and wait for a look. Raises `FileError` with the line for what is no PO
    file, or is one of another language or program.
    """
    count = data.count(b"\nmsgid ") + data.startswith(b"msgid ")
    if count > _MOST_TEXTS:
        raise FileError(
            say("The file holds {n} texts, and a page has {few} labels.", n=count, few=len(page_english())),
            say("Choose the file of the page's labels, not that of a whole program."),
        )
    file = read_po(data)
    _check_language(file.head("Language"), locale)
    rows = {row.key: row for row in label_rows(labels, locale)}
    found = {key: entry for (key, _), entry in file.entries.items() if key in rows}
    if not found:
        raise FileError(
            say("None of its texts is a label of a page."),
            say("Save the labels as a PO file first, and have that one translated."),
        )
    taken, changed, left_out = labels, 0, []
    for key, entry in found.items():
        if not (text := entry.forms[0]):
            continue
        if wrong := check_label(key, text):
            left_out.append(say("Line {line}, “{text}”: {wrong}", line=entry.line, text=text[:60], wrong=wrong[0]))
            continue
        label = _label_of(entry, text, rows[key], person, at)
        if label != rows[key].own:
            taken, changed = with_label(taken, locale, key, label), changed + 1
    if unknown := len(file.entries) - len(found):
        left_out.append(say("Texts that are no labels of a page: {n}.", n=unknown))
    return TakenLabels(labels=taken, count=changed, left_out=tuple(left_out))


def _row(key: str, english: str, word: object, locale: str, own: PageLabel | None) -> LabelRow:
    is_lacking = getattr(word, "language", "") != locale and locale != SOURCE_LANGUAGE
    if own is not None:
        state = State.CHANGED if own.english != english else State.REVIEWED if own.is_reviewed else State.DRAFT
    elif is_lacking:
        state = State.MISSING
    else:
        state = State.REVIEWED if key in _shipped_reviewed(locale) else State.DRAFT
    return LabelRow(key=key, english=english, shipped="" if is_lacking else str(word), state=state, own=own)


def _label_of(entry: Entry, text: str, row: LabelRow, person: str, at: datetime) -> PageLabel | None:
    """Return the label of `entry`; what it already is where nothing is new about it."""
    is_same = text == row.text and entry.english == row.english
    if is_same and entry.is_fuzzy == (row.state is not State.REVIEWED):
        return row.own
    if entry.is_fuzzy:
        return PageLabel(text=text, english=entry.english)
    return PageLabel(text=text, english=entry.english, reviewed_by=person, reviewed_at=at)


def _review_note(own: PageLabel | None) -> tuple[str, ...]:
    if own is None or not own.is_reviewed:
        return ()
    return (f"{own.reviewed_by}, {own.reviewed_at:%Y-%m-%d}" if own.reviewed_at else own.reviewed_by,)


def _check_language(said: str, locale: str) -> None:
    wanted = {tag.partition("-")[0] for tag in fallbacks(locale)}
    if said and canonical_tag(said).partition("-")[0] not in wanted:
        raise FileError(
            say("The file is in “{found}”, and these are the labels in “{locale}”.", found=said, locale=locale),
            say("Choose that language first, or another file."),
        )


@cache
def _shipped_reviewed(locale: str) -> frozenset[str]:
    """Return the keys whose shipped words a native reader has gone through."""
    language = next((tag for tag in fallbacks(locale) if tag in languages_of(PAGE)), "")
    if not language:
        return frozenset()
    file = read_po(catalog_path(PAGE, language).read_bytes())
    if not file.is_reviewed:
        return frozenset()
    return frozenset(
        entry.context for entry in file.entries.values() if not any(note.startswith(DRAFT_NOTE) for note in entry.notes)
    )
