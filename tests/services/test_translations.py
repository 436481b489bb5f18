"""A translation set as its panel shows it, and what changed in the source since."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from editor.bootstrap import Desk
from editor.core.jobs import quiet
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.difference import text_after, text_before
from editor.domain.edits import CreateArticle, change_article
from editor.services.translations import SourceChanges, Translations
from tests.builders import NOON, FixedClock, a_desk, an_article, created

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
