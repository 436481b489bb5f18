"""What files say of a picture is the record's own words, on one line and fit for XML."""

from __future__ import annotations

from editor.domain.image import Finding, Image
from editor.domain.settings import PicturePrompts
from editor.domain.statement import Statement, public_image, statement_of


def test_a_source_type_is_its_whole_address_and_a_foreign_one_stays() -> None:
    said = statement_of(Image(id="1", source_type="trainedAlgorithmicMedia"))
    assert said.source_type == "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia"
    assert (
        statement_of(Image(id="1", source_type="https://other.example/kind")).source_type
        == "https://other.example/kind"
    )


def test_texts_stand_on_one_line_without_what_xml_cannot_hold() -> None:
    said = statement_of(
        Image(id="1", credit=" A\n\tB\x00\x0b\ud800 \ufffe C ", alt={"sw": "Ngoma", "de": "Trommel\u2028🥁", "ar": " "})
    )
    assert said.credit == "A B C"
    assert said.alt == {"de": "Trommel 🥁", "sw": "Ngoma"}


def test_the_licence_is_words_or_a_page_and_what_is_no_address_is_not_offered_as_one() -> None:
    words = statement_of(Image(id="1", license="CC BY 4.0", license_page="https://x.example/l"))
    assert (words.terms, words.license_page, words.licensor) == (
        "CC BY 4.0",
        "https://x.example/l",
        "",
    )
    linked = statement_of(Image(id="1", license="https://x.example/by", license_page="https://x.example/buy"))
    assert (linked.terms, linked.license_page, linked.licensor) == ("", "https://x.example/by", "https://x.example/buy")
    typed = statement_of(Image(id="1", license_page="ask the desk"))
    assert typed == Statement()
    assert statement_of(Image(id="1", license="https://x.example/a b")).terms == "https://x.example/a b"
    assert statement_of(Image(id="1", license_page="https://x|y/licence")) == Statement()


def test_the_rest_of_the_record_is_taken_as_it_is() -> None:
    image = Image(
        id="1",
        ai_system="Maler",
        ai_system_version="2.1",
        creator="A. Writer",
        rights="All",
        data_mining="DMI-PROHIBITED",
        generated_at="2026-01-14",
    )
    said = statement_of(image)
    assert (said.ai_system, said.ai_system_version, said.creator, said.rights) == ("Maler", "2.1", "A. Writer", "All")
    assert said.data_mining == "http://ns.useplus.org/ldf/vocab/DMI-PROHIBITED"
    assert said.created == "2026-01-14"


def test_prompts_and_findings_stay_in_the_newsroom() -> None:
    finding = Finding(detector="d", place="p", key="k", value="SECRET")
    image = Image(id="1", ai_prompt="SECRET", ai_prompt_writer="SECRET", findings=(finding,))
    assert statement_of(public_image(image, PicturePrompts.KEPT)) == Statement()


def test_a_newsroom_may_publish_its_prompts() -> None:
    image = Image(id="1", ai_prompt="A drum\nin fog", ai_prompt_writer="Asha")
    said = statement_of(public_image(image, PicturePrompts.PUBLISHED))
    assert (said.ai_prompt, said.ai_prompt_writer) == ("A drum in fog", "Asha")
