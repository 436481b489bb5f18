"""How hard a text is to read, by the formula that was made for its language. Pure.

A formula looks at lengths alone: it knows nothing of sense, and compares texts of one language only. Fewer than
`LEAST_WORDS` words say nothing. Headings, captions and tables are no sentences and are left out. Sentences end where
`boundaries` says; syllables are counted as `syllables` says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from editor.domain.measures import Ease, Readability
from editor.markup import boundaries
from editor.markup.syllables import languages as syllable_languages
from editor.markup.syllables import syllables

LEAST_WORDS = 100

_WORD = re.compile(r"[^\W\d_]+(?:['\u2019-][^\W\d_]+)*")
_ENDS = re.compile(r"[.!?…][\"'\u2019\u201d\u201c\u00bb\u00ab)\]*_\s]*$")
_LONG = 6  # letters; a longer word is a long one for LIX
_STEPS = (Ease.VERY_EASY, Ease.EASY, Ease.MIDDLE, Ease.HARD)


@dataclass(frozen=True, slots=True)
class Sample:
    """What formulas look at: how many words, sentences, letters, long words (over 6 letters) and syllables.

    `heavy` counts words of four syllables or more. Syllables are 0 in languages whose formula does not ask for them.
    """

    words: int
    sentences: int
    letters: int
    long: int
    syllables: int = 0
    heavy: int = 0

    @property
    def sentence_length(self) -> float:
        """Return words per sentence."""
        return self.words / self.sentences

    @property
    def word_length(self) -> float:
        """Return syllables per word."""
        return self.syllables / self.words


@dataclass(frozen=True, slots=True)
class Formula:
    """One formula. `steps` are the figures at which a text is no longer very easy, easy, middling, hard.

    `year` gives the year of school, for formulas of which one was published.
    """

    name: str
    score: Callable[[Sample], float]
    steps: tuple[float, float, float, float]
    year: Callable[[Sample], float] | None = None

    def ease(self, score: float) -> Ease:
        """Return what the figure means. Scales that rise with ease have falling steps."""
        is_rising = self.steps[0] > self.steps[-1]
        for step, ease in zip(self.steps, _STEPS, strict=True):
            if score >= step if is_rising else score < step:
                return ease
        return Ease.VERY_HARD


def flesch(sample: Sample) -> float:
    """Return the reading ease of English: Flesch, "A new readability yardstick", 1948."""
    return 206.835 - 1.015 * sample.sentence_length - 84.6 * sample.word_length


def kincaid(sample: Sample) -> float:
    """Return the American school grade: Kincaid, Fishburne, Rogers and Chissom, Navy report 8-75, 1975."""
    return 0.39 * sample.sentence_length + 11.8 * sample.word_length - 15.59


def amstad(sample: Sample) -> float:
    """Return Flesch's ease for German: Amstad, "Wie verständlich sind unsere Zeitungen?", Zürich 1978."""
    return 180 - sample.sentence_length - 58.5 * sample.word_length


def kandel_moles(sample: Sample) -> float:
    """Return Flesch's ease for French: Kandel and Moles, "Application de l'indice de Flesch", Paris 1958."""
    return 207 - 1.015 * sample.sentence_length - 73.6 * sample.word_length


def szigriszt(sample: Sample) -> float:
    """Return the perspicuity of Spanish: Szigriszt Pazos, "Sistemas predictivos de legilibilidad", Madrid 1993."""
    return 206.835 - 62.3 * sample.word_length - sample.sentence_length


def martins(sample: Sample) -> float:
    """Return Flesch's ease for Brazilian Portuguese: Martins, Ghiraldelo, Nunes and Oliveira, São Carlos 1996."""
    return 248.835 - 1.015 * sample.sentence_length - 84.6 * sample.word_length


def gulpease(sample: Sample) -> float:
    """Return the ease of Italian: Lucisano and Piemontese, "Gulpease", 1988. It counts letters, not syllables."""
    return 89 + (300 * sample.sentences - 10 * sample.letters) / sample.words


def douma(sample: Sample) -> float:
    """Return Flesch's ease for Dutch: Douma, "De leesbaarheid van landbouwbladen", Wageningen 1960.

    He rounds the constant, Flesch's own, to 206.8.
    """
    return 206.835 - 0.93 * sample.sentence_length - 77 * sample.word_length


