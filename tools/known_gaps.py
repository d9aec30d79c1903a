"""Write the lists of the packs' cases that are not passed yet (tests/known_gaps), and tell how many are.

    python tools/known_gaps.py            write the lists again
    python tools/known_gaps.py --show     tell what is wrong with each case instead
    python tools/known_gaps.py --show fr_events

The lists may only shrink: read the difference before it is kept.
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[1]))

from tests.cases import GAPS, case_files, cases, failures, gap_file, written_gap

HEAD = "# Cases of languages/{language}/cases/{stage}.toml that are not passed yet, by text; written by tools/known_gaps.py. The list may only shrink.\n"


def main() -> None:
    """Write or show the gaps of every pack and stage, or of those that are named."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("names", nargs="*", help="such as fr_events; all by default")
    arguments.add_argument("--show", action="store_true", help="write nothing, tell what is wrong with each case")
    asked = arguments.parse_args()
    GAPS.mkdir(exist_ok=True)
    for language, stage in case_files():
        path = gap_file(language, stage)
        if asked.names and path.stem not in asked.names:
            continue
        found = failures(language, stage)
        total = len(cases(language, stage))
        print(f"{path.stem}: {total - len(found)} of {total} passed ({(total - len(found)) / total:.1%})")
        if asked.show:
            for text, problems in found.items():
                print(f"  {text}", *problems, sep="\n      ")
        elif found:
            path.write_text(HEAD.format(language=language, stage=stage) + "".join(written_gap(text) + "\n" for text in found), "utf-8")
        else:
            path.unlink(missing_ok=True)


if __name__ == "__main__":
    main()
