from dataclasses import dataclass

from passbook_desk.features.catalogue.comparing import ChangeKind, Compared, Part


@dataclass(frozen=True, slots=True)
class ChangeLine:
    """One thing that changed, or an item that is the same; `part` is None for a whole item."""

    code: str
    name: str
    kind: ChangeKind
    part: Part | None
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Choice:
    """A catalogue that can be compared: a version's number, 0 for the draft."""

    number: int
    in_force: bool = False


@dataclass(frozen=True, slots=True)
class CompareShown:
    """What can be compared, which two are, and what differs."""

    choices: tuple[Choice, ...]
    old: int
    new: int
    compared: Compared
    lines: tuple[ChangeLine, ...]
