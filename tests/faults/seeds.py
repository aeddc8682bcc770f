"""The two seeds of a test run: one for ever, and one that nobody has seen before."""

import random
from typing import Final

FIXED_SEED: Final = 20260601
FRESH_SEED: Final = random.SystemRandom().randrange(10**9)
