"""The page of differences: marked by more than colour, hostile text harmless, long texts cut down to their changes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtGui import QTextDocument

from editor.domain.difference import Fate, Stretch
from editor.domain.version_fields import GROUPS
from editor.services.history import GroupDifference
from editor.ui.tokens import DARK, LIGHT
from editor.ui.widgets.difference_page import AROUND, AT_ONCE, MOST, PageLook, difference_page

LOOK = PageLook(tokens=LIGHT, language="en", can_restore=True)
BODY = GROUPS["body"]


def _plain(*stretches: tuple[Fate, str], look: PageLook = LOOK) -> str:
    document = QTextDocument()
    told = tuple(Stretch(fate, text) for fate, text in stretches)
    document.setHtml(difference_page([GroupDifference(group=BODY, stretches=told)], look))
    return document.toPlainText()


def test_what_is_gone_and_new_is_told_by_signs_and_lines_not_by_colour_alone() -> None:
    told = (Stretch(Fate.SAME, "They "), Stretch(Fate.GONE, "played"), Stretch(Fate.NEW, "sang"))
    html = difference_page([GroupDifference(group=BODY, stretches=told)], LOOK)
    assert "line-through" in html
    assert "underline" in html
    assert "They \u2212played+sang" in _plain(*((one.fate, one.text) for one in told))


@pytest.mark.parametrize("is_side_by_side", [True, False])
@pytest.mark.parametrize("language", ["en", "ar"])
def test_hostile_text_is_text(is_side_by_side: bool, language: str) -> None:  # noqa: FBT001 - a case of the test
    look = replace(LOOK, is_side_by_side=is_side_by_side, language=language, tokens=DARK)
    said = _plain((Fate.GONE, "<b>&amp;</b>"), (Fate.NEW, "<script>"), (Fate.SAME, "</td>\nend"), look=look)
    assert "<b>&amp;</b>" in said
    assert "<script>" in said
    assert "</td>" in said
    html = difference_page([GroupDifference(group=BODY, stretches=(Stretch(Fate.NEW, "x"),))], look)
    assert f'dir="{"rtl" if language == "ar" else "ltr"}"' in html


def test_long_stretches_are_cut_down_to_what_stands_around_the_changes() -> None:
    words = "word " * 4000
    said = _plain((Fate.SAME, words), (Fate.NEW, "here"), (Fate.SAME, words))
    assert "characters the same" in said
    assert len(said) < 4 * AROUND + 400
    said = _plain((Fate.NEW, words))
    assert "characters more" in said
    assert len(said) < MOST + 400


def test_a_paragraph_begun_is_seen() -> None:
    assert "+\u00b6" in _plain((Fate.SAME, "One."), (Fate.NEW, "\n\n"), (Fate.SAME, "Two."))


def test_restoring_is_offered_only_where_it_can_be_done() -> None:
    assert "Restore this" in _plain((Fate.NEW, "x"))
    assert "Restore this" not in _plain((Fate.NEW, "x"), look=replace(LOOK, can_restore=False))
    assert "Copy the earlier text" in _plain((Fate.NEW, "x"), look=replace(LOOK, can_restore=False))


def test_lines_stand_beside_one_another() -> None:
    look = replace(LOOK, is_side_by_side=True)
    said = _plain((Fate.SAME, "One\nT"), (Fate.GONE, "wo"), (Fate.NEW, "hree"), (Fate.SAME, "\nFour"), look=look)
    assert [line for line in said.split("\n") if line][:9] == [
        "Body",
        "Earlier",
        "Later",
        "One",
        "One",
        "T\u2212wo",
        "T+hree",
        "Four",
        "Four",
    ]


def test_so_many_changes_at_once_and_the_others_on_request() -> None:
    stretches = [(fate, f"{fate} {n} ") for n in range(AT_ONCE) for fate in (Fate.NEW, Fate.SAME)]
    assert "more change" not in _plain(*stretches)
    more = [*stretches, (Fate.GONE, "late"), (Fate.SAME, "and "), (Fate.NEW, "later")]
    assert "Show 2 more changes" in _plain(*more)
    assert "later" not in _plain(*more)
    assert "later" in _plain(*more, look=replace(LOOK, most_changes=4 * AT_ONCE))


@pytest.mark.parametrize("is_side_by_side", [True, False])
def test_an_indented_line_is_shown_so(is_side_by_side: bool) -> None:  # noqa: FBT001 - a case of the test
    look = replace(LOOK, is_side_by_side=is_side_by_side)
    assert "\n    - nested" in _plain((Fate.SAME, "- item\n    - nested"), (Fate.NEW, " one"), look=look).replace(
        "\u2028", "\n"
    )
