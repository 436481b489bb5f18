"""The format `epub`: an e-book of each edition, `articles-sw.epub`, its newest article first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.settings import Edition
from editor.publish.books import Read, Wanted, book_of, copies_in_book
from editor.publish.bundle import BundleFile, FileRole, Means
from editor.publish.epub import TYPE, epub


def files(means: Means, context: JobContext) -> Iterator[BundleFile]:
    """Yield the books. An edition that shows nothing has none: a book has at least one article."""
    site = means.site
    editions = [edition for edition in site.editions if site.shown(edition)]
    for edition, part in zip(editions, context.split(*[1] * len(editions)), strict=True):
        articles = site.shown(edition)
        reading, making = part.split(1, 9)
        wanted: dict[str, Wanted] = {}
        for number, article in enumerate(articles):
            context.check()
            reading.report(number / len(articles), say("Preparing {headline}", headline=article.headline))
            wanted.update((one[0].id, one) for one in copies_in_book(site, means.bodies, [article]))
        copies = means.copies(list(wanted.values()), making)
        yield _book(means, edition, articles, {copy.name: copy.read for copy in copies})


def _book(means: Means, edition: Edition, articles: Sequence[Article], pictures: dict[str, Read]) -> BundleFile:
    return BundleFile(
        path=f"articles-{edition.locale}.epub",
        make=lambda: epub(book_of(means.site, means.bodies, edition, articles, pictures)),
        type=TYPE,
        role=FileRole.BOOK,
    )
