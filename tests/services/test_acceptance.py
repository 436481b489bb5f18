"""What becomes of an edit: refusals, slugs that follow, links that join, versions that are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.core.errors import Fault, UserError
from editor.core.messages import say
from editor.domain.article import Article, FormerSlug, Status
from editor.domain.content import content_hash
from editor.domain.edits import (
    AddImage,
    CreateArticle,
    Edit,
    EditArticle,
    EditSettings,
    Several,
    change_article,
    change_image,
)
from editor.domain.image import Placement
from editor.domain.signing import change_signer, sign_off
from editor.domain.version import VersionKind
from editor.domain.workflow import publish, set_status, withdraw
from editor.services.articles import Articles
from editor.services.images import Images
from editor.services.newsroom import Newsroom
from editor.storage.database import Database
from tests.builders import (
    NOON,
    FixedClock,
    a_database,
    a_link,
    an_article,
    an_external,
    an_id,
    an_image,
    created,
    some_settings,
)

L = say("A change")


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    made = a_database(tmp_path / "desk")
    yield made
    made.close()


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def articles(database: Database, clock: FixedClock) -> Articles:
    return Articles(database, clock, "Amina")


def _stored(articles: Articles, article: Article) -> Article:
    articles.apply(created(article))
    return articles.get(article.id)


def test_what_moved_meanwhile_is_not_overwritten(articles: Articles) -> None:
    seen = _stored(articles, an_article(headline="First"))
    articles.apply(change_article(seen, L, headline="Second"))
    with pytest.raises(UserError, match="changed meanwhile: headline"):
        articles.apply(change_article(seen, L, headline="Third"))
    articles.apply(change_article(seen, L, section="World"))  # another field has not moved
    assert (articles.get(seen.id).headline, articles.get(seen.id).section) == ("Second", "World")


@pytest.mark.parametrize(
    "edit",
    [
        EditArticle(an_id(), {}, {"headline": "x"}, L),
        change_image(an_image(), L, credit="x"),
        change_article(an_article(), L, section="x"),
    ],
)
def test_what_is_not_there_cannot_be_changed(articles: Articles, edit: Edit) -> None:
    with pytest.raises(UserError, match="There is no"):
        articles.apply(edit)


def test_several_edits_are_made_together_or_not_at_all(articles: Articles) -> None:
    article = _stored(articles, an_article())
    wrong = change_article(article, L, links=(a_link(an_id()),))
    with pytest.raises(UserError, match="There is no article"):
        articles.apply(Several((change_article(article, L, section="World"), wrong), L))
    assert articles.get(article.id) == article
    both = Several((change_article(article, L, section="World"), change_article(article, L, tags=("a",))), L)
    change = articles.apply(both)
    assert change.fields == {"section", "tags"}
    articles.apply(both.inverse())
    assert articles.get(article.id) == article


def test_slugs_are_one_of_a_kind(articles: Articles) -> None:
    first = _stored(articles, an_article(slug="drums"))
    with pytest.raises(UserError, match=r"has the address “DRUMS” already.*This one is free: DRUMS-2"):
        articles.apply(created(an_article(slug="DRUMS")))
    second = _stored(articles, an_article(headline="Drums", slug=""))
    assert second.slug == "drums-2"
    with pytest.raises(UserError, match="already"):
        articles.apply(change_article(second, L, slug="Drums"))
    articles.apply(change_article(first, L, slug="DRUMS"))  # its own, in other letters
    articles.apply(change_article(articles.get(first.id), L, trashed_at=NOON))
    with pytest.raises(UserError, match="in the trash"):
        articles.apply(change_article(second, L, slug="drums"))


def test_a_hostile_slug_is_refused(articles: Articles) -> None:
    article = _stored(articles, an_article())
    with pytest.raises(UserError, match="cannot be an address"):
        articles.apply(change_article(article, L, slug="../../etc/passwd"))
    with pytest.raises(UserError, match="cannot be an address"):
        articles.apply(created(an_article(slug="a/b")))


def test_an_address_nobody_chose_follows_the_headline_until_it_is_out(articles: Articles) -> None:
    article = _stored(articles, an_article(headline="", slug=""))
    assert article.slug == "article"
    edit = change_article(article, L, headline="Drums in Nara")
    change = articles.apply(edit)
    assert change.fields == {"headline", "slug"}
    assert articles.get(article.id).slug == "drums-in-nara"
    articles.apply(edit.inverse())
    assert articles.get(article.id) == article
    articles.apply(edit)
    articles.apply(publish(articles.get(article.id), NOON))
    articles.apply(change_article(articles.get(article.id), L, headline="Other words"))
    assert articles.get(article.id).slug == "drums-in-nara"
    articles.apply(change_article(articles.get(article.id), L, slug=""))
    assert articles.get(article.id).slug == "other-words"


def test_pitfall_33_an_address_that_readers_met_is_remembered_and_undone_with_the_change(articles: Articles) -> None:
    article = _stored(articles, an_article(headline="Drums", slug="drums", status=Status.PUBLISHED, published=NOON))
    change = articles.apply(change_article(article, L, slug="two-drums"))
    assert "former_slugs" in change.fields
    assert [one.slug for one in articles.get(article.id).former_slugs] == ["drums"]
    articles.apply(change.edit.inverse())
    assert replace(articles.get(article.id), changed_at=None) == replace(article, changed_at=None)
    articles.apply(change.edit)
    articles.apply(change_article(articles.get(article.id), L, status=Status.DRAFT))
    articles.apply(change_article(articles.get(article.id), L, headline="Flutes", slug=""))
    assert [one.slug for one in articles.get(article.id).former_slugs] == ["drums", "two-drums"]
    hostile = change_article(articles.get(article.id), L, former_slugs=(FormerSlug(slug="../x"),))
    with pytest.raises(UserError, match="cannot be an address"):
        articles.apply(hostile)


def test_a_date_in_a_draft_does_not_keep_its_address_from_following(articles: Articles) -> None:
    article = _stored(articles, an_article(headline="Drums", slug=""))
    articles.apply(change_article(article, L, published=NOON))
    articles.apply(change_article(articles.get(article.id), L, headline="Drums in Nara"))
    assert articles.get(article.id).slug == "drums-in-nara"


def test_an_address_follows_by_the_rules_of_its_language(articles: Articles) -> None:
    article = _stored(articles, an_article(headline="KIŞ", language="tr", slug=""))
    assert article.slug == "kış"
    articles.apply(change_article(article, L, headline="KIŞ IŞIĞI"))
    assert articles.get(article.id).slug == "kış-ışığı"
    articles.apply(change_article(articles.get(article.id), L, language="fr"))
    assert articles.get(article.id).slug == "kiş-işiği"
    articles.apply(change_article(articles.get(article.id), L, headline="L’hiver"))
    assert articles.get(article.id).slug == "l-hiver"


def test_a_chosen_address_stays(articles: Articles) -> None:
    article = _stored(articles, an_article(headline="Drums", slug="my-own"))
    change = articles.apply(change_article(article, L, headline="Flutes"))
    assert articles.get(article.id).slug == "my-own"
    assert change.fields == {"headline"}


def test_pending_links_join_and_old_edits_still_undo(articles: Articles) -> None:
    waiting = _stored(articles, an_article(slug="waiting"))
    link = change_article(waiting, L, links=(a_link(pending="later"),))
    articles.apply(link)
    assert articles.get(waiting.id).links[0].pending == "later"
    target = an_article(slug="later")
    change = articles.apply(created(target))
    assert change.articles == {target.id, waiting.id}
    assert "links" in change.fields
    assert articles.get(waiting.id).links[0].article == target.id
    articles.apply(link.inverse())  # made when the target was not there: it means the same link
    assert articles.get(waiting.id) == waiting
    articles.apply(link)
    assert articles.get(waiting.id).links[0].article == target.id


def test_a_renamed_article_is_found_by_those_who_wait(articles: Articles) -> None:
    waiting = _stored(articles, an_article(slug="waiting", links=(a_link(pending="later"),)))
    target = _stored(articles, an_article(slug="now"))
    articles.apply(change_article(target, L, slug="later"))
    assert articles.get(waiting.id).links[0].article == target.id


def test_no_link_to_itself_by_whatever_name(articles: Articles) -> None:
    article = _stored(articles, an_article(slug="me"))
    for link in (a_link(article), a_link(pending="ME"), a_link(pending=article.id)):
        with pytest.raises(UserError, match="cannot be linked to itself"):
            articles.apply(change_article(article, L, links=(link,)))


@pytest.mark.parametrize(
    "fields",
    [
        {"hero": Placement(image_id=an_id())},
        {"links": (a_link(external=an_external(picture=Placement(image_id=an_id()))),)},
    ],
)
def test_a_picture_that_is_not_there_cannot_be_used(articles: Articles, fields: dict[str, object]) -> None:
    article = _stored(articles, an_article())
    with pytest.raises(UserError, match="There is no picture"):
        articles.apply(change_article(article, L, **fields))


def test_an_id_is_used_once_and_a_creation_can_be_redone(articles: Articles, clock: FixedClock) -> None:
    edit = CreateArticle(an_article(), L, NOON)
    articles.apply(edit)
    with pytest.raises(UserError, match="an article with this id already"):
        articles.apply(CreateArticle(replace(edit.article, slug="other"), L, NOON))
    articles.apply(change_article(articles.get(edit.article.id), L, body="More words"))
    articles.apply(edit.inverse())
    assert articles.get(edit.article.id).trashed_at == NOON
    articles.apply(edit)
    restored = articles.get(edit.article.id)
    assert (restored.trashed_at, restored.body) == (None, "More words")
    assert clock.now() == restored.created_at


def test_a_pause_keeps_the_version_before_it(articles: Articles, clock: FixedClock) -> None:
    article = _stored(articles, an_article(body="one"))
    for words in ("two", "three"):
        clock.forward(20)
        article = articles.get(article.id)
        articles.apply(change_article(article, L, body=words))
    assert articles.versions(article.id) == []
    clock.forward(60)
    article = articles.get(article.id)
    articles.apply(change_article(article, L, body="four"))
    (head,) = articles.versions(article.id)
    assert (head.at, head.by, head.label) == (article.changed_at, "Amina", "")
    assert articles.version(head.id) == article
    assert head.hash == content_hash(article)


def test_the_first_word_after_a_pause_that_was_kept_keeps_nothing(articles: Articles, clock: FixedClock) -> None:
    article = _stored(articles, an_article(body="one"))
    articles.apply(change_article(article, L, body="two"))
    clock.forward(60)
    assert articles.rest(article.id)
    clock.forward(60)
    articles.apply(change_article(articles.get(article.id), L, body="three"))
    (head,) = articles.versions(article.id)
    assert (head.kind, articles.version(head.id).body) == (VersionKind.PAUSE, "two")
    clock.forward(60)
    articles.apply(change_article(articles.get(article.id), L, body="four"))
    assert [articles.version(head.id).body for head in articles.versions(article.id)] == ["three", "two"]


def test_a_stretch_is_the_work_of_one_person(database: Database, articles: Articles, clock: FixedClock) -> None:
    article = _stored(articles, an_article(body="one"))
    articles.apply(change_article(article, L, body="two"))
    Articles(database, clock, "Juma").apply(change_article(articles.get(article.id), L, body="three"))
    (head,) = articles.versions(article.id)
    assert (head.by, articles.version(head.id).body) == ("Amina", "two")


def test_pitfall_7_two_saves_of_one_person_never_collide_and_those_of_two_lose_nothing(
    database: Database, articles: Articles, clock: FixedClock
) -> None:
    """Pitfall 7: a person's second save reported another editor; and a real one must overwrite nothing."""
    article = _stored(articles, an_article(body="0"))
    for number in range(1, 30):
        articles.apply(change_article(articles.get(article.id), L, body=str(number)))
    stale = articles.get(article.id)
    Articles(database, clock, "Juma").apply(change_article(stale, L, body="Juma's words"))
    with pytest.raises(UserError, match="changed meanwhile"):
        articles.apply(change_article(stale, L, body="Amina's words"))
    assert articles.get(article.id).body == "Juma's words"
    assert [articles.version(head.id).body for head in articles.versions(article.id)] == ["29"]


