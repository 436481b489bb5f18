"""Probing accepts every format of the web and refuses, in words, what no page could show."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from editor.core.errors import UserError
from editor.images.probing import Facts, moves, probe


def encoded(kind: str, size: tuple[int, int] = (40, 24), mode: str = "RGB", **options: object) -> bytes:
    stream = BytesIO()
    Image.effect_noise(size, 80).convert(mode).save(stream, kind, **options)
    return stream.getvalue()


@pytest.mark.parametrize(
    ("kind", "media_type", "suffix"),
    [
        ("JPEG", "image/jpeg", ".jpg"),
        ("PNG", "image/png", ".png"),
        ("WEBP", "image/webp", ".webp"),
        ("AVIF", "image/avif", ".avif"),
        ("GIF", "image/gif", ".gif"),
        ("TIFF", "image/tiff", ".tif"),
    ],
)
def test_every_format_of_the_web_is_known(kind: str, media_type: str, suffix: str) -> None:
    assert probe(encoded(kind)) == Facts(media_type=media_type, suffix=suffix, width=40, height=24)


@pytest.mark.parametrize("mode", ["L", "LA", "P", "RGBA", "1", "I;16"])
def test_unusual_pixels_are_read(mode: str) -> None:
    stream = BytesIO()
    Image.new(mode, (8, 6)).save(stream, "PNG")
    assert probe(stream.getvalue()).width == 8


def test_a_press_picture_in_cmyk_is_read() -> None:
    assert probe(encoded("JPEG", mode="CMYK")).media_type == "image/jpeg"


@pytest.mark.parametrize("orientation", range(1, 9))
def test_the_size_is_the_size_a_reader_sees(orientation: int) -> None:
    exif = Image.Exif()
    exif[0x0112] = orientation
    facts = probe(encoded("JPEG", exif=exif))
    assert (facts.width, facts.height) == ((40, 24) if orientation < 5 else (24, 40))


def test_frames_are_counted() -> None:
    stream = BytesIO()
    frames = [Image.new("RGB", (8, 8), shade) for shade in ("red", "green", "blue")]
    frames[0].save(stream, "GIF", save_all=True, append_images=frames[1:])
    assert probe(stream.getvalue()).frames == 3


@pytest.mark.parametrize("data", [b"", b"\0" * 200, b"words, not a picture", b"%PDF-1.7 ...", b"\xff\xd8\xff"])
def test_what_is_no_picture_is_refused(data: bytes) -> None:
    with pytest.raises(UserError, match="picture"):
        probe(data)


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF"])
@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_truncated_picture_is_refused(kind: str, share: float) -> None:
    data = encoded(kind, (300, 200))
    with pytest.raises(UserError):
        probe(data[: int(len(data) * share)])


def test_a_png_without_its_end_is_refused() -> None:
    with pytest.raises(UserError, match="damaged"):
        probe(encoded("PNG")[:-12])


def test_a_picture_over_the_limit_is_refused_before_it_is_decoded() -> None:
    with pytest.raises(UserError, match="100 million"):
        probe(png_claiming(20_000, 20_000))
    with pytest.raises(UserError, match="100 million"):
        probe(png_claiming(10_100, 10_000))


def test_bloated_text_inside_is_refused() -> None:
    info = PngImagePlugin.PngInfo()
    info.add_text("Comment", "a" * 20_000_000, zip=True)
    with pytest.raises(UserError, match="damaged"):
        probe(encoded("PNG", pnginfo=info))


@pytest.mark.parametrize(
    "drawing",
    [
        b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>",
        b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- hello -->\n<SVG/>",
        "\ufeff<svg/>".encode("utf-16-le"),
        zlib.compress(b"<svg/>", wbits=31),
    ],
)
def test_svg_is_refused_with_its_reason(drawing: bytes) -> None:
    with pytest.raises(UserError, match="programs") as refusal:
        probe(drawing)
    assert "PNG" in str(refusal.value.hint)


def png_claiming(width: int, height: int) -> bytes:
    """Return a small PNG whose head claims a huge picture."""

    def chunk(name: bytes, body: bytes) -> bytes:
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    rows = zlib.compress(b"\0" * 1000)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


@pytest.mark.parametrize("kind", ["GIF", "WEBP", "PNG", "AVIF"])
def test_a_picture_of_several_frames_moves(kind: str) -> None:
    frames = [Image.new("RGB", (8, 8), shade) for shade in ("red", "green", "blue")]
    stream = BytesIO()
    frames[0].save(stream, kind, save_all=True, append_images=frames[1:])
    assert moves(stream.getvalue())
    assert not moves(encoded(kind))
    assert not moves(stream.getvalue()[:20])


def test_the_pages_of_a_tiff_are_other_pictures() -> None:
    pages = [Image.new("RGB", (8, 8), shade) for shade in ("red", "green")]
    stream = BytesIO()
    pages[0].save(stream, "TIFF", save_all=True, append_images=pages[1:])
    assert not moves(stream.getvalue())
