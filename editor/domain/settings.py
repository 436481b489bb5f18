"""What a newsroom is set to: all that `newsroom.yaml` holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from editor.core.described import described
from editor.core.messages import Message, say
from editor.domain.check_choices import CheckChoices
from editor.domain.house_style import HouseStyle
from editor.domain.page_label import PageLabels
from editor.domain.version import VersionRule


class Consent(StrEnum):
    """Whether the pages of an edition ask before they count their readers."""

    NONE = "none"
    NOTICE = "notice"


class PictureBadge(StrEnum):
    """Whether a sign stands on the pictures that AI had a part in, besides the words that always stand below them."""

    NONE = "none"
    CORNER = "corner"


BADGE_WORDS: dict[PictureBadge, Message] = {
    PictureBadge.NONE: say("Words below the picture"),
    PictureBadge.CORNER: say("Words below the picture, and a sign in its corner"),
}


class PicturePrompts(StrEnum):
    """Whether the files of published pictures hold the prompts that they were made with."""

    KEPT = "kept"
    PUBLISHED = "published"


PROMPT_WORDS: dict[PicturePrompts, Message] = {
    PicturePrompts.KEPT: say("Kept in the newsroom"),
    PicturePrompts.PUBLISHED: say("Published in the files of the pictures"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentText:
    """The newsroom's own words for the notice of an edition, in its language; each left empty is the usual one."""

    title: str = ""
    body: str = ""
    policy: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Edition:
    """The site in one locale. `base_path` "" stands for the locale itself, `name` "" for the newsroom's.

    `house_style` is the tag whose dates, numbers and lists of names it writes, "" for the locale's own.
    `fallback` None: every translation set is carried (its member in the locale, else the source, else the oldest).
    A tuple: the first of the locale and these that fits; the empty one: the locale's own articles alone.
    `sections`: only what stands in one of these is carried, none for all; "" are articles without a section.
    `display_zone` is an IANA name, or "" for the newsroom's; an article's own goes before it.
    `about` is Markdown in the edition's language: what the newsroom says of itself and how it works, "" for no page.
    """

    locale: str
    name: str = ""
    base_path: str = ""
    house_style: str = ""
    display_zone: str = ""
    fallback: tuple[str, ...] | None = None
    sections: tuple[str, ...] = ()
    consent: Consent = Consent.NONE
    consent_text: ConsentText = ConsentText()
    about: str = ""
    extra: Mapping[str, object] = field(default_factory=dict)

    @property
    def path(self) -> str:
        """Return the folder of the edition inside a bundle."""
        return self.base_path or self.locale


@dataclass(frozen=True, slots=True, kw_only=True)
class Publisher:
    """Who answers for the pages. `logo` and `policies` are addresses."""

    name: str = field(
        default="",
        metadata=described(say("Publisher"), say("The person or organisation that answers for the pages.")),
    )
    url: str = field(default="", metadata=described(say("Publisher's address"), kind="address"))
    logo: str = field(default="", metadata=described(say("Address of the logo"), kind="address"))
    policies: str = field(
        default="",
        metadata=described(
            say("Address of the editorial policies"),
            say("Where readers can see how you work: ethics, corrections, who owns you."),
            "address",
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class NewsroomSettings:
    """The newsroom's own words and choices. `display_zone` is an IANA name."""

    name: str = field(metadata=described(say("Name of the newsroom"), say("What readers see above every page.")))
    base_url: str = field(
        default="",
        metadata=described(
            say("Address of the site"),
            say("Where the pages will be, such as https://news.example. Without it, no page can name its own address."),
            "address",
        ),
    )
    publisher: Publisher = field(default_factory=Publisher)
    privacy_policy_url: str = field(
        default="",
        metadata=described(
            say("Address of the privacy policy"), say("The notice about cookies leads there."), "address"
        ),
    )
    analytics_url: str = field(
        default="",
        metadata=described(
            say("Address of the reader statistics"),
            say("Asked for only after a reader accepts. Left empty, nobody is counted and there is only Decline."),
            "address",
        ),
    )
    display_zone: str = field(
        default="UTC",
        metadata=described(
            say("Time zone"),
            say("Dates on the pages are shown in it, unless the article or the edition has its own."),
            "zone",
        ),
    )
    version_rule: VersionRule = field(
        default=VersionRule.ALL,
        metadata=described(
            say("Earlier versions of articles"),
            say("Nothing goes by itself: Thin out old versions, in the History panel, first says what would go."),
            "choice",
        ),
    )
    picture_badge: PictureBadge = field(
        default=PictureBadge.NONE,
        metadata=described(
            say("Pictures that AI had a part in"),
            say("Readers always see the words, in print and without pictures too. The sign stands there besides."),
            "choice",
        ),
    )
    picture_prompts: PicturePrompts = field(
        default=PicturePrompts.KEPT,
        metadata=described(
            say("Prompts of AI pictures"),
            say("A prompt may hold names. Published, it stands in the file of each picture, with who wrote it."),
            "choice",
        ),
    )
    theme: str = field(
        default="",
        metadata=described(
            say("Look of the pages"),
            say(
                "Two come with Makala. A theme of your own is a folder in “themes” of the newsroom; the help says how."
            ),
            "choice",
        ),
    )
    editions: tuple[Edition, ...] = ()
    house_styles: Mapping[str, HouseStyle] = field(default_factory=dict)
    page_labels: PageLabels = field(default_factory=dict)
    checks: CheckChoices = field(default_factory=CheckChoices)
    extra: Mapping[str, object] = field(default_factory=dict)

    def edition(self, locale: str) -> Edition | None:
        """Return the edition of `locale`, or None."""
        return next((edition for edition in self.editions if edition.locale == locale), None)

    def style_of(self, locale: str) -> tuple[str, HouseStyle | None]:
        """Return whose house style the edition of `locale` writes in, and what the newsroom has changed of that one."""
        edition = self.edition(locale)
        tag = (edition.house_style if edition else "") or locale
        return tag, self.house_styles.get(tag)

    def with_edition(self, edition: Edition) -> NewsroomSettings:
        """Return these settings with `edition` in the place of its locale's, or added last."""
        if self.edition(edition.locale) is None:
            return replace(self, editions=(*self.editions, edition))
        return replace(self, editions=tuple(edition if one.locale == edition.locale else one for one in self.editions))


# Said before an export and after it, in the same words, so that a window can say it once.
NO_ADDRESS = say(
    "The address of the site is not set. Without it there are no feeds and no sitemap, shared pages show no picture, "
    "and search engines do not learn which pages are translations of one another."
)
