import pytest

from architecture import errors
from architecture.sources import Source, sources
from passbook_desk.ui.kit.sentences import sentence_for

PLANTED = Source(
    "src/passbook_desk/features/ledger/errors.py",
    """
class Refused(UserError):
    code = "ledger.refused"

class RefusedTwice(Refused):
    code: ClassVar[str] = "ledger.refused"

class Nameless(errors.UserError):
    pass

def check():
    raise Refused(missing=3)

def check_again():
    raise Nameless()
""",
)

OTHER = Source(
    "src/passbook_desk/documents/files.py",
    """
from passbook_desk.documents.errors import Refused

def check():
    raise Refused(path="a class of the same name elsewhere")
""",
)


@pytest.fixture(scope="module")
def found() -> list[errors.Trouble]:
    return errors.troubles(sources())


def test_troubles_are_found_in_every_room(found: list[errors.Trouble]) -> None:
    rooms = {each.place.split("/")[2] for each in found}
    assert {"kernel", "db", "documents", "features"} <= rooms


def test_every_trouble_that_is_raised_has_a_code_of_its_own(found: list[errors.Trouble]) -> None:
    assert errors.without_code(found) == []
    assert errors.shared_codes(found) == []


def test_every_trouble_has_a_sentence(found: list[errors.Trouble]) -> None:
    assert errors.without_sentence(found, sentence_for) == []


def test_every_place_in_a_sentence_is_filled_by_every_raise(found: list[errors.Trouble]) -> None:
    assert errors.empty_places(found, sentence_for) == []


def test_planted_faults_of_each_kind_are_noticed() -> None:
    planted = errors.troubles([PLANTED, OTHER])
    assert [each.name for each in planted] == ["Refused", "RefusedTwice", "Nameless"]
    assert errors.without_code(planted) == ["Nameless"]
    assert errors.shared_codes(planted) == ["ledger.refused"]
    assert errors.without_sentence(planted, {}.get) == ["ledger.refused", "ledger.refused"]
    assert errors.empty_places(planted, {"ledger.refused": "还差 {missing} 分 {who}"}.get) == [
        "ledger.refused: who"
    ]
