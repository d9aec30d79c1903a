"""How much Hypothesis draws: little while writing, more and always the same in CI, much by night.

`HYPOTHESIS_PROFILE` chooses one by name; without it, `ci` where `CI` is set, else `dev`.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

# Records are large to draw; how long that takes says nothing about the law under test.
_SUPPRESSED = (HealthCheck.too_slow, HealthCheck.data_too_large)

settings.register_profile("dev", max_examples=50, deadline=None, suppress_health_check=_SUPPRESSED)
settings.register_profile("ci", max_examples=300, deadline=None, derandomize=True, print_blob=True, suppress_health_check=_SUPPRESSED)
settings.register_profile("nightly", max_examples=5000, deadline=None, print_blob=True, suppress_health_check=_SUPPRESSED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") else "dev"))
