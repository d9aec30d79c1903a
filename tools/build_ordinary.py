"""Write a pack's ``ordinary.txt``: common words that no other file of the pack has, so that a capital alone makes no name of them.

    apt-get download wamerican-small && dpkg -x wamerican-small_*.deb words
    python tools/build_ordinary.py en words/usr/share/dict/american-english-small
    python tools/build_ordinary.py fr tools/gazetteers/ordinary.fr.txt wikinews_fr.jsonl

A list is words cut at white space (here SCOWL, size 35; those of tools/gazetteers written for this project), or articles, one a line as
JSON with ``id`` and ``text``: then it is the words that they write small (articles that tests/bench/names.py holds back left out).
Words with a capital, an apostrophe or fewer than three letters are left out, and so are names, plurals and regular derivations of
words taken, and what verbs.tsv and words.tsv of the pack already hold.
"""

from __future__ import annotations

import json
import re
import sys
from hashlib import sha256
from pathlib import Path

from newsevents.lexicon.pack import Pack

_HEADERS = {
    "en": """\
# Common English words that no other file of the pack holds: capitalised at a sentence's start they are no names.
# From SCOWL (Spell Checker Oriented Word Lists), size 35, by tools/build_ordinary.py. Copyright 2000-2011 by Kevin Atkinson; terms in SOURCES.md.
""",
    "fr": """\
# French words that the press writes small and no other file of the pack holds: capitalised at a sentence's start they are no names.
# From French Wikinews articles of 2016 (CC BY 2.5), by tools/build_ordinary.py.
""",
}
_NAMES = {"terre", "soleil", "lune", "univers"}  # names too where they have a capital
_DERIVED = {"en": ("ed", "ing", "ly", "ness"), "fr": ()}


def _listed(source: Path) -> set[str]:
    """The words of a list, or those that articles write small."""
    text = source.read_text("utf-8")
    if source.suffix != ".jsonl":
        return set(text.split())
    words = set()
    for line in text.splitlines():
        article = json.loads(line)
        if int(sha256(article["id"].encode()).hexdigest(), 16) % 5:
            words.update(re.findall(r"(?<![\w'’-])(?:[dlnsjmtcDLNSJMTC]['’])?(\w+)(?![\w'’-])", article["text"]))
    return words


def _may_be_name(word: str, pack: Pack) -> bool:
    """Whether a word is also a given name, a part of names, or the name of a country, body or place ("Paris": bets)."""
    return pack.gazetteer.knows(word) or word in pack.gazetteer.given_names or word in pack.roles.particle_words


def main() -> None:
    """Build the list of one language."""
    code, *sources = sys.argv[1:]
    folder = Path(__file__).parents[1] / "src/newsevents/languages" / code
    pack = Pack(folder)
    words = {word for source in sources for word in _listed(Path(source)) if word.isalpha() and word.islower() and len(word) > 2}
    kept = []
    for word in sorted(words):
        if code == "fr" and (word in _NAMES or _may_be_name(word, pack) or _may_be_name(word + "s", pack)):
            continue
        if word in pack.open_tags or word in pack.word_tags or pack.morphology.readings(word):
            continue
        if any(lemma != word and (lemma in words or lemma in pack.open_tags) for lemma in pack.nouns.lemmas(word)):
            continue
        if any(word.endswith(end) and {word[: -len(end)], word[: -len(end)] + "e"} & words for end in _DERIVED[code]):
            continue
        kept.append(word)
    (folder / "ordinary.txt").write_text(_HEADERS[code] + "\n".join(kept) + "\n", "utf-8")
    print(len(kept), "words")


if __name__ == "__main__":
    main()
