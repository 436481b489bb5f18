"""Pages of a test's own: plain, quick, and able to fail in every way that real ones can."""

from __future__ import annotations

import html
import os

from editor.core.errors import Fault
from editor.core.messages import say
from editor.domain.article import Article
from editor.ui.page_worker import PageSource
from tests.builders import png

STYLE = "body { margin: 16px; font: 16px/24px sans-serif; } img { display: block; max-width: 100%; height: auto; }"


class FakePages:
    """Renders an article's paragraphs. Headlines say what goes wrong: "fault" and "die" do as they say."""

    def page(self, article: Article, locale: str, *, dark: bool | None = None) -> str:
        if article.headline == "fault":
            raise Fault(say("The page could not be made."))
        if article.headline == "die":
            os._exit(7)
        paragraphs = "".join(f'<p id="p{n}">{html.escape(one)}</p>' for n, one in enumerate(article.body.split("\n\n")))
        ground, ink = ("#101010", "#eeeeee") if dark else ("#fdfdfd", "#111111")
        headline = html.escape(article.headline)
        return (
            f'<!doctype html><html lang="{locale}"><head><meta charset="utf-8"><title>{headline}</title>'
            '<link rel="stylesheet" href="../../theme/site.css">'
            f"<style>body {{ background: {ground}; color: {ink}; }}</style></head><body><h1>{headline}</h1>"
            '<img src="../../images/one.png" width="64" height="48" alt="A drum">'
            f'<script>document.title = "run"</script>{paragraphs}'
            '<a id="own" href="../other/index.html">own</a> <a id="out" href="https://outside.example/x">out</a>'
            '<img id="foreign" src="https://outside.example/x.png" alt=""></body></html>'
        )

    def path(self, article: Article, locale: str) -> str:
        return f"{locale}/{article.slug}/index.html"

    def resource(self, path: str) -> tuple[bytes, str] | None:
        if path == "theme/site.css":
            return STYLE.encode(), "text/css"
        if path == "images/one.png":
            return png(64, 48), "image/png"
        if path == "images/die.png":
            os._exit(7)
        if path == "images/broken.png":
            raise ValueError("a bug of ours")
        return None


def fake_pages() -> PageSource:
    """Open the pages; named, so that another process can be told of it."""
    return FakePages()


def no_pages() -> PageSource:
    """Fail to open, as a damaged newsroom does."""
    raise Fault(say("The newsroom could not be opened."))
