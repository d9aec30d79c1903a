"""The library's version, as `pyproject.toml` states it: written here too so that no package metadata is read for it."""

from typing import Final

VERSION: Final = "0.1.0"
