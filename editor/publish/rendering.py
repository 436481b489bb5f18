"""Page models into HTML through a theme's templates: sandboxed, escaped, compiled once."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from typing import Any

from jinja2 import FileSystemLoader, StrictUndefined
from jinja2.exceptions import SecurityError
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from editor.core.resources import resources_root
from editor.publish import pages
from editor.publish.furniture import marks
from editor.publish.legible import legible
from editor.publish.pages import TEMPLATES, ArticlePage, Card, Page, Picture
from editor.publish.theme import Theme
from editor.publish.theme_faults import explained

# What a template reads most: hundreds of times a page.
_MODEL = frozenset(one for one in vars(pages).values() if isinstance(one, type) and one.__module__ == pages.__name__)
_MOST_AT_ONCE = 1_000_000
BODY_SIZES = "(min-width: 46rem) 42rem, 94vw"


def page_html(page: Page, theme: Theme) -> str:
    """Return the whole document of `page` in the templates of `theme`."""
    with explained(theme):
        template = _environment(theme).get_template(TEMPLATES[type(page)])
        return legible(template.render(page=page))


def item_html(page: ArticlePage, theme: Theme) -> str:
    """Return what a feed holds of `page`: its text with what must be said of it, and nothing of the page around it."""
    with explained(theme):
        return legible(_environment(theme).get_template("item.html").render(page=page))


def picture_html(picture: Picture, language: str, theme: Theme) -> str:
    """Return `picture` as a figure inside a body of `language`."""
    return _drawn("figure", theme, picture, "inside", BODY_SIZES, language)


def entry_html(card: Card, language: str, theme: Theme) -> str:
    """Return `card` as an article of a list on a page of `language`."""
    return _drawn("entry", theme, card, language)


def _drawn(macro: str, theme: Theme, *values: object) -> str:
    with explained(theme):
        return str(getattr(_environment(theme).get_template("parts.html").module, macro)(*values))


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

    intercepted_binops = frozenset({"*", "**"})

    def call_binop(self, context: Context, operator: str, left: Any, right: Any) -> Any:  # noqa: ANN401 - as above
        """Refuse what would fill the memory: a text many times over, a number beyond all counting."""
        sizes = [len(one) if isinstance(one, str | list | tuple) else abs(one) for one in (left, right)]
        if operator == "**" or sizes[0] * sizes[1] > _MOST_AT_ONCE:
            raise SecurityError(f"{operator} makes too much here")
        return super().call_binop(context, operator, left, right)

    def getattr(self, obj: Any, attribute: str) -> Any:  # noqa: ANN401 - a template's values
        """Return what a template reads by `obj.attribute`."""
        if type(obj) in _MODEL and attribute[0] != "_":
            try:
                return getattr(obj, attribute)
            except AttributeError:
                pass
        return super().getattr(obj, attribute)
