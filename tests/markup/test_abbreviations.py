"""Shortened words end no sentence, in the languages whose lists we hold."""

from __future__ import annotations

import pytest

from editor.markup import boundaries
from editor.markup.abbreviations import ends_none

CASES = [
    ("en", "Dr. Smith met Mr. Jones and Gov. Cox in St. Paul. It was cold, e.g. in the evening.", 2),
    ("en", "J. F. Kennedy spoke. He left. So did I. They stayed.", 4),
    ("en", "The firm is Acme Inc. It is big. He sold pens, etc. She left.", 4),
    ("en", "The U.S. Senate voted.", 1),
    ("de", "Dr. Müller kam am 3. Mai z. B. nach Bonn. Er ging bzw. lief. Prof. Meier blieb.", 3),
    ("fr", "M. Dupont et Mme. Durand sont là. Le Dr. Petit aussi.", 2),
    ("es", "El Sr. López y la Sra. Díaz llegaron. EE. UU. respondió.", 2),
    ("it", "Il sig. Rossi e il dott. Bianchi. Il prof. Verdi no.", 2),
    ("pt", "O Sr. Silva e a Sra. Souza. O Dr. Lima foi.", 2),
    ("nl", "Dhr. Jansen en mevr. De Vries kwamen. Bijv. Piet niet.", 2),
    ("pl", "Prof. Nowak i dr. Kowal są. Ul. Długa jest.", 2),
    ("sw", "Dkt. Juma na Bi. Asha walikuja. Mhe. Rais alisema.", 2),
    ("sv", "Dr. Ek kom kl. 9. Han gick.", 2),
    ("xx", "Dr. Who came.", 2),
]


@pytest.mark.parametrize(("language", "text", "sentences"), CASES)
def test_a_shortened_word_ends_no_sentence(language: str, text: str, sentences: int) -> None:
    assert boundaries.sentences(text, language) == sentences


@pytest.mark.parametrize("language", ["en", "en-GB", "EN"])
def test_the_base_of_a_tag_decides(language: str) -> None:
    assert ends_none(language).search("said Mr. ")
    assert not ends_none(language).search("a mister. ")


def test_without_icu_it_is_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(boundaries, "_icu", lambda: None)
    assert boundaries.sentences("Dr. Smith met Mr. Jones. It was cold!", "en") == 2
    assert boundaries.sentences("No end", "en") == 1
    assert boundaries.sentences("", "en") == 0
