"""What is quoted begins and ends: quotation marks of the article's language stand in pairs."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem
from editor.i18n.typography import signs_of
from editor.markup.lines import prose_lines

ID = "quotation-marks"
TITLE = say("Quotation marks stand in pairs")
ADVICE = say("Set the mark that is missing, or take the other one out.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each paragraph of the body whose quotation marks do not stand in pairs.

    A quotation that goes on is opened anew in each paragraph and closed in the last alone. Marks that look alike on
    both sides, and straight ones, say nothing.
    """
    article = looking.article
    if article is None:
        return
    opening, closing = signs_of(article.language, looking.settings.house_styles.get(article.language)).double
    if not opening or opening == closing or not (opening in article.body or closing in article.body):
        return
    paragraphs = list(_paragraphs(article.body))
    for number, (line, text) in enumerate(paragraphs):
        surplus = text.count(opening) - text.count(closing)
        following = paragraphs[number + 1][1] if number + 1 < len(paragraphs) else ""
        goes_on = surplus == 1 and following.lstrip("> ").startswith(opening)
        if surplus and not goes_on:
            words = (
                say("In “{words}…” a quotation is opened and not closed.", words=_begin(text))
                if surplus > 0
                else say("In “{words}…” a quotation is closed and not opened.", words=_begin(text))
            )
            yield Problem(check=ID, message=words, article=article.id, field="body", line=line)


def _begin(text: str) -> str:
    return " ".join(text.split())[:40].rstrip()


def _paragraphs(markdown: str) -> Iterator[tuple[int, str]]:
    """Yield (line, text) of each run of lines between empty ones."""
    begin, lines = 0, list[str]()
    for number, line in [*prose_lines(markdown), (-1, "")]:
        if line.strip():
            begin = begin if lines else number
            lines.append(line)
        elif lines:
            yield begin, "\n".join(lines)
            lines = []
