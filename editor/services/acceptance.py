"""Decides what becomes of an edit inside one transaction: rules that need the newsroom, slugs, versions, links."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from editor.core.clock import Clock
from editor.core.errors import UserError
from editor.core.messages import nsay, say
from editor.domain.ai_ranges import tidy
from editor.domain.article import Article, Status
from editor.domain.edits import AddImage, CreateArticle, Edit, EditArticle, EditImage, EditSettings, Several
from editor.domain.former_slugs import remembered
from editor.domain.image import Image
from editor.domain.kept_text import kept
from editor.domain.link import Link
from editor.domain.linking import leads_to
from editor.domain.slug import free_slug, slug_from, slug_key
from editor.domain.translation import source_of
from editor.domain.version import QUIET_SECONDS, STRETCH_SECONDS, VersionHead, VersionKind
from editor.services.rules import check_article, check_image, check_settings
from editor.services.sharing import (
    Named,
    answered_source,
    check_language_free,
    edits_of_others,
    in_its_set,
    joining,
    named_in,
)
from editor.storage import articles, images, media, versions

if TYPE_CHECKING:
    from pathlib import Path

    from editor.storage.writing import Transaction

Made = TypeVar("Made", EditArticle, EditImage)


@dataclass(slots=True)
class Acceptance:
    """One accepted edit in the making. Made by `Articles.apply` for one transaction and dropped with it.

    `joined` gathers articles whose pending links found their target, `fields` article fields that changed besides the
    edit's own. `named` is what the edit says itself of articles, and what has followed from it so far.
    """

    transaction: Transaction
    folder: Path
    clock: Clock
    by: str
    keep_first: VersionKind | None = None
    at: datetime = field(init=False)
    joined: set[str] = field(default_factory=set)
    fields: set[str] = field(default_factory=set)
    named: Named = frozenset()

    def __post_init__(self) -> None:
        self.at = self.clock.now()

    def accept(self, edit: Edit, *, is_part: bool = False) -> Edit:
        """Make `edit` in the transaction and return it as it was made, so that its inverse takes back all of it.

        Raises `UserError` when it breaks a rule or meets another change.
        """
        if not is_part:
            self.named = named_in(edit)
        match edit:
            case EditArticle():
                return self._edit_article(edit)
            case CreateArticle(article=article):
                return self._create_article(edit, kept(article))
            case EditImage():
                self._edit_image(edit, is_part=is_part)
            case AddImage(image=image):
                self._add_image(edit, image.id)
            case EditSettings():
                self._edit_settings(edit)
            case Several(edits=edits):
                return replace(edit, edits=tuple(self.accept(one, is_part=True) for one in edits))
        return edit

    def _edit_article(self, edit: EditArticle) -> Edit:
        before = articles.article(self.transaction.connection, edit.article_id)
        if before is None:
            raise no_article(edit.article_id)
        edit = edit.with_ranges(before)
        after = self._joined_up(as_kept(edit, before), before).on(before)
        if before.translation_set != after.translation_set:
            edit = joining(self.transaction, edit, before, after)
            after = self._joined_up(as_kept(edit, before), before).on(before)
        after = replace(after, ai_ranges=tidy(after.ai_ranges, len(after.body)))
        if kind := VersionKind.RESTORE if edit.keeps_present else self.keep_first:
            self._keep(before, kind)
        if after == before:
            return edit
        after = self._with_slug(before, after, is_asked="slug" in edit.after)
        edit, after = self._with_former_slugs(edit, before, after)
        check_article(after, before)
        check_language_free(self.transaction, before, after)
        if before.links != after.links or before.hero != after.hero:
            self._check_known(after)
        self._keep_before(before, after)
        self.transaction.update_article(before, after, self.at, self.by)
        self._settle(before, after)
        now = replace(after, changed_at=self.at)
        if before.status is not after.status:
            self._keep(now, VersionKind.STATUS, after.status.value)
        if _is_signed_anew(before, after):
            self._keep(now, VersionKind.SIGNED, after.reviewed_by)
        return self._with_set(edit, before, after)

    def _with_set(self, edit: EditArticle | CreateArticle, before: Article | None, after: Article) -> Edit:
        """Return `edit` with what it changes in the other members of the article's translation set, made."""
        if source := answered_source(self.transaction, before, after):
            self._keep(source, VersionKind.TRANSLATED, after.language)
        others = edits_of_others(self.transaction, edit, before, after, self.named)
        if not others:
            return edit
        self.named |= named_in(Several((edit, *others), edit.label))  # what follows from these follows from them alone
        made = tuple(self._edit_article(one) for one in others)
        # Who comes to a set comes last: taken back, it is out of the set before the others get back what they had.
        is_new_here = before is None or before.translation_set != after.translation_set
        return Several((*made, edit) if is_new_here else (edit, *made), edit.label)

    def _create_article(self, edit: CreateArticle, article: Article) -> Edit:
        known = articles.article(self.transaction.connection, article.id)
        if known is not None and known.trashed_at is not None:  # a creation made again after it was taken back
            check_language_free(self.transaction, None, replace(known, trashed_at=None))
            self.transaction.update_article(known, replace(known, trashed_at=None), self.at, self.by)
            return edit
        if known is not None:
            raise UserError(
                say("There is an article with this id already: “{headline}”.", headline=known.headline),
                say("Take it in as an update, or give the new one another id."),
            )
        taken = articles.TakenSlugs(self.transaction.connection)
        if not article.slug:
            article = replace(article, slug=free_slug(self._slug_of(article), taken))
        ranges = tidy(article.ai_ranges, len(article.body))
        links = self._resolved(article.links, article, article.links)
        article = replace(article, links=links, ai_ranges=ranges)
        article = in_its_set(self.transaction, article)
        check_article(article)
        check_language_free(self.transaction, None, article)
        self._check_slug_free(article)
        self._check_known(article)
        self.transaction.insert_article(article, self.at, self.by)
        self._settle(None, article)
        return self._with_set(edit, None, article)

    def _edit_image(self, edit: EditImage, *, is_part: bool) -> None:
        before = images.image(self.transaction.connection, edit.image_id)
        if before is None:
            raise no_image(edit.image_id)
        after = as_kept(edit, before).on(before)
        if after.trashed_at is not None and before.trashed_at is None:
            users = images.used_in(self.transaction.connection, before.id)
            if is_part:  # what is undone together goes together; the picture stays for others who show it
                if any(self._is_on_desk(user) for user in users):
                    after = replace(after, trashed_at=None)
            elif users:
                raise UserError(
                    nsay(
                        "This picture is used in {n} article and stays.",
                        "This picture is used in {n} articles and stays.",
                        len(users),
                    ),
                    say("Take it out there first."),
                )
        check_image(after)
        if after != before:
            self.transaction.update_image(after)

    def _is_on_desk(self, article_id: str) -> bool:
        article = articles.article(self.transaction.connection, article_id)
        return article is not None and article.trashed_at is None

    def _add_image(self, edit: AddImage, image_id: str) -> None:
        known = images.image(self.transaction.connection, image_id)
        if known is not None:
            if known.trashed_at is not None:
                self.transaction.update_image(replace(known, trashed_at=None))
            return
        image = kept(edit.image)
        check_image(image)
        media.check_kept(self.folder, image)
        self.transaction.insert_image(replace(image, added_at=image.added_at or self.at))

    def _edit_settings(self, edit: EditSettings) -> None:
        before = self.transaction.settings()
        if before not in (edit.before, kept(edit.before)):
            raise UserError(
                say("The newsroom's settings were changed meanwhile. Nothing was overwritten."),
                say("Look at them again, then make the change again."),
            )
        settings = kept(edit.after)
        check_settings(settings, before)
        self.transaction.write_settings(settings)

    def _with_slug(self, before: Article, after: Article, *, is_asked: bool) -> Article:
        """Let an address that nobody chose follow the headline until readers may have seen it."""
        if is_asked:
            if not after.slug:
                taken = articles.TakenSlugs(self.transaction.connection, but=after.id)
                return replace(after, slug=free_slug(self._slug_of(after), taken))
            if slug_key(after.slug) != slug_key(before.slug):
                self._check_slug_free(after)
            return after
        if (before.headline, before.language) == (after.headline, after.language):
            return after
        if slug_from(before.headline, before.language) == slug_from(after.headline, after.language):
            return after
        if not follows_headline(before, self._slug_of(before)):
            return after
        taken = articles.TakenSlugs(self.transaction.connection, but=after.id)
        slug = free_slug(self._slug_of(after), taken)
        if slug != before.slug:
            self.fields.add("slug")
        return replace(after, slug=slug)

    def _with_former_slugs(self, edit: EditArticle, before: Article, after: Article) -> tuple[EditArticle, Article]:
        """Remember the address that the article leaves behind; the edit says so, and so takes it back as well."""
        if "former_slugs" in edit.after or (former := remembered(before, after, self.at)) == after.former_slugs:
            return edit, after
        self.fields.add("former_slugs")
        more = EditArticle(edit.article_id, {"former_slugs": before.former_slugs}, {"former_slugs": former}, edit.label)
        both = replace(edit, before={**edit.before, **more.before}, after={**edit.after, **more.after})
        return both, replace(after, former_slugs=former)

    def _slug_of(self, article: Article) -> str:
        """Return what the headline makes of an address; where it makes none, a translation takes its original's."""
        made = slug_from(article.headline, article.language, fallback="")
        if made:
            return made
        source = None
        if not article.is_source:
            source = source_of(articles.members(self.transaction.connection, article.translation_set))
        return source.slug if source is not None else slug_from("")

    def _check_slug_free(self, article: Article) -> None:
        owner = articles.slug_owner(self.transaction.connection, article.slug)
        if owner is None or owner[0] == article.id:
            return
        taken = articles.TakenSlugs(self.transaction.connection)
        hint = say("This one is free: {slug}", slug=free_slug(article.slug, taken))
        if owner[2]:
            raise UserError(
                say("The address “{slug}” belongs to “{headline}” in the trash.", slug=article.slug, headline=owner[1]),
                hint,
            )
        raise UserError(
            say("“{headline}” has the address “{slug}” already.", slug=article.slug, headline=owner[1]), hint
        )

    def _check_known(self, article: Article) -> None:
        connection = self.transaction.connection
        for link in article.links:
            if link.article and not articles.is_there(connection, link.article):
                raise no_article(link.article)
        named = _images_named(article)
        if unknown := sorted(named - images.images(connection, named).keys()):
            raise no_image(unknown[0])

    def _joined_up(self, edit: EditArticle, article: Article) -> EditArticle:
        """Join in `edit`, of `article`, the links that were pending when it was made and have found their target since.

        A link that has come to wait for its own article never finds it: it goes with the next change of the links.
        """
        known = (*article.links, *_links_in(edit.before))
        before = _resolve_in(edit.before, partial(self._resolved, article=article, known=known, but=article.links))
        after = _resolve_in(edit.after, partial(self._resolved, article=article, known=known))
        return replace(edit, before=before, after=after)

    def _resolved(
        self, links: Sequence[Link], article: Article, known: Sequence[Link], but: Sequence[Link] = ()
    ) -> tuple[Link, ...]:
        """Return `links` with their targets, of the `known` ones none that waits for `article` itself `but` these."""
        vain = {link.id for link in links if link in known and link.pending and leads_to(link, article)}
        stay = (link for link in links if link.id not in vain or link in but)
        return tuple(self._resolve(link) if link.pending and link.id not in vain else link for link in stay)

    def _resolve(self, link: Link) -> Link:
        target = articles.target_of(self.transaction.connection, link.pending)
        return replace(link, article=target, pending="") if target else link

    def _settle(self, before: Article | None, after: Article) -> None:
        is_new_here = before is None or slug_key(before.slug) != slug_key(after.slug)
        if is_new_here and (joined := self.transaction.join_pending(after)):
            self.joined.update(joined)
            self.fields.add("links")
        if before is None or _shows(before) != _shows(after):
            self.transaction.untrash_images(after)

    def _keep_before(self, before: Article, after: Article) -> None:
        changed_at, changed_by = articles.changed_last(self.transaction.connection, before.id)
        then = datetime.fromisoformat(changed_at)
        is_quiet = (self.at - then).total_seconds() >= QUIET_SECONDS
        is_stretch = is_quiet or changed_by != self.by or self._is_long(before, then)
        if (is_stretch or before.status is not after.status) and has_words(before):
            self._keep(before, VersionKind.PAUSE, at=then, by=changed_by)

    def _is_long(self, article: Article, then: datetime) -> bool:
        """Say whether the writing went on for so long since the last version that a new stretch begins."""
        last = versions.last(self.transaction.connection, article.id)
        since = last.at if last else article.created_at
        return since is not None and (then - since).total_seconds() >= STRETCH_SECONDS

    def _keep(
        self, article: Article, kind: VersionKind, label: str = "", *, at: datetime | None = None, by: str = ""
    ) -> None:
        head = VersionHead(
            id=self.clock.new_id(),
            article_id=article.id,
            at=at or self.at,
            by=by or self.by,
            kind=kind,
            label=label,
            hash="",
        )
        self.transaction.keep_version(article, head)


