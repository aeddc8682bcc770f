from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    """What an operator may do: 记录员, 审核员, 监督员, 查看 (DECISIONS 14d)."""

    RECORDER = "recorder"
    REVIEWER = "reviewer"
    SUPERVISOR = "supervisor"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class OperatorRow:
    """Somebody who works with the program, and the roles held today."""

    id: int
    uid: str
    name: str
    roles: frozenset[Role]
