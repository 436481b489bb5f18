"""A newsroom whose every field tries to get out of the page it is on."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from editor.domain.article import Article, Correction, Status
from editor.domain.authorship import Authorship
from editor.domain.image import Image, Placement
from editor.domain.link import External
from editor.domain.settings import Consent, Edition, PictureBadge, Publisher
from tests.builders import NOON, a_link, an_article, an_image
from tests.publish.newsrooms import Desk, a_picture, a_public_setting

HOSTILE = (
    "</script></style></title><script>alert(1)</script><img src=x onerror=alert(2)>\"' onload='alert(3)' "
    "{{ 7*7 }} {% raw %} ]]> <!-- &amp; &#x3C;svg/onload=alert(4)> \u202e\u2066 \x00\x07\x9b\ufffe \ud800 \U0001f4a5"
)
MARKDOWN = (
    f"{HOSTILE}\n\n[a](javascript:alert(5)) [b](data:text/html,<script>alert(6)</script>) <javascript:alert(7)> "
    '![x](javascript:alert(8)) ![y](https://tracker.example/p.gif) ![z](images/000000000000-x.png "t\'\\"><svg>")\n\n'
    "<svg onload=alert(9)>\n\n<iframe src=https://evil.example></iframe>\n\n    <script>alert(10)</script>\n\n"
    "| <b>x</b> | `<i>` |\n|---|---|\n| [c](JaVaScRiPt:alert(11)) | ok |\n\n<!--picture 0-->\n"
)
ADDRESSES = (
    "javascript:alert(1)",
    "data:text/html,x",
    "//evil.example/x",
    "https://a.example/\"onmouseover='x",
    "/etc/passwd",
)


def a_hostile_desk() -> Desk:
    """Return it."""
    settings = a_public_setting(
        name=HOSTILE,
        base_url='https://news.example/"><script>alert(1)</script>',
        publisher=Publisher(name=HOSTILE, url=ADDRESSES[0], logo=ADDRESSES[1], policies=ADDRESSES[3]),
        privacy_policy_url=ADDRESSES[0],
        analytics_url="https://count.example; script-src *",
        picture_badge=PictureBadge.CORNER,
        editions=(
            Edition(locale="en", base_path="../../outside", consent=Consent.NOTICE),
            Edition(locale="sw", base_path="con/<b>"),
        ),
    )
    desk = Desk(settings, [])
    hero = desk.originals.add(
        a_picture(500, 300),
        id="a" * 32,
        alt={"en": HOSTILE, 'x"onload="y': HOSTILE},
        credit=HOSTILE,
        creator=HOSTILE,
        rights=HOSTILE,
        license=ADDRESSES[3],
        license_page='https://news.example/"><script>alert(1)</script>',
        ai_system=HOSTILE,
        ai_prompt=HOSTILE,
    )
    words = an_image(id="b" * 32, alt={"en": HOSTILE})
    desk.images = {image.id: image for image in (hero, words)}
    first = _article(1, "../../../etc/passwd", hero)
    others = [_article(number, slug, words) for number, slug in enumerate(_SLUGS, 2)]
    links = [
        a_link(
            external=External(
                headline=HOSTILE,
                summary=HOSTILE,
                url=address,
                language='en"><script>',
                published=NOON - timedelta(days=1),
                picture=Placement(image_id=words.id, caption=HOSTILE),
                authorship=Authorship.AI_GENERATED,
            ),
            on_timeline=True,
        )
        for address in ADDRESSES
    ]
    first = replace(first, links=(*links, *(a_link(other, on_timeline=True) for other in others)))
    desk.articles = {article.id: article for article in (first, *others)}
    return desk


_SLUGS = (
    "CON",
    "con",
    "Straße",
    "STRASSE",
    "..",
    "a/b",
    "a\\b",
    "index.html",
    "page",
    "assets",
    "<b>",
    "é",
    "e\u0301",
    "x" * 300,
)


def _article(number: int, slug: str, image: Image) -> Article:
    return an_article(
        id=f"{number:032x}",
        slug=slug,
        headline=HOSTILE,
        standfirst=HOSTILE,
        byline=(HOSTILE, "{names}"),
        reviewed_by=HOSTILE,
        section=HOSTILE,
        tags=(HOSTILE,),
        status=Status.PUBLISHED,
        authorship=Authorship.AI_GENERATED,
        published=NOON + timedelta(minutes=number),
        hero=Placement(image_id=image.id, caption=HOSTILE),
        body=MARKDOWN,
        ai_ranges=((3, 40), (60, len(MARKDOWN))),
        reactions=MARKDOWN,
        corrections=(Correction(at=NOON, note=MARKDOWN),),
    )
