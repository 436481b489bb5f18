"""Signs the copies of a picture with Content Credentials (C2PA 2.4): metadata first, the signature last.

A signature holds the time and random numbers, so signing twice gives different bytes: what was signed is kept, and the
same copy, record and certificate give the same bytes again as long as the folder is not emptied.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from functools import partial
from glob import escape
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from editor import __version__
from editor.core.errors import UserError
from editor.core.files import sha256_hex
from editor.core.messages import say
from editor.core.sealing import unsealed, write_sealed
from editor.domain.derivative import MEDIA_TYPES, MadeCopy
from editor.domain.provenance import DataMining
from editor.domain.source_type import SOURCE_TYPES, term_of
from editor.domain.statement import Statement, statement_of
from editor.images.certificates import Certificate, algorithm
from editor.images.credentials import settings_context
from editor.images.credentials_library import credentials_library
from editor.images.packets import IPTC_EXT, PHOTOSHOP

if TYPE_CHECKING:
    from editor.domain.image import Image

KEPT = 4
_RECIPE = "1"
_PARENT = "parent"
_TRAINING = ("cawg.ai_generative_training", "cawg.ai_training", "cawg.ai_inference", "cawg.data_mining")
# Which of the above a PLUS term forbids; "as the rights say" forbids all, since no machine reads them.
_FORBIDDEN: Mapping[str, tuple[str, ...]] = {
    DataMining.NO_GENERATIVE_TRAINING.uri: _TRAINING[:1],
    DataMining.NO_TRAINING.uri: _TRAINING[:2],
    DataMining.SEARCH_ONLY.uri: _TRAINING,
    DataMining.PROHIBITED.uri: _TRAINING,
    DataMining.SEE_CONSTRAINTS.uri: _TRAINING,
    DataMining.SEE_EMBEDDED.uri: _TRAINING,
    DataMining.SEE_LINKED.uri: _TRAINING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Recipe:
    """What a signature is to say: the record's words, and whether the newsroom made the picture itself.

    Of anybody else's picture it never says "created": it says that one was opened, resized, encoded and published.
    """

    said: Statement
    is_own: bool = False


def recipe_of(image: Image) -> Recipe:
    """Return the recipe for the copies of `image`: its own where who decided about it also wrote the prompt."""
    is_own = image.origin.is_ai and bool(image.decided_by) and image.decided_by == image.ai_prompt_writer
    return Recipe(said=statement_of(image), is_own=is_own)


def sign(data: bytes, media_type: str, recipe: Recipe, certificate: Certificate) -> bytes:
    """Return the picture in `data` with a manifest of `recipe` in it; nothing may touch the bytes afterwards.

    No thumbnails, no time stamp from elsewhere, no network. What the picture came from is named without the manifests
    that it had: those may hold places and faces that were cut off. Raises `UserError` where nothing can be signed.
    """
    c2pa = credentials_library()
    if c2pa is None:
        raise UserError(
            say("Pictures cannot be signed: the library for Content Credentials is missing here."),
            say("Install Makala with its extra “credentials”, or export unsigned."),
        )
    info = c2pa.C2paSignerInfo(algorithm(certificate), certificate.chain.encode(), certificate.key.encode(), None)
    result = BytesIO()
    try:
        with (
            settings_context() as context,
            c2pa.Signer.from_info(info) as signer,
            c2pa.Builder(_manifest(recipe), context) as builder,
        ):
            if not _is_created(recipe):
                builder.add_ingredient(_ingredient(recipe.said), media_type, BytesIO(data))
            builder.sign(signer, media_type, BytesIO(data), result)
    except c2pa.C2paError as error:
        raise UserError(
            say("A picture could not be signed: {reason}", reason=str(error)[:200]),
            say("Look at the certificate in Preferences, or export unsigned."),
        ) from error
    return result.getvalue()


class SignedCopies:
    """Signs copies and keeps them under `folder`, which may be deleted at any time. Used by one thread at a time.

    Of each copy the last `KEPT` forms are kept: for other options, records and certificates it is signed in others.
    """

    def __init__(self, folder: Path, certificate: Certificate) -> None:
        self._folder = folder
        self._certificate = certificate
        self._who = sha256_hex(certificate.chain.encode())
        # Who can sign can seal, on whichever computer.
        self._secret = bytes.fromhex(sha256_hex(certificate.key.encode()))

    def signed(self, copy: MadeCopy, recipe: Recipe) -> MadeCopy:
        """Return `copy` as its signed form, the one that was made first. Raises as `sign` does."""
        key = self.key(copy.key, recipe)
        place = self._folder / sha256_hex(copy.name.encode())[:2] / f"{copy.name}-{key}"
        data = b"" if place.is_file() else self._make(copy, recipe, place)
        return replace(copy, key=key, read=partial(self._read, place, copy, recipe, data))

    def key(self, copy_key: str, recipe: Recipe) -> str:
        """Return what names everything that decides about the signed form of the copy called `copy_key`."""
        words = json.dumps(asdict(recipe), sort_keys=True)
        return sha256_hex(f"{_RECIPE} {__version__} {self._who} {copy_key} {words}".encode())

    def _make(self, copy: MadeCopy, recipe: Recipe, place: Path) -> bytes:
        """Return nothing when it could be kept, else the bytes themselves, for the disk may be full or read-only."""
        made = sign(copy.read(), MEDIA_TYPES[copy.name.rpartition(".")[2]], recipe, self._certificate)
        try:
            place.parent.mkdir(parents=True, exist_ok=True)
            write_sealed(place, made, secret=self._secret)
        except OSError:
            return made
        with contextlib.suppress(OSError):
            forms = sorted(place.parent.glob(f"{escape(copy.name)}-*"), key=lambda path: path.stat().st_mtime_ns)
            for other in forms[:-KEPT]:
                other.unlink()
        return b""

    def _read(self, place: Path, copy: MadeCopy, recipe: Recipe, data: bytes) -> bytes:
        with contextlib.suppress(OSError):
            return data or unsealed(place, secret=self._secret)
        return self._make(copy, recipe, place) or unsealed(place, secret=self._secret)


def _is_created(recipe: Recipe) -> bool:
    return recipe.is_own and bool(_source_type(recipe.said))


def _source_type(said: Statement) -> str:
    """Return the source type that the picture states, where it is one of the list: the library takes any words."""
    return said.source_type if term_of(said.source_type) in SOURCE_TYPES else ""


def _manifest(recipe: Recipe) -> dict[str, object]:
    assertions: list[object] = [{"label": "c2pa.actions.v2", "data": {"actions": list(_actions(recipe))}}]
    if fields := dict(_fields(recipe.said)):
        context = {"Iptc4xmpExt": IPTC_EXT, "photoshop": PHOTOSHOP}
        assertions.append({"label": "cawg.metadata", "data": {"@context": context, **fields}})
    if forbidden := _FORBIDDEN.get(recipe.said.data_mining):
        entries = {name: {"use": "notAllowed"} for name in forbidden}
        assertions.append({"label": "cawg.training-mining", "data": {"entries": entries}})
    generator = {"name": "Makala", "version": __version__}
    return {"claim_generator_info": [generator], "assertions": assertions}


def _actions(recipe: Recipe) -> Iterator[dict[str, object]]:
    if _is_created(recipe):
        created: dict[str, object] = {"action": "c2pa.created", "digitalSourceType": _source_type(recipe.said)}
        if recipe.said.ai_system:
            agent = {"name": recipe.said.ai_system, "version": recipe.said.ai_system_version}
            created["softwareAgent"] = {name: words for name, words in agent.items() if words}
        yield created
    else:
        yield {"action": "c2pa.opened", "parameters": {"ingredientIds": [_PARENT]}}
    yield {"action": "c2pa.resized"}
    yield {"action": "c2pa.transcoded"}
    yield {"action": "c2pa.published"}


def _ingredient(said: Statement) -> dict[str, object]:
    """Return what is said of the picture that was opened; the key of its source type is spelled as the library does."""
    ingredient: dict[str, object] = {"title": "original", "relationship": "parentOf", "label": _PARENT}
    if stated := _source_type(said):
        ingredient["digital_source_type"] = stated
    return ingredient


def _fields(said: Statement) -> Iterator[tuple[str, str]]:
    for name, value in (
        ("Iptc4xmpExt:DigitalSourceType", _source_type(said)),
        ("Iptc4xmpExt:AISystemUsed", said.ai_system),
        ("Iptc4xmpExt:AISystemVersionUsed", said.ai_system_version),
        ("photoshop:Credit", said.credit),
    ):
        if value:
            yield name, value
