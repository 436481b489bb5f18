"""Opening reads headers only, of known formats only."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from editor.core.errors import UserError
from editor.images.opening import decoding, looks_like_svg, open_picture


def test_a_format_outside_the_list_is_no_picture() -> None:
    stream = BytesIO()
    Image.new("RGB", (4, 4)).save(stream, "BMP")
    with pytest.raises(UserError, match="not a picture"), open_picture(stream.getvalue()):
        pass


def test_damage_met_while_working_is_said_in_words() -> None:
    stream = BytesIO()
    Image.effect_noise((200, 200), 80).save(stream, "JPEG")
    with pytest.raises(UserError, match="damaged"), open_picture(stream.getvalue()[:2000]) as picture, decoding():
        picture.load()


def test_an_avif_whose_parts_are_not_named_is_damaged() -> None:
    stream = BytesIO()
    Image.new("RGB", (12, 8), "#7c8f8a").save(stream, "AVIF")
    for name in (b"pitm", b"iloc"):
        with pytest.raises(UserError), open_picture(stream.getvalue().replace(name, b"none")):
            pass


def test_our_own_refusals_pass_through() -> None:
    stream = BytesIO()
    Image.new("RGB", (4, 4)).save(stream, "PNG")
    with pytest.raises(ZeroDivisionError), open_picture(stream.getvalue()):
        raise ZeroDivisionError


def test_html_is_not_taken_for_a_drawing_without_svg() -> None:
    assert not looks_like_svg(b"<html><body>words</body></html>")
    assert looks_like_svg(b"<?xml version='1.0'?><svg/>")
