"""Machines read dates in UTC, absolute addresses or none, and the source type of pictures."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from typing import Any

from editor.domain.article import Correction
from editor.domain.authorship import Authorship
from editor.domain.image import Placement
from editor.domain.settings import Edition, Publisher
from editor.publish.pictures import carded
from editor.publish.structured import json_ld, listed_json_ld
from editor.publish.whereabouts import Whereabouts
from tests.builders import NOON, an_article, an_image
from tests.publish.newsrooms import a_full_desk, a_public_setting

MAIN = a_full_desk().articles["f" * 32]
HERO = an_image(sha256="ab" * 32, width=1600, height=900, credit="The Desk")
SW = Edition(locale="sw")
PLACE = Whereabouts(page="sw/two-drum-kits/index.html", zone="Asia/Tokyo", trail=(("Nara Desk", "sw/index.html"),))


def plain(**settings: Any) -> dict[str, Any]:  # noqa: ANN401 - any field of the settings
    found: dict[str, Any] = json.loads(json_ld(MAIN, [HERO], [], PLACE, a_public_setting(**settings)))
    return found


def test_the_article_is_described() -> None:
    found = plain()
    assert found["@type"] == "NewsArticle"
    assert found["datePublished"] == "2026-01-14T21:00:00+09:00"
    assert found["mainEntityOfPage"]["@id"] == "https://news.example/sw/two-drum-kits/"
    assert [author["name"] for author in found["author"]] == ["Amina Odhiambo", "Jun Tanaka"]
    (image,) = found["image"]
    assert image["contentUrl"].startswith("https://news.example/images/abababababababab-")
    assert image["contentUrl"].endswith("-1600.jpg")


def test_the_lead_comes_in_every_shape_that_search_engines_want() -> None:
    article = replace(MAIN, hero=Placement(image_id=HERO.id))
    found = json.loads(json_ld(article, [HERO, replace(HERO, id="d")], [], PLACE, a_public_setting()))
    assert [(image["width"], image["height"]) for image in found["image"]] == [
        (1600, 900),
        (1280, 720),
        (1200, 900),
        (900, 900),
        (1600, 900),
    ]


def test_without_a_base_address_nothing_is_absolute() -> None:
    found = plain(base_url="")
    assert "image" not in found
    assert "mainEntityOfPage" not in found


def test_pictures_on_cards_are_named_when_ai_had_a_part_in_them_and_each_once() -> None:
    drawn = replace(HERO, id="d", sha256="cd" * 32, source_type="digitalCreation")
    changed = replace(HERO, id="e", sha256="ef" * 32, source_type="compositeSynthetic")
    found = json.loads(json_ld(MAIN, [HERO], [drawn, changed, HERO, changed], PLACE, a_public_setting()))
    article, *others = found["@graph"]
    assert article["@type"] == "NewsArticle"
    assert [(one["@type"], one["contentUrl"].rpartition("/")[2]) for one in others] == [
        ("ImageObject", carded(changed)[0].name)
    ]


def test_a_list_names_the_pictures_that_ai_had_a_part_in_and_no_others() -> None:
    drawn = replace(HERO, id="d", sha256="cd" * 32, source_type="digitalCapture")
    found = json.loads(listed_json_ld([HERO, drawn, HERO], a_public_setting()) or "")
    assert (found["@type"], found["@context"]) == ("ImageObject", "https://schema.org")
    assert listed_json_ld([drawn], a_public_setting()) is None
    assert listed_json_ld([HERO], a_public_setting(base_url="")) is None


def test_nothing_ends_the_script_element() -> None:
    article = replace(MAIN, headline="</script><!--\u2028&")
    text = json_ld(article, [replace(HERO, credit="</script>")], [], PLACE, a_public_setting())
    assert not set(text) & set("<>&\u2028")
    assert json.loads(text)["headline"] == article.headline


def test_what_ai_wrote_of_the_text_is_named_where_it_stands() -> None:
    assert "hasPart" not in plain()
    article = replace(MAIN, ai_ranges=((0, 3),))
    said = json.loads(json_ld(article, [HERO], [], PLACE, a_public_setting()))
    part = said["hasPart"]
    assert part["cssSelector"] == ".ai-passage"
    assert part["digitalSourceType"] == "https://schema.org/TrainedAlgorithmicMediaDigitalSource"


def said(article: Any = MAIN, place: Whereabouts = PLACE, **settings: Any) -> dict[str, Any]:  # noqa: ANN401
    found: dict[str, Any] = json.loads(json_ld(article, [], [], place, a_public_setting(**settings)))
    return found


def test_people_and_agencies_are_told_apart_and_have_their_pages() -> None:
    article = replace(MAIN, byline=("Amina Odhiambo", "Reuters", " "))
    place = replace(PLACE, authors={"Amina Odhiambo": "sw/authors/amina/index.html"})
    assert said(article, place)["author"] == [
        {"@type": "Person", "name": "Amina Odhiambo", "url": "https://news.example/sw/authors/amina/"},
        {"@type": "Organization", "name": "Reuters"},
    ]


def test_a_correction_is_said_with_its_instant_and_raises_the_date() -> None:
    later = NOON + timedelta(days=400)
    article = replace(MAIN, corrections=(Correction(at=later, note="It was *three* drums."),))
    found = said(article)
    assert found["correction"] == [
        {"@type": "CorrectionComment", "datePublished": "2027-02-18T21:00:00+09:00", "text": "It was three drums."}
    ]
    assert found["dateModified"] == "2027-02-18T21:00:00+09:00"


def test_translations_name_their_source_and_the_source_its_translations() -> None:
    source = an_article(language="en", is_source=True)
    swahili = replace(source, id="sw", language="sw", is_source=False)
    arabic = replace(source, id="ar", language="ar", is_source=False)
    english, others = "en/drums/index.html", ((swahili, "sw/ngoma/index.html"), (arabic, "ar/t/index.html"))
    of_source = said(source, replace(PLACE, page=english, translations=others))
    assert [one["inLanguage"] for one in of_source["workTranslation"]] == ["sw", "ar"]
    of_other = said(swahili, replace(PLACE, translations=((source, english), others[1])))
    assert of_other["translationOfWork"]["@id"] == of_source["@id"]
    assert "workTranslation" not in of_other


def test_the_source_of_the_words_is_said_where_the_vocabulary_has_a_term_for_it() -> None:
    def kinds(**fields: Any) -> list[str]:  # noqa: ANN401 - any field of an article
        return [one.rpartition("/")[2] for one in said(replace(MAIN, **fields)).get("digitalSourceType", [])]

    assert kinds(authorship=Authorship.AI_GENERATED)[1] == "trainedAlgorithmicMedia"
    assert kinds(authorship=Authorship.AI_ASSISTED) == []
    assert kinds(authorship=Authorship.HUMAN) == []
    assert kinds(authorship=Authorship.AI_ASSISTED, ai_ranges=((0, 3),))[1] == "compositeWithTrainedAlgorithmicMedia"


def test_the_page_says_how_it_is_reached_and_where_it_leads() -> None:
    page = said(place=replace(PLACE, related=("https://a.example/", "https://a.example/")))["mainEntityOfPage"]
    assert [(one["name"], one["item"]["@id"]) for one in page["breadcrumb"]["itemListElement"]] == [
        ("Nara Desk", "https://news.example/sw/"),
        (MAIN.headline, "https://news.example/sw/two-drum-kits/"),
    ]
    assert page["relatedLink"] == ["https://a.example/"]


def test_the_publisher_has_a_logo_if_there_is_one() -> None:
    publisher = said(publisher=Publisher(name="Nara Trust", logo="https://a.example/l.png"))["publisher"]
    assert (publisher["name"], publisher["logo"]) == ("Nara Trust", "https://a.example/l.png")
    assert "logo" not in said(publisher=Publisher())["publisher"]


def test_a_front_page_says_whose_site_it_is() -> None:
    front = (Edition(locale="sw", name="Dawati"), "sw/index.html")
    found = json.loads(listed_json_ld([], a_public_setting(), front) or "")
    assert (found["@type"], found["name"], found["url"]) == ("WebSite", "Dawati", "https://news.example/sw/")
    assert listed_json_ld([], a_public_setting(base_url=""), front) is None
