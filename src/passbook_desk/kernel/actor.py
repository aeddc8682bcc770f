"""Who is acting."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Actor:
    """The operator behind a transaction: local id within the village file and the name to print."""

    operator_id: int
    name: str


NOBODY = Actor(0, "")
"""Nobody has signed in yet."""
