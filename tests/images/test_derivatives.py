"""Copies for pages: their sizes follow from the picture, their pixels are upright and sRGB, nothing private is left."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image as Pictures
from PIL import ImageCms, PngImagePlugin

from editor.core.errors import Fault
from editor.core.files import sha256_hex
from editor.core.settings_folder import CONFIG_VARIABLE
from editor.domain.derivative import CARD, SHARE, SQUARE, Use, copies_for, cut_to, derivatives_of, hash_in
from editor.domain.image import Image
from editor.domain.statement import statement_of
from editor.images.derivatives import Derivatives, make
from editor.images.iptc import promise_of
from editor.images.probing import probe
from editor.images.reading_back import stated_in


def taken_in(data: bytes) -> Image:
    facts = probe(data)
    return Image(
        id="1",
        sha256=sha256_hex(data),
        name=f"picture{facts.suffix}",
        media_type=facts.media_type,
        width=facts.width,
        height=facts.height,
        size=len(data),
    )


def saved(picture: Pictures.Image, kind: str, **options: object) -> bytes:
    stream = BytesIO()
    picture.save(stream, kind, **options)
    return stream.getvalue()


def whole(data: bytes) -> dict[str, bytes]:
    """Return the copies that show all of the picture."""
    image = taken_in(data)
    return make(image, data, [copy.name for copy in derivatives_of(image)])


def pixel(picture: Pictures.Image, x: int, y: int) -> tuple[int, ...]:
    value = picture.getpixel((x, y))
    assert isinstance(value, tuple)
    return value


def decoded(data: bytes) -> Pictures.Image:
    return Pictures.open(BytesIO(data))


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF", "GIF", "TIFF"])
def test_every_format_gives_the_copies_that_were_promised(kind: str) -> None:
    data = saved(Pictures.effect_noise((1000, 500), 60).convert("RGB"), kind)
    image = taken_in(data)
    made = make(image, data)
    assert {(d.name, d.width, d.height) for d in copies_for(image, Use)} == {
        (name, *decoded(copy).size) for name, copy in made.items()
    }
    assert {decoded(copy).format for copy in made.values()} == {"AVIF", "WEBP", "JPEG"}


@pytest.mark.parametrize("size", [(30, 17_000), (1, 17_000), (17_000, 1), (1, 1)])
def test_a_picture_of_any_form_has_its_copies(size: tuple[int, int]) -> None:
    data = saved(Pictures.new("RGB", size, "teal"), "PNG")
    made = make(taken_in(data), data)
    assert {decoded(copy).format for copy in made.values()} == {"AVIF", "WEBP", "JPEG"}
    assert max(max(decoded(copy).size) for copy in made.values()) <= 16_383


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_unusual_pixels_come_out_as_colours(mode: str) -> None:
    kind = "TIFF" if mode == "CMYK" else "PNG"
    picture = (
        Pictures.new("I;16", (20, 10), 65535)
        if mode == "I;16"
        else Pictures.new("RGB", (20, 10), "white").convert(mode)
    )
    data = saved(picture, kind)
    for copy in whole(data).values():
        assert decoded(copy).convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_what_is_transparent_stays_so_where_the_format_can() -> None:
    data = saved(Pictures.new("RGBA", (20, 10), (255, 0, 0, 0)), "PNG")
    copies = {name.rpartition(".")[2]: decoded(copy) for name, copy in whole(data).items()}
    assert copies["webp"].mode == copies["avif"].mode == "RGBA"
    assert copies["jpg"].getpixel((1, 1)) == (255, 255, 255)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_pictures_come_out_upright(orientation: int) -> None:
    upright = Pictures.new("RGB", (60, 40), "white")
    upright.paste("red", (0, 0, 30, 20))
    undo = {
        2: Pictures.Transpose.FLIP_LEFT_RIGHT,
        3: Pictures.Transpose.ROTATE_180,
        4: Pictures.Transpose.FLIP_TOP_BOTTOM,
        5: Pictures.Transpose.TRANSPOSE,
        6: Pictures.Transpose.ROTATE_90,
        7: Pictures.Transpose.TRANSVERSE,
        8: Pictures.Transpose.ROTATE_270,
    }
    turned = upright.transpose(undo[orientation]) if orientation in undo else upright
    exif = Pictures.Exif()
    exif[0x0112] = orientation
    data = saved(turned, "JPEG", exif=exif, quality=95, subsampling=0)
    for copy in whole(data).values():
        picture = decoded(copy).convert("RGB")
        assert picture.size == (60, 40)
        red, green, _ = pixel(picture, 8, 8)
        assert red > 240
        assert green < 20
        assert min(pixel(picture, 50, 30)) > 240


def test_wide_colours_are_brought_into_srgb() -> None:
    swapped = ImageCms.ImageCmsProfile(display_p3())
    data = saved(Pictures.new("RGB", (40, 40), (200, 80, 60)), "PNG", icc_profile=swapped.tobytes())
    copies = make(taken_in(data), data)
    seen = pixel(decoded(next(copy for name, copy in copies.items() if name.endswith("jpg"))), 9, 9)
    assert all(abs(a - b) <= 3 for a, b in zip(seen, (216, 69, 51), strict=True))


def test_a_broken_profile_does_not_stop_the_picture() -> None:
    data = saved(Pictures.new("RGB", (40, 40), "red"), "PNG", icc_profile=b"not a profile")
    assert make(taken_in(data), data)


def test_nothing_private_is_left() -> None:
    exif = Pictures.Exif()
    exif[0x010F] = "SECRET-MAKER"
    exif.get_ifd(0x8825)[1] = "N"
    jpeg = saved(
        Pictures.effect_noise((600, 400), 50).convert("RGB"),
        "JPEG",
        exif=exif,
        comment="SECRET-COMMENT",
        xmp=b"<SECRET-XMP/>",
    )
    text = PngImagePlugin.PngInfo()
    text.add_text("parameters", "SECRET-PROMPT")
    png = saved(Pictures.new("RGB", (600, 400)), "PNG", pnginfo=text)
    for data in (jpeg, png):
        assert b"SECRET" in data
        for copy in make(taken_in(data), data).values():
            assert b"SECRET" not in copy
            assert not decoded(copy).getexif()
            assert not decoded(copy).info.keys() & {"comment", "xmp", "icc_profile", "photoshop"}


def test_the_same_picture_gives_the_same_bytes() -> None:
    data = saved(Pictures.effect_noise((700, 300), 60).convert("RGB"), "PNG")
    assert make(taken_in(data), data) == make(taken_in(data), data)


def test_one_copy_alone_has_the_bytes_that_it_has_among_all() -> None:
    data = saved(Pictures.effect_noise((900, 700), 60).convert("RGB"), "JPEG")
    image = taken_in(data)
    every = make(image, data)
    for name in list(every)[:: len(every) // 7]:
        assert make(image, data, [name]) == {name: every[name]}


def test_cut_copies_show_what_the_picture_is_about() -> None:
    picture = Pictures.new("RGB", (400, 1000), "white")
    picture.paste("red", (0, 800, 400, 1000))
    data = saved(picture, "PNG")
    below = replace(taken_in(data), focus=(0.5, 0.9))
    for image, is_red in ((taken_in(data), False), (below, True)):
        for copy in (*cut_to(image, CARD), *cut_to(image, SHARE), *cut_to(image, SQUARE)):
            shown = decoded(make(image, data, [copy.name])[copy.name]).convert("RGB")
            assert shown.size == (copy.width, copy.height)
            bottom = pixel(shown, copy.width // 2, copy.height - 3)
            assert (bottom[0] > 230 and bottom[1] < 40) is is_red


def test_the_words_of_the_record_are_in_every_copy_and_other_words_are_another_file(tmp_path: Path) -> None:
    data = saved(Pictures.effect_noise((500, 300), 60).convert("RGB"), "JPEG")
    original = tmp_path / "original.jpg"
    original.write_bytes(data)
    kept = Derivatives(tmp_path / "kept")
    plain, labelled = taken_in(data), replace(taken_in(data), source_type="trainedAlgorithmicMedia", credit="Müller")
    for image in (plain, labelled, plain):
        copies = copies_for(image, Use)
        assert kept.missing(copies) == [copy.name for copy in copies]
        made = kept.make(image, original, [copy.name for copy in copies])
        assert not kept.missing(copies)
        promised = promise_of(statement_of(image))
        assert all(stated_in(data) == promised for data in made.values())
    assert len(list((tmp_path / "kept").rglob("*-13*"))) == len(copies_for(plain, Use))  # the labelled ones are gone


def test_copies_are_kept_and_the_folder_may_go(tmp_path: Path) -> None:
    data = saved(Pictures.effect_noise((500, 300), 60).convert("RGB"), "JPEG")
    image, original = taken_in(data), tmp_path / "original.jpg"
    original.write_bytes(data)
    copies = Derivatives(tmp_path / "kept")
    name = derivatives_of(image)[0].name
    first = copies.read(image, original, name)
    assert image.sha256.startswith(hash_in(name))
    assert copies.read(image, None, name) == first  # kept: the original is not looked at
    for kept in sorted((tmp_path / "kept").rglob("*"), reverse=True):
        kept.unlink() if kept.is_file() else kept.rmdir()
    assert copies.read(image, original, name) == first


def test_a_place_that_cannot_be_written_costs_time_only(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("a file where the folder would be")
    data = saved(Pictures.new("RGB", (500, 300)), "JPEG")
    original = tmp_path / "original.jpg"
    original.write_bytes(data)
    image = taken_in(data)
    assert Derivatives(tmp_path / "kept").read(image, original, derivatives_of(image)[0].name)


def test_a_missing_or_changed_original_is_said(tmp_path: Path) -> None:
    data = saved(Pictures.new("RGB", (500, 300)), "JPEG")
    image, original = taken_in(data), tmp_path / "original.jpg"
    copies = Derivatives(tmp_path / "kept")
    with pytest.raises(Fault, match="not in the newsroom"):
        copies.check(image, None)
    with pytest.raises(Fault, match="not in the newsroom"):
        copies.check(image, original)
    original.write_bytes(data)
    copies.check(image, original)
    copies.check(image, original)
    original.write_bytes(data + b"!")
    with pytest.raises(Fault, match="changed"):
        copies.check(image, original)


def display_p3() -> BytesIO:
    """Return a profile with the colours of Display P3, put together from its published primaries."""
    import struct

    def fixed(number: float) -> bytes:
        return struct.pack(">i", round(number * 65536))

    def xyz(*numbers: float) -> bytes:
        return b"XYZ \0\0\0\0" + b"".join(map(fixed, numbers))

    curve = (
        b"para\0\0\0\0"
        + struct.pack(">HH", 3, 0)
        + b"".join(map(fixed, (2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045)))
    )
    tags = {
        b"rXYZ": xyz(0.51512, 0.2412, -0.00105),
        b"gXYZ": xyz(0.29198, 0.69225, 0.04189),
        b"bXYZ": xyz(0.1571, 0.06657, 0.78407),
        b"wtpt": xyz(0.9642, 1.0, 0.82491),
        b"rTRC": curve,
        b"gTRC": curve,
        b"bTRC": curve,
        b"cprt": b"text\0\0\0\0test\0",
        b"desc": b"desc\0\0\0\0" + struct.pack(">I", 3) + b"P3\0" + b"\0" * 78,
    }
    offset = 128 + 4 + 12 * len(tags)
    table, body = struct.pack(">I", len(tags)), b""
    for name, value in tags.items():
        padded = value + b"\0" * (-len(value) % 4)
        table += name + struct.pack(">II", offset + len(body), len(padded))
        body += padded
    head = struct.pack(">I4sI4s4s4s", offset + len(body), b"test", 0x02100000, b"mntr", b"RGB ", b"XYZ ")
    head += b"\0" * 12 + b"acsp" + b"\0" * 28 + b"".join(map(fixed, (0.9642, 1.0, 0.82491)))
    return BytesIO(head.ljust(128, b"\0") + table + body)


def test_whether_a_picture_moves_is_known_without_reading_it_again(tmp_path: Path) -> None:
    shades = [Pictures.new("RGB", (9, 9), shade) for shade in ("red", "green")]
    moving = saved(shades[0], "GIF", save_all=True, append_images=shades[1:])
    kept = Derivatives(tmp_path / "copies")
    for data, does in ((moving, True), (saved(shades[0], "GIF"), False), (saved(shades[0], "JPEG"), False)):
        original = tmp_path / sha256_hex(data)
        original.write_bytes(data)
        image = taken_in(data)
        assert kept.moves(image, original) is does
        kept.check(image, original)
        assert kept.moves(image, original) is does
    assert not kept.moves(taken_in(moving), None)


def test_a_copy_that_somebody_put_there_or_that_another_computer_made_is_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = saved(Pictures.effect_noise((500, 300), 60).convert("RGB"), "JPEG")
    image, original = taken_in(data), tmp_path / "original.jpg"
    original.write_bytes(data)
    copies, wanted = Derivatives(tmp_path / "kept"), derivatives_of(image)[:2]
    name = wanted[0].name
    first = copies.make(image, original, [one.name for one in wanted])
    (place,) = (tmp_path / "kept").rglob(f"*{name}*")
    (other,) = (tmp_path / "kept").rglob(f"*{wanted[1].name}*")
    for prepared in (first[name], other.read_bytes(), place.read_bytes() + b"!", b""):
        place.write_bytes(prepared)
        assert copies.read(image, original, name) == first[name]
    with monkeypatch.context() as elsewhere:
        elsewhere.setenv(CONFIG_VARIABLE, str(tmp_path / "of somebody else"))
        assert copies.missing(wanted) == [one.name for one in wanted]
        with pytest.raises(Fault, match="not in the newsroom"):
            copies.read(image, None, name)
        copies.make(image, original, [name])
    assert copies.read(image, None, name) == first[name], "two computers at one newsroom do not undo each other's"
    assert not copies.missing(wanted)
    original.write_bytes(data + b"!")
    (seen,) = (tmp_path / "kept").rglob("*.seen")
    seen.write_bytes(b"as it was")
    with pytest.raises(Fault, match="changed"):
        copies.check(image, original)
