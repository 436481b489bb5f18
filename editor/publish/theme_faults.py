"""What is wrong with a template of the newsroom's own, in a sentence with its file and line."""

from __future__ import annotations

import contextlib
import traceback
from collections.abc import Iterator

from jinja2 import TemplateError, TemplateNotFound, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.core.resources import resources_root
from editor.publish.theme import Theme

# What a template can bring about by itself besides: a sum of a word and a number, a macro that calls itself for ever.
_OF_TEMPLATES = (TemplateError, TypeError, ValueError, ArithmeticError, RecursionError, MemoryError)


@contextlib.contextmanager
def explained(theme: Theme) -> Iterator[None]:
    """Raise `UserError` for what goes wrong inside a template of the newsroom's own; a shipped one fails as it does."""
    try:
        yield
    except _OF_TEMPLATES as error:
        if theme.folders[0].is_relative_to(resources_root()):
            raise
        place = _place_of(error)
        if place is None:
            raise
        raise UserError(_said(error, theme.name, *place), _hint(error)) from error


def _place_of(error: BaseException) -> tuple[str, int] | None:
    """Return file and line of the template that `error` comes from; None for an error that is not a template's."""
    if isinstance(error, TemplateSyntaxError):
        return error.name or "", error.lineno
    if isinstance(error, TemplateNotFound):
        return str(error.name or ""), 0
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if frame.filename.endswith(".html")]
    return (frames[-1].filename.replace("\\", "/").rpartition("/")[2], frames[-1].lineno or 0) if frames else None


def _said(error: BaseException, theme: str, file: str, line: int) -> Message:
    match error:
        case TemplateSyntaxError():
            return say(
                "Theme “{theme}”, {file}, line {line}: {why}",
                theme=theme,
                file=file,
                line=line,
                why=error.message or "",
            )
        case TemplateNotFound():
            return say(
                "The theme “{theme}” asks for the template “{file}”, which is not there.", theme=theme, file=file
            )
        case UndefinedError():
            return say(
                "Theme “{theme}”, {file}, line {line}: a page has no such name. {why}",
                theme=theme,
                file=file,
                line=line,
                why=error.message or "",
            )
        case SecurityError():
            return say(
                "Theme “{theme}”, {file}, line {line}: a template may not do that. {why}",
                theme=theme,
                file=file,
                line=line,
                why=error.message or "",
            )
        case RecursionError():
            return say(
                "Theme “{theme}”, {file}, line {line}: a macro calls itself without end.",
                theme=theme,
                file=file,
                line=line,
            )
    return say("Theme “{theme}”, {file}, line {line}: {why}", theme=theme, file=file, line=line, why=str(error))


def _hint(error: BaseException) -> Message:
    if isinstance(error, UndefinedError | SecurityError):
        return say("The help, under Themes, lists every name that a template may use.")
    return say("Correct the template, or choose another theme in the newsroom's settings.")
