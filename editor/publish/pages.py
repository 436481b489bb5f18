"""The documented page model: all that a template sees, and nothing of what it was made from.

A theme may rely on these names. Every piece of text says its language (`lang`) and its direction (`dir`), so that a
template can mark each switch of language. Text is plain and escaped by the template; `Html` is clean already.
Addresses are relative to the page, percent-encoded, and safe to put into `href` and `src`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from markupsafe import Markup


@dataclass(frozen=True, slots=True)
class Run:
    """Plain text in one language. `dir` is "ltr" or "rtl"."""

    text: str
    lang: str
    dir: str

    def __str__(self) -> str:
        """Return the text."""
        return self.text

    def __bool__(self) -> bool:
        """Say whether there is anything to show."""
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Html:
    """Rendered Markdown in one language."""

    html: Markup
    lang: str
    dir: str


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of the furniture around values: "By ", "Amina Odhiambo" and "Kofi Mensah", "".

    `joins` are the furniture's own words between them, one fewer than `values`. `hrefs` are where the values lead, as
    many as there are values ("" for one that leads nowhere), or none at all.
    """

    before: Run
    values: tuple[Run, ...]
    joins: tuple[Run, ...]
    after: Run
    hrefs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Moment:
    """An instant for machines (RFC 3339, UTC) and in the words of the edition's house style."""

    machine: str
    shown: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """Another page of the edition: what it is called and where it lies, "" for one without a page.

    `count` is how many articles it lists, in the edition's digits, or "". `is_current` says that the reader is there.
    """

    name: Run
    href: str = ""
    count: str = ""
    is_current: bool = False


@dataclass(frozen=True, slots=True)
class Source:
    """One `source` of a `picture`: a media type and its files by width."""

    type: str
    srcset: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A picture as a figure. `src` is "" where only its words are known: then it is a frame that holds `alt`.

    `alt` is None for a decorative picture. `label` is the disclosure of an AI image, shown beside it as text; `origin`
    is then "ai-generated" or "ai-modified". `badge` is a short word to stand on the picture besides, or None.
    """

    src: str = ""
    srcset: str = ""
    width: int = 0
    height: int = 0
    sources: tuple[Source, ...] = ()
    alt: Run | None = None
    label: Run | None = None
    origin: str = ""
    badge: Run | None = None
    caption: Run | None = None
    credit: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """A related article, or one of an index. `href` may be empty; `is_outside` says that it leaves the site.

    `language` names the language of an article that readers of the edition and of this page do not expect, else None.
    `is_turned` says that its words run the other way than the page.
    """

    headline: Run | None = None
    summary: Run | None = None
    labels: tuple[Run, ...] = ()
    picture: Picture | None = None
    href: str = ""
    lang: str = ""
    is_outside: bool = False
    is_turned: bool = False
    language: Run | None = None
    section: Run | None = None
    published: Moment | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TimelineEntry:
    """One dated headline, newest first."""

    date: Moment
    headline: Run
    href: str = ""
    is_outside: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """A note about what was put right, and when."""

    date: Moment
    note: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """An edition to go to: its language's own name for itself."""

    name: Run
    href: str
    is_current: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """The notice of an edition that asks. `accept` is None where there is nothing to switch on."""

    title: Run
    body: Run
    policy: Run
    policy_href: str
    decline: Run
    accept: Run | None
    analytics: str
    script: str


@dataclass(frozen=True, slots=True)
class Property:
    """One `meta property` for those who share the page."""

    name: str
    content: str


@dataclass(frozen=True, slots=True)
class Alternate:
    """The same page in another edition, absolute."""

    hreflang: str
    href: str


