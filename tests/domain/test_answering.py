"""Paragraphs of a text, which answers which, and what became of them."""

from __future__ import annotations

from editor.domain.answering import answers, changed, paragraph_at, paragraphs, untranslated

TEXT = "# Drums\n\nOne line\nand another.\n\n\n```\ncode\n\nmore\n```\n\n![](images/0123456789ab-a.png)\n"


def test_paragraphs_are_parted_by_empty_lines_but_code_is_one() -> None:
    found = paragraphs(TEXT)
    assert [(one.first, one.last) for one in found] == [(0, 0), (2, 3), (6, 10), (12, 12)]
    assert [one.has_words for one in found] == [True, True, True, False]
    assert paragraphs("") == paragraphs("\n \n") == ()
    assert [one.text for one in paragraphs("```\nnever closed\n\nat all")] == ["```\nnever closed\n\nat all"]


def test_a_line_is_in_its_paragraph_or_after_one() -> None:
    found = paragraphs(TEXT)
    assert [paragraph_at(found, line) for line in (0, 1, 3, 5, 8, 99)] == [0, 0, 1, 1, 2, 3]
    assert paragraph_at((), 0) == -1
    assert paragraph_at(paragraphs("\n\nlate"), 0) == 0


def test_as_many_of_the_same_kinds_answer_in_their_order() -> None:
    assert answers(["# A", "b"], ["# X", "y"]) == {0: 0, 1: 1}
    assert answers([], []) == answers(["a"], []) == answers([], ["a"]) == {}


def test_a_paragraph_that_came_in_or_went_moves_the_others_along() -> None:
    source = [
        "The drums were played on 13 January.",
        "Lee left.",
        "## What follows",
        "Talks go on in Tokyo on the 28th.",
    ]
    swahili = ["Ngoma zilipigwa tarehe 13 Januari.", "## Kinachofuata", "Mazungumzo yataendelea Tokyo tarehe 28."]
    assert answers(source, swahili) == {0: 0, 2: 1, 3: 2}
    assert answers(swahili, source) == {0: 0, 1: 2, 2: 3}


def test_pictures_and_words_that_are_still_the_same_hold_the_texts_together() -> None:
    picture = "![](images/0123456789ab-a.png)"
    source = ["One.", picture, "Two.", "Three."]
    assert answers(
        source, ["Moja.", "Na hii ni mpya kabisa kwa wasomaji.", "![Ngoma](images/0123456789ab-a.png)", "Two.", "Tatu."]
    ) == {
        0: 0,
        1: 2,
        2: 3,
        3: 4,
    }


def test_long_texts_are_answered_in_a_moment_and_in_order() -> None:
    source = [f"Paragraph number {n} says something." for n in range(400)]
    found = answers(source, [one.replace("says", "inasema") for one in source if "17 " not in one])
    assert list(found.values()) == sorted(found.values())
    assert found[399] == 399 - sum("17 " in one for one in source)


def test_what_became_of_the_paragraphs() -> None:
    assert changed(["a", "b", "c"], ["a", "B", "c", "d"]) == [(1, 1), (None, 3)]
    assert changed(["a", "b"], ["b"]) == [(0, None)]
    assert changed(["a"], ["a"]) == []


def test_what_still_says_what_the_source_says() -> None:
    source, ours = (
        paragraphs("One.\n\nTwo.\n\n![](images/0123456789ab-a.png)"),
        paragraphs("One.\n\nMbili.\n\n![](images/0123456789ab-a.png)"),
    )
    assert untranslated(source, ours) == 1
