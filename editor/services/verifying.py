"""From a bundle back to the question whether it is whole, and who signed it. Needs no newsroom."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from editor.core.errors import UserError
from editor.core.files import faults
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.services.newsroom_key import known_keys


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleProblem:
    """One thing wrong with a bundle. `kind` is a word of the contract: changed, missing, added, symlink, link..."""

    path: str
    kind: str
    message: Message


@dataclass(frozen=True, slots=True, kw_only=True)
class BundleSignature:
    """How a bundle is signed.

    `state` is a word of the contract: not signed, known key, unknown key, another key or wrong. `fingerprint` is that
    of the key it was signed with, or ""; `words` say the same to a person.
    """

    state: str = "not signed"
    fingerprint: str = ""

    @property
    def words(self) -> Message:
        """Return what this is worth, as a sentence."""
        return _SIGNED_WORDS[self.state](print=self.fingerprint)


@dataclass(frozen=True, slots=True, kw_only=True)
class VerifyReport:
    """What verifying a bundle found: nothing but `ok` when every byte and every link is as it should be."""

    ok: bool
    files: int
    problems: tuple[BundleProblem, ...] = field(default=())
    signature: BundleSignature = BundleSignature()


def verify_bundle(path: Path, context: JobContext, key: Path | None = None) -> VerifyReport:
    """Hold every byte, name, link and picture of the bundle at `path` (folder or zip) against its manifest.

    `key` is the file of the public key that it must be signed with; without one a signature by the person's own key is
    a known one. Needs no newsroom. Raises `UserError` when there is no bundle at all, or no key in the file.
    """
    from editor.publish.signature import MOST_KEY_BYTES, read_public
    from editor.publish.verify import verify

    demanded = None
    if key is not None:
        with faults(say("The key could not be read.")), key.open("rb") as stream:
            demanded = read_public(stream.read(MOST_KEY_BYTES))
    verified = verify(path, _look_at_picture, context, key=demanded, known=known_keys())
    found = tuple(BundleProblem(path=one.path, kind=one.kind.value, message=one.message) for one in verified.problems)
    signature = BundleSignature(state=verified.signature.signed.value, fingerprint=verified.signature.fingerprint)
    return VerifyReport(ok=not found, files=verified.files, problems=found, signature=signature)


_SIGNED_WORDS: Mapping[str, Callable[..., Message]] = {
    "not signed": lambda **_: say("It is not signed: whoever changed it could have changed its manifest too."),
    "known key": lambda **print_: say("It is signed with the key you know, {print}.", **print_),
    "unknown key": lambda **print_: say(
        "It is signed with a key that is not known here: {print}. Ask the newsroom, some other way, if it is theirs.",
        **print_,
    ),
    "another key": lambda **print_: say("It is signed with another key than the one demanded: {print}.", **print_),
    "wrong": lambda **_: say("Its signature is wrong: do not trust this bundle."),
}


def _look_at_picture(data: bytes, promised: Mapping[str, object]) -> Message | None:
    from editor.images.probing import probe
    from editor.images.reading_back import broken_promise

    try:
        probe(data)
    except UserError as error:
        return error.message
    return broken_promise(data, promised)
