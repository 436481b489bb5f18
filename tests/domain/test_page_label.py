"""A newsroom's own labels: values that replace one another."""

from __future__ import annotations

from editor.domain.page_label import PageLabel, with_label

OWN = PageLabel(text="Habari zaidi", english="Related articles")


def test_a_label_is_put_and_taken_away() -> None:
    before = {"fr": {"related": OWN}}
    after = with_label(before, "sw", "related", OWN)
    assert after == {"fr": {"related": OWN}, "sw": {"related": OWN}}
    assert before == {"fr": {"related": OWN}}
    assert with_label(after, "sw", "related", None) == before
    assert with_label({}, "sw", "related", None) == {}


def test_somebody_answers_for_what_is_reviewed() -> None:
    assert not OWN.is_reviewed
    assert PageLabel(text="x", english="x", reviewed_by="N").is_reviewed
