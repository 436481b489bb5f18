"""Signs the copies of pictures on their way into a bundle, where that is wanted and possible; never stops an export."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from editor.core.errors import UserError
from editor.core.messages import Message, say
from editor.domain.derivative import MadeCopy, hash_in
from editor.domain.image import Image

if TYPE_CHECKING:
    from editor.images.certificates import Certificate


def signed_copies(
    copies: Iterable[MadeCopy], images: Iterable[Image], folder: Path, certificate: Certificate, warnings: list[Message]
) -> Iterator[MadeCopy]:
    """Yield `copies` of `images` signed with `certificate`, as they are kept in `folder`.

    From the first that cannot be signed they go on as they are, and `warnings` gets the reason once.
    """
    from editor.images.signing import SignedCopies, recipe_of

    kept = SignedCopies(folder, certificate)
    recipes = {image.sha256: recipe_of(image) for image in images}
    remaining = iter(copies)
    for copy in remaining:
        recipe = next(recipe for digest, recipe in recipes.items() if digest.startswith(hash_in(copy.name)))
        try:
            signed = kept.signed(copy, recipe)
        except UserError as error:
            warnings.append(say("The pictures are not signed: {reason}", reason=error.message))
            yield copy
            break
        yield signed
    yield from remaining
