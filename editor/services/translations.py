"""The translation set of an article: which languages it is in, how far each is, what changed in the source since."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import say
from editor.domain.answering import Paragraph, answers, changed, paragraphs, untranslated
from editor.domain.article import Article, TranslationState
from editor.domain.difference import Stretch, compare
from editor.domain.edits import EditArticle, Several
from editor.domain.set_members import Newcomer, join, leave, make_original, newcomers, same_language
from editor.domain.translation import approve, missing, source_of, states, translated_words
from editor.domain.version import VersionKind
from editor.i18n.word_pieces import word_pieces
from editor.services.sharing import two_of_one_language

if TYPE_CHECKING:
    from editor.core.clock import Clock
    from editor.core.jobs import JobContext
    from editor.services.newsroom import Newsroom
    from editor.services.reading import Reading

TEXTS = ("headline", "standfirst", "body", "reactions")


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One language of a set. `article` is None for one that an edition lacks.

    `done` of `of` paragraphs say something else than the source; both are 0 for the source itself.
    """

    language: str
    state: TranslationState
    article: Article | None = None
    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedParagraph:
    """One paragraph of the source that changed: its field, what differs word by word, and where its answer stands.

    `line` is the line (0-based) of the translation's field in which the answer begins.
    """

    field: str
    stretches: tuple[Stretch, ...]
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceChanges:
    """What changed in the source since a translation answered it; `is_kept` False: nobody knows what it said then."""

    is_changed: bool
    is_kept: bool = True
    paragraphs: tuple[ChangedParagraph, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Joining:
    """Articles that come to a set: the edit that does it, the set's original, and what becomes of each newcomer."""

    edit: Several
    original: Article
    newcomers: tuple[Newcomer, ...]


class Translations:
    """Made by the composition root. Reads on every thread; changes nothing."""

    def __init__(self, articles: Reading, newsroom: Newsroom, clock: Clock) -> None:
        self._articles = articles
        self._newsroom = newsroom
        self._clock = clock

    def members(self, article: Article) -> tuple[Member, ...]:
        """Return the languages of the set of `article`: the source, its translations, then those editions lack."""
        found = self._articles.members(article.translation_set)
        source, how_far = source_of(found), states(found)
        have = [
            Member(language=one.language, state=how_far[one.id], article=one, **_progress(one, source)) for one in found
        ]
        editions = self._newsroom.settings.editions if found else ()
        lacking = missing(((one.language, one.section) for one in found), editions)
        return (*have, *(Member(language=tag, state=TranslationState.MISSING) for tag in lacking))

    def source(self, article: Article) -> Article | None:
        """Return what `article` was translated from, None where it is itself the source or there is none."""
        found = source_of(self._articles.members(article.translation_set))
        return None if found is None or found.id == article.id else found

    def changes(self, translation: Article, context: JobContext) -> SourceChanges:
        """Return what changed in the source, paragraph by paragraph, since `translation` answered it.

        Reads versions and compares words: on a thread. Raises `Fault` when a version is damaged.
        """
        source = self.source(translation)
        if source is None or not translation.translated_from:
            return SourceChanges(is_changed=False, is_kept=source is None)
        if translated_words(source) == translation.translated_from:
            return SourceChanges(is_changed=False)
        then = self._answered(source.id, translation.translated_from, context)
        if then is None:
            return SourceChanges(is_changed=True, is_kept=False)
        found: list[ChangedParagraph] = []
        for name in TEXTS:
            context.check()
            found += _changed(name, then, source, translation)
        return SourceChanges(is_changed=True, paragraphs=tuple(found))

    def approval(self, translation: Article, by: str) -> EditArticle | None:
        """Return the edit by which `by` approves `translation` for what its source says now; None without a source."""
        source = self.source(translation)
        return approve(translation, source, by, self._clock.now()) if source is not None else None

    def joining(self, article: Article, other_id: str) -> Joining:
        """Return what becomes of the article `other_id`, and of those in its set, in the set of `article`.

        Raises `UserError` where they are in it already, or where it has an article in one of their languages.
        """
        members = self._articles.members(article.translation_set)
        other = self._articles.get(other_id)
        if other.translation_set == article.translation_set:
            raise UserError(say("“{headline}” is in this translation set already.", headline=other.headline))
        coming = [one for one in self._articles.members(other.translation_set) if one.id != other.id]
        if (member := same_language(members, (other, *coming))) is not None:
            raise two_of_one_language(member)
        whole = (other, *coming)
        original = source_of(members) or article
        return Joining(edit=join(members, whole), original=original, newcomers=newcomers(members, whole))

    def leaving(self, article: Article) -> Several | EditArticle | None:
        """Return the edit that takes `article` out of its set, None where it is alone in it."""
        members = self._articles.members(article.translation_set, with_trash=True)
        if all(one.id == article.id or one.trashed_at is not None for one in members):
            return None
        return leave(article, members, self._clock.new_id())

    def leading(self, article: Article) -> Several | None:
        """Return the edit that makes `article` the original of its set, None where it is that already."""
        if article.is_source:
            return None
        return make_original(article, self._articles.members(article.translation_set, with_trash=True))

    def _answered(self, source_id: str, words: str, context: JobContext) -> Article | None:
        for head in self._articles.versions(source_id):
            context.check()
            if head.kind is VersionKind.TRANSLATED:
                then = self._articles.version(head.id)
                if translated_words(then) == words:
                    return then
        return None


def _progress(one: Article, source: Article | None) -> dict[str, int]:
    if source is None or one.is_source:
        return {}
    ours = [part for name in TEXTS for part in paragraphs(getattr(one, name)) if part.has_words]
    theirs = [part for name in TEXTS for part in paragraphs(getattr(source, name)) if part.has_words]
    return {"done": len(ours) - untranslated(theirs, ours), "of": max(len(ours), len(theirs))}


def _changed(name: str, then: Article, now: Article, translation: Article) -> list[ChangedParagraph]:
    before, after = paragraphs(getattr(then, name)), paragraphs(getattr(now, name))
    ours = paragraphs(getattr(translation, name))
    pairs = changed([one.text for one in before], [one.text for one in after])
    if not pairs:
        return []
    answering = answers([one.text for one in before], [one.text for one in ours])
    found: list[ChangedParagraph] = []
    line = 0
    for old, new in pairs:
        said = before[old].text if old is not None else ""
        says = after[new].text if new is not None else ""
        if old is not None and old in answering:
            line = ours[answering[old]].first
        elif old is None and new:
            line = _line_after(after[new - 1].text, before, answering, ours, line)
        stretches = compare(word_pieces(said, now.language), word_pieces(says, now.language))
        found.append(ChangedParagraph(field=name, stretches=stretches, line=line))
    return found


def _line_after(
    text: str,
    before: tuple[Paragraph, ...],
    answering: dict[int, int],
    ours: tuple[Paragraph, ...],
    otherwise: int,
) -> int:
    """Return the line of the answer to the paragraph that says `text`, after which a new one came in."""
    number = next((at for at, one in enumerate(before) if one.text == text and at in answering), None)
    return otherwise if number is None else ours[answering[number]].first
