"""What AI had a part in is said in everything that readers and machines get: page, structured data, feed."""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from html import unescape

from editor.checks.looking import Looking
from editor.core.messages import Message, say
from editor.domain.article import Article, Status
from editor.domain.labels import label_row
from editor.domain.made_file import MadeFile
from editor.domain.problem import Problem
from editor.domain.settings import Edition
from editor.i18n.page_words import own_words, page_word

ID = "ai-labels"
TITLE = say("What AI had a part in is said everywhere")
ADVICE = say("A page or theme leaves the words out: mend the theme, or report it to the makers of Makala.")

_GOING_OUT = frozenset({Status.READY, Status.PUBLISHED})
_SOURCE = "digitalSourceType"


def find(looking: Looking) -> Iterator[Problem]:
    """Yield a problem for each page or feed in which the label of a text or lead picture is missing."""
    article = looking.article
    if article is None or article.status not in _GOING_OUT:
        return
    hero = looking.images.get(article.hero.image_id) if article.hero else None
    keys = label_row(article.authorship, hero)
    if not keys:
        return
    says_picture = any(image.has_file and image.origin.is_ai for image in looking.own_images().values())
    labels = looking.settings.page_labels
    for file in looking.made():
        edition = _edition_of(file, looking.settings.editions)
        text = _text(file)
        if edition is None or (file.kind == "feed" and article.headline.strip() not in text):
            continue
        for key in keys:
            words = page_word(key, edition.locale, own_words(labels, edition.locale)).text
            if words not in text:
                yield _problem(article, say("“{path}” does not say “{words}”.", path=file.path, words=words))
        if says_picture and file.kind == "page" and not any(_SOURCE in one for one in file.structured):
            told = say("“{path}” does not tell machines where its pictures come from.", path=file.path)
            yield _problem(article, told)


def _problem(article: Article, message: Message) -> Problem:
    return Problem(check=ID, message=message, article=article.id, field="authorship")


def _text(file: MadeFile) -> str:
    """Return what the file says, free of the ways in which its form writes letters."""
    if file.type.startswith("application/") and "json" in file.type:
        with contextlib.suppress(ValueError):
            return unescape(json.dumps(json.loads(file.text), ensure_ascii=False))
    return unescape(unescape(file.text)) if file.kind == "feed" else unescape(file.text)


def _edition_of(file: MadeFile, editions: Sequence[Edition]) -> Edition | None:
    """Return the edition in whose folder the file lies: that of the longest one, for one may be the site's own."""
    inside = [one for one in editions if f"/{file.path}".startswith(f"/{one.path.strip('/')}/".replace("//", "/"))]
    return max(inside, key=lambda one: len(one.path.strip("/")), default=None)
