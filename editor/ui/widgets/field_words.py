"""What the fields of an article say, in words that can be compared: one text for each group of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from editor.domain.article import Article
from editor.domain.link import Link
from editor.domain.version_fields import FieldGroup
from editor.domain.workflow import STATUS_WORDS
from editor.i18n.interface import tr, words
from editor.ui.widgets.details_form import AUTHORSHIP_WORDS
from editor.ui.widgets.language_words import language_words
from editor.ui.widgets.wall_time import wall_text


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldWords:
    """Made for one comparison: the zone that dates are shown in, headlines of articles and names of pictures by id."""

    zone: str
    headlines: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)

    def said(self, group: FieldGroup, article: Article) -> str:
        """Return what `article` says in the fields of `group`; lists are one entry a line."""
        return _SAID[group.id](self, article)

    def picture(self, article: Article) -> str:
        """Return the name of the picture at the top, and its caption."""
        if article.hero is None:
            return ""
        name = self.pictures.get(article.hero.image_id, article.hero.image_id)
        return "\n".join(part for part in (name, article.hero.caption) if part)

    def dates(self, article: Article) -> str:
        """Return the dates that it has, each with its name."""
        dates = (
            (tr("Published"), article.published),
            (tr("Updated"), article.updated),
            (tr("Embargo until"), article.embargo),
        )
        return "\n".join(f"{name}: {wall_text(instant, self.zone)}" for name, instant in dates if instant)

    def corrections(self, article: Article) -> str:
        """Return the notes of correction, each after its instant."""
        return "\n".join(f"{wall_text(one.at, self.zone)} {one.note}" for one in article.corrections)

    def status(self, article: Article) -> str:
        """Return how far it is, and what is said of its withdrawal."""
        status, record = words(STATUS_WORDS[article.status]), article.withdrawal
        return f"{status}\n{wall_text(record.at, self.zone)} {record.note}".rstrip() if record else status

    def sign_off(self, article: Article) -> str:
        """Return who signed the words off, and when."""
        return " ".join(part for part in (article.reviewed_by, wall_text(article.reviewed_at, self.zone)) if part)

    def links(self, article: Article) -> str:
        """Return where it leads, each with where that is shown."""
        return "\n".join(self._link(link) for link in article.links)

    def _link(self, link: Link) -> str:
        outside = link.external
        said = outside.headline or outside.summary or outside.url if outside else ""
        shown = [tr("card")] if link.on_card else []
        shown += [tr("timeline")] if link.on_timeline else []
        name = said or self.headlines.get(link.article, "") or link.pending or link.article
        return f"{name} ({', '.join(shown)})" if shown else name


def _extra(_: FieldWords, article: Article) -> str:
    return "\n".join(f"{name}: {value}" for name, value in article.extra.items())


def _zone(_: FieldWords, article: Article) -> str:
    return article.display_zone or tr("The newsroom's")


def _trash(_: FieldWords, article: Article) -> str:
    return tr("In the trash") if article.trashed_at else ""


def _translation(_: FieldWords, article: Article) -> str:
    return tr("The one others were translated from") if article.is_source else tr("A translation")


_SAID: Mapping[str, Callable[[FieldWords, Article], str]] = {
    "headline": lambda _, article: article.headline,
    "standfirst": lambda _, article: article.standfirst,
    "body": lambda _, article: article.body,
    "ai_ranges": lambda _, article: "\n\n".join(article.body[start:end] for start, end in article.ai_ranges),
    "reactions": lambda _, article: article.reactions,
    "picture": FieldWords.picture,
    "byline": lambda _, article: "\n".join(article.byline),
    "section": lambda _, article: article.section,
    "tags": lambda _, article: "\n".join(article.tags),
    "links": FieldWords.links,
    "language": lambda _, article: language_words(article.language),
    "authorship": lambda _, article: words(AUTHORSHIP_WORDS[article.authorship]),
    "corrections": FieldWords.corrections,
    "extra": _extra,
    "status": FieldWords.status,
    "dates": FieldWords.dates,
    "zone": _zone,
    "address": lambda _, article: "\n".join([article.slug, *(one.slug for one in article.former_slugs)]),
    "sign_off": FieldWords.sign_off,
    "translation": _translation,
    "trash": _trash,
}