def test_every_status_is_a_version(articles: Articles, clock: FixedClock) -> None:
    article = _stored(articles, an_article(body="one"))
    articles.apply(set_status(article, Status.READY))
    clock.forward(5)
    articles.apply(publish(articles.get(article.id), clock.now()))
    published = articles.get(article.id)
    clock.forward(5)
    articles.apply(withdraw(published, clock.now()))
    heads = articles.versions(article.id)
    assert [head.label for head in heads] == ["withdrawn", "published", "ready", ""]
    assert articles.version(heads[1].id) == published


def test_the_present_is_kept_before_an_update(articles: Articles) -> None:
    article = _stored(articles, an_article(body="one"))
    articles.apply(change_article(article, L, body="two"), keep_first=VersionKind.UPDATE)
    (head,) = articles.versions(article.id)
    assert head.kind is VersionKind.UPDATE
    assert articles.version(head.id).body == "one"


def test_an_empty_article_leaves_no_version(articles: Articles, clock: FixedClock) -> None:
    article = _stored(articles, an_article(headline="", slug=""))
    clock.forward(100)
    articles.apply(change_article(article, L, headline="A"))
    assert articles.versions(article.id) == []


def test_pictures_come_go_and_stay_where_they_are_used(
    articles: Articles, database: Database, clock: FixedClock
) -> None:
    images = Images(database, clock)
    picture = an_image()
    add = AddImage(picture, L, NOON)
    articles.apply(add)
    assert images.get(picture.id).added_at == clock.now()
    articles.apply(add)  # it is there: nothing happens
    articles.apply(add.inverse())
    assert images.all() == []
    articles.apply(add)
    article = _stored(articles, an_article(hero=Placement(image_id=picture.id)))
    with pytest.raises(UserError, match="used in 1 article and stays"):
        articles.apply(add.inverse())
    articles.apply(Several((add,), L).inverse())
    assert [image.id for image in images.all()] == [picture.id]
    articles.apply(change_article(article, L, hero=None))
    articles.apply(add.inverse())
    assert images.all() == []
    articles.apply(change_article(articles.get(article.id), L, hero=Placement(image_id=picture.id)))
    assert [image.id for image in images.all()] == [picture.id]