def oborneva(sample: Sample) -> float:
    """Return Flesch's ease for Russian: Oborneva, dissertation on automated judgement of textbooks, Moscow 2006.

    An article of hers of 2005 has 1.52 and 65.14; the dissertation's figures are the later ones, and the usual.
    """
    return 206.835 - 1.3 * sample.sentence_length - 60.1 * sample.word_length


def atesman(sample: Sample) -> float:
    """Return the ease of Turkish: Ateşman, "Türkçede okunabilirliğin ölçülmesi", 1997."""
    return 198.825 - 40.175 * sample.word_length - 2.610 * sample.sentence_length


def fog(sample: Sample) -> float:
    """Return the years of school for Polish: Gunning's fog index, words of four syllables or more being heavy.

    Gruszczyński and Ogrodniczuk (ed.), "Jasnopis", 2015, chapter on FOG-PL.
    """
    return 0.4 * (sample.sentence_length + 100 * sample.heavy / sample.words)


def lix(sample: Sample) -> float:
    """Return the läsbarhetsindex: Björnsson, "Läsbarhet", Stockholm 1968. It counts long words, not syllables."""
    return sample.sentence_length + 100 * sample.long / sample.words


_FLESCH_STEPS = (80.0, 60.0, 50.0, 30.0)
_LIX = Formula("LIX", lix, (30.0, 40.0, 50.0, 60.0))
FORMULAS = {
    "en": Formula("Flesch", flesch, _FLESCH_STEPS, kincaid),
    "de": Formula("Amstad", amstad, _FLESCH_STEPS),
    "fr": Formula("Kandel-Moles", kandel_moles, _FLESCH_STEPS),
    # Barrio-Cantalejo and others, "Validación de la Escala INFLESZ", 2008.
    "es": Formula("Szigriszt-Pazos", szigriszt, (80.0, 65.0, 55.0, 40.0)),
    "pt": Formula("Flesch-Martins", martins, (75.0, 60.0, 50.0, 25.0)),
    # For readers with eight years of school, as its authors drew it.
    "it": Formula("Gulpease", gulpease, (80.0, 60.0, 50.0, 40.0)),
    "nl": Formula("Flesch-Douma", douma, _FLESCH_STEPS),
    "ru": Formula("Flesch-Oborneva", oborneva, _FLESCH_STEPS),
    "tr": Formula("Ateşman", atesman, (90.0, 70.0, 50.0, 30.0)),
    "pl": Formula("FOG-PL", fog, (7.0, 10.0, 13.0, 16.0), fog),
    **dict.fromkeys(("sv", "da", "nb", "nn", "no"), _LIX),
}


def formula_for(language: str) -> Formula | None:
    """Return the formula of the language of a tag, or None where none fits."""
    return FORMULAS.get(language.partition("-")[0].lower())


def sample_of(blocks: Sequence[str], language: str) -> Sample | None:
    """Return what formulas look at in blocks of plain words; None where there is not enough to say anything."""
    base = language.partition("-")[0].lower()
    prose = [block for block in blocks if _ENDS.search(block)]
    found = [word for block in prose for word in _WORD.findall(block)]
    if len(found) < LEAST_WORDS:
        return None
    beats = [syllables(word, base) for word in found] if base in syllable_languages() else []
    return Sample(
        words=len(found),
        sentences=max(1, sum(boundaries.sentences(block, language) for block in prose)),
        letters=sum(map(len, found)),
        long=sum(len(word) > _LONG for word in found),
        syllables=sum(beats),
        heavy=sum(beat >= 4 for beat in beats),
    )


def readability(blocks: Sequence[str], language: str) -> Readability | None:
    """Return how hard `blocks` (plain words, a paragraph each) are; None without a formula or with too few words."""
    formula = formula_for(language)
    sample = sample_of(blocks, language) if formula else None
    if formula is None or sample is None:
        return None
    score = formula.score(sample)
    year = max(1, round(formula.year(sample))) if formula.year else None
    return Readability(formula=formula.name, score=score, ease=formula.ease(score), school_year=year)
