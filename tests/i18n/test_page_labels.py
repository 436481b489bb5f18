"""Labels as somebody goes through them: their states, their review, and the way to a translator and back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.core.errors import FileError
from editor.domain.page_label import PageLabel, PageLabels
from editor.i18n.page_labels import (
    LabelRow,
    State,
    label_rows,
    labels_from_po,
    labels_po,
    reviewed_count,
    with_review,
    with_text,
    without_review,
)
from editor.i18n.page_words import LOCALES, page_english
from editor.i18n.po_file import read_po
from tests.builders import NOON


def _row(labels: PageLabels, locale: str, key: str) -> LabelRow:
    return next(row for row in label_rows(labels, locale) if row.key == key)


def test_what_is_shipped_is_reviewed_a_draft_or_missing() -> None:
    assert _row({}, "sw", "related").state is State.REVIEWED
    assert _row({}, "sw", "accept").state is State.DRAFT  # drafted by us, beside what stands on published pages
    assert _row({}, "fr", "related").state is State.DRAFT
    assert _row({}, "is", "related") == LabelRow(
        key="related", english="Related articles", shipped="", state=State.MISSING
    )
    assert {row.state for row in label_rows({}, "en")} == {State.REVIEWED}


@pytest.mark.parametrize("locale", LOCALES)
def test_all_labels_are_listed_in_every_locale(locale: str) -> None:
    assert [row.key for row in label_rows({}, locale)] == list(page_english())


def test_own_words_are_a_draft_until_somebody_approves_them() -> None:
    labels = with_text({}, "sw", _row({}, "sw", "related"), "Habari za karibu")
    row = _row(labels, "sw", "related")
    assert (row.text, row.shipped, row.state) == ("Habari za karibu", "Makala yanayohusiana", State.DRAFT)
    labels = with_review(labels, "sw", row, "Asha", NOON)
    row = _row(labels, "sw", "related")
    assert row.state is State.REVIEWED
    assert row.own == PageLabel(
        text="Habari za karibu", english="Related articles", reviewed_by="Asha", reviewed_at=NOON
    )
    assert _row(without_review(labels, "sw", row), "sw", "related").state is State.DRAFT
    assert with_text(labels, "sw", row, "Habari za karibu") == labels
    assert with_text(labels, "sw", row, "Nyingine")["sw"]["related"].reviewed_by == ""
    assert with_text(labels, "sw", row, " ") == {}


def test_shipped_words_that_are_approved_hold_from_then_on() -> None:
    labels = with_review({}, "fr", _row({}, "fr", "related"), "Asha", NOON)
    assert labels["fr"]["related"].text == "Articles connexes"
    assert without_review(labels, "fr", _row(labels, "fr", "related")) == {}
    assert reviewed_count(label_rows(labels, "fr")) == 1


def test_words_survive_an_update_of_the_english_and_wait_for_a_look() -> None:
    own = PageLabel(text="Habari", english="Related stories", reviewed_by="Asha", reviewed_at=NOON)
    row = _row({"sw": {"related": own}}, "sw", "related")
    assert (row.text, row.state) == ("Habari", State.CHANGED)
    assert _row(with_review({"sw": {"related": own}}, "sw", row, "Asha", NOON), "sw", "related").state is State.REVIEWED


def test_a_region_begins_with_the_words_of_its_language() -> None:
    labels = {"sw": {"related": PageLabel(text="Habari", english="Related articles")}}
    assert _row(labels, "sw-KE", "related").shipped == "Habari"
    assert _row(labels, "sw-KE", "related").own is None


def test_a_translators_file_comes_back_as_it_went() -> None:
    labels = with_text({}, "fr", _row({}, "fr", "related"), "À lire aussi")
    labels = with_review(labels, "fr", _row(labels, "fr", "decline"), "Asha", NOON)
    file = labels_po(labels, "fr", ["The Desk"])
    entries = read_po(file.encode()).entries
    assert entries["related", "Related articles"].is_fuzzy
    assert not entries["decline", "Decline"].is_fuzzy
    assert entries["decline", "Decline"].notes == ("Asha, 2026-01-14",)
    assert entries["decline", "Decline"].hints[0].startswith("Button of the notice")
    taken = labels_from_po(file.encode(), labels, "fr", "Jun", NOON)
    assert (taken.labels, taken.count, taken.left_out) == (labels, 0, ())


def test_what_a_translator_changed_is_taken() -> None:
    file = labels_po({}, "fr").replace("Articles connexes", "À lire aussi")
    file = file.replace('#, fuzzy\nmsgctxt "decline"', 'msgctxt "decline"')
    taken = labels_from_po(file.encode(), {}, "fr", "Jun", NOON)
    assert taken.labels == {
        "fr": {
            "related": PageLabel(text="À lire aussi", english="Related articles"),
            "decline": PageLabel(text="Refuser", english="Decline", reviewed_by="Jun", reviewed_at=NOON),
        }
    }
    assert taken.count == 2


def test_words_for_another_english_are_taken_and_wait() -> None:
    po = 'msgctxt "related"\nmsgid "Related stories"\nmsgstr "Histoires"\n'
    taken = labels_from_po(po.encode(), {}, "fr", "Jun", NOON)
    assert _row(taken.labels, "fr", "related").state is State.CHANGED


def test_what_does_not_fit_is_left_out_with_its_line() -> None:
    po = (
        'msgctxt "by_line"\nmsgid "By {names}"\nmsgstr "Par {name}"\n\nmsgid "Save"\nmsgstr "Enregistrer"\n\n'
        'msgctxt "related"\nmsgid "Related articles"\nmsgstr "<script>x</script>"\n\n'
        'msgctxt "decline"\nmsgid "Decline"\nmsgstr ""\n'
    )
    taken = labels_from_po(po.encode(), {}, "fr", "Jun", NOON)
    assert taken.labels == {}
    assert [str(one) for one in taken.left_out] == [
        "Line 2, “Par {name}”: The place {names} is missing, and with it what stands there.",
        "Line 9, “<script>x</script>”: “<script>” is markup. It would be seen as it stands.",
        "Texts that are no labels of a page: 1.",
    ]


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (labels_po({}, "de").encode(), "The file is in “de”"),
        (b'msgid "Save"\nmsgstr "x"\n', "None of its texts is a label"),
        (b"", "None of its texts is a label"),
        ("é".encode("latin-1"), "not in UTF-8"),
        (labels_po({}, "fr").encode()[:-4], "quotation mark"),
        (b"".join(b'msgid "%d"\nmsgstr ""\n' % n for n in range(100_000)), "holds 100,000 texts"),
    ],
)
def test_a_wrong_file_is_refused_in_a_sentence(data: bytes, said: str) -> None:
    with pytest.raises(FileError) as caught:
        labels_from_po(data, {}, "fr", "Jun", NOON)
    message = replace(caught.value.message)
    assert said in message.in_words(lambda one: one.text, lambda n: f"{n:,}")


def test_a_file_of_the_language_serves_its_region() -> None:
    po = 'msgid ""\nmsgstr "Language: sw\\n"\n\nmsgctxt "related"\nmsgid "Related articles"\nmsgstr "Habari"\n'
    assert labels_from_po(po.encode(), {}, "sw-KE", "Jun", NOON).count == 1
