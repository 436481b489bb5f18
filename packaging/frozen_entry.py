"""Where a frozen Makala starts. Export workers are processes: a frozen one must be told that it is a worker."""

from __future__ import annotations

import multiprocessing
import sys

from editor.__main__ import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
