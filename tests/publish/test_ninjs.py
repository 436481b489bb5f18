"""An article as a news item: everything it says, by the schema of ninjs 3.1, and nothing that may not be known."""

from __future__ import annotations

import hashlib
import json
import re
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema  # type: ignore[import-untyped]
import pytest

from editor.domain.article import Article, Correction, Status, Withdrawal
from editor.domain.authorship import Authorship
from editor.publish.bodies import Bodies
from editor.publish.ninjs import canceled, ninjs
from tests.builders import NOON
from tests.publish.hostile import a_hostile_desk
from tests.publish.newsrooms import Desk, a_full_desk

STANDARDS = Path(__file__).parents[1] / "data" / "standards"
SCHEMA = STANDARDS / "ninjs-3.1.json"
FORMATS = {
    "uri": r"[a-zA-Z][a-zA-Z0-9+.-]*:[!-~]+",
    "date-time": r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})",
}
MAIN = "f" * 32


def a_validator() -> Any:  # noqa: ANN401 - jsonschema has no types
    formats = jsonschema.FormatChecker(())
    for name, pattern in FORMATS.items():
        formats.checks(name)(lambda text, pattern=pattern: bool(re.fullmatch(pattern, text)))
    return jsonschema.Draft202012Validator(json.loads(SCHEMA.read_text(encoding="utf-8")), format_checker=formats)


VALIDATOR = a_validator()


def items(desk: Desk) -> dict[str, dict[str, Any]]:
    """Return every item of an export by its path."""
    return {path: json.loads(file.make()) for path, file in desk.files("ninjs").items() if path.endswith(".json")}


def main_item(desk: Desk) -> dict[str, Any]:
    return items(desk)["en/two-drum-kits.json"]


def changed(**fields: Any) -> Desk:  # noqa: ANN401 - any field of an article
    desk = a_full_desk()
    desk.articles = {**desk.articles, MAIN: replace(desk.articles[MAIN], **fields)}
    return desk


@pytest.mark.parametrize("desk", [a_full_desk(), a_hostile_desk()], ids=["full", "hostile"])
@pytest.mark.parametrize("base", ["https://news.example", ""])
def test_every_item_is_valid(desk: Desk, base: str) -> None:
    was = desk.settings
    desk.settings = replace(was, base_url=base)
    found = items(desk)
    desk.settings = was
    assert found
    assert [(path, fault.message) for path, item in found.items() for fault in VALIDATOR.iter_errors(item)] == []


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"byline": "Amina"}, "Unevaluated properties"),
        ({"firstCreated": "yesterday"}, "is not a 'date-time'"),
        ({"trustIndicators": [{"href": "policies"}]}, "is not a 'uri'"),
        ({"associations": [{"uri": "urn:x:1"}]}, "'name' is a required property"),
    ],
)
def test_the_schema_sees_what_is_not_of_it(fields: dict[str, Any], said: str) -> None:
    faults = [fault.message for fault in VALIDATOR.iter_errors(main_item(a_full_desk()) | fields)]
    assert [said in fault for fault in faults] == [True]


def test_an_article_says_who_wrote_it_what_it_is_about_and_what_ai_had_a_part_in() -> None:
    item = main_item(changed(byline=("Amina Odhiambo", "Reuters"), authorship=Authorship.AI_GENERATED))
    assert item["uri"] == f"urn:uuid:{'-'.join(('f' * 8, *['f' * 4] * 3, 'f' * 12))}"
    assert (item["type"], item["pubStatus"], item["language"]) == ("text", "usable", "en")
    assert item["people"] == [{"name": "Amina Odhiambo", "rel": "author"}]
    assert item["organisations"] == [{"name": "Reuters", "rel": "author"}]
    assert [one["name"] for one in item["subjects"]] == ["World", "Diplomacy", "Music"]
    assert item["digitalSourceType"]["uri"].endswith("/trainedAlgorithmicMedia")
    assert item["firstCreated"] == "2026-01-14T12:00:00Z"
    assert {one["role"] for one in item["bodies"]} == {"main", "reactions"}
    assert item["renditions"][0]["href"] == "https://news.example/en/two-drum-kits/"


