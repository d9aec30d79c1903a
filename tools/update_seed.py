"""Write the records of the seeds again, as the command line writes them; run from anywhere, then read the difference."""

from __future__ import annotations

import sys
import tomllib
from pathlib import Path

from newsevents.cli import main

SEEDS = Path(__file__).parents[1] / "seeds"


def update(seed: Path) -> int:
    """Write the record of one seed; give the exit code of the command."""
    known = tomllib.loads(seed.with_suffix(".toml").read_text("utf-8"))
    asked = ["--language", known["language"], "--published", known["published"].isoformat()]
    return main(["parse", str(seed), *asked, "--indent", "1", "--output", str(seed.with_suffix(".record.json"))])


if __name__ == "__main__":
    sys.exit(max(update(seed) for seed in sorted(SEEDS.glob("*.txt"))))
