"""Every command that the window or the command line calls asks whether who acts may do it."""

import ast
from pathlib import Path

import pytest

from builders.village import Village, catalogue, household, new_village
from passbook_desk.features.access.commands import add_operator, set_pin
from passbook_desk.features.access.errors import NotAllowed
from passbook_desk.features.access.values import AddOperator, Role
from passbook_desk.features.households.places import rename_place
from passbook_desk.features.households.roster.content import unmasked_roster
from passbook_desk.features.village.commands import change_policy
from passbook_desk.features.village.policy import VillagePolicy
from passbook_desk.kernel.actor import Actor

PROGRAM = Path(__file__).parents[2] / "src" / "passbook_desk"
WITHOUT = frozenset(
    {
        "found_village",
        "found_operator",
        "set_key_fingerprint",
        "try_sign_in",
        "sign_out",
        "renew_event_lookups",
        "renew_household_lookups",
        "renew_names",
        "note_act",
        "set_anchor",
        "bring_shipped_types",
        "doubt_paper",
        "seal_changes",
        "seal_upgraded",
        "check_permit",
    }
)
"""Founding, signing in, what the program itself keeps in order, and the permit itself."""


def commands() -> dict[tuple[str, str], bool]:
    """Public functions of the features that get a transaction, and whether each asks, itself or by a call."""
    found: dict[tuple[str, str], bool] = {}
    calls: dict[tuple[str, str], set[str]] = {}
    for path in (PROGRAM / "features").rglob("*.py"):
        module = ".".join(("passbook_desk", *path.relative_to(PROGRAM).with_suffix("").parts))
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.FunctionDef) and node.args.args and node.args.args[0].arg == "tx":
                parts = list(ast.walk(node))
                found[module, node.name] = any(
                    isinstance(part, ast.Attribute) and part.attr == "require" for part in parts
                )
                calls[module, node.name] = {part.id for part in parts if isinstance(part, ast.Name)}
    asking = {name for (_, name), asks in found.items() if asks}
    return {key: asks or bool(calls[key] & asking) for key, asks in found.items()}


def called_from_outside(known: dict[tuple[str, str], bool]) -> set[tuple[str, str]]:
    """Those that the window or the command line names."""
    called = set()
    for room in ("app", "ui"):
        for path in (PROGRAM / room).rglob("*.py"):
            text = path.read_text(encoding="utf-8")
            for node in ast.walk(ast.parse(text)):
                if not isinstance(node, ast.ImportFrom) or not node.module:
                    continue
                for alias in node.names:
                    if (node.module, alias.name) in known:
                        called.add((node.module, alias.name))
                    inside = f"{node.module}.{alias.name}"
                    word = alias.asname or alias.name
                    called |= {key for key in known if key[0] == inside and f"{word}.{key[1]}" in text}
    return called


def test_what_the_window_and_the_command_line_call_asks_first() -> None:
    known = commands()
    called = called_from_outside(known)
    assert len(called) > 40
    assert sorted(key for key in called if not known[key] and key[1] not in WITHOUT) == []


@pytest.fixture
def village(tmp_path: Path) -> Village:
    """A village in which 陈支书 supervises and 李四 only looks."""
    village = new_village(tmp_path)
    with village.write() as tx:
        catalogue(tx)
        household(tx)
        set_pin(tx, 1, "730418")
        change_policy(tx, VillagePolicy(single_clerk=False))
        add_operator(tx, AddOperator("陈支书", frozenset({Role.SUPERVISOR}), "583920"))
        add_operator(tx, AddOperator("李四", frozenset({Role.VIEWER}), "583921"))
    return village


@pytest.mark.parametrize("who", [Actor(2, "陈支书"), Actor(3, "李四"), Actor(9, "谁也不是")])
def test_who_has_no_role_for_it_changes_nothing(village: Village, who: Actor) -> None:
    village.actor = who
    with pytest.raises(NotAllowed) as refused, village.write() as tx:
        rename_place(tx, 1, "新名字")
    assert refused.value.params == {"act": "households", "operator": who.name}
    with pytest.raises(NotAllowed), village.write() as tx:
        unmasked_roster(tx, None, "镇里要")
    with pytest.raises(NotAllowed), village.write() as tx:
        change_policy(tx, VillagePolicy())
