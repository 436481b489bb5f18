"""Writes a bundle as a folder beside its place, holds it against itself, and puts it there in one step."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence

from editor.core.collecting import collector_resting
from editor.core.files import faults, sha256_hex
from editor.core.jobs import JobContext
from editor.publish.account import Account, Written, look_at_new_pictures
from editor.publish.amending import can_amend
from editor.publish.bundle import BundleFile, FileRole, LookAtPicture, key_of
from editor.publish.exchange import beside, clear_up, clear_up_gone
from editor.publish.exclusive import alone_at
from editor.publish.links import Follower
from editor.publish.making import NOTHING_DONE, Hands, Shop, make_all, said_of
from editor.publish.manifest import JOURNAL, MANIFEST, Entry, is_safe_path
from editor.publish.reuse import Left, Memory, Old
from editor.publish.signature import SEALS, Seal, unsealed
from editor.publish.staging import Stage
from editor.publish.target import Target, settled

# More are made sooner by several processes.
_MOST_RENEWED = 500


def write_folder(
    files: Iterable[BundleFile],
    target: Target,
    context: JobContext,
    *,
    kind: str,
    editions: tuple[str, ...],
    memory: Memory,
    look_at_picture: LookAtPicture,
    full: bool = False,
    seal: Seal = unsealed,
    hands: Hands | None = None,
    is_lasting: bool = True,
) -> Written:
    """Write `files` as the folder `target`; files that are there already byte for byte are not written again.

    `seal` gives the files of a signature for the bytes of the manifest. What is not to be lasting may be lost with the
    power, and is held against its hashes by whoever reads it.

    Raises `Fault` when the disk is in the way, or a picture does not state what was promised of it once it is written;
    then, and when the job is stopped, what lay there before is untouched: or, where a few of very many files are being
    exchanged, carries the journal by which the next export brings it to its end.
    """
    place = target.path
    with alone_at(place), faults(NOTHING_DONE):
        clear_up(place)
        clear_up_gone(place, context.afterwards)
        target = settled(target)
        old = Old.found(target, memory) if target.manifest and not full else None
        account, stage = Account(), Stage(beside(place, "new"), place, is_lasting=is_lasting)
        try:
            pages = list(_taken_at_once(files, account, stage, old, context))
            hands = hands or Hands()
            hands.after()  # what was rendered to know what pages show is found by whoever makes them
            _make(pages, account, stage, old, hands, context)
            syncing = stage.outlast()
            manifest = account.manifest(kind, editions)
            closing = {MANIFEST: manifest, **seal(manifest)}
            if stage.written or old is None or not old.closes_with(closing):
                for name, data in closing.items():
                    stage.write(name, data)
                look_at_new_pictures(account, lambda name: (stage.folder / name).read_bytes(), look_at_picture, context)
                before = target.manifest.entries.keys() | SEALS if target.manifest else frozenset[str]()
                gone = before - account.entries.keys() - closing.keys()
                stage.put(account.kept, gone, old, syncing, context.afterwards)
            memory.keep(account.known)
        except BaseException:
            stage.drop()
            raise
        return account.outcome(manifest, _entries_of(target), account.left(place, closing))


def renew_folder(
    files: Iterable[BundleFile],
    gone: Callable[[Collection[str]], Collection[str]],
    left: Left,
    context: JobContext,
    *,
    kind: str,
    editions: tuple[str, ...],
    memory: Memory,
    is_thorough: bool = True,
    seal: Seal = unsealed,
    is_lasting: bool = True,
) -> Written | None:
    """Write those of `files` that are new, or others than in the bundle that was `left`, and take out what is `gone`.

    `gone` is given the paths of `files`. All else in the bundle stays. None, with nothing changed, where that is not
    the way: the bundle is not as it was left (`is_thorough` looks at every file of it, else at its end alone), or many
    are to be made. Raises as `write_folder` does.
    """
    old, place = left.old, left.old.place
    with alone_at(place), faults(NOTHING_DONE):
        clear_up(place)
        if os.path.lexists(place / JOURNAL) or not old.closes_with(left.closing):
            return None
        if is_thorough and not old.is_whole(left.closing):
            return None
        asked = {file.path: (file, key_of(file)) for file in files}
        new = [(file, key) for file, key in asked.values() if not (key and old.key(file.path) == key)]
        names, going = [file.path for file, _ in new], gone(asked.keys())
        if len(new) > _MOST_RENEWED or not all(map(is_safe_path, names)):
            return None
        if not can_amend(place, names, SEALS.union(going)):
            return None
        account = Account(dict(old.entries), known=dict(old.remembered))
        account.let_go(going)
        stage = Stage(beside(place, "new"), place, is_flat=True, is_lasting=is_lasting)
        follower = Follower(frozenset((old.entries.keys() - going).union(names)))
        try:
            for file, key in new:
                context.check()
                data = file.make()
                account.follow(file, data, follower)
                digest, was = sha256_hex(data), old.remembered.get(file.path)
                changed = was.changed if was and was.sha256 == digest else stage.write(file.path, data)
                account.take(file, len(data), digest, changed, key)
            if any(file.role is FileRole.IMAGE for file, _ in new):  # what they state stands above the files
                manifest = account.manifest(kind, editions)
            else:
                manifest = account.amended(left.closing[MANIFEST], old.entries.keys(), names, going)
            account.new = list(stage.written)
            closing = {MANIFEST: manifest, **seal(manifest)}
            if stage.written or going or not old.closes_with(closing):
                for name, data in closing.items():
                    stage.write(name, data)
                stage.amend(sorted({*(SEALS - closing.keys()), *going}))
            memory.add(names, account.known)
        except BaseException:
            stage.drop()
            raise
        return account.outcome(manifest, old.entries, account.left(place, closing, names))


def _entries_of(target: Target) -> Mapping[str, Entry]:
    return target.manifest.entries if target.manifest else {}


def _taken_at_once(
    files: Iterable[BundleFile], account: Account, stage: Stage, old: Old | None, context: JobContext
) -> Iterator[BundleFile]:
    """Write `files` as they come, take over what is known, and yield the pages that must be made."""
    for file in files:
        context.check()
        account.expect(file, old.remembered if old else ())
        known = old.known(file) if old else None
        if known is not None:
            size, kept = known
            account.take(file, size, kept.sha256, kept.changed, kept.key)
            account.kept.append(file.path)
        elif file.key and file.role is FileRole.PAGE:
            yield file
        else:
            data = file.make()
            account.follow(file, data)
            if old is not None and old.holds(file.path, data):
                account.take(file, len(data), sha256_hex(data), old.changed(file.path))
                account.kept.append(file.path)
            else:
                account.take(file, len(data), sha256_hex(data), stage.write(file.path, data))
                account.new.append(file.path)


def _make(
    pages: Sequence[BundleFile], account: Account, stage: Stage, old: Old | None, hands: Hands, context: JobContext
) -> None:
    if not pages:
        return
    before = old.digests(file.path for file in pages) if old else {}
    shop = Shop(pages, stage.begin(), Follower(frozenset(account.paths)), before, hands.after)
    with collector_resting():  # it goes through the whole newsroom again and again, in every process
        for number, (file, made) in enumerate(make_all(shop, hands, context.check)):
            context.report(number / len(pages), said_of(file))
            if made.anchors is not None:
                account.pages[file.path] = made.anchors
            if made.changed:
                stage.written[file.path] = file.path
                account.new.append(file.path)
            else:
                account.kept.append(file.path)
            changed = made.changed or (old.changed(file.path) if old else 0)
            account.take(file, made.size, made.sha256, changed, made.key)
