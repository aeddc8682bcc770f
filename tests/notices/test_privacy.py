"""Nothing about a person but the shown name reaches the wall (domain §13 rule 18)."""

import re
import zipfile
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import select

from builders.paper import measure, pdf_text
from builders.village import KEY, Village, booked, household, settled_village
from passbook_desk.documents.xlsx_pen import write_xlsx
from passbook_desk.features.households.model import Person, PersonTag
from passbook_desk.features.households.secrets import set_id_number
from passbook_desk.features.ledger.commands import reverse_lines
from passbook_desk.features.ledger.queries import accounts
from passbook_desk.features.ledger.values import ReverseLines
from passbook_desk.features.notices.commands import issue_quarter
from passbook_desk.features.notices.paper import notice_pages
from passbook_desk.features.notices.sheets import notice_workbook
from passbook_desk.features.notices.values import IssueQuarter, NoticeContent
from passbook_desk.kernel.ids import new_uid
from passbook_desk.kernel.period import Quarter
from passbook_desk.kernel.sensitive import Sensitive, SensitiveKind

ID_NUMBER, PHONE = "140108196503129018", "13912345678"
SECRETS = (ID_NUMBER, ID_NUMBER[-4:], PHONE, "低保户", "患病", "吵架", "退回", "清泉村9号", "小学文化")


@pytest.fixture
def content(tmp_path: Path) -> NoticeContent:
    """An issued notice of a village where much is known about 赵德才."""
    village = settled_village(tmp_path)
    with village.write() as tx:
        household(tx, "03009", "赵德才", phone=PHONE)
        somebody = tx.session.scalars(select(Person).where(Person.name == "赵德才")).one()
        set_id_number(somebody, Sensitive(SensitiveKind.ID_NUMBER, ID_NUMBER), KEY)
        somebody.education, somebody.remark = "小学文化", "长期患病"
        tx.session.add(
            PersonTag(
                uid=new_uid(), person_id=somebody.id, tag="低保户", from_on=date(2026, 1, 1), to_on=None
            )
        )
    booked(village, (_account(village),), memo=f"与李秀英吵架，电话 {PHONE}，身份证 {ID_NUMBER}")
    written = booked(village, (_account(village),))
    with village.write() as tx:
        reverse_lines(tx, ReverseLines(new_uid(), written.seqs, "低保户退回"))
    village.on(date(2026, 7, 1))
    with village.write() as tx:
        return issue_quarter(tx, IssueQuarter(Quarter(2026, 2)))


def _account(village: Village) -> int:
    with village.read() as scope:
        return accounts(scope, grid_code="03")[0].id


def told(text: str) -> list[str]:
    """Secrets in a text, and anything that looks like a mobile phone or an identity number."""
    found = [secret for secret in SECRETS if secret in text]
    return found + re.findall(r"(?<!\d)1[3-9]\d{9}(?!\d)|(?<!\d)\d{15,18}[\dXx]?(?!\d)", text)


def test_the_eye_of_this_test_sees_secrets() -> None:
    assert told(f"电话 {PHONE}") == [PHONE, PHONE]
    assert told("13800001111 和 140108196503129019") == ["13800001111", "140108196503129019"]
    assert told("监督电话 0351-5550123，折 20100012") == []


def test_the_pdf_shows_the_masked_name_and_no_secret(content: NoticeContent) -> None:
    text = "\n".join(pdf_text(notice_pages(content, measure())))
    assert "赵*才" in text
    assert "赵德才" not in text
    assert told(text) == []


def test_the_workbook_shows_the_masked_name_and_no_secret_in_any_of_its_parts(
    content: NoticeContent, tmp_path: Path
) -> None:
    target = tmp_path / "公示.xlsx"
    write_xlsx(notice_workbook(content), target)
    with zipfile.ZipFile(target) as parts:
        words = {name: parts.read(name).decode("utf-8") for name in parts.namelist() if name.endswith(".xml")}
    strings = "\n".join(re.findall(r"<t[^>]*>([^<]*)</t>", "".join(words.values())))
    assert "赵*才" in strings
    assert "赵德才" not in "".join(words.values())
    assert told(strings) == []


def test_what_is_stored_of_an_issued_notice_holds_no_secret_either(content: NoticeContent) -> None:
    assert told(repr(content)) == []
    assert "赵德才" not in repr(content)
