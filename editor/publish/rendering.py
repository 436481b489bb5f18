"""Page models into HTML through a theme's templates: sandboxed, escaped, compiled once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from editor.core.resources import resources_root
from editor.publish.furniture import marks
from editor.publish.legible import legible
from editor.publish.pages import TEMPLATES, ArticlePage, Card, Page, Picture
from editor.publish.shipped_templates import ShippedTemplates
from editor.publish.theme import Theme
from editor.publish.theme_faults import explained
from editor.publish.theme_limits import Limited, begin_page

BODY_SIZES = "(min-width: 46rem) 42rem, 94vw"


@dataclass(frozen=True, slots=True)
class Drawing:
    """How the bytes of a page are made: composed first, then drawn. What it is called with may be pickled."""

    compose: Callable[[], Page]
    theme: Theme

    def __call__(self) -> bytes:
        """Return the page's bytes."""
        return self.drawn(self.compose())

    def drawn(self, page: Page) -> bytes:
        """Return the bytes of `page` once it is composed."""
        return page_html(page, self.theme).encode()


def page_html(page: Page, theme: Theme) -> str:
    """Return the whole document of `page` in the templates of `theme`."""
    begin_page()
    with explained(theme):
        template = _environment(theme).get_template(TEMPLATES[type(page)])
        return legible(template.render(page=page))


def item_html(page: ArticlePage, theme: Theme) -> str:
    """Return what a feed holds of `page`: its text with what must be said of it, and nothing of the page around it."""
    begin_page()
    with explained(theme):
        return legible(_environment(theme).get_template("item.html").render(page=page))


def picture_html(picture: Picture, language: str, theme: Theme) -> str:
    """Return `picture` as a figure inside a body of `language`."""
    return _drawn("figure", theme, picture, "inside", BODY_SIZES, language)


def entry_html(card: Card, language: str, theme: Theme) -> str:
    """Return `card` as an article of a list on a page of `language`."""
    return _drawn("entry", theme, card, language)


def _drawn(macro: str, theme: Theme, *values: object) -> str:
    begin_page()
    with explained(theme):
        return str(getattr(_environment(theme).get_template("parts.html").module, macro)(*values))


def _environment(theme: Theme) -> Environment:
    return _made_environment(theme.folders, theme.key)


@lru_cache(maxsize=4)
def _made_environment(folders: tuple[Path, ...], key: str) -> Environment:  # noqa: ARG001
    """`key` says what the templates hold: the same folders with other words in them are another environment."""
    is_shipped = folders[0].is_relative_to(resources_root() / "templates")
    made = (ShippedTemplates if is_shipped else Limited)(
        # Last, all shipped templates by their theme: `newspaper/article.html` for one to build on.
        loader=FileSystemLoader([*folders, resources_root() / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["marks"] = marks
    if isinstance(made, ShippedTemplates):
        made.draw_once("parts.html", ("card", "dated"))
    return made
