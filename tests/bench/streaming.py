"""How much memory a file of records takes to read, check and convert, however long it is.

    python -m tests.bench.streaming [--megabytes 1000] [--ending .jsonl] [--folder /tmp]

A file of the packs' own examples, ten to a record, is written to a folder of its own, which is deleted afterwards. Each task is a process of its
own; what is told is the most memory it ever held (its resident set), and what a process holds that only imports the library. The memory is
that of one record: it must stay under 100 MB, whatever the size of the file.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from itertools import cycle
from pathlib import Path
from typing import TYPE_CHECKING, Final

from newsevents import Parser, write_jsonl
from newsevents.lexicon.installed import languages
from newsevents.serialization.files import writing
from tests.bench.speed import articles

if TYPE_CHECKING:
    from collections.abc import Iterator

_MEGABYTE: Final = 1_000_000
# What is promised.
_MOST: Final = 100

# A small process that starts another and tells what it held: a child is counted as holding what its parent did when it was started.
_WATCH: Final = """
import os, sys
child = os.posix_spawn(sys.argv[1], sys.argv[1:], os.environ, file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)])
_, status, usage = os.wait4(child, 0)
print(usage.ru_maxrss)
sys.exit(os.waitstatus_to_exitcode(status))
"""
_READ: Final = "import sys, newsevents; print(sum(1 for _ in newsevents.read_jsonl(sys.argv[1], errors='raise')))"
_SET_ASIDE: Final = "import sys, newsevents; print(sum(1 for _ in newsevents.read_jsonl(sys.argv[1], rejects=sys.argv[2], on_reject=lambda line: None)))"
_WRITE_AGAIN: Final = "import sys, newsevents; print(newsevents.write_jsonl(newsevents.read_jsonl(sys.argv[1]), sys.argv[2]))"


def _lines(size: int) -> Iterator[bytes]:
    """Give lines of records until they are of a size."""
    records = [Parser(language=language).parse(text, published="2025-10-17") for language in languages() for text in articles(language, 10)]
    with tempfile.TemporaryFile() as file:
        write_jsonl(records, file)
        file.seek(0)
        lines = file.readlines()
    for line in cycle(lines):
        if size <= 0:
            return
        size -= len(line)
        yield line


def _run(arguments: list[str]) -> tuple[float, float]:
    """Run Python; give the seconds it took and the megabytes it held at most."""
    begin = time.perf_counter()
    told = subprocess.run([sys.executable, "-IS", "-c", _WATCH, sys.executable, *arguments], check=True, stdout=subprocess.PIPE)
    return time.perf_counter() - begin, int(told.stdout) * 1024 / _MEGABYTE


def main() -> None:
    """Write the file, run the tasks and report."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("--megabytes", type=int, default=1000)
    arguments.add_argument("--ending", default=".jsonl", help="also .jsonl.gz or .jsonl.zst")
    arguments.add_argument("--folder", type=Path, help="where there is room for three such files")
    asked = arguments.parse_args()
    with tempfile.TemporaryDirectory(dir=asked.folder) as folder:
        file, other = Path(folder, f"records{asked.ending}"), Path(folder, f"other{asked.ending}")
        with writing(file) as target:
            target.writelines(_lines(asked.megabytes * _MEGABYTE))
        command = ["-m", "newsevents"]
        tasks = {
            "import alone": ["-c", "import newsevents; newsevents.from_json, newsevents.parse"],
            "read_jsonl": ["-c", _READ, str(file)],
            "read_jsonl, rejects": ["-c", _SET_ASIDE, str(file), str(other)],
            "write_jsonl": ["-c", _WRITE_AGAIN, str(file), str(other)],
            "validate": [*command, "validate", str(file)],
            "convert -o": [*command, "convert", str(file), "-o", str(other)],
            "convert to a pipe": [*command, "convert", str(file)],
        }
        print(f"{file.stat().st_size / _MEGABYTE:,.0f} MB of JSON Lines ({asked.ending})")
        for name, task in tasks.items():
            seconds, megabytes = _run(task)
            print(f"  {name:20} {megabytes:6.0f} MB {seconds:8.1f} s{'' if megabytes < _MOST else '   TOO MUCH'}", flush=True)


if __name__ == "__main__":
    main()
