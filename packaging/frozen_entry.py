"""Where a frozen Makala starts."""

from __future__ import annotations

import sys

from editor.__main__ import main

if __name__ == "__main__":
    sys.exit(main())