def test_an_image_keeps_its_words_and_checks_them(articles: Articles, database: Database, clock: FixedClock) -> None:
    picture = an_image()
    articles.apply(AddImage(picture, L, NOON))
    stored = Images(database, clock).get(picture.id)
    articles.apply(change_image(stored, L, alt={"sw": "Ngoma"}, decided_by="Amina"))
    assert Images(database, clock).get(picture.id).alt == {"sw": "Ngoma"}
    with pytest.raises(UserError, match="changed meanwhile: alt"):
        articles.apply(change_image(stored, L, alt={}))
    with pytest.raises(UserError, match="language tag"):
        articles.apply(change_image(Images(database, clock).get(picture.id), L, alt={"!": ""}))


def test_a_picture_without_its_original_is_not_taken(articles: Articles) -> None:
    with pytest.raises(Fault, match="not in the newsroom"):
        articles.apply(AddImage(an_image(sha256="ab" * 32), L, NOON))


def test_settings_change_as_a_whole_and_never_over_another(articles: Articles, database: Database) -> None:
    newsroom = Newsroom(database)
    before = newsroom.settings
    after = replace(some_settings("fr"), name="Le Bureau")
    change = articles.apply(EditSettings(before, after, L))
    assert change.settings
    assert newsroom.settings == after
    with pytest.raises(UserError, match="settings were changed meanwhile"):
        articles.apply(EditSettings(before, before, L))
    with pytest.raises(UserError, match="needs a name"):
        articles.apply(EditSettings(after, replace(after, name=""), L))
    articles.apply(EditSettings(before, after, L).inverse())
    assert newsroom.settings == before


