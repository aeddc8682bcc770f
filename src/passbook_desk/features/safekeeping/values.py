from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Facts:
    """What a copy must hold to be the village it claims to be; compared before a restore counts."""

    village_name: str
    village_code: str
    village_uid: str
    line_seq: int
    head_hash: str
    head_code: str
    households: int
    residents: int
    accounts: int
    points_sum: str


@dataclass(frozen=True, slots=True)
class Manifest:
    """The label on a backup: what it holds, when and by which program it was made."""

    facts: Facts
    made_at: str
    program_version: str
    schema_number: int
    schema_revision: str
    database_sha256: str
    encrypted: bool