def test_a_picture_in_a_text_wears_its_label_there_in_both_forms() -> None:
    html, text = (one["value"] for one in main_item(a_full_desk())["bodies"] if one["role"] == "main")
    assert "<figcaption>Image changed with AI – The gate before the visit</figcaption>" in html
    assert "The gate of the old temple in the morning [Image changed with AI]" in text


def test_pictures_come_with_their_rights_their_source_and_every_shape_of_the_lead() -> None:
    desk = a_full_desk()
    pictures = [one for one in main_item(desk)["associations"] if one["type"] == "picture"]
    lead, *others = pictures
    assert lead["rel"] == "mainpicture"
    assert [one["name"] for one in lead["renditions"]] == ["full", "full", "4x3", "1x1"]
    assert all(one["href"].startswith("https://news.example/images/") for one in lead["renditions"])
    assert all(one["digitalSourceType"]["uri"].startswith("http://cv.iptc.org/") for one in pictures)
    assert [one["rel"] for one in others] == ["inlinepicture"]
    named = {one["href"].rpartition("/")[2] for picture in pictures for one in picture["renditions"]}
    assert {f"images/{name}" for name in named} <= set(desk.files("ninjs"))


def test_what_is_related_and_the_translations_are_named_by_their_ids() -> None:
    found = items(a_full_desk())
    uris = {item["uri"] for item in found.values()}
    related = [one for one in main_item(a_full_desk())["associations"] if one["rel"] == "related"]
    assert related
    assert {one["uri"] for one in related if one["uri"].startswith("urn:")} <= uris
    translated = [
        (item["language"], one["rel"]) for item in found.values() for one in item.get("associations", ())
        if one["rel"].startswith("translation")
    ]  # fmt: skip
    assert {rel for _, rel in translated} == {"translation", "translationsource"}


def test_a_correction_is_a_newer_version_that_says_so() -> None:
    later = NOON + timedelta(days=1)
    before, after = (
        main_item(changed(corrections=())),
        main_item(changed(corrections=(Correction(at=later, note="It was *May*."),))),
    )
    assert after["versionCreated"] == "2026-01-15T12:00:00Z"
    assert after["version"] != before["version"]
    (said,) = [one["value"] for one in after["descriptions"] if one["role"] == "correction"]
    assert said == "2026-01-15T12:00:00Z It was May."


def test_a_withdrawn_article_is_canceled_and_says_nothing_else() -> None:
    record = Withdrawal(at=NOON + timedelta(days=1), note="Not checked.")
    data = a_full_desk().articles[MAIN]
    gone = replace(data, status=Status.WITHDRAWN, withdrawal=record)
    item = json.loads(canceled(gone, record, "v"))
    assert (item["pubStatus"], item["versionCreated"]) == ("canceled", "2026-01-15T12:00:00Z")
    assert not {"title", "headlines", "bodies", "by", "slugline", "edNote"} & set(item)
    assert json.loads(canceled(gone, replace(record, is_told=True), "v"))["edNote"] == "Not checked."
    found = items(changed(status=Status.WITHDRAWN, withdrawal=record))["en/two-drum-kits.json"]
    assert found["pubStatus"] == "canceled"


def test_one_that_is_named_before_its_hour_is_withheld_until_then() -> None:
    hour = NOON + timedelta(days=900)
    desk = changed(embargo=hour)
    assert "en/two-drum-kits.json" not in items(desk)
    site = desk.site(named=[MAIN])
    article: Article = desk.articles[MAIN]
    item = json.loads(ninjs(site.subject(site.editions[0], article), site, Bodies(), "v", {}))
    assert (item["pubStatus"], item["embargoedUntil"]) == ("withheld", "2028-07-02T12:00:00Z")


def test_the_schema_is_the_one_that_its_list_names() -> None:
    assert hashlib.sha256(SCHEMA.read_bytes()).hexdigest() in (STANDARDS / "README.md").read_text(encoding="utf-8")