@dataclass(frozen=True, slots=True)
class FeedLink:
    """A feed of the edition: its media type, what it is called, where it lies."""

    type: str
    title: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """What a page says about itself to machines. `structured` is JSON-LD, safe inside a script element."""

    title: Run
    description: Run | None = None
    canonical: str = ""
    alternates: tuple[Alternate, ...] = ()
    properties: tuple[Property, ...] = ()
    structured: Markup | None = None
    is_hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What every page of an edition has around its content. `words` holds the furniture by its keys.

    `policy` is the content security policy; `scheme` is "light" or "dark" where the preview fixes it, else "".
    `sections` are those that stand above every page, eight at most; `pages` are the edition's other pages of its own:
    its directories and the page about the newsroom. `search` is the address of the page to search on, or "".
    `files` gives the addresses of the theme's own pictures and fonts by the names that they have in its folder.
    """

    lang: str
    dir: str
    words: Mapping[str, Run]
    site_name: str
    home: str
    stylesheet: str
    policy: str
    head: Head
    choices: tuple[Choice, ...] = ()
    consent: Consent | None = None
    publisher: str = ""
    publisher_href: str = ""
    policies_href: str = ""
    privacy_href: str = ""
    web_manifest: str = ""
    feeds: tuple[FeedLink, ...] = ()
    scheme: str = ""
    sections: tuple[Way, ...] = ()
    pages: tuple[Way, ...] = ()
    search: str = ""
    files: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticlePage:
    """One article. Template: `article.html`.

    `language` names its language where that is not the edition's; `is_turned` says that it runs the other way.
    `trail` leads back: the front page, then the article's section.
    """

    frame: Frame
    headline: Run
    language: Run | None = None
    is_turned: bool = False
    labels: tuple[Run, ...] = ()
    standfirst: Run | None = None
    trail: tuple[Way, ...] = ()
    section: Way | None = None
    tags: tuple[Way, ...] = ()
    byline: Sentence | None = None
    reviewed: Sentence | None = None
    published: Moment | None = None
    updated: Moment | None = None
    hero: Picture | None = None
    body: Html
    reactions: Html | None = None
    corrections: tuple[Correction, ...] = ()
    cards: tuple[Card, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()
    zone: Sentence | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexPage:
    """One page of an edition's list, newest first. Template: `index.html`. `number` counts from 1.

    `lead` is the newest article, on the first page alone. `entries` are the others, each drawn already by the macro
    `entry` of the theme's `parts.html`: an article stands in many lists and is drawn once for all of them.
    """

    frame: Frame
    lead: Card | None = None
    entries: tuple[Markup, ...]
    number: int = 1
    count: int = 1
    newer: str = ""
    older: str = ""
    place: Run | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupPage:
    """One page of the articles of a section, a topic, an author or a month. Template: `group.html`.

    `kind` is "section", "topic", "author" or "archive"; `trail` leads back: the front page, then all of the kind.
    The rest is as on an `IndexPage`.
    """

    frame: Frame
    title: Run
    kind: str
    trail: tuple[Way, ...] = ()
    entries: tuple[Markup, ...]
    number: int = 1
    count: int = 1
    newer: str = ""
    older: str = ""
    place: Run | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DirectoryPage:
    """Every section, topic, author or month of an edition, with how many articles each has. Template: `directory.html`.

    `kind` is as on a `GroupPage`.
    """

    frame: Frame
    title: Run
    kind: str
    trail: tuple[Way, ...] = ()
    ways: tuple[Way, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutPage:
    """What the newsroom says of itself and how it works. Template: `about.html`."""

    frame: Frame
    title: Run
    trail: tuple[Way, ...] = ()
    body: Html


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The page to search on. Template: `search.html`; it shows the macro `search_form` of `parts.html`.

    `script` is Makala's own; it reads `parts`, those of the index, once somebody begins to search. `digits` are
    the edition's ten digits; `archive` is where readers without scripts can look, or "".
    """

    frame: Frame
    title: Run
    trail: tuple[Way, ...] = ()
    script: str
    parts: tuple[str, ...]
    digits: str = "0123456789"
    archive: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotFoundPage:
    """What a web server shows for an address that leads nowhere. Template: `not-found.html`."""

    frame: Frame
    title: Run
    body: Run


@dataclass(frozen=True, slots=True, kw_only=True)
class WithdrawnPage:
    """What stands at the address of an article that was taken back. Template: `withdrawn.html`.

    `date` is when, if that is known; `note` is why, in the article's language, where readers are to be told.
    """

    frame: Frame
    title: Run
    body: Run
    date: Moment | None = None
    note: Run | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePage:
    """The bundle's first page where there are several editions. Template: `choice.html`."""

    frame: Frame


Page = (
    ArticlePage
    | IndexPage
    | GroupPage
    | DirectoryPage
    | AboutPage
    | SearchPage
    | NotFoundPage
    | WithdrawnPage
    | ChoicePage
)
TEMPLATES: Mapping[type, str] = {
    ArticlePage: "article.html",
    IndexPage: "index.html",
    GroupPage: "group.html",
    DirectoryPage: "directory.html",
    AboutPage: "about.html",
    SearchPage: "search.html",
    NotFoundPage: "not-found.html",
    WithdrawnPage: "withdrawn.html",
    ChoicePage: "choice.html",
}
