"""What an edition's own fields must be."""

from __future__ import annotations

import pytest

from editor.core.errors import UserError
from editor.domain.edition_rules import check_chain, check_sections, check_style


@pytest.mark.parametrize("chain", [(), ("en",), ("en", "fr"), ("sw", "en"), ("sw-KE", "en")])
def test_a_chain_that_ends_is_taken(chain: tuple[str, ...]) -> None:
    check_chain("sw", chain)


@pytest.mark.parametrize(("chain", "named"), [(("en", "sw"), "sw"), (("en", "fr", "EN"), "EN"), (("sw", "SW"), "SW")])
def test_a_circle_is_refused_and_says_where(chain: tuple[str, ...], named: str) -> None:
    with pytest.raises(UserError, match=f"in a circle.*“{named}”"):
        check_chain("sw", chain)


@pytest.mark.parametrize(
    ("locale", "style"), [("en", ""), ("en", "en-US"), ("zh-Hant", "zh-Hant-HK"), ("zh", "zh-Hant"), ("pt-BR", "pt")]
)
def test_a_style_of_the_same_language_is_taken(locale: str, style: str) -> None:
    check_style(locale, style)


@pytest.mark.parametrize(("locale", "style"), [("en", "sw"), ("zh-Hans", "zh-Hant"), ("de", "del")])
def test_a_style_of_another_language_is_refused(locale: str, style: str) -> None:
    with pytest.raises(UserError, match=f"“{style}” is of another language"):
        check_style(locale, style)


def test_sections_stand_once_and_as_they_are() -> None:
    check_sections(("World", "Siasa", ""))
    with pytest.raises(UserError, match="“World” is named twice"):
        check_sections(("World", "Siasa", "World"))
    with pytest.raises(UserError, match="begins or ends with a space"):
        check_sections((" World",))
