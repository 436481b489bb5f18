"""Page models into HTML through a theme's templates: sandboxed, escaped, compiled once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from editor.core.resources import resources_root
from editor.publish import pages
from editor.publish.furniture import marks
from editor.publish.legible import legible
from editor.publish.pages import TEMPLATES, ArticlePage, Card, Page, Picture
from editor.publish.theme import Theme

# What a template reads most: hundreds of times a page.
_MODEL = frozenset(one for one in vars(pages).values() if isinstance(one, type) and one.__module__ == pages.__name__)
BODY_SIZES = "(min-width: 46rem) 42rem, 94vw"


def page_html(page: Page, theme: Theme) -> str:
    """Return the whole document of `page` in the templates of `theme`."""
    template = _environment(theme).get_template(TEMPLATES[type(page)])
    return legible(template.render(page=page))


def item_html(page: ArticlePage, theme: Theme) -> str:
    """Return what a feed holds of `page`: its text with what must be said of it, and nothing of the page around it."""
    return legible(_environment(theme).get_template("item.html").render(page=page))


def picture_html(picture: Picture, language: str, theme: Theme) -> str:
    """Return `picture` as a figure inside a body of `language`."""
    figure = getattr(_environment(theme).get_template("parts.html").module, "figure")  # noqa: B009 - a template's macro
    return str(figure(picture, "inside", BODY_SIZES, language))


def entry_html(card: Card, language: str, theme: Theme) -> str:
    """Return `card` as an article of a list on a page of `language`."""
    entry = getattr(_environment(theme).get_template("parts.html").module, "entry")  # noqa: B009 - a template's macro
    return str(entry(card, language))


def _environment(theme: Theme) -> ImmutableSandboxedEnvironment:
    return _made_environment(theme.folders, theme.key)


@lru_cache(maxsize=4)
def _made_environment(folders: tuple[Path, ...], key: str) -> ImmutableSandboxedEnvironment:  # noqa: ARG001
    """`key` says what the templates hold: the same folders with other words in them are another environment."""
    made = _Sandbox(
        # Last, all shipped templates by their theme: `newspaper/article.html` for one to build on.
        loader=FileSystemLoader([*folders, resources_root() / "templates"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    made.filters["marks"] = marks
    return made


class _Sandbox(ImmutableSandboxedEnvironment):
    """The sandbox, with a short way for our own page model: its parts are frozen and hold nothing but values."""

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - a template's values
        """Return what a template reads by `obj.attribute`."""
        if type(obj) in _MODEL and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)
