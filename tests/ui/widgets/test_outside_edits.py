"""What is asked of the newsroom when an article outside is told of."""

from __future__ import annotations

from editor.domain.edits import AddImage, EditImage
from editor.domain.image import Placement
from editor.domain.link import External
from editor.domain.told import Told
from editor.ui.widgets.external_form import ExternalSaid, PictureSaid
from editor.ui.widgets.outside_edits import said_of, with_picture
from tests.builders import NOON, an_external, an_id, an_image

AI = "trainedAlgorithmicMedia"


def test_a_picture_is_taken_along_where_it_is_declared_to_come_from_ai() -> None:
    told = Told(headline="Fin", language="fr", picture="Le port", picture_source=AI)
    said = said_of(told, "", External(), "en")
    assert (said.external.headline, said.picture) == ("Fin", PictureSaid("Le port", "fr", AI))
    assert said_of(Told(headline="Fin", picture="Le port"), "", External(), "en").picture is None
    pictured = an_external(picture=Placement(image_id="x"))
    assert said_of(told, "1", pictured, "en").picture is None


def test_a_new_picture_and_one_that_is_said_otherwise() -> None:
    said = ExternalSaid("", External(headline="Fin"), PictureSaid("Le port", "fr", AI))
    (added,), external = with_picture(said, {}, an_id(7), "Amina", NOON)
    assert isinstance(added, AddImage)
    assert (added.image.source_type, added.image.decided_by, added.image.alt) == (AI, "Amina", {"fr": "Le port"})
    assert external.picture == Placement(image_id=an_id(7))
    known = an_image(id=an_id(7), alt={"fr": "Le port"}, source_type=AI)
    again = ExternalSaid("1", external, PictureSaid("Le port", "fr", AI))
    assert with_picture(again, {known.id: known}, "", "Amina", NOON) == ([], external)
    other = ExternalSaid("1", external, PictureSaid("Un port", "fr", AI))
    (changed,), _ = with_picture(other, {known.id: known}, "", "Amina", NOON)
    assert isinstance(changed, EditImage)
    assert with_picture(ExternalSaid("1", external, None), {}, "", "", NOON)[1].picture is None
