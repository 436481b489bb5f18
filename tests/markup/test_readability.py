"""Formulas of readability: their figures from known samples, and plain words for them."""

from __future__ import annotations

import pytest

from editor.domain.measures import Ease
from editor.markup import readability as room
from editor.markup.readability import FORMULAS, LEAST_WORDS, Formula, Sample, formula_for, readability, sample_of

# 100 words in 5 sentences with 150 syllables, 480 letters, 20 long words, 8 heavy ones: every figure by hand.
_SAMPLE = Sample(words=100, sentences=5, letters=480, long=20, syllables=150, heavy=8)


@pytest.mark.parametrize(
    ("name", "figure"),
    [
        ("flesch", 206.835 - 20.3 - 126.9),
        ("kincaid", 7.8 + 17.7 - 15.59),
        ("amstad", 180 - 20 - 87.75),
        ("kandel_moles", 207 - 20.3 - 110.4),
        ("szigriszt", 206.835 - 93.45 - 20),
        ("martins", 248.835 - 20.3 - 126.9),
        ("gulpease", 89 + (1500 - 4800) / 100),
        ("douma", 206.835 - 18.6 - 115.5),
        ("oborneva", 206.835 - 26 - 90.15),
        ("atesman", 198.825 - 60.2625 - 52.2),
        ("fog", 0.4 * 28),
        ("lix", 40.0),
    ],
)
def test_each_formula_gives_its_figure(name: str, figure: float) -> None:
    assert getattr(room, name)(_SAMPLE) == pytest.approx(figure)


@pytest.mark.parametrize("language", sorted(FORMULAS))
def test_short_words_in_short_sentences_are_easier(language: str) -> None:
    formula = FORMULAS[language]
    easy = Sample(words=100, sentences=20, letters=350, long=2, syllables=120, heavy=0)
    hard = Sample(words=100, sentences=2, letters=800, long=60, syllables=300, heavy=50)
    assert formula.ease(formula.score(easy)) in {Ease.VERY_EASY, Ease.EASY}
    assert formula.ease(formula.score(hard)) is Ease.VERY_HARD


def test_every_step_has_its_word() -> None:
    rising = Formula("x", room.flesch, (80, 60, 50, 30))
    assert [rising.ease(score) for score in (80, 79.9, 50, 30, 29.9)] == [
        Ease.VERY_EASY, Ease.EASY, Ease.MIDDLE, Ease.HARD, Ease.VERY_HARD,
    ]  # fmt: skip
    falling = FORMULAS["sv"]
    assert [falling.ease(score) for score in (29.9, 30, 40, 50, 60)] == [
        Ease.VERY_EASY, Ease.EASY, Ease.MIDDLE, Ease.HARD, Ease.VERY_HARD,
    ]  # fmt: skip


_EASY = "The cat sat on the mat. It was a red mat. The sun was hot, and the dog lay in the shade. "
_HARD = (
    "Notwithstanding considerable parliamentary opposition, the administration subsequently implemented comprehensive "
    "infrastructural modernisation, necessitating unprecedented international financial commitments. "
)


def test_a_text_for_children_is_easier_than_one_of_a_ministry() -> None:
    easy, hard = readability([_EASY * 6], "en-GB"), readability([_HARD * 8], "en")
    assert easy is not None
    assert hard is not None
    assert (easy.formula, easy.ease, easy.school_year) == ("Flesch", Ease.VERY_EASY, 1)
    assert hard.ease is Ease.VERY_HARD
    assert hard.school_year is not None
    assert hard.school_year > 16


def test_headings_and_lists_are_no_sentences() -> None:
    prose = [_EASY * 6]
    assert sample_of(["A heading of five words", *prose, "a cell | a cell"], "en") == sample_of(prose, "en")


def test_too_few_words_say_nothing() -> None:
    assert readability([_EASY], "en") is None
    assert readability([], "en") is None
    assert sample_of([" ".join(["word"] * LEAST_WORDS) + "."], "en") is not None


@pytest.mark.parametrize("language", ["sw", "zh", "ja", "th", "ar", "yo", "", "fi"])
def test_where_no_formula_fits_none_is_taken(language: str) -> None:
    assert formula_for(language) is None
    assert readability([_EASY * 10], language) is None
