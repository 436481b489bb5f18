"""The format `text`: one plain file per article and edition, `sw/drums-in-nara.txt`."""

from __future__ import annotations

from collections.abc import Iterator

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.content import content_hash
from editor.publish.bundle import BundleFile, FileRole, Means, at_hand
from editor.publish.legible import legible
from editor.publish.text import page_text, withdrawn_text

TYPE = "text/plain; charset=utf-8"


def files(means: Means, context: JobContext) -> Iterator[BundleFile]:
    """Yield the text of every article of every edition."""
    site = means.site
    total = sum(len(site.shown(edition)) for edition in site.editions)
    done = 0
    for edition in site.editions:
        for article in site.shown(edition):
            context.report(done / total, say("Preparing {headline}", headline=article.headline))
            done += 1
            text = page_text(site.subject(edition, article), site)
            yield _file(site.page(edition, article), text, article)
        for article in site.withdrawn(edition):
            yield _file(site.page(edition, article), withdrawn_text(article, edition, site.settings), article)


def _file(page: str, text: str, article: Article) -> BundleFile:
    return BundleFile(
        path=f"{page}.txt",
        make=at_hand(legible(text).encode()),
        type=TYPE,
        role=FileRole.TEXT,
        article=article.id,
        article_version=content_hash(article),
    )