def no_article(article_id: str) -> UserError:
    """Return the refusal for an article that is not there."""
    return UserError(say("There is no article “{id}” in this newsroom.", id=article_id))


def no_image(image_id: str) -> UserError:
    """Return the refusal for a picture that is not there."""
    return UserError(say("There is no picture “{id}” in this newsroom.", id=image_id))


def follows_headline(article: Article, made: str) -> bool:
    """Say whether the article's address is still what was `made` of its headline."""
    if article.status in {Status.PUBLISHED, Status.WITHDRAWN}:  # a date alone shows nothing to readers
        return False
    tail = article.slug.removeprefix(made)
    return article.slug == made or (tail != article.slug and tail[:1] == "-" and tail[1:].isdecimal())


def as_kept(edit: Made, stored: Article | Image) -> Made:
    """Return `edit` with its texts as they are kept: it finds what an earlier one left, however that was typed."""
    before = {name: value if getattr(stored, name) == value else kept(value) for name, value in edit.before.items()}
    return replace(edit, before=before, after=kept(edit.after))


def has_words(article: Article) -> bool:
    """Say whether there is anything in `article` that somebody could miss."""
    return any((article.headline, article.standfirst, article.body, article.reactions, article.links, article.hero))


def _images_named(article: Article) -> set[str]:
    named = {article.hero.image_id} if article.hero else set()
    return named | {link.external.picture.image_id for link in article.links if link.external and link.external.picture}


def _shows(article: Article) -> tuple[object, ...]:
    """Return what says which pictures an article uses, and whether it does."""
    return article.trashed_at, article.hero, article.links, article.pictures_in_texts


def _links_in(values: Mapping[str, object]) -> tuple[Link, ...]:
    links = values.get("links")
    return links if isinstance(links, tuple) else ()


def _resolve_in(
    values: Mapping[str, object], resolved: Callable[[tuple[Link, ...]], tuple[Link, ...]]
) -> Mapping[str, object]:
    links = values.get("links")
    return {**values, "links": resolved(links)} if isinstance(links, tuple) else values


def _is_signed_anew(before: Article, after: Article) -> bool:
    """Say whether somebody signed the words off: to take a sign-off back is not to give the one before it again."""
    if not after.reviewed_version or after.reviewed_at is None:
        return False
    return before.reviewed_at is None or after.reviewed_at > before.reviewed_at
