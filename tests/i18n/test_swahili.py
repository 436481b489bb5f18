"""Finite verbs of Swahili give their stem away, and other words mostly do not."""

from __future__ import annotations

import pytest

from editor.i18n.swahili import verb_stems


@pytest.mark.parametrize(
    ("verb", "stem"),
    [
        ("walivaa", "vaa"),
        ("imesasishwa", "sasishwa"),
        ("nilimwona", "ona"),
        ("hatukuwaambia", "ambia"),
        ("hawajafika", "fika"),
        ("tutakapofika", "fika"),
        ("nisingeweza", "weza"),
        ("asome", "soma"),
        ("tusisome", "soma"),
        ("hawasomi", "soma"),
        ("anayesoma", "soma"),
        ("anajiuliza", "uliza"),
    ],
)
def test_the_stem_is_among_what_is_found(verb: str, stem: str) -> None:
    assert stem in set(verb_stems(verb))


@pytest.mark.parametrize("word", ["habari", "kitabu", "zzz", "a", ""])
def test_other_words_give_no_stem_that_is_one(word: str) -> None:
    assert not {"soma", "vaa", "ona"} & set(verb_stems(word))
