from __future__ import annotations

from markdown import Markdown

from editor.markup.dialect import make_parser
from editor.markup.parsing import is_safe_address


def test_it_is_python_markdown_without_its_html() -> None:
    made = make_parser(is_safe_address, is_safe_address)
    assert isinstance(made, Markdown)
    assert "html_block" not in made.preprocessors
    assert "html" not in made.inlinePatterns
    assert not made.registeredExtensions


def test_addresses_are_asked_for_by_what_they_become() -> None:
    asked: list[str] = []

    def links(address: str) -> bool:
        asked.append(f"link {address}")
        return False

    def pictures(address: str) -> bool:
        asked.append(f"picture {address}")
        return False

    made = make_parser(links, pictures)
    made.convert("[a](b) ![c](d)")
    assert asked == ["link b", "picture d"]
