import ast
import re
import subprocess
import sys
from datetime import date
from pathlib import PurePath

import pytest

from passbook_desk.db.errors import FileHeld, NewerFile
from passbook_desk.kernel.errors import PassbookError
from passbook_desk.kernel.period import NotADate, NotAQuarter
from passbook_desk.kernel.places import migrations_folder
from passbook_desk.ui.kit.sentences import SENTENCES, fill, sentence_for, tell, tell_code


def test_a_refusal_is_told_in_its_sentence_with_what_was_typed() -> None:
    assert tell(NotADate(text="6月")) == "“6月”不是日期，请写成 2026.6.3。"


def test_days_files_and_lists_are_told_as_clerks_write_them() -> None:
    params = {"day": date(2026, 6, 3), "path": PurePath("a/槐园.pbk"), "names": ("王", "李"), "none": None}
    assert fill("{day}|{path}|{names}|{none}|{unknown}", params) == "2026.6.3|槐园.pbk|王、李||"


def test_what_nobody_foresaw_is_told_in_general_words() -> None:
    class Strange(PassbookError):
        code = "strange.trouble"

    assert tell(ValueError("x")) == tell(Strange()) == "程序出了意外，这一步没有做成，请再试一次。"
    assert tell_code("strange.trouble", {}) == tell(ValueError())
    assert sentence_for("strange.trouble") is None


def test_both_versions_of_a_newer_file_are_named() -> None:
    told = tell(NewerFile(file_version="0.9", program_version="0.1.0"))
    assert "0.9" in told
    assert "0.1.0" in told


def test_the_same_code_is_answered_for_a_file_held_by_another_program() -> None:
    assert "pid 12" in tell(FileHeld(holder="pid 12"))
    assert tell(NotAQuarter(text="2026Q5")).startswith("“2026Q5”不是季度")


def test_every_code_of_kernel_db_and_documents_has_a_sentence() -> None:
    package = migrations_folder().parent / "src" / "passbook_desk"
    codes = set()
    for room in ("kernel", "db", "documents"):
        for file in (package / room).glob("*.py"):
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
                if isinstance(node, ast.ClassDef):
                    codes |= {_code(statement) for statement in node.body}
    codes -= {"", "passbook.error"}
    assert len(codes) > 15
    assert {code for code in codes if sentence_for(code) is None} == set()


def _code(statement: ast.stmt) -> str:
    target = statement.targets[0] if isinstance(statement, ast.Assign) else None
    named = isinstance(target, ast.Name) and target.id == "code"
    value = statement.value if named and isinstance(statement, ast.Assign) else None
    return str(value.value) if isinstance(value, ast.Constant) else ""


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_a_sentence_is_short_and_free_of_jargon(code: str) -> None:
    sentence = SENTENCES[code]
    assert len(re.sub(r"\{\w+\}", "", sentence)) <= 45
    assert not {"异常", "数据库", "字段", "Exception", "None"} & {
        w for w in ("异常", "数据库", "字段") if w in sentence
    }


def test_sentences_need_no_window() -> None:
    told = subprocess.run(
        [
            sys.executable,
            "-c",
            "import sys\n"
            "from passbook_desk.ui.kit.sentences import tell\n"
            "from passbook_desk.kernel.period import NotADate\n"
            "sys.stdout.buffer.write(tell(NotADate(text='x')).encode())\n"
            "assert not any(name.startswith('PySide6') for name in sys.modules)\n",
        ],
        capture_output=True,
        check=True,
        env={"PYTHONPATH": ":".join(sys.path), "PATH": ""},
    )
    assert told.stdout.decode() == "“x”不是日期，请写成 2026.6.3。"
