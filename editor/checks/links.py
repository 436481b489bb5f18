"""Every link leads to something that readers can see."""

from __future__ import annotations

from collections.abc import Iterator

from editor.checks.looking import Looking
from editor.core.messages import say
from editor.domain.article import Article
from editor.domain.edition import is_out
from editor.domain.problem import Problem
from editor.domain.told import is_only_address

ID = "links"
TITLE = say("Links lead to what readers can see")
ADVICE = say("Publish what it leads to, choose another article, or take the link out.")


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each link whose target is not there, or not out."""
    article = looking.article
    if article is None:
        return
    for link in article.links:
        if link.pending:
            words = say("The linked article “{target}” is not in the newsroom yet.", target=link.pending)
        elif link.article and not _is_seen(looking.targets.get(link.article), looking):
            target = looking.targets.get(link.article)
            words = say("Readers cannot see the linked article “{target}”.", target=target.headline if target else "?")
        elif link.external is not None and is_only_address(link.external):
            words = say("The article at “{address}” has no headline yet.", address=link.external.headline)
        else:
            continue
        yield Problem(check=ID, message=words, article=article.id, field="links")


def _is_seen(target: Article | None, looking: Looking) -> bool:
    return target is not None and is_out(target, looking.at)
