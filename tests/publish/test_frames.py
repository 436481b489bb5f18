"""What stands around every page: ways to other editions, addresses, the policy, the notice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from editor.domain.settings import Consent, ConsentText, Edition, NewsroomSettings
from editor.publish.frames import Frames, analytics_address, content_security_policy
from editor.publish.furniture import run
from editor.publish.pages import Frame, Head
from editor.publish.theme import load_theme
from tests.publish.newsrooms import Desk, a_public_setting


def framed(settings: NewsroomSettings, locale: str = "sw", scheme: str = "") -> Frame:
    site = Desk(settings, []).site()
    frames = Frames(site, load_theme(""), scheme=scheme)
    edition = settings.edition(locale)
    assert edition
    return frames.frame(
        edition, f"{locale}/x/index.html", Head(title=run("T", "en")), lambda one: f"{one.locale}/x/index.html"
    )


def test_without_a_notice_nothing_runs() -> None:
    policy = framed(a_public_setting(), "en").policy
    assert "script-src" not in policy
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy


def test_with_a_notice_only_our_script_and_the_newsrooms_analytics_run() -> None:
    frame = framed(a_public_setting())
    assert "script-src 'self' https://count.example" in frame.policy
    assert "connect-src 'self' https://count.example" in frame.policy
    assert frame.consent
    assert frame.consent.accept
    assert str(frame.consent.decline) == "Kataa"
    assert frame.consent.script == f"../../{load_theme('').consent.path}"


def test_without_analytics_decline_stands_alone() -> None:
    frame = framed(a_public_setting(analytics_url=""))
    assert frame.consent
    assert frame.consent.accept is None
    assert frame.policy.endswith("script-src 'self'")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        "mailto:a@b.example",
        "//count.example/a.js",
        "https://count.example; script-src *",
        "https://[::1/a.js",
        "https://a_b'.example/x",
        "https://count.example:99999/a",
    ],
)
def test_an_analytics_address_that_could_mislead_counts_as_none(address: str) -> None:
    assert analytics_address(NewsroomSettings(name="x", analytics_url=address)) == ""


def test_a_port_is_part_of_the_origin() -> None:
    frame = framed(a_public_setting(analytics_url="http://localhost:8080/count.js"))
    assert "script-src 'self' http://localhost:8080" in frame.policy
    assert content_security_policy(None).count("http") == 0


def test_every_edition_is_offered_under_its_own_name() -> None:
    frame = framed(a_public_setting())
    assert [(str(one.name), one.name.lang, one.name.dir, one.is_current) for one in frame.choices][1:3] == [
        ("Kiswahili", "sw", "ltr", True),
        ("العربية", "ar", "rtl", False),
    ]
    assert frame.choices[0].href == "../../en/x/index.html"
    alone = a_public_setting(editions=(Edition(locale="sw", consent=Consent.NONE),))
    assert framed(alone).choices == ()


def test_alternates_name_every_edition_itself_and_a_default() -> None:
    site = Desk(a_public_setting(), []).site()
    frames = Frames(site, load_theme(""))
    sets = [
        frames.addresses(f"{edition.locale}/x/index.html", lambda one: f"{one.locale}/x/index.html")
        for edition in site.editions
    ]
    assert {alternates for _, alternates in sets} == {sets[0][1]}
    assert [one.hreflang for one in sets[0][1]] == ["en", "sw", "ar", "ja", "x-default"]
    for (canonical, alternates), edition in zip(sets, site.editions, strict=True):
        assert canonical in {one.href for one in alternates if one.hreflang == edition.locale}


def test_without_a_base_address_there_are_no_absolute_ones() -> None:
    site = Desk(replace(a_public_setting(), base_url=""), []).site()
    assert Frames(site, load_theme("")).addresses("en/index.html", lambda _: "x") == ("", ())


def test_the_preview_may_fix_the_scheme() -> None:
    assert framed(a_public_setting(), scheme="dark").scheme == "dark"


def test_an_edition_has_its_own_name_and_its_own_words_in_the_notice() -> None:
    """Each word that the newsroom has not chosen stays the usual one."""
    words = ConsentText(title="Tunahesabu wasomaji", policy="Sera yetu")
    own = Edition(locale="sw", name="Dawati la Nara", consent=Consent.NOTICE, consent_text=words)
    settings = a_public_setting(editions=(own, Edition(locale="en")))
    frame = framed(settings)
    assert (frame.site_name, framed(settings, "en").site_name) == ("Dawati la Nara", "Nara Desk")
    assert frame.consent
    assert (str(frame.consent.title), str(frame.consent.policy)) == (words.title, words.policy)
    assert str(frame.consent.body).startswith("Tunatumia")
    assert {frame.consent.title.lang, frame.consent.body.lang, frame.consent.policy.lang} == {"sw"}


def test_a_front_page_leads_everybody_else_to_where_readers_choose() -> None:
    def default_of(*editions: Edition, is_front: bool) -> str:
        site = Desk(a_public_setting(editions=editions), []).site()
        frames = Frames(site, load_theme(""))
        _, found = frames.addresses("sw/index.html", lambda one: f"{one.path}/index.html", is_front=is_front)
        return next((one.href for one in found if one.hreflang == "x-default"), "")

    sw, en = Edition(locale="sw"), Edition(locale="en")
    assert default_of(sw, en, is_front=True) == "https://news.example/"
    assert default_of(sw, en, is_front=False) == "https://news.example/sw/"
    assert default_of(sw, is_front=True) == ""
