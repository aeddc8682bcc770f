from architecture.sources import Source, sources
from architecture.unused import unused


def test_the_program_uses_all_that_it_defines() -> None:
    assert unused(sources()) == []


def test_what_nobody_uses_is_noticed() -> None:
    lonely = Source(
        "src/passbook_desk/kernel/lonely.py",
        """
from passbook_desk.kernel.other import imported_only

def used():
    return 1

def lonely():
    return lonely() + used()

class Table(Base):
    pass
""",
    )
    other = Source("src/passbook_desk/kernel/other.py", "def imported_only():\n    pass\n")
    a_test = Source("tests/kernel/test_lonely.py", "lonely()\n")
    assert unused([lonely, other, a_test]) == [
        "src/passbook_desk/kernel/lonely.py: lonely",
        "src/passbook_desk/kernel/other.py: imported_only",
    ]
