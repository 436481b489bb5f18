"""Languages by the names that the reader of the window has for them."""

from __future__ import annotations

from editor.i18n.language_names import joined_names, name_of


def test_a_language_has_its_name_in_the_language_of_the_window() -> None:
    assert name_of("ja", "en") == "Japanese"
    assert name_of("ja", "sw") == "Kijapani"
    assert joined_names(("sw", "ar"), "en") == "Swahili, Arabic"
    assert joined_names(("en", "sw"), "ar") == "الإنجليزية، السواحلية"


def test_a_region_is_named_and_what_nobody_knows_stays_a_tag() -> None:
    assert name_of("pt-BR", "en") == "Portuguese (Brazil)"
    assert name_of("zz-unknown", "en") == "zz-unknown"
    assert name_of("no language", "sw") == "no language"
