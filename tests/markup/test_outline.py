from __future__ import annotations

from editor.markup.outline import Heading, outline


def test_headings_come_with_the_level_shown_and_their_line() -> None:
    markdown = "intro\n\n## One *thing*\n\ntext\n\nTwo\n---\n\n#### Deep\n\n#\n"
    assert outline(markdown) == [Heading(2, "One thing", 2), Heading(2, "Two", 6), Heading(3, "Deep", 9)]


def test_a_text_without_headings_has_no_outline() -> None:
    assert outline("only words\n\n```\n# code\n```") == []