def test_texts_are_kept_as_files_can_carry_them(articles: Articles) -> None:
    article = _stored(articles, an_article(body="a\r\nb", tags=("x\0",)))
    assert (article.body, article.tags) == ("a\nb", ("x\ufffd",))
    first = change_article(article, L, body="half \ud83d of it\r", extra={"k": ["\u0002v"]})
    articles.apply(first)
    stored = articles.get(article.id)
    assert (stored.body, stored.extra) == ("half \ufffd of it\n", {"k": ["v"]})
    second = EditArticle(article.id, {"body": first.after["body"]}, {"body": "more\r\n"}, L)  # knows what was typed
    articles.apply(second)
    for edit in (second.inverse(), first.inverse()):
        articles.apply(edit)
    assert articles.get(article.id) == article


def test_texts_of_pictures_and_settings_are_kept_so_too(articles: Articles, database: Database) -> None:
    image = an_image(alt={"en": "a\r"}, credit="\ud800")
    articles.apply(AddImage(image, L, NOON))
    images = Images(database, FixedClock())
    assert (images.get(image.id).alt, images.get(image.id).credit) == ({"en": "a\n"}, "\ufffd")
    change = change_image(images.get(image.id), L, credit="b\rc")
    for edit in (change, change.inverse()):
        articles.apply(edit)
    assert images.get(image.id).credit == "\ufffd"
    newsroom = Newsroom(database)
    settings = EditSettings(newsroom.settings, replace(newsroom.settings, name="N\0"), L)
    articles.apply(settings)
    assert newsroom.settings.name == "N\ufffd"
    articles.apply(settings.inverse())
    assert newsroom.settings == settings.before


