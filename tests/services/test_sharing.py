"""One article a language in a translation set, and one value for what its articles share, with undo."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.article import Article, TranslationState
from editor.domain.edits import AddImage, CreateArticle, Several, change_article
from editor.domain.image import Placement
from editor.domain.link import Link
from editor.domain.translation import translated_words
from editor.domain.version import VersionKind
from editor.domain.workflow import publish
from tests.builders import NOON, a_desk, a_link, an_article, an_image, created

L = say("A change")
EN = an_article(id="en", headline="Drums", body="They played.", translation_set="en")
SW = replace(EN, id="sw", slug="ngoma", language="sw", headline="Ngoma", body="Walipiga.", is_source=False)
FR = replace(SW, id="fr", slug="tambours", language="fr", headline="Tambours")
TARGET = an_article(id="target", headline="A visit")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = a_desk(tmp_path / "desk")
    made.articles.apply(created(TARGET, EN, SW))
    yield made
    made.close()


def test_a_shared_field_changes_in_all_articles_of_the_set_and_undo_takes_all_back(desk: Desk) -> None:
    link = a_link(TARGET)
    change = desk.articles.apply(change_article(desk.articles.get("sw"), L, links=(link,), published=NOON, tags=("x",)))
    assert change.articles == frozenset({"en", "sw"})
    assert [(one.links, one.published, one.tags) for one in _set(desk)] == [
        ((link,), NOON, ()),
        ((link,), NOON, ("x",)),
    ]
    back = desk.articles.apply(change.edit.inverse())
    assert [(one.links, one.published, one.tags) for one in _set(desk)] == [((), None, ()), ((), None, ())]
    desk.articles.apply(back.edit.inverse())
    assert [one.links for one in _set(desk)] == [(link,), (link,)]


def test_a_picture_at_the_top_is_shared_and_its_caption_is_not(desk: Desk) -> None:
    picture = an_image()
    desk.articles.apply(AddImage(picture, L, NOON))
    change = desk.articles.apply(
        change_article(desk.articles.get("en"), L, hero=Placement(image_id=picture.id, caption="Drummers"))
    )
    assert desk.articles.get("sw").hero == Placement(image_id=picture.id)
    mine = Placement(image_id=picture.id, caption="Wapiga ngoma")
    alone = desk.articles.apply(change_article(desk.articles.get("sw"), L, hero=mine))
    assert alone.articles == frozenset({"sw"})
    assert desk.articles.get("en").hero == Placement(image_id=picture.id, caption="Drummers")
    desk.articles.apply(alone.edit.inverse())
    desk.articles.apply(change.edit.inverse())
    assert [one.hero for one in _set(desk)] == [None, None]


def test_those_in_the_trash_follow_and_come_back_agreeing(desk: Desk) -> None:
    desk.articles.apply(change_article(desk.articles.get("sw"), L, trashed_at=NOON))
    desk.articles.apply(publish(desk.articles.get("en"), NOON))
    assert desk.articles.get("sw").published == NOON
    assert desk.articles.get("sw").status.value == "draft"


def test_who_said_otherwise_before_sharing_is_kept_as_a_version(desk: Desk) -> None:
    old = a_link(TARGET, id="old")
    with desk._opened.database.writing() as transaction:
        transaction.update_article(desk.articles.get("sw"), replace(desk.articles.get("sw"), links=(old,)), NOON, "A")
    desk.articles.apply(change_article(desk.articles.get("en"), L, links=(a_link(TARGET, id="new", on_timeline=True),)))
    assert [link.id for link in desk.articles.get("sw").links] == ["new"]
    kept = [one for one in desk.articles.versions("sw") if one.kind is VersionKind.RESTORE]
    assert [link.id for link in desk.articles.version(kept[0].id).links] == ["old"]


def test_a_new_member_gets_what_the_set_shares(desk: Desk) -> None:
    link = a_link(TARGET)
    desk.articles.apply(change_article(desk.articles.get("en"), L, links=(link,), published=NOON))
    desk.articles.apply(CreateArticle(replace(FR, embargo=NOON, links=(a_link(),)), L, NOON))
    french = desk.articles.get("fr")
    assert (french.links, french.published, french.embargo) == ((link,), NOON, NOON)
    assert desk.articles.get("en").embargo == NOON  # what the set did not have yet is shared from now on


def test_an_article_that_joins_a_set_later_is_given_back_whole_by_undo(desk: Desk) -> None:
    lone = replace(FR, translation_set="fr", is_source=True, links=(a_link(TARGET, id="mine"),), display_zone="UTC")
    desk.articles.apply(created(lone))
    desk.articles.apply(change_article(desk.articles.get("en"), L, links=(a_link(TARGET, id="shared"),)))
    change = desk.articles.apply(change_article(desk.articles.get("fr"), L, translation_set="en", is_source=False))
    assert [link.id for link in desk.articles.get("fr").links] == ["shared"]
    assert desk.articles.get("en").display_zone == "UTC"
    desk.articles.apply(change.edit.inverse())
    french = desk.articles.get("fr")
    assert (french.translation_set, [link.id for link in french.links], french.display_zone) == ("fr", ["mine"], "UTC")
    assert desk.articles.get("en").display_zone == ""


def test_two_changes_of_one_set_in_one_edit_stay_as_they_are_said(desk: Desk) -> None:
    first: tuple[Link, ...] = (a_link(TARGET, id="a"),)
    second = (a_link(TARGET, id="b"),)
    both = Several(
        (
            change_article(desk.articles.get("en"), L, links=first),
            change_article(desk.articles.get("sw"), L, links=second),
        ),
        L,
    )
    change = desk.articles.apply(both)
    desk.articles.apply(change.edit.inverse())
    assert [one.links for one in _set(desk)] == [(), ()]


@pytest.mark.parametrize("language", ["en", "EN"])
def test_a_set_has_one_article_of_each_language(desk: Desk, language: str) -> None:
    with pytest.raises(UserError, match="“Drums” is the translation in “en” already"):
        desk.articles.apply(change_article(desk.articles.get("sw"), L, language=language))
    with pytest.raises(UserError, match="one article a language"):
        desk.articles.apply(CreateArticle(replace(FR, language=language), L, NOON))
    assert desk.articles.get("sw").language == "sw"


def test_nor_does_one_come_back_from_the_trash_beside_another(desk: Desk) -> None:
    trashed = desk.articles.apply(change_article(desk.articles.get("sw"), L, trashed_at=NOON))
    desk.articles.apply(CreateArticle(replace(FR, language="sw"), L, NOON))
    with pytest.raises(UserError, match="“Tambours” is the translation"):
        desk.articles.apply(trashed.edit.inverse())


def test_what_is_answered_is_kept_as_a_version_of_the_source(desk: Desk) -> None:
    before = len(desk.articles.versions("en"))
    words = translated_words(desk.articles.get("en"))
    desk.articles.apply(
        change_article(desk.articles.get("sw"), L, translated_from=words, approved_by="Asha", approved_at=NOON)
    )
    head = desk.articles.versions("en")[0]
    assert (head.kind, head.label, len(desk.articles.versions("en"))) == (VersionKind.TRANSLATED, "sw", before + 1)
    assert _states(desk) == {"en": "", "sw": "approved"}
    changed = desk.articles.apply(change_article(desk.articles.get("en"), L, body="They sang."))
    assert _states(desk) == {"en": "", "sw": "source-changed"}
    desk.articles.apply(changed.edit.inverse())
    assert _states(desk) == {"en": "", "sw": "approved"}


def test_a_new_translation_begins_with_the_source_and_what_it_shares(desk: Desk) -> None:
    desk.articles.apply(change_article(desk.articles.get("en"), L, links=(a_link(TARGET),), published=NOON))
    begun = desk.articles.translation_of(desk.articles.get("sw"), "ar")
    desk.articles.apply(CreateArticle(begun, L, NOON))
    arabic = desk.articles.get(begun.id)
    assert (arabic.body, arabic.headline, arabic.is_source) == ("They played.", "Drums", False)
    assert (arabic.links, arabic.published) == (desk.articles.get("en").links, NOON)
    assert _states(desk)["ar"] == TranslationState.DRAFT
    desk.articles.apply(change_article(arabic, L, body="عزفوا."))
    assert _states(desk)["ar"] == TranslationState.TRANSLATING


def _set(desk: Desk) -> list[Article]:
    return desk.articles.members("en")


def _states(desk: Desk) -> dict[str, str]:
    return {head.language: head.translation for head in desk.articles.heads() if head.translation_set == "en"}


def test_a_link_to_a_member_of_the_own_set_stays_whoever_changes_the_links(desk: Desk) -> None:
    desk.articles.apply(CreateArticle(FR, L, NOON))
    desk.articles.apply(
        change_article(desk.articles.get("en"), L, links=(a_link("sw", id="s"), a_link(TARGET, id="t")))
    )
    assert {one.id: [link.id for link in one.links] for one in _set(desk)} == {
        "en": ["s", "t"],
        "fr": ["s", "t"],
        "sw": ["t"],
    }
    desk.articles.apply(change_article(desk.articles.get("sw"), L, links=(a_link(TARGET, id="t", on_timeline=True),)))
    assert {one.id: [link.id for link in one.links] for one in _set(desk)} == {
        "en": ["s", "t"],
        "fr": ["s", "t"],
        "sw": ["t"],
    }
    assert all(one.links[-1].on_timeline for one in _set(desk))


@pytest.mark.parametrize("first", ["en", "sw"])
def test_a_link_that_waits_for_a_member_of_the_own_set_keeps_no_change_out(tmp_path: Path, first: str) -> None:
    made = a_desk(tmp_path / "set")
    waiting = replace(EN, links=(a_link(pending="ngoma", id="n"), a_link(id="x")))
    pair = [waiting, replace(SW, links=(a_link(id="x"),))]
    for article in pair if first == "en" else pair[::-1]:
        made.articles.apply(CreateArticle(article, L, NOON))
    assert [link.article for link in made.articles.get("en").links] == ["sw", ""]
    assert [bool(link.external) for link in made.articles.get("sw").links] == [True]
    for one in ("sw", "en"):
        article = made.articles.get(one)
        made.articles.apply(change_article(article, L, links=article.links[:-1]))
    assert ([link.article for link in made.articles.get("en").links], made.articles.get("sw").links) == ([], ())
    made.close()


def test_a_link_that_waits_for_its_own_article_goes_with_the_next_change_of_links(desk: Desk) -> None:
    waiting, other = a_link(pending="ngoma", id="n"), a_link(id="x")
    with desk._opened.database.writing() as transaction:
        before = desk.articles.get("sw")
        transaction.update_article(before, replace(before, links=(waiting, other)), NOON, "A")
    article = desk.articles.get("sw")
    assert article.links == (waiting, other)
    change = desk.articles.apply(change_article(article, L, links=(*article.links, a_link(TARGET, id="t"))))
    assert [link.id for link in desk.articles.get("sw").links] == ["x", "t"]
    desk.articles.apply(change.edit.inverse())
    assert [link.id for link in desk.articles.get("sw").links] == ["x"]
