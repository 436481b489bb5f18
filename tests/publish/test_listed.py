"""Articles in order, each looked up when it is looked at and no sooner."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from editor.domain.article import Article
from editor.publish.listed import Listed
from tests.builders import an_article


class Noted(Mapping[str, Article]):
    """Articles that note which of them were looked up."""

    def __init__(self, *articles: Article) -> None:
        self._articles = {article.id: article for article in articles}
        self.seen: list[str] = []

    def __getitem__(self, key: str) -> Article:
        self.seen.append(key)
        return self._articles[key]

    def __iter__(self) -> Iterator[str]:
        return iter(self._articles)

    def __len__(self) -> int:
        return len(self._articles)


def test_an_article_is_looked_up_when_it_is_looked_at() -> None:
    articles = [an_article(id=f"{number:032x}", headline=str(number)) for number in range(5)]
    noted = Noted(*articles)
    listed = Listed([article.id for article in articles], noted)
    assert (len(listed), bool(listed), bool(Listed([], noted))) == (5, True, False)
    assert listed[1:3].ids == [articles[1].id, articles[2].id]
    assert noted.seen == []
    assert listed[-1] is articles[-1]
    assert noted.seen == [articles[-1].id]
    assert next(iter(listed)) is articles[0]
    assert noted.seen == [articles[-1].id, articles[0].id]
    assert listed == articles
    assert listed[1:3] == articles[1:3]
    assert listed != articles[1:]
