"""What hostile input does: texts, documents, language packs, files and names that nobody would write by mistake.

The tests of this folder run with all others, for as many examples as the profile of Hypothesis says. Each is also a target of Atheris, which looks for
inputs by what they reach in the code, for as long as one likes:

    pip install -e ".[fuzz]"
    python -m tests.fuzz                        # names the targets
    python -m tests.fuzz TARGET -max_total_time=3600 [FOLDER]

What is behind the target goes to libFuzzer; a FOLDER keeps the inputs found, and is read again. A finding ends the run, and leaves the input in a
file `crash-…` that can be given as FOLDER to see it again. Every finding becomes a test of its own, beside those of the part that it was in.
"""
