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
        ("tyres", "tires"),
        ("fulfils", "fulfills"), ("enrolment", "enrollment"), ("mum", "mom"), ("storeys", "stories"),
        ("litre", "liter"),
        ("practised", "practiced"), ("misbehaviour", "misbehavior"),
        ("favourable", "favorable"), ("ionised", "ionized"),
        ("synthesise", "synthesize"), ("emphasised", "emphasized"), ("councillors", "councilors"), ("metre", "meter"),
        ("signalled", "signaled"), ("marshalled", "marshaled"), ("counsellor", "counselor"), ("tonnes", "tons"),
        ("pencilled", "penciled"), ("watercolours", "watercolors"), ("kerb", "curb"), ("manoeuvred", "maneuvered"),
    ],
)  # fmt: skip
def test_it_leads_to_the_american_spelling(british: str, american: str) -> None:
    assert american in set(american_forms(british))


@pytest.mark.parametrize("word", ["actour", "sailled", "doctour", "table", "boilling"])
def test_what_nobody_writes_leads_nowhere(word: str) -> None:
    assert set(american_forms(word)) == set()


@pytest.mark.parametrize(
    ("mistake", "right"),
    [
        ("fulfiled", "fulfilled"), ("enroled", "enrolled"), ("entyre", "entire"), ("tyred", "tired"), ("sise", "size"),
        ("mument", "moment"), ("diametre", "diameter"), ("parametre", "parameter"), ("maise", "maize"),
        ("resised", "resized"), ("capsised", "capsized"), ("historey", "history"), ("litreature", "literature"),
        ("paedestrian", "pedestrian"), ("prise", "prize"), ("downsising", "downsizing"), ("smilled", "smiled"),
        ("inhalled", "inhaled"), ("bachellor", "bachelor"), ("hirelling", "hireling"), ("schedulled", "scheduled"),
        ("vigourous", "vigorous"), ("humourous", "humorous"), ("elabourate", "elaborate"), ("honourary", "honorary"),
        ("evapourate", "evaporate"), ("labouratory", "laboratory"), ("foetch", "fetch"), ("anaemone", "anemone"),
        ("centreed", "centered"), ("centreing", "centering"), ("mathss", "maths"), ("oestrange", "estrange"),
    ],
)  # fmt: skip
def test_a_mistake_stays_one(mistake: str, right: str) -> None:
    assert not set(american_forms(mistake)), f"{mistake} would pass for {right}"
