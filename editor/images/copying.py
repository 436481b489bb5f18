"""Makes the copies of many pictures in processes of their own, a few pictures ahead of whoever takes them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from editor.core.errors import Fault
from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.core.processes import Crew, Died
from editor.domain.derivative import Derivative, MadeCopy
from editor.domain.image import Image
from editor.domain.statement import statement_of
from editor.images.derivatives import Derivatives
from editor.images.iptc import promise_of
from editor.images.writing import metadata_of

# A picture of 24 megapixels takes some 150 MB while it is worked on, so the processes are few whatever the machine has,
# and large pictures are not worked on beside one another.
_MOST_PROCESSES = 4
_MOST_PIXELS = 60_000_000
# Below this it takes longer to start a process than to do the work here.
_FEW_PIXELS = 4_000_000

Wanted = tuple[Image, Sequence[Derivative]]


@dataclass(frozen=True, slots=True)
class _Task:
    """What a process needs to know to make the missing copies of one picture and keep them in `folder`."""

    folder: Path
    image: Image
    original: Path | None
    names: tuple[str, ...]


def copies_of(
    wanted: Sequence[Wanted],
    original: Callable[[Image], Path | None],
    folder: Path,
    context: JobContext,
    *,
    jobs: int = 0,
) -> Iterator[MadeCopy]:
    """Yield the copies that are wanted of each picture, in order; each original is checked on the way.

    What is kept in `folder` is not made again. Raises `Fault` for an original that is missing or changed or ends the
    process that works on it, `Cancelled` when the job is stopped.
    """
    derivatives = Derivatives(folder)
    tasks = []
    for image, copies in wanted:
        context.check()
        derivatives.check(image, original(image))
        names = tuple(derivatives.missing(copies))
        tasks.append(_Task(folder, image, original(image), names))
    made = _answers([task for task in tasks if task.names], jobs, context)
    for done, (task, (image, copies)) in enumerate(zip(tasks, wanted, strict=True)):
        context.report(done / len(wanted), say("Making copies of {picture}", picture=image.name))
        fresh = next(made) if task.names else {}
        promised = promise_of(metadata_of(statement_of(image)).said)
        for copy in copies:
            read = partial(_at_hand, fresh[copy.name]) if copy.name in fresh else _reader(derivatives, task, copy)
            yield MadeCopy(name=copy.name, key=derivatives.key(copy.name), promised=promised, read=read)


def make_missing(task: _Task) -> dict[str, bytes]:
    """Return the missing copies of one picture by name, kept as well. The work of the processes."""
    return Derivatives(task.folder).make(task.image, task.original, task.names)


def _answers(tasks: Sequence[_Task], jobs: int, context: JobContext) -> Iterator[dict[str, bytes]]:
    if sum(map(_pixels, tasks)) <= _FEW_PIXELS:
        yield from map(make_missing, tasks)
        return
    processes = min(jobs or os.cpu_count() or 1, _MOST_PROCESSES, len(tasks))
    crew = Crew(make_missing, processes, weight=_pixels, most=_MOST_PIXELS)
    answers = crew.each(tasks, context.check)
    for task in tasks:
        try:
            yield next(answers)
        except Died as error:
            raise Fault(
                say("Making copies of the picture “{name}” ended the program that makes them.", name=task.image.name),
                say("The picture may be damaged or too large for this machine: take it out, or add it as JPEG or PNG."),
            ) from error


def _pixels(task: _Task) -> int:
    return task.image.width * task.image.height


def _at_hand(data: bytes) -> bytes:
    return data


def _reader(derivatives: Derivatives, task: _Task, copy: Derivative) -> Callable[[], bytes]:
    return lambda: derivatives.read(task.image, task.original, copy.name)
