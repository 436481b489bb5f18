"""What a list is asked for."""

from __future__ import annotations

from editor.domain.query import ArticleQuery, SortBy


def test_an_empty_query_is_the_desk_as_it_was_last_worked_on() -> None:
    query = ArticleQuery()
    assert (query.sort, query.descending, query.in_trash) == (SortBy.CHANGED, True, False)
    assert (query.words, query.statuses, query.sections, query.languages) == ("", (), (), ())
