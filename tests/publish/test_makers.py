"""Which files are asked for."""

from __future__ import annotations

from editor.publish.layout import Edited
from editor.publish.makers import Asked
from tests.publish.newsrooms import a_full_desk


def test_without_an_edit_everything_is_asked_for() -> None:
    site = a_full_desk().site()
    edition, asked = site.editions[0], Asked(site)
    assert all((asked.words(()), asked.pages(()), asked.part(0, 1), asked.overview(), asked.ground()))
    assert asked.front(edition)
    assert asked.redirect(edition, "en/a", "1" * 32)
    assert all(asked.group(edition, group) for group in site.groups(edition).all)


def test_after_an_edit_of_words_only_what_shows_them_is_asked_for() -> None:
    site = a_full_desk().site()
    edition, asked = site.editions[0], Asked(site, Edited(articles=frozenset("a"), pages=frozenset("ab")))
    assert asked.words(("a", "c"))
    assert not asked.words(("b",))
    assert asked.pages(("b",))
    assert not asked.pages(("c",))
    assert not any(asked.group(edition, group) for group in site.groups(edition).all)
    assert not any((asked.front(edition), asked.overview(), asked.ground()))