def test_ranges_reaching_beyond_the_body_are_cut_to_it(articles: Articles) -> None:
    article = an_article(body="Twelve words", ai_ranges=((3, 99), (1, 4)))
    articles.apply(created(article))
    assert articles.get(article.id).ai_ranges == ((1, 12),)
    articles.apply(change_article(articles.get(article.id), L, body="Two"))
    assert articles.get(article.id).ai_ranges == ((1, 2),)


def test_ranges_follow_the_words_as_they_are_kept(articles: Articles) -> None:
    article = an_article(body="One.\n\nTwo.", ai_ranges=((6, 10),))
    articles.apply(created(article))
    articles.apply(change_article(articles.get(article.id), L, body="Now\r\n\r\nOne.\r\n\r\nTwo."))
    stored = articles.get(article.id)
    assert [stored.body[start:end] for start, end in stored.ai_ranges] == ["Two."]


def test_the_list_knows_what_was_changed_since_it_was_signed(articles: Articles) -> None:
    article = an_article(body="One.")
    articles.apply(created(article))

    def is_unsigned() -> bool:
        (head,) = articles.heads()
        return head.is_unsigned

    articles.apply(sign_off(articles.get(article.id), "Asha", NOON))
    assert not is_unsigned()
    articles.apply(change_article(articles.get(article.id), L, body="Two."))
    assert is_unsigned()
    articles.apply(change_article(articles.get(article.id), L, body="One."))
    assert not is_unsigned()


def test_taking_a_sign_off_back_signs_nothing(articles: Articles) -> None:
    article = an_article(body="One.")
    articles.apply(created(article))
    articles.apply(change_signer(articles.get(article.id), "Asha"))
    signing = sign_off(articles.get(article.id), "Otieno", NOON)
    articles.apply(signing)
    articles.apply(change_article(articles.get(article.id), L, body="Two."))
    articles.apply(signing.inverse())
    assert articles.get(article.id).reviewed_by == "Asha"
    signed = [head.label for head in articles.versions(article.id) if head.kind is VersionKind.SIGNED]
    assert signed == ["Otieno"]
