"""A signature is for the words that were read: change them and it no longer holds, put them back and it does."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from editor.domain.article import Correction, Status
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.signing import SignOff, change_signer, sign_off, sign_off_of, words_hash
from tests.builders import NOON, a_link, an_article

ARTICLE = an_article(body="They played.", hero=Placement(image_id="1", caption="Two people"))
SIGNED = sign_off(ARTICLE, "Amina", NOON).on(ARTICLE)


def test_signing_names_who_when_and_which_words() -> None:
    assert sign_off_of(ARTICLE) is SignOff.NONE
    assert (SIGNED.reviewed_by, SIGNED.reviewed_at, SIGNED.reviewed_version) == ("Amina", NOON, words_hash(ARTICLE))
    assert sign_off_of(SIGNED) is SignOff.SIGNED


@pytest.mark.parametrize(
    "changed",
    [
        {"headline": "Other"},
        {"standfirst": "Other"},
        {"body": "Other"},
        {"reactions": "Other"},
        {"byline": ("Juma",)},
        {"authorship": Authorship.AI_GENERATED},
        {"language": "sw"},
        {"ai_ranges": ((0, 4),)},
        {"corrections": (Correction(at=NOON, note="Put right."),)},
        {"hero": Placement(image_id="1", caption="Other")},
    ],
)
def test_words_changed_after_it_are_unsigned_until_they_are_back(changed: dict[str, Any]) -> None:
    after = replace(SIGNED, **changed)
    assert sign_off_of(after) is SignOff.CHANGED
    assert sign_off_of(replace(after, **{name: getattr(SIGNED, name) for name in changed})) is SignOff.SIGNED
    assert sign_off_of(sign_off(after, "Juma", NOON + timedelta(1)).on(after)) is SignOff.SIGNED


@pytest.mark.parametrize(
    "changed",
    [
        {"status": Status.PUBLISHED, "published": NOON},
        {"slug": "other"},
        {"tags": ("Japan",)},
        {"links": (a_link(id="x"),)},
        {"id": "other", "translation_set": "other", "hero": Placement(image_id="2", caption="Two people")},
    ],
)
def test_what_stands_around_the_words_may_change(changed: dict[str, Any]) -> None:
    assert sign_off_of(replace(SIGNED, **changed)) is SignOff.SIGNED


def test_a_name_typed_by_hand_signs_what_stands_there() -> None:
    typed = change_signer(ARTICLE, "Juma").on(ARTICLE)
    assert (typed.reviewed_by, typed.reviewed_at, sign_off_of(typed)) == ("Juma", None, SignOff.SIGNED)
    stale = replace(SIGNED, body="Other")
    assert sign_off_of(change_signer(stale, "Juma").on(stale)) is SignOff.CHANGED  # a name mended, nothing read anew
    assert change_signer(SIGNED, " ").on(SIGNED) == replace(
        SIGNED, reviewed_by="", reviewed_at=None, reviewed_version=""
    )


def test_an_old_record_without_a_version_is_taken_at_its_word() -> None:
    assert sign_off_of(replace(SIGNED, reviewed_version="", body="Other")) is SignOff.SIGNED
