"""Makes the copies of many pictures on several threads, a few pictures ahead of whoever takes them."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path

from editor.core.jobs import JobContext
from editor.core.messages import say
from editor.domain.derivative import derivatives_of
from editor.domain.image import Image
from editor.images.derivatives import Derivatives

# A picture of 24 megapixels takes some 150 MB while it is worked on, so threads are few whatever the machine has.
_MOST_THREADS = 4


def copies_of(
    images: Sequence[Image],
    original: Callable[[Image], Path | None],
    derivatives: Derivatives,
    context: JobContext,
    *,
    jobs: int = 0,
) -> Iterator[tuple[str, bytes]]:
    """Yield (file name, bytes) of every copy of `images`, in order; each original is checked on the way.

    Raises `Fault` for an original that is missing or changed, `Cancelled` when the job is stopped.
    """

    def work(image: Image) -> list[tuple[str, bytes]]:
        context.check()
        path = original(image)
        derivatives.check(image, path)
        return [(copy.name, derivatives.read(image, path, copy.name)) for copy in derivatives_of(image)]

    threads = min(jobs or os.cpu_count() or 1, _MOST_THREADS)
    waiting = iter(images)
    with ThreadPoolExecutor(threads, thread_name_prefix="copies") as pool:
        ahead: deque[tuple[Image, Future[list[tuple[str, bytes]]]]] = deque()
        try:
            ahead.extend((image, pool.submit(work, image)) for image in islice(waiting, threads + 1))
            done = 0
            while ahead:
                image, future = ahead.popleft()
                context.report(done / len(images), say("Making copies of {picture}", picture=image.name))
                yield from future.result()
                done += 1
                ahead.extend((image, pool.submit(work, image)) for image in islice(waiting, 1))
        finally:
            for _, future in ahead:
                future.cancel()
