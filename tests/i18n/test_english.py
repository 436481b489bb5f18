"""English outside America: each spelling leads to the American one, and no rule makes a mistake right."""

from __future__ import annotations

import pytest

from editor.i18n.english import american_forms


@pytest.mark.parametrize(
    ("british", "american"),
    [
        ("harbour", "harbor"), ("neighbourhood", "neighborhood"), ("organised", "organized"), ("travelled", "traveled"),
        ("centre", "center"), ("kilometres", "kilometers"), ("defence", "defense"), ("analysed", "analyzed"),
        ("globalisation", "globalization"), ("programmes", "programs"), ("paediatric", "pediatric"),
    ],
)  # fmt: skip
def test_it_leads_to_the_american_spelling(british: str, american: str) -> None:
    assert american in set(american_forms(british))


@pytest.mark.parametrize("word", ["actour", "sailled", "doctour", "table", "boilling"])
def test_what_nobody_writes_leads_nowhere(word: str) -> None:
    assert set(american_forms(word)) == set()
