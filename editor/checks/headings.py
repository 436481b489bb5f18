"""Headings say something, and not what the headline says. Levels that are left out need no rule: pages mend them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.problem import Problem
from editor.domain.twins import folded
from editor.markup.lines import prose_lines
from editor.markup.outline import outline

ID = "headings"
TITLE = say("Headings say something of their own")
ADVICE = say("Give the heading words of its own, or take it out.")

_EMPTY = re.compile(r"^ {0,3}#{1,6}(?:[ \t]+#*)?[ \t]*$")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each heading without words, and for one that repeats the headline."""
    article = looking.article
    if article is None:
        return
    if "#" in article.body:
        for line, text in prose_lines(article.body):
            if _EMPTY.match(text):
                yield Problem(
                    check=ID, message=say("A heading has no words."), article=article.id, field="body", line=line
                )
    for heading in outline(article.body):
        if folded(heading.text) == folded(article.headline):
            words = say("The heading “{heading}” says the same as the headline.", heading=heading.text)
            yield Problem(check=ID, message=words, article=article.id, field="body", line=heading.line)
