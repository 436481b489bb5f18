"""A far place to work with: connects when it must, tries again after a pause, and says in words what is in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import partial
from typing import TypeVar

from editor.core.errors import Fault, UserError
from editor.core.files import sha256_hex
from editor.core.jobs import JobContext
from editor.core.messages import Message, say
from editor.publish.delivery import NOTE, Far, folders_of, read_note
from editor.publish.far_files import FarFiles
from editor.publish.far_words import in_words
from editor.publish.manifest import MANIFEST, read_manifest
from editor.publish.signature import SEALS
from editor.publish.target import MOST_MANIFEST_BYTES

Answer = TypeVar("Answer")
# How long to wait before each further try, in seconds.
_PAUSES = (0.5, 2.0, 5.0, 10.0)
_READING = say("The place could not be looked at. Nothing was changed by that.")


class FarPlace:
    """Made for one delivery, on its thread.

    `opening` connects anew each time it is called; `errors` is what it and the connection may raise.
    """

    def __init__(
        self,
        opening: Callable[[], FarFiles],
        errors: tuple[type[Exception], ...],
        context: JobContext,
    ) -> None:
        self._opening = opening
        self._errors = errors
        self._context = context
        self._files: FarFiles | None = None
        self._folders: set[str] | None = None

    def look(self, *, is_taken_over: bool = False) -> Far:
        """Return what lies there.

        Raises `UserError` for a place with files and no bundle, unless it `is_taken_over`: then files of the same names
        are replaced and the others stay.
        """
        data = self.read(MANIFEST)
        note = read_note(self.read(NOTE, 16 << 20))
        try:
            manifest = read_manifest(data) if data is not None else None
        except UserError as error:
            if not is_taken_over:
                raise _foreign() from error
            return Far(note=note)
        if manifest is None:
            names = () if is_taken_over or note else self._do(lambda files: files.names(), _READING)
            if any(not name.startswith(".") for name in names):
                raise _foreign()
            return Far(note=note)
        self._folders = folders_of(manifest.entries)
        return Far(
            manifest=manifest,
            manifest_sha256=sha256_hex(data or b""),
            note=note,
            seals=frozenset(name for name in SEALS if self.size(name) is not None),
        )

    def read(self, path: str, most: int = MOST_MANIFEST_BYTES) -> bytes | None:
        """Return a file's bytes, up to `most`, None where it is not there."""
        return self._do(lambda files: files.read(path, most), _READING)

    def size(self, path: str) -> int | None:
        """Return a file's size in bytes, None where it is not there."""
        return self._do(lambda files: files.size(path), _READING)

    def write(self, path: str, data: bytes, media_type: str) -> None:
        """Put a file in its place, whole: with its size looked at before the old one is gone."""

        def write(files: FarFiles) -> None:
            self._make_folders(files, path)
            files.write(path, data, media_type)

        said = say("“{file}” was not delivered. What arrived stays; the next delivery goes on from there.", file=path)
        self._do(write, said)

    def remove(self, path: str) -> None:
        """Take a file away, if it is there."""
        self._do(lambda files: files.remove(path), say("“{file}” was not taken away.", file=path))

    def remove_folders(self, gone: Iterable[str], kept: Iterable[str]) -> None:
        """Take away the folders that held files of `gone` and hold none of `kept`, where nothing else lies in them."""
        empty = folders_of(gone) - folders_of(kept)
        for folder in sorted(empty, key=len, reverse=True):
            self._do(partial(_remove_folder, folder), _READING)

    def close(self) -> None:
        """Hang up."""
        files, self._files = self._files, None
        if files is not None:
            try:
                files.close()
            except self._errors:
                return

    def _make_folders(self, files: FarFiles, path: str) -> None:
        if self._folders is None:
            self._folders = set()
            files.make_folder("") if files.size("") is None else None
        for folder in sorted(folders_of([path]) - self._folders, key=len):
            files.make_folder(folder)
            self._folders.add(folder)

    def _do(self, work: Callable[[FarFiles], Answer], what: Message) -> Answer:
        for pause in (*_PAUSES, None):
            self._context.check()
            try:
                if self._files is None:
                    self._files = self._opening()
                return work(self._files)
            except self._errors as error:
                self.close()
                cause, is_passing = in_words(error)
                if pause is None or not is_passing:
                    raise Fault(what, cause, can_retry=is_passing) from error
                self._context.stop.wait(pause)
        raise AssertionError  # the last try has no pause


def _remove_folder(folder: str, files: FarFiles) -> None:
    files.remove_folder(folder)


def _foreign() -> UserError:
    return UserError(
        say("There is something at this place that is not a bundle of Makala."),
        say("Choose an empty folder there, or take the place over: files of the same names are then replaced."),
    )
