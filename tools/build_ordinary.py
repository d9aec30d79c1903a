"""Write a pack's ``ordinary.txt``: common words that no other file of the pack has, so that a capital alone makes no name of them.

    apt-get download wamerican-small && dpkg -x wamerican-small_*.deb words
    python tools/build_ordinary.py en words/usr/share/dict/american-english-small

The list given is one word a line (here SCOWL, size 35). Words with a capital, an apostrophe or fewer than three letters are left
out, and so are plurals and regular derivations of words taken, and what verbs.tsv and words.tsv of the pack already hold.
"""

from __future__ import annotations

import sys
from pathlib import Path

from newsevents.lexicon.pack import Pack

_HEADER = """\
# Common English words that no other file of the pack holds: capitalised at a sentence's start they are no names.
# From SCOWL (Spell Checker Oriented Word Lists), size 35, by tools/build_ordinary.py. Copyright 2000-2011 by Kevin Atkinson; terms in SOURCES.md.
"""


_DERIVED = ("ed", "ing", "ly", "ness")


def main() -> None:
    """Build the list of one language."""
    code, source = sys.argv[1:3]
    folder = Path(__file__).parents[1] / "src/newsevents/languages" / code
    pack = Pack(folder)
    words = {word for word in Path(source).read_text("utf-8").split() if word.isalpha() and word.islower() and word.isascii() and len(word) > 2}
    kept = []
    for word in sorted(words):
        if word in pack.open_tags or word in pack.word_tags or pack.morphology.readings(word):
            continue
        if any(lemma != word and (lemma in words or lemma in pack.open_tags) for lemma in pack.nouns.lemmas(word)):
            continue
        if any(word.endswith(end) and {word[: -len(end)], word[: -len(end)] + "e"} & words for end in _DERIVED):
            continue
        kept.append(word)
    (folder / "ordinary.txt").write_text(_HEADER + "\n".join(kept) + "\n", "utf-8")
    print(len(kept), "words")


if __name__ == "__main__":
    main()
