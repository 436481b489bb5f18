"""Makes the copies of a picture that `editor.domain.derivative` names: upright, sRGB, saying what the record says.

Nothing of the original's own metadata is left in them. Made ones are kept in a folder that may be deleted at any time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Collection, Iterable, Iterator, Mapping
from io import BytesIO
from math import ceil
from pathlib import Path
from typing import Any

import PIL
from PIL import Image as Pictures
from PIL import ImageCms

from editor.core.errors import Fault
from editor.core.files import faults, sha256_hex
from editor.core.messages import say
from editor.core.sealing import sealer, unsealed, write_sealed
from editor.domain.derivative import Box, Derivative, Use, copies_for, hash_in
from editor.domain.image import Image
from editor.domain.statement import statement_of
from editor.images.opening import BROKEN, decoding, open_picture
from editor.images.probing import moves, upright
from editor.images.writing import Metadata, metadata_of

# Part of the name under which copies are kept: another recipe or encoder gives other bytes.
_RECIPE = f"2-{PIL.__version__}"
_MOVES = b" moves"
_MAY_MOVE = frozenset({"image/gif", "image/webp", "image/png", "image/avif"})
# AVIF on one thread alone: on several, the bytes would follow from the machine.
ENCODERS: Mapping[str, Mapping[str, Any]] = {
    "avif": {"format": "AVIF", "quality": 60, "speed": 8, "max_threads": 1},
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
        with contextlib.suppress(OSError):
            return unsealed(self._kept(name))
        return self.make(image, original, [name])[name]

    def make(self, image: Image, original: Path | None, names: Collection[str]) -> dict[str, bytes]:
        """Make the copies called `names`, keep them and return their bytes. Raises as `read` does."""
        made = make(image, self.sound(image, original), names)
        for name, data in made.items():
            self._keep(self._kept(name), data)
        self._forget_others(image)
        return made

    def missing(self, copies: Iterable[Derivative]) -> list[str]:
        """Return the names of those of `copies` that are not kept."""
        return [copy.name for copy in copies if not self._kept(copy.name).is_file()]

    @staticmethod
    def key(name: str) -> str:
        """Return what names everything that the bytes of the copy called `name` follow from."""
        return f"{_RECIPE}-{name}"

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
            if unsealed(self._seen(image)).removesuffix(_MOVES) == _stamp(original):
                return
        self.sound(image, original)

    def moves(self, image: Image, original: Path | None) -> bool:
        """Say whether the picture moves, which none of its copies does; one whose original is not sound does not."""
        if image.media_type not in _MAY_MOVE:
            return False
        with contextlib.suppress(Fault, OSError):
            self.check(image, original)
            return unsealed(self._seen(image)).endswith(_MOVES)
        return False

    def _kept(self, name: str) -> Path:
        # Another computer's are not taken, so that they are missing here and are made together with the others.
        return self._folder / name[:2] / f"{self.key(name)}-{sealer()}"

    def _seen(self, image: Image) -> Path:
        return self._folder / image.sha256[:2] / f"{image.sha256}.seen"

    def _keep(self, path: Path, data: bytes) -> None:
        # Keeping is a favour to the next run: on a full or read-only disk the bytes are simply made again.
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            write_sealed(path, data)

    def _forget_others(self, image: Image) -> None:
        """Delete what is kept of the picture as it was: with other words, cut elsewhere, of another recipe."""
        copies = copies_for(image, Use)
        current = {self.key(copy.name) for copy in copies}  # by whichever computer
        mark = f"-{hash_in(copies[0].name)}-"
        with contextlib.suppress(OSError):
            for path in self._kept(copies[0].name).parent.iterdir():
                if mark in path.name and path.name.rpartition("-")[0] not in current:
                    path.unlink()


def make(image: Image, original: bytes, names: Collection[str] | None = None) -> dict[str, bytes]:
    """Return the copies called `names` by name, all there are of the picture by default.

    Raises `UserError` when `original` cannot be decoded, `KeyError` for a name that is none.
    """
    copies = {copy.name: copy for copy in copies_for(image, Use)}
    wanted = list(copies.values()) if names is None else [copies[name] for name in names]
    picture = _decoded(original, max(_scale(copy) for copy in copies.values()))
    metadata = metadata_of(statement_of(image))
    made = {}
    for box in dict.fromkeys(copy.box for copy in wanted):
        chain = [copy for copy in copies.values() if copy.box == box]
        for copy, shown in _scaled(picture, image.width, chain, wanted):
            made[copy.name] = _encoded(shown, copy.format, metadata)
    return made


def _decoded(original: bytes, scale: float) -> Pictures.Image:
    """Return the picture upright and in sRGB; a JPEG smaller where `scale` of it is enough, which is much faster."""
    with open_picture(original) as opened:
        if opened.format == "JPEG" and opened.mode in {"RGB", "L"}:
            opened.draft(opened.mode, (ceil(opened.width * scale), ceil(opened.height * scale)))
        with decoding():
            return _in_srgb(upright(opened))


def _scale(copy: Derivative) -> float:
    return copy.width / (copy.box[2] - copy.box[0])


def _scaled(
    picture: Pictures.Image, width: int, chain: list[Derivative], wanted: list[Derivative]
) -> Iterator[tuple[Derivative, Pictures.Image]]:
    """Yield those of `wanted` that are in `chain`, copies of one part, with their pixels.

    Each is made of the next larger one, made of it or not, so that the pixels do not depend on what else is wanted.
    `width` is the original's, in whose pixels the boxes are.
    """
    ratio = picture.width / width
    left, top, right, bottom = (edge * ratio for edge in chain[0].box)
    box: Box | None = (left, top, min(right, picture.width), min(bottom, picture.height))
    names = {copy.name for copy in wanted}
    smallest = min(copy.width for copy in chain if copy.name in names)
    for copy in sorted(chain, key=lambda one: (-one.width, one.format)):
        if copy.width < smallest:
            return
        if picture.size != (copy.width, copy.height) or box != (0.0, 0.0, *map(float, picture.size)):
            picture = picture.resize((copy.width, copy.height), Pictures.Resampling.LANCZOS, box=box)
        box = (0.0, 0.0, float(copy.width), float(copy.height))
        if copy.name in names:
            yield copy, picture


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


def _encoded(picture: Pictures.Image, ending: str, metadata: Metadata) -> bytes:
    if ending == "jpg" and picture.mode == "RGBA":
        white = Pictures.new("RGB", picture.size, "white")
        white.paste(picture, mask=picture.getchannel("A"))
        picture = white
    stream = BytesIO()
    picture.save(stream, **ENCODERS[ending], **metadata.options(ending))
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
