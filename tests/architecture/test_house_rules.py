import pytest

from architecture.rules import RULES, Rule
from architecture.sources import Source, sources

_by_name = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)


@pytest.fixture(scope="module")
def tree() -> list[Source]:
    return sources()


@_by_name
def test_the_tree_keeps_the_rule(rule: Rule, tree: list[Source]) -> None:
    assert [offence for source in tree for offence in rule.offences(source)] == []


@_by_name
def test_the_rule_sees_a_planted_offence(rule: Rule) -> None:
    for place, text in (rule.bad, *rule.also_bad):
        assert rule.offences(Source(place, text)), text


@_by_name
def test_the_rule_leaves_good_code_alone(rule: Rule) -> None:
    assert rule.offences(Source(*rule.good)) == []


def test_the_rules_read_the_whole_program(tree: list[Source]) -> None:
    places = {source.place for source in tree}
    assert {"pyproject.toml", "src/passbook_desk/db/store.py", "packaging/bootstrap.py"} <= places
    assert sum(source.in_program for source in tree) > 60
