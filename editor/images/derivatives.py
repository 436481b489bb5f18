"""Makes the copies of a picture that `editor.domain.derivative` names: upright, sRGB, nothing private left in them.

Made ones are kept in a folder that may be deleted at any time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image as Pictures
from PIL import ImageCms

from editor.core.errors import Fault
from editor.core.files import faults, sha256_hex, write_whole
from editor.core.messages import say
from editor.domain.derivative import derivatives_of
from editor.domain.image import Image
from editor.images.opening import BROKEN, decoding, open_picture
from editor.images.probing import moves, upright

# Part of the name under which copies are kept: another recipe or encoder gives other bytes.
_RECIPE = f"1-{PIL.__version__}"
_MOVES = b" moves"
_MAY_MOVE = frozenset({"image/gif", "image/webp", "image/png", "image/avif"})
_ENCODERS: Mapping[str, Mapping[str, object]] = {
    "webp": {"format": "WEBP", "quality": 80, "method": 4},
    "jpg": {"format": "JPEG", "quality": 82, "optimize": True, "progressive": True},
}


class Derivatives:
    """Makes copies and keeps them under `folder`. Safe on several threads: work done twice gives the same bytes."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def read(self, image: Image, original: Path | None, name: str) -> bytes:
        """Return the bytes of the copy called `name`, made now unless it is kept.

        Raises `Fault` when the original is not there or is not what it was, `KeyError` for a name that is none.
        """
        kept = self._kept(name)
        with contextlib.suppress(OSError):
            return kept.read_bytes()
        made = make(image, self.sound(image, original))
        for other, data in made.items():
            self._keep(self._kept(other), data)
        return made[name]

    def sound(self, image: Image, original: Path | None) -> bytes:
        """Return the original's bytes; raise `Fault` when they are missing or are not what was taken in."""
        if original is None:
            raise _missing(image)
        with faults(_missing(image).what):
            data = original.read_bytes()
            stamp = _stamp(original)
        if sha256_hex(data) != image.sha256:
            raise _changed(image)
        self._keep(self._seen(image), stamp + (_MOVES if moves(data) else b""))
        return data

    def check(self, image: Image, original: Path | None) -> None:
        """Raise `Fault` as `sound` does, but read the file only when its size or date is not as it last was."""
        if original is None:
            raise _missing(image)
        with contextlib.suppress(OSError):
            if self._seen(image).read_bytes().removesuffix(_MOVES) == _stamp(original):
                return
        self.sound(image, original)

    def moves(self, image: Image, original: Path | None) -> bool:
        """Say whether the picture moves, which none of its copies does; one whose original is not sound does not."""
        if image.media_type not in _MAY_MOVE:
            return False
        with contextlib.suppress(Fault, OSError):
            self.check(image, original)
            return self._seen(image).read_bytes().endswith(_MOVES)
        return False

    def _kept(self, name: str) -> Path:
        return self._folder / name[:2] / f"{_RECIPE}-{name}"

    def _seen(self, image: Image) -> Path:
        return self._folder / image.sha256[:2] / f"{image.sha256}.seen"

    def _keep(self, path: Path, data: bytes) -> None:
        # Keeping is a favour to the next run: on a full or read-only disk the bytes are simply made again.
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)


def make(image: Image, original: bytes) -> dict[str, bytes]:
    """Return every copy of the picture by its file name; raise `UserError` when `original` cannot be decoded."""
    copies = derivatives_of(image)
    widest = max(copy.width for copy in copies)
    made: dict[str, bytes] = {}
    with open_picture(original) as opened:
        if opened.format == "JPEG" and opened.mode in {"RGB", "L"}:
            opened.draft(opened.mode, (widest, widest))
        with decoding():
            picture = _in_srgb(upright(opened))
    for copy in sorted(copies, key=lambda one: (-one.width, one.format)):
        if picture.size != (copy.width, copy.height):
            picture = picture.resize((copy.width, copy.height), Pictures.Resampling.LANCZOS)
        made[copy.name] = _encoded(picture, copy.format)
    return made


def _in_srgb(picture: Pictures.Image) -> Pictures.Image:
    """Return `picture` as RGB or RGBA in sRGB, with nothing but its pixels."""
    profile = picture.info.get("icc_profile")
    alpha = None
    if picture.mode == "P" or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.mode in {"RGBA", "LA", "PA"}:
        alpha = picture.getchannel("A")
        picture = picture.convert("L" if picture.mode == "LA" else "RGB")
    if picture.mode.startswith("I;16"):
        picture = picture.point(lambda value: value / 257).convert("L")  # sixteen bits to eight
    if profile:
        picture = _through_profile(picture, profile)
    picture = picture.convert("RGB")
    if alpha is not None and alpha.getextrema() != (255, 255):
        picture.putalpha(alpha)
    picture.info.clear()
    return picture


def _through_profile(picture: Pictures.Image, profile: bytes) -> Pictures.Image:
    try:
        source = ImageCms.ImageCmsProfile(BytesIO(profile))
        turned = ImageCms.profileToProfile(picture, source, ImageCms.createProfile("sRGB"), outputMode="RGB")
    except (ImageCms.PyCMSError, *BROKEN):
        return picture  # a broken profile, or one for another kind of pixels: the numbers are taken as they are
    return turned or picture


def _encoded(picture: Pictures.Image, ending: str) -> bytes:
    if ending == "jpg" and picture.mode == "RGBA":
        white = Pictures.new("RGB", picture.size, "white")
        white.paste(picture, mask=picture.getchannel("A"))
        picture = white
    stream = BytesIO()
    options = dict(_ENCODERS[ending])
    picture.save(stream, str(options.pop("format")), **options)
    return stream.getvalue()


def _stamp(path: Path) -> bytes:
    about = path.stat()
    return f"{_RECIPE} {about.st_size} {about.st_mtime_ns}".encode()


def _missing(image: Image) -> Fault:
    return Fault(
        say("The original of the picture “{name}” is not in the newsroom's media folder.", name=image.name),
        say("Put the file back or take it from a backup, or remove the picture from its articles."),
    )


def _changed(image: Image) -> Fault:
    return Fault(
        say(
            "The original of the picture “{name}” is not the file that was taken in: it changed on disk.",
            name=image.name,
        ),
        say("Take the file from a backup, or add the picture again."),
    )
