"""What taking in one file would change: its draft joined with the newsroom's ids, pictures, sets and editions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from editor.core.errors import FileError
from editor.core.messages import Message, say
from editor.domain.ai_ranges import followed
from editor.domain.article import Article
from editor.domain.edits import ARTICLE_FIELDS, CreateArticle, Edit, EditSettings, change_article
from editor.domain.image import Image, Placement
from editor.domain.link import Link
from editor.domain.one_language import is_one_language
from editor.domain.settings import Edition
from editor.domain.slug import slug_key
from editor.domain.translation import completed, joined_to, source_of, told_apart
from editor.services.intake_files import ReadFile
from editor.services.intake_pictures import Pictures, has_scheme
from editor.services.sharing import two_of_one_language

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.ingest.draft import BodyPicture, Draft, PictureNote
    from editor.services.articles import Articles
    from editor.services.images import Images
    from editor.services.newsroom import Newsroom


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """One article as it will be, the images it uses by id, and the edits that make it so.

    `known` is the article that is there already, `edition` the one that is made with it.
    """

    article: Article
    images: Mapping[str, Image]
    edits: tuple[Edit, ...]
    known: Article | None
    edition: Edition | None
    warnings: tuple[Message, ...]


@dataclass
class Planner:
    """Plans file after file. With `keeps` originals of pictures are stored on the way, else nothing is written.

    `batch` holds what was planned before, by slug key and id, `batch_sets` the same by translation set: files of one
    taking in may speak of one another.
    """

    articles: Articles
    images: Images
    newsroom: Newsroom
    clock: Clock
    updates: bool
    keeps: bool
    batch: dict[str, Article] = field(default_factory=dict)
    batch_sets: dict[str, list[Article]] = field(default_factory=dict)
    batch_images: dict[str, Image] = field(default_factory=dict)

    def plan(self, file: ReadFile) -> Plan:
        """Return what `file` would change; raises `FileError` with the line when it cannot be taken in."""
        draft = file.draft
        known = self._known(draft)
        pictures = Pictures(self.images, self.clock, self.keeps, self.updates, self.batch_images)
        warnings = list(draft.warnings)
        placed = {key: pictures.add(note, file.source).id for key, note in draft.pictures.items()}
        article = replace(
            draft.article,
            hero=_placed(draft.article.hero, placed),
            links=tuple(self._resolved(_with_picture(link, placed)) for link in draft.article.links),
            body=self._markdown(draft.article.body, draft.body_pictures, pictures, file, warnings),
            reactions=self._markdown(draft.article.reactions, draft.reaction_pictures, pictures, file, warnings),
        )
        moved = followed(article.ai_ranges, draft.article.body, article.body)  # pictures may be called by other names
        article = self._joined(replace(article, ai_ranges=moved), draft, known, warnings)
        edition = self._missing_edition(draft.edition)
        edits = [*pictures.edits(), *self._article_edits(article, known), *self._edition_edits(edition)]
        return Plan(
            article=article,
            images=pictures.found,
            edits=tuple(edits),
            known=known,
            edition=edition,
            warnings=(*warnings, *pictures.warnings),
        )

    def accept(self, plan: Plan) -> None:
        """Let later files know of `plan`."""
        self.batch[slug_key(plan.article.slug)] = plan.article
        self.batch[plan.article.id] = plan.article
        self.batch_sets.setdefault(plan.article.translation_set, []).append(plan.article)
        self.batch_images.update(plan.images)

    def _known(self, draft: Draft) -> Article | None:
        """Return the article that the file speaks of, if it is there; refuse to overwrite it without being asked."""
        article = draft.article
        if draft.gives_id and article.id in self.batch:
            _refuse_double(self.batch[article.id], draft.line_of("id"))
        if slug_key(article.slug) in self.batch:
            _refuse_double(self.batch[slug_key(article.slug)], draft.line_of("slug"))
        by_id = self.articles.find(article.id) if draft.gives_id else None
        by_slug = self.articles.find(article.slug)
        if by_id is not None and by_id.id != article.id:
            by_id = None
        if by_slug is not None and slug_key(by_slug.slug) != slug_key(article.slug):
            by_slug = None
        if by_id and by_slug and by_id.id != by_slug.id:
            raise FileError(
                say(
                    "The address “{slug}” belongs to another article: “{headline}”.",
                    slug=article.slug,
                    headline=by_slug.headline,
                ),
                say("Give the article another slug."),
                line=draft.line_of("slug"),
            )
        known = by_id or by_slug
        if known is not None and not self.updates:
            where = say("in the trash") if known.trashed_at else say("in the newsroom")
            raise FileError(
                say(
                    "“{headline}” is {where} already, as {slug}.", headline=known.headline, where=where, slug=known.slug
                ),
                say("Take it in as an update to make this its new version, or give it an id and slug of its own."),
                line=draft.line_of("id" if by_id else "slug"),
            )
        return known

    def _joined(self, article: Article, draft: Draft, known: Article | None, warnings: list[Message]) -> Article:
        """Return `article` with the id it will have, in its translation set."""
        article = replace(article, id=known.id) if known else article
        for link in article.links:
            if article.id in {link.article, link.pending} or slug_key(link.pending) == slug_key(article.slug):
                raise FileError(
                    say("An article cannot be linked to itself."),
                    say("Name another article, or take the link out."),
                    line=draft.line_of("links"),
                )
        if draft.translation_of and not article.translation_set:
            article = self._as_translation(article, draft.translation_of, warnings)
        if not article.translation_set:
            stays = known is not None and known.is_source
            article = replace(article, translation_set=known.translation_set if known and stays else article.id)
        return self._sharing(article, draft, known, warnings)

    def _sharing(self, article: Article, draft: Draft, known: Article | None, warnings: list[Message]) -> Article:
        """Return `article` with what its translation set shares; refuse a second one of its language."""
        here = {one.id: self.batch.get(one.id, one) for one in self.articles.members(article.translation_set)}
        here |= {one.id: one for one in self.batch_sets.get(article.translation_set, ())}
        if self.keeps:  # these are stored by now, and links that were planned as waiting have found their targets
            here = {key: self.articles.get(key) for key in here}
        here = {key: one for key, one in here.items() if one.translation_set == article.translation_set}
        others = [one for one in here.values() if one.id != article.id]
        for member in others if article.trashed_at is None else ():
            if member.trashed_at is None and is_one_language(member.language, article.language):
                refusal = two_of_one_language(member)
                raise FileError(refusal.message, refusal.hint, line=draft.line_of("language"))
        if known is not None and known.translation_set == article.translation_set:
            return article if article.is_source else completed(article, known)
        if not others:
            return article
        joined = joined_to(article, source_of(others) or others[0])
        if lost := told_apart(article, joined):
            names = ", ".join(lost)
            warnings.append(
                say(
                    "Of a translation set, these are kept once for all its articles, and stay as they were: {names}.",
                    names=names,
                )
            )
        return joined

    def _as_translation(self, article: Article, of: str, warnings: list[Message]) -> Article:
        member = self.batch.get(of) or self.batch.get(slug_key(of)) or self.articles.find(of)
        if member is not None and member.id != article.id:
            return replace(article, translation_set=member.translation_set)
        warnings.append(
            say(
                "“{slug}”, of which this is a translation, is not there. Take this file in as an update once it is.",
                slug=of,
            )
        )
        extra = {**article.extra, "translation-of": of}
        return replace(article, translation_set=article.id, is_source=True, extra=extra)

    def _markdown(
        self,
        markdown: str,
        shown: tuple[BodyPicture, ...],
        pictures: Pictures,
        file: ReadFile,
        warnings: list[Message],
    ) -> str:
        """Return `markdown` with its pictures called as the newsroom calls them."""
        if not shown:
            return markdown
        from editor.ingest.body_pictures import with_paths

        paths: dict[str, str] = {}
        captioned: list[BodyPicture] = []
        for picture in shown:
            note = file.draft.notes.get(picture.path)
            paths[picture.path] = self._path(picture, note, pictures, file, warnings)
            captioned.append(replace(picture, title=picture.title or (note.caption if note else "")))
        return with_paths(markdown, tuple(captioned), lambda picture: paths[picture.path])

    def _path(
        self,
        picture: BodyPicture,
        note: PictureNote | None,
        pictures: Pictures,
        file: ReadFile,
        warnings: list[Message],
    ) -> str:
        from editor.ingest.draft import PictureNote
        from editor.markup.parsing import is_safe_address

        if picture.path in file.draft.absent_pictures:
            warnings.append(
                say(
                    "This picture was not there when the file was written and stays as typed: {path}", path=picture.path
                )
            )
            return picture.path
        if is_safe_address(picture.path):
            warnings.append(
                say("The picture at {address} was not fetched; it is kept as a link.", address=picture.path)
            )
            return ""
        if has_scheme(picture.path) or not picture.path:
            warnings.append(say("This address is kept as text and never followed: {url}", url=picture.path))
            return picture.path
        if note is None:
            alt = {file.draft.article.language: picture.alt} if picture.alt else {}
            note = PictureNote(image=Image(id="", alt=alt), file=picture.path)
        return pictures.add(replace(note, line=picture.line), file.source).path

    def _article_edits(self, article: Article, known: Article | None) -> list[Edit]:
        if known is None:
            return [CreateArticle(article, say("Take in “{headline}”", headline=article.headline), self.clock.now())]
        if _same_links(article.links, known.links):
            article = replace(article, links=known.links)
        after = {
            name: getattr(article, name) for name in ARTICLE_FIELDS if getattr(article, name) != getattr(known, name)
        }
        if not after:
            return []
        if "body" in after and (article.ai_ranges or known.ai_ranges):  # where the file says, be the figures the same
            after["ai_ranges"] = article.ai_ranges
        return [change_article(known, say("Update “{headline}”", headline=article.headline), **after)]

    def _resolved(self, link: Link) -> Link:
        target = self.articles.find(link.pending) if link.pending else None
        return replace(link, article=target.id, pending="") if target else link

    def _missing_edition(self, edition: Edition | None) -> Edition | None:
        if edition is None or self.newsroom.settings.edition(edition.locale) is not None:
            return None
        return edition

    def _edition_edits(self, edition: Edition | None) -> list[Edit]:
        if edition is None:
            return []
        before = self.newsroom.settings
        label = say("Make the edition {locale}", locale=edition.locale)
        return [EditSettings(before, before.with_edition(edition), label)]


def _refuse_double(other: Article, line: int) -> None:
    raise FileError(
        say(
            "Another of these files has the same id or slug: “{headline}”, {slug}.",
            headline=other.headline,
            slug=other.slug,
        ),
        say("Give each article an id and a slug of its own."),
        line=line,
    )


def _placed(placement: Placement | None, ids: Mapping[str, str]) -> Placement | None:
    return replace(placement, image_id=ids[placement.image_id]) if placement else None


def _with_picture(link: Link, ids: Mapping[str, str]) -> Link:
    if link.external is None or link.external.picture is None:
        return link
    return replace(link, external=replace(link.external, picture=_placed(link.external.picture, ids)))


def _same_links(links: tuple[Link, ...], others: tuple[Link, ...]) -> bool:
    return [replace(link, id="") for link in links] == [replace(link, id="") for link in others]
