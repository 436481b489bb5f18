"""Articles come to a translation set and leave it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.domain.article import Article
from editor.domain.edits import EditArticle, Several
from editor.domain.set_members import SHARED_WORDS, join, leave, make_original, newcomers, same_language
from editor.domain.translation import SharedField, translated_words
from tests.builders import NOON, a_link, an_article

EN = an_article(id="en", language="en", translation_set="en", created_at=NOON)
SW = an_article(id="sw", language="sw", translation_set="sw", created_at=NOON)
AR = replace(SW, id="ar", language="ar", is_source=False, approved_by="Asha", approved_at=NOON)


def test_every_shared_field_has_words() -> None:
    assert set(SHARED_WORDS) == set(SharedField)


def test_what_comes_is_a_translation_and_a_whole_set_comes_together() -> None:
    edit = join([EN], [SW, AR])
    made = [one.on(before) for one, before in zip(edit.edits, (SW, AR), strict=True) if isinstance(one, EditArticle)]
    assert [(one.translation_set, one.is_source, one.approved_at) for one in made] == [("en", False, None)] * 2


def test_what_is_given_up_is_said_and_kept_as_a_version() -> None:
    link, other = a_link("1" * 32), a_link("2" * 32)
    set_member, plain = replace(EN, links=(link,)), replace(SW, links=(link,))
    (coming,) = newcomers([set_member], [replace(SW, links=(other,))])
    assert coming.given_up == (SharedField.LINKS,)
    assert newcomers([set_member], [plain])[0].given_up == ()
    kept = [one.keeps_present for one in join([set_member], [plain]).edits if isinstance(one, EditArticle)]
    assert kept == [False]
    kept = [one.keeps_present for one in join([EN], [AR]).edits if isinstance(one, EditArticle)]
    assert kept == [True]


def test_what_the_set_is_silent_about_comes_from_the_first_who_says_it() -> None:
    late = replace(AR, published=NOON + timedelta(days=1))
    found = newcomers([EN], [replace(SW, published=NOON), late])
    assert [one.given_up for one in found] == [(), (SharedField.PUBLISHED,)]


def test_a_language_that_the_set_has_is_found_however_it_is_written() -> None:
    assert same_language([EN], [replace(SW, language="EN")]) == EN
    assert same_language([EN], [SW, AR]) is None
    norwegian = replace(EN, language="no")
    assert same_language([norwegian], [replace(SW, language="nb")]) == norwegian


def test_who_leaves_is_an_original_and_so_is_the_eldest_of_those_left() -> None:
    sw, ar = (replace(one, translation_set="en", is_source=False) for one in (SW, AR))
    out = leave(sw, [EN, sw, ar], "new")
    assert isinstance(out, EditArticle)
    assert (out.on(sw).translation_set, out.on(sw).is_source) == ("new", True)
    both = leave(EN, [EN, replace(sw, created_at=NOON + timedelta(days=1)), ar], "new")
    assert isinstance(both, Several)
    heir = both.edits[1]
    assert isinstance(heir, EditArticle)
    assert (heir.article_id, heir.on(ar).is_source, heir.on(ar).approved_at) == ("ar", True, None)
    away = [replace(one, trashed_at=NOON) for one in (EN, sw)]
    assert isinstance(leave(sw, [away[0], sw, ar], "new"), EditArticle), "the original may come back from the trash"
    assert isinstance(leave(EN, [EN, away[1]], "new"), EditArticle), "no article in the trash becomes an original"


def _led(article: Article, members: list[Article]) -> dict[str, Article]:
    """Return the members after `article` was made the original, by id."""
    after = {one.id: one for one in members}
    for edit in make_original(article, members).edits:
        assert isinstance(edit, EditArticle)
        after[edit.article_id] = edit.on(after[edit.article_id])
        assert sum(one.is_source for one in after.values()) <= 2
    return after


def test_a_translation_becomes_the_original_and_its_approval_is_the_old_one_s() -> None:
    sw, ar = (
        replace(one, translation_set="en", is_source=False, translated_from=translated_words(EN), approved_at=NOON)
        for one in (
            replace(SW, headline="Ngoma", approved_by="Asha"),
            replace(AR, headline="Tabul", approved_by="Omar"),
        )
    )
    behind = replace(sw, id="fr", language="fr", translated_from="older")
    after = _led(sw, [EN, sw, ar, behind])
    assert [one for one in after if after[one].is_source] == ["sw"]
    assert (after["sw"].approved_by, after["sw"].translated_from) == ("", "")
    old, other = after["en"], after["ar"]
    assert (old.approved_by, old.approved_at, old.translated_from) == ("Asha", NOON, translated_words(sw))
    assert (other.approved_by, other.translated_from) == ("Omar", translated_words(sw)), "it answered the same words"
    assert (after["fr"].approved_by, after["fr"].translated_from) == ("", "")
    edits = make_original(sw, [EN, sw, ar, behind]).edits
    kept = {one.article_id: one.keeps_present for one in edits if isinstance(one, EditArticle)}
    assert kept == {"sw": False, "en": False, "ar": False, "fr": True}, "who loses an approval is kept as a version"


def test_of_a_new_original_that_answers_nothing_known_no_approval_follows() -> None:
    sw, ar = (replace(one, translation_set="en", is_source=False) for one in (SW, AR))
    after = _led(sw, [replace(EN, trashed_at=NOON), sw, ar])
    assert [(one.is_source, one.translated_from, one.approved_by) for one in after.values()] == [
        (False, "", ""),
        (True, "", ""),
        (False, "", ""),
    ]
    assert [one.is_source for one in _led(sw, [sw, ar]).values()] == [True, False], "an original that is not there"
