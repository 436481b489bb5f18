"""A translation set as its panel shows it, and what changed in the source since."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.errors import UserError
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article, TranslationState
from editor.domain.difference import text_after, text_before
from editor.domain.edits import CreateArticle, change_article
from editor.domain.translation import SharedField
from editor.domain.version import VersionKind
from editor.services.translations import SourceChanges, Translations
from tests.builders import NOON, FixedClock, a_desk, a_link, an_article, an_external, created

L = say("A change")
BODY = "They played the drums.\n\nLee left on 13 January.\n\n![](images/0123456789ab-a.png)\n\nTalks go on."


@pytest.fixture
def clock() -> FixedClock:
    return FixedClock()


@pytest.fixture
def desk(tmp_path: Path, clock: FixedClock) -> Iterator[Desk]:
    made = a_desk(tmp_path / "desk", clock=clock)
    made.articles.apply(created(an_article(id="en", headline="Drums", body=BODY)))
    yield made
    made.close()


def _translations(desk: Desk) -> Translations:
    return Translations(desk.articles, desk.newsroom, desk.clock)


def _translated(desk: Desk, language: str = "sw") -> Article:
    begun = desk.articles.translation_of(desk.articles.get("en"), language)
    desk.articles.apply(CreateArticle(begun, L, NOON))
    return desk.articles.get(begun.id)


def _write(desk: Desk, article: Article, **fields: object) -> Article:
    desk.articles.apply(change_article(article, L, **fields))
    return desk.articles.get(article.id)


def _approved(desk: Desk) -> Article:
    body = "Walipiga ngoma.\n\nLee aliondoka 13 Januari.\n\n![](images/0123456789ab-a.png)\n\nMazungumzo yanaendelea."
    swahili = _write(desk, _translated(desk), headline="Ngoma", body=body)
    edit = _translations(desk).approval(swahili, "Asha")
    assert edit is not None
    desk.articles.apply(edit)
    return desk.articles.get(swahili.id)


def test_the_set_lists_the_source_its_translations_and_what_editions_lack(desk: Desk) -> None:
    english = desk.articles.get("en")
    assert [(one.language, one.state.value) for one in _translations(desk).members(english)] == [
        ("en", ""),
        ("sw", "missing"),
    ]
    swahili = _write(desk, _translated(desk), headline="Ngoma")
    _source, member = _translations(desk).members(english)
    assert (member.article, member.state.value, member.done, member.of) == (swahili, "translating", 1, 4)
    assert (_translations(desk).source(swahili), _translations(desk).source(english)) == (english, None)


def test_nothing_changed_until_the_source_does(desk: Desk) -> None:
    swahili = _approved(desk)
    assert _translations(desk).changes(swahili, quiet()) == SourceChanges(is_changed=False)
    _write(desk, desk.articles.get("en"), tags=("Japan",))
    assert _translations(desk).changes(swahili, quiet()) == SourceChanges(is_changed=False)


def test_each_changed_paragraph_with_its_words_and_where_its_answer_stands(desk: Desk, clock: FixedClock) -> None:
    swahili = _approved(desk)
    clock.forward(600)
    body = BODY.replace("13 January", "14 January").replace("Talks go on.", "Talks go on.\n\nNobody knows when.")
    _write(desk, desk.articles.get("en"), headline="Drums in Nara", body=body)
    changes = _translations(desk).changes(swahili, quiet())
    assert [(one.field, one.line) for one in changes.paragraphs] == [("headline", 0), ("body", 2), ("body", 6)]
    assert [(text_before(one.stretches), text_after(one.stretches)) for one in changes.paragraphs] == [
        ("Drums", "Drums in Nara"),
        ("Lee left on 13 January.", "Lee left on 14 January."),
        ("", "Nobody knows when."),
    ]
    again = _translations(desk).approval(swahili, "Asha")
    assert again is not None
    desk.articles.apply(again)
    assert not _translations(desk).changes(desk.articles.get(swahili.id), quiet()).is_changed


def test_a_paragraph_that_went_is_named_where_its_answer_still_stands(desk: Desk) -> None:
    swahili = _approved(desk)
    _write(desk, desk.articles.get("en"), body=BODY.replace("Lee left on 13 January.\n\n", ""))
    (gone,) = _translations(desk).changes(swahili, quiet()).paragraphs
    assert (text_before(gone.stretches), text_after(gone.stretches), gone.line) == ("Lee left on 13 January.", "", 2)


def test_a_translation_that_nobody_recorded_and_one_whose_source_was_not_kept_say_so(desk: Desk) -> None:
    swahili = _translated(desk)
    unknown = _write(desk, swahili, translated_from="")
    assert _translations(desk).changes(unknown, quiet()) == SourceChanges(is_changed=False, is_kept=False)
    lost = _write(desk, unknown, translated_from="ab" * 32)
    assert _translations(desk).changes(lost, quiet()) == SourceChanges(is_changed=True, is_kept=False)
    assert _translations(desk).changes(desk.articles.get("en"), quiet()) == SourceChanges(is_changed=False)


def test_without_a_source_there_is_nothing_to_approve(desk: Desk) -> None:
    assert _translations(desk).approval(desk.articles.get("en"), "Asha") is None


def test_two_articles_that_are_there_become_one_set_and_undo_parts_them(desk: Desk) -> None:
    shared, own = a_link(external=an_external(url="https://a.example")), a_link(external=an_external())
    swahili = an_article(id="sw", language="sw", headline="Ngoma", links=(own,), published=NOON)
    desk.articles.apply(created(swahili))
    english = _write(desk, desk.articles.get("en"), links=(shared,))
    before = desk.articles.get("sw")
    joining = _translations(desk).joining(english, "sw")
    assert joining.original.id == "en"
    assert [(one.article.id, one.given_up) for one in joining.newcomers] == [("sw", (SharedField.LINKS,))]
    change = desk.articles.apply(joining.edit)
    joined = desk.articles.get("sw")
    assert (joined.translation_set, joined.is_source, joined.links) == ("en", False, (shared,))
    assert desk.articles.get("en").published == NOON, "what the set was silent about is the newcomer's"
    assert [head.kind for head in desk.articles.versions("sw")] == [VersionKind.RESTORE]
    desk.articles.apply(change.edit.inverse())
    assert replace(desk.articles.get("sw"), changed_at=None) == replace(before, changed_at=None)
    assert desk.articles.get("en").published is None


def test_a_language_that_is_there_is_refused_in_words(desk: Desk) -> None:
    _translated(desk)
    desk.articles.apply(created(an_article(id="other", language="sw", headline="Nyingine")))
    english, service = desk.articles.get("en"), _translations(desk)
    with pytest.raises(UserError, match="translation in “sw” already"):
        service.joining(english, "other")
    member = service.members(english)[1].article
    assert member is not None
    with pytest.raises(UserError, match="in this translation set already"):
        service.joining(english, member.id)


def test_one_is_taken_out_and_keeps_what_was_shared(desk: Desk) -> None:
    service = _translations(desk)
    assert service.leaving(desk.articles.get("en")) is None
    link = a_link(external=an_external())
    _write(desk, desk.articles.get("en"), links=(link,))
    swahili = _translated(desk)
    edit = service.leaving(desk.articles.get("en"))
    assert edit is not None
    change = desk.articles.apply(edit)
    english, alone = desk.articles.get("en"), desk.articles.get(swahili.id)
    assert english.translation_set not in {"en", alone.translation_set}
    assert (english.is_source, alone.is_source, alone.translated_from) == (True, True, "")
    assert len(english.links) == len(alone.links) == 1
    desk.articles.apply(change.edit.inverse())
    assert [one.id for one in desk.articles.members("en")] == ["en", swahili.id]
    assert not desk.articles.get(swahili.id).is_source


def test_a_translation_is_made_the_original_and_undo_gives_it_back(desk: Desk) -> None:
    service, swahili = _translations(desk), _translated(desk)
    assert service.leading(desk.articles.get("en")) is None
    swahili = _write(desk, swahili, headline="Ngoma")
    approval = service.approval(swahili, "Asha")
    assert approval is not None
    desk.articles.apply(approval)
    edit = service.leading(desk.articles.get(swahili.id))
    assert edit is not None
    change = desk.articles.apply(edit)
    source, old = service.members(desk.articles.get("en"))[:2]
    assert (source.article and source.article.id, source.state) == (swahili.id, TranslationState.SOURCE)
    assert (old.article and old.article.id, old.state) == ("en", TranslationState.APPROVED)
    _write(desk, desk.articles.get(swahili.id), headline="Ngoma za Nara")
    assert service.members(desk.articles.get("en"))[1].state is TranslationState.SOURCE_CHANGED
    found = service.changes(desk.articles.get("en"), quiet())
    assert found.is_kept, "the words that it answers are kept"
    assert [one.field for one in found.paragraphs] == ["headline"]
    desk.articles.apply(change.edit.inverse())
    assert desk.articles.get("en").is_source
    assert (desk.articles.get(swahili.id).is_source, desk.articles.get(swahili.id).approved_by) == (False, "Asha")


def test_an_original_that_comes_back_from_the_trash_is_the_only_one(desk: Desk) -> None:
    swahili, arabic = _translated(desk), _translated(desk, "ar")
    _write(desk, desk.articles.get("en"), trashed_at=NOON)
    edit = _translations(desk).leaving(swahili)
    assert edit is not None
    desk.articles.apply(edit)
    _write(desk, desk.articles.get("en"), trashed_at=None)
    assert [(one.id, one.is_source) for one in desk.articles.members("en")] == [("en", True), (arabic.id, False)]


def test_a_translation_s_address_is_its_own_headline_s_and_until_there_is_one_its_original_s(desk: Desk) -> None:
    _write(desk, desk.articles.get("en"), headline="Drums in Nara", slug="drums-in-nara")
    begun = replace(desk.articles.translation_of(desk.articles.get("en"), "tr"), headline="")
    desk.articles.apply(CreateArticle(begun, L, NOON))
    turkish = desk.articles.get(begun.id)
    assert turkish.slug == "drums-in-nara-2"
    turkish = _write(desk, turkish, headline="ISPARTA'DA DAVUL")
    assert turkish.slug == "ıspartada-davul", "by the letters of its own language"
    turkish = _write(desk, turkish, headline="…")
    assert turkish.slug == "drums-in-nara-2"
    alone = an_article(id="alone", slug="", headline="")
    desk.articles.apply(created(alone))
    assert desk.articles.get("alone").slug == "article"
