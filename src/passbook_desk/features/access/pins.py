"""PINs: kept as argon2id, refused when anybody would guess them (reliability §3.10).

A PIN guards the screen against a colleague's look; it does not encrypt the file.
"""

import re
from typing import TYPE_CHECKING, Final

from passbook_desk.features.access.errors import WeakPin

if TYPE_CHECKING:
    from argon2 import PasswordHasher

LEAST_LENGTH: Final = 6
_MEMORY_KIB, _ROUNDS, _LANES = 64 * 1024, 3, 1
_RUNS: Final = ("0123456789", "9876543210")


def check_pin(pin: str) -> None:
    """Refuse a PIN that is short, one repeated sign, a run of digits or a short pattern. Raises WeakPin."""
    repeated = re.fullmatch(r"(.{1,3})\1+", pin)
    if len(pin) < LEAST_LENGTH or repeated or any(pin in run for run in _RUNS):
        raise WeakPin(field="pin", least=LEAST_LENGTH)


def pin_hash(pin: str) -> str:
    """The argon2id hash of a PIN with its parameters and salt; takes about 0.15 s on purpose."""
    return _hasher().hash(pin)


def pin_fits(hashed: str, pin: str) -> bool:
    """Whether this is the PIN."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        return _hasher().verify(hashed, pin)
    except (VerificationError, InvalidHashError):
        return False


def _hasher() -> "PasswordHasher":
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=_ROUNDS, memory_cost=_MEMORY_KIB, parallelism=_LANES)
