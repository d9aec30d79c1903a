"""``python -m newsevents``: the command line."""

from __future__ import annotations

from newsevents.cli import main

if __name__ == "__main__":
    raise SystemExit(main())
