"""What actions are called besides: each an action that there is."""

from __future__ import annotations

from editor.ui.actions import action_specs
from editor.ui.also_called import ALSO_CALLED
from editor.ui.menus import menus
from editor.ui.registry import PANELS


def test_each_is_an_action_and_its_own_words_are_not_repeated() -> None:
    specs = {spec.id: spec for spec in action_specs(menus(PANELS, []))}
    assert set(ALSO_CALLED) <= set(specs)
    for action_id, called in ALSO_CALLED.items():
        assert str(specs[action_id].text).casefold() not in str(called).casefold().split(", ")
