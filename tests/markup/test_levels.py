from __future__ import annotations

from editor.markup.levels import shown_levels
from editor.markup.parsing import parse


def levels_of(markdown: str, first: int = 2) -> list[int]:
    return [level for _, level in shown_levels(parse(markdown), first)]


def test_levels_begin_at_the_first_and_never_skip_downwards() -> None:
    assert levels_of("# a\n\n### b\n\n## c\n\n# d") == [2, 3, 3, 2]
    assert levels_of("#### a\n\n## b\n\n#### c") == [2, 2, 3]


def test_six_is_the_deepest() -> None:
    assert levels_of("# a\n\n## b\n\n### c\n\n#### d\n\n##### e\n\n###### f", first=3) == [3, 4, 5, 6, 6, 6]


def test_each_heading_comes_with_its_element() -> None:
    pairs = [(element.text, level) for element, level in shown_levels(parse("# a\n\n> ## b\n\ntext"))]
    assert pairs == [("a", 2), ("b", 3)]
