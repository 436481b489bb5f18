"""What is marked on a timeline: two things are news, the others mistakes."""

from __future__ import annotations

from editor.domain.concern import Concern


def test_silence_and_a_missing_translation_are_news() -> None:
    assert {one for one in Concern if one.is_news} == {Concern.SILENCE, Concern.UNTRANSLATED}
